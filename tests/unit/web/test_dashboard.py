"""What the dashboard's forms do, seen in the store; and that nothing a person wrote gets into a log or an address."""

import hmac
import html
import logging
import re
import time
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from companion.logs import write_logs
from companion.model.application import Proposal
from companion.model.document import now
from companion.model.run import Notice
from companion.web.form import as_number
from companion.web.recall import Recall
from tests.seed import PERSON
from tests.unit.web.conftest import OWN, Visitor

CANARY = "Zyzzyva-Canary-7731"


def profile(visitor: Visitor):
    found = visitor.services.search.profile()
    assert found is not None
    return found


def test_a_new_person_is_led_from_resume_to_pairing(visitor: Visitor) -> None:
    visitor.sign_in()
    assert "Start with your resume" in visitor.http.get("/").text
    resume = msgspec.json.encode(PERSON)
    answer = visitor.send("/welcome/import", {}, files={"file": ("mira.json", resume)})
    assert answer.headers["location"] == "/welcome?step=profile"
    assert "Heron Logistics" in visitor.http.get("/welcome?step=profile").text
    wants = {
        "titles": "Backend Engineer\nData Engineer",
        "places": "Berlin, DE\nFR",
        "modes": ["hybrid", "remote"],
        "pay": "70000",
        "currency": "eur",
        "hard": ["modes"],
        "next": "/welcome?step=pairing",
    }
    assert visitor.send("/profile/preferences", wants).headers["location"] == "/welcome?step=pairing"
    kept = profile(visitor).preferences
    assert kept.titles == ("Backend Engineer", "Data Engineer")
    assert [(one.city, one.country) for one in kept.places] == [("Berlin", "DE"), ("", "FR")]
    assert kept.pay_floor is not None
    assert (kept.pay_floor.minimum, kept.pay_floor.currency, kept.hard) == (70000.0, "EUR", frozenset({"modes"}))
    visitor.send("/settings/pairing/code", {"a": "b"})
    code = visitor.pairing.pending()
    assert code is not None
    assert code.digits[:3] in visitor.http.get("/welcome?step=pairing").text


def test_a_removed_resume_can_be_put_back_as_it_was(seeded: Visitor) -> None:
    store = seeded.services.store
    one = store.resumes.where()[0]
    assert seeded.send(f"/resumes/{one.id}/remove", {"a": "b"}).status_code == 303
    assert store.resumes.find(one.id) is None
    assert seeded.undo(seeded.http.get("/resumes").text).headers["location"] == f"/resumes/{one.id}"
    assert msgspec.structs.replace(store.resumes.get(one.id), version=one.version) == one
    assert seeded.http.get(f"/files/{one.pdf}").status_code == 200


def test_today_counts_the_jobs_that_the_list_shows(seeded: Visitor) -> None:
    shelf = re.search(r'To look through <span class="figure">(\d+)', seeded.http.get("/jobs").text)
    assert shelf
    assert f"{shelf[1]} jobs to look through" in seeded.http.get("/").text


def test_an_entry_is_changed_removed_and_put_back(seeded: Visitor) -> None:
    before = profile(seeded)
    form = {
        "version": before.version,
        "name": "Heron AG",
        "position": "Lead",
        "start_date": "2020-04",
        "highlights": "One\n\nTwo",
    }
    assert seeded.send("/profile/work/0", form).status_code == 303
    changed = profile(seeded)
    assert (changed.work[0].name, changed.work[0].highlights) == ("Heron AG", ("One", "Two"))
    assert seeded.send("/profile/work/0", form).status_code == 409
    assert (
        seeded.send("/profile/work/0", form | {"version": changed.version, "start_date": "last spring"}).status_code
        == 400
    )
    assert seeded.send("/profile/work/9", form | {"version": changed.version}).status_code == 404
    assert seeded.send("/profile/work/0/remove", {"version": changed.version}).status_code == 303
    assert len(profile(seeded).work) == 1
    undo = seeded.http.get("/profile").text
    fields = dict(re.findall(r'<input type="hidden" name="(version|entry)" value="([^"]*)">', undo))
    entry = fields["entry"].replace("&#34;", '"')
    assert seeded.send("/profile/work/0", {"version": profile(seeded).version, "entry": entry}).status_code == 303
    assert profile(seeded).work == changed.work


