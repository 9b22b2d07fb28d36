"""Partial dates in the format a page wants, whole or in parts; what is not known of a date is never made up."""

import re
from datetime import date, timedelta

from babel import Locale

from companion.forms.value import Missing
from companion.forms.words import fold

_TOKEN = re.compile(r"[DdTtJj]{1,2}(?![a-z])|M{1,4}|m{1,4}|Y{2,4}|y{2,4}|A{2,4}(?![a-z])|a{2,4}(?![a-z])|J{4}|j{4}")
_LOCAL = {
    "tt": "DD", "jj": "DD", "jjjj": "YYYY", "aaaa": "YYYY", "aa": "YY", "dd": "DD", "d": "D",
    "mm": "MM", "m": "M", "mmm": "MMM", "mmmm": "MMMM", "yyyy": "YYYY", "yyy": "YYYY", "yy": "YY", "t": "D", "j": "D",
}  # fmt: skip
_LOOKS = re.compile(r"^\s*[dmytja]{1,4}([ ./\-,])[dmytja]{1,4}(\1 ?[dmytja]{2,4})?\s*$", re.IGNORECASE)
_MONTHS: dict[str, int] = {}
for _language in ("en", "de", "fr", "es", "pt", "hi"):
    for _width in ("wide", "abbreviated"):
        for _number, _name in Locale.parse(_language).months["format"][_width].items():
            _MONTHS.setdefault(fold(str(_name)), int(_number))


def looks_like_format(text: str) -> bool:
    """True for a placeholder such as `DD/MM/YYYY`, `tt.mm.jjjj`, `MM/YYYY`."""
    return bool(_LOOKS.match(text))


def month_of(text: str) -> int | None:
    """The month a label names (`March`, `Mär`, `03`, `03 - March`), None where it names none."""
    folded = fold(text)
    if folded in _MONTHS:
        return _MONTHS[folded]
    found = re.fullmatch(r"0?(\d{1,2})(?: ([^\d]+))?", folded)
    if found and 1 <= int(found[1]) <= 12 and (not found[2] or _MONTHS.get(found[2]) == int(found[1])):
        return int(found[1])
    words = [_MONTHS[word] for word in folded.split() if word in _MONTHS]
    return words[0] if len(words) == 1 and len(folded.split()) == 1 else None


def render(partial: str, form: str) -> str | Missing:
    """`partial` (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) as `form` (`DD/MM/YYYY`, …) has it; Missing for an unknown part."""
    year, month, day = (*partial.split("-"), "", "")[:3]
    names = Locale.parse("en").months["format"]
    known = {
        "YYYY": year,
        "YY": year[2:],
        "MM": month,
        "M": month.lstrip("0"),
        "MMM": str(names["abbreviated"][int(month)]) if month else "",
        "MMMM": str(names["wide"][int(month)]) if month else "",
        "DD": day,
        "D": day.lstrip("0"),
    }
    missing: list[str] = []

    def put(match: re.Match[str]) -> str:
        token = match[0]
        token = _LOCAL.get(token.casefold(), token.upper())
        if not known.get(token):
            missing.append({"D": "day", "M": "month", "Y": "year"}[token[0]])
        return known.get(token, "")

    written = _TOKEN.sub(put, form)
    if missing:
        return Missing(reason=f"The form wants the {missing[0]} too; you gave {partial}.", rule="date-part-unknown")
    return written


def part(partial: str, name: str) -> str:
    """The `year`, `month` or `day` of a partial date as two or four digits; "" where unknown."""
    year, month, day = (*partial.split("-"), "", "")[:3]
    return {"year": year, "month": month, "day": day}.get(name, "")


def bounds(partial: str) -> tuple[date, date]:
    """The first and last day a partial date can mean."""
    year, month, day = (*partial.split("-"), "", "")[:3]
    if day:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    if month:
        following = date(int(year) + (int(month) == 12), int(month) % 12 + 1, 1)
        return date(int(year), int(month), 1), following - timedelta(days=1)
    return date(int(year), 1, 1), date(int(year), 12, 31)
