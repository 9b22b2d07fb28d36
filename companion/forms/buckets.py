"""Which option of ranges holds an amount: "3–5", "5+", "less than 1", "45–60 days", "₹10–15 LPA".

Where two neighbours share the boundary figure, experience goes to the upper and everything else to the lower range.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import isfinite
from typing import cast

import msgspec
from babel import Locale

from companion.forms.amounts import INDIAN, duration, money, whole
from companion.forms.figures import DURATION_WORDS, SCALES, Interval, interval
from companion.forms.meaning import Meaning
from companion.forms.places import LANGUAGES
from companion.forms.value import Missing, Value
from companion.forms.words import declines, fold, stance, word_set
from companion.model.form import Option
from companion.model.posting import Period

_NO_OPTION = Missing(reason="No option holds your figure.", rule="no-option")
_CURRENCIES = {
    "₹": "INR", "rs": "INR", "inr": "INR", "rupees": "INR", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP",
    "gbp": "GBP", "usd": "USD", "us$": "USD", "$": "$", "cad": "CAD", "aud": "AUD", "sgd": "SGD", "chf": "CHF",
    "c$": "CAD", "a$": "AUD", "s$": "SGD", "¥": "JPY", "jpy": "JPY", "aed": "AED", "pln": "PLN", "zł": "PLN",
}  # fmt: skip
_DOLLARS = word_set("USD CAD AUD SGD NZD HKD")
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", r"\b(per hour|hourly|an hour|pro stunde|par heure|por hora)\b|/ ?h(ou)?r\b|\bp/?h\b|/ ?(h|std)\b"),
    ("day", r"\b(per day|daily|a day|pro tag|par jour|por dia)\b|/ ?(day|tag|jour)\b"),
    ("week", r"\b(per week|weekly|a week|pro woche|par semaine)\b|/ ?(week|wk|woche)\b"),
    ("month", r"\b(per month|monthly|a month|im monat|pro monat|monatlich|par mois)\b|/ ?mo(nth|nat)?\b|\bp\.?m\b"),
    ("year", r"\b(per year|per annum|yearly|annual(ly)?|a year|lpa|im jahr|pro jahr|jährlich|par an|al año)\b|"
             r"/ ?(y(ea)?r|jahr|an)\b|\bp\.?a\b"),
)  # fmt: skip
_THOUSANDS = re.compile(
    r"\bk ?(eur|usd|gbp|chf|inr|€|\$|£)|[€$£] ?k\b|\bin k\b|\btsd\b|\b(in )?thousands\b|\btausend\b"
)


_TO_A_TERM = re.compile(r"\b(to|zum|pour|a) (the )?(end|quarter|ende|quartal\w*|monatsende|fin)\b|\bend of\b")
"""A notice that ends only with a month or a quarter is longer than its figure."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """The chosen option, and what was assumed to get there ("" for nothing)."""

    index: int
    assumed: str = ""


def currency_in(text: str) -> str:
    """The currency a text names: ISO code, `$` where it may be any dollar, "" for none."""
    lowered = text.casefold()
    for sign, code in _CURRENCIES.items():
        if (sign.isalpha() and re.search(rf"\b{sign}\b", lowered)) or (not sign.isalpha() and sign in lowered):
            if code == "$" and re.search(r"[acs]\$|us\$", lowered):
                continue
            return code
    return ""


@cache
def _currency_names() -> dict[str, str]:
    each = (cast("dict[str, str]", Locale.parse(language).currencies) for language in LANGUAGES)
    return {fold(name): code for names in each for code, name in names.items()}


def currency_named(text: str) -> str:
    """The one currency an option stands for, by sign, code or name ("₹", "INR", "Indian Rupee"); "" for none."""
    code = _currency_names().get(fold(text)) or currency_in(text)
    return code or (text.strip() if text.strip() in _currency_names().values() else "")


def period_in(text: str) -> Period | None:
    """The pay period a text names, None where it names none."""
    return next((period for period, pattern in _PERIODS if re.search(pattern, text.casefold())), None)


def scale_in(text: str) -> str:
    """thousand where a text asks for amounts in thousands ("kEUR", "in k€", "Tsd."), else ""."""
    return "thousand" if _THOUSANDS.search(text.casefold()) else ""


def choose(value: Value, options: Sequence[Option], meaning: Meaning) -> Hit | Missing:
    """The option whose range holds `value` (duration, money or number)."""
    ranges = _one_scale(
        [
            (index, interval(option.label))
            for index, option in enumerate(options)
            if not declines(option.label) and not _TO_A_TERM.search(fold(option.label))
        ]
    )
    if not any(found for _, found in ranges):
        return _NO_OPTION
    if value.kind == "money" and _too_small(value, [found for _, found in ranges if found], meaning):
        return Missing(reason="The options do not say in which unit they are.", rule="no-unit")
    hits: list[tuple[int, Interval]] = []
    whole_in: list[tuple[int, Interval]] = []
    assumed = ""
    for index, found in ranges:
        if found is None:
            continue
        amount = _amount_for(value, found, options[index].label, meaning)
        if isinstance(amount, Missing):
            return amount
        low, high, said = amount
        if _fits(value, found, low, high, [each for _, each in ranges if each]):
            hits.append((index, found))
            whole_in += [(index, found)] if found.holds(high) else []
            assumed = assumed or said
    if not hits:
        return _NO_OPTION
    hits = whole_in or hits  # "50-60, 60-70" for 60 to 70
    return Hit(index=_one_of(hits, value, meaning), assumed=assumed)


def _too_small(value: Value, ranges: list[Interval], meaning: Meaning) -> bool:
    """ "0-5, 5-10, 10+" without a unit cannot be whole currency units for 1,800,000 a year."""
    if meaning.unit in SCALES or any(found.scale for found in ranges):
        return False
    figures = [abs(each) for found in ranges for each in (found.low, found.high) if isfinite(each)]
    return bool(figures) and value.low > 100 * max(figures)


def _one_scale(ranges: list[tuple[int, Interval | None]]) -> list[tuple[int, Interval | None]]:
    """ "0-5, 5-10 LPA": a figure without the scale that its neighbours name has it too."""
    scales = {found.scale for _, found in ranges if found and found.scale}
    if len(scales) != 1:
        return ranges
    scale = scales.pop()
    size = SCALES[scale]

    def lift(found: Interval | None) -> Interval | None:
        if (
            found is None
            or found.scale
            or max(abs(each) for each in (found.low, found.high) if isfinite(each)) >= 1_000
        ):
            return found
        return msgspec.structs.replace(found, low=found.low * size, high=found.high * size, scale=scale)

    return [(index, lift(found)) for index, found in ranges]


def _amount_for(value: Value, found: Interval, label: str, meaning: Meaning) -> tuple[float, float, str] | Missing:
    """The value in the unit of one option: its own, else the question's."""
    if value.kind == "number":
        return value.low, value.high, ""
    if value.kind == "duration":
        unit = found.unit or (meaning.unit if meaning.unit in DURATION_WORDS else "")
        if not unit and value.unit == "year" and meaning.key.startswith("years."):
            unit = "year"
        if not unit and found.low == found.high == 0:
            unit = value.unit
        if not unit:
            return Missing(reason="The options name no unit.", rule="no-unit")
        amount = duration(value, unit)
        return amount.low, amount.high, amount.assumed
    currency = currency_in(label) or meaning.currency
    if currency == "$":
        currency = value.currency if value.currency in _DOLLARS else "USD"
    scale = "" if found.scale else (meaning.unit if meaning.unit in SCALES else "")
    if {found.scale, scale} & {"lakh", "crore"} and not currency_in(label):
        currency = value.currency if value.currency in INDIAN else "INR"
    amount = money(value, currency=currency, period=period_in(label) or meaning.period, unit=scale)
    if isinstance(amount, Missing):
        return amount
    return amount.low, amount.high, amount.assumed


