"""Whether a verb claims no more than those of the facts: it may go sideways within a kind of deed or down to a lesser
one, never up. The kinds are those of deeds.txt; verbs that are in none are left to WordNet and ESCO.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.ground.acts import LEADING, LIGHT, acts
from companion.resume.ground.following import (
    DOING,
    HELP,
    HELPING,
    LEADS_ON,
    called,
    follows,
    items,
    listed,
    named_alone,
)
from companion.resume.ground.kinds import REACH, is_kind_of, is_noun_of, kinds_of, kinds_of_noun, says
from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.novel import Rewrite, over_people
from companion.resume.ground.parties import own_part
from companion.resume.ground.thesaurus import is_noun, means, swaps
from companion.resume.ground.titles import role
from companion.resume.ground.tokens import Token, canonical, pieces, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.reading.vocabulary import TITLE

_OF_ANOTHER = re.compile(r"\b(?:to|under|with|by|alongside)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_DATED = re.compile(r"(?<=[a-z]{3}ed) (?:in )?(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d\b")
"""After a participle that tells when something was done: Level 3 started Sept 2024."""
_APART = re.compile(r"[:|]|\.\s")
_RAN_PEOPLE = re.compile(
    r"\b(?:ran|runs?|running)\b(?:\s+[\w’'-]+){0,4}?\s+(?:teams?|groups?|clubs?|classes|workshops?|courses?|choirs?)"
    r"(?=\s*(?:$|[,.;:(])|\s+(?:of|for|at|in|on|with|once|twice|per|and)\b)",
    re.IGNORECASE,
)
_CHAIN = 5
"""How many words apart two infinitives may be: helped set up and take down."""
_PARTICLES = frozenset({"up", "down", "out", "in", "off", "over"})
_ANSWERING = frozenset({"handle", "operate", "take_over", "lead", "organise", "maintain", "do"})
_BEFORE_GERUNDS = frozenset("by for of in while when after befor".split())
_BEFORE_INFINITIVES = frozenset({"to", "help", "assist", "that", "which", "who"})
_LEADS_IN = frozenset({"for", "of"})
_BEFORE_BARE = frozenset({"to", "that", "which", "who", "i", "they"})
_LEARNING = frozenset({"practise", "study", "learn", "attend"})
_UNDERGOING = re.compile(r"\s*(?:$|[,.;:)]|(?:in|on|as|at|to|for|by|with|under|from|how|and)\b)")


def stands(verb: Token, rewrite: Rewrite) -> bool:
    """Whether `verb` stands for a deed that the facts tell, and claims no more."""
    following = [word for word in rewrite.words if word.start > verb.start]
    own = kinds_of(verb.key, following)
    if verb.key == "train" and not _UNDERGOING.match(rewrite.sentence[verb.end :]):
        own -= _LEARNING  # trained others
    done = dict(acts(rewrite.sentence, general=True))
    near = [*following[:1], *(word for word in following[1:2] if not is_verbal(word.text))]
    objects = done.get(verb.key, [word.key for word in near])
    if follows(verb, own, objects, rewrite):
        return True
    every = list(_told(verb.key, objects, rewrite))
    done_to = {verb for text in rewrite.texts for verb in _done_to(objects, text)}
    if objects and any(told.verb and told.key in done_to for told in every):
        every = [
            told for told in every if told.verb and told.key in done_to
        ]  # what was done to that very thing is told: no noun says more
    if verb.key not in LEADING and (called(verb, rewrite.texts) or (own and named_alone(verb.key, rewrite.texts))):
        return True
    others = {
        other
        for other, theirs in acts(rewrite.sentence, general=True)
        if other != verb.key and objects and theirs and set(objects).isdisjoint(theirs)
    }
    named = {key for text in rewrite.texts for _, theirs in acts(text, general=True) for key in theirs}
    for told in every:
        if told.verb and told.key in others:
            continue  # told as it was: this is one more
        if verb.key == "run" and "lead" not in told.kinds and over_people(verb, rewrite.sentence):
            continue  # to run a shop or a squad is to lead it
        if not own.isdisjoint(says(told.kinds)):
            return True
        if verb.key == "lead" and told.key == "run" and any(map(_RAN_PEOPLE.search, rewrite.texts)):
            return True
        if told.verb and not (own and told.kinds) and verb.key not in LEADING and akin(verb.key, told.key):
            return True
        if not told.verb and verb.key not in LEADING and verb.key != told.key and is_noun_of(told.key, verb.key):
            return True  # climbed, for a climber
        if (
            verb.key in DOING
            and told.verb
            and any(_names(key, told.key) and (key == told.key or key not in named) for key in objects)
        ):
            return True  # made translations, for translated
    return False


def _by_doing(words: Sequence[Token]) -> frozenset[str]:
    """What a sentence tells as how one came to see or hear it: observed visits by shadowing a nurse."""
    pairs = itertools.pairwise(words)
    return frozenset(one.key for before, one in pairs if before.key == "by" and "observe" in kinds_of(one.key))


def _done_to(objects: Sequence[str], text: str) -> Iterator[str]:
    """The verbs of a text whose objects are these very ones; those before one share its object: cooked and served."""
    waiting: list[str] = []
    for verb, theirs in acts(text, general=True):
        waiting.append(verb)
        if theirs == objects:
            yield from waiting
        if theirs:
            waiting.clear()


def names_deed(word: Token, rewrite: Rewrite) -> bool:
    """Whether a noun or a bare verb names a deed of the facts with its very object: vital-sign checks, for took vital
    signs; scripts that fetch invoices, for that pull them.
    """
    own = kinds_of(word.key)
    if not own or word.name or word.key in LEADING or word.key in lexicon().strong:
        return False
    place = next((n for n, one in enumerate(rewrite.words) if one.start == word.start), 0)
    before, after = rewrite.words[max(0, place - 2) : place], rewrite.words[place + 1 : place + 4]
    bare = bool(before) and before[-1].text.casefold() in _BEFORE_BARE
    of = after[1:] if after and after[0].key == "of" else ()
    near = after if bare else (*before[-1:], *of)
    keys = {canonical(part) for one in near for part in (pieces(one.text) or [one.text])} - lexicon().empty
    for text in rewrite.texts:
        for verb, objects in acts(own_part(text), general=True):
            if not own.isdisjoint(says(kinds_of(verb))) and any(key in objects for key in keys):
                return True
    return False


def answers_for(word: Token, rewrite: Rewrite) -> bool:
    """Whether "responsible for" is said of a deed of the facts, or of what they say was run or handled."""
    after = [token for token in rewrite.words if token.start >= word.end and token.key not in _LEADS_IN][:REACH]
    said = [token.key for token in itertools.takewhile(lambda one: one.key not in LEADS_ON, after)]
    if after and after[0].text.endswith("ing") and supports(after[0].key, rewrite.told):
        return True  # responsible for greeting visitors, for greeted them
    for text in rewrite.texts:
        if word.key == "responsible" and role(text) and any(listed([key], [text]) for key in said):
            return True
        for verb, objects in acts(text, general=True):
            handled = word.key == "responsible" and (verb in LIGHT or not _ANSWERING.isdisjoint(kinds_of(verb)))
            leads = word.key == "responsible" or not LEADING.isdisjoint({verb, *kinds_of(verb)})
            if (leads and any(verb.split("_")[0] == key or is_kind_of(key, verb) for key in said)) or (
                handled and any(supports(key, {*objects}) for key in said)
            ):
                return True
    return False


class _Told(msgspec.Struct, frozen=True):
    key: str
    kinds: frozenset[str]
    verb: bool = False


def _told(verb: str, objects: Sequence[str], rewrite: Rewrite) -> Iterator[_Told]:
    """The deeds of the facts that a `verb` with these `objects` may stand for: verbs of the same thing or of one
    that is named elsewhere, others that are told aside, and the nouns that name a deed where no verb does or one that
    says little.
    """
    said = frozenset(word.key for word in rewrite.words) - _by_doing(rewrite.words)
    for text in itertools.chain.from_iterable(_APART.split(own_part(text)) for text in rewrite.texts):
        found, done = tokens(text), acts(text, general=True)
        named_only = sum(len(item) + 2 for item in items(text))
        alike = _alike(done, objects, said)
        named = {key for other, theirs in done if other in LIGHT for key in theirs}
        made = {word.key for word in found if word.text.casefold().endswith("ings")}  # drew drawings: produced them
        cognate = {other for other, theirs in done if other in theirs} - made  # ran runs: held none
        if title := role(text):
            yield _Told(title, kinds_of_noun(title))
        verbs = {key for key, _ in done}
        helped = any(HELP in kinds_of(key) for key in verbs)
        assisted = not HELPING.isdisjoint(verbs)
        last = -_CHAIN
        for place, word in enumerate(found):
            before = found[place - 1].key if place else ""
            gerund = word.text.endswith("ing")
            aside = before in (_BEFORE_GERUNDS if gerund else _BEFORE_INFINITIVES)
            aside = aside and "for" not in {one.key for one in found[max(0, place - 6) : place - 1]}
            aside = aside or (before == "and" and place - last < _CHAIN and not is_verbal(word.text))
            last = place if aside else last
            if TITLE.fullmatch(word.text) and _OF_ANOTHER.search(text[: word.start]):
                continue  # assistant to the marketing director
            if word.text.endswith("ing") and verb in LEADING and _of_kind(found, place):
                continue  # a steering committee
            if word.key in alike - cognate:
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]), verb=True)
            elif (
                aside
                or not done
                or word.end <= named_only
                or word.key in named - cognate
                or (_DATED.match(text, word.end) and word.key not in verbs)
                or (helped and (before in objects or _of(found, place)))
                or (assisted and kinds_of(word.key))
            ):
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]) or kinds_of_noun(word.key))


def _names(noun: str, verb: str) -> bool:
    """Whether a noun is that of the verb: backups, for backed up."""
    return (
        noun == verb
        or noun in lexicon().same.get(verb, ())
        or (noun.startswith(verb) and noun.removeprefix(verb) in _PARTICLES)
    )


def _of_kind(found: Sequence[Token], place: int) -> bool:
    """Whether a word only says of which kind the next one is."""
    after = found[place + 1] if place + 1 < len(found) else None
    return (
        after is not None
        and after.start == found[place].end + 1
        and after.key not in lexicon().empty
        and (is_noun(after.key) and not is_verbal(after.text))
    )


def _of(found: Sequence[Token], place: int) -> bool:
    return place + 1 < len(found) and found[place + 1].key == "of"


def _alike(done: Sequence[tuple[str, Sequence[str]]], objects: Sequence[str], said: frozenset[str]) -> set[str]:
    """The verbs of deeds done to the same `objects`, and of those not told whose own objects are `said`."""
    close = [
        key
        for key, theirs in done
        if not theirs or not objects or key in objects or any(supports(one, {*theirs}) for one in objects)
    ]
    near = [
        key
        for key, theirs in done
        if key not in said and key not in LIGHT and any(supports(one, said) for one in theirs)
    ]
    return {key.split("_")[0] for key in (*close, *near)}


def akin(verb: str, other: str) -> bool:
    """Whether WordNet or ESCO hold `verb` for a synonym of the fact's `other`, or for what that is a kind of."""
    return means(verb, other) or swaps(verb, other) or swaps(other, verb)
