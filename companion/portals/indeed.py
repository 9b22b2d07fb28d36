"""Indeed's public result pages: the jobs are in the data the page gives its own script. Mostly it refuses robots."""

from collections.abc import AsyncIterator
from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import assigned, at, list_at, text_at
from companion.intake.page import CapturedPage, Page
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.reading import read
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_PAGES = 10
_RESULTS = ("metaData", "mosaicProviderJobCardsModel", "results")
_STEP = 10
_PERIODS: dict[str, Period] = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day", "HOURLY": "hour"}


class Indeed:
    """`https://<country>.indeed.com/jobs`; `country` is its subdomain, `www` for the United States."""

    name = "indeed"
    whole = False

    def __init__(self, country: str = "www") -> None:
        self._root = f"https://{country}.indeed.com"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for place in query.places or (None,):
            seen: set[str] = set()
            for number in range(_PAGES):
                params: dict[str, str | int] = {"q": query.words, "start": number * _STEP, "sort": "date"}
                if place is not None:
                    params["l"] = place.text or place.city
                    if place.radius_km:
                        params["radius"] = round(place.radius_km)
                if query.days:
                    params["fromage"] = query.days
                page = await polite.page(f"{self._root}/jobs", params=params)
                drafts = cards(page, self._root, now)
                expect(drafts is not None, f"{self._root}/jobs", "mosaic-provider-jobcards", page.html)
                fresh = [draft for draft in drafts or [] if draft.ats_job not in seen]
                # Past its last page it shows an earlier one again.
                if not fresh:
                    break
                seen |= {draft.ats_job for draft in fresh}
                yield Batch(drafts=tuple(fresh), truncated=number == _PAGES - 1)

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        reading = read(await polite.page(draft.url))
        return merged(
            draft, Draft(source="indeed", description=reading.description, pay=reading.posting.pay or draft.pay)
        )


def cards(page: CapturedPage, root: str, now: datetime) -> list[Draft] | None:
    """The jobs in a result page's data; None where the page has no such data."""
    for script in Page(page).scripts:
        data = assigned(script.body, 'providerData["mosaic-provider-jobcards')
        if isinstance(at(data, *_RESULTS), list):
            return [_card(job, root, now) for job in list_at(data, *_RESULTS)]
    return None


def _card(job: object, root: str, now: datetime) -> Draft:
    location = read_location(text_at(job, "formattedLocation"))
    remote = text_at(job, "remoteWorkModel", "type")
    key = text_at(job, "jobkey")
    return Draft(
        source="indeed",
        title=line(text_at(job, "displayTitle") or text_at(job, "title")),
        company=line(text_at(job, "company")),
        places=location.places,
        mode="hybrid" if "HYBRID" in remote else "remote" if "REMOTE" in remote else location.mode,
        employment=read_employment(str(kind) for kind in list_at(job, "jobTypes")),
        pay=_pay(job),
        posted=read_date(at(job, "pubDate"), now),
        ats="indeed",
        ats_job=key,
        url=f"{root}/viewjob?jk={key}",
        apply_url=text_at(job, "thirdPartyApplyUrl"),
        description="",
        liveness="closed" if at(job, "expired") is True else "unknown",
    )


def _pay(job: object) -> Pay | None:
    # -1 is how an open end is written.
    low, high = (_positive(at(job, "extractedSalary", name)) for name in ("min", "max"))
    if low is not None or high is not None:
        return Pay(
            minimum=low,
            maximum=high,
            currency=text_at(job, "salarySnippet", "currency")[:3],
            period=_PERIODS.get(text_at(job, "extractedSalary", "type").upper()),
        )
    # What Indeed estimates is not what the employer states.
    text = html_text(text_at(job, "salarySnippet", "text"))
    return read_pay(text) if text and "EXTRACTION" in text_at(job, "salarySnippet", "source").upper() else None


def _positive(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None
