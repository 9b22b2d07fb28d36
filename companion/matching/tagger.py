"""Skills that no vocabulary lists: a linear-chain tagger over words, shapes and the vocabulary's own hits.

Weights: the train split of SkillSpan (Zhang et al., NAACL 2022, MIT licence), by tests/data/train_tagger.py.
"""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from companion.matching.vocabulary import Vocabulary, vocabulary

TAGS = ("O", "B", "I")
_EAGER_KNOWN, _EAGER = 1.0, 0.2
"""Taken off the score of "no skill", on words the vocabulary knows and on others: chosen on SkillSpan's dev split."""
_IMPOSSIBLE = -1_000.0
_TOKEN = re.compile(r"[^\s,;()\[\]{}•·|]+|[()•·|]")
_LONGEST = 6
_STEPS = (-2, -1, 1, 2)


class Model(msgspec.Struct, frozen=True):
    """Scores per feature and per pair of neighbouring tags, in the order of TAGS."""

    features: dict[str, tuple[float, float, float]]
    transitions: tuple[tuple[float, float, float], ...]


@cache
def model() -> Model:
    """The shipped weights."""
    packed = files("companion.matching").joinpath("data/tagger.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=Model)


class Span(msgspec.Struct, frozen=True):
    """A skill in a sentence, as written there."""

    text: str
    start: int
    end: int


def tag_skills(sentence: str) -> tuple[Span, ...]:
    """The skills one sentence or list item names, in order."""
    places: list[tuple[str, int, int]] = []
    parted: set[int] = set()
    end = 0
    for match in _TOKEN.finditer(sentence):
        word = match.group().rstrip(".:!?") or match.group()
        if re.search(r"[,;/]", sentence[end : match.start()]):
            parted.add(len(places))
        places.append((word, match.start(), match.start() + len(word)))
        end = match.end()
    tags = decode([word for word, _, _ in places])
    spans: list[tuple[int, int]] = []
    for index, tag in enumerate(tags):
        if tag == "B" or (tag == "I" and (index in parted or not spans or spans[-1][1] != index)):
            spans.append((index, index + 1))
        elif tag == "I":
            spans[-1] = (spans[-1][0], index + 1)
    return tuple(
        Span(sentence[places[first][1] : places[last - 1][2]], places[first][1], places[last - 1][2])
        for first, last in spans
    )


def decode(words: Sequence[str]) -> list[str]:
    """The best tag for each word (Viterbi)."""
    if not words:
        return []
    known = model()
    best: list[float] = []
    back: list[tuple[int, int, int]] = []
    hits = _hits([word.casefold() for word in words], vocabulary())
    for index, hit in enumerate(hits):
        own, tied = _alone(words[index]), _weigh(_tied(words, hits, index))
        here = [own[tag] + tied[tag] for tag in range(3)]
        for step in _STEPS:
            if 0 <= index + step < len(words):
                beside = _beside(words[index + step], step)
                here = [here[tag] + beside[tag] for tag in range(3)]
        here[0] -= _EAGER if hit == "O" else _EAGER_KNOWN
        if index == 0:
            best = [here[0], here[1], _IMPOSSIBLE]
            back.append((0, 0, 0))
            continue
        came: list[int] = []
        now: list[float] = []
        for tag in range(3):
            scores = [best[before] + known.transitions[before][tag] for before in range(3)]
            chosen = scores.index(max(scores))
            came.append(chosen)
            now.append(scores[chosen] + here[tag])
        best = now
        back.append((came[0], came[1], came[2]))
    tag = best.index(max(best))
    path = [tag]
    for row in reversed(back[1:]):
        tag = row[tag]
        path.append(tag)
    return [TAGS[tag] for tag in reversed(path)]


def features(words: Sequence[str]) -> list[list[str]]:
    """What the tagger sees of each word; training and use share this."""
    hits = _hits([word.casefold() for word in words], vocabulary())
    return [
        _of_word(word)
        + [
            name
            for step in _STEPS
            if 0 <= index + step < len(words)
            for name in _of_neighbour(words[index + step], step)
        ]
        + _tied(words, hits, index)
        for index, word in enumerate(words)
    ]


def _of_word(word: str) -> list[str]:
    low = word.casefold()
    row = ["b", f"w={low}", f"s={_shape(word)}"]
    row += [f"p3={low[:3]}", f"s3={low[-3:]}", f"s2={low[-2:]}", f"s4={low[-4:]}", f"p4={low[:4]}"]
    return row + _marks(word)


def _of_neighbour(word: str, step: int) -> list[str]:
    low = word.casefold()
    row = [f"w{step}={low}", f"s{step}={_shape(word)}"]
    return [*row, f"su{step}={low[-3:]}"] if abs(step) == 1 else row


def _tied(words: Sequence[str], hits: Sequence[str], index: int) -> list[str]:
    """What depends on more than one word: the vocabulary's hits, neighbours that are missing, pairs."""
    low = words[index].casefold()
    row = [f"d={hits[index]}"]
    row += [f"d{step}={hits[index + step]}" if 0 <= index + step < len(words) else f"e{step}" for step in _STEPS]
    if index:
        row += [f"wp={words[index - 1].casefold()}_{low}", f"dp={hits[index - 1]}{hits[index]}{_shape(words[index])}"]
    if index + 1 < len(words):
        row.append(f"wn={low}_{words[index + 1].casefold()}")
    return row


@lru_cache(maxsize=32_768)
def _alone(word: str) -> tuple[float, ...]:
    return _weigh(_of_word(word))


@lru_cache(maxsize=65_536)
def _beside(word: str, step: int) -> tuple[float, ...]:
    return _weigh(_of_neighbour(word, step))


def _weigh(names: Sequence[str]) -> tuple[float, ...]:
    """The scores of TAGS that the shipped weights give to all of `names`."""
    known = model().features
    rows = [row for name in names if (row := known.get(name)) is not None]
    return tuple(sum(row[tag] for row in rows) for tag in range(3))


def _marks(word: str) -> list[str]:
    marks = {
        "up": word[0].isupper(),
        "dig": any(letter.isdigit() for letter in word),
        "sym": any(letter in "+#./-" for letter in word),
        "allup": word.isupper() and len(word) > 1,
    }
    return [name for name, holds in marks.items() if holds]


@lru_cache(maxsize=32_768)
def _shape(word: str) -> str:
    short = re.sub(r"[A-Z]+", "A", word)
    return re.sub(r"\d+", "0", re.sub(r"[a-z]+", "a", short))[:8]


def _hits(folded: Sequence[str], known: Vocabulary) -> list[str]:
    """B/I with d (a name) or c (also an everyday word) where the vocabulary has the words, else O."""
    words = [word.strip(".,;:()") for word in folded]
    hits = ["O"] * len(words)
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            key = tuple(words[at : at + length])
            if key in known.aliases:
                kind = "c" if key in known.cased else "d"
                hits[at : at + length] = [f"B{kind}"] + [f"I{kind}"] * (length - 1)
                at += length
                break
        else:
            at += 1
    return hits


def pack(rows: Mapping[str, Mapping[str, float]], steps: Mapping[tuple[str, str], float]) -> bytes:
    """Trained weights as they are shipped: two decimals, nothing under 0.02."""
    kept = {
        name: [round(row.get(tag, 0.0), 2) for tag in TAGS]
        for name, row in sorted(rows.items())
        if max(abs(weight) for weight in row.values()) >= 0.02
    }
    transitions = [
        [_IMPOSSIBLE if (one, two) == ("O", "I") else round(steps.get((one, two), 0.0), 3) for two in TAGS]
        for one in TAGS
    ]
    text = json.dumps({"features": kept, "transitions": transitions}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)
