"""Each kind of requirement is read with its polarity, in other words than any corpus has."""

from datetime import UTC, datetime

import pytest

from companion.matching import requirements
from companion.matching.asks.education import degree_asked
from companion.matching.asks.languages import languages_asked
from companion.matching.asks.presence import presence_asked
from companion.matching.asks.rights import rights_asked
from companion.matching.asks.years import years_asked
from companion.model.posting import Posting, Requirement

POSTING = Posting(
    id="p", canonical_key="k", url="u", title="", company="", captured_at=datetime(2026, 1, 1, tzinfo=UTC)
)


def read(text: str) -> dict[tuple[str, str], Requirement]:
    return {(one.kind, one.name): one for one in requirements(POSTING, text).requirements}


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("A minimum of six (6) years' progressive experience in nursing is required.", 6, None),
        ("Applicants need between two and four years in a warehouse.", 2, 4),
        ("Bring 10+ yrs in B2B sales.", 10, None),
        ("5 yrs+ exp. in Java, 2 yrs in Go", 5, None),
        ("Experience: 3 to 5 years", 3, 5),
        ("12 months of customer service experience required", 1, None),
        ("Wir erwarten mindestens fünf Jahre Berufserfahrung als Koch.", 5, None),
        ("Vous justifiez d'au moins 5 ans d'expérience en gestion.", 5, None),
        ("Se requieren 4 años de experiencia como enfermera.", 4, None),
        ("2 years as a baker or 4 years as a cook, in a professional environment", 2, None),
        ("No prior experience needed, we train you.", 0, None),
        ("Idéalement, vous avez un an d'expérience en vente.", 1, None),
        ("Plus de 6 ans en tant que cuisinier", 6, None),
        ("Cinq ans minimum dans la maçonnerie", 5, None),
        ("Débutant(e) accepté(e)", 0, None),
        ("Entre dos y cinco años de experiencia en taller", 2, 5),
        ("Más de 8 años trabajando en obra", 8, None),
        ("Experiencia de 6 meses en cocina", 0.5, None),
        ("Tres o más años de antigüedad en puestos similares", 3, None),
        ("No se requiere experiencia", 0, None),
        ("Wenigstens ein Jahr Praxis im Lager", 1, None),
        ("The successful candidate needs six years on the tools", 6, None),
        ("We want someone with 4 years or more in bakeries", 4, None),
        ("You need 18 months of forklift work behind you", 1.5, None),
        ("Nous cherchons quelqu'un qui compte au moins trois années en cuisine", 3, None),
    ],
)
def test_years_of_experience(sentence: str, low: float, high: float | None) -> None:
    found = years_asked(sentence)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our founders bring 40 years of combined experience.",
        "We have been baking for 25 years.",
        "You get a contract of 2 years in Berlin.",
        "We are looking for an apprentice for a programme of 3 years in our kitchen.",
        "Wir suchen für 2 Jahre in Elternzeitvertretung eine Kollegin.",
        "A warranty of 10 years on your laptop.",
        "The contract runs for 2 years.",
        "After 2 years you get a sabbatical.",
        "You must be 18 years or older.",
        "Join a 30-year-old company with 200 employees.",
        "With over 35 years of experience, we know our trade.",
        "Vacation grows by one day per year.",
        "Vous avez entre 18 et 30 ans.",
        "Edad: 25 a 45 años",
        "You work on site for the first 3 months, then from home.",
    ],
)
def test_years_of_something_else(sentence: str) -> None:
    assert years_asked(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "level", "must", "negated"),
    [
        ("BSc or MSc in Physics, or equivalent hands-on experience.", "bachelor", False, False),
        ("PhD preferred, MSc required.", "master", True, False),
        ("You hold a Bachelor's (or higher) in Statistics.", "bachelor", True, False),
        ("MBA is a plus.", "master", False, False),
        ("High school diploma or GED.", "highschool", True, False),
        ("Abgeschlossenes Hochschulstudium der Informatik.", "bachelor", True, False),
        ("Diplôme Bac+5 en informatique exigé.", "master", True, False),
        ("No degree needed.", "bachelor", True, True),
        ("A degree is not required; we care about what you can do.", "bachelor", True, True),
        ("Bachelor's degree (Master's a plus)", "bachelor", True, False),
        ("A degree in law is desired but not essential.", "bachelor", False, False),
        ("Máster en Ingeniería Naval", "master", True, False),
        ("Doctorado en Ingeniería Civil", "phd", True, False),
        ("Hochschulstudium (Diplom oder Master) in Forstwirtschaft", "master", True, False),
        ("Licence d'histoire", "bachelor", True, False),
        ("Two A-levels at grade B", "highschool", True, False),
        ("Graduate in Forestry", "bachelor", True, False),
        ("You are a Master's student of physics", "master", True, False),
        ("BSc in Geology, or six further years of fieldwork in place of it", "bachelor", False, False),
        ("Equivalent experience is taken in place of a bachelor's degree.", "bachelor", False, False),
        ("Ph.D. candidates welcome", "phd", False, False),
        ("Educated to degree level", "bachelor", True, False),
        ("Bachelorabschluss oder vergleichbare Berufserfahrung", "bachelor", False, False),
        ("Technisches Studium", "bachelor", True, False),
        ("Fachhochschulreife", "highschool", True, False),
        ("Diplôme d'ingénieur", "master", True, False),
        ("Un master en droit serait un atout", "master", False, False),
        ("Licence pro ou expérience de trois ans", "bachelor", False, False),
        ("Brevet de technicien supérieur souhaité", "associate", False, False),
        ("Baccalauréat exigé", "highschool", True, False),
        ("Doctorado en Química", "phd", True, False),
        ("Se valorará estar en posesión de un máster", "master", False, False),
        ("Egresada de Psicología", "bachelor", True, False),
        ("Ciclo formativo de grado superior en mecánica", "associate", True, False),
        ("Secundaria completa", "highschool", True, False),
    ],
)
def test_degrees(sentence: str, level: str, must: bool, negated: bool) -> None:
    found = degree_asked(sentence)
    assert found is not None
    assert (found.level, found.must, found.negated) == (level, must, negated)


