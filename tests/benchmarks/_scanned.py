"""Forms of the corpora as our scan reads them: each page in the real browser with its scripts off and the network
blocked, scanned by scan.js in an isolated world as in the product, and understood."""

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Browser, BrowserContext

from companion.files import page_script
from companion.forms.meaning import Meaning
from companion.forms.understand import understand
from companion.model.form import Field, Snapshot

_ADDRESS = "https://form.example/"
_SCAN = """(() => {
  document.body?.offsetHeight;
  let start = performance.now();
  const named = [...document.querySelectorAll("input, select, textarea")].map((one) => [
    getComputedStyle(one).display, one.getBoundingClientRect().width, one.getAttribute("aria-label"), one.placeholder,
    [...(one.labels ?? [])].map((label) => label.innerText).join(" "),
  ]);
  const naive = performance.now() - start;
  start = performance.now();
  const snapshot = sincerely.scan();
  const ms = performance.now() - start;
  start = performance.now();
  sincerely.scan();
  const again = performance.now() - start;
  const controls = snapshot.fields.map(({ id }) => {
    const all = [sincerely.element(id), ...sincerely.members(id)].filter(Boolean);
    return {
      marks: all.map((one) => one.getAttribute("data-gt")).filter((mark) => mark !== null),
      names: all.flatMap((one) => [one.id, one.getAttribute("name")]).filter(Boolean),
      native: all.some((one) => /^(INPUT|SELECT|TEXTAREA)$/.test(one.tagName)),
      box: all.some((one) => one.getClientRects().length > 0),
    };
  });
  const said = [...document.querySelectorAll("[placeholder], [aria-label], [title]")];
  const words = [document.body?.textContent, ...said.flatMap((one) => [one.placeholder, one.ariaLabel, one.title])];
  return { ms, again, naive, named: named.length, snapshot, controls, words: words.join(" ").slice(0, 2_000_000) };
})()"""


class Page(msgspec.Struct):
    """One page as it was read: its fields with their meanings, and what stands in the page for each."""

    snapshot: Snapshot
    meanings: tuple[Meaning, ...]
    controls: list[dict[str, Any]]
    scan_ms: float
    again_ms: float
    naive_ms: float
    understand_ms: float
    words: str = ""
    """All that the page says, to tell a question a person reads from the name of a field."""

    def __iter__(self) -> Iterator[tuple[Field, Meaning, dict[str, Any]]]:  # type: ignore[override]
        return zip(self.snapshot.fields, self.meanings, self.controls, strict=True)


def read(browser: Browser, pages: Mapping[str, Path]) -> Iterator[tuple[str, Page]]:
    """Each of `pages` (name → file) under its name."""
    context = browser.new_context()
    for name, path in pages.items():
        yield name, _one(context, path)
    context.close()


def _one(context: BrowserContext, path: Path) -> Page:
    page = context.new_page()
    policy = {"content-security-policy": "script-src 'none'; frame-src 'none'"}
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(body=path.read_bytes(), content_type="text/html; charset=utf-8", headers=policy)
            if route.request.url == _ADDRESS
            else route.abort()
        ),
    )
    page.goto(_ADDRESS, wait_until="domcontentloaded")
    session = context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "sincerely"})
    answer: dict[str, Any] = {}
    for script in (page_script("scan.js"), _SCAN):
        where = {"contextId": world["executionContextId"], "returnByValue": True}
        answer = session.send("Runtime.evaluate", {"expression": script, **where})
    page.close()
    value = answer["result"]["value"]
    snapshot = msgspec.convert(value["snapshot"], Snapshot)
    start = time.perf_counter()
    meanings = understand(snapshot)
    took = (time.perf_counter() - start) * 1000
    return Page(
        snapshot, meanings, value["controls"], value["ms"], value["again"], value["naive"], took, plain(value["words"])
    )


def plain(text: str) -> str:
    """Its words in small letters, one space between them."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
