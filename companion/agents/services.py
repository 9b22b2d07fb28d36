"""What the outer surfaces (dashboard, extension API, command line, MCP) may call, wired by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from companion.agents.application import ApplicationAgent
from companion.agents.profiles import Profiles
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.net import Fetcher
from companion.net.breakers import Breaker
from companion.net.ollama import Model
from companion.settings import Settings
from companion.store import Store
from companion.work import Work


@dataclass(frozen=True, kw_only=True)
class Services:
    """One running companion. `model` is None where no Ollama is configured; `breakers` asks how all of them stand."""

    settings: Settings
    store: Store
    work: Work
    fetcher: Fetcher
    model: Model | None
    search: SearchAgent
    profiles: Profiles
    resumes: ResumeAgent
    applications: ApplicationAgent
    breakers: Callable[[], tuple[Breaker, ...]] = lambda: ()
