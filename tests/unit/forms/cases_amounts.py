"""Notice and pay in every unit, and in options that are ranges."""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Iterator
from itertools import product
from typing import Any

from companion.model.posting import Pay
from companion.model.profile import (
    Duration,
)
from tests.unit.forms.asking import Case
from tests.unit.forms.person import YES_NO, person


def notice_cases() -> Iterator[Case]:
    """Notice in the unit of the label or of the options. Whole numbers round up: never sooner than the fact."""
    days = {"day": 1, "week": 7, "month": 30}
    for (amount, unit), asked in product(
        [(0, "day"), (7, "day"), (15, "day"), (30, "day"), (45, "day"), (60, "day"), (90, "day"), (1, "month"), (2, "month"),
         (3, "month"), (2, "week"), (4, "week"), (8, "week")],
        ["day", "week", "month"],
    ):  # fmt: skip
        total = amount * days[unit]
        expected = amount if unit == asked else -(-total // days[asked])
        yield Case(
            name=f"notice-{amount}-{unit}-in-{asked}",
            label=f"Notice period [{asked}s]",
            widget="number",
            meaning={"key": "notice.period", "unit": asked, "shape": "duration", "numbers_only": True},
            profile=person(notice=Duration(amount=amount, unit=unit)),
            expected=(str(expected),),
        )
    lists: list[tuple[tuple[str, ...], dict[int, str | None]]] = [
        (
            ("Immediate", "15 days", "30 days", "45 days", "60 days", "90 days"),
            {0: "Immediate", 15: "15 days", 30: "30 days", 45: "45 days", 60: "60 days", 90: "90 days", 20: None},
        ),
        (
            ("Select", "15 Days or less", "1 Month", "2 Months", "3 Months", "More than 3 Months"),
            {0: "15 Days or less", 10: "15 Days or less", 30: "1 Month", 60: "2 Months", 90: "3 Months", 120: "More than 3 Months"},
        ),
        (
            ("0-15 days", "15-30 days", "30-45 days", "45–60 days", "60-90 days"),
            {10: "0-15 days", 20: "15-30 days", 30: "15-30 days", 60: "45–60 days", 75: "60-90 days", 120: None},
        ),
        (
            ("Less than 2 weeks", "2-4 weeks", "5-8 weeks", "9+ weeks"),
            {7: "Less than 2 weeks", 14: "2-4 weeks", 28: "2-4 weeks", 30: "5-8 weeks", 60: "9+ weeks", 90: "9+ weeks"},
        ),
        (("1", "2", "3", "6"), {30: None, 60: None}),
    ]  # fmt: skip
    for options, wanted in lists:
        for amount, expected in wanted.items():
            yield Case(
                name=f"notice-{amount}-days-among-{options[1]}",
                label="What is your notice period?",
                widget="select",
                options=options,
                meaning={"key": "notice.period", "shape": "duration"},
                profile=person(notice=Duration(amount=amount, unit="day")),
                expected=(expected,) if expected else None,
            )
    for amount, expected in ((0, "Yes"), (30, "No"), (60, "No")):
        yield Case(
            name=f"immediate-{amount}",
            label="Are you an immediate joiner?",
            widget="radio",
            options=YES_NO,
            meaning={"key": "notice.immediate", "shape": "yes_no"},
            profile=person(notice=Duration(amount=amount, unit="day")),
            expected=(expected,),
        )
    for amount, unit, expected in ((60, "day", "2027-01-21"), (2, "month", "2027-01-22"), (4, "week", "2026-12-20")):
        yield Case(
            name=f"last-day-{amount}-{unit}",
            label="Last working day",
            widget="date",
            meaning={"key": "notice.last_day", "shape": "date"},
            profile=person(notice=Duration(amount=amount, unit=unit)),
            expected=(expected,),
        )
    yield Case(
        name="notice-no-unit",
        label="Notice period",
        widget="number",
        meaning={"key": "notice.period", "numbers_only": True},
        profile=person(notice=Duration(amount=60, unit="day")),
        expected=None,
    )
    yield Case(
        name="notice-in-words",
        label="Notice period",
        meaning={"key": "notice.period"},
        profile=person(notice=Duration(amount=60, unit="day")),
        expected=("60 days",),
    )


_EXPECTATIONS = {
    "": "Salary expectations",
    "lakh": "What are your salary expectations (in lakhs)?",
    "month": "Expected monthly salary",
    "year": "Expected annual salary",
}


def pay_cases() -> Iterator[Case]:
    """One salary in lakh, crore, thousands, per month or hour, in ranges; another currency is never invented."""
    inr = Pay(minimum=1_800_000, maximum=1_800_000, currency="INR", period="year")
    usd = Pay(minimum=120_000, maximum=140_000, currency="USD", period="year")
    hourly = Pay(minimum=45, maximum=45, currency="USD", period="hour")
    eur = Pay(minimum=5_000, maximum=5_000, currency="EUR", period="month")
    rows: list[tuple[str, Pay, dict[str, Any], str | None]] = [
        ("Expected CTC in lakhs per annum", inr, {"unit": "lakh", "currency": "INR", "period": "year"}, "18"),
        ("Expected CTC (in Lacs)", inr, {"unit": "lakh"}, "18"),
        ("Expected CTC in crores", inr, {"unit": "crore"}, "0.18"),
        ("Expected annual salary in INR", inr, {"currency": "INR", "period": "year"}, "1800000"),
        ("Expected monthly salary in INR", inr, {"currency": "INR", "period": "month"}, "150000"),
        ("Expected annual salary in USD", inr, {"currency": "USD", "period": "year"}, None),
        ("Expected salary in EUR per month", inr, {"currency": "EUR", "period": "month"}, None),
        ("Desired annual salary (USD)", usd, {"currency": "USD", "period": "year"}, "120000"),
        (
            "Desired salary in thousands (USD) per year",
            usd,
            {"unit": "thousand", "currency": "USD", "period": "year"},
            "120",
        ),
        ("Desired monthly salary (USD)", usd, {"currency": "USD", "period": "month"}, "10000"),
        (
            "Maximum desired annual salary (USD)",
            usd,
            {"currency": "USD", "period": "year", "part": "maximum"},
            "140000",
        ),
        (
            "Minimum desired annual salary (USD)",
            usd,
            {"currency": "USD", "period": "year", "part": "minimum"},
            "120000",
        ),
        ("Expected CTC in lakhs", usd, {"unit": "lakh"}, None),
        ("Desired annual salary (GBP)", usd, {"currency": "GBP", "period": "year"}, None),
        ("Desired hourly rate (USD)", hourly, {"currency": "USD", "period": "hour"}, "45"),
        ("Desired annual salary (USD)", hourly, {"currency": "USD", "period": "year"}, "93600"),
        ("Desired salary", hourly, {}, None),
        ("Gehaltsvorstellung (EUR, brutto/Monat)", eur, {"currency": "EUR", "period": "month"}, "5000"),
        ("Gehaltsvorstellung (EUR, brutto/Jahr)", eur, {"currency": "EUR", "period": "year"}, "60000"),
        ("Gehaltsvorstellung", eur, {}, None),
        (
            "Gehaltsvorstellung in Tsd. EUR pro Jahr",
            eur,
            {"unit": "thousand", "currency": "EUR", "period": "year"},
            "60",
        ),
    ]
    for index, (label, pay, meaning, expected) in enumerate(rows):
        yield Case(
            name=f"pay-{index}",
            label=label,
            widget="number",
            meaning={"key": "salary.expected", "shape": "money", "numbers_only": True, **meaning},
            profile=person(pay_expected=pay),
            expected=(expected,) if expected else None,
        )
    ranges: list[tuple[tuple[str, ...], dict[str, Any], Pay, str | None]] = [
        (("0-5 LPA", "5-10 LPA", "10-15 LPA", "15-20 LPA", "20+ LPA"), {}, inr, "15-20 LPA"),
        (("₹10L - ₹15L", "₹15L - ₹18L", "₹18L - ₹25L"), {}, inr, "₹15L - ₹18L"),
        (("Less than 10 lakhs", "10 to 20 lakhs", "More than 20 lakhs"), {}, inr, "10 to 20 lakhs"),
        (("0-5", "5-10", "10-15", "15-20", "20+"), {"unit": "lakh"}, inr, "15-20"),
        (("0-5", "5-10", "10-15", "15-20", "20+"), {}, inr, None),
        (("₹1,00,000 - ₹1,25,000", "₹1,25,001 - ₹1,75,000"), {"period": "month"}, inr, "₹1,25,001 - ₹1,75,000"),
        (("$100,000 - $120,000", "$120,001 - $140,000"), {"period": "year"}, inr, None),
        (("$80k - $100k", "$100k - $130k", "$130k+"), {"period": "year"}, usd, "$100k - $130k"),
        (("Under $100,000", "$100,000 - $149,999", "$150,000 or more"), {"period": "year"}, usd, "$100,000 - $149,999"),
        (("€40.000 - €55.000", "€55.000 - €70.000"), {"period": "year"}, eur, "€55.000 - €70.000"),
        (("€40,000 - €55,000", "€55,000 - €70,000"), {"period": "year"}, usd, None),
        (("$30 - $40 per hour", "$40 - $50 per hour"), {}, hourly, "$40 - $50 per hour"),
        (("$80,000 - $90,000 per year", "$90,000 - $100,000 per year"), {}, hourly, "$90,000 - $100,000 per year"),
    ]
    for index, (options, meaning, pay, expected) in enumerate(ranges):
        yield Case(
            name=f"pay-range-{index}",
            label=_EXPECTATIONS[str(meaning.get("unit") or meaning.get("period") or "")],
            widget="select",
            options=options,
            meaning={"key": "salary.expected", "shape": "money", **meaning},
            profile=person(pay_expected=pay),
            expected=(expected,) if expected else None,
        )
    for key, facts, expected in [
        ("salary.current", {"pay_expected": inr}, None),
        ("salary.expected", {"pay_current": inr}, None),
        ("salary.current", {"pay_current": inr}, ("18",)),
        ("salary.history", {"pay_current": inr}, None),
    ]:
        yield Case(
            name=f"pay-{key}-from-{next(iter(facts))}",
            label={"salary.expected": "Expected CTC in lakhs", "salary.current": "Current CTC in lakhs"}.get(
                key, "Pay in former jobs"
            ),
            widget="number",
            meaning={"key": key, "unit": "lakh", "shape": "money"},
            profile=person(**facts),
            expected=expected,
        )
    yield Case(
        name="pay-in-words",
        label="Salary expectations",
        meaning={"key": "salary.expected"},
        profile=person(pay_expected=usd),
        expected=("USD 120,000–140,000 per year",),
    )
