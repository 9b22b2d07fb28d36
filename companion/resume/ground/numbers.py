"""Numbers of a sentence against the numbers of its facts: same value, same unit, same thing counted, same order."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from companion.model.profile import Fact
from companion.resume.ground.clauses import Clause, clauses
from companion.resume.ground.counted import counts_same, named_same, nouns_after, shares
from companion.resume.ground.lexicon import supports
from companion.resume.ground.quantities import Quantity, quantities

_MONTHS = "january february march april may june july august september october november december".split()


class Source:
    """The cited facts, read once: their texts, numbers and clauses."""

    def __init__(self, cited: Sequence[Fact], today: date | None) -> None:
        self.texts = [fact.text for fact in cited]
        self.numbers = [(text, q) for text in self.texts for q in quantities(text)]
        self.clauses = [(text, clause) for text in self.texts for clause in clauses(text)]
        self.each = any(re.search(r"\beach\b", text, re.IGNORECASE) for text in self.texts)
        self.dates = _dated(cited)
        self.spans = [*_spans(cited, today), *_between(self.texts)]


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
            if _equal(quantity, other) and _same_part(sentence, quantity, text, other)
        ]  # fmt: skip
        if not matching and _with_oneself(sentence, quantity, source):
            continue
        if not matching:
            yield f"the number {shown} is not in the facts"
            continue
        if not _denied(sentence, quantity) and all(_denied(text, other) for text, other in matching):
            yield f"the facts deny {shown}"
            continue
        if all(_raised(quantity, other) for _, other in matching):
            yield f"“{quantity.bound} {shown}” says more than the facts".replace("“ ", "“")
            continue
        if not any(counts_same(sentence, quantity, text, other) for text, other in matching):
            yield f"the facts do not say {shown} of this"
        elif all(_other_rate(sentence, quantity, text, other) for text, other in matching):
            yield f"the facts give {shown} for another time"
        elif _swapped(sentence, quantity, own, matching, source):
            yield f"the number {shown} belongs to something else in the facts"
    yield from _fractions(sentence, source)
    yield from _reversed(sentence, source)
    yield from _months(sentence, source)


def _denied(text: str, quantity: Quantity) -> bool:
    """Whether what comes next says that it was not: level 4 not taken."""
    before = re.search(r"\b(?:not|never|no|without)\b[^,;.()]{0,15}$", text[: quantity.lead])
    return bool(before or re.match(r"[^,;.()]{0,25}\b(?:not|never)\b", text[quantity.end :]))


def _with_oneself(sentence: str, said: Quantity, source: Source) -> bool:
    """A team of three, where the facts say with two others; and with two others, where they say one of three."""

    def among(text: str, number: Quantity) -> bool:
        return bool(re.search(r"\b(?:team|group|trio|crew|one)\s+of\s+$", text[: number.lead], re.IGNORECASE)) or bool(
            re.match(r"[\s-](?:person|people|member|strong|man)\b", text[number.end :])
        )

    def beside(text: str, number: Quantity) -> bool:
        return bool(re.search(r"\b(?:with|alongside|and)\s+$", text[: number.lead], re.IGNORECASE))

    if said.value == 2 and among(sentence, said):
        return any(re.search(r"\bwith\s+(?:one|another|an?|my)\b", text, re.IGNORECASE) for text in source.texts)
    return said.kind == "count" and any(
        other.kind == "count"
        and (
            (other.value == said.value - 1 and among(sentence, said) and beside(text, other))
            or (other.value == said.value + 1 and beside(sentence, said) and among(text, other))
        )
        for text, other in source.numbers
    )


def _same_part(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the number plays the same part: what a value came from or went to is not by how much it changed."""
    here, there = _part(sentence, said), _part(text, fact)
    return not here or not there or here == there or {here, there} == {"from", "to"}


def _part(text: str, quantity: Quantity) -> str:
    found = re.search(r"\b(from|to|by)\s+$", f"{text[: quantity.lead].rstrip()} ", re.IGNORECASE)
    return found[1].casefold() if found else ""


