"""SuccessFactors: the older page with its row of bare facts, and the career site builder's named fields."""

import re

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.gazetteer import country, fold, is_city, region
from companion.intake.page import Page
from companion.intake.places import read_location
from companion.intake.text import element_text, line
from companion.intake.tree import select

SELECTORS = Selectors(
    title=(
        "[data-careersite-propertyid=title]",
        "#candidateProfileTitle",
        "[itemprop=title]",
        "h1#job-title",
        ".jobTitle h1",
    ),
    company=("[data-careersite-propertyid=facility]", "[data-careersite-propertyid=businessunit]"),
    place=(
        "[data-careersite-propertyid=location]",
        "[data-careersite-propertyid=city]",
        "[itemprop=jobLocation]",
        ".jobGeoLocation",
        ".jobLocation",
    ),
    employment=("[data-careersite-propertyid=shifttype]", "[data-careersite-propertyid=employmenttype]"),
    posted=("[data-careersite-propertyid=date]", "[itemprop=datePosted]", "#job-date"),
    description=(
        "[data-careersite-propertyid=description]",
        ".jobdescription",
        "[itemprop=description]",
        ".externalPosting .joqReqDescription",
        ".joqReqDescription",
    ),
)
_ROW = re.compile(r"^requisition id\b", re.IGNORECASE)


def row_draft(page: Page) -> Draft | None:
    """The row "Requisition ID 4711 - Posted 01/02/2026 - Saxony - Leipzig - Operations": no value has a name.

    Only parts the gazetteer knows are taken for places; a department is none.
    """
    row = next((node for node in select(page.tree, "[tabindex='0']") if _ROW.match(line(element_text(node)))), None)
    if row is None:
        return None
    values = [part for node in select(row, "b") for part in line(element_text(node)).split(" - ")][1:]
    known = [value for value in values if country(value) or region(value) or is_city(fold(value))]
    # The city may be too small to be known; then it stands behind its state and before the department.
    if known and not any(is_city(fold(value)) for value in known):
        behind = values[values.index(known[-1]) + 1 :]
        known += behind[:1] if len(behind) > 1 else []
    places = read_location(", ".join(reversed(known))).places if known else ()
    stamp = page.first("#postedOnFastDate")
    day = (stamp.get("value") if stamp is not None else "") or (values[0] if values else "")
    return Draft(source="successfactors", places=places, posted=read_date(day, page.captured.captured_at))
