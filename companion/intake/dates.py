"""Dates as job pages write them: ISO, numbers, months in words of many languages, and "3 days ago" against the capture.

Nothing is guessed from half a date: a month without a year, or a day that could be the month, stays unknown unless the
page's country order is given.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from babel import Locale

_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d+Z?)?$")
_SLASHED_YEAR_FIRST = re.compile(
    r"\b((?:19|20)\d{2})(?:[/.]|\. |\s?[年년]\s?)(\d{1,2})(?:[/.]|\. |\s?[月월]\s?)(\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})\b")
_EPOCH = re.compile(r"^\d{10}(\d{3})?(\.\d+)?$")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|º|°|er)?\.?[\s-]+(?:de\s+|of\s+)?([^\s\d.,/-]{3,12})\.?,?(?:\s+de)?[\s-]+((?:19|20)\d{2})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b")

_UNITS: dict[str, float] = {
    # minutes and hours count as today
    "second": 0, "minute": 0, "min": 0, "hour": 0, "hr": 0, "h": 0, "sekunde": 0, "stunde": 0, "heure": 0, "hora": 0,
    "uur": 0, "uren": 0, "ore": 0, "time": 0, "timme": 0, "timmar": 0, "timer": 0, "minuto": 0, "minuut": 0,
    "day": 1, "d": 1, "tag": 1, "tage": 1, "tagen": 1, "jour": 1, "dia": 1, "día": 1, "dag": 1, "dagen": 1,
    "dagar": 1, "dage": 1, "dager": 1, "giorno": 1, "giorni": 1, "dni": 1,
    "week": 7, "wk": 7, "w": 7, "woche": 7, "wochen": 7, "semaine": 7, "semana": 7, "weken": 7, "vecka": 7,
    "veckor": 7, "uge": 7, "uger": 7, "uke": 7, "uker": 7, "settimana": 7, "settimane": 7,
    "month": 30, "mo": 30, "monat": 30, "monate": 30, "monaten": 30, "mois": 30, "mes": 30, "meses": 30,
    "mês": 30, "maand": 30, "maanden": 30, "månad": 30, "månader": 30, "mese": 30, "mesi": 30,
    # Russian, Ukrainian, Turkish, Finnish, Polish and Hindi
    "час": 0, "часа": 0, "часов": 0, "годин": 0, "saat": 0, "godzin": 0, "tuntia": 0, "घंटे": 0,
    "день": 1, "дня": 1, "дней": 1, "дні": 1, "днів": 1, "gün": 1, "päivää": 1, "päivä": 1, "dzień": 1, "दिन": 1,
    "неделю": 7, "недели": 7, "недель": 7, "тижні": 7, "тиждень": 7, "hafta": 7, "viikkoa": 7, "tygodnie": 7, "tydzień": 7,
    "tygodni": 7, "सप्ताह": 7, "हफ़्ते": 7,
    "месяц": 30, "месяца": 30, "месяцев": 30, "місяць": 30, "місяці": 30, "ay": 30, "kuukautta": 30, "miesiące": 30,
    "miesiąc": 30, "महीने": 30, "महीना": 30,
    "year": 365, "yr": 365, "jahr": 365, "jahren": 365, "an": 365, "ans": 365, "año": 365, "años": 365,
}  # fmt: skip
_ONES = frozenset(
    {"a", "an", "one", "einem", "einer", "ein", "eine", "un", "une", "una", "um", "uma", "een", "en", "ett"}
)
_AGO = re.compile(
    r"(\d{1,3}|\b(?:an?|one|einem|einer|une?|uma?|een|ett?)\b)\s*\+?\s*([^\s\d_.,;:()|·•+-]{1,10})(?!\w)\s*(ago\b|fa\b|geleden\b|sedan\b|siden\b|atrás\b)?",
    re.IGNORECASE,
)
_PAST_WORD = re.compile(
    r"\b(?:ago|vor|il y a|hace|há|fa|geleden|sedan|siden|atrás|temu|назад|тому|önce|sitten|पहले)(?!\w)|^posted|^il y a",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|just (?:now|posted)|few (?:hours|minutes) ago|heute|gerade eben|aujourd.hui|à l.instant|hoy|hoje|oggi|"
    r"vandaag|i dag|idag|dzisiaj|dziś|сегодня|сьогодні|bugün|tänään|new)\b|आज|本日|今日|今天|오늘",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    r"\b(?:yesterday|gestern|(?<!avant-)hier|ayer|ontem|ieri|gisteren|i går|igår|wczoraj|вчера|вчора|dün|eilen)\b|昨日|昨天|어제",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\d\s*\+|\b(?:more than|over|mehr als|über|plus d|más de|mais de|oltre|più di|meer dan|mer än|ponad)|\d ?[日天週月] ?以上",
    re.IGNORECASE,
)
_EASTERN = re.compile(
    r"(\d{1,3})\s*(時間|小时|시간|分|日|天|일|週間|週|周|주|か月|ヶ月|カ月|ヵ月|ヶ月|个月|개월|年|년)\s*(?:前|전)"
)
_EASTERN_UNITS = {
    "日": 1,
    "天": 1,
    "일": 1,
    "週": 7,
    "周": 7,
    "주": 7,
    "か": 30,
    "ヶ": 30,
    "カ": 30,
    "ヵ": 30,
    "个": 30,
    "개": 30,
    "年": 365,
    "년": 365,
}
"""By the first sign of the unit; what is shorter than a day counts as today."""


def read_date(text: object, captured: datetime, *, day_first: bool | None = None) -> date | None:
    """The date `text` says (str, or epoch seconds or milliseconds as a number), or None where it says none for sure.

    `day_first` decides 03/04/2026; None leaves such a date unknown. "30+ days ago" is a bound and not a date: None.
    """
    if isinstance(text, bool) or text is None:
        return None
    if isinstance(text, int | float):
        return _from_epoch(float(text))
    words = " ".join(str(text).split())[:200]
    if not words:
        return None
    if _EPOCH.match(words):
        return _from_epoch(float(words))
    return _absolute(words, day_first) or _relative(words, captured)


def _from_epoch(seconds: float) -> date | None:
    if seconds > 1e11:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).date() if 6e8 < seconds < 4.2e9 else None


def _absolute(words: str, day_first: bool | None) -> date | None:
    if match := _ISO.search(words) or _COMPACT.match(words) or _SLASHED_YEAR_FIRST.search(words):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if (match := _DAY_MONTH.search(words)) and (month := month_number(match[2])):
        return _date(int(match[3]), month, int(match[1]))
    if (match := _MONTH_DAY.search(words)) and (month := month_number(match[1])):
        return _date(int(match[3]), month, int(match[2]))
    if match := _NUMERIC.search(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0
        if match[2] == "." or first > 12:
            day_first = True
        elif second > 12:
            day_first = False
        elif first == second:
            day_first = True
        if day_first is None:
            return None
        return _date(year, second, first) if day_first else _date(year, first, second)
    return None


def _relative(words: str, captured: datetime) -> date | None:
    today = captured.date()
    if _YESTERDAY.search(words):
        return today - timedelta(days=1)
    if _TODAY.search(words):
        return today
    if _AT_LEAST.search(words):
        return None
    if match := _EASTERN.search(words):
        return today - timedelta(days=int(match[1]) * _EASTERN_UNITS.get(match[2][0], 0))
    words = re.sub(r"\bil y a\b", "vor", words, flags=re.IGNORECASE)
    for match in _AGO.finditer(words):
        count, unit = match[1].lower(), match[2].lower()
        size = next((_UNITS[form] for form in (unit, unit.rstrip("s"), unit[:-1], unit + "s") if form in _UNITS), None)
        if size is None or not (match[3] or _PAST_WORD.search(words) or len(words) < 8):
            continue
        number = 1 if count in _ONES else int(count) if count.isdigit() else None
        if number is not None and number * size < 3_000:
            return today - timedelta(days=number * size)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in (
        "en",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
        "sv",
        "da",
        "nb",
        "fi",
        "pl",
        "cs",
        "tr",
        "ro",
        "hu",
        "ru",
        "uk",
        "hi",
        "el",
        "ca",
    ):
        locale = Locale(language)
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                names: dict[int, str] = locale.months[form][width]
                for number, name in names.items():
                    found.setdefault(name.lower().rstrip("."), number)
    return {name: number for name, number in found.items() if len(name) >= 3 and not name.isdigit()} | {"sept": 9}


def month_number(name: str) -> int | None:
    """1–12 for a month's name or abbreviation in a European language."""
    return _months().get(name.lower().rstrip("."))
