"""A job ad as lines of text: its title, employer and place on top, and facts behind labels ("Location: Leeds")."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from collections.abc import Sequence
from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.gazetteer import country, is_city, region
from companion.intake.kind import is_ad_heading
from companion.intake.labels import of_label
from companion.intake.pay import read_pay
from companion.intake.places import Location, read_location
from companion.intake.text import line

_LABELLED = re.compile(r"^\W*([^:：\n]{2,40}?)\s*[:：]\s*(\S.{0,199})$", re.MULTILINE)
_AT = re.compile(r"^(?P<title>.{3,120}?)\s+(?:at|bei|chez|@|-|–|—|\|)\s+(?P<company>[^|@–—]{2,80})$", re.IGNORECASE)
_TITLE_LABEL = re.compile(
    r"^(?:job ?title|position|role|title|stelle|stellenbezeichnung|poste|intitulé|puesto|cargo|functie|職種|职位|직무|должность|पद)$",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
_PARTS = re.compile(r"\s+[·•|–—-]\s+|\s*[·•|]\s*")
_NO_NAME = re.compile(
    r"[?!]|\b(?:ago|hello|hi|dear|hallo|liebe\w*|guten|bonjour|hola|applicants?|actively|promoted|easy apply|new)\b|\d{3}",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_NEAR = 3


def text_draft(text: str, at: datetime) -> Draft:
    """What the lines of an ad say; `at` is when it was handed in."""
    facts = {of_label(label): value for label, value in _LABELLED.findall(text[:6_000])}
    title, company, rows = _title(text)
    named, near = beside(rows)
    location = read_location(facts["place"]) if "place" in facts else near
    return Draft(
        source="text",
        title=title,
        company=line(facts.get("company") or company or named, 200),
        places=location.places,
        mode=location.mode,
        remote_scope=location.scope,
        employment=read_employment([facts.get("employment", "")]),
        pay=read_pay(facts["pay"]) if "pay" in facts else None,
        posted=read_date(facts.get("posted"), at),
        valid_through=read_date(facts.get("until"), at),
        description=text,
    )


def is_labelled_title(text: str) -> bool:
    """Whether the ad names its title behind a label."""
    return bool(_labelled_title(text))


def beside(rows: Sequence[str]) -> tuple[str, Location]:
    """Employer and place in the lines next to a title: "Heron Bakery, Leeds", "Heron Bakery · Leeds (Hybrid)".

    Nothing where no place that is known for sure stands there: then the lines are the ad's own prose.
    """
    company = ""
    for row in rows[:_NEAR]:
        for part in _PARTS.split(row):
            if len(part) > _LONGEST_NAME + 40 or _LABELLED.match(part):
                continue
            name, comma, rest = part.partition(", ")
            wide = is_city(name) or bool(country(name) or region(name))
            if comma and not wide and (location := _place(rest)) is not None and _can_be_name(name):
                return company or name, location
            if (location := _place(part)) is not None:
                return company, location
            company = company or (part if _can_be_name(part) else "")
    return "", Location()


def _place(text: str) -> Location | None:
    """`text` as a place by itself, where the gazetteer knows its town or it names nothing but a country or a mode."""
    found = read_location(text)
    sure = all(place.country and (is_city(place.city) or not place.city) for place in found.places)
    return found if len(text) <= _LONGEST_NAME and sure and (found.places or found.mode == "remote") else None


def _can_be_name(text: str) -> bool:
    words = text.strip()
    return (
        1 < len(words) <= _LONGEST_NAME
        and len(words.split()) <= 7
        and not words.endswith((".", ":", ","))
        and not _NO_NAME.search(words)
    )


def _title(text: str) -> tuple[str, str, list[str]]:
    """The first line that can be a title, or what a label says; "Title at Company" gives both; and the lines behind."""
    rows = [row.strip(" #*-•") for row in text.splitlines()]
    if labelled := _labelled_title(text):
        return labelled, "", []
    for number, words in enumerate(rows[:8]):
        if (
            2 < len(words) <= 120
            and not words.endswith((".", ":", "!", "?", ","))
            and not _LINK.search(words)
            and not is_ad_heading(words)
        ):
            behind = [row for row in rows[number + 1 : number + 5] if row]
            found = _AT.match(words)
            return (line(found["title"]), line(found["company"]), behind) if found else (line(words), "", behind)
    return "", "", []


def _labelled_title(text: str) -> str:
    labels = _LABELLED.findall(text[:3_000])
    return next((line(value, 200) for label, value in labels if _TITLE_LABEL.match(label.strip())), "")