def test_facts_that_forms_ask_are_kept_as_said_and_unsaid_ones_stay_unknown(seeded: Visitor) -> None:
    form = {
        "version": profile(seeded).version,
        "country.0": "de",
        "authorized.0": "yes",
        "now.0": "no",
        "country.3": "US",
        "authorized.3": "no",
        "notice_amount": "2",
        "notice_unit": "month",
        "eeo.gender": "decline",
    }
    assert seeded.send("/profile/facts", form).status_code == 303
    kept = profile(seeded).application
    assert {
        code: (one.authorized, one.sponsorship_now, one.sponsorship_future) for code, one in kept.authorization.items()
    } == {"DE": (True, False, None), "US": (False, None, None)}
    assert kept.notice is not None
    assert (kept.notice.amount, kept.notice.unit) == (2.0, "month")
    assert (kept.driving_licence, kept.pay_expected, kept.eeo["gender"].choice) == (None, None, "decline")
    wrong = {"version": profile(seeded).version, "expected": "80000"}
    assert seeded.send("/profile/facts", wrong).status_code == 400
    assert profile(seeded).application == kept


@pytest.mark.parametrize(
    ("written", "amount"),
    [("80,000", 80_000), ("80.000", 80_000), ("80 000,50", 80_000.5), ("62.5", 62.5), ("62,5", 62.5), ("80k", 80_000)],
)
def test_an_amount_is_read_as_people_write_it(written: str, amount: float) -> None:
    assert float(as_number(written)) == amount


def test_a_fact_that_cannot_be_gets_one_clear_message(seeded: Visitor) -> None:
    before = profile(seeded)
    cases: list[tuple[dict[str, str], str]] = [
        ({"country.0": "Germany", "authorized.0": "yes"}, "A country is not written as its two letters"),
        ({"country.0": "QQ"}, "A country is not written as its two letters"),
        ({"citizenships": "IN, ZZ"}, "A country is not written as its two letters"),
        ({"country.0": "DE", "country.1": "de"}, "A country stands twice"),
        ({"expected": "80,000"}, "The pay you expect needs its currency"),
        ({"current": "80000", "current_currency": "QQQ"}, "The pay now needs its currency"),
        ({"notice_amount": "soon"}, "Notice amount is not written as a number"),
        ({"notice_amount": "-2"}, "Notice amount is not written as a number"),
        ({"start": "2027-13"}, "The earliest start is no date of the calendar"),
        ({"date_of_birth": "2087-02-01"}, "The date of birth is no day of the past"),
        ({"eeo.gender": "answer"}, "set to be answered and has no answer"),
        ({"expected": "1", "start": "2027-02-30"}, "needs its currency as three letters (EUR, USD, INR). The earliest"),
    ]
    for wrong, said in cases:
        answer = seeded.send("/profile/facts", {"version": before.version} | wrong)
        assert answer.status_code == 400
        assert said in html.unescape(answer.text), wrong
    assert profile(seeded) == before


def test_jobs_are_saved_dismissed_and_taken_back_in_bulk(seeded: Visitor) -> None:
    store = seeded.services.store
    ids = [one.id for one in store.postings.where(lambda one: not one.saved and not one.dismissed)][:3]
    assert seeded.send("/jobs/bulk", {"action": "dismiss", "ids": ids}).status_code == 303
    assert all(store.postings.get(one).dismissed for one in ids)
    page = seeded.http.get("/jobs").text
    assert "Dismissed: 3 jobs." in page
    assert "Undo" in page
    assert seeded.send("/jobs/bulk", {"action": "restore", "ids": ids}).status_code == 303
    assert not any(store.postings.get(one).dismissed for one in ids)
    version = store.postings.get(ids[0]).version
    assert seeded.send("/jobs/bulk", {"action": "save", "ids": [ids[0], "no-such-job"]}).status_code == 404
    assert store.postings.get(ids[0]).version == version
    assert seeded.send("/jobs/bulk", {"action": "explode", "ids": ids}).status_code == 400


