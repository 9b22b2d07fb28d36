"""Settings: what this companion was told, and where notices go."""

from typing import Any, cast, get_args

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.model.automation import NoticeChannel, NoticeRoute
from companion.model.run import NoticeKind
from companion.notify.notifier import channel_address
from companion.settings import table
from companion.web.form import go, read_fields
from companion.web.pages.searches import keep_automation, rules
from companion.web.template import page


class Channel(msgspec.Struct, frozen=True):
    """A way notices go out: its name, its word, and the parts of its address (name, label, kind of input)."""

    name: NoticeChannel
    word: str
    parts: tuple[tuple[str, str, str], ...]


CHANNELS = (
    Channel("desktop", "This computer's notifications", ()),
    Channel(
        "email",
        "E-mail",
        (
            ("host", "Mail server", "text"),
            ("port", "Port", "number"),
            ("from", "From", "email"),
            ("to", "To", "email"),
            ("user", "User", "text"),
            ("password", "Password", "password"),
            ("tls", "TLS from the start", "checkbox"),
        ),
    ),
    Channel("webhook", "Webhook", (("url", "Address", "url"),)),
)


@get("/settings", sync_to_thread=False)
def settings_page(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Where notices go, and every setting with its value."""
    overruled = rules(services.store).settings
    return page(
        request,
        "settings.html",
        here="settings",
        channels=CHANNELS,
        kinds=get_args(NoticeKind),
        routes={route.channel: route for route in rules(services.store).routes},
        addressed=[name.removeprefix("notify/") for name in services.store.vault.names()],
        told=table(services.settings, overruled),
        wanted=overruled,
        mailbox=(box := services.applications.statuses.mailbox()) and msgspec.structs.replace(box, password=""),
        reading=services.applications.statuses.last_reading() if box else None,
        file=str(services.settings.data / "config.toml"),
    )


@post("/settings/notices")
async def keep_notices(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep where notices go. An address is checked, goes into the vault, and is never shown again."""
    sent = await read_fields(request)
    kinds = (await request.form()).multi_items()
    addresses: dict[str, dict[str, str]] = {}
    routes: list[NoticeRoute] = []
    for channel in CHANNELS:
        given = {
            name: value for name, _, _ in channel.parts if (value := sent.get(f"{channel.name}.{name}", "").strip())
        }
        enabled = f"on.{channel.name}" in sent
        known = f"notify/{channel.name}"
        if channel.parts and (given or enabled):
            parts = given or (services.store.vault.get(known) if known in services.store.vault.names() else {})
            channel_address(channel.name, parts)
            addresses[known] = parts
        wanted = {value for name, value in kinds if name == f"kind.{channel.name}" and value in get_args(NoticeKind)}
        routes.append(
            NoticeRoute(channel=channel.name, kinds=cast("frozenset[NoticeKind]", frozenset(wanted)), enabled=enabled)
        )
    for name, parts in addresses.items():
        services.store.vault.put(name, parts)
    keep_automation(services.store, msgspec.structs.replace(rules(services.store), routes=tuple(routes)))
    return go(request, "/settings", "Kept.")


settings_pages = (settings_page, keep_notices)