def _other_rate(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the number is told per day where the facts tell it per week."""
    here, there = _rate(sentence, said), _rate(text, fact)
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


def _pairs(text: str) -> list[tuple[float, float]]:
    return [
        (a.value, b.value)
        for a, b in itertools.pairwise(quantities(text))
        if re.fullmatch(r"\s*/\s*|\s+(?:out\s+)?of\s+(?:the\s+)?", text[a.end : b.start])
    ]


def _equal(a: Quantity, b: Quantity) -> bool:
    if b.kind == "vague":
        return a.kind == "count" and a.value == b.value and b.text.casefold() in ("dozen", "couple")
    kinds = {a.kind, b.kind}
    if a.kind == b.kind:
        if a.kind == "money" and a.unit != b.unit:
            return False
        close = abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value), 1e-12)
        rounded = a.kind == "time" and abs(a.value - b.value) <= 0.004 * b.value
        return close or rounded or (a.bound == "over" and _just_over(a, b))
    if kinds == {"count", "length"}:
        count, length = (a, b) if a.kind == "count" else (b, a)
        return count.value == length.value * 1e6 and count.text == length.text  # 24 m, for metres
    if kinds == {"count", "year"} or kinds == {"count", "ordinal"}:
        return False
    if kinds == {"times", "count"}:
        return a.value == b.value and "twice" in (a.text.casefold(), b.text.casefold())
    if kinds == {"times", "percent"}:
        times, percent = (a, b) if a.kind == "times" else (b, a)
        return abs((times.value - 1) * 100 - percent.value) < 1e-9 and times.value == 2
    return False


def _just_over(a: Quantity, b: Quantity) -> bool:
    """`over 1,000` of 1,048: a round number not far below."""
    return 0.75 * b.value <= a.value < b.value


def _raised(said: Quantity, fact: Quantity) -> bool:
    """Whether the bound makes the number say more than the fact does."""
    if said.bound == "over":
        return fact.bound != "over" and not _just_over(said, fact)
    if fact.bound == "under":
        return said.bound not in ("under", "about")
    if said.bound == "under":
        return fact.bound not in ("under", "about")
    return False


def _vague(sentence: str, quantity: Quantity, source: Source) -> bool:
    said = quantity.value
    nouns = nouns_after(sentence, quantity)
    for text, other in source.numbers:
        if (
            other.value >= said
            and other.kind in ("count", "vague")
            and (not nouns or shares(nouns, nouns_after(text, other)))
        ):
            return True
    if quantity.text.casefold() in ("decade", "decades"):
        return any(months >= 12 * said for months in source.spans)
    return False


def _lasted(quantity: Quantity, source: Source) -> bool:
    """A duration that cited dates bear out: not more than they span, and not much less."""
    if quantity.unit.rstrip("s") not in ("year", "yr", "month", "decade"):
        return False
    months = quantity.value / 2_629_800
    return any(0.75 * spanned <= months <= spanned + 0.5 for spanned in source.spans)


def _swapped(
    sentence: str, said: Quantity, own: Sequence[Clause], matching: Sequence[tuple[str, Quantity]], source: Source
) -> bool:
    """Whether another number of the facts stands where this one is put."""
    here = _clause_at(own, said.start)
    if not here or any(named_same(sentence, said, text, other) for text, other in matching):
        return False
    best = max(_overlap(here, _clause_at(clauses(text), other.start)) for text, other in matching)
    for text, other in source.numbers:
        if other.kind == said.kind and not _equal(said, other):
            counted = nouns_after(sentence, said)
            if any(shares(counted, nouns_after(t, o)) for t, o in matching) and not shares(
                counted, nouns_after(text, other)
            ):
                continue  # it counts what it counts there, wherever the clause has moved
            there = _clause_at(clauses(text), other.start)
            if not any(o.start == other.start and t == text for t, o in matching) and _overlap(here, there) >= best + 2:
                return True
    return False


def _clause_at(found: Sequence[Clause], at: int) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    place = next((n for n, clause in enumerate(found) if clause.start <= at < clause.end), None)
    if place is None:
        return none
    return found[place].keys or (found[place - 1].keys if place else none)  # boxes for the shop, about 85


def _overlap(a: frozenset[str], b: frozenset[str]) -> int:
    return sum(supports(key, b) for key in a)


def _reversed(sentence: str, source: Source) -> Iterator[str]:
    """`from 2 to 4` where the facts go from 4 to 2."""
    for first, second in ranges(sentence):
        for text in source.texts:
            for a, b in ranges(text):
                if _equal(first, b) and _equal(second, a) and not _equal(first, a):
                    yield "a change is told the wrong way round"
                    return


def ranges(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """What values went from and to."""
    found = [q for q in quantities(text) if q.kind != "vague"]
    for a, b in itertools.pairwise(found):
        between = text[a.end : b.start]
        if re.search(r"\bfrom\b[^.;]{0,25}$", text[: a.start]) and re.search(r"\b(?:to|down|up)\b", between):
            yield a, b
        elif re.fullmatch(
            r"[^.;]{0,40}\bdown\s+from\s+|[^.;,]{0,20},?\s*(?:up|compared|instead)?\s*(?:from|of)\s+", between
        ):
            yield b, a


def _dated(cited: Sequence[Fact]) -> set[tuple[int, int]]:
    out: set[tuple[int, int]] = set()
    for fact in cited:
        if found := re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?", fact.text.strip()):
            out.add((int(found[1]), int(found[2] or 0)))
    return out


def _months(sentence: str, source: Source) -> Iterator[str]:
    """Months beside years that the facts do not name."""
    text = " ".join(source.texts).casefold()
    for found in re.finditer(
        rf"\b({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)}|sept)\.?\s+(\d{{4}})\b", sentence, re.IGNORECASE
    ):
        number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(found[1].casefold()[:3]))
        if (int(found[2]), number) not in source.dates and found[0].casefold() not in text:
            yield f"the date {found[0]} is not in the facts"


def _between(texts: Sequence[str]) -> Iterator[float]:
    """Months from one year to another that a text names."""
    for text in texts:
        for found in re.finditer(r"\b((?:19|20)\d\d)\s?(?:-|–|to)\s?((?:19|20)\d\d)\b", text):
            yield 12.0 * (int(found[2]) - int(found[1]))


def _spans(cited: Sequence[Fact], today: date | None) -> list[float]:
    """Months that the cited entries lasted, each and together."""
    starts: dict[str, float] = {}
    ends: dict[str, float] = {}
    for fact in cited:
        entry, _, name = fact.path.rpartition("/")
        if name in ("startDate", "endDate") and (found := re.match(r"(\d{4})(?:-(\d{2}))?", fact.text)):
            # A year alone may mean any month of it: the shortest reading is the safe one.
            month = int(found[2]) if found[2] else (12 if name == "startDate" else 1)
            (starts if name == "startDate" else ends)[entry] = int(found[1]) * 12 + month
    out: list[float] = []
    for entry, start in starts.items():
        end = ends.get(entry, today.year * 12 + today.month if today else None)
        if end is not None and end >= start:
            out.append(end - start + 1)
    return [*out, sum(out)] if len(out) > 1 else out
