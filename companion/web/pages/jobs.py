"""Jobs: the list, bulk actions, and several side by side."""

from typing import Annotated, Any
from urllib.parse import parse_qsl

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.errors import BadInput
from companion.model.document import new_id, now
from companion.model.run import SavedView
from companion.web.form import back, go, read_form
from companion.web.listing import PAGE, Wanted, jobs, query
from companion.web.recall import Recall
from companion.web.template import page

_COMPARED = 4


class Bulk(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with the ticked jobs."""

    action: str = ""
    ids: tuple[str, ...] = ()


class ViewForm(msgspec.Struct, frozen=True, kw_only=True):
    name: Annotated[str, msgspec.Meta(max_length=60)] = ""
    query: Annotated[str, msgspec.Meta(max_length=2_000)] = ""


def convert_query(given: dict[str, str]) -> Wanted:
    """The list's filters from the parts of an address. Raises BadInput for a value no filter knows."""
    try:
        return msgspec.convert({key: value for key, value in given.items() if value}, Wanted, strict=False)
    except msgspec.ValidationError as error:
        raise BadInput("The address asks for something this list does not know.", "Open Jobs again.") from error


@get("/jobs", sync_to_thread=False)
def listing(
    request: Request[Any, Any, Any], services: NamedDependency[Services], recall: NamedDependency[Recall]
) -> Template:
    """The list of jobs."""
    wanted = convert_query(dict(request.query_params.items()))
    return page(
        request,
        "jobs.html",
        here="jobs",
        wanted=wanted,
        found=recall.get(query(wanted), lambda: jobs(services.store, services.search.catalogue, wanted)),
        query=query(msgspec.structs.replace(wanted, offset=0)),
        views=sorted(services.store.views.where(), key=lambda one: one.name.casefold()),
        limit=PAGE,
    )


@post("/jobs/views")
async def keep_view(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Name the present filters, so that they are one click away."""
    form = await read_form(request, ViewForm)
    if not form.name:
        raise BadInput("A view needs a name.", "Write one beside the button.")
    asked = convert_query(dict(parse_qsl(form.query.lstrip("?"))))
    view = SavedView(id=new_id(), name=form.name, query=query(asked), created_at=now())
    services.store.views.add(view)
    return go(request, f"/jobs{view.query}", f"Kept as “{view.name}”.")


@post("/jobs/views/{view_id:str}/remove", sync_to_thread=False)
def remove_view(
    view_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Forget a named view."""
    view = services.store.views.get(view_id)
    services.store.views.remove(view_id)
    undo = (("name", view.name), ("query", view.query))
    return go(request, "/jobs", f"“{view.name}” is forgotten.", undo="/jobs/views", undo_fields=undo)


@get("/jobs/compare", sync_to_thread=False)
def compare(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Up to four jobs side by side."""
    chosen = request.query_params.getall("id", [])[:_COMPARED]
    views = [services.search.view(one) for one in chosen]
    lines = services.search.outlook.side_by_side([view.posting.id for view in views])
    return page(request, "compare.html", here="jobs", views=views, lines=lines)


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


jobs_pages = (listing, keep_view, remove_view, compare, bulk)
