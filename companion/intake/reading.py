"""The reading pipeline: a captured page → the posting on it, or the reason why there is none. Pure; takes milliseconds.

Order: structured data, then the ATS's own reader, then the page's headings and labels, then rules on the text
(`draft.merge` holds the order of trust). trafilatura runs only where no reader had a description.
"""

import re
from collections.abc import Sequence

import msgspec

from companion.errors import Unreadable
from companion.intake import structured, walls
from companion.intake.ats.address import AtsAddress, identify
from companion.intake.draft import Draft, merge
from companion.intake.generic import main_text, page_draft
from companion.intake.identity import canonical_key, place_key
from companion.intake.page import CapturedPage, Page, Reading
from companion.intake.text import line
from companion.model.document import new_id
from companion.model.posting import Posting

_LEAST_WORDS = 40
_JOB_WORDS = re.compile(
    r"\b(?:responsibilit|requirement|qualification|experience|apply|salary|candidate|role|position|skills|benefits|"
    r"aufgaben|profil|anforderung|bewerb|kenntnisse|erfahrung|stelle|missions?|compétences|expérience|poste|candidat|"
    r"requisitos|experiencia|funciones|ofrecemos|vaga|experiência|functie|ervaring|wij bieden|esperienza|requisiti|"
    r"kvalifikationer|erfaring|arbetsuppgifter|ansök|wymagania|obowiązki|doświadczenie)",
    re.IGNORECASE,
)


def read(captured: CapturedPage) -> Reading:
    """The posting on a page. Raises Unreadable (a wall, a closed job, no job: the reason in words) or TooLarge."""
    page = Page(captured)
    address = identify(captured.url)
    items = structured.json_ld(page)
    item = structured.best(items, page)
    drafts: list[Draft] = []
    if item is not None:
        drafts.append(structured.posting_draft(item, "json-ld", captured.captured_at))
    if not drafts:
        if (wall := walls.find_wall(page)) is not None:
            raise Unreadable(wall.reason, _hint(wall.kind))
        if len(items) > 1:
            raise Unreadable("There are several jobs on this page.", "Open the one you mean.")
    if closed := walls.closed_words(page):
        raise Unreadable(f"This job is closed: the page says “{closed[:80]}”.", "Look for it on the employer's site.")
    drafts.append(page_draft(page))
    if not any(draft.description for draft in drafts):
        text = main_text(page)
        if not drafts[:-1] and not _looks_like_a_job(text):
            raise Unreadable("There is no job ad on this page.", "Open the page of one job, or paste its text.")
        drafts.append(Draft(source="page", description=text))
    return finish(drafts, captured, address)


def finish(drafts: Sequence[Draft], captured: CapturedPage, address: AtsAddress | None) -> Reading:
    """Merged drafts as a posting."""
    found, sources = merge(drafts)
    if not found.title:
        raise Unreadable("The job's title could not be found on this page.", "Paste the job ad's text instead.")
    ats = found.ats or (address.ats if address else "")
    company = found.ats_company or (address.company if address else "")
    job = found.ats_job or (address.job if address else "")
    posting = Posting(
        id=new_id(),
        canonical_key="",
        url=captured.url,
        title=found.title[:300],
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
        liveness="open" if found.liveness == "unknown" else found.liveness,
        sources=sources,
        captured_at=captured.captured_at,
    )
    key = canonical_key(
        ats=ats,
        ats_company=company,
        ats_job=job,
        company=posting.company,
        title=posting.title,
        place=place_key(posting),
    )
    return Reading(posting=msgspec.structs.replace(posting, canonical_key=key), description=found.description)


def _looks_like_a_job(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and len({match.lower() for match in _JOB_WORDS.findall(text)}) >= 3


def _hint(kind: walls.Kind) -> str:
    if kind == "gone":
        return "Look for the job on the employer's site."
    return "Open the page in your browser, pass the check, and capture it there."
