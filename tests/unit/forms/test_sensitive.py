"""No value of a sensitive family comes from anything but an explicit fact, however the field is named or misread."""
# ruff: noqa: E501 (a row of a table stays a line)

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.forms import Meaning, plan
from companion.forms.sensitive import families
from companion.forms.vocabulary import TERMS
from companion.model.facts import facts
from companion.model.form import Field, Option, Snapshot
from companion.model.profile import ApplicationFacts, Eeo, Profile
from tests.unit.forms.asking import NOW, TODAY, answer, ask, outcome, posting
from tests.unit.forms.person import everyone, traveller

WORDINGS = {
    "authorization": ["Are you legally authorized to work here?", "Visa status", "Will you require sponsorship?", "workAuth",
                      "H-1B holder?", "righttowork", "Work permit", "requiresSponsorship"],
    "citizenship": ["Citizenship", "What is your nationality?", "Are you a U.S. person (ITAR)?", "applicantnationality"],
    "eeo": ["Gender", "applicantgender", "Race/Ethnicity", "Sex", "Disability status", "veteranStatus", "Hispanic or Latino?",
            "Sexual orientation", "Are you a protected veteran?"],
    "pay": ["Salary", "Expected CTC", "currentSalary", "Desired pay rate", "hourlyrate", "Compensation expectations"],
    "identity": ["Social Security Number", "SSN", "Date of birth", "dateofbirth", "Passport number", "What is your age?"],
    "record": ["Have you been convicted of a felony?", "Criminal record", "Security clearance", "backgroundcheck"],
}  # fmt: skip
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "s": "ѕ", "x": "х", "y": "у"}


def bare() -> Profile:
    """Everyone's resume with none of the facts that only application forms ask."""
    return msgspec.structs.replace(everyone(), application=ApplicationFacts())


@st.composite
def disguised(draw: st.DrawFn) -> tuple[str, str]:
    """A sensitive wording as hostile or careless pages write it, with its family."""
    family = draw(st.sampled_from(sorted(WORDINGS)))
    text = draw(st.sampled_from(WORDINGS[family]))
    for trick in draw(
        st.sets(st.sampled_from(["upper", "lookalike", "digits", "invisible", "wide", "snake", "spaces"]))
    ):
        if trick == "upper":
            text = text.upper() if " " in text else text
        elif trick == "lookalike":
            text = "".join(LOOKALIKES.get(each, each) for each in text)
        elif trick == "digits":
            text = f"{text}17"
        elif trick == "invisible":
            text = "\u200b".join(text)
        elif trick == "wide":
            text = "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)
        elif trick == "snake":
            text = f"q_17_{text}"
        elif trick == "spaces":
            text = f"  {text}\n*"
    return text, family


@settings(max_examples=150, deadline=None)
@given(disguised())
def test_a_sensitive_wording_is_recognised_in_every_disguise(given: tuple[str, str]):
    text, family = given
    assert family in families(text), text


@settings(max_examples=200, deadline=None)
@given(
    disguised(),
    st.sampled_from(sorted(TERMS)),
    st.sampled_from(["label", "name", "html_id", "placeholder", "section", "help"]),
    st.sampled_from(["text", "select", "radio", "textarea", "checkbox", "combobox", "number", "date"]),
    st.sampled_from([(), ("Yes", "No"), ("Male", "Female"), ("India", "United States"), ("0-5", "5-10", "10+")]),
)
@example(("Social Security Number", "identity"), "name.last", "section", "text", ())
def test_without_an_explicit_fact_nothing_goes_into_a_sensitive_field(
    given: tuple[str, str], key: str, place: str, widget: str, options: tuple[str, ...]
):
    """Whatever the field was understood to be: the gate looks at its words again."""
    text, _ = given
    offered = tuple(Option(value=label, label=label) for label in options)
    shown = (
        {"label": "City", "section": "", "help": ""} if place in {"name", "html_id", "placeholder"} else {"label": ""}
    )
    field = Field(id="f", widget=widget, options=offered, **{**shown, place: text})
    meaning = Meaning(
        field_id="f", key=key, subject="Python", confidence=0.99, shape="yes_no" if "Yes" in options else ""
    )
    made = plan(
        Snapshot(url="https://careers.northwind.example", fields=(field,)), bare(), (), posting=posting("US"), resume=None,
        meanings=(meaning,), today=TODAY, created_at=NOW,
    )  # fmt: skip
    action = made.actions[0]
    # An optional consent turned off and a declined answer say nothing about the person.
    harmless = action.fact in {"default/off", "default/decline"}
    assert action.kind == "leave" or harmless, (text, key, action.values, action.fact)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(key for key, term in TERMS.items() if term.sensitive)),
    st.sampled_from(["US", "IN", "", "@posting"]),
)
def test_what_is_filled_for_a_sensitive_key_is_a_fact_the_person_stated(key: str, subject: str):
    profile = everyone()
    known = facts(profile)
    for widget, options in (
        ("text", ()),
        ("radio", ("Yes", "No")),
        ("select", ("Male", "Female", "I prefer not to say")),
    ):
        offered = tuple(Option(value=label, label=label) for label in options)
        field = Field(id="f", widget=widget, label=key.replace(".", " "), options=offered)
        meaning = Meaning(
            field_id="f", key=key, subject=subject, confidence=0.99, shape="yes_no" if widget == "radio" else ""
        )
        made = plan(
            Snapshot(url="https://careers.northwind.example", fields=(field,)), profile, (), posting=posting("US"),
            resume=None, meanings=(meaning,), today=TODAY, created_at=NOW,
        )  # fmt: skip
        action = made.actions[0]
        if action.kind != "leave" and action.fact not in {"default/decline", "default/off"}:
            assert action.fact in known, action
            assert action.sensitive
            assert action.review


