"""HTML trees: the few things this room asks of lxml, with types (lxml ships none) and with its errors made ours."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownParameterType=false
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false

import re
from collections.abc import Iterator, MutableMapping, Sequence
from functools import lru_cache
from typing import Literal, Protocol, cast

from cssselect import HTMLTranslator, SelectorError
from lxml import etree
from lxml import html as lxml_html

from companion.errors import Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Element(Protocol):
    """The part of an lxml element that readers use."""

    tag: str
    text: str | None
    tail: str | None
    attrib: MutableMapping[str, str]

    def get(self, name: str) -> str | None: ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def find(self, path: str) -> "Element | None": ...
    def getparent(self) -> "Element | None": ...
    def iterancestors(self, *tags: str) -> "Iterator[Element]": ...
    def getnext(self) -> "Element | None": ...
    def text_content(self) -> str: ...
    def remove(self, child: "Element") -> None: ...
    def drop_tree(self) -> None:
        """Remove the element; the text behind it stays."""

    def __iter__(self) -> "Iterator[Element]": ...
    def __len__(self) -> int: ...


Event = Literal["start", "end", "comment", "pi"]


def parse_page(markup: str) -> Element:
    """A whole document. Raises Unreadable where there is no HTML in it at all."""
    try:
        return cast("Element", lxml_html.document_fromstring(_CONTROL.sub("", markup) or "<html></html>"))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("This is not a readable HTML page.", "Paste the job ad's text instead.") from error


def parse_fragment(markup: str) -> Element | None:
    """A piece of HTML under one `div`, or None where it cannot be parsed."""
    try:
        return cast("Element", lxml_html.fragment_fromstring(_CONTROL.sub("", markup), create_parent="div"))
    except (etree.LxmlError, ValueError):
        return None


def parse_xml(body: bytes) -> Element:
    """An XML document without entities, DTD or network. Raises Unreadable where it is not well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("This is not well-formed XML.") from error
    if root is None:
        raise Unreadable("This is not well-formed XML.")
    return cast("Element", root)


def walk(element: Element) -> Iterator[tuple[Event, Element]]:
    """Every node of `element` in order, without recursion."""
    events = ("start", "end", "comment", "pi")
    return cast("Iterator[tuple[Event, Element]]", etree.iterwalk(element, events=events))


def select(element: Element, selector: str) -> Sequence[Element]:
    """All elements under `element` that the CSS `selector` matches, in document order."""
    return cast("Sequence[Element]", _compiled(selector)(element))


@lru_cache(maxsize=1024)
def _compiled(selector: str) -> etree.XPath:
    try:
        return etree.XPath(HTMLTranslator().css_to_xpath(selector, prefix="descendant-or-self::"))
    except (SelectorError, etree.XPathError) as error:
        raise ValueError(f"not a selector: {selector}") from error


def to_html(element: Element) -> str:
    """`element` as HTML, for trafilatura."""
    return cast("str", etree.tostring(cast("etree._Element", element), encoding="unicode", method="html"))
