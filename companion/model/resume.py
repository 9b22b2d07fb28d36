"""A resume version: what the document says, and which fact carries each line."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from companion.model.document import Document, Sha256, Short

Paper = Literal["a4", "letter"]
Template = Literal["classic", "compact", "modern"]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a document is set. `pages` is 1 or 2, or None for as many as the work behind it is worth."""

    template: Template = "classic"
    paper: Paper = "a4"
    pages: Annotated[int, msgspec.Meta(ge=1, le=2)] | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence or item of the document. `facts` carry it (paths); `own` is False where a model reworded it."""

    text: str
    facts: tuple[str, ...]
    own: bool = True
    original: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    heading: str = ""
    subheading: str = ""
    dates: str = ""
    place: str = ""
    url: str = ""
    lines: tuple[Line, ...] = ()
    facts: tuple[str, ...] = ()


class ResumeSection(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal[
        "summary",
        "work",
        "volunteer",
        "education",
        "projects",
        "skills",
        "certificates",
        "languages",
        "publications",
        "awards",
        "interests",
    ]
    title: str
    entries: tuple[Entry, ...] = ()


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """A proposed sentence the claim gate stopped; the person's own stood in for it."""

    proposed: str
    kept: str
    reasons: tuple[Short, ...]


class Resume(Document, frozen=True, kw_only=True):
    """A version: base (`posting_id` empty), or tailored for one posting. `pdf` is the blob of the rendered file."""

    profile_id: str
    profile_version: int
    persona: Short = "default"
    posting_id: str = ""
    name: str
    headline: str = ""
    contact: tuple[Line, ...] = ()
    sections: tuple[ResumeSection, ...] = ()
    template: Template = "classic"
    paper: Paper = "a4"
    pages: int = 0
    density: float = 1.0
    """Below 1, sizes and spaces are that share of the template's, so that more fits without leaving anything out."""
    language: str = "en"
    pdf: Sha256 = ""
    file_name: Short = ""
    rejected: tuple[Rejected, ...] = ()
    suggestions: tuple[Short, ...] = ()
    """Questions to the person ("Do you know Kubernetes?"), never part of the document."""
    created_at: datetime


class Covered(msgspec.Struct, frozen=True, kw_only=True):
    """A word the posting asks for, and the sentences of the document that truthfully say it; empty where none does."""

    name: Short
    must: bool = True
    evidence: tuple[Short, ...] = ()


class AtsReport(msgspec.Struct, frozen=True, kw_only=True):
    """The finished file read back as an applicant tracking system would read it, by each reader in `readers`."""

    readers: tuple[str, ...]
    expected: int
    """Strings of the version that must come out."""
    recovered: int
    """Strings that every reader gave back whole."""
    lost: tuple[str, ...] = ()
    out_of_order: tuple[str, ...] = ()
    violations: tuple[Short, ...] = ()
    """Rules of ATS-friendly files that the document breaks, in words."""
    coverage: tuple[Covered, ...] = ()
    pages: int = 0
    text: str = ""
    """What the first reader saw."""


class Letter(Document, frozen=True, kw_only=True):
    """A cover letter for one posting. Each line of `paragraphs` names the facts that carry it; courtesies name none.
    There is no letter rather than a filled one."""

    profile_id: str
    profile_version: int
    persona: Short = "default"
    posting_id: str
    name: str
    contact: tuple[Line, ...] = ()
    recipient: Short = ""
    date: str = ""
    subject: Short = ""
    greeting: Short = ""
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    closing: Short = ""
    template: Template = "classic"
    paper: Paper = "a4"
    language: str = "en"
    pdf: Sha256 = ""
    file_name: Short = ""
    rejected: tuple[Rejected, ...] = ()
    created_at: datetime
