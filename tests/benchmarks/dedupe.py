"""Same jobs joined, different jobs kept apart, and the time it takes to look through many; changes of boards over days."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from companion.intake import canonical_key
from companion.intake.ats import greenhouse, lever
from companion.intake.changes import changes
from companion.intake.dates import read_date
from companion.intake.dedupe import group
from companion.intake.draft import Draft
from companion.intake.fingerprint import fingerprint
from companion.intake.places import read_location
from companion.model.posting import Posting
from tests.benchmarks import Row

_AT = datetime(2026, 8, 22, tzinfo=UTC)


def run(corpora: Path) -> Iterable[Row]:
    jobs = corpora / "jobs"
    same = _lines(jobs / "dedupe" / "same_job.jsonl.gz")
    different = _lines(jobs / "dedupe" / "different_jobs.jsonl.gz")
    for case, url in (("with addresses", True), ("without addresses", False)):
        joined = [
            len(group([_posting(str(n), record, url) for n, record in enumerate(entry["records"])])) == 1
            for entry in same
        ]
        if joined:
            yield Row(case=case, metric="same_job joined", value=sum(joined) / len(joined), n=len(joined))
        told = [pair for pair in different if pair["a"]["location"] != pair["b"]["location"] or url]
        merged = [len(group([_posting("a", pair["a"], url), _posting("b", pair["b"], url)])) == 1 for pair in told]
        if merged:
            yield Row(case=case, metric="different_jobs merged", value=sum(merged) / len(merged), n=len(merged))
    flat = _lines(jobs / "scale" / "postings_flat.jsonl.gz") + _lines(jobs / "scale" / "full_descriptions.jsonl.gz")
    postings = [_posting(str(number), record, True) for number, record in enumerate(flat)]
    for share in (8, 4, 2, 1):
        part = postings[: len(postings) // share]
        started = time.perf_counter()
        found = group(part)
        if part:
            took = time.perf_counter() - started
            yield Row(case=f"{len(part)} postings", metric="seconds", value=took, n=len(found), peer={"budget": 60})
    yield from _longitudinal(jobs)


def _longitudinal(jobs: Path) -> Iterable[Row]:
    truth: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in _lines(jobs / "longitudinal_truth.jsonl.gz"):
        truth[entry["board"]].append(entry)
    right: dict[str, list[bool]] = defaultdict(list)
    for board, entries in truth.items():
        files = sorted((jobs / "longitudinal" / board).glob("*.json.gz"))
        looks = [_drafts(board, json.loads(gzip.decompress(file.read_bytes()))) for file in files]
        if len(looks) < 2:
            continue
        first, last = looks[0], looks[-1]
        between = changes(first, last)
        # Each look is compared with the last known version of every job, as the store knows it: some looks miss jobs.
        known: dict[str, Draft] = {}
        edited: set[str] = set()
        for look in looks:
            edited |= changes(list(known.values()), look).edited
            known |= {draft.ats_job: draft for draft in look}
        for entry in entries:
            job = str(entry["id"])
            if entry["new_after_first"] and entry["in_last"]:
                right["opened found"].append(job in between.opened)
            if not entry["new_after_first"] and not entry["in_last"]:
                right["closed found"].append(job in between.closed)
            if entry["n_seen"] > 1 and (entry["body_versions"] > 1 or entry["title_versions"] > 1):
                right["edited found"].append(job in edited)
    for metric, hits in right.items():
        yield Row(case="longitudinal", metric=metric, value=sum(hits) / len(hits), n=len(hits))


def _drafts(board: str, payload: Any) -> list[Draft]:
    if board.startswith("lever"):
        return [
            lever.api_draft(job, _AT) for job in (payload if isinstance(payload, list) else payload.get("data", []))
        ]
    return [greenhouse.api_draft(job, _AT) for job in payload["jobs"]]


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def _posting(number: str, record: dict[str, Any], url: bool) -> Posting:
    location = read_location(record.get("location") or "")
    address = (record.get("url") or "") if url else ""
    posted: date | None = read_date(record.get("posted"), _AT)
    return Posting(
        id=number, canonical_key=canonical_key(company=(record.get("company") or ""), title=(record.get("title") or "")), url=address, title=(record.get("title") or "")[:900],
        company=(record.get("company") or "")[:900], places=location.places, mode=location.mode, posted=posted, captured_at=_AT,
        fingerprint=fingerprint(record.get("description") or ""),
    )  # fmt: skip
