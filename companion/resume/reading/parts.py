"""Lines → the sections of a resume, each with its kind: by its title, or by what stands in it."""

import re
from collections.abc import Sequence

from companion.resume.reading.abilities import by_label, by_title
from companion.resume.reading.address import CODED
from companion.resume.reading.asked import label_of
from companion.resume.reading.blocks import SORTED, dates_an_entry
from companion.resume.reading.centred import uncentred
from companion.resume.reading.dates import has_date, spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.headings import find_headings
from companion.resume.reading.lines import TextLine
from companion.resume.reading.links import EMAIL, URL
from companion.resume.reading.name import SPLIT
from companion.resume.reading.phones import PHONE
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import kind_of
from companion.resume.reading.unnamed import kind_by_captions, kind_by_content, lists_skills
from companion.resume.reading.vocabulary import SCHOOL, is_place, is_region, is_town, title_score

Part = tuple[str, str, list[TextLine]]
"""Kind, title and lines of a section; the kind of what stands above the first is `head`."""
_NOT_OF_ENTRIES = frozenset({"head", "summary", "contact", "skills", "languages", "interests"})
"""Sections that hold no dated entries: one that stands in them stands under a title nobody knew."""
_OF_CONTACT = ("head", "contact")
_HEADING_WORDS = 10
"""Words at most of a line that is part of an entry's head."""
_TITLE_WORDS = 5
"""Words of a title at most."""
_GROUP = 2
"""Items at least of a group of skills below another."""
_NUMBERED = re.compile(r"(?:no|nr|plot|flat|house|block|blk|suite|unit)?\W*\d", re.IGNORECASE)
"""How an address begins: with the number of a house."""
_SMALL = 4
"""Letters of words that stand in small ones amid a name, at most."""
_PROSE = 8
"""Words of a line, at least, that begins a paragraph about the person."""


def parts_of(lines: Sequence[TextLine]) -> list[Part]:
    """The sections in order; a paragraph that stands under no title is a summary, where none has that title."""
    parts = by_title(by_label(_reached(_mixed(_named(_resumed(_titled(lines)))))))
    if any(kind == "summary" for kind, _, _ in parts):
        return parts
    first = next((n for n, (kind, _, _) in enumerate(parts) if kind in ("work", "education")), 0)
    at = next((n for n in range(first) if parts[n][0] == "other" and _tells(parts[n][2])), None)
    if at is not None:
        return [*parts[:at], ("summary", parts[at][1], parts[at][2]), *parts[at + 1 :]]
    out: list[Part] = []
    for kind, title, body in parts:
        prose = _prose(body) if kind == "head" else []
        out.append((kind, title, [line for line in body if line not in prose]))
        if prose:
            out.append(("summary", "", prose))
    return out


def _tells(body: Sequence[TextLine]) -> bool:
    """Whether a section is sentences and nothing else."""
    text = " ".join(line.plain for line in body)
    return text.endswith(".") and len(text.split()) >= _PROSE and not any(line.bullet or line.bold for line in body)


def _reached(parts: list[Part]) -> list[Part]:
    """`parts` with lines that are nothing but an address or a number as contact, where none is told there."""
    told = " ".join(line.text for kind, _, body in parts if kind in _OF_CONTACT for line in body)
    wanted = [words for words in (EMAIL, PHONE) if not words.search(told)]
    astray: list[TextLine] = []
    for kind, _, body in parts:
        own = [_is_contact(line, wanted) for line in body if kind not in (*_OF_CONTACT, "references")]
        near = [one or any(own[max(n - 1, 0) : n + 2]) for n, one in enumerate(own)]
        astray += [
            line
            for line, one, beside in zip(body, own, near, strict=False)
            if one or (beside and (is_town(line.plain) or is_place(line.plain)))
        ]
    out = [(kind, title, [line for line in body if line not in astray]) for kind, title, body in parts]
    return [*out, ("contact", "", astray)] if astray else out


def _is_contact(line: TextLine, wanted: Sequence[re.Pattern[str]]) -> bool:
    pieces = [re.sub(r"^(?:\W|\w\b)\s+", "", piece) for piece in SPLIT.split(line.text) if piece.strip()]
    said = [any(words.fullmatch(piece.strip()) for words in wanted) for piece in pieces]
    return bool(said) and all(said) and not spans(line.plain)


