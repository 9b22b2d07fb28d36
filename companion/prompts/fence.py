"""Text that strangers wrote, made harmless for a prompt: what cannot be seen is dropped, look-alikes become plain
letters, the marks of the fence cannot be forged, and its length is bounded.
"""

import re
import unicodedata

MOST = 4_000
"""Characters of one piece: a question or a sentence is far shorter, and filler pushes the task out of the window."""

_INVISIBLE = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_KEPT = frozenset("\n\t")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"\w+")
_LOOK_ALIKE = str.maketrans(
    # Cyrillic and Greek letters that are drawn like Latin ones (Unicode UTS #39, confusables, single letters only).
    "аеорсухіјѕԁԛԝһАВЕКМНОРСТУХІЈЅԚԜοαινκρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdqwhABEKMHOPCTYXIJSQWoaivkptuxABEZHIKMNOPTYX",
)


def plain(text: str, most: int = MOST) -> str:
    """`text` as a person sees it: no zero-width or direction marks, no tags, compatibility forms resolved (NFKC)."""
    seen = unicodedata.normalize("NFKC", text[: most * 4])
    seen = "".join(one for one in seen if one in _KEPT or unicodedata.category(one) not in _INVISIBLE)
    seen = _WORD.sub(lambda found: _latin(found[0]), seen)
    seen = _LINES.sub("\n\n", _SPACES.sub(" ", seen)).strip()
    return seen if len(seen) <= most else seen[:most].rsplit(" ", 1)[0] + " …"


def fenced(text: str, name: str, most: int = MOST) -> str:
    """`text` between `<name>` and `</name>`, which nothing inside can write."""
    inside = plain(text, most).replace("<", "‹").replace(">", "›")
    return f"<{name}>\n{inside}\n</{name}>"


def _latin(word: str) -> str:
    """A word that mixes Latin with look-alikes, in Latin; a word of another script stays as it is."""
    if word.isascii() or not any("a" <= one.lower() <= "z" for one in word):
        return word
    return word.translate(_LOOK_ALIKE)
