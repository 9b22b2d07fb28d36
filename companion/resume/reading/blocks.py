"""Lines of a section → blocks, one an entry: the lines that head it, its bullets and its running text.

Looks decide together with dates: a bullet ends a head, a line that looks like the first head starts a new one.
"""

import itertools
import re
import statistics
from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import Span, has_date, spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, TITLE, is_place, title_score
from companion.resume.reading.wraps import OPEN

DEEDS = re.compile(
    r"(?:(?:key|main|selected|principales|principaux|wichtigste|hauptsächliche|principais)\s+)?"
    r"(?:highlights|achievements|accomplishments|responsibilities|duties|tasks|results|aufgaben|tätigkeiten|erfolge|"
    r"aufgaben und erfolge|missions|tâches|réalisations|responsabilités|responsabilidades|logros|funciones|tareas|"
    r"responsabilità|mansioni|attività|risultati|taken|werkzaamheden|verantwoordelijkheden|resultaten|atividades|"
    r"funções|tarefas|realizações|resultados)\s*:?",
    re.IGNORECASE,
)
"""What stands alone above or beside a list of what was done there, and tells nothing itself."""
SORTED = re.compile(
    r"(?:(?:most |less )?(?:relevant|related|other|additional|further|earlier|previous|prior|past|recent|selected)"
    r"(?: (?:work |professional |paid |career )?(?:experience|employment|history|roles?|positions?|posts?|jobs?))?|"
    r"(?:relevante|weitere|sonstige|frühere|andere) (?:berufs)?(?:erfahrung(?:en)?|tätigkeiten|stationen)|"
    r"(?:autres|anciens) (?:expériences|emplois|postes)|expériences? (?:complémentaires?|pertinentes?|antérieures?)|"
    r"(?:otras|outras|altre|overige) (?:experiencias|experiências|esperienze|werkervaring|ervaring))\s*:?",
    re.IGNORECASE,
)
"""What stands above some of the entries of a section and tells them from the others."""
_WITHIN = re.compile(
    r"(?<=\s)(?:in|en|im|em|au|nel|w|i|år|since|seit|depuis|desde|dal|from|of|by|until|bis|before|after|de|del|du|di)$",
    re.IGNORECASE,
)
"""Words before a date that belongs to a sentence."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    head: tuple[TextLine, ...]
    bullets: tuple[str, ...] = ()
    prose: str = ""


class _Item(msgspec.Struct):
    line: TextLine
    text: str
    role: str


def blocks(lines: Sequence[TextLine]) -> list[Block]:
    """The entries of a section in order. Nothing is dropped: every line is in a head, a bullet or the prose of one."""
    items = _items(lines)
    out: list[Block] = []
    run: list[TextLine] = []
    bullets: list[str] = []
    prose = ""

    def close() -> None:
        nonlocal run, bullets, prose
        if not (run or bullets or prose):
            return
        none: list[list[TextLine]] = [[]]
        heads = _split_heads(run) if run else none
        out.extend(Block(head=tuple(head)) for head in heads[:-1])
        out.append(Block(head=tuple(heads[-1]), bullets=tuple(bullets), prose=prose))
        run, bullets, prose = [], [], ""

    for item in items:
        if item.role == "head":
            if bullets or prose:
                close()
            run.append(item.line)
        elif item.role == "bullet":
            bullets.append(item.text)
        else:
            prose = f"{prose}\n{item.text}" if prose else item.text
    close()
    return _attached(out)


def told(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], str]:
    """Bullets and running text of lines that are known to head nothing."""
    bullets: list[str] = []
    prose: list[str] = []
    last: _Item | None = None
    for item in _items(lines):
        wraps = item.text[:1].islower() or (item.role == "head" and last is not None and last.line.full)
        if last is not None and last.role == "head" and item.role != "bullet" and wraps and item.line.gap < 0.7:
            bullets[-1] = joined(bullets[-1], item.text)
            last.line = item.line
            continue
        (prose if item.role == "prose" else bullets).append(item.text)
        last = item
    return tuple(bullets), "\n".join(prose)


def unlabelled(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` of a section of entries without the labels above their lists, and above some of the entries."""
    return [
        line
        for n, line in enumerate(lines)
        if line.bullet or not (SORTED.fullmatch(line.plain) or (n and DEEDS.fullmatch(line.plain)))
    ]


