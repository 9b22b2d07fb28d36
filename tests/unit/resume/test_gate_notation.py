"""One number written in any two of the ways that English has is one number, and any other number is another."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.resume.ground.figures import figured
from companion.resume.ground.periods import by_period
from tests.unit.resume.pairs import stopped

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def in_words(number: int) -> str:
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")
    above, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = number % above
    joined = "" if not rest else f" and {in_words(rest)}" if rest < 100 else f" {in_words(rest)}"
    return f"{in_words(number // above)} {name}{joined}"


def nth(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


@given(st.integers(1, 9_999))
def test_numbers_in_words_are_read_as_their_digits(number: int) -> None:
    assert figured(f"fed {in_words(number)} hens") == f"fed {number if number > 1 else 'one'} hens"


def ways(n: int) -> list[tuple[str, list[str]]]:
    """Frames, and what may stand in them for the number `n`, 2 to 9."""
    word, many = in_words(n), in_words(n * 10)
    return [
        ("Kneaded @ loaves at a mill", [f"between {n} and {n + 3}", f"{n}-{n + 3}", f"{n}–{n + 3}",
                                        f"{word} to {in_words(n + 3)}", f"{n} to {n + 3}", f"{n} - {n + 3}"]),
        ("Let flats at @ apiece", [f"£{n}0k-£{n}5k", f"£{n}0-{n}5k", f"between £{n}0,000 and £{n}5,000",
                                   f"£{n}0k to £{n}5k", f"£{n}0k–{n}5k"]),
        ("Cut scrap by @ at a mill", [f"{n}0%", f"{n}0 percent", f"{many} per cent", f"{n}0 pct"]),
        ("Weighed @ in a shed", [f"every {ORDINALS[n]} crate", f"one crate in {in_words(n + 1)}",
                                 f"1 in {n + 1} crates", f"every {nth(n + 1)} crate", f"one in every {n + 1} crates",
                                 f"one out of every {in_words(n + 1)} crates"]),
        ("Fed @ hens at a farm", [f"about {n}4", f"c.{n}4", f"ca. {n}4", f"around {in_words(n * 10 + 4)}",
                                  f"{n}4 or so", f"an estimated {n}4", f"~{n}4", f"in the region of {n}4"]),
        ("Sheared @ sheep at a farm", [f"{n}20", in_words(n * 100 + 20), in_words(n * 100 + 20).replace(" and ", " ")]),
        ("Milked @ goats at a farm", [f"up to {n}4", f"as many as {n}4", f"a maximum of {n}4", f"max. {n}4",
                                  f"at most {in_words(n * 10 + 4)}"]),
        ("Ran @ at a mill", [f"line {n}", f"line {word}", f"the {ORDINALS[n - 1]} line", f"the {nth(n)} line",
                             f"line no. {n}"]),
        ("Wound clocks @ in a tower", [f"{word} times a week", f"{n} times weekly", f"{n}x a week", f"{n}x per week"]),
        ("Wove rugs for @ at a loom", [f"{n}.5 years", f"{word} and a half years", f"{n}½ years",
                                        f"{n * 12 + 6} months"]),
        ("Spoke @ at a mill", [f"with {word} colleagues from HR", f"with {n} HR colleagues"]),
        ("Took calls @ at a mill", [f"{n} hrs/week", f"{word} hours a week", f"{n} hours weekly", f"{n} hrs pw"]),
        ("Ploughed @ at a farm", [f"{n}0 of {n}00 acres", f"{n}0 out of {n}00 acres", f"{n}0 of the {n}00 acres",
                                  f"10% of the {n}00 acres", f"a tenth of the {n}00 acres"]),
        ("Led walks over @ in a park", [f"the last {word} summers", f"the last {n} summers"]),
        ("Met norms in @ at a mill", [f"the last {word} quarters", f"the past {n} quarters",
                                      f"the {word} most recent quarters"]),
    ]  # fmt: skip


PERIODS = {
    "FY20": [
        "FY2020",
        "FY20",
        "FY'20",
        "fiscal 2020",
        "fiscal year 2020",
        "the 2020 fiscal year",
        "financial year 2020",
    ],
    "Q2": ["Q2 2020", "the second quarter of 2020", "2020 Q2", "Q2'20", "2Q20", "Q2 of 2020", "2nd quarter 2020"],
    "Q4": ["Q4 2020", "the last quarter of 2020", "the final quarter of 2020", "Q4/2020", "the fourth quarter of 2020"],
    "H1": ["H1 2020", "the first half of 2020", "2020 H1", "H1 of 2020"],
    "FY19": ["FY2019", "fiscal 2019"],
}


@settings(max_examples=120, deadline=None)
@given(st.integers(2, 9), st.data())
def test_a_number_is_told_in_another_way_and_never_as_another_number(n: int, data: st.DataObject) -> None:
    (frame, forms), m = data.draw(st.sampled_from(ways(n))), data.draw(st.integers(2, 9).filter(lambda m: m != n))
    facts, sentence = (frame.replace("@", data.draw(st.sampled_from(forms))) for _ in range(2))
    assert not stopped(facts, sentence), (facts, sentence)
    others = next(others for like, others in ways(m) if like == frame)
    lie = frame.replace("@", data.draw(st.sampled_from(others)))
    assert stopped(facts, lie), (facts, lie)


@pytest.mark.parametrize(("one", "other"), list(itertools.product(PERIODS, PERIODS)))
def test_a_period_is_told_in_another_way_and_never_as_another_one(one: str, other: str) -> None:
    facts = f"Shod 90 horses in {PERIODS[one][0]} at a stable"
    for form in PERIODS[other]:
        assert stopped(facts, f"Shod 90 horses at a stable in {form}") is (one != other), form


@given(st.text(alphabet="1, 0.and inofthequarter½£-k", max_size=200))
def test_what_is_no_number_is_read_without_an_error(text: str) -> None:
    assert isinstance(by_period(figured(text)), str)


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        ("Ran a kiln from 6am to 2pm", "Ran a kiln 06:00-14:00", "Ran a kiln 06:00-16:00"),
        (
            "Took orders within one working day",
            "Orders taken within 1 working day",
            "Orders taken within 1 working week",
        ),
        ("Held phase II of a trial", "Held a trial's phase 2", "Held phase III of a trial"),
        ("Closed 3 M&A deals", "Three M&A deals closed", "Closed 3 million deals"),
        ("Read a third of the 900 wills", "300 of 900 wills read", "600 of 900 wills read"),
        ("Cared for children between 5 and 11", "Care of children between five and eleven", "Cared for 11 children"),
        ("Fed hens in 2020", "In 2020 fed hens", "Fed hens in FY2020"),
        ("Fed hens in Q4 FY20", "Hens fed in the last quarter of fiscal 2020",
         "Fed hens in the second quarter of FY20"),
        ("Placed 3 smiths in 5 yards", "Placement of three smiths in five yards", "Placed 3 in 5 smiths in yards"),
    ],
)  # fmt: skip
def test_numbers_of_one_kind_are_not_told_as_another(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        ("Tested 40 valves and rebuilt 12 of them", "Tested 40 valves and rebuilt 12", "Tested and rebuilt 40 valves"),
        ("Restored 3 of 9 clocks", "Of nine clocks, restored three", "Restored 9 clocks"),
        ("Plucked 90 geese as one of two farm pluckers", "One of two farm pluckers plucking 90 geese",
         "Plucked two geese"),
        ("Wove 2 rugs, third in progress", "Wove two rugs, with a third under way", "Wove three rugs"),
        ("Back in tailoring after 6 yrs out; course at Leith, 90 of 120 hours done",
         "Back in tailoring following six years away; 90 of 120 hours done on a course at Leith",
         "Back in tailoring after 90 years out; course at Leith, 6 of 120 hours done"),
        ("Drew two of the four maps printed in 2021", "Drew two of 2021's four printed maps",
         "Drew the four maps of 2021"),
        ("Proposed a rota, which the warden is due to try in May", "A rota proposed; the warden is to try it in May",
         "Proposed a rota, which the warden tried in May"),
        ("Towards an MSc in Optics (20 of 90 ECTS completed)", "MSc in Optics, 20 out of 90 ECTS completed",
         "MSc in Optics completed"),
        ("Laid floors with a mate, no stairs or lofts", "Floors laid with a mate, stairs and lofts not included",
         "Laid floors and stairs with a mate"),
        ("Moved 50 Access tables to Oracle", "Work to move 50 tables from Access to Oracle",
         "Moved 50 tables from Oracle to Access"),
    ],
)  # fmt: skip
def test_how_many_of_how_many_it_was_is_told_in_another_way(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)
