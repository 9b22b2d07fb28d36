"""What every reader of a file produces: lines of text with the little about their looks that tells what they are."""

import itertools
import re
import unicodedata

import msgspec

BULLET = re.compile(
    r"^\s*(?:[•●◦▪▫■□‣⁃∙○◆◇♦➢➤►▸▶✓✔✦❖→»·\uf0b7\uf0a7\uf0d8\uf076\u2022\u25cf\uf06e\uf0fc]|[-–—*+o{](?=\s+\S)|\(\d{1,2}\)(?=\s+[^\W\d])|(?:\d{1,2}|[ivx]{1,4})[.)](?=\s+\S)|[a-h]\)(?=\s+\S))\s*"
)
"""A brace is what LaTeX's sign of a bullet is in fonts of pictures."""
_SPACES = re.compile(r"[^\S\t]+")
_COLON = re.compile(r"(?<=[^\s:]) ?\t ?: ?(?=\S)")
"""A colon that stands in a column of its own, behind a label and before its value."""
_HYPHENS = str.maketrans("\u2010\u2011\u2012", "---")
"""Hyphens for print, that do not break and as wide as figures: of a phone number, a name or a range alike."""


class TextLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line. Parts far apart are separated by a tab. `size` 0 and `x0` 0 where the file has no such thing.

    `stream` counts independent flows of text (columns): a section never runs from one into the next.
    `gap` is the empty space above, in line heights.
    """

    text: str
    x0: float = 0
    x1: float = 0
    size: float = 0
    bold: bool = False
    page: int = 0
    stream: int = 0
    gap: float = 0
    leads: bool = False
    """Whether it begins bold, whatever the rest is."""
    bullet: bool = False
    full: bool = False
    """Whether it reaches the right edge of its column, so that the next line may continue it."""
    starts: tuple[float, ...] = ()
    """Where each part begins."""
    titled: bool = False
    """Whether the document counts it among its titles."""
    heads: tuple[str, ...] = ()
    """What heads the column of each part, in a table with captions. A line with a single one goes on with its row."""

    @property
    def parts(self) -> list[str]:
        return [part.strip() for part in self.text.split("\t") if part.strip()]

    @property
    def plain(self) -> str:
        """The text with its parts joined by single spaces."""
        return " ".join(self.text.split())

    @property
    def caps(self) -> bool:
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 2 and all(c.isupper() or not c.islower() for c in letters)


def clean(text: str) -> str:
    """NFKC text with single spaces (tabs kept), without control characters; ligatures are spelled out and hyphens of
    every width are the one of keyboards.
    """
    text = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    kept = "".join(c for c in text if c == "\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    broken = "\u00ad" if text.rstrip().endswith("\u00ad") else ""
    return unspaced(_COLON.sub(": ", _SPACES.sub(" ", kept)).strip(" ")) + broken


def without_icons(text: str) -> str:
    """`text` with icons (characters of private use, signs such as an envelope) as the separators they are."""
    return "".join("\t" if is_icon(c) else c for c in text).strip("\t ")


def is_icon(char: str) -> bool:
    """Whether a character is a small picture. Marks of bullets are none."""
    if not char or char in "©®™°№":
        return False
    return char == "\ufffd" or (unicodedata.category(char) in ("Co", "So") and not BULLET.match(char))


_FEW = 7
"""Words at most on each side of a change of type that parts two names."""
_TWO = 2
"""Names on a line that a change of type alone parts."""
CHANGES = 2
"""Changes of type on a line that part title, employer and place, at most."""


_FORM = re.compile(r"(?:\b\w\.){2,}$|\b(?:inc|ltd|llc|co|corp|bros|cia|sp\. z o\.o)\.$", re.IGNORECASE)
"""Forms of companies that end in a dot, as no sentence does."""


def told_apart(*texts: str) -> str:
    """A line set in two kinds of type, one after the other: two names with a tab between where it reads as such, as in
    a bold title before an employer; otherwise just the line. Where the type changes once more, before the place,
    commas stand at both changes.
    """
    names = [text.strip() for text in texts]
    commas = [a.endswith(",") or b.startswith(", ") for a, b in itertools.pairwise(names)]
    if all(commas):
        names = [name.strip(", ") for name in names]
    if len(names) > _TWO and not _FORM.search(names[-1]):
        names[-1] = names[-1].rstrip(".")
    marked = any(not name[-1:].isalnum() and name[-1:] not in ")." for name in names[:-1])
    begun = all(name[:1].isupper() or name[:1].isdigit() for name in names[1:])
    ended = names[-1].endswith(".") and not _FORM.search(names[-1])
    alike = len(names) == _TWO or all(commas)
    long = max(len(name.split()) for name in names) > _FEW
    if not (alike and all(names) and begun) or marked or ended or long or is_bulleted(names[0]):
        return "".join(texts)
    return "\t".join(names)


def unbulleted(text: str) -> str:
    return BULLET.sub("", text, count=1).strip()


def is_bulleted(text: str) -> bool:
    return bool(BULLET.match(text))


_LETTERSPACED = re.compile(r"^(?:\S ){3,}\S$|^(?:(?:\S ){2,}\S(?: {2,}|\t)?)+$")


def unspaced(text: str) -> str:
    """`J O R D A N` as a word: designs that space their letters say it letter by letter."""
    if len(text) > 60 or not _LETTERSPACED.match(text) or any(c.isdigit() for c in text):
        return text
    words = re.split(r" {2,}|\t", text)
    return " ".join(word.replace(" ", "") for word in words)


def joined(first: str, second: str) -> str:
    """Two lines of one paragraph as one text."""
    if first.endswith("\u00ad"):
        return first[:-1] + second
    if re.search(r"\w-$|\.\w+/(?:\S*/)?$", first) and second[:1].isalnum():
        return first + second  # a word with a hyphen, or an address
    return f"{first} {second}".strip()
