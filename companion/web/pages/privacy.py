"""Privacy: everything taken out, brought back, backed up, restored and erased."""

from asyncio import to_thread
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.errors import BadInput, Conflict, NotFound
from companion.model.document import now
from companion.privacy import (
    BackupFile,
    ErasePlan,
    back_up,
    backup_folder,
    backups,
    bring_back,
    drill,
    erase,
    plan_application,
    plan_everything,
    plan_posting,
    recovery_code,
    restore,
    zipped,
)
from companion.web.files import Download, download
from companion.web.form import go, read_form, read_upload
from companion.web.template import page
from companion.web.waiting import while_waited


class ExportForm(msgspec.Struct, frozen=True, kw_only=True):
    credentials: bool = False


class BackupForm(msgspec.Struct, frozen=True, kw_only=True):
    """Which backup, by its file name: a path is never taken from a form."""

    name: Annotated[str, msgspec.Meta(max_length=200)] = ""
    action: Annotated[str, msgspec.Meta(max_length=20)] = ""
    over: bool = False


class EraseForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was shown, and what was typed under it."""

    shown: Annotated[str, msgspec.Meta(max_length=5_000)] = ""
    typed: Annotated[str, msgspec.Meta(max_length=200)] = ""


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
    folder = backup_folder(services.settings)
    return page(
        request,
        "privacy.html",
        here="privacy",
        kept=kept,
        home=str(store.home),
        warnings=store.warnings,
        backups=backups(folder),
        folder=str(folder),
    )


@post("/privacy/export")
async def export(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[bytes]:
    """Everything as one zip file, in clear."""
    form = await read_form(request, ExportForm)
    _, data = await while_waited(request, to_thread(zipped, services.store, credentials=form.credentials))
    return download(Download(data, f"sincerely-{now():%Y-%m-%d}.zip", "application/zip"))


@post("/privacy/import")
async def bring(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Bring an export back; what is newer here stays."""
    data, _ = await read_upload(request)
    found = await to_thread(bring_back, services.store, data)
    said = f"Brought back: {sum(found.added.values())} new entries, {found.replaced} renewed, {found.files} files."
    return go(request, "/privacy", f"{said} {found.kept} stayed as they were here.")


@post("/privacy/backup", sync_to_thread=True)
def backup(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Write an encrypted backup beside the data folder."""
    made = back_up(services.store, backup_folder(services.settings))
    return go(request, "/privacy#backups", f"Backed up to {made.path.name}.")


@post("/privacy/backups")
async def with_backup(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Try a backup out, or put it in the place of what is here."""
    form = await read_form(request, BackupForm)
    chosen = _backup(services, form.name)
    if form.action == "drill":
        shown = await to_thread(drill, chosen.path, recovery_code(services.store))
        said = "It would bring everything back." if shown.passed else "It would not: " + " ".join(shown.problems)
        return go(request, "/privacy#backups", said, tone="good" if shown.passed else "bad")
    if form.action != "restore":
        raise BadInput("This page does not know that action.", "Use one of the buttons.")
    if not form.over:
        raise Conflict("There is data here already.", "Tick that the backup takes its place; it can be undone.")
    restored = await to_thread(restore, services.store, chosen.path, over=True)
    said = f"Restored: {sum(restored.documents.values())} entries, {restored.files} files."
    undo = f" As it was before: {restored.undo.name}." if restored.undo else ""
    return go(request, "/privacy#backups", said + undo)


@post("/privacy/code", sync_to_thread=False)
def code(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """The recovery code, when it is asked for."""
    return page(request, "recovery.html", here="privacy", code=recovery_code(services.store))


@get("/privacy/erase/{what:str}/{document_id:str}")
async def erase_form(
    what: FromPath[str],
    document_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
) -> Template:
    """What would go, and where to type the confirmation."""
    plan = await to_thread(_plan, services, what, document_id)
    return page(request, "erase.html", here="privacy", plan=plan, shown=_shown(plan), scope=what, id=document_id)


@post("/privacy/erase/{what:str}/{document_id:str}")
async def erase_now(
    what: FromPath[str],
    document_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
) -> Response[Any] | Template:
    """Erase what was shown. Raises BadInput without the confirmation, Conflict where more is there by now."""
    form = await read_form(request, EraseForm)
    plan = await to_thread(_plan, services, what, document_id)
    if form.shown != _shown(plan):
        raise Conflict("More has happened since this was shown.", "Look at it again and confirm again.")
    proof = await to_thread(erase, services.store, plan, form.typed)
    if what == "everything":
        return Template("erased.html", context={"proof": proof})
    return go(request, "/jobs" if what == "posting" else "/applications", proof.text)


def _plan(services: Services, scope: str, document_id: str) -> ErasePlan:
    store = services.store
    if scope == "everything":
        return plan_everything(store, backups_in=backup_folder(services.settings))
    if scope == "application":
        return plan_application(store, document_id)
    if scope == "posting":
        return plan_posting(store, document_id)
    raise NotFound("There is nothing of that kind to erase.")


def _shown(plan: ErasePlan) -> str:
    """What the person was shown, to be compared. Background bookkeeping may go on meanwhile."""
    counted = {name: count for name, count in plan.documents.items() if name not in ("runs", "replies", "clients")}
    return msgspec.json.encode(dict(sorted(counted.items()))).decode()


def _backup(services: Services, name: str) -> BackupFile:
    for one in backups(backup_folder(services.settings)):
        if one.path.name == name:
            return one
    raise NotFound("There is no such backup.", "It may have been thinned out.")


privacy_pages = (privacy, export, bring, backup, with_backup, code, erase_form, erase_now)
