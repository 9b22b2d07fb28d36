"""Which line is a section's title, and of which kind: known words first, then the look that titles of this file
share.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from companion.resume.reading.asked import misses_one
from companion.resume.reading.dates import has_date
from companion.resume.reading.lines import TextLine
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import SURE, folded, kind_about, kind_of, without_choice


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    at: int
    kind: str
    title: str


_Look = tuple[float, bool, bool]
"""Size, bold, in capitals."""
_KINDS = 3
"""Kinds of sections whose titles look the same, from which on a weaker look is none of a title."""
_LABELS = 5
"""Lines below one that heads an entry among which labels tell the rest of what heads it."""
_OF_ENTRIES = frozenset({"work", "education", "volunteer", "projects", "certificates", "awards", "publications"})


def find_headings(lines: Sequence[TextLine]) -> list[Heading]:
    """The section titles among `lines`, in order. Kind `other` is a title we have no section for."""
    body = _body_size(lines)
    sure = [n for n, line in enumerate(lines) if kind_of(line.plain) and _stands_out(line, body)]
    plain = [n for n, line in enumerate(lines) if kind_of(line.plain) and not line.bullet]
    strong = _strong(lines, sure) if body else {}
    sure = [n for n in sure if not _weaker(_look(lines[n]), strong.get(lines[n].stream))]
    looks = Counter(_look(lines[n]) for n in (sure or plain))
    if not looks:
        return _by_look(lines, body)
    entries = _entry_looks(lines, strong)
    apart = _own_looks(lines, {look for look in looks if look[0] or look[1] or look[2]}, body) - entries
    usual = {look for look, count in looks.items() if count >= max(1, 0.3 * max(looks.values()))}
    named = _named_looks(lines)
    liked = _liked_looks(lines, body)
    out: list[Heading] = []
    for n, line in enumerate(lines):
        kind = kind_of(line.plain)
        if line.titled and not (not kind and misses_one(lines[n + 1 : n + 1 + _LABELS])):
            out.append(Heading(at=n, kind=kind or kind_about(line.plain) or "other", title=line.plain))
            continue
        if line.bullet or len(line.plain) > 60 or (len(line.parts) > 1 and not kind):
            continue
        like = kind_about(line.plain)
        look = _look(line)
        flat = body == 0
        if flat and n and line.gap < 1 and field_of(lines[n - 1].plain):
            continue  # the value below a label
        if not kind and field_of(line.plain) == "tasks":
            continue  # above what was done there
        if (kind or like) and _weaker(look, strong.get(line.stream)):
            continue  # a label within a section
        if kind and (
            look in usual
            or (line.stream, look) in named
            or folded(line.plain) in SURE
            or (not sure and (flat or look[1:] != (False, False)))
        ):
            out.append(Heading(at=n, kind=kind, title=line.plain))
        elif like and (
            (line.stream, look) in liked or (look in usual and _stands_out(line, body) and (sure or line.caps))
        ):
            out.append(Heading(at=n, kind=like, title=line.plain))
        elif (
            sure
            and n > 1
            and not misses_one(lines[n + 1 : n + 1 + _LABELS])
            and look not in entries
            and (
                look in apart
                or (line.stream, look) in liked
                or (look in usual and _is_title(line, body, lines, n, {lines[m].size for m in sure}))
            )
        ):
            out.append(Heading(at=n, kind="other", title=line.plain))
    return out


def _named_looks(lines: Sequence[TextLine]) -> set[tuple[int, _Look]]:
    """Looks that in a column only lines of known words have, one of which is a title wherever it stands alone."""
    sure = {(line.stream, _look(line)) for line in lines if line.x1 and folded(line.plain) in SURE}
    return sure - {(line.stream, _look(line)) for line in lines if not kind_of(line.plain)}


def _liked_looks(lines: Sequence[TextLine], body: float) -> set[tuple[int, _Look]]:
    """Looks larger than text that in a column only short lines have, some of which name sections of different kinds in
    words of their own.
    """
    kinds: dict[tuple[int, _Look], set[str]] = {}
    for line in lines:
        if body and line.size > 1.2 * body and line.bold and _reads_as_title(line):
            kinds.setdefault((line.stream, _look(line)), set()).add(kind_about(line.plain))
    others = {(line.stream, _look(line)) for line in lines if not _reads_as_title(line)}
    return {key for key, told in kinds.items() if len(told - {""}) > 1 and key not in others}


def _strong(lines: Sequence[TextLine], sure: Sequence[int]) -> dict[int, _Look]:
    """The look that most titles of known words have in each column, where they are of three kinds or more."""
    kinds: dict[int, dict[_Look, set[str]]] = {}
    for n in sure:
        kinds.setdefault(lines[n].stream, {}).setdefault(_look(lines[n]), set()).add(kind_of(lines[n].plain))
    most = {stream: max(looks.items(), key=lambda item: (len(item[1]), item[0])) for stream, looks in kinds.items()}
    return {stream: look for stream, (look, told) in most.items() if len(told) >= _KINDS}


def _weaker(look: _Look, strong: _Look | None) -> bool:
    """Whether a line stands out less than the titles of its column do."""
    if strong is None or look == strong or any(mine > theirs for mine, theirs in zip(look, strong, strict=True)):
        return False
    return look[0] < 0.95 * strong[0] or look[1:] != strong[1:]


def _entry_looks(lines: Sequence[TextLine], strong: dict[int, _Look]) -> set[_Look]:
    """Looks of titles that what heads an entry has as well: right below a title of known words stands such a line."""
    return {
        strong[line.stream]
        for line, below in itertools.pairwise(lines)
        if line.stream == below.stream in strong and _look(line) == _look(below) == strong[line.stream]
        and kind_of(line.plain) in _OF_ENTRIES and not (kind_of(below.plain) or below.bullet)
    }  # fmt: skip


def _own_looks(lines: Sequence[TextLine], looks: Collection[_Look], body: float) -> set[_Look]:
    """Those of `looks` that stand out and that no line has which is anything but a title."""
    others = {_look(line) for line in lines if line.bullet or not _reads_as_title(line)}
    return {look for look in looks if body and look not in others and (look[0] > 1.05 * body or look[2])}


def _reads_as_title(line: TextLine) -> bool:
    text = line.plain
    return len(text.split()) <= 5 and len(line.parts) == 1 and not any(c.isdigit() or c in "@|,•·" for c in text)


def _by_look(lines: Sequence[TextLine], body: float) -> list[Heading]:
    """The titles of a resume that uses none of the words we know: short lines set apart, of one look that recurs."""
    largest = max((line.size for line in lines), default=0)
    smallest = 1.05 * body or 11.5  # lines of text without looks have no size; what Markdown sets apart has
    found = [
        (n, line)
        for n, line in enumerate(lines)
        if smallest <= line.size < 0.97 * largest and (line.bold or line.caps or line.size >= 1.15 * smallest)
        and (line.gap >= 0.4 or not line.x1 or line.size >= 1.15 * smallest) and not line.bullet
        and _reads_as_title(line)
    ]  # fmt: skip
    looks = Counter(_look(line) for _, line in found)
    often = max((look for look, count in looks.items() if count > 1), default=None)  # the largest: titles hold entries
    return [
        Heading(at=n, kind=kind_about(line.plain) or "other", title=line.plain)
        for n, line in found
        if _look(line) == often
    ]


def _is_title(line: TextLine, body: float, lines: Sequence[TextLine], n: int, sizes: Collection[float]) -> bool:
    """Whether a line of unknown words but a title's look is a title: short, apart, and unlike a name or an entry.

    `sizes` are those of the titles whose words are known.
    """
    words = line.plain.split()
    like_them = line.bold and line.size >= 1.05 * body and line.size in sizes
    big = line.size >= 1.12 * body or (line.caps and line.bold) or like_them
    following = lines[n + 1] if n + 1 < len(lines) else None
    if not body and (kind_of(lines[n - 1].plain) or (following and following.gap < 1 and has_date(following.text))):
        return False  # in plain text, capitals head entries as well
    apart = line.gap >= 0.4 or n == 0
    return (
        len(words) <= 5
        and big
        and apart
        and n > 1
        and not any(c.isdigit() or c in "@|,•·" for c in line.plain)
        and following is not None
        and _look(following) != _look(line)
    )


def _stands_out(line: TextLine, body: float) -> bool:
    if line.bullet:
        return False
    if body == 0:
        return line.caps or line.text.rstrip().endswith(":") or line.gap >= 1
    return line.bold or line.caps or line.size >= 1.08 * body


def _look(line: TextLine) -> _Look:
    return (round(line.size), line.bold, TextLine(text=without_choice(line.text)).caps)


def _body_size(lines: Sequence[TextLine]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0
