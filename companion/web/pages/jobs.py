"""Jobs: the list, bulk actions, and several side by side."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.errors import BadInput
from companion.web.form import back, go, read_form
from companion.web.listing import PAGE, Wanted, jobs
from companion.web.template import page

_COMPARED = 4


class Bulk(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with the ticked jobs."""

    action: str = ""
    ids: tuple[str, ...] = ()


def read_query(request: Request[Any, Any, Any], kind: type[Wanted] = Wanted) -> Wanted:
    """The list's filters from the address. Raises BadInput for a value no filter knows."""
    given = {key: value for key, value in request.query_params.items() if value}
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise BadInput("The address asks for something this list does not know.", "Open Jobs again.") from error


@get("/jobs", sync_to_thread=False)
def listing(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """The list of jobs."""
    wanted = read_query(request)
    return page(request, "jobs.html", here="jobs", wanted=wanted, found=jobs(services.store, wanted), limit=PAGE)


@get("/jobs/compare", sync_to_thread=False)
def compare(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Up to four jobs side by side."""
    chosen = request.query_params.getall("id", [])[:_COMPARED]
    views = [services.search.view(one) for one in chosen]
    return page(request, "compare.html", here="jobs", views=views)


@post("/jobs/bulk")
async def bulk(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Save, dismiss, tailor or compare the ticked jobs."""
    form = await read_form(request, Bulk)
    if not form.ids:
        raise BadInput("No job was ticked.", "Tick the jobs first.")
    if form.action == "compare":
        return go(request, "/jobs/compare?" + "&".join(f"id={one}" for one in form.ids[:_COMPARED]))
    if form.action == "tailor":
        for one in form.ids:
            await services.work.start("tailor", {"posting_id": services.store.postings.get(one).id})
        return go(request, back(request, "/jobs"), f"Tailoring {len(form.ids)} resumes in the background.")
    changes = {
        "save": {"saved": True},
        "unsave": {"saved": False},
        "dismiss": {"dismissed": True},
        "restore": {"dismissed": False},
    }.get(form.action)
    if changes is None:
        raise BadInput("This list does not know that action.", "Choose one of the buttons.")
    with services.store.commit():
        for one in form.ids:
            services.search.mark(one, **changes)
    opposite = {"save": "unsave", "unsave": "save", "dismiss": "restore", "restore": "dismiss"}[form.action]
    count = len(form.ids)
    word = {"save": "Saved", "unsave": "No longer saved", "dismiss": "Dismissed", "restore": "Brought back"}[
        form.action
    ]
    undo = (("action", opposite), *(("ids", one) for one in form.ids))
    jobs_word = "1 job" if count == 1 else f"{count} jobs"
    return go(request, back(request, "/jobs"), f"{word}: {jobs_word}.", undo="/jobs/bulk", undo_fields=undo)


jobs_pages = (listing, compare, bulk)
