"""Following a run for an assistant: its progress as notifications, and the run cancelled when the call is."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError

from companion.agents.services import Services
from companion.errors import SincerelyError
from companion.model.run import Run
from companion.work import ENDED

_LOOK_EVERY = 0.5
LONGEST = 600


@asynccontextmanager
async def told() -> AsyncGenerator[None]:
    """Our errors as tool errors: what happened, what to do and the stable code, nothing else."""
    try:
        yield
    except SincerelyError as error:
        raise ToolError(f"{error.message} {error.hint} ({error.code})") from error


async def follow(services: Services, run: Run, ctx: Context, doing: str, seconds: float) -> Run:
    """The run once it has ended, or after `seconds`. `doing` says it in our words: a run's own may name an employer."""
    until = time.monotonic() + min(max(seconds, 0), LONGEST)
    step = 0
    try:
        while (run := services.store.runs.get(run.id)).state not in ENDED and time.monotonic() < until:
            # A progress value must rise with each notification (MCP, Progress), also while nothing is counted.
            step += 1
            await ctx.report_progress(step, message=f"{doing}, {run.done} so far" if run.done else doing)
            await asyncio.sleep(_LOOK_EVERY)
    except asyncio.CancelledError:
        services.work.cancel(run.id)
        raise
    return run
