"""What screening questions ask: family, subject, polarity, time frame, and the traps in between."""

from typing import Any

import pytest

from companion.forms.meaning import AT_EMPLOYER, AT_POSTING, Condition, Meaning
from companion.forms.understand import understand
from companion.forms.vocabulary import TERMS
from companion.model.form import Field, Option, Snapshot, Widget

YES_NO = ("Yes", "No")


def meaning(label: str, widget: Widget = "radio", options: tuple[str, ...] = YES_NO, **more: Any) -> Meaning:
    shown = tuple(Option(value=text, label=text) for text in options) if widget not in {"text", "textarea"} else ()
    field = Field(id="q", widget=widget, label=label, label_source="for", options=shown, **more)
    (found,) = understand(Snapshot(url="https://jobs.example.com/1", language="en", fields=(field,)))
    return found


@pytest.mark.parametrize(
    ("label", "key", "subject"),
    [
        ("Are you legally authorized to work in the United States?", "work.authorization", "US"),
        ("Do you have the right to work in the UK?", "work.authorization", "GB"),
        ("Are you eligible to work in Ireland?", "work.authorization", "IE"),
        (
            "Are you legally permitted to work in the country where this job is located?",
            "work.authorization",
            AT_POSTING,
        ),
        ("Do you hold a valid work permit for the EU?", "work.authorization", "EU"),
        ("Sind Sie berechtigt, in Deutschland zu arbeiten?", "work.authorization", "DE"),
        ("Avez-vous l'autorisation de travailler en France ?", "work.authorization", "FR"),
        ("¿Tienes permiso de trabajo en España?", "work.authorization", "ES"),
        ("Você tem autorização para trabalhar no Brasil?", "work.authorization", "BR"),
        ("क्या आपको भारत में काम करने की अनुमति है?", "work.authorization", "IN"),
        ("Kya aapko Germany mein kaam karne ki anumati hai?", "work.authorization", "DE"),
    ],
)
def test_the_right_to_work_names_its_country(label: str, key: str, subject: str) -> None:
    found = meaning(label)
    assert (found.key, found.subject, found.polarity) == (key, subject, "positive")
    assert found.sensitive


@pytest.mark.parametrize(
    ("label", "key", "frame", "polarity"),
    [
        ("Will you now or in the future require sponsorship for an employment visa?", "sponsorship.future", "now_or_future", "positive"),  # noqa: E501
        ("Will you now, or in the future, require visa sponsorship (e.g. H-1B, OPT, etc. status)?", "sponsorship.future", "now_or_future", "positive"),  # noqa: E501
        ("Will you require sponsorship in the future?", "sponsorship.future", "future", "positive"),
        ("Do you currently require visa sponsorship?", "sponsorship.now", "now", "positive"),
        ("Do you require sponsorship to work in the US?", "sponsorship.now", "", "positive"),
        ("Can you work in the US without visa sponsorship?", "sponsorship.now", "", "negative"),
        ("Benötigen Sie jetzt oder in Zukunft ein Visum?", "sponsorship.future", "now_or_future", "positive"),
        ("Kya aapko visa sponsorship ki zaroorat hai?", "sponsorship.now", "", "positive"),
    ],
)  # fmt: skip
def test_sponsorship_keeps_its_time_and_its_direction(label: str, key: str, frame: str, polarity: str) -> None:
    found = meaning(label)
    assert (found.key, found.time_frame, found.polarity) == (key, frame, polarity)


def test_authorized_without_sponsorship_joins_two_families() -> None:
    found = meaning("Are you legally authorized to work in the United States without sponsorship?")
    assert (found.key, found.subject, found.joiner) == ("work.authorization", "US", "and")
    assert found.joins == (Condition(key="sponsorship.future", negated=True, subject="US", time_frame="now_or_future"),)


@pytest.mark.parametrize(
    "label",
    [
        "Are you authorized to work in the US, or will you need sponsorship?",
        "Do you have the legal right to work in the UK, and will you need sponsorship?",
        "Are you authorized to work in the US or Canada?",
        "Are you a US citizen or permanent resident?",
        "This role does not offer sponsorship. Do you understand the shift pattern described in the posting text?",
    ],
)
def test_what_no_single_fact_can_answer_is_not_guessed(label: str) -> None:
    assert meaning(label).key not in {"work.authorization", "sponsorship.now", "sponsorship.future", "citizenship.is"}


def test_living_somewhere_or_moving_there_is_either_or() -> None:
    found = meaning("Are you currently residing in or willing to relocate to Tiruchirapalli?")
    assert (found.key, found.joiner, found.subject) == ("location.residence", "or", "Tiruchirapalli")
    assert [each.key for each in found.joins] == ["relocation"]


@pytest.mark.parametrize(
    ("label", "key", "subject"),
    [
        ("How many years of experience do you have with Python?", "years.with", "Python"),
        ("How many years of work experience do you have in Project Management?", "years.with", "Project Management"),
        ("Years of Java experience", "years.with", "Java"),
        ("How long have you been working with Kubernetes?", "years.with", "Kubernetes"),
        ("Wie viele Jahre Erfahrung hast du mit SAP?", "years.with", "SAP"),
        ("Python mein kitne saal ka anubhav hai?", "years.with", "Python"),
        ("Total years of experience", "years.total", ""),
        ("How many years of professional experience do you have?", "years.total", ""),
    ],
)
def test_years_know_of_what(label: str, key: str, subject: str) -> None:
    found = meaning(label, "text")
    assert (found.key, found.subject) == (key, subject)


def test_a_threshold_is_no_answer() -> None:
    found = meaning("Do you have at least 5 years of experience with Go?")
    assert (found.key, found.subject, found.threshold, found.unit) == ("years.with", "Go", 5.0, "year")
    assert found.shape == "yes_no"


