"""A made-up job search of any size, for pictures, for tests of the dashboard, and for measuring it with many jobs."""

import random
from datetime import datetime, timedelta

import msgspec

from companion.agents import Services
from companion.intake import Reading
from companion.model.application import (
    Application,
    Appointment,
    Attempt,
    AttemptState,
    EvidenceItem,
    Page,
    SentFile,
    Transition,
)
from companion.model.automation import SavedSearch
from companion.model.document import new_id, now
from companion.model.form import Action, Answer, FieldResult
from companion.model.posting import Pay, Place, Posting
from companion.model.profile import Doubt, Persona
from companion.model.run import Notice, Run
from companion.resume import base_resume, from_json_resume, render

_TITLES = (
    "Senior Python Engineer",
    "Backend Developer",
    "Data Engineer",
    "Platform Engineer",
    "Machine Learning Engineer",
    "Site Reliability Engineer",
    "Full-stack Developer",
    "Staff Software Engineer",
    "Engineering Manager",
    "वरिष्ठ सॉफ्टवेयर इंजीनियर",
    "مهندس برمجيات أول",
)
_COMPANIES = (
    "Alder & Finch",
    "Brightwater Rail",
    "Corvid Labs",
    "Dunlin Health",
    "Ember Grid",
    "Fjordline",
    "Gannet Bank",
)
_PLACES = (("Berlin", "DE"), ("Pune", "IN"), ("Lyon", "FR"), ("Leeds", "GB"), ("Austin", "US"), ("", ""))
_SKILLS = ("Python", "PostgreSQL", "Kubernetes", "Kafka", "AWS", "Terraform", "Go", "React", "Spark", "Linux", "Docker")
PERSONA = Persona(name="Platform", hidden=frozenset({"work/0/highlights/1"}), first=("work/0/highlights/0", "skills"))
UNPLACED = ("Reserve fire fighter", "https://example.com/mira")
DOUBTS = (Doubt(path="work/1", confidence=0.5, source="Developer / Sedge Software"),)
LONG_TITLE = "Senior Principal Distinguished Engineer for " + "Interoperable " * 19 + "Systems"
HOSTILE = '"><img src=x onerror=alert(1)>{{7*7}}'


async def seed(services: Services, *, jobs: int = 40, randomly: int = 7) -> None:
    """Fill an empty companion: a profile, `jobs` postings with matches, applications in every state, and the rest."""
    chance = random.Random(randomly)
    profile = from_json_resume(PERSON)
    source = services.store.blobs.put(render(base_resume(profile)))
    read = msgspec.structs.replace(profile, meta={**profile.meta, "source": source}, unplaced=UNPLACED, doubts=DOUBTS)
    profile = services.store.profiles.add(read)
    services.profiles.keep(msgspec.structs.replace(profile, personas=(PERSONA,)))
    postings = [services.search.keep(_reading(chance, number), _portal(number)) for number in range(jobs)]
    for posting in postings[::7]:
        services.search.mark(posting.id, saved=True)
    for posting in postings[3::11]:
        services.search.mark(posting.id, dismissed=True)
    for posting in postings[:2]:
        await services.resumes.tailor(posting.id)
        await services.resumes.write_letter(posting.id)
    states: tuple[str, ...] = (
        "ready",
        "needs_answers",
        "unknown",
        "submitted",
        "interview",
        "offer",
        "rejected",
        "failed",
        "submitted",
        "submitted",
        "rejected",
        "viewed",
        "withdrawn",
        "preparing",
    )
    for posting, state in zip(postings[1:], states, strict=False):
        _apply(services, posting, state)
    _rest(services, postings)


def _portal(number: int) -> str:
    return ("", "adzuna", "greenhouse", "naukri")[number % 4]


