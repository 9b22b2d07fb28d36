"""What can be told of a word that the facts do not have: its sort, its place, and what it has to do with their words.

`weighing` makes one judgement of all that.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from companion.resume.ground.acts import acts, replaced
from companion.resume.ground.clauses import tells
from companion.resume.ground.kinds import kinds_of
from companion.resume.ground.kinship import kinship, stem_share
from companion.resume.ground.lexicon import claims_much, lexicon, marks_of, supports, units
from companion.resume.ground.names import skill_spans
from companion.resume.ground.quantities import masked
from companion.resume.ground.thesaurus import creates, describes, is_noun, is_person, means, sense, swaps
from companion.resume.ground.tokens import Token, canonical, pieces, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.reading.vocabulary import TITLE

_JOINS = re.compile(r"\b(?:and|or|plus|as well as)\b|[,;&]")
_LEADS_IN = re.compile(
    r"\b(?:for|with|in|on|at|to|by|using|via|across|through|from|during|of|over|under|within)\b", re.IGNORECASE
)
_AFTER_JOINT = re.compile(r"(?:\b(?:and|or|plus)|[,&])\s+(?:[\w-]+\s+)?$")
_BEFORE_JOINT = re.compile(r"(?:\s+[\w-]+)?\s*(?:,|\s(?:and|or|plus|&)\s)")
_TRAILS = re.compile(r",\s*(?:\w+ly\s+)?\w+ing\b[^,]*$")
_RESULT = re.compile(
    r"\b(?:leading to|led to|resulting in|resulted in|thereby|thus|enabling|allowing|so that|"
    r"helping to|earning|to ensure)\b",
    re.IGNORECASE,
)
"""After this comes what was brought about."""
_LED = re.compile(
    r"\b(for|with|in|on|at|to|of|into|from|through|by|via|using|across|under|about|between|during|against)\s+(?:(?:an?|the|our|its|their)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_PHRASE = r"\b{}\s+((?:(?!(?:and|for|with|in|on|at|to|of|from|by)\b)[\w'’-]+\s*){{1,4}})"
_OVER_PEOPLE = re.compile(
    r"\W+(?:[\w-]+\W+){0,4}?(?:teams?|squads?|crews?|gangs?|groups?|shifts?|units?|brigades?|shops?|stores?|company|departments?|staff|business|offices?|"
    r"kitchens?|hotels?|restaurants?|caf[eé]s?|bars?|clinics?|wards?|schools?|farms?|practices?|salons?|factory|plants?)\b"
)
_AS_DEED = re.compile(r"\b(?:in|by|for|of|while|when|whilst)\s+$", re.IGNORECASE)
_HELPED_TO = re.compile(
    r"\bhelp(?:ed|ing|s)?\s+(?:to\s+|(?:the|my|an?|two|three|\d+)\s+(?:[\w’'-]+\s+){1,3})?$", re.IGNORECASE
)
"""After this comes what was helped to do."""
_OF_QUALITY = re.compile(r"(?:able|ible|ful|ous|less|ive)$")
_STEM = 0.4
_GENERAL = frozenset(
    "perform do carri_out conduct handl provid take give make put place undertak look go come "
    "prepar produc complet deliv gain obtain use".split()
)
"""Verbs that may be said of nearly anything that was done."""


class Rewrite:
    """A sentence beside its facts, read once for all the words that it adds."""

    def __init__(self, sentence: str, texts: Sequence[str], added: Sequence[Token]) -> None:
        self.sentence = sentence
        self.texts = texts
        self.added = added
        self.words = tokens(masked(sentence))
        self._places = {word.start for word in added}
        empty = lexicon().empty
        self.facts = [
            word for text in texts for word in tokens(masked(text)) if word.key not in empty or is_verbal(word.text)
        ]
        self.told = frozenset(word.key for word in self.facts)

    @cached_property
    def untold(self) -> list[Token]:
        """Words of the facts that the sentence says in no form: what an added word may stand for."""
        said = frozenset(unit.key for unit in units(self.words)) | {
            word.key for word in self.words if word.start not in self._places
        }
        stems = {key[:5] for key in said if len(key) > 4}
        return [
            word
            for word in self.facts
            if word.key[:5] not in stems
            and not supports(word.key, said)
            and not any(supports(one, {word.key}) for one in said)
        ]

    @cached_property
    def shape(self) -> dict[str, float]:
        """What holds for the whole sentence: how much longer than the facts it is, and what it leaves out."""
        claiming = sum(word.key not in lexicon().empty for word in self.words)
        nouns = [word for word in self.untold if is_noun(word.key) and not is_verbal(word.text)]
        joints = len(_JOINS.findall(self.sentence)) - sum(len(_JOINS.findall(text)) + 1 for text in self.texts) + 1
        phrases = len(_LEADS_IN.findall(self.sentence)) - sum(len(_LEADS_IN.findall(text)) for text in self.texts)
        return {
            "longer": _within(claiming - len(self.facts), 4),
            "more joints": _within(joints, 3),
            "more phrases": _within(phrases, 3),
            "left out": min(len(self.untold), 6) / 6,
            "nothing left out": not self.untold,
            "a noun left out": bool(nouns),
            "a verb left out": any(is_verbal(word.text) for word in self.untold),
            "words added": min(len(self.added), 5) / 5,
        }

    @cached_property
    def _skills(self) -> list[tuple[int, int, str]]:
        return skill_spans(self.sentence)

    def is_skill(self, word: Token) -> bool:
        return any(start <= word.start < end for start, end, _ in self._skills)

    @cached_property
    def _acts(self) -> frozenset[str]:
        return frozenset(verb for verb, _ in acts(self.sentence, general=True))

    @cached_property
    def more_acts(self) -> bool:
        """Whether it tells more deeds than the facts do."""
        return len(acts(self.sentence, general=True)) > sum(len(acts(text, general=True)) for text in self.texts)

    def is_act(self, word: Token) -> bool:
        """Whether it tells what was done, as a verb that opens a clause does."""
        return is_verbal(word.text.split()[0]) and word.key in self._acts

    def in_place_of(self, word: Token) -> list[Token]:
        """The nouns left out that stand in the facts after the same preposition as `word` does here: to the board, for
        to the marketing team.
        """
        led = _LED.search(self.sentence[: word.start])
        if not led:
            return []
        phrases = [
            found[1] for text in self.texts for found in re.finditer(_PHRASE.format(led[1].casefold()), text.casefold())
        ]
        inside = {token.key for phrase in phrases for token in tokens(phrase)}
        return [one for one in self.untold if one.key in inside and is_noun(one.key)]

    def replaces(self, word: Token) -> bool:
        """Whether `word` stands between the very neighbours that a word of the facts unlike it has there, and that one
        is not told: calls, in answered calls a day for answered e-mails a day.
        """
        here = _claiming(self.words)
        at = next((n for n, one in enumerate(here) if one.start == word.start), None)
        if at is None:
            return False
        said = {one.key for one in here}
        beside = [one.key for one in here[at - 1 : at] if at], [one.key for one in here[at + 1 : at + 2]]
        for text in self.texts:
            there = _claiming(tokens(masked(text)))
            for place, one in enumerate(there):
                before, after = there[place - 1 : place] if place else [], there[place + 1 : place + 2]
                if one.key not in said and beside == ([x.key for x in before], [x.key for x in after]):
                    return not is_verbal(one.text) and not any(kinship(word, [one], "it").values())
        return False

    def renames_title(self, word: Token) -> bool:
        """Whether `word` stands before a title before which the facts have another word, that is not told: platoon
        leader, for squad leader.
        """
        after = next((one for one in self.words if one.start == word.end + 1), None)
        if after is None or not TITLE.fullmatch(after.text.casefold()) or word.key in lexicon().empty:
            return False
        told = [
            before
            for text in self.texts
            for before, one in itertools.pairwise(tokens(masked(text)))
            if one.key == after.key and one.start == before.end + 1 and is_noun(before.key)
        ]
        said = {one.key for one in self.words}
        return bool(told) and not any(
            one.key in said or word.key in lexicon().same.get(one.key, ()) or stem_share(word.key, one.key) > _STEM
            for one in told
        )

    def modifies_noun(self, word: Token) -> bool:
        """Whether a noun follows right after `word`, of which it says what kind that is."""
        after = next((one for one in self.words if one.start == word.end + 1), None)
        deed = is_verbal(word.text) or bool(kinds_of(word.key))
        return after is not None and is_noun(after.key) and not is_verbal(after.text) and not deed

    def is_deed(self, word: Token) -> bool:
        """Whether it tells what was done, as a verb that opens a clause or as one that leans on a word: by cutting."""
        first = word.text.split()[0]
        head = self.sentence[: word.start]
        return (is_verbal(first) and bool(self.is_act(word) or _AS_DEED.search(head))) or bool(
            _HELPED_TO.search(head) and kinds_of(word.key)
        )

    def replaced_by(self, verb: Token, *, same: bool = False) -> list[str]:
        """The verbs of the facts for which an added one may stand; of the `same` thing only."""
        return list(replaced(verb.key, self.sentence, self.texts, same=same))


def _claiming(words: Sequence[Token]) -> list[Token]:
    return [word for word in words if word.key not in lexicon().empty]


def features(word: Token, rewrite: Rewrite) -> Mapping[str, float]:
    """What speaks for and against `word`, by name; what is not named is 0."""
    verb = is_verbal(word.text.split()[0]) and not word.name
    found = {**_sort(word, verb, rewrite), **_place(word, verb, rewrite), **rewrite.shape}
    found["where no verb tells"] = not any(tells(text) for text in rewrite.texts)
    found |= kinship(word, rewrite.facts, "a word of the facts") | kinship(word, rewrite.untold, "a word left out")
    if not verb and (others := rewrite.in_place_of(word)):
        kin = kinship(word, others, "it")
        found["in place of a noun"] = 1
        found["in place of a noun unlike it"] = not any(value for name, value in kin.items() if name != "stem of it")
    if verb:
        found |= _as_verb(word, rewrite)
    return {name: float(value) for name, value in found.items() if value}


def _sort(word: Token, verb: bool, rewrite: Rewrite) -> dict[str, float]:
    """What sort of word it is."""
    folded, known = word.text.casefold(), lexicon()
    noun, quality = is_noun(word.key), describes(folded)
    noun = noun and not (quality and _OF_QUALITY.search(folded))
    sort = "verb" if verb else "adverb" if folded.endswith("ly") else "noun" if noun else "quality"
    parts = {canonical(part) for part in pieces(word.text)}
    return {
        sort if sort != "quality" or quality else "unknown": 1,
        "capitals": any(c.isupper() for c in word.text[1:]),
        "joined": bool(parts),
        "joined to a word of the facts": not parts.isdisjoint(rewrite.told),
        "person": is_person(folded) or is_person(folded.removesuffix("s")),
        "strong": word.key in known.strong or not parts.isdisjoint(known.strong),
        "strong verb": verb and word.key in known.strong,
        "firm": word.key in known.firm,
        "claims much": claims_much(word.key),
        "general": word.key in _GENERAL,
        **{f"mark {mark}": 1.0 for mark in marks_of([word.key])},
    }


def _place(word: Token, verb: bool, rewrite: Rewrite) -> dict[str, float]:
    """Where it stands."""
    words, sentence = rewrite.words, rewrite.sentence
    here = next(n for n, one in enumerate(words) if one.start >= word.start)
    before, after = words[max(0, here - 1) : here], words[here + 1 : here + 2]
    head, tail = sentence[: word.start], sentence[word.end :]
    last = before[0].text.casefold() if before else ""
    joint = last in ("and", "or", "plus")
    listed = bool(_AFTER_JOINT.search(head)), bool(_BEFORE_JOINT.match(tail))
    return {
        "after a number": bool(re.search(r"\d\W*(?:[\w-]+\s+)?$", masked(sentence, measured=True)[: word.start])),
        "first": not before,
        "first, a verb": verb and not before,
        "of a result": bool(_RESULT.search(head)),
        "last": not after,
        "after a joint": joint,
        "after a joint, a verb": joint and verb,
        "after a comma": head.rstrip().endswith(","),
        "before a comma": tail.lstrip().startswith(","),
        "one of a list": any(listed),
        "one more in a list": any(listed) and rewrite.shape["more joints"] > 0,
        "in what follows": bool(_TRAILS.search(head + word.text)),
        "after a known word": any(one.key in rewrite.told for one in before),
        "before a known word": any(one.key in rewrite.told for one in after),
        "beside an added word": any(one in rewrite.added for one in (*before, *after)),
        **({f"after {last}": 1.0} if last in ("of", "for", "in", "on", "by", "the", "with", "to") else {}),
    }


def _as_verb(word: Token, rewrite: Rewrite) -> dict[str, float]:
    """What a verb may stand for."""
    key, known = word.key, lexicon()
    same, anything = rewrite.replaced_by(word, same=True), rewrite.replaced_by(word)
    synonym = any(means(key, other) for other in anything)
    akin = synonym or any(
        swaps(key, other)
        or swaps(other, key)
        or not sense(key).wider.isdisjoint(sense(other).same | sense(other).wider)
        for other in anything
    )
    return {
        "verb for another of the same": bool(same),
        "verb for another": bool(anything),
        "verb for its synonym": synonym,
        "verb for one akin": akin,
        "verb for one not akin": bool(anything) and not akin and key not in _GENERAL,
        "verb of a craft for one not akin": key in known.firm and not akin,
        "creates for creates": creates(key) and any(creates(other) for other in same),
        "creates": creates(key),
        "act": rewrite.is_act(word),
        "act for none akin": rewrite.is_act(word) and not akin and key not in _GENERAL,
        "one more act": rewrite.is_act(word) and rewrite.more_acts,
        "rare verb": not any(field.isdigit() for field in sense(key).fields),
        "over people": over_people(word, rewrite.sentence),
    }


def over_people(verb: Token, sentence: str) -> bool:
    """Whether people or a business are what was done to: to run a team is more than to run tests."""
    return bool(_OVER_PEOPLE.match(sentence[verb.end :]))


def _within(value: int, most: int) -> float:
    return max(-most, min(most, value)) / most