def _prose(body: Sequence[TextLine]) -> list[TextLine]:
    """The lines that tell of the person in sentences, and not how to reach them."""
    out: list[TextLine] = []
    for line in body:
        goes_on = bool(out) and out[-1].full and line.gap < 0.7 and line.stream == out[-1].stream
        long = len(line.plain.split()) >= _PROSE and len(line.parts) == 1
        reached = (
            is_place(line.plain.rpartition(", ")[2])
            or (_NUMBERED.match(line.plain) and is_region(line.plain.rpartition(", ")[2]))
            or EMAIL.search(line.text)
            or URL.search(line.text)
            or PHONE.search(line.text)
            or CODED.search(line.text)
            or _names_streets(line.plain)
            or field_of(line.plain.partition(":")[0])
        )
        if (long or goes_on) and not (line.bold or reached):
            out.append(line)
    return out


def _names_streets(text: str) -> bool:
    """Whether a text is names in a row, some with numbers, as addresses are: words of any length have capitals."""
    names = re.split(r",|\s[–-]\s", text)
    words = [word for word in re.findall(r"[^\W_]+", text) if len(word) > _SMALL]
    return len(names) > _GROUP and any(map(str.isdigit, text)) and all(not word[0].islower() for word in words)


def _titled(lines: Sequence[TextLine]) -> list[Part]:
    """Sections in order. A new stream (column) starts without a section until its first title."""
    headings = {heading.at: heading for heading in find_headings(lines)}
    parts: list[Part] = [("head", "", [])]
    stream = lines[0].stream if lines else 0
    for n, line in enumerate(lines):
        if n in headings:
            parts.append((headings[n].kind, headings[n].title, []))
            stream = line.stream
            continue
        if line.stream != stream:
            stream = line.stream
            if parts[-1][0] != "head":
                parts.append(("head", "", []))
        kind, _, body = parts[-1]
        if (told := kind_by_captions([line])) and told != kind:
            named = bool(body) and _captioned(body[-1])
            parts.append((told, body.pop().plain if named else "", [line]))
            continue
        carried = _entry_above(body, line) if kind in _NOT_OF_ENTRIES else []
        below = [one for one in lines[n + 1 : n + 2] if one.gap < 0.5 and not one.bullet]
        above = body[: len(body) - len(carried)]
        titled = bool(carried and above and _names_section(above, parts))
        again = kind == "head" and len(parts) == 1 and any(_ranged(one) for one in lines[n + 1 : n + 4])
        if kind in _NOT_OF_ENTRIES and _starts_work(line, [*carried, line, *below], kind, titled=titled or again):
            known = titled and (kind != "head" or _is_title_line(above[-1]))  # else it may tell of the person
            del body[len(above) - known :]
            title = above[-1].plain if known else ""
            parts.append(("work", title, [*carried, line]))
        else:
            body.append(line)
    return parts


def _resumed(parts: list[Part]) -> list[Part]:
    """`parts` with more entries of work as such, under a title that only tells them from those of the section above."""
    out: list[Part] = []
    for kind, title, body in parts:
        sorts = kind == "other" and SORTED.fullmatch(title) and any(map(_ranged, body))
        out.append(("work" if sorts and out[-1][0] == "work" else kind, title, body))
    return out


def _named(parts: list[Part]) -> list[Part]:
    """Sections of unknown title under the kind their content tells, where no other section is of that kind; a list
    beside one of skills is of skills as well, under its own title.
    """
    wanting = {"contact", "work", "education", "skills", "languages"} - {kind for kind, _, _ in parts}
    told = [kind_by_content(uncentred(body), kind) for kind, _, body in parts]
    schools = [kind == "education" and any(SCHOOL.search(line.text) for line in body) for kind, _, body in parts]
    out: list[Part] = []
    for n, (new, (kind, title, body)) in enumerate(zip(told, parts, strict=True)):
        if not new and n and told[n - 1] == "skills" and lists_skills(body, _GROUP):
            new = told[n] = "skills"  # another group of them under a title of its own
        if new == "skills" not in wanting and kind_of(title) == "other":
            new = told[n] = kind  # a title that says it lists something else
        if kind == "education" and any(schools) and not schools[n] and _lists_certificates(body):
            kind = new = "certificates"
        if kind == "summary" and _labels(body):
            kind = new = "contact"  # "Personal profile" is either
        beside = {told[m] for m in (n - 1, n + 1) if 0 <= m < len(parts)}
        if new == "skills" != kind and "skills" in beside:
            label = TextLine(text=f"{title}:", stream=body[0].stream, page=body[0].page, x0=body[0].x0)
            out.append((new, title, [label, *body]))
        else:
            sure = new in wanting or kind_by_captions(body)
            out.append((new if kind != "other" or sure else kind, title, body))
    return out


