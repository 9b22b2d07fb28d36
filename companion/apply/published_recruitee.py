"""Recruitee's published forms: the questions of an offer as the snapshot a page would give.

`GET {company}.recruitee.com/api/offers/{slug}` (public Careers Site API): `open_questions` beside what every form asks,
and `options_phone`, `options_cv`, `options_cover_letter`, each `required`, `optional` or `off`.
"""

from typing import Literal

import msgspec

from companion.errors import Drift
from companion.model.form import Field, Option, Snapshot, Widget

_WIDGETS: dict[str, Widget] = {
    "string": "text",
    "text": "textarea",
    "boolean": "radio",
    "single_choice": "radio",
    "multi_choice": "checkboxes",
    "dropdown": "select",
    "file": "file",
    "video": "file",
    "date": "date",
    "number": "number",
    "salary": "text",
    "legal": "checkbox",
}
_SAYS_ONLY = frozenset({"infobox"})

Wanted = Literal["required", "optional", "off"]


class _Choice(msgspec.Struct):
    body: str
    id: int | str = ""


class _Question(msgspec.Struct):
    id: int | str
    kind: str
    body: str | None = ""
    required: bool | None = False
    open_question_options: list[_Choice] | None = None


class _Offer(msgspec.Struct):
    title: str
    open_questions: list[_Question]
    options_phone: Wanted = "optional"
    options_cv: Wanted = "required"
    options_cover_letter: Wanted = "off"


class _Answer(msgspec.Struct):
    offer: _Offer


def recruitee(body: bytes, url: str) -> Snapshot:
    """The snapshot of an offer's published form. Raises Drift where the shape is another."""
    try:
        offer = msgspec.json.decode(body, type=_Answer).offer
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise Drift("Recruitee publishes this form in a new shape.", "Fill it in your own tab.") from error
    fields = [
        _standard("candidate.name", "Full name", "text", "required", "name"),
        _standard("candidate.email", "Email address", "email", "required", "email"),
        _standard("candidate.phone", "Phone number", "tel", offer.options_phone, "tel"),
        _standard("candidate.cv", "CV or resume", "file", offer.options_cv),
        _standard("candidate.coverLetter", "Cover letter", "textarea", offer.options_cover_letter),
        *(_asked(one) for one in offer.open_questions if one.kind not in _SAYS_ONLY and one.body),
    ]
    shown = (field for field in fields if field is not None)
    placed = tuple(msgspec.structs.replace(field, position=place) for place, field in enumerate(shown))
    return Snapshot(url=url, title=offer.title, heading=offer.title, fields=placed)


def _standard(name: str, label: str, widget: Widget, wanted: Wanted, autocomplete: str = "") -> Field | None:
    if wanted == "off":
        return None
    return Field(
        id=f"published:{name}",
        widget=widget,
        label=label,
        name=name,
        required=wanted == "required",
        autocomplete=autocomplete,
    )


def _asked(question: _Question) -> Field:
    choices = tuple(Option(value=str(one.id), label=one.body) for one in question.open_question_options or [])
    if question.kind == "boolean" and not choices:
        choices = (Option(value="true", label="Yes"), Option(value="false", label="No"))
    return Field(
        id=f"published:question:{question.id}",
        widget=_WIDGETS.get(question.kind, "select" if choices else "text"),
        label=question.body or "",
        section="Questions",
        name=f"candidate.openQuestionAnswers.{question.id}",
        required=bool(question.required),
        multiple=question.kind == "multi_choice",
        options=choices,
    )
