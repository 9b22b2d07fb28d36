"""What the wording adds to a question's family: which sentence asks, time frame, negation, units, limits."""

import re
from typing import Literal, cast

from companion.forms.dates import format_in
from companion.forms.meaning import TimeFrame
from companion.forms.understand.folding import plain
from companion.forms.understand.tables import pattern, table
from companion.model.form import Field
from companion.model.posting import Period

_ABBREVIATIONS = "".join(rf"(?<!\b{re.escape(each)}\.)" for each in table("wording")["abbreviations"].split())
_SENTENCE = re.compile(rf"(?<=[?!？।])\s*|(?<=\.){_ABBREVIATIONS}\s+(?=[A-ZÀ-Þ¿\"“(])|\n+")
_FEW_WORDS = 4
_ASKS = re.compile(r"[?？]\s*[*)\]\"”]*\s*$")
_CODE = re.compile(rf"\b({'|'.join(table('wording')['currency_codes'].split())})\b")


_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen"),
)
_SPOKEN = re.compile(rf"\b({'|'.join(_NUMBERS[1:])})\b(?=( or more| plus)? (years?|months?))")

_FORMAT = re.compile(
    r"\s*[(\[][dmyjta\s./-]{2,}[)\]]|\s+(?:dd|mm|tt|jj)[\s./-]+(?:dd|mm|tt|yy)[dmyjta\s./-]*$", re.IGNORECASE
)
"""How a date is to be written, said in the label itself."""
_WITH_CODE = re.compile(
    r"(?<=\w)\s*[(\[,–-]?\s*\b(with|incl(uding|\.)?|inkl\.?|mit|avec|con|com)\s+(the |your |der |o |le )?"
    r"(country|area|dial(l?ing)?|international|isd|std|landes\w*|indicatif|prefijo|codigo|código)\b[^()\[\]]{0,30}[)\]]?\s*$",
    re.IGNORECASE,
)
"""How a phone number is to be written, said in the label itself."""


def without_format(label: str) -> str:
    """ "Start date (MM/YYYY)" asks what "Start date" asks."""
    bare = _WITH_CODE.sub("", _FORMAT.sub("", label)).rstrip(" :-–")
    return bare if bare.strip() else label


def _says(key: str, text: str) -> re.Match[str] | None:
    return pattern("wording", key).search(text)


def _first(group: str, text: str) -> str:
    return next((name for name in table("wording")[group] if _says(f"{group}.{name}", text)), "")


def asking(label: str) -> str:
    """The part of a label that asks: its sentences with a question mark, else all of it. Unfolded."""
    if "?" not in label and "？" not in label:
        return _instruction(label) or label
    questions = [sentence for sentence in _SENTENCE.split(label) if sentence and _ASKS.search(sentence)]
    asked = " ".join(questions)
    # "… (class B resp. C)?": what is left after an abbreviation's full stop asks nothing by itself.
    return asked if len(asked.split()) >= _FEW_WORDS else label


def _instruction(label: str) -> str:
    """The last sentence where it tells what to do and those before it only state: "… Please indicate whether you:"."""
    sentences = [sentence for sentence in _SENTENCE.split(label) if sentence.strip()]
    if len(sentences) < 2 or len(sentences[-1].split()) <= _FEW_WORDS:
        return ""
    return sentences[-1] if pattern("wording", "instructs", any_case=True).search(sentences[-1]) else ""


def time_frame(folded: str) -> TimeFrame:
    """When the question is about; "" where it does not say."""
    if _says("now_or_later", folded):
        return "now_or_future"
    if _says("later", folded):
        return "future"
    return "now" if _says("now", folded) else ""


def will(folded: str) -> bool:
    """Whether the question looks ahead ("will you need …")."""
    return _says("will", folded) is not None


def negated(folded: str, before: int) -> bool:
    """Whether what stands in front of position `before` turns the question round ("I have never been …")."""
    text = pattern("wording", "harmless_negation").sub(lambda match: " " * len(match.group()), folded)[:before]
    return sum(1 for _ in pattern("wording", "negation").finditer(text)) % 2 == 1


def period(folded: str) -> Period | None:
    """What an amount of money is per; None where nothing says."""
    return cast("Period", _first("period", folded)) or None


def currency(text: str) -> str:
    """The currency a text names by code or unambiguous sign; a bare "$" is the currency of many countries."""
    if code := _CODE.search(text):
        return code.group()
    return next((code for sign, code in table("wording")["currency_signs"] if sign in text), "")


def amount_unit(folded: str) -> str:
    """lakh, crore or thousand where an amount is wanted in it."""
    return _first("amount_unit", folded)


def range_end(folded: str) -> Literal["", "minimum", "maximum"]:
    """Which end of a pay range a control takes; "" for the whole or both."""
    low = bool(re.search(r"\b(min(imum)?|lowest|at least|from)\b", folded))
    high = bool(re.search(r"\b(max(imum)?|highest|up to)\b", folded))
    if low == high:
        return ""
    return "minimum" if low else "maximum"


def time_unit(folded: str) -> str:
    """day, week, month or year where exactly one is named; "" otherwise."""
    named = [name for name in table("wording")["time_unit"] if _says(f"time_unit.{name}", folded)]
    return named[0] if len(named) == 1 else ""


def recent(folded: str) -> bool:
    """Whether only the last months or years count ("within the past 2 years")."""
    return any(_says("past", folded[: one.start(1)]) for one in pattern("wording", "threshold").finditer(folded))


def threshold(folded: str) -> tuple[float, str] | None:
    """ "5+ years", "at least 6 months" → (amount, unit); "in the last 2 years" is a time, not an amount."""
    folded = _SPOKEN.sub(lambda word: str(_NUMBERS.index(word.group())), folded)
    found = next(
        (one for one in pattern("wording", "threshold").finditer(folded) if not _says("past", folded[: one.start(1)])),
        None,
    )
    if not found:
        return None
    unit = "month" if found.group(2).startswith("month") else "year"
    return float(found.group(1).replace(",", ".")), unit


def limits(field: Field) -> tuple[int | None, int | None, Literal["", "characters", "words", "sentences"]]:
    """(least, most, unit) of a text, from the words around the field and its maxlength."""
    said = f"{field.label} {field.help} {field.placeholder}"
    if found := pattern("wording", "range_limit", any_case=True).search(said):
        return int(found.group(1)), int(found.group(2)), _limit_unit(found.group(3).lower())
    if found := _says("limit", plain(said)):
        amount, unit = next((a, b) for a, b in zip(found.groups()[::2], found.groups()[1::2], strict=True) if a)
        return None, int(amount), _limit_unit(unit)
    return None, field.max_length, "characters" if field.max_length else ""


def _limit_unit(word: str) -> Literal["characters", "words", "sentences"]:
    if word.startswith(("word", "wort", "mot", "pala")):
        return "words"
    return "sentences" if word.startswith(("sentence", "satz", "phrase")) else "characters"


def numbers_only(folded: str) -> bool:
    """Whether the page wants digits and nothing else."""
    return _says("numbers_only", folded) is not None


def date_format(field: Field) -> str:
    """The page's own date pattern, such as `DD/MM/YYYY`; "" where it shows none."""
    return format_in(field.placeholder) or format_in(field.label) or format_in(field.help)
