"""Settings that the dashboard may change: kept where they differ from what file and environment say."""

from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.di import NamedDependency

from companion.agents import Services
from companion.errors import BadInput
from companion.settings import changeable, load, overruled, table
from companion.web.form import go, read_fields
from companion.web.pages.searches import keep_automation, rules


@post("/settings/told")
async def keep_told(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep what differs; the rest follows file and environment again. It holds from the next start on."""
    sent = await read_fields(request)
    below = load(data=services.settings.data)
    as_it_is = {one.name: one.value for one in table(below, {})}
    given = {name: sent[name].strip() for name in changeable() if name in sent}
    changed = {name: value for name, value in given.items() if value != as_it_is[name]}
    for name, value in changed.items():
        if "://" in value and "@" in value:
            hint = "Set it in the environment."
            raise BadInput("An address with a password is not kept here.", hint, pointer=f"/{name}")
    overruled(below, changed)
    known = rules(services.store)
    keep_automation(services.store, msgspec.structs.replace(known, settings=changed))
    return go(request, "/settings#set", "Kept. It holds from the next start on.")


told_pages = (keep_told,)
