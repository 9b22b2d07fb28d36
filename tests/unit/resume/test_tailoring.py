"""Tailoring without a model, and letters: the person's own words, chosen and ordered, never added to."""

import msgspec
import pytest

from companion.model.facts import facts
from companion.model.match import Evidence, Match
from companion.model.profile import Basics, Education, Language, Location, Profile, Skill, Work
from companion.model.resume import Template
from companion.resume import base_resume, length, letter_text, render_letter, tailor, to_text, write_letter
from companion.resume.ground import check
from companion.resume.relevance import relevance
from tests.unit.resume.people import THEN, person, posting, wanted


def texts(resume_lines: object) -> list[str]:
    return [line.text for section in resume_lines for entry in section.entries for line in entry.lines]


def test_every_line_is_carried_by_facts_that_exist() -> None:
    profile = person()
    every = facts(profile)
    resume = tailor(profile, posting(), wanted("Python"), None, created_at=THEN)
    for section in resume.sections:
        for entry in section.entries:
            assert all(path in every for path in entry.facts)
            for line in entry.lines:
                assert line.facts
                assert all(path in every for path in line.facts)
                assert line.own


def test_a_tailored_version_says_nothing_the_base_does_not() -> None:
    profile = person(jobs=6, bullets=6)
    base = set(texts(base_resume(profile, created_at=THEN).sections))
    version = tailor(profile, posting(), wanted("Python", "Kubernetes"), None, pages=1, created_at=THEN)
    for text in texts(version.sections):
        words = set(text.replace(",", "").split())
        assert text in base or any(words == set(other.replace(",", "").split()) for other in base)


def test_what_the_posting_asks_for_comes_first_and_jobs_keep_their_order() -> None:
    profile = Profile(
        id="p",
        work=(
            Work(
                name="A", start_date="2020", highlights=("Swept the floor daily", "Wrote tools in Python for the lab")
            ),
            Work(name="B", start_date="2018", highlights=("Watered the plants",)),
        ),
    )
    resume = tailor(profile, posting(), wanted("Python"), None, created_at=THEN)
    work = resume.sections[0]
    assert [entry.heading for entry in work.entries] == ["A", "B"]
    assert work.entries[0].lines[0].text.startswith("Wrote tools in Python")


def test_a_project_that_loses_every_line_is_left_out_and_not_left_bare() -> None:
    profile = person(jobs=5, bullets=6)
    version = tailor(profile, posting(), wanted("Python"), None, pages=1, created_at=THEN)
    minor = [
        entry for section in version.sections if section.kind in ("projects", "volunteer") for entry in section.entries
    ]
    assert all(entry.lines for entry in minor)
    assert version.pages == 1


def test_the_room_that_a_long_line_leaves_is_filled_with_shorter_ones() -> None:
    jobs = tuple(
        Work(
            name=f"Company {n}",
            position="Warehouse Operative",
            location="Leeds",
            start_date=f"{2024 - 2 * n}-01",
            end_date=f"{2026 - 2 * n}-01" if n else "",
            highlights=("Moved 40 pallets a shift with a reach truck",),
        )
        for n in range(17)
    )
    told = Basics(name="Ada Test", summary="A forklift driver who has worked in many warehouses. " * 6)
    version = tailor(Profile(id="p", basics=told, work=jobs), posting(), wanted(), None, pages=1, created_at=THEN)
    work = next(section for section in version.sections if section.kind == "work")
    assert version.pages == 1
    assert [section.kind for section in version.sections] == ["work"]
    assert len(work.entries) == 17
    assert len(work.entries[0].lines) == 1


def test_what_is_missing_is_asked_and_never_written() -> None:
    match = Match(
        id="posting",
        profile_id="person",
        profile_version=3,
        score=50,
        matched=(Evidence(name="Python", facts=("skills/0/keywords/0",)),),
        missing=("Kubernetes",),
    )
    resume = tailor(person(), posting(), wanted("Python", "Kubernetes"), match, created_at=THEN)
    assert any("Kubernetes" in question and question.endswith("?") for question in resume.suggestions)
    assert not any("Kubernetes" in text for text in texts(resume.sections))


def test_the_file_is_named_as_people_name_it() -> None:
    resume = tailor(person(), posting(), wanted("Python"), None, created_at=THEN)
    assert resume.file_name == "Jörg-Ångström-Łukasz-Resume-Deichwacht-Energie.pdf"


def test_a_letter_says_only_what_facts_carry() -> None:
    profile = person()
    every = facts(profile)
    letter = write_letter(profile, posting(), wanted("Python", "PostgreSQL", "Django"), None, created_at=THEN)
    assert letter is not None
    told = [line for paragraph in letter.paragraphs for line in paragraph if line.facts]
    assert len(told) >= 2
    for line in told:
        assert check(line.text, [every[path] for path in line.facts], profile) == ()
    text = letter_text(letter)
    assert "Deichwacht Energie" in text
    assert len(text.split()) < 250
    assert render_letter(letter) == render_letter(letter)


