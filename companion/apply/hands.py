"""The page scripts at work: the extension's own files, evaluated in an isolated world of every frame that belongs here.

The page cannot see that world (its prototypes are its own), and the person's values enter it only as arguments.
"""

import asyncio
import functools
from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

import msgspec
from playwright.async_api import CDPSession, Frame, Page
from playwright.async_api import Error as BrowserError

from companion import files
from companion.errors import ApplyError
from companion.forms import merge
from companion.model.form import FillReport, Plan, Snapshot

SCRIPTS = ("scan.js", "fill.js")
_WORLD = "sincerely"
_ANSWER_WAIT, _FILL_WAIT = 30.0, 180.0
"""Seconds: a page that runs in circles, or asks question upon question, answers nobody and must not be waited for."""
_SMALLEST = 40.0
"""Pixels: a frame smaller than this in either direction shows nobody a form."""


class Attachment(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file as `fill.js` takes it: bytes in base64, under the name the employer will see."""

    sha256: str
    name: str
    type: str
    data: str

    @classmethod
    def of(cls, data: bytes, *, sha256: str, name: str, kind: str) -> "Attachment":
        return cls(sha256=sha256, name=name, type=kind, data=b64encode(data).decode())


@dataclass(frozen=True)
class World:
    """One frame's isolated world. `key` is "" for the page itself, else the path of indices that leads to the frame."""

    key: str
    session: CDPSession
    context: int
    frame: Frame


class Hands:
    """Scans, fills and presses on one page. `belongs` says which frames (by URL) may be looked into."""

    def __init__(self, page: Page, belongs: Callable[[str], bool]) -> None:
        self._page = page
        self._belongs = belongs
        self._sessions: dict[Frame, CDPSession] = {}

    async def scan(self) -> Snapshot:
        """What a person sees of the form now, all frames together."""
        seen: list[Snapshot] = []
        for world in await self._worlds():
            try:
                told = await _call(world, "(options) => sincerely.scan(options)", {"frame": world.key})
            except BrowserError:
                if not world.key:
                    raise
                continue  # the frame went away while being looked at
            seen.append(_marked(msgspec.convert(told, Snapshot), world.key))
        return merge(seen)

    async def fill(self, plan: Plan, attachments: Sequence[Attachment]) -> FillReport:
        """Carry out `plan`, frame by frame; what was read back from every field."""
        reports: list[FillReport] = []
        for world in await self._worlds():
            mine = tuple(action for action in plan.actions if action.frame == world.key)
            if not mine:
                continue
            needed = {action.file for action in mine if action.kind == "attach"}
            given = {one.sha256: msgspec.to_builtins(one) for one in attachments if one.sha256 in needed}
            told = await _call(
                world,
                "(plan, files) => sincerely.fill(plan, files, {overwrite: true})",
                msgspec.to_builtins(msgspec.structs.replace(plan, actions=mine)),
                given,
                limit=_FILL_WAIT,
            )
            report = msgspec.convert(told, FillReport)
            results = tuple(msgspec.structs.replace(one, frame=world.key) for one in report.results)
            reports.append(msgspec.structs.replace(report, results=results))
        return FillReport(
            results=tuple(result for report in reports for result in report.results),
            errors=tuple(error for report in reports for error in report.errors),
            took_ms=sum(report.took_ms for report in reports),
        )

    async def press(self, element_id: str, frame: str = "") -> None:
        """One real click on the element of a scan, where a person would click it. Raises ApplyError when it is gone,
        and TimeoutError, as every method here, where the page answers nothing."""
        world = next((one for one in await self._worlds() if one.key == frame), None)
        if world is None:
            raise ApplyError("The form's frame is gone.", "Look at the page again.")
        point = await _call(world, _POINT, element_id)
        if point is None:
            raise ApplyError("The button is gone or covered.", "Look at the page again.")
        x, y = cast("list[float]", point)
        if world.frame.parent_frame is not None:
            owner = await world.frame.frame_element()
            box = await owner.bounding_box()
            if box is None:
                raise ApplyError("The form's frame is gone.", "Look at the page again.")
            left, top = cast("list[float]", await owner.evaluate("e => [e.clientLeft, e.clientTop]"))
            x, y = x + box["x"] + left, y + box["y"] + top
        async with asyncio.timeout(_ANSWER_WAIT):
            await self._page.mouse.click(x, y)

    async def text(self) -> str:
        """The visible text of the page and of its frames, at most 20,000 characters."""
        found: list[str] = []
        for world in await self._worlds():
            try:
                told = await _call(world, "() => (document.body ? document.body.innerText : '').slice(0, 20000)")
            except BrowserError:
                continue
            found.append(str(told))
        return "\n".join(found)[:20_000]

    async def _worlds(self) -> list[World]:
        worlds: list[World] = []
        try:
            session = await self._session(self._page.main_frame)
            assert session is not None
            tree = (await _send(session, "Page.getFrameTree"))["frameTree"]
            await self._enter(session, tree, self._page.main_frame, "", worlds)
        except BrowserError as error:
            raise ApplyError("The page is gone.", "Open it again.") from error
        return worlds

    async def _enter(
        self, session: CDPSession, tree: dict[str, Any], frame: Frame, key: str, worlds: list[World]
    ) -> None:
        made = await _send(session, "Page.createIsolatedWorld", {"frameId": tree["frame"]["id"], "worldName": _WORLD})
        world = World(key, session, made["executionContextId"], frame)
        await _prepare(world)
        worlds.append(world)
        for index, child in enumerate(frame.child_frames):
            below = f"{key}.{index}" if key else str(index)
            if not self._belongs(child.url) or not await _shown(child):
                continue
            with suppress(BrowserError):  # a frame may go away while it is being entered
                if (own := await self._session(child)) is not None:
                    await self._enter(own, (await _send(own, "Page.getFrameTree"))["frameTree"], child, below, worlds)
                elif (branch := _branch(tree, child, index)) is not None:
                    await self._enter(session, branch, child, below, worlds)

    async def _session(self, frame: Frame) -> CDPSession | None:
        """The DevTools session of the page or of a frame in another process; None for a frame that shares its parent's.

        Kept: an isolated world, and with it the ids a scan gave, belongs to the session that made it.
        """
        known = self._sessions.get(frame)
        if known is not None:
            try:
                await _send(known, "Page.getFrameTree")
            except BrowserError:
                del self._sessions[frame]
            else:
                return known
        target = self._page if frame.parent_frame is None else frame
        try:
            made = await self._page.context.new_cdp_session(target)
        except BrowserError:
            if frame.parent_frame is None:
                raise
            return None
        self._sessions[frame] = made
        return made


_POINT = """(id) => {
  const element = sincerely.element(id);
  if (!element) return null;
  element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return null;
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


@functools.cache
def _script(name: str) -> str:
    """Read once: a page must not get one file from before an update and the next from after it."""
    return files.page_script(name)


async def _prepare(world: World) -> None:
    present = await _evaluate(
        world, "Boolean(Object.hasOwn(globalThis, 'sincerely') && sincerely.fill && sincerely.scan)"
    )
    if not present:
        for name in SCRIPTS:
            await _evaluate(world, _script(name))


async def _call(world: World, function: str, *arguments: Any, limit: float = _ANSWER_WAIT) -> Any:
    told = ", ".join(msgspec.json.encode(one).decode() for one in arguments)
    return await _evaluate(world, f"({function})({told})", limit)


async def _evaluate(world: World, expression: str, limit: float = _ANSWER_WAIT) -> Any:
    answer = await _send(
        world.session,
        "Runtime.evaluate",
        {"expression": expression, "contextId": world.context, "awaitPromise": True, "returnByValue": True},
        limit,
    )
    if trouble := answer.get("exceptionDetails"):
        name = str(trouble.get("exception", {}).get("className", "Error"))
        raise ApplyError(f"A page script stopped with {name}.", "Fill this form in your own tab.")
    return answer["result"].get("value")


async def _send(
    session: CDPSession, method: str, parameters: dict[str, Any] | None = None, limit: float = _ANSWER_WAIT
) -> dict[str, Any]:
    async with asyncio.timeout(limit):
        return cast("dict[str, Any]", await session.send(method, parameters or {}))  # pyright: ignore[reportUnknownMemberType]


async def _shown(frame: Frame) -> bool:
    """Whether a person can see the frame: a form in a hidden or tiny frame is nobody's form."""
    try:
        element = await frame.frame_element()
        box = await element.bounding_box()
        if box is None or min(box["width"], box["height"]) < _SMALLEST:
            return False
        return bool(await element.evaluate("e => e.checkVisibility({opacityProperty: true, visibilityProperty: true})"))
    except BrowserError:
        return False


def _branch(tree: dict[str, Any], child: Frame, index: int) -> dict[str, Any] | None:
    """The CDP subtree of a Playwright child frame that lives in the same process."""
    branches = cast("list[dict[str, Any]]", tree.get("childFrames", []))
    same = [
        one for one in branches if one["frame"]["url"] == child.url or one["frame"].get("name") == (child.name or None)
    ]
    if len(same) == 1:
        return same[0]
    return branches[index] if index < len(branches) else None


def _marked(snapshot: Snapshot, key: str) -> Snapshot:
    """`snapshot` with every field and button saying which frame it is in."""
    return msgspec.structs.replace(
        snapshot,
        fields=tuple(msgspec.structs.replace(field, frame=key) for field in snapshot.fields),
        buttons=tuple(msgspec.structs.replace(button, frame=key) for button in snapshot.buttons),
    )
