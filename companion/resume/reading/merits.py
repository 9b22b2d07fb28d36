"""Certificates, awards and publications: lists whose items have a date, an issuer or a line of their own below."""

import itertools
import re
from collections.abc import Sequence

from companion.model.profile import Award, Certificate, Publication
from companion.resume.reading.dates import spans, without
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.links import URL
from companion.resume.reading.vocabulary import COMPANY, is_place

_SHORT = 8
"""Words of what is told in a sentence of a list at most."""

_COMMA = re.compile(r"[,;]\s+(?![^()]*\))")
"""Between two items of a list, and not within brackets."""


def read_certificates(lines: Sequence[TextLine]) -> list[Certificate]:
    out: list[Certificate] = []
    for text in (sentence for entry in _entries(lines) for sentence in _sentences(entry)):
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


def _sentences(text: str) -> list[str]:
    """What a line lists one after the other, each ended with a stop; with a comma where some are dated in brackets."""
    items = _COMMA.split(text.rstrip(" ."))
    if len(items) > 1 and sum(item.endswith(")") and bool(spans(item)) for item in items) > 1 and "\t" not in text:
        return items
    told = re.split(r"(?<=[\w)]{3})\.\s+(?=[^\W\d_a-z])", text)
    return (
        told if len(told) > 1 and "\t" not in text and all(1 < len(one.split()) <= _SHORT for one in told) else [text]
    )


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
    several = any(not (a.bold or b.bold) for a, b in itertools.pairwise(lines))  # below one title: a list of them
    dated = sum(bool(spans(line.text)) for line in rest)
    return several and len(rest) < len(lines) and dated >= 0.7 * len(rest)


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
