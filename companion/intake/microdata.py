"""schema.org JobPosting in the page's elements: microdata (`itemprop`) and RDFa (`property`), as JSON-LD has it."""

from companion.intake.page import Page
from companion.intake.text import element_text
from companion.intake.tree import Element, select

_VALUES = ("content", "datetime")
_PROSE = frozenset(
    {
        "description",
        "responsibilities",
        "qualifications",
        "skills",
        "jobBenefits",
        "experienceRequirements",
        "incentives",
    }
)
_DEPTH = 6


def microdata(page: Page) -> list[dict[str, object]]:
    """Every JobPosting on the page as a JSON-LD object; prose parts are joined into its description."""
    found = [
        _item(node, scope="itemscope", name="itemprop", kind="itemtype", depth=0)
        for node in select(page.tree, "[itemtype*='schema.org/JobPosting']")
    ]
    found += [
        _item(node, scope="typeof", name="property", kind="typeof", depth=0)
        for node in select(page.tree, "[typeof$='JobPosting']")
    ]
    return [_described(item) for item in found if item.get("title") or item.get("name")]


def _item(node: Element, *, scope: str, name: str, kind: str, depth: int) -> dict[str, object]:
    item: dict[str, object] = {"@type": (node.get(kind) or "").rsplit("/", 1)[-1].rsplit(":", 1)[-1]}
    for child in node:
        _collect(child, item, scope=scope, name=name, kind=kind, depth=depth)
    return item


def _collect(node: Element, item: dict[str, object], *, scope: str, name: str, kind: str, depth: int) -> None:
    if not isinstance(node.tag, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (comments have a function there)
        return
    key = (node.get(name) or "").rsplit(":", 1)[-1].rsplit("/", 1)[-1]
    nested = node.get(scope) is not None
    if key:
        if nested and depth < _DEPTH:
            value: object = _item(node, scope=scope, name=name, kind=kind, depth=depth + 1)
            if len(value) == 1:
                value = element_text(node)
        else:
            value = next((text for attribute in _VALUES if (text := node.get(attribute))), None) or element_text(node)
        previous = item.get(key)
        if previous is None:
            item[key] = value
        elif isinstance(previous, list):
            previous.append(value)  # pyright: ignore[reportUnknownMemberType]
        else:
            item[key] = [previous, value]
    if not nested and key not in _PROSE:
        for child in node:
            _collect(child, item, scope=scope, name=name, kind=kind, depth=depth)


def _described(item: dict[str, object]) -> dict[str, object]:
    """Prose beside the description belongs to it, where it is not in it already."""
    parts: list[str] = []
    for key in ("description", *sorted(_PROSE - {"description"})):
        value = item.get(key)
        for text in value if isinstance(value, list) else [value]:  # pyright: ignore[reportUnknownVariableType]
            if isinstance(text, str) and text and not any(text in part for part in parts):
                parts.append(text)
    return item | {"description": "\n\n".join(parts)}
