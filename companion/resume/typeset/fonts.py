"""Faces: which font file draws which character, how wide it is, and whether it needs shaping.

Fonts come from the `rendercv-fonts` package (OFL), never from the system alone. Text families are cut once a process
to Latin, Greek and Cyrillic, because loading and subsetting whole fonts costs ten times the rest of a document.
"""

import atexit
import functools
import importlib
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import msgspec
import rendercv_fonts

from companion.resume.typeset.shaping import is_right_to_left

Weight = Literal["regular", "bold", "italic"]
_FOLDER = Path(rendercv_fonts.__file__).parent
_FAMILIES: dict[str, tuple[str, str]] = {
    "source": ("Source Sans 3", "SourceSans3"),
    "garamond": ("EB Garamond", "EBGaramond"),
    "roboto": ("Roboto", "Roboto"),
    "noto": ("Noto Sans", "NotoSans"),
    "mukta": ("Mukta", "Mukta"),
    "opensans": ("Open Sans", "OpenSans"),
    "japanese": ("Noto Sans", "NotoSansJP"),
    "chinese": ("Noto Sans", "NotoSansSC"),
    "korean": ("Noto Sans", "NotoSansKR"),
}
_CUT = frozenset({"source", "garamond", "roboto", "noto", "opensans"})
_LARGE = frozenset({"chinese", "japanese", "korean"})
_MOST_KEPT = 16
_CUT_TO = [
    *range(0x20, 0x250),
    *range(0x2B0, 0x530),
    *range(0x590, 0x600),
    *range(0x1E00, 0x2070),
    *range(0x20A0, 0x20D0),
    *range(0x2100, 0x2200),
    *range(0x2200, 0x2270),
    *range(0x25A0, 0x2610),
]
_SHAPED = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0E00, 0x0EFF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""Hebrew and Arabic, the Indic scripts, Thai and Lao: wrong on the page without shaping. All others extract better
without it (measured: marks positioned one by one come out with spaces inside words)."""


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One font file. `widths` are advances in thousandths of the size, as the PDF will state them."""

    key: str
    path: Path
    widths: dict[int, int]
    ascent: int
    descent: int


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Characters that one face draws in one go."""

    text: str
    face: str
    shaped: bool = False


@functools.cache
def face(key: str) -> Face:
    """The face `family-weight`; a family without that weight gives its regular or bold one."""
    family, _, weight = key.partition("-")
    folder, stem = _FAMILIES[family]
    path = _FOLDER / folder / f"{stem}-{weight.title()}.ttf"
    if not path.is_file():
        path = _FOLDER / folder / f"{stem}-Regular.ttf"
    if family in _CUT:
        path = _cut(path)
    from fontTools.ttLib import TTFont  # late: a fifth of a second at the companion's start

    with TTFont(path, lazy=True) as font:
        table: Any = font
        scale = 1000 / table["head"].unitsPerEm
        metrics: dict[str, tuple[int, int]] = table["hmtx"].metrics
        cmap: dict[int, str] = table.getBestCmap()
        widths = {code: round(scale * metrics[glyph][0] + 0.001) for code, glyph in cmap.items()}
        ascent, descent = round(scale * table["hhea"].ascent), round(scale * table["hhea"].descent)
    return Face(key=key, path=path, widths=widths, ascent=ascent, descent=descent)


def runs(text: str, family: str, weight: Weight) -> list[Run]:
    """`text` cut into runs by the face that has the characters and by whether the script needs shaping."""
    out: list[Run] = []
    own = face(f"{family}-{weight}").widths
    others = _others(text)
    if all(ord(character) in own for character in text) and not any(map(_is_shaped, text)):
        return [Run(text=text, face=f"{family}-{weight}")] if text else []
    for character in text:
        shaped = _is_shaped(character) or (bool(out) and out[-1].shaped and character in " \u200c\u200d")
        joins = shaped and character in " \u200c\u200d"
        key = out[-1].face if joins else _covering(character, family, weight, others) or f"{family}-{weight}"
        if out and out[-1].face == key and out[-1].shaped == shaped:
            out[-1] = Run(text=out[-1].text + character, face=key, shaped=shaped)
        else:
            out.append(Run(text=character, face=key, shaped=shaped))
    return list(_spaces_outside(out, f"{family}-{weight}"))


def _spaces_outside(found: list[Run], face_key: str) -> Iterator[Run]:
    """Runs with the spaces after text from the right taken out of it: shaping would put them before it."""
    for run in found:
        bare = run.text.rstrip(" ") if run.shaped and is_right_to_left(run.text) else run.text
        if bare:
            yield Run(text=bare, face=run.face, shaped=run.shaped)
        if bare != run.text:
            yield Run(text=run.text[len(bare) :], face=face_key)


@functools.lru_cache(maxsize=20_000)
def width(text: str, family: str, weight: Weight) -> float:
    """Width of `text` in thousandths of the font size."""
    return sum(run_width(run) for run in runs(text, family, weight))


def run_width(run: Run) -> float:
    widths = face(run.face).widths
    if run.shaped:
        return _shaped_width(run.text, run.face)
    return sum(widths.get(ord(character), 0) for character in run.text)


def missing(text: str, family: str = "noto") -> str:
    """The characters of `text` that no face can draw, each once: said to the person, never dropped in silence."""
    seen = dict.fromkeys(text)
    return "".join(c for c in seen if not c.isspace() and not _covering(c, family, "regular", _others(text)))


def printable(text: str) -> str:
    """`text` in composed form, without characters that are instructions to a renderer and not content."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        c for c in composed if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs")
    )


