"""Screening families from the person's explicit application facts. Silence is Missing: no family has a default."""

import re
from datetime import date

from companion.forms.authorization import RESOLVERS as AUTHORIZATION
from companion.forms.bank import employer
from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.dates import bounds
from companion.forms.meaning import AT_POSTING, Meaning
from companion.forms.places import country
from companion.forms.schedule import RESOLVERS as SCHEDULE
from companion.forms.value import Found, Missing, Value
from companion.forms.words import fold
from companion.model.posting import Pay

_WISHED = re.compile(
    r"expect|desir|require|looking|seek|target|want|wish|wunsch|vorstell|erwart|souhait|pretens|expectativ|aspir|prefer|ask|"
    r"like|hope|pretent|oczekiw|\bminimum\b|\bmaximum\b|accept|would|need|your rate|hourly rate|day rate|daily rate|"
    r"gewunscht|voulu|ideal|goal|propos|अपेक्षित|apeksh|希望"
)
_PAST = re.compile(
    r"\b(current|present|previous|former|past|last)\b.{0,12}\b(employ|job|position)|\bemployment history\b"
)
"""Words by which a question on pay asks for a wish; a bare "Salary" may ask for the present pay as well."""


def _pay(context: Context, meaning: Meaning) -> Found:
    expected = meaning.key == "salary.expected"
    if _PAST.search(fold(context.section(meaning))) or (
        expected and not _WISHED.search(fold(context.question(meaning)))
    ):
        return Missing(reason="Whether this asks for your present or your expected pay is not clear.", rule="which-pay")
    path = "application/pay_expected/" if expected else "application/pay_current/"
    facts = context.profile.application
    pay = facts.pay_expected if expected else facts.pay_current
    if pay is None or (pay.minimum is None and pay.maximum is None):
        return NOTHING
    low = pay.minimum if pay.minimum is not None else pay.maximum
    high = pay.maximum if pay.maximum is not None else pay.minimum
    assert low is not None
    assert high is not None
    path += "minimum" if pay.minimum is not None else "maximum"
    return Value(
        kind="money", fact=path, said=_spoken(pay), rule="as-given", low=low, high=high, currency=pay.currency,
        period=pay.period, review=True,
        note="" if expected else "In some places an employer may not ask for your present pay.",
    )  # fmt: skip


def _spoken(pay: Pay) -> str:
    figures = [f"{each:,.0f}" for each in (pay.minimum, pay.maximum) if each is not None]
    per = f" per {pay.period}" if pay.period else ""
    return f"{pay.currency} {'–'.join(dict.fromkeys(figures))}{per}".strip()


def _clearance(context: Context, meaning: Meaning) -> Found:
    said = context.said("application/clearance")
    if not said:
        return NOTHING
    held = fold(said) not in {"none", "no", "no clearance"}
    if meaning.key == "security.clearance.level":
        return Value(kind="text", fact="application/clearance", said=said, rule="as-given", text=said, review=True)
    if held and meaning.subject and fold(meaning.subject) not in {fold(said), *map(str.lower, ("US", AT_POSTING))}:
        return Missing(reason="The question asks for another clearance than you named.", rule="other-clearance")
    return Value(kind="bool", fact="application/clearance", said=said, rule="as-given", truth=held, review=True)


def _born(context: Context, meaning: Meaning) -> Found:
    said = context.said("application/date_of_birth")
    if not said:
        return NOTHING
    if meaning.key == "date_of_birth":
        return Value(kind="date", fact="application/date_of_birth", said=said, rule="as-given", text=said, review=True)
    ages = {_age(day, context) for day in bounds(said)}
    if meaning.key == "age":
        if len(ages) > 1:
            return Missing(reason="Your stored date of birth is not exact enough.", rule="date-part-unknown")
        age = float(ages.pop())
        return Value(
            kind="number", fact="application/date_of_birth", said=said, rule="age", low=age, high=age, review=True
        )
    wanted = meaning.threshold
    if wanted is None:
        return Missing(reason="Which age the question asks for is not clear.", rule="no-threshold")
    if wanted in ages and _STRICT.search(fold(context.question(meaning))):
        return Missing(reason="Whether that very age counts is not clear.", rule="age-at-the-edge")
    truths = {age >= wanted for age in ages}
    if len(truths) > 1:
        return Missing(reason="Your stored date of birth is not exact enough.", rule="date-part-unknown")
    return Value(kind="bool", fact="application/date_of_birth", said=said, rule="age", truth=truths.pop(), review=True)


