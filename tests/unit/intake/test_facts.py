"""Dates, employment, level, mode, language, ids: one table each."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

from datetime import date

import pytest

from companion.intake.dates import read_date
from companion.intake.employment import read_employment
from companion.intake.language import find_language
from companion.intake.level import find_level
from companion.intake.mode import find_mode
from tests.unit.intake.pages import AT


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02T10:00:00Z", date(2026, 3, 2)), ("2026-3-2", date(2026, 3, 2)), ("March 2, 2026", date(2026, 3, 2)),
        ("2 March 2026", date(2026, 3, 2)), ("2. März 2026", date(2026, 3, 2)), ("2 mars 2026", date(2026, 3, 2)), ("02.03.2026", date(2026, 3, 2)),
        ("2 de marzo de 2026", date(2026, 3, 2)), ("Sept 2, 2025", date(2025, 9, 2)), ("1772409600", date(2026, 3, 2)), (1772409600000, date(2026, 3, 2)),
        ("3 days ago", date(2026, 3, 7)), ("Posted 3 Days Ago", date(2026, 3, 7)), ("Posted Yesterday", date(2026, 3, 9)), ("Posted Today", date(2026, 3, 10)),
        ("vor 2 Wochen", date(2026, 2, 24)), ("il y a 5 jours", date(2026, 3, 5)), ("hace 1 semana", date(2026, 3, 3)), ("5 hours ago", date(2026, 3, 10)),
        ("a week ago", date(2026, 3, 3)), ("1 month ago", date(2026, 2, 8)), ("Just now", date(2026, 3, 10)), ("2w", date(2026, 2, 24)), ("13/02/2026", date(2026, 2, 13)),
        ("Posted 30+ Days Ago", None), ("3+ weeks ago", None), ("03/04/2026", None), ("soon", None), ("", None), (None, None), (True, None),
        ("2026-13-45", None), ("3 years of experience", None), (0, None),
    ],
)  # fmt: skip
def test_dates(text: object, day: date | None) -> None:
    assert read_date(text, AT) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3日前", date(2026, 3, 7)), ("2週間前", date(2026, 2, 24)), ("1か月前", date(2026, 2, 8)), ("本日", date(2026, 3, 10)), ("昨日", date(2026, 3, 9)),
        ("2天前", date(2026, 3, 8)), ("5일 전", date(2026, 3, 5)), ("3 दिन पहले", date(2026, 3, 7)), ("आज", date(2026, 3, 10)), ("2 дня назад", date(2026, 3, 8)),
        ("2 gün önce", date(2026, 3, 8)), ("3 päivää sitten", date(2026, 3, 7)), ("5 dni temu", date(2026, 3, 5)), ("há 5 dias", date(2026, 3, 5)),
        ("2026年3月2日", date(2026, 3, 2)), ("2026. 3. 2.", date(2026, 3, 2)), ("2 मार्च 2026", date(2026, 3, 2)), ("2 марта 2026", date(2026, 3, 2)),
        ("02-Mar-2026", date(2026, 3, 2)), ("il y a une semaine", date(2026, 3, 3)), ("vor einem Tag", date(2026, 3, 9)),
        ("over a month ago", None), ("vor mehr als 30 Tagen", None), ("il y a plus de 30 jours", None), ("hace más de un mes", None),
        ("30日以上前", None), ("avant-hier", None), ("last week", None), ("22 November", None), ("3 to 5 years", None),
    ],
)  # fmt: skip
def test_dates_in_other_languages_and_bounds_that_are_none(text: str, day: date | None) -> None:
    assert read_date(text, AT) == day


def test_an_ambiguous_date_is_read_where_the_order_is_known() -> None:
    assert read_date("03/04/2026", AT, day_first=True) == date(2026, 4, 3)
    assert read_date("03/04/2026", AT, day_first=False) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("labels", "kinds"),
    [
        (["FULL_TIME"], ("full_time",)), (["FullTime"], ("full_time",)), (["https://schema.org/PART_TIME"], ("part_time",)), (["CONTRACTOR"], ("contract",)),
        (["Full time, Permanent"], ("full_time",)), (["Vollzeit"], ("full_time",)), (["Teilzeit, befristet"], ("part_time", "temporary")),
        (["Internship"], ("internship",)), (["Permanent contract"], ("full_time",)), (["CDI"], ("full_time",)), (["Ausbildung"], ("apprenticeship",)),
        (["Freelance"], ("contract",)), (["OTHER"], ()), ([""], ()),
    ],
)  # fmt: skip
def test_employment(labels: list[str], kinds: tuple[str, ...]) -> None:
    assert read_employment(labels) == kinds


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Software Engineer", "senior"), ("Sr. Data Analyst", "senior"), ("Junior Developer", "entry"), ("Software Engineer", None), ("Head of Sales", "director"),
        ("Staff Software Engineer", "staff"), ("Principal Engineer", "principal"), ("Engineering Manager", "manager"), ("Marketing Intern", "intern"), ("Vice President, Sales", "executive"),
        ("Lead Designer", "lead"), ("Lead Generation Specialist", None), ("Chief of Staff", None), ("Werkstudent Marketing (m/w/d)", "intern"), ("Software Engineer II", "mid"),
        ("Director of Operations", "director"), ("CTO", "executive"), ("Product Manager", "mid"), ("Senior Product Manager", "senior"), ("Senior Manager, Payroll", "manager"),
        ("Junior Project Manager", "entry"), ("Payroll Manager", "manager"), ("Key Account Manager", None), ("Assistant to the CEO", None), ("HR Business Partner", None),
        ("Nursing Assistant 2", "mid"), ("Registered Nurse - Tier 2", None), ("Area III Inspector", None), ("Clerk I / II", "entry"), ("Clerk I/II/III", None),
        ("Sales Development Representative", "entry"), ("Mid-Market Account Executive", None), ("Java Developer - Level 3", "senior"), ("Lead Product Manager", "lead"),
    ],
)  # fmt: skip
def test_level(title: str, level: str | None) -> None:
    assert find_level(title) == level


@pytest.mark.parametrize(
    ("title", "place", "text", "mode"),
    [
        ("Engineer", "Remote - US", "", "remote"), ("Engineer (Remote)", "Leeds", "", "remote"), ("Engineer", "Leeds (Hybrid)", "", "hybrid"), ("Engineer", "Leeds", "#LI-Remote", "remote"),
        ("Engineer", "Leeds", "This role is fully remote.", "remote"), ("Engineer", "Leeds", "This is a remote position based in the UK.", "remote"),
        ("Engineer", "", "You'll be based in the Midlands and operate remotely, with travel.", "remote"), ("Engineer", "", "Perks\n- Fully remote and flexible hours", "remote"),
        ("Engineer", "", "Perks\n- Work from anywhere for up to 4 weeks a year", None), ("Engineer", "", "Enjoy the flexibility to work remotely abroad for up to 90 days.", None),
        ("Engineer", "", "Du arbeitest hybrid: 2 Tage im Büro, 3 Tage Homeoffice.", "hybrid"), ("Engineer", "", "Télétravail : 2 jours par semaine", "hybrid"),
        ("Engineer", "", "Must be willing to work onsite 5 days a week in our Austin office.", "onsite"), ("Engineer", "", "Offices in Leeds and York (3+ days/week in-office).", "hybrid"),
        ("Engineer", "Leeds", "Work model: Hybrid, two days in the office", "hybrid"), ("Engineer", "Leeds", "You will be in the office 3 days a week.", "hybrid"),
        ("Engineer", "Leeds", "This is an on-site role.", "onsite"), ("Engineer", "Leeds", "This position is not remote.", "onsite"),
        ("Engineer", "Leeds", "Work with remote teams.", None), ("Engineer", "Leeds", "A stipend for remote work equipment.", None),
        ("Engineer", "Leeds", "Support remote access for customers.", None), ("Remote Sensing Scientist", "Leeds", "", None), ("Hybrid Cloud Architect", "Leeds", "", None),
        ("Engineer", "Leeds", "Most of our roles can be performed remotely.", None), ("Engineer", "Berlin", "Die Stelle ist 100% remote.", "remote"), ("Engineer", "", "", None),
    ],
)  # fmt: skip
def test_mode(title: str, place: str, text: str, mode: str | None) -> None:
    assert find_mode(title, place, text).mode == mode


def test_the_limit_of_remote_is_kept() -> None:
    assert find_mode("Engineer", "", "This role is fully remote within the United States.").scope == "United States"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You will work with the team and help us to build what people need for their work in the field.", "en"),
        ("Du arbeitest mit dem Team an der Entwicklung und hilfst uns bei der Planung, die wir für unsere Kunden machen und mit dir besprechen.", "de"),
        ("Vous travaillez avec les équipes de la société et vous êtes en charge des projets pour les clients dans une équipe.", "fr"),
        ("Trabajarás con el equipo de la empresa en los proyectos que se hacen para los clientes y con una gran parte de nuestro personal.", "es"),
        ("日本語のチームで働き、お客様のためにサービスを開発します。経験がある方を歓迎します。", "ja"), ("hello", ""), ("", ""),
    ],
)  # fmt: skip
def test_language(text: str, language: str) -> None:
    assert find_language(text) == language
