"""Filling: time of scan + fill + read-back for 40 native fields, and what arrives on captured application forms.

On every page of `forms/applications` each visible, enabled control that needs no script (text, lists, radios, boxes)
gets a made-up value; the share that reads back equal and the time a field takes are printed. Then the same again, which
should find everything done, and undo, which should find all as it was. Scripts are off, the network is blocked.
"""

import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Page, Route, sync_playwright

from companion.apply.browser import find
from companion.files import page_script
from companion.settings import Settings
from tests.benchmarks import Row

_ADDRESS = "https://form.example/"
_TEXTS = {
    "email": "zoe@example.com", "tel": "+49 151 1234567", "url": "https://example.com/zoe", "number": "7",
    "date": "2026-12-24", "month": "2026-12", "time": "09:30",
}  # fmt: skip


class _Step(msgspec.Struct, forbid_unknown_fields=False):
    statuses: list[str]
    ms: float


def run(corpora: Path) -> Iterable[Row]:
    browser = find(Settings())
    if browser is None:
        return
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=browser, args=flags)
        page = running.new_page()
        yield from _forty(page)
        context = running.new_context(service_workers="block")
        yield from _captured(context.new_page(), corpora / "forms" / "applications")
        running.close()


def _forty(page: Page) -> Iterable[Row]:
    kinds = ["text", "email", "tel", "url", "number", "date"]
    rows = [f'<label>Question {n} <input type="{kinds[n % 6]}"></label>' for n in range(24)]
    rows += [f"<label>List {n} <select><option>Select<option>One<option>Two</select></label>" for n in range(6)]
    rows += [f"<fieldset><legend>Pick {n}</legend><label><input type=radio name=r{n}>Yes</label>"
             f"<label><input type=radio name=r{n}>No</label></fieldset>" for n in range(4)]  # fmt: skip
    rows += [f"<label><input type=checkbox> Tick {n}</label>" for n in range(4)]
    rows += [f"<label>Essay {n} <textarea></textarea></label>" for n in range(2)]
    times: list[float] = []
    verified = 0
    for _ in range(5):
        page.set_content(f"<!doctype html><html lang=en><form>{''.join(rows)}</form>")
        world = _world(page)
        actions, spent = world("(() => { const t = performance.now(); const s = sincerely.scan();"
                               " return [s.fields, performance.now() - t] })()")  # fmt: skip
        step = _fill(world, [wish for field in actions if (wish := _wish(field))])
        times.append(spent + step.ms)
        verified = step.statuses.count("verified")
    yield Row(case="40 native fields", metric="ms scan + fill + read-back", value=statistics.median(times), n=5)
    yield Row(case="40 native fields", metric="verified", value=verified / 40, n=40)


def _captured(page: Page, folder: Path) -> Iterable[Row]:
    names = ("first", "again", "undo")
    good = dict(zip(names, (("verified", "already"), ("already",), ("verified",)), strict=True))
    counts = dict.fromkeys(names, (0, 0))
    each: list[float] = []
    pages = sorted(folder.glob("*.html"))
    policy = {"Content-Security-Policy": "script-src 'none'; frame-src 'none'"}
    shown: list[Path] = []

    def serve(route: Route) -> None:
        if route.request.url == _ADDRESS:
            route.fulfill(body=shown[-1].read_bytes(), content_type="text/html; charset=utf-8", headers=policy)
        else:
            route.abort()

    page.route("**/*", serve)
    for path in pages:
        shown.append(path)
        page.goto(_ADDRESS, wait_until="domcontentloaded")
        world = _world(page)
        wishes = [wish for field in world("sincerely.scan().fields") if (wish := _wish(field))]
        if not wishes:
            continue
        steps = [_fill(world, wishes), _fill(world, wishes), _undo(world)]
        each.append(steps[0].ms / len(wishes))
        for name, step in zip(names, steps, strict=True):
            right, total = counts[name]
            counts[name] = right + sum(status in good[name] for status in step.statuses), total + len(step.statuses)
    if not each:
        return
    for name, (right, total) in counts.items():
        yield Row(case="captured forms", metric=f"{name} right", value=right / max(total, 1), n=total)
    yield Row(case="captured forms", metric="ms a field, median of pages", value=statistics.median(each), n=len(each))


def _wish(field: dict[str, Any]) -> dict[str, Any] | None:
    """A made-up action for a control that works without scripts; None for the others."""
    widget, options = field["widget"], [one for one in field["options"] if not one["disabled"] and one["label"]]
    action = {"fieldId": field["id"], "label": field["label"], "optionValues": []}
    if not field["visible"] or field["disabled"]:
        return None
    if widget in _TEXTS or widget in ("text", "textarea"):
        words = _TEXTS.get(widget, "Made up")
        return {**action, "kind": "fill", "values": [words[: field["maxLength"] or 100]]}
    if widget == "checkbox":
        return {**action, "kind": "check", "values": ["true"]}
    if widget in ("select", "radio") and len(options) > 1:
        return {**action, "kind": "choose", "values": [options[-1]["label"]], "optionValues": [options[-1]["value"]]}
    return None


def _world(page: Page):
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    context = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]

    def evaluate(expression: str) -> Any:
        about = {"contextId": context, "returnByValue": True, "awaitPromise": True}
        answer = session.send("Runtime.evaluate", {"expression": expression, **about})
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    for name in ("scan.js", "fill.js"):
        evaluate(page_script(name))
    return evaluate


def _fill(world, wishes: list[dict[str, Any]]) -> _Step:
    plan = msgspec.json.encode({"actions": wishes}).decode()
    report = world(f"sincerely.fill({plan}, {{}}, {{waitMs: 500, overwrite: true}})")
    return _Step([one["status"] for one in report["results"]], report["tookMs"])


def _undo(world) -> _Step:
    report = world("sincerely.undo()")
    return _Step([one["status"] for one in report["results"]], report["tookMs"])
