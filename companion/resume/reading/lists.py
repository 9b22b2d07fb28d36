"""Lists: their items, and the sections of skills and interests that are nothing else."""

import itertools
import math
import re
from collections.abc import Sequence

import msgspec

from companion.model.profile import Interest, Skill
from companion.resume.reading.abreast import INDENT, by_column
from companion.resume.reading.levels import is_level, leveled
from companion.resume.reading.lines import TextLine, joined, unbulleted

_MARKS = (" / ", " — ", " – ", " - ", " * ", " ~ ")
"""What else parts items where it stands between all of them."""
_ITEMS = re.compile(r"\s*[,;•·|\t●▪■◦⋅\uf0b7\uf0a7\uf0d8\uf076]\s*(?![^(]*\))|\s{3,}")
_PAIR = re.compile(r"(?:(\w)|,)\s+\w+\s+(?:and|und|et|y)\s+[^\W\dA-Z]\w*\.?$")
"""A pair at the end of a list; the letter is of another word before it."""
_STOP = re.compile(
    r"(?<=[^\W\d_]{3})(?<!\b(?i:inc|ltd|esp|adv|int|min|max))(?<!\b(?i:incl|prof|corp))\.\s+(?=[^\W\d_a-z])"
)
"""A full stop before another item of a list, and not behind a word cut short."""
LABELLED = re.compile(r"^([^:,;]{2,45}?)\s*:\s*(.*)$")
_ASIDE = re.compile(r"\([^()]*\)")
_RATING = re.compile(r"(?:[●○★☆■□▪▫◆◇⬤◯◉]\s*){3,}")
"""Marks that tell how well, beside an item."""
_SHORT = 40
"""Letters of a line that is an item of its own where nothing tells how wide lines are."""
_BARS = ("|", "·", "•", ",", ";")
"""Marks between items of one line, of which the last may go on below."""
_FAR = 0.9
"""Line heights from which on a line begins another item."""
_FRAME = 0.4
"""Line heights that frames around items add between them, at least."""
_MARKED = 5
"""Items with marks that tell how an item is written, at least."""
_DEED, _PIECE = 7, 3.5
"""Words of what was done, and of each of its parts between commas, at least."""
_SAME_ROW = -0.5
"""Line heights above which a line stands below another, and not beside it."""
_NEARER = 0.3
"""Line heights by which a label stands nearer to its items than to those above."""


def gathered(lines: Sequence[TextLine]) -> list[str]:
    """The items of a list section as texts: bullets and lines, with what was wrapped joined."""
    out: list[str] = []
    last: TextLine | None = None
    within = _within(lines)
    for line in lines:
        text = unbulleted(line.text) if line.bullet else line.text.strip()
        wrapped = last is not None and not line.bullet and not line.bold and (
            (out[-1].rstrip().endswith((",", ";")) and not LABELLED.match(text))
            or (last.full and line.gap < 0.9 and not LABELLED.match(text) and (
                "," in _ASIDE.sub("", out[-1]) or text[:1].islower() or last.bullet or line.x0 > last.x0 + 4))
            or (line.gap < within and abs(line.x0 - last.x0) < INDENT and len(line.parts) == len(last.parts) == 1)
            or (text[:1].islower() and not last.bold and (line.gap < _FAR or any(mark in last.text for mark in _BARS))
                and (last.full or (not last.x1 and len(last.text) > _SHORT)))
            or (last.bullet and line.x0 > last.x0 + 2 and not line.parts[1:])
        )  # fmt: skip
        if wrapped:
            out[-1] = joined(out[-1], text)
        else:
            out.append(text)
        last = line
    return [text for text in out if text]


def _within(lines: Sequence[TextLine]) -> float:
    """Below which gap a line goes on with the item above: what parts items is far wider than what stands within a few
    of them, as where each is in a frame of its own; below any where nothing tells.
    """
    gaps = [line.gap for line in lines[1:] if line.x1 and not line.bullet]
    if len(gaps) < 2 or any(line.bold or LABELLED.match(line.text) or "," in line.text for line in lines):
        return -math.inf
    close = [gap for gap in gaps if gap < (min(gaps) + max(gaps)) / 2]
    apart = max(gaps) - max(close, default=max(gaps))
    return max(close) + 0.01 if apart > _FRAME and 2 * len(close) < len(gaps) else -math.inf


