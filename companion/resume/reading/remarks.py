"""What is told of studies beside school and degree, in brackets or in short sentences → notes of their own, so that a
year in one begins no entry and no word of one is a school.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.dates import spans, without
from companion.resume.reading.lines import TextLine
from companion.resume.reading.schools import COURSES
from companion.resume.reading.studies import HONOUR, NOTE
from companion.resume.reading.vocabulary import SCHOOL, SCORE

_HOW = (
    r"expected|anticipated|ongoing|in progress|current(?:ly)?|(?:part|full)[- ]time|distance|"
    r"evening|"
    r"online|sandwich|deferred|(?:not |un)(?:finished|completed)|berufsbegleitend|nebenberuflich|laufend|"
    r"voraussichtlich|"
    r"abgebrochen|fernstudium|abendschule|teilzeit|vollzeit|dual|en cours|en alternance|à distance|prévue?|"
    r"en curso|a distancia|previst[oa]|cursando|em andamento|em curso|conclu[ií]d[oa]|(?:in)?completo|trancad[oa]|"
    r"noturno|"
    r"in corso|serale|part[- ]?time|deeltijd|voltijd|lopend|w trakcie|zaocznie|zaoczne|wieczorowe|dzienne|pågående|"
    r"beräknad|"
    r"deltid|heltid|distans|igangværende|pågår|kesken"
)
_REMARK = re.compile(
    rf"\s*\(([^()]{{0,60}}\b(?:{_HOW})\b[^()]{{0,60}})\)(?=\s*(?:$|[\t|·–—-]))"
    rf"|,\s+((?-i:(?=[a-z]|Part|Full))(?:[^\W\d][\w-]* ){{0,2}}(?:{_HOW})(?: [^\W\d][\w-]*){{0,2}})(?=\t|$)",
    re.IGNORECASE,
)
"""What stands in brackets, or in small letters after a comma, behind a school or a degree and tells how far or in which
way one studied there."""
_STOP = re.compile(r"(?<=[\w)%])[.;]\s+(?=[^\W_a-z])")
"""Between two short sentences."""
_THESIS = re.compile(rf"{NOTE.pattern}[\w ]{{0,20}}:", re.IGNORECASE)
_SMALLER = 0.95
"""Of the size of what heads an entry: what a remark below it is set in, at most."""
_LONG = 500
"""Characters of a line of short sentences at most."""


def unremarked(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` of an education section with such remarks as bullets below; a date in brackets stays where it was."""
    lines = [_note(line, line.text) if _is_aside(line, lines[0]) else line for line in lines]
    return [told for line in lines for one in _unbracketed(line) for told in _parted(one)]


def _is_aside(line: TextLine, first: TextLine) -> bool:
    """Whether a line in smaller type than what heads the section's entries is a remark on the one above."""
    return line.size < _SMALLER * first.size and bool(NOTE.match(line.text)) and not (line.bold or line.bullet)


def _unbracketed(line: TextLine) -> Iterator[TextLine]:
    found = _REMARK.search(line.text) if not line.bullet else None
    if found is None:
        yield line
        return
    told = found[1] or found[2]
    dates = [told[span.at[0] : span.at[1]] for span in spans(told)]
    text = "\t".join([line.text[: found.start()], *dates, *filter(None, [line.text[found.end() :].strip()])])
    note = " ".join(without(told, spans(told)).split()).strip(" ,;:")
    starts = line.starts if text.count("\t") == line.text.count("\t") else ()
    yield msgspec.structs.replace(line, text=text, starts=starts, full=False)
    yield _note(line, note)


def _parted(line: TextLine) -> list[TextLine]:
    """A line, or where it tells a grade, honours, courses or a thesis in short sentences, a line for each of them."""
    text = line.text
    if line.bullet or len(text) > _LONG:
        return [line]
    pieces, start = [""], 0
    for stop in _STOP.finditer(text):
        pieces[-1] = text[start : stop.start()]
        if _is_note(text[stop.end() :]) or SCORE.match(pieces[-1]):
            pieces.append("")
            start = stop.end()
    pieces[-1] = text[start:]
    if len(pieces) == 1:
        return [_note(line, text)] if HONOUR.match(text) else [line]
    first = HONOUR.match(pieces[0]) or COURSES.match(pieces[0])
    out = [_note(line, pieces[0]) if first else msgspec.structs.replace(line, text=pieces[0], full=False)]
    out += [_note(line, piece) if not SCORE.match(piece) else _note(line, piece, bullet=False) for piece in pieces[1:]]
    out[-1] = msgspec.structs.replace(out[-1], full=line.full)
    return out


def _is_note(text: str) -> bool:
    return any(words.match(text) for words in (HONOUR, COURSES, SCORE, _THESIS))


def _note(line: TextLine, text: str, *, bullet: bool = True) -> TextLine:
    return msgspec.structs.replace(line, text=text, starts=(), bold=False, leads=False, bullet=bullet, gap=0.3)


_LISTED = re.compile(r"(?:[^;,()]{2,60}\(\d{4}\)[;,.]?\s*){2,12}")
"""Certificates with their years, one after the other."""


def certified(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """`lines` of a section of education without those that list certificates with their years one after the other, and
    those, a line for each."""
    kept: list[TextLine] = []
    told: list[TextLine] = []
    for line in lines:
        items = re.findall(r"[^;,()]+\(\d{4}\)", line.plain) if _LISTED.fullmatch(line.plain) else []
        if len(items) > 1 and not any(SCHOOL.search(item) for item in items):
            told += [msgspec.structs.replace(line, text=item.strip(), starts=(), bullet=True) for item in items]
        else:
            kept.append(line)
    return kept, told