def test_the_list_is_searched_filtered_sorted_and_cut(seeded: Visitor) -> None:
    def titles(query: str) -> list[str]:
        page = seeded.http.get(f"/jobs?shelf=all&{query}").text
        return re.findall(r'data-open><strong dir="auto">(.*?)</strong>', page)

    everything = titles("sort=title")
    assert len(everything) == 30
    assert everything == sorted(everything, key=lambda one: one.replace("&#34;", '"').casefold())
    assert 0 < len(titles("q=engineer")) < 30
    assert titles("q=no-such-words") == []
    assert len(titles("offset=25")) == 5
    assert seeded.http.get("/jobs?sort=magic").status_code == 400
    assert seeded.http.get("/jobs?offset=-1").status_code == 400


def test_a_view_of_the_list_is_kept_by_name_and_forgotten(seeded: Visitor) -> None:
    form = {"name": "Remote Python", "query": "?q=python&mode=remote&shelf=all"}
    assert seeded.send("/jobs/views", form).headers["location"] == "/jobs?q=python&shelf=all&mode=remote"
    view = seeded.services.store.views.where()[0]
    assert "Remote Python" in seeded.http.get("/jobs").text
    assert seeded.send("/jobs/views", {"name": "x", "query": "?sort=magic"}).status_code == 400
    assert seeded.send("/jobs/views", {"query": "?q=x"}).status_code == 400
    assert seeded.send(f"/jobs/views/{view.id}/remove", {"a": "b"}).status_code == 303
    assert seeded.services.store.views.count() == 0


def test_a_list_is_reckoned_once_and_anew_after_any_change(seeded: Visitor) -> None:
    store = seeded.services.store
    recall, reckoned = Recall(store), list[int]()

    def count() -> int:
        reckoned.append(1)
        return store.postings.count()

    assert [recall.get("count", count) for _ in range(3)] == [30, 30, 30]
    assert len(reckoned) == 1
    store.notices.remove(store.notices.where()[0].id)
    assert recall.get("count", count) == 30
    assert len(reckoned) == 1
    seeded.services.search.mark(store.postings.where()[0].id, dismissed=True)
    assert recall.get("count", count) == 30
    assert len(reckoned) == 2


def test_an_approval_is_of_exactly_what_was_shown(seeded: Visitor) -> None:
    store = seeded.services.store
    ready = store.attempts.by("state", "ready")[0]
    assert seeded.send(f"/attempts/{ready.id}/approve", {"content_hash": "f" * 64}).status_code == 409
    assert seeded.send(f"/attempts/{ready.id}/approve", {"content_hash": "yes"}).status_code == 400
    assert seeded.send(f"/attempts/{ready.id}/approve", {"a": "b"}).status_code == 400
    assert store.attempts.get(ready.id).state == "ready"


def test_the_person_settles_what_nobody_saw(seeded: Visitor) -> None:
    store = seeded.services.store
    unknown = store.attempts.by("state", "unknown")[0]
    assert seeded.send(f"/attempts/{unknown.id}/settle", {"went_through": "perhaps"}).status_code == 400
    assert seeded.send(f"/attempts/{unknown.id}/settle", {"went_through": "true"}).status_code == 303
    settled = store.attempts.get(unknown.id)
    assert settled.state == "submitted"
    assert [one.kind for one in settled.evidence if one.supports] == ["person"]


def test_what_a_drifted_form_asks_can_be_kept_as_a_file(seeded: Visitor) -> None:
    store = seeded.services.store
    blob, other = store.blobs.put(b'{"url": "https://x"}'), store.blobs.put(b"nobody shows this")
    store.notices.add(Notice(id="n", kind="drift", text="It looks different", link=f"/files/{blob}", created_at=now()))
    assert f'href="/files/{blob}"' in seeded.http.get("/").text
    assert seeded.http.get(f"/files/{blob}").content == b'{"url": "https://x"}'
    assert seeded.http.get(f"/files/{other}").status_code == 404


def test_looking_again_says_what_it_needs_and_settles_nothing_by_itself(seeded: Visitor) -> None:
    store = seeded.services.store
    unknown = store.attempts.by("state", "unknown")[0]
    assert f'action="/attempts/{unknown.id}/look-again"' in seeded.http.get(f"/attempts/{unknown.id}").text
    assert seeded.send(f"/attempts/{unknown.id}/look-again", {"a": "b"}).status_code == 303
    [run] = store.runs.by("kind", "look_again")
    until = time.monotonic() + 20
    while store.runs.get(run.id).state != "failed" and time.monotonic() < until:
        time.sleep(0.02)
    assert "sincerely browser" in seeded.http.get(f"/attempts/{unknown.id}").text
    assert store.attempts.get(unknown.id).state == "unknown"
    sent = store.attempts.by("state", "submitted")[0]
    assert seeded.send(f"/attempts/{sent.id}/look-again", {"a": "b"}).status_code == 409


