"""Facts that forms ask and resumes do not carry, as a form. What is not said stays unknown and is never guessed."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Literal, cast

import msgspec
from babel import Locale

from companion.errors import BadInput
from companion.model.document import now
from companion.model.posting import Pay, Period
from companion.model.profile import ApplicationFacts, Authorization, Duration, Eeo
from companion.web.form import Amount

YesNo = Literal["", "yes", "no"]
_SAID: dict[str, bool | None] = {"": None, "yes": True, "no": False}
_COUNTRIES = 250
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of the CLDR that name groups of countries, or nothing."""
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

    Raises BadInput that names everything at fault at once: a country or currency there is not, an amount without a
    currency, a date no calendar has, an answer that is chosen and not given.
    """
    if problems := list(_problems(form, rows)):
        raise BadInput(" ".join(problems), "Nothing was kept: go back, correct it and keep it again.")
    relocate = dict(known.relocate)
    if form.relocate:
        relocate["*"] = form.relocate == "yes"
    else:
        relocate.pop("*", None)
    return msgspec.structs.replace(
        known,
        authorization=_authorization(rows, known),
        citizenships=tuple(_country(one) for one in _listed(form.citizenships)),
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


def _problems(form: FactsForm, rows: dict[str, str]) -> Iterator[str]:
    """What cannot be kept, in words and without the person's values."""
    codes = [rows[name] for row in range(_COUNTRIES) if rows.get(name := f"country.{row}", "").strip()]
    known = {_country(code) for code in codes}
    if any(_country(code) not in _territories() for code in (*codes, *_listed(form.citizenships))):
        yield "A country is not written as its two letters (Germany is DE, India is IN)."
    elif len(known) < len(codes):
        yield "A country stands twice under the right to work."
    for what, amount, currency in (
        ("The pay you expect", form.expected, form.expected_currency),
        ("The pay now", form.current, form.current_currency),
    ):
        if amount is not None and currency.strip().upper() not in _currencies():
            yield f"{what} needs its currency as three letters (EUR, USD, INR)."
    if not _is_date(form.start):
        yield "The earliest start is no date of the calendar (2027, 2027-01 or 2027-01-15)."
    if not _is_date(form.date_of_birth) or form.date_of_birth > now().date().isoformat():
        yield "The date of birth is no day of the past."
    if any(rows.get(f"eeo.{name}") == "answer" and not rows.get(f"eeo.{name}.answer", "").strip() for name in EEO):
        yield "A voluntary question is set to be answered and has no answer."


def _is_date(text: str) -> bool:
    """Whether a partial date (or none) is on the calendar, in the years 1900 to 2100."""
    if not text:
        return True
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2100


@cache
def _territories() -> frozenset[str]:
    names = cast("Mapping[str, str]", Locale("en").territories)
    return frozenset(code for code in names if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


@cache
def _currencies() -> frozenset[str]:
    return frozenset(cast("Mapping[str, str]", Locale("en").currencies))


def _country(name: str) -> str:
    return name.strip().upper()


def _listed(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _pay(amount: float | None, currency: str, period: Period, known: Pay | None) -> Pay | None:
    if amount is None:
        return None
    code = currency.strip().upper()
    return msgspec.structs.replace(known or Pay(), minimum=amount, currency=code, period=period)
