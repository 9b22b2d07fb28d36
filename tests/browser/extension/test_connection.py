"""The worker and the companion: squatters, moves, a worker stopped at any point, lost answers, and what waits."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Error

from tests.browser.extension.chrome import Chrome
from tests.browser.extension.site import Site
from tests.browser.extension.test_popup import JOB
from tests.fakes.recorder import CODE, Recorder

Pair = Callable[[], Awaitable[Chrome]]


def tokens_sent(recorder: Recorder) -> int:
    """Requests in which the token, or its value, was anywhere."""
    return sum(recorder.token in json.dumps(request) for request in recorder.requests)


async def settled(recorder: Recorder) -> None:
    """Until nothing is under way: a request proven a moment ago would go to whoever has the port by then."""
    for _ in range(40):
        before = len(recorder.requests)
        await asyncio.sleep(0.5)
        if len(recorder.requests) == before:
            return


async def test_a_squatter_on_the_port_gets_no_token(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    await settled(recorder)
    recorder.stop()
    squatter = Recorder(recorder.port)
    try:
        squatter.impostor = True
        page = await chrome.ours("options/options.html")
        state = (await chrome.call(page, "state"))["answer"]
        assert state["connection"]["state"] == "other-program"
        await chrome.call(page, "replay")
        assert tokens_sent(squatter) == 0
        assert {path.split("?")[0] for _, path, *_ in squatter.requests} <= {"/api/hello"}
        popup = await chrome.ours("popup/popup.html")
        await popup.get_by_text("Another program answers").wait_for()
    finally:
        squatter.stop()


async def test_a_program_that_is_no_companion_is_named_so(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    recorder.protocol = ""
    page = await chrome.ours("options/options.html")
    await asyncio.sleep(0.1)
    state = (await chrome.call(page, "probe"))["answer"]
    assert state["state"] == "other-program"


async def test_a_companion_at_a_new_port_is_found_by_its_proof(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    recorder.stop()
    recorder.port += 4
    recorder.start()
    page = await chrome.ours("options/options.html")
    state = (await chrome.call(page, "state"))["answer"]
    assert (state["connection"]["state"], state["connection"]["port"]) == ("connected", recorder.port)
    assert state["counts"]["needsYou"] == 2


async def test_a_revoked_pairing_asks_for_a_new_one(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    recorder.client, recorder.token = "client-2", "another-token"
    popup = await chrome.ours("popup/popup.html")
    await popup.get_by_label("Code").fill(CODE)
    await popup.get_by_role("button", name="Pair").click()
    await popup.get_by_text("connected").wait_for()


async def test_when_everything_was_erased_the_extension_forgets_everything_and_no_liar_can_make_it(
    paired: Pair, recorder: Recorder
) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    await settled(recorder)
    kept = "chrome.storage.local.get(null).then((all) => Object.keys(all).sort())"
    recorder.farewell = "0" * 64
    await chrome.call(page, "probe")
    assert await page.evaluate(kept) == ["pairing", "settings"]
    key = hashlib.sha256(recorder.token.encode()).digest()
    recorder.farewell = hmac.new(key, b"erased", "sha256").hexdigest()
    for _ in range(50):  # a look that began with the liar may be under way
        await chrome.call(page, "probe")
        if not await page.evaluate(kept):
            break
    assert await page.evaluate(kept) == []
    assert await page.evaluate("chrome.storage.session.get(null)") == {}


async def test_a_worker_stopped_at_any_moment_leaves_exactly_one_record(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    for number, moment in enumerate((0.0, 0.05, 0.15, 0.4)):
        site.pages[f"/job/{number}"] = JOB
        job = await chrome.context.new_page()
        await job.goto(f"{site.http}/job/{number}")
        tab = await chrome.tab_of(job)
        recorder.writes.clear()
        recorder.delay = lambda path: 0.12 if path.endswith(("/captures", "/save")) else 0.0
        saving = asyncio.create_task(_quiet(chrome.call(page, "save", tabId=tab)))
        await asyncio.sleep(moment)
        await chrome.kill_worker()
        await saving
        recorder.delay = lambda path: 0.0
        for _ in range(30):
            await _quiet(chrome.call(page, "replay"))
            items = await _quiet(chrome.call(page, "outbox"))
            if items and items["answer"] == []:
                break
            await asyncio.sleep(0.1)
        left = (await chrome.call(page, "outbox"))["answer"]
        assert [(one["kind"], one["state"], one["problem"]) for one in left] == [], moment
        # Nothing was acknowledged and nothing is there, or all of it once.
        assert [path for path, _ in recorder.writes] in ([], ["/api/captures", "/api/postings/p1/save"]), moment


async def test_a_lost_answer_is_asked_for_again_and_counts_once(paired: Pair, recorder: Recorder, site: Site) -> None:
    site.pages["/job"] = JOB
    chrome = await paired()
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    tab = await chrome.tab_of(job)
    page = await chrome.ours("options/options.html")
    recorder.fail = lambda method, path: -1 if path == "/api/captures" else 0
    answer = (await chrome.call(page, "save", tabId=tab))["answer"]
    assert answer["waiting"] is True
    recorder.fail = lambda method, path: 0
    await chrome.call(page, "replay")
    assert [path for path, _ in recorder.writes if path != "/api/pair"] == ["/api/captures", "/api/postings/p1/save"]
    keys = [headers["idempotency-key"] for _, path, headers, _ in recorder.requests if path == "/api/captures"]
    assert len(keys) > 1
    assert len(set(keys)) == 1


async def test_what_chrome_throws_while_it_ends_the_worker_gives_nothing_up(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    kept = await page.evaluate("""async () => {
        const outbox = await import("/extension/outbox.js");
        const real = fetch, ended = { get headers() { throw new Error("No SW"); } };
        globalThis.fetch = async (url, how) => String(url).endsWith("/api/captures") ? ended : real(url, how);
        const body = { url: "https://example.com/1", html: "<h1>Engineer</h1>", title: "", frames: [] };
        const put = await outbox.putAndSend({ path: "/api/captures", kind: "capture", body });
        globalThis.fetch = real;
        return { waiting: put.waiting, states: (await outbox.all()).map((item) => item.state) };
    }""")
    assert kept == {"waiting": True, "states": ["waiting"]}
    await page.evaluate("import('/extension/outbox.js').then((outbox) => outbox.replay({ force: true }))")
    assert [capture["url"] for capture in recorder.captures] == ["https://example.com/1"]
    assert (await chrome.call(page, "outbox"))["answer"] == []


async def test_what_is_refused_stays_visible_and_is_not_tried_again(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    site.pages["/none"] = "<title>no job here</title><p>no job here</p>"
    chrome = await paired()
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/none")
    tab = await chrome.tab_of(job)
    page = await chrome.ours("options/options.html")
    answer = (await chrome.call(page, "save", tabId=tab))["answer"]
    assert (answer["waiting"], answer["problem"]["code"]) == (False, "unreadable")
    before = len(recorder.requests)
    await chrome.call(page, "replay")
    assert not [path for _, path, *_ in recorder.requests[before:] if path == "/api/captures"]
    [item] = (await chrome.call(page, "outbox"))["answer"]
    assert item["state"] == "dead"
    await page.reload()
    await page.get_by_text("refused", exact=True).wait_for()


async def test_a_full_outbox_says_so_and_loses_nothing(paired: Pair, recorder: Recorder, site: Site) -> None:
    site.pages["/job"] = JOB
    chrome = await paired()
    recorder.stop()
    page = await chrome.ours("options/options.html")
    await page.evaluate("""async () => {
        const outbox = await import('/extension/outbox.js');
        for (let n = 0; n < 200; n += 1)
            await outbox.put({ path: '/api/captures', body: { url: String(n) }, kind: 'capture' });
    }""")
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    tab = await chrome.tab_of(job)
    answer = await chrome.call(page, "save", tabId=tab)
    assert answer["problem"]["code"] == "outbox-full"
    assert len((await chrome.call(page, "outbox"))["answer"]) == 200


async def test_a_clock_that_is_a_day_off_holds_nothing_back(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    await page.evaluate("""async () => {
        const outbox = await import('/extension/outbox.js');
        const write = { path: '/api/captures', kind: 'capture' };
        for (const days of [1, -1]) {
            const body = { url: `https://example.com/${days}`, html: '<h1>Engineer</h1>', title: '', frames: [] };
            await outbox.put({ ...write, body, delayS: days * 24 * 3600 });
        }
    }""")
    await chrome.call(page, "replay")
    assert {capture["url"] for capture in recorder.captures} == {"https://example.com/1", "https://example.com/-1"}
    assert (await chrome.call(page, "outbox"))["answer"] == []


async def test_a_storage_that_holds_nonsense_is_read_as_empty(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    port = recorder.port
    for pairing, settings in (("7", "'x'"), ("'x'", "[1]"), ("{}", "null"), ("{ token: 3, client: [] }", "7")):
        await page.evaluate(f"chrome.storage.local.set({{ pairing: {pairing}, settings: {settings} }})")
        answer = await chrome.call(page, "state")
        assert "answer" in answer, answer
        await page.evaluate(f"chrome.storage.local.set({{ settings: {{ port: {port} }} }})")
        popup = await chrome.ours("popup/popup.html")
        await popup.get_by_label("Code").fill(CODE)
        await popup.get_by_role("button", name="Pair").click()
        await popup.get_by_text("connected").wait_for()
        await popup.close()
    assert chrome.log == []


async def test_content_scripts_may_ask_for_little_and_the_token_is_out_of_their_reach(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    site.pages["/acme/1/apply"] = "<title>x</title><p>x</p>"
    chrome = await paired()
    page = await chrome.context.new_page()
    await page.goto("https://jobs.lever.co/acme/1/apply")
    worlds: list[dict[str, Any]] = []
    session = await chrome.context.new_cdp_session(page)
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
    await session.send("Runtime.enable")
    await asyncio.sleep(0.3)
    ours = next(world for world in worlds if world["name"] == "Sincerely")

    async def inside(expression: str) -> Any:
        answer = await session.send(
            "Runtime.evaluate",
            {"expression": expression, "contextId": ours["id"], "awaitPromise": True, "returnByValue": True},
        )
        return answer["result"].get("value")

    for act in ("state", "settings", "outbox", "fill", "pair", "dashboard", "exported", "look", "__proto__"):
        assert await inside(f"chrome.runtime.sendMessage({{ act: {act!r}, tabId: 1 }})") is None
    for area in ("local", "session"):
        read = f"chrome.storage.{area}.get(null).then((all) => JSON.stringify(all), () => 'refused')"
        assert await inside(read) == "refused"


async def _quiet(call: Awaitable[Any]) -> Any:
    """What was answered; None where the worker died before it could."""
    try:
        return await asyncio.wait_for(call, 15)
    except (Error, TimeoutError):  # the channel closes in as many ways as a worker can die
        return None
