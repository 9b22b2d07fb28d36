"""Wordings to look for in a list whose options cannot be read before it is opened. All say the same thing, so
that the page script may pick whichever is offered word for word; where none is, the field is left."""

from babel import Locale

from companion.forms.dates import part
from companion.forms.degrees import level_of
from companion.forms.eeo import category, synonyms
from companion.forms.meaning import Meaning
from companion.forms.value import Value
from companion.forms.words import DECLINE_WORDINGS, yes_or_no

_DEGREES = {
    1: ("High School", "High School Diploma", "High School or equivalent", "Secondary school", "GED"),
    3: ("Associate's Degree", "Associate Degree", "Associate's", "Associates", "Associate"),
    4: ("Bachelor's Degree", "Bachelor's", "Bachelors", "Bachelor Degree", "Bachelor", "Bachelors Degree",
        "Undergraduate degree", "Bachelor's degree or equivalent"),
    5: ("Master's Degree", "Master's", "Masters", "Master Degree", "Master", "Masters Degree", "Postgraduate degree"),
    6: ("Doctor of Philosophy (Ph.D.)", "Doctorate", "PhD", "Ph.D.", "Doctoral Degree", "Doctorate Degree"),
}  # fmt: skip
_EEO = {
    ("veteran", "no"): ("I am not a protected veteran", "No, I am not a protected veteran", "I am not a veteran",
                        "No, I am not a veteran", "Not a veteran", "No"),
    ("disability", "no"): ("No, I do not have a disability and have not had one in the past",
                           "No, I don't have a disability, or a history/record of having a disability",
                           "No, I don't have a disability", "No, I do not have a disability", "No"),
    ("disability", "yes"): ("Yes, I have a disability, or have had one in the past",
                            "Yes, I have a disability, or have a history/record of having a disability",
                            "Yes, I have a disability", "Yes"),
    ("hispanic", "no"): ("No", "Not Hispanic or Latino", "No, not Hispanic or Latino"),
    ("hispanic", "yes"): ("Yes", "Hispanic or Latino", "Yes, Hispanic or Latino"),
}  # fmt: skip
"""Wordings of the US forms for self-identification (VEVRAA, CC-305, EEO-1)."""


def wordings(value: Value, meaning: Meaning, language: str) -> tuple[str, ...]:
    """What an unseen list may call `value`, the likeliest first; empty where that cannot be known (ranges, amounts)."""
    match value.kind:
        case "bool":
            return tuple(dict.fromkeys((yes_or_no(value.truth, language), "Yes" if value.truth else "No")))
        case "decline":
            return DECLINE_WORDINGS
        case "degree":
            named = _DEGREES.get(level_of(value.text) or 0, ())
            return tuple(dict.fromkeys((value.text, *named)))
        case "date":
            return _date(value, meaning)
        case "text" if meaning.key.startswith("eeo."):
            name = category(meaning.key)
            known = _EEO.get((name, value.text.casefold()), ())
            return tuple(dict.fromkeys((*known, value.text, *synonyms(value.text))))
        case "text" | "country" | "region":
            return tuple(dict.fromkeys((value.text, *value.also)))
        case _:
            return ()


def _date(value: Value, meaning: Meaning) -> tuple[str, ...]:
    known = part(value.text, meaning.part)
    if not known:
        return ()
    if meaning.part != "month":
        return tuple(dict.fromkeys((known, known.lstrip("0"))))
    names = Locale.parse("en").months["format"]
    return str(names["wide"][int(known)]), str(names["abbreviated"][int(known)]), known, known.lstrip("0")
