"""What every stored noun has, and the constrained scalars the nouns share."""

import secrets
from datetime import UTC, datetime
from typing import Annotated

import msgspec

Sha256 = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")]
"""Hex digest that names a blob; empty where there is none."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Score = Annotated[int, msgspec.Meta(ge=0, le=100)]
Short = Annotated[str, msgspec.Meta(max_length=1_000)]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A noun with an identity. `version` counts stored changes from 1; 0 means never stored."""

    id: str
    version: int = 0


def new_id() -> str:
    """A random identifier of 128 bits, safe in URLs and file names."""
    return secrets.token_hex(16)


def now() -> datetime:
    """The current time, aware, in UTC."""
    return datetime.now(UTC)
