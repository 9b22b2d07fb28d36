"""Partial dates in the format a page wants, whole or in parts; what is not known of a date is never made up."""

import re
from datetime import date, timedelta

from babel import Locale

from companion.forms.value import Missing
from companion.forms.words import fold

_PART = r"(?:d{1,2}|t{1,2}|g{1,2}|j{4}|j{1,2}|m{1,4}|y{2,4}|a{4}|a{2})"
_FORMAT = re.compile(rf"(?<![\w/.-]){_PART}(?:[-/., ]+{_PART}){{1,2}}(?!\w|[-/.]\w)", re.IGNORECASE)
"""Day, month and year by their letters in English, German (T, J), Italian (G), Dutch and French (J), Spanish (A)."""
_RUN = re.compile(r"(d+|t+|g+|j+|m+|y+|a+)", re.IGNORECASE)
_TOKEN = re.compile(r"D{1,2}|M{1,4}|YYYY|YY")
_MONTHS: dict[str, int] = {}
for _language in ("en", "de", "fr", "es", "pt", "hi"):
    for _width in ("wide", "abbreviated"):
        for _number, _name in Locale.parse(_language).months["format"][_width].items():
            _MONTHS.setdefault(fold(str(_name)), int(_number))


def format_in(text: str) -> str:
    """The date pattern `text` shows, by `D`, `M` and `Y` (`DD.MM.YYYY` for `tt.mm.jjjj`); "" where it shows none."""
    for found in _FORMAT.finditer(text):
        written = _normal(found.group())
        if len(set(_RUN.findall(written))) > 1 and {one[0] for one in _TOKEN.findall(written)} & {"Y", "D"}:
            return written
    return ""


def _normal(form: str) -> str:
    """`form` by `D`, `M` and `Y`. A short run of J is the day in French, the year where another letter is the day."""
    day = re.search(r"[dtg]", form, re.IGNORECASE) is not None

    def put(match: re.Match[str]) -> str:
        letter, length = match[0][0].casefold(), len(match[0])
        year = letter in "ya" or (letter == "j" and (day or length > 2))
        return "Y" * (4 if length > 2 else length) if year else ("M" if letter == "m" else "D") * length

    return _RUN.sub(put, form)


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
    """`partial` (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) as `form` (`DD/MM/YYYY`, `tt.mm.jjjj`, …) has it; Missing for an
    unknown part."""
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
        if not known[match[0]]:
            missing.append({"D": "day", "M": "month", "Y": "year"}[match[0][0]])
        return known[match[0]]

    written = _TOKEN.sub(put, _normal(form))
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
