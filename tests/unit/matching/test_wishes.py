"""Every wish meets, misses, or stays open; places by distance, remote by its limits; conditions of the posting block."""
# ruff: noqa: E501  (tables read better unbroken)

from datetime import UTC, date, datetime

import msgspec
import pytest

from companion.matching import requirements, score
from companion.matching.distance import country_of, kilometres, point
from companion.matching.money import bundled, converted
from companion.matching.reach import fits, inside
from companion.model.match import Match
from companion.model.posting import Pay, Place, Posting
from companion.model.profile import (
    ApplicationFacts,
    Authorization,
    Basics,
    Language,
    Location,
    Preferences,
    Profile,
    Wish,
)

TODAY = date(2026, 6, 1)
TEXT = (
    "What you bring\n- Python\n" + "You plan your own work, you write it down, and you care for those who use it. " * 4
)
HOME = Location(city="Graz", country_code="AT")
BASE = Posting(
    id="p", canonical_key="k", url="https://jobs.example.com/1", title="Backend Engineer", company="Example Rail GmbH",
    captured_at=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


def match(wish: Preferences, text: str = TEXT, facts: ApplicationFacts | None = None, **more: object) -> Match:
    posting = msgspec.structs.replace(BASE, **more)
    profile = Profile(
        id="me", basics=Basics(label="Backend Engineer", location=HOME), preferences=wish,
        application=facts or ApplicationFacts(), languages=(Language(language="Deutsch", fluency="Muttersprache"),
                                                            Language(language="English", fluency="B1")),
    )  # fmt: skip
    return score(posting, requirements(posting, text), profile, today=TODAY)


def kinds(found: Match) -> dict[str, bool]:
    return {one.kind: one.hard for one in found.blockers}


def test_distances_are_those_of_the_map() -> None:
    berlin, potsdam = point("Berlin", "DE"), point("Potsdam", "DE")
    assert berlin is not None
    assert potsdam is not None
    assert 24 < kilometres(berlin, potsdam) < 30
    assert point("München", "DE") == point("Munich", "DE")
    assert point("Portland", "US", "ME") != point("Portland", "US")
    assert country_of("Bengaluru") == "IN"
    assert point("Nowhereville-on-Sea") is None


@pytest.mark.parametrize(
    ("wish", "place", "meets"),
    [
        (Wish(text="Berlin", city="Berlin"), Place(city="Berlin", country="DE"), True),
        (Wish(text="Berlin", city="Berlin"), Place(city="Potsdam", country="DE"), False),
        (Wish(text="", city="Berlin", radius_km=40), Place(city="Potsdam", country="DE"), True),
        (Wish(text="", city="Basel", country="CH", radius_km=30), Place(city="Lörrach", country="DE"), True),
        (Wish(text="DE", country="DE"), Place(city="Köln"), True),
        (Wish(text="", city="Munich", country="DE"), Place(city="München", country="DE"), True),
        (Wish(text="DE", country="DE"), Place(text="somewhere"), None),
        (Wish(text="", city="Berlin", radius_km=9), Place(city="Xyzburg", country="DE"), None),
        (Wish(text="", city="New York", country="US", radius_km=40), Place(country="GB"), False),
        (Wish(text="", city="Aachen", country="DE", radius_km=50), Place(country="BE"), None),
        (Wish(text="", city="San Francisco", country="US", radius_km=50), Place(city="NYC", country="US"), False),
        (Wish(text="", city="San Francisco", country="US", radius_km=50), Place(city="Bay Area", country="US"), True),
    ],
)
def test_places(wish: Wish, place: Place, meets: bool | None) -> None:
    assert fits(wish, place) is meets


@pytest.mark.parametrize(
    ("scope", "at", "meets"),
    [
        ("US only", "DE", False), ("EMEA", "DE", True), ("Germany or Austria", "AT", True), ("within the EU", "GB", False),
        ("worldwide", "IN", True), ("LATAM", "BR", True), ("Americas", "CA", True), ("CET time zones", "DE", None),
        ("DACH", "CH", True), ("APAC", "JP", True), ("", "DE", None),
        ("Spain or the U.K.", "GB", True), ("the U.S.", "DE", False),
    ],
)  # fmt: skip
def test_limits_of_remote_work(scope: str, at: str, meets: bool | None) -> None:
    assert inside(scope, at) is meets


@pytest.mark.parametrize(
    ("scope", "wish", "open_"),
    [
        ("New York", Wish(text="Atlanta", city="Atlanta", country="US", radius_km=50), True),
        ("New York", Wish(text="Jersey City", city="Jersey City", country="US", radius_km=50), False),
        ("New York", Wish(text="US", country="US"), False),
        ("US only", Wish(text="Atlanta", city="Atlanta", country="US", radius_km=50), False),
    ],
)
def test_remote_work_that_names_one_town_is_open_for_who_lives_elsewhere(scope: str, wish: Wish, open_: bool) -> None:
    found = match(Preferences(places=(wish,), hard=frozenset({"places"})), mode="remote", remote_scope=scope)
    assert found.blockers == ()
    assert any(scope in one for one in found.unchecked) is open_


def test_remote_work_placed_in_a_country_is_for_who_is_there_and_from_a_town_it_is_open() -> None:
    wish = Preferences(places=(Wish(text="London", city="London", country="GB"),), hard=frozenset({"places"}))
    assert kinds(match(wish, mode="remote", places=(Place(text="Brazil", country="BR"),))) == {"place": True}
    anywhere = match(wish, mode="remote", places=(Place(text="Recife", city="Recife", country="BR"),))
    assert anywhere.blockers == ()
    assert any("Brazil" in one for one in anywhere.unchecked)
    both = (Place(text="Brazil", country="BR"), Place(text="United Kingdom", country="GB"))
    assert match(wish, mode="remote", places=both).blockers == ()


def test_the_name_of_a_metropolitan_region_is_no_town() -> None:
    place = Place(text="Bay Area", city="Bay")
    assert fits(Wish(text="San Francisco", city="San Francisco", country="US", radius_km=50), place)
    assert fits(Wish(text="Seattle", city="Seattle", country="US", radius_km=50), place) is False


def test_what_a_posting_does_not_say_is_open_and_blocks_nothing() -> None:
    everything = Preferences(
        places=(Wish(text="AT", country="AT"),), modes=("remote",), employment=("full_time",), levels=("senior",),
        pay_floor=Pay(minimum=1, currency="EUR", period="year"), needs_sponsorship=True, companies_avoided=("Example Sea",),
        hard=frozenset({"places", "modes", "employment", "levels", "pay_floor", "needs_sponsorship"}),
    )  # fmt: skip
    found = match(everything)
    assert found.blockers == ()
    assert len(found.unchecked) == 6


def test_hard_wishes_block_and_soft_ones_say_so_and_weigh() -> None:
    there = (Place(text="Paris", city="Paris", country="FR"),)
    for hard in (frozenset[str](), frozenset({"places", "modes"})):
        found = match(
            Preferences(places=(Wish(text="AT", country="AT"),), modes=("remote",), hard=hard),
            places=there,
            mode="onsite",
        )
        assert kinds(found) == {"mode": bool(hard), "place": bool(hard)}
        assert (found.rank < 0) is bool(hard)


def test_days_on_site_in_the_text_contradict_a_remote_label() -> None:
    found = match(Preferences(modes=("remote",)), TEXT + "\nThree days a week in our Vienna office.", mode="remote")
    assert found.blockers[0].kind == "mode"
    assert found.blockers[0].sentence == "Three days a week in our Vienna office."


def test_remote_elsewhere_only_is_a_condition_of_the_posting() -> None:
    assert kinds(match(Preferences(), mode="remote", remote_scope="US only")) == {"place": True}
    assert kinds(match(Preferences(), mode="remote", remote_scope="Europe")) == {}
    residence = match(Preferences(), TEXT + "\nCandidates must be based in Portugal.")
    assert kinds(residence) == {"residence": True}
    willing = ApplicationFacts(relocate={"PT": True})
    assert kinds(match(Preferences(), TEXT + "\nCandidates must be based in Portugal.", willing)) == {}


def test_companies_are_the_same_under_their_legal_form() -> None:
    assert kinds(match(Preferences(companies_avoided=("Example Rail",)))) == {"company": True}
    assert kinds(match(Preferences(companies_avoided=("Example Railways",)))) == {}
    wanted = Preferences(companies_wanted=("Example Sea",), hard=frozenset({"companies_wanted"}))
    assert kinds(match(wanted)) == {"wanted": True}


def test_titles_and_industries_can_be_conditions() -> None:
    assert kinds(match(Preferences(titles=("Nurse",), hard=frozenset({"titles"})))) == {"title": True}
    assert kinds(match(Preferences(titles=("Backend Developer",), hard=frozenset({"titles"})))) == {}
    trains = TEXT + " Railway railway railway."
    hard = frozenset({"industries"})
    assert kinds(match(Preferences(industries=("railway",), hard=hard), trains)) == {}
    assert kinds(match(Preferences(industries=("banking",), hard=hard), trains)) == {"industry": True}
    assert kinds(match(Preferences(industries=("banking",)), trains)) == {}


def test_languages_are_known_by_any_of_their_names_and_by_level() -> None:
    soft = match(Preferences(), TEXT + "\nFluent German. Native English. French C1 required.")
    assert kinds(soft) == {"language English": False, "language French": False}
    assert "B1" in soft.blockers[0].reason


def test_rights_and_citizenship() -> None:
    there = (Place(text="Graz", country="AT"),)
    no = ApplicationFacts(authorization={"AT": Authorization(authorized=False)}, citizenships=("IN",))
    text = TEXT + "\nYou need the right to work in Austria."
    assert kinds(match(Preferences(), text, no, places=there)) == {"authorization": True}
    assert kinds(match(Preferences(), text, ApplicationFacts(), places=there)) == {}
    citizen = TEXT + "\nUS citizenship is required."
    assert kinds(match(Preferences(), citizen, no)) == {"authorization": True}
    assert kinds(match(Preferences(), citizen, ApplicationFacts(citizenships=("US",)))) == {}


def test_being_able_to_get_a_clearance_blocks_nobody() -> None:
    assert kinds(match(Preferences(), TEXT + "\nMust be able to obtain a security clearance.")) == {}
    assert kinds(match(Preferences(), TEXT + "\nAn active security clearance is required.")) == {"clearance": True}


def test_money_goes_both_ways_and_own_rates_first() -> None:
    assert converted(100, "EUR", "EUR", {}) == 100
    there = converted(100, "EUR", "USD", {})
    assert there is not None
    assert converted(there, "USD", "EUR", {}) == pytest.approx(100)
    assert converted(100, "EUR", "USD", {"USD": 2}) == 200
    assert converted(1, "EUR", "XXX", {}) is None


def test_bundled_rates_are_of_one_day_and_each_side_of_a_peg_agrees() -> None:
    rates = bundled()
    assert rates.per_euro["EUR"] == 1
    assert rates.date >= date(2026, 10, 30)
    assert len(rates.per_euro) >= 30
    assert rates.per_euro["SAR"] / rates.per_euro["USD"] == pytest.approx(3.75, rel=1e-4)
