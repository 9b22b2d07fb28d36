"""Taleo: the posting in the list its page's script fills, and the elements once the script has run.

The list's order differs from employer to employer: only what a value looks like tells what it is.
"""

import re
from urllib.parse import unquote

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.gazetteer import is_city
from companion.intake.headline import read_headline
from companion.intake.page import Page
from companion.intake.places import Location, read_location
from companion.intake.text import html_text, line

SELECTORS = Selectors(
    title=(
        "[id='requisitionDescriptionInterface.reqTitleLinkAction.row1']",
        "[id$='.reqTitleLinkAction.row1'].titlepage",
    ),
    description=(
        ".contentlinepanel .text:not(span)",
        "div[id^='requisitionDescriptionInterface.ID'][id$='.row1']",
        ".editablesection",
    ),
)
_FILLED = re.compile(
    r"api\.fillList\(\s*['\"]requisitionDescriptionInterface['\"]\s*,\s*['\"]descRequisition['\"]\s*,\s*\[(.*?)\]\s*\)",
    re.DOTALL,
)
_VALUE = re.compile(r"'((?:[^'\\]|\\.)*)'")
_RICH = "!*!"
_PROSE = 200


def filled_draft(page: Page) -> Draft | None:
    """The posting that the page's script is given; None where there is none."""
    found = next((match for script in page.scripts if (match := _FILLED.search(script.body))), None)
    if found is None:
        return None
    values = [unquote(value.replace("\\'", "'")).replace(_RICH, "") for value in _VALUE.findall(found[1])]
    prose = list(dict.fromkeys(text for value in values if len(text := html_text(value)) >= _PROSE))
    short = [line(value) for value in values if 2 < len(value) < _PROSE and "%" not in value]
    headline = read_headline(page).title
    title = next((value for value in short if value in page.title and not value.isdigit()), "") or next(
        (value for value in short if value[:1].isalpha() and " " in value and not _place(value).places), headline
    )
    location = next((place for value in short if (place := _place(value)).places), Location())
    return Draft(
        source="taleo",
        title=title,
        places=location.places,
        mode=location.mode,
        employment=read_employment(value for value in short if len(value) < 20 and value != title),
        posted=next((day for value in short if (day := read_date(value, page.captured.captured_at))), None),
        description="\n\n".join(prose),
    )


def _place(value: str) -> Location:
    """`value` as a place written from the largest part down ("US-PA-Philadelphia"), or one the gazetteer knows."""
    found = read_location(value) if value[:1].isupper() and not value.endswith(".") else Location()
    sure = all(place.country and (is_city(place.city) or not place.city or "-" in value) for place in found.places)
    return found if sure and len(value.split()) <= 8 else Location()