@pytest.mark.parametrize(
    "sentence",
    [
        "Turn the part by 45 degrees and master the machine.",
        "We value a high degree of ownership.",
        "A no-BS team.",
        "We pay tuition towards your bachelor's degree.",
        "Proyectos de ingeniería aplicada",
        "CAP coiffure exigé",
        "THERE ARE MORE BUT HERE ARE SOME.",
        "You train our BTs and talk on a technical level.",
        "Grado medio en electricidad",
    ],
)
def test_other_degrees(sentence: str) -> None:
    assert degree_asked(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kind", "negated"),
    [
        ("We will happily sponsor your visa.", "sponsorship", False),
        ("Sorry, visa sponsorship isn't something we can offer.", "sponsorship", True),
        ("This role is not eligible for immigration sponsorship.", "sponsorship", True),
        ("We do not discriminate, and we sponsor H-1B transfers.", "sponsorship", True),
        ("Must be authorized to work in Canada.", "authorization", False),
        ("US citizenship is required for this position.", "authorization", False),
        ("Active TS/SCI with polygraph required.", "clearance", False),
        ("No clearance necessary.", "clearance", True),
        ("Security clearance is a plus but not required.", "clearance", True),
    ],
)
def test_rights(sentence: str, kind: str, negated: bool) -> None:
    found = next(one for one in rights_asked(sentence) if one.kind == kind)
    assert found.negated is (negated and "H-1B" not in sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "You will manage sponsorship of our events.",
        "A company-sponsored 401(k) plan.",
        "Handle customs clearance for imports.",
        "We run a clearance sale each summer.",
        "All applicants are considered without regard to citizenship.",
    ],
)
def test_no_rights(sentence: str) -> None:
    assert not rights_asked(sentence)


def test_being_able_to_get_a_clearance_is_less_than_having_one() -> None:
    assert rights_asked("Must be able to obtain a Secret clearance.")[0].level == "obtain"


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        ("Fluent in Spanish and English (C1)", [("Spanish", "C1"), ("English", "C1")]),
        ("Deutsch (mind. B2)", [("German", "B2")]),
        ("Verhandlungssichere Deutschkenntnisse", [("German", "C1")]),
        ("Native Portuguese speaker", [("Portuguese", "native")]),
        ("Anglais courant exigé", [("English", "C1")]),
        ("Conversational Mandarin", [("Chinese", "B1")]),
        ("We polish every pixel at basic level", []),
        ("Knowledge of the German market", []),
    ],
)
def test_languages(sentence: str, spoken: list[tuple[str, str]]) -> None:
    assert [(one.name, one.level) for one in languages_asked(sentence)] == spoken


