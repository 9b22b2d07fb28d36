"""LinkedIn's data export (a zip of CSV files) → Profile. File and column names are LinkedIn's: English in every
language it is asked in. Members are read by name and never unpacked to a disk.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from companion.errors import TooLarge, Unreadable
from companion.model.document import new_id
from companion.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Language,
    Link,
    Location,
    Profile,
    Project,
    Publication,
    Skill,
    Volunteer,
    Work,
)
from companion.resume.reading.address import split_place
from companion.resume.reading.dates import partial
from companion.resume.reading.degrees import split_degree
from companion.resume.reading.encodings import decoded
from companion.resume.reading.lines import unbulleted

Row = Mapping[str, str]
_MOST_BYTES = 10_000_000
_FILES = {
    "Profile": "First Name", "Positions": "Company Name", "Education": "School Name", "Skills": "Name",
    "Languages": "Name", "Certifications": "Name", "Email Addresses": "Email Address", "PhoneNumbers": "Number",
    "Projects": "Title", "Volunteering": "Role", "Publications": "Name", "Honors": "Title", "Courses": "Name",
    "Patents": "Title", "Organizations": "Name", "Test Scores": "Name",
}  # fmt: skip
"""The files that tell of the person, each with a column that tells its header from what stands above it."""
_LONG = frozenset({"Summary", "Description", "Notes", "Activities"})
"""Columns of texts; all others are one line."""
_LINES_ABOVE = 12
"""Lines of notes above a header at most."""
_SHOWN = ("Maiden Name", "Birth Date", "Industry", "Instant Messengers")
"""What a profile there says and one here has no field for."""


def is_linkedin_export(names: Iterable[str]) -> bool:
    """Whether a zip with these members is LinkedIn's export, whole or a part of it."""
    files = {_file(name) for name in names}
    return "Profile.csv" in files or len(files & {f"{name}.csv" for name in _FILES}) > 1


def _file(member: str) -> str:
    return re.split(r"[/\\]", member)[-1]


def from_linkedin_export(data: bytes) -> Profile:
    """The profile of an export. Messages, contacts and everything else in it are not opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            tables = tables_of(archive)
    except zipfile.BadZipFile as error:
        raise Unreadable("This zip file is damaged.", "Download it again from LinkedIn.") from error
    except RuntimeError as error:
        raise Unreadable(
            "This zip file is protected by a password.", "Unpack it and make a zip without one."
        ) from error
    return _profile(tables)


def tables_of(archive: zipfile.ZipFile) -> dict[str, list[Row]]:
    """The rows of every file of an export that is read, by the file's name. Raises TooLarge."""
    return {name: list(_table(archive, name)) for name in _FILES}


def _table(archive: zipfile.ZipFile, name: str) -> Iterator[Row]:
    """The rows of a file by the names of its columns, cut to what a profile holds; none where there is no such file."""
    member = next((info for info in archive.infolist() if _file(info.filename) == f"{name}.csv"), None)
    if member is None:
        return
    with archive.open(member) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise TooLarge("This export unpacks to far more than a profile.", "Ask LinkedIn for the smaller archive.")
    rows = csv.reader(io.StringIO(decoded(data).replace("\0", ""), newline=""))
    header: list[str] = []
    try:
        for number, cells in enumerate(rows):
            told = [cell.strip() for cell in cells]
            if header and any(told):
                yield {
                    column: text[: 20_000 if column in _LONG else 500]
                    for column, text in zip(header, told, strict=False)
                }
            elif not header and _FILES[name] in told:
                header = told
            elif not header and number > _LINES_ABOVE:
                return
    except csv.Error as error:
        raise TooLarge(
            f"A text in {name}.csv of this export is far too long.", "Shorten it, or choose your resume as PDF."
        ) from error


