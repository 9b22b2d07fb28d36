"""The audit: what was read of the sensitive facts, what left this computer, and what the person decided."""

from datetime import datetime
from typing import Literal

import msgspec

from companion.model.document import Document, Sha256, Short

AuditKind = Literal[
    "read",
    "left",
    "asked",
    "approved",
    "paired",
    "revoked",
    "exported",
    "imported",
    "erased",
    "backed_up",
    "restored",
    "keys",
]
"""`read`: sensitive facts were used, or an agent was given facts. `left`: values went to an employer. `asked`: an agent
asked to send. `keys`: the folder was locked anew."""


class AuditDetail(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry is about. Names of facts, never their values; erased together with what it is about."""

    what: Short
    who: Short = ""
    """The surface or program: `dashboard`, `extension`, `mcp`, `companion`, `command line`."""
    host: Short = ""
    """Where values went."""
    subject: str = ""
    """Id of the attempt, application, posting or client."""
    facts: tuple[str, ...] = ()
    """Paths of the facts."""
    salt: str = ""
    """Random, so that the hash of an erased detail tells nothing."""


class AuditEntry(Document, frozen=True, kw_only=True):
    """One link of the chain: `hash` covers number, time, kind, the hash of the detail, and the entry before."""

    number: int
    at: datetime
    kind: AuditKind
    detail: AuditDetail | None
    """None once erased; `detail_hash` stays, so that the chain still verifies."""
    detail_hash: Sha256
    previous: Sha256
    hash: Sha256
