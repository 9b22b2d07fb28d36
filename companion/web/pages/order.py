"""Order: what moved when jobs were last scored anew, and what the person's own choices taught, to mute or to reset."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.matching.learning import Move
from companion.model.learning import LEARNED_ID, Learned
from companion.model.posting import Posting
from companion.store import Store
from companion.web.form import go, put_back, read_fields, read_form
from companion.web.template import page


class Mute(msgspec.Struct, frozen=True, kw_only=True):
    word: Annotated[str, msgspec.Meta(max_length=1_000)] = ""
    muted: bool = True


@get("/jobs/order", sync_to_thread=False)
def order(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Why jobs stand where they stand."""
    return page(
        request, "order.html", here="jobs", moves=last_moves(services.store), learned=services.search.choices.teach()
    )


@post("/jobs/order/mute")
async def mute(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Let one learned word no longer count, or count again. Raises NotFound."""
    form = await read_form(request, Mute)
    services.search.choices.mute(form.word, muted=form.muted)
    await services.work.start("rescore")
    said = f"“{form.word}” no longer counts." if form.muted else f"“{form.word}” counts again."
    return go(request, "/jobs/order", said)


@post("/jobs/order/forget")
async def forget(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Forget all that was learned; it can be put back."""
    before = services.search.choices.learned()
    services.search.choices.forget()
    await services.work.start("rescore")
    said = "Forgotten. Only what you decide from now on teaches."
    undo = (("learned", msgspec.json.encode(before).decode()),)
    return go(request, "/jobs/order", said, undo="/jobs/order/restore" if before else "", undo_fields=undo)


@post("/jobs/order/restore")
async def restore(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put back what was learned."""
    before = put_back(await read_fields(request), "learned", Learned)
    present = services.store.learned.get(LEARNED_ID)
    services.store.learned.replace(msgspec.structs.replace(before, id=LEARNED_ID, version=present.version))
    await services.work.start("rescore")
    return go(request, "/jobs/order", "Put back.")


@post("/jobs/order/again")
async def again(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Score everything anew now."""
    await services.work.start("rescore")
    return go(request, "/jobs/order", "Jobs are being scored anew.")


def last_moves(store: Store) -> list[tuple[Posting, Move]]:
    """The jobs that moved most when all were last scored, with what they are; none that is gone since."""
    runs = [run for run in store.runs.by("kind", "rescore") if run.state == "done"]
    last = max(runs, key=lambda run: run.created_at, default=None)
    moves = msgspec.convert(last.result.get("moved", ()) if last else (), tuple[Move, ...])
    found = ((store.postings.find(one.posting_id), one) for one in moves)
    return [(posting, one) for posting, one in found if posting is not None]


order_pages = (order, mute, forget, restore, again)
