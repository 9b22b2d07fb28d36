"""Health: what works, what does not, what is missing because of it, and how to mend it. For the dashboard and `doctor`.

What goes on without what (`tests/unit/agents/test_degradation.py` holds a test a row):

| away                  | goes on                                                  | stops                          |
| --------------------- | -------------------------------------------------------- | ------------------------------ |
| Ollama                | tailoring and letters in the person's own words          | rewording, drafted essays      |
| the headless browser  | preparing; filling and sending in the person's own tab   | filling and sending by itself  |
| a portal              | the other portals and boards of the same search          | that one, for six hours        |
| a host                | everything else; it is asked again after a minute        | pages of that host             |
| most of the disk      | everything that is there already                         | captures, before harm          |
| Redis, or its workers | every run, carried out by the companion itself           | nothing                        |
| a notice channel      | the notice is in the dashboard, and in the digest        | that channel                   |
"""

import asyncio
import shutil
import time
from collections.abc import Sequence
from typing import Literal

import msgspec

from companion.agents.reach import reach
from companion.agents.services import Services
from companion.apply import find
from companion.errors import NoBrowser, SincerelyError, StoreFull
from companion.model.document import now
from companion.settings import Settings

State = Literal["good", "attention", "bad", "off"]

DISK_LOW = 1_000_000_000
"""Bytes below which the person is warned."""
DISK_STOP = 100_000_000
"""Bytes below which nothing large is taken in any more."""
_CLOCK_DRIFT = 120.0
_SLOW_LOOP = 0.2
_LONG_WAIT = 3_600.0


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at. `fix` says what to do where there is something to do."""

    name: str
    state: State
    text: str
    fix: str = ""


async def health(services: Services) -> tuple[Check, ...]:
    """Look at everything once; no single check takes longer than ten seconds."""
    found, asked = await asyncio.gather(asyncio.to_thread(browser, services.settings), _model(services))
    return (
        _store(services),
        disk(services.settings),
        found,
        asked,
        _portals(services),
        _queue(services),
        await _loop(),
        _clock(),
    )


def worst(checks: Sequence[Check]) -> State:
    """The state of the whole."""
    order: tuple[State, ...] = ("bad", "attention", "good", "off")
    states: list[State] = [one.state for one in checks]
    return min(states, key=order.index) if states else "good"


def disk(settings: Settings) -> Check:
    """Free space where the data lies."""
    free = shutil.disk_usage(settings.data if settings.data.exists() else settings.data.parent).free
    text = f"{free / 1e9:.1f} GB free."
    if free < DISK_STOP:
        return Check(name="disk", state="bad", text=f"{text} Captures have stopped.", fix="Free some space.")
    if free < DISK_LOW:
        return Check(name="disk", state="attention", text=text, fix="Free some space soon.")
    return Check(name="disk", state="good", text=text)


def refuse_when_full(settings: Settings) -> None:
    """Raise StoreFull before something large is taken in that would not fit."""
    if disk(settings).state == "bad":
        raise StoreFull("The disk is nearly full, so nothing new is taken in.", "Free some space, then try again.")


def browser(settings: Settings) -> Check:
    """Whether there is a Chromium to drive headlessly."""
    try:
        found = find(settings)
    except NoBrowser as error:
        return Check(name="browser", state="attention", text=error.message, fix=error.hint)
    if found is None:
        return Check(
            name="browser",
            state="attention",
            text="No Chrome, Chromium or Edge found. Forms can still be filled in your own tab.",
            fix="Run `sincerely browser`.",
        )
    return Check(name="browser", state="good", text=f"{found} is used for headless work.")


def _store(services: Services) -> Check:
    store = services.store
    text = f"{store.postings.count()} postings, {store.applications.count()} applications."
    if store.warnings:
        return Check(name="store", state="attention", text=f"{text} {' '.join(store.warnings)}", fix="See Privacy.")
    return Check(name="store", state="good", text=text)


async def _model(services: Services) -> Check:
    if services.model is None:
        return Check(
            name="ollama",
            state="off",
            text="No language model is configured. Everything works; resumes keep your own wording.",
        )
    try:
        return Check(name="ollama", state="good", text=await services.model.health())
    except SincerelyError as error:
        return Check(name="ollama", state="attention", text=error.message, fix=error.hint)


def _portals(services: Services) -> Check:
    known = reach(services)
    if not known:
        return Check(name="portals", state="off", text="No portal was searched yet.")
    in_doubt = [one for one in known if one.state != "good"]
    if not in_doubt:
        return Check(name="portals", state="good", text=f"{len(known)} asked lately, and each answered.")
    names = ", ".join(one.name for one in in_doubt[:5]) + (f" and {len(in_doubt) - 5} more" if in_doubt[5:] else "")
    text = f"{len(in_doubt)} of {len(known)} did not answer as hoped: {names}. The others go on."
    return Check(
        name="portals", state="attention", text=text, fix="Open them in your browser; the extension reads along."
    )


def _queue(services: Services) -> Check:
    runs, redis = services.store.runs, services.work.redis
    waiting = [*runs.by("state", "queued"), *runs.by("state", "waiting")]
    text = f"{len(runs.by('state', 'running'))} running, {len(waiting)} waiting."
    longest = max(((now() - one.created_at).total_seconds() for one in waiting), default=0.0)
    if redis is not None and not redis.answers:
        fix = "Start Redis again, or take the setting `broker` away."
        return Check(name="work", state="attention", text=f"{text} Redis does not answer; runs go on here.", fix=fix)
    if redis is not None and not services.work.worker_there:
        text = f"{text} Redis answers, but no worker was heard of; runs go on here."
        return Check(name="work", state="attention", text=text, fix="Start `sincerely worker`.")
    if longest > _LONG_WAIT:
        text = f"{text} One has waited for {longest / 3600:.0f} hours."
        return Check(name="work", state="attention", text=text, fix="Look at Activity.")
    return Check(name="work", state="good", text=text)


async def _loop() -> Check:
    started = time.perf_counter()
    await asyncio.sleep(0)
    lag = time.perf_counter() - started
    if lag > _SLOW_LOOP:
        return Check(name="pace", state="attention", text=f"The companion is busy: {lag * 1000:.0f} ms behind.")
    return Check(name="pace", state="good", text=f"{lag * 1000:.1f} ms behind.")


def _clock() -> Check:
    """A clock that was set while the companion runs confuses what expires and what comes next."""
    drift = abs((time.time() - time.monotonic()) - _STARTED)
    if drift > _CLOCK_DRIFT:
        return Check(name="clock", state="attention", text=f"The clock moved by {drift:.0f} s since the start.")
    return Check(name="clock", state="good", text="The clock runs evenly.")


_STARTED = time.time() - time.monotonic()
