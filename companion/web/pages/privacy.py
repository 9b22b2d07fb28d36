"""Privacy: everything taken out, brought back, and erased."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.model.document import now
from companion.privacy import bring_back, zipped
from companion.web.files import Download, download
from companion.web.form import go, read_form, read_upload
from companion.web.template import page


class ExportForm(msgspec.Struct, frozen=True, kw_only=True):
    credentials: bool = False


@get("/privacy", sync_to_thread=False)
def privacy(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """What is kept, how it is locked, and the ways out."""
    store = services.store
    kept = {
        "jobs": store.postings.count(),
        "applications": store.applications.count(),
        "resumes": store.resumes.count(),
        "answers": store.answers.count(),
        "profiles": store.profiles.count(),
        "audit entries": store.audit.count(),
    }
    return page(request, "privacy.html", here="privacy", kept=kept, home=str(store.home), warnings=store.warnings)


@post("/privacy/export")
async def export(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[bytes]:
    """Everything as one zip file, in clear."""
    form = await read_form(request, ExportForm)
    _, data = zipped(services.store, credentials=form.credentials)
    return download(Download(data, f"sincerely-{now():%Y-%m-%d}.zip", "application/zip"))


@post("/privacy/import")
async def bring(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Bring an export back; what is newer here stays."""
    data, _ = await read_upload(request)
    bring_back(services.store, data)
    return go(request, "/privacy", "Brought back. What was newer here stayed as it was.")


privacy_pages = (privacy, export, bring)
