"""What the styles of a DOCX say of how its paragraphs and runs look. Names of built-in styles are English in every
language of Word; what they are called by in a document is not.
"""

from typing import Any

import msgspec

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 12
"""Styles that one style is based on, one after the other, at most: a file may go round in circles."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a style looks. `size` is in points, 0 where the file does not say; `title` a heading's or the title's."""

    size: float = 0
    bold: bool = False
    title: bool = False
    listed: bool = False


def styles_of(root: Any) -> dict[str, Look]:
    """The looks of the styles in `word/styles.xml` by their ids; the one of the empty id is the document's own."""
    own = {str(style.get(f"{_W}styleId", "")): style for style in root.iter(f"{_W}style")}
    default = Look(size=_size(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")))
    normal = next(
        (key for key, s in own.items() if s.get(f"{_W}default") in ("1", "true") and _kind(s) == "paragraph"), ""
    )
    looks = {key: _look(own, key, default) for key in own}
    return {**looks, "": looks.get(normal, default)}


def is_on(mark: Any) -> bool:
    """Whether a mark such as `w:b` is set and not set to off."""
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "none")


def is_listed(node: Any) -> bool:
    """Whether a paragraph or style is of a list; number 0 takes it out of any."""
    number = node.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    listed = node.find(f"{_W}pPr/{_W}numPr") is not None
    return listed and not (number is not None and number.get(f"{_W}val") == "0")


def _kind(style: Any) -> str:
    return str(style.get(f"{_W}type", ""))


def _look(own: dict[str, Any], key: str, default: Look) -> Look:
    chain: list[Any] = []
    while key in own and len(chain) < _DEEPEST:
        chain.append(own[key])
        based = own[key].find(f"{_W}basedOn")
        key = str(based.get(f"{_W}val", "")) if based is not None else ""
    look = default if chain and _kind(chain[0]) == "paragraph" else Look()
    for style in reversed(chain):
        name = style.find(f"{_W}name")
        called = str(name.get(f"{_W}val", "")).casefold() if name is not None else ""
        bold = style.find(f"{_W}rPr/{_W}b")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        look = Look(
            size=_size(style.find(f"{_W}rPr")) or look.size,
            bold=is_on(bold) if bold is not None else look.bold,
            title=look.title or called.startswith(("heading", "title")) or outline is not None,
            listed=look.listed or called.startswith("list ") or is_listed(style),
        )
    return look


def _size(properties: Any) -> float:
    size = properties.find(f"{_W}sz") if properties is not None else None
    told = str(size.get(f"{_W}val", "")) if size is not None else ""
    return float(told) / 2 if told.replace(".", "", 1).isdigit() else 0.0
