"""How much a line of the resume says about one posting: its requirements met, in the person's own words."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from companion.intake.language import common_words
from companion.matching import recognise
from companion.matching.keywords import STOP_WORDS
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.resume import Line

_WORD = re.compile(r"[^\W\d_]{3,}")
_MUST, _NICE, _PHRASE, _TITLE, _SHARED = 3.0, 1.0, 0.4, 0.5, 0.5
"""A required skill is worth three nice ones (what public guides to commercial scores agree on)."""
_MOST_SHARED = 4
"""Words shared with the ad beyond these make a line no more telling: it is only longer."""
_STEM, _ENDING = 5, 5
"""Letters two words must begin with alike, and the most that may follow in either (German compounds apart)."""
_EVERYWHERE = tuple(
    "experi erfahr esperi kenntn arbeit tatig aufgab travai trabaj lavor working project projek projet proyec progett "
    "team equip profil perfil stelle poste puesto company untern entrep empres kunden client customer respons verantw "
    "quality servic".split()
)
"""How words begin that stand in ads and resumes of every trade."""


class Relevance(msgspec.Struct, frozen=True, kw_only=True):
    """What a posting looks for: names of skills, other phrases and title words, with weights; facts that meet it; and
    the content words of the ad by how they begin.
    """

    skills: Mapping[str, float]
    phrases: Mapping[str, float]
    facts: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]] = {}

    def of(self, line: Line) -> float:
        """The weight of everything in `line` that the posting looks for; 0 when it says nothing about it."""
        named = {mention.name.casefold() for mention in recognise(line.text)}
        folded = line.text.casefold()
        words = set(_WORD.findall(folded))
        total = sum(weight for name, weight in self.skills.items() if name in named)
        total += sum(
            w for phrase, w in self.phrases.items() if (phrase in words if " " not in phrase else phrase in folded)
        )
        total += _SHARED * min(self.shared(line.text), _MOST_SHARED)
        known = max((self.facts.get(path, 0.0) for path in line.facts), default=0.0)
        return max(total, known)

    def shared(self, text: str) -> int:
        """How many content words of `text` the ad uses too, in whatever form."""
        return sum(any(_kin(word, other) for other in self.words.get(word[:_STEM], ())) for word in _content(text))


def relevance(posting: Posting, requirements: Requirements, match: Match | None, description: str = "") -> Relevance:
    """The measure of relevance for one posting; with its `description`, the words it is written in count too."""
    skills: dict[str, float] = {}
    for requirement in requirements.requirements:
        if requirement.kind == "skill" and not requirement.negated:
            weight = _MUST if requirement.must else _NICE
            name = requirement.name.casefold()
            skills[name] = max(skills.get(name, 0.0), weight)
    phrases = {phrase.casefold(): _PHRASE for phrase in requirements.phrases if len(phrase) > 3}
    phrases |= {word: _TITLE for word in _WORD.findall(posting.title.casefold()) if len(word) > 3}
    facts: dict[str, float] = {}
    for evidence in match.matched if match else ():
        for path in evidence.facts:
            facts[path] = facts.get(path, 0.0) + (_MUST if evidence.must else _NICE)
    own = _content(f"{posting.company} {' '.join(place.city for place in posting.places)}")
    words = _by_stem(_content(description) - own)
    return Relevance(skills=skills, phrases=phrases, facts=facts, words=words)


@functools.lru_cache(maxsize=2_000)
def _content(text: str) -> frozenset[str]:
    return frozenset(_telling(text))


def _telling(text: str) -> Iterator[str]:
    """The words of `text` that tell what it is about, without accents; of scripts without spaces, pairs of letters."""
    for word in re.findall(r"[^\W\d_]+", text):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
        if "\u3040" <= word[0] <= "\u9fff":
            yield from (plain[n : n + 2] for n in range(len(plain) - 1) if plain[n] >= "\u30a0" <= plain[n + 1])
        elif len(plain) < _STEM:
            if word.isupper() and len(word) > 2:
                yield plain  # KNX, SAP
        elif not (word.casefold() in STOP_WORDS or word.casefold() in common_words() or plain.startswith(_EVERYWHERE)):
            yield plain


def _by_stem(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_STEM], []).append(word)
    return {stem: tuple(ones) for stem, ones in found.items()}


def _kin(one: str, other: str) -> bool:
    """Whether two words that begin alike are forms of one: `surveiller` and `surveillance`, not `intern` and
    `international`; or one a compound of the other.
    """
    short, long = sorted((one, other), key=len)
    alike = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if alike == len(short):
        return len(long) - alike <= _ENDING or len(short) >= 8
    return alike >= _STEM and len(short) - alike <= _ENDING - 1 and len(long) - alike <= _ENDING
