"""Today: what needs me, what happened, what comes next."""

from datetime import timedelta
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from companion.agents import Services
from companion.model.application import Application, Attempt
from companion.model.document import now
from companion.model.run import Notice, Run
from companion.store import Store
from companion.web.agenda import agenda, undated
from companion.web.form import back, go
from companion.web.listing import unseen
from companion.web.pages.heard import heard
from companion.web.recall import Recall
from companion.web.template import page

_AHEAD = timedelta(days=21)
_OVERDUE = timedelta(days=30)
"""How long a day to follow up is shown after it passed; an interview only on its day."""
_WAITING = ("unknown", "approved", "ready", "needs_answers")


class Waiting(msgspec.Struct, frozen=True):
    """An attempt that goes no further without the person."""

    attempt: Attempt
    application: Application | None
    open_questions: int


@get("/", sync_to_thread=False)
def today(
    request: Request[Any, Any, Any], services: NamedDependency[Services], recall: NamedDependency[Recall]
) -> Template | Redirect:
    """The first page; before there is a profile, the way in."""
    store = services.store
    if not store.profiles.count():
        return Redirect("/welcome")
    recent = now() - timedelta(days=7)
    day = now().astimezone().date()
    applications = store.applications.where()
    return page(
        request,
        "today.html",
        here="today",
        waiting=waiting(store),
        heard=heard(services),
        notices=_unread(store),
        running=running(store),
        happened=_happened(applications),
        due=[one for one in agenda(applications, day - _OVERDUE, day) if one.kind == "follow_up" or one.day == day],
        undated=undated(applications),
        upcoming=agenda(applications, day + timedelta(days=1), day + _AHEAD),
        inbox=recall.get("inbox", lambda: unseen(store, services.search.catalogue)),
        fresh=sum(line.captured_at > recent for line in services.search.catalogue.lines()),
        paired=any(one.kind == "extension" and not one.revoked for one in store.clients.where()),
    )


@post("/notices/{notice_id:str}/read", sync_to_thread=False)
def read(
    notice_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Put a notice away."""
    notice = services.store.notices.get(notice_id)
    services.store.notices.replace(msgspec.structs.replace(notice, read=True))
    return go(request, back(request, "/"))


def waiting(store: Store) -> list[Waiting]:
    """Unknown outcomes first, then approvals, then questions; the longest waiting first."""
    busy = {run.arguments.get("attempt_id") for run in running(store)}
    found = [
        one
        for state in _WAITING
        for one in sorted(store.attempts.by("state", state), key=lambda one: one.created_at)
        if state != "approved" or one.id not in busy
    ]
    return [
        Waiting(one, next(iter(store.applications.by("canonical_key", one.canonical_key)), None), _questions(one))
        for one in found
    ]


def running(store: Store) -> list[Run]:
    """Background work that has not ended, newest first."""
    found = [one for state in ("running", "waiting", "queued") for one in store.runs.by("state", state)]
    return sorted(found, key=lambda one: one.created_at, reverse=True)


def _questions(attempt: Attempt) -> int:
    return sum(action.kind == "leave" and action.required for form in attempt.pages for action in form.actions)


def _unread(store: Store) -> list[Notice]:
    found = store.notices.where(lambda one: not one.read)
    return sorted(found, key=lambda one: (one.kind != "needs_you", -one.created_at.timestamp()))[:20]


def _happened(applications: list[Application]) -> list[tuple[Application, Any]]:
    """The latest changes of applications, newest first."""
    changes = [(one, change) for one in applications for change in one.history[-1:]]
    return sorted(changes, key=lambda pair: pair[1].at, reverse=True)[:12]


today_pages = (today, read)