@pytest.mark.parametrize(
    ("highlights", "greeting", "date", "sentence"),
    [
        (
            ("Pflege der PostgreSQL-Datenbank für das Lager und die Buchhaltung mit Python",
             "Bau von Prüfständen in Python für die Fertigung der Pumpen und das Labor"),
            "Guten Tag, liebes Team von Deichwacht Energie,", "2. Januar 2026",
            "Dort außerdem: Bau von Prüfständen in Python für die Fertigung der Pumpen und das Labor.",
        ),
        (
            ("Maintenance de la base PostgreSQL pour les équipes du dépôt et de la comptabilité en Python",
             "Développement de bancs d’essai en Python pour les pompes et les vannes du laboratoire"),
            "Madame, Monsieur,", "2 janvier 2026",
            "Là également\u00a0: Développement de bancs d’essai en Python pour les pompes et les vannes du "
            "laboratoire.",
        ),
        (
            ("Mantenimiento de la base PostgreSQL para los equipos del almacén y de la contabilidad con Python",
             "Desarrollo de bancos de prueba en Python para las bombas y las válvulas del laboratorio"),
            "Estimado equipo de Deichwacht Energie:", "2 de enero de 2026",
            "Allí también: Desarrollo de bancos de prueba en Python para las bombas y las válvulas del laboratorio.",
        ),
    ],
)  # fmt: skip
def test_a_letter_speaks_the_persons_language(
    highlights: tuple[str, ...], greeting: str, date: str, sentence: str
) -> None:
    profile = Profile(id="p", basics=Basics(name="Ana Muster"), work=(Work(name="Werk A GmbH", highlights=highlights),))
    letter = write_letter(profile, posting(), wanted("Python", "PostgreSQL"), None, created_at=THEN)
    assert letter is not None
    assert (letter.greeting, letter.date) == (greeting, date)
    assert sentence in [line.text for paragraph in letter.paragraphs for line in paragraph]
    assert "Dear" not in letter_text(letter)
    assert render_letter(letter).startswith(b"%PDF")


def test_there_is_no_letter_rather_than_filler() -> None:
    assert write_letter(person(), posting(), wanted("Haskell", "Erlang"), None, created_at=THEN) is None
    assert write_letter(Profile(id="p"), posting(), wanted("Python"), None, created_at=THEN) is None


@pytest.mark.parametrize(
    ("summary", "position", "said"),
    [
        ("Infirmière depuis huit ans, surtout en réanimation et aux urgences, avec les équipes.", "Infirmière",
         ("Expérience professionnelle", "avr. 2019 – aujourd’hui", "Note\u00a0: 12", "Outils\u00a0: ", "Pologne",
          "CV")),
        ("Infermiera da otto anni, per lo più in terapia intensiva e con i colleghi del pronto soccorso.", "Infermiera",
         ("Esperienza professionale", "apr 2019 – oggi", "Voto: 12", "Outils: ", "Polonia", "CV")),
        ("Pielęgniarka na oddziale intensywnej terapii, praca z zespołem, w nocy i od lat.", "Pielęgniarka",
         ("Doświadczenie zawodowe", "kwi 2019 – obecnie", "Ocena: 12", "Outils: ", "Polska", "CV")),
        ("Μεταφράζω νομικά κείμενα από τα γερμανικά εδώ και δώδεκα χρόνια.", "Μεταφράστρια",
         ("Επαγγελματική εμπειρία", "Απρ 2019 – σήμερα", "Βαθμός: 12", "Outils: ", "Πολωνία", "Βιογραφικό")),
        ("和食を中心に九年間働いてきました。", "調理師",
         ("職務経歴", "2019年4月 – 現在", "成績: 12", "Outils: ", "ポーランド", "職務経歴書")),
        ("Eight years on the wards.", "Nurse",
         ("Experience", "Apr 2019 – Present", "Grade: 12", "Outils: ", "Poland", "Resume")),
    ],
)  # fmt: skip
def test_a_resume_speaks_one_language(summary: str, position: str, said: tuple[str, ...]) -> None:
    profile = Profile(
        id="p",
        basics=Basics(name="Ana", summary=summary, location=Location(city="X", country_code="PL")),
        work=(Work(name="A", position=position, start_date="2019-04"),),
        education=(Education(institution="B", study_type="C", area="D", score="12"),),
        skills=(Skill(name="Outils", keywords=("Excel", "Python")),),
    )
    resume = tailor(profile, posting(), wanted("Python"), None, created_at=THEN)
    *told, named = said
    text = to_text(resume) + "\n".join(section.title for section in resume.sections)
    assert [one for one in told if one not in text] == []
    assert resume.file_name == f"Ana-{named}-Deichwacht-Energie.pdf"
    assert "Outils" in text
    assert "Python, Excel" in text, "skills are ordered whatever the colon looks like"


