"""One walk through a form, page by page. A rehearsal sends nothing (the guard holds it).

The approved pass fills exactly what was approved, and stops before the submit click where the form asks anything else.
Nothing is ever clicked again after the submit click.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import msgspec
from playwright.async_api import Error as BrowserError

from companion.apply.aftermath import Watch
from companion.apply.approval import differences
from companion.apply.arriving import find_form, load
from companion.apply.chrome import Tab
from companion.apply.errand import Errand, Walk
from companion.apply.filling import (
    Filled,
    asks_to_sign_in,
    emptied,
    fill_page,
    forward,
    leads_on,
    steady,
)
from companion.apply.hands import Hands
from companion.apply.mending import mended, mended_plan, messages
from companion.apply.site import site
from companion.apply.wording import thanks
from companion.errors import ApplyError, NetError, SincerelyError
from companion.forms import schema_hash
from companion.model.application import Page
from companion.model.document import new_id, now
from companion.model.form import Plan, Snapshot

_MAX_PAGES = 15
_NEXT_WAIT = 15.0
_UPLOAD_WAIT = 0.7
"""Seconds after filling in which a page may refuse a file it seemed to take."""
_PLACES = frozenset({"city", "state", "country", "county", "current"})
"""Last words of meanings (`address.city`, `location.current`) whose values many people share."""
_FIXES = 2
"""How often one page may come back with messages before the person is asked."""


class Steps:
    """The state of one walk; made for one tab and one errand, and used once."""

    def __init__(
        self,
        errand: Errand,
        tab: Tab,
        walk: Walk,
        approved: Sequence[Page] | None,
        on_submitting: Callable[[], Awaitable[None]] | None,
    ) -> None:
        self._errand, self._tab, self._walk = errand, tab, walk
        self._approved, self._on_submitting = approved, on_submitting
        self._hands = Hands(tab.page, self._belongs)
        self._beyond = False

    async def arrive(self) -> None:
        """Load the page."""
        if not await load(self._tab, self._errand.url):
            self._stop("gone", "The form is gone: the page does not exist any more.")

    async def through(self) -> None:
        """Page by page to the last one, and in the approved pass over the edge."""
        snapshot = None if self._walk.kind else await self._find_form()
        while snapshot is not None and len(self._walk.pages) < _MAX_PAGES:
            if not self._may_fill(snapshot):
                return None
            filled = await self._fill(snapshot)
            if filled is None:
                return None
            button = forward(filled.snapshot)
            if button is None:
                return self._stop("no-button", "No button leads on from this page.")
            if button.kind == "submit":
                return await self._end(filled, button.id, button.frame)
            snapshot = await self._next(filled, button.id, button.frame)
        if snapshot is not None:
            self._stop("no-button", f"The form has more than {_MAX_PAGES} pages.")
        return None

    async def _find_form(self) -> Snapshot | None:
        found = await find_form(self._tab.page, self._hands)
        if found is None:
            self._stop("no-form", "There is no form on this page that can be filled from here.")
        return found

    def _may_fill(self, snapshot: Snapshot) -> bool:
        self._walk.snapshot = snapshot
        if snapshot.challenge:
            self._stop("challenge", f"The site poses a challenge ({snapshot.challenge}); only you can answer it.")
        elif asks_to_sign_in(snapshot):
            self._stop("login", "The site wants you to sign in.")
        elif self._tab.guard.left_home:
            self._stop("moved", "The page tried to move to another site after it was filled.")
        else:
            self._walk.passed = len(self._walk.pages)
        return not self._walk.kind

    async def _fill(self, snapshot: Snapshot) -> Filled | None:
        guard, index = self._tab.guard, len(self._walk.pages)
        guard.settle(*(frame.url for frame in self._tab.page.frames if self._belongs(frame.url)))
        if self._approved is not None and index >= len(self._approved):
            if not self._walk.clicked:
                plan = await self._errand.planner(snapshot)
                fresh = Page(url=snapshot.url, schema_hash=schema_hash(snapshot), actions=plan.actions)
                return self._differs((*self._walk.pages, fresh))
            self._beyond = self._walk.staged = True
        rehearsing = self._approved is None or self._beyond
        guard.mode = "rehearsal" if rehearsing else "open"
        plan = None if rehearsing else self._known(index)
        if plan is None:  # a page that came back is written anew as its messages ask, where a fact allows it
            plan = mended_plan(await self._errand.planner(snapshot), snapshot)
        guard.watch_for(_telling(plan), self._errand.attachments)
        guard.pin()
        ask = self._errand.planner if rehearsing else None
        filled = await fill_page(self._hands, snapshot, ask, self._errand.attachments, plan, lambda: guard.held)
        guard.watch_for(_telling(filled.plan), self._errand.attachments)
        if not rehearsing:
            so_far = (*self._walk.pages, filled.page)
            if differences((self._approved or ())[: len(so_far)], so_far):
                return self._differs(so_far)
        self._walk.pages.append(filled.page)
        self._walk.plans.append(filled.plan)
        self._walk.snapshot = filled.snapshot
        if filled.missing:
            self._walk.missing.extend(filled.missing)
            await self._picture()
            return None
        return filled

    def _known(self, index: int) -> Plan | None:
        if self._approved is None or index >= len(self._approved):
            return None
        page = self._approved[index]
        return Plan(id=new_id(), url=page.url, schema_hash=page.schema_hash, actions=page.actions, created_at=now())

    def _differs(self, pages: Sequence[Page]) -> None:
        self._walk.changed = differences((self._approved or ())[: len(pages)], pages)
        self._stop("changed", "The form asks something else than what you approved.")

    async def _next(self, filled: Filled, button: str, frame: str) -> Snapshot | None:
        """The next page's snapshot; None where the walk ends here."""
        guard, before = self._tab.guard, schema_hash(filled.snapshot)
        if guard.mode == "open":
            guard.mode, guard.before_send = "armed", self._armed
        for _ in range(_FIXES + 1):
            watch, held = Watch(self._tab, before), guard.held
            await self._hands.press(button, frame)
            snapshot = await self._turned(before, held)
            self._walk.snapshot = snapshot
            if schema_hash(snapshot) != before and leads_on(snapshot) and not await self._over(snapshot):
                return snapshot
            if self._walk.clicked and not self._beyond:  # what looked like a step may have been the submission
                self._walk.complete = True
                await self._outcome(watch, filled)
                return None
            if guard.held > held or (guard.held and not messages(snapshot)):
                self._walk.staged = True
                return await self._picture()
            if not messages(snapshot) or not (self._approved is None or self._beyond):
                break
            if mended(filled.plan.actions, snapshot) is None and not self._asks_more(snapshot, filled):
                break
            self._walk.pages.pop()
            self._walk.plans.pop()
            if await self._fill(snapshot) is None:  # the planner sees each field's message now
                return None
        said = "; ".join(messages(self._walk.snapshot)) if self._walk.snapshot else ""
        return self._stop("refused", f"The form does not accept this page: {said or 'it gives no reason'}")

    async def _over(self, snapshot: Snapshot) -> bool:
        """Whether the page behind a `next` that sent something is no further page of the form.

        A wall behind the last page that is known may also stand before "thank you": the evidence has to tell.
        """
        if not self._walk.clicked or self._beyond:
            return False
        known = len(self._walk.pages) < len(self._approved or ())
        wall = bool(snapshot.challenge) or asks_to_sign_in(snapshot)
        return (wall and not known) or bool(thanks(await self._hands.text()))

    async def _armed(self) -> None:
        """A `next` button sends something: from here on it counts as a submission that may have been received."""
        if not self._walk.clicked and self._on_submitting is not None:
            await self._on_submitting()
            self._walk.clicked = True

    async def _turned(self, before: str, held: int) -> Snapshot:
        """The snapshot after `next`: another page, the same one with messages, or the same after the wait."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _NEXT_WAIT
        while True:
            with suppress(BrowserError, ApplyError):  # between two pages there is none to look at
                snapshot = await steady(self._hands, 3.0)
                if (schema_hash(snapshot) != before and leads_on(snapshot)) or messages(snapshot):
                    return snapshot
                if self._tab.guard.held > held or self._tab.guard.left_home or loop.time() > until:
                    return snapshot
            if loop.time() > until + _NEXT_WAIT:
                raise NetError("The next page did not come.", "Try again later.")

    async def _end(self, filled: Filled, button: str, frame: str) -> None:
        walk = self._walk
        if self._tab.guard.left_home:
            return self._stop("moved", "The page tried to move to another site after it was filled.")
        await self._picture()
        if any(action.kind == "attach" for action in filled.page.actions):
            await asyncio.sleep(max(0.0, filled.at + _UPLOAD_WAIT - asyncio.get_running_loop().time()))
        if lost := emptied(filled, await self._hands.scan(), await self._hands.text()):
            await self._picture()
            return self._stop("refused", f"The form does not keep what was put into it: {lost}")
        walk.complete = True
        if self._approved is None or self._on_submitting is None or self._beyond:
            return None
        if len(walk.pages) != len(self._approved):
            walk.complete = False
            return self._differs(walk.pages)
        watch = Watch(self._tab, filled.page.schema_hash)
        if not self._walk.clicked:
            await self._on_submitting()
            self._walk.clicked = True
        self._tab.guard.mode = "open"
        self._tab.doorway.refresh()
        with suppress(SincerelyError):  # durable as submitting already: whatever happens now is for the evidence to say
            await self._hands.press(button, frame)
        await self._outcome(watch, filled)
        return None

    async def _outcome(self, watch: Watch, filled: Filled) -> None:
        self._walk.aftermath, self._walk.nothing_sent = await watch.until_clear(self._hands, self._errand.patience)
        with suppress(BrowserError):
            self._walk.after = await self._tab.page.screenshot(full_page=True, type="jpeg", quality=70)
        if self._walk.aftermath.form_still_there and self._walk.aftermath.errors:
            with suppress(BrowserError, ApplyError):
                anew = mended(filled.page.actions, await self._hands.scan())
                if anew is not None:
                    page = msgspec.structs.replace(filled.page, actions=anew, results=())
                    self._walk.anew = (*self._walk.pages[:-1], page)

    def _asks_more(self, snapshot: Snapshot, filled: Filled) -> bool:
        """Whether the page shows questions now that were not there when it was filled."""
        known = {(one.frame, one.field_id) for one in filled.page.actions}
        return any(one.visible and (one.frame, one.id) not in known for one in snapshot.fields)

    def _stop(self, kind: str, needs: str) -> None:
        self._walk.kind, self._walk.needs = kind, needs

    async def last_picture(self) -> None:
        """However it ended, the person can see where; a site that wanted to move the page away is named as that."""
        if self._tab.guard.left_home and not self._walk.clicked:
            self._walk.complete = False
            self._stop("moved", "The page tried to move to another site after it was filled.")
        if not self._walk.screenshot and self._walk.kind != "hung":
            await self._picture()

    async def _picture(self) -> None:
        with suppress(BrowserError):
            self._walk.screenshot = await self._tab.page.screenshot(full_page=True, type="jpeg", quality=70)

    def _belongs(self, url: str) -> bool:
        """Frames of the page's own site and of its ATS; a stranger's frame is not looked into."""
        return url in ("about:srcdoc", "about:blank") or site(url) in {site(self._tab.page.url), *self._errand.partners}


def _telling(plan: Plan) -> list[str]:
    """Values that tell who the person is; what is typed to search a list (a city, a school) must be let out for it."""
    return [
        value
        for action in plan.actions
        if action.kind == "fill" and not action.search and action.meaning.rpartition(".")[2] not in _PLACES
        for value in action.values
    ]
