"""Resumes: every version, what it says and which fact carries it, and how two versions differ."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from companion.agents import Services
from companion.model.application import Attempt
from companion.model.resume import Resume
from companion.resume import shown_as, undrawn
from companion.resume.typeset.templates import PAPERS
from companion.store import Store
from companion.web.beside import page_picture
from companion.web.diff import resume_passages, word_diff
from companion.web.facts import fact_texts
from companion.web.form import go, put_back, read_fields
from companion.web.template import page

_PAGE = 50


@get("/resumes", sync_to_thread=False)
def resumes(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    offset: Annotated[int, QueryParameter(ge=0)] = 0,
) -> Template:
    """All versions, newest first."""
    store = services.store
    found = store.resumes.page(sort=lambda one: one.created_at, reverse=True, offset=offset, limit=_PAGE)
    return page(
        request,
        "resumes.html",
        here="resumes",
        found=found,
        offset=offset,
        limit=_PAGE,
        jobs={one.posting_id: store.postings.find(one.posting_id) for one in found.items if one.posting_id},
        sent={one.id: len(_sent(store, one)) for one in found.items},
        profile=services.search.profile(),
    )


@get("/resumes/{resume_id:str}", sync_to_thread=False)
def resume_page(
    resume_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    against: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Template:
    """One version with its provenance; `against` another it is compared word by word."""
    store, profile = services.store, services.search.profile()
    one = store.resumes.get(resume_id)
    others = [each for each in store.resumes.by("profile_id", one.profile_id) if each.id != one.id]
    other = store.resumes.get(against) if against else None
    return page(
        request,
        "resume.html",
        here="resumes",
        one=one,
        other=other,
        diff=word_diff(resume_passages(other), resume_passages(one)) if other else (),
        others=sorted(others, key=lambda each: each.created_at, reverse=True)[:50],
        job=store.postings.find(one.posting_id) if one.posting_id else None,
        paper=PAPERS[one.paper],
        undrawn=undrawn(one),
        profile=profile,
        facts=fact_texts(shown_as(profile, one.persona) if profile else None),
        attempts=_sent(store, one),
    )


@get("/resumes/{resume_id:str}/pages/{number:int}")
async def resume_picture(
    resume_id: FromPath[str], number: FromPath[int], services: NamedDependency[Services]
) -> Response[bytes]:
    """A page of the PDF as a picture."""
    seen = await services.resumes.seen(services.store.resumes.get(resume_id).pdf)
    return page_picture(seen, number)


@post("/resumes/{resume_id:str}/remove", sync_to_thread=False)
def remove(
    resume_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Remove a version; it can be put back. Files that were sent stay with their application."""
    one = services.store.resumes.get(resume_id)
    services.store.resumes.remove(resume_id)
    undo = (("resume", msgspec.json.encode(one).decode()),)
    said = "Removed. What was sent stays with its application."
    return go(request, "/resumes", said, undo="/resumes/restore", undo_fields=undo)


@post("/resumes/restore")
async def restore(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put a removed version back."""
    one = put_back(await read_fields(request), "resume", Resume)
    services.store.resumes.add(msgspec.structs.replace(one, version=0))
    return go(request, f"/resumes/{one.id}", "Put back.")


def _sent(store: Store, resume: Resume) -> list[Attempt]:
    """The attempts that sent this very file."""
    if not resume.pdf:
        return []
    return store.attempts.where(lambda one: any(file.sha256 == resume.pdf for file in one.files))


resume_pages = (resumes, resume_page, resume_picture, remove, restore)
