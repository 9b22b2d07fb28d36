"""JSON as web pages really carry it: CDATA, comments, raw control characters, trailing and missing commas."""

import html
import json
import re
from collections.abc import Iterator
from typing import cast

_WRAPPING = re.compile(
    r"^\s*(?:/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[|<!--)|(?:/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>|-->)\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MISSING_COMMA = re.compile(r'(["\d}\]]|true|false|null)(\s*\n\s*)(?="[^"\n]{1,80}"\s*:)')
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_DEPTH = 60


def loads(text: str) -> object | None:
    """The value of `text`, mended as far as needed; None where it is no JSON. Never raises."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip())).strip().rstrip(";")
    if not text or text[0] not in '{["&':
        return None
    for mend in (_as_is, _escapes, _commas, _entities):
        try:
            return cast("object", json.loads(mend(text), strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _as_is(text: str) -> str:
    return text


def _escapes(text: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", text)


def _commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", _MISSING_COMMA.sub(r"\1,\2", _escapes(text)))


def _entities(text: str) -> str:
    return _commas(html.unescape(text))


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
