"""Jobvite: names of elements, and one line in which the department stands before the place."""

from companion.intake.ats.dom import Selectors
from companion.intake.draft import Draft
from companion.intake.page import Page
from companion.intake.places import read_location
from companion.intake.text import line
from companion.intake.tree import select

SELECTORS = Selectors(
    title=(".jv-header h1", ".jv-header", ".jv-job-detail-name"),
    company=(".jv-company-name", ".jv-logo a"),
    description=(".jv-job-detail-description",),
)


def meta_draft(page: Page) -> Draft | None:
    """The places behind the first separator of "Field Service | Philadelphia, Pennsylvania"."""
    separators = select(page.tree, ".jv-job-detail-meta .jv-inline-separator")
    shown = [line(node.tail) for node in separators] or [page.line(".jv-job-detail-meta")]
    locations = [read_location(text) for text in shown if text]
    if not locations:
        return None
    return Draft(
        source="jobvite",
        places=tuple(dict.fromkeys(place for location in locations for place in location.places)),
        mode=next((location.mode for location in locations if location.mode), None),
    )
