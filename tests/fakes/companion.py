"""A whole companion for tests of its surfaces: real store, agents and queue; pages and resumes are read in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion import intake
from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.apply import Driver
from companion.intake import CapturedPage, Reading
from companion.model.profile import Profile
from companion.notify import Notifier
from companion.resume import read_resume
from companion.settings import Settings
from companion.store import Store
from companion.work import Work
from companion.net import HttpFetcher


class InProcessReader:
    """`Reader` without its worker process."""

    async def read(self, page: CapturedPage) -> Reading:
        return intake.read(page)


class InProcessResumeReader:
    """`ResumeReader` without its worker process."""

    async def read(self, data: bytes, file_name: str) -> Profile:
        return read_resume(data, file_name)


@contextmanager
def made_companion(folder: Path, *, port: int = 41730) -> Iterator[Services]:
    """Services on a new data folder; closed afterwards. No browser is started."""
    settings = Settings(data=folder, keys="file", port=port)
    with Store.open(settings) as store:
        work = Work(store)
        search = SearchAgent(store, InProcessReader())  # type: ignore[arg-type]
        resumes = ResumeAgent(store, search, InProcessResumeReader(), None)  # type: ignore[arg-type]
        yield Services(
            settings=settings,
            store=store,
            work=work,
            fetcher=HttpFetcher(),
            model=None,
            search=search,
            resumes=resumes,
            applications=ApplicationAgent(store, work, search, resumes, Driver(settings), Notifier(store)),
        )
