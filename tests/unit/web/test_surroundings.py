"""What a person is told of the companion itself: health, settings, the log, and who may come in."""

import json

import msgspec
import pytest

from companion.agents.reach import reach
from companion.logs import write_logs
from companion.model.automation import AUTOMATION_ID
from companion.model.document import now
from companion.model.run import Run
from companion.settings import Settings
from tests.unit.web.conftest import Visitor


def test_health_is_for_paired_clients_and_names_everything_it_rests_on(seeded: Visitor) -> None:
    assert seeded.http.get("/api/health").status_code == 401
    told = seeded.http.get("/api/health", headers=seeded.pair()).json()
    names = [one["name"] for one in told["checks"]]
    assert names == ["store", "disk", "browser", "ollama", "portals", "work", "pace", "clock"]
    assert told["state"] in ("good", "attention", "bad")
    assert all(one["fix"] for one in told["checks"] if one["state"] in ("attention", "bad"))


def test_a_portal_that_failed_stands_first_on_the_health_page(seeded: Visitor) -> None:
    outcomes = [
        {"portal": "indeed", "status": "blocked", "seconds": 1.5},
        {"portal": "naukri", "status": "complete", "seconds": 2.5},
    ]
    run = Run(id="s1", kind="search", state="done", created_at=now(), finished_at=now(), result={"outcomes": outcomes})
    seeded.services.store.runs.add(run)
    states = [(one.name, one.last, one.state) for one in reach(seeded.services)]
    assert states[0] == ("indeed", "blocked", "attention")
    assert ("naukri", "complete", "good") in states
    page = seeded.http.get("/health").text
    assert page.index("Indeed") < page.index("Naukri")


def test_a_setting_of_the_dashboard_outranks_the_rest_and_is_undone_by_the_old_value(seeded: Visitor) -> None:
    assert 'name="language"' in seeded.http.get("/settings").text
    assert seeded.send("/settings/told", {"language": "de", "ollama": "", "port": "1"}).status_code == 303
    assert seeded.services.store.automation.get(AUTOMATION_ID).settings == {"language": "de"}
    assert 'value="de"' in seeded.http.get("/settings").text
    assert seeded.send("/settings/told", {"language": Settings().language}).status_code == 303
    assert seeded.services.store.automation.get(AUTOMATION_ID).settings == {}


@pytest.mark.parametrize("wrong", [{"ollama_context": "much"}, {"broker": "redis://me:secret@127.0.0.1/0"}])
def test_a_setting_that_cannot_be_is_refused(seeded: Visitor, wrong: dict[str, str]) -> None:
    answer = seeded.send("/settings/told", wrong)
    assert answer.status_code == 400
    assert "secret" not in answer.text
    known = seeded.services.store.automation.find(AUTOMATION_ID)
    assert known is None or known.settings == {}


def test_the_log_is_read_by_level_and_by_run(seeded: Visitor) -> None:
    data = seeded.services.settings.data
    write_logs(data)
    at = "2026-11-20T10:00:00Z"
    lines = [
        {"timestamp": at, "level": "info", "event": "run done", "run": "aaaa", "kind": "search"},
        {"timestamp": at, "level": "warning", "event": "portal drift", "run": "bbbb", "portal": "naukri"},
        {"timestamp": at, "level": "error", "event": "run failed", "run": "aaaa", "error": "<b>ValueError</b>"},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "no json\n{}\n"
    (data / "logs" / "companion.jsonl").write_text(text)
    every = seeded.http.get("/activity?view=logs").text
    assert every.index("run failed") < every.index("portal drift") < every.index("run done")
    assert "<b>ValueError" not in every
    loud = seeded.http.get("/activity?view=logs&kind=warning").text
    assert "portal drift" in loud
    assert "run done" not in loud
    assert "portal drift" not in seeded.http.get("/activity?view=logs&q=aaaa").text


def test_an_assistants_token_is_shown_once_and_opens_nothing_but_mcp(seeded: Visitor) -> None:
    made = seeded.send("/settings/assistants", {"name": "My <assistant>"})
    assert made.status_code == 200
    assert "My &lt;assistant&gt;" in made.text
    token = made.text.partition("<dt>Token</dt><dd><code>")[2].partition("<")[0]
    client = next(one for one in seeded.services.store.clients.where() if one.kind == "mcp")
    assert client.scopes == ("mcp",)
    headers = {"authorization": f"Bearer {token}"}
    for path in ("/api/state", "/api/health", "/api/schema/openapi.json"):
        assert seeded.http.get(path, headers=headers).status_code == 401, path
    assert seeded.call("/api/worker", {}, headers).status_code == 401
    assert seeded.call("/api/link", {}, headers).status_code == 401
    assert seeded.send(f"/settings/clients/{client.id}/revoke", {"a": "b"}).status_code == 303


def test_only_a_worker_begins_runs(seeded: Visitor) -> None:
    assert seeded.call("/api/runs/x/carry", {"patience": 1}, seeded.pair()).status_code == 403


def test_a_search_shows_which_new_jobs_fit_and_why(seeded: Visitor) -> None:
    store = seeded.services.store
    posting, saved = store.postings.where()[0], store.searches.where()[0]
    choices = [
        {"posting_id": posting.id, "score": 83, "why": ["Python 6 y", "<b>AWS</b>"], "but": []},
        {"posting_id": "gone", "score": 90, "why": [], "but": []},
    ]
    result = {"found": 4, "new": 2, "shortlist": choices, "outcomes": []}
    run = Run(id="s2", kind="search", state="done", created_at=now(), finished_at=now(), result=result)
    store.runs.add(msgspec.structs.replace(run, arguments={"search_id": saved.id}))
    page = seeded.http.get("/searches").text
    assert f'href="/jobs/{posting.id}"' in page
    assert "Python 6 y, &lt;b&gt;AWS" in page
    assert "/jobs/gone" not in page
