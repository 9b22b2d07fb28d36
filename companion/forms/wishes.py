"""What the person looks for (work mode, kind of contract, places) where a form asks for a preference, and whether an
offered pay range reaches the floor they stated. A wish is never an answer to "are you able to"."""

from companion.forms.amounts import money
from companion.forms.buckets import currency_in, period_in
from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.figures import interval
from companion.forms.meaning import Meaning
from companion.forms.sensitive import families
from companion.forms.value import Found, Missing, Value

_MODES = {
    "onsite": ("On-site", "Onsite", "In office", "Office", "In-office", "In person"),
    "hybrid": ("Hybrid",),
    "remote": ("Remote", "Fully remote", "Work from home", "100% remote", "Remote only"),
}
_KINDS = {
    "full_time": ("Full-time", "Full time", "Permanent", "Permanent full-time", "Regular full-time"),
    "part_time": ("Part-time", "Part time"),
    "contract": ("Contract", "Contractor", "Contract work", "Freelance"),
    "temporary": ("Temporary", "Temp", "Fixed-term", "Fixed term"),
    "internship": ("Internship", "Intern"),
    "apprenticeship": ("Apprenticeship", "Apprentice"),
    "volunteer": ("Volunteer",),
}


def _preferred(context: Context, meaning: Meaning) -> Found:
    wishes = context.profile.preferences
    modes = meaning.key == "work.mode"
    chosen: tuple[str, ...] = tuple(wishes.modes if modes else wishes.employment)
    if len(chosen) != 1:
        return (
            NOTHING if not chosen else Missing(reason="You named more than one that suits you.", rule="several-wishes")
        )
    wordings = (_MODES if modes else _KINDS)[chosen[0]]
    return Value(
        kind="text", fact=f"preferences/{'modes' if modes else 'employment'}/0", said=wordings[0], rule="preference",
        text=wordings[0], also=wordings[1:], review=True, confidence=0.85,
    )  # fmt: skip


def _range_ok(context: Context, meaning: Meaning) -> Found:
    """ "The range is X–Y, is that all right?": yes where it reaches the lower end of the pay the person expects."""
    expected = context.profile.application.pay_expected
    question = context.question(meaning)
    offered = interval(_figures(question))
    if expected is None or expected.minimum is None:
        return NOTHING
    currency, period = currency_in(question) or meaning.currency, period_in(question) or meaning.period
    if offered is None or not currency or period is None or currency == "$":
        return Missing(reason="The range the question names could not be read for certain.", rule="no-range")
    floor = Value(
        kind="money", fact="application/pay_expected/minimum", said=f"{expected.currency} {expected.minimum:,.0f}",
        rule="", low=expected.minimum, high=expected.minimum, currency=expected.currency, period=expected.period,
    )  # fmt: skip
    asked = money(floor, currency=currency, period=period, unit="")
    if isinstance(asked, Missing):
        return asked
    return Value(
        kind="bool", fact=floor.fact, said=floor.said, rule="range-reaches-your-floor", truth=offered.high >= asked.low,
        review=True, confidence=0.8, note=asked.assumed,
    )  # fmt: skip


def _figures(question: str) -> str:
    """The part of a question that holds its figures."""
    digits = [index for index, character in enumerate(question) if character.isdigit()]
    return question[max(digits[0] - 12, 0) : digits[-1] + 12] if digits else ""


def _currency(context: Context, meaning: Meaning) -> Found:
    pay = context.profile.application.pay_expected
    if pay is None or not pay.currency:
        return NOTHING
    if "pay" not in families(context.question(meaning)):
        return Missing(reason="Which pay this currency belongs to is not clear.", rule="which-pay")
    fact = "application/pay_expected/currency"
    return Value(kind="text", fact=fact, said=pay.currency, rule="as-given", text=pay.currency, review=True)


RESOLVERS: dict[str, Resolver] = {
    "work.mode": _preferred,
    "employment.type": _preferred,
    "salary.range_ok": _range_ok,
    "salary.currency": _currency,
}
"""Key → how its value is found."""
