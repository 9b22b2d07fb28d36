"""What a posting asks for is read with its polarity, its weight and its sentence."""

from datetime import UTC, datetime

import msgspec
import pytest

from companion.matching import recognise, requirements
from companion.matching.experience import skills
from companion.model.posting import Posting, Requirement
from companion.model.profile import Profile, Skill

AD = """We are Example Rail, a company that moves people.

What you bring
- 5+ years of experience with Python
- Solid PostgreSQL (Postgres) and Docker
- Fluent German, at least B2
- Bachelor's degree in computer science

Nice to have
- Kubernetes or k8s operations
- Go, Rust

Benefits
- A trip to Java
"""


def posting() -> Posting:
    return Posting(
        id="p",
        canonical_key="k",
        url="https://jobs.example.com/1",
        title="Backend Engineer",
        company="Example Rail",
        captured_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def read(text: str) -> dict[tuple[str, str], Requirement]:
    return {(one.kind, one.name): one for one in requirements(posting(), text).requirements}


def test_musts_and_wishes_are_told_apart_by_their_heading() -> None:
    found = read(AD)
    assert found["skill", "Python"].must
    assert found["skill", "PostgreSQL"].must
    assert not found["skill", "Kubernetes"].must
    assert not found["skill", "Rust"].must


def test_what_the_benefits_mention_is_not_required() -> None:
    assert ("skill", "Java") not in read(AD)


def test_years_degree_and_language_carry_their_sentence() -> None:
    found = read(AD)
    assert found["skill", "Python"].years == 5
    assert found["years", "experience"].years == 5
    assert found["education", "bachelor"].must
    assert found["language", "German"].level == "B2"
    assert found["language", "German"].sentence == "Fluent German, at least B2"


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("No Python required.", "skill", "Python"),
        ("This is not a Java role.", "skill", "Java"),
        ("Kubernetes is not required.", "skill", "Kubernetes"),
        ("A security clearance is not required.", "clearance", "security clearance"),
        ("No security clearance needed.", "clearance", "security clearance"),
        ("We do not offer visa sponsorship.", "sponsorship", "visa sponsorship"),
        ("German is not required but English must be fluent.", "language", "German"),
    ],
)
def test_not_required_is_not_required(sentence: str, kind: str, name: str) -> None:
    assert read(sentence)[kind, name].negated


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("You will maintain the train network.", "AI"),
        ("Experience in R&D is welcome.", "R"),
        ("Own our Go-to-market plans.", "Go"),
        ("You want to go further and react fast.", "Go"),
        ("You want to go further and react fast.", "React"),
        ("JavaScript in the browser", "Java"),
        ("We spring into action", "Spring"),
        ("Spring is when we hire", "Spring"),
        ("Go where you are needed and stay", "Go"),
    ],
)
def test_a_word_inside_another_meaning_is_not_a_skill(text: str, absent: str) -> None:
    assert absent not in {mention.name for mention in recognise(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Services in Go, Rust and C++", "Go"),
        ("Rust and Python", "Rust"),
        ("Go, Kotlin", "Go"),
        ("R", "R"),
        ("Statistics with R, Python or SAS", "R"),
        ("k8s on AWS", "Kubernetes"),
        ("Postgres", "PostgreSQL"),
        ("ReactJS", "React"),
        ("C#, .NET", "C#"),
        ("Node.js and TypeScript", "Node.js"),
    ],
)
def test_names_and_aliases_are_one_skill(text: str, name: str) -> None:
    assert name in {mention.name for mention in recognise(text)}


def test_what_a_company_says_of_itself_is_no_must_where_the_ad_asks_elsewhere() -> None:
    found = read(
        "Our backers run PostgreSQL and Kafka.\nOur founding team met as PhDs.\nRequirements\n- Python\n- Things to do"
    )
    assert not found["skill", "PostgreSQL"].must
    assert found["skill", "Python"].must
    assert ("education", "phd") not in found
    assert ("skill", "Microsoft To Do") not in found


def test_a_degree_that_years_may_stand_for_is_a_wish() -> None:
    one = read("A bachelor's degree in chemistry; in lieu of a degree, 4+ years in a laboratory.")[
        "education", "bachelor"
    ]
    assert not one.must
    assert not one.negated


def test_a_list_that_lost_its_marks_is_no_row_of_headings() -> None:
    found = read(
        "Requirements\nBachelor's degree required\nMaster's degree preferred\n5 years of experience in SQL\n"
        "Nice to have\nExperience with Kubernetes\nKnowledge of Terraform\nRequired skills\nDocker"
    )
    assert found["education", "bachelor"].must
    assert not found["education", "master"].must
    assert found["years", "experience"].must
    assert not found["skill", "Kubernetes"].must
    assert not found["skill", "Terraform"].must
    assert found["skill", "Docker"].must


