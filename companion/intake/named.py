"""Facts told by what sites call their elements: a class, id or test id with "location", "salary", "date posted" in it.

Names that repeat are lists of other jobs and say nothing about this one.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections import defaultdict

from companion.intake.page import Page
from companion.intake.text import element_text, line
from companion.intake.tree import Element, select

_NAMES: dict[str, re.Pattern[str]] = {
    "place": re.compile(r"location|job-?place|standort|arbeitsort|lieu|employer_town|ubicacion", re.IGNORECASE),
    "company": re.compile(r"company-?_?name|employer-?_?name|organi[sz]ation-?_?name|hiring-?organi|companyname|employername|org-name", re.IGNORECASE),
    "pay": re.compile(r"salary|pay-range|compensation|wage|gehalt|salaire|remuneration", re.IGNORECASE),
    "posted": re.compile(r"date-?_?posted|posted-?_?(?:date|on|time)|publi(?:cation|shed)-?_?date|post-?date|posting-?date|listed-?_?date", re.IGNORECASE),
    "until": re.compile(r"closing-?_?date|deadline|expir(?:y|ation)-?_?date|valid-?through|apply-?by", re.IGNORECASE),
    "employment": re.compile(r"employment-?_?type|job-?_?type|contract-?_?type|work-?_?type", re.IGNORECASE),
}  # fmt: skip
_NOT = re.compile(
    r"label|heading|title|search|filter|input|select|icon|form|field|nav|footer|header-?link|autocomplete|similar|related|recommend|card|logo|rating|modal|cookie|placeholder",
    re.IGNORECASE,
)
_ATTRIBUTES = (
    "class",
    "id",
    "data-testid",
    "data-test",
    "data-automation",
    "data-automation-id",
    "data-qa",
    "itemprop",
)
_OUTSIDE = frozenset({"form", "nav", "footer", "select", "aside"})
_LONGEST = 160


def named_facts(page: Page) -> dict[str, str]:
    """Fact name → the text of the one element that is called so."""
    found: dict[str, list[tuple[Element, str]]] = defaultdict(list)
    for node in select(page.tree, "[class], [id], [data-testid], [data-automation], [itemprop], [data-qa]"):
        if node.tag in (
            "html",
            "body",
            "main",
            "input",
            "button",
            "svg",
            "img",
            "link",
            "meta",
            "label",
            "select",
            "option",
        ):
            continue
        names = " ".join(value for key in _ATTRIBUTES if (value := node.get(key)))
        if len(names) > 400:
            continue
        for fact, pattern in _NAMES.items():
            if (hit := pattern.search(names)) and not _NOT.search(_word_around(names, hit)):
                found[fact].append((node, names))
    return {fact: text for fact, entries in found.items() if (text := _single(entries))}


def _word_around(names: str, hit: re.Match[str]) -> str:
    start = names.rfind(" ", 0, hit.start()) + 1
    end = names.find(" ", hit.end())
    return names[start : end if end > 0 else len(names)]


def _single(entries: list[tuple[Element, str]]) -> str:
    """The text of the first fitting element, where not more than three different texts go by such a name."""
    texts: dict[str, None] = {}
    for node, _ in entries[:40]:
        if any(ancestor.tag in _OUTSIDE for ancestor in node.iterancestors()):
            continue
        text = line(element_text(node)) if len(node.text_content()) < 4 * _LONGEST else ""
        if 1 < len(text) <= _LONGEST:
            texts[text] = None
    distinct = [text for text in texts if not any(text != other and text in other for other in texts)]
    return distinct[0] if 0 < len(distinct) <= 3 else ""
