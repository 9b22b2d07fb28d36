"""Words of left-to-right scripts that are shaped (Devanagari and its kin), set so that readers get the letters back.

fpdf2 gives all letters of a cluster to its first glyph and moves the pen between glyphs: readers then find glyphs that
stand for nothing, and spaces within words. Here each glyph has its share of letters and is as wide as the pen moves.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any


def is_right_to_left(text: str) -> bool:
    """Whether a run is of a script that is written from the right."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def operators(font: Any, text: str, size: float) -> str:
    """The PDF operators that show `text` in an embedded font of fpdf2 (`TTFFont`) at `size` points."""
    infos, positions = font.perform_harfbuzz_shaping(text, size, None)
    out: list[str] = []
    string: list[str] = []
    behind = 0.0  # how far the reader's pen is behind (or, negative, beyond) where the next glyph is due
    for (glyph, letters), place in zip(_shares(infos, text), positions, strict=True):
        back = min(0, place.x_offset)  # a mark set over what stands before it is as wide as the way back to the pen
        wide = round((place.x_advance - back) * font.scale)
        behind += place.x_offset * font.scale
        if round(behind):
            string.append(f"{-round(behind)}")
            behind -= round(behind)
        shown = f"<{_code(font, glyph, letters, wide):04X}>"
        if place.y_offset:
            raised = place.y_offset * font.scale * size / 1000
            out += [f"[{' '.join(string)}] TJ", f"{raised:.2f} Ts", f"{shown} Tj", "0 Ts"]
            string = []
        else:
            string.append(shown)
        behind += (place.x_advance - place.x_offset) * font.scale - wide
    return " ".join([*out, f"[{' '.join(string)}] TJ"])


def _shares(infos: Any, text: str) -> Iterator[tuple[int, str]]:
    """Each glyph with the letters it stands for: one each of its cluster's, the last all that are left."""
    clusters = [(start, list(glyphs)) for start, glyphs in groupby(infos, key=lambda info: int(info.cluster))]
    ends = [start for start, _ in clusters[1:]] + [len(text)]
    for (start, glyphs), end in zip(clusters, ends, strict=True):
        letters = text[start:end]
        for number, info in enumerate(glyphs, 1):
            share = letters if number == len(glyphs) else letters[:1]
            letters = letters[len(share) :]
            yield int(info.codepoint), share


def _code(font: Any, glyph: int, letters: str, wide: int) -> int:
    from fpdf.fonts import Glyph  # late: the companion starts without it

    name = font.ttfont.getGlyphName(glyph)
    found = Glyph(glyph, tuple(map(ord, letters)), name, wide)  # `get_glyph` gives none for the box of a missing glyph
    return int(font.subset.pick_glyph(found))
