"""The small decisions behind the pages: words, differences, rates, the month, editing, and which answer is the same."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import BadInput
from companion.model.posting import Pay
from companion.model.profile import ApplicationFacts, Doubt, Profile, Work
from companion.web.application_facts import FactsForm, facts_of
from companion.web.calendar import month
from companion.web.casing import camel
from companion.web.completeness import completeness
from companion.web.diff import Passage, word_diff
from companion.web.editing import SECTIONS, changed, inputs, with_entry
from companion.web.facts import fact_texts, spoken
from companion.web.figures import Rate
from companion.web.files import safe_name
from companion.web.links import safe_link
from companion.web.listing import Wanted
from companion.web.preferences import PreferencesForm
from companion.web.words import STATES, Words, size, system


def test_months_are_said_as_people_say_them() -> None:
    said = [Words().month(one) for one in ("2020-04", "2020-04-17", "2020", "now", "?", "", None, "2020-13")]
    assert said == ["Apr 2020", "Apr 2020", "2020", "now", "?", "", "", "2020-13"]


def test_systems_are_called_as_they_call_themselves() -> None:
    said = [system(one) for one in ("linkedin", "naukri", "icims", "jobs.example.com", "your browser", "by hand", "")]
    assert said == ["LinkedIn", "Naukri", "iCIMS", "jobs.example.com", "your browser", "by hand", ""]


def test_dates_are_said_as_people_say_them() -> None:
    words, today = Words("en"), datetime.now(UTC)
    assert words.said(today - timedelta(days=2)).endswith(", 2 days ago")
    assert words.said(today.astimezone().date() - timedelta(days=1)).endswith(", yesterday")
    assert words.said(today + timedelta(hours=3, minutes=1)).endswith("in 3 hours") or "tomorrow" in words.said(
        today + timedelta(hours=3, minutes=1)
    )
    assert words.said(date(2019, 3, 5)) == "5 Mar 2019"
    assert "unknown" in words.when(None)


@pytest.mark.parametrize(
    ("pay", "said"),
    [
        (Pay(minimum=75_000, maximum=90_000, currency="EUR", period="year"), "€75,000 to €90,000 a year"),
        (Pay(minimum=75_000, currency="EUR", period="year"), "from €75,000 a year"),
        (Pay(maximum=30.5, currency="USD", period="hour"), "up to $30.50 an hour"),
        (Pay(minimum=1_800_000, maximum=1_800_000, currency="INR"), "₹1,800,000"),
        (Pay(minimum=10, maximum=20), "10 to 20"),
        (Pay(text="competitive"), "competitive"),
        (None, ""),
    ],
)
def test_money_comes_with_currency_and_period(pay: Pay | None, said: str) -> None:
    assert Words("en").money(pay) == said


def test_every_state_has_a_word_and_a_shape() -> None:
    assert all(word and shape and tone for word, shape, tone in STATES.values())


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_a_difference_holds_both_texts_whole(old: str, new: str) -> None:
    parts = word_diff([Passage(old)], [Passage(new)])
    assert "".join(part.text for part in parts if part.kind != "removed") == new
    assert "".join(part.text for part in parts if part.kind != "added").split() == old.split()


def test_a_difference_keeps_the_fact_behind_every_word() -> None:
    old = [
        Passage("Ran 14 services.\n", ("work/0/highlights/0",)),
        Passage("Wrote a handbook.\n", ("work/0/highlights/1",)),
    ]
    new = [
        Passage("Wrote a handbook.\n", ("work/0/highlights/1",)),
        Passage("Skills\n"),
        Passage("Python\n", ("skills/0",)),
    ]
    parts = [(one.kind, one.text.strip(), one.facts) for one in word_diff(old, new)]
    assert parts == [
        ("removed", "Ran 14 services.", ("work/0/highlights/0",)),
        ("same", "Wrote a handbook.", ("work/0/highlights/1",)),
        ("added", "Skills", ()),
        ("added", "Python", ("skills/0",)),
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("basics/givenName", "About you › given name"),
        ("work/0/highlights/2", "Work 1 › highlight 3"),
        ("application/authorization/DE/authorized", "Facts forms ask › authorization › DE › authorized"),
        ("answer/7f", "an answer you gave"),
    ],
)
def test_a_facts_path_is_said_in_words(path: str, said: str) -> None:
    assert spoken(path) == said


def test_a_rate_has_an_interval_and_few_cases_are_too_few() -> None:
    few, more = Rate(name="x", k=3, n=4), Rate(name="x", k=3, n=11)
    assert not few.enough
    assert more.enough
    assert more.low == pytest.approx(0.0975, abs=0.001)
    assert more.high == pytest.approx(0.5656, abs=0.001)
    assert Rate(name="x", k=0, n=20).low == 0
    assert Rate(name="x", k=20, n=20).high == 1


@given(st.text(max_size=10))
def test_a_month_is_whole_weeks_whatever_is_asked(of: str) -> None:
    shown = month(of, ())
    assert all(len(week) == 7 for week in shown.weeks)
    assert sum(day.inside for week in shown.weeks for day in week) >= 28


def test_a_month_knows_its_neighbours() -> None:
    shown = month("2026-12", {})
    assert (shown.before, shown.after, shown.first) == ("2026-11", "2027-01", date(2026, 12, 1))


def test_every_section_of_the_profile_has_a_form_that_changes_nothing_by_itself() -> None:
    for _, kind, _ in SECTIONS.values():
        entry = kind()
        assert inputs(entry)
        assert changed(entry, {one.name: one.value for one in inputs(entry)}) == entry


def test_a_wrong_date_is_named_and_its_value_is_not() -> None:
    with pytest.raises(BadInput) as refused:
        changed(Work(), {"start_date": "the spring of 2019"})
    assert refused.value.pointer == "/startDate"
    assert "spring" not in refused.value.message


def test_settling_an_entry_settles_its_doubts() -> None:
    doubts = (Doubt(path="work/0/name", confidence=0.4), Doubt(path="work/1/name", confidence=0.4))
    before = Profile(id="p", work=(Work(name="A"), Work(name="B")), doubts=doubts)
    assert [doubt.path for doubt in with_entry(before, "work", 0, Work(name="C")).doubts] == ["work/1/name"]
    assert with_entry(before, "work", 0, None).doubts == ()


def test_a_fact_says_where_it_stands() -> None:
    profile = Profile(id="p", work=(Work(name="Acme", highlights=("One", "Two")),))
    assert fact_texts(profile)["work/0/highlights/1"] == "Profile › Work › Acme › highlight 2: Two"


def test_an_empty_profile_lacks_everything_and_says_why() -> None:
    found = completeness(Profile(id="p"))
    assert found.percent == 0
    assert all(gap.why and gap.anchor for gap in found.missing)


def test_preferences_and_facts_refuse_what_they_cannot_hold() -> None:
    with pytest.raises(BadInput):
        PreferencesForm(pay=70_000).preferences()
    with pytest.raises(BadInput):
        facts_of(FactsForm(), {"country.0": "Germany"}, ApplicationFacts())
    with pytest.raises(BadInput):
        facts_of(FactsForm(expected=50_000), {}, ApplicationFacts())


def test_unsaid_facts_stay_unknown() -> None:
    assert facts_of(FactsForm(), {}, ApplicationFacts()) == ApplicationFacts()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.com", "file:///etc/passwd", "", "http:///x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_link(url) == ""


@given(st.text(max_size=300))
def test_a_file_name_is_only_a_name(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\:*?"<>|\x00\r\n\u202e')
    assert not safe.startswith(".")


def test_the_lists_address_says_only_what_differs() -> None:
    wanted = Wanted(q="c++ & more", offset=50)
    assert wanted.link(shelf="saved") == "/jobs?q=c%2B%2B+%26+more&shelf=saved"
    assert wanted.link(offset=100) == "/jobs?q=c%2B%2B+%26+more&offset=100"
    assert Wanted().link() == "/jobs"


def test_names_turn_to_camel_case_and_data_keys_stay() -> None:
    assert camel(Pay(minimum=1.0)) == {"minimum": 1.0, "maximum": None, "currency": "", "period": None, "text": ""}
    assert camel({"snake_key": (Doubt(path="a/b_c", confidence=0.5),)}) == {
        "snake_key": [{"path": "a/b_c", "confidence": 0.5, "source": ""}]
    }


def test_sizes_are_readable() -> None:
    assert [size(one) for one in (0, 999, 48_213, 5_000_000, 7_000_000_000)] == [
        "0 bytes",
        "999 bytes",
        "48 kB",
        "5 MB",
        "7.0 GB",
    ]
