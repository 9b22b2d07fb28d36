"""Words of a sentence by their canonical form: inflection undone, so that "built" and "building" are one word."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec

WORD = re.compile(r"\.?[^\W\d_][\w+#]*(?:['’./&-][\w+#]+)*[+#]*", re.UNICODE)
_PLURAL_PARTICLES = {f"{one}s": one for one in ("in", "up", "out", "off", "down", "over", "back")}
"""Of nouns: check-ins."""


_OUR = re.compile(
    r"^((?:dis|mis|re)?(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|vap|vig))our"
    r"(?=(?:s|ed|ing|er|ers|able|ably|al|ful|less|hood|ly)?$)"
)
"""Written with or without the u: labouring, coloured."""


@functools.cache
def sections() -> dict[str, list[str]]:
    """The lines of words.txt by section, without comments."""
    out: dict[str, list[str]] = defaultdict(list)
    section = ""
    for raw in files("companion.resume.ground").joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            out[section].append(line)
    return out


@functools.cache
def _forms(name: str) -> dict[str, str]:
    """Irregular form → base form."""
    return {form: base for line in sections()[name] for base, *forms in [line.split()] for form in forms}


@functools.cache
def _apart() -> frozenset[str]:
    return frozenset(word for line in sections()["apart"] for word in line.split())


@functools.cache
def _abroad() -> re.Pattern[str]:
    """Words of other languages by the English one they are compared as."""
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for head, *words in map(str.split, sections()["abroad"]):
        beginnings[head] += words
    return re.compile("|".join(f"(?P<{head}>{'|'.join(words)})" for head, words in beginnings.items()))


def _again(word: str) -> str:
    """The base form of an irregular verb that another is made of: redrew, redraw."""
    for prefix in ("re", "over", "out", "under"):
        if (base := _forms("forms").get(word.removeprefix(prefix))) and word.startswith(prefix) and len(word) > 5:
            return (
                f"{prefix}{base}ing" if base.endswith("ing") else prefix + base
            )  # restringing, whose stem is restring
    return word


class Token(msgspec.Struct, frozen=True):
    """A word, its canonical form, and where it stands. `name` tells a word written as a name inside a sentence."""

    text: str
    key: str
    start: int
    end: int
    name: bool = False


@functools.cache
def _stemmer() -> Any:
    from nltk.stem.snowball import SnowballStemmer  # a second to import, and a start need not wait for it

    return SnowballStemmer("english")


def spelling(word: str) -> str:
    """A word written as in America, where only that parts them: labor."""
    return _OUR.sub(r"\1or", word)


@functools.lru_cache(maxsize=50_000)
def canonical(word: str) -> str:
    """The form under which a word is compared."""
    if len(word) > 3 and word[:-1].isupper() and word[-1] == "s":
        word = word[:-1]  # CBCs
    folded = word.casefold().replace("’", "'")
    folded = re.sub(r"'s$|s'$", "s" if folded.endswith("s'") else "", folded).strip("'")
    if (abroad := _abroad().match(folded)) and abroad.lastgroup:
        return canonical(abroad.lastgroup)
    if folded in _forms("verbs"):
        return _forms("verbs")[folded]
    if folded in _apart():
        single = folded.removesuffix("s")
        return single if single in _apart() else folded
    folded = spelling(folded)
    folded = _forms("forms").get(folded, folded)
    folded = _again(folded)
    if "-" in folded and (first := folded.rpartition("-"))[2].isalpha():
        return f"{first[0]}-{canonical(_PLURAL_PARTICLES.get(first[2], first[2]))}"
    if len(folded) <= 3 or not folded.isascii() or not folded.isalpha():
        return folded
    return str(_stemmer().stem(folded))


@functools.lru_cache(maxsize=1_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order. Numbers are not words; see `quantities`."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    first = True
    for found in WORD.finditer(text):
        word = found[0].rstrip(".")
        if not word:
            continue
        before = text[: found.start()].rstrip()
        opens = first or before.endswith((".", "!", "?", ":", ";", "•", "\n")) or text[: found.start()].endswith("\n")
        inner = any(c.isupper() for c in word[1:]) or any(c in "+#." or c.isdigit() for c in word[1:]) or word[0] == "."
        yield Token(
            word, canonical(word), found.start(), found.start() + len(word), inner or (word[0].isupper() and not opens)
        )
        first = False


def pieces(word: str) -> list[str]:
    """`on-call` → `on`, `call`."""
    parts = [part for part in word.replace("’", "'").replace("/", "-").replace("&", "-").split("-") if part]
    if len(parts) > 1:
        parts[-1] = _PLURAL_PARTICLES.get(parts[-1], parts[-1])
    return parts if len(parts) > 1 else []
