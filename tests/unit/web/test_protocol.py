"""PROTOCOL.md and the routes are one list; errors have the codes of the tree; writes happen once."""

import asyncio
import gzip
import json
import re
from pathlib import Path

import msgspec
from litestar.routes import HTTPRoute, WebSocketRoute

import companion.web
from companion.model.form import Field, Snapshot
from companion.web.app import create_litestar
from tests.fakes.models import SortingModel
from tests.unit.web.conftest import Visitor

PROTOCOL = Path(companion.web.__file__).with_name("PROTOCOL.md").read_text(encoding="utf-8")
AD = """<!doctype html><html lang="en"><head><title>Data Engineer at Fjordline</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting", "title": "Data Engineer",
"hiringOrganization": {"@type": "Organization", "name": "Fjordline"}, "datePosted": "2026-11-01",
"jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
"description": "<p>Fjordline looks for a Data Engineer with 3 years of Python and PostgreSQL, for pipelines.</p>"}
</script></head><body><h1>Data Engineer</h1><p>Fjordline looks for a Data Engineer.</p></body></html>"""
URL = "https://jobs.example.com/data-engineer"


def test_every_route_of_the_api_is_a_heading_and_every_heading_a_route(visitor: Visitor) -> None:
    headings = set(re.findall(r"^## (GET|POST|WS) (/api/\S+)$", PROTOCOL, re.MULTILINE))
    found = set[tuple[str, str]]()
    for route in create_litestar(visitor.services).routes:
        path = re.sub(r"\{(\w+):str\}", lambda name: "{sha256}" if name[1] == "sha256" else "{id}", route.path)
        if not path.startswith("/api/") or path.startswith("/api/schema"):
            continue
        if isinstance(route, WebSocketRoute):
            found.add(("WS", path))
        elif isinstance(route, HTTPRoute):
            found |= {(method, path) for method in route.methods if method != "OPTIONS"}
    assert found == headings


def test_a_page_is_captured_once_however_often_it_is_sent(visitor: Visitor) -> None:
    headers = visitor.pair()
    body = {"url": URL, "html": AD, "title": "Data Engineer", "capturedAt": "2026-11-20T10:00:00Z", "portal": ""}
    first = visitor.call("/api/captures", body, headers, key="one")
    assert first.status_code == 200, first.text
    again = visitor.call("/api/captures", body, headers, key="one")
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    other = visitor.call("/api/captures", body | {"title": "Other"}, headers, key="one")
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    assert visitor.call("/api/captures", body, headers, key="two").status_code == 200
    assert visitor.services.store.postings.count() == 1
    view = first.json()
    assert view["posting"]["canonicalKey"]
    assert (view["posting"]["title"], view["posting"]["company"]) == ("Data Engineer", "Fjordline")
    assert set(view) == {
        "posting", "match", "description", "application", "duplicates", "signs", "reasons", "personas"
    }  # fmt: skip


def test_a_capture_may_come_packed(visitor: Visitor) -> None:
    headers = {**visitor.pair(), "content-type": "application/json", "content-encoding": "gzip", "idempotency-key": "k"}
    body = gzip.compress(json.dumps({"url": URL, "html": AD}).encode())
    assert visitor.http.post("/api/captures", content=body, headers=headers).status_code == 200


def test_a_write_without_a_key_is_refused(visitor: Visitor) -> None:
    answer = visitor.http.post("/api/captures", json={"url": URL, "html": AD}, headers=visitor.pair())
    assert (answer.status_code, answer.json()["code"]) == (400, "bad-input")
    assert visitor.services.store.postings.count() == 0


def test_one_clients_key_is_not_anothers(visitor: Visitor) -> None:
    first, second = visitor.pair(), visitor.pair()
    assert visitor.call("/api/captures", {"url": URL, "html": AD}, first, key="same").status_code == 200
    answer = visitor.call("/api/captures", {"url": URL, "html": AD}, second, key="same")
    assert "idempotency-replayed" not in answer.headers


def test_what_is_no_job_says_why_in_a_problem(visitor: Visitor) -> None:
    answer = visitor.call("/api/captures", {"url": URL, "html": "<p>hello"}, visitor.pair())
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "unreadable")
    assert set(problem) == {"type", "title", "status", "detail", "code", "hint", "pointer"}


def test_a_job_is_found_saved_and_dismissed(visitor: Visitor) -> None:
    headers = visitor.pair()
    posting = visitor.call("/api/captures", {"url": URL, "html": AD}, headers).json()["posting"]
    assert (
        visitor.http.get("/api/postings", params={"url": URL}, headers=headers).json()["posting"]["id"] == posting["id"]
    )
    assert visitor.http.get("/api/postings", params={"url": "https://x.example"}, headers=headers).status_code == 404
    saved = visitor.call(f"/api/postings/{posting['id']}/save", {"saved": True}, headers).json()
    assert saved["posting"]["saved"] is True
    gone = visitor.call(f"/api/postings/{posting['id']}/dismiss", {"dismissed": True}, headers).json()
    assert gone["posting"]["dismissed"] is True
    cards = [
        {"url": URL},
        {"url": "https://other.example", "title": "data engineer", "company": "Fjordline"},
        {"url": "x"},
    ]
    looked = visitor.call("/api/postings/lookup", {"cards": cards}, headers).json()["cards"]
    assert [one["posting"] for one in looked] == [posting["id"], posting["id"], ""]


