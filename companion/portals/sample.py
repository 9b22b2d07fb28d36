"""The shape of an answer without its values, so that a drift can be reported without anybody's words in it."""

import re
from typing import cast

_LONGEST = 600


def redacted(value: object, depth: int = 0) -> str:
    """`{"jobs": [{"id": number, "title": text}]}` for JSON; for text its tags or first characters' kinds."""
    if isinstance(value, str) and depth == 0:
        tags = re.findall(r"<(\w+)", value[:20_000])
        return ("html: " + " ".join(dict.fromkeys(tags)) if tags else f"text of {len(value)} characters")[:_LONGEST]
    return _shape(value, depth)[:_LONGEST]


def _shape(value: object, depth: int) -> str:
    if isinstance(value, dict):
        items = cast("dict[object, object]", value)
        if depth >= 3:
            return "{…}"
        return "{" + ", ".join(f"{name}: {_shape(child, depth + 1)}" for name, child in list(items.items())[:20]) + "}"
    if isinstance(value, list):
        entries = cast("list[object]", value)
        return f"[{_shape(entries[0], depth + 1)} × {len(entries)}]" if entries else "[]"
    if isinstance(value, bool):
        return "yes/no"
    if isinstance(value, int | float):
        return "number"
    return "nothing" if value is None else "text"
