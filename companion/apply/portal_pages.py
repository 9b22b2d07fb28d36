"""The person's own list of applications at a portal, as captured: which of them it shows, and with which status.

No selectors: a row is the smallest part of the page that holds an application's title, its employer and a status, so
that it holds for lists nobody here has seen. What is shown is proposed; nothing is changed.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportAttributeAccessIssue=false

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from companion.apply.afterwards import identity, tells
from companion.apply.employer import names
from companion.apply.site import site
from companion.model.application import Application, News, Proposal

_LISTS = re.compile(
    r"/my-?items|/jobs-tracker|/jobs/(?:tracker|applied)|/my-?jobs|^/applied\b|/myapply|/userhome\b|/candidate-?home"
    r"|/my-?applications?\b|/applications?/(?:history|status)|/applied-?jobs|/application-?history",
    re.IGNORECASE,
)
"""Addresses under which portals show a person's applications: LinkedIn `/my-items`, `/jobs-tracker`; Indeed
`myjobs.indeed.com/applied`; Naukri `/myapply`; Workday `/userHome`; and how others name the same."""
_HOSTS = {"linkedin.com": "LinkedIn", "indeed.com": "Indeed", "naukri.com": "Naukri"}
_LARGEST = 10_000_000
_ROW = 900
"""Characters: a part of a page that says more than this is not one row."""
_LINE = 90
_SAYS: tuple[tuple[News, str], ...] = (
    (
        "rejected",
        r"(?:application )?(?:was )?(?:not (?:selected|shortlisted|successful)|rejected|declined|unsuccessful)"
        r"(?: by .*)?"
        r"|no longer (?:being |under )?consider(?:ed|ation)|not (?:moving|going) forward|absage.*|abgelehnt",
    ),
    ("offer", r"(?:job )?offer(?: (?:extended|received|made|accepted))?|hired|angebot(?: erhalten)?"),
    (
        "interview",
        r"(?:invited to |selected for )?(?:an? )?(?:phone |video |first |final )?interview(?:ing|s)?"
        r"(?: (?:scheduled|requested|invitation|invited|stage|phase|round))*|vorstellungsgespräch|bewerbungsgespräch",
    ),
    (
        "withdrawn",
        r"(?:application |you )?(?:was )?(?:withdrawn|withdrew)(?: (?:by you|your application))?|zurückgezogen",
    ),
    (
        "viewed",
        r"(?:(?:your )?(?:application|profile|resume|résumé|cv) (?:was |has been )?)?(?:viewed|opened|downloaded|seen)"
        r"(?: by .*)?|(?:resume|application|profile) (?:viewed|downloaded)"
        r"|(?:currently )?(?:under|in) (?:review|consideration|process)|in prüfung|wird geprüft",
    ),
    (
        "confirmed",
        r"applied|(?:your )?application (?:was |has been )?(?:sent|submitted|received)|submitted|eingegangen|beworben",
    ),
)
_SAID: tuple[tuple[News, re.Pattern[str]], ...] = tuple(
    (news, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for news, pattern in _SAYS
)
_AROUND = re.compile(
    r"^(?:(?:application )?status\s*:?\s*)"
    r"|\s*[·•|,–-]?\s*(?:on |am |le )?(?:\d.*|a (?:day|week|month) ago|today|yesterday"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d.*)$",
    re.IGNORECASE,
)
"""What stands around a status: its name before it, and when it was after it."""


def portal_of(url: str) -> str:
    """The portal whose list of the person's applications stands at `url`; "" where it is none."""
    parts = urlsplit(url)
    if not parts.hostname or not _LISTS.search(parts.path):
        return ""
    return _HOSTS.get(site(url), parts.hostname)


def shown(
    url: str, markup: str, applications: Sequence[Application], own: Sequence[str], at: datetime
) -> tuple[Proposal, ...]:
    """The statuses that the page shows of `applications`, where they would be news.

    `own` are ids of applications whose employer the page's own host belongs to (its Workday, say): there the employer
    is not named beside each title.
    """
    if len(markup) > _LARGEST:
        return ()
    try:
        tree = lxml_html.document_fromstring(markup or "<html></html>")
    except (etree.LxmlError, ValueError):
        return ()
    etree.strip_elements(tree, "script", "style", "template", "noscript", with_tail=False)
    found: list[Proposal] = []
    titles = {_plain(one.title) for one in applications if one.title.strip()}
    for one in applications:
        if not one.title.strip():
            continue
        here = _plain(one.title)
        others = [title for title in titles if title not in here and here not in title]
        said = _row(tree, one, others, named=one.id not in own)
        if said is None or not tells(one, said[0]):
            continue
        twins = [
            other.id for other in applications
            if other.id != one.id and (other.title, other.company) == (one.title, one.company)
        ]  # fmt: skip
        found.append(
            Proposal(
                id=identity(portal_of(url), one.id, said[0]),
                application_id=one.id,
                news=said[0],
                sentence=said[1],
                source="portal",
                sender=portal_of(url),
                sure=not twins,
                others=tuple(twins[:9]),
                said_at=at,
                created_at=at,
            )
        )
    return tuple(found)


def status(line: str) -> News | None:
    """What one line of a row says; None where it is no status ("Prepare for your interview" is none)."""
    bare = " ".join(line.split())[:_LINE]
    for _ in range(2):
        bare = _AROUND.sub("", bare).strip(" .:·•|–-")
    return next((news for news, pattern in _SAID if pattern.fullmatch(bare)), None)


def _row(tree: Any, one: Application, others: Collection[str], *, named: bool) -> tuple[News, str] | None:
    """The status in the row of this application, with its words; the same title may stand in several places.

    `others` are the titles of the person's other applications: what holds one of them is no longer one row.
    """
    title = _plain(one.title)
    for node in tree.iter():
        if not isinstance(node.tag, str) or title not in _plain(f"{node.text or ''} {node.tail or ''}"):
            continue
        at = node
        while at is not None and len(text := _plain(" ".join(at.itertext()))) <= _ROW:
            if any(other in text for other in others):
                break
            whole = title in text and (not named or names(one.company, text))
            if whole and (said := _furthest(at, title)):
                return said
            if whole and _among_alike(at):
                break  # this is the row, and what follows belongs to others
            at = at.getparent()
    return None


def _furthest(row: Any, title: str) -> tuple[News, str] | None:
    """The one that counts of the statuses in a row. More than two kinds are the steps of a process, reached or not."""
    found: dict[News, str] = {}
    for part in row.itertext():
        line = " ".join(part.split())
        if line and len(line) <= _LINE and title not in line.casefold() and (said := status(line)):
            found.setdefault(said, line)
    if not 0 < len(found) <= 2:
        return None
    return next((said, found[said]) for said, _ in _SAYS if said in found)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _among_alike(node: Any) -> bool:
    """Whether the element stands among others made like it: a row of a list."""
    parent = node.getparent()
    return parent is not None and any(other is not node and _shape(other) == _shape(node) for other in parent)


def _shape(node: Any) -> tuple[object, ...]:
    leads = any(below.tag in ("a", "h2", "h3", "h4", "button") for below in node.iter())
    return (node.tag, node.get("class"), leads)
