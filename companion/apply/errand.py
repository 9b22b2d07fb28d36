"""What is to be done with one form, and what was done and seen on the way through it."""

from dataclasses import dataclass, field

from companion.apply.approval import Difference
from companion.apply.evidence import Aftermath
from companion.apply.filling import Planner
from companion.apply.hands import Attachment
from companion.model.application import Page
from companion.model.form import Action, Plan, Snapshot


@dataclass(frozen=True, kw_only=True)
class Errand:
    """One form to go through. `partners` are further sites of its ATS; `patience` seconds to wait for the outcome."""

    url: str
    planner: Planner
    attachments: tuple[Attachment, ...] = ()
    partners: frozenset[str] = frozenset()
    patience: float = 30.0


@dataclass(kw_only=True)
class Walk:
    """What was done and seen on the way. `needs` says in words what only the person can do; empty where nothing."""

    pages: list[Page] = field(default_factory=list[Page])
    plans: list[Plan] = field(default_factory=list[Plan])
    missing: list[Action] = field(default_factory=list[Action])
    complete: bool = False
    """Whether the last page, the one with the submit button, was reached and has no gap."""
    staged: bool = False
    """Whether the form shows further pages only after this one was sent."""
    needs: str = ""
    kind: str = ""
    """`challenge`, `login`, `gone`, `moved`, `no-form`, `no-button`, `refused`, `changed`, `hung`, or empty."""
    snapshot: Snapshot | None = None
    screenshot: bytes = b""
    after: bytes = b""
    changed: tuple[Difference, ...] = ()
    anew: tuple[Page, ...] = ()
    """What would be sent after a form came back: the same facts in the notation its messages ask for."""
    aftermath: Aftermath | None = None
    nothing_sent: bool = False
    clicked: bool = False
    """Whether `submitting` was made durable: something may have been sent."""
    passed: int = 0
    """How many pages lie behind: each was accepted, and another page came."""
    home: frozenset[str] = frozenset()
    oddities: tuple[str, ...] = ()

    @property
    def broke(self) -> bool:
        """Whether the site itself broke at the submission: an answer of 5xx, or a connection without an answer."""
        seen = self.aftermath
        return seen is not None and (seen.lost or any(answer.status >= 500 for answer in seen.answers))
