"""An entry of education while its lines are read: what was told so far, and where the next text goes."""

import re

from companion.model.profile import Education
from companion.resume.reading.dates import Span
from companion.resume.reading.degrees import parted, split_degree
from companion.resume.reading.departments import without_part
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.heads import LEGAL
from companion.resume.reading.vocabulary import SCHOOL, is_place, is_town

NOTE = re.compile(
    r"^(?:(?:bachelor|diploma|higher certificate)(?:['’]?s)? pass|distinctions?|thesis|advis[eo]r|supervisors?|"
    r"avhandling|handledare|betreuer|tesis?\b|th[èe]se|mémoire|relatore|honou?rs|activities|awards?|dissertation|"
    r"minor|specialization|specialisation|concentration|"
    r"scholarships?|abschlussarbeit|thema|dean|magna|summa|cum laude|with distinction|"
    r"relevant|exchange|erasmus|(?:semester|term|year|study) abroad|"
    r"auslandssemester|including)",
    re.IGNORECASE,
)


HONOUR = re.compile(
    r"(?:(?:hono(?:u)?rs|awards?)\s*:\s*|(?:named to|on|member of) (?:the )?)?"
    r"(?:(?:dean|president|provost|chancellor|principal)['’]?s?['’]? (?:\w+ )?(?:list|roll|scholar)|"
    r"hono(?:u)?rs? (?:roll|list|society)\b|(?:vale|saluta)dictorian\b|phi (?:beta|kappa|theta)\b)|"
    r"(?:graduated )?(?:(?:magna|summa) )?cum laude\b|graduated with (?:hono(?:u)?rs|distinction|high)\b",
    re.IGNORECASE,
)
"""How begins what tells of honours at a school, dated or not."""
_CLASS = re.compile(
    r"\b(?:class|division|distinction|merit|credits?|upper|lower|2[:.][12]|1st|2nd|3rd)\b", re.IGNORECASE
)
"""What stands in brackets behind a degree and grades it."""
_GRADED = re.compile(
    r"(?:(?:mean|final|overall)\s)?grade\s?[:–-]\s?([A-F][+-]?)|(2[:.][12]|(?:upper|lower) credit|"
    r"(?:first|second|third|upper|lower|1st|2nd|3rd)[ -](?:class|division)"
    r"(?:,?\s\(?(?:hono(?:u)?rs?|upper|lower|division|degree|with distinction)\)?){0,4})",
    re.IGNORECASE,
)
"""A line that tells how well and nothing else."""
_KIND = 2
"""Words at most of a kind of degree that says nothing of its field."""
_TOWN = re.compile(r"(?!.*\b(?:univer|politec|polytec|institut).*, )(.{3,}?)(?:\s*\(|,\s+)([^(),]+)\)?$", re.IGNORECASE)
"""A school with the town it is in; after a university and a comma it may be which of several it is."""

_FIRM = re.compile(rf"\b(?:{LEGAL})\.?$")
"""The form of a company at the end of its name."""


class Entry:
    """An education entry being read."""

    def __init__(self) -> None:
        self.school = ""
        self.degree = ""
        self.span = Span()
        self.score = ""
        self.courses: list[str] = []
        self.notes: list[str] = []
        self.place = ""
        self.school_leads = False

    @property
    def empty(self) -> bool:
        return not (self.school or self.degree)

    def tell(self, text: str, *, field: bool) -> None:
        """Keep what is neither school nor degree: what was studied where the degree does not say it, else a note."""
        graded = _GRADED.fullmatch(text)
        if graded and self.degree and not self.score:
            self.score = graded[1] or graded[2]
        elif field and self.degree and not split_degree(self.degree)[1] and names_field(text):
            self.degree = f"{self.degree}, {text}"
        else:
            self.notes.append(" ".join(text.split()))

    def close(self) -> Education:
        if not (self.school and self.degree):
            self.degree, self.school = parted(self.degree, self.school)
        field, _, rest = self.school.partition(", ")
        bare = " " in rest and self.degree and len(self.degree.split()) <= _KIND and _is_kind(self.degree)
        if bare and names_field(field) and not (SCHOOL.search(field) or is_town(rest) or is_place(rest)):
            self.degree, self.school = f"{self.degree}, {field}", rest
        if (town := _TOWN.match(self.school)) and (is_town(town[2]) or is_place(town[2]) or _FIRM.search(town[1])):
            self.school, self.place = town[1], self.place or town[2]
        self.school, part = without_part(self.school)
        self.notes += [part] if part else []
        degree, _, behind = self.degree.rpartition(" (")
        if degree and not self.score and behind.endswith(")") and _CLASS.search(behind):
            self.degree, self.score = degree, behind[:-1]
        kind, area = split_degree(self.degree)
        told = next((note for note in self.notes if _is_kind(note)), "")
        if told and self.degree and not DEGREE.search(self.degree):
            kind, area = told, self.degree  # the degree stands below its field
            self.notes.remove(told)
        start, end = (self.span.start, self.span.end) if self.span.ranged else ("", self.span.start)
        return Education(
            institution=self.school[:500],
            study_type=kind[:500],
            area=area[:500],
            start_date=start,
            end_date=end,
            score=self.score,
            location=self.place[:500],
            courses=tuple(course[:500] for course in self.courses),
            highlights=tuple(self.notes),
        )


def _is_kind(text: str) -> bool:
    """Whether a text is a degree and no more than that."""
    return bool(DEGREE.match(text)) and len(text.split()) <= 5 and not split_degree(text)[1]


def names_field(text: str) -> bool:
    """Whether a short text reads as what one studies."""
    mark = any(c.isdigit() or c in ".:;!?%\t" for c in text)
    return (
        len(text.split()) <= 7 and text.count(",") < 2 and not mark and not NOTE.match(text) and not SCHOOL.search(text)
    )
