"""Skills that no vocabulary lists: a linear-chain tagger over words, shapes and the vocabulary's own hits.

Weights: the train split of SkillSpan (Zhang et al., NAACL 2022, MIT licence), by tests/data/train_tagger.py.
"""

import gzip
import itertools
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
_PARTED = re.compile(r"[,;/]")
_STEPS = (-2, -1, 1, 2)


Scores = tuple[float, float, float]
"""One figure for each of TAGS."""
Lead = tuple[float, float]
"""How far B and I are before "no skill"."""


class Model(msgspec.Struct, frozen=True):
    """Scores per feature and per pair of neighbouring tags, in the order of TAGS."""

    features: dict[str, Scores]
    transitions: tuple[Scores, Scores, Scores]


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
        start = match.start()
        if sentence[end:start] != " " and _PARTED.search(sentence, end, start):
            parted.add(len(places))
        places.append((word, start, start + len(word)))
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
    """The best tag for each word (Viterbi). All scores are against "no skill", which is 0 wherever it stands."""
    if not words:
        return []
    (oo, ob, _), (bo, bb, bi), (io, ib, ii) = model().transitions
    (begin, _), *following = _emissions(words)
    none, inside = 0.0, _IMPOSSIBLE
    back: list[tuple[int, int, int]] = []
    for starts, goes_on in following:  # spelled out: this runs for each word of every ad
        to_none, to_begin, to_inside = none + oo, none + ob, none + _IMPOSSIBLE
        from_none = from_begin = from_inside = 0
        if begin + bo > to_none:
            to_none, from_none = begin + bo, 1
        if inside + io > to_none:
            to_none, from_none = inside + io, 2
        if begin + bb > to_begin:
            to_begin, from_begin = begin + bb, 1
        if inside + ib > to_begin:
            to_begin, from_begin = inside + ib, 2
        if begin + bi > to_inside:
            to_inside, from_inside = begin + bi, 1
        if inside + ii > to_inside:
            to_inside, from_inside = inside + ii, 2
        back.append((from_none, from_begin, from_inside))
        none, begin, inside = to_none, to_begin + starts, to_inside + goes_on
    last = (none, begin, inside)
    tag = last.index(max(last))
    path = [tag]
    for row in reversed(back):
        tag = row[tag]
        path.append(tag)
    return [TAGS[tag] for tag in reversed(path)]


def _emissions(words: Sequence[str]) -> list[Lead]:
    """What speaks for B and for I at each word. What a word, or a pattern of the vocabulary's hits, adds is kept."""
    low = [word.casefold() for word in words]
    seen = [_NOTHING, _NOTHING, *map(_seen, words), _NOTHING, _NOTHING]
    hits = [None, None, *_hits(low, vocabulary()), None, None]
    known = _pairs()
    pairs = [_NOTHING] * (len(low) + 1)
    for at, (one, two) in enumerate(itertools.pairwise(low), 1):
        if one in known:
            pairs[at] = known[one].get(two, _NOTHING)
    rows = zip(
        *(seen[step:] for step in range(5)),
        map(_lead_of_hits, zip(*(hits[step:] for step in range(5)), strict=False), map(_shape, words)),
        pairs,
        pairs[1:],
        strict=False,
    )
    return [
        (
            own[0] + left[2] + before[4] + after[6] + right[8] + around[0] + pair[0] + pair_after[2],
            own[1] + left[3] + before[5] + after[7] + right[9] + around[1] + pair[1] + pair_after[3],
        )
        for left, before, own, after, right, around, pair, pair_after in rows
    ]


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
    around = [hits[at] if 0 <= at < len(hits) else None for at in range(index - 2, index + 3)]
    row = _of_hits(around, _shape(words[index]))
    if index:
        row.append(f"wp={words[index - 1].casefold()}_{low}")
    if index + 1 < len(words):
        row.append(f"wn={low}_{words[index + 1].casefold()}")
    return row


def _of_hits(around: Sequence[str | None], shape: str) -> list[str]:
    """`around` are the hits from two words before to two after; None where there is no word."""
    *_, before, hit, _, _ = around
    row = [f"d={hit}"]
    beside = zip(_STEPS, (*around[:2], *around[3:]), strict=True)
    row += [f"e{step}" if other is None else f"d{step}={other}" for step, other in beside]
    return row if before is None else [*row, f"dp={before}{hit}{shape}"]


_NOTHING = (0.0,) * 10


@lru_cache(maxsize=16_384)
def _seen(word: str) -> tuple[float, ...]:
    """The leads a word gives itself, the word two after, one after, one before and two before, one after the other."""
    return (*_lead(_of_word(word)), *itertools.chain(*(_lead(_of_neighbour(word, step)) for step in _STEPS)))


@lru_cache(maxsize=4_096)
def _lead_of_hits(around: tuple[str | None, ...], shape: str) -> Lead:
    begin, inside = _lead(_of_hits(around, shape))
    eager = _EAGER if around[2] == "O" else _EAGER_KNOWN
    return begin + eager, inside + eager


@cache
def _pairs() -> dict[str, dict[str, tuple[float, ...]]]:
    """A word → a word after it → the leads the two give the second and the first of them."""
    found: dict[str, dict[str, tuple[float, ...]]] = {}
    for name in {name.partition("=")[2] for name in model().features if name.startswith(("wp=", "wn="))}:
        one, _, two = name.partition("_")
        found.setdefault(one, {})[two] = (*_lead([f"wp={name}"]), *_lead([f"wn={name}"]))
    return found


def _lead(names: Sequence[str]) -> Lead:
    """How far the shipped weights of all of `names` put B and I before "no skill"."""
    known = model().features
    rows = [row for name in names if (row := known.get(name)) is not None]
    return sum(row[1] - row[0] for row in rows), sum(row[2] - row[0] for row in rows)


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
    free = 0
    for at, word in enumerate(words):
        if at >= free and word in known.lengths and (length := known.longest(words, at)):
            free = at + length
            kind = "c" if (*words[at:free],) in known.cased else "d"
            hits[at:free] = [f"B{kind}"] + [f"I{kind}"] * (length - 1)
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
