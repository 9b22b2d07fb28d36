"""Applications: board, list and calendar; and one application with its timeline and what is decided about it."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Template

from companion.agents import Services
from companion.apply import route
from companion.model.application import Application, Attempt, Outcome
from companion.web.calendar import month
from companion.web.facts import fact_texts
from companion.web.form import back, go, read_form
from companion.web.links import safe_link
from companion.web.pages.heard import heard
from companion.web.readings import Readings
from companion.web.template import page

COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("preparing", "Preparing", ("saved", "preparing", "needs_answers", "ready", "approved", "submitting", "failed")),
    ("submitted", "Submitted", ("submitted", "unknown", "viewed")),
    ("interview", "Interview", ("interview",)),
    ("offer", "Offer", ("offer",)),
    ("closed", "Closed", ("rejected", "withdrawn")),
)
"""The board: column, its heading, the states it holds."""
MOVES: tuple[tuple[Outcome, str], ...] = (
    ("viewed", "Viewed"),
    ("interview", "Interview"),
    ("offer", "Offer"),
    ("rejected", "Rejected"),
    ("withdrawn", "Withdrawn"),
)
AFTER_SUBMIT = frozenset({"submitted", "unknown", "viewed", "interview", "offer", "rejected", "withdrawn"})
_PAGE = 50


class Move(msgspec.Struct, frozen=True, kw_only=True):
    status: Outcome


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    content_hash: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    went_through: bool


@get("/applications", sync_to_thread=False)
def applications(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    view: FromQuery[Literal["board", "list", "calendar"]] = "board",
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    offset: Annotated[int, QueryParameter(ge=0)] = 0,
    of: Annotated[str, QueryParameter(pattern=r"^(\d{4}-\d{2})?$")] = "",
) -> Template:
    """All applications."""
    words = q.casefold().split()

    def fits(one: Application) -> bool:
        text = f"{one.title}\n{one.company}\n{one.notes}".casefold()
        return all(word in text for word in words)

    found = sorted(services.store.applications.where(fits), key=_latest, reverse=True)
    context: dict[str, object] = {
        "view": view,
        "q": q,
        "total": len(found),
        "moves": MOVES,
        "offset": offset,
        "limit": _PAGE,
    }
    if view == "board":
        context["columns"] = [(key, word, [one for one in found if one.status in held]) for key, word, held in COLUMNS]
    elif view == "calendar":
        context["month"] = month(of, found)
    else:
        context["rows"] = found[offset : offset + _PAGE]
    return page(request, "applications.html", here="applications", latest=_latest, **context)


@get("/applications/{application_id:str}", sync_to_thread=False)
def application(
    application_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    readings: NamedDependency[Readings],
) -> Template:
    """One application, its newest attempt first."""
    store = services.store
    one = store.applications.get(application_id)
    attempts = sorted(
        store.attempts.by("canonical_key", one.canonical_key), key=lambda each: each.created_at, reverse=True
    )
    readings.actions((action for each in attempts for form in each.pages for action in form.actions), one.id)
    return page(
        request,
        "application.html",
        here="applications",
        one=one,
        attempts=attempts,
        posting=(posting := store.postings.find(one.posting_id)),
        way=route(posting.apply_url or posting.url, posting.ats) if posting else None,
        outside=safe_link((posting.apply_url or posting.url) if posting else ""),
        resumes={each.resume_id: store.resumes.find(each.resume_id) for each in attempts if each.resume_id},
        facts=fact_texts(services.search.profile()),
        runs=[run for run in store.runs.where() if _concerns(run.arguments, one, attempts)][-5:],
        moves=MOVES,
        heard=heard(services, application_id),
        after_submit=one.status in AFTER_SUBMIT,
    )


@get("/attempts/{attempt_id:str}", sync_to_thread=False)
def attempt(attempt_id: FromPath[str], services: NamedDependency[Services]) -> Redirect:
    """An attempt is shown with its application."""
    one = services.store.attempts.get(attempt_id)
    owners = services.store.applications.by("canonical_key", one.canonical_key)
    if not owners:
        return Redirect(f"/jobs/{one.posting_id}")
    return Redirect(f"/applications/{owners[0].id}")


@post("/attempts/{attempt_id:str}/approve")
async def approve(
    attempt_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Approve exactly what was shown: its hash came with the form. Raises ApprovalVoid where it changed since."""
    form = await read_form(request, Approval)
    approved = await services.applications.approve(attempt_id, form.content_hash)
    if approved.channel == "headless":
        await services.applications.submit(attempt_id)
        return go(request, f"/attempts/{attempt_id}", "Approved. It is sent as you saw it, or not at all.")
    return go(request, f"/attempts/{attempt_id}", "Approved. Open the form in your browser and submit it there.")


@post("/attempts/{attempt_id:str}/hand-over")
async def hand_over(
    attempt_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Go on in the person's own tab, with everything prepared so far."""
    await services.applications.hand_over(attempt_id)
    return go(request, f"/attempts/{attempt_id}", "It is yours now: press Fill in the side panel beside the form.")


@post("/attempts/{attempt_id:str}/look-again")
async def look_again(
    attempt_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Ask the employer's own site what became of a submit nobody saw the end of."""
    await services.applications.ask_again(attempt_id)
    return go(request, f"/attempts/{attempt_id}", "The employer's site is being asked. What it says comes up here.")


@post("/attempts/{attempt_id:str}/settle")
async def settle(
    attempt_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """The person says what became of a submit nobody saw the end of."""
    form = await read_form(request, Settled)
    services.applications.settle(attempt_id, form.went_through)
    return go(request, f"/attempts/{attempt_id}", "Noted, as said by you.")


@post("/applications/{application_id:str}/move")
async def move(
    application_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """What came of it. Only what was submitted can be answered."""
    form = await read_form(request, Move)
    before = services.store.applications.get(application_id)
    services.applications.record(before.canonical_key, form.status, "you said so")
    undo = (("status", before.status),) if before.status in dict(MOVES) else ()
    return go(
        request,
        back(request, f"/applications/{application_id}"),
        f"Noted: {form.status}.",
        undo=f"/applications/{application_id}/move" if undo else "",
        undo_fields=undo,
    )


def _latest(one: Application) -> datetime:
    return max((step.at for step in one.history), default=one.created_at)


def _concerns(arguments: dict[str, Any], one: Application, attempts: list[Attempt]) -> bool:
    if arguments.get("attempt_id") in {each.id for each in attempts}:
        return True
    return arguments.get("posting_id") == one.posting_id


application_pages = (
    applications,
    application,
    attempt,
    approve,
    hand_over,
    look_again,
    settle,
    move,
)