def parted_end(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """`lines` of a list, and the sentences that stand far below it where no item is one."""
    at = next((n for n, line in enumerate(lines) if n and line.text.endswith(".")), len(lines))
    far = 1 + max((line.gap for line in lines[1:at]), default=0.0)
    apart = at < len(lines) and (lines[at].gap > far if lines[at].x1 else lines[at].gap >= far)
    return (list(lines[:at]), list(lines[at:])) if apart else (list(lines), [])


def read_skills(lines: Sequence[TextLine]) -> list[Skill]:
    """Groups where the section has labels, single skills where it has not."""
    lines, whole = _shown(by_column(_labelled(lines)))
    above = {id(line) for line, below in itertools.pairwise(lines) if _over(line, below, lines)} | _nearer(lines)
    out: list[Skill] = []
    label = ""
    single = len([line for line in lines if not line.bold]) > 0
    for text, line in zip(gathered(lines), _firsts(lines), strict=False):
        if id(line) in whole:
            out.append(Skill(name=text[:500]))
            label = ""
            continue
        found = LABELLED.match(text)
        if found and not found[2].strip():
            label = found[1].strip()
            continue
        if found and is_level(found[2]):
            out.append(Skill(name=found[1].strip()[:500], level=found[2].strip()[:500]))
            continue
        if found:
            *before, last = listed(found[2]) or [""]
            last, how = leveled(last) if not any(leveled(item)[1] for item in before) else (last, "")
            keywords = tuple(item[:500] for item in (*before, last) if item)
            out.append(Skill(name=found[1].strip(), level=how[:500], keywords=keywords))
            continue
        name, level = leveled(text)
        if len(listed(name)) > 1:
            name, level = text, ""  # the last of several has it
        items = [name] if level else listed(text)
        several = len(lines) > 2 or "," in lines[-1].text
        bold = line.bold and single and several and (line.caps or not line.bullet)
        if (len(items) == 1 and (bold or id(line) in above)) or (bold and not line.bullet and id(line) in above):
            label = text.strip(": ")
            continue
        if label:
            if out and out[-1].name == label:
                out[-1] = Skill(name=label, keywords=(*out[-1].keywords, *items))
            else:
                out.append(Skill(name=label, keywords=tuple(items)))
        elif level:
            out.append(Skill(name=name[:500], level=level[:500]))
        else:
            told = map(leveled, items)
            out.extend(Skill(name=item[:500], level=how[:500]) for item, how in told)
    return out


def _shown(lines: Sequence[TextLine]) -> tuple[list[TextLine], set[int]]:
    """`lines` without the sentences below labels that show a skill by what was done with it, and which of them are one
    skill each: those labels, and the only one with a comma among items that have marks and none.
    """
    out: list[TextLine] = []
    marked = [line for line in lines if line.bullet]
    several = [line for line in marked if len(listed(unbulleted(line.text))) > 1]
    whole = {id(line) for line in several if len(several) == 1 and len(marked) >= _MARKED}
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and not lines[stop].bold:
            stop += 1
        told = gathered(lines[at + 1 : stop])
        out.append(lines[at])
        if lines[at].bold and not lines[at].bullet and told and 2 * sum(map(_is_deed, told)) > len(told):
            whole.add(id(lines[at]))
            at = stop
        else:
            at += 1
    return out, whole


def _is_deed(text: str) -> bool:
    """Whether a text below a label tells what was done, and lists no skills."""
    words = len(text.split())
    return words >= _DEED and words >= _PIECE * len(listed(text)) and not LABELLED.match(text)


def _labelled(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines with a label in a rail written as `label: items`."""
    railed = [line for line in lines if len(line.parts) == 2 and len(line.starts) in (0, 2) and not line.bullet]
    heads = [line.starts[1] if line.starts else 0 for line in railed]
    lists = sum("," in line.parts[1] for line in railed)
    if (
        not railed
        or max(heads) - min(heads) > INDENT
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
    if below.gap < _SAME_ROW:
        return False
    return below.bullet or (below.x0 > line.x0 + INDENT and not line.parts[1:])


def _nearer(lines: Sequence[TextLine]) -> set[int]:
    """Lines of one item that stand nearer to the row of several below them than to what is above, again and again."""
    found = {
        id(line)
        for line, below in itertools.pairwise(lines)
        if len(listed(line.text)) == 1 < len(listed(below.text)) and line.gap > below.gap + _NEARER
        and not line.bullet and not line.text.rstrip().endswith(",")
    }  # fmt: skip
    return found if len(found) > 1 else set()


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
    text = _STOP.sub(", ", text) if text.count(",") > 1 else text
    if text.count(",") >= 2 and not _ends_in_pair(text):
        text = re.sub(r"\s+(?:&|and|und|et|y)\s+(?=[^,]*$)", ", ", text)
    text = re.sub(r"\)\s+(?:&|and|und|et|y|e|en|i|och|og)\s+(?=\w)", "), ", text)
    text = _RATING.sub("\t", text)
    text = next((text.replace(mark, "\t") for mark in _MARKS if text.count(mark) > 1 and "," not in text), text)
    items = [re.sub(r"^(?:and|und|et|y|&)\s+", "", piece.strip().rstrip(".")) for piece in _ITEMS.split(text)]
    return [item for item in items if item]


def _ends_in_pair(text: str) -> bool:
    """Whether the last item of a list joins two words that go together, the second one small: in a list of items that
    all begin with capitals, or behind another word.
    """
    pair = _PAIR.search(text)
    return bool(pair and (pair[1] or all(item[:1].isupper() for item in _ITEMS.split(text[: pair.end()]) if item)))


def read_interests(lines: Sequence[TextLine]) -> list[Interest]:
    return [Interest(name=item[:500]) for text in gathered(lines) for item in listed(text)]
