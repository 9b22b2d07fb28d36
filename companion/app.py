"""The composition root: settings → store → services → web application, started and stopped in order.

The only place that knows every room. `companion()` is one running companion without its web server (the demo and the
tests use it too); `serve()` puts the dashboard and the API in front of it.
"""

import asyncio
import gc
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager

from rich.console import Console

from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.agents.autopilot import Autopilot
from companion.agents.caretaker import Caretaker
from companion.agents.health import Check, health, refuse_when_full
from companion.agents.mcp.mount import mounted
from companion.agents.openness import Openness
from companion.agents.profiles import Profiles
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.agents.searching import Searching
from companion.agents.vectors import local_vectors
from companion.apply import Chrome, Driver, find
from companion.apply.published import Published
from companion.errors import BadInput, SincerelyError
from companion.forms import warm
from companion.garbage import spared_what_lasts
from companion.intake import FileReader, Reader
from companion.logs import write_logs
from companion.matching.worker import RequirementsReader
from companion.model.automation import AUTOMATION_ID
from companion.net import HttpFetcher, OllamaModel
from companion.notify import Notifier
from companion.portals import Polite
from companion.resume import ResumeReader
from companion.resume.beside import SourceReader
from companion.runtime import announced
from companion.settings import Settings, overruled
from companion.stopping import stop_asked
from companion.store import Store
from companion.web import Links, Pairing, create_app
from companion.web.server import HOST, Server, listen
from companion.web.template import compile_templates
from companion.work import Redis, Work


@asynccontextmanager
async def companion(
    settings: Settings, passphrase: str | None = None, *, reachable: set[str] | None = None
) -> AsyncGenerator[Services]:
    """One companion: everything opened, recovered from the last stop, and closed again in the reverse order.

    `reachable` are private origins that the browser may visit all the same: only the demo names one, its own employer.
    Raises StoreLocked, WrongKey or Damaged when the data folder cannot be opened.
    """
    async with AsyncExitStack() as closing:
        store = closing.enter_context(Store.open(settings, passphrase=passphrase))
        write_logs(settings.data)
        settings = _with_dashboard(settings, store)
        fetcher = await closing.enter_async_context(HttpFetcher())
        reader = await closing.enter_async_context(Reader())
        resumes = await closing.enter_async_context(ResumeReader())
        sources = await closing.enter_async_context(SourceReader())
        chrome = Chrome(lambda: find(settings), allowed=reachable)
        closing.push_async_callback(chrome.close)
        model = (
            OllamaModel(
                settings.ollama, settings.ollama_model, settings.ollama_embedding, context=settings.ollama_context
            )
            if settings.ollama
            else None
        )
        if model is not None:
            closing.push_async_callback(model.aclose)
        work = Work(store, Redis(settings.broker) if settings.broker else None)
        files = await closing.enter_async_context(FileReader())
        polite = Polite(fetcher, robots=settings.robots == "keep", reader=reader)
        search = SearchAgent(store, reader, room=lambda: refuse_when_full(settings), files=files, fetcher=polite)
        search.scoring.models = tuple(one for one in (model, local_vectors()) if one is not None)
        search.scoring.reader = await closing.enter_async_context(RequirementsReader())
        profiles = Profiles(store, search.profile)
        resume_agent = ResumeAgent(store, search, profiles, resumes, model, sources)
        notifier = Notifier(store)
        applications = ApplicationAgent(store, work, search, resume_agent, Driver(chrome), notifier, Published(fetcher))
        openness = Openness(store, work, polite, reader, notifier)
        searching = Searching(store, search, polite, notifier, openness=openness)
        services = Services(
            settings=settings,
            store=store,
            work=work,
            fetcher=fetcher,
            model=model,
            search=search,
            profiles=profiles,
            resumes=resume_agent,
            applications=applications,
            breakers=lambda: (*searching.breakers(), *applications.breakers(), *fetcher.breakers()),
        )
        search.register(work)
        resume_agent.register(work)
        services.applications.register()
        searching.register(work)
        openness.register()
        autopilot = Autopilot(store, work, services.applications, notifier, openness=openness)
        autopilot.register()
        caretaker = Caretaker(settings, store, work, scores_old=search.scoring.due)
        caretaker.register()
        await work.begin()
        closing.push_async_callback(work.end)
        await closing.enter_async_context(autopilot.running())
        await closing.enter_async_context(caretaker.running())
        yield services


def _with_dashboard(settings: Settings, store: Store) -> Settings:
    """What the person set in the dashboard comes last. A value this version does not understand is left out."""
    rules = store.automation.find(AUTOMATION_ID)
    try:
        return overruled(settings, rules.settings if rules else {})
    except BadInput:
        return settings


async def serve(settings: Settings, passphrase: str | None, console: Console, *, open_browser: bool) -> int:
    """Run the companion with its dashboard until it is stopped. Returns the exit code."""
    async with companion(settings, passphrase) as services, dashboard(services) as (links, address):
        link = address + links.path()
        console.print(f"Sincerely is running on {address}", soft_wrap=True)
        console.print(f"Dashboard, good once and for ten minutes: {link}", soft_wrap=True)
        for warning in services.store.warnings:
            console.print(f"[yellow]{warning}[/]", soft_wrap=True)
        if open_browser:
            services.applications.show_in(_show)
            await _show(link)
        stop = stop_asked()
        console.print("Ctrl-C stops it.")
        await stop.wait()
        console.print("Stopping. What runs is parked and goes on at the next start.")
    return 0


async def _show(address: str) -> None:
    await asyncio.to_thread(webbrowser.open, address)


async def examine(settings: Settings, passphrase: str | None) -> tuple[Check, ...]:
    """The health of this data folder's companion. Raises StoreLocked while another process runs it."""
    async with companion(settings, passphrase) as services:
        return await health(services)


async def serve_mcp(settings: Settings, passphrase: str | None) -> int:
    """A companion whose MCP server is on stdio; its dashboard is up as well, so that the person can approve."""
    from companion.agents.mcp.server import mcp_server

    async with companion(settings, passphrase) as services, dashboard(services):
        await mcp_server(services).run_stdio_async()
    return 0


def _warm(services: Services) -> None:
    # What was loaded stays: going through all of it for garbage would stop everyone for a sixth of a second each time.
    gc.freeze()
    services.search.catalogue.lines()
    compile_templates(services.settings.language)
    warm()
    gc.freeze()


@asynccontextmanager
async def dashboard(services: Services) -> AsyncGenerator[tuple[Links, str]]:
    """The web server around `services` on the first free port; yields the maker of links and the address."""
    links, pairing = Links(services.store), Pairing(services.store)
    listening = listen(services.settings.port)
    port: int = listening.getsockname()[1]
    mcp, mcp_running = mounted(services, port)
    server = Server(create_app(services, pairing=pairing, links=links, handlers=[mcp], lifespan=[mcp_running]))
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        while not server.started:
            if running.done():
                running.result()
                raise SincerelyError("The web server did not start.", "See the log in the data folder.")
            await asyncio.sleep(0.01)
        address = f"http://{HOST}:{port}"
        with announced(services.store, address), spared_what_lasts():
            # After the start: the first list and the first form a person opens are there at once.
            warming = asyncio.create_task(asyncio.to_thread(_warm, services))
            try:
                yield links, address
            finally:
                await warming
    finally:
        server.should_exit = True
        await running
