"""Characters with their boxes → stretches of text: which stand side by side, where words begin, what is set apart."""

import itertools
import math
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.lines import CHANGES, told_apart
from companion.resume.reading.segment import Segment

_APART, _WIDER = 0.42, 1.6
"""Line heights of space that set words apart at least, and how much wider than usual it is."""
_NARROWER = 0.6
"""Of the widest space in a run: one that is hardly wide enough and narrower than this sets nothing apart."""
_SPREAD, _EVEN = 0.09, 0.07
"""Line heights between letters set apart at least, and by which such gaps may differ."""
_WITHIN, _FEW = 0.6, 5
"""Of the narrowest space drawn in a line: what a guessed one has at least; letters too few to tell without any."""


class Glyph(msgspec.Struct):
    char: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    bold: bool
    italic: bool = False
    guessed: bool = False
    """Whether it is a space that nobody drew."""


def segments_of(glyphs: Sequence[Glyph | None], page: int, usual: float) -> Iterator[Segment]:
    """Stretches of characters on one baseline without a wide gap; what far more space parts than is `usual` between
    words (in line heights) has a tab between. None among `glyphs` is a break.
    """
    apart = max(_APART, _WIDER * usual)
    run: list[Glyph] = []
    parted = False  # by pdfium, which also parts what a kerned letter begins
    for glyph in glyphs:
        if glyph is None:
            parted = True
            continue
        if math.isnan(glyph.base):
            if run:
                last = run[-1]
                run.append(_space(last, last.right))
            continue
        if run and (_breaks(run[-1], glyph) or (parted and not _touches(run[-1], glyph))):
            yield from _segment(run, page, apart)
            run = []
        parted = False
        if run and _spaced(run[-1], glyph):
            run.append(_space(glyph, glyph.left))
        run.append(glyph)
    yield from _segment(run, page, apart)


def _space(beside: Glyph, x: float) -> Glyph:
    return Glyph(" ", x, x, beside.bottom, beside.top, beside.base, beside.bold, guessed=True)


