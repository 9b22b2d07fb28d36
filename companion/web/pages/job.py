"""One job: what it says, how it fits and why, its resume versions, and applying to it."""

from hashlib import sha256
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.errors import BadInput
from companion.intake import AdFile, CapturedPage
from companion.model.document import now
from companion.web.facts import fact_texts
from companion.web.form import back, go, read_form, read_upload
from companion.web.links import safe_link
from companion.web.template import page
from companion.web.waiting import while_waited


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    saved: bool | None = None
    dismissed: bool | None = None


class Prepare(msgspec.Struct, frozen=True, kw_only=True):
    channel: Literal["headless", "tab", "manual"] | None = None
    """None: the ATS's route decides."""
    repeat: bool = False
    """Apply again on purpose, or before an employer's cooldown is over."""


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    persona: Annotated[str, msgspec.Meta(max_length=500)] = ""
    """Empty: the one that fits best."""
    again: bool = False
    """Tailor the resume as that persona at once."""


class Overrule(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    overruled: bool = False


class ByHand(msgspec.Struct, frozen=True, kw_only=True):
    """A job pasted as text, with the address it stands at."""

    url: Annotated[str, msgspec.Meta(max_length=4_000)] = ""
    title: Annotated[str, msgspec.Meta(max_length=500)] = ""
    company: Annotated[str, msgspec.Meta(max_length=500)] = ""
    text: Annotated[str, msgspec.Meta(max_length=200_000)] = ""


class Address(msgspec.Struct, frozen=True, kw_only=True):
    url: Annotated[str, msgspec.Meta(max_length=4_000)] = ""


@get("/jobs/{posting_id:str}", sync_to_thread=False)
def job(posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Everything about one job."""
    store = services.store
    view = services.search.view(posting_id)
    profile = services.search.profile()
    return page(
        request,
        "job.html",
        here="jobs",
        view=view,
        one=view.posting,
        outside=safe_link(view.posting.url),
        facts=fact_texts(profile),
        requirements=store.requirements.find(posting_id),
        resumes=sorted(store.resumes.by("posting_id", posting_id), key=lambda one: one.created_at, reverse=True),
        letters=sorted(store.letters.by("posting_id", posting_id), key=lambda one: one.created_at, reverse=True),
        attempts=sorted(store.attempts.by("posting_id", posting_id), key=lambda one: one.created_at, reverse=True),
        runs=[one for one in store.runs.where() if one.arguments.get("posting_id") == posting_id][-5:],
        profile=profile,
        objection=services.applications.objection(view.posting, view.duplicates),
        salary=services.search.outlook.salary(view.posting, profile),
        chance=services.search.outlook.chance(view.match.score if view.match else None),
        likes=services.search.outlook.more_like(posting_id),
        telling=services.search.outlook.telling(posting_id),
    )


@post("/jobs/{posting_id:str}/mark")
async def mark(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Save or dismiss."""
    form = await read_form(request, Mark)
    services.search.mark(posting_id, saved=form.saved, dismissed=form.dismissed)
    name, value = ("saved", form.saved) if form.saved is not None else ("dismissed", form.dismissed)
    said = {("saved", True): "Saved.", ("saved", False): "No longer saved.", ("dismissed", True): "Dismissed."}
    return go(
        request,
        back(request, f"/jobs/{posting_id}"),
        said.get((name, bool(value)), "Brought back."),
        undo=f"/jobs/{posting_id}/mark",
        undo_fields=((name, "false" if value else "true"),),
    )


@post("/jobs/{posting_id:str}/tailor")
async def tailor(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Make a resume version for this job, in the background."""
    services.store.postings.get(posting_id)
    await services.work.start("tailor", {"posting_id": posting_id})
    return go(request, f"/jobs/{posting_id}#resumes", "Tailoring the resume. It appears here when it is done.")


@post("/jobs/{posting_id:str}/letter")
async def letter(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Write a cover letter for this job from the person's own facts, in the background."""
    services.store.postings.get(posting_id)
    await services.work.start("letter", {"posting_id": posting_id})
    return go(request, f"/jobs/{posting_id}#letters", "Writing. Without enough to say there will be no letter.")


@post("/jobs/{posting_id:str}/prepare")
async def prepare(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Prepare an application; nothing is sent."""
    form = await read_form(request, Prepare)
    attempt = await services.applications.prepare(posting_id, form.channel, repeat=form.repeat)
    return go(request, f"/attempts/{attempt.id}", "Preparing. Nothing is sent before you approve it.")


@post("/jobs/{posting_id:str}/applied", sync_to_thread=False)
def applied(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """The person applied by themselves."""
    attempt = services.applications.applied_by_person(posting_id)
    return go(request, f"/attempts/{attempt.id}", "Noted: you applied yourself.")


@post("/jobs/{posting_id:str}/overrule")
async def overrule(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Set a blocker aside for this job, or let it count again."""
    form = await read_form(request, Overrule)
    services.search.scoring.overrule(posting_id, form.kind, overruled=form.overruled)
    said = "Set aside for this job." if form.overruled else "It counts again."
    return go(request, f"/jobs/{posting_id}", said)


@post("/jobs/{posting_id:str}/persona")
async def pick(
    posting_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Say which persona goes to this job."""
    form = await read_form(request, Pick)
    services.search.scoring.pick(posting_id, form.persona)
    if not form.again:
        return go(request, f"/jobs/{posting_id}#resumes", "Kept. The score is of that persona now.")
    await services.work.start("tailor", {"posting_id": posting_id})
    return go(request, f"/jobs/{posting_id}#resumes", "Tailoring the resume. It appears here when it is done.")


@get("/jobs/add", sync_to_thread=False)
def add_form(request: Request[Any, Any, Any]) -> Template:
    """A job pasted by hand."""
    return page(request, "job_add.html", here="jobs")


@post("/jobs/add")
async def add(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read a pasted job ad. Raises Unreadable where it is none."""
    form = await read_form(request, ByHand)
    if not form.text.strip():
        raise BadInput("The job's text is missing.", "Paste the ad's text.", pointer="/text")
    html = as_page(form)
    url = safe_link(form.url) or f"https://by-hand.invalid/{sha256(form.text.encode()).hexdigest()[:16]}"
    posting = await services.search.capture(
        CapturedPage(url=url, html=html, captured_at=now(), title=form.title, portal="by hand")
    )
    return go(request, f"/jobs/{posting.id}", "Added.")


@post("/jobs/add/address")
async def add_address(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Fetch and read the ad at a public address. Raises what `SearchAgent.capture_url` raises."""
    form = await read_form(request, Address)
    if not form.url:
        raise BadInput("The address is missing.", "Paste the address of the ad.", pointer="/url")
    posting = await while_waited(request, services.search.capture_url(form.url))
    return go(request, f"/jobs/{posting.id}", "Added.")


@post("/jobs/add/file")
async def add_file(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read the ad in an uploaded file, in the worker. Raises Unreadable or TooLarge."""
    data, name = await read_upload(request)
    posting = await while_waited(request, services.search.capture_file(AdFile(data=data, name=name)))
    return go(request, f"/jobs/{posting.id}", "Added.")


def as_page(form: ByHand) -> str:
    """The pasted words as the JSON-LD page that intake reads best; nothing in them is markup."""
    ad = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": form.title or form.text.strip().splitlines()[0][:200],
        "description": "\n".join(f"<p>{_escape(line)}</p>" for line in form.text.splitlines() if line.strip()),
        "hiringOrganization": {"@type": "Organization", "name": form.company},
    }
    data = msgspec.json.encode(ad).decode().replace("<", "\\u003c")
    return f'<!doctype html><title>{_escape(form.title)}</title><script type="application/ld+json">{data}</script>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


job_pages = (job, mark, tailor, letter, prepare, applied, overrule, pick, add_form, add, add_address, add_file)
