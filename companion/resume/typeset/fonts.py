"""Faces: which font file draws which character, how wide it is, and whether it needs shaping.

Fonts come from the `rendercv-fonts` package (OFL), never from the system alone. A document is drawn from
copies cut to what it says: fpdf2 reads fonts with a library in Python, and whole ones cost it ten times the rest of a
document. HarfBuzz cuts one in two milliseconds.
"""

import functools
import importlib
import unicodedata
from collections.abc import Iterator, Set
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
_SHAPING = ("mukta", "opensans")
"""Families of the scripts that are shaped, drawn from whole: letters that join need all that a font says of them."""
_SHAPED = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0E00, 0x0EFF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""Hebrew and Arabic, the Indic scripts, Thai and Lao: wrong on the page without shaping. All others extract better
without it (measured: marks positioned one by one come out with spaces inside words)."""


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One font file. `widths` are advances in thousandths of the size, as the PDF will state them."""

    key: str
    path: Path
    widths: dict[int, int]


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
    own = _opened(path)
    font = _harfbuzz().Font(own)
    scale = 1000 / own.upem
    widths = {
        code: round(scale * font.get_glyph_h_advance(font.get_nominal_glyph(code)) + 0.001) for code in own.unicodes
    }
    return Face(key=key, path=path, widths=widths)


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
    others = _others(text)
    return "".join(c for c in dict.fromkeys(text) if not c.isspace() and not _covering(c, family, "regular", others))


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
    return ("noto", *han)


def _covering(character: str, family: str, weight: Weight, others: tuple[str, ...]) -> str:
    upright: Weight = "bold" if weight == "bold" else "regular"
    shaped = _is_shaped(character)
    if not shaped and ord(character) in face(f"{family}-{weight}").widths:
        return f"{family}-{weight}"
    for other in _SHAPING if shaped else (*others, *_SHAPING):
        if ord(character) in face(f"{other}-{upright}").widths:
            return f"{other}-{upright}"
    return ""


def _is_shaped(character: str) -> bool:
    code = ord(character)
    return code >= 0x590 and any(low <= code <= high for low, high in _SHAPED)


@functools.lru_cache(maxsize=2_000)
def _shaped_width(text: str, key: str) -> float:
    hb, opened = _harfbuzz(), _opened(face(key).path)
    font = hb.Font(opened)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions) * 1000 / opened.upem


def drawing(key: str, characters: Set[str], folder: Path) -> Path:
    """The font file to draw `characters` from: a copy in `folder` that has no others.

    A document has a folder of its own, so that no two set at once share a file.
    """
    path = face(key).path
    if key.partition("-")[0] in _SHAPING:
        return path
    copy = folder / f"{key}{path.suffix}"
    copy.write_bytes(_cut(path, characters))
    return copy


def _cut(path: Path, characters: Set[str]) -> bytes:
    hb = _harfbuzz()
    wanted = hb.SubsetInput()
    wanted.unicode_set.set([ord(character) for character in characters])
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.layout_feature_tag_set.clear()
    return hb.subset(_opened(path), wanted).blob.data


def _opened(path: Path) -> Any:
    hb = _harfbuzz()
    return hb.Face(hb.Blob.from_file_path(str(path)))


@functools.cache
def _harfbuzz() -> Any:
    return importlib.import_module("uharfbuzz")  # late: the companion starts without what sets type
