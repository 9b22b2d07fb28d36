"""Resumes of made-up people whose entries all have one of many shapes, drawn from patterns: what stands on which line,
in which type, and where the dates are.
"""

from collections.abc import Sequence
from typing import NamedTuple

from fpdf import FPDF


class Job(NamedTuple):
    title: str
    employer: str
    place: str
    dates: str
    start: str
    end: str
    deeds: tuple[str, ...] = ()


class School(NamedTuple):
    degree: str
    school: str
    dates: str
    end: str


class Person(NamedTuple):
    name: str
    contact: str
    titles: tuple[str, str, str]
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: str


PEOPLE = (
    Person(
        "Orla Quennell", "orla.quennell@example.com | (612) 555-0119 | Duluth, MN",
        ("Where I have worked", "Schooling", "What I work with"),
        (
            Job("Lead Set Builder", "Harrow & Finch", "Duluth, MN", "May 2020 – Present", "2020-05", "",
                ("Builds scenery for nine plays a year", "Keeps the workshop of four people supplied")),
            Job("Carpenter", "Tannery Lane", "Superior, WI", "June 2016 – April 2020", "2016-06", "2020-04",
                ("Framed houses through two winters",)),
            Job("Shop Assistant", "Birchwood Hardware", "Duluth, MN", "2014 – 2016", "2014", "2016"),
        ),
        (School("Diploma in Carpentry", "Northern Lakes College", "2012 – 2014", "2014"),
         School("GED", "Duluth Adult School", "2011", "2011")),
        "Joinery, Rigging, AutoCAD, First aid",
    ),
    Person(
        "Gesine Maibaum", "gesine.maibaum@example.com | +49 431 5550128 | Kiel",
        ("Beruflicher Weg", "Schule und Studium", "Stärken"),
        (
            Job("Abteilungsleiterin Einkauf", "Kornblum Mühlen", "Husum", "03/2019 – heute", "2019-03", "",
                ("Verhandlung mit 40 Lieferanten", "Einführung des neuen Lagers")),
            Job("Einkäuferin", "Nordkai GmbH", "Kiel", "08/2013 – 02/2019", "2013-08", "2019-02",
                ("Bestellung von Verpackungen",)),
            Job("Aushilfe", "Buchladen Eckstein", "Kiel", "2010 – 2012", "2010", "2012"),
        ),
        (School("Bachelor of Arts Betriebswirtschaft", "Fachhochschule Kiel", "2010 – 2013", "2013"),
         School("Abitur", "Goethe-Gymnasium Husum", "2010", "2010")),
        "SAP, Excel, Verhandlung, Englisch",
    ),
    Person(
        "Maïwenn Kerléo", "maiwenn.kerleo@example.com | 06 55 50 41 27 | Brest",
        ("Parcours et missions", "Études et diplômes", "Savoir-faire"),
        (
            Job("Cheffe de projet événementiel", "Les Quais d'Iroise", "Brest", "depuis 2021", "2021", "",
                ("Organisation de douze festivals", "Suivi de vingt prestataires par saison")),
            Job("Chargée de communication", "Mairie de Landerneau", "Landerneau", "mars 2017 – déc. 2020", "2017-03",
                "2020-12", ("Rédaction du bulletin municipal",)),
            Job("Hôtesse d'accueil", "Océanopolis", "Brest", "2015 – 2016", "2015", "2016"),
        ),
        (School("Licence Information et communication", "Université de Rennes", "2012 – 2015", "2015"),
         School("BTS Tourisme", "Lycée de l'Iroise", "2010 – 2012", "2012")),
        "Budget, Canva, Presse, Logistique",
    ),
)  # fmt: skip

