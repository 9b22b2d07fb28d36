"""What the forms of one page are for: a job search, the filters of a list or a cookie banner asks nothing of an
applicant, however much "Location" or "Job title" sounds like it."""

import re
from collections.abc import Sequence

import msgspec

from companion.forms.meaning import Meaning
from companion.forms.understand.folding import plain
from companion.forms.understand.tables import pattern
from companion.forms.words import word_set
from companion.model.form import Field, Snapshot

_ELSEWHERE = frozenset({"search", "filter", "cookies"})
_KEPT = frozenset({"honeypot", "captcha", "newsletter"})
_APPLICANTS = ("name.", "phone", "documents.", "address.line", "signature.", "work.", "education.")
_SOUGHT = ("address.", "email", "phone", "name.", "current.company")
"""What a search may be given of a person; it stays what it is, but nothing is filled."""
UNSURE = 0.3
"""Below what the plan fills."""
_ENOUGH = 2
"""So many different things about a person make a form theirs, whatever the page calls it."""
_COUNTED = re.compile(r"[\[(]\s*\d{1,3}(?:[.,]?\d{3})*\+?\s*[\])]\s*$")
"""How many jobs a filter would leave, as lists of jobs write it: "Permanent (937)"."""
_FACETS = 3
_BOXES = word_set("checkbox checkboxes radio buttons chips listbox")


def aside(snapshot: Snapshot, meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """`meanings`, in which what stands in a search or among filters means only that."""
    fields = snapshot.fields
    about: dict[tuple[str, str], set[str]] = {}
    for field, meaning in zip(fields, meanings, strict=True):
        if meaning.key.startswith(_APPLICANTS) or meaning.key == "email":
            about.setdefault((field.frame, field.form), set()).add(meaning.key)
    searching = _searches(snapshot)
    counted = sum(map(_is_counted, fields)) >= _FACETS
    found: list[Meaning] = []
    for field, meaning in zip(fields, meanings, strict=True):
        whose = (field.frame, field.form)
        theirs = bool(field.form) and len(about.get(whose, ())) >= _ENOUGH
        seeks = field.area in _ELSEWHERE or whose in searching or (counted and _is_counted(field))
        if meaning.key in _KEPT or not seeks or (theirs and field.area != "cookies"):
            found.append(meaning)
            continue
        rule = f"purpose:{field.area or 'search'}"
        if meaning.key.startswith(_SOUGHT):
            found.append(msgspec.structs.replace(meaning, confidence=min(meaning.confidence, UNSURE), rule=rule))
            continue
        found.append(Meaning(field_id=field.id, frame=field.frame, key="search", rule=rule, confidence=0.8))
    return tuple(found)


def _searches(snapshot: Snapshot) -> set[tuple[str, str]]:
    """The forms whose only button searches or filters."""
    searching: set[tuple[str, str]] = set()
    sending: set[tuple[str, str]] = set()
    for button in snapshot.buttons:
        whose = (button.frame, button.form)
        if not button.form:
            continue
        if pattern("wording", "search_button").search(plain(button.text)):
            searching.add(whose)
        elif button.kind in {"submit", "next", "save"}:
            sending.add(whose)
    return searching - sending


def _is_counted(field: Field) -> bool:
    if field.widget not in _BOXES:
        return False
    shown = [option.label for option in field.options] or [field.label]
    return sum(bool(_COUNTED.search(label)) for label in shown) > len(shown) / 2
