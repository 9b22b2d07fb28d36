"""Numbers of a sentence against the numbers of its facts: same value, same unit, same thing counted, same order."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from companion.model.profile import Fact
from companion.resume.ground.bound import beside_another, counts_another, equal, exchanged, just_over, misnamed, swapped
from companion.resume.ground.changes import invented, turned
from companion.resume.ground.clauses import clauses
from companion.resume.ground.counted import counts_same, nouns_after, shares
from companion.resume.ground.dated import between, dated, months, spans
from companion.resume.ground.measures import UNITS, Quantity
from companion.resume.ground.parts import recast
from companion.resume.ground.quantities import quantities
from companion.resume.ground.tallies import TOLD_OTHERWISE
from companion.resume.ground.tokens import canonical

_NONE = re.compile(r"\bto\s+(?:zero|none|nil|nothing)\b|\bzero\s+\w+s\b", re.IGNORECASE)
_NOT_ANY = re.compile(r"\b(?:zero|none|nil|no|not|never|nothing|without|0)\b|\w-free\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:reduc|cut|lower|decreas|shorten|increas|grow|rais|boost|expand|improv|fall|fell|drop|trim|shr[iu]nk|rose|ris)",
    re.IGNORECASE,
)
_CHANGES_BY = re.compile(rf"\b{_CHANGED.pattern}\w*\b[^.;]{{0,80}}\b(?:by|to)\s+$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:age[ds]?|between)\s+(?:from\s+|between\s+)?(?:\w+\s*(?:to|and|or|-|–)\s*)?$", re.IGNORECASE)
_CHANGES_TOLD = re.compile(
    rf"{_CHANGED.pattern}|\b(?:up|down|sav\w+|less|more|fewer|lower|higher|better|gain\w*|growth|grew|loss|lost|won|halv\w+|"
    r"instead|than|within|doubl\w+|plus|minus|add\w*|\w+er than)\b|[+−–-]\s?[$€£]?\d",
    re.IGNORECASE,
)
_DOER_OF = re.compile(r"\w{3}(?:ed|en)$")
_IN_YEAR = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:in|for|during)\s+(?:FY\s?)?(?:19|20)\d\d\b")
_SINGLE = re.compile(
    r"\b(?:an?|one)\s+(?:single|sole)\s+([^\W\d_]+)|\b(?:just|only)\s+(?:one|an?)\s+([^\W\d_]+)|"
    r"\b(?:in|within|over|for|during)\s+(?:an?|one)\s+(season|winter|summer|term|semester|year|month|week|quarter|sprint)\b(?!-)",
    re.IGNORECASE,
)


class Source:
    """The cited facts, read once: their texts, numbers and clauses."""

    def __init__(self, cited: Sequence[Fact], today: date | None) -> None:
        self.texts = [fact.text for fact in cited]
        self.numbers = [(text, q) for text in self.texts for q in quantities(text)]
        self.clauses = [(text, clause) for text in self.texts for clause in clauses(text)]
        self.each = any(re.search(r"\beach\b", text, re.IGNORECASE) for text in self.texts)
        self.dates = dated(cited)
        self.spans = [*spans(cited, today), *between(self.texts)]


def unsupported(sentence: str, source: Source) -> Iterator[str]:
    """Why each number of `sentence` that the facts do not carry is not carried."""
    own = clauses(sentence)
    for quantity in quantities(sentence):
        shown = sentence[quantity.start : quantity.end].strip()
        if quantity.kind == "vague":
            if not _vague(sentence, quantity, source):
                yield f"says “{shown}” where the facts give no such number"
            continue
        if quantity.kind == "year" and int(quantity.value) in {year for year, _ in source.dates}:
            continue
        if quantity.kind == "time" and _lasted(quantity, source):
            continue
        matching = [
            (text, other) for text, other in source.numbers
            if (equal(quantity, other) or _elliptic(sentence, quantity, text, other))
            and _same_part(sentence, quantity, text, other)
        ]  # fmt: skip
        if not matching and any(told(sentence, quantity, source.texts) for told in TOLD_OTHERWISE):
            continue
        if not matching:
            yield f"the number {shown} is not in the facts"
            continue
        if not _denied(sentence, quantity) and all(_denied(text, other) for text, other in matching):
            yield f"the facts deny {shown}"
            continue
        at_most = re.match(r"[^,;.()]{0,25}\b(?:max(?:imum)?|at (?:the )?most)\b", sentence[quantity.end :])
        if not at_most and all(_raised(quantity, other) and not _within(text, other) for text, other in matching):
            yield f"“{quantity.bound} {shown}” says more than the facts".replace("“ ", "“")
            continue
        if not any(counts_same(sentence, quantity, text, other) for text, other in matching):
            yield f"the facts do not say {shown} of this"
        elif all(_other_rate(sentence, quantity, text, other) for text, other in matching):
            yield f"the facts give {shown} for another time"
        elif (
            misnamed(sentence, quantity, matching, source.numbers)
            or (quantity.kind != "year" and exchanged(sentence, quantity, matching, source.numbers))
            or (quantity.kind == "time" and beside_another(sentence, quantity, matching, source.numbers))
            or counts_another(sentence, quantity, matching, source.numbers)
            or swapped(sentence, quantity, own, matching, source.numbers)
        ):
            yield f"the number {shown} belongs to something else in the facts"
    yield from _twice(sentence, source)
    yield from _fractions(sentence, source)
    yield from _years_apart(sentence, source)
    yield from _singles(sentence, source)
    yield from turned(sentence, source.texts)
    yield from invented(sentence, source.texts)
    yield from recast(sentence, source.texts)
    if _NONE.search(sentence) and not any(_NOT_ANY.search(text) for text in source.texts):
        yield "the facts speak of more than none"
    yield from months(sentence, source.texts, source.dates)


def _denied(text: str, quantity: Quantity) -> bool:
    """Whether what comes next says that it was not: level 4 not taken."""
    before = re.search(
        r"\b(?:not|never|no|without)\b(?:(?!\b(?:from|in|since|for|at|on|until|by)\b)[^,;.()]){0,15}$",
        text[: quantity.lead],
    )
    return bool(before or re.match(r"[^,;.()]{0,25}\b(?:not|never)\b", text[quantity.end :]))


def _same_part(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the number plays the same part: what a value came from or went to is not by how much it changed."""
    here, there = _part(sentence, said), _part(text, fact)
    if (
        said.kind == "count"
        and _AGED.search(text[: fact.lead])
        and nouns_after(sentence, said)
        and not _AGED.search(sentence[: said.lead])
    ):
        return bool(re.match(r"[\s-]*(?:years?|yrs?|to|and|or|[-–])\b", sentence[said.end :]))
    if (
        here in ("by", "to")
        and not there
        and _CHANGES_BY.search(sentence[: said.lead])
        and not _CHANGES_TOLD.search(text)
    ):
        return False  # raised by 112 %, for a rate of 112 %
    return not here or not there or here == there or {here, there} == {"from", "to"}