def _profile(tables: Mapping[str, list[Row]]) -> Profile:
    none: Row = {}
    me: Row = tables["Profile"][0] if tables["Profile"] else none
    emails = sorted(tables["Email Addresses"], key=lambda row: row.get("Primary", "").casefold() != "yes")
    city, region, country = split_place(me.get("Geo Location", ""))
    websites = [site.partition(":") for part in me.get("Websites", "").split(",") if ":" in (site := part.strip(" []"))]
    first, last = me.get("First Name", ""), me.get("Last Name", "")
    education = [_education(row) for row in tables["Education"]]
    skills = (row.get("Name", "") for row in tables["Skills"])
    unplaced = [f"{column}: {me[column]}" for column in _SHOWN if me.get(column)]
    for kind, name in (("Course", "Courses"), ("Organization", "Organizations"), ("Test score", "Test Scores")):
        told = [", ".join(text for text in row.values() if text) for row in tables[name]]
        unplaced += [f"{kind}: {text}" for text in told]
    return Profile(
        id=new_id(),
        basics=Basics(
            name=f"{first} {last}".strip(),
            given_name=first,
            family_name=last,
            label=me.get("Headline", ""),
            email=emails[0].get("Email Address", "") if emails else "",
            phone=next((row.get("Number", "") for row in tables["PhoneNumbers"]), ""),
            url=websites[0][2] if websites else "",
            summary=me.get("Summary", ""),
            location=Location(
                city=city, region=region, country_code=country, postal_code=me.get("Zip Code", ""),
                address=me.get("Address", ""),
            ),
            profiles=(*(Link(network=kind.capitalize(), url=url) for kind, _, url in websites[1:]), *(
                Link(network="Twitter", username=handle.strip(" []"), url=f"https://twitter.com/{handle.strip(' []')}")
                for handle in me.get("Twitter Handles", "").split(",")
                if handle.strip(" []")
            )),
        ),
        work=tuple(_work(row) for row in tables["Positions"]),
        education=tuple(education),
        skills=tuple(Skill(name=name) for name in dict.fromkeys(skills) if name),
        languages=tuple(
            Language(language=row.get("Name", ""), fluency=row.get("Proficiency", "").replace("_", " ").capitalize())
            for row in tables["Languages"]
        ),
        certificates=tuple(
            Certificate(
                name=row.get("Name", ""), issuer=row.get("Authority", ""), date=partial(row.get("Started On", "")),
                url=row.get("Url", ""),
            )
            for row in tables["Certifications"]
        ),
        projects=tuple(_project(row) for row in tables["Projects"]),
        volunteer=tuple(_volunteer(row) for row in tables["Volunteering"]),
        publications=tuple(
            Publication(
                name=row.get("Name", ""), publisher=row.get("Publisher", ""), url=row.get("Url", ""),
                release_date=partial(row.get("Published On", "")), summary=row.get("Description", ""),
            )
            for row in tables["Publications"]
        ) + tuple(
            Publication(
                name=row.get("Title", ""), publisher=f"Patent {row.get('Number', '')}".strip(), url=row.get("Url", ""),
                release_date=partial(row.get("Issued On", "")), summary=row.get("Description", ""),
            )
            for row in tables["Patents"]
        ),
        awards=tuple(
            Award(title=row.get("Title", ""), date=partial(row.get("Issued On", "")), summary=row.get("Description",
            ""))
            for row in tables["Honors"]
        ),
        unplaced=tuple(unplaced),
    )  # fmt: skip


def _told(text: str) -> tuple[str, tuple[str, ...]]:
    """A description as its running text and its bullets."""
    lines = [line.strip() for line in text.replace("  ", "\n").splitlines() if line.strip()]
    bulleted = [line for line in lines if unbulleted(line) != line]
    if bulleted and len(bulleted) >= len(lines) / 2:
        return "\n".join(line for line in lines if line not in bulleted), tuple(unbulleted(line) for line in bulleted)
    return "\n".join(lines), ()


def _work(row: Row) -> Work:
    summary, highlights = _told(row.get("Description", ""))
    return Work(
        name=row.get("Company Name", ""), position=row.get("Title", ""), location=row.get("Location", ""),
        start_date=partial(row.get("Started On", "")), end_date=partial(row.get("Finished On", "")),
        summary=summary, highlights=highlights,
    )  # fmt: skip


def _education(row: Row) -> Education:
    kind, area = split_degree(row.get("Degree Name", ""))
    notes = [text for text in (row.get("Notes", ""), row.get("Activities", "")) if text]
    return Education(
        institution=row.get("School Name", ""), study_type=kind, area=area, start_date=partial(row.get("Start Date",
        "")),
        end_date=partial(row.get("End Date", "")), highlights=tuple(notes),
    )  # fmt: skip


def _project(row: Row) -> Project:
    summary, highlights = _told(row.get("Description", ""))
    return Project(
        name=row.get("Title", ""), description=summary, highlights=highlights, url=row.get("Url", ""),
        start_date=partial(row.get("Started On", "")), end_date=partial(row.get("Finished On", "")),
    )  # fmt: skip


def _volunteer(row: Row) -> Volunteer:
    summary, highlights = _told(row.get("Description", ""))
    return Volunteer(
        organization=row.get("Company Name", ""), position=row.get("Role", ""), summary=summary, highlights=highlights,
        start_date=partial(row.get("Started On", "")), end_date=partial(row.get("Finished On", "")),
    )  # fmt: skip