@pytest.mark.parametrize(
    ("label", "unit"),
    [("Notice period [months]", "month"), ("Notice period in days", "day"), ("Notice period (weeks)", "week"), ("Notice period", "")],  # noqa: E501
)  # fmt: skip
def test_the_unit_of_a_notice_is_the_labels(label: str, unit: str) -> None:
    found = meaning(label, "text")
    assert (found.key, found.unit, found.shape) == ("notice.period", unit, "duration")


@pytest.mark.parametrize(
    ("label", "key", "unit", "currency", "period"),
    [
        ("Expected CTC in Lacs per annum", "salary.expected", "lakh", "", "year"),
        ("Current CTC (in LPA)", "salary.current", "lakh", "", "year"),
        ("Gehaltsvorstellung (Jahresbrutto in EUR)", "salary.expected", "", "EUR", "year"),
        ("What is your desired hourly rate in USD?", "salary.expected", "", "USD", "hour"),
        ("Prétentions salariales mensuelles (€)", "salary.expected", "", "EUR", "month"),
    ],
)
def test_money_keeps_unit_currency_and_period(label: str, key: str, unit: str, currency: str, period: str) -> None:
    found = meaning(label, "text")
    assert (found.key, found.unit, found.currency, found.period) == (key, unit, currency, period)
    assert found.sensitive


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Have you ever been convicted of a felony?", "criminal"),
        ("Have you ever worked for or are you currently employed by Example GmbH?", "prior.employer"),
        ("Have you previously applied to Example Inc?", "prior.applied"),
        ("Do any of your relatives work for the company?", "relatives"),
        ("Are you bound by a non-compete agreement?", "non_compete"),
        ("Are you at least 18 years of age?", "age.minimum"),
        ("Gender", "eeo.gender"),
        ("Are you Hispanic or Latino?", "eeo.hispanic"),
        ("Veteran status", "eeo.veteran"),
        ("Disability status", "eeo.disability"),
        ("Do you have a valid driver's license?", "licence.driving"),
        ("Are you willing to relocate?", "relocation"),
        ("Are you willing to travel up to 25% of the time?", "travel"),
        ("How did you hear about us?", "how.heard"),
        ("Wie sind Sie auf uns aufmerksam geworden?", "how.heard"),
        ("Do you have an active security clearance?", "security.clearance"),
        ("What is your highest level of education?", "education.level"),
        ("Nationality", "nationality"),
        ("Do you consent to a background check?", "attest.background"),
    ],
)
def test_families(label: str, key: str) -> None:
    assert meaning(label).key == key


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("I have read and accept the privacy policy", "consent.privacy"),
        ("Ich habe die Datenschutzerklärung gelesen und stimme zu", "consent.privacy"),
        ("Keep my data for 12 months", "consent.retention"),
        ("Contact me about future job opportunities", "consent.talent_pool"),
        ("I agree to receive text messages about my application", "consent.sms"),
        ("I certify that the information provided is true and complete", "attest.truth"),
    ],
)
def test_boxes_say_what_they_agree_to(label: str, key: str) -> None:
    found = meaning(label, "checkbox", ())
    assert (found.key, found.shape) == (key, "consent")
    assert found.optional


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Why do you want to work at Example?", "why.company"),
        ("Tell us about a time you solved a hard problem", "behavioural"),
        ("Is there anything else you would like us to know?", "additional"),
        ("What interests you about this role?", "why.role"),
    ],
)
def test_essays(label: str, key: str) -> None:
    found = meaning(label, "textarea")
    assert (found.key, found.shape) == (key, "essay")


def test_limits_are_read_from_words_before_attributes() -> None:
    found = meaning("Describe a workflow you changed, in under 150 words", "textarea", max_length=2000)
    assert (found.limit, found.limit_unit) == (150, "words")
    assert meaning("Why this role?", "textarea", max_length=500).limit_unit == "characters"


def test_the_explanation_of_a_yes_is_no_question_of_its_own() -> None:
    fields = (
        Field(id="1", widget="radio", label="Have you ever been convicted of a crime?", options=tuple(Option(value=x, label=x) for x in YES_NO)),  # noqa: E501
        Field(id="2", widget="text", label="If yes, please explain"),
    )  # fmt: skip
    first, second = understand(Snapshot(url="https://jobs.example.com", fields=fields))
    assert (first.key, second.key, second.part) == ("criminal", "criminal", "explain")


def test_prior_employment_is_about_them() -> None:
    assert meaning("Are you currently employed by or have you ever worked for us?").subject == AT_EMPLOYER


@pytest.mark.parametrize(
    ("label", "key", "joiner", "also"),
    [
        ("Are you willing to relocate and travel?", "relocation", "and", ["travel"]),
        ("Are you willing to travel or relocate?", "relocation", "or", ["travel"]),
        ("Do you have a driver's license and reliable transportation?", "licence.driving", "and", ["transport.own"]),
        ("Are you comfortable with our hybrid model, 3 days a week in the office?", "hybrid", "and", []),
    ],
)
def test_two_questions_in_one_breath_are_both_asked(label: str, key: str, joiner: str, also: list[str]) -> None:
    found = meaning(label)
    assert (found.key, found.joiner, [each.key for each in found.joins]) == (key, joiner, also)


def test_a_distance_is_not_a_residence() -> None:
    found = meaning("Do you live within 30 miles of Chicago?")
    assert (found.key, found.subject) == ("commute", "Chicago")


def test_every_rule_names_a_key_of_the_vocabulary() -> None:
    from companion.forms.understand.ruling import rules

    assert {rule.key for table in ("questions", "consents") for rule in rules(table)} <= set(TERMS)
