"""Words spelled out or shortened: ED and emergency department, BSc and Bachelor of Science, appts. and appointments.

What is short in one text and spelled out in another is spelled out in all of them, so that they can be compared; where
no text spells it out, it stays as it is.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from babel import Locale

from companion.resume.ground.measures import NUMERALS
from companion.resume.ground.thesaurus import Sense, sense
from companion.resume.ground.tokens import canonical

_BETWEEN = frozenset("of the and for in & von de des du".split())
_PART = re.compile(r"[^\W\d_][\w’']*|\d+|&")
_CAPITALS = re.compile(r"(?<![\w.])(?:[A-Z][A-Z&/]{1,5})(?=s?\b)")
_BREAK = re.compile(r"[.,;:()!?–—]")
_INTO = re.compile(r"\b([A-Z]\w+)\s?>\s?([A-Z]\w+)\b")
"""Between which languages one translates: DE>EN."""
_CLIPPED = re.compile(r"(?=[a-z]*[bcdfghjklmnpqrstvwxz]{3})[a-z]{3,8}")
"""Letters that no word has side by side, or hardly any."""
_CODES = re.compile(
    r"(?<![A-Za-z.])(?!(?:IT|HR|PR|PM|AM|BA|MA|MS|MD|TV|ML|AI|AR|LA|SC|SO|NO|IN|IS|TO|BE|ME|MY)\b)[A-Z]{2}(?![A-Za-z])"
)
"""Of countries and languages, without those that are more often something else."""
_STOPPED = re.compile(r"\b([^\W\d_]{3,5})\.(?=[,;)]|\s+[\w(])")
_DONE = re.compile(r"\w{3}ed$")
"""A deed begins no name."""

Part = tuple[str, str, int, int]
"""A word or half of one with a hyphen: as written, its canonical form, start and end."""


def spelled_out(texts: Sequence[str]) -> list[str]:
    """`texts` with every short form written as the long one that any of them has in its place."""
    longs: dict[str, str] = {}
    for text in texts:
        for found in _known().finditer(text):
            short = found[1]
            if short not in longs and (long := _long_form(short, texts)):
                longs[short] = long
        for found in _CAPITALS.finditer(text):
            if found[0] not in longs and (long := next(_spellings(found[0], texts), "")) and found[0] not in long:
                longs[found[0]] = long
        for short in dict.fromkeys(_CODES.findall(text)):
            if short not in longs and (long := _first_found(_of_code(short), texts)):
                longs[short] = long
        for found in _STOPPED.finditer(text):
            if found[1] not in longs and (long := _begun(found[1], texts)):
                longs[found[1]] = long
        for short, *_ in _parts(text):
            if short not in longs and (long := _written_out(short, texts)):
                longs[short] = long
    if not longs:
        return [_INTO.sub(r"from \1 into \2", text) for text in texts]
    shorts = "|".join(re.escape(short) for short in sorted(longs, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.])({shorts})((?<=\w)s)?(?:(?<!\w)|(?!\w))\.?")
    return [_INTO.sub(r"from \1 into \2", pattern.sub(lambda found: _as_written(found, longs), text)) for text in texts]


@functools.cache
def _of_code(code: str) -> tuple[str, ...]:
    """The country and the language of a code of two letters."""
    english: Any = Locale("en")  # babel's names of places and languages have no types
    return tuple(filter(None, (english.territories.get(code), english.languages.get(code.casefold()))))


def _begun(short: str, texts: Sequence[str]) -> str:
    """The word of any text that begins with `short`, which is written with a full stop: Rest., cert."""
    rest = 4 if sense(canonical(short)) != Sense() else 2
    words = (word for text in texts for word, *_ in _parts(text))
    return next((w for w in words if w.casefold().startswith(short.casefold()) and len(w) >= len(short) + rest), "")


def _written_out(short: str, texts: Sequence[str]) -> str:
    """The word of any text that `short`, itself no word, leaves letters out of or begins: tchr, outpts, resp."""
    if not short.islower() or len(short) < 3 or short in NUMERALS or sense(canonical(short)) != Sense():
        return ""
    letters, cut = short.removesuffix("s"), not _CLIPPED.fullmatch(short)
    for text in texts:
        for word, *_ in _parts(text):
            whole = word.casefold().removesuffix("s")
            if len(whole) < len(letters) + 2 or whole[0] != letters[0]:
                continue
            if whole.startswith(letters) and len(letters) > 3 if cut else _leaves_out(letters, whole):
                return word
    return ""


def _leaves_out(letters: str, whole: str) -> bool:
    """Whether `letters` are the first four or more of `whole`, or some of them in order, its last one included."""
    rest = iter(whole)
    some = len(letters) > 2 and letters[-1] == whole[-1] and all(letter in rest for letter in letters)
    return some or (len(letters) > 3 and whole.startswith(letters))


def _as_written(found: re.Match[str], longs: dict[str, str]) -> str:
    long = longs[found[1]]
    stop = "." if found[0].endswith(".") and not found.string[found.end() :].strip() else ""
    if " " in long and re.search(r"[\w]/$", found.string[: found.start()]):
        long = f" {long}"  # winter wheat/ oilseed rape: no one word
    plural = found[2] and not long.endswith(("s", "mentation")) and " of " not in long  # proofs of delivery
    return f"{long}{'s' if plural else ''}{stop}"


@functools.cache
def _long_forms() -> dict[str, tuple[str, ...]]:
    """Short form → long ones, longest first."""
    out: dict[str, list[str]] = {}
    for line in files("companion.resume.ground").joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            shorts, _, longs = line.partition("\t")
            for short in shorts.split("; "):
                out.setdefault(short, []).extend(longs.split("; "))
    return {short: tuple(sorted(longs, key=len, reverse=True)) for short, longs in out.items()}


@functools.cache
def _known() -> re.Pattern[str]:
    shorts = sorted(_long_forms(), key=len, reverse=True)
    exact = "|".join(re.escape(short) for short in shorts if not short.islower())
    any_case = "|".join(re.escape(short) for short in shorts if short.islower())
    return re.compile(rf"(?<![\w.])({exact}|(?i:{any_case}))(?:(?<=\w)s)?(?:(?<!\w)|(?!\w))")


def _long_form(short: str, texts: Sequence[str]) -> str:
    """The long form of `short` as any of the texts has it; empty where none has one."""
    known = _long_forms()
    return _first_found(known.get(short) or known.get(short.casefold(), ()), texts)


def _first_found(longs: Sequence[str], texts: Sequence[str]) -> str:
    return next(filter(None, (_found(long, texts) for long in longs)), "")


def _found(long: str, texts: Sequence[str]) -> str:
    """`long` as any of the texts has it."""
    keys = [key for _, key, *_ in _parts(long)]
    for text in texts:
        parts = _parts(text)
        for at in range(len(parts) - len(keys) + 1):
            if [key for _, key, *_ in parts[at : at + len(keys)]] == keys:
                return text[parts[at][2] : parts[at + len(keys) - 1][3]] + ("" if long[-1].isalnum() else long[-1])
    return ""


@functools.lru_cache(maxsize=1_000)
def _parts(text: str) -> tuple[Part, ...]:
    return tuple((found[0], canonical(found[0]), found.start(), found.end()) for found in _PART.finditer(text))


def _spellings(short: str, texts: Sequence[str]) -> Iterator[str]:
    return (words for text in texts for words in _initials(short, text))


def _initials(short: str, text: str) -> Iterator[str]:
    """What in `text` `short` may be made of the beginnings of: two words or more, that nothing parts."""
    letters, parts = re.sub(r"\W", "", short).casefold(), _parts(text)
    for at, (first, _, start, _) in enumerate(parts):
        if first.casefold().startswith(letters[0]) and not _DONE.search(first):
            end = _spelled(letters, parts, at)
            if end and end != parts[at][3] and not _BREAK.search(text[start:end]):
                yield text[start:end]


def _spelled(short: str, parts: Sequence[Part], at: int) -> int:
    """Where the words from `at` on end of whose beginnings, one or two letters of each, `short` is made; else 0. Little
    words may give a letter or none: proof of delivery is a POD, a degree of arts a DA.
    """
    if at == len(parts):
        return 0
    little = parts[at][0].casefold() in _BETWEEN
    for taken in (1,) if little else (1, 2):
        if taken <= len(short) and parts[at][0].casefold().startswith(short[:taken]):
            if taken == len(short):
                return 0 if little else parts[at][3]
            if end := _spelled(short[taken:], parts, at + 1):
                return end
    return _spelled(short, parts, at + 1) if little else 0