def _reading(chance: random.Random, number: int) -> Reading:
    title = HOSTILE if number == 5 else LONG_TITLE if number == 6 else chance.choice(_TITLES)
    company = chance.choice(_COMPANIES)
    city, country = chance.choice(_PLACES)
    skills = chance.sample(_SKILLS, 5)
    url = f"https://jobs.example.com/{number}"
    low = chance.randrange(45, 110) * 1_000
    text = (
        f"{company} looks for a {title}.\n\nWhat you bring\n"
        + "\n".join(f"- {chance.randrange(2, 7)}+ years of experience with {skill}" for skill in skills)
        + "\n\nWe work in small teams, write down what we decide, and ship every day. You will own services from the "
        "first sketch to the pager, review the work of others, and help people who are new. We pay for your books.\n\n"
        "You report to the head of platform and join a team of 6 in one time zone. The week has 40 hours, 2 of its "
        "days are without meetings, and the pager goes round every 7 weeks. We talk with you three times: once about "
        "what you have built, once about a problem of ours, and once with the people you would work beside. "
        "You hear from us within a week."
    )
    posting = Posting(
        id=new_id(),
        canonical_key=canonical_key_for(url),
        url=url,
        title=title,
        company=company,
        places=(Place(text=f"{city}, {country}", city=city, country=country),) if city else (),
        mode=chance.choice(("onsite", "hybrid", "remote", None)),
        employment=("full_time",),
        level=chance.choice(("mid", "senior", None)),
        pay=Pay(minimum=low, maximum=low + 15_000, currency="EUR", period="year") if number % 3 else None,
        posted=now().date() - timedelta(days=number % 40),
        ats=chance.choice(("greenhouse", "lever", "ashby", "")),
        excerpt=f"{company} looks for a {title}."[:200],
        captured_at=now() - timedelta(hours=number % 700),
    )
    return Reading(posting=posting, description=text)


def canonical_key_for(url: str) -> str:
    """A key of its own for every made-up address."""
    return f"example:{url.rsplit('/', 1)[1]}"


def _apply(services: Services, posting: Posting, status: str) -> None:
    store = services.store
    began = posting.captured_at + timedelta(minutes=30)
    state: AttemptState = status if status in _ATTEMPT else "submitted"
    sent = state in ("submitted", "unknown")
    actions = (
        Action(
            field_id="a",
            kind="fill",
            label="First name",
            values=("Mira",),
            meaning="name.first",
            fact="basics/givenName",
            fact_text="Mira",
            rule="label:first-name",
            confidence=1.0,
        ),
        Action(
            field_id="b",
            kind="choose",
            label="Are you authorised to work in Germany?",
            values=("Yes",),
            meaning="work.authorization",
            fact="application/authorization/DE/authorized",
            rule="family:authorization",
            confidence=0.97,
            review=True,
            required=True,
        ),
        Action(
            field_id="c",
            kind="leave",
            label="What is your expected salary (EUR)?",
            required=state == "needs_answers",
            reason="No fact says what pay you expect.",
        ),
    )
    results = tuple(FieldResult(field_id=one.field_id, status="verified") for one in actions[:2]) if sent else ()
    pdf = next((one.pdf for one in store.resumes.where() if one.pdf), "")
    steps = ["saved", "preparing", *(["ready", "approved", "submitting"] if sent else []), state]
    history = tuple(
        Transition(state=one, at=began + timedelta(minutes=at), why="") for at, one in enumerate(dict.fromkeys(steps))
    )
    evidence = (
        (
            EvidenceItem(
                kind="page",
                supports=True,
                seen="Thank you for applying. Your application was received.",
                url="https://jobs.example.com/thanks",
                reference="A-10442",
                at=began,
            ),
        )
        if state == "submitted"
        else ()
    )
    attempt = Attempt(
        id=new_id(),
        posting_id=posting.id,
        canonical_key=posting.canonical_key,
        channel="headless",
        state=state,
        content_hash="a" * 64,
        pages=(Page(url=posting.url, schema_hash="b" * 64, actions=actions, results=results),),
        files=(SentFile(name="mira-voss.pdf", sha256=pdf, size=48_213),) if pdf else (),
        evidence=evidence,
        problem="The form asked for a login." if state == "failed" else "",
        history=history,
        created_at=began,
    )
    stored = store.attempts.add(msgspec.structs.replace(attempt, state="preparing"))
    for step in steps[2:]:
        stored = store.attempts.replace(msgspec.structs.replace(stored, state=step))
    outcome = () if status == state else (Transition(state=status, at=_after(began), why="you said so"),)
    store.applications.add(
        Application(
            id=new_id(),
            posting_id=posting.id,
            canonical_key=posting.canonical_key,
            company=posting.company,
            title=posting.title,
            attempts=(attempt.id,),
            status=status,
            history=(*history, *outcome),
            created_at=began,
            follow_up=now() + timedelta(days=len(posting.company) - 11) if status == "submitted" else None,
            interviews=_talks() if status == "offer" else (),
        )
    )


