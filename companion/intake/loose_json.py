"""JSON as web pages really carry it: CDATA, comments, raw control characters, trailing and missing commas."""

import html
import json
import re
from collections.abc import Iterator
from typing import cast

from companion.intake.mended_json import mend

_WRAPPING = re.compile(
    r"^\s*(?:/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[|<!--)|(?:/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>|-->)\s*$"
)
_DEPTH = 60
_VALUES = 20
_LONGEST = 1_000_000


def loads(text: str) -> object | None:
    """The value of `text`, mended as far as needed; a list where several stand in a row; None where it is no JSON.

    Never raises.
    """
    text = text.strip("\ufeff\u00a0; \n\r\t")
    if text.startswith(("/", "<")) or text.endswith(("*/", ">")):
        text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip("\ufeff\u00a0; \n\r\t")
    if not text or text[0] not in '{["&/':
        return None
    if '"' not in text[:100] and "&" in text[:100]:
        text = html.unescape(text)
    try:
        return cast("object", json.loads(text, strict=False))
    except (ValueError, RecursionError):
        return _mended(text) if len(text) <= _LONGEST else None


def _mended(text: str) -> object | None:
    found: list[object] = []
    position = 0
    while len(found) < _VALUES and "{" in text[position : position + 1_000]:
        mended, end = mend(text, position)
        try:
            value = cast("object", json.loads(mended, strict=False))
        except (ValueError, RecursionError):
            break
        if isinstance(value, dict | list):
            found.append(cast("object", value))
        # Behind a bracket too many the next value may begin.
        position = end + (end == position or text[end : end + 1] in ("}", "]"))
    return found[0] if len(found) == 1 else found or None


def assigned(script: str, name: str) -> object | None:
    """The JSON value assigned to `name` in a script: `window.name = {…};` or `name: {…}`. None where there is none."""
    match = re.search(re.escape(name) + r"""["'\]]*\s*[=:]\s*(?=[{\["])""", script)
    if match is None:
        return None
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(script, match.end())
    except (ValueError, RecursionError):
        return None
    return cast("object", value)


def objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every object in `value`, outermost first."""
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        found = cast("dict[str, object]", value)
        yield found
        for child in found.values():
            yield from objects(child, depth + 1)
    elif isinstance(value, list):
        for child in cast("list[object]", value):
            yield from objects(child, depth + 1)


def at(value: object, *path: str | int) -> object | None:
    """The value at `path` of keys and indices, or None where the shape is another."""
    for step in path:
        if isinstance(step, int) and isinstance(value, list):
            items = cast("list[object]", value)
            value = items[step] if -len(items) <= step < len(items) else None
        elif isinstance(value, dict):
            value = cast("dict[str | int, object]", value).get(step)
        else:
            return None
    return value


def text_at(value: object, *path: str | int) -> str:
    """The string or number at `path` as text; empty for anything else."""
    found = at(value, *path)
    if isinstance(found, bool):
        return ""
    return str(found).strip() if isinstance(found, str | int | float) else ""


def list_at(value: object, *path: str | int) -> list[object]:
    """The list at `path`; a lone value becomes a list of one, None an empty list."""
    found = at(value, *path)
    if isinstance(found, list):
        return cast("list[object]", found)
    return [] if found is None else [found]
