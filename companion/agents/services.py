"""What the outer surfaces (dashboard, extension API, command line, MCP) may call, wired by the composition root."""

from dataclasses import dataclass

from companion.agents.application import ApplicationAgent
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.net import Fetcher
from companion.net.ollama import Model
from companion.settings import Settings
from companion.store import Store
from companion.work import Work


@dataclass(frozen=True, kw_only=True)
class Services:
    """One running companion. `model` is None where no Ollama is configured."""

    settings: Settings
    store: Store
    work: Work
    fetcher: Fetcher
    model: Model | None
    search: SearchAgent
    resumes: ResumeAgent
    applications: ApplicationAgent
