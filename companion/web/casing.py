"""Nouns as the API writes them: every field in camelCase, whatever case the noun is stored in; keys of data stay."""

import re
from typing import Any, cast

import msgspec

_HUMP = re.compile(r"_([a-z0-9])")


def encode(value: object) -> bytes:
    """`value` as JSON for the extension."""
    return msgspec.json.encode(camel(value))


def camel(value: object) -> object:
    """Structs as objects with camelCase names; mappings and sequences as they are, with what they hold renamed."""
    if isinstance(value, msgspec.Struct):
        return {camel_name(field): camel(getattr(value, field)) for field in value.__struct_fields__}
    if isinstance(value, dict):
        return {key: camel(child) for key, child in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [camel(child) for child in cast("list[object]", value)]
    return value


def camel_name(field: str) -> str:
    """`max_length` → `maxLength`."""
    return _HUMP.sub(lambda hump: hump[1].upper(), field)
