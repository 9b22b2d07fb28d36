"""What the whole search adds up to, with its n: counts, rates with intervals, and when there is too little to say."""

import math
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from companion.model.application import Application
from companion.model.posting import Posting
from companion.store import Store
from companion.web.listing import BEFORE_SUBMIT, shelf_of, statuses

ENOUGH = 5
"""Fewest submitted applications in a group before a rate is shown for it."""
_ANSWERS = frozenset({"interview", "offer", "rejected"})
_Z = 1.959964
"""Normal quantile of a 95 % interval."""
_YEARLY = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 230.0, "hour": 1_840.0}
"""Periods in a working year: 46 weeks of 5 days of 8 hours."""


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """Of `n` submitted applications `k` were answered. `low` and `high` bound the rate (Wilson, 95 %)."""

    name: str
    k: int
    n: int

    @property
    def share(self) -> float:
        return self.k / self.n if self.n else 0.0

    @property
    def low(self) -> float:
        return _wilson(self.k, self.n, -1)

    @property
    def high(self) -> float:
        return _wilson(self.k, self.n, 1)

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH


class Flow(msgspec.Struct, frozen=True):
    """`count` jobs went from one stage to another."""

    source: str
    target: str
    count: int


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    flows: tuple[Flow, ...]
    funnel: tuple[tuple[str, int], ...]
    by_source: tuple[Rate, ...]
    by_ats: tuple[Rate, ...]
    by_score: tuple[Rate, ...]
    by_resume: tuple[Rate, ...]
    skills: tuple[tuple[str, int, bool], ...]
    """Skill, how many kept jobs ask for it, whether the profile has it."""
    pay: tuple[tuple[str, tuple[float, ...]], ...]
    """Currency → yearly middles of the stated ranges."""
    postings: int
    submitted: int


def insights(store: Store) -> Insights:
    """Everything the page shows, in one pass over the store."""
    postings = store.postings.where()
    by_key = {one.canonical_key: one for one in postings}
    applications = store.applications.where()
    sent = [one for one in applications if one.status not in BEFORE_SUBMIT and one.status != "submitting"]
    scores = store.matches.values("score")
    templates = _templates(store)
    return Insights(
        flows=_flows(postings, statuses(store), applications),
        funnel=_funnel(postings, applications, sent),
        by_source=_rates(sent, lambda one: _source(by_key.get(one.canonical_key))),
        by_ats=_rates(sent, lambda one: (p.ats if (p := by_key.get(one.canonical_key)) else "") or "unknown"),
        by_score=_rates(sent, lambda one: _band(scores.get(one.posting_id)), key=lambda rate: rate.name),
        by_resume=_rates(sent, lambda one: templates.get(one.canonical_key, "no resume of ours")),
        skills=_skills(store),
        pay=_pay(postings),
        postings=len(postings),
        submitted=len(sent),
    )


def answered(one: Application) -> bool:
    """Whether the employer said anything about it."""
    return one.status in _ANSWERS or any(step.state in _ANSWERS for step in one.history)


def _rates(
    sent: Iterable[Application],
    group: Callable[[Application], str],
    key: Callable[[Rate], object] = lambda rate: -rate.n,
) -> tuple[Rate, ...]:
    total: Counter[str] = Counter()
    replies: Counter[str] = Counter()
    for one in sent:
        total[group(one)] += 1
        replies[group(one)] += answered(one)
    found = [Rate(name=name, k=replies[name], n=n) for name, n in total.items()]
    return tuple(sorted(found, key=key))[:12]  # type: ignore[arg-type]


def _flows(postings: list[Posting], status: dict[str, str], applications: list[Application]) -> tuple[Flow, ...]:
    """Found → what became of it → what the employer did."""
    counts: Counter[tuple[str, str]] = Counter()
    for posting in postings:
        shelf = shelf_of(posting, status.get(posting.canonical_key, ""))
        counts["Found", {"inbox": "Not looked at", "applied": "Applied"}.get(shelf, shelf.capitalize())] += 1
    for one in applications:
        if one.status in BEFORE_SUBMIT or one.status == "submitting":
            continue
        states = {step.state for step in one.history} | {one.status}
        if one.status == "unknown":
            counts["Applied", "Outcome unknown"] += 1
        elif "interview" in states or "offer" in states:
            counts["Applied", "Interview"] += 1
            after = "Offer" if "offer" in states else "Rejected after it" if one.status == "rejected" else "Still open"
            counts["Interview", after] += 1
        elif one.status in ("rejected", "withdrawn"):
            counts["Applied", one.status.capitalize()] += 1
        else:
            counts["Applied", "No answer yet"] += 1
    return tuple(Flow(source, target, count) for (source, target), count in counts.items() if count)


def _funnel(
    postings: list[Posting], applications: list[Application], sent: list[Application]
) -> tuple[tuple[str, int], ...]:
    reached: Counter[str] = Counter()
    for one in sent:
        states = {step.state for step in one.history} | {one.status}
        reached["interview"] += bool(states & {"interview", "offer"})
        reached["offer"] += "offer" in states
    kept = sum(one.saved for one in postings)
    return (
        ("Found", len(postings)),
        ("Saved or prepared", max(kept, len(applications))),
        ("Submitted", len(sent)),
        ("Interview", reached["interview"]),
        ("Offer", reached["offer"]),
    )


def _skills(store: Store) -> tuple[tuple[str, int, bool], ...]:
    asked: Counter[str] = Counter()
    held: set[str] = set()
    names: dict[str, str] = {}
    for match in store.matches.where():
        for evidence in match.matched:
            held.add(evidence.name.casefold())
            names.setdefault(evidence.name.casefold(), evidence.name)
            asked[evidence.name.casefold()] += 1
        for name in match.missing:
            names.setdefault(name.casefold(), name)
            asked[name.casefold()] += 1
    return tuple((names[name], count, name in held) for name, count in asked.most_common(20))


def _pay(postings: list[Posting]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    found: dict[str, list[float]] = {}
    for one in postings:
        if one.pay is None or not one.pay.currency or one.pay.period not in _YEARLY:
            continue
        ends = [end for end in (one.pay.minimum, one.pay.maximum) if end is not None]
        if ends:
            found.setdefault(one.pay.currency, []).append(sum(ends) / len(ends) * _YEARLY[one.pay.period])
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    return tuple((currency, tuple(amounts)) for currency, amounts in ordered[:4])


def _templates(store: Store) -> dict[str, str]:
    """Canonical key → the resume's template and whether it was tailored."""
    found: dict[str, str] = {}
    for attempt in store.attempts.where(lambda one: bool(one.resume_id)):
        resume = store.resumes.find(attempt.resume_id)
        if resume is not None:
            found[attempt.canonical_key] = f"{resume.template}, {'tailored' if resume.posting_id else 'base'}"
    return found


def _source(posting: Posting | None) -> str:
    return (posting.seen[0].portal if posting and posting.seen else "") or "your browser"


def _band(score: int | None) -> str:
    if score is None:
        return "not scored"
    low = min(score // 20 * 20, 80)
    return f"{low:02}–{low + (20 if low == 80 else 19)}"


def _wilson(k: int, n: int, side: int) -> float:
    """One end of the Wilson score interval (Wilson 1927)."""
    if not n:
        return 0.0 if side < 0 else 1.0
    share, z2 = k / n, _Z * _Z
    middle = share + z2 / (2 * n)
    reach = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return min(1.0, max(0.0, (middle + side * reach) / (1 + z2 / n)))