@pytest.mark.parametrize(
    "label",
    [
        "City",
        "Essex",
        "Trace ID",
        "Manager's name",
        "Embrace change",
        "Language",
        "Payroll system used",
        "Storage",
        "Page",
        "Average order",
        "First name",
        "Transport",
        "Grace period",
        "Sextant",
    ],
)
def test_harmless_words_that_contain_sensitive_ones_are_not_refused(label: str):
    assert not families(label)


def test_an_answer_of_another_family_does_not_pass_for_the_asked_one():
    field = Field(id="f", widget="radio", label="Have you ever been convicted of a felony?",
                  options=(Option(value="1", label="Yes"), Option(value="0", label="No")))  # fmt: skip
    meaning = Meaning(field_id="f", key="relocation", shape="yes_no", confidence=0.99)
    made = plan(
        Snapshot(url="https://careers.northwind.example", fields=(field,)), bare(), (answer("relocation", "true", "bool"),),
        posting=posting("US"), resume=None, meanings=(meaning,), today=TODAY, created_at=NOW,
    )  # fmt: skip
    assert made.actions[0].kind == "leave"
    assert "record" in made.actions[0].reason


def test_answers_that_contradict_the_profile_answer_nothing():
    field = Field(id="f", widget="radio", label="Are you authorized to work in India?",
                  options=(Option(value="1", label="Yes"), Option(value="0", label="No")))  # fmt: skip
    meaning = Meaning(field_id="f", key="work.authorization", subject="IN", shape="yes_no", confidence=0.99)
    made = plan(
        Snapshot(url="https://careers.northwind.example", fields=(field,)), everyone(),
        (answer("work.authorization", "false", "bool", subject="IN"),), posting=posting("IN"), resume=None,
        meanings=(meaning,), today=TODAY, created_at=NOW,
    )  # fmt: skip
    assert made.actions[0].kind == "leave"
    assert "disagree" in made.actions[0].reason


def test_the_choice_for_a_protected_category_stands_above_a_learned_answer():
    profile = everyone()
    blank = msgspec.structs.replace(profile.application, eeo={"gender": Eeo(choice="blank")})
    learned = answer("eeo.gender", "Female", "choice")
    options = ("Male", "Female", "Prefer not to say")
    asked = ask("eeo.gender", widget="select", options=options, answers=(learned,))
    assert outcome(asked) == ("Female",)
    left = ask("eeo.gender", widget="select", options=options, answers=(learned,),
               profile=msgspec.structs.replace(profile, application=blank))  # fmt: skip
    assert outcome(left) is None


def test_several_citizenships_do_not_go_into_a_list_of_one():
    profile = everyone()
    two = msgspec.structs.replace(profile.application, citizenships=("IN", "DE"))
    both = msgspec.structs.replace(profile, application=two)
    assert outcome(ask("citizenship", widget="combobox", profile=both, field={"options_open": True})) is None
    many = ask("citizenship", widget="combobox", profile=both, field={"options_open": True, "multiple": True})
    assert (many.values, many.search) == (("India", "Germany"), "")


@pytest.mark.parametrize(
    ("label", "key", "kind"),
    [
        ("Social Security Number", "name.last", "leave"),
        ("SSN", "date_of_birth", "leave"),
        ("Date of birth", "name.last", "leave"),
        ("Passport number", "name.full", "leave"),
        ("Date of birth", "date_of_birth", "fill"),
        ("First name as in passport", "name.first", "fill"),
    ],
)
def test_one_fact_of_identity_is_no_other(label: str, key: str, kind: str):
    assert ask(key, label=label, profile=traveller()).kind == kind
