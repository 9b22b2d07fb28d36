"""Sixty real jobs of one profession each, rated by hand (0–3) for a made-up person with hard limits before anything was
run: would they apply? nDCG@10 of our order beside BM25 and TF-IDF, which see no limits. Ids and ratings are ours."""

import gzip
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from companion.intake.level import find_level
from companion.intake.mode import find_mode
from companion.intake.pay import find_pay
from companion.intake.places import read_location
from companion.matching import requirements, score
from companion.matching.relevance import Texts
from companion.model.posting import Posting
from companion.model.profile import Profile
from tests.benchmarks import Row

_DATA = Path(__file__).parents[1] / "data"
_FIRST = 10
TODAY = date(2026, 11, 1)


def rated(file: Path, bm25: Callable[[Sequence[str]], Callable[[str], Sequence[float]]]) -> Iterator[Row]:
    """A row for each profession all of whose jobs `file` has."""
    with gzip.open(file) as lines:
        jobs = {row["id"]: row for row in map(msgspec.json.decode, lines)}
    people = msgspec.json.decode((_DATA / "rating_people.json").read_bytes(), type=dict[str, Profile])
    grades: Mapping[str, Mapping[str, int]] = json.loads((_DATA / "rated_jobs.json").read_text())
    for name, ratings in grades.items():
        if not ratings.keys() <= jobs.keys():
            continue
        rows = [jobs[one] for one in ratings]
        truth = list(ratings.values())
        who = people[name]
        texts = [row["description"] for row in rows]
        own = " ".join(
            [who.basics.label, who.basics.summary, *(word for skill in who.skills for word in skill.keywords)]
            + [text for work in who.work for text in (work.position, work.summary, *work.highlights)]
        )
        ranks = [_rank(row, who) for row in rows]
        yield Row(
            case=f"60 rated jobs: {name}",
            metric="ndcg@10",
            value=_ndcg(ranks, truth),
            n=len(rows),
            peer={"BM25": _ndcg(bm25(texts)(own), truth), "TF-IDF": _ndcg(Texts(texts).first(own), truth)},
        )


def _rank(row: Mapping[str, Any], who: Profile) -> float:
    title, place, text = row["title"], row["location"] or "", row["description"]
    read, mode = read_location(place), find_mode(row["title"], place, text)
    stated = "remote" if row["remote"] == "True" else None
    posting = Posting(
        id="",
        canonical_key="",
        url="",
        title=title,
        company=row["company"],
        places=read.places,
        mode=mode.mode or stated,
        remote_scope=mode.scope,
        pay=find_pay(text, nation=read.places[0].country if read.places else ""),
        level=find_level(title),
        captured_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return score(posting, requirements(posting, text), who, today=TODAY).rank


def _ndcg(scores: Sequence[float], truth: Sequence[int]) -> float:
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    return _gain([truth[number] for number in order]) / _gain(sorted(truth, reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:_FIRST]))
