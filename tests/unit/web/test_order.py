"""The order of jobs can be understood and changed: what moved, what was learned, wishes with a radius and own rates."""

import time

import pytest

from companion.errors import BadInput
from companion.matching.money import bundled
from companion.web.preferences import PreferencesForm
from tests.unit.web.conftest import Visitor


def test_places_take_a_radius_and_rates_are_the_persons_own() -> None:
    form = PreferencesForm(
        places="Berlin, DE, 30 km\nLeeds within 10 miles\nFR", rates="USD 1,25\nsek: 11", hard=("titles",)
    )
    kept = form.preferences()
    assert [(one.city, one.country, one.radius_km) for one in kept.places] == [
        ("Berlin", "DE", 30.0), ("Leeds", "", pytest.approx(16.09)), ("", "FR", None),
    ]  # fmt: skip
    assert kept.rates == {"USD": 1.25, "SEK": 11.0}
    assert kept.hard == frozenset({"titles"})
    for wrong in ("USD", "USD 0", "US 1.2", "USD one"):
        with pytest.raises(BadInput):
            PreferencesForm(rates=wrong).preferences()


def test_what_was_learned_is_shown_muted_and_forgotten(seeded: Visitor) -> None:
    store, search = seeded.services.store, seeded.services.search
    for number, posting in enumerate(store.postings.where()):
        search.mark(posting.id, saved=number % 2 == 0, dismissed=number % 2 == 1)
    shown = seeded.http.get("/jobs/order").text
    lessons = search.choices.teach().lessons
    assert lessons
    assert lessons[0].word in shown
    assert (
        seeded.send("/jobs/order/mute", {"word": lessons[0].word, "muted": "true"}).headers["location"] == "/jobs/order"
    )
    assert lessons[0].word not in {one.word for one in search.choices.teach().lessons}
    assert "Let it count" in seeded.http.get("/jobs/order").text
    before = search.choices.teach()
    seeded.send("/jobs/order/forget", {"a": "b"})
    assert search.choices.teach().lessons == ()
    page = seeded.http.get("/jobs/order").text
    assert "Nothing yet" in page
    seeded.undo(page)
    assert search.choices.teach().lessons == before.lessons


def test_a_changed_wish_shows_what_it_moved(seeded: Visitor) -> None:
    postings = seeded.services.store.postings.where()
    assert len(postings) > 3
    seeded.send("/profile/preferences", {"modes": ["onsite"], "hard": ["modes"]})
    seeded.send("/profile/preferences", {"modes": ["remote"], "hard": ["modes"]})
    until = time.monotonic() + 20
    while "Place before" not in (page := seeded.http.get("/jobs/order").text) and time.monotonic() < until:
        time.sleep(0.05)
    assert "Place before" in page


def test_jobs_side_by_side_say_what_each_asks_for_and_what_the_profile_has(seeded: Visitor) -> None:
    ids = [one.id for one in seeded.services.store.postings.where()[:3]]
    page = seeded.http.get("/jobs/compare?" + "&".join(f"id={one}" for one in ids)).text
    assert "What they ask for" in page
    assert "you have it" in page


def test_a_job_names_others_like_it_and_wishes_that_stay_open(seeded: Visitor) -> None:
    seeded.send("/profile/preferences", {"pay": "1", "currency": "EUR", "levels": ["senior"], "modes": ["remote"]})
    until = time.monotonic() + 20
    store = seeded.services.store
    while time.monotonic() < until and any(run.state != "done" for run in store.runs.by("kind", "rescore")):
        time.sleep(0.05)
    pages = [seeded.http.get(f"/jobs/{one.id}").text for one in store.postings.where()]
    assert any("More like this" in page for page in pages)
    assert any("could not be checked" in page for page in pages)
    form = seeded.http.get("/profile").text  # where the rates that pay is compared at can be replaced
    assert f"{bundled().date:%d %b}" in form[form.index("reference rates of") :][:60]
