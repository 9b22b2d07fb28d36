"""HTML to clean text: paragraphs, headings and lists as lines; nothing else. Reads trees of any depth."""

import html
import re

from companion.intake.tree import Element, parse_fragment, walk

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "title", "select", "option", "button"})
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "blockquote"})
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
_UNFILLED = re.compile(r"\{\{[^{}\n]{0,120}\}\}|%[A-Z][A-Z_]{5,60}%")
"""Slots of templates that a page's own script had not filled when it was captured."""
_ENTITY_TAG = re.compile(r"&lt;\s*/?\s*(p|div|ul|li|br|strong|b|h[1-6]|span|em)\b", re.IGNORECASE)
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^>]*>")
_MAX = 2_000_000


def element_text(element: Element) -> str:
    """The text of `element` as a person reads it: one line a block, `- ` before list items, blank lines between."""
    parts: list[str] = []
    silent = 0
    for event, node in walk(element):
        if event in ("comment", "pi"):
            if silent == 0 and node.tail:
                parts.append(_SPACES.sub(" ", node.tail.replace("\n", " ")))
            continue
        tag = node.tag
        if event == "start":
            if tag in _SILENT:
                silent += 1
            if silent:
                continue
            if tag == "br":
                parts.append("\n")
            elif tag in _BLOCKS:
                parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
                if tag == "li":
                    parts.append("- ")
            if node.text:
                parts.append(_SPACES.sub(" ", node.text.replace("\n", " ")))
        else:
            if tag in _SILENT:
                silent -= 1
            elif silent == 0 and tag in _BLOCKS:
                parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
            if silent == 0 and node is not element and node.tail:
                parts.append(_SPACES.sub(" ", node.tail.replace("\n", " ")))
    return clean("".join(parts))


def clean(text: str) -> str:
    """Spaces, blank lines and invisible characters put in order; list markers joined to their items."""
    text = _UNFILLED.sub("", text) if "{{" in text or "%LABEL" in text else text
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = re.sub(r" *\n *", "\n", text)
    text = re.sub(r"^[•●▪◦‣∙·*–-]\s*\n+(?=\S)", "- ", text, flags=re.MULTILINE)
    text = re.sub(r"^[•●▪◦‣∙·] *(?=\S)", "- ", text, flags=re.MULTILINE)
    text = re.sub(r"^- (?=- )", "", text, flags=re.MULTILINE)
    text = re.sub(r"^-\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text)
    return re.sub(r"(?m)(^- .*)\n\n(?=- )", r"\1\n", text).strip()


_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def count_words(text: str) -> int:
    """How many words `text` has; where a script writes none apart, two signs count as one."""
    return len(text.split()) + (0 if text.isascii() else len(_UNSPACED.findall(text)) // 2)


def html_text(markup: str) -> str:
    """`markup` as clean text: unescapes once or twice where tags come escaped, keeps plain text's own lines."""
    markup = markup[:_MAX]
    for _ in range(2):
        if _ENTITY_TAG.search(markup) and not _TAG.search(markup):
            markup = html.unescape(markup)
    if not _TAG.search(markup):
        return clean(html.unescape(markup))
    tree = parse_fragment(markup)
    return clean(html.unescape(_TAG.sub(" ", markup))) if tree is None else element_text(tree)


def line(text: str | None, limit: int = 1_000) -> str:
    """`text` on one line, without tags and entities, at most `limit` characters."""
    if not text:
        return ""
    plain = html.unescape(html.unescape(_TAG.sub(" ", text)))
    return " ".join(_INVISIBLE.sub("", plain).split())[:limit].strip()
