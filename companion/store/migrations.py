"""How documents written by older versions become today's: one step a format version, each a pure function.

Add a step when a field of a stored noun is renamed, moved or changes its meaning, and raise `FORMAT`. A new field with
a default needs none. Opening an older journal applies the steps while reading, then writes a new generation: a crash
in between leaves the old one in force, and the next start begins again.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

FORMAT: Final = 1
"""Version of the journal and of the documents in it."""

Step = Callable[[str, dict[str, Any]], dict[str, Any]]
"""(table, document as JSON has it) → the document one version later."""

STEPS: Final[Mapping[int, Step]] = {}
"""Format version → the step that leads from it to the next."""


def migrate(table: str, body: bytes, version: int) -> bytes:
    """`body` as `FORMAT` wants it, written by `version`."""
    plain = zlib.decompress(body) if body[:1] == b"\x78" else body
    document = msgspec.json.decode(plain)
    for step in range(version, FORMAT):
        document = STEPS[step](table, document)
    return msgspec.json.encode(document)
