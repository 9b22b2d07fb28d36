"""Jobs told as sentences, such as "Worked as Cook in Hotel Sagar from May 2019 to date": the prepositions are what the
labels of a form are elsewhere.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.blocks import dates_an_entry
from companion.resume.reading.dates import LASTED, spans
from companion.resume.reading.halves import work_fit
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.wraps import OPEN

_OPENS = re.compile(
    r"(?:(?:i|have|has|had|am|was|been|currently|presently|previously|formerly|earlier|at present|now|also)\s+){0,4}"
    r"(?:work(?:ed|ing)?|serv(?:ed|ing)|employed|associated|engaged|attached|posted|appointed|"
    r"(?:\w+\+? (?:years?|months?)['’]?\s+(?:of\s+)?)?(?:work(?:ing)? )?experience)\s+"
    r"(?=(?:as|in|at|with|for|by|under|from|since)\s)",
    re.IGNORECASE,
)
"""How such a sentence begins."""
_AS = re.compile(r"(?:^|\s)as\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_AT = re.compile(r"(?:^|\s)(?:in|at|with|for|by|under)\s+(?:the\s+)?(?=[^\W_a-z])")
"""What stands before a title, and before an employer."""
_WHEN = re.compile(
    r"(?:(?<!\S)(?:from|since|during|between|for|for (?:a|the) period|(?:for (?:a|the) )?period of|w\.?e\.?f\.?|in))?"
    r"[\s,:(–-]*$",
    re.IGNORECASE,
)
"""What stands before the dates."""
_BETWEEN = re.compile(r"\bbetween\s+([^,;]{4,24}?)\s+and\s+(?=\S*\s?\S*\d)", re.IGNORECASE)
_LASTED = re.compile(
    r"\s+for (?:a |the |about |over |more than )*(?:period of |past |last )?\(?\d[^,;]*$", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:(?:[^\W_a-z]|\d)\S*|and|of|the|for|de|la|&|-)(?:\s+(?:(?:[^\W_a-z]|\d)\S*|and|of|the|for|de|la|&|-))*"
)
"""A name, all of whose words but the smallest have capitals."""
_PART = re.compile(r"(?:part|one|member) of\b", re.IGNORECASE)
_LONG, _TITLE, _NAME = 300, 8, 12
"""Characters of a sentence that tell of the job, words of a title and of an employer with its address, at most."""
_MOST = 3
"""Words before a title, and before an employer, that are tried at most: a sentence about a job has one of each."""
_LINES = 3
"""Lines of a sentence at most."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence says of a job; `rest` is what stands behind it in its line."""

    title: str = ""
    employer: str = ""
    dates: str = ""
    rest: str = ""


def sentences(lines: Sequence[TextLine]) -> list[tuple[TextLine, Said | None]]:
    """`lines` of a section of work, those that are one sentence about a job joined, each with what it says.

    Nothing is said where entries are dated in any other way: there a sentence tells of one of them.
    """
    out = list(_joined(lines))
    if any(said is None and not line.bullet and ":" not in line.text and dates_an_entry(line) for line, said in out):
        return [(line, None) for line in lines]
    return out


def _joined(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, Said | None]]:
    at = 0
    while at < len(lines):
        line, stop = lines[at], at + 1
        text = unbulleted(line.plain)
        if len(text) <= _LONG and _OPENS.match(text):
            while stop < min(len(lines), at + _LINES) and _goes_on(text, lines[stop]):
                text = joined(text, lines[stop].plain)
                stop += 1
        said = _said(text)
        yield (msgspec.structs.replace(line, text=text, starts=()) if said else line), said
        at = stop if said else at + 1


def _goes_on(text: str, below: TextLine) -> bool:
    """Whether a sentence goes on in the line below: with a small letter, after a word that ends none, or amid dates."""
    if below.bullet or text.endswith((".", ":")):
        return False
    across = any(span.at[0] < len(text) < span.at[1] - 1 for span in spans(f"{text} {below.plain}"))
    return below.plain[:1].islower() or bool(OPEN.search(text)) or across


def _said(text: str) -> Said | None:
    opened = _OPENS.match(text)
    if not opened:
        return None
    text, tail = text[:_LONG], text[_LONG:]
    text = _BETWEEN.sub(r"from \1 to ", text[opened.end() :])
    found = [span for span in spans(text) if span.ranged][:1] or spans(text)[:1]
    before, after, dates, rest = text, "", "", ""
    for span in found:
        dates = text[span.at[0] : span.at[1]]
        before, after = _WHEN.sub("", text[: span.at[0]]), text[span.at[1] :].lstrip(" ),")
        if not re.match(r"(?:as|in|at|with|for|by)\s", after):
            after, rest = "", after.lstrip(". ") + tail
    if tail and not rest:
        return None
    told = LASTED.sub("", f"{before} {after}" if after else before).strip(" .,;")
    title, employer = _heads(_LASTED.sub("", _WHEN.sub("", told)))
    if not title and not (dates and _NAMED.fullmatch(employer)):
        return None
    if not (employer or dates) or _PART.match(title) or len(title.split()) > _TITLE or len(employer.split()) > _NAME:
        return None
    return Said(title=title, employer=employer, dates=dates, rest=rest)


def _heads(text: str) -> tuple[str, str]:
    """Title and employer of what is left of a sentence, whichever stands first."""
    ways: list[tuple[str, str]] = []
    for role in itertools.islice(_AS.finditer(text), _MOST):
        below = itertools.islice(_AT.finditer(text, role.end()), _MOST)
        ways += [(text[role.end() : at.start()], text[at.end() :]) for at in below]
        above = itertools.islice(_AT.finditer(text, 0, role.start()), _MOST)
        ways += [(text[role.end() :], text[at.end() : role.start()]) for at in above]
        ways.append((text[role.end() :], ""))
    ways += [("", text[at.end() :]) for at in _AT.finditer(text) if not at.start()]
    tidy = [(a.strip(" ,;"), b.strip(" ,;")) for a, b in ways]
    return max(tidy, key=lambda way: _fit(*way) - 0.01 * tidy.index(way), default=("", ""))


def _fit(title: str, employer: str) -> float:
    """How well the two read: both, and an employer that is one name rather than one with another behind it."""
    return work_fit(title, employer) + bool(title) + bool(employer) - 0.5 * bool(_AT.search(employer))
