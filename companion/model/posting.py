"""A job ad as it was read, with where each value came from. Unknown stays None or empty: nothing is invented."""

from datetime import date, datetime
from typing import Literal

import msgspec

from companion.model.document import Document, Sha256, Short

WorkMode = Literal["onsite", "hybrid", "remote"]
Employment = Literal["full_time", "part_time", "contract", "temporary", "internship", "apprenticeship", "volunteer"]
Period = Literal["hour", "day", "week", "month", "year", "once"]
Level = Literal["intern", "entry", "mid", "senior", "staff", "principal", "lead", "manager", "director", "executive"]
Liveness = Literal["open", "closed", "unknown"]
Kind = Literal[
    "skill", "years", "education", "language", "clearance", "authorization", "sponsorship", "place", "travel"
]


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where the work is. `country` is ISO 3166-1 alpha-2; `text` is the wording of the source."""

    text: Short = ""
    city: Short = ""
    region: Short = ""
    country: str = ""


class Pay(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Stated pay in whole currency units per `period`; `currency` is ISO 4217 or empty where the page does not say."""

    minimum: float | None = None
    maximum: float | None = None
    currency: str = ""
    period: Period | None = None
    text: Short = ""


class Posting(Document, frozen=True, kw_only=True, gc=False):
    """A job ad. The description is the blob `description` (UTF-8 text), kept apart so that documents stay small.

    `gc=False` here and in its parts: tens of thousands stay in memory, and such data cannot form reference cycles.
    """

    canonical_key: str
    url: str
    title: Short
    company: Short
    apply_url: str = ""
    places: tuple[Place, ...] = ()
    mode: WorkMode | None = None
    remote_scope: Short = ""
    employment: tuple[Employment, ...] = ()
    level: Level | None = None
    pay: Pay | None = None
    posted: date | None = None
    valid_through: date | None = None
    language: str = ""
    ats: str = ""
    ats_company: str = ""
    ats_job: str = ""
    description: Sha256 = ""
    excerpt: Short = ""
    liveness: Liveness = "unknown"
    sources: dict[str, str] = {}
    """Field name → the reader that supplied it, e.g. `{"title": "json-ld", "pay": "text"}`."""
    seen: tuple["Sighting", ...] = ()
    fingerprint: str = ""
    """Signature of the description by which near-copies are found (`intake.fingerprint`)."""
    captured_at: datetime
    checked: datetime | None = None
    """When its page or board was last asked whether it is still open."""
    dismissed: bool = False
    saved: bool = False
    persona: str = ""
    """The persona the person picked for it; empty: the one that fits best."""


class Sighting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place and time at which the same job was seen."""

    url: str
    portal: str
    at: datetime


class Requirement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a posting asks for, with the sentence it came from."""

    kind: Kind
    name: Short
    must: bool = True
    negated: bool = False
    years: float | None = None
    amount: float | None = None
    """Of years the upper end where a range is asked; of a place the days on site a week; of travel its percentage."""
    level: Short = ""
    alternatives: tuple[Short, ...] = ()
    """Other skills any one of which serves as well ("React, Vue or Angular")."""
    sentence: Short = ""


class Requirements(Document, frozen=True, kw_only=True):
    """What one posting asks for; `id` is the posting's id. Small, so that 10,000 postings are re-scored from memory."""

    requirements: tuple[Requirement, ...] = ()
    phrases: tuple[Short, ...] = ()
    words: int = 0
    """Words in the description; too few of them and there is not enough to say."""
    terms: Short = ""
    """The content words it uses most, parted by spaces: one text takes a tenth of the memory of many."""
    occupations: tuple[str, ...] = ()
    """Codes of the occupations its title may mean, likeliest first (`matching.occupations`)."""
    near: float | None = None
    """How near a model found its meaning to the profile (0–1), and the profile's wording it was compared with."""
    near_to: str = ""
    reader: int = 0
    """Version of the extraction rules, so that old readings can be renewed."""
