"""The companion as a process: it starts, says where it is, serves MCP, refuses a twin, and stops in order."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from companion.runtime import fresh_link, running

ENVIRONMENT = {**os.environ, "SINCERELY_PORT": "0", "SINCERELY_KEYS": "file", "PYTHONUNBUFFERED": "1"}


def command(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "companion", "--data", str(data), *arguments]


@contextmanager
def started(data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        command(data, "start", "--no-open"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=ENVIRONMENT,
    )
    assert process.stdout is not None
    try:
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        yield process, said
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_other_commands_find_the_companion_that_runs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert running(data) is None
    with started(data) as (_, said):
        runtime = running(data)
        assert runtime is not None
        assert runtime.address in said
        assert ((data / "runtime.json").stat().st_mode & 0o777) == 0o600
        told = subprocess.run(
            command(data, "doctor"), capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False
        )
        assert "The clock runs evenly." in told.stdout
        assert "SINCERELY_BACKUP_HOURS" in told.stdout
        assert told.returncode in (0, 1)
        link = fresh_link(runtime)
        with httpx.Client(follow_redirects=True, trust_env=False) as browser:
            page = browser.get(link)
            assert page.status_code == 200
            assert "Sincerely" in page.text
            assert browser.get(link).status_code in (401, 403, 410)
    assert running(data) is None
    assert not (data / "runtime.json").exists()


def test_a_second_companion_on_one_folder_refuses_clearly(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with started(data):
        twin = subprocess.run(
            command(data, "start", "--no-open"),
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            timeout=60,
            check=False,
        )
    assert twin.returncode == 1
    assert "Another Sincerely is using this data folder" in twin.stdout
    assert "Traceback" not in twin.stdout + twin.stderr


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_in_order_when_asked(tmp_path: Path, name: signal.Signals) -> None:
    with started(tmp_path / "data") as (process, _):
        process.send_signal(name)
        rest, _ = process.communicate(timeout=30)
        assert process.returncode == 0
        assert "Stopping" in rest
        assert "Traceback" not in rest


@pytest.mark.parametrize("already", [True, False], ids=["beside a running companion", "alone"])
async def test_an_assistant_connects_over_stdio(tmp_path: Path, already: bool) -> None:
    data = tmp_path / "data"
    first, *rest = command(data, "mcp")
    server = StdioServerParameters(command=first, args=rest, env=ENVIRONMENT, cwd=str(Path.cwd()))

    async def look() -> None:
        async with Client(server) as client:
            assert "search_jobs" in {tool.name for tool in (await client.list_tools()).tools}
            assert not (await client.call_tool("search_jobs", {"query": ""})).is_error

    if already:
        with started(data):
            await look()
    else:
        await look()


async def test_mcp_on_the_companions_address_needs_a_token_of_its_own(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with started(data) as (_, said):
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address is not None
        answer = httpx.post(f"{address.group()}/mcp", json={}, trust_env=False)
        assert answer.status_code == 401
        with pytest.raises((ExceptionGroup, MCPError, httpx.HTTPError)):
            async with (
                streamable_http_client(f"{address.group()}/mcp") as _,
                Client(f"{address.group()}/mcp") as client,
            ):
                await client.list_tools()
