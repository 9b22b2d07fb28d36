"""Learn companion/resume/ground/likelihood.txt.gz from the pairs of tests/unit/resume/claims (see likelihood.py there).

`uv run --with scikit-learn python -m tests.data.train_likelihood` writes the weights. With `--left-out` it learns
without a tenth of the files in turn instead and prints what a gate with these would have let through and stopped of
that tenth, for several limits. Traits that few sentences have are left out: they say little of other people's.
"""

import gzip
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from companion.resume import ground
from companion.resume.ground.likelihood import WEIGHTS, log_odds, traits
from companion.resume.ground.wording import unsaid
from tests.unit.resume.pairs import BATCHES, FREELY, LEARNT, OWN, PROFILE, SUBTLE, Pair, pairs

SEEN_AT_LEAST = 3
SHARE_OF_FREELY, SHARE_OF_UNCHANGED = 0.3, 0.3
"""What these count of any other pair: nobody rewords so freely when asked to keep every fact, and none of a line that
stays as it is was ever asked about."""
PARTS = 10


class Example(msgspec.Struct, frozen=True):
    file: str
    true: bool
    share: float
    traits: Mapping[str, float]


def example(file: str, pair: Pair, share: float) -> Example:
    sentence, texts = ground.compared(pair.sentence, [fact.text for fact in pair.facts])
    return Example(file, pair.true, share, traits(sentence, texts, unsaid(sentence, texts, [])))


def examples() -> Iterator[Example]:
    for file in (OWN, *BATCHES, *SUBTLE, *LEARNT, *FREELY):
        share = SHARE_OF_FREELY if file in FREELY else 1.0
        yield from (example(file.stem, pair, share) for pair in pairs(file))
        for facts in dict.fromkeys(pair.facts for pair in pairs(file)):
            for fact in facts:
                yield example(file.stem, Pair(facts, fact.text, True, "unchanged"), SHARE_OF_UNCHANGED)


def learn(found: Sequence[Example]) -> dict[str, float]:
    """What `likelihood.weights` are to be."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for one in found for name in one.traits)
    rows = [{name: value for name, value in one.traits.items() if seen[name] >= SEEN_AT_LEAST} for one in found]
    columns, model = DictVectorizer(), LogisticRegression(max_iter=3000)
    model.fit(columns.fit_transform(rows), [not one.true for one in found], [one.share for one in found])
    return {
        "any": float(model.intercept_[0]),
        **dict(zip(columns.get_feature_names_out(), model.coef_[0], strict=True)),
    }


def main() -> None:
    lines = [
        f"{name}\t{weight:.2f}" for name, weight in sorted(learn(list(examples())).items()) if abs(weight) >= 0.005
    ]
    WEIGHTS.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), mtime=0))


def left_out() -> Iterator[str]:
    """For each pair of limits: false rewrites passed and true ones stopped, in percent of batches and learnt."""
    found = list(examples())
    files = [*BATCHES, *LEARNT]
    said: list[tuple[bool, float, bool, bool]] = []
    for part in range(PARTS):
        tenth = files[part::PARTS]
        learnt = learn([one for one in found if one.file not in {file.stem for file in tenth}])
        for pair in (pair for file in tenth for pair in pairs(file)):
            odds = log_odds(example("", pair, 1.0).traits, learnt)
            firm, any_rule = (bool(_checked(pair, limit)) for limit in (math.inf, -math.inf))
            said.append((pair.true, odds, firm, any_rule))
    for true_below in (-math.inf, -5, -4, -3, -2):
        for false_above in (0, 0.5, 1, 2, math.inf):
            verdicts = [
                (true, firm or odds > (true_below if any_rule else false_above)) for true, odds, firm, any_rule in said
            ]
            passed = [not stopped for true, stopped in verdicts if not true]
            stopped = [stopped for true, stopped in verdicts if true]
            yield (
                f"{true_below:5} {false_above:5}: {sum(passed) / len(passed):.1%} false passed, "
                f"{sum(stopped) / len(stopped):.1%} true stopped"
            )


def _checked(pair: Pair, true_below: float) -> tuple[str, ...]:
    ground.LIKELY_TRUE, ground.LIKELY_FALSE = true_below, math.inf
    return ground.check(pair.sentence, pair.facts, PROFILE)


if __name__ == "__main__":
    if "--left-out" in sys.argv:
        print(*left_out(), sep="\n")
    else:
        main()
