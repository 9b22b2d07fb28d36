"""Personas and the profile's history, as a person uses them in the dashboard."""

import asyncio
import re

import msgspec

from companion.model.edition import Edition
from companion.model.profile import Profile
from tests.unit.web.conftest import Visitor


def profile(visitor: Visitor) -> Profile:
    found = visitor.services.search.profile()
    assert found is not None
    return found


def added(visitor: Visitor, name: str) -> int:
    """A new persona; its number."""
    answer = visitor.send("/personas", {"version": profile(visitor).version, "name": name})
    assert answer.status_code == 303
    assert profile(visitor).personas[-1].name == name
    return len(profile(visitor).personas) - 1


def form(visitor: Visitor, index: int) -> dict[str, object]:
    """The persona's form as its page shows it."""
    html = visitor.http.get(f"/personas/{index}").text
    one = profile(visitor).personas[index]
    ticked = re.findall(r'name="show" value="([^"]*)" checked', html)
    return {
        "version": profile(visitor).version, "name": one.name, "label": one.label, "summary": one.summary,
        "show": ticked, **dict(re.findall(r'name="(place[.][^"]*)" value="([^"]*)"', html)),
    }  # fmt: skip


def test_a_persona_is_made_named_edited_removed_and_put_back(seeded: Visitor) -> None:
    others, index = profile(seeded).personas, added(seeded, "Backend")
    page = f"/personas/{index}"
    assert "Backend" in seeded.http.get("/profile").text
    sent = form(seeded, index)
    left = [path for path in sent["show"] if path not in ("work/1", "work/0/highlights/0")]
    sent |= {"name": "Data", "label": "Data Engineer", "show": left, "place.work/0/highlights/1": "1"}
    assert seeded.send(page, sent).status_code == 303
    one = profile(seeded).personas[index]
    assert (one.name, one.label) == ("Data", "Data Engineer")
    assert one.hidden == {"work/1", "work/0/highlights/0"}
    assert one.first == ("work/0/highlights/1",)
    assert sorted(form(seeded, index)["show"]) == sorted(left)
    assert seeded.http.get(f"{page}/resume.pdf").content.startswith(b"%PDF-")
    assert seeded.send(f"{page}/remove", {"version": profile(seeded).version}).status_code == 303
    assert profile(seeded).personas == others
    assert seeded.http.get(page).status_code == 404
    assert seeded.undo(seeded.http.get("/profile").text).status_code == 303
    assert profile(seeded).personas == (*others, one)


def test_what_cannot_be_kept_is_said_once_and_nothing_changes(seeded: Visitor) -> None:
    added(seeded, "Backend")
    before = profile(seeded)
    version = {"version": before.version}
    for wrong, said in (
        ({"name": "  "}, "needs a name"),
        ({"name": "backend "}, "of this name already"),
        ({"name": "Default"}, "of this name already"),
        ({"name": "x" * 61}, "up to 60 characters"),
    ):
        answer = seeded.send("/personas", version | wrong)
        assert answer.status_code == 400
        assert said in answer.text
    assert seeded.send("/personas/0", form(seeded, 0) | {"place.work/0": "first"}).status_code == 400
    assert seeded.send("/personas/0", form(seeded, 0) | {"version": 0}).status_code == 409
    assert profile(seeded) == before


