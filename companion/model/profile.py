"""The person: a superset of JSON Resume (v1.0.0, https://jsonresume.org/schema) with application facts.

Field names encode in camelCase as JSON Resume writes them. Every leaf is a Fact addressed by its path, such as
`work/0/highlights/2` or `application/authorization/DE`. Dates are JSON Resume's `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from companion.model.document import Document, Share
from companion.model.posting import Employment, Level, Pay, WorkMode

PartialDate = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Line = Annotated[str, msgspec.Meta(max_length=500)]
Text = Annotated[str, msgspec.Meta(max_length=20_000)]


class Section(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One entry of the resume. `extra` keeps properties JSON Resume or a newer version has and we do not."""

    extra: dict[str, Any] = {}


class Location(Section, frozen=True, kw_only=True):
    address: Line = ""
    address2: Line = ""
    postal_code: Line = ""
    city: Line = ""
    region: Line = ""
    country_code: str = ""


class Link(Section, frozen=True, kw_only=True):
    """A network profile of JSON Resume (`basics.profiles`)."""

    network: Line = ""
    username: Line = ""
    url: Line = ""


class Basics(Section, frozen=True, kw_only=True):
    name: Line = ""
    given_name: Line = ""
    family_name: Line = ""
    preferred_name: Line = ""
    label: Line = ""
    image: Line = ""
    email: Line = ""
    phone: Line = ""
    url: Line = ""
    summary: Text = ""
    location: Location = Location()
    profiles: tuple[Link, ...] = ()


class Work(Section, frozen=True, kw_only=True):
    name: Line = ""
    position: Line = ""
    location: Line = ""
    description: Text = ""
    url: Line = ""
    start_date: PartialDate = ""
    end_date: PartialDate = ""
    """Empty with a start date means the person works here now."""
    summary: Text = ""
    highlights: tuple[Text, ...] = ()


class Volunteer(Section, frozen=True, kw_only=True):
    organization: Line = ""
    position: Line = ""
    url: Line = ""
    start_date: PartialDate = ""
    end_date: PartialDate = ""
    summary: Text = ""
    highlights: tuple[Text, ...] = ()


class Education(Section, frozen=True, kw_only=True):
    institution: Line = ""
    url: Line = ""
    area: Line = ""
    study_type: Line = ""
    start_date: PartialDate = ""
    end_date: PartialDate = ""
    score: Line = ""
    courses: tuple[Line, ...] = ()
    location: Line = ""
    """Ours, as is the next (JSON Resume allows both)."""
    highlights: tuple[Text, ...] = ()
    """Theses, honours, activities."""


class Award(Section, frozen=True, kw_only=True):
    title: Line = ""
    date: PartialDate = ""
    awarder: Line = ""
    summary: Text = ""


class Certificate(Section, frozen=True, kw_only=True):
    name: Line = ""
    date: PartialDate = ""
    issuer: Line = ""
    url: Line = ""


class Publication(Section, frozen=True, kw_only=True):
    name: Line = ""
    publisher: Line = ""
    release_date: PartialDate = ""
    url: Line = ""
    summary: Text = ""


class Skill(Section, frozen=True, kw_only=True):
    name: Line = ""
    level: Line = ""
    keywords: tuple[Line, ...] = ()


class Language(Section, frozen=True, kw_only=True):
    language: Line = ""
    fluency: Line = ""


class Interest(Section, frozen=True, kw_only=True):
    name: Line = ""
    keywords: tuple[Line, ...] = ()


class Reference(Section, frozen=True, kw_only=True):
    name: Line = ""
    reference: Text = ""


