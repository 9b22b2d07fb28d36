"""Greenhouse's published forms: their questions as the snapshot a page would give.

`GET boards-api.greenhouse.io/v1/boards/{board}/jobs/{job}?questions=true` (public job board API), with `questions`,
`location_questions`, `compliance` and `demographic_questions`.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from companion.errors import Drift
from companion.model.form import Field, Option, Snapshot, Widget

_WIDGETS: dict[str, Widget] = {
    "input_text": "text",
    "input_file": "file",
    "textarea": "textarea",
    "multi_value_single_select": "select",
    "multi_value_multi_select": "checkboxes",
}


class _Value(msgspec.Struct):
    label: str
    value: int | str = ""


class _Answer(msgspec.Struct):
    label: str
    id: int | str = ""


class _Field(msgspec.Struct):
    name: str
    type: str
    values: list[_Value] = []


class _Question(msgspec.Struct):
    label: str
    required: bool | None = False
    fields: list[_Field] = []
    description: str | None = None


class _Demographic(msgspec.Struct):
    label: str
    id: int | str
    type: str
    required: bool | None = False
    answer_options: list[_Answer] = []


class _Group(msgspec.Struct):
    questions: list[Any] = []
    header: str | None = None


class _Job(msgspec.Struct):
    questions: list[_Question] = []
    location_questions: list[_Question] | None = None
    compliance: list[_Group] | None = None
    demographic_questions: _Group | None = None
    absolute_url: str = ""
    title: str = ""


def greenhouse(body: bytes, url: str) -> Snapshot:
    """The snapshot of a Greenhouse job's published form. Raises Drift where the shape is another."""
    try:
        job = msgspec.json.decode(body, type=_Job)
        demographic = job.demographic_questions or _Group()
        asked = msgspec.convert(demographic.questions, list[_Demographic])
        groups = [msgspec.convert(group.questions, list[_Question]) for group in job.compliance or []]
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise Drift("Greenhouse publishes this form in a new shape.", "Fill it in your own tab.") from error
    if not job.questions:
        raise Drift("Greenhouse publishes no questions for this job.", "Fill it in your own tab.")
    fields = [*_fields(job.questions, ""), *_fields(job.location_questions or [], "")]
    for group in groups:
        fields += _fields(group, "Voluntary self-identification")
    fields += [_demographic(one, demographic.header or "Demographic questions") for one in asked]
    placed = tuple(msgspec.structs.replace(field, position=place) for place, field in enumerate(fields))
    return Snapshot(url=url, title=job.title, heading=job.title, fields=placed)


def _fields(questions: Sequence[_Question], section: str) -> list[Field]:
    """One field a question: where a file may be given as text instead, the file is meant."""
    found: list[Field] = []
    for question in questions:
        shown = [one for one in question.fields if one.type in _WIDGETS]
        if not shown:
            continue
        main = next((one for one in shown if one.type == "input_file"), shown[0])
        found.append(
            Field(
                id=f"published:{main.name}",
                widget=_WIDGETS[main.type],
                label=question.label,
                section=section,
                name=main.name,
                html_id=main.name,
                required=bool(question.required),
                multiple=main.type == "multi_value_multi_select",
                options=tuple(Option(value=str(one.value), label=one.label) for one in main.values),
            )
        )
    return found


def _demographic(question: _Demographic, section: str) -> Field:
    return Field(
        id=f"published:demographic:{question.id}",
        widget=_WIDGETS.get(question.type, "select"),
        label=question.label,
        section=section,
        name=f"demographic_{question.id}",
        required=bool(question.required),
        options=tuple(Option(value=str(one.id), label=one.label) for one in question.answer_options),
    )
