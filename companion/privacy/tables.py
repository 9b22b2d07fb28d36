"""Documents as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""A cell that begins with one of these may be run as a formula (OWASP, CSV Injection; full-width forms included)."""


def table(documents: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 CSV with one column a top-level field. What is nested stands as JSON in its cell."""
    columns = list(dict.fromkeys(name for document in documents for name in document))
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([safe(column) for column in columns])
    for document in documents:
        writer.writerow([safe(_cell(document.get(column))) for column in columns])
    # The mark tells spreadsheets that this is UTF-8.
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def safe(cell: str) -> str:
    """`cell` as text: one that a spreadsheet could take for a formula gets an apostrophe in front."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u3000").startswith(_RISKY) else cell


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    return msgspec.json.encode(value).decode()
