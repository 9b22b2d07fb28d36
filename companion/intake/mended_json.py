"""JSON that people and templates broke → JSON: comments, single or unescaped quotes, bare words, commas and brackets.

One pass over the text. Where it has to guess, a quote ends a string only if what follows can follow a string.
"""

import json
import re

_SPACE = re.compile(r"[\s\u00a0\ufeff]*")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?(?:\*/|$)", re.DOTALL)
_WORD = re.compile(r"[^\s,:{}\[\]\"'\u00a0\ufeff]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_STOP = re.compile(r"[\"'\\]")
_ESCAPE = re.compile(r"[\"\\/bfnrt]|u[0-9a-fA-F]{4}")
_AFTER_KEY = re.compile(r"\s*:")
_AFTER_VALUE = re.compile(r"\s*(?:[}\]]|$|,\s*(?:[\"'}\]]|//|/\*|[\w$]+\s*:))")
_AFTER_ITEM = re.compile(r"\s*(?:[}\]]|$|,\s*(?:[\"'{\[\d}\]tfn-]))")
_NEW_LINE = re.compile(r"\s*\n\s*[\"'][^\"'\n]{1,80}[\"']\s*:")
"""A comma is missing: on the next line another key begins."""
_CLOSERS = {"{": "}", "[": "]"}


def mend(text: str, start: int = 0) -> tuple[str, int]:
    """The first value in `text` from `start` as JSON, as far as it can be guessed, and where it ended."""
    out: list[str] = []
    open_: list[str] = []
    last = ""
    position = start
    while position < len(text):
        position = _SPACE.match(text, position).end()  # pyright: ignore[reportOptionalMemberAccess]  (matches always)
        if position >= len(text):
            break
        char = text[position]
        if comment := _COMMENT.match(text, position):
            position = comment.end()
            continue
        if char in "}]":
            if not open_:
                break
            if last == ",":
                out.pop()
            out.append(_CLOSERS[open_.pop()])
            last = "value"
            position += 1
        elif char in ",:":
            if last not in ("", ","):
                out.append(char)
                last = char
            position += 1
        else:
            if last == "value":
                out.append(",")
                last = ","
            key = bool(open_) and open_[-1] == "{" and last in (",", "{")
            if char in "{[":
                out.append(char)
                open_.append(char)
                last = char
                position += 1
                continue
            token, position = (
                _string(text, position, open_, key=key) if char in "\"'" else _word(text, position, key=key)
            )
            out.append(token)
            last = "value" if not key else "key"
        if not open_:
            break
    if last in (",", ":"):
        out.pop() if last == "," else out.append("null")
    return "".join(out) + "".join(_CLOSERS[bracket] for bracket in reversed(open_)), position


def _string(text: str, start: int, open_: list[str], *, key: bool) -> tuple[str, int]:
    """The string that begins at `start`, with its own quotes escaped, and the place behind it."""
    quote = text[start]
    follows = _AFTER_KEY if key else _AFTER_ITEM if open_ and open_[-1] == "[" else _AFTER_VALUE
    parts: list[str] = []
    position = start + 1
    while (stop := _STOP.search(text, position)) is not None:
        parts.append(text[position : stop.start()])
        position = stop.end()
        if stop[0] == "\\":
            escaped = _ESCAPE.match(text, position)
            if escaped:
                parts.append("\\" + escaped[0])
                position = escaped.end()
            else:
                parts.append("" if text[position : position + 1] == "'" else "\\\\")
        elif stop[0] == quote and (follows.match(text, position) or _NEW_LINE.match(text, position)):
            return _quoted(parts), position
        else:
            parts.append('\\"' if stop[0] == '"' else stop[0])
    return _quoted([*parts, text[position:]]), len(text)


def _quoted(parts: list[str]) -> str:
    return '"' + "".join(parts) + '"'


def _word(text: str, start: int, *, key: bool) -> tuple[str, int]:
    """A number, a constant or a bare key; any other word (`undefined`, a variable) is unknown."""
    found = _WORD.match(text, start)
    word = found[0] if found else text[start]
    known = word in ("true", "false", "null") or bool(_NUMBER.fullmatch(word))
    return (json.dumps(word) if key else word if known else "null"), start + len(word)
