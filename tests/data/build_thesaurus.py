"""Compile companion/resume/ground/thesaurus.txt.gz from WordNet and ESCO (see thesaurus.md beside it).

`python tests/data/build_thesaurus.py DICT CORPORA` → a line a word: key, synonyms, what it is a kind of, what its
definition speaks of, WordNet's files of its senses as a verb (creation is 36), `n` where it is used as a noun, its
forms after `-` where they describe and after `=` where they are persons, what ESCO's labels of one skill say in its
place; parted by tabs. Keys are the canonical forms the gate compares. Rare senses are left out: two words that share
only their seventh sense are no synonyms to a reader.
"""

import csv
import gzip
import itertools
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from companion.resume.ground.lexicon import lexicon
from companion.resume.ground.tokens import canonical

OUT = Path(__file__).parents[2] / "companion" / "resume" / "ground" / "thesaurus.txt.gz"
SENSES = {"noun": 4, "verb": 6, "adj": 4, "adv": 3}
LEFT_OUT = frozenset({5, 20})
"""WordNet's files of animals and plants: no resume needs their synonyms."""
PARTICLES = frozenset(
    "up down in out on off over for after with to through away back together about of into by".split()
)
PERSON = 18
COMMON_IN_GLOSSES = 500
"""A word in more definitions than this tells nothing of any."""
Place = tuple[str, int]


class Synset(msgspec.Struct):
    words: list[str]
    related: list[tuple[str, Place]]
    gloss: str
    file: int


def main(folder: Path, corpora: Path) -> None:
    synsets = {(pos, offset): found for pos in SENSES for offset, found in _synsets(folder / f"data.{pos}")}
    senses: dict[str, list[Place]] = defaultdict(list)
    for pos, most in SENSES.items():
        for word, offsets in _index(folder / f"index.{pos}"):
            senses[word] += [(pos, offset) for offset in offsets[:most]]
    used = _used(folder / "index.sense")
    spoken = {place: _content(found.gloss) for place, found in synsets.items()}
    seen = Counter(key for keys in spoken.values() for key in keys)
    same: dict[str, set[str]] = defaultdict(set)
    wider: dict[str, set[str]] = defaultdict(set)
    near: dict[str, set[str]] = defaultdict(set)
    fields: dict[str, set[str]] = defaultdict(set)
    against: dict[str, set[str]] = defaultdict(set)

    def usual(place: Place) -> set[str]:
        """The members of a synset that mean it in one of their usual senses."""
        return {_key(word) for word in synsets[place].words if _fits(word) and place in senses[word.casefold()]}

    for word, places in senses.items():
        if not _fits(word) or not any(synsets[place].file not in LEFT_OUT for place in places):
            continue
        key = _key(word)
        fields[key].add("n" if used[word, "noun"] > used[word, "adj"] else f"-{word}" if used[word, "adj"] else "")
        for rank, place in enumerate(places):
            found = synsets[place]
            same[key] |= usual(place)
            if place[0] == "verb":
                fields[key].add(str(found.file))
            elif found.file == PERSON and rank == 0:
                fields[key].add(f"={word}")
            for kind, other in found.related:
                if kind in ("+", "\\"):
                    same[key] |= {one for one in usual(other) if one[:3] == key[:3]}
                elif kind == "@" and rank < 4:
                    wider[key] |= usual(other)
                    if place[0] == "noun":
                        wider[key] |= {w for k, o in synsets[other].related if k == "@" for w in usual(o)}
                elif kind == "!":
                    against[key] |= {_key(one) for one in synsets[other].words if _fits(one)}
                elif kind in ("&", "$", "*") or kind == "~":
                    near[key] |= usual(other)
            if rank < 3:
                near[key] |= {one for one in spoken[place] if seen[one] <= COMMON_IN_GLOSSES}
    swaps = _swaps(corpora / "skills")
    lines: list[str] = []
    for key in sorted({*same, *swaps}):
        for words in (same, wider, near):
            words[key] -= against[key]
        near[key] -= same[key] | wider[key]
        columns = [" ".join(sorted(words - {key})) for words in (same[key], wider[key] - same[key], near[key])]
        columns.append(" ".join(sorted(fields[key] - {""})))
        columns.append(" ".join(sorted(swaps.get(key, set()) - against[key])))
        if any(columns):
            lines.append("\t".join([key, *columns]))
    with OUT.open("wb") as out, gzip.GzipFile(filename="", fileobj=out, mode="wb", mtime=0) as packed:
        packed.write("\n".join(lines).encode())


def _used(file: Path) -> Counter[tuple[str, str]]:
    """How often WordNet met a word as a noun, and as an adjective or adverb; one for each sense that it never met."""
    out: Counter[tuple[str, str]] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        sense, _, _, count = line.split()
        word, _, rest = sense.partition("%")
        if rest[0] in "1345":
            out[word, "noun" if rest[0] == "1" else "adj"] += max(1, int(count))
    return out


def _swaps(folder: Path) -> dict[str, set[str]]:
    """Words that stand in each other's place in the labels of one skill or occupation, for at least two of these."""
    seen: Counter[tuple[str, str]] = Counter()
    for file, name in (
        ("esco_skills_altlabels/skills_en.csv", "preferredLabel altLabels"),
        ("esco_occupations/occupations.csv", "PREFERREDLABEL ALTLABELS"),
    ):
        with (folder / file).open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                labels = [line for column in name.split() for line in row[column].splitlines() if line.strip()]
                said = [
                    {canonical(word) for word in re.findall(r"[a-z][a-z-]+", label.casefold())} - lexicon().empty
                    for label in labels[:15]
                ]
                pairs = ((a - b, b - a) for a, b in itertools.combinations(said, 2) if a & b)
                seen.update({(x, y) for a, b in pairs if len(a) == len(b) == 1 for x, y in [sorted([*a, *b])]})
    out: dict[str, set[str]] = defaultdict(set)
    for (a, b), count in seen.items():
        if count >= 2:
            out[a].add(b)
            out[b].add(a)
    return out


def _fits(word: str) -> bool:
    parts = word.split("_")
    if len(parts) == 2:
        return parts[0].isalpha() and parts[0].islower() and parts[1] in PARTICLES
    return bool(re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)?", word))


def _key(word: str) -> str:
    return "_".join(canonical(part) for part in word.split("_"))


def _content(gloss: str) -> frozenset[str]:
    defined = re.sub(r'"[^"]*"|\([^)]*\)', " ", gloss)
    return frozenset(canonical(word) for word in re.findall(r"[a-z]{4,}", defined))


def _synsets(file: Path) -> list[tuple[int, Synset]]:
    out: list[tuple[int, Synset]] = []
    names = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        data, _, gloss = line.partition(" | ")
        columns = data.split()
        count = int(columns[3], 16)
        words = [re.sub(r"\([a-z]+\)$", "", columns[4 + 2 * n]) for n in range(count)]
        at = 4 + 2 * count
        related = [
            (columns[at + 1 + 4 * n], (names[columns[at + 3 + 4 * n]], int(columns[at + 2 + 4 * n])))
            for n in range(int(columns[at]))
        ]
        out.append((int(columns[0]), Synset(words, related, gloss, int(columns[1]))))
    return out


def _index(file: Path) -> list[tuple[str, list[int]]]:
    out: list[tuple[str, list[int]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            columns = line.split()
            out.append((columns[0], [int(one) for one in columns[-int(columns[2]) :]]))
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
