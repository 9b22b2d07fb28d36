"""For which time an amount is paid: from the words around it, and from its size only where no other time is plausible."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

from companion.intake.money import Amount
from companion.model.posting import Period

_PERIOD_WORDS: tuple[tuple[Period, str], ...] = (
    ("hour", r"(?:/|per |an? |each )\s?(?:hour|hr|h\b)|\bhourly|\bp\.?/?h\b|\bhr\b|stunde(?:nlohn)?|/\s?(?:std|stunde)|pro stunde|stündlich|(?:de l'|par |/ ?)heure|horaire|"
     r"por hora|la hora|/\s?hora|per uur|/\s?uur|per time|timlön|all'ora|/\s?ora\b|na godzinę|/h\b|čas hodin|za hodinu|/\s?hod\b|時給|시급|प्रति घंट"),
    ("day", r"(?:/|per |a |each )\s?day\b|\bdaily\b|day rate|per diem|/d\b|pro tag|tagessatz|par jour|journalier|tjm|por día|por dia|per dag|dagtarief|per shift|日給|일급"),
    ("week", r"(?:/|per |a |each )\s?(?:week|wk)\b|\bweekly\b|pro woche|par semaine|por semana|per week|\bp\.?w\.?\b"),
    ("month", r"(?:/|per |a |each )\s?(?:month|mo\b|mth)|\bmonthly\b|\bp\.?m\.?\b(?! to)|pro monat|monat(?:lich|sgehalt|sbrutto)?|brutto/monat|par mois|mensuel|/\s?mois|al mes|mensual|/\s?mes\b|"
     r"por mês|mensal|per maand|/\s?maand|per måned|per månad|i månaden|al mese|/mese|miesięcznie|/\s?mies|/\s?miesiąc|bruto per maand|měsíčně|/\s?kk\b|kuukau|/\s?mån\b|havi\b|aylık|lunar\b|mensais|месяц|місяц|月給|月薪|月収|월급|प्रति माह|मासिक"),
    ("year", r"(?:/|per |a |each )\s?(?:year|yr|annum|anno)\b|\bannual(?:ly|i[sz]ed)?\b|\byearly\b|\bp\.?\s?a\.?\b|\bpa\b|\bLPA\b|\bCTC\b|pro jahr|jahr(?:esgehalt|lich|esbrutto)|jährlich|brutto/jahr|/\s?jahr|"
     r"par an\b|annuel|/\s?an\b|brut annuel|al año|anual|/\s?año|por ano|per jaar|/\s?jaar|per år|årslön|all'anno|annu[oai]|/yr|\bRAL\b|SBA\b|brut/an|\bOTE\b|年収|年俸|年薪|연봉|प्रति वर्ष|वार्षिक"),
)  # fmt: skip
_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PERIOD_WORDS
)
_PLAUSIBLE: dict[str, tuple[float, float]] = {
    "hour": (4, 1_000), "day": (30, 10_000), "week": (100, 25_000), "month": (300, 150_000), "year": (8_000, 3_000_000),
}  # fmt: skip
UNIT = {"INR": 20.0, "JPY": 100.0, "KRW": 1_000.0, "IDR": 10_000.0, "VND": 20_000.0, "HUF": 300.0, "CZK": 20.0, "SEK": 8.0, "NOK": 8.0,
         "DKK": 6.0, "PLN": 3.0, "PHP": 30.0, "THB": 20.0, "MXN": 10.0, "ZAR": 8.0, "TRY": 15.0, "TWD": 20.0, "NGN": 500.0,
         "CLP": 600.0, "COP": 2_000.0, "ARS": 300.0, "RUB": 50.0, "PKR": 100.0, "KES": 60.0, "EGP": 15.0, "UAH": 20.0}  # fmt: skip
"""Rough size of a currency against the euro, so that one table of plausible pay serves all. Never used to convert pay."""
_BY_MONTH = frozenset(
    {"BRL", "PLN", "CZK", "HUF", "RON", "TRY", "UAH", "RUB", "CNY", "MXN", "CLP", "COP", "ARS", "THB", "PHP", "IDR"}
)
"""Currencies of places where pay is named by the month unless something else is said."""


def said_period(before: str, after: str) -> Period | None:
    """The time that words right behind an amount name, else those in front of it (the last), else further behind."""
    if (near := _first(after[:28])) is not None:
        return near
    return _last(before[-70:]) or _first(after)


def find_period(before: str, after: str, wide: str, size: float, amount: Amount) -> Period | None:
    """The time an amount of `size` is for; `wide` is more of the text in front. None where none is plausible."""
    named = said_period(before, after)
    if named is not None and is_plausible(size, amount.currency, named):
        return named
    if amount.scaled == "lakh":
        return "year"
    if said_period("", after[:14]) is not None:
        # "$100 monthly" is too little for a month's pay, and is no hour's for it.
        return None
    if (inside := _last(wide)) is not None and is_plausible(size, amount.currency, inside):
        return inside
    euros = size / UNIT.get(amount.currency, 1.0)
    if amount.currency in _BY_MONTH and 300 <= euros < 18_000:
        return "month"
    if euros >= 18_000:
        return "year"
    return "hour" if 7 <= euros <= 150 else None


def is_plausible(size: float, currency: str, period: Period) -> bool:
    """Whether anybody is paid so much for such a time."""
    low, high = _PLAUSIBLE.get(period, (0, 1e12))
    unit = UNIT.get(currency, 1.0)
    return low * (unit if unit <= 1 else unit * 0.15) <= size <= high * unit


def _first(text: str) -> Period | None:
    hits: list[tuple[int, Period]] = [
        (match.start(), name) for name, pattern in _PERIODS if (match := pattern.search(text))
    ]
    return min(hits)[1] if hits else None


def _last(text: str) -> Period | None:
    hits: list[tuple[int, Period]] = [
        (match.start(), name) for name, pattern in _PERIODS for match in pattern.finditer(text)
    ]
    return max(hits)[1] if hits else None
