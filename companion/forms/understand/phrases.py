"""The phrase table of standard fields (`rules/standard.toml`) and where its phrases stand in a text.

The longest phrase wins: a phrase inside a longer one says nothing, so "email address" is never an address.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, cast

import msgspec

from companion.forms.understand.folding import UNSPACED, plain
from companion.forms.understand.tables import table
from companion.forms.words import word_set

Mode = Literal["phrase", "exact", "long", "weak", "id"]
_MODES: frozenset[str] = frozenset({"exact", "long", "weak", "id"})
_ALSO_ENGLISH = frozenset(
    (word,)
    for word in word_set(
        "by il ad via top bus sal et ap sc kat n no nr a al da de du au to porte note side stock media pays ort "
        "age alter "
        "dom ie pin pan rg mb ein nit pec sdi cap cp post stat stan maa hus mail bl kod des start end fin curso lote"
    )
)
"""Words of other languages that mean something else on an English page, or on any page but one of their own."""

FILLER = word_set(
    "your the please enter of a an de la le les du des votre ihre ihr deine dein su tu el seu sua il lo uw je din "
    "ditt required optional field input txt text str form frm billing shipping delivery customer applicant "
    "candidate contact user account personal home primary new current invoice bill ship to for ctl content "
    "placeholder control value pflichtfeld obligatoire obligatorio obrigatorio lbl data attributes answer my our "
    "me in and und et y or oder ou o type here select choose c fill details info information no nr only if "
    "applicable any provide add e aapka aapki aapke apna apni"
)
"""Words that do not change what a label asks."""


class Hit(msgspec.Struct, frozen=True):
    """A phrase of `key` at words `start`…`end` of a text; `share`: how much of the text's own words it covers."""

    key: str
    mode: Mode
    language: str
    start: int
    end: int
    share: float = 1.0


class _Phrase(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    key: str
    mode: Mode
    language: str


class Phrases(msgspec.Struct, frozen=True):
    """The table, by first word; phrases of unspaced scripts apart."""

    by_word: dict[str, tuple[_Phrase, ...]]
    unspaced: tuple[tuple[str, str, str], ...]
    """(text, key, language), longest first."""
    known: frozenset[str]
    """Every word of the table, for parting glued identifiers."""

    def hits(self, text_words: Sequence[str], *, identifier: bool = False, language: str = "") -> list[Hit]:
        """The phrases in a text, without those inside longer ones, in the order they stand."""
        own = max(1, sum(map(_own, text_words)))
        found: list[Hit] = []
        for start, word in enumerate(text_words):
            for phrase in self.by_word.get(word, ()):
                end = start + len(phrase.words)
                if tuple(text_words[start:end]) != phrase.words or not _fits(
                    phrase, start, end, text_words, identifier, language
                ):
                    continue
                covered = sum(map(_own, phrase.words))
                found.append(Hit(phrase.key, phrase.mode, phrase.language, start, end, min(1.0, max(covered, 1) / own)))
        for index, word in enumerate(text_words):
            if UNSPACED.search(word):
                found += self._inside(word, index, "".join(text_words))
        if len(text_words) > 1 and all(map(UNSPACED.search, text_words)):
            found += self._across(text_words)
        longest = [hit for hit in found if not any(_within(hit, other) for other in found)]
        return sorted(longest, key=lambda hit: hit.start)

    def _inside(self, word: str, index: int, whole: str) -> Iterator[Hit]:
        taken = ""
        for text, key, language in self.unspaced:
            if text in word and text not in taken:
                taken += f" {text}"
                yield Hit(key, "phrase", language, index, index + 1, min(1.0, len(text) / len(whole)))

    def _across(self, text_words: Sequence[str]) -> Iterator[Hit]:
        """The longest phrase that marks part: "お名前（姓）" says お名前姓."""
        whole = "".join(text_words)
        for text, key, language in self.unspaced:
            if text in whole and not any(text in word for word in text_words):
                yield Hit(key, "phrase", language, 0, len(text_words), min(1.0, len(text) / len(whole)))
                return


def _own(word: str) -> bool:
    """Whether a word counts among what a label says."""
    return len(word) > 1 and word not in FILLER and not word.isdigit()


def _fits(phrase: _Phrase, start: int, end: int, text_words: Sequence[str], identifier: bool, language: str) -> bool:
    if phrase.language not in ("", "en", language) and phrase.words in _ALSO_ENGLISH:
        # "by" is a city only in Danish; where no language is known, only as all that is said.
        return not language and not any(map(_own, (*text_words[:start], *text_words[end:])))
    match phrase.mode:
        case "id":
            return identifier
        case "exact" | "weak":
            rest = (*text_words[:start], *text_words[end:])
            return not any(map(_own, rest))
        case _:
            return True


def _within(hit: Hit, other: Hit) -> bool:
    if other.end - other.start <= hit.end - hit.start:
        return False
    return other.start <= hit.start and hit.end <= other.end


@cache
def called(key: str) -> frozenset[str]:
    """Every word of the phrases of one key, in whatever language."""
    lines = cast("dict[str, str]", table("standard").get(key, {})).values()
    return frozenset(word for line in lines for word in plain(line).split())


@cache
def phrases() -> Phrases:
    """The table, read once."""
    rows: dict[str, dict[str, str]] = table("standard")
    by_word: dict[str, list[_Phrase]] = {}
    unspaced: list[tuple[str, str, str]] = []
    known = {word for word in FILLER if len(word) > 2}
    for key, lists in rows.items():
        for language, line in lists.items():
            mode: Mode = language if language in _MODES else "phrase"  # type: ignore[assignment]
            spoken = "" if language in _MODES else language.rstrip("_")
            for text in line.split(","):
                folded = plain(text)
                if not folded:
                    continue
                if UNSPACED.search(folded):
                    unspaced.append((folded.replace(" ", ""), key, spoken))
                    continue
                parts = tuple(folded.split())
                known.update(part for part in parts if len(part) > 2)
                by_word.setdefault(parts[0], []).append(_Phrase(parts, key, mode, spoken))
    return Phrases(
        {word: tuple(them) for word, them in by_word.items()},
        tuple(sorted(unspaced, key=lambda row: -len(row[0]))),
        frozenset(known),
    )