def test_why_a_form_is_filled_where_it_is_stands_beside_it(seeded: Visitor) -> None:
    store = seeded.services.store
    ready = store.attempts.by("state", "ready")[0]
    posting = store.postings.get(ready.posting_id)
    store.postings.replace(replace(posting, url="https://jobs.ashbyhq.com/acme/1", apply_url=""))
    store.attempts.replace(replace(ready, channel="tab"))
    shown = seeded.http.get(f"/attempts/{ready.id}").text
    assert "In your own browser: Ashby marks applications from automated browsers" in shown
    store.attempts.replace(replace(store.attempts.get(ready.id), channel="headless"))
    shown = seeded.http.get(f"/attempts/{ready.id}").text
    assert "In your own browser" not in shown
    assert 'data-opens="https://jobs.ashbyhq.com/acme/1"' in shown


def test_applying_again_is_a_button_of_its_own(seeded: Visitor) -> None:
    store = seeded.services.store
    sent = store.attempts.by("state", "submitted")[0]
    one, unknown = (store.postings.get(each.posting_id) for each in (sent, store.attempts.by("state", "unknown")[0]))
    refused = seeded.send(f"/jobs/{one.id}/prepare", {"a": "b"})
    assert refused.status_code == 409
    assert "Apply again" in seeded.http.get(f"/jobs/{one.id}").text
    seeded.send(f"/jobs/{one.id}/prepare", {"repeat": "true"})
    assert [each.repeat for each in store.attempts.by("canonical_key", one.canonical_key)].count(True) == 1
    assert "Apply again" not in seeded.http.get(f"/jobs/{unknown.id}").text
    assert seeded.send(f"/jobs/{unknown.id}/prepare", {"repeat": "true"}).status_code == 409


def test_the_cooldown_of_an_employer_is_the_persons_to_set(seeded: Visitor) -> None:
    store = seeded.services.store
    sent = store.postings.get(store.attempts.by("state", "submitted")[0].posting_id)
    tried = {one.canonical_key for one in store.attempts.where()}
    other = next(one for one in store.postings.where() if one.canonical_key not in tried)
    store.postings.replace(msgspec.structs.replace(other, title="Gauge Reader", company=f"{sent.company} GmbH"))
    assert "days ago" not in seeded.http.get(f"/jobs/{other.id}").text
    kept = seeded.send("/automation", {"cooldown_days": "3650"})
    assert kept.status_code == 303, kept.text
    assert "less than 3650 days ago" in seeded.http.get(f"/jobs/{other.id}").text
    assert seeded.send(f"/jobs/{other.id}/prepare", {"a": "b"}).status_code == 409
    assert seeded.send(f"/jobs/{other.id}/prepare", {"repeat": "true"}).status_code == 303


def test_an_answer_of_an_employer_is_noted_only_after_a_submission(seeded: Visitor) -> None:
    store = seeded.services.store
    sent = store.applications.by("status", "submitted")[0]
    assert seeded.send(f"/applications/{sent.id}/move", {"status": "interview"}).status_code == 303
    assert store.applications.get(sent.id).history[-1].why == "you said so"
    waiting = store.applications.by("status", "ready")[0]
    assert seeded.send(f"/applications/{waiting.id}/move", {"status": "offer"}).status_code == 409
    assert seeded.send(f"/applications/{sent.id}/move", {"status": "submitted"}).status_code == 400


def test_what_was_heard_is_confirmed_or_put_away(seeded: Visitor) -> None:
    store = seeded.services.store
    heard = [store.proposals.add(proposal(one.id, name)) for one, name in zip(
        store.applications.by("status", "submitted"), ("first", "second"), strict=False)]  # fmt: skip
    said = seeded.http.get("/").text
    assert said.count("Change to interview") == 2
    assert "Would you like to talk?" in seeded.http.get(f"/applications/{heard[0].application_id}").text
    seeded.send(f"/proposals/{heard[0].id}/confirm", {"a": "b"})
    seeded.send(f"/proposals/{heard[1].id}/dismiss", {"a": "b"})
    assert [store.applications.get(one.application_id).status for one in heard] == ["interview", "submitted"]
    assert "Change to interview" not in seeded.http.get("/").text
    seeded.send(f"/proposals/{heard[1].id}/put-back", {"a": "b"})
    assert "Change to interview" in seeded.http.get("/").text