def _touches(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands right beside the one before it, as if nothing had come between."""
    tall = max(last.top - last.bottom, glyph.top - glyph.bottom, 1)
    return abs(glyph.base - last.base) < 0.05 * tall and -0.3 * tall < glyph.left - last.right < 0.3 * tall


def _spaced(last: Glyph, glyph: Glyph) -> bool:
    """Whether a gap between two characters is a space that nobody drew."""
    return glyph.char != " " != last.char and glyph.left - last.right > 0.22 * max(glyph.top - glyph.bottom, 1)


def _breaks(last: Glyph, glyph: Glyph) -> bool:
    tall = max(last.top - last.bottom, glyph.top - glyph.bottom, 1)
    if abs(glyph.base - last.base) > 0.45 * tall:
        return True
    gap = glyph.left - last.right
    return gap > (1.05 if last.bold == glyph.bold else 0.6) * tall or gap < -2.5 * tall


def _segment(run: list[Glyph], page: int, apart: float) -> Iterator[Segment]:
    run = _whole(run)
    letters = [glyph for glyph in run if not glyph.char.isspace()]
    if not letters:
        return
    sizes = sorted(glyph.top - glyph.bottom for glyph in letters)
    size = sizes[-1] if _small_capitals(run) else sizes[len(letters) // 2]
    bold = sum(glyph.bold for glyph in letters) > 0.6 * len(letters)
    text, starts = (spread, ()) if (spread := _spread(letters)) else _joined(run, apart)
    yield Segment(
        text=text,
        starts=starts,
        x0=letters[0].left,
        x1=max(glyph.right for glyph in letters),
        base=sorted(glyph.base for glyph in letters)[len(letters) // 2],
        size=size,
        bold=bold,
        page=page,
        leads=bold or all(glyph.bold for glyph in itertools.takewhile(lambda g: not g.char.isspace(), run)),
    )


def _whole(run: list[Glyph]) -> list[Glyph]:
    """A run without the spaces guessed within its words: far narrower than those drawn, or as wide as between letters
    where none is drawn.
    """
    letters = [n for n, glyph in enumerate(run) if glyph.char != " "]
    between = {(a, b): run[b].left - run[a].right for a, b in itertools.pairwise(letters)}
    guessed = {at for at in between if at[1] > at[0] + 1 and all(glyph.guessed for glyph in run[at[0] + 1 : at[1]])}
    drawn = [gap for at, gap in between.items() if at[1] > at[0] + 1 and at not in guessed]
    if not guessed or (not drawn and len(letters) < _FEW):
        return run
    tall = max(run[n].top - run[n].bottom for n in letters)
    usual = sorted(between.values())[len(between) // 3]
    least = _WITHIN * min(drawn) if drawn else usual + _SPREAD * tall
    within = {n for a, b in guessed if between[a, b] < least for n in range(a + 1, b)}
    return [glyph for n, glyph in enumerate(run) if n not in within]


def _small_capitals(run: Sequence[Glyph]) -> bool:
    """Whether words are set in capitals of two sizes, which is the look of the larger one."""
    sizes = [glyph.top - glyph.bottom for glyph in run if glyph.char.isalpha()]
    firsts = [
        glyph.top - glyph.bottom
        for before, glyph in zip([None, *run], run, strict=False)
        if glyph.char.isalpha() and (before is None or before.char.isspace())
    ]
    large = sum(size > 0.95 * max(sizes) for size in firsts) if sizes else 0
    return 0 < large < 0.5 * len(sizes) and 2 * large >= len(firsts) and min(sizes) < 0.9 * max(sizes)


def usual_space(glyphs: Sequence[Glyph | None]) -> float:
    """How wide the spaces between words are on a page, in line heights; justified lines have wider ones."""
    gaps: list[float] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph is None:
            last = None
        elif glyph.char == " ":
            spaced = True
        else:
            if last and spaced and abs(last.base - glyph.base) < 1:
                gaps.append(_gap(last, glyph))
            last, spaced = glyph, False
    return sorted(gaps)[len(gaps) * 3 // 4] if gaps else 0.0


def _gap(last: Glyph, glyph: Glyph) -> float:
    return (glyph.left - last.right) / max(last.top - last.bottom, glyph.top - glyph.bottom, 1)


def _joined(run: list[Glyph], apart: float) -> tuple[str, tuple[float, ...]]:
    """The text of a run, and where its parts begin: the names in it told apart where the type changes, and what
    space sets `apart`.
    """
    letters = [n for n, glyph in enumerate(run) if glyph.char != " "]
    between = sorted(_gap(run[a], run[b]) for a, b in itertools.pairwise(letters) if b == a + 1)
    spread = 2 * max(between[len(between) // 2], 0) if between else 0.0
    wide = {a + 1 for a, b in itertools.pairwise(letters) if b > a + 1 and _gap(run[a], run[b]) - spread > apart}
    widest = max((_gap(run[at - 1], run[_letter(run, at)]) for at in wide), default=0.0)
    wide = {at for at in wide if _gap(run[at - 1], run[_letter(run, at)]) > min(_NARROWER * widest, 1.1 * apart)}
    for at in wide:
        run[at].char = "\t"
    letters = [n for n, glyph in enumerate(run) if glyph.char.isalnum()]
    cuts = [b for a, b in itertools.pairwise(letters) if (run[a].bold, run[a].italic) != (run[b].bold, run[b].italic)]
    text = "".join(glyph.char for glyph in run)
    begins = {0, *(at + 1 for at in wide)}
    if 1 <= len(cuts) <= CHANGES and not any(text[cut - 1].isalnum() for cut in cuts):
        names = told_apart(*(text[a:b] for a, b in itertools.pairwise([0, *cuts, None])))
        begins |= set(cuts) if names != text else set()
        text = names
    text = text.strip()
    starts = sorted(run[_letter(run, at)].left for at in begins)
    return text, tuple(starts) if len(starts) == text.count("\t") + 1 else ()


def _letter(run: Sequence[Glyph], at: int) -> int:
    """The first character of a run from `at` on that is no space."""
    return next(n for n in range(at, len(run)) if run[n].char not in " \t")


def _spread(letters: Sequence[Glyph]) -> str:
    """The words of a run set with space between its letters; empty where it is set as usual."""
    if len(letters) < 4:
        return ""
    gaps = [after.left - before.right for before, after in itertools.pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 3]
    tall = max(glyph.top - glyph.bottom for glyph in letters)
    even = sum(abs(gap - usual) < _EVEN * tall for gap in gaps)
    if usual < _SPREAD * tall or 2 * even < len(gaps) or all(glyph.char.isdigit() for glyph in letters):
        return ""
    out = letters[0].char
    for gap, glyph in zip(gaps, letters[1:], strict=True):
        out += f" {glyph.char}" if gap > usual + 0.18 * tall else glyph.char
    return out
