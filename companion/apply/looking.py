"""Looking again at an employer's site for an application whose outcome is unknown. Sends nothing but what was approved.

Where a posting links to a page on the status of applications, that page is asked; its form gets the approved e-mail.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from playwright.async_api import Error as BrowserError

from companion.apply.chrome import Chrome
from companion.apply.evidence import plain
from companion.apply.filling import forward, steady
from companion.apply.hands import Hands
from companion.apply.site import site
from companion.apply.wording import already, no_application, reference, thanks
from companion.errors import ApplyError, NetError
from companion.model.application import EvidenceItem, Page
from companion.model.document import new_id
from companion.model.form import Action, Plan

_STATUS = re.compile(
    r"application status|status of (?:my|your) application|track (?:my|your) application|my applications"
    r"|bewerbungsstatus|statut de (?:ma|votre) candidature|estado de (?:mi|tu) (?:solicitud|candidatura)",
    re.IGNORECASE,
)
_WAIT = 10.0


async def look(chrome: Chrome, url: str, sent: Sequence[Page], at: datetime) -> tuple[EvidenceItem, ...]:
    """What the site at `url` says now about this person's application. Raises NetError when it cannot be reached."""
    async with chrome.tab() as tab:
        page = tab.page
        hands = Hands(page, lambda frame: site(frame) == site(page.url))
        try:
            await page.goto(url, wait_until="domcontentloaded")
            if found := _said(await hands.text(), page.url, at):
                return found
            link = page.get_by_role("link", name=_STATUS)
            if await link.count() == 0:
                return ()
            await link.first.click()
            await page.wait_for_load_state("domcontentloaded")
            if site(page.url) != site(url):
                return ()
            tab.guard.settle(page.url)
            await _ask(hands, sent, at)
            with suppress(BrowserError):
                await page.wait_for_load_state("networkidle", timeout=_WAIT * 1000)
            await steady(hands, 2.0)
            return _said(await hands.text(), page.url, at)
        except (BrowserError, TimeoutError) as error:
            raise NetError("The employer's site could not be looked at.", "Try again later.") from error


async def _ask(hands: Hands, sent: Sequence[Page], at: datetime) -> None:
    """Put the approved e-mail into a form that asks for nothing else, and press its button."""
    snapshot = await steady(hands)
    asked = [field for field in snapshot.fields if field.visible]
    email = next((action for page in sent for action in page.actions if action.meaning == "email"), None)
    button = forward(snapshot) or next((one for one in snapshot.buttons if one.kind == "other"), None)
    if email is None or button is None or len(asked) != 1 or asked[0].widget != "email":
        return
    field = asked[0]
    action = Action(field_id=field.id, frame=field.frame, kind="fill", values=email.values, label=field.label)
    with suppress(ApplyError):
        await hands.fill(Plan(id=new_id(), actions=(action,), created_at=at), ())
        await hands.press(button.id, button.frame)


def _said(text: str, url: str, at: datetime) -> tuple[EvidenceItem, ...]:
    here = plain(url)
    if said := already(text) or thanks(text):
        seen = f"The employer's site says: {said}"
        number = reference(text)
        return (EvidenceItem(kind="page", sign="record", supports=True, seen=seen, url=here, reference=number, at=at),)
    if said := no_application(text):
        seen = f"The employer's site says: {said}"
        return (EvidenceItem(kind="page", sign="record", supports=False, seen=seen, url=here, at=at),)
    return ()
