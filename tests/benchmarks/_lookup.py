"""What simple fillers do with a question, to run beside ours: of a list of questions the person once answered, the one
that is spelled most alike (rapidfuzz, 80 of 100 or more), and its answer again, by the option spelled most alike."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process, utils

from companion.forms.places import country_names
from companion.model.profile import Profile
from tests.unit.forms.asking import Case

_LEAST = 80
_SAID = {True: "Yes", False: "No"}


def look_up(case: Case) -> tuple[str, ...] | None:
    """The values such a filler puts into the case's field; None where no saved question or option is alike enough."""
    saved = dict(_saved(case))
    found = process.extractOne(
        case.label, tuple(saved), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_LEAST
    )
    if found is None:
        return None
    said = saved[found[0]]
    if not case.options:
        return (said.partition(" ")[0] if case.widget == "number" else said,)
    option = process.extractOne(
        said, case.options, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_LEAST
    )
    return (option[0],) if option else None


def _saved(case: Case) -> Iterator[tuple[str, str]]:
    """Questions in their commonest wording with the person's true answers; nothing for what they have not stated."""
    yield from ((question, said) for question, said in _facts(case.profile) if said)
    yield from ((each.question, each.value) for each in case.answers if each.question)


def _facts(profile: Profile) -> Iterator[tuple[str, str]]:
    facts, basics = profile.application, profile.basics
    for code, right in facts.authorization.items():
        name = next(iter(country_names(code)), code)
        if right.authorized is not None:
            yield f"Are you legally authorized to work in {name}?", _SAID[right.authorized]
        if right.sponsorship_now is not None:
            yield f"Do you currently require sponsorship to work in {name}?", _SAID[right.sponsorship_now]
        if right.sponsorship_future is not None:
            yield f"Will you in the future require sponsorship to work in {name}?", _SAID[right.sponsorship_future]
    for code, willing in facts.relocate.items():
        yield f"Are you willing to relocate to {next(iter(country_names(code)), 'another place')}?", _SAID[willing]
    for question, pay in (("expected", facts.pay_expected), ("current", facts.pay_current)):
        if pay and pay.minimum is not None:
            yield f"What is your {question} salary?", f"{pay.minimum:.0f} {pay.currency} per {pay.period or 'year'}"
    if facts.notice:
        yield "What is your notice period?", f"{facts.notice.amount:g} {facts.notice.unit}s"
    if facts.driving_licence is not None:
        yield "Do you have a driving licence?", _SAID[facts.driving_licence]
    for name, choice in facts.eeo.items():
        yield f"What is your {name}?", choice.answer
    yield "What is your nationality?", next((each for code in facts.citizenships for each in country_names(code)), "")
    yield "What is your date of birth?", facts.date_of_birth
    yield "What is your first name?", basics.given_name
    yield "What is your last name?", basics.family_name
    yield "What is your full name?", basics.name
    yield "What is your email address?", basics.email
    yield "What is your phone number?", basics.phone
    yield "What is your current city?", basics.location.city
    yield "What country do you live in?", next(iter(country_names(basics.location.country_code)), "")
    for work in profile.work[:1]:
        yield "Who is your current employer?", work.name
        yield "What is your current job title?", work.position
    started = min((work.start_date for work in profile.work if work.start_date), default="")
    if started:
        yield "How many years of experience do you have?", f"{2026 - int(started[:4])} years"
    for education in profile.education[:1]:
        yield "What is your highest level of education?", education.study_type
        yield "Which university did you attend?", education.institution
