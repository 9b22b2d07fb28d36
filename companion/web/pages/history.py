"""History of the profile: what changed when and by what, an earlier state, and putting things back."""

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from companion.agents import Services
from companion.agents.profiles import Step
from companion.model.facts import facts
from companion.model.profile import Fact
from companion.resume.changes import Change, Leaf
from companion.web.facts import where
from companion.web.form import go, read_form
from companion.web.pages.profile import own_profile, sections_of
from companion.web.readings import Readings
from companion.web.template import page
from companion.web.then import after

_PAGE = 25


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A change in words: what happened to what, its values before and after, or all the texts of a whole entry."""

    kind: Literal["added", "removed", "changed"]
    place: str
    values: tuple[tuple[str, Leaf], ...] = ()
    texts: tuple[str, ...] = ()


class Undo(msgspec.Struct, frozen=True, kw_only=True):
    """Which of the changes of a step; None: all of the profile as it was. `then` is the page to go on to."""

    change: int | None = None
    then: str = ""


@get("/history", sync_to_thread=False)
def history(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    readings: NamedDependency[Readings],
    offset: Annotated[int, QueryParameter(ge=0)] = 0,
) -> Template:
    """Every change of the profile, newest first, each of which can be put back."""
    own_profile(services)
    steps = services.profiles.steps(offset, _PAGE)
    readings.facts(
        Fact(path=f"{change.before or change.after}/{leaf.name}", text="")
        for step in steps
        for change in step.changes
        for leaf in change.leaves
    )
    return page(
        request,
        "history.html",
        here="profile",
        steps=[(step.edition, [_told(step, change) for change in step.changes]) for step in steps],
        offset=offset,
        limit=_PAGE,
        total=len(services.profiles.editions()),
    )


@get("/history/{edition_id:str}", sync_to_thread=False)
def earlier(
    edition_id: FromPath[str],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    readings: NamedDependency[Readings],
) -> Template:
    """The profile as it was."""
    edition = services.store.editions.get(edition_id)
    state = services.profiles.state(edition)
    known = facts(state)
    readings.facts(known.values())
    return page(
        request,
        "earlier.html",
        here="profile",
        edition=edition,
        state=state,
        sections=[one for one in sections_of(state) if one[2]],
        asked=[(where(path, state), one.text) for path, one in known.items() if path.startswith("application/")],
    )


@post("/history/{edition_id:str}/back")
async def back(
    edition_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Put one thing, or everything, back as it was. What is there now becomes part of the history."""
    form = await read_form(request, Undo)
    if form.change is None:
        services.profiles.back_to(edition_id)
    else:
        services.profiles.undo(edition_id, form.change)
    await services.work.start("rescore")
    return go(request, after(form.then, "/history"), "Put back. Jobs are being scored anew.")


@post("/history/forget", sync_to_thread=True)
def forget(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Remove all earlier states for good."""
    gone = services.profiles.forget()
    said = f"Removed: {gone} earlier state{'' if gone == 1 else 's'}. Backups made before still hold them."
    return go(request, "/history", said)


def _told(step: Step, change: Change) -> Told:
    path, state = (change.before, step.before) if change.before else (change.after, step.after)
    place = where(path, state)
    leaves = [_chosen(leaf, step) for leaf in change.leaves] if path.startswith("personas/") else change.leaves
    kind = "added" if not change.before else "removed" if not change.after else "changed"
    told = Told(kind=kind, place=place.removeprefix("Profile › "))
    if kind != "changed":
        return msgspec.structs.replace(told, texts=tuple(leaf.after or leaf.before for leaf in leaves))
    names = [
        where(f"{path}/{leaf.name}", state).removeprefix(place).strip(" ›") if leaf.name else "" for leaf in leaves
    ]
    return msgspec.structs.replace(told, values=tuple(zip(names, leaves, strict=True)))


def _chosen(leaf: Leaf, step: Step) -> Leaf:
    """A path that a persona hides or puts first, in words."""
    name = leaf.name.partition("/")[0]
    said = {"hidden": "hides {}", "first": "first: {}"}.get(name)
    if said is None:
        return leaf
    before, after = (
        said.format(where(path, state).removeprefix("Profile › ")) if path else ""
        for path, state in ((leaf.before, step.before), (leaf.after, step.after))
    )
    return Leaf(name, before, after)


history_pages = (history, earlier, back, forget)
