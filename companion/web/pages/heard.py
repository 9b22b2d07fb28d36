"""What was heard of applications: proposals to confirm or to put away, and the mailbox they are read from."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from companion.agents import Services
from companion.agents.statuses import Mailbox
from companion.model.application import Application, Proposal
from companion.web.form import back, go, read_form

Line = Annotated[str, msgspec.Meta(max_length=500)]


class Heard(msgspec.Struct, frozen=True):
    """A proposal with the application it is about, and the others it may be about."""

    proposal: Proposal
    application: Application
    others: tuple[Application, ...] = ()


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    application_id: str = ""


class MailboxForm(msgspec.Struct, frozen=True, kw_only=True):
    """The mailbox as a form; without TLS only a server on this computer is spoken to, on a port of its own."""

    host: Line = ""
    port: Annotated[int, msgspec.Meta(ge=1, le=65_535)] = 993
    user: Line = ""
    password: Line = ""
    folder: Line = "INBOX"
    mbox: Annotated[str, msgspec.Meta(max_length=4_000)] = ""
    every_hours: Annotated[float, msgspec.Meta(ge=0, le=720)] = 6.0


def heard(services: Services, application_id: str = "") -> list[Heard]:
    """What waits to be confirmed, of one application or of all, newest first."""
    find = services.store.applications.find
    found: list[Heard] = []
    for one in services.applications.statuses.waiting():
        about = find(one.application_id)
        if about is not None and application_id in ("", one.application_id):
            found.append(Heard(one, about, tuple(other for name in one.others if (other := find(name)))))
    return found


@post("/proposals/{proposal_id:str}/confirm")
async def confirm(
    proposal_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """It is so: the status changes, with the sentence it rests on."""
    form = await read_form(request, Choice)
    changed = services.applications.statuses.confirm(proposal_id, form.application_id)
    return go(request, back(request, "/"), f"Noted: {changed.company or changed.title}, {changed.status}.")


@post("/proposals/{proposal_id:str}/dismiss", sync_to_thread=False)
def dismiss(
    proposal_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """It is about something else, or not so."""
    services.applications.statuses.dismiss(proposal_id)
    return go(request, back(request, "/"), "Put away. Nothing was changed.", undo=f"/proposals/{proposal_id}/put-back")


@post("/proposals/{proposal_id:str}/put-back", sync_to_thread=False)
def put_back(
    proposal_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Take a dismissal back."""
    services.applications.statuses.put_back(proposal_id)
    return go(request, back(request, "/"), "It waits for you again.")


@post("/settings/mailbox")
async def keep_mailbox(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep the mailbox in the vault and read it."""
    form = await read_form(request, MailboxForm)
    here = form.host in ("127.0.0.1", "::1", "localhost")
    box = Mailbox(**msgspec.structs.asdict(form), tls=not here)
    await services.applications.statuses.keep_mailbox(box)
    return go(request, "/settings#mail", "Kept. It is being read; what was heard appears under Today.")


@post("/settings/mailbox/read")
async def read_mailbox(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read it now."""
    await services.applications.statuses.read_now()
    return go(request, "/settings#mail", "It is being read; what was heard appears under Today.")


@post("/settings/mailbox/forget", sync_to_thread=False)
def forget_mailbox(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Forget the mailbox with its password."""
    services.applications.statuses.forget_mailbox()
    return go(request, "/settings#mail", "Forgotten, with its password.")


heard_pages = (confirm, dismiss, put_back, keep_mailbox, read_mailbox, forget_mailbox)
