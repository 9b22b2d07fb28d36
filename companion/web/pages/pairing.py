"""Pairing: the code on show, and every extension, agent and browser that may come in."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.files import unpacked_extension
from companion.model.document import new_id, now
from companion.model.run import Client
from companion.privacy.audit import record
from companion.web.form import back, go, read_fields
from companion.web.identity import caller
from companion.web.pairing import Pairing
from companion.web.scope import own_port
from companion.web.template import page
from companion.web.tokens import hash_token, new_token


@get("/settings/pairing", sync_to_thread=False)
def pairing_page(
    request: Request[Any, Any, Any], services: NamedDependency[Services], pairing: NamedDependency[Pairing]
) -> Template:
    """The code, and the list of clients. The command line of this computer comes and goes with the companion."""
    clients = services.store.clients.where(lambda one: not one.revoked and one.id != "runtime")
    return page(
        request,
        "pairing.html",
        here="settings",
        code=pairing.pending(),
        clients=sorted(clients, key=lambda one: one.created_at, reverse=True),
        own=caller(request).id,
        folder=str(unpacked_extension()),
    )


@post("/settings/pairing/code", sync_to_thread=False)
def show_code(request: Request[Any, Any, Any], pairing: NamedDependency[Pairing]) -> Response[Any]:
    """Show a code for two minutes."""
    pairing.show()
    return go(request, back(request, "/settings/pairing"))


@post("/settings/assistants", status_code=200)
async def admit_assistant(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Make a token for an assistant that speaks MCP over HTTP. It is shown once; it opens `/mcp` and nothing else."""
    name = (await read_fields(request)).get("name", "").strip()[:200] or "Assistant"
    token = new_token()
    client = Client(id=new_id(), name=name, kind="mcp", token_hash=hash_token(token), scopes=("mcp",), created_at=now())
    with services.store.commit():
        services.store.clients.add(client)
        record(services.store, "paired", f"mcp: {name}", who="dashboard", subject=client.id)
    address = f"http://127.0.0.1:{own_port(request.scope)}/mcp"
    return page(request, "assistant.html", here="settings", name=name, token=token, address=address)


@post("/settings/clients/{client_id:str}/revoke", sync_to_thread=False)
def revoke(
    client_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Take a client's way in away, at once."""
    with services.store.commit():
        client = services.store.clients.get(client_id)
        services.store.clients.replace(msgspec.structs.replace(client, revoked=True))
        record(services.store, "revoked", f"{client.kind}: {client.name}", who="dashboard", subject=client.id)
    return go(request, "/settings/pairing", f"{client.name} can no longer come in.")


pairing_pages = (pairing_page, show_code, admit_assistant, revoke)
