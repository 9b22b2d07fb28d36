"""The person's own assistant walks the whole road up to the gate; only the person opens it."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from companion.agents import Services
from companion.app import companion, dashboard
from companion.apply import find
from companion.demo.employer import Employer
from companion.demo.person import facts_of_hers, her_answers
from companion.demo.sample import sample_profile
from companion.settings import Settings
from companion.web import Links
from tests.fakes.rpc import RpcClient

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(find(Settings()) is None, reason="no Chromium on this machine"),
]


@asynccontextmanager
async def house(tmp_path: Path) -> AsyncIterator[tuple[Services, Employer, Links, str]]:
    settings = Settings(data=tmp_path / "data", keys="file", port=0)
    async with (
        Employer(tmp_path / "employer") as employer,
        companion(settings, reachable={employer.origin}) as services,
        dashboard(services) as (links, address),
    ):
        services.store.profiles.add(facts_of_hers(sample_profile()))
        yield services, employer, links, address


class Sdk:
    """The SDK's client, over HTTP, with a token the person made."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Any:
        answer = await self._client.call_tool(name, arguments)
        assert not answer.is_error, answer.content
        found = answer.structured_content or {}
        return found["result"] if set(found) == {"result"} else found


@asynccontextmanager
async def assistant(kind: str, data: Path, links: Links, address: str) -> AsyncIterator[RpcClient | Sdk]:
    if kind == "lines on stdio":
        command = [sys.executable, "-m", "companion", "--data", str(data), "mcp"]
        async with RpcClient(command, {**os.environ, "SINCERELY_PORT": "0"}) as client:
            names = {tool["name"] for tool in (await client.ask("tools/list"))["tools"]}
            assert {"read_posting", "prepare_application", "request_submission"} <= names
            resources = {one["uri"] for one in (await client.ask("resources/list"))["resources"]}
            assert "sincerely://profile" in resources
            yield client
            assert {"notifications/progress"} == {message["method"] for message in client.heard}
        return
    import httpx2

    async with httpx.AsyncClient(base_url=address, trust_env=False, follow_redirects=True) as person:
        await person.get(links.path())
        made = await person.post("/settings/assistants", data={"name": "Mine"}, headers={"origin": address})
    token = made.text.partition("<dt>Token</dt><dd><code>")[2].partition("<")[0]
    headers = {"authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=httpx2.Timeout(30, read=300), trust_env=False) as carrier,
        Client(streamable_http_client(f"{address}/mcp", http_client=carrier)) as client,
    ):
        yield Sdk(client)


@pytest.mark.parametrize("kind", ["lines on stdio", "SDK on HTTP"])
async def test_an_assistant_goes_as_far_as_the_gate_and_the_person_opens_it(kind: str, tmp_path: Path) -> None:
    async with house(tmp_path) as (services, employer, links, address):
        async with httpx.AsyncClient(trust_env=False) as browser:
            html = (await browser.get(employer.posting_url)).text
        async with assistant(kind, tmp_path / "data", links, address) as client:
            read = await client.call_tool("read_posting", {"url": employer.posting_url, "html": html})
            posting_id = read["job"]["posting_id"]
            for answer in her_answers(posting_id):
                services.store.answers.add(answer)
            found = await client.call_tool("search_jobs", {"query": read["job"]["company"]["text"]})
            assert [one["posting_id"] for one in found] == [posting_id]
            assert (await client.call_tool("explain_match", {"posting_id": posting_id}))["parts"]
            resume = await client.call_tool("tailor_resume", {"posting_id": posting_id})
            checked = await client.call_tool("check_resume", {"resume_id": resume["resume_id"]})
            assert checked["lost"] == 0
            prepared = await client.call_tool("prepare_application", {"posting_id": posting_id})
            assert prepared["status"] == "ready", prepared
            attempt_id = prepared["attempt_id"]
            asked = await client.call_tool("request_submission", {"attempt_id": attempt_id, "wait_seconds": 1})
            assert (asked["status"], employer.record.all()) == ("ready", [])
            assert any("asks to send" in one.text for one in services.store.notices.where())

            await services.applications.approve(attempt_id, asked["content_hash"])
            run = await services.applications.submit(attempt_id)
            await services.work.finished(run.id, 120)
            receipt = await client.call_tool("read_receipt", {"attempt_id": attempt_id})
            assert receipt["state"] == "submitted"
            assert "mara.lindqvist@example.com" not in str(receipt)
            listed = await client.call_tool("list_applications", {})
            assert [one["status"] for one in listed] == ["submitted"]
        assert len(employer.record.all()) == 1
