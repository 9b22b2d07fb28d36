"""Numbers as forms write them, and options that are ranges: "3–5 years", "5+", "less than ₹10 LPA", "45 to 60 days".

Pure parsing; which option fits a fact is decided in `buckets`.
"""

import math
import re
from functools import lru_cache

import msgspec

DURATION_WORDS = {
    "day": "day|days|d|tag|tage|tagen|jour|jours|dia|dias|din",
    "week": "week|weeks|wk|wks|woche|wochen|semaine|semaines|semana|semanas|hafta|hafte",
    "month": "month|months|mo|mos|mth|mths|monat|monate|monaten|mois|mes|meses|mahina|mahine",
    "year": "year|years|yr|yrs|y|jahr|jahre|jahren|an|ans|annee|annees|ano|anos|saal|sal",
}
SCALE_WORDS = {
    "lakh": "lakh|lakhs|lac|lacs|lpa|l|lakhs pa|lacs pa",
    "crore": "crore|crores|cr|crs|cpa",
    "thousand": "k|thousand|tsd|mil",
    "million": "m|mn|mio|million|millions",
}
SCALES = {"lakh": 100_000.0, "crore": 10_000_000.0, "thousand": 1_000.0, "million": 1_000_000.0}

_UNIT_OF = {
    word: unit for table in (DURATION_WORDS, SCALE_WORDS) for unit, words in table.items() for word in words.split("|")
}
_SPOKEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_SMALL = {word: number for number, word in enumerate(_SPOKEN.split())}
_NUMBER = re.compile(
    r"(?<![\w.,])[$€£¥₹]?\s?"
    r"(?P<number>\d{1,3}(?:[,.'’ \u202f\u00a0]\d{2,3})*[,.'’ \u202f\u00a0]\d{3}(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
    r"\s?\+?\s?(?P<unit>[a-zA-Z]+)?"
)
_MORE = re.compile(
    r"\+|\b(or more|or above|and above|and over|and more|or greater|or over|plus|above|onwards?|y mas|ou plus|"
    r"oder mehr|und mehr|e mais|ou mais)\b|≥|>="
)
_OVER = re.compile(
    r"^\W*(more than|longer than|later than|over|greater than|above|exceeding|>(?!=)|"
    r"mehr als|uber|plus de|mas de|mais de)"
)
_AT_LEAST = re.compile(r"^\W*(at least|minimum( of)?|min\.?|from|≥|>=|mindestens|ab|au moins|al menos|pelo menos)\b")
_LESS = re.compile(
    r"^\W*(less than|shorter than|sooner than|fewer than|under|below|<(?!=)|weniger als|unter|moins de|menos de)"
)
_UP_TO = re.compile(
    r"^\W*(up to|at most|maximum( of)?|max\.?|within|no more than|not more than|≤|<=|bis( zu)?|jusqu|hasta|ate)"
)
_NONE = re.compile(r"^\W*(none|no experience|no prior|nil|zero|fresher|keine|aucune|ninguna|nenhuma)\b")
_IMMEDIATE = re.compile(
    r"\b(immediate(ly)?|no notice|sofort|right away|straight away|available now|inmediata|imediato|immediatement)\b"
)
_BELOW_AFTER = re.compile(
    r"\b(or less|or fewer|or under|and below|and under|or below|oder weniger|ou moins|o menos|ou menos)\b"
)


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """What an option covers, `low`–`high` in `unit` ("" where the option names none); open ends exclude the figure."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False
    unit: str = ""
    scale: str = ""
    """The scale word the figures carried (lakh, thousand, …); they are in whole units already."""

    def holds(self, amount: float) -> bool:
        above = amount > self.low if self.open_low else amount >= self.low
        return above and (amount < self.high if self.open_high else amount <= self.high)

    @property
    def exact(self) -> bool:
        return self.low == self.high


def number(text: str) -> float | None:
    """The only number in `text` (`18,00,000`, `50.000`, `4.5`), None where there is none or more than one."""
    found = [_plain(match["number"]) for match in _NUMBER.finditer(text)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8_192)
def interval(label: str) -> Interval | None:
    """The range of amounts an option names; None where it names none."""
    text = label.casefold().replace("–", "-").replace("—", "-").replace("‑", "-").strip()
    text = re.sub(r"\b(" + "|".join(_SMALL) + r")\b", lambda match: str(_SMALL[match[1]]), text)
    text = re.sub(r"(?<=\d)\s*-\s*(?=[$€£¥₹]?\d)", " - ", text)
    text = re.sub(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])", " ", text)
    found = list(_NUMBER.finditer(text))
    if not found or len(found) > 2:
        return _worded(text, found)
    figures = [_plain(match["number"]) for match in found]
    units = [_UNIT_OF.get(match["unit"] or "", "") for match in found]
    scale = next((unit for unit in reversed(units) if unit in SCALES), "")
    unit = next((unit for unit in reversed(units) if unit in DURATION_WORDS), "") or _unit_after(text, found[-1].end())
    if len(figures) == 2 and units[0] and units[1] and units[0] != units[1] and not scale:
        return _mixed(figures, units)
    scales = [SCALES.get(each or scale, 1.0) for each in units] if scale else [1.0, 1.0]
    figures = [figure * size for figure, size in zip(figures, scales, strict=False)]
    if len(figures) == 1:
        return _single(text, figures[0], unit=unit, scale=scale)
    low, high = figures
    if low > high:
        return None
    closed_below = not _OVER.search(text)
    closed_above = not re.search(r"\b(less than|under|below)\b", text)
    return Interval(low=low, high=high, open_low=not closed_below, open_high=not closed_above, unit=unit, scale=scale)


def _single(text: str, figure: float, *, unit: str, scale: str) -> Interval:
    below = Interval(low=-math.inf, high=figure, unit=unit, scale=scale)
    above = Interval(low=figure, high=math.inf, unit=unit, scale=scale)
    if _LESS.search(text):
        return msgspec.structs.replace(below, open_high=True)
    if _UP_TO.search(text) or _BELOW_AFTER.search(text):
        return below
    if _OVER.search(text):
        return msgspec.structs.replace(above, open_low=True)
    if _AT_LEAST.search(text) or _MORE.search(text):
        return above
    return Interval(low=figure, high=figure, unit=unit, scale=scale)


def _worded(text: str, found: list[re.Match[str]]) -> Interval | None:
    if found:
        return None
    if _NONE.search(text) or _IMMEDIATE.search(text):
        return Interval(low=0, high=0, unit="")
    return None


def _mixed(figures: list[float], units: list[str]) -> Interval | None:
    """ "6 months - 1 year": both ends in the unit of the second."""
    if any(unit not in DURATION_WORDS for unit in units):
        return None
    days = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
    low = figures[0] * days[units[0]] / days[units[1]]
    return Interval(low=low, high=figures[1], unit=units[1]) if low <= figures[1] else None


def _unit_after(text: str, position: int) -> str:
    words = re.findall(r"[a-zà-ÿ]+", text[position : position + 40])
    return next((_UNIT_OF[word] for word in words[:3] if len(word) > 1 and _UNIT_OF.get(word) in DURATION_WORDS), "")


def _plain(written: str) -> float:
    bare = re.sub(r"['’ \u202f\u00a0]", "", written)
    separators = [character for character in bare if character in ",."]
    if not separators:
        return float(bare)
    last = separators[-1]
    head, _, tail = bare.rpartition(last)
    grouped = len(tail) == 3 and (len(separators) == 1 or len(set(separators)) == 1) and head not in {"0", ""}
    if grouped or separators.count(last) > 1:
        return float(re.sub(r"[.,]", "", bare))
    return float(re.sub(r"[.,]", "", head) + "." + tail)