def _fits(value: Value, found: Interval, low: float, high: float, every: list[Interval]) -> bool:
    if value.kind == "money":
        return found.holds(low)
    if found.holds(low) and (value.at_least or low == high or value.kind == "duration"):
        return True
    gapped = whole(low, "down" if value.unit == "year" else "up")
    return not any(each.holds(low) for each in every) and found.holds(gapped)


def _one_of(hits: list[tuple[int, Interval]], value: Value, meaning: Meaning) -> int:
    """Narrowest range first; at a shared boundary the upper one for experience, the lower one else."""
    exact = [index for index, found in hits if found.exact]
    if len(exact) == 1:
        return exact[0]
    upper = meaning.key.startswith("years.") or value.unit == "year"
    ordered = sorted(hits, key=lambda hit: (hit[1].low, hit[1].high))
    return (ordered[-1] if upper else ordered[0])[0]


def as_yes_no(value: Value, threshold: float, unit: str) -> bool | Missing:
    """ "5+ years?" as yes or no. A lower bound below the threshold proves nothing."""
    unit = unit if unit in DURATION_WORDS else "year"
    amount = duration(value, unit) if value.kind == "duration" else None
    low, high = (amount.low, amount.high) if amount else (value.low, value.high)
    if low >= threshold:
        return True
    if value.at_least or high >= threshold:
        return Missing(
            reason="Your dated experience does not settle whether you have that many.", rule="below-threshold"
        )
    return False


def numeric(options: Sequence[Option]) -> bool:
    """True where most options are amounts."""
    real = [option for option in options if fold(option.label) and stance(option.label) == "other"]
    return bool(real) and sum(interval(option.label) is not None for option in real) * 2 > len(real)
