"""What a walk adds up to once something was sent: the verdict, why in words, its evidence. Writes nothing."""

from collections.abc import Sequence
from datetime import datetime

from companion.apply.approval import told
from companion.apply.errand import Walk
from companion.apply.evidence import Verdict, judge, observe
from companion.model.application import EvidenceItem, Page, Sign

_SIGNED_OUT = frozenset({401, 419, 440})
"""Answers by which sites say that a session is over (401; 419 and 440 by custom of Laravel and IIS)."""


def ended(walk: Walk, approved: Sequence[Page], at: datetime) -> tuple[Verdict, str, tuple[EvidenceItem, ...]]:
    """How a walk through the `approved` pages ended, of which at least one was sent."""
    if walk.aftermath is not None:
        evidence = observe(walk.aftermath, at, walk.home)
        if walk.nothing_sent:
            evidence = (*evidence, _against("nothing_sent", "No request left the browser", at))
        verdict, why = judge(evidence, nothing_sent=walk.nothing_sent)
        return verdict, why, evidence
    if walk.staged:
        why = "The form asked for a further page instead of ending: nothing was submitted yet."
        return "failed", why, (_against("validation", why, at),)
    if stopped_halfway(walk, approved):
        asked = ", ".join(dict.fromkeys(action.label or action.meaning for action in walk.missing))
        reason = walk.needs or f"A question could not be answered: {asked}"
        reason += f" {told(walk.changed)}" if walk.changed else ""
        why = f"It stopped at page {walk.passed + 1} of {len(approved)}: nothing was submitted. {reason}"[:1000]
        return "failed", why, (_against("sign_in" if walk.kind == "login" else "trouble", why, at),)
    return "unknown", walk.needs or "It is not known how it ended.", ()


def stopped_halfway(walk: Walk, approved: Sequence[Page]) -> bool:
    """Whether the walk ended on a page behind which further approved pages lie: it led on before, so it was no end."""
    return walk.clicked and walk.aftermath is None and not walk.staged and walk.passed < len(approved)


def for_the_person(walk: Walk, evidence: Sequence[EvidenceItem]) -> str:
    """What only the person can do before the form can be sent after all; "" where that is not the trouble."""
    if walk.kind in ("challenge", "login"):
        return walk.needs
    if any(item.kind == "server" and item.status in _SIGNED_OUT for item in evidence):
        return "The site ended the session and wants you to sign in."
    return ""


def _against(sign: Sign, seen: str, at: datetime) -> EvidenceItem:
    return EvidenceItem(kind="page", sign=sign, supports=False, seen=seen, at=at)
