"""Health: whether everything this companion rests on is there and works, and what to do where it is not."""

from importlib.metadata import version
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.agents.health import Check
from companion.agents.health import health as examine
from companion.agents.reach import reach
from companion.web.extension_id import extension_id
from companion.web.form import go
from companion.web.scope import own_port
from companion.web.template import page


@get("/health")
async def health(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Every check, asked now."""
    facts = {
        "Version": version("sincerely"),
        "Address": f"http://127.0.0.1:{own_port(request.scope)}",
        "Data folder": str(services.store.home),
        "Extension": extension_id() or "has no key",
    }
    checks = (*await examine(services), _extension(services))
    return page(request, "health.html", here="settings", checks=checks, facts=facts, portals=reach(services))


@post("/health/verify", sync_to_thread=True)
def verify(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read everything from the disk again and check it."""
    found = services.store.verify()
    return go(request, "/health", found.text, tone="good" if found.whole else "bad")


def _extension(services: Services) -> Check:
    paired = [one for one in services.store.clients.where() if one.kind == "extension" and not one.revoked]
    if not paired:
        return Check(
            name="Extension", state="attention", text="None is paired.", fix="Pair it under Settings › Pairing."
        )
    seen = max((one.last_seen for one in paired if one.last_seen), default=None)
    last = f", last here {seen:%d %b %H:%M} UTC" if seen else ""
    return Check(name="Extension", state="good", text=f"{len(paired)} paired{last}.")


health_pages = (health, verify)