def test_greek_capitals_bear_no_accents() -> None:
    profile = Profile(id="p", basics=Basics(name="Ελένη", summary="Μεταφράζω νομικά κείμενα από τα γερμανικά."))
    assert "\nΠΡΟΦΙΛ\n" in to_text(base_resume(profile, created_at=THEN))


def test_nothing_is_asked_that_the_profile_says_and_a_language_is_asked_as_one() -> None:
    profile = Profile(
        id="p",
        basics=Basics(name="Ana"),
        work=(
            Work(name="A", start_date="2020", highlights=(
                "Encadrement de six étudiants infirmiers", "Ran numerical modelling for coastal towns every winter",
            )),
        ),
        languages=(Language(language="Niederländisch", fluency="B1"),),
    )  # fmt: skip
    match = Match(
        id="posting", profile_id="p", profile_version=0, score=50, missing=("Dutch", "Swedish", "numerical modelling")
    )
    asked = tailor(profile, posting(), wanted("Python"), match, created_at=THEN).suggestions
    assert [one for one in asked if "Dutch" in one or "The ad names numerical" in one or "étudiants" in one] == []
    assert [one for one in asked if "Swedish" in one and "speak" in one]


NURSE = Profile(
    id="p",
    basics=Basics(name="Ana Muster"),
    work=(
        Work(name="Hôpital Vert", position="Infirmière", start_date="2020", highlights=(
            "Formation de l’équipe au logiciel des plannings et aux nouvelles pompes de la cuisine",
            "Prise en charge de patients intubés dans une unité de réanimation et suivi des familles",
            "Encadrement des étudiants infirmiers et accueil des intérimaires avec les cadres de nuit",
        )),
    ),
)  # fmt: skip
WARD = (
    "Assurer la prise en charge globale des patients de réanimation, informer les familles, encadrer les étudiants en "
    "soins infirmiers, surveiller les patients intubés."
)
SALES = "Prospecter de nouveaux clients, négocier les contrats, suivre les commandes et animer une équipe de vendeurs."


def test_the_words_of_the_ad_weigh_what_no_vocabulary_of_skills_knows() -> None:
    lines = NURSE.work[0].highlights
    for ad, first in ((WARD, [lines[1], lines[2], lines[0]]), (SALES, list(lines)), ("", list(lines))):
        resume = tailor(NURSE, posting("Poste (H/F)"), wanted(), None, description=ad, created_at=THEN)
        assert texts(resume.sections) == first
    letter = write_letter(NURSE, posting("Soins (H/F)"), wanted(), None, description=WARD, created_at=THEN)
    assert letter is not None
    assert letter.subject == "Candidature\u00a0: Soins"
    assert [line.facts[0] for line in letter.paragraphs[1][1:]] == ["work/0/highlights/1", "work/0/highlights/2"]
    assert write_letter(NURSE, posting("Poste"), wanted(), None, description=SALES, created_at=THEN) is None


def test_forms_of_a_word_are_one_and_words_that_only_begin_alike_are_not() -> None:
    ad = "surveiller contrats negotiations Photovoltaikanlagen international KNX managing community 調理師免許"
    measure = relevance(posting("X"), wanted(), None, ad)
    alike = ("surveillance", "contrat", "negotiated", "Photovoltaik", "KNX", "managed", "調理")
    assert [word for word in alike if measure.shared(word) != 1] == []
    assert [word for word in ("intern", "communication", "knx", "調べる") if measure.shared(word)] == []


def test_a_letter_claims_a_skill_only_where_every_sentence_shows_it() -> None:
    highlights = ("Built the pump control in Python", "Looked after 11 automotive accounts in Ohio and Indiana")
    profile = Profile(id="p", basics=Basics(name="Ana"), work=(Work(name="A", highlights=highlights),))
    ad = "Python wanted. Look after automotive accounts in Indiana."
    letter = write_letter(profile, posting(), wanted("Python"), None, description=ad, created_at=THEN)
    assert letter is not None
    assert "worked with" not in letter_text(letter)


@pytest.mark.parametrize(("template", "jobs", "bullets"), [("classic", 2, 1), ("compact", 3, 3), ("modern", 2, 2)])
def test_a_page_is_not_turned_for_a_few_lines(template: Template, jobs: int, bullets: int) -> None:
    resume = tailor(
        person(jobs, bullets), posting(), wanted("Python"), None, pages=2, template=template, created_at=THEN
    )
    assert 1 < length(msgspec.structs.replace(resume, density=1.0)) < 1.2
    assert (resume.pages, length(resume) <= 1) == (1, True)
