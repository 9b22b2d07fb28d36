"""Words that say what others say by what they are made of: parts of a German compound, one stem with two endings."""

import functools
import re

from companion.resume.ground.abroad.roots import is_neutral, is_person, is_strong, is_verb, mark_of, said
from companion.resume.ground.abroad.stems import plainly, stems
from companion.resume.ground.abroad.tongues import tongue

_STEM = 5
_SUFFIX = {
    "de": re.compile(r"(?:e|en|er|es|s|n)?|s?(?:lich|isch|ig|haft|massig|weise|keit|heit|igkeit|schaft)(?:e[nrsm]?)?"),
    "fr": re.compile(
        r"(?:e|s|es|x)?|(?:n?al|n?el|if|iv|aire|ique|eux|ois|ais|ain|in|een|n?ien|ite|ilite|able|le|er)(?:e|s|es|le|les)?|aux"
    ),
    "es": re.compile(
        r"(?:a|o|e|s|as|os|es)?|(?:n?al|ari|ic|il|iv|os|ens|en|an|in|es|id|idad|dad|ilidad|le|ble)(?:a|o|e|s|as|os|es)?"
    ),
}
"""Endings that make one word of another without making somebody or a deed of it."""
_BESIDE = re.compile("bei|mit(?!tel)|unter(?!nehm|richt)|vize|neben|hilfs|ersatz")
"""A Beifahrer is no Fahrer."""
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ns")


def derived(word: str, other: str, code: str) -> bool:
    """Whether two words are of one stem by their endings: hiver and hivernal, Hygiene and hygienisch."""
    if any(is_strong(one, code) or is_person(one, code) or mark_of(one, code) for one in (word, other)):
        return False
    a, b = plainly(word), plainly(other)
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return any(
        _SUFFIX[code].fullmatch(a[at:]) and _SUFFIX[code].fullmatch(b[at:]) and a[at:] != b[at:]
        for at in range(shared, _STEM - 1, -1)
    )


@functools.lru_cache(maxsize=20_000)
def compounded(word: str, known: frozenset[str], words: frozenset[str], code: str) -> bool:
    """Whether a German word says what several of the facts say, or a part of a longer word of theirs.

    `known` are the keys of the facts, `words` their words, folded. A part that claims much stands for itself only
    where it is what the longer word names: the head of a team is no team of heads.
    """
    if code != "de" or len(word) < 4:
        return False
    return _inside(word, words, code) or any(
        _stands(left, known, words, code) and _stands(right, known, words, code) for left, right in halves(word)
    )


def _stands(part: str, known: frozenset[str], words: frozenset[str], code: str) -> bool:
    if is_neutral(part, code) or part.casefold() in tongue(code).function:
        return True
    return any(not said(form, code).isdisjoint(known) or _inside(form, words, code) for form in (part, part.title()))


def _inside(word: str, words: frozenset[str], code: str) -> bool:
    roots = {key.removesuffix("|er") for key in (*stems(word, code), plainly(word)) if len(key) >= 4}
    person, strong = is_person(word, code), is_strong(word, code)
    verb = strong and is_verb(word, code, first=True)
    for longer in words:
        if verb and not longer.endswith("ation"):
            continue
        if len(longer) < min(map(len, roots), default=len(longer)) + 3:
            continue
        if person and _BESIDE.match(longer):
            continue
        ends = _ends(longer)
        if (not person or is_person(longer.title(), code)) and any(
            end.endswith(root) for end in ends for root in roots
        ):
            return True
        folded = plainly(longer)
        if not person and not strong and any(folded.startswith(root) for root in roots):
            return True
    return False


@functools.lru_cache(maxsize=5_000)
def _ends(longer: str) -> frozenset[str]:
    """The stems of a German compound and of what it may end with: those of Abnahme, for Blutabnahme."""
    tails = [longer, *(longer[at:] for at in range(4, len(longer) - 4))]
    return frozenset(key.removesuffix("|er") for tail in tails for key in stems(tail.title(), "de"))


def halves(word: str) -> list[tuple[str, str]]:
    """Every way to part a German word in two, without what links them."""
    out: list[tuple[str, str]] = []
    for at in range(3, len(word) - 2):
        for link in _LINKS:
            left = word[:at].removesuffix(link) if link else word[:at]
            if word[:at].endswith(link) and len(left) >= 3:
                out.append((left, word[at:].title()))
    return out