def _labels(body: Sequence[TextLine]) -> bool:
    """Whether a section is data of the person, each behind its label."""
    fields = [field_of(re.split(r"\s*[:\t]", line.text, maxsplit=1)[0]) for line in body]
    return fields.count("personal") > 1 and 2 * sum(map(bool, fields)) > len(fields)


def _mixed(parts: list[Part]) -> list[Part]:
    """`parts` with the certificates that end a section of schools whose title names them as well under their kind."""
    out: list[Part] = []
    for kind, title, body in parts:
        at = len(body)
        named = kind == "education" and any(
            kind_of(half) == "certificates" for half in re.split(r"\W*&\W*|\b(?:and|und|et|y|e)\b|[,/]", title)
        )
        while named and at > 1 and _is_certificate(body[at - 1]):
            at -= 1
        whole = at < len(body) and at and (has_date(body[at - 1].text) or bool(label_of(body[at - 1])[0]))
        out.append((kind, title, body[:at] if whole else body))
        out += [("certificates", title, body[at:])] if whole else []
    return out


def _is_certificate(line: TextLine) -> bool:
    """Whether a line names something with one date, and neither a school nor a degree."""
    found = spans(line.text)
    dated = len(found) == 1 and not found[0].ranged
    return dated and len(line.parts) <= 2 and not (SCHOOL.search(line.text) or DEGREE.search(line.text))


def _lists_certificates(body: Sequence[TextLine]) -> bool:
    """Whether a section beside one of schools lists single things, each with a date at most."""
    ranged = any(span.ranged for line in body for span in spans(line.text))
    return bool(body) and all(line.bullet for line in body) and not ranged


def _entry_above(body: Sequence[TextLine], line: TextLine) -> list[TextLine]:
    """The lines right above one that is dated, if they may be of the same entry's head."""
    carried: list[TextLine] = []
    gap = line.gap
    for above in reversed(body):
        if gap >= 0.5 or above.bullet or len(above.plain.split()) > _HEADING_WORDS:
            break
        carried.insert(0, above)
        gap = above.gap
    return carried if gap >= 0.5 and len(carried) <= 2 else []


def _names_section(body: Sequence[TextLine], parts: Sequence[Part]) -> bool:
    """Whether the last line of `body` is the title of what follows: known, or short and alone below other text."""
    last = body[-1]
    alone = last.gap >= 1 and len(last.plain.split()) <= 4 and not last.bullet and (len(body) > 1 or len(parts) > 1)
    return _is_title_line(last) or (alone and not any(c in ".,:@" or c.isdigit() for c in last.plain))


def _captioned(line: TextLine) -> bool:
    """Whether the line above a table is its title."""
    text = line.plain
    short = len(text.split()) <= _TITLE_WORDS and not any(c in ".,:@" or c.isdigit() for c in text.rstrip(":"))
    return short and not (line.bullet or line.heads)


def _starts_work(line: TextLine, head: Sequence[TextLine], kind: str, *, titled: bool) -> bool:
    """Whether an entry of work stands where no title we know announced it: `line` of its `head` has its dates."""
    short = not line.bullet and len(line.plain) < 160 and kind != "contact"
    return _ranged(line) and short and (titled or any(title_score(one.plain) > 0.5 for one in head))


def _ranged(line: TextLine) -> bool:
    """Whether a line has the dates of an entry, and no sentence that tells since when."""
    return dates_an_entry(line) and any(span.ranged for span in spans(line.text))


def _is_title_line(line: TextLine) -> bool:
    return bool(kind_of(line.plain))


def header_of(lines: Sequence[TextLine], parts: Sequence[Part]) -> frozenset[int]:
    """Positions of lines that may hold contact data: above the first section, and in sections of contact."""
    own = {id(line) for kind, _, body in parts if kind in ("head", "contact") for line in body}
    return frozenset(n for n, line in enumerate(lines) if id(line) in own)