def test_jobs_are_scored_as_the_persona_that_fits_best_or_the_one_picked(seeded: Visitor) -> None:
    services = seeded.services
    for title in ("Data Engineer", "Backend Developer"):
        n = added(seeded, title)
        assert seeded.send(f"/personas/{n}/preferences", {"titles": title, "hard": "titles"}).status_code == 303
    job = next(one for one in services.store.postings.where() if one.title == "Data Engineer")
    services.search.scoring.pick(job.id, "")
    match = services.store.matches.get(job.id)
    assert match.persona == "Data Engineer"
    assert not match.blockers
    assert "the one that fits best (Data Engineer)" in seeded.http.get(f"/jobs/{job.id}").text
    assert seeded.send(f"/jobs/{job.id}/persona", {"persona": "Backend Developer"}).status_code == 303
    picked = services.store.matches.get(job.id)
    assert picked.persona == "Backend Developer"
    assert [one.kind for one in picked.blockers] == ["title"]
    resume = asyncio.run(services.resumes.tailor(job.id))
    assert resume.persona == "Backend Developer"
    assert services.resumes.latest(job.id) == resume
    page = seeded.http.get(f"/resumes/{resume.id}").text
    assert "as <span" in page
    assert "Tailor again" in page
    assert "as <span" in seeded.http.get("/resumes").text
    services.search.scoring.pick(job.id, "")
    assert services.resumes.latest(job.id) is None, "the version shows another persona than goes there now"
    assert seeded.send(f"/jobs/{job.id}/persona", {"persona": "nobody"}).status_code == 404
    headers = seeded.pair()
    asked = {"postingId": job.id, "persona": "Backend Developer"}
    assert seeded.call("/api/resumes", asked | {"persona": "nobody"}, headers).status_code == 404
    assert seeded.call("/api/resumes", asked, headers).status_code == 202
    assert services.store.matches.get(job.id).persona == "Backend Developer"
    saved = seeded.call(f"/api/postings/{job.id}/save", {"saved": True}, headers).json()
    assert saved["personas"][-2:] == ["Data Engineer", "Backend Developer"]
    search = services.store.searches.where()[0]
    assert 'name="persona"' in seeded.http.get(f"/searches/{search.id}").text
    services.store.searches.replace(msgspec.structs.replace(search, persona="Backend Developer"))
    assert seeded.send(f"/personas/{n}", form(seeded, n) | {"name": "Backend"}).status_code == 303
    assert services.store.postings.get(job.id).persona == "Backend", "a pick follows the new name"
    assert services.store.searches.get(search.id).persona == "Backend"


def test_the_history_tells_what_changed_and_puts_one_thing_back(seeded: Visitor) -> None:
    before = profile(seeded)
    sent = {"version": before.version, "name": "Heron AG", "position": "Lead", "start_date": "2020-04"}
    assert seeded.send("/profile/work/0", sent).status_code == 303
    facts = {"version": profile(seeded).version, "notice_amount": "3", "notice_unit": "week"}
    assert seeded.send("/profile/facts", facts).status_code == 303
    page = seeded.http.get("/history").text
    assert "<del>" + before.work[0].name in page
    assert "Heron AG" in page
    first = next(one for one in editions(seeded) if one.profile_version == before.version)
    assert seeded.http.get(f"/history/{first.id}").status_code == 200
    assert seeded.send(f"/history/{first.id}/back", {"change": "0"}).status_code == 303
    now = profile(seeded)
    assert now.work == before.work
    assert now.application.notice is not None, "what was changed since stays"
    assert seeded.send(f"/history/{first.id}/back", {"a": "b"}).status_code == 303
    assert profile(seeded).application == before.application
    assert len(editions(seeded)) == 5, "putting back is part of the history"
    assert seeded.send(f"/history/{first.id}/back", {"change": "99"}).status_code == 404


def test_keeping_what_is_there_already_makes_no_history(seeded: Visitor) -> None:
    before = profile(seeded)
    assert seeded.send("/personas/0", form(seeded, 0)).status_code == 303
    assert profile(seeded) == before


def test_a_resume_read_again_keeps_personas_and_what_was_there(seeded: Visitor) -> None:
    added(seeded, "Backend")
    before = profile(seeded)
    data = b'{"basics": {"name": "Mira Example"}, "work": [{"name": "Heron Logistics"}]}'
    assert seeded.send("/profile/import", {}, files={"file": ("new.json", data)}).status_code == 303
    assert [one.name for one in profile(seeded).personas] == ["Platform", "Backend"]
    (newest, *_) = editions(seeded)
    assert newest.by == "import"
    assert seeded.services.profiles.state(newest) == before


def test_the_history_can_be_removed_for_good(seeded: Visitor) -> None:
    (one,) = editions(seeded)
    assert seeded.send("/history/forget", {"a": "b"}).status_code == 303
    assert editions(seeded) == []
    assert not seeded.services.store.blobs.has(one.blob)
    assert "Nothing has changed" in seeded.http.get("/history").text


def test_an_older_profile_without_personas_is_read_as_it_is() -> None:
    stored = b'{"id": "me", "version": 3, "persona": "default", "basics": {"name": "Mira Example"}}'
    assert msgspec.json.decode(stored, type=Profile).personas == ()


def editions(visitor: Visitor) -> list[Edition]:
    return visitor.services.profiles.editions()
