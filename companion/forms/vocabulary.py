"""Canonical keys of fields and screening families (`vocabulary.txt`): policy, shape of the answer, sensitive family.

Policies: `auto` fill · `show` fill and list for review · `ask` only from an explicit fact of the person, else stop
and ask · `draft` prose proposed, never filled before approval · `never` neither stored nor filled.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from companion.forms.meaning import Shape

Policy = Literal["auto", "show", "ask", "draft", "never"]
Sensitive = Literal["", "authorization", "citizenship", "eeo", "pay", "identity", "record", "attest", "health"]
"""Families whose values come from explicit facts only (the registry in `sensitive` recognises them by text as well)."""


class Term(msgspec.Struct, frozen=True):
    """One canonical key. `repeats` marks entries of a repeated block (`Meaning.entry`)."""

    key: str
    policy: Policy = "ask"
    shape: Shape = "text"
    sensitive: Sensitive = ""
    repeats: bool = False


UNKNOWN = Term("")
"""What a field without a recognised meaning is: asked."""


def term(key: str) -> Term:
    """The term of `key`; UNKNOWN where there is none."""
    return TERMS.get(key, UNKNOWN)


def _read(table: str) -> Iterator[Term]:
    lines = (line.split() for line in table.splitlines() if not line.startswith("#"))
    for words in filter(None, lines):
        key, policy, shape, sensitive, repeats = words + ["", "", "text", "-", ""][len(words) :]
        row = {
            "key": key,
            "policy": policy,
            "shape": shape,
            "sensitive": sensitive.strip("-"),
            "repeats": bool(repeats),
        }
        yield msgspec.convert(row, Term)


TERMS: dict[str, Term] = {
    term.key: term for term in _read(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"))
}
"""Canonical key → its term."""
