"""Activity: background runs, notices, and the audit of what was read, sent and decided."""

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Template

from companion.agents import Services
from companion.logs import LogLine, read_logs
from companion.model.audit import AuditKind
from companion.privacy.audit import entries, verify
from companion.store import Page
from companion.web.form import back, go
from companion.web.template import page

_PAGE = 50
_LINES = 2_000
LEVELS = ("debug", "info", "warning", "error", "critical")
_ENDED = frozenset({"done", "failed", "cancelled"})


@get("/activity", sync_to_thread=False)
def activity(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    view: FromQuery[Literal["runs", "notices", "audit", "logs"]] = "runs",
    offset: Annotated[int, QueryParameter(ge=0)] = 0,
    kind: Annotated[str, QueryParameter(max_length=40)] = "",
    run_state: Annotated[str, QueryParameter(name="state", max_length=40)] = "",
    q: Annotated[str, QueryParameter(max_length=200)] = "",
) -> Template:
    """What went on, newest first."""
    store = services.store
    context: dict[str, object] = {"kinds": sorted(set(store.runs.values("kind").values())), "audit_kinds": ()}
    if view == "runs":
        found = store.runs.page(
            where=lambda one: (not kind or one.kind == kind) and (not run_state or one.state == run_state),
            sort=lambda one: one.created_at,
            reverse=True,
            offset=offset,
            limit=_PAGE,
        )
    elif view == "logs":
        found = _logged(services.settings.data, kind, q, offset)
        context |= {"levels": LEVELS}
    elif view == "notices":
        found = store.notices.page(sort=lambda one: one.created_at, reverse=True, offset=offset, limit=_PAGE)
    else:
        chosen: Any = kind if kind in get_args(AuditKind) else None
        found = entries(store, kind=chosen, text=q, offset=offset, limit=_PAGE)
        context |= {"verdict": verify(store), "audit_kinds": get_args(AuditKind)}
    return page(
        request, "activity.html", here="activity", view=view, found=found, offset=offset, limit=_PAGE, kind=kind,
        state=run_state, q=q, **context,
    )  # fmt: skip


def _logged(data: Path, least: str, text: str, offset: int) -> Page[Any]:
    """The log from level `least` up; `text` is the id of a run or attempt, or words of the line."""
    loud = LEVELS[LEVELS.index(least) :] if least in LEVELS else LEVELS

    def wanted(line: LogLine) -> bool:
        said = f"{line.event} {line.run} {line.attempt} {line.more}".casefold()
        return line.level in loud and text.casefold() in said

    lines = read_logs(data, wanted, limit=_LINES)
    return Page(items=lines[offset : offset + _PAGE], total=len(lines))


@post("/activity/runs/{run_id:str}/cancel", sync_to_thread=False)
def cancel(
    run_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Stop a run."""
    run = services.work.cancel(run_id)
    said = "It had ended already." if run.state in _ENDED - {"cancelled"} else "Cancelled."
    return go(request, back(request, "/activity"), said)


@post("/activity/runs/{run_id:str}/again")
async def again(
    run_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Start the same work again. A submission is never repeated from here: its attempt says what may follow."""
    run = services.store.runs.get(run_id)
    if run.kind in ("submit", "prepare", "look_again") or run.state not in ("failed", "cancelled"):
        return go(request, f"/attempts/{run.arguments.get('attempt_id', '')}", "Go on from its application.")
    await services.work.start(run.kind, run.arguments)
    return go(request, back(request, "/activity"), "Started again.")


@post("/activity/notices/read", sync_to_thread=False)
def read_all(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put every notice away."""
    with services.store.commit():
        for one in services.store.notices.where(lambda notice: not notice.read):
            services.store.notices.replace(msgspec.structs.replace(one, read=True))
    return go(request, "/activity?view=notices", "Put away.")


activity_pages = (activity, cancel, again, read_all)
