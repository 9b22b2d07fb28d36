"""Oracle Recruiting: a requisition of its public API, and the rendered page."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import list_at, text_at
from companion.intake.places import read_location
from companion.intake.text import html_text, line

SELECTORS = Selectors(
    title=("h1.job-details__title", ".job-details__title", "h1.heading-section__title"),
    place=(".job-meta__locations", "[data-bind*=primaryLocation]", ".job-details__subtitle"),
    description=(".job-details__description-content",),
)
_TEXTS = (
    "ExternalDescriptionStr", "ExternalResponsibilitiesStr", "ExternalQualificationsStr", "CorporateDescriptionStr",
    "OrganizationDescriptionStr",
)  # fmt: skip


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A requisition of `…/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails`. The employer is not in it.

    Which of its texts are filled differs from employer to employer, and some fill several with the same.
    """
    names = [text_at(job, "PrimaryLocation"), *(text_at(place, "Name") for place in list_at(job, "secondaryLocations"))]
    locations = [read_location(name, nation=text_at(job, "PrimaryLocationCountry")) for name in names if name]
    parts: list[str] = []
    for name in _TEXTS:
        text = html_text(text_at(job, name))
        if text and not any(text in part for part in parts):
            parts = [part for part in parts if part not in text] + [text]
    return Draft(
        source="oracle",
        title=line(text_at(job, "Title")),
        places=tuple(dict.fromkeys(place for location in locations for place in location.places)),
        mode=read_location(text_at(job, "WorkplaceType")).mode
        or next((location.mode for location in locations if location.mode), None),
        employment=read_employment(
            [text_at(job, "JobSchedule"), text_at(job, "ContractType"), text_at(job, "JobType")]
        ),
        posted=read_date(text_at(job, "ExternalPostedStartDate"), captured_at),
        valid_through=read_date(text_at(job, "ExternalPostedEndDate"), captured_at),
        ats="oracle",
        ats_job=text_at(job, "Id"),
        description="\n\n".join(parts),
    )
