"""Lines of an education section → schools, degrees, fields, grades and courses."""

import re
from collections.abc import Sequence

from companion.model.profile import Education
from companion.resume.reading.dates import LASTED, has_date, spans, without
from companion.resume.reading.degrees import split_degree
from companion.resume.reading.diplomas import DEGREE, LEAVING
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.studies import HONOUR, NOTE, Entry, names_field
from companion.resume.reading.vocabulary import SCHOOL, SCORE, is_place

COURSES = re.compile(
    r"^(?:relevant\s+|selected\s+|key\s+|core\s+)?(?:course\s?work|courses|modules|kurse|schwerpunkte|"
    r"cours)\s*(?:include[sd]?)?\s*:\s*",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"\b(?:expected(?: graduation)?|graduat(?:ed|ion)(?: date)?|(?<!\w )grad|anticipated|class of|"
    r"(?:previsão de |data de )?conclus(?:ão|ión)(?: prevista)?(?: (?:em|para))?|conclu[ií]d[oa] em|formad[oa] em|"
    r"finalizad[oa] en|(?:fin|obtention) prévue(?: en)?|(?:voraussichtlicher )?abschluss(?= ?:))\b\.?\s*:?",
    re.IGNORECASE,
)
"""What is said beside the date of an end."""
EMPTY = re.compile(r"\(\s*\)")


LABELLED = re.compile(
    r"^(?:tertiary|(?:name of (?:the )?)?(?:institution|institute|school|university|college)(?: name)?|"
    r"qualification|degree|programme|program|subject|field of study|year(?: of (?:completion|passing|graduation))?|"
    r"date|period|duration|"
    r"hochschule|schule|abschluss|studiengang|zeitraum|établissement|diplôme|année|centro|titulación|título|"
    r"año)\s*:\s*",
    re.IGNORECASE,
)
"""What a form says before a value."""
LABELLED_DEGREE = re.compile(
    r"^(?:qualification|degree|programme|program|abschluss|diplôme|titulación|título)\s*:", re.IGNORECASE
)


_TOLD = 12
"""Words beyond which a bullet tells of studies, and names none."""
_LABELLED_NOTE = re.compile(rf"{NOTE.pattern}[\w ]{{0,20}}:\s|[\w'’ ]{{3,20}} pass\b", re.IGNORECASE)


