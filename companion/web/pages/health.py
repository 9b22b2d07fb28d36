"""Health: whether everything this companion rests on is there and works, and what to do where it is not."""

from importlib.metadata import version
from typing import Any, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.apply.browser import find
from companion.errors import NoBrowser, SincerelyError
from companion.web.extension_id import extension_id
from companion.web.form import go
from companion.web.scope import own_port
from companion.web.template import page


class Check(msgspec.Struct, frozen=True):
    """One thing looked at: its name, how it is, in words, and what to do."""

    name: str
    state: Literal["good", "attention", "bad"]
    said: str
    do: str = ""


@get("/health")
async def health(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Every check, asked now."""
    checks = [*_store(services), _browser(services), await _model(services), _extension(services), *_work(services)]
    facts = {
        "Version": version("sincerely"),
        "Address": f"http://127.0.0.1:{own_port(request.scope)}",
        "Data folder": str(services.store.home),
        "Extension": extension_id() or "has no key",
    }
    return page(request, "health.html", here="settings", checks=checks, facts=facts)


@post("/health/verify", sync_to_thread=True)
def verify(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read everything from the disk again and check it."""
    found = services.store.verify()
    return go(request, "/health", found.text, tone="good" if found.whole else "bad")


def _store(services: Services) -> list[Check]:
    warnings = [Check("Data folder", "attention", warning) for warning in services.store.warnings]
    return warnings or [Check("Data folder", "good", "Open, encrypted, and only yours to read.")]


def _browser(services: Services) -> Check:
    try:
        found = find(services.settings)
    except NoBrowser as error:
        return Check("Browser", "bad", error.message, error.hint)
    if found is None:
        return Check("Browser", "bad", "None was found to send forms with.", "Run `sincerely browser` in a terminal.")
    return Check("Browser", "good", str(found))


async def _model(services: Services) -> Check:
    if services.model is None:
        return Check("Language model", "good", "None is set. Everything works without one.")
    try:
        said = await services.model.health()
    except SincerelyError as error:
        return Check("Language model", "attention", error.message, error.hint or "Everything else works without it.")
    return Check("Language model", "good", said)


def _extension(services: Services) -> Check:
    paired = [one for one in services.store.clients.where() if one.kind == "extension" and not one.revoked]
    if not paired:
        return Check("Extension", "attention", "None is paired.", "Pair it under Settings › Pairing.")
    seen = max((one.last_seen for one in paired if one.last_seen), default=None)
    last = f", last here {seen:%d %b %H:%M} UTC" if seen else ""
    return Check("Extension", "good", f"{len(paired)} paired{last}.")


def _work(services: Services) -> list[Check]:
    failed = services.store.runs.by("state", "failed")
    waiting = services.store.runs.by("state", "waiting")
    if waiting:
        return [Check("Background work", "attention", f"{len(waiting)} will be tried again.", "See Activity.")]
    if failed:
        return [Check("Background work", "attention", f"{len(failed)} failed so far.", "See Activity for each.")]
    return [Check("Background work", "good", "Nothing failed.")]


health_pages = (health, verify)