def _items(lines: Sequence[TextLine]) -> list[_Item]:
    marked = any(line.bullet and not _is_bulleted_head(line, lines) for line in lines)
    base = _base(lines)
    rail = _railed(lines)
    items: list[_Item] = []
    for line in lines:
        last = items[-1] if items else None
        if line.bullet and not _is_bulleted_head(line, lines):
            items.append(_Item(line, unbulleted(line.plain), "bullet"))
        elif last and last.role != "head" and _continues(last, line, marked, base):
            last.text = joined(last.text, line.plain)
            last.line = msgspec.structs.replace(line, bullet=last.line.bullet, bold=last.line.bold)
        elif (
            not marked
            and base
            and line.x0 > max(base, rail) + 5
            and last
            and not line.bold
            and (not has_date(line.text) or _dated(items))
        ):
            items.append(_Item(line, line.plain, "bullet"))
        elif _is_prose(line, last) or _tells_on(line, items):
            items.append(_Item(line, line.plain, "prose"))
        else:
            if line.bullet:
                line = msgspec.structs.replace(line, text=unbulleted(line.text), bullet=False)
            items.append(_Item(line, line.plain, "head"))
    return items


def _base(lines: Sequence[TextLine]) -> float:
    return min((line.x0 for line in lines if not line.bullet), default=0)


def _railed(lines: Sequence[TextLine]) -> float:
    """Where the text begins that stands beside a rail of dates; 0 without one."""
    beside = [
        line.starts[1]
        for line in lines
        if len(line.starts) > 1 and has_date(line.parts[0]) and any(one.x0 > line.starts[1] - 3 for one in lines)
    ]
    return statistics.median(beside) if len(beside) > 1 or (beside and beside[0] < lines[0].x0 + 160) else 0


