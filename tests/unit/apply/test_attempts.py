from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from companion.apply import Attempts
from companion.apply.claim import objection
from companion.errors import AlreadyApplied, ApprovalVoid, IllegalTransition
from companion.model.application import EvidenceItem, Page, SentFile
from companion.model.form import Action
from companion.model.posting import Posting
from companion.store import Store

SCHEMA = "a" * 64
FILE = SentFile(name="cv.pdf", sha256="b" * 64, size=10)
AT = datetime(2026, 3, 1, tzinfo=UTC)


def page(value: str = "Tove") -> Page:
    return Page(
        url="https://x", schema_hash=SCHEMA, actions=(Action(field_id="f", kind="fill", label="Name", values=(value,)),)
    )


def seen(supports: bool = True) -> EvidenceItem:
    return EvidenceItem(kind="page", supports=supports, seen="Thank you", at=AT)


def approved(attempts: Attempts, posting: Posting, **how: bool) -> str:
    attempt = attempts.begin(posting, channel="headless", **how)
    ready = attempts.planned(attempt.id, [page()], [FILE], complete=True)
    return attempts.approve(ready.id, ready.content_hash).id


def submitted(attempts: Attempts, posting: Posting) -> str:
    name = approved(attempts, posting)
    attempts.submitting(name)
    return attempts.settle(name, "submitted", "", [seen()]).id


