"""Whatever a page sends, the plan comes back whole, quickly, and chooses only what the form offers."""

import time
from typing import get_args

from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.forms import Meaning, learn, plan
from companion.forms.choose import usable
from companion.forms.dates import format_in, render
from companion.forms.figures import interval
from companion.forms.fit import fit, fits
from companion.forms.meaning import Part, Shape
from companion.forms.vocabulary import TERMS
from companion.forms.words import declines, stance
from companion.model.form import Field, Option, Snapshot, Widget
from tests.unit.forms.asking import NOW, TODAY, posting
from tests.unit.forms.person import everyone

WORDS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Yes",
            "No",
            "3-5 years",
            "₹10-15 LPA",
            "Norway",
            "(+91)",
            "Prefer not to say",
            "(((",
            "\x00",
            "١٢٣",
            "-",
            "...",
        ]
    ),
)
FIELDS = st.builds(
    Field,
    id=st.just("f"),
    widget=st.sampled_from(get_args(Widget)),
    label=WORDS,
    section=WORDS,
    help=WORDS,
    name=WORDS,
    placeholder=WORDS,
    pattern=st.one_of(st.just(""), st.text(max_size=20), st.sampled_from(["(a+)+$", "[0-9]{10}", "(", "\\d+"])),
    minimum=st.sampled_from(["", "0", "x", "1e999", "nan"]),
    maximum=st.sampled_from(["", "10", "2024-01-01"]),
    step=st.sampled_from(["", "any", "1", "0.01", "x."]),
    max_length=st.one_of(st.none(), st.integers(-1, 50)),
    accept=WORDS,
    required=st.booleans(),
    checked=st.booleans(),
    multiple=st.booleans(),
    options_open=st.booleans(),
    options=st.lists(st.builds(Option, value=WORDS, label=WORDS, disabled=st.booleans()), max_size=6).map(tuple),
)
MEANINGS = st.builds(
    Meaning,
    field_id=st.just("f"),
    key=st.sampled_from(["", *TERMS]),
    subject=st.one_of(WORDS, st.sampled_from(["US", "EU", "@posting", "@employer", "Python"])),
    entry=st.one_of(st.none(), st.integers(0, 5)),
    part=st.sampled_from(get_args(Part)),
    polarity=st.sampled_from(["positive", "negative"]),
    unit=st.sampled_from(["", "day", "week", "month", "year", "lakh", "crore", "thousand", "percent", "?"]),
    currency=st.sampled_from(["", "INR", "USD", "$", "??"]),
    period=st.sampled_from([None, "hour", "month", "year", "once"]),
    time_frame=st.sampled_from(["", "now", "future", "now_or_future", "recent"]),
    shape=st.sampled_from(get_args(Shape)),
    threshold=st.one_of(st.none(), st.floats(0, 100)),
    date_format=st.one_of(st.just(""), WORDS, st.just("DD/MM/YYYY")),
    limit=st.one_of(st.none(), st.integers(0, 100)),
    limit_unit=st.sampled_from(["", "characters", "words", "sentences"]),
    numbers_only=st.booleans(),
    confidence=st.floats(0, 1),
    question=WORDS,
)


@settings(max_examples=400, deadline=None)
@given(FIELDS, MEANINGS)
def test_a_plan_is_whole_and_within_the_form(field: Field, meaning: Meaning):
    made = plan(
        Snapshot(url="https://careers.northwind.example", fields=(field,)),
        everyone(),
        (),
        posting=posting("US"),
        resume=None,
        meanings=(meaning,),
        today=TODAY,
        created_at=NOW,
    )
    (action,) = made.actions
    if action.kind == "leave":
        assert action.reason
        assert not action.values
        return
    assert action.values
    assert action.rule
    assert action.fact
    loaded = usable(field.options) or field.widget not in {"select", "multiselect", "combobox", "listbox"}
    if action.kind == "choose" and field.options and loaded and not field.options_open:
        offered = {option.label for option in field.options if not option.disabled}
        assert set(action.values) <= offered
    if action.kind == "fill" and field.max_length and field.max_length > 0:
        assert len(action.values[0]) <= field.max_length


@settings(max_examples=300, deadline=None)
@example("JT", "AAA", Meaning(field_id="f"))
@given(WORDS, WORDS, MEANINGS)
def test_reading_words_never_fails(one: str, two: str, meaning: Meaning):
    interval(one)
    stance(one)
    declines(one)
    render("2021-03-07", one)
    render("2021-03-07", format_in(one))
    learn(meaning, one, two, posting=posting("US"), at=NOW)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.one_of(st.none(), st.integers(1, 80)), st.one_of(st.none(), st.integers(1, 20)))
def test_fitted_text_keeps_its_limits_and_is_a_beginning_of_the_text(
    text: str, characters: int | None, words: int | None
):
    kept = fit(text, characters, words)
    assert fits(kept, characters, words)
    assert text.startswith(kept)


def test_thousands_of_fields_are_planned_in_seconds():
    fields = tuple(
        Field(id=f"f{index}", widget="select", label=f"Question {index} about the office" * 3,
              options=tuple(Option(value=str(each), label=f"Option {each} of {index}") for each in range(5)))
        for index in range(2_000)
    )  # fmt: skip
    meanings = tuple(Meaning(field_id=field.id, key="address.city", confidence=0.9) for field in fields)
    started = time.perf_counter()
    plan(
        Snapshot(url="https://careers.northwind.example", fields=fields),
        everyone(),
        (),
        posting=None,
        resume=None,
        meanings=meanings,
        today=TODAY,
    )
    assert time.perf_counter() - started < 30  # seconds; a page this long must end, however slow the machine
