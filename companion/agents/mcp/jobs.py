"""MCP tools about jobs: search, look for new ones, read one, explain its match, save or dismiss it."""

import base64
import binascii
from typing import Any, Literal

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import ToolAnnotations

from companion.agents.mcp.following import follow, told
from companion.agents.mcp.shapes import Job, JobDetail, Looked, detail, job
from companion.agents.scoring import ranks
from companion.agents.services import Services
from companion.errors import BadInput, NotFound
from companion.intake import AdFile, CapturedPage
from companion.model.document import now

READ = ToolAnnotations(read_only_hint=True, open_world_hint=False)
WRITE = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)
OUTSIDE = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=True)


def add_jobs(server: MCPServer, services: Services) -> None:
    """Register the tools."""
    store, search = services.store, services.search

    @server.tool(
        annotations=READ, description="Search the captured jobs by words in title and company, best score first."
    )
    async def search_jobs(query: str = "", minimum_score: int = 0, limit: int = 20) -> list[Job]:
        words = query.casefold().split()
        found = [
            one.id
            for one in search.catalogue.lines()
            if not one.dismissed and all(word in one.title or word in one.company for word in words)
        ]
        scores = store.matches.values("score")
        order = ranks(store)
        found.sort(key=lambda one: order.get(one, -1.0), reverse=True)
        kept = [one for one in found if (scores.get(one) or 0) >= minimum_score]
        return [short(services, one) for one in kept[: min(max(limit, 0), 100)]]

    @server.tool(
        annotations=OUTSIDE,
        description="Run one of the person's saved searches now and shortlist what is new. Without a name: list them.",
    )
    async def look_for_jobs(ctx: Context, saved_search: str = "", wait_seconds: int = 120) -> Looked:
        async with told():
            known = {one.name.casefold(): one for one in store.searches.where()}
            saved = known.get(saved_search.casefold().strip())
            if saved is None:
                names = ", ".join(sorted(one.name for one in known.values())) or "none yet"
                raise NotFound("There is no saved search of this name.", f"Saved searches: {names}.")
            run = await services.work.start("search", {"search_id": saved.id})
            run = await follow(services, run, ctx, "Searching", wait_seconds)
            return _looked(services, run.id)

    @server.tool(
        annotations=OUTSIDE,
        description="Read a job ad: from its public URL, its HTML or text, or a file in base64 (PDF, .eml).",
    )
    async def read_posting(
        url: str = "", html: str = "", text: str = "", file_base64: str = "", file_name: str = ""
    ) -> JobDetail:
        async with told():
            if file_base64:
                posting = await search.capture_file(AdFile(data=_bytes(file_base64), name=file_name, url=url))
            elif text:
                posting = await search.capture_file(AdFile(data=text.encode(), name="pasted.txt", url=url))
            elif html:
                posting = await search.capture(CapturedPage(url=url, html=html, captured_at=now(), portal="mcp"))
            elif url:
                posting = await search.capture_url(url)
            else:
                raise BadInput("There is nothing to read.", "Give a url, html, text or a file.")
            return detail(search.view(posting.id))

    @server.tool(
        annotations=READ, description="Explain how well a job fits the person: parts, evidence, gaps, blockers."
    )
    async def explain_match(posting_id: str) -> JobDetail:
        async with told():
            return detail(search.view(posting_id))

    @server.tool(annotations=WRITE, description="Save a job, dismiss it, or put it back into the inbox.")
    async def mark_job(posting_id: str, shelf: Literal["saved", "dismissed", "inbox"]) -> Job:
        async with told():
            search.mark(posting_id, saved=shelf == "saved", dismissed=shelf == "dismissed")
            return short(services, posting_id)


def short(services: Services, posting_id: str) -> Job:
    """One job as lists show it. Raises NotFound."""
    posting = services.store.postings.get(posting_id)
    match = services.store.matches.find(posting_id)
    applied = services.store.applications.by("canonical_key", posting.canonical_key)
    return job(posting, match.score if match else None, applied[0].status if applied else "not applied")


def _looked(services: Services, run_id: str) -> Looked:
    run = services.store.runs.get(run_id)
    result: dict[str, Any] = run.result
    chosen = [str(one["posting_id"]) for one in result.get("shortlist", ())]
    return Looked(
        run_id=run.id,
        state=run.state,
        found=int(result.get("found", 0)),
        new=int(result.get("new", 0)),
        shortlist=[short(services, one) for one in chosen if services.store.postings.find(one) is not None],
        ends=[f"{one['portal']}: {one['status']}" for one in result.get("outcomes", ())],
        problem=run.error,
    )


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BadInput("The file is not base64.", "Encode it and send it again.") from error