def proposal(application_id: str, name: str) -> Proposal:
    return Proposal(
        id=name, application_id=application_id, news="interview", sentence="Would you like to talk?",
        sender="Heron <jobs@heron.example>", said_at=now(), created_at=now(),
    )  # fmt: skip


def test_a_mailbox_is_kept_in_the_vault_and_its_password_is_never_shown(seeded: Visitor) -> None:
    form = {"host": "127.0.0.1", "port": "9", "user": "mira", "password": CANARY}
    assert seeded.send("/settings/mailbox", form).status_code == 303
    assert seeded.services.store.vault.get("mailbox")["password"] == CANARY
    said = seeded.http.get("/settings").text
    assert "mira at 127.0.0.1" in said
    assert CANARY not in said
    assert seeded.send("/settings/mailbox", {"host": "", "user": ""}).status_code == 400
    seeded.send("/settings/mailbox/forget", {"a": "b"})
    assert "mailbox" not in seeded.services.store.vault.names()


def test_a_captured_list_of_applications_says_where_its_news_wait(visitor: Visitor) -> None:
    page = {"url": "https://www.linkedin.com/my-items/saved-jobs/", "title": "My jobs", "html": "<ul><li>x</li></ul>"}
    answer = visitor.call("/api/captures", page, visitor.pair())
    assert answer.status_code == 422
    assert "your list of applications at LinkedIn" in answer.json()["detail"]


def test_an_export_holds_everything_and_erasing_asks_for_the_typed_words(seeded: Visitor) -> None:
    store = seeded.services.store
    answer = seeded.send("/privacy/export", {"a": "b"})
    assert answer.content.startswith(b"PK")
    posting = store.postings.where()[0]
    path = f"/privacy/erase/posting/{posting.id}"
    page = seeded.http.get(path).text
    shown = re.findall(r'name="shown" value="([^"]*)"', page)[0].replace("&#34;", '"')
    phrase = re.findall(r"Type <code>(.*?)</code>", page)[0]
    assert seeded.send(path, {"shown": shown, "typed": "yes"}).status_code == 400
    assert seeded.send(path, {"shown": "{}", "typed": phrase}).status_code == 409
    assert store.postings.find(posting.id) is not None
    assert seeded.send(path, {"shown": shown, "typed": phrase}).status_code == 303
    assert store.postings.find(posting.id) is None


def test_after_everything_was_erased_only_the_farewell_is_said(seeded: Visitor) -> None:
    client = seeded.pair() and next(one for one in seeded.services.store.clients.where() if one.kind == "extension")
    hello = {"nonce": "0123456789abcdef", "client": client.id}
    assert "farewell" not in seeded.http.get("/api/hello", params=hello).json()
    path = "/privacy/erase/everything/all"
    found = re.search(r'name="shown" value="([^"]*)"', seeded.http.get(path).text)
    assert found
    form = {"shown": html.unescape(found[1]), "typed": "erase everything"}
    assert "Erased" in seeded.send(path, form).text
    said = hmac.new(bytes.fromhex(client.token_hash), b"erased", "sha256").hexdigest()
    assert (
        seeded.http.get("/api/hello", params=hello).json() | {"proof": "", "farewell": said}
        == seeded.http.get("/api/hello", params=hello).json()
    )
    assert seeded.http.get("/jobs").status_code in (401, 503)


def test_a_backup_is_made_tried_and_found_by_name_only(seeded: Visitor) -> None:
    assert seeded.send("/privacy/backup", {"a": "b"}).status_code == 303
    name = re.findall(r'name="name" value="([^"]*)"', seeded.http.get("/privacy").text)[0]
    assert seeded.send("/privacy/backups", {"name": name, "action": "drill"}).status_code == 303
    assert "It would bring everything back." in seeded.http.get("/privacy").text
    assert seeded.send("/privacy/backups", {"name": f"../{name}", "action": "drill"}).status_code == 404
    assert seeded.send("/privacy/backups", {"name": name, "action": "restore"}).status_code == 409


