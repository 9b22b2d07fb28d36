"""Forms of the corpora as our scan reads them: each page in the real browser with its scripts off and the network
blocked, scanned by the content scripts of an extension as in the product, and understood."""

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from playwright.sync_api import BrowserContext, CDPSession, Playwright

from companion.files import PIECES, extension_folder
from companion.forms.meaning import Meaning
from companion.forms.understand import understand
from companion.model.form import Field, Snapshot

_ADDRESS = "https://form.example/"
_LOAD_S = 30
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
  const saying = [...document.querySelectorAll("[placeholder], [aria-label], [title]")];
  const words = [document.body?.textContent, ...saying.flatMap((one) => [one.placeholder, one.ariaLabel, one.title])];
  const said = words.join(" ").slice(0, 2_000_000);
  return { load: globalThis.load, ms, again, naive, named: named.length, snapshot, controls, words: said };
})()"""


class Page(msgspec.Struct):
    """One page as it was read: its fields with their meanings, and what stands in the page for each."""

    snapshot: Snapshot
    meanings: tuple[Meaning, ...]
    controls: list[dict[str, Any]]
    load_ms: float
    """What the scripts take to load, before anything is scanned."""
    scan_ms: float
    again_ms: float
    naive_ms: float
    understand_ms: float
    words: str = ""
    """All that the page says, to tell a question a person reads from the name of a field."""

    def __iter__(self) -> Iterator[tuple[Field, Meaning, dict[str, Any]]]:
        return zip(self.snapshot.fields, self.meanings, self.controls, strict=True)


def read(playwright: Playwright, chromium: Path, pages: Mapping[str, Path]) -> Iterator[tuple[str, Page]]:
    """Each of `pages` (name → file) under its name, opened in the browser at `chromium`."""
    with TemporaryDirectory() as folder:
        extension = Path(folder) / "extension"
        _scanner(extension)
        flags = ["--no-sandbox", "--disable-gpu", f"--load-extension={extension}"]
        context = playwright.chromium.launch_persistent_context(
            Path(folder) / "profile", executable_path=chromium, args=flags, ignore_default_args=["--disable-extensions"]
        )
        for name, path in pages.items():
            yield name, _one(context, path)
        context.close()


def _scanner(folder: Path) -> None:
    """An extension of nothing but the scripts that scan, and the time around them."""
    folder.mkdir()
    scripts = {"begins.js": "globalThis.begun = performance.now();"}
    scripts |= {name: (extension_folder() / "page" / name).read_text("utf-8") for name in PIECES["scan.js"]}
    scripts["loaded.js"] = "globalThis.load = performance.now() - globalThis.begun;"
    for name, source in scripts.items():
        (folder / name).write_text(source, "utf-8")
    content = {"matches": [f"{_ADDRESS}*"], "js": [*scripts], "run_at": "document_end"}
    manifest = {"manifest_version": 3, "name": "scanner", "version": "1", "content_scripts": [content]}
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))


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
    session = context.new_cdp_session(page)
    worlds: list[int] = []
    session.on("Runtime.executionContextCreated", lambda event: worlds.extend(_ours(event["context"])))
    session.send("Runtime.enable")
    page.goto(_ADDRESS, wait_until="domcontentloaded")
    until = time.monotonic() + _LOAD_S
    while not (worlds and _ask(session, worlds[-1], "globalThis.load")):
        if time.monotonic() > until:
            raise TimeoutError(path.name)
        page.wait_for_timeout(5)
    value = _ask(session, worlds[-1], _SCAN)
    page.close()
    snapshot = msgspec.convert(value["snapshot"], Snapshot)
    start = time.perf_counter()
    meanings = understand(snapshot)
    took = (time.perf_counter() - start) * 1000
    return Page(
        snapshot=snapshot,
        meanings=meanings,
        controls=value["controls"],
        load_ms=value["load"],
        scan_ms=value["ms"],
        again_ms=value["again"],
        naive_ms=value["naive"],
        understand_ms=took,
        words=plain(value["words"]),
    )


def _ours(world: dict[str, Any]) -> list[int]:
    return [world["id"]] if world["origin"].startswith("chrome-extension:") else []


def _ask(session: CDPSession, world: int, expression: str) -> Any:
    answer = session.send("Runtime.evaluate", {"expression": expression, "contextId": world, "returnByValue": True})
    return answer["result"].get("value")


def plain(text: str) -> str:
    """Its words in small letters, one space between them."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
