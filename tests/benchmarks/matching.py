"""Ranking CVs for job ads on every labelled set found below `matching` (MAP), real jobs for a made-up person (nDCG@10),
occupations of titles, and scoring speed.

Beside ours: random order, RAKE overlap, rapidfuzz token_set_ratio, BM25, TF-IDF; embeddings as measured by others.
"""

import gzip
import itertools
import math
import random
import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from rapidfuzz import fuzz

from companion.demo.sample import sample_profile
from companion.matching import keywords, requirements, score_all
from companion.matching.occupations import index, occupations_without
from companion.matching.relevance import Texts
from companion.model.posting import Pay, Posting
from companion.model.profile import Preferences, Wish
from tests.benchmarks import Row
from tests.benchmarks._rated import rated

Ranker = Callable[[str], Sequence[float]]
TODAY = date(2026, 11, 1)


def run(corpora: Path) -> Iterable[Row]:
    for labels in sorted((corpora / "matching").rglob("qrels.tsv")):
        folder = labels.parent
        if (folder / "corpus").is_dir() and (folder / "queries").is_dir():
            yield from _ranking("/".join(folder.parts[-3:]), folder, labels)
    yield from _occupations(corpora)
    for file in sorted((corpora / "jobs" / "scale").glob("full_descriptions*.jsonl.gz")):
        yield from rated(file, _bm25)
        yield from _speed(file)


def _ranking(case: str, folder: Path, labels: Path) -> Iterator[Row]:
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in labels.read_text().splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            relevant[query].add(document)
    names = sorted(file for file in (folder / "corpus").iterdir())
    texts = [file.read_text(encoding="utf-8") for file in names]
    ids = [file.stem for file in names]
    queries = {file.stem: file.read_text(encoding="utf-8") for file in sorted((folder / "queries").iterdir())}
    queries = {name: text for name, text in queries.items() if relevant.get(name)}

    def measured(ranker: Ranker) -> float:
        return sum(_precision(ranker(text), ids, relevant[name]) for name, text in queries.items()) / len(queries)

    chance = random.Random(1)
    lowered = [text.casefold() for text in texts]
    peers: dict[str, Ranker] = {
        "random": lambda _: [chance.random() for _ in ids],
        "RAKE overlap": lambda text: [sum(one in other for one in keywords(text, 40)) for other in lowered],
        "rapidfuzz token_set": lambda text: [fuzz.token_set_ratio(text, other) for other in texts],
        "BM25": _bm25(texts),
        "TF-IDF": Texts(texts).first,
    }
    figures = {name: measured(ranker) for name, ranker in peers.items()}
    ours = measured(Texts(texts).rank)
    yield Row(case=case, metric="map", value=ours, n=len(queries), peer=figures)


def _precision(scores: Sequence[float], ids: Sequence[str], relevant: set[str]) -> float:
    order = sorted(range(len(ids)), key=lambda number: -scores[number])
    hits, total = 0, 0.0
    for rank, number in enumerate(order, 1):
        if ids[number] in relevant:
            hits += 1
            total += hits / rank
    return total / len(relevant)


def _bm25(texts: Sequence[str]) -> Ranker:
    split = [re.findall(r"\w+", text.casefold()) for text in texts]
    counts = [Counter(words) for words in split]
    seen = Counter(word for one in counts for word in one)
    average = sum(map(len, split)) / len(split)

    def rank(query: str) -> list[float]:
        scores = [0.0] * len(texts)
        for word in set(re.findall(r"\w+", query.casefold())):
            rarity = math.log(1 + (len(texts) - seen[word] + 0.5) / (seen[word] + 0.5))
            for number, one in enumerate(counts):
                if found := one.get(word):
                    scores[number] += (
                        rarity * found * 2.2 / (found + 1.2 * (0.25 + 0.75 * len(split[number]) / average))
                    )
        return scores

    return rank


def _speed(file: Path) -> Iterator[Row]:
    with gzip.open(file) as lines:
        rows = [msgspec.json.decode(line) for _, line in zip(range(1_000), lines, strict=False)]
    postings = [
        Posting(
            id=str(number),
            canonical_key=str(number),
            url=f"https://jobs.example.com/{number}",
            title=(row["title"] or "")[:1000],
            company=(row["company"] or "")[:1000],
            captured_at=datetime(2026, 11, 1, tzinfo=UTC),
        )
        for number, row in enumerate(rows)
    ]
    requirements(postings[0], "Python")
    started = time.process_time()
    wanted = [requirements(one, row["description"] or "") for one, row in zip(postings, rows, strict=True)]
    reading = (time.process_time() - started) / len(rows)
    yield Row(case="one posting", metric="requirements cpu ms", value=reading * 1000, n=len(rows))
    wishes = Preferences(
        titles=("Backend Engineer",), modes=("remote",), places=(Wish(text="Berlin", city="Berlin", radius_km=50),),
        pay_floor=Pay(minimum=60_000, currency="EUR", period="year"), hard=frozenset({"modes"}),
    )  # fmt: skip
    profile = msgspec.structs.replace(sample_profile(), preferences=wishes)
    pairs = list(zip(postings, wanted, strict=True))
    for count in (10_000, 50_000):
        started = time.process_time()
        scores = [
            match.score for match in score_all(itertools.islice(itertools.cycle(pairs), count), profile, today=TODAY)
        ]
        yield Row(
            case=f"{count:,} postings", metric="score again, cpu s", value=time.process_time() - started, n=len(scores)
        )
    tracemalloc.start()
    peaks: list[float] = []
    for count in (5_000, 20_000):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        for _ in score_all(itertools.islice(itertools.cycle(pairs), count), profile, today=TODAY):
            pass
        peaks.append((tracemalloc.get_traced_memory()[1] - before) / 1e6)
    tracemalloc.stop()
    yield Row(case="20,000 postings", metric="peak MB while scoring", value=peaks[1], peer={"5,000 postings": peaks[0]})


def _occupations(corpora: Path) -> Iterator[Row]:
    """Labels of ESCO left out of the index one at a time, as titles nobody has seen; MRR of their occupation."""
    if not (corpora / "skills" / "esco_occupations").is_dir():
        return
    known = index()
    counts = Counter(text for text, _ in known.labels)
    open_ = [(text, number) for text, number in known.labels if counts[text] == 1 and " " in text]
    chosen = random.Random(5).sample(open_, 150)
    ours = peer = 0.0
    for text, number in chosen:
        ranked = [one.name for one in occupations_without(text)]
        name = known.names[number][0]
        ours += 1 / (ranked.index(name) + 1) if name in ranked else 0.0
        best: dict[int, float] = {}
        for other, own in known.labels:
            if other != text and (likeness := fuzz.ratio(text, other)) > best.get(own, -1.0):
                best[own] = likeness
        peer += 1 / sum(one >= best[number] for one in best.values()) if number in best else 0.0
    yield Row(
        case="ESCO labels left out", metric="occupation mrr", value=ours / len(chosen), n=len(chosen),
        peer={"rapidfuzz ratio": peer / len(chosen), "char TF-IDF (MELO en)": 0.59},
    )  # fmt: skip
