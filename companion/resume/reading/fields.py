"""Sections of a form, each value under or beside its label → entries: which is which, the labels say."""

import re
from collections.abc import Sequence

import msgspec

from companion.model.profile import Education, Work
from companion.resume.reading.asked import JOB, STUDY, is_date, label_of, unforeseen
from companion.resume.reading.blocks import told
from companion.resume.reading.captions import COUNTS, columns_of
from companion.resume.reading.dates import Span, spans
from companion.resume.reading.degrees import split_degree
from companion.resume.reading.heads import ADDRESSED, LEGAL, MESSRS
from companion.resume.reading.lines import TextLine, is_bulleted, joined, unbulleted
from companion.resume.reading.printed import field_of
from companion.resume.reading.schools import listed
from companion.resume.reading.sentences import Said, sentences
from companion.resume.reading.studies import Entry, names_field
from companion.resume.reading.vocabulary import TITLE, is_place, is_town


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a line of a form says: the field its label names, the label itself, and the value beside it, if any."""

    field: str
    label: str
    value: str


def fields_of(line: TextLine) -> list[Told]:
    """The labelled values of a line; empty for one that has no label, or text of its own beside them."""
    parts = line.parts
    if len(line.heads) == len(parts) > 1:
        return [
            Told(field=field or head, label=head, value=part)
            for field, head, part in zip(columns_of(line.heads, whole=False), line.heads, parts, strict=True)
            if not COUNTS.fullmatch(head.strip())
        ]
    pieces = [piece.partition(":") for piece in re.split(r"\s*\|\s*|\t", line.text.strip(" |"))]
    inline = [
        Told(field=field_of(label), label=label.strip(" •"), value=value.strip())
        for label, colon, value in pieces
        if colon
    ]
    if len(inline) == len(pieces) and all(one.field for one in inline):
        return inline
    if len(inline) == len(pieces) and any(one.field in JOB | STUDY for one in inline):
        return [one if one.field else msgspec.structs.replace(one, field=one.label) for one in inline]
    field = field_of(parts[0]) if parts and not re.search(r":\s*\w", parts[0]) else ""
    return [Told(field=field, label=parts[0].strip(" :•"), value="\t".join(parts[1:]))] if field else []


Record = dict[str, list[TextLine]]
"""The lines of each field of one entry."""


def told_work(lines: Sequence[TextLine]) -> list[Work]:
    """The entries of a section of work whose values have labels, or that are sentences, in order; empty for any other
    section.
    """
    out: list[Work] = []
    for record in _records(lines, JOB):
        name, place = _employer([line.plain for line in record.get("employer", [])])
        towns = [line.plain for line in record.get("place", [])]
        tasks = record.get("tasks", [])
        bullets, prose = told(tasks)
        if bullets and prose and not any(line.bullet for line in tasks):
            bullets, prose = (*bullets, *prose.split("\n")), ""  # the value beside the label is its first line
        start, end = _dates(record)
        more = [line.plain for field, own in record.items() if field not in _USED for line in own]
        out.append(
            Work(
                name=name[:500],
                position=_text(record, "title")[:500],
                location=(", ".join(towns) or place)[:500],
                description=_text(record, "sector"),
                start_date=start,
                end_date=end,
                summary="\n".join(text for text in (prose, *more) if text),
                highlights=bullets,
            )
        )
    return out


_USED = JOB | {"place", "tasks", "sector", "until"}


def aside(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` of entries with what a form labels beside their heads told as what it is: a town and a country as a
    place, any other field as a bullet, a label over a list not at all."""
    out: list[TextLine] = []
    notes: list[TextLine] = []
    for line in lines:
        found = fields_of(line)
        if framed := _FRAME.search(line.text):
            bare = line.text[: framed.start()].rstrip()
            out.append(msgspec.structs.replace(line, text=bare, starts=line.starts[:-1]))
            notes.append(msgspec.structs.replace(line, text=framed[1], starts=(), bold=False, bullet=True))
            continue
        if _ASIDE.match(line.plain):
            out.append(msgspec.structs.replace(line, bullet=True, bold=False))
            continue
        if not found or not {one.field for one in found} <= _BESIDE:
            out.append(line)
        elif all(one.field == "place" for one in found):
            text = ", ".join(one.value for one in found if one.value)
            out += [msgspec.structs.replace(line, text=text, starts=(), bold=False)] if text else []
        elif text := " · ".join(f"{one.label}: {one.value}" for one in found if one.value):
            out.append(msgspec.structs.replace(line, text=text, starts=(), bold=False, bullet=True))
        out, notes = [*out, *notes], []
    return [*out, *notes]


