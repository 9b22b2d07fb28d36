"""A captured page cut down to what can be read: the tree without scripts and styles, and the data scripts beside it.

The caps come before the parser, because one tag with 20,000 attributes or two million nodes costs seconds in it.
"""

import html
import re
from datetime import datetime
from functools import cached_property

import msgspec

from companion.errors import TooLarge
from companion.intake.text import element_text, line
from companion.intake.tree import Element, parse_page, select
from companion.model.posting import Posting

MAX_HTML = 10_000_000
MAX_TREE = 2_000_000
_OPENING = re.compile(r"<(?:(script|style|svg|noscript|template|canvas)\b|!--)", re.IGNORECASE)
_DATA = re.compile(
    r"ld\+json|application/json|__NEXT_DATA__|__appData|__remixContext|phApp\.ddo|__NUXT__|__PRELOADED|__INITIAL_STATE__|__next_f"
    r"|_initialData|mosaic-provider-jobcards|jobPostingInfo|initialState|requisitionDescriptionInterface",
    re.IGNORECASE,
)
_DEEP = ("mosaic-provider-jobcards", "requisitionDescriptionInterface")
"""States that stand far into a script."""
_OVERLAYS = ", ".join(
    f"{tag}[{attribute}*={word}]"
    for tag in ("div", "section", "dialog", "aside")
    for attribute in ("id", "class", "data-controller")
    for word in ("cookie", "onetrust", "consent")
)
_DIALOGS = "dialog, [role=dialog], [role=alertdialog]"
_OVERLAY = 20_000
_PROPS = re.compile(r'\sdata-(?:props|page|state)\s*=\s*"(\{&quot;[^"]{500,}|\[\{&quot;[^"]{500,})"')
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}>")
_MAX_ATTRIBUTES = 400


class CapturedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as the browser or the Fetcher had it. `frames` are the HTML of its frames as (url, html)."""

    url: str
    html: str
    captured_at: datetime
    title: str = ""
    portal: str = ""
    frames: tuple[tuple[str, str], ...] = ()
    status: int = 200


_UNSEEN = re.compile(
    r"font-size:\s*[01](?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:^|[;\s])opacity:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|text-indent:\s*-\d{3,}|(?:left|top):\s*-\d{4,}px|clip(?:-path)?:\s*(?:rect\(0|inset\((?:50|100)%)",
    re.IGNORECASE,
)
"""Inline styles that hide text without folding anything up."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the posting (its `description` hash empty, the caller stores the text) and the description."""

    posting: Posting
    description: str


class Script(msgspec.Struct, frozen=True):
    """A script that carries data: its attributes as written, and its body."""

    attributes: str
    body: str


