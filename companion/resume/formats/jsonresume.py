"""JSON Resume (v1.0.0, https://jsonresume.org/schema) ↔ Profile, lossless: what has no field is kept in `extra`.

A known property whose value does not fit (an `endDate` of "Present", a null, an empty text) is kept there as well, so
that an export gives back what came in; a field filled in later wins over it.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, cast, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from companion.errors import Unreadable
from companion.model.document import new_id
from companion.model.profile import Profile, Section

S = TypeVar("S", bound=msgspec.Struct)
_OURS = frozenset(
    {"id", "version", "persona", "personas", "extra", "preferences", "application", "unplaced", "doubts", "updatedAt"}
)


def from_json_resume(document: object) -> Profile:
    """The profile of a decoded JSON Resume document. Raises Unreadable where it is not an object."""
    if not isinstance(document, dict):
        raise Unreadable("This JSON is not a resume.", "A JSON Resume is an object with `basics`, `work` and so on.")
    known = cast("dict[str, Any]", document)
    values, extra = _fill(Profile, known, skip=_OURS)
    return Profile(**values, id=new_id(), extra=extra)


def to_json_resume(profile: Profile) -> dict[str, Any]:
    """A document that validates against the official schema, without anything forms alone ask (pay, EEO, …)."""
    return _empty(profile, skip=_OURS - {"extra"})


def _fill(kind: type[msgspec.Struct], data: Mapping[str, Any], skip: frozenset[str]) -> tuple[dict[str, Any], Any]:
    """Field values of `kind` from `data`, and all the rest of `data`."""
    known = {field.encode_name: field for field in fields(kind) if field.encode_name not in skip | {"extra"}}
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, value in data.items():
        field = known.get(name)
        if field is None:
            extra[name] = value
            continue
        try:
            read = _value(field, value)
        except (msgspec.ValidationError, TypeError):
            extra[name] = value
            continue
        if read == field.default or read == () or read == {}:
            extra[name] = value
        else:
            values[field.name] = read
    return values, extra


def _value(field: FieldInfo, value: Any) -> Any:
    kind: Any = field.type
    if isinstance(kind, type) and issubclass(kind, Section):
        return _section(kind, value)
    if get_origin(kind) is tuple:
        inner: Any = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, Section):
            return tuple(_section(inner, item) for item in cast("list[Any]", _list(value)))
    convert: Any = msgspec.convert
    return convert(value, kind)


def _list(value: Any) -> Any:
    if not isinstance(value, list):
        raise TypeError
    return cast("list[Any]", value)


def _section(kind: type[Section], value: Any) -> Section:
    if not isinstance(value, dict):
        raise TypeError
    values, extra = _fill(kind, cast("dict[str, Any]", value), frozenset())
    return kind(**values, extra=extra)


def _empty(struct: msgspec.Struct, skip: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The JSON object of a struct: its `extra` first, then every field that differs from its default."""
    out: dict[str, Any] = dict(getattr(struct, "extra", {}))
    for field in fields(type(struct)):
        value = getattr(struct, field.name)
        if field.name == "extra" or field.encode_name in skip or value == () or value == {} or value == field.default:
            continue
        out[field.encode_name] = _plain(value)
    return out


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return _empty(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in cast("tuple[Any, ...]", value)]
    return value
