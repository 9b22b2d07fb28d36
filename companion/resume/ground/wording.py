"""Word by word: what of a sentence the facts do not say in these or other words."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import LIGHT, acts
from companion.resume.ground.changes import ranges
from companion.resume.ground.clauses import UNDER_OTHERS
from companion.resume.ground.lexicon import Unit, lexicon, supports, units
from companion.resume.ground.measures import VAGUE
from companion.resume.ground.names import skill_spans, skills_of, spelled, unversioned
from companion.resume.ground.novel import Rewrite
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.tokens import Token, canonical, pieces, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.ground.weighing import fixed, unlikely
from companion.resume.reading.vocabulary import TITLE

_CHANGES = {
    **dict.fromkeys(
        "reduc cut lower decreas shorten bring speed speed_up shrink acceler fall drop trim slash".split(), "down"
    ),
    **dict.fromkeys("increas grow rais lift boost climb rise expand".split(), "up"),
}
"""Verbs that tell no more than two values do of which one came after the other."""
_PASSIVE = re.compile(r"\b(?:had|has|have|was|were|been|be|being)\s+$", re.IGNORECASE)
_AS_PARTICIPLE = re.compile(r"[,;.(]\s*$"), re.compile(r"\s*(?:$|[,.;)\d“\"'‘]|(?:in|at|on|with|for)\b)")
_THEN = re.compile(r"\b(?:then|later|subsequently|afterwards|now)\b|→|->", re.IGNORECASE)
_WHOM = re.compile(r"\s+(?:(?:an?|the|my|our)\s+)?[\w-]+")
_CAME = frozenset({"rank", "place", "came", "come", "finish"})
_NTH = re.compile(
    r"\s+(?:in\s+)?((?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b|"
    r"All India Rank)",
    re.IGNORECASE,
)
_GREATER = frozenset({"larger", "bigger", "higher", "greater", "smaller"})
_RANKED = re.compile(rf"(?:[\s-]+(?:level|grade|rank|[A-Z])|(?:[\s-][\w-]+){{0,2}}[\s-](?i:{TITLE.pattern}))")
"""Higher before these is a rank: Higher Executive Officer."""
_AND = re.compile(r"\band\s+(?:(?:an?|the|some|several)\s+)?$")
"""After this a word that means one before it is one more: flyers and posters."""
_OFTEN = {
    "daili": frozenset("morn even night".split()),
    "week": frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
}
"""How often, where the facts name the time of the day or the day of the week and `per` stands before it."""


_BY_OTHERS = re.compile(
    r"\b(?:led|run|headed|chaired|managed|organised|organized|taught|given|delivered|owned|hosted|presented|held)\s+by\s+"
    r"(?!the (?:applicant|candidate)\b)(?:an?|the|my|our|one|two|three|another|other|\d+|[A-Z])",
)
"""What somebody else did: its doer is judged as any word is."""
_ABOUT = re.compile(r"\b(?:on|about|regarding|concerning)\s+(?:(?!\w+ed\b)[\w-]+\s+){1,4}(?:and|or)\s+$", re.IGNORECASE)


def _changed(texts: Sequence[str]) -> set[str]:
    """Whether values of the facts fell or rose."""
    return {"down" if b.value < a.value else "up" for text in texts for a, b in ranges(text)}


def uncarried(sentence: str, texts: Sequence[str], unsaid: Sequence[Token]) -> Iterator[tuple[bool, str]]:
    """Those of the `unsaid` words that claim something, and whether they must be in the facts as they are."""
    rewrite = Rewrite(sentence, texts, unsaid)
    for word in unlikely(rewrite):
        yield fixed(word, rewrite), f"“{sentence[word.start : word.end]}” is not in the facts"


def unsaid(sentence: str, texts: Sequence[str], around: Sequence[str]) -> list[Token]:
    """Words of the sentence that the facts do not have, nor any that says the same; a known phrase is one word."""
    said = frozenset(keys_of(texts))
    verbs = frozenset(told for text in texts for told in _told(text))
    verbs |= {key for text in texts for verb, objects in acts(text, general=True) if verb in LIGHT for key in objects}
    headings, written = spelled(around), spelled(texts)
    skills = skills_of(" \n ".join([*texts, *around]))
    covered = [(start, end) for start, end, name in skill_spans(sentence) if name in skills]
    covered += [found.span() for found in UNDER_OTHERS.finditer(sentence)]  # to have been supervised claims no more
    covered += [found.span() for found in _BY_OTHERS.finditer(sentence)]
    changed = _changed(texts)
    bounded = any(one.bound for text in texts for one in quantities(text))
    own = frozenset(token.key for token in tokens(sentence))
    done = acts(sentence, general=True)
    deeds = {verb for verb, _ in done}
    out: list[Token] = []
    for unit in units(list(tokens(masked(sentence)))):
        first, last = unit.words[0], unit.words[-1]
        if any(start <= first.start and last.end <= end for start, end in covered):
            continue
        told = len(unit.words) == 1 and is_verbal(first.text) and unit.key not in lexicon().general_deeds
        if unit.key in lexicon().empty and not told and not (first.name and first.key != first.text.casefold()):
            continue  # Relativity is a name, and only its stem is that of "related"
        level = unit.key in lexicon().marks["level"] and supports(unit.key, said)
        if unit.key in lexicon().softer or level or _same_mark(unit.key, said):
            continue
        if len(unit.words) == 1 and _compound(first, said):
            continue
        if _CHANGES.get(unit.key) in changed and all(
            supports(key, said) for verb, objects in done if verb == unit.key for key in objects
        ):
            continue  # the very thing whose values changed
        head, tail = sentence[: first.start], sentence[last.end :]
        passive = supports(unit.key, said) and (
            _PASSIVE.search(head) or (_AS_PARTICIPLE[0].search(head) and _AS_PARTICIPLE[1].match(tail))
        )
        if unit.key == "first" and re.match(r"\s+\w+ing\b", tail) and any("before" in text for text in texts):
            continue  # first filling them, for filled beforehand
        if (
            unit.key in _CAME
            and (nth := _NTH.match(tail))
            and any(nth[1].casefold() in text.casefold() for text in texts)
        ):
            continue  # ranked third, for third of seven
        if unit.key == "first" and (_THEN.search(tail) or re.match(r"\s+as\b", tail)) and any(map(_THEN.search, texts)):
            continue  # first here and later there
        whom = _WHOM.match(tail) if unit.key == "work_with" else None
        if whom and any(f"with{whom[0]}".casefold() in text.casefold() for text in texts):
            continue
        if unit.key in _GREATER and bounded and not _RANKED.match(tail):
            continue  # above that, for up to a number
        if (
            unit.key in deeds
            and not _light(first)
            and is_verbal(first.text)
            and verbs
            and unit.key not in verbs
            and not (len(unit.words) > 1 and supports(unit.key, verbs))
            and not passive
            and not (unit.key in said and _only_about(first, sentence))
        ):
            out.append(Token(sentence[first.start : last.end], unit.key, first.start, last.end))
            continue  # what was done must be told as done
        twice = _AND.search(head) and unit.key not in said and not is_verbal(first.text)
        held = said - own if twice else said
        if supports(unit.key, held) and not first.name and not _done_by_noun(unit, said, verbs):
            continue
        if len(unit.words) > 1 and unit.key in lexicon().strong | lexicon().firm:
            out.append(Token(sentence[first.start : last.end], unit.key, first.start, last.end))
            continue
        out += [
            word
            for word in unit.words
            if not any(start <= word.start < end for start, end in covered)
            and (_done_by_noun(unit, said, verbs) or not _carried(word, unit, held, headings, written))
            and _OFTEN.get(word.key, frozenset()).isdisjoint(said)
        ]
    return out


def _carried(word: Token, unit: Unit, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    folded = re.sub(r"['’]s$", "", word.text.casefold())
    if folded in VAGUE:
        return True  # judged as a number
    if word.name:
        if re.fullmatch(r"[A-Z]{2,}-[A-Z]", word.text) and folded not in written:
            return False  # CDL-A, for CDL-B
        if not written.isdisjoint({folded, folded.removesuffix("s"), f"{folded}s"}) or folded in headings:
            return True
        if parts := pieces(word.text):
            return all(
                _carried_part(part, said, headings, written) and (part.casefold() in written or not part.isupper())
                for part in parts
            )
        # A common word with a capital, as in a heading or after a dash, or a short form such as DB.
        if word.key in lexicon().same or word.text == "I":
            return word.text == "I" or supports(word.key, said)
        return word.text[1:].islower() and (supports(word.key, said) or word.key in headings)
    if word.key in lexicon().empty or supports(word.key, said) or word.key in headings or folded in headings:
        return True
    parts = [] if word.key in lexicon().strong | lexicon().honours else pieces(word.text)
    return bool(parts) and all(_carried_part(part, said, headings, written) for part in parts)


def _told(text: str) -> Iterator[str]:
    """Verbs of a text, without those that it is only about: a talk on building bridges."""
    found = tokens(text)
    for place, word in enumerate(found):
        about = place > 0 and found[place - 1].key in ("on", "about") and word.text.endswith("ing")
        relative = place > 0 and found[place - 1].key in ("that", "which") and word.text.endswith("s")
        if relative or (is_verbal(word.text) and not about):
            yield word.key
        if word.text.endswith("ed") and (parts := pieces(word.text)) and is_verbal(parts[-1]):
            yield canonical(parts[-1])  # instructor-qualified
    for unit in units(found):
        theirs = text.startswith(" by ", unit.words[-1].end)  # signed off by others
        if len(unit.words) > 1 and is_verbal(unit.words[0].text) and not theirs:
            yield unit.key


def _only_about(word: Token, sentence: str) -> bool:
    """Whether a gerund is one more thing that something was about: calls on late deliveries and billing disputes."""
    return word.text.endswith("ing") and bool(_ABOUT.search(sentence[: word.start]))


def _compound(word: Token, said: frozenset[str]) -> bool:
    """Whether it puts two words of the facts together: haircutting, for cut hair."""
    whole = word.text.casefold()
    halves = [pieces(whole)] if "-" in whole else [[whole[:n], whole[n:]] for n in range(3, len(whole) - 3)]
    held = said | {"keep", "take", "make"} if whole.endswith("ing") else said
    return any(
        canonical(two[0]) in said and canonical(two[1]) in held
        for two in halves
        if len(two) == 2 and min(map(len, two)) > 1
    )  # watchkeeping says no more than watch


def _light(word: Token) -> bool:
    """Whether a compound of a noun with a verb says no more than its noun: minute-taking."""
    parts = pieces(word.text)
    return bool(parts) and canonical(parts[-1]) in lexicon().empty


def _done_by_noun(unit: Unit, said: frozenset[str], verbs: frozenset[str]) -> bool:
    """Whether a verb is said by nothing but a thing of the facts: transported, for freight."""
    return (
        len(unit.words) == 1
        and is_verbal(unit.words[0].text)
        and not pieces(unit.words[0].text)
        and bool(verbs)
        and unit.key not in said
        and not supports(unit.key, verbs)
        and not (unit.key in lexicon().honours and supports(unit.key, said))
    )


def _same_mark(key: str, said: frozenset[str]) -> bool:
    """Whether the facts hold a mark of the same kind: help is help, together is together, none is no."""
    marks = lexicon().marks
    return any(
        key in marks[kind] and not marks[kind].isdisjoint(said) for kind in ("assist", "joint", "negation", "universal")
    )


def _carried_part(part: str, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    key = canonical(part)
    if part.isdigit() or key in lexicon().empty:
        return True
    return supports(key, said) or _same_mark(key, said) or part.casefold() in written or part.casefold() in headings


def keys_of(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for unit in units(list(tokens(text))):
            yield unit.key
            for word in unit.words:
                if word.key not in lexicon().strong or unit.key not in lexicon().wider:
                    yield word.key
                if word.text[-1].isdigit():
                    yield canonical(unversioned(word.text))
                if parts := pieces(word.text):
                    yield canonical(word.text.replace("-", ""))
                    for part in tokens(" ".join(parts)):
                        yield part.key
                    for joined in units(list(tokens(" ".join(parts)))):
                        yield joined.key
