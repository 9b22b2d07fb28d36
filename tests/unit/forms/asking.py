"""A form of one question, asked of a made-up person: what the cases and tests of answering share."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from companion.forms import Meaning, plan
from companion.model.application import Attempt
from companion.model.form import Action, Answer, Field, Option, Snapshot
from companion.model.posting import Place, Posting
from companion.model.profile import Profile
from companion.model.resume import Resume
from tests.unit.forms.person import everyone

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One question to one person. `expected` None: it must be left to the person."""

    name: str
    label: str
    profile: Profile
    expected: tuple[str, ...] | None
    widget: str = "text"
    options: tuple[str, ...] = ()
    meaning: dict[str, Any] = {}
    field: dict[str, Any] = {}
    answers: tuple[Answer, ...] = ()
    country: str = ""
    """Where the job is (ISO 3166-1 alpha-2)."""
    pay: Any = None


def posting(country: str = "", company: str = "Northwind", **more: Any) -> Posting:
    """A made-up job, in `country` where one is given."""
    places = (Place(country=country),) if country else ()
    defaults: dict[str, Any] = {
        "id": "job-1",
        "canonical_key": "northwind-1",
        "url": "https://careers.northwind.example/1",
        "title": "Engineer",
        "captured_at": NOW,
    }
    return Posting(company=company, places=places, **{**defaults, **more})


def answer(family: str, value: str, kind: str = "text", **more: Any) -> Answer:
    """A stored answer of the person."""
    return Answer(id=more.pop("id", f"a-{family}"), family=family, kind=kind, value=value, updated_at=NOW, **more)


def field_of(case: Case) -> Field:
    options = tuple(Option(value=str(index), label=label) for index, label in enumerate(case.options))
    return Field(id="f", widget=case.widget, label=case.label, options=options, **case.field)


def act(case: Case, *, understood: bool = False) -> Action:
    """The action planned for the case's question; `understood`: from its wording alone, not its given meaning."""
    given: Sequence[Meaning] = (
        msgspec.convert({"field_id": "f", "confidence": 0.95, "rule": "given", **case.meaning}, Meaning),
    )
    made = plan(
        Snapshot(url="https://careers.northwind.example/1/apply", language="en", fields=(field_of(case),)),
        case.profile,
        case.answers,
        posting=posting(case.country, pay=case.pay),
        resume=None,
        meanings=None if understood else given,
        today=TODAY,
        created_at=NOW,
    )
    return made.actions[0]


def outcome(action: Action) -> tuple[str, ...] | None:
    """The values of an action, None for a field that is left."""
    return None if action.kind == "leave" else action.values


URL = "https://careers.northwind.example/1/apply"
RESUME = Resume(
    id="r", profile_id="p", profile_version=1, name="Asha Rao", pdf="ab" * 32, file_name="asha-rao.pdf", created_at=NOW
)


def ask(
    key: str,
    *,
    widget: str = "text",
    options: tuple[str, ...] = (),
    label: str = "",
    answers: tuple[Answer, ...] = (),
    profile: Profile | None = None,
    job: object = None,
    history: tuple[Attempt, ...] = (),
    resume: Resume | None = RESUME,
    field: dict[str, object] | None = None,
    **meaning: object,
) -> Action:
    """The action for one field with the given key."""
    offered = tuple(Option(value=f"v{index}", label=each) for index, each in enumerate(options))
    one = Field(id="f", widget=widget, label=label or key, options=offered, **(field or {}))
    meant = msgspec.convert({"field_id": "f", "key": key, "confidence": 0.95, "rule": "given", **meaning}, Meaning)
    return plan(
        Snapshot(url=URL, language="en", fields=(one,)), profile or everyone(), answers, posting=job or posting("US"),
        resume=resume, company_history=history, meanings=(meant,), today=TODAY, created_at=NOW,
    ).actions[0]  # fmt: skip
