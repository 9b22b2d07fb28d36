"""The part of a form that asks for languages, skills of several sorts and a driving licence, each under a label → the
sections that other resumes have for them.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.fields import Told, fields_of
from companion.resume.reading.lines import TextLine, unbulleted
from companion.resume.reading.lists import listed
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import names_language

Part = tuple[str, str, list[TextLine]]
_KINDS = {"mother": "languages", "others": "languages", "ability": "skills", "licence": "certificates"}
_HOLDS = frozenset({"skills", "languages", "certificates", "other"})
"""Kinds of sections in which such labels stand."""
_PERSONAL = frozenset({"head", "contact", "other"})
"""Kinds of sections that tell of the person in labelled lines, and what they tell that others have a section for."""
_ASIDE = frozenset({"languages", "interests"})
_ITEM = 5
"""Words of an item of a list at most; what is longer tells how one came by a skill."""

_LABEL = 45
"""Letters of a label of skills at most, as `lists` reads them."""


def by_label(parts: Sequence[Part]) -> list[Part]:
    """`parts` with those of a form's skills parted by their labels."""
    return [new for part in parts for new in (_parted(part) if part[0] in _HOLDS else [part])]


def by_title(parts: Sequence[Part]) -> list[Part]:
    """`parts` with lines about the person that have a section's title for a label as sections of their own."""
    out: list[Part] = []
    for kind, title, body in parts:
        told = [(line, _titled(line) if kind in _PERSONAL else ("", "", "")) for line in body]
        out.append((kind, title, [line for line, (own, _, _) in told if not own]))
        out += [(own, label, [_line(line, value)]) for line, (own, label, value) in told if own]
    return out


def _titled(line: TextLine) -> tuple[str, str, str]:
    """Kind, label and value of a line whose label is a section's title; empty for any other."""
    label, _, value = line.text.partition("\t") if len(line.parts) == 2 else line.text.partition(":")
    kind = kind_of(label) if value.strip(" :\t") else ""
    return (kind, label.strip(" :"), value.strip(" :\t")) if kind in _ASIDE else ("", "", "")


def _parted(part: Part) -> Iterator[Part]:
    kind, title, body = part
    kind = _KINDS.get(field_of(title), kind) if kind == "other" else kind
    groups: list[tuple[Told | None, list[TextLine]]] = [(None, [])]
    for line in body:
        found = [one for one in fields_of(line) if one.field in _KINDS and not _is_item(line, one)]
        if len(found) == 1:
            groups.append((found[0], [msgspec.structs.replace(line, text=found[0].value)] if found[0].value else []))
        else:
            groups[-1][1].append(line)
    if groups[0][1] or len(groups) == 1:
        yield kind, title, groups[0][1]
    for told, lines in groups[1:]:
        if told is not None:
            yield from _section(told, lines)


def _is_item(line: TextLine, told: Told) -> bool:
    """Whether a line that reads as a label is an item of a list: a bullet, or on a page one set as those around it."""
    alone = not told.value and not line.text.rstrip().endswith(":")
    return bool(alone and (line.x1 or line.bullet) and told.field == "ability" and not line.bold)


def _section(told: Told, lines: list[TextLine]) -> Iterator[Part]:
    kind = _KINDS[told.field]
    label = re.sub(r"\s*\([^()]*\)", "", told.label).strip()
    texts = [unbulleted(line.plain) for line in lines]
    if told.field == "mother":
        names = itertools.chain.from_iterable(map(listed, texts))
        yield kind, "", [_line(lines[0], f"{name} ({label})") for name in names]
    elif told.field == "others":
        yield kind, "", [line for line in lines if line is not lines[0] or names_language(line.text)]
    elif told.field == "licence":
        yield kind, "", [_line(lines[0], f"{label}: {', '.join(texts)}")] if lines else []
    elif all(len(item.split()) <= _ITEM for text in texts for item in listed(text)):
        items = [item for text in texts for item in listed(text)]
        before = f"{label}: " if len(label) <= _LABEL else ""
        yield kind, "", [_line(lines[0], before + ", ".join(items))] if items else []
    else:
        yield "other", told.label, lines


def _line(line: TextLine, text: str) -> TextLine:
    return msgspec.structs.replace(line, text=text, bullet=False, bold=False, starts=(), full=False)
