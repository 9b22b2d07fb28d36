"""Craft, level and speciality of a title are told apart; a title finds its occupation."""

import pytest

from companion.intake.level import find_level
from companion.matching import occupations
from companion.matching.chance import chance
from companion.matching.gender import one_form
from companion.matching.learning import Move, moved
from companion.matching.titles import codes, core, levels_of, title_fit


def share(title: str, target: str) -> float:
    return title_fit(title, find_level(title), codes(title), target, levels_of((target,), 6)).share


@pytest.mark.parametrize(
    ("target", "better", "worse"),
    [
        ("Senior Backend Engineer", "Senior Backend Engineer", "Engineer"),
        ("Senior Backend Engineer", "Senior Backend Developer", "Junior Backend Developer"),
        ("Senior Backend Engineer", "Software Engineer", "Sales Engineer"),
        ("Senior Backend Engineer", "Full Stack Engineer", "Front-End Engineer"),
        ("Senior Backend Engineer", "Backend Engineer", "Engineering Manager"),
        ("Senior Backend Engineer", "Staff Backend Engineer", "Mid-level Backend Engineer"),
        ("Senior Frontend Engineer", "Senior UI Engineer", "Frontend Engineer Intern"),
        ("Registered Nurse", "Staff Nurse", "Nurse Manager"),
        ("Data Analyst", "Senior Data Analyst", "Data Entry Clerk"),
        ("Physical Therapist", "Physiotherapist", "Massage Chair Salesperson"),
    ],
)
def test_what_fits_better(target: str, better: str, worse: str) -> None:
    assert share(better, target) > share(worse, target)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Full Stack Engineer AI (Remote)", "fullstack ai engineer"),
        ("Manager of Engineering", "engineering manager"),
        ("Software Engineer - Frontend", "frontend software engineer"),
        ("Staff Engineer, DevOps", "devop engineer"),
        ("Assistant Professor", "assistant professor"),
    ],
)
def test_the_trade_stands_last(title: str, words: str) -> None:
    assert core(title) == words


@pytest.mark.parametrize(
    ("title", "target"),
    [
        ("Erzieher (m/w/d)", "Erzieherin"),
        ("Einkäufer:in", "Einkäuferin"),
        ("Kaufmann/-frau für Büromanagement", "Kauffrau für Büromanagement"),
        ("Vendeur/Vendeuse H/F", "Vendeuse"),
        ("Coiffeur·euse", "Coiffeur"),
        ("Infirmier(ère)", "Infirmière"),
        ("Directeur commercial", "Directrice commerciale"),
        ("Enfermero/a", "Enfermera"),
        ("Diseñador gráfico", "Diseñadora gráfica"),
        ("SDR", "Sales Development Representative"),
    ],
)
def test_the_form_for_a_woman_and_the_short_one_are_no_other_trade(title: str, target: str) -> None:
    assert core(title) == core(target)


@pytest.mark.parametrize("word", ["admin", "data", "camera", "trainee", "login", "cabin", "media", "opera", "austin"])
def test_a_word_of_no_gender_stays(word: str) -> None:
    assert one_form(word) == word


def test_the_front_office_is_the_reception() -> None:
    assert share("Front Office Supervisor", "Hotel Receptionist") > share("Front Office Supervisor", "Bartender")
    assert share("Front Desk Agent", "Receptionist") > 0.3


def test_a_trade_of_no_family_takes_no_others_head() -> None:
    assert title_fit("Engineering Manager", None, (), "Plumber", ()).craft < 0.3


def test_who_was_an_intern_once_is_none_now() -> None:
    assert levels_of(("Senior Engineer", "Engineering Intern"), 9) == ("senior",)


def test_a_company_before_the_title_does_not_hide_it() -> None:
    assert share("Example Rail - Senior Backend Engineer", "Senior Backend Engineer") == 1


def test_a_bare_engineer_is_no_match_for_a_senior_backend_engineer() -> None:
    assert share("Engineer", "Senior Backend Engineer") < 0.5
    assert share("Senior Backend Engineer", "Senior Backend Engineer") == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Forklift Drivers", "forklift operator"),
        ("Physical Therapists", "physiotherapist"),
        ("Data Scientist (m/f/d)", "data scientist"),
        ("Chief Executives", "chief executive officer"),
        ("Pastry Cooks", "pastry chef"),
        ("DevOps Engineer", "ICT change and configuration manager"),
    ],
)
def test_a_title_finds_its_occupation(title: str, name: str) -> None:
    assert name in {one.name for one in occupations(title, 3)}


def test_what_no_word_knows_has_no_occupation() -> None:
    assert occupations("Xqzt Wvut") == ()
    assert occupations("") == ()
    assert codes("") == ()
    assert core("Senior Staff Engineer (Remote)") == "engineer"


def test_a_chance_needs_enough_outcomes_and_carries_its_interval() -> None:
    few = [(70, True)] * 5
    assert chance(70, few).share is None
    assert chance(70, few).n == 5
    many = [(70, number % 4 == 0) for number in range(40)] + [(20, False)] * 100
    told = chance(72, many)
    assert (told.n, told.share) == (40, 0.25)
    assert told.low < 0.25 < told.high


def test_moves_are_places_before_and_after() -> None:
    before = [("a", 90.0), ("b", 80.0), ("c", 70.0)]
    after = [("a", 90.0), ("b", -920.0), ("c", 70.0), ("new", 95.0)]
    assert moved(before, after) == (
        Move(posting_id="a", place_before=1, place=2, rank_before=90, rank=90),
        Move(posting_id="b", place_before=2, place=4, rank_before=80, rank=-920),
    )
    assert moved(before, before) == ()
