"""Reading a page by an ATS's own element names: one `Selectors` a system, one function for all."""

import re
from datetime import date, datetime

import msgspec

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.headline import employer_name
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.places import Location, read_location
from companion.intake.text import element_text, line
from companion.intake.tree import Element, select
from companion.model.posting import Place, WorkMode

_FORM_PAGE = re.compile(r"\s*[-–—|]\s*(?:job )?(?:application|apply|bewerbung|candidature)\s*$", re.IGNORECASE)
_SECTION = re.compile(r"^(?:about the job|(?:full )?job description|description|overview)\W*(?:\n|$)\s*", re.IGNORECASE)
_RATING = re.compile(r"\s*[-–·]?\s*\d\.\d\s*(?:★.*|stars?.*|\(?[\d,]+ reviews?\)?)?$", re.IGNORECASE)
"""Stars that portals print behind an employer's name."""


class Selectors(msgspec.Struct, frozen=True, kw_only=True):
    """CSS selectors a field, tried in order. `place` may match several elements, one a place."""

    title: tuple[str, ...]
    company: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    """All elements of the first selector that finds any, in order, one after the other."""
    one_place: bool = False
    """Where elements of that name hold other facts after the first."""
    only_first: bool = False
    """Where later elements of that name are about the employer: the first of them alone."""
    apply: tuple[str, ...] = ()
    company_prefix: str = ""
    company_from_title: str = ""
    """`before`, `after`: which side of the page title's last dash is the company; empty where neither."""
    day_first: bool | None = None


def dom_draft(page: Page, selectors: Selectors, ats: str) -> Draft | None:
    """What `selectors` find on `page`; None where there is not even a title."""
    captured_at = page.captured.captured_at
    title = page.line(*selectors.title)
    if not title:
        return None
    location = _location(page, selectors.place, 1 if selectors.one_place else 20)
    company = page.line(*selectors.company)
    if selectors.company_prefix and company.lower().startswith(selectors.company_prefix):
        company = company[len(selectors.company_prefix) :]
    company = _RATING.sub("", company)
    pay_text = page.line(*selectors.pay)
    link = page.first(*selectors.apply) if selectors.apply else None
    href = (link.get("href") or "") if link is not None else ""
    return Draft(
        source=ats,
        title=title,
        company=company or _from_title(page.title, title, selectors.company_from_title),
        places=location.places,
        mode=_mode(page.line(*selectors.mode)) or location.mode,
        remote_scope=location.scope,
        employment=read_employment(_lines(page, selectors.employment)),
        pay=read_pay(pay_text) if pay_text else None,
        posted=_date(page, selectors.posted, captured_at, selectors.day_first),
        valid_through=_date(page, selectors.until, captured_at, selectors.day_first),
        apply_url=href if href.startswith("http") else "",
        description=_description(page, selectors),
    )


def _lines(page: Page, choices: tuple[str, ...]) -> list[str]:
    for selector in choices:
        if found := [text for node in select(page.tree, selector) if (text := line(element_text(node)))]:
            return found
    return []


def _location(page: Page, choices: tuple[str, ...], most: int) -> Location:
    places: dict[Place, None] = {}
    mode: WorkMode | None = None
    scope = ""
    for text in _lines(page, choices)[:most]:
        read = read_location(text)
        places |= dict.fromkeys(read.places)
        mode, scope = mode or read.mode, scope or read.scope
    return Location(places=tuple(places), mode=mode, scope=scope)


def _mode(text: str) -> WorkMode | None:
    return read_location(text).mode if text else None


def _date(page: Page, choices: tuple[str, ...], captured_at: datetime, day_first: bool | None) -> date | None:
    node = page.first(*choices) if choices else None
    if node is None:
        return None
    for text in (node.get("datetime"), node.get("content"), line(element_text(node))):
        if text and (found := read_date(text, captured_at, day_first=day_first)):
            return found
    return None


def _description(page: Page, selectors: Selectors) -> str:
    for selector in selectors.description:
        nodes = select(page.tree, selector)[: 1 if selectors.only_first else None]
        inner = [node for node in nodes if not _inside(node, nodes)]
        if text := "\n\n".join(filter(None, (element_text(node) for node in inner))):
            return _SECTION.sub("", text)
    return ""


def _inside(node: Element, nodes: object) -> bool:
    """Whether an ancestor of `node` is among `nodes`, so that its text is there already."""
    return any(ancestor in nodes for ancestor in node.iterancestors())  # type: ignore[operator]


def _from_title(page_title: str, title: str, side: str) -> str:
    if not side or title not in page_title:
        return ""
    before, _, after = page_title.partition(title)
    part = before if side == "before" else after
    return employer_name(_FORM_PAGE.sub("", part).strip(" -–—|·@"))
