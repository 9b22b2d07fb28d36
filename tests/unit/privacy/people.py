"""A made-up person with a store full of what Sincerely would know about them."""

from datetime import UTC, datetime

from companion.model.application import Application, Attempt, SentFile
from companion.model.form import Action, Answer, Plan
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Basics, Location, Profile, Work
from companion.model.resume import Resume
from companion.model.run import Client, Notice, Run
from companion.privacy import audit
from companion.store import Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAME, EMAIL, COMPANY, OTHER = "Zebulon Quartermaine", "zebulon@example.com", "Vexatious Oven Works", "Placid Mill"


def live(store: Store, *, company: str = COMPANY, key: str = "a") -> str:
    """Fill `store` with one application at `company` and everything around it; returns the application's id."""
    posting, attempt, application = (f"{key}{part * 31}" for part in "123")
    description, pdf, receipt, shot = (
        store.blobs.put(f"{what} of {company}".encode() * 40)
        for what in ("description", "%PDF- resume", "receipt", "shot")
    )
    store.postings.add(
        Posting(
            id=posting,
            canonical_key=f"k{key}",
            url=f"https://jobs.example.com/{key}",
            title="=Baker",
            company=company,
            description=description,
            captured_at=NOW,
            sources={"title": "json-ld"},
        )
    )
    store.requirements.add(Requirements(id=posting, words=12))
    store.matches.add(Match(id=posting, profile_id="me", profile_version=1, score=70))
    store.resumes.add(
        Resume(id=f"r{key}", profile_id="me", profile_version=1, posting_id=posting, name=NAME, pdf=pdf, created_at=NOW)
    )
    store.plans.add(
        Plan(
            id=f"pl{key}",
            posting_id=posting,
            attempt_id=attempt,
            created_at=NOW,
            actions=(Action(field_id="email", kind="fill", values=(EMAIL,)),),
        )
    )
    saved = Attempt(
        id=attempt,
        posting_id=posting,
        canonical_key=f"k{key}",
        channel="tab",
        receipt=receipt,
        screenshots=(shot,),
        files=(SentFile(name="resume.pdf", sha256=pdf, size=1),),
        created_at=NOW,
    )
    store.attempts.add(saved)
    store.applications.add(
        Application(
            id=application,
            posting_id=posting,
            canonical_key=f"k{key}",
            company=company,
            title="=Baker",
            attempts=(attempt,),
            created_at=NOW,
        )
    )
    store.notices.add(
        Notice(id=f"n{key}", kind="needs_you", text=company, link=f"/applications/{application}", created_at=NOW)
    )
    store.runs.add(Run(id=f"run{key}", kind="apply", arguments={"attempt": attempt}, created_at=NOW))
    store.answers.add(
        Answer(
            id=f"own{key}",
            family="essay",
            kind="text",
            value=f"Why {company}?",
            scope="posting",
            posting_id=posting,
            updated_at=NOW,
        )
    )
    store.answers.add(
        Answer(
            id=f"any{key}",
            family="notice",
            kind="text",
            value="soon",
            used=(attempt, "x"),
            updated_at=NOW,
        )
    )
    audit.record(
        store, "left", "Application form filled", host=f"{key}.example.com", subject=attempt, facts=("basics/email",)
    )
    return application


def person(store: Store) -> None:
    store.profiles.add(
        Profile(
            id="me",
            basics=Basics(name=NAME, email=EMAIL, location=Location(city="Bremen", extra={"planet": "Earth"})),
            work=(Work(name=OTHER, highlights=("Baked.",)),),
            extra={"custom": [1, {"two": None}]},
            updated_at=NOW,
        )
    )
    store.clients.add(Client(id="c", name="Browser", kind="extension", token_hash="0" * 64, created_at=NOW))
    store.vault.put("mail", {"user": EMAIL, "password": "correct horse"})
    store.secret("receipts")