def _after(began: datetime) -> datetime:
    """A while later, and not in the future."""
    return began + (now() - began) / 2


def _talks() -> tuple[Appointment, ...]:
    today = now().replace(hour=13, minute=30, second=0, microsecond=0)
    return tuple(
        Appointment(at=today + timedelta(days=days), what=what)
        for days, what in (
            (-6, "First talk, by video"),
            (0, "With the team lead, by video"),
            (5, "On site, with lunch"),
        )
    )


_ATTEMPT = frozenset({"preparing", "needs_answers", "ready", "submitted", "unknown", "failed"})


def _rest(services: Services, postings: list[Posting]) -> None:
    store, when = services.store, now()
    for kind, text in (
        ("needs_you", "Brightwater Rail: ready for you to look at and approve."),
        ("info", "3 new jobs fit you."),
    ):
        store.notices.add(Notice(id=new_id(), kind=kind, text=text, link="/applications", created_at=when))
    store.runs.add(
        Run(
            id=new_id(),
            kind="search",
            state="running",
            done=34,
            total=120,
            message="Reading what was found",
            created_at=when,
            started_at=when,
        )
    )
    store.runs.add(
        Run(
            id=new_id(),
            kind="tailor",
            state="done",
            message="Tailored",
            created_at=when,
            started_at=when,
            finished_at=when + timedelta(seconds=2),
        )
    )
    store.runs.add(
        Run(
            id=new_id(),
            kind="search",
            state="failed",
            error="The portal answered 429. It is asked again later.",
            code="blocked",
            created_at=when,
            started_at=when,
            finished_at=when,
        )
    )
    for family, kind, value, unit in (
        ("notice.period", "duration", "60", "day"),
        ("work.authorization", "bool", "true", ""),
        ("relocation", "bool", "false", ""),
    ):
        store.answers.add(
            Answer(
                id=new_id(),
                family=family,
                subject="DE" if kind == "bool" else "",
                kind=kind,
                value=value,
                unit=unit,
                question="How long is your notice period?" if unit else "",
                updated_at=when,
            )
        )
    store.searches.add(
        SavedSearch(
            id=new_id(),
            name="Python in Berlin",
            titles=("Python Engineer",),
            places=("Berlin, DE",),
            modes=("hybrid", "remote"),
            portals=("linkedin",),
            created_at=when,
        )
    )


PERSON = {
    "basics": {
        "name": "Mira Voss",
        "label": "Backend engineer",
        "email": "mira.voss@example.com",
        "phone": "+49 30 5550 1234",
        "location": {"city": "Berlin", "countryCode": "DE"},
        "summary": "Backend engineer who likes small services, clear logs and calm releases.",
        "profiles": [{"network": "LinkedIn", "username": "mira-voss", "url": "https://www.linkedin.com/in/mira-voss"}],
    },
    "work": [
        {
            "name": "Heron Logistics",
            "position": "Senior Backend Engineer",
            "startDate": "2020-04",
            "highlights": [
                "Rebuilt the routing service in Python and PostgreSQL; planning fell from 4 hours to 25 minutes.",
                "Ran 14 services on Kubernetes and AWS with two colleagues.",
                "Wrote the on-call handbook.",
            ],
        },
        {
            "name": "Sedge Software",
            "position": "Developer",
            "startDate": "2016-09",
            "endDate": "2020-03",
            "highlights": [
                "Built a Kafka pipeline for 3 million events a day.",
                "Moved deployments to Docker and Terraform.",
            ],
        },
    ],
    "education": [
        {
            "institution": "TU Dresden",
            "area": "Computer Science",
            "studyType": "BSc",
            "startDate": "2012",
            "endDate": "2016",
        }
    ],
    "skills": [
        {"name": "Python", "keywords": ["FastAPI", "asyncio"]},
        {"name": "PostgreSQL"},
        {"name": "Kubernetes"},
        {"name": "AWS"},
        {"name": "Kafka"},
        {"name": "Docker"},
    ],
    "languages": [{"language": "German", "fluency": "native"}, {"language": "English", "fluency": "C1"}],
}
"""A made-up person, as JSON Resume."""
