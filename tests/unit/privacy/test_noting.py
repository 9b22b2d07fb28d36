"""Every approval, every value that leaves and every sensitive fact read is in the audit, without a value."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.apply.attempts import Attempts
from companion.model.application import Page
from companion.model.form import Action, Plan
from companion.model.posting import Posting
from companion.privacy import audit
from companion.privacy.noting import note_plan
from companion.settings import Settings
from companion.store import Store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ACTIONS = (
    Action(field_id="1", kind="fill", values=("zebulon@example.com",), fact="basics/email"),
    Action(field_id="2", kind="choose", values=("Non-binary",), fact="application/eeo/gender", sensitive=True),
    Action(field_id="3", kind="attach", values=("resume.pdf",), meaning="file.resume"),
    Action(field_id="4", kind="leave", fact="application/dateOfBirth", sensitive=True),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path / "data", keys="file")) as opened:
        yield opened


def test_a_plan_notes_the_sensitive_facts_it_uses(store: Store) -> None:
    note_plan(store, Plan(id="p", url="https://jobs.example.com/x?email=zebulon", actions=ACTIONS, created_at=NOW))
    (entry,) = store.audit.where()
    assert entry.detail is not None
    assert (entry.kind, entry.detail.host, entry.detail.facts) == (
        "read",
        "jobs.example.com",
        ("application/eeo/gender",),
    )
    note_plan(store, Plan(id="q", actions=ACTIONS[:1], created_at=NOW))
    assert store.audit.count() == 1


def test_an_approval_and_what_leaves_are_noted_with_the_move(store: Store) -> None:
    posting = Posting(
        id="p", canonical_key="k", url="https://jobs.example.com/1", title="Baker", company="Oven", captured_at=NOW
    )
    store.postings.add(posting)
    attempts = Attempts(store)
    attempt = attempts.begin(posting, channel="headless")
    page = Page(url="https://forms.example.com/apply", schema_hash="", actions=ACTIONS)
    ready = attempts.planned(attempt.id, [page], [], complete=True)
    attempts.approve(attempt.id, ready.content_hash)
    attempts.submitting(attempt.id)
    approved, left = sorted(store.audit.where(), key=lambda entry: entry.number)
    assert approved.kind == "approved"
    assert approved.detail is not None
    assert approved.detail.subject == attempt.id
    assert left.detail is not None
    assert (left.kind, left.detail.host) == ("left", "forms.example.com")
    assert left.detail.facts == ("basics/email", "application/eeo/gender", "file.resume")
    assert "zebulon" not in repr(store.audit.where())
    assert "Non-binary" not in repr(store.audit.where())
    assert audit.verify(store).valid