def test_an_answer_is_kept_once_a_scope_and_a_newer_one_replaces_it(visitor: Visitor) -> None:
    headers = visitor.pair()
    said = {"question": "How long is your notice period (in days)?", "kind": "duration", "value": "60", "unit": "day"}
    first = visitor.call("/api/answers", said, headers).json()["answer"]
    assert first["family"] == "notice.period"
    second = visitor.call("/api/answers", said | {"value": "30"}, headers).json()["answer"]
    assert (second["id"], second["value"], second["version"]) == (first["id"], "30", 2)
    company = visitor.call("/api/answers", said | {"scope": "company", "company": "Fjordline"}, headers).json()[
        "answer"
    ]
    assert company["id"] != first["id"]
    assert visitor.services.store.answers.count() == 2
    assert visitor.call("/api/answers", said | {"value": "soon"}, headers).json()["pointer"] == "/value"


def test_a_plan_of_a_form_travels_in_the_page_scripts_names(seeded: Visitor) -> None:
    headers = seeded.pair()
    field = Field(id="f1", widget="text", label="First name", name="first_name", html_id="first_name")
    snapshot = msgspec.to_builtins(Snapshot(url="https://jobs.example.com/apply", fields=(field,)))
    answer = seeded.call("/api/forms/plan", {"snapshot": snapshot}, headers)
    assert answer.status_code == 200, answer.text
    plan = answer.json()["plan"]
    assert [(one["fieldId"], one["values"]) for one in plan["actions"]] == [("f1", ["Mira"])]
    corrected = seeded.call(
        "/api/forms/correct", {"planId": plan["id"], "fieldId": "f1", "meaning": "name.last"}, headers
    )
    assert corrected.json()["plan"]["actions"][0]["values"] == ["Voss"]


def test_only_files_of_a_resume_are_handed_out(seeded: Visitor) -> None:
    headers = seeded.pair()
    store = seeded.services.store
    pdf = next(one.pdf for one in store.resumes.where() if one.pdf)
    answer = seeded.http.get(f"/api/files/{pdf}", headers=headers)
    assert answer.content.startswith(b"%PDF")
    description = next(one.description for one in store.postings.where() if one.description)
    assert seeded.http.get(f"/api/files/{description}", headers=headers).status_code == 404
    assert seeded.http.get("/api/files/" + "0" * 64, headers=headers).status_code == 404


def test_state_counts_what_needs_the_person(seeded: Visitor) -> None:
    state = seeded.http.get("/api/state", headers=seeded.pair()).json()
    assert state["needsYou"] == 4
    assert state["profile"] is True
    assert set(state) == {"needsYou", "inbox", "applications", "version", "profile", "model", "dashboard"}


def test_an_essay_is_drafted_from_cited_facts_within_the_fields_limit(seeded: Visitor) -> None:
    headers = seeded.pair()
    field = Field(id="w", widget="textarea", label="What have you built with Python? (max. 60 words)")
    snapshot = msgspec.to_builtins(Snapshot(url="https://jobs.example.com/apply", language="en", fields=(field,)))
    plan = seeded.call("/api/forms/plan", {"snapshot": snapshot}, headers).json()["plan"]
    assert plan["actions"][0]["kind"] == "leave"
    draft = seeded.call("/api/forms/draft", {"planId": plan["id"], "fieldId": "w"}, headers).json()["draft"]
    assert (draft["source"], draft["dropped"]) == ("outline", [])
    assert 0 < len(draft["text"].split()) <= 60
    assert draft["text"].split("\n") == [one["text"] for one in draft["facts"]]
    gone = seeded.call("/api/forms/draft", {"planId": plan["id"], "fieldId": "x"}, headers)
    assert (gone.status_code, gone.json()["code"]) == (404, "not-found")


def test_questions_no_rule_knows_are_proposed_only_by_a_model_the_person_has(seeded: Visitor) -> None:
    headers = seeded.pair()
    snapshot = msgspec.to_builtins(
        Snapshot(
            url="https://jobs.example.com/apply", fields=(Field(id="q", widget="text", label="Your favourite tram"),)
        )
    )
    plan = seeded.call("/api/forms/plan", {"snapshot": snapshot}, headers).json()["plan"]
    none = seeded.call("/api/forms/propose", {"planId": plan["id"]}, headers)
    assert (none.status_code, none.json()["code"]) == (400, "bad-input")
    agent = seeded.services.applications
    (proposed,) = asyncio.run(agent.propose(plan["id"], SortingModel({"tram": "headline"}))).plan.actions
    assert (proposed.meaning, proposed.review) == ("headline", True)
