"""The reading pipeline: a captured page → the posting on it, or the reason why there is none. Pure; takes milliseconds.

Order: structured data, then the ATS's own reader, then the page's headings and labels, then rules on the text
(`draft.merge` holds the order of trust). trafilatura runs only where no reader had a description.
"""

import contextlib
import re
from collections.abc import Sequence
from datetime import date

import msgspec

from companion.errors import Unreadable
from companion.intake import embedded, structured, walls
from companion.intake.ats.address import AtsAddress, is_board
from companion.intake.ats.readers import ats_drafts, resolve
from companion.intake.draft import Draft, merge
from companion.intake.employment import read_employment
from companion.intake.fingerprint import fingerprint
from companion.intake.generic import main_text, page_draft
from companion.intake.headline import is_no_title
from companion.intake.identity import canonical_key, place_key
from companion.intake.kind import is_about_one_job, is_listing_title
from companion.intake.language import find_language
from companion.intake.level import find_level
from companion.intake.microdata import microdata
from companion.intake.mode import find_mode
from companion.intake.page import CapturedPage, Page, Reading
from companion.intake.pay import find_pay
from companion.intake.text import count_words, line
from companion.intake.wall_words import GONE, Kind
from companion.model.document import new_id
from companion.model.posting import Liveness, Posting

_BOARD_WORDS = re.compile(
    r"^(?:(?:us|uk|eu|na|global|external|internal|staff)?-?(?:careers?|jobs)|us|uk|staff|external|internal)-"
    r"|-(?:careers?|jobs)$"
)
_NAMELESS = frozenset({"oracle"})
"""Systems whose hosts are numbered and tell nothing of the employer."""
_LEAST_TEXT = 200
_LEAST_WORDS = 40
_LONGEST = 100_000
_MOST_FRAMES = 8
_CLOSED = "This job is closed"
_FRAME = re.compile(r"^career opportunities:\s*", re.IGNORECASE)
_REQUISITION = re.compile(r"\s*\((?:req\w*[ #:]*)?\d{4,}\)$", re.IGNORECASE)
"""What systems print around a title: their own heading, and the requisition's number."""


def read(captured: CapturedPage) -> Reading:
    """The posting on a page, or in a frame of it where the page itself has none (iCIMS, embedded boards).

    Raises Unreadable (a wall, a closed job, no job: the reason in words) or TooLarge.
    """
    try:
        return _read(captured)
    except Unreadable:
        for url, html in captured.frames[:_MOST_FRAMES]:
            with contextlib.suppress(Unreadable):
                inner = _read(msgspec.structs.replace(captured, url=url, html=html, frames=(), title=""))
                return msgspec.structs.replace(inner, posting=msgspec.structs.replace(inner.posting, url=captured.url))
        raise


def says_gone(error: Unreadable) -> bool:
    """Whether `read` refused a page because it says that its job is closed or not there."""
    return error.message.startswith((_CLOSED, GONE))


def _read(captured: CapturedPage) -> Reading:
    page = Page(captured)
    items = structured.json_ld(page)
    item = structured.best(items, page)
    at = captured.captured_at
    drafts = [structured.posting_draft(item, "json-ld", at)] if item is not None else []
    if not drafts and (wall := walls.find_wall(page)) is not None and wall.kind != "empty":
        raise Unreadable(wall.reason, _hint(wall.kind))
    address = resolve(page)
    ats = address.ats if address else ""
    states = embedded.states(page)
    inner = embedded.embedded_postings(states)
    for source, found in (("microdata", microdata(page)), ("embedded", inner)):
        if (one := structured.best(found, page)) is not None:
            drafts.append(structured.posting_draft(one, source, at))
    named = address is not None and bool(address.job)
    told = [draft for draft in ats_drafts(page, ats, states) if _is_title(draft.title, named=named)]
    if address is not None and not address.host and not told:
        # Words of a system on a foreign page that its own reader cannot read: a link to it, no more.
        address = None
    if not drafts and (len(items) > 1 or is_board(page.url)):
        raise Unreadable("There are several jobs on this page.", "Open the one you mean.")
    drafts += told
    closed = walls.closed_words(page, max((draft.description for draft in drafts), key=len, default=""))
    sure = any(draft.title and (draft.description or (named and (draft.places or draft.company))) for draft in drafts)
    if closed and not any(draft.title and draft.description for draft in drafts):
        raise Unreadable(f"{_CLOSED}: the page says “{closed[:80]}”.", "Look for it on the employer's site.")
    if closed:
        drafts.append(Draft(source="page", liveness="closed"))
    drafts.append(page_draft(page, next((draft.title for draft in drafts if draft.title), "")))
    if not any(len(draft.description) > _LEAST_TEXT for draft in drafts):
        text = main_text(page)
        if not sure and not is_about_one_job(text or page.text, drafts[-1]):
            raise _no_job(page)
        # What is left of an application form or a teaser says less than nothing.
        if count_words(text) >= _LEAST_WORDS or (not sure and text):
            drafts.append(Draft(source="page", description=text))
    return finish(drafts, captured, address, page.language)