class Page:
    """A parsed page. `tree` holds no script, no style and nothing that nobody sees; `scripts` carry data."""

    def __init__(self, captured: CapturedPage) -> None:
        if len(captured.html) > MAX_HTML:
            raise TooLarge("This page is larger than 10 MB.", "Save only the job ad as text and hand that in.")
        self.captured = captured
        self.url = captured.url
        self.markup, scripts = _trimmed(captured.html)
        scripts += [Script("application/json", html.unescape(text)) for text in _PROPS.findall(captured.html)[:8]]
        self.scripts = tuple(
            script
            for script in scripts
            if _DATA.search(script.attributes)
            or _DATA.search(script.body[:3_000])
            or any(name in script.body for name in _DEEP)
        )

    @cached_property
    def tree(self) -> Element:
        """The page without what is laid over it about cookies."""
        tree = parse_page(self.markup)
        _without_the_unseen(tree)
        # LinkedIn keeps its page's data in hidden <code>: megabytes that nobody sees.
        for node in select(tree, "code[style*=none], code[hidden]"):
            if (parent := node.getparent()) is not None:
                parent.remove(node)
        for node in (*select(tree, _OVERLAYS), *select(tree, _DIALOGS)):
            words = node.text_content()
            named = node.tag != "dialog" and not (node.get("role") or "").endswith("dialog")
            about_cookies = named or words.lower().count("cookie") > 1
            if (
                (parent := node.getparent()) is not None
                and about_cookies
                and len(words) < _OVERLAY
                and not select(node, "h1")
            ):
                parent.remove(node)
        return tree

    @cached_property
    def meta(self) -> dict[str, str]:
        """`<meta>` by lower-case name or property; the first of each counts."""
        found: dict[str, str] = {}
        for node in self.tree.iter("meta"):
            name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
            if name and node.get("content"):
                found.setdefault(name, line(node.get("content"), 20_000))
        return found

    @cached_property
    def title(self) -> str:
        shown = (line(node.text_content()) for node in self.tree.iter("title"))
        return next((text for text in shown if text), line(self.captured.title))

    @cached_property
    def text(self) -> str:
        """All visible text, for recognising walls and closed postings."""
        body = self.tree.find("body")
        return element_text(body if body is not None else self.tree)

    @cached_property
    def language(self) -> str:
        return (self.tree.get("lang") or self.tree.get("xml:lang") or "")[:2].lower()

    @cached_property
    def canonical(self) -> str:
        """The address the page gives for itself, else the one it was captured at."""
        for node in self.tree.iter("link"):
            if (node.get("rel") or "").lower() == "canonical" and (node.get("href") or "").startswith("http"):
                return node.get("href") or self.url
        return self.meta.get("og:url", "") if self.meta.get("og:url", "").startswith("http") else self.url

    def first(self, *selectors: str) -> Element | None:
        """The first element that any of the CSS `selectors` finds, tried in their order."""
        for selector in selectors:
            if found := select(self.tree, selector):
                return found[0]
        return None

    def line(self, *selectors: str) -> str:
        """The text of the first non-empty element that the CSS `selectors` find, on one line."""
        for selector in selectors:
            for node in select(self.tree, selector)[:3]:
                if text := line(element_text(node)):
                    return text
        return ""


def _without_the_unseen(tree: Element) -> None:
    """Drop text that a person at the page cannot see: words for machines are no part of an ad (A69).

    `data-sincerely-unseen` is the mark of `capture.js`, which asked the browser; a page fetched without one says so
    only in its inline styles, and what is merely folded up (`hidden`, `aria-hidden`) stays.
    """
    for node in select(tree, "[data-sincerely-unseen], [style]"):
        marked = node.get("data-sincerely-unseen") is not None
        if (marked or _UNSEEN.search(node.get("style") or "")) and node.getparent() is not None:
            node.drop_tree()


def _trimmed(markup: str) -> tuple[str, list[Script]]:
    """`markup` without scripts, styles, pictures and comments, bounded; and the scripts. Linear in its length."""
    kept: list[str] = []
    scripts: list[Script] = []
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    missing: set[str] = set()
    position = 0
    for match in _OPENING.finditer(markup):
        if match.start() < position:
            continue
        name = (match[1] or "").lower()
        ending = f"</{name}" if name else "-->"
        # A search that failed once fails from every later place too: without this, unclosed tags cost their square.
        end = -1 if ending in missing else lower.find(ending, match.end())
        if end < 0:
            missing.add(ending)
            continue
        kept.append(markup[position : match.start()])
        if name == "script" and (body := markup.find(">", match.end(), end)) >= 0:
            scripts.append(Script(markup[match.end() : body], markup[body + 1 : end]))
        closing = markup.find(">", end)
        position = len(markup) if closing < 0 else closing + 1
    kept.append(markup[position:])
    return _LONG_TAG.sub(_bounded_tag, "".join(kept))[:MAX_TREE], scripts


def _bounded_tag(tag: re.Match[str]) -> str:
    if tag[0].count("=") <= _MAX_ATTRIBUTES and len(tag[0].split()) <= 50 * _MAX_ATTRIBUTES:
        return tag[0]
    return tag[0].split(None, 1)[0] + ">"
