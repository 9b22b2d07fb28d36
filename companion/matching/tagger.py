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
_EDGES = ".,;:()"
_NO_PAIR = (0.0,) * 4

Scores = tuple[float, float, float]
"""One figure for each of TAGS."""
Row = tuple[float, ...]
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
    tags = decode([_bare(word) for word in _TOKEN.findall(sentence)])
    if tags.count("O") == len(tags):
        return ()
    spans: list[tuple[int, int]] = []
    before, end = "O", 0
    for tag, match in zip(tags, _TOKEN.finditer(sentence), strict=True):
        start = match.start()
        if tag != "O":
            close = start + len(_bare(match.group()))
            goes_on = tag == "I" and before != "O" and not _PARTED.search(sentence, end, start)
            spans.append((spans.pop()[0] if goes_on else start, close))
        before, end = tag, match.end()
    return tuple(Span(sentence[start:end], start, end) for start, end in spans)


def _bare(word: str) -> str:
    return word.rstrip(".:!?") or word


def decode(words: Sequence[str]) -> list[str]:
    """The best tag for each word (Viterbi). All scores are against "no skill", which is 0 wherever it stands."""
    if not words:
        return []
    (oo, ob, _), (bo, bb, bi), (io, ib, ii) = model().transitions
    (begin, *starts), (_, *insides) = _emissions(words)
    none, inside = 0.0, _IMPOSSIBLE
    back: list[tuple[int, int, int]] = []
    for starts_here, goes_on in zip(starts, insides, strict=True):  # spelled out: this runs for each word of every ad
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
        none, begin, inside = to_none, to_begin + starts_here, to_inside + goes_on
    last = (none, begin, inside)
    tag = last.index(max(last))
    path = [tag]
    for row in reversed(back):
        tag = row[tag]
        path.append(tag)
    return [TAGS[tag] for tag in reversed(path)]


def _emissions(words: Sequence[str]) -> tuple[list[float], list[float]]:
    """What speaks for B and for I at each word. What a word, or a pattern of the vocabulary's hits, adds is kept."""
    seen = [_seen(word) for word in words]
    hits = [None, None, *_hits([one.bare for one in seen], vocabulary()), None, None]
    around = map(_lead_of_hits, hits, hits[1:], hits[2:], hits[3:], hits[4:], [one.shape for one in seen])
    leads = [*zip(*[one.leads for one in seen], strict=True)]
    tied = [*zip(*around, strict=True)]
    pairs = [*zip(*_of_pairs([one.low for one in seen]), strict=True)]
    return _summed(leads[0::2], tied[0], pairs[0::2]), _summed(leads[1::2], tied[1], pairs[1::2])


def _summed(leads: Sequence[Row], tied: Row, pairs: Sequence[Row]) -> list[float]:
    """One figure a word, added up column by column: this runs for each word of every ad."""
    own, left, before, after, right = leads
    none = (0.0, 0.0)
    beside = (none + left, none[1:] + before, after[1:] + none, right[2:] + none)
    return [*map(sum, zip(own, *beside, tied, pairs[0], pairs[1][1:], strict=False))]


def _of_pairs(low: Sequence[str]) -> list[tuple[float, ...]]:
    """What each word and the one before it give the two of them; none before the first and after the last."""
    known = _pairs()
    rows = [_NO_PAIR] * (len(low) + 1)
    for at, (one, two) in enumerate(itertools.pairwise(low), 1):
        if one in known:
            rows[at] = known[one].get(two, _NO_PAIR)
    return rows


def features(words: Sequence[str]) -> list[list[str]]:
    """What the tagger sees of each word; training and use share this."""
    seen = [(word.casefold(), _shape(word)) for word in words]
    hits = _hits([low.strip(_EDGES) for low, _ in seen], vocabulary())
    return [
        _of_word(word, *seen[index])
        + [
            name
            for step in _STEPS
            if 0 <= index + step < len(words)
            for name in _of_neighbour(*seen[index + step], step)
        ]
        + _tied(seen, hits, index)
        for index, word in enumerate(words)
    ]


def _of_word(word: str, low: str, shape: str) -> list[str]:
    row = ["b", f"w={low}", f"s={shape}"]
    row += [f"p3={low[:3]}", f"s3={low[-3:]}", f"s2={low[-2:]}", f"s4={low[-4:]}", f"p4={low[:4]}"]
    return row + _marks(word)


def _of_neighbour(low: str, shape: str, step: int) -> list[str]:
    row = [f"w{step}={low}", f"s{step}={shape}"]
    return [*row, f"su{step}={low[-3:]}"] if abs(step) == 1 else row


def _tied(seen: Sequence[tuple[str, str]], hits: Sequence[str], index: int) -> list[str]:
    """What depends on more than one word: the vocabulary's hits, neighbours that are missing, pairs."""
    low, shape = seen[index]
    around = [hits[at] if 0 <= at < len(hits) else None for at in range(index - 2, index + 3)]
    row = _of_hits(around, shape)
    if index:
        row.append(f"wp={seen[index - 1][0]}_{low}")
    if index + 1 < len(seen):
        row.append(f"wn={low}_{seen[index + 1][0]}")
    return row


def _of_hits(around: Sequence[str | None], shape: str) -> list[str]:
    """`around` are the hits from two words before to two after; None where there is no word."""
    *_, before, hit, _, _ = around
    row = [f"d={hit}"]
    beside = zip(_STEPS, (*around[:2], *around[3:]), strict=True)
    row += [f"e{step}" if other is None else f"d{step}={other}" for step, other in beside]
    return row if before is None else [*row, f"dp={before}{hit}{shape}"]


class Seen(msgspec.Struct, frozen=True):
    """A word in lower case, as the vocabulary has it, its shape, and ten leads: those it gives itself (B and I), the
    word two after, one after, one before and two before."""

    low: str
    bare: str
    shape: str
    leads: tuple[float, ...]


@lru_cache(maxsize=16_384)
def _seen(word: str) -> Seen:
    low, shape = word.casefold(), _shape(word)
    given = [_of_word(word, low, shape), *(_of_neighbour(low, shape, step) for step in _STEPS)]
    return Seen(low, low.strip(_EDGES), shape, (*itertools.chain(*map(_lead, given)),))


@lru_cache(maxsize=4_096)
def _lead_of_hits(*around: str | None) -> Lead:
    """`around` as `_of_hits` takes it, and last the shape."""
    *hits, shape = around
    begin, inside = _lead(_of_hits(hits, shape or ""))
    eager = _EAGER if hits[2] == "O" else _EAGER_KNOWN
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
    begin = inside = 0.0
    for name in names:
        if (row := known.get(name)) is not None:
            begin += row[1] - row[0]
            inside += row[2] - row[0]
    return begin, inside


def _marks(word: str) -> list[str]:
    marks = {
        "up": word[0].isupper(),
        "dig": any(letter.isdigit() for letter in word),
        "sym": any(letter in "+#./-" for letter in word),
        "allup": word.isupper() and len(word) > 1,
    }
    return [name for name, holds in marks.items() if holds]


def _shape(word: str) -> str:
    short = re.sub(r"[A-Z]+", "A", word)
    return re.sub(r"\d+", "0", re.sub(r"[a-z]+", "a", short))[:8]


def _hits(words: Sequence[str], known: Vocabulary) -> list[str]:
    """B/I with d (a name) or c (also an everyday word) where the vocabulary has the bare words, else O."""
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