@pytest.mark.parametrize(
    ("sentence", "kind", "amount"),
    [
        ("Hybrid: three days per week in our Lisbon office", "place", 3),
        ("2 days WFH a week", "place", 3),
        ("You work from home two days a week.", "place", 3),
        ("This is a fully on-site position", "place", 5),
        ("Travel up to 30% of the time", "travel", 30),
        ("Between 25-50% travel across EMEA", "travel", 50),
        ("Willingness to travel occasionally", "travel", None),
    ],
)
def test_presence(sentence: str, kind: str, amount: float | None) -> None:
    found = presence_asked(sentence)
    assert [(one.kind, one.amount, one.negated) for one in found] == [(kind, amount, False)]


def test_where_one_must_live() -> None:
    assert presence_asked("Candidates must be based in Germany or Austria.")[0].name == "based in Germany or Austria"
    assert presence_asked("No travel required.")[0].negated


@pytest.mark.parametrize(
    ("text", "name", "must", "no"),
    [
        ("Python and SQL; Rust is a plus", "Python", True, False),
        ("Python and SQL; Rust is a plus", "Rust", False, False),
        ("Python (nice to have)", "Python", False, False),
        ("You don't just know Python, you love it.", "Python", True, False),
        ("Not only Java but also Kotlin.", "Java", True, False),
        ("Python would be nice, but it isn't required.", "Python", False, True),
        ("Without SQL you will be lost here.", "SQL", True, False),
        ("We need Kubernetes, not Docker Swarm.", "Kubernetes", True, False),
        ("Nice to have\nDocker is required", "Docker", True, False),
    ],
)
def test_the_clause_decides(text: str, name: str, must: bool, no: bool) -> None:
    one = read(text)["skill", name]
    assert (one.must, one.negated) == (must, no)


def test_a_wish_beside_and_a_must_elsewhere_is_a_must() -> None:
    text = "What you bring\n- 3+ years with Python\n- A degree in physics or similar experience\nBenefits\n- 5 years"
    found = read(text)
    assert found["years", "experience"].years == 3
    assert not found["education", "bachelor"].must


def test_sponsorship_counts_wherever_it_stands() -> None:
    text = "Benefits\n- Free fruit\n- Yes, we sponsor visas and work permits"
    assert not read(text)["sponsorship", "visa sponsorship"].negated


@pytest.mark.parametrize(
    "sentence",
    [
        "Supervising Bachelor's and Master's theses in hydrology",
        "You will mentor PhD students in the laboratory",
        "Betreuung von Bachelor- und Masterarbeiten",
        "Encadrer des mémoires de master",
        "Permis et licence de pêche",
        "You will graduate in 2027 with us",
    ],
)
def test_the_degree_of_another_is_none_that_is_asked(sentence: str) -> None:
    assert degree_asked(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Erfahrung in der Krippe sowie ein Erste-Hilfe-Kurs, der nicht älter als zwei Jahre ist",
        "Experience with children and a police check no older than 3 years",
        "Une expérience en crèche et un certificat datant de moins de 2 ans",
    ],
)
def test_how_old_a_certificate_may_be_is_no_experience(sentence: str) -> None:
    assert years_asked(sentence, required=True) is None


def test_a_title_before_a_name_is_no_degree() -> None:
    assert degree_asked("Dos entrevistas con el licenciado Robledo") is None
    assert degree_asked("Buscamos un licenciado en contabilidad") is not None


@pytest.mark.parametrize(("item", "name"), [("Inglés intermedio", "English"), ("Some Russian", "Russian")])
def test_an_item_that_is_a_language_is_no_skill(item: str, name: str) -> None:
    found = read(f"Requirements\n- {item}\n- Hedge laying")
    assert {key for key in found if key[0] in {"skill", "language"}} == {("language", name), ("skill", "Hedge laying")}


def test_what_is_offered_or_another_team_does_is_not_asked() -> None:
    found = read("YOU HAVE\n- Python\n\nWE HAVE\n- A course in Terraform\n- $52k base")
    assert {name for kind, name in found if kind == "skill"} == {"Python"}
    found = read("You bring Python. The data team sits next to you and runs Snowflake, but that is not your job.")
    assert found["skill", "Snowflake"].negated
