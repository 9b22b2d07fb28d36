"""Pay in text: amounts, currencies, periods; and money that is not pay."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

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
]


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


OTHER_WORDS = [
    ("Du verdienst bei uns zwischen 52.000 und 61.000 Euro brutto im Jahr, je nach Erfahrung.", (52000, 61000, "EUR", "year")),
    ("Einstiegsgehalt ab 3.450 € brutto monatlich bei 38,5 Wochenstunden.", (3450, None, "EUR", "month")),
    ("Für diese Position gilt ein kollektivvertragliches Mindestgehalt von EUR 2.850,- brutto pro Monat (Basis Vollzeit) mit Bereitschaft zur Überzahlung.", (2850, None, "EUR", "month")),
    ("Das KV-Mindestentgelt beträgt 45.500 EUR brutto p.a.; eine Überzahlung ist möglich.", (45500, None, "EUR", "year")),
    ("Salaire : 38 à 44 K€ brut annuel selon profil, tickets restaurant de 9 €.", (38000, 44000, "EUR", "year")),
    ("Rémunération mensuelle brute comprise entre 2 300 € et 2 700 € sur 13 mois.", (2300, 2700, "EUR", "month")),
    ("Taux horaire de 12,50 € brut + prime de panier de 6 €.", (12.5, 12.5, "EUR", "hour")),
    ("Salario: entre 24.000€ y 28.000€ brutos anuales en 14 pagas.", (24000, 28000, "EUR", "year")),
    ("Ofrecemos un sueldo de $18,000 a $22,000 MXN mensuales netos más vales de despensa.", (18000, 22000, "MXN", "month")),
    ("Banda salarial de 32 a 36k € según experiencia.", (32000, 36000, "EUR", "year")),
    ("Salário: R$ 6.500,00 a R$ 8.200,00 por mês + vale refeição de R$ 35,00 por dia.", (6500, 8200, "BRL", "month")),
    ("Remuneração: R$ 4.300 (CLT), vale alimentação de R$ 800.", (4300, 4300, "BRL", "month")),
    ("給与: 月給28万円～35万円", (280000, 350000, "JPY", "month")),
    ("年収：450万円〜650万円（経験による）", (4500000, 6500000, "JPY", "year")),
    ("時給1,250円以上", (1250, None, "JPY", "hour")),
    ("वेतन: ₹25,000 - ₹32,000 प्रति माह", (25000, 32000, "INR", "month")),
    ("CTC offered: 9-13 LPA depending on interview performance. Joining bonus of Rs 50,000.", (900000, 1300000, "INR", "year")),
    ("In-hand salary Rs. 22,000/- per month plus incentives up to Rs. 10,000", (22000, 22000, "INR", "month")),
    ("Stipend for this internship: ₹15,000 per month.", (15000, 15000, "INR", "month")),
    ("Stipendio: RAL 28.000 - 33.000 €, buoni pasto da 8 €", (28000, 33000, "EUR", "year")),
    ("Lön: 32 000 - 38 000 kr per månad", (32000, 38000, "SEK", "month")),
    ("Total cash (OTE) is $180,000, of which $110,000 is base salary.", (110000, 110000, "USD", "year")),
    ("The wage is nineteen dollars, i.e. $19.00 an hour, with time and a half on Sundays.", (19, 19, "USD", "hour")),
    ("Pay: $22.15–$27.40/hr (union scale). Shift differential $1.50/hr.", (22.15, 27.4, "USD", "hour")),
    ("You'll manage a $4.5M-$6M advertising budget. Salary is £61,500.", (61500, 61500, 'GBP', 'year')),
    ("Salary £28,407 - £34,581 pro rata (actual salary £17,044 - £20,749 for 21 hours)", (28407, 34581, "GBP", "year")),
    ("up to £320 per day inside IR35", (None, 320, "GBP", "day")),
    ("CHF 95'000 – 110'000 pro Jahr bei einem 100%-Pensum", (95000, 110000, 'CHF', 'year')),
    ("The salary range is 90-110K AUD + super", (90000, 110000, "AUD", "year")),
    ("S$5,000 - S$7,500 monthly, AWS", (5000, 7500, "SGD", "month")),
    ("ZAR 35 000 - R42 000 per month CTC", (35000, 42000, "ZAR", "month")),
    ("Expected annual compensation: USD 70k+", (70000, None, "USD", "year")),
    ("Salary: $105,300.00/Yr. To $136,900.00/Yr.", (105300, 136900, "USD", "year")),
    ("Starting salary from £26k rising to £30k after probation", (26000, 30000, "GBP", "year")),
    ("Gehaltsspanne (EUR): 70-85k", (70000, 85000, "EUR", "year")),
    ("Minimum salary: $61,000 Maximum salary: $79,000", (61000, 79000, "USD", "year")),
    ("Min: 61,000 USD, Max: 79,000 USD annual salary", (61000, 79000, "USD", "year")),
    ("Salary Range Minimum: $88,400.00\nSalary Range Maximum: $132,600.00", (88400, 132600, "USD", "year")),
    ("Our salary bands: San Francisco $170k-$210k, Austin $150k-$185k", (150000, 210000, "USD", "year")),
    ("You will be paid 26.40 euros gross an hour.", (26.4, 26.4, "EUR", "hour")),
    ("Our offer: a yearly gross salary from 48k to 58k EUR, depending on seniority.", (48000, 58000, "EUR", "year")),
    ("Bezahlung nach TVöD E9b, das entspricht 3.595,12 € bis 4.892,05 € im Monat.", (3595.12, 4892.05, "EUR", "month")),
    ("Wir zahlen dir 17 € pro Stunde – plus Trinkgeld.", (17, 17, "EUR", "hour")),
    ("Jahresbruttogehalt: 62.000 € – 74.000 € zzgl. Bonus", (62000, 74000, "EUR", "year")),
    ("Azubi-Vergütung im 1. Ausbildungsjahr 1.180 €, 2. Ausbildungsjahr 1.240 €, 3. Ausbildungsjahr 1.330 €", (1180, 1330, "EUR", "month")),
    ("Salaire annuel brut de 31 200 € sur 12 mois", (31200, 31200, "EUR", "year")),
    ("Se ofrece: contrato indefinido, 1.650€/mes brutos en 12 pagas.", (1650, 1650, "EUR", "month")),
    ("Bolsa-auxílio de R$ 1.412,00", (1412, 1412, "BRL", "month")),
    ("Faixa salarial: R$ 9.000 - R$ 12.500", (9000, 12500, "BRL", "month")),
    ("Vencimento base de 1.450€ ilíquidos mensais", (1450, 1450, "EUR", "month")),
    ("想定年収 600万円 ~ 900万円", (6000000, 9000000, "JPY", "year")),
    ("日給 12,000円", (12000, 12000, "JPY", "day")),
    ("月薪 15,000-22,000元", (15000, 22000, "CNY", "month")),
    ("연봉 4,500만원 ~ 6,000만원", (45000000, 60000000, "KRW", "year")),
    ("Salary package: 24 LPA fixed + 3 LPA variable", (2400000, 2400000, "INR", "year")),
    ("Compensation up to ₹40 lakhs", (None, 4000000, "INR", "year")),
    ("Mzda: 45 000 - 60 000 Kč měsíčně", (45000, 60000, "CZK", "month")),
    ("Bér: bruttó 550 000 - 700 000 Ft", (550000, 700000, "HUF", "month")),
    ("Maaş: 45.000 TL - 60.000 TL", (45000, 60000, "TRY", "month")),
    ("Årsløn på 480.000-540.000 kr.", (480000, 540000, "DKK", "year")),
    ("Bruttolön 34 500 kr/mån", (34500, 34500, "SEK", "month")),
    ("Palkka 2 850 €/kk", (2850, 2850, "EUR", "month")),
    ("$58,240 to start, reviewed after 90 days. That's $28/hour.", (28, 28, 'USD', 'hour')),
    ("The target base salary for this role is CAD 97,500 with a range of CAD 88,000 to CAD 107,000.", (88000, 107000, "CAD", "year")),
    ("Stipend: $45,000 per year for the postdoctoral fellow", (45000, 45000, "USD", "year")),
    ("Earn £450-£550 a day as an interim manager.", (450, 550, "GBP", "day")),
    ("£55k basic, £80k OTE", (55000, 55000, "GBP", "year")),
    ("Salary: c£70,000", (70000, 70000, "GBP", "year")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pay"), OTHER_WORDS)
def test_pay_in_many_languages_and_ways_to_say_it(text: str, pay: tuple[float | None, float | None, str, str]) -> None:
    found = find_pay("About us.\n" + text + "\nApply now.")
    assert found is not None
    assert (found.minimum, found.maximum, found.currency, found.period) == pay


@pytest.mark.parametrize(
    "text",
    [
        "$500 home office stipend", "We raised $25 million in a Series B.", "You will own a budget of $200,000.",
        "401(k) with 4% match", "$5,000 sign-on bonus", "a $1,500 annual learning allowance", "a referral bonus of £2,000",
        "revenue of €40 million to €60 million", "manage deals of $50,000 to $150,000", "$10,000 tuition reimbursement per year",
        "Fertility benefit up to $10,000 per year", "serving 2,000-3,000 customers", "in 2024-2025", "5-7 years of experience",
        "save $20,000 - $30,000 for clients", "life insurance of $50,000", "Quota: $1M", "coverage up to $250,000",
        "Customers save $200-$300 per month with our product",
        "The role is responsible for invoices of €50,000 to €200,000 per month",
        "Donations of $10,000 - $25,000 per year are handled by you",
        "Competitive salary. 401(k) match up to 4%. $1,200 annual learning budget. $100/month internet",
        "We processed $12B-$15B of payments last year and pay $0 in commissions",
        "Average deal size $40,000 - $90,000 per year",
        "You own a book of business worth $1,200,000 to $1,800,000 annually",
        "Relocation assistance of €3,000 to €5,000 is available",
        "We manage portfolios between $500,000 and $2,000,000 for families",
        "Tuition of $10,000 - $15,000 a year is paid by us",
        "Rent near the plant is $900 - $1,200 per month",
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