class Project(Section, frozen=True, kw_only=True):
    name: Line = ""
    description: Text = ""
    highlights: tuple[Text, ...] = ()
    keywords: tuple[Line, ...] = ()
    start_date: PartialDate = ""
    end_date: PartialDate = ""
    url: Line = ""
    roles: tuple[Line, ...] = ()
    entity: Line = ""
    type: Line = ""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """A place the person would work in. `radius_km` is None for the whole of it; `country` is ISO 3166-1 alpha-2."""

    text: Line
    city: Line = ""
    country: str = ""
    radius_km: float | None = None


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What the person looks for. `hard` names the preferences that block; all others only weigh."""

    titles: tuple[Line, ...] = ()
    places: tuple[Wish, ...] = ()
    modes: tuple[WorkMode, ...] = ()
    employment: tuple[Employment, ...] = ()
    levels: tuple[Level, ...] = ()
    pay_floor: Pay | None = None
    industries: tuple[Line, ...] = ()
    companies_wanted: tuple[Line, ...] = ()
    companies_avoided: tuple[Line, ...] = ()
    needs_sponsorship: bool | None = None
    hard: frozenset[str] = frozenset()
    rates: dict[str, float] = {}
    """The person's own exchange rates: units of a currency (ISO 4217) for one euro; bundled ones serve for the rest."""


class Authorization(msgspec.Struct, frozen=True, kw_only=True):
    """The right to work in one country. None is unknown, and is asked, never guessed."""

    authorized: bool | None = None
    sponsorship_now: bool | None = None
    sponsorship_future: bool | None = None
    basis: Line = ""
    expires: PartialDate = ""


class Duration(msgspec.Struct, frozen=True, kw_only=True):
    amount: float
    unit: Literal["day", "week", "month", "year"]


EeoChoice = Literal["answer", "decline", "blank"]


class Eeo(msgspec.Struct, frozen=True, kw_only=True):
    """Per protected category: what the person chose to do, and the answer where they chose to answer."""

    choice: EeoChoice = "decline"
    answer: Line = ""


class ApplicationFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that forms ask and resumes do not carry. Every one is None or empty until the person states it."""

    authorization: dict[str, Authorization] = {}
    """ISO 3166-1 alpha-2 → right to work there."""
    citizenships: tuple[str, ...] = ()
    notice: Duration | None = None
    start: PartialDate = ""
    pay_expected: Pay | None = None
    pay_current: Pay | None = None
    relocate: dict[str, bool] = {}
    """ISO 3166-1 alpha-2, or `*` for anywhere → willing."""
    date_of_birth: PartialDate = ""
    driving_licence: bool | None = None
    clearance: Line = ""
    eeo: dict[str, Eeo] = {}
    """gender, race, hispanic, veteran, disability, orientation, transgender, religion, age, … → choice."""
    pronouns: Line = ""
    salutation: Line = ""


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A fact the import is not sure of: the path, how sure (0–1), and the line of the source it was read from."""

    path: str
    confidence: Share
    source: Line = ""


class Persona(msgspec.Struct, frozen=True, kw_only=True):
    """The same person heading in one direction: how they introduce themselves there, what they show and look for."""

    name: Line
    label: Line = ""
    """The headline; where it or the summary is empty, the profile's own serves."""
    summary: Text = ""
    hidden: frozenset[str] = frozenset()
    """Paths of what a resume leaves out: sections (`interests`), entries (`work/2`), lines (`work/0/highlights/3`)."""
    first: tuple[str, ...] = ()
    """Paths of what comes first among its like, in this order."""
    preferences: Preferences | None = None
    """None: what the profile says."""


class Profile(Document, frozen=True, kw_only=True, rename="camel"):
    """The one truth about the person. `personas` choose from it and add no facts of work, school or skill."""

    persona: Line = "default"
    """The persona it is shown as; as it is stored, and without any, all of it."""
    personas: tuple[Persona, ...] = ()
    basics: Basics = Basics()
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[Project, ...] = ()
    meta: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    preferences: Preferences = Preferences()
    application: ApplicationFacts = ApplicationFacts()
    unplaced: tuple[Text, ...] = ()
    """Lines of an imported resume that found no place: shown, never dropped."""
    doubts: tuple[Doubt, ...] = ()
    updated_at: datetime | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """An addressable atom of the profile. `path` is e.g. `work/0/highlights/2`; `text` its value as words."""

    path: str
    text: str
