"""Single facts against hand-labelled sets: pay, work mode, country, city, level, years, degree, sponsorship, ATS.

Peers: the rules of the labels' authors as they published them, the substring "remote", and the one-regex salary of the
common scraper (dollars with a dash), each run here on the same rows where it can be.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from companion.intake.ats.address import identify
from companion.intake.gazetteer import country, country_name, fold
from companion.intake.level import find_level
from companion.intake.mode import find_mode
from companion.intake.pay import find_pay
from companion.intake.places import read_location
from companion.matching import requirements
from companion.matching.asks.education import LADDER
from companion.model.posting import Pay, Posting, Requirement
from tests.benchmarks import Row

_SCRAPER_PAY = re.compile(r"\$(\d+(?:,\d+)?(?:\.\d+)?)([kK]?)\s*[-—–]\s*(?:\$)?(\d+(?:,\d+)?(?:\.\d+)?)([kK]?)")
_SCRAPER_YEARS = re.compile(r"(\d{1,2})\s*\+?\s*(?:-\s*\d{1,2}\s*)?(?:years?|Jahre|ans|años)", re.IGNORECASE)
_SCRAPER_REMOTE = re.compile(r"remote|work from home|wfh", re.IGNORECASE)


def run(corpora: Path) -> Iterable[Row]:
    folder = corpora / "jobs" / "labelled" / "ergon"
    gold = [row for path in sorted(folder.glob("*gold*.jsonl.gz")) for row in _lines(path)]
    yield from _pay(folder, gold)
    yield from _remote(gold)
    yield from _places(folder, gold)
    yield from _level(folder)
    yield from _years(folder)
    yield from _degrees(folder)
    yield from _sponsorship(folder)
    yield from _addresses(corpora / "jobs" / "url_ats.tsv.gz")


def _pay(folder: Path, gold: list[dict[str, Any]]) -> Iterable[Row]:
    texts = [
        (row["text"], row["expect"], "")
        for path in sorted(folder.glob("*salary_corpus.jsonl.gz"))
        for row in _lines(path)
    ]
    yield from _pay_rows("pay in snippets", texts)
    stated = [(row["description_text"], row["gold"]["salary"], row["gold"].get("country") or "") for row in gold
              if row.get("description_text") and not row.get("structured_salary")]  # fmt: skip
    yield from _pay_rows("pay in gold texts", stated)
    yield from _pay_as_authors(gold)


def _pay_as_authors(gold: list[dict[str, Any]]) -> Iterable[Row]:
    """How the 0.957 of the labels' authors is counted: whether pay is stated, over all postings, with what a payload
    gives apart counted as read; and of those found, how many have the minimum within 5 %."""
    found: list[tuple[float | None, dict[str, Any] | None]] = []
    for row in gold:
        given = row.get("structured_salary") or {}
        read = find_pay(row.get("description_text") or "", nation=country(row["gold"].get("country") or ""))
        low = given.get("min_amount") or given.get("max_amount") or (read and (read.minimum or read.maximum))
        found.append((low, row["gold"]["salary"]))
    if not found:
        return
    both = [(low, want.get("min") or want.get("max")) for low, want in found if low and want]
    said, wanted = sum(low is not None for low, _ in found), sum(want is not None for _, want in found)
    f1 = 2 * len(both) / max(1, said + wanted)
    near = sum(abs(low - aim) <= 0.05 * aim for low, aim in both) / max(1, len(both))
    case = "pay in gold postings (authors' count)"
    yield Row(case=case, metric="f1", value=f1, n=len(found), peer={"authors": 0.957})
    yield Row(case=case, metric="minimum within 5 %", value=near, n=len(both), peer={"authors": 0.962})


def _pay_rows(case: str, rows: list[tuple[str, Any, str]]) -> Iterable[Row]:
    if not rows:
        return
    ours = [(find_pay(text, nation=country(nation)), want) for text, want, nation in rows]
    peer = [(_scraper_pay(text), want) for text, want, _ in rows]
    scores, others = _f1(ours), _f1(peer)
    for metric in ("precision", "recall", "f1"):
        yield Row(case=case, metric=metric, value=scores[metric], n=len(rows),
                  peer={"scraper's regex": others[metric]} | ({"authors": 0.957} if metric == "f1" else {}))  # fmt: skip


def _f1(pairs: list[tuple[Pay | None, Any]]) -> dict[str, float]:
    right = sum(1 for found, want in pairs if found and want and _same(found, want))
    said = sum(1 for found, _ in pairs if found)
    wanted = sum(1 for _, want in pairs if want)
    precision, recall = right / said if said else 1.0, right / wanted if wanted else 1.0
    return {"precision": precision, "recall": recall, "f1": 2 * right / (said + wanted) if said + wanted else 1.0}


def _same(found: Pay, want: dict[str, Any]) -> bool:
    low, high = want.get("min") or want.get("max"), want.get("max") or want.get("min")
    ours = (found.minimum or found.maximum or 0, found.maximum or found.minimum or 0)
    near = all(abs(value - aim) <= 0.05 * aim for value, aim in zip(ours, (low, high), strict=True))
    return near and want.get("currency") in (None, found.currency) and want.get("interval") in (None, found.period)


def _scraper_pay(text: str) -> Pay | None:
    match = _SCRAPER_PAY.search(text)
    if match is None:
        return None
    scale = 1000 if match[2] or match[4] else 1
    low, high = (float(match[group].replace(",", "")) * scale for group in (1, 3))
    return Pay(
        minimum=low, maximum=high, currency="USD", period="hour" if low < 350 else "month" if low < 30_000 else "year"
    )


def _remote(gold: list[dict[str, Any]]) -> Iterable[Row]:
    rows = [(row, row["gold"]["remote"]) for row in gold if row.get("description_text")]
    if not rows:
        return
    modes = [
        (find_mode(row["title"], row.get("location_raw") or "", row["description_text"]).mode, want)
        for row, want in rows
    ]
    # What the labels mean by "remote" is in their authors' guide: "true if the posting is remote or hybrid; else false".
    ours = [(mode in ("remote", "hybrid"), want) for mode, want in modes]
    fully = [(mode == "remote", want) for mode, want in modes]
    peer = [(bool(_SCRAPER_REMOTE.search(f"{row['title']} {row.get('location_raw')} {row['description_text']}")), want)
            for row, want in rows]  # fmt: skip
    for metric in ("precision", "recall"):
        yield Row(case="remote in gold texts", metric=metric, value=_rate(ours, metric), n=len(rows),
                  peer={"substring": _rate(peer, metric), "ours, remote alone": _rate(fully, metric)})  # fmt: skip


def _rate(pairs: list[tuple[bool, bool]], metric: str) -> float:
    right = sum(1 for found, want in pairs if found and want)
    base = sum(1 for found, want in pairs if (found if metric == "precision" else want))
    return right / base if base else 1.0


def _places(folder: Path, gold: list[dict[str, Any]]) -> Iterable[Row]:
    geo = [
        (row["location_raw"], row["country"], row["city"])
        for path in sorted(folder.glob("*geo_corpus.jsonl.gz"))
        for row in _lines(path)
    ]
    stated = [
        (row["location_raw"], row["gold"]["country"], row["gold"]["city"]) for row in gold if row.get("location_raw")
    ]
    for case, rows in (("locations", geo), ("gold locations", stated)):
        if not rows:
            continue
        countries, cities = [], []
        for text, nation, city in rows:
            places = read_location(text).places
            names = {fold(country_name(place.country)) for place in places if place.country}
            aim = fold(country_name(country(nation) or nation)) if nation else ""
            countries.append(aim in names if aim else not names)
            found = {fold(place.city) for place in places if place.city}
            cities.append(fold(city) in found if city else not found)
        yield Row(case=case, metric="country", value=sum(countries) / len(rows), n=len(rows), peer={"authors": 0.926})
        yield Row(case=case, metric="city", value=sum(cities) / len(rows), n=len(rows), peer={"authors": 0.940})


def _level(folder: Path) -> Iterable[Row]:
    rows = [row for path in sorted(folder.glob("*level_corpus.jsonl.gz")) for row in _lines(path)]
    if rows:
        right = sum((find_level(row["title"]) or "unknown") == row["level"] for row in rows)
        yield Row(case="titles", metric="level", value=right / len(rows), n=len(rows), peer={"authors": 0.954})


def _years(folder: Path) -> Iterable[Row]:
    for path in sorted(folder.glob("*yoe_corpus.jsonl.gz")):
        rows = _lines(path)
        found = [next((one.years for one in _asked(row["text"], "years")), None) for row in rows]
        peer = [int(match[1]) if (match := _SCRAPER_YEARS.search(row["text"])) else None for row in rows]
        want = [row["expect"]["min"] if row["expect"] else None for row in rows]
        for metric in ("precision", "recall", "f1"):
            yield Row(case=f"years {_tongue(path)}", metric=metric, value=_agree(found, want)[metric], n=len(rows),
                      peer={"first number of years": _agree(peer, want)[metric]} | ({"authors": 0.975} if metric == "f1" else {}))  # fmt: skip


def _degrees(folder: Path) -> Iterable[Row]:
    """Beside polarity over all labels: over those that agree with most labels of the same wording (`_at_odds`)."""
    read: dict[str, list[tuple[str, bool, bool]]] = {}
    for path in sorted(folder.glob("*degree_corpus.jsonl.gz")):
        rows, found, want = _lines(path), [], []
        tongue = _tongue(path)
        for row in rows:
            asked = [one for one in _asked(row["text"], "education") if not one.negated]
            best = min(
                [one for one in asked if one.must] or asked, key=lambda one: LADDER.index(one.name), default=None
            )
            label = row["expect"] or {}
            level = str(label.get("degree_min", label.get("level")) or "").replace("phd_md", "phd")
            required = label.get("degree_required", label.get("required"))
            found.append(LADDER.index(best.name) if best else None)
            want.append(LADDER.index(level) if level in LADDER else None)
            if best and level and required is not None:
                read.setdefault(tongue, []).append((_wording(best.sentence), required, best.must))
        yield Row(case=f"degree {tongue}", metric="f1", value=_agree(found, want)["f1"], n=len(rows))
    odd = _at_odds([(wording, required) for rows in read.values() for wording, required, _ in rows])
    for tongue, rows in read.items():
        for metric, counted in (
            ("required or not", rows),
            ("the same without labels at odds with their wording", [row for row in rows if row[:2] not in odd]),
        ):
            right = sum(required == must for _, required, must in counted)
            yield Row(case=f"degree {tongue}", metric=metric, value=right / max(1, len(counted)), n=len(counted))


_WORDINGS = (
    re.compile(r"\b(?:or|ou|o|oder)\b[^.;:]{0,60}(?:experien|expérience|erfahrung)|in lieu|combination", re.IGNORECASE),
    re.compile(r"\b(?:or|ou|o|oder|y/o)\b[^.;:]{0,20}(?:equivalen|équivalen|similar|vergleichbar|af[ií]n)", re.IGNORECASE),
    re.compile(r"prefer|plus\b|desir|ideal|advantage|vorteil|wünsch|souhait|appréci|recomm?[ae]nd|dese|valor", re.IGNORECASE),
    re.compile(r"requir|must|mandator|minimum|erforderlich|exig|obligat|imprescindible|mínim", re.IGNORECASE),
)  # fmt: skip
"""Cues a labeller sees around a degree; written without looking at how we read, and used for nothing but telling
labels apart that contradict each other."""
_AGREED, _OFTEN = 0.75, 6


def _wording(sentence: str) -> str:
    """Which of the cues a sentence has, as "0101"."""
    return "".join(str(int(bool(cue.search(sentence)))) for cue in _WORDINGS)


def _at_odds(labels: Sequence[tuple[str, bool]]) -> frozenset[tuple[str, bool]]:
    """Wording and label where at least three of four labels of that wording, and six in all, say the opposite."""
    counts = Counter(labels)
    return frozenset(
        (wording, required)
        for wording, required in counts
        if counts[wording, not required] >= _AGREED * (total := counts[wording, True] + counts[wording, False])
        and total >= _OFTEN
    )


def _sponsorship(folder: Path) -> Iterable[Row]:
    for path in sorted(folder.glob("*sponsorship_corpus.jsonl.gz")):
        rows = _lines(path)
        said = [next((float(not one.negated) for one in _asked(row["text"], "sponsorship")), None) for row in rows]
        want = [None if row["sponsorship"] is None else float(row["sponsorship"]) for row in rows]
        both = [(one, label) for one, label in zip(said, want, strict=True) if one is not None and label is not None]
        stated = _agree([None if one is None else 1.0 for one in said], [None if one is None else 1.0 for one in want])
        yield Row(case="sponsorship", metric="f1", value=stated["f1"], n=len(rows))
        yield Row(
            case="sponsorship",
            metric="polarity",
            value=sum(one == label for one, label in both) / max(1, len(both)),
            n=len(both),
        )


def _asked(text: str, kind: str) -> list[Requirement]:
    posting = Posting(
        id="", canonical_key="", url="", title="", company="", captured_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    return [one for one in requirements(posting, text).requirements if one.kind == kind]


def _agree(found: Sequence[float | None], want: Sequence[float | None]) -> dict[str, float]:
    """Whole years and rungs: "6 months" and a label of 0 agree."""
    right = sum(
        one is not None and aim is not None and int(one) == int(aim) for one, aim in zip(found, want, strict=True)
    )
    said, wanted = sum(one is not None for one in found), sum(aim is not None for aim in want)
    return {
        "precision": right / max(1, said),
        "recall": right / max(1, wanted),
        "f1": 2 * right / max(1, said + wanted),
    }


def _tongue(path: Path) -> str:
    found = re.search(r"(?:^|__)([a-z]{2})_", path.name)
    return found[1] if found else "en"


def _addresses(path: Path) -> Iterable[Row]:
    if not path.is_file():
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    alias = {"oracle_hcm": "oracle"}
    # An own domain names its ATS in the page and not in its address.
    asked = [
        (found, alias.get(row["label"], row["label"])) for row in rows if (found := identify(row["url"])) is not None
    ]
    known = [(found, label) for found, label in asked if label in {other.ats for other, _ in asked}]
    if known:
        yield Row(
            case="addresses",
            metric="ATS",
            value=sum(found.ats == label for found, label in known) / len(known),
            n=len(known),
        )
    posts = [identify(row["url"]) for row in rows if row["kind"] == "posting"]
    ids = [found is not None and bool(found.job) for found in posts]
    if ids:
        yield Row(case="addresses of postings", metric="ATS and id found", value=sum(ids) / len(ids), n=len(ids))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
