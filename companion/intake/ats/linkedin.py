"""LinkedIn as three pages: the public job page, the logged-in panel, and the newer one whose class names are hashes."""

import re

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.page import Page
from companion.intake.places import read_location
from companion.intake.text import element_text, line
from companion.intake.tree import select

SELECTORS = Selectors(
    title=(
        ".top-card-layout__title",
        ".topcard__title",
        ".job-details-jobs-unified-top-card__job-title",
        ".jobs-unified-top-card__job-title",
    ),
    company=(
        ".topcard__org-name-link",
        ".top-card-layout__second-subline .topcard__flavor",
        ".job-details-jobs-unified-top-card__company-name",
        ".jobs-unified-top-card__company-name",
    ),
    place=(
        ".topcard__flavor--bullet",
        ".job-details-jobs-unified-top-card__primary-description-container .tvm__text:first-child",
        ".job-details-jobs-unified-top-card__tertiary-description-container .tvm__text:first-child",
    ),
    mode=(".job-details-fit-level-preferences", ".job-details-jobs-unified-top-card__job-insight"),
    employment=(".description__job-criteria-text", ".job-details-fit-level-preferences"),
    posted=(
        "time[datetime]",
        ".posted-time-ago__text",
        ".job-details-jobs-unified-top-card__primary-description-container",
        ".job-details-jobs-unified-top-card__tertiary-description-container",
    ),
    one_place=True,
    pay=(".compensation__salary", ".salary"),
    description=(".show-more-less-html__markup", "#job-details", ".jobs-description__content", ".description__text"),
)
_SCREEN = "[data-sdui-screen*='jobs.JobDetails']"
_ABOUT = "[componentkey^='JobDetails_AboutTheJob']"
_DOT = re.compile(r"\s*·\s*")
_CLOSED = re.compile(r"no longer accepting applications", re.IGNORECASE)


def sdui_draft(page: Page) -> Draft | None:
    """The newer logged-in layout: only component keys and the page's title are stable in it."""
    screens = select(page.tree, _SCREEN)
    about = select(page.tree, _ABOUT)
    if not screens and not about:
        return None
    # "(3) Title | Company | LinkedIn"
    parts = [part.strip() for part in re.sub(r"^\(\d+\+?\)\s*", "", page.title).split(" | ")]
    if len(parts) < 3 or parts[-1] != "LinkedIn":
        return None
    top = element_text(screens[0])[:3_000] if screens else page.text[:3_000]
    facts = next((row for row in top.splitlines() if row.count("·") >= 1 and not row.startswith("-")), "")
    shown = _DOT.split(facts)
    location = read_location(shown[0]) if shown else read_location("")
    chips = " ; ".join(row for row in top.splitlines() if len(row) < 30)
    text = element_text(about[0]) if about else ""
    return Draft(
        source="linkedin",
        title=line(" | ".join(parts[:-2])),
        company=line(parts[-2]),
        places=location.places,
        mode=read_location(chips).mode or location.mode,
        employment=read_employment([row for row in top.splitlines() if len(row) < 20]),
        posted=next((day for part in shown[1:] if (day := read_date(part, page.captured.captured_at))), None),
        description=re.sub(r"^About the job\s*", "", text).strip(),
        liveness="closed" if _CLOSED.search(top) else "unknown",
    )
