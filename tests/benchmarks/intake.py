"""Reading accuracy a field and ATS: the page's JSON-LD is removed and what the other readers find is compared with it.

A field counts only where the rest of the page shows it: a date in no form on the page cannot be read from it. Beside
it stands trafilatura alone (its metadata and text) on the same masked page.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median

import trafilatura
from trafilatura.metadata import extract_metadata

from companion.errors import SincerelyError
from companion.intake import CapturedPage, Reading, read
from companion.intake.draft import Draft
from companion.intake.gazetteer import fold
from companion.intake.identity import company_key, title_key
from companion.intake.page import Page
from companion.intake.structured import posting_draft
from companion.model.posting import Pay, Place
from tests.benchmarks import Row
from tests.benchmarks._pages import AT, pages
from tests.benchmarks._searches import searches

_FIELDS = ("title", "company", "location", "date", "pay", "description")


class _Tally:
    def __init__(self) -> None:
        self.ours: dict[str, list[float]] = defaultdict(list)
        self.peer: dict[str, list[float]] = defaultdict(list)


def run(corpora: Path) -> Iterable[Row]:
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    ours_ms: list[float] = []
    peer_ms: list[float] = []
    for entry in pages(corpora, "pages", "portals"):
        drafts = [posting_draft(item, "json-ld", AT) for item in entry.truth]
        drafts = [draft for draft in drafts if draft.title]
        if len({draft.title for draft in drafts}) != 1:
            continue
        truth, masked = drafts[0], entry.masked()
        started = time.perf_counter()
        reading = _read(masked)
        ours_ms.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        peer_title, peer_company, peer_date, peer_text = _trafilatura(masked.html)
        peer_ms.append((time.perf_counter() - started) * 1000)
        shown = _Shown(masked)
        for group in (entry.group, "all"):
            tally = tallies[group]
            for field, score in _compare(truth, reading, shown):
                tally.ours[field].append(score)
            peer = Draft(source="peer", title=peer_title, company=peer_company, posted=peer_date, description=peer_text)
            for field, score in _compare_draft(truth, peer, shown):
                if field in ("title", "company", "date", "description"):
                    tally.peer[field].append(score)
    for group in sorted(tallies, key=lambda name: (name == "all", name)):
        tally = tallies[group]
        for field in _FIELDS:
            if scores := tally.ours[field]:
                beside = tally.peer[field]
                peer = {"trafilatura": sum(beside) / len(beside)} if beside else {}
                yield Row(case=group, metric=field, value=sum(scores) / len(scores), n=len(scores), peer=peer)
    yield from searches(corpora)
    if ours_ms:
        yield Row(
            case="all", metric="median ms", value=median(ours_ms), n=len(ours_ms), peer={"trafilatura": median(peer_ms)}
        )


class _Shown:
    """What the masked page shows: a field that is nowhere on it cannot be asked of a reader."""

    def __init__(self, page: CapturedPage) -> None:
        parsed = Page(page)
        self.text = fold(parsed.text + " " + " ".join(script.body for script in parsed.scripts))
        self.title = fold(parsed.title + " " + parsed.meta.get("og:title", ""))
        self.raw = page.html
        self.words = frozenset(re.findall(r"\w+", self.text))

    def has_date(self, day: date) -> bool:
        forms = {
            day.isoformat(), day.strftime("%d.%m.%Y"), day.strftime("%d/%m/%Y"), day.strftime("%m/%d/%Y"),
            f"{day.strftime('%B')} {day.day}, {day.year}", f"{day.day} {day.strftime('%B')} {day.year}",
            f"{day.strftime('%b')} {day.day}, {day.year}", f"{day.day} {day.strftime('%b')} {day.year}",
        }  # fmt: skip
        return any(form in self.raw for form in forms)

    def has_amount(self, amount: float | None) -> bool:
        if amount is None:
            return True
        whole = f"{amount:.2f}".rstrip("0").rstrip(".")
        thousands = [f"{int(amount):,}".replace(",", mark) for mark in (",", ".", " ", "'", "")]
        short = [f"{amount / 1000:g}k"] if amount >= 1000 else []
        return any(form.lower() in self.text for form in (whole, *thousands, *short))

    def has_words(self, text: str) -> float:
        words = re.findall(r"\w+", fold(text))
        return sum(word in self.words for word in words) / len(words) if words else 0.0


def _read(page: CapturedPage) -> Reading | None:
    try:
        return read(page)
    except SincerelyError:
        return None


def _trafilatura(html: str) -> tuple[str, str, date | None, str]:
    meta = extract_metadata(html)
    text = trafilatura.extract(html, favor_recall=True) or ""
    if meta is None:
        return "", "", None, text
    try:
        posted = date.fromisoformat(str(meta.date)) if meta.date else None
    except ValueError:
        posted = None
    return str(meta.title or ""), str(meta.sitename or ""), posted, text


def _compare(truth: Draft, reading: Reading | None, shown: _Shown) -> Iterable[tuple[str, float]]:
    if reading is None:
        return _compare_draft(truth, Draft(source="none"), shown)
    posting = reading.posting
    found = Draft(
        source="ours", title=posting.title, company=posting.company, places=posting.places, pay=posting.pay,
        posted=posting.posted, description=reading.description, mode=posting.mode,
    )  # fmt: skip
    return _compare_draft(truth, found, shown)


def _compare_draft(truth: Draft, found: Draft, shown: _Shown) -> Iterable[tuple[str, float]]:
    if fold(truth.title) in shown.text + shown.title:
        yield "title", title_key(truth.title) == title_key(found.title)
    if truth.company and fold(truth.company) in shown.text + shown.title:
        yield "company", company_key(truth.company) == company_key(found.company)
    if named := [place for place in truth.places if _is_shown(place, shown)]:
        yield "location", any(_same_place(place, other) for place in named for other in found.places)
    if truth.posted and shown.has_date(truth.posted):
        yield "date", truth.posted == found.posted
    if truth.pay and shown.has_amount(truth.pay.minimum) and shown.has_amount(truth.pay.maximum):
        yield "pay", _same_pay(truth.pay, found.pay)
    if shown.has_words(truth.description) > 0.97 and len(truth.description) > 200:
        yield "description", token_f1(truth.description, found.description)


def _is_shown(place: Place, shown: _Shown) -> bool:
    return bool(place.city) and fold(place.city) in shown.text


def _same_place(truth: Place, found: Place) -> bool:
    same_city = fold(truth.city) == fold(found.city)
    return same_city and (not truth.country or not found.country or truth.country == found.country)


def _same_pay(truth: Pay, found: Pay | None) -> bool:
    if found is None:
        return False
    return (truth.minimum, truth.maximum, truth.currency, truth.period) == (
        found.minimum, found.maximum, found.currency, found.period,
    )  # fmt: skip


def token_f1(truth: str, found: str) -> float:
    """F1 over the multisets of words."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for index, text in enumerate((truth, found)):
        for word in re.findall(r"\w+", fold(text)):
            counts[word][index] += 1
    shared = sum(min(pair) for pair in counts.values())
    total = sum(sum(pair) for pair in counts.values())
    return 2 * shared / total if total else 0.0
