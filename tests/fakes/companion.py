"""A whole companion for tests of its surfaces: real store, agents and queue; files are read in this process."""

import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from litestar import Litestar

from companion import intake
from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.agents.profiles import Profiles
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.apply import Chrome, Driver
from companion.intake import AdFile, CapturedPage, Reading
from companion.model.profile import Profile
from companion.net import HttpFetcher
from companion.notify import Notifier
from companion.portals import Polite
from companion.resume import read_resume
from companion.resume.beside import Source, SourceFile
from companion.resume.beside.source import see
from companion.settings import Settings
from companion.store import Store
from companion.web import Links, Pairing, create_app
from companion.web.server import Server, listen
from companion.work import Work


class InProcessReader:
    """`Reader` without its worker process."""

    async def read(self, page: CapturedPage) -> Reading:
        return intake.read(page)


class InProcessFileReader:
    """`FileReader` without its worker process."""

    async def read(self, file: AdFile) -> Reading:
        return intake.read_file(file)


class InProcessResumeReader:
    """`ResumeReader` without its worker process."""

    async def read(self, data: bytes, file_name: str) -> Profile:
        return read_resume(data, file_name)


class InProcessSourceReader:
    """`SourceReader` without its worker process."""

    async def call(self, file: SourceFile) -> Source:
        return see(file)


@contextmanager
def made_companion(folder: Path, *, port: int = 41730) -> Iterator[Services]:
    """Services on a new data folder; closed afterwards. No browser is started."""
    settings = Settings(data=folder, keys="file", port=port)
    with Store.open(settings) as store:
        work = Work(store)
        fetcher = HttpFetcher()
        search = SearchAgent(
            store,
            InProcessReader(),
            files=InProcessFileReader(),
            fetcher=Polite(fetcher),
        )
        profiles = Profiles(store, search.profile)
        resumes = ResumeAgent(store, search, profiles, InProcessResumeReader(), None, InProcessSourceReader())
        services = Services(
            settings=settings,
            store=store,
            work=work,
            fetcher=fetcher,
            model=None,
            search=search,
            profiles=profiles,
            resumes=resumes,
            applications=ApplicationAgent(store, work, search, resumes, Driver(Chrome(lambda: None)), Notifier(store)),
        )
        search.register(work)
        resumes.register(work)
        services.applications.register()
        yield services


def working(services: Services) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """The background work of `services`, for the lifespan of a web application."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncGenerator[None]:
        await services.work.begin()
        yield
        await services.work.end()

    return lifespan


@contextmanager
def served(services: Services, **options: Any) -> Iterator[tuple[str, Links, Pairing]]:
    """The web application of `services` on a free loopback port, in a thread: address, links and pairing."""
    links, pairing = Links(services.store), Pairing(services.store)
    app = create_app(services, links=links, pairing=pairing, lifespan=[working(services)], **options)
    server = Server(app)
    listening = listen(0)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", links, pairing
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
