"""Numbers, amounts, shares, durations, dates and vague counts of a text, by value and with what they count."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.ground.measures import (
    CODES,
    CURRENCIES,
    FOLDED,
    LETTERS,
    NUMERALS,
    SCALES,
    UNITS,
    Quantity,
)
from companion.resume.ground.worded import worded

_OVER = (
    r"(?<!hand )(?<!handed )(?<!handing )(?<!take )(?<!took )(?<!taking )(?<!turned )(?<!carried )"
    r"(?<!look )(?<!looked )(?<!looking )(?<!went )(?<!going )(?<!watched )over|"
    r"more\s+than|above|beyond|exceeding|in\s+excess\s+of|upwards\s+of|at\s+least|greater\s+than|a\s+minimum\s+of"
)
_UNDER = r"under|less\s+than|fewer\s+than|below|nearly|almost|close\s+to|just\s+under|approaching"
_UP_TO = (
    r"as\s+(?:many|much|large|big|high|long|far)\s+as|up\s+to|at\s+most|(?:no|never|not)\s+(?:more\s+than|over|above)|"
    r"(?:a\s+)?max(?:imum|\.)?(?:\s+of)?"
)
_ABOUT = r"about|around|approximately|approx\.?|roughly|some|circa|~|≈|ca\.?"
_NUMBER = re.compile(
    rf"(?:(?P<over>\b(?:{_OVER})\s+|>\s*)|(?P<upto>\b(?:{_UP_TO})\s+)|(?P<under>\b(?:{_UNDER})\s+|<\s*)|(?P<about>(?:\b(?:{_ABOUT})\s+|[~≈]\s*)))?"
    rf"(?P<currency>us\$|[$€£¥₹]|\b(?:{'|'.join(CODES)})\s?)?"
    r"(?P<number>(?<![\w.,])\d{1,3}(?:[,.’'\s]\d{3})+(?![\d])(?:[.,]\d{1,2})?|(?<![\w.,])\d+(?:[.,]\d+)?|(?<=[$€£¥₹])\d+(?:[.,]\d+)?"
    rf"|\b(?:{'|'.join(sorted(NUMERALS, key=len, reverse=True))})(?:(?<=ty)[\s-]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)\b)?\b"
    r"|\b(?:a|an)\s+(?=hundred\b|thousand\b|million\b|billion\b))"
    r"(?:(?P<ordinal>st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?|mn|bn|mio|[kmb](?![\w²&]))\.?)?"
    r"(?:\s?(?P<plus>\+))?"
    r"(?:[\s-]?(?P<percent>%|per\s?cent\b|percentage\s+points?\b|pct\b)|(?P<times>\s?[x×](?!\w)|[\s-]?fold\b|\s+times\b)"
    rf"|[\s-]?(?:Swiss\s+(?=francs?))?(?!(?:{'|'.join(NUMERALS)})\b)(?P<unit>square[\s-]met(?:re|er)s?|sq\.?\s?m|[a-zA-Z²]+)\b)?",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\s+(?:(?:academic|school|consecutive|full|calendar|financial)\s+)?(?:seasons?|winters?|summers?|terms?|semesters?|years?|months?|weeks?|days?|quarters?|sprints?)\b(?!\s+(?:of|experience|in\s+the\s+field))",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|and|or|-|–|—|bis)\s*(?:under|over|about|around)?\s*", re.IGNORECASE)
_FROM = re.compile(
    r"\s*,?\s*(?:instead of|rather than|down from|up from|from|compared (?:to|with)|\(was)\s*", re.IGNORECASE
)
_YEAR = re.compile(r"^(?:19[5-9]\d|20[0-4]\d)$")
_ONCE_REMOVED = re.compile(
    r"\s(?!(?:and|or|to|of|in|at|on|per|for|by|with|from)\b)[a-z]+(?:-[a-z]+)?\s"
    r"(?P<unit>years|months|weeks|(?<!working )days|hours)\b"
)


@functools.lru_cache(maxsize=1_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of `text`, written in digits or words, and every vague count."""
    return tuple(_quantities(text))


def masked(sentence: str, *, measured: bool = False) -> str:
    """`sentence` with its numbers blanked out, or with those only that have a unit; they are judged apart."""
    out = list(sentence)
    for quantity in quantities(sentence):
        ranks = quantity.kind == "ordinal" and quantity.text[0].isdigit()
        end = quantity.start if measured and not quantity.unit and not ranks else quantity.end
        end += 2 * sentence.startswith(("'s", "’s"), end)
        out[quantity.lead : end] = " " * (end - quantity.lead)
    return "".join(out)


def _quantities(text: str) -> Iterator[Quantity]:
    read = [
        q
        for found in _NUMBER.finditer(text)
        if found["number"] is not None and (q := _quantity(found, text)) is not None
    ]
    read = list(_in_so_many([_measured(quantity, text) for quantity in read], text))
    for place, quantity in enumerate(read):
        before, after = read[place - 1] if place else None, read[place + 1] if place + 1 < len(read) else None
        between = "" if after is None else text[quantity.end : after.start]
        if after is not None and (_TO.fullmatch(between) or re.fullmatch(r"\s+(?:out\s+)?of\s+(?:the\s+)?", between)):
            yield _with_unit_of(quantity, after, text)
        elif before is not None and (
            _FROM.fullmatch(text[before.end : quantity.start])
            or re.fullmatch(
                r"\s+(?:(?:down |up )?to\s+(?:under\s+)?|(?:out\s+)?of\s+)", text[before.end : quantity.start]
            )
        ):
            yield _with_unit_of(quantity, before, text)
        else:
            yield quantity
    yield from worded(text, read)


