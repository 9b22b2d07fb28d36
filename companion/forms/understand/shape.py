"""The answer wanted, seen from question and control together: shape, unit, currency, period, format and limits."""

import re

import msgspec

from companion.forms.meaning import Meaning, Part, Shape
from companion.forms.understand import wording
from companion.forms.understand.folding import plain
from companion.forms.vocabulary import term
from companion.forms.words import stance, word_set
from companion.model.form import Field

_CHOICES = frozenset({"radio", "select", "listbox", "buttons", "combobox", "chips"})
_LONG = frozenset({"textarea", "richtext"})


def shaped(field: Field, meaning: Meaning) -> Meaning:
    """`meaning` with everything the field's words and control say about the form of the answer."""
    around = f"{field.label} {field.placeholder} {field.help[:200]}"
    folded = plain(around)
    shape = _shape(field, meaning)
    least, most, unit = wording.limits(field)
    at = msgspec.structs.replace
    meaning = at(
        meaning,
        shape=shape,
        date_format=wording.date_format(field) if shape in {"date", "text", ""} else "",
        limit=most,
        limit_unit=unit,
        minimum_length=least,
        numbers_only=field.widget in {"number", "range"} or wording.numbers_only(folded),
        essay=shape == "essay",
        optional=shape == "consent" and not field.required,
    )
    if meaning.part == "" and shape == "date":
        meaning = at(meaning, part=_date_part(field))
    if shape == "money" or meaning.key.startswith("salary."):
        return at(
            meaning,
            unit=wording.amount_unit(folded),
            currency=wording.currency(around),
            period=wording.period(plain(f"{field.label} {field.placeholder}")),
            part=meaning.part or wording.range_end(folded),
        )
    if shape in {"duration", "number"} and not meaning.unit:
        return at(meaning, unit=wording.time_unit(plain(f"{field.label} {field.placeholder}")))
    if meaning.key == "travel.percent":
        return at(meaning, unit="percent")
    return meaning


def _shape(field: Field, meaning: Meaning) -> Shape:
    wanted: Shape = term(meaning.key).shape if meaning.key else ""
    if field.widget == "file":
        return "file"
    if yes_no(field):
        return "consent" if wanted == "consent" else "yes_no"
    if wanted == "consent" or field.widget == "checkbox":
        return "consent" if wanted in {"consent", ""} else "yes_no"
    if field.widget in {"checkboxes", "multiselect"} or (field.widget == "combobox" and field.multiple):
        return "choices"
    if field.widget in _CHOICES and field.options:
        return wanted if wanted in {"duration", "number", "money", "scale", "date"} else "choice"
    if wanted in {"text", ""} and field.widget in _LONG:
        return "essay" if field.max_length is None or field.max_length > 200 else "text"
    if field.widget in {"date", "month"}:
        return "date"
    return wanted or "text"


def yes_no(field: Field) -> bool:
    """Whether the options are a yes and a no (and perhaps a way not to answer)."""
    stances = [stance(option.label) for option in field.options[:6] if option.value or option.label]
    return 2 <= len(stances) <= 5 and "yes" in stances and "no" in stances and stances.count("other") <= 1


_PARTS: tuple[tuple[Part, frozenset[str]], ...] = (
    ("month", word_set("month monat mois mes mese maand miesiac mm")),
    ("year", word_set("year jahr annee ano anno jaar rok yyyy jjjj aaaa")),
    ("day", word_set("day tag jour dia giorno dag dzien dd")),
)
_DATE_PARTS = frozenset({"day", "month", "year"})
_PIECES = re.compile(r"[A-Z]?[a-z]+|\d+")


def _date_part(field: Field) -> Part:
    if field.part in _DATE_PARTS:
        return field.part  # type: ignore[return-value]
    said = set(plain(f"{field.label} {field.name} {field.html_id} {field.placeholder}".replace("_", " ")).split())
    said |= {piece.lower() for piece in _PIECES.findall(f"{field.name} {field.html_id}")}
    named: list[Part] = [part for part, words in _PARTS if said & words]
    if len(named) == 1:
        return named[0]
    return "month_year" if set(named) == {"month", "year"} and field.widget == "text" else ""
