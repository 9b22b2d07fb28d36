"""Where a notice goes and when: the dashboard at once, other channels outside quiet hours, the rest with the digest."""

import asyncio
import hashlib
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, time
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog

from companion.errors import BadInput, SincerelyError
from companion.model.automation import AUTOMATION_ID, Automation, NoticeChannel, NoticeRoute
from companion.model.document import new_id, now
from companion.model.run import Notice, NoticeKind
from companion.store import Store

_log = structlog.get_logger(__name__)

_SEND_WAIT = 30.0
_IN_DIGEST = 20
_NEEDS = frozenset({"needs_you", "interview"})
_TITLE = "Sincerely"
_DESKTOP = {"linux": "dbus://", "darwin": "macosx://", "win32": "windows://"}


class Notifier:
    """Tells the person. `clock` gives the present time, aware."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = now) -> None:
        self._store = store
        self._clock = clock

    async def tell(self, kind: NoticeKind, text: str, link: str = "", *, once: str = "") -> Notice:
        """Record a notice and send it where the person wants it. A channel that fails is noted and stops nothing.

        What is still unread in the same words is not said again; what has a name (`once`) is said a single time.
        """
        notice_id = hashlib.sha256(once.encode()).hexdigest()[:32] if once else new_id()
        known = self._store.notices.find(notice_id) or self._unread(kind, text[:1000], link)
        if known is not None:
            return known
        notice = self._store.notices.add(
            Notice(id=notice_id, kind=kind, text=text[:1000], link=link, created_at=self._clock())
        )
        automation = self._automation()
        if not quiet(automation, self._clock()):
            await self._send(automation, kind, text)
        return notice

    def _unread(self, kind: NoticeKind, text: str, link: str) -> Notice | None:
        same = (one for one in self._store.notices.by("kind", kind) if (one.text, one.link) == (text, link))
        return next((one for one in same if not one.read), None)

    async def digest(self, done: str = "") -> int:
        """Send one message: what was done, what needs the person, the rest that is unread. Returns how many it held."""
        unread = sorted(self._store.notices.where(lambda one: not one.read), key=lambda one: one.created_at)
        if unread:
            needed = [one.text for one in unread if one.kind in _NEEDS][-_IN_DIGEST:]
            others = [one.text for one in unread if one.kind not in _NEEDS][-_IN_DIGEST:]
            parts = [done, *(["Needs you:", *needed] if needed else []), *(["Also:", *others] if others else [])]
            await self._send(self._automation(), None, "\n".join(part for part in parts if part))
        return len(unread)

    async def _send(self, automation: Automation, kind: NoticeKind | None, text: str) -> None:
        routes = [route for route in automation.routes if route.enabled and (kind is None or kind in route.kinds)]
        if not routes:
            return
        import apprise  # a third of a second that only those who use it wait for

        for route in routes:
            try:
                address = self._address(route)
                async with asyncio.timeout(_SEND_WAIT):
                    sender = apprise.Apprise()
                    known = sender.add(address)  # pyright: ignore[reportUnknownMemberType]
                    sent = known and await sender.async_notify(body=text, title=_TITLE)
            except (SincerelyError, TimeoutError) as error:
                sent = False
                _log.warning("notice channel failed", channel=route.channel, error=type(error).__name__)
            if not sent:
                _log.warning("notice not sent", channel=route.channel)

    def _address(self, route: NoticeRoute) -> str:
        if route.channel == "desktop":
            return _DESKTOP.get(sys.platform, "dbus://")
        return channel_address(route.channel, self._store.vault.get(f"notify/{route.channel}"))

    def _automation(self) -> Automation:
        return self._store.automation.find(AUTOMATION_ID) or Automation(id=AUTOMATION_ID)


def channel_address(channel: NoticeChannel, parts: Mapping[str, str]) -> str:
    """apprise's URL for a channel. `email`: host, port, from, to, and user, password, tls where needed; `webhook`: url.

    Raises BadInput where a part is missing. The URL holds secrets: it is made for one send and never stored or logged.
    """
    try:
        if channel == "webhook":
            url = urlsplit(parts["url"])
            scheme = {"http": "json", "https": "jsons"}[url.scheme]
            return url._replace(scheme=scheme).geturl()
        scheme = "mailtos" if parts.get("tls") else "mailto"
        login = f"{quote(parts['user'], safe='')}:{quote(parts['password'], safe='')}@" if parts.get("user") else ""
        query = f"from={quote(parts['from'])}&to={quote(parts['to'])}&smtp={quote(parts['host'])}"
        return f"{scheme}://{login}{parts['host']}:{parts['port']}?{query}"
    except KeyError as error:
        raise BadInput("The notice channel is not set up.", "Complete it on the Settings page.") from error


def quiet(automation: Automation, at: datetime) -> bool:
    """Whether `at` falls into the person's quiet hours, by their own clock."""
    local = at.astimezone(zone(automation.time_zone)).time()
    start, end = time.fromisoformat(automation.quiet_from), time.fromisoformat(automation.quiet_to)
    return start <= local < end if start <= end else local >= start or local < end


def zone(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name; None, the computer's own, where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
