"""The bars of accuracy on real pages (corpora only): the benchmarks' figures must not fall under them."""

from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks import dedupe, labelled, walls

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
pytestmark = [pytest.mark.corpora, pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not here")]


def _figures(module: object) -> dict[tuple[str, str], float]:
    return {(row.case, row.metric): row.value for row in module.run(CORPORA)}


@pytest.mark.slow
def test_single_facts() -> None:
    found = _figures(labelled)
    assert found["pay in snippets", "f1"] >= 0.97
    assert found["pay in gold postings (authors' count)", "f1"] >= 0.97
    assert found["remote in gold texts", "precision"] >= 0.97
    assert found["remote in gold texts", "recall"] >= 0.95
    for case in ("locations", "gold locations"):
        assert found[case, "country"] >= 0.95
        assert found[case, "city"] >= 0.95
    assert found["addresses", "ATS"] >= 0.995


@pytest.mark.slow
def test_walls() -> None:
    found = _figures(walls)
    assert found["blocks", "refused"] == found["blocks", "recognised"] == 1
    assert found["postings", "taken for a wall"] == 0
    assert found["pages mostly without a job", "refused"] >= 0.95


def test_dedupe() -> None:
    # The first rows are those of the labelled pairs; what comes after takes its time and is for the benchmark.
    found = {(row.case, row.metric): row.value for row in islice(dedupe.run(CORPORA), 4)}
    assert found["with addresses", "same_job joined"] >= 0.97
    assert found["with addresses", "different_jobs merged"] <= 0.02
    assert found["without addresses", "different_jobs merged"] <= 0.02
