"""One requisition of Oracle Recruiting: its page is empty until its script has run; what that asks for is public."""

from datetime import datetime

import msgspec

from companion.errors import NetError
from companion.intake.ats.address import AtsAddress
from companion.intake.ats.oracle import api_draft
from companion.intake.draft import Draft
from companion.intake.headline import employer_name
from companion.intake.loose_json import at, list_at
from companion.intake.page import Page
from companion.portals.polite import Polite, expect


async def requisition(url: str, address: AtsAddress, polite: Polite, now: datetime) -> Draft | None:
    """`…/recruitingCEJobRequisitionDetails` for the job an address names; None where the address names no site."""
    if not address.site:
        return None
    # Written out, because its finder is read before the percent signs are.
    api = (
        f"https://{address.host}/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails"
        f"?expand=all&onlyData=true&finder=ById;Id=%22{address.job}%22,siteNumber={address.site}"
    )
    answer = await polite.json(api)
    expect(isinstance(at(answer, "items"), list), api, "items", answer)
    items = list_at(answer, "items")
    if not items:
        return None
    draft = api_draft(items[0], now)
    expect(bool(draft.title), api, "Title", answer)
    return msgspec.structs.replace(draft, company=await _employer(url, polite))


async def _employer(url: str, polite: Polite) -> str:
    """The employer's name is on the page alone, as the site's."""
    try:
        return employer_name(Page(await polite.page(url)).meta.get("og:site_name", ""))
    except NetError:
        return ""