JOBS = (
    "*{title}>{dates}/{employer}, {place}",
    "*{employer}>{place}/_{title}>{dates}",
    "*{title} at {employer} ({dates})",
    "*{employer}* — {title} | {place}/_{dates}",
    "{dates}^*{title}/ ^{employer}, {place}",
    "{dates}/*{employer}/{title}",
    "*{title}*, {employer}, {place}, {dates}",
    "*{employer} ({place})>{dates}/{title}",
    "{dates}^*{employer}/ ^_{title}",
    "{dates}: {title}, {employer}",
    "*{title}/{employer} | {place} | {dates}",
    "*{employer} | {title} | {dates}",
    "{title}/{employer}/{dates} · {place}",
    "*{employer}, {title}>{dates}",
    "*{title} – {employer}/_{place}, {dates}",
    "*{employer}/{title} ({dates})",
    "*{title}/{employer}, {place} [{dates}]",
    "*{title} / {employer}>{dates}",
    "*{title} ({employer})>{dates}",
    "Employer: {employer}/Position: {title}/Period: {dates}",
    "*{title}*   {employer}>{dates}",
)
"""Lines parted by `/`; `*` begins and ends bold, `_` a line in italics; after `>` flush right; before `^` in a rail."""
SCHOOLS = (
    "*{degree}>{dates}/{school}", "{degree}, {school}, {dates}", "*{school}* — {degree}/{dates}",
    "{dates}^*{degree}/ ^{school}", "{degree} | {school} | {dates}", "{school}/{degree} ({dates})",
    "{dates}: {degree}, {school}",
)  # fmt: skip
MARKS = ("• ", "", None)
"""What stands before what was done; None: nothing of it is told."""


def drawn_as(person: Person, jobs: str, schools: str, mark: str | None, *, heading: str) -> bytes:
    """The resume as a PDF. `heading` is how titles of sections look: `caps`, `large` or `bold`."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 20)
    pdf.text(50, 50, person.name)
    pdf.set_font("Helvetica", "", 10)
    pdf.text(50, 66, person.contact)
    y = 84.0
    bodies = (
        [(_filled(jobs, one), one.deeds) for one in person.jobs],
        [(_filled(schools, one), ()) for one in person.schools],
        [(person.skills, ())],
    )
    for title, body in zip(person.titles, bodies, strict=True):
        y += 28
        pdf.set_font("Helvetica", "" if heading == "large" else "B", {"caps": 11, "large": 14, "bold": 12}[heading])
        pdf.text(50, y, title.upper() if heading == "caps" else title)
        for shape, deeds in body:
            y += 6
            for line in shape.split("/"):
                y += 14
                _draw(pdf, line, y)
            y = _deeds(pdf, deeds if mark is not None else (), mark or "", y, "^" in shape)
    return bytes(pdf.output())


def _filled(shape: str, entry: Job | School) -> str:
    slash = "\N{FRACTION SLASH}"  # a slash within a value begins no line
    values = {name: value.replace("/", slash) for name, value in entry._asdict().items() if isinstance(value, str)}
    return shape.replace(" / ", f" {slash} ").format(**values)


def _deeds(pdf: FPDF, deeds: Sequence[str], mark: str, y: float, railed: bool) -> float:
    for deed in deeds:
        y += 13
        pdf.set_font("Helvetica", "", 10)
        pdf.text(200 if railed else 50, y, f"{mark}{deed}")
    return y


def _draw(pdf: FPDF, line: str, y: float) -> None:
    line = line.replace("\N{FRACTION SLASH}", "/")
    x = 50.0
    rail, railed, text = line.rpartition("^")
    if railed:
        pdf.set_font("Helvetica", "", 10)
        pdf.text(x, y, rail)
        x = 200.0
    text, _, right = text.partition(">")
    if right:
        pdf.set_font("Helvetica", "", 10)
        pdf.text(545 - pdf.get_string_width(right), y, right)
    style = "I" if text[:1] == "_" else ""
    for n, piece in enumerate(text.strip("_").split("*")):
        pdf.set_font("Helvetica", "B" if n == 1 else style, 10)
        pdf.text(x, y, piece)
        x += pdf.get_string_width(piece)
