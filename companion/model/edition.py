"""The profile's history: each state it was in, kept as a file when something changed it."""

from datetime import datetime
from typing import Literal

from companion.model.document import Document, Sha256

Hand = Literal["import", "hand", "back"]
"""What changed the profile: a resume that was read, the person, or a value put back from here."""


class Edition(Document, frozen=True, kw_only=True):
    """The profile as it was `until` something changed it. `blob` is the whole of it as JSON."""

    profile_id: str
    profile_version: int
    until: datetime
    by: Hand
    blob: Sha256
