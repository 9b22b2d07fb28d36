"""The whole web application over a real store, asked through its ASGI interface."""

import asyncio
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from companion.agents import Services
from companion.web import Links, Pairing, create_app
from companion.web.extension_id import extension_id
from tests.fakes.companion import made_companion, working
from tests.seed import seed

ADDRESS = "http://127.0.0.1:41730"
OWN = {"origin": ADDRESS}
EXTENSION = {"origin": f"chrome-extension://{extension_id()}"}


class Visitor:
    """A browser, an extension or a stranger at the companion's door."""

    def __init__(self, services: Services, http: TestClient[Any], links: Links, pairing: Pairing) -> None:
        self.services, self.http, self.links, self.pairing = services, http, links, pairing
        self._keys = 0

    def sign_in(self) -> None:
        """Open the dashboard in this browser."""
        answer = self.http.get(self.links.path(), follow_redirects=False)
        assert answer.status_code == 303

    def pair(self) -> dict[str, str]:
        """Pair an extension; returns its headers."""
        code = self.pairing.show().digits
        answer = self.http.post("/api/pair", json={"code": code, "name": "Chrome"}, headers=EXTENSION)
        assert answer.status_code == 200
        return {**EXTENSION, "authorization": f"Bearer {answer.json()['token']}"}

    def send(self, path: str, form: dict[str, Any], **options: Any) -> Any:
        """Post a dashboard form from an own page."""
        return self.http.post(path, data=form, headers=OWN, follow_redirects=False, **options)

    def undo(self, html: str) -> Any:
        """Press the undo button that a page offers after an action."""
        found = re.search(
            r'<form class="inline" method="post" action="([^"]+)">((?:<input[^>]*>)*)<button class="bare">Undo', html
        )
        assert found, "the page offers no undo"
        fields = re.findall(r'name="([^"]*)" value="([^"]*)"', found[2])
        return self.send(found[1], {name: unescape(value) for name, value in fields} or {"a": "b"})

    def call(self, path: str, body: object, headers: dict[str, str], key: str = "") -> Any:
        """Post an API write, each with an Idempotency-Key of its own unless `key` says one."""
        self._keys += 1
        return self.http.post(path, json=body, headers={**headers, "idempotency-key": key or f"key-{self._keys}"})


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    with made_companion(tmp_path / "data") as services:
        links, pairing = Links(services.store), Pairing(services.store)
        app = create_app(services, links=links, pairing=pairing, lifespan=[working(services)])
        with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as http:
            yield Visitor(services, http, links, pairing)


@pytest.fixture(scope="session")
def search_in_progress(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a job search, made once: each test opens a copy."""
    folder = tmp_path_factory.mktemp("seeded") / "data"
    with made_companion(folder) as services:
        asyncio.run(seed(services, jobs=30))
    return folder


@pytest.fixture
def seeded(tmp_path: Path, search_in_progress: Path) -> Iterator[Visitor]:
    """A visitor of a companion in the middle of a job search, signed in."""
    shutil.copytree(search_in_progress, tmp_path / "data")
    with made_companion(tmp_path / "data") as services:
        links, pairing = Links(services.store), Pairing(services.store)
        app = create_app(services, links=links, pairing=pairing, lifespan=[working(services)])
        with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as http:
            one = Visitor(services, http, links, pairing)
            one.sign_in()
            yield one