def _in_so_many(read: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Two numbers that tell one share taken as that: 3 in 10 files."""
    found = iter(itertools.zip_longest(read, read[1:]))
    for part, whole in found:
        if (
            whole
            and text[part.end : whole.lead] == " in "
            and part.kind == whole.kind == "count"
            and part.value < whole.value <= (100 if part.value == 1 else 10)
        ):
            share = {"kind": "percent", "value": 100 * part.value / whole.value, "end": whole.end}
            yield msgspec.structs.replace(part, **share, text=text[part.start : whole.end])
            next(found, None)
        else:
            yield part


def _measured(quantity: Quantity, text: str) -> Quantity:
    """Three accident-free years are three years."""
    found = _ONCE_REMOVED.match(text, quantity.end) if quantity.kind == "count" else None
    if not found:
        return quantity
    unit = found["unit"].casefold()
    value = quantity.value * UNITS[unit][1]
    return msgspec.structs.replace(quantity, kind="time", value=value, unit=unit)


def _with_unit_of(bare: Quantity, other: Quantity, text: str) -> Quantity:
    """`from 50 to 18 minutes`, `18 minutes instead of 50`: the bare number has the unit of the other."""
    if bare.kind == "year" and other.kind in ("percent", "time", "money"):
        return bare  # in 2023 and 97% in 2022
    if other.kind == "percent" and other.end < bare.lead and text[other.end : bare.lead].strip().startswith("of"):
        return bare  # 12% of 300
    if bare.kind not in ("count", "year") or other.kind not in (
        "time",
        "percent",
        "data",
        "money",
        "length",
        "weight",
        "area",
        "volume",
        "power",
    ):
        return bare
    factor = UNITS[other.unit][1] if other.unit in UNITS else 1.0
    return msgspec.structs.replace(bare, kind=other.kind, unit=other.unit, value=bare.value * factor)


def _quantity(found: re.Match[str], text: str) -> Quantity | None:
    """The number a match stands for, or None where it is none."""
    quantity = _read(found, text)
    return quantity and msgspec.structs.replace(quantity, lead=found.start())


def _read(found: re.Match[str], text: str) -> Quantity | None:
    raw = found["number"].strip()
    start, end = found.start("number"), found.end("number")
    value = _value(raw)
    if value is None:
        return None
    ends_a_change = re.search(r"\bfrom\b[^.;]{0,40}\bto\s+$", text[: found.start()])
    if raw.casefold() == "one" and not found["unit"] and not found["percent"] and not ends_a_change:
        return None
    bound = (
        "over"
        if found["over"] or found["plus"]
        else "up to"
        if found["upto"]
        else "under"
        if found["under"]
        else "about"
        if found["about"]
        else ""
    )
    if bound == "over" and found["over"] and _LASTING.match(text, end):
        bound = ""  # "over two seasons" is how long, "over two years of experience" how much
    scale = (found["scale"] or "").casefold()
    if scale:
        value *= SCALES[scale]
        end = found.end("scale")
    if found["plus"]:
        end = found.end("plus")
    if found["currency"]:
        currency = CURRENCIES[found["currency"].strip().casefold()]
        return Quantity(
            kind="money", value=value, unit=currency, bound=bound, start=found.start("currency"), end=end, text=raw
        )
    if found["percent"]:
        return Quantity(kind="percent", value=value, bound=bound, start=start, end=found.end("percent"), text=raw)
    if found["times"]:
        return Quantity(kind="times", value=value, bound=bound, start=start, end=found.end("times"), text=raw)
    if found["ordinal"]:
        return Quantity(kind="ordinal", value=value, start=start, end=found.end("ordinal"), text=raw)
    unit = re.sub(r"^sq.*", "sqm", found["unit"] or "", flags=re.IGNORECASE).replace("HR", "")  # of people, not of time
    if unit not in LETTERS:
        unit = "" if unit.casefold() in FOLDED else unit.casefold()
    if unit in CURRENCIES:
        return Quantity(
            kind="money", value=value, unit=CURRENCIES[unit], bound=bound, start=start, end=found.end("unit"), text=raw
        )
    if unit == "second" and raw.casefold() in ("one", "1"):
        return None  # "one second place"
    if unit in UNITS and not (len(unit) == 1 and text[found.end("unit") : found.end("unit") + 1] == "-"):
        kind, factor = UNITS[unit]
        return Quantity(
            kind=kind, value=value * factor, unit=unit, bound=bound, start=start, end=found.end("unit"), text=raw
        )
    if _YEAR.match(raw):
        return Quantity(kind="year", value=value, bound=bound, start=start, end=end, text=raw)
    if raw.casefold() == "one" and not ends_a_change:
        return None
    return Quantity(kind="count", value=value, bound=bound, start=start, end=end, text=raw)


def _value(raw: str) -> float | None:
    folded = raw.casefold()
    if folded in ("a", "an"):
        return 1.0
    if folded[0].isalpha():
        total = sum(NUMERALS.get(part, 0) for part in re.split(r"[\s-]", folded))
        return float(total) if total else None
    if re.fullmatch(r"\d{1,3}(?:[,.’'\s]\d{3})+(?:[.,]\d{1,2})?", folded):
        whole = re.match(r"(\d{1,3}(?:[,.’'\s]\d{3})+)(?:[.,](\d{1,2}))?$", folded)
        assert whole is not None
        return float(re.sub(r"\D", "", whole[1]) + (f".{whole[2]}" if whole[2] else ""))
    return float(folded.replace(",", "."))