def test_the_open_attempt_is_taken_up_again(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    assert attempts.begin(posting, channel="headless").id == attempts.begin(posting, channel="tab").id


def test_the_same_job_under_another_address_and_board_is_not_applied_to_twice(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    submitted(attempts, posting)
    twin = msgspec.structs.replace(posting, id="p2", url="https://board.example.org/9", version=0)
    store.postings.add(twin)
    with pytest.raises(AlreadyApplied):
        attempts.begin(twin, channel="tab")


def test_applying_again_is_possible_on_purpose(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    first = submitted(attempts, posting)
    again = attempts.begin(posting, channel="headless", repeat=True)
    assert again.id != first
    assert again.repeat


def test_even_on_purpose_not_while_the_outcome_is_unknown(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    attempts.submitting(name)
    for _ in ("submitting", "unknown"):
        with pytest.raises(AlreadyApplied):
            attempts.begin(posting, channel="headless", repeat=True)
        if store.attempts.get(name).state == "submitting":
            attempts.settle(name, "unknown", "lost", [])


def test_the_cooldown_of_an_employer_holds_for_its_other_jobs(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    submitted(attempts, posting)
    other = store.postings.add(msgspec.structs.replace(posting, id="p3", canonical_key="acme:2", version=0))
    with pytest.raises(AlreadyApplied, match="30 days"):
        attempts.begin(other, channel="headless", cooldown=timedelta(days=30))
    later = Attempts(store, clock=lambda: datetime.now(UTC) + timedelta(days=31))
    assert later.begin(other, channel="headless", cooldown=timedelta(days=30)).state == "preparing"


def test_an_approval_is_void_when_a_value_changes(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    changed = attempts.planned(name, [page("Eva")], [FILE], complete=True)
    assert (changed.state, changed.approval) == ("ready", "")
    with pytest.raises(IllegalTransition):
        attempts.submitting(name)


def test_an_approval_survives_a_second_look_at_the_same_thing(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    assert attempts.planned(name, [page()], [FILE], complete=True).state == "approved"


def test_only_what_was_shown_can_be_approved(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    attempt = attempts.begin(posting, channel="headless")
    attempts.planned(attempt.id, [page()], [FILE], complete=True)
    with pytest.raises(ApprovalVoid):
        attempts.approve(attempt.id, "c" * 64)


def test_of_many_that_want_to_send_exactly_one_may(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)

    def send(_: int) -> bool:
        try:
            attempts.submitting(name)
        except IllegalTransition:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(send, range(40))) == 1


def test_of_many_that_want_to_begin_all_get_the_same_attempt(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(lambda _: attempts.begin(posting, channel="headless").id, range(40)))
    assert len(names) == 1
    assert store.attempts.count() == 1


def test_what_was_being_sent_when_it_stopped_is_unknown(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    attempts.submitting(name)
    assert [one.id for one in attempts.recover()] == [name]
    assert store.attempts.get(name).state == "unknown"
    assert store.applications.by("canonical_key", posting.canonical_key)[0].status == "unknown"


@pytest.mark.parametrize(("went_through", "state"), [(True, "submitted"), (False, "failed")])
def test_the_person_settles_an_unknown_outcome(store: Store, posting: Posting, went_through: bool, state: str) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    attempts.submitting(name)
    attempts.recover()
    settled = attempts.person_says(name, went_through)
    assert settled.state == state
    assert settled.evidence[-1].kind == "person"


def test_what_is_settled_stays_settled(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    name = submitted(attempts, posting)
    for state in ("failed", "unknown", "preparing", "approved", "submitting"):
        with pytest.raises(IllegalTransition):
            attempts.move(name, state)


def test_an_outcome_needs_an_application(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    attempts.begin(posting, channel="headless")
    with pytest.raises(IllegalTransition):
        attempts.outcome(posting.canonical_key, "interview")


def test_an_interview_follows_a_submission(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    submitted(attempts, posting)
    assert attempts.outcome(posting.canonical_key, "interview", "They wrote.").status == "interview"


def test_applied_by_hand_blocks_a_second_one(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    assert attempts.applied_by_hand(posting).state == "submitted"
    with pytest.raises(AlreadyApplied):
        attempts.begin(posting, channel="headless")


def test_the_same_job_on_another_board_is_not_applied_to_twice_though_its_key_differs(
    store: Store, posting: Posting
) -> None:
    attempts = Attempts(store)
    submitted(attempts, posting)
    twin = store.postings.add(msgspec.structs.replace(posting, id="p4", canonical_key="board:9", version=0))
    with pytest.raises(AlreadyApplied, match="another address"):
        attempts.begin(twin, channel="headless", same=[posting.canonical_key])
    assert attempts.begin(twin, channel="headless", same=[posting.canonical_key], repeat=True).state == "preparing"


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_boards_that_were_approved_side_by_side_only_one_is_sent(
    store: Store, posting: Posting, first: int
) -> None:
    attempts = Attempts(store)
    twin = store.postings.add(msgspec.structs.replace(posting, id="p4", canonical_key="board:9", version=0))
    names = [approved(attempts, posting), attempts.begin(twin, channel="headless", same=[posting.canonical_key]).id]
    ready = attempts.planned(names[1], [page()], [FILE], complete=True)
    attempts.approve(ready.id, ready.content_hash)
    attempts.submitting(names[first])
    with pytest.raises(AlreadyApplied):
        attempts.submitting(names[1 - first])


def test_the_cooldown_knows_an_employer_by_its_name_without_the_legal_form(store: Store, posting: Posting) -> None:
    attempts = Attempts(store)
    submitted(attempts, posting)
    for company, refused in (("ACME Gauges GmbH", True), ("Acme Gaugesmiths", False)):
        other = msgspec.structs.replace(posting, canonical_key=company, company=company)
        against = objection(store, other, datetime.now(UTC), cooldown=timedelta(days=30))
        assert (against is not None) == refused


CHANGES = {
    "a value": ([page("Eva")], [FILE], "Name: Tove → Eva"),
    "a new question": ([Page(url="", schema_hash="e" * 64, actions=(*page().actions, msgspec.structs.replace(
        page().actions[0], field_id="g", label="Boat licence", kind="leave", values=()))),], [FILE],
        "new: Boat licence (left to you)"),
    "an option list": ([msgspec.structs.replace(page(), schema_hash="c" * 64)], [FILE], "options changed"),
    "a file": ([page()], [msgspec.structs.replace(FILE, sha256="d" * 64)], "cv.pdf: file bbbbbbbb → file dddddddd"),
    "a file gone": ([page()], [], "gone: cv.pdf (file bbbbbbbb)"),
}  # fmt: skip


@pytest.mark.parametrize(("pages", "files", "named"), CHANGES.values(), ids=CHANGES)
def test_whatever_changes_voids_the_approval_and_is_shown(
    store: Store, posting: Posting, pages: list[Page], files: list[SentFile], named: str
) -> None:
    attempts = Attempts(store)
    name = approved(attempts, posting)
    changed = attempts.planned(name, pages, files, complete=True)
    assert (changed.state, changed.approval) == ("ready", "")
    assert named in changed.problem
    assert named in store.applications.by("canonical_key", posting.canonical_key)[0].history[-1].why
