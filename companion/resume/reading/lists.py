"""The short sections: skills, languages, certificates, awards, publications, interests."""

import itertools
import re
from collections.abc import Sequence

import msgspec

from companion.model.profile import Award, Certificate, Interest, Language, Publication, Skill
from companion.resume.reading.contact import URL
from companion.resume.reading.dates import spans, without
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.vocabulary import COMPANY, is_place, names_language

_ITEMS = re.compile(r"\s*[,;•·|\t●▪■◦⋅]\s*(?![^(]*\))|\s{3,}")
_LABELLED = re.compile(r"^([^:,;]{2,45}?)\s*:\s*(.*)$")
_FLUENCY = re.compile(
    r"\b(?:native|mother tongue|bilingual|fluent(?:ly)?|proficien\w+|advanced|intermediate|basic|beginner|"
    r"conversational|"
    r"professional(?: working)?(?: proficiency)?|full professional|limited working|elementary|working|business|"
    r"muttersprach\w+|fließend|verhandlungssicher|grundkenntnisse|gut\w*|sehr gut\w*|courant|langue maternelle|"
    r"intermédiaire|notions|nativo|fluido|avanzado|intermedio|básico|madrelingua|fluente|[ABC][12](?:\.\d)?\+?)\b",
    re.IGNORECASE,
)
_MOTHER = re.compile(
    r"^(mother tongue|native language|muttersprache|langue maternelle|lengua materna|madrelingua|moedertaal)"
    r"(?:\(?[sn]\)?)?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:other|foreign|autres?|andere|otras?|altre)\s+(?:languages?|sprachen|langues?|lenguas?|lingue)(?:\(s\))?\s*:\s*",
    re.IGNORECASE,
)
"""What a form says before the languages."""
_SHORT = 40
"""Letters of a line that is an item of its own where nothing tells how wide lines are."""
_SENTENCE = 4
"""Words of a line that is no language unless it names one."""
_INDENT = 5.0
"""Points by which what stands under a label may be set deeper, at least."""
_WORD_LEVELS = re.compile(r"\(([^()]*)\)\s*$|\s+[–—-]\s+(.+)$|:\s*(.+)$")


def gathered(lines: Sequence[TextLine]) -> list[str]:
    """The items of a list section as texts: bullets and lines, with what was wrapped joined."""
    out: list[str] = []
    last: TextLine | None = None
    for line in lines:
        text = unbulleted(line.text) if line.bullet else line.text.strip()
        wrapped = last is not None and not line.bullet and not line.bold and (
            (out[-1].rstrip().endswith((",", ";")) and not _LABELLED.match(text))
            or (last.full and line.gap < 0.9 and not _LABELLED.match(text) and (
                "," in out[-1] or text[:1].islower() or last.bullet or line.x0 > last.x0 + 4))
            or (text[:1].islower() and not last.bold and (last.full or (not last.x1 and len(last.text) > _SHORT)))
            or (last.bullet and line.x0 > last.x0 + 2 and not line.parts[1:])
        )  # fmt: skip
        if wrapped:
            out[-1] = joined(out[-1], text)
        else:
            out.append(text)
        last = line
    return [text for text in out if text]


def read_skills(lines: Sequence[TextLine]) -> list[Skill]:
    """Groups where the section has labels, single skills where it has not."""
    lines = _labelled(by_column(lines))
    above = {id(line) for line, below in itertools.pairwise(lines) if _over(line, below, lines)}
    out: list[Skill] = []
    label = ""
    single = len([line for line in lines if not line.bold]) > 0
    for text, line in zip(gathered(lines), _firsts(lines), strict=False):
        found = _LABELLED.match(text)
        if found and not found[2].strip():
            label = found[1].strip()
            continue
        if found:
            keywords = tuple(item[:500] for item in listed(found[2]))
            out.append(Skill(name=found[1].strip(), keywords=keywords))
            continue
        items = listed(text)
        bold = line.bold and single and len(lines) > 2 and (line.caps or not line.bullet)
        if len(items) == 1 and (bold or id(line) in above):
            label = text.strip(": ")
            continue
        if label:
            if out and out[-1].name == label:
                out[-1] = Skill(name=label, keywords=(*out[-1].keywords, *items))
            else:
                out.append(Skill(name=label, keywords=tuple(items)))
        else:
            out.extend(Skill(name=item[:500]) for item in items)
    return out


