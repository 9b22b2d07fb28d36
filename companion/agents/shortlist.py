"""Which of the jobs a search brought are worth the person's time first, each with the reasons in a few words."""

from collections.abc import Callable, Sequence

import msgspec

from companion.intake.dedupe import same_job
from companion.model.match import Match
from companion.model.posting import Posting

LEAST = 60
"""Score from which a job is shortlisted: what lies below is found under Jobs like everything else."""
_MOST = 5
_REASONS = 3


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One shortlisted job. `why`: requirements met; `but`: requirements of which the profile says nothing."""

    posting_id: str
    score: int
    why: tuple[str, ...]
    but: tuple[str, ...] = ()


def shortlist(found: Sequence[Posting], match_of: Callable[[str], Match | None]) -> tuple[Choice, ...]:
    """The best of `found`, best first: scored, nothing against them, one a job however many boards have it."""
    scored = [(one, match) for one in found if not one.dismissed and (match := match_of(one.id)) is not None]
    fit = [(one, match, match.score) for one, match in scored if match.score is not None and match.score >= LEAST]
    chosen: list[tuple[Posting, Choice]] = []
    for posting, match, score in sorted(fit, key=lambda one: (-one[2], one[0].id)):
        if any(blocker.hard and not blocker.overruled for blocker in match.blockers):
            continue
        if same_job(posting, [one for one, _ in chosen]):
            continue
        met = sorted(match.matched, key=lambda one: not one.must)
        why = tuple(_met(one.name, one.years) for one in met[:_REASONS])
        chosen.append((posting, Choice(posting_id=posting.id, score=score, why=why, but=match.missing[:_REASONS])))
        if len(chosen) == _MOST:
            break
    return tuple(choice for _, choice in chosen)


def told(choice: Choice, posting: Posting) -> str:
    """A shortlisted job in one sentence."""
    reasons = ", ".join(choice.why) or "by title and place"
    but = f"; not in your profile: {', '.join(choice.but)}" if choice.but else ""
    at = f" at {posting.company}" if posting.company else ""
    return f"{posting.title}{at}, {choice.score} of 100: {reasons}{but}."


def _met(name: str, years: float | None) -> str:
    return f"{name} {years:.0f} y" if years and years >= 1 else name
