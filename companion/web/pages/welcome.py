"""The first minutes: a resume becomes the profile, the person says what they look for, the extension is paired."""

from typing import Any, Literal

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template

from companion.agents import Services
from companion.files import unpacked_extension
from companion.model.profile import Preferences
from companion.web.completeness import completeness
from companion.web.form import go, read_upload
from companion.web.pages.review import reading
from companion.web.pairing import Pairing
from companion.web.preferences import HARD
from companion.web.template import page
from companion.web.waiting import while_waited

Step = Literal["resume", "profile", "preferences", "pairing"]


@get("/welcome")
async def welcome(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    pairing: NamedDependency[Pairing],
    step: FromQuery[Step] = "resume",
) -> Template:
    """One step of the way in; without a profile it is always the first."""
    profile = services.search.profile()
    here: Step = step if profile is not None else "resume"
    return page(
        request,
        "welcome.html",
        step=here,
        profile=profile,
        gaps=completeness(profile) if profile else None,
        wants=profile.preferences if profile else Preferences(),
        hard=HARD,
        code=pairing.pending(),
        extensions=[one for one in services.store.clients.where() if one.kind == "extension" and not one.revoked],
        folder=str(unpacked_extension()),
        then="welcome",
        found=await reading(services, profile) if profile and here == "profile" else None,
    )


@post("/welcome/import")
async def bring(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read the first resume. Raises Unreadable or TooLarge with what is wrong with the file."""
    data, name = await read_upload(request)
    await while_waited(request, services.resumes.import_profile(data, name))
    return go(request, "/welcome?step=profile")


welcome_pages = (welcome, bring)