def by_column(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with columns side by side, each under a label of its own, written one below the other."""
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        head = lines[at]
        stop = at + 1
        while stop < len(lines) and _under(head, lines[stop]):
            stop += 1
        if stop == at + 1:
            out.append(head)
        else:
            for n, (label, x) in enumerate(zip(head.parts, head.starts, strict=True)):
                out.append(msgspec.structs.replace(head, text=label, x0=x, starts=(x,), bold=True, full=False))
                out += [
                    msgspec.structs.replace(line, text=text, x0=x + 2 * _INDENT, starts=(x,), bold=False, full=False)
                    for line in lines[at + 1 : stop]
                    for text, own in zip(line.parts, line.starts, strict=True)
                    if _column(own, head) == n
                ]
        at = stop
    return out


def _under(head: TextLine, line: TextLine) -> bool:
    """Whether each part of a line stands under one of the labels that a line of another look puts side by side."""
    if len(head.parts) < 2 or len(head.starts) != len(head.parts) or len(line.starts) != len(line.parts):
        return False
    columns = [_column(x, head) for x in line.starts]
    levels = all(map(_FLUENCY.match, line.parts))
    other = (
        levels
        or (head.bold and not line.bold)
        or head.size > 1.04 * line.size
        or line.starts[0] > head.starts[0] + _INDENT
    )
    return other and bool(columns) and None not in columns and len(set(columns)) == len(columns)


def _column(x: float, head: TextLine) -> int | None:
    """The label that what begins at `x` stands under: at its left edge or a little deeper."""
    return next((n for n, own in enumerate(head.starts) if -_INDENT / 2 <= x - own <= 7 * _INDENT), None)


def _labelled(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines with a label in a rail written as `label: items`."""
    railed = [line for line in lines if len(line.parts) == 2 and len(line.starts) in (0, 2) and not line.bullet]
    heads = [line.starts[1] if line.starts else 0 for line in railed]
    lists = sum("," in line.parts[1] for line in railed)
    if (
        not railed
        or max(heads) - min(heads) > _INDENT
        or lists < len(railed) / 2
        or any("," in line.parts[0] for line in railed)
    ):
        return list(lines)
    return [
        msgspec.structs.replace(line, text=f"{line.parts[0].rstrip(':')}: {line.parts[1]}", bold=False)
        if line in railed
        else line
        for line in lines
    ]


def _over(line: TextLine, below: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line is set as the label of the deeper or bulleted items right below it."""
    if line.bullet or line.x0 > min(one.x0 for one in lines) + 3 or (line.full and line.x1 > 0 and "," in line.text):
        return False
    return below.bullet or (below.x0 > line.x0 + _INDENT and not line.parts[1:])


def _firsts(lines: Sequence[TextLine]) -> list[TextLine]:
    """The first line of each gathered item."""
    out: list[TextLine] = []
    count = 0
    for n in range(len(lines)):
        now = len(gathered(lines[: n + 1]))
        if now > count:
            out.append(lines[n])
        count = now
    return out


def listed(text: str) -> list[str]:
    """The items of a line that lists them."""
    if text.count(",") >= 2 and not re.search(r"\w\s+\w+\s+(?:and|und|et|y)\s+[^\W\dA-Z]\w*\.?$", text):
        text = re.sub(r"\s+(?:&|and|und|et|y)\s+(?=[^,]*$)", ", ", text)
    items = [re.sub(r"^(?:and|und|et|y|&)\s+", "", piece.strip().rstrip(".")) for piece in _ITEMS.split(text)]
    return [item for item in items if item]


def read_languages(lines: Sequence[TextLine]) -> list[Language]:
    out: list[Language] = []
    for own in gathered(by_column(lines)):
        text = _OTHERS.sub("", own)
        if mother := _MOTHER.match(text):
            native = mother[1].strip().capitalize()
            out += [Language(language=name[:500], fluency=native) for name in listed(text[mother.end() :])]
            continue
        pieces = [text] if _LABELLED.match(text) and text.count(",") == 0 else listed(text)
        for piece in pieces:
            if (
                fluent := re.match(
                    r"^(fluent|native|proficient|conversational|basic)\s+(?:in\s+)?(.+)$", piece, re.IGNORECASE
                )
            ) and names_language(fluent[2]):
                out.append(Language(language=fluent[2].strip(), fluency=fluent[1].capitalize()))
                continue
            level = next((g for m in [_WORD_LEVELS.search(piece)] if m for g in m.groups() if g), "")
            name = _WORD_LEVELS.sub("", piece).strip(" :–-") if level else piece
            if not level and (found := _FLUENCY.search(piece)) and found.start() > 1:
                name, level = piece[: found.start()].strip(" :–-,("), piece[found.start() :].strip(" )")
            if out and not name and level:
                out[-1] = Language(language=out[-1].language, fluency=level)
            elif out and _FLUENCY.match(name) and not out[-1].fluency:
                out[-1] = Language(language=out[-1].language, fluency=piece)
            elif name and (len(name.split()) < _SENTENCE or names_language(name)):
                out.append(Language(language=name[:500], fluency=level[:500]))
    return out


def read_certificates(lines: Sequence[TextLine]) -> list[Certificate]:
    out: list[Certificate] = []
    for text in _entries(lines):
        found = spans(text)
        bare = without(text, found) if found else text
        url = URL.search(bare)
        if url:
            bare = bare.replace(url[0], "").strip(" ,|·•–—-")
        pieces = [p.strip(" ,") for p in re.split(r"\t|\s\|\s|\s[·•]\s|\s—\s", bare) if p.strip(" ,")]
        if len(pieces) == 1 and ", " in bare:
            head, _, tail = bare.rpartition(", ")
            if COMPANY.search(tail) or len(tail.split()) <= 4:
                pieces = [head, tail]
        pieces = [p for p in pieces if not is_place(p)] or pieces
        if pieces:
            date = (found[0].end or found[0].start) if found else ""
            out.append(
                Certificate(
                    name=(pieces[0] if len(pieces) < 3 else " – ".join(pieces[:-1]))[:500],
                    issuer=pieces[-1][:500] if len(pieces) > 1 else "",
                    date=date,
                    url=url[0] if url else "",
                )
            )
    return out


def read_awards(lines: Sequence[TextLine]) -> list[Award]:
    out: list[Award] = []
    for text in _entries(lines):
        found = spans(text)
        bare = without(text, found) if found else text
        pieces = [p.strip(" ,[]") for p in re.split(r"\t|\s\|\s", bare) if p.strip(" ,[]")]
        if pieces:
            awarder = pieces[1] if len(pieces) > 1 and not is_place(pieces[1]) else ""
            more = ", ".join(pieces[2:])
            out.append(
                Award(title=pieces[0][:500], awarder=awarder[:500], date=found[0].start if found else "", summary=more)
            )
    return out


def read_publications(lines: Sequence[TextLine]) -> list[Publication]:
    out: list[Publication] = []
    for block in _loose(lines):
        text = block[0]
        found = spans("\t".join(block))
        bare = without(text, spans(text)) or text
        url = next((m[0] for line in block for m in [URL.search(line)] if m), "")
        more = "\n".join(line for line in block[1:])
        out.append(
            Publication(
                name=re.sub(r"\s*\t\s*", " ", bare)[:500],
                release_date=found[0].start if found else "",
                url=url[:500],
                summary=more,
            )
        )
    return out


def read_interests(lines: Sequence[TextLine]) -> list[Interest]:
    return [Interest(name=item[:500]) for text in gathered(lines) for item in listed(text)]


def _entries(lines: Sequence[TextLine]) -> list[str]:
    """One text an item; a line under a bold one belongs to it."""
    out: list[str] = []
    bold = _titled(lines)
    under = False
    last: TextLine | None = None
    for line in lines:
        text = unbulleted(line.text) if line.bullet else line.text.strip()
        again = under
        under = bold and last is not None and not line.bold and not line.bullet and line.gap < 1.2
        wrapped = (
            last is not None and not line.bullet and (text[:1].islower() or (last.bullet and line.x0 > last.x0 + 2))
        )
        if out and (under or wrapped):
            out[-1] = joined(out[-1], text) if wrapped or again else f"{out[-1]}\t{text}"
        elif line.bold and not line.bullet and not bold and len(text.split()) <= 3 and _labels(lines):
            pass  # a sub-title over a list of items
        else:
            out.append(text)
        last = line
    return [text for text in out if text.strip()]


def _titled(lines: Sequence[TextLine]) -> bool:
    """Whether bold lines here are titles of items, each with a line or three of its own below."""
    bold = sum(line.bold for line in lines)
    return 0 < bold < len(lines) and len(lines) - bold <= 3 * bold and not _labels(lines)


def _labels(lines: Sequence[TextLine]) -> bool:
    """Whether the lines that are not bold are items by themselves, most of them dated."""
    rest = [line for line in lines if not line.bold]
    return bool(rest) and len(rest) < len(lines) and sum(bool(spans(line.text)) for line in rest) >= 0.7 * len(rest)


def _loose(lines: Sequence[TextLine]) -> list[list[str]]:
    """Items of one or more lines: a bullet, a bold line or a larger gap starts one."""
    out: list[list[str]] = []
    gaps = sorted(line.gap for line in lines)
    usual = gaps[len(gaps) // 3] if gaps else 0
    bold = any(line.bold for line in lines) and not all(line.bold for line in lines)
    marked = any(line.bullet for line in lines)
    last: TextLine | None = None
    for line in lines:
        text = unbulleted(line.text) if line.bullet else line.text.strip()
        wraps = (
            bold and line.bold and last is not None and last.bold and line.gap < usual + 0.3 and not spans(line.text)
        )
        starts = line.bullet if marked else (line.bold and not wraps if bold else line.gap > usual + 0.35)
        last = line
        if out and wraps and not marked:
            out[-1][0] = _amid(out[-1][0], text)
        elif starts or not out:
            out.append([text])
        elif out[-1][-1].endswith("-") or (marked and len(out[-1]) == 1):
            out[-1][-1] = joined(out[-1][-1], text)
        else:
            out[-1].append(text)
    return out


def _amid(first: str, second: str) -> str:
    """A wrapped title joined before the date that stands to its right."""
    title, tab, rest = first.partition("\t")
    return joined(title, second) + tab + rest
