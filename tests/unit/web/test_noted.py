"""What the person notes on an application, where it shows, and where facts and answers were used."""

import re
from datetime import timedelta

import msgspec

from companion.model.document import now
from tests.unit.web.conftest import Visitor


def test_an_interview_is_noted_shown_where_it_matters_and_taken_off(seeded: Visitor) -> None:
    store = seeded.services.store
    one = next(one for one in store.applications.where() if one.status == "interview")
    assert "No date is noted yet" in seeded.http.get("/").text
    soon = (now().astimezone() + timedelta(days=2)).replace(hour=14, minute=5, second=0, microsecond=0)
    path = f"/applications/{one.id}/interviews"
    asked = {"at": f"{soon:%Y-%m-%dT%H:%M}", "what": "With the lead"}
    assert seeded.send(path, asked).status_code == 303
    assert seeded.send(path, asked).status_code == 303
    assert [each.what for each in store.applications.get(one.id).interviews] == ["With the lead"]
    today = seeded.http.get("/").text
    assert "14:05" in today
    assert "With the lead" in today
    assert "14:05" in seeded.http.get(f"/applications?view=calendar&of={soon:%Y-%m}").text
    seeded.send(f"{path}/remove", asked)
    assert store.applications.get(one.id).interviews == ()
    assert seeded.send(path, {"at": "soon"}).status_code == 400
    assert seeded.send(path, {"what": "no time"}).status_code == 400


def test_a_day_to_follow_up_needs_the_person_when_it_has_come(seeded: Visitor) -> None:
    store = seeded.services.store
    one = next(one for one in store.applications.where() if one.status == "viewed")
    for days, there in ((-1, True), (0, True), (3, False)):
        day = now().astimezone().date() + timedelta(days=days)
        seeded.send(f"/applications/{one.id}/notes", {"notes": "", "follow_up": day.isoformat()})
        needs, _, later = seeded.http.get("/").text.partition("What happened")
        assert (f'id="d-follow_up-{one.id}' in needs) is there
        assert (f'href="/applications/{one.id}"' in later.partition("What comes next")[2]) is not there


def test_a_fact_and_an_answer_lead_to_where_they_were_used(seeded: Visitor) -> None:
    store = seeded.services.store
    attempt = next(one for one in store.attempts.where() if one.state == "ready")
    answer = next(one for one in store.answers.where() if one.family == "notice.period")
    [form] = attempt.pages
    said = msgspec.structs.replace(form.actions[0], fact=f"answer/{answer.id}")
    pages = (msgspec.structs.replace(form, actions=(said, *form.actions[1:])),)
    store.attempts.replace(msgspec.structs.replace(attempt, pages=pages))
    company = next(one.company for one in store.applications.where() if attempt.id in one.attempts)
    row = re.search(f'id="w-{answer.id}".*?</tr>', seeded.http.get("/answers").text, re.DOTALL)
    assert row is not None
    assert f'href="/attempts/{attempt.id}"' in row[0]
    assert company.replace("&", "&amp;") in row[0]
    resume = store.resumes.where()[0]
    facts = seeded.http.get("/profile/facts").text
    assert "Work › Heron Logistics › highlight 1" in facts
    assert f'href="/resumes/{resume.id}"' in facts