def test_automation_is_paused_with_one_button(seeded: Visitor) -> None:
    store = seeded.services.store
    assert seeded.send("/automation/pause", {"a": "b"}).status_code == 303
    assert store.automation.get("automation").paused
    form = {"level": "auto", "daily_cap": "3", "new_name": "Greenhouse", "new_level": "assist"}
    assert seeded.send("/automation", form).status_code == 303
    rules = store.automation.get("automation")
    assert (rules.paused, rules.level, rules.daily_cap, rules.levels) == (True, "auto", 3, {"greenhouse": "assist"})
    assert seeded.send("/automation", form | {"daily_cap": "-1"}).status_code == 400
    assert seeded.send("/automation", form | {"quiet_from": "25:00"}).status_code == 400


def test_a_channels_address_goes_into_the_vault_and_is_never_shown(seeded: Visitor) -> None:
    form = {"on.webhook": "yes", "webhook.url": f"https://hooks.example.com/{CANARY}", "kind.webhook": ["needs_you"]}
    assert seeded.send("/settings/notices", form).status_code == 303
    assert seeded.services.store.vault.get("notify/webhook") == {"url": f"https://hooks.example.com/{CANARY}"}
    assert CANARY not in seeded.http.get("/settings").text
    assert seeded.send("/settings/notices", {"on.email": "yes"}).status_code == 400


def test_no_page_sends_the_person_elsewhere_after_a_form(seeded: Visitor) -> None:
    notice = seeded.services.store.notices.where()[0]
    for referer in (
        "https://evil.com/",
        "http://127.0.0.1:41730.evil.com/x",
        "//evil.com",
        "http://127.0.0.1:41730//evil.com",
    ):
        answer = seeded.http.post(
            f"/notices/{notice.id}/read", data={"a": "b"}, headers={**OWN, "referer": referer}, follow_redirects=False
        )
        assert answer.headers["location"] == "/"
    form = {"titles": "x", "next": "//evil.com"}
    assert seeded.send("/profile/preferences", form).headers["location"] == "/profile#preferences"


def test_files_go_out_under_a_harmless_name_and_only_when_something_shows_them(seeded: Visitor) -> None:
    store = seeded.services.store
    resume = next(one for one in store.resumes.where() if one.pdf)
    store.resumes.replace(msgspec.structs.replace(resume, file_name='../\u202efdp."\r\nx: y.pdf'))
    answer = seeded.http.get(f"/files/{resume.pdf}")
    assert answer.headers["content-disposition"].isascii()
    assert "x" not in {name for name in answer.headers if name == "x"}
    assert ".." not in answer.headers["content-disposition"].split("filename*")[0].replace("_.", "")
    assert answer.headers["x-content-type-options"] == "nosniff"
    description = next(one.description for one in store.postings.where() if one.description)
    assert seeded.http.get(f"/files/{description}").status_code == 404


def test_nothing_a_person_wrote_is_logged_or_told_in_an_error(
    seeded: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_logs(tmp_path)
    try:
        headers = seeded.pair()
        answers = [
            seeded.http.get("/jobs", params={"q": CANARY}),
            seeded.http.get(f"/jobs/{CANARY}"),
            seeded.http.get("/open", params={"t": CANARY}),
            seeded.send("/profile/work/0", {"version": profile(seeded).version, "name": "x", "start_date": CANARY}),
            seeded.call("/api/captures", {"url": CANARY * 900, "html": CANARY}, headers),
            seeded.call("/api/answers", {"question": CANARY, "value": CANARY, "kind": "number"}, headers),
            seeded.http.get("/api/postings", params={"url": CANARY}, headers=headers),
        ]
        store = seeded.services.store
        monkeypatch.setattr(type(store.matches), "values", _broken)
        crashed = seeded.http.get("/jobs", params={"q": f"{CANARY} again"})
        assert crashed.status_code == 500
        errors = [one for one in (*answers[1:], crashed) if one.status_code >= 400]
        assert len(errors) == 7
        assert all(CANARY not in one.text for one in errors)
        log = (tmp_path / "logs" / "companion.jsonl").read_text(encoding="utf-8")
        assert "request failed" in log
        assert CANARY not in log
    finally:
        root = logging.getLogger()
        for handler in [one for one in root.handlers if isinstance(one, logging.handlers.RotatingFileHandler)]:
            root.removeHandler(handler)
            handler.close()


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError(f"boom {CANARY}")
