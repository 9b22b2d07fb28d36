"""Pay in text: amounts, currencies, periods; and money that is not pay."""
# ruff: noqa: E501

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.intake.money import number
from companion.intake.pay import find_pay, read_pay

STATED = [
    ("£45–55k", (45000, 55000, "GBP", "year")),
    ("₹12–18 LPA", (1200000, 1800000, "INR", "year")),
    ("12-16 Lacs PA", (1200000, 1600000, "INR", "year")),
    ("₹12,00,000 - ₹18,00,000 a year", (1200000, 1800000, "INR", "year")),
    ("$60/hr DOE", (60, 60, "USD", "hour")),
    ("$55/hr - $65/hr", (55, 65, "USD", "hour")),
    ("up to 90.000 €", (None, 90000, "EUR", "year")),
    ("bis zu 90.000 € brutto/Jahr", (None, 90000, "EUR", "year")),
    ("from £32,000 per annum", (32000, None, "GBP", "year")),
    ("$120,000+", (120000, None, "USD", "year")),
    ("$80,000 to $110,000", (80000, 110000, "USD", "year")),
    ("between $90k and $110k", (90000, 110000, "USD", "year")),
    ("CHF 120'000", (120000, 120000, "CHF", "year")),
    ("3.500 - 4.200 EUR brutto/Monat", (3500, 4200, "EUR", "month")),
    ("€ 3.200,- bruto per maand", (3200, 3200, "EUR", "month")),
    ("$228K – $290K • Offers Equity", (228000, 290000, "USD", "year")),
    ("$100,000 - $120,000 CAD", (100000, 120000, "CAD", "year")),
    ("C$95,000 - C$115,000", (95000, 115000, "CAD", "year")),
    ("16,50 € - 18,20 € pro Stunde", (16.5, 18.2, "EUR", "hour")),
    ("35 000 € à 42 000 € brut annuel", (35000, 42000, "EUR", "year")),
    ("14.000 - 18.000 PLN / mies", (14000, 18000, "PLN", "month")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pay"), STATED)
def test_short_texts_about_pay(text: str, pay: tuple[float | None, float | None, str, str]) -> None:
    found = read_pay(text)
    assert found is not None
    assert (found.minimum, found.maximum, found.currency, found.period) == pay


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("The base salary range for this role is $152,981-$218,544 plus equity.", (152981, 218544, "year")),
        ("Annual salary: 95,000. The office is in Leeds.", (95000, 95000, "year")),
        ("Base salary: 140-170k depending on level, plus a 401(k) match.", (140000, 170000, "year")),
        ("Pay: New York $109,500 - $140,000. Elsewhere $95,000 - $120,000.", (95000, 140000, "year")),
        ("We pay £14.50 per hour.", (14.5, 14.5, "hour")),
        ("We offer £30,000 a year and a free loaf a day.", (30000, 30000, "year")),
        ("Base pay: $85,000–$105,000. On-target earnings: $150,000–$180,000.", (85000, 105000, "year")),
        ("Expect to earn over $80,000 on-target in the first year. Base pay is $20 an hour.", (20, 20, "hour")),
        ("An estimate of the range is $98,000 - $206,000 per year + annual bonus.", (98000, 206000, "year")),
        (
            "Our base salary ranges are the following:\nIn Leeds, York, Hull, Selby and all towns between them and the sea, islands included: $121,700 - $152,100\nElsewhere: $109,500 - $136,900",
            (109500, 152100, "year"),
        ),
        ("Compensation: 140-170,000 USD plus bonus", (140000, 170000, "year")),
        ("The pay is $150,00-$220,000.", (150000, 220000, "year")),
        ("Pay: $50, 000 - $ 65, 000 per year", (50000, 65000, "year")),
        (
            "1. Ausbildungsjahr: 1.150,00 € 2. Ausbildungsjahr: 1.230 € 3. Ausbildungsjahr: 1.300 €",
            (1150, 1300, "month"),
        ),
        ("Band 6: £37,338 to £44,962 a year pro rata", (37338, 44962, "year")),
        ("Lön: 35 000 - 42 000 SEK per månad", (35000, 42000, "month")),
        ("Wir zahlen ein Gehalt von 48.000 bis 56.000 Euro im Jahr.", (48000, 56000, "year")),
        ("Sign-on bonus of $10,000. Salary range: $90,000 to $100,000 per year.", (90000, 100000, "year")),
    ],
)
def test_descriptions_that_state_pay(text: str, pay: tuple[float, float, str]) -> None:
    found = find_pay("About us.\n" + text + "\nApply now.")
    assert found is not None
    assert (found.minimum, found.maximum, found.period) == pay


@pytest.mark.parametrize(
    "text",
    [
        "$500 home office stipend", "We raised $25 million in a Series B.", "You will own a budget of $200,000.",
        "401(k) with 4% match", "$5,000 sign-on bonus", "a $1,500 annual learning allowance", "a referral bonus of £2,000",
        "revenue of €40 million to €60 million", "manage deals of $50,000 to $150,000", "$10,000 tuition reimbursement per year",
        "Fertility benefit up to $10,000 per year", "serving 2,000-3,000 customers", "in 2024-2025", "5-7 years of experience",
        "save $20,000 - $30,000 for clients", "life insurance of $50,000", "Quota: $1M", "coverage up to $250,000",
    ],
)  # fmt: skip
def test_money_that_is_not_pay(text: str) -> None:
    assert find_pay("About the role. " + text + ". We look forward to you.") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234.50", 1234.5), ("1.234,50", 1234.5), ("1 234", 1234), ("12,00,000", 1200000), ("90.000", 90000), ("16,50", 16.5),
     ("120'000", 120000), ("27.5", 27.5), ("1.5", 1.5)],
)  # fmt: skip
def test_numbers_in_any_spelling(text: str, value: float) -> None:
    assert number(text) == value


@given(st.text(alphabet="$€£₹ 0123456789.,kK-–/hryeaMonth", max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    found = read_pay(text)
    if found is not None and found.minimum is not None and found.maximum is not None:
        assert 0 <= found.minimum <= found.maximum
