"""Facts that forms ask and resumes do not carry, as a form. What is not said stays unknown and is never guessed."""

from typing import Annotated, Literal

import msgspec

from companion.errors import BadInput
from companion.model.posting import Pay, Period
from companion.model.profile import ApplicationFacts, Authorization, Duration, Eeo
from companion.web.form import Amount

YesNo = Literal["", "yes", "no"]
_SAID: dict[str, bool | None] = {"": None, "yes": True, "no": False}
_COUNTRIES = 250
EEO = ("gender", "race", "hispanic", "veteran", "disability", "orientation", "transgender", "religion", "age")
"""Protected categories that forms ask about, mostly in the United States."""


class FactsForm(msgspec.Struct, frozen=True, kw_only=True):
    """All but the rows of right to work and of voluntary questions, whose fields are numbered."""

    citizenships: str = ""
    notice_amount: Amount | None = None
    notice_unit: Literal["day", "week", "month", "year"] = "month"
    start: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    expected: Amount | None = None
    expected_currency: str = ""
    expected_period: Period = "year"
    current: Amount | None = None
    current_currency: str = ""
    current_period: Period = "year"
    relocate: YesNo = ""
    driving_licence: YesNo = ""
    date_of_birth: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    clearance: Annotated[str, msgspec.Meta(max_length=500)] = ""
    pronouns: Annotated[str, msgspec.Meta(max_length=100)] = ""
    salutation: Annotated[str, msgspec.Meta(max_length=100)] = ""


def facts_of(form: FactsForm, rows: dict[str, str], known: ApplicationFacts) -> ApplicationFacts:
    """The facts as the form says them. `rows` holds `country.0`, `authorized.0`, `now.0`, `future.0`, `eeo.gender`, …

    Raises BadInput for a country that is not two letters, or an amount without a currency.
    """
    relocate = dict(known.relocate)
    if form.relocate:
        relocate["*"] = form.relocate == "yes"
    else:
        relocate.pop("*", None)
    return msgspec.structs.replace(
        known,
        authorization=_authorization(rows, known),
        citizenships=tuple(_country(one) for one in form.citizenships.replace(",", " ").split()),
        notice=Duration(amount=form.notice_amount, unit=form.notice_unit) if form.notice_amount is not None else None,
        start=form.start,
        pay_expected=_pay(form.expected, form.expected_currency, form.expected_period, known.pay_expected),
        pay_current=_pay(form.current, form.current_currency, form.current_period, known.pay_current),
        relocate=relocate,
        driving_licence=_SAID[form.driving_licence],
        date_of_birth=form.date_of_birth,
        clearance=form.clearance,
        pronouns=form.pronouns,
        salutation=form.salutation,
        eeo=_eeo(rows, known),
    )


def _authorization(rows: dict[str, str], known: ApplicationFacts) -> dict[str, Authorization]:
    found: dict[str, Authorization] = {}
    for row in range(_COUNTRIES):
        if not rows.get(f"country.{row}", "").strip():
            continue
        country = _country(rows[f"country.{row}"])
        before = known.authorization.get(country, Authorization())
        found[country] = msgspec.structs.replace(
            before,
            authorized=_SAID.get(rows.get(f"authorized.{row}", "")),
            sponsorship_now=_SAID.get(rows.get(f"now.{row}", "")),
            sponsorship_future=_SAID.get(rows.get(f"future.{row}", "")),
            basis=rows.get(f"basis.{row}", "")[:500],
        )
    return found


def _eeo(rows: dict[str, str], known: ApplicationFacts) -> dict[str, Eeo]:
    found = dict(known.eeo)
    for name in EEO:
        choice = rows.get(f"eeo.{name}")
        if choice in ("answer", "decline", "blank"):
            found[name] = Eeo(choice=choice, answer=rows.get(f"eeo.{name}.answer", "")[:500])
        elif choice == "":
            found.pop(name, None)
    return found


def _country(name: str) -> str:
    code = name.strip().upper()
    if len(code) != 2 or not code.isalpha():
        raise BadInput("A country is written as its two letters.", "Germany is DE, India is IN.", pointer="/country")
    return code


def _pay(amount: float | None, currency: str, period: Period, known: Pay | None) -> Pay | None:
    if amount is None:
        return None
    code = currency.strip().upper()
    if len(code) != 3 or not code.isalpha():
        raise BadInput("An amount needs its currency.", "Write it as EUR, USD, INR, …", pointer="/currency")
    return msgspec.structs.replace(known or Pay(), minimum=amount, currency=code, period=period)