@pytest.mark.parametrize("heading", ["Skills and experience (preferred)", "Les plus", "Nice to have", "Von Vorteil"])
def test_headings_that_wish_are_still_headings(heading: str) -> None:
    assert not read(f"Requirements\nDocker\n{heading}\nKubernetes")["skill", "Kubernetes"].must


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Excel at communication", "Microsoft Excel"),
        ("Swift, friendly service", "Swift"),
        ("Spring cleaning of holiday flats", "Spring"),
        ("Join our Spring 2031 cohort", "Spring"),
        ("Experience in R & D management", "R"),
        ("Ruby, sapphire and diamond setting", "Ruby"),
        ("Bash the dents out of car doors", "Bash"),
        ("Julia, our founder, will call you", "Julia"),
        ("Outlook: the market grows", "Microsoft Outlook"),
        ("You excel in Python", "Microsoft Excel"),
        ("Solid experience with Python", "SolidJS"),
        ("Seven years of software development", "Oracle software"),
        ("We use artificial intelligence (AI) to help you", "Adobe Illustrator"),
        ("Our GTM team is growing", "Google Tag Manager"),
        ("Become a trusted advisor to your clients", "AWS Trusted Advisor"),
        ("Solve the problems that matter most", "Mattermost"),
        ("Rest assured that we answer everybody", "REST-assured"),
        ("Bachelor's degree in Computer Science, read more at https://jobs.example.com", "https://jobs.example.com"),
    ],
)
def test_everyday_words_and_names_of_people_are_no_skills(text: str, absent: str) -> None:
    assert absent not in {one.name for one in requirements(posting(), text).requirements}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Strong React skills", ["React"]),
        ("excel macros", ["Microsoft Excel"]),
        ("Proficient in excel.", ["Microsoft Excel"]),
        ("python, ruby and excel", ["Python", "Ruby", "Microsoft Excel"]),
        ("MS Excel (advanced)", ["Microsoft Excel"]),
        ("Angular 15+", ["Angular"]),
        ("Power BI/Excel", ["Power BI", "Microsoft Excel"]),
        ("Python, Django", ["Python", "Django"]),
        ("C/C++", ["C", "C++"]),
        ("PL/SQL", ["PL/SQL"]),
        ("R programming", ["R"]),
        ("Editing (After Effects, Photoshop)", ["Adobe After Effects", "Adobe Photoshop"]),
    ],
)
def test_everyday_words_are_skills_in_lists_and_beside_words_of_the_craft(text: str, names: list[str]) -> None:
    assert [mention.name for mention in recognise(text)] == names


@pytest.mark.parametrize(
    ("text", "kind", "level", "must", "negated"),
    [
        ("We don't sponsor.", "sponsorship", "", True, True),
        ("Sponsorship may be considered.", "sponsorship", "", True, False),
        ("A clearance can be obtained after hire.", "clearance", "obtain", True, False),
        ("Not another PHP shop: you will write Kotlin.", "skill", "", True, True),
        ("You won't need any Java here.", "skill", "", True, True),
        ("Not required: Java", "skill", "", True, True),
        ("German is a plus", "language", "", False, False),
        ("Remote work is not possible", "place", "", True, False),
    ],
)
def test_traps_of_polarity(text: str, kind: str, level: str, must: bool, negated: bool) -> None:
    one = next(one for one in requirements(posting(), text).requirements if one.kind == kind)
    assert (one.level, one.must, one.negated) == (level, must, negated)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Backend services written in Go", {"Go"}),
        ("Build R packages and teach R programming", {"R"}),
        ("Express yourself, cook from scratch, pick up the slack", set[str]()),
        ("C-suite contacts, category C driving licence, Series C", set[str]()),
        ("SWIFT payments, the Rust Belt, spring coils", set[str]()),
    ],
)
def test_a_name_counts_where_it_is_one(text: str, names: set[str]) -> None:
    found = {one.name for one in requirements(posting(), text).requirements if one.kind == "skill"}
    assert found & {"Go", "R", "C", "Express.js", "Scratch", "Slack", "Swift", "Rust", "Spring"} == names


def test_what_the_hiring_is_done_with_and_the_companys_name_are_no_skills() -> None:
    text = "Requirements\n- Machine learning helps us review your application.\n- Example Rail\n- Docker"
    assert {name for kind, name in read(text) if kind == "skill"} == {"Docker"}


def test_examples_in_brackets_share_what_is_said_before_them() -> None:
    found = read(
        "Fluent in English; a further language is a plus (e.g. German, Dutch)\nA database (e.g. MySQL) is a must"
    )
    assert found["language", "English"].must
    assert not found["language", "German"].must
    assert not found["language", "Dutch"].must
    assert found["skill", "MySQL"].must


def test_who_looks_for_something_else_is_told_so() -> None:
    assert read("If you are looking for a Java job, this isn't it.")["skill", "Java"].negated


def test_a_profile_says_a_skill_in_any_case() -> None:
    profile = Profile(id="me", skills=(Skill(name="excel"), Skill(name="react"), Skill(name="Word")))
    assert set(skills(profile)) == {"microsoft excel", "react", "microsoft word"}


def test_a_sentence_that_two_companies_share_is_read_for_each() -> None:
    text = "Requirements:\n- Experience with Docker, Kafka and PostgreSQL"
    own = msgspec.structs.replace(posting(), company="Docker")
    names = [{one.name for one in requirements(job, text).requirements} for job in (posting(), own)]
    assert names == [{"Docker", "Apache Kafka", "PostgreSQL"}, {"Apache Kafka", "PostgreSQL"}]


def test_what_is_studied_is_no_skill_of_its_own() -> None:
    found = read("Requirements:\n- Bachelor's degree in Marketing, Communications or Statistics, with Tableau")
    assert {name for kind, name in found if kind == "skill"} == {"Tableau"}


def test_an_abbreviation_that_is_spelled_out_otherwise_is_no_product() -> None:
    names = {
        name
        for _, name in read("Requirements:\n- Experience in the AEC (Architecture, Engineering, Construction) industry")
    }
    assert "Adobe Experience Cloud" not in names
    assert "Adobe Experience Cloud" in {name for _, name in read("Requirements:\n- AEC and Adobe Analytics")}
