"""Finding the companion, pairing with it, its state, runs, and the live connection."""

from collections.abc import AsyncGenerator, AsyncIterator
from importlib.metadata import version
from typing import Annotated, Any

from litestar import Request, Response, WebSocket, get, post, websocket
from litestar.di import NamedDependency
from litestar.handlers import send_websocket_stream  # pyright: ignore[reportUnknownVariableType]
from litestar.params import FromPath, JSONBody, QueryParameter

from companion.agents import Services
from companion.agents.health import health as examine
from companion.agents.health import worst
from companion.agents.reach import reach
from companion.errors import Refused
from companion.privacy import farewell
from companion.web.api.answering import answer
from companion.web.api.requests import Carry, Nothing, Pair
from companion.web.headers import PROTOCOL
from companion.web.identity import caller
from companion.web.listing import unseen
from companion.web.live import Live
from companion.web.pairing import Pairing
from companion.web.recall import Recall
from companion.web.scope import own_port
from companion.web.sessions import Links
from companion.web.tokens import proof

_VERSION = version("sincerely")
Nonce = Annotated[str, QueryParameter(min_length=16, max_length=128, pattern="^[0-9a-fA-F]+$")]


@get("/api/hello", opt={"open": True}, sync_to_thread=False)
def hello(
    services: NamedDependency[Services],
    nonce: Nonce,
    client: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Response[bytes]:
    """Who is on this port; to a paired extension also the proof that it is the companion it paired with, or was."""
    known = services.store.clients.find(client) if client and not services.store.closed else None
    gone = farewell(services.store.home, client) if client and known is None else ""
    said = {"farewell": gone} if gone else {}
    return answer(product="sincerely", protocol=int(PROTOCOL), version=_VERSION, proof=proof(nonce, known), **said)


@post("/api/pair", opt={"open": True}, status_code=200, sync_to_thread=False)
def pair(data: JSONBody[Pair], pairing: NamedDependency[Pairing], request: Request[Any, Any, Any]) -> Response[bytes]:
    """Exchange the code on show for a token."""
    paired = pairing.pair(data.code.strip(), data.name.strip() or "Extension", request.headers.get("origin", ""))
    return answer(client=paired.client, token=paired.token)


@get("/api/state", sync_to_thread=False)
def state(
    services: NamedDependency[Services], recall: NamedDependency[Recall], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Counts for the badge."""
    store = services.store
    waiting = sum(len(store.attempts.by("state", one)) for one in ("needs_answers", "ready", "unknown"))
    warnings = sum(not notice.read for notice in store.notices.by("kind", "needs_you"))
    return answer(
        needs_you=waiting + warnings,
        inbox=recall.get("inbox", lambda: unseen(store, services.search.catalogue)),
        applications=store.applications.count(),
        version=_VERSION,
        profile=store.profiles.count() > 0,
        model=services.model is not None,
        dashboard=f"http://127.0.0.1:{own_port(request.scope)}/",
    )


@get("/api/health")
async def health(services: NamedDependency[Services]) -> Response[bytes]:
    """Everything the companion rests on, asked now."""
    checks = await examine(services)
    return answer(state=worst(checks), version=_VERSION, checks=checks, portals=reach(services))


@get("/api/runs/{run_id:str}", sync_to_thread=False)
def run(run_id: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """Progress of background work."""
    return answer(run=services.store.runs.get(run_id))


@post("/api/runs/{run_id:str}/carry", status_code=200)
async def carry(
    run_id: FromPath[str],
    data: JSONBody[Carry],
    services: NamedDependency[Services],
    request: Request[Any, Any, Any],
) -> Response[bytes]:
    """A worker begins a run, and waits a while for its end. Following one run twice begins it once."""
    _check_worker(request)
    return answer(over=await services.work.carry(run_id, data.patience))


@post("/api/worker", status_code=200, sync_to_thread=False)
def worker(
    data: JSONBody[Nothing], services: NamedDependency[Services], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """A worker says that it is there."""
    _check_worker(request)
    services.work.heard()
    return answer()


@post("/api/ticket", status_code=200, sync_to_thread=False)
def ticket(data: JSONBody[Nothing], live: NamedDependency[Live], request: Request[Any, Any, Any]) -> Response[bytes]:
    """A one-time ticket for the WebSocket."""
    return answer(ticket=live.ticket(caller(request)))


@websocket("/api/events")
async def events(socket: WebSocket[Any, Any, Any], live: NamedDependency[Live]) -> None:
    """Changes as they are committed. A one-time ticket stands for the token: a WebSocket cannot carry a header."""
    async with live.subscribe(caller(socket)) as changes:
        await socket.accept()
        await send_websocket_stream(socket, _as_text(changes), listen_for_disconnect=True)


@post("/api/link", status_code=200, sync_to_thread=False)
def link(data: JSONBody[Nothing], links: NamedDependency[Links], request: Request[Any, Any, Any]) -> Response[bytes]:
    """A one-time link into the dashboard. Approvals are given there, so an agent gets none."""
    client = caller(request)
    if client.kind != "extension" and "open" not in client.scopes:
        raise Refused("This client may not open the dashboard.", "Run `sincerely open` yourself.")
    return answer(path=links.path())


def _check_worker(request: Request[Any, Any, Any]) -> None:
    if "work" not in caller(request).scopes:
        raise Refused("Only a worker of this computer begins runs.", "Start `sincerely worker`.")


async def _as_text(changes: AsyncIterator[bytes]) -> AsyncGenerator[str, None]:
    async for change in changes:
        yield change.decode()


connect_handlers = (hello, pair, state, health, run, carry, worker, ticket, link, events)
