"""The way into the dashboard and out of it."""

from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Redirect

from companion.agents import Services
from companion.web.identity import caller
from companion.web.problems import signed_out
from companion.web.scope import own_port
from companion.web.sessions import Links, cookie_name


@get("/open", opt={"open": True}, sync_to_thread=False)
def enter(
    request: Request[Any, Any, Any],
    links: NamedDependency[Links],
    t: Annotated[str, QueryParameter(max_length=100)] = "",
) -> Response[Any]:
    """Exchange a one-time link for a session cookie. Raises Expired."""
    cookie = links.enter(t, _browser(request.headers.get("user-agent", "")), own_port(request.scope))
    return Redirect("/", status_code=303, cookies=[cookie])


@post("/sign-out", sync_to_thread=False)
def sign_out(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """End this browser's session."""
    services.store.clients.remove(caller(request).id)
    answer = signed_out(request)
    answer.delete_cookie(cookie_name(own_port(request.scope)))
    answer.status_code = 200
    return answer


def _browser(agent: str) -> str:
    """The browser's name for the list of sessions; nothing else of what it says about itself is kept."""
    for mark, name in (
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ):
        if mark in agent:
            return f"Dashboard in {name}"
    return "Dashboard"


entry_pages = (enter, sign_out)
