"""MCP tools about applications: list, update, draft, prepare, ask the person, read what came of it. None submits."""

import asyncio
import time
from collections import Counter
from datetime import timedelta

import msgspec
from mcp.server.mcpserver import Context, MCPServer
from msgspec import structs

from companion.agents.mcp.following import LONGEST, follow, told
from companion.agents.mcp.jobs import READ, WRITE
from companion.agents.mcp.shapes import (
    ApplicationInfo,
    DraftAnswer,
    Insights,
    ReceiptInfo,
    application,
    draft_answer,
    receipt_info,
)
from companion.agents.services import Services
from companion.errors import IllegalTransition
from companion.forms import understand
from companion.model.application import Application, Attempt, Outcome, Receipt
from companion.model.document import new_id, now
from companion.model.form import Field, Snapshot
from companion.model.run import Notice
from companion.privacy.audit import record

_LOOK_EVERY = 1.0


def add_applying(server: MCPServer, services: Services) -> None:
    """Register the tools."""
    store, agent = services.store, services.applications

    @server.tool(annotations=READ, description="The person's applications and where each stands.")
    async def list_applications(status: str = "", limit: int = 50) -> list[ApplicationInfo]:
        found = store.applications.where(lambda one: not status or one.status == status)
        newest = sorted(found, key=lambda one: one.created_at, reverse=True)[: min(max(limit, 0), 200)]
        return [shown(services, one) for one in newest]

    @server.tool(annotations=WRITE, description="Record what became of a submitted application.")
    async def update_application(application_id: str, outcome: Outcome, why: str = "") -> ApplicationInfo:
        async with told():
            known = store.applications.get(application_id)
            return shown(services, agent.record(known.canonical_key, outcome, why[:1_000] or "Told through MCP."))

    @server.tool(
        annotations=READ, description="Draft answers to questions from the person's facts; nothing is guessed."
    )
    async def draft_answers(questions: list[str], posting_id: str = "") -> list[DraftAnswer]:
        async with told():
            asked = tuple(
                Field(id=str(index), widget="text", label=question[:1000], position=index)
                for index, question in enumerate(questions[:50])
            )
            # Only prose wants room: a fact is asked as on one line, where "yes" is a whole answer.
            fields = tuple(
                structs.replace(field, widget="textarea") if meaning.essay or meaning.shape in ("", "essay") else field
                for field, meaning in zip(asked, understand(Snapshot(url="", fields=asked)), strict=True)
            )
            view = await agent.plan(Snapshot(url="", fields=fields), posting_id)
            return [draft_answer(action) for action in view.plan.actions]

    @server.tool(annotations=WRITE, description="Prepare an application: plan the form and fill it without sending.")
    async def prepare_application(posting_id: str, ctx: Context, wait_seconds: int = 120) -> ApplicationInfo:
        async with told():
            attempt = await agent.prepare(posting_id)
            for run in store.runs.by("kind", "prepare"):
                if run.arguments.get("attempt_id") == attempt.id:
                    await follow(services, run, ctx, "Preparing", wait_seconds)
            return of_attempt(services, attempt.id)

    @server.tool(
        annotations=WRITE,
        description="Ask the person to approve and send. Returns when they decided, or after the wait.",
    )
    async def request_submission(attempt_id: str, ctx: Context, wait_seconds: int = 60) -> ApplicationInfo:
        async with told():
            attempt = store.attempts.get(attempt_id)
            if attempt.state != "ready":
                raise IllegalTransition(f"This attempt is {attempt.state}, not ready to be approved.", attempt.problem)
            _ask(services, attempt)
            until = time.monotonic() + min(max(wait_seconds, 0), LONGEST)
            step = 0
            while time.monotonic() < until and store.attempts.get(attempt_id).state in (
                "ready",
                "approved",
                "submitting",
            ):
                step += 1
                await ctx.report_progress(step, message="Waiting for the person to decide in the dashboard")
                await asyncio.sleep(_LOOK_EVERY)
            return of_attempt(services, attempt_id)

    @server.tool(annotations=READ, description="The sealed receipt of an attempt: evidence, files and when, no values.")
    async def read_receipt(attempt_id: str) -> ReceiptInfo:
        async with told():
            attempt = store.attempts.get(attempt_id)
            if not attempt.receipt:
                raise IllegalTransition("There is no receipt for this attempt yet.", "It is sealed once it was sent.")
            record(store, "read", "Receipt given to an agent", who="mcp", subject=attempt.id)
            return receipt_info(msgspec.json.decode(store.blobs.get(attempt.receipt), type=Receipt))

    @server.tool(annotations=READ, description="Counts of the search so far: captured, applied, answered.")
    async def insights(days: int = 30) -> Insights:
        since = now() - timedelta(days=min(max(days, 1), 3_650))
        begun = store.applications.where(lambda one: one.created_at >= since)
        return Insights(
            days=days,
            captured=len(store.postings.where(lambda one: one.captured_at >= since)),
            applications=len(begun),
            by_status=dict(Counter(one.status for one in begun)),
        )


def shown(services: Services, one: Application) -> ApplicationInfo:
    """An application with its newest attempt."""
    return application(one, services.store.attempts.find(one.attempts[-1]) if one.attempts else None)


def of_attempt(services: Services, attempt_id: str) -> ApplicationInfo:
    """The application that an attempt belongs to, with this attempt. Raises NotFound."""
    attempt = services.store.attempts.get(attempt_id)
    return application(services.store.applications.by("canonical_key", attempt.canonical_key)[0], attempt)


def _ask(services: Services, attempt: Attempt) -> None:
    store = services.store
    with store.commit():
        store.notices.add(
            Notice(
                id=new_id(),
                kind="needs_you",
                text="Your assistant asks to send an application. Look at it and decide.",
                link=f"/applications/{of_attempt(services, attempt.id).application_id}",
                created_at=now(),
            )
        )
        record(store, "asked", "An agent asks to send an application", who="mcp", subject=attempt.id)