def _others(text: str) -> tuple[str, ...]:
    """Families to fall back on, in order. Han characters belong to the language that the rest of the text shows."""
    han = ("japanese", "chinese", "korean")
    if any("\uac00" <= c <= "\ud7af" for c in text):
        han = ("korean", "japanese", "chinese")
    elif not any("\u3040" <= c <= "\u30ff" for c in text):
        han = ("chinese", "japanese", "korean")
    return ("noto", "mukta", "opensans", *han)


def _covering(character: str, family: str, weight: Weight, others: tuple[str, ...]) -> str:
    upright: Weight = "bold" if weight == "bold" else "regular"
    if ord(character) in face(f"{family}-{weight}").widths:
        return f"{family}-{weight}"
    for other in others:
        if ord(character) in face(f"{other}-{upright}").widths:
            return f"{other}-{upright}"
    return ""


def _is_shaped(character: str) -> bool:
    code = ord(character)
    return code >= 0x590 and any(low <= code <= high for low, high in _SHAPED)


@functools.lru_cache(maxsize=2_000)
def _shaped_width(text: str, key: str) -> float:
    hb: Any = importlib.import_module("uharfbuzz")  # loaded only for scripts that need it

    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face(key).path))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions) * 1000 / font.face.upem


@functools.cache
def _workshop() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sincerely-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def drawing(key: str, characters: frozenset[str]) -> Path:
    """The font file to draw `characters` from. Those of Chinese, Japanese and Korean are cut to them, because a PDF
    would otherwise load tens of thousands of glyphs; one version after another of the same person mostly shares them.
    """
    path = face(key).path
    if key.partition("-")[0] not in _LARGE:
        return path
    name = sha256(f"{path.name} {''.join(sorted(characters))}".encode()).hexdigest()[:16]
    target = _workshop() / f"{path.stem}-{name}.ttf"
    if not target.is_file():
        for old in sorted(_workshop().glob(f"{path.stem}-*.ttf"), key=lambda one: one.stat().st_mtime_ns)[:-_MOST_KEPT]:
            old.unlink()
        _cut(path, [ord(character) for character in characters], target)
    return target


def _cut(path: Path, codes: Iterable[int] = _CUT_TO, target: Path | None = None) -> Path:
    """A copy of the font with the characters of `codes` alone, for the life of this process."""
    from fontTools import subset

    cutting: Any = subset
    options = cutting.Options()
    options.layout_features = ["*"] if path.stem.startswith("OpenSans") else []  # Hebrew marks need theirs
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    font = cutting.load_font(str(path), options)
    cutter = cutting.Subsetter(options)
    cutter.populate(unicodes=list(codes))
    cutter.subset(font)
    target = target or _workshop() / path.name
    font.save(target)
    font.close()
    return target
