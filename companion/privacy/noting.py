"""What the road tells the audit: facts a plan read, what a person approved, what was sent where. Never a value."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from companion.model.application import Attempt
from companion.model.form import Action, Plan
from companion.privacy.audit import record
from companion.store import Store


def note_plan(store: Store, plan: Plan) -> None:
    """Note the sensitive facts a plan read. Call it in the commit that stores the plan."""
    facts = _facts(action for action in plan.actions if action.sensitive)
    if facts:
        subject = plan.attempt_id or plan.id
        record(store, "read", "Sensitive facts put into a plan", host=_host(plan.url), subject=subject, facts=facts)


def note_attempt(store: Store, attempt: Attempt) -> None:
    """Note an approval, and what leaves with a submission. Call it in the commit that moves the attempt."""
    if attempt.state == "approved":
        record(store, "approved", f"What may be sent ({attempt.approval[:12]})", who="dashboard", subject=attempt.id)
    elif attempt.state == "submitting":
        sent: dict[str, list[Action]] = defaultdict(list)
        for page in attempt.pages:
            sent[_host(page.url)].extend(page.actions)
        for host, actions in sent.items():
            files = sum(action.kind == "attach" for action in actions)
            what = f"Application form sent ({files} files)" if files else "Application form sent"
            record(store, "left", what, host=host, subject=attempt.id, facts=_facts(actions))


def _facts(actions: Iterable[Action]) -> tuple[str, ...]:
    """Paths of the facts that were used, and the meaning of what has none."""
    used = (action.fact or action.meaning for action in actions if action.kind != "leave")
    return tuple(dict.fromkeys(name for name in used if name))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
