"""Everything written, in the formats that other programs read; and what an applicant tracking system makes of a PDF."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.errors import NotFound
from companion.model.posting import Requirements
from companion.model.resume import Letter, Look, Resume
from companion.resume import (
    letter_docx,
    letter_text,
    read_back,
    render,
    to_docx,
    to_markdown,
    to_rendercv,
    to_text,
)
from companion.web.files import Download, download
from companion.web.form import go, read_form
from companion.web.pages.profile import own_profile
from companion.web.template import page

T = TypeVar("T", Resume, Letter)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RESUME: dict[str, tuple[str, Callable[[Resume], bytes]]] = {
    "docx": (_DOCX, to_docx),
    "md": ("text/markdown", lambda one: to_markdown(one).encode()),
    "txt": ("text/plain", lambda one: to_text(one).encode()),
}
_LETTER: dict[str, tuple[str, Callable[[Letter], bytes]]] = {
    "docx": (_DOCX, letter_docx),
    "txt": ("text/plain", lambda one: letter_text(one).encode()),
}


_BEGINNINGS = ((b"%PDF", "application/pdf", "pdf"), (b"PK", "application/octet-stream", "zip"))


@get("/exports/profile/{kind:str}", sync_to_thread=True)
def profile_as(kind: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """The whole profile as a resume for any job, or as RenderCV's YAML."""
    profile = own_profile(services)
    resume = services.resumes.whole(profile)
    if kind == "pdf":
        return download(Download(render(resume), resume.file_name, "application/pdf"))
    if kind == "yaml":
        return download(Download(to_rendercv(profile).encode(), _named(resume.file_name, kind), "application/yaml"))
    return _made(resume, resume.file_name, kind, _RESUME)


@get("/exports/source", sync_to_thread=False)
def source(services: NamedDependency[Services]) -> Response[bytes]:
    """The file that the profile was read from, to be held beside the reading."""
    blobs, sha256 = services.store.blobs, str(own_profile(services).meta.get("source", ""))
    if not sha256 or not blobs.has(sha256):
        raise NotFound("There is no file behind this profile.", "It was written by hand, or the file was erased.")
    data = blobs.get(sha256)
    kind, ending = next((found for start, *found in _BEGINNINGS if data.startswith(start)), ("text/plain", "txt"))
    return download(Download(data, f"as-it-was-read.{ending}", kind))


@get("/exports/resumes/{resume_id:str}/{kind:str}", sync_to_thread=True)
def resume_as(resume_id: FromPath[str], kind: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """A version as DOCX, Markdown or plain text: the same strings in the same order as in its PDF."""
    one = services.store.resumes.get(resume_id)
    return _made(one, one.file_name, kind, _RESUME)


@get("/exports/letters/{letter_id:str}/{kind:str}", sync_to_thread=True)
def letter_as(letter_id: FromPath[str], kind: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """A letter as DOCX, or as the plain text that is pasted into a form."""
    one = services.store.letters.get(letter_id)
    return _made(one, one.file_name, kind, _LETTER)


@get("/resumes/{resume_id:str}/ats", sync_to_thread=True)
def ats(resume_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """The stored PDF read back: what came out, what it says of what the ad asks for, and the text a machine sees."""
    store = services.store
    one = store.resumes.get(resume_id)
    wanted = store.requirements.find(one.posting_id) if one.posting_id else Requirements(id="")
    return page(
        request,
        "ats.html",
        here="resumes",
        one=one,
        job=store.postings.find(one.posting_id) if one.posting_id else None,
        report=read_back(store.blobs.get(one.pdf), one, wanted) if one.pdf else None,
    )


@post("/resumes/{resume_id:str}/look")
async def set_anew(
    resume_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Tailor again for the same job, set otherwise; versions after it are set like it."""
    one = services.store.resumes.get(resume_id)
    services.store.postings.get(one.posting_id)
    look = await read_form(request, Look)
    await services.work.start("tailor", {"posting_id": one.posting_id, "look": msgspec.to_builtins(look)})
    return go(request, f"/jobs/{one.posting_id}#resumes", "Setting it anew. It appears here when it is done.")


def _made(one: T, name: str, kind: str, formats: dict[str, tuple[str, Callable[[T], bytes]]]) -> Response[bytes]:
    if kind not in formats:
        raise NotFound("There is no such format.", f"There are: {', '.join(formats)}.")
    media, make = formats[kind]
    return download(Download(make(one), _named(name, kind), media))


def _named(name: str, ending: str) -> str:
    return f"{name.removesuffix('.pdf') or 'resume'}.{ending}"


export_pages = (profile_as, source, resume_as, letter_as, ats, set_anew)
