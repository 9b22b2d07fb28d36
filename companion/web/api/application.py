"""Forms and applying: plan, report, correct, answers, and what was seen around the submit."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from companion.agents import Services
from companion.agents.application import Seen
from companion.agents.planning import PlanView
from companion.errors import NotFound
from companion.web.answers import keep
from companion.web.api.answering import answer
from companion.web.api.requests import (
    AnswerCall,
    Correct,
    DraftCall,
    Outcome,
    PlanCall,
    PostingId,
    ProposeCall,
    ReportCall,
    Submitting,
)
from companion.web.files import Download, download
from companion.web.waiting import while_waited


@post("/api/forms/plan", opt={"write": True}, status_code=200)
async def plan(data: JSONBody[PlanCall], services: NamedDependency[Services]) -> Response[bytes]:
    """Decide what goes into the form on the page."""
    return _plan_view(await services.applications.plan(data.snapshot, data.posting_id, data.attempt_id))


@post("/api/forms/report", opt={"write": True}, status_code=200)
async def report(data: JSONBody[ReportCall], services: NamedDependency[Services]) -> Response[bytes]:
    """Keep what was read back from each field."""
    return answer(attempt=await services.applications.report(data.plan_id, data.report))


@post("/api/forms/correct", opt={"write": True}, status_code=200)
async def correct(data: JSONBody[Correct], services: NamedDependency[Services]) -> Response[bytes]:
    """The person says what a field means."""
    view, kept = await services.applications.correct(data.plan_id, data.field_id, data.meaning)
    return _plan_view(view, kept=kept)


@post("/api/forms/propose", opt={"write": True}, status_code=200)
async def propose(data: JSONBody[ProposeCall], services: NamedDependency[Services]) -> Response[bytes]:
    """Plan again, with what the person's model takes the unknown questions for."""
    return _plan_view(await services.applications.propose(data.plan_id, services.model))


@post("/api/forms/draft", opt={"write": True}, status_code=200)
async def draft(
    data: JSONBody[DraftCall], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[bytes]:
    """Prose for one field from the person's facts, to be approved; given up when the panel waits no more."""
    writing = services.applications.draft(data.plan_id, data.field_id, services.model)
    return answer(draft=await while_waited(request, writing))


@post("/api/answers", opt={"write": True}, status_code=200, sync_to_thread=False)
def remember(data: JSONBody[AnswerCall], services: NamedDependency[Services]) -> Response[bytes]:
    """Keep an answer with its scope."""
    return answer(answer=keep(services, data))


@post("/api/attempts/{attempt_id:str}/submitting", opt={"write": True}, status_code=200, sync_to_thread=False)
def submitting(
    attempt_id: FromPath[str], data: JSONBody[Submitting], services: NamedDependency[Services]
) -> Response[bytes]:
    """Durable before the submit goes on."""
    return answer(attempt=services.applications.submitting(attempt_id, data.content_hash))


@post("/api/attempts/{attempt_id:str}/outcome", opt={"write": True}, status_code=200)
async def outcome(
    attempt_id: FromPath[str], data: JSONBody[Outcome], services: NamedDependency[Services]
) -> Response[bytes]:
    """Judge what was seen after the submit."""
    seen = Seen(url=data.url, title=data.title, text=data.text, status=data.status, clicked=data.clicked)
    return answer(attempt=await services.applications.outcome(attempt_id, seen))


@post("/api/attempts/applied", opt={"write": True}, status_code=200, sync_to_thread=False)
def applied(data: JSONBody[PostingId], services: NamedDependency[Services]) -> Response[bytes]:
    """The person says they applied by themselves."""
    return answer(attempt=services.applications.applied_by_person(data.posting_id))


@get("/api/files/{sha256:str}", sync_to_thread=False)
def file(sha256: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """A file that a plan or a resume names, for attaching; no other blob."""
    named = next((one for one in services.store.resumes.where(lambda one: one.pdf == sha256)), None)
    letter = next((one for one in services.store.letters.where(lambda one: one.pdf == sha256)), None)
    name = (named and named.file_name) or (letter and letter.file_name) or "resume.pdf"
    if (named is None and letter is None) or not sha256:
        raise NotFound("No file of that name goes with a form.")
    return download(Download(services.store.blobs.get(sha256), name, "application/pdf"))


def _plan_view(view: PlanView, **more: object) -> Response[bytes]:
    return answer(plan=view.plan, attempt=view.attempt, posting=view.posting, files=view.files, **more)


apply_handlers = (plan, report, correct, propose, draft, remember, submitting, outcome, applied, file)
