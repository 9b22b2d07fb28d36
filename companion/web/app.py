"""The web application put together: handlers behind identity, identity behind the gate, live updates beside them."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.types import ASGIApp, ControllerRouterHandler

from companion.agents import Services
from companion.errors import SincerelyError
from companion.web.api import API_HANDLERS
from companion.web.assets import asset
from companion.web.extension_id import extension_id
from companion.web.flash import Flashes
from companion.web.gate import Gate
from companion.web.identity import Identify, admit
from companion.web.live import Live
from companion.web.pages import PAGE_HANDLERS
from companion.web.pairing import Pairing
from companion.web.problems import on_error
from companion.web.readings import Readings
from companion.web.recall import Recall
from companion.web.replies import Once
from companion.web.sessions import Links
from companion.web.template import template_config

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def create_app(
    services: Services,
    *,
    pairing: Pairing | None = None,
    links: Links | None = None,
    lifespan: Sequence[Lifespan] = (),
    handlers: Sequence[ControllerRouterHandler] = (),
    extension: str | None = None,
) -> ASGIApp:
    """The ASGI application to give to the server, gate included.

    `pairing` and `links` are the companion's own, so that the terminal shows the same code; `lifespan` runs around the
    application (background work); `handlers` are further routes (the MCP mount), behind the same default deny;
    `extension` overrides the id of the extension that may call.
    """
    app = create_litestar(services, pairing=pairing, links=links, lifespan=lifespan, handlers=handlers)
    return Gate(app, extension_id() if extension is None else extension)


def create_litestar(
    services: Services,
    *,
    pairing: Pairing | None = None,
    links: Links | None = None,
    lifespan: Sequence[Lifespan] = (),
    handlers: Sequence[ControllerRouterHandler] = (),
) -> Litestar:
    """What is behind the gate, for tests that walk its routes and its OpenAPI document."""
    live = Live(services.store)
    recall = Recall(services.store)
    pairing = pairing or Pairing(services.store)
    links = links or Links(services.store)
    return Litestar(
        route_handlers=[*API_HANDLERS, *PAGE_HANDLERS, asset, *handlers],
        dependencies={
            name: Provide(_constant(value), sync_to_thread=False, use_cache=True)
            for name, value in {
                "services": services,
                "pairing": pairing,
                "links": links,
                "live": live,
                "recall": recall,
                "readings": Readings(services.store),
            }.items()
        },
        guards=[admit],
        middleware=[Identify(services.store, live), Once(services.store)],
        exception_handlers={SincerelyError: on_error, HTTPException: on_error, Exception: on_error},
        plugins=[live.channels],
        lifespan=[live.lifespan, *lifespan],
        template_config=template_config(services),
        openapi_config=OpenAPIConfig(
            title="Sincerely", version="1", path="/api/schema", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
        ),
        state=State({"flashes": Flashes()}),
        debug=False,
        logging_config=None,
    )


def _constant(value: object) -> Callable[[], object]:
    return lambda: value