_FRAME = re.compile(
    r"\t((?:EQF|EQR|CEC|MEC|QEQ|QNQ|EKK|ERK|ISCED)(?: level| niveau| nivel| livello)?\s*\d)\s*$", re.IGNORECASE
)
"""The level of a degree in a frame of qualifications, set flush right beside it."""
_ASIDE = re.compile(
    r"(?:hours(?: per week|/ ?week)?|salary|pay(?: grade)?|supervisor|reports? to|reason for leaving|grade level|"
    r"wochenstunden|vorgesetzte[rn]?)\s*:\s*\S",
    re.IGNORECASE,
)
"""What public employers ask for beside an entry."""
_BESIDE = frozenset({"place", "sector", "tasks", "level", "address"})


def sector_of(bullets: Sequence[str]) -> str:
    """The line among those of an entry that tells what the employer does; empty without one."""
    return next((text for text in bullets if ":" in text and field_of(text.partition(":")[0]) == "sector"), "")


def told_schools(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of a section of education whose values have labels, in order; empty for any other section."""
    out: list[Education] = []
    for record in _records(lines, STUDY):
        entry = Entry()
        entry.school, entry.degree = _text(record, "school"), _text(record, "degree")
        entry.place = ", ".join(line.plain for line in record.pop("place", []))
        entry.score = _text(record, "grade")[:500]
        area = _text(record, "area")
        if area and "," not in area and not split_degree(entry.degree)[1] and names_field(area):
            entry.degree = f"{entry.degree}, {area}".strip(", ")
            del record["area"]
        entry.courses = [course for line in record.get("subjects", []) for course in listed(unbulleted(line.text))]
        rest = set(record) - STUDY - {"subjects", "grade", "until"}
        entry.notes = [line.plain for field in record if field in rest for line in record[field]]
        start, end = _dates(record)
        out.append(msgspec.structs.replace(entry.close(), start_date=start, end_date=end))
    return out


def _records(lines: Sequence[TextLine], core: frozenset[str]) -> list[Record]:
    """The entries of a section as the lines of their fields; empty where labels do not say what heads them: at least
    two of the `core`, one of which comes again with another entry.
    """
    labelled = _headed(_labelled(lines, core), core)
    if len({one.field for _, found in labelled for one in found} & core) < 2:
        return []
    out: list[Record] = []
    last = ""
    above: TextLine | None = None
    for line, found in labelled:
        row = len(line.heads) > 1 and any(one.field in core for one in found)
        for n, one in enumerate(found):
            asked = {told.field for told in ([one] if n else found)} & core
            if not out or (row and not n) or (not line.heads and asked & out[-1].keys()):
                out.append({})
            last = one.field
            own = out[-1].setdefault(last, [])
            if one.value:
                text = one.value if one.field in _KNOWN else f"{one.label}: {one.value}"
                x0 = line.starts[1] if len(line.starts) > 1 else line.x0
                listed = is_bulleted(text) or len(line.heads) == 1
                own.append(
                    msgspec.structs.replace(line, text=text, x0=x0, starts=(), bold=False, gap=1.0, bullet=listed)
                )
        if not found:
            if not out:
                out.append({})
            last = last if _goes_on(line, above, last) else "tasks"
            out[-1].setdefault(last, []).append(line)
        above = line
    return out


_BELOW = frozenset({"employer", "dates", "until", "place"})
"""Fields of a table whose cells may go on below their first line; below what others name stands what was done there."""
_Labelled = list[tuple[TextLine, list[Told]]]
"""Lines, each with what its labels say."""


def _headed(labelled: _Labelled, core: frozenset[str]) -> _Labelled:
    """`labelled` with the line right above the first label of each entry as the dates, employer, title, degree or
    school that no label of the form asks for; as it is where entries do not all have one.
    """
    told = [one.field for _, found in labelled for one in found if one.field in core]
    missing = core - set(told)
    if len(missing) != 1:
        return labelled  # nothing is missing, or too little is told
    begins = [n for n, (_, found) in enumerate(labelled) if found and found[0].field == told[0]]
    above = {n - 1 for n in begins}
    if not all(n >= 0 and not (labelled[n][1] or labelled[n][0].bullet) for n in above):
        return labelled
    if "dates" in missing and not all(is_date(labelled[n][0].plain) for n in above):
        return labelled
    return [
        (line, [Told(field=next(iter(missing)), label="", value=line.text)] if n in above else found)
        for n, (line, found) in enumerate(labelled)
    ]


_BRACKETED = re.compile(r"\[\s*([^\[\]]+?)\s*\]\s*(\S.*)$")
"""Dates in brackets before a title, as the Europass CV of 2020 has them; the employer or school stands below."""


def _labelled(lines: Sequence[TextLine], core: frozenset[str]) -> _Labelled:
    """Each line with what it says, by its labels or by where a form without labels for heads has it."""
    names = ("title", "employer") if "title" in core else ("degree", "school")
    out: _Labelled = []
    asked = unforeseen(lines, core)
    headed = False
    for line, said in sentences(lines) if "title" in core else [(line, None) for line in lines]:
        if said:
            out.append((line, _said(said)))
            continue
        if len(line.heads) == 1:
            field = next(iter(columns_of(line.heads, whole=False)), "")
            out.append((line, [Told(field=field if field in _BELOW else "tasks", label="", value=line.text)]))
            continue
        found = fields_of(line)
        label, value = label_of(line)
        label = label or line.plain.rstrip(": ")  # its value stands below
        if not found and label in asked:
            found = [Told(field=asked[label], label=label, value=value)]
        head = _BRACKETED.match(line.text)
        if head and spans(head[1]):
            found = [Told(field="dates", label="", value=head[1]), Told(field=names[0], label="", value=head[2])]
        elif headed and not (found or line.bullet):
            found = [Told(field=names[1], label="", value=line.text)]
        headed = bool(head)
        out.append((line, found))
    return out


def _said(said: Said) -> list[Told]:
    """What a sentence about a job tells, and what was done there, which stands behind it or below."""
    values = {"title": said.title, "employer": said.employer, "dates": said.dates}
    told = [Told(field=field, label="", value=value) for field, value in values.items() if value]
    return [*told, Told(field="tasks", label="", value=said.rest)]


def _goes_on(line: TextLine, above: TextLine | None, field: str) -> bool:
    """Whether a line without a label goes on with the value above it: where values stand below or beside labels and
    not after a colon; one that is a bullet tells what was done.
    """
    inline = above is not None and bool(fields_of(above)) and len(above.parts) == 1 and not above.text.endswith(":")
    alone = above is not None and bool(fields_of(above)) and not any(one.value for one in fields_of(above))
    return field == "tasks" or (not line.bullet and (alone or not inline))


_KNOWN = _USED | STUDY | {"subjects", "area", "grade"}
"""Fields of their own in the profile; the value of any other keeps its label."""


def _text(record: Record, field: str) -> str:
    text = ""
    for line in record.get(field, []):
        text = joined(text, line.plain) if text else line.plain
    return text


def _dates(record: Record) -> tuple[str, str]:
    found = spans(" – ".join(text for field in ("dates", "until") if (text := _text(record, field)))) or [Span()]
    best = next((span for span in found if span.ranged), found[0])
    return (best.start, best.end) if best.ranged else ("", best.start)


_FORMED = re.compile(rf"(?:\b(?:{LEGAL}|co)\.|(?<!\w)(?:\w\.){{2,4}}) (?=[^\W\d_])", re.IGNORECASE)
"""A form of company with a stop, behind which the address may begin as well as behind a comma."""


def _employer(texts: Sequence[str]) -> tuple[str, str]:
    """The employer, and the address after the first comma or on the lines below."""
    if not texts:
        return "", ""
    text = MESSRS.sub("", texts[0])
    ends = [form.end() for form in _FORMED.finditer(text)]
    at = next((end for end in ends if is_place(text[end:]) or is_town(text[end:].partition(",")[0])), 0)
    name, *rest = (text[:at].strip(), text[at:]) if at else ADDRESSED.split(text, maxsplit=1)
    if rest and TITLE.search(rest[0]):
        return ", ".join((name, *rest)), ", ".join(texts[1:])  # what they are: a part of the name
    return name.strip(), ", ".join(text.strip(" ,") for text in (*rest, *texts[1:]) if text.strip(" ,"))
