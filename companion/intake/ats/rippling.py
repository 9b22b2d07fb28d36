"""Rippling: the `jobPost` of a page's Next.js data."""

from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import list_at, text_at
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.text import html_text, line


def state_draft(job: object, captured_at: datetime) -> Draft:
    """The object with `workLocations` and `description.role`."""
    names = [str(name) if isinstance(name, str) else text_at(name, "label") for name in list_at(job, "workLocations")]
    locations = [read_location(name) for name in names]
    label = text_at(job, "employmentType", "label").replace("_PT", " part time").replace("_FT", " full time")
    pays = [
        read_pay(
            f"{text_at(entry, 'rangeStart')} - {text_at(entry, 'rangeEnd')}"
            f" {text_at(entry, 'currency')} {text_at(entry, 'frequency')}"
        )
        for entry in list_at(job, "payRangeDetails")
    ]
    parts = (html_text(text_at(job, "description", name)) for name in ("company", "role"))
    return Draft(
        source="rippling",
        title=line(text_at(job, "name")),
        company=line(text_at(job, "companyName")),
        places=tuple(dict.fromkeys(place for location in locations for place in location.places)),
        mode=next((location.mode for location in locations if location.mode), None),
        employment=read_employment([label]),
        pay=next((pay for pay in pays if pay), None),
        posted=read_date(text_at(job, "createdOn"), captured_at),
        ats="rippling",
        ats_company=text_at(job, "board", "slug"),
        ats_job=text_at(job, "uuid"),
        url=text_at(job, "url"),
        description="\n\n".join(part for part in parts if part),
    )
