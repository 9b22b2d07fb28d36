"""Whatever is sent within the OpenAPI document or beside it, the companion answers for itself: never a 5xx."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.agents import Services
from companion.web.app import create_litestar
from companion.web.extension_id import extension_id
from tests.fakes.companion import made_companion, served
from tests.seed import seed

_QUICK = settings(
    max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


class Door:
    """A live companion with a paired extension and a signed-in browser."""

    def __init__(self, services: Services, address: str, http: httpx.Client, token: str) -> None:
        self.services, self.address, self.http = services, address, http
        self.headers = {"origin": f"chrome-extension://{extension_id()}", "authorization": f"Bearer {token}"}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    import asyncio

    with made_companion(tmp_path_factory.mktemp("fuzz") / "data") as services:
        asyncio.run(seed(services, jobs=12))
        with served(services) as (address, links, pairing), httpx.Client(base_url=address, trust_env=False) as http:
            http.get(links.path())
            origin = {"origin": f"chrome-extension://{extension_id()}"}
            paired = http.post("/api/pair", json={"code": pairing.show().digits, "name": "fuzz"}, headers=origin)
            yield Door(services, address, http, paired.json()["token"])


def test_no_call_of_the_api_ends_in_a_crash(door: Door) -> None:
    document = create_litestar(door.services).openapi_schema.to_schema()
    document["paths"] = {path: what for path, what in document["paths"].items() if path.startswith("/api/")}
    document["openapi"] = "3.1.0"
    schema = schemathesis.openapi.from_dict(document)
    tried = 0
    crashed: list[str] = []
    for result in schema.get_all_operations():
        operation = result.ok()

        @_QUICK
        @given(case=operation.as_strategy(), key=st.text("abc", min_size=1, max_size=6))
        def call(case: Any, key: str) -> None:
            nonlocal tried
            tried += 1
            path = case.formatted_path
            content = case.as_transport_kwargs(base_url=door.address)
            answer = door.http.request(
                case.method,
                content["url"] if "url" in content else door.address + path,
                params=content.get("params"),
                json=content.get("json"),
                headers={**door.headers, "idempotency-key": key},
            )
            if answer.status_code >= 500:
                crashed.append(f"{case.method} {path} {answer.status_code} {answer.text[:200]}")
            assert answer.headers["sincerely-protocol"] == "1"

        call()
    assert tried > 100
    assert crashed == []


_TEXTS = st.text(max_size=60)


@settings(_QUICK, max_examples=60)
@given(
    path=st.sampled_from(
        (
            "/jobs /applications /answers /activity /resumes /profile/work/0 /history /personas/0 /welcome "
            "/jobs/compare /jobs/order"
        ).split()
    ),
    query=st.dictionaries(
        st.sampled_from(["q", "offset", "sort", "shelf", "view", "of", "id", "kind", "state", "step", "edit", "least"]),
        st.one_of(_TEXTS, st.integers().map(str)),
        max_size=4,
    ),
)
def test_no_address_of_the_dashboard_ends_in_a_crash(door: Door, path: str, query: dict[str, str]) -> None:
    assert door.http.get(path, params=query).status_code < 500


_FORMS = {
    "/profile/preferences": "titles places pay currency period modes levels hard next rates".split(),
    "/profile/facts": [
        "version",
        "notice_amount",
        "notice_unit",
        "expected",
        "expected_currency",
        "country.0",
        "start",
    ],
    "/profile/basics": ["version", "name", "email", "location.country_code", "links"],
    "/profile/work/0": ["version", "name", "start_date", "highlights", "entry"],
    "/personas": ["version", "name", "persona"],
    "/personas/0": ["version", "name", "label", "show", "place.work/0"],
    "/history/x/back": ["change"],
    "/answers": ["family", "question", "kind", "value", "unit", "scope", "company"],
    "/answers/restore": ["answer"],
    "/searches/new": ["name", "titles", "pay", "every_hours", "max_age_days", "modes"],
    "/searches/restore": ["search"],
    "/automation": ["level", "daily_cap", "quiet_from", "new_name", "new_level"],
    "/settings/notices": ["on.email", "email.host", "email.port", "webhook.url", "on.webhook", "kind.email"],
    "/jobs/bulk": ["action", "ids"],
    "/jobs/add": ["url", "title", "company", "text"],
    "/jobs/add/address": ["url"],
    "/privacy/backups": ["name", "action", "over"],
}


@settings(_QUICK, max_examples=80)
@given(data=st.data(), path=st.sampled_from(sorted(_FORMS)))
def test_no_form_ends_in_a_crash(door: Door, data: st.DataObject, path: str) -> None:
    values = st.one_of(
        _TEXTS, st.integers().map(str), st.sampled_from(["true", "yes", "{}", "null", "[]", "text", "1e400"])
    )
    form = {name: data.draw(values) for name in data.draw(st.lists(st.sampled_from(_FORMS[path]), max_size=6))}
    answer = door.http.post(path, data={"a": "b", **form}, headers={"origin": door.address})
    assert answer.status_code < 500, (path, form, answer.text[-600:])


def test_uploads_that_are_no_resume_are_refused_in_words(door: Door) -> None:
    hostile = Path("a") / ".." / ".." / "x.pdf"
    for name, data in (
        (str(hostile), b"%PDF-1.4\n%%EOF"),
        ("C:\\CON.docx", b"PK\x03\x04"),
        ("\u202egnp.exe", b"MZ"),
        ("x.json", b"[]"),
    ):
        answer = door.http.post(
            "/profile/import", files={"file": (name, data)}, headers={"origin": door.address}, follow_redirects=False
        )
        assert 400 <= answer.status_code < 500
        assert "text/html" in answer.headers["content-type"]