def _elliptic(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether one of two numbers leaves out the unit of the other: twelve years, the last four as a mate."""
    pair = {said.kind: (sentence, said), fact.kind: (text, fact)}
    if pair.keys() != {"count", "time"}:
        return False
    (short, bare), (_, time) = pair["count"], pair["time"]
    unit = time.unit.rstrip("s")
    return (
        unit in UNITS
        and bare.value * UNITS[unit][1] == time.value
        and bool(
            re.search(r"\b(?:last|first|final|past)\s+$", short[: bare.lead], re.IGNORECASE)
            or re.match(r"\s+of\s+(?:them|these|those|which)\b", short[bare.end :], re.IGNORECASE)
        )
    )


def _part(text: str, quantity: Quantity) -> str:
    found = re.search(r"(\w*)\s*\b(from|to|by)\s+$", f"{text[: quantity.lead].rstrip()} ", re.IGNORECASE)
    if not found or (_DOER_OF.search(found[1]) and quantity.kind == "count" and not _CHANGED.match(found[1])):
        return ""  # submitted by two other teams
    return found[2].casefold()


def _other_rate(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the number is told per day where the facts tell it per week."""
    here, there = _rate(sentence, said), _rate(text, fact)
    if here == "year" and not there and _IN_YEAR.match(text, fact.end):
        return True
    return bool(here and there) and here != there


def _rate(text: str, quantity: Quantity) -> str:
    after = re.match(
        r"[^\d,;.]{0,40}?\b(?:per (day|week|month|quarter|year|hour|shift)|(dai|week|month|quarter|year|hour)ly)\b",
        text[quantity.end :],
    )
    return (after[1] or after[2]).replace("dai", "day") if after else ""


def _fractions(sentence: str, source: Source) -> Iterator[str]:
    """Shares such as 4/5 and 52 of 2,500: right numbers, wrong pair."""
    held = {pair for text in source.texts for pair in _pairs(text)}
    for pair in _pairs(sentence):
        if pair not in held and any(number in pair for other in held for number in other):
            yield f"{pair[0]:g} of {pair[1]:g} is not in the facts"


def _twice(sentence: str, source: Source) -> Iterator[str]:
    """One number of the facts told of two things: 180 hourly and 180 salaried, for 180 hourly and salaried staff."""
    for one, other in itertools.combinations(
        [q for q in quantities(sentence) if q.kind in ("count", "money", "percent")], 2
    ):
        nouns = nouns_after(sentence, one)[:1], nouns_after(sentence, other)[:1]
        if one.value > 2 and equal(one, other) and all(nouns) and nouns[0] != nouns[1]:
            told = sum(equal(one, q) for _, q in source.numbers)
            if told == 1 and not re.search(r"\b(?:each|both|per|apiece)\b", " ".join([sentence, *source.texts])):
                yield f"the facts give {sentence[other.start : other.end].strip()} only once"
                return


def _singles(sentence: str, source: Source) -> Iterator[str]:
    """A single one of what the facts count as several: in one season, for two seasons."""
    for found in _SINGLE.finditer(sentence):
        noun = next(word for word in found.groups() if word).casefold()
        again = re.compile(rf"\b(?:an?|one|single|sole|per|each|every)\s+(?:single\s+|sole\s+)?{noun}\b", re.IGNORECASE)
        if any(again.search(text) for text in source.texts):
            continue
        counted = [q for text, q in source.numbers if q.value != 1 and nouns_after(text, q)[:1] == [canonical(noun)]]
        counted += [q for _, q in source.numbers if q.unit.rstrip("s") == noun and q.text != "1"]
        if any(not any(equal(said, q) for said in quantities(sentence)) for q in counted):
            yield f"the facts speak of more than one {noun}"


def _years_apart(sentence: str, source: Source) -> Iterator[str]:
    """A number of one year told of another: 97% in 2022, where that was in 2023."""
    told = [pair for text in source.texts for pair in _by_year(text)]
    for number, year in _by_year(sentence):
        years = [there for other, there in told if equal(number, other)]
        if years and year not in years and any(there == year for _, there in told):
            yield f"the facts give {number.text} for another year"


def _by_year(text: str) -> Iterator[tuple[Quantity, float]]:
    found = quantities(text)
    for number, year in itertools.pairwise(
        q for q in found if "(" not in text[max(0, q.lead - 3) : q.lead] or q.kind == "year"
    ):
        between = text[number.end : year.start]
        if (
            number.kind != "year"
            and year.kind == "year"
            and re.fullmatch(r"[^,;.()]{0,40}?(?:\([^()]{0,20}\)\s*)?(?:\bin|\bof|\bfor|\()\s*", between)
        ):
            yield number, year.value


def _pairs(text: str) -> list[tuple[float, float]]:
    found = sorted(quantities(text), key=lambda one: one.start)
    return (
        [
            (
                round(a.value * b.value / 100, 6) if a.kind == "percent" else a.value,
                b.value,
            )  # 12% of 300, as 36 of them
            for a, b in itertools.pairwise(found)
            if re.fullmatch(r"\s*/\s*|\s+(?:out\s+)?of\s+(?:(?:the|my|our)\s+)?", text[a.end : b.start])
            and "time" not in (a.kind, b.kind)
            and not (b.kind == "year" and text.startswith(("'s", "’s"), b.end))  # two of 2023's five
        ]
        + [
            (b.value, a.value)
            for a, b in itertools.pairwise(found)
            if re.fullmatch(r"[^;.]{0,40}\bof\s+(?:these|those|which|whom|them)\s+(?:about\s+)?", text[a.end : b.lead])
        ]
    )


def _raised(said: Quantity, fact: Quantity) -> bool:
    """Whether the bound makes the number say more than the fact does."""
    if said.bound == "over":
        return fact.bound != "over" and not just_over(said, fact)
    if fact.bound in ("under", "up to"):
        return said.bound not in ("under", "up to", "about")
    if said.bound == "under":
        return fact.bound != "about"
    return False


def _within(text: str, fact: Quantity) -> bool:
    """Within 60 seconds is in under 60 seconds."""
    return fact.kind == "time" and bool(re.search(r"\bwithin\s+$", text[: fact.lead], re.IGNORECASE))


def _vague(sentence: str, quantity: Quantity, source: Source) -> bool:
    said = quantity.value
    if quantity.text.casefold() in ("decade", "decades"):
        named = any(other.text.casefold() == quantity.text.casefold() for _, other in source.numbers)
        return named or any(months >= 12 * said for months in source.spans)
    nouns = nouns_after(sentence, quantity)
    for text, other in source.numbers:
        if (
            other.value >= said
            and other.kind in ("count", "vague")
            and (not nouns or shares(nouns, nouns_after(text, other)))
        ):
            return True
    return False


def _lasted(quantity: Quantity, source: Source) -> bool:
    """A duration that cited dates bear out: not more than they span, and not much less."""
    if quantity.unit.rstrip("s") not in ("year", "yr", "month", "decade"):
        return False
    months = quantity.value / 2_629_800
    return any(0.75 * spanned <= months <= spanned + 0.5 for spanned in source.spans)
