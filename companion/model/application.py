"""Applying: the attempt with its states and evidence, the application it belongs to, and the sealed receipt."""

from datetime import datetime
from typing import Literal

import msgspec

from companion.model.document import Document, Sha256, Short
from companion.model.form import Action, FieldResult

AttemptState = Literal[
    "saved", "preparing", "needs_answers", "ready", "approved", "submitting", "submitted", "unknown", "failed"
]
Outcome = Literal["viewed", "interview", "offer", "rejected", "withdrawn"]
News = Outcome | Literal["confirmed"]
"""What may be heard of an application; `confirmed`: that it was received."""
Channel = Literal["headless", "tab", "manual"]
EvidenceClass = Literal["server", "page", "email", "person"]
"""Strongest first (DESIGN §2): server answer, confirmation page, confirmation e-mail, the person says so."""

Sign = Literal[
    "",
    "payload",
    "refused",
    "unclear",
    "lost",
    "confirmation",
    "validation",
    "trouble",
    "sign_in",
    "nothing_sent",
    "record",
    "message",
]
"""What kind of observation: a server's success, refusal, unclear or lost answer; a page's confirmation, validation
message, trouble or sign-in wall; that nothing left the browser; the employer's own
record; a message or the person's word."""

TRANSITIONS: dict[AttemptState, frozenset[AttemptState]] = {
    "saved": frozenset({"preparing", "failed"}),
    "preparing": frozenset({"needs_answers", "ready", "failed"}),
    "needs_answers": frozenset({"preparing", "ready", "failed"}),
    "ready": frozenset({"preparing", "needs_answers", "approved", "failed"}),
    "approved": frozenset({"preparing", "needs_answers", "ready", "submitting", "failed"}),
    "submitting": frozenset({"submitted", "unknown", "failed"}),
    "unknown": frozenset({"submitted", "failed"}),
    "submitted": frozenset(),
    "failed": frozenset(),
}
"""What may follow what (DESIGN §2). `failed` after `submitting` needs evidence that nothing was received;
a new try after `failed` is a new attempt. The store refuses everything else."""


class Transition(msgspec.Struct, frozen=True, kw_only=True):
    state: str
    at: datetime
    why: Short = ""


class EvidenceItem(msgspec.Struct, frozen=True, kw_only=True):
    """One observation after submit. `supports` is False where it contradicts success."""

    kind: EvidenceClass
    sign: Sign = ""
    supports: bool
    seen: Short
    url: str = ""
    status: int | None = None
    reference: Short = ""
    blob: Sha256 = ""
    at: datetime


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the form as it was sent: planned actions and what was read back."""

    url: str
    schema_hash: Sha256
    actions: tuple[Action, ...]
    results: tuple[FieldResult, ...] = ()


class SentFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    sha256: Sha256
    size: int
    field_id: str = ""


class Attempt(Document, frozen=True, kw_only=True):
    """One try to apply. `approval` is the hash of exactly what will be sent; it is void when anything of it changes."""

    posting_id: str
    canonical_key: str
    profile_id: str = ""
    resume_id: str = ""
    channel: Channel
    state: AttemptState = "saved"
    plan_ids: tuple[str, ...] = ()
    content_hash: Sha256 = ""
    approval: Sha256 = ""
    approved_at: datetime | None = None
    pages: tuple[Page, ...] = ()
    files: tuple[SentFile, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    screenshots: tuple[Sha256, ...] = ()
    receipt: Sha256 = ""
    """The latest receipt; `receipts` are all of them, oldest first."""
    receipts: tuple[Sha256, ...] = ()
    sealed_at: datetime | None = None
    problem: Short = ""
    history: tuple[Transition, ...] = ()
    repeat: bool = False
    """True where the person chose to apply again on purpose."""
    same: tuple[str, ...] = ()
    """Canonical keys under which other boards advertise this very job."""
    created_at: datetime


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """A talk the person has with the employer. `what` is their own note: the round, the link, who will be there."""

    at: datetime
    what: Short = ""


class Application(Document, frozen=True, kw_only=True):
    """A posting the person applies to. `id` is derived from the canonical key, so that there is one an actual job."""

    posting_id: str
    canonical_key: str
    company: Short
    title: Short
    attempts: tuple[str, ...] = ()
    status: str = "saved"
    """An AttemptState, or an Outcome after it."""
    notes: str = ""
    follow_up: datetime | None = None
    interviews: tuple[Appointment, ...] = ()
    """What is agreed, in the order of time."""
    history: tuple[Transition, ...] = ()
    created_at: datetime


class Proposal(Document, frozen=True, kw_only=True):
    """What a message, or a page of the person's own at a portal, says of an application: for the person to confirm.

    `id` is derived from what was read, so that reading it again proposes nothing twice. `source` says where it was
    read and `sender` by whom it was written; `sentence` is what the proposal rests on. `sure` is False where `others`
    (ids of applications) fit nearly as well.
    """

    application_id: str
    news: News
    sentence: Short
    source: Literal["email", "portal"] = "email"
    sender: Short = ""
    reference: Short = ""
    sure: bool = True
    others: tuple[str, ...] = ()
    state: Literal["open", "accepted", "dismissed"] = "open"
    said_at: datetime
    """When it was written or shown."""
    created_at: datetime


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Sealed evidence. Canonical JSON of everything but `signature` is signed (Ed25519); `previous` chains receipts."""

    format: int = 1
    attempt_id: str
    canonical_key: str
    posting: dict[str, str]
    pages: tuple[Page, ...]
    files: tuple[SentFile, ...]
    schema_hash: Sha256
    content_hash: Sha256
    evidence: tuple[EvidenceItem, ...]
    state: AttemptState
    screenshots: tuple[Sha256, ...]
    times: dict[str, str]
    versions: dict[str, str]
    previous: Sha256
    public_key: str
    signature: str = ""
