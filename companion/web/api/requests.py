"""What the extension may send, one struct a call (PROTOCOL.md). Unknown fields and overlong values are refused."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from companion.model.form import AnswerScope, FillReport, Snapshot

Id = Annotated[str, msgspec.Meta(max_length=64, pattern="^[A-Za-z0-9_-]*$")]
Url = Annotated[str, msgspec.Meta(max_length=4_000)]
Words = Annotated[str, msgspec.Meta(max_length=1_000)]
Prose = Annotated[str, msgspec.Meta(max_length=20_000)]
Html = Annotated[str, msgspec.Meta(max_length=4_000_000)]


class Call(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """The body of any call."""


class Nothing(Call, frozen=True, kw_only=True):
    """A call that says all by its address."""


class Pair(Call, frozen=True, kw_only=True):
    code: Annotated[str, msgspec.Meta(max_length=20)]
    name: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Frame(Call, frozen=True, kw_only=True):
    url: Url
    html: Html


class Capture(Call, frozen=True, kw_only=True):
    url: Url
    html: Html
    title: Words = ""
    captured_at: datetime | None = None
    portal: Words = ""
    frames: Annotated[tuple[Frame, ...], msgspec.Meta(max_length=50)] = ()


class Card(Call, frozen=True, kw_only=True):
    url: Url
    title: Words = ""
    company: Words = ""
    place: Words = ""


class Lookup(Call, frozen=True, kw_only=True):
    cards: Annotated[tuple[Card, ...], msgspec.Meta(max_length=100)]


class Save(Call, frozen=True, kw_only=True):
    saved: bool


class Dismiss(Call, frozen=True, kw_only=True):
    dismissed: bool


class Carry(Call, frozen=True, kw_only=True):
    patience: Annotated[float, msgspec.Meta(ge=0, le=30)] = 10.0


class PostingId(Call, frozen=True, kw_only=True):
    posting_id: Id


class Tailor(PostingId, frozen=True, kw_only=True):
    persona: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    """Which one goes to the job, empty for the one that fits best; None leaves that as it is."""


class PlanCall(Call, frozen=True, kw_only=True):
    snapshot: Snapshot
    posting_id: Id = ""
    attempt_id: Id = ""


class ReportCall(Call, frozen=True, kw_only=True):
    plan_id: Id
    report: FillReport


class Correct(Call, frozen=True, kw_only=True):
    plan_id: Id
    field_id: Words
    meaning: Annotated[str, msgspec.Meta(max_length=200)]


class ProposeCall(Call, frozen=True, kw_only=True):
    plan_id: Id


class DraftCall(Call, frozen=True, kw_only=True):
    plan_id: Id
    field_id: Words


class AnswerCall(Call, frozen=True, kw_only=True):
    question: Prose = ""
    family: Words = ""
    subject: Words = ""
    kind: Literal["bool", "number", "money", "duration", "date", "choice", "text"] = "text"
    value: Prose
    unit: Words = ""
    currency: Annotated[str, msgspec.Meta(max_length=3)] = ""
    period: Words = ""
    scope: AnswerScope = "general"
    company: Words = ""
    posting_id: Id = ""
    options: Annotated[tuple[Words, ...], msgspec.Meta(max_length=500)] = ()


class Submitting(Call, frozen=True, kw_only=True):
    content_hash: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""


class Outcome(Call, frozen=True, kw_only=True):
    url: Url
    title: Words = ""
    text: Prose = ""
    status: int | None = None
    clicked: bool = False