def _is_title(title: str, *, named: bool) -> bool:
    """Whether what an ATS's reader took for a title can be one. An address that names the job cannot be a list."""
    return not is_no_title(title) and (named or not is_listing_title(title))


def _no_job(page: Page) -> Unreadable:
    if (wall := walls.find_wall(page)) is not None:
        return Unreadable(wall.reason, _hint(wall.kind))
    if is_listing_title(page.line("h1")) or is_listing_title(page.title):
        return Unreadable("There are several jobs on this page.", "Open the one you mean.")
    return Unreadable("There is no job ad on this page.", "Open the page of one job, or paste its text.")


def finish(
    drafts: Sequence[Draft], captured: CapturedPage, address: AtsAddress | None = None, page_language: str = ""
) -> Reading:
    """Drafts in falling order of trust as a posting; what they leave open is read from the text by rules."""
    found, sources = merge([*drafts, _from_text(drafts, page_language)])
    if not found.title:
        raise Unreadable("The job's title could not be found on this page.", "Paste the job ad's text instead.")
    ats = found.ats or (address.ats if address else "")
    company = found.ats_company or (address.company if address else "")
    job = found.ats_job or (address.job if address else "")
    posting = Posting(
        id=new_id(),
        canonical_key="",
        url=captured.url,
        title=_REQUISITION.sub("", _FRAME.sub("", found.title))[:300],
        company=found.company[:300],
        apply_url=found.apply_url,
        places=found.places[:30],
        mode=found.mode,
        remote_scope=found.remote_scope[:500],
        employment=found.employment,
        level=found.level,
        pay=found.pay,
        posted=found.posted,
        valid_through=found.valid_through,
        language=found.language,
        ats=ats,
        ats_company=company,
        ats_job=job,
        excerpt=line(found.description, 280),
        liveness=_liveness(found, captured.captured_at.date()),
        sources=sources,
        fingerprint=fingerprint(found.description),
        captured_at=captured.captured_at,
    )
    if not posting.company and company and ats not in _NAMELESS:
        posting = msgspec.structs.replace(
            posting, company=_of_slug(company), sources=posting.sources | {"company": "address"}
        )
    key = canonical_key(
        ats=ats,
        ats_company=company,
        ats_job=job,
        company=posting.company,
        title=posting.title,
        place=place_key(posting),
    )
    return Reading(
        posting=msgspec.structs.replace(posting, canonical_key=key), description=found.description[:_LONGEST]
    )


def _liveness(found: Draft, today: date) -> Liveness:
    if found.liveness == "closed" or (found.valid_through is not None and found.valid_through < today):
        return "closed"
    return "open"


def _of_slug(board: str) -> str:
    """An employer's name from its board's: the best there is where the page names it nowhere."""
    words = re.sub(r"[-_]+", " ", _BOARD_WORDS.sub("", board)).strip()
    return words.title() if words.islower() else words


def _from_text(drafts: Sequence[Draft], page_language: str) -> Draft:
    """What rules find in title, location wording and description."""
    found, _ = merge(drafts)
    nation = next((place.country for place in found.places if place.country), "")
    wording = " ; ".join(place.text for place in found.places)
    mode = find_mode(found.title, wording, found.description)
    return Draft(
        source="text",
        mode=mode.mode,
        remote_scope=mode.scope if (found.mode or mode.mode) == "remote" else "",
        level=find_level(found.title),
        pay=find_pay(found.description, nation=nation),
        employment=read_employment([found.title]),
        language=find_language(found.description) or page_language,
    )


def _hint(kind: Kind) -> str:
    if kind == "gone":
        return "Look for the job on the employer's site."
    return "Open the page in your browser, pass the check, and capture it there."