_STRICT = re.compile(
    r"^(?!.*\b(at least|(or|and) (over|older|above))\b).*\b(over|older than|more than|above|or (under|younger|below)|"
    r"plus de|mas de|mais de|uber|alter als)\b"
)


def _age(born: date, context: Context) -> int:
    return context.today.year - born.year - ((context.today.month, context.today.day) < (born.month, born.day))


def _driving(context: Context, meaning: Meaning) -> Found:
    licensed = context.profile.application.driving_licence
    if licensed is None:
        return NOTHING
    fact = "application/driving_licence"
    return Value(kind="bool", fact=fact, said=context.said(fact), rule="as-given", truth=licensed)


def _relocation(context: Context, meaning: Meaning) -> Found:
    willing = context.profile.application.relocate
    where = context.country(meaning.subject)
    if not where and True in willing.values() and not willing.get("*"):
        return Missing(reason="Which country that place is in is not known.", rule="no-country")
    for place in (where, "*"):
        if place and place in willing:
            return Value(
                kind="bool", fact=f"application/relocate/{place}", said=f"relocate to {place}: {willing[place]}",
                rule="relocate", truth=willing[place], review=True,
            )  # fmt: skip
    return NOTHING


def _residence(context: Context, meaning: Meaning) -> Found:
    """Lives in the place: yes where city, region or country are it; no only across countries."""
    home = context.profile.basics.location
    subject = fold(meaning.subject)
    posting = context.posting
    wanted = {subject} if subject and meaning.subject != AT_POSTING else set[str]()
    if not wanted and posting and len(posting.places) == 1:
        wanted = {fold(posting.places[0].city)} - {""}
    for name, part in (("city", home.city), ("region", home.region)):
        if part and fold(part) in wanted:
            fact = f"basics/location/{name}"
            return Value(kind="bool", fact=fact, said=part, rule="lives-there", truth=True, review=True)
    asked = country(meaning.subject) if meaning.subject != AT_POSTING else ""
    if asked and home.country_code:
        return Value(
            kind="bool", fact="basics/location/countryCode", said=home.country_code, rule="lives-in-country",
            truth=home.country_code.upper() == asked, review=True,
        )  # fmt: skip
    return Missing(reason="Your profile does not say whether you live there.", rule="no-fact")


def _worked_here(context: Context, meaning: Meaning) -> Found:
    """A yes where a job of the profile is with the employer that asks; its absence proves nothing."""
    asked = meaning.subject if not meaning.subject.startswith("@") else ""
    asked = asked or (context.posting.company if context.posting else "")
    if asked:
        for index, entry in enumerate(context.profile.work):
            if entry.name and employer(entry.name) == employer(asked):
                return Value(
                    kind="bool",
                    fact=f"work/{index}/name",
                    said=entry.name,
                    rule="job-with-them",
                    truth=True,
                    review=True,
                )
    return Missing(reason="Whether you worked for this employer is yours to say.", rule="no-fact")


def _applied_here(context: Context, meaning: Meaning) -> Found:
    """A yes from the record of sent applications; its absence proves nothing."""
    for attempt in context.history:
        if attempt.state == "submitted":
            when = attempt.created_at.date().isoformat()
            return Value(
                kind="bool", fact=f"attempt/{attempt.id}", said=f"applied on {when}", rule="company-history",
                truth=True, review=True,
            )  # fmt: skip
    return Missing(reason="Whether you applied there before is yours to say.", rule="no-fact")


RESOLVERS: dict[str, Resolver] = {
    **AUTHORIZATION,
    **SCHEDULE,
    "salary.expected": _pay,
    "salary.current": _pay,
    "security.clearance": _clearance,
    "security.clearance.level": _clearance,
    "date_of_birth": _born,
    "age": _born,
    "age.minimum": _born,
    "licence.driving": _driving,
    "relocation": _relocation,
    "location.residence": _residence,
    "prior.employer": _worked_here,
    "prior.applied": _applied_here,
}
"""Key → how its value is found."""
