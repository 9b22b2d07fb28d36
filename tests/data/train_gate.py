"""Learn companion/resume/ground/weights.txt from the pairs of tests/unit/resume/claims (see weighing.py there).

`python -m tests.data.train_gate` writes the weights; with `--left-out` it instead learns without each batch in turn and
prints what a gate so learnt says of that batch. Each pair is read twice, with and without the synonyms of words.txt, so
that what is learnt holds for words that nobody listed. Of a true rewrite every added word is fine; of a false one that
nothing else stops, at least one is not (a noisy-or over its words). Full-batch resilient steps, no randomness.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from companion.resume.ground import check, weighing, wording
from companion.resume.ground.deeds import stands
from companion.resume.ground.lexicon import lexicon
from companion.resume.ground.novel import Rewrite, features
from companion.resume.ground.tokens import Token
from tests.unit.resume.pairs import BATCHES, OWN, PROFILE, pairs

OUT = weighing.WEIGHTS
STEPS, RIDGE = 250, 5.0


class Example(msgspec.Struct):
    """A sentence whose added words alone decide: what can be told of each of these."""

    batch: str
    true: bool
    words: list[Mapping[str, float]]


def examples() -> Iterator[Example]:
    for listed in (True, False):
        if not listed:
            lexicon().same.clear()
        for file in (OWN, *BATCHES):
            for pair in pairs(file):
                found: list[Mapping[str, float]] = []

                def told(rewrite: Rewrite, found: list[Mapping[str, float]] = found) -> list[Token]:
                    weighed = [word for word in rewrite.added if not rewrite.is_deed(word)]
                    found += [features(word, rewrite) for word in weighed]
                    claims = [word for word in weighed if weighing.claims(word, rewrite, features(word, rewrite))]
                    return claims + [word for word in rewrite.added if not (word in weighed or stands(word, rewrite))]

                wording.unlikely = told
                if not check(pair.sentence, pair.facts, PROFILE) and found:
                    yield Example(file.stem, pair.true, found)


def learn(found: Sequence[Example]) -> dict[str, float]:
    weights: dict[str, float] = {"any": 0.0}
    names = sorted({name for one in found for word in one.words for name in word})
    weights |= dict.fromkeys(names, 0.0)
    steps, before = dict.fromkeys(weights, 0.05), dict.fromkeys(weights, 0.0)
    for _ in range(STEPS):
        slope = _slope(found, weights)
        for name, value in slope.items():
            turned = value * before[name]
            steps[name] = min(0.5, steps[name] * 1.2) if turned > 0 else steps[name] * 0.5 if turned else steps[name]
            before[name] = 0 if turned < 0 else value
            if turned >= 0 and value:
                weights[name] -= math.copysign(steps[name], value)
    return weights


def _slope(found: Sequence[Example], weights: Mapping[str, float]) -> dict[str, float]:
    """How the loss changes with each weight."""
    out: defaultdict[str, float] = defaultdict(float)
    for name, weight in weights.items():
        out[name] = RIDGE * weight if name != "any" else 0
    for one in found:
        scores = [sum(weights[name] * value for name, value in word.items()) + weights["any"] for word in one.words]
        fine = math.exp(-sum(_softplus(score) for score in scores))
        pull = 1.0 if one.true else -fine / max(1 - fine, 1e-9)
        for score, word in zip(scores, one.words, strict=True):
            share = pull / (1 + math.exp(-score))
            out["any"] += share
            for name, value in word.items():
                out[name] += share * value
    return out


def _softplus(score: float) -> float:
    return max(score, 0) + math.log1p(math.exp(-abs(score)))


def main(found: Sequence[Example]) -> None:
    learnt = learn(found)
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(learnt.items(), key=lambda item: item[1])]
    OUT.write_text("# Learnt by tests/data/train_gate.py; above 0 speaks against a word.\n" + "\n".join(lines) + "\n")


def left_out(found: Sequence[Example]) -> Iterable[str]:
    """For each doubt at which one more false sentence would pass: how many true ones are let through."""
    doubts: list[tuple[float, bool]] = []
    listed = found[: len(found)]
    for batch in sorted({one.batch for one in found if one.batch != OWN.stem}):
        learnt = learn([one for one in found if one.batch != batch])
        for one in listed:
            if one.batch == batch:
                scores = [sum(learnt.get(n, 0) * v for n, v in word.items()) + learnt["any"] for word in one.words]
                doubts.append((sum(map(_softplus, scores)), one.true))
    false = sorted(doubt for doubt, true in doubts if not true)
    for passed, limit in enumerate(false[:20]):
        let = sum(true and doubt < limit for doubt, true in doubts)
        yield f"doubt {limit:.2f}: {passed} false, {let} of {sum(true for _, true in doubts)} true let through"


if __name__ == "__main__":
    every = list(examples())
    if "--left-out" in sys.argv:
        print(*left_out(every), sep="\n")
    else:
        main(every)
