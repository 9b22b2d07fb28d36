"""Data that pages carry for their own scripts: JSON scripts, `window.x = {…}` assignments, and Next.js's row stream."""

import contextlib
import re
from collections.abc import Iterator
from typing import cast

import msgspec

from companion.intake.loose_json import loads, objects
from companion.intake.page import Page
from companion.intake.structured import is_posting

_ASSIGNED = re.compile(
    r"(?:^|[\s;,])(?:window\.|self\.|var |let |const )?([\w.$]+)(?:\[[\"']([\w-]+)[\"']\])?\s*=\s*(?=[{\[])"
)
_PARSED = re.compile(r'([\w.$]{1,80})\s*=\s*JSON\.parse\(\s*("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')\s*\)')
_PUSHED = re.compile(r'self\.__next_f\.push\(\s*\[\s*1\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\s*\)')
_ROW = re.compile(r"([0-9a-f]+):(?:T([0-9a-f]+),|([A-Z]?))")
_REFERENCE = re.compile(r"^\$([0-9a-f]+)$")
_PER_SCRIPT = 6


class State(msgspec.Struct, frozen=True):
    """A value a page's script gets, under the name it is assigned to (or the script's id)."""

    name: str
    value: object


def states(page: Page) -> list[State]:
    """Every state of the page, in order. Broken ones are left out."""
    found: list[State] = []
    rows = ""
    for script in page.scripts:
        attributes = script.attributes.lower()
        if "ld+json" in attributes:
            continue
        if "__next_f" in script.body:
            rows += "".join(_string(text) for text in _PUSHED.findall(script.body))
        elif "json" in attributes:
            name = re.search(r"id\s*=\s*[\"']?([\w-]+)", script.attributes)
            found.append(State(name[1] if name else "json", loads(script.body)))
        else:
            found += _assignments(script.body)
    if rows:
        found += [State("flight", value) for value in _flight(rows)]
    return [state for state in found if isinstance(state.value, dict | list)]


def embedded_postings(found: list[State]) -> list[dict[str, object]]:
    """JobPosting objects inside states: boards keep the JSON-LD they will write in what their scripts get."""
    return [item for state in found for item in objects(state.value) if is_posting(item) and item.get("title")]


def first_with(found: list[State], *keys: str) -> dict[str, object] | None:
    """The first object in any state that has all `keys`, outermost first."""
    for state in found:
        for item in objects(state.value):
            if all(key in item for key in keys):
                return item
    return None


def _assignments(body: str) -> Iterator[State]:
    import json

    decoder = json.JSONDecoder(strict=False)
    position = count = 0
    while count < _PER_SCRIPT and (match := _ASSIGNED.search(body, position)):
        count += 1
        try:
            value, position = cast("tuple[object, int]", decoder.raw_decode(body, match.end()))
        except (ValueError, RecursionError):
            position = match.end()
            continue
        yield State(match[2] or match[1], value)
    for name, text in _PARSED.findall(body) if "JSON.parse" in body else ():
        yield State(name, loads(_string(text)))


def _string(literal: str) -> str:
    """The value of a JavaScript string literal."""
    if literal.startswith("'"):
        literal = '"' + literal[1:-1].replace('\\"', '"').replace('"', '\\"').replace("\\'", "'") + '"'
    try:
        return msgspec.json.decode(literal, type=str)
    except msgspec.DecodeError:
        return ""


def _flight(rows: str) -> Iterator[object]:
    """The values of React's row stream: `id:json` lines, and `id:T<bytes>,text` that other rows refer to as `$id`."""
    data = rows.encode()
    position = 0
    texts: dict[str, str] = {}
    values: list[object] = []
    while match := _ROW.match(data[position : position + 40].decode("ascii", "replace")):
        start = position + match.end()
        if match[2] is not None:
            position = start + int(match[2], 16)
            texts[match[1]] = data[start:position].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if data[start : start + 1] in b"[{":
            with contextlib.suppress(msgspec.DecodeError):
                values.append(msgspec.json.decode(data[start:end]))
        position = end + 1
    for value in values:
        yield _resolved(value, texts, 0)
    for text in texts.values():
        if "JobPosting" in text[:2_000]:
            yield loads(text)


def _resolved(value: object, texts: dict[str, str], depth: int) -> object:
    """`value` with references to text rows written out, and JSON-LD kept as a string made an object."""
    if depth > 60:
        return None
    if isinstance(value, str):
        if (match := _REFERENCE.match(value)) and match[1] in texts:
            return _resolved(texts[match[1]], texts, depth + 1)
        return loads(value) if value.startswith("{") and "JobPosting" in value[:300] else value
    if isinstance(value, list):
        return [_resolved(child, texts, depth + 1) for child in cast("list[object]", value)]
    if isinstance(value, dict):
        return {name: _resolved(child, texts, depth + 1) for name, child in cast("dict[str, object]", value).items()}
    return value
