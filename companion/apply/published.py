"""Forms that an ATS publishes as data: their questions before any page opens, as the snapshot a page would give.

Greenhouse: `GET boards-api.greenhouse.io/v1/boards/{board}/jobs/{job}?questions=true` (public job board API), with
`questions`, `location_questions`, `compliance` and `demographic_questions`.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from companion.errors import Drift, NetError
from companion.model.form import Field, Option, Snapshot, Widget
from companion.model.posting import Posting
from companion.net import Fetcher

_WIDGETS: dict[str, Widget] = {
    "input_text": "text",
    "input_file": "file",
    "textarea": "textarea",
    "multi_value_single_select": "select",
    "multi_value_multi_select": "checkboxes",
}
_MOST = 300


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


class Published:
    """Fetches published forms; the same job is asked for once a session, its questions are kept by tenant and job."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._known: dict[str, Snapshot] = {}

    async def form(self, posting: Posting) -> Snapshot | None:
        """The form of `posting`, or None where its ATS publishes none. Raises NetError, and Drift for a new shape."""
        if posting.ats != "greenhouse" or not posting.ats_company or not posting.ats_job:
            return None
        board, job = quote(posting.ats_company, safe=""), quote(posting.ats_job, safe="")
        url = f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs/{job}"
        if url not in self._known:
            answer = await self._fetcher.get(url, params={"questions": "true"})
            if answer.status in (404, 410):
                raise NetError("The posting is gone: its board does not list it any more.", "Look at the posting.")
            if answer.status != 200:
                raise NetError(f"The board answered {answer.status}.", "Try again later.")
            if len(self._known) >= _MOST:
                self._known.pop(next(iter(self._known)))
            self._known[url] = greenhouse(answer.body, url)
        return self._known[url]


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
