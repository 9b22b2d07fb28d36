"""The page scripts in an isolated world of a page's frame, as the extension and the headless driver run them."""

from typing import Any

from playwright.async_api import CDPSession, Page

from companion.files import page_script


class World:
    """One isolated world. `await world.evaluate("sincerely.scan()")` answers the value (promises awaited)."""

    def __init__(self, session: CDPSession, context: int) -> None:
        self._session = session
        self._context = context

    @classmethod
    async def of(cls, page: Page, *scripts: str, frame_url: str = "") -> "World":
        """A new world in the page's main frame, or in the first child frame whose address contains `frame_url`."""
        session = await page.context.new_cdp_session(page)
        tree = (await session.send("Page.getFrameTree"))["frameTree"]
        frame = _find(tree, frame_url) if frame_url else tree["frame"]["id"]
        made = await session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "sincerely"})
        world = cls(session, made["executionContextId"])
        for name in scripts:
            await world.evaluate(page_script(name))
        return world

    async def evaluate(self, expression: str) -> Any:
        """The value of `expression`; raises AssertionError with the page's own message when it throws."""
        answer = await self._session.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._context,
                "returnByValue": True,
                "awaitPromise": True,
                "userGesture": True,
            },
        )
        if problem := answer.get("exceptionDetails"):
            raise AssertionError(problem.get("exception", {}).get("description") or problem["text"])
        return answer["result"].get("value")


def _find(tree: dict[str, Any], part: str) -> str:
    for child in tree.get("childFrames", ()):
        if part in child["frame"]["url"]:
            return str(child["frame"]["id"])
        if found := _find(child, part):
            return found
    return ""
