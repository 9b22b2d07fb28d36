"""Each system's page as its reader sees it, written with a made-up employer after the shapes that system uses."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json
from datetime import date

import pytest

from companion.intake import read
from companion.intake.ats.address import identify
from tests.unit.intake.pages import TEXT, page

HTML = "<p>" + TEXT.replace("\n", "</p><p>") + "</p>"
ID = "b8206fdb-4d85-472c-bd8f-7c7a2dcbfa69"

ASHBY = json.dumps({
    "organization": {"name": "Larkspur Instruments"},
    "posting": {"id": ID, "title": "Backend Engineer", "locationName": "Leeds Office", "publishedDate": "2026-03-02", "workplaceType": "Hybrid", "employmentType": "FullTime",
                "address": {"postalAddress": {"addressLocality": "Leeds", "addressCountry": "United Kingdom"}}, "descriptionHtml": HTML, "shouldDisplayCompensation": True,
                "scrapeableCompensationSalarySummary": "£45K - £55K"},
})  # fmt: skip
GREENHOUSE = json.dumps({"state": {"loaderData": {"routes/x": {"jobPost": {
    "title": "Backend Engineer", "company_name": "Larkspur Instruments", "job_post_location": "Leeds, United Kingdom", "published_at": "2026-03-02T20:06:18-04:00",
    "introduction": "<p>Hello.</p>", "content": HTML, "conclusion": "<p>Bye.</p>", "pay_ranges": [{"min": "£45,000", "max": "£55,000", "currency_type": "GBP", "title": "Annual pay"}]}}}}})  # fmt: skip
NEXT = json.dumps({"props": {"pageProps": {"apiData": {"jobPost": {
    "uuid": ID, "name": "Backend Engineer", "companyName": "Larkspur Instruments", "workLocations": ["Leeds, United Kingdom"], "employmentType": {"label": "SALARIED_FT"},
    "createdOn": "2026-03-02T09:11:15-07:00", "description": {"company": "<p>About us.</p>", "role": HTML}}}}}})  # fmt: skip
PERSONIO = json.dumps({"job": {"name": "Backend Engineer", "office_addresses": [{"name": "Leeds", "city": "Leeds", "country": "GB"}], "published_at": "2026-03-02T14:00:51Z",
                               "employment_type_slug": "permanent", "schedule_slug": "full-time",
                               "salary_information": {"min": "45000.00", "max": "55000.00", "currency_code": "GBP", "type": "yearly"}},
                       "careerSiteSettings": {"company_name": "Larkspur Instruments"}})  # fmt: skip
FLIGHT = f"self.__next_f.push([1,{json.dumps('1:' + PERSONIO + chr(10))}])"
RECRUITEE = json.dumps({"appConfig": {"site": {"name": "Larkspur Instruments"}, "locations": [], "offer": {
    "primaryLangCode": "en", "publishedAt": "2026-03-02T10:00:00Z", "slug": "backend-engineer", "hybrid": True, "salary": {"min": "45000", "max": "55000", "currency": "GBP", "period": "year"},
    "locations": [{"countryCode": "GB", "translations": {"en": {"city": "Leeds"}}}], "translations": {"en": {"title": "Backend Engineer", "description": HTML}}}}})  # fmt: skip

PAGES = {
    "ashby": ("https://jobs.ashbyhq.com/larkspur/" + ID, f"<script>window.__appData = {ASHBY};</script>", "<div id=root></div>"),
    "greenhouse": ("https://job-boards.greenhouse.io/larkspur/jobs/4012345", f"<script>window.__remixContext = {GREENHOUSE};</script>", "<h1>x</h1>"),
    "rippling": (f"https://ats.rippling.com/larkspur/jobs/{ID}", f'<script id="__NEXT_DATA__" type="application/json">{NEXT}</script>', ""),
    "personio": ("https://larkspur.jobs.personio.de/job/123456", f"<script>{FLIGHT}</script>", f'<h1 class="jb-title">Backend Engineer</h1><div class="JobDescription_x">{HTML}</div>'),
    "recruitee": ("https://larkspur.recruitee.com/o/backend-engineer", "", f"<div data-component=PublicApp data-props=\"{RECRUITEE.replace('&', '&amp;').replace(chr(34), '&quot;')}\"></div>"),
    "greenhouse, older": ("https://boards.greenhouse.io/larkspur/jobs/4012345", "", f'<h1 class="app-title">Backend Engineer</h1><span class="company-name">at Larkspur Instruments</span><div class="location">Leeds, United Kingdom</div><div id="content">{HTML}</div>'),
    "lever": ("https://jobs.lever.co/larkspur/" + ID, "<title>Larkspur Instruments - Backend Engineer</title>", f'<div class="posting-headline"><h2>Backend Engineer</h2><div class="posting-categories"><div class="location">Leeds, United Kingdom</div><div class="commitment">Full-time</div><div class="workplaceTypes">Hybrid</div></div></div><div class="section-wrapper page-full-width">{HTML}</div>'),
    "workable": ("https://apply.workable.com/larkspur/j/F3ACA8AEC9/", "<title>Backend Engineer - Larkspur Instruments</title>", f'<h1 data-ui="job-title">Backend Engineer</h1><span data-ui="job-type">Full time</span><div data-ui="job-location-tooltip"><span>Leeds,</span> <span>United Kingdom</span></div><section data-ui="job-description">{HTML}</section>'),
    "workday": ("https://larkspur.wd5.myworkdayjobs.com/en-US/Jobs/job/Leeds/Backend-Engineer_R-1234", "<meta property='og:site_name' content='Larkspur Instruments'>", f'<h2 data-automation-id="jobPostingHeader">Backend Engineer</h2><div data-automation-id="locations"><dl><dt>locations</dt><dd>Leeds, United Kingdom</dd></dl></div><div data-automation-id="postedOn"><dl><dt>posted on</dt><dd>Posted 8 Days Ago</dd></dl></div><div data-automation-id="jobPostingDescription">{HTML}</div>'),
    "linkedin, guest": ("https://www.linkedin.com/jobs/view/backend-engineer-at-larkspur-4012345678", "", f'<h1 class="top-card-layout__title">Backend Engineer</h1><a class="topcard__org-name-link">Larkspur Instruments</a><span class="topcard__flavor topcard__flavor--bullet">Leeds, England, United Kingdom</span><span class="posted-time-ago__text">8 days ago</span><div class="show-more-less-html__markup">{HTML}</div>'),
    "linkedin, new": ("https://www.linkedin.com/jobs/view/4012345678/", "<title>(3) Backend Engineer | Larkspur Instruments | LinkedIn</title>", f'<div data-sdui-screen="com.linkedin.sdui.flagshipnav.jobs.JobDetails"><p>Larkspur Instruments</p><p>Backend Engineer</p><p>Leeds, England, United Kingdom · 8 days ago · 40 applicants</p><a>Hybrid</a><a>Full-time</a></div><div componentkey="JobDetails_AboutTheJob_4012345678"><h2>About the job</h2>{HTML}</div>'),
    "indeed": ("https://uk.indeed.com/viewjob?jk=0123456789abcdef", "", f'<h1 class="jobsearch-JobInfoHeader-title">Backend Engineer</h1><div data-testid="inlineHeader-companyName">Larkspur Instruments</div><div data-testid="inlineHeader-companyLocation">Leeds, United Kingdom</div><div id="salaryInfoAndJobType">£45,000 - £55,000 a year - Full-time</div><div id="jobDescriptionText">{HTML}</div>'),
    "naukri": ("https://www.naukri.com/job-listings-backend-engineer-larkspur-leeds-3-to-5-years-100326001234", "", f'<h1 class="styles_jd-header-title__abc">Backend Engineer</h1><div class="styles_jd-header-comp-name__x"><a>Larkspur Instruments</a><span>3.8</span></div><div class="styles_jhc__loc__x"><span class="styles_jhc__location__y">Leeds, United Kingdom</span></div><div class="styles_JDC__dang-inner-html__h0K4t">{HTML}</div>'),
    "pinpoint": (f"https://larkspur.pinpointhq.com/en/postings/{ID}", "<title>Backend Engineer - Leeds | Larkspur Instruments Careers</title>", f'<h1 class="external-panel__title--large">Backend Engineer</h1><dl><dt>Location</dt><dd class="pinpoint-job-sidebar--location">Leeds, United Kingdom</dd><dd class="pinpoint-job-sidebar--compensation">£45,000 - £55,000 / year</dd></dl><div class="external-panel__trix-content">{HTML}</div>'),
    "own page": ("https://www.larkspur.example/careers/backend-engineer", "<title>Backend Engineer at Larkspur Instruments</title>", f"<main><h1>Backend Engineer</h1><dl><dt>Location</dt><dd>Leeds, United Kingdom</dd><dt>Posted on</dt><dd>2 March 2026</dd></dl>{HTML}</main>"),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_posting_page_of_each_system(name: str) -> None:
    url, head, body = PAGES[name]
    reading = read(page(body, head, url=url))
    found = reading.posting
    assert (found.title, found.company) == ("Backend Engineer", "Larkspur Instruments")
    assert [(place.city, place.country) for place in found.places] == [("Leeds", "GB")]
    assert (
        "- Design and build services in Python" in reading.description
        or "Design and build services in Python" in reading.description
    )
    assert found.posted in (None, date(2026, 3, 2))
    assert found.pay is None or (found.pay.minimum, found.pay.maximum, found.pay.currency, found.pay.period) == (
        45000,
        55000,
        "GBP",
        "year",
    )


@pytest.mark.parametrize("name", ["ashby", "greenhouse", "rippling", "personio", "recruitee"])
def test_the_payload_gives_the_date(name: str) -> None:
    url, head, body = PAGES[name]
    found = read(page(body, head, url=url)).posting
    assert found.posted == date(2026, 3, 2)
    assert found.sources["posted"] in (name, "embedded")


@pytest.mark.parametrize(
    ("url", "ats", "company", "job"),
    [
        ("https://boards.greenhouse.io/acme/jobs/123", "greenhouse", "acme", "123"),
        ("https://job-boards.eu.greenhouse.io/acme/jobs/123?gh_src=x", "greenhouse", "acme", "123"),
        ("https://boards.greenhouse.io/embed/job_app?for=acme&token=123", "greenhouse", "acme", "123"),
        ("https://acme.example/careers?gh_jid=123", "greenhouse", "", "123"),
        (f"https://jobs.eu.lever.co/acme/{ID}/apply", "lever", "acme", ID),
        (f"https://jobs.ashbyhq.com/Forward%20Financing/{ID}/application", "ashby", "Forward Financing", ID),
        (f"https://acme.example/jobs?ashby_jid={ID}", "ashby", "", ID),
        ("https://acme.wd5.myworkdayjobs.com/en-US/Jobs/job/Leeds/Engineer_R-123-1", "workday", "acme", "R-123"),
        ("https://wd3.myworkdaysite.com/recruiting/acme/Jobs/job/Leeds/Engineer_R123", "workday", "acme", "R123"),
        ("https://jobs.smartrecruiters.com/Acme/744000012345678-engineer", "smartrecruiters", "Acme", "744000012345678"),
        ("https://apply.workable.com/acme/j/F3ACA8AEC9/apply/", "workable", "acme", "F3ACA8AEC9"),
        ("https://acme.recruitee.com/o/engineer/c/new", "recruitee", "acme", "engineer"),
        ("https://acme.jobs.personio.de/job/123?language=en", "personio", "acme", "123"),
        ("https://acme.teamtailor.com/jobs/123-engineer", "teamtailor", "acme", "123"),
        ("https://acme.bamboohr.com/careers/12", "bamboohr", "acme", "12"),
        ("https://www.linkedin.com/jobs/view/engineer-at-acme-4012345678?trk=x", "linkedin", "", "4012345678"),
        ("https://www.linkedin.com/jobs/search/?currentJobId=4012345678", "linkedin", "", "4012345678"),
        ("https://de.indeed.com/viewjob?jk=0123456789abcdef", "indeed", "", "0123456789abcdef"),
    ],
)  # fmt: skip
def test_an_address_names_its_system_board_and_job(url: str, ats: str, company: str, job: str) -> None:
    found = identify(url)
    assert found is not None
    assert (found.ats, found.company, found.job) == (ats, company, job)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/jobs/1",
        "",
        "not a url",
        "https://greenhouse.io.evil.example/x",
        "https://notlever.co/a",
        "http://[",
        "https://acme.example/?gh_jid=x",
    ],
)
def test_other_addresses_name_none(url: str) -> None:
    assert identify(url) is None


def test_a_page_that_embeds_one_posting_is_that_posting() -> None:
    body = f'<h1>Backend Engineer</h1>{HTML}<iframe src="https://boards.greenhouse.io/embed/job_app?for=larkspur&amp;token=4012345"></iframe>'
    found = read(page(body, url="https://www.larkspur.example/careers/backend")).posting
    assert (found.ats, found.ats_company, found.ats_job, found.canonical_key) == (
        "greenhouse",
        "larkspur",
        "4012345",
        "greenhouse:4012345",
    )


def test_a_frame_is_read_where_the_page_has_no_job() -> None:
    shell = "<h1>Careers</h1><iframe src=https://careers-larkspur.icims.com/jobs/1234/x/job?in_iframe=1></iframe>"
    inner = f"<html><body><div class=iCIMS_Header><h1>Backend Engineer</h1></div><div class=iCIMS_JobContent><div class=iCIMS_InfoMsg_Job>{HTML}</div></div></body></html>"
    frames = (("https://careers-larkspur.icims.com/jobs/1234/x/job?in_iframe=1", inner),)
    found = read(page(shell, url="https://larkspur.example/careers?job=1234", frames=frames)).posting
    assert (found.title, found.ats, found.ats_job, found.url) == (
        "Backend Engineer",
        "icims",
        "1234",
        "https://larkspur.example/careers?job=1234",
    )


def test_the_link_to_apply_is_kept_and_names_the_job() -> None:
    body = f'<h1>Backend Engineer</h1><a href="#form">Apply now</a><a href="https://jobs.lever.co/larkspur/{ID}/apply">Apply now</a>{HTML}'
    found = read(page(body, url="https://board.example/77")).posting
    assert found.apply_url == f"https://jobs.lever.co/larkspur/{ID}/apply"
