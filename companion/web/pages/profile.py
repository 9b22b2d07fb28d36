"""Profile: what the person is and can, what they look for, and how complete it is for forms."""

from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.di import NamedDependency

from companion.agents import Services
from companion.errors import NotFound
from companion.model.document import now
from companion.model.profile import Profile
from companion.web.form import go, read_form
from companion.web.preferences import PreferencesForm


@post("/profile/preferences")
async def keep_preferences(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep what the person looks for and score everything anew."""
    form = await read_form(request, PreferencesForm)
    profile = own_profile(services)
    changed = msgspec.structs.replace(profile, preferences=form.preferences(), updated_at=now())
    services.store.profiles.replace(changed)
    await services.work.start("rescore")
    onward = form.next if form.next.startswith("/") and not form.next.startswith("//") else "/profile#preferences"
    return go(request, onward, "Kept. Jobs are being scored anew.")


def own_profile(services: Services) -> Profile:
    """The profile jobs are scored against. Raises NotFound before the first import."""
    profile = services.search.profile()
    if profile is None:
        raise NotFound("There is no profile yet.", "Import a resume first.")
    return profile


profile_pages = (keep_preferences,)
