"""Job pages: capture, look up, save, dismiss, tailor."""

import asyncio
from typing import Annotated

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from companion.agents import Services
from companion.agents.search import PostingView
from companion.errors import NotFound, Unreadable
from companion.intake import CapturedPage
from companion.model.document import now
from companion.model.match import Match
from companion.model.posting import Posting
from companion.web.api.answering import answer
from companion.web.api.requests import Capture, Card, Dismiss, Lookup, Save, Tailor
from companion.web.casing import camel

_REASONS = 3
_BEFORE_SUBMIT = frozenset({"saved", "preparing", "needs_answers", "ready", "approved", "failed"})


@post("/api/captures", opt={"write": True}, status_code=200)
async def capture(data: JSONBody[Capture], services: NamedDependency[Services]) -> Response[bytes]:
    """Read a page the person has open. Raises Unreadable where it is no job ad.

    Their own list of applications at a portal is none either: what it says of them is proposed in the dashboard.
    """
    if (heard := await services.applications.statuses.captured(data.url, data.html)) is not None:
        portal, news = heard
        said = f"news of {news} of them" if news else "nothing new"
        hint = "Nothing is changed before you confirm it: open Today in the dashboard." if news else ""
        raise Unreadable(f"This is your list of applications at {portal}, no job. It has {said}.", hint)
    page = CapturedPage(
        url=data.url,
        html=data.html,
        captured_at=data.captured_at or now(),
        title=data.title,
        portal=data.portal,
        frames=tuple((frame.url, frame.html) for frame in data.frames),
    )
    posting = await services.search.capture(page)
    return posting_view(services, posting.id)


@get("/api/postings", sync_to_thread=False)
def find(services: NamedDependency[Services], url: Annotated[str, QueryParameter(max_length=4_000)]) -> Response[bytes]:
    """The posting captured from an address."""
    posting = services.search.find(url)
    if posting is None:
        raise NotFound("This page was not captured yet.", "Press Save to keep it.")
    return posting_view(services, posting.id)


@post("/api/postings/lookup", status_code=200, sync_to_thread=False)
def lookup(data: JSONBody[Lookup], services: NamedDependency[Services]) -> Response[bytes]:
    """Scores for the cards of a result list."""
    return answer(cards=[_card(services, card) for card in data.cards])


@post("/api/postings/{posting_id:str}/save", opt={"write": True}, status_code=200, sync_to_thread=False)
def save(posting_id: FromPath[str], data: JSONBody[Save], services: NamedDependency[Services]) -> Response[bytes]:
    services.search.mark(posting_id, saved=data.saved)
    return posting_view(services, posting_id)


@post("/api/postings/{posting_id:str}/dismiss", opt={"write": True}, status_code=200, sync_to_thread=False)
def dismiss(posting_id: FromPath[str], data: JSONBody[Dismiss], services: NamedDependency[Services]) -> Response[bytes]:
    services.search.mark(posting_id, dismissed=data.dismissed)
    return posting_view(services, posting_id)


@post("/api/resumes", opt={"write": True}, status_code=202)
async def tailor(data: JSONBody[Tailor], services: NamedDependency[Services]) -> Response[bytes]:
    """Tailor a resume in the background."""
    posting = services.store.postings.get(data.posting_id)
    if data.persona is not None and data.persona != posting.persona:
        await asyncio.to_thread(services.search.scoring.pick, posting.id, data.persona)
    return answer(202, run=await services.work.start("tailor", {"posting_id": data.posting_id}))


def posting_view(services: Services, posting_id: str) -> Response[bytes]:
    """*posting view* of PROTOCOL.md."""
    view = services.search.view(posting_id)
    parts: dict[str, object] = {name: camel(getattr(view, name)) for name in PostingView.__struct_fields__}
    profile = services.search.profile()
    return answer(
        **parts, reasons=reasons(view.match), personas=[one.name for one in profile.personas] if profile else []
    )


def reasons(match: Match | None) -> dict[str, list[str]]:
    """At most three reasons for and three against; what blocks comes first."""
    if match is None:
        return {"for": [], "against": []}
    held = [evidence.name for evidence in sorted(match.matched, key=lambda one: not one.must)]
    against = [blocker.reason for blocker in match.blockers if not blocker.overruled] + list(match.missing)
    return {"for": held[:_REASONS], "against": against[:_REASONS]}


def _card(services: Services, card: Card) -> dict[str, object]:
    posting = services.search.find(card.url) or _same_job(services, card)
    if posting is None:
        return {"url": card.url, "posting": "", "score": None, "applied": False}
    match = services.store.matches.find(posting.id)
    applications = services.store.applications.by("canonical_key", posting.canonical_key)
    applied = any(one.status not in _BEFORE_SUBMIT for one in applications)
    return {"url": card.url, "posting": posting.id, "score": match and match.score, "applied": applied}


def _same_job(services: Services, card: Card) -> Posting | None:
    """The same title at the same company; a card without both names no job."""
    if not (card.title and card.company):
        return None
    title = card.title.casefold().strip()
    same = (one for one in services.store.postings.by("company", card.company) if one.title.casefold() == title)
    return next(same, None)


posting_handlers = (capture, find, lookup, save, dismiss, tailor)