def _is_bulleted_head(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """A bullet that is an entry's head: a title with a range of dates, in a section where heads are set so."""
    found = spans(line.text)
    if not any(span.ranged for span in found) or len(line.plain.split()) > 14:
        return False
    heads = [one for one in lines if not one.bullet and has_date(one.text)]
    return not heads and (any(words.search(line.plain) for words in (TITLE, SCHOOL, COMPANY)))


def _continues(last: _Item, line: TextLine, marked: bool, base: float) -> bool:
    """Whether `line` goes on with the bullet or paragraph `last`."""
    text = line.plain
    dates = text[-1:] != "." and any(span.at[0] == 0 for span in spans(text))
    amid = last.line.full and text[:1].islower() and not (dates or last.text.endswith("."))
    if line.bullet or (_ranged(line) and not amid) or (line.bold or line.leads) > (last.line.bold or last.line.leads):
        return False
    if line.size and abs(line.size - last.line.size) > 0.12 * max(line.size, last.line.size):
        return False
    if text[:1].islower() and not line.bold:
        return True
    if last.role == "bullet" and last.line.bullet and line.x0 > max(base, last.line.x0) + 2 and line.gap < 0.9:
        return True
    ended = last.text.rstrip().endswith((".", "!")) or (text[:1].isupper() and not OPEN.search(last.text))
    if not marked and ended and line.x0 > base + 5:
        return False  # the mark of a bullet may be a drawing and not a character
    indented = line.x0 > 0 and line.x0 > last.line.x0 + 2 if last.line.bullet else line.x0 >= last.line.x0 - 2
    if last.role == "bullet" and line.x0 > 0 and indented and line.gap < 0.9 and marked:
        return last.line.full or not _headish(line)
    return (
        last.line.full and line.gap < 0.7 and not _headish(line) and (line.x0 == 0 or abs(line.x0 - last.line.x0) < 3)
    )


def _headish(line: TextLine) -> bool:
    text = line.plain
    short = len(text.split()) <= 9 and not text.endswith(".")
    return line.bold or has_date(text) or (short and (title_score(text) > 0.5 or bool(COMPANY.search(text))))


def _ranged(line: TextLine) -> bool:
    return any(span.ranged for span in spans(line.text))


def _is_prose(line: TextLine, last: _Item | None) -> bool:
    if last is None or line.bold or line.caps or dates_an_entry(line) or len(line.parts) > 1 or is_place(line.plain):
        return False
    words = line.plain.split()
    told_apart = any(mark in line.plain for mark in (" · ", " | ", " — ", " – ", " • "))
    if last.role == "head" and told_apart and TITLE.search(line.plain) and not line.plain.endswith("."):
        return False
    if len(words) >= 9:
        return True
    if len(words) >= 5 and line.plain.endswith(".") and not COMPANY.search(words[-1]):
        return True
    return last.role == "prose" and last.line.full and line.gap < 0.7


def _dated(items: Sequence[_Item]) -> bool:
    """Whether the entry that is being read has its dates, so that another date in its lines begins none."""
    below = itertools.dropwhile(lambda item: item.role != "head", reversed(items))
    return any(has_date(item.line.text) for item in itertools.takewhile(lambda item: item.role == "head", below))


def _tells_on(line: TextLine, items: Sequence[_Item]) -> bool:
    """Whether a line is a sentence under a head that has its dates: a date within it begins no entry."""
    head = list(itertools.takewhile(lambda item: item.role == "head", reversed(items)))
    sentence = len(line.plain.split()) >= 8 and line.plain.endswith(".") and len(line.parts) == 1
    return sentence and not line.bold and any(has_date(item.line.text) for item in head)


def _split_heads(run: list[TextLine]) -> list[list[TextLine]]:
    """Several entries without bullets between them, parted at the lines that look like the first of them."""
    dated = [n for n, line in enumerate(run) if dates_an_entry(line)]
    if len(dated) < 2:
        return [run]
    offset = dated[0]
    starts = [0]
    gaps = [line.gap for line in run[1:]]
    usual = statistics.median(gaps) if gaps else 0
    for before, here in itertools.pairwise(dated):
        between = list(range(before + 1, here + 1))
        spaced = [n for n in between if run[n].gap > usual + 0.3]
        alike = [n for n in between if look(run[n]) == look(run[0]) and look(run[0]) != look(run[before])]
        if alike and not set(alike) & set(spaced):
            starts.append(alike[0])
        elif spaced:
            starts.append(next((n for n in alike if n in spaced), spaced[0]))
        else:
            starts.append(max(before + 1, here - offset))
    return [run[start:stop] for start, stop in zip(starts, [*starts[1:], len(run)], strict=True)]


def dates_an_entry(line: TextLine) -> bool:
    """Whether a line has dates as entries have them: a range, or a date that stands apart and not amid words."""
    found = spans(line.text)
    ranges = [span for span in found if span.ranged and not (span.since and _tells(line))]
    return any(span.end or _apart(line.text, span) for span in ranges) or (
        len(line.plain) < 90 and any(_apart(line.text, s) for s in found) and not _tells(line)
    )


def _tells(line: TextLine) -> bool:
    """Whether a line is a sentence."""
    return len(line.parts) == 1 and len(line.plain.split()) >= 8 and line.plain.endswith((".", "!"))


def _apart(text: str, span: Span) -> bool:
    before, after = text[: span.at[0]].rstrip(" "), text[span.at[1] :].lstrip(" ")
    return not (before[-1:].islower() and after[:1].islower()) and not _WITHIN.search(before)


def look(line: TextLine) -> tuple[int, bool, bool]:
    return (round(line.size), line.bold or line.leads, line.caps)


def _attached(found: list[Block]) -> list[Block]:
    """Blocks with heads that are no entry of their own (a sub-title, a lone line) given to the entry before them."""
    any_dates = any(has_date(line.text) for block in found for line in block.head)
    out: list[Block] = []
    for block in found:
        dated = any(has_date(line.text) for line in block.head)
        telling = any(_telling(line) for line in block.head)
        if out and block.head and any_dates and not dated and not telling and not _alike(block, out[0]):
            last = out[-1]
            extra = "\n".join(line.plain for line in block.head)
            out[-1] = Block(
                head=last.head,
                bullets=(*last.bullets, *extra.split("\n"), *block.bullets),
                prose="\n".join(part for part in (last.prose, block.prose) if part),
            )
        else:
            out.append(block)
    return out


def _telling(line: TextLine) -> bool:
    text = line.plain
    return (
        title_score(text) > 0.5 or bool(COMPANY.search(text)) or bool(DEGREE.search(text)) or bool(SCHOOL.search(text))
    )


def _alike(block: Block, first: Block) -> bool:
    if not first.head or not block.head or not first.head[0].size:
        return False
    return look(block.head[0]) == look(first.head[0]) and abs(block.head[0].x0 - first.head[0].x0) < 3