def read_schools(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of an education section; notes that are neither stay with the entry they stand under."""
    merged = _merged(lines)
    degrees = {id(line) for line, text in merged if LABELLED_DEGREE.match(text)}
    merged = [(line, LASTED.sub("", LABELLED.sub("", text)).strip()) for line, text in merged]
    bold = _set_apart(merged)
    entries: list[Entry] = []
    current = Entry()
    plain = not any(SCHOOL.search(text) for _, text in merged)
    looks = {_look(line) for line, text in merged if SCHOOL.search(text) and (line.bold or line.caps)}
    told = [text for _, text in merged]
    for n, (line, text) in enumerate(merged):
        below = told[n + 1] if n + 1 < len(told) else ""
        text = _scored(current, text)
        if not text:
            continue
        # A school that no word tells is told by standing as the others stand.
        set_apart = _look(line) in looks and line.gap >= 0.4 and not DEGREE.search(text)
        short = len(text.split()) <= 5 and not line.bullet and not NOTE.match(text) and not is_place(text)
        alone = short and plain and not spans(text) and current.span.start and not DEGREE.search(text)
        if (set_apart or alone) and current.school and not SCHOOL.search(text):
            entries.append(current)
            current = Entry()
        if courses := COURSES.match(text):
            current.courses += listed(text[courses.end() :])
            continue
        found = spans(text)
        bare = _bare(EMPTY.sub("", FILLER.sub("", without(text, found)))) if found else text
        if line.bullet and (NOTE.match(text) or HONOUR.match(text)):
            current.notes.append(" ".join(text.split()))
            continue
        where = _place_in(bare)
        school, degree, rest = _parted(bare, line)
        whole = not line.bullet or bool(found and DEGREE.match(bare))  # and no note on what stands above
        if (
            (bold or id(line) in degrees)
            and len(rest) == 1
            and not (school or degree or line.bullet or NOTE.match(bare))
        ):
            if id(line) in degrees:
                degree, rest = rest[0], []
            elif line.bold and found:
                school, degree, rest = (rest[0], "", []) if bold == "school" else ("", rest[0], [])
            elif not line.bold and not found and bold == "degree" and not current.school and current.degree:
                school, rest = rest[0], []
        named = current.span.start and (found or not current.degree or has_date(below))
        if school and current.school and not (SCHOOL.search(current.school) or named):
            field, current.school = current.school, ""  # what no word told to be a school stood above one
            current.tell(field, field=True)
        starts = (
            (school and current.school)
            or (degree and current.degree)
            or (
                not school
                and not degree
                and found
                and current.span.start
                and not line.bullet
                and len(text.split()) < 12
            )
        )
        if starts and not (line.bullet and not found):
            beside = bool(found and rest and not NOTE.match(rest[0]) and whole)  # its own, that no word tells
            inherited = current.school if degree and not (school or beside) and _leads(entries, current) else ""
            entries.append(current)
            current = Entry()
            current.school, current.school_leads = inherited, bool(inherited)
        current.place = current.place or where
        if school and not current.school:
            current.school = school
            current.school_leads = not current.degree
        elif school:
            rest.append(school)
        if degree and not current.degree:
            current.degree = degree
            if current.notes and not split_degree(degree)[1] and names_field(current.notes[-1]):
                current.degree += f", {current.notes.pop()}"  # the field stands above
        elif degree:
            rest.append(degree)
        if found and (not current.span.start or (found[0].ranged and not current.span.ranged)):
            current.span = found[0]
        if found and current.school and not current.degree and rest and not line.bullet and not NOTE.match(rest[0]):
            current.degree = rest.pop(0)  # a programme that no word tells to be a degree
        for piece in rest:
            if degree and not current.school and SCHOOL.search(below) and not DEGREE.search(below):
                current.tell(piece, field=True)  # the school stands on the next line
            elif not current.school and whole and not NOTE.match(piece) and not is_place(piece):
                current.school = piece
            elif not is_place(piece):
                current.tell(piece, field=not line.bullet)
    entries.append(current)
    return [entry.close() for entry in entries if not entry.empty or entry.notes]


def _bare(text: str) -> str:
    text = text.strip("\t ,|·•–—-:;")
    return text if text.count("(") == text.count(")") and text[:1] != "(" else text.strip("()")


def _set_apart(merged: Sequence[tuple[TextLine, str]]) -> str:
    """What is set bold here, `school` or `degree`, where the lines that words tell agree on it; else nothing."""
    told = [
        (line.bold, bool(SCHOOL.search(text)))
        for line, text in merged
        if not line.bullet and bool(SCHOOL.search(text)) != bool(DEGREE.search(text))
    ]
    schools, degrees = ({bold for bold, school in told if school is kind} for kind in (True, False))
    return (
        {(True, False): "school", (False, True): "degree"}.get((True in schools, True in degrees), "")
        if (len(schools) == len(degrees) == 1)
        else ""
    )


def _place_in(text: str) -> str:
    """The place that a line names beside school or degree."""
    for piece in re.split(r"\t|\s\|\s?|\s[·•⋅]\s|\s[—–]\s|\s-\s", text):
        if is_place(piece):
            return piece.strip(" ,")
        shorter = _without_place(piece)
        if shorter != piece:
            return piece[len(shorter) :].strip(" ,")
    return ""


def _look(line: TextLine) -> tuple[int, bool, bool]:
    return (round(line.size), line.bold, line.caps)


def _merged(lines: Sequence[TextLine]) -> list[tuple[TextLine, str]]:
    """Lines with wrapped ones joined."""
    out: list[tuple[TextLine, str]] = []
    for line in lines:
        text = unbulleted(line.text) if line.bullet else line.text.strip()
        if out:
            last, before = out[-1]
            wrapped = (
                (last.full or before.rstrip().endswith((",", "-")))
                and not line.bold
                and not line.bullet
                and line.gap < 0.8
            )
            wrapped = wrapped and not NOTE.match(text) and not re.match(r"^[\w ]{3,25}:\s", text)
            wrapped = wrapped and not has_date(text) and not SCHOOL.search(text) and not DEGREE.match(text)
            wrapped = wrapped and (
                last.bullet or bool(COURSES.match(before)) or before.rstrip().endswith(",") or text[:1].islower()
            )
            if wrapped:
                out[-1] = (last, joined(before, text))
                continue
        out.append((line, text))
    return out


def _scored(current: Entry, text: str) -> str:
    """`text` without the grade it names, which `current` keeps."""
    found = SCORE.search(text)
    if not found:
        return text
    if current.score:
        current.notes.append(found[0].strip())
    else:
        current.score = re.sub(r"\s+", " ", found[1]).strip(" ,.")
    return (text[: found.start()].rstrip(" ,|·•–—-:;(\t") + "\t" + text[found.end() :].lstrip(" ,|·•–—-:;)\t")).strip(
        "\t "
    )


def listed(text: str) -> list[str]:
    return [
        piece.strip().rstrip(".") for piece in re.split(r"\s*[,;•·|\t●▪■◦]\s*(?![^()]*\))", text) if piece.strip(" .")
    ]


def _leads(entries: Sequence[Entry], current: Entry) -> bool:
    """Whether schools stand above their degrees here, so that a second degree belongs to the school above."""
    first = entries[0] if entries else current
    return first.school_leads


def _parted(text: str, line: TextLine) -> tuple[str, str, list[str]]:
    """School, degree and the rest of one line."""
    told = DEGREE.match(text) and SCHOOL.search(text)
    if line.bullet and (NOTE.match(text) or (len(text.split()) > _TOLD and not told)):
        return "", "", [" ".join(text.split())]
    pieces = [p.strip(" ,|·•") for p in re.split(r"\t|\s\|\s?|\s[·•⋅]\s|\s[—–]\s|\s-\s|,\s(?=GPA)", text)]
    pieces = [_without_place(p) if p.count(", ") >= 2 else p for p in pieces]
    pieces = [p for p in pieces if p and not is_place(p)]
    schools: list[str] = []
    degrees: list[str] = []
    rest: list[str] = []
    for piece in pieces:
        is_school, is_degree = bool(SCHOOL.search(piece)), bool(DEGREE.search(piece))
        if NOTE.match(piece) and not (is_degree and not schools and not degrees and not _LABELLED_NOTE.match(piece)):
            rest.append(piece)
        elif is_school and is_degree:
            a, b = _between(piece)
            schools += [a] if a else []
            degrees += [b] if b else []
        elif is_degree:
            degrees.append(piece)
        elif is_school:
            schools.append(piece)
        else:
            rest.append(piece)
    if degrees and not schools and not rest:
        degrees[0] = _without_place(degrees[0])
    if len(degrees) == 2 and (short := re.match(rf"(?:{DEGREE.pattern}),?\s+(.+)$", degrees[1], re.IGNORECASE)):
        degrees = [f"{degrees[0]}, {short[short.lastindex or 0]}"]  # "Bachelor of Arts - BA, Accounting"
    degrees = [d for d in degrees if not any(d != other and d in other for other in degrees)]
    school = _without_place(schools[0]) if schools else ""
    if len(schools) > 1:
        rest += schools[1:]
    return school, degrees[0] if degrees else "", [*degrees[1:], *rest]


def _without_place(text: str) -> str:
    pieces = text.split(", ")
    for take in (2, 1):
        if len(pieces) > take and is_place(", ".join(pieces[-take:])):
            return ", ".join(pieces[:-take])
    return text


def _between(piece: str) -> tuple[str, str]:
    """School and degree that one piece holds, parted at the comma that keeps both whole."""
    parts = re.split(r",\s+|\s+(?:at|from)\s+(?=[A-Z])|\s*\((?!Hon)(?=[A-Z][^()]{3,}\))", piece)
    if len(parts) < 2:
        if (left := LEAVING.match(piece)) and SCHOOL.search(piece[left.end() :]):
            return piece[left.end() :], left[0].strip()
        return (piece, "") if not DEGREE.match(piece) else ("", piece)
    parts = [part.rstrip(" ") if "(" in part else part.rstrip(") ") for part in parts]
    degree_at = next((n for n, part in enumerate(parts) if DEGREE.search(part) and not _only_school(part)), None)
    school_at = next((n for n, part in enumerate(parts) if SCHOOL.search(part) and n != degree_at), None)
    if degree_at is None or school_at is None:
        return (piece, "") if degree_at is None else ("", piece)
    if degree_at < school_at:
        return _without_place(", ".join(parts[school_at:])), ", ".join(parts[degree_at:school_at])
    return _without_place(", ".join(parts[:degree_at])), ", ".join(parts[degree_at:])


def _only_school(part: str) -> bool:
    return bool(SCHOOL.search(part)) and not re.match(DEGREE, part)
