"""Systems whose pages have no payload: their elements and rows as they write them, with a made-up employer."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json
from datetime import date
from urllib.parse import quote

import pytest

from companion.errors import Unreadable
from companion.intake import read
from tests.unit.intake.pages import TEXT, page

HTML = "<p>" + TEXT.replace("\n", "</p><p>") + "</p>"
ICIMS = f"""<div class="iCIMS_MainWrapper iCIMS_JobPage"><h1 class="iCIMS_Header">Gauge Technician</h1>
<div class="row"><div class="col-xs-6 header left"><span class="sr-only field-label">Job Locations</span><span>US-PA-Philadelphia | US-NJ-Edison</span></div>
<div class="col-xs-6 header right"><span class="sr-only field-label">Posted Date</span><span title="3/2/2026 2:14 PM">8 days ago</span></div></div>
<dl class="iCIMS_JobHeaderGroup"><div class="iCIMS_JobHeaderTag"><dt class="iCIMS_JobHeaderField">ID</dt><dd class="iCIMS_JobHeaderData"><span>2026-1234</span></dd></div>
<div class="iCIMS_JobHeaderTag"><dt class="iCIMS_JobHeaderField">Type</dt><dd class="iCIMS_JobHeaderData"><span>Full-Time</span></dd></div></dl>
<div class="iCIMS_JobContent"><h2 class="iCIMS_InfoMsg iCIMS_InfoField_Job">Overview</h2><div class="iCIMS_InfoMsg iCIMS_InfoMsg_Job"><div class="iCIMS_Expandable_Text">{HTML}</div></div></div></div>"""
TALEO_FILLED = f"""<script>api.fillList('requisitionDescriptionInterface', 'descRequisition', ['false','482913','Gauge Technician','482913','false',
'!*!{quote(HTML)}','!*!{quote("<p>Requirements</p>" + HTML.replace("Larkspur", "The Larkspur"))}','US-PA-Philadelphia','Full-time','Mar 2, 2026, 4:12:09 AM','true']);</script>"""
TALEO_SHOWN = f"""<span class="titlepage" id="requisitionDescriptionInterface.reqTitleLinkAction.row1">Gauge Technician</span>
<div class="contentlinepanel"><span class="subtitle">Primary Location</span><span>:</span> <span class="text" id="requisitionDescriptionInterface.ID1791.row1">US-PA-Philadelphia</span></div>
<div class="contentlinepanel"><span class="subtitle">Job Posting</span><span>:</span> <span class="text" id="requisitionDescriptionInterface.reqPostingDate.row1">Mar 2, 2026, 4:12:09 AM</span></div>
<div class="editablesection"><div id="requisitionDescriptionInterface.ID1590.row1">{HTML}</div></div>"""
ROW = f"""<h1>Career Opportunities: Gauge Technician (48291)</h1><div tabindex="0">Requisition ID <b>48291</b> - Posted <b></b> - <b>Pennsylvania - Philadelphia</b> - <b>Field Service</b></div>
<input type=hidden id=postedOnFastDate value=1772445600000><div class="externalPosting"><div class="joqReqDescription">{HTML}</div></div>"""
BUILT = f"""<h1><span data-careersite-propertyid="title">Gauge Technician</span></h1><span class="jobGeoLocation">Philadelphia, PA, US, 19104</span>
<span data-careersite-propertyid="date">Mar 2, 2026</span><span class="jobdescription"><span>{HTML}</span></span>"""
ORACLE = f"""<h1 class="heading job-details__title">Gauge Technician</h1><ul class="job-meta__list">
<li class="job-meta__item"><span class="job-meta__title">Job Identification</span><span class="job-meta__subitem">48291</span></li>
<li class="job-meta__item"><span class="job-meta__title">Posting Date</span><span class="job-meta__subitem">2026-03-02</span></li>
<li class="job-meta__item"><span class="job-meta__title">Job Schedule</span><span class="job-meta__subitem">Full time</span></li>
<li class="job-meta__item"><span class="job-meta__title">Locations</span><span class="job-meta__subitem">Philadelphia, PA, United States</span></li></ul>
<div class="job-details__section"><h2>Job Description</h2><div class="job-details__description-content">{HTML}</div></div>"""
JOBVITE = f"""<div class="jv-wrapper"><a class="jv-logo" href="/larkspur">Larkspur Instruments</a><h2 class="jv-header">Gauge Technician</h2>
<p class="jv-job-detail-meta">Field Service<span class="jv-inline-separator"></span>Philadelphia, Pennsylvania</p><div class="jv-job-detail-description">{HTML}</div></div>"""
JAZZ = f"""<div class="job-header"><div class="container"><h2>Gauge Technician</h2><div class="job-attributes-container"><div title="Location"><i class="fa fa-map-marker"></i>Philadelphia, PA</div>
<div id="resumator-job-employment" title="Type"><i></i>Full Time</div></div></div></div><div class="col description" id="job-description">{HTML}</div>"""
GLASSDOOR = f"""<ul><li data-test="jobListing"><a data-test="job-title">Night Baker</a><div data-test="emp-location">Boston, MA</div></li></ul>
<div class="JobDetails_jobDetailsContainer__x"><header class="JobDetails_jobDetailsHeader__y"><div class="EmployerProfile_employerNameHeading__z"><h4>Larkspur Instruments</h4></div>
<h1 class="heading_Heading__q">Gauge Technician</h1><div data-test="location">Philadelphia, PA</div><div data-test="detailSalary">$45,000 - $55,000 (Employer provided)</div></header>
<div class="JobDetails_jobDescriptionWrapper__a"><div class="JobDetails_jobDescription__b">{HTML}</div></div></div>"""
BREEZY = f"""<div class="banner"><h1>Gauge Technician</h1><ul class="meta"><li class="location"><span>Philadelphia, PA</span></li><li class="type"><span>Full-Time</span></li></ul></div><div class="description">{HTML}</div>"""
CARD = {
    "jobkey": "0123456789abcdef", "displayTitle": "Gauge Technician", "company": "Larkspur Instruments", "formattedLocation": "Philadelphia, PA", "pubDate": 1772445600000,
    "extractedSalary": {"min": 45000, "max": 55000, "type": "YEARLY"}, "salarySnippet": {"currency": "USD"},
}  # fmt: skip
MOSAIC = {
    "metaData": {
        "mosaicProviderJobCardsModel": {
            "results": [CARD, CARD | {"jobkey": "f" * 16, "displayTitle": "Night Baker", "company": "Other"}]
        }
    }
}
PANEL = f"""<script>window.mosaic.providerData["mosaic-provider-jobcards"]={json.dumps(MOSAIC)};</script>"""

SYSTEMS = {
    "iCIMS": ("https://careers-larkspur.icims.com/jobs/1234/gauge-technician/job?in_iframe=1", "<title>Gauge Technician in Philadelphia | Careers at Larkspur Instruments</title>", ICIMS, "icims", "1234"),
    "Taleo, before its script": ("https://larkspur.taleo.net/careersection/2/jobdetail.ftl?job=482913&lang=en", "<title>Job Description - Gauge Technician (482913)</title>" + TALEO_FILLED, "<div>Loading</div>", "taleo", "482913"),
    "Taleo, rendered": ("https://larkspur.taleo.net/careersection/2/jobdetail.ftl?job=482913", "<title>Job Description - Gauge Technician</title>", TALEO_SHOWN, "taleo", "482913"),
    "SuccessFactors, older": ("https://career4.successfactors.com/career?company=larkspur&career_ns=job_listing&career_job_req_id=48291", "<title>Career Opportunities: Gauge Technician (48291)</title>", ROW, "successfactors", "48291"),
    "SuccessFactors, career site": ("https://jobs.larkspur.example/job/Philadelphia-Gauge-Technician-PA-19104/1234567/", "<title>Gauge Technician Job Details | Larkspur Instruments</title>", BUILT, "successfactors", ""),
    "Oracle": ("https://larkspur.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/48291", "<title>Gauge Technician - Larkspur Instruments Careers</title>", ORACLE, "oracle", "48291"),
    "Jobvite": ("https://jobs.jobvite.com/larkspur/job/oAbC1def", "<title>Larkspur Instruments Careers - Gauge Technician</title>", JOBVITE, "jobvite", "oAbC1def"),
    "JazzHR": ("https://larkspur.applytojob.com/apply/AbCdEf1234/Gauge-Technician", "<title>Gauge Technician - Larkspur Instruments - Career Page</title>", JAZZ, "jazzhr", "AbCdEf1234"),
    "Glassdoor": ("https://www.glassdoor.com/Job/index.htm?jl=1009123456", "<title>Jobs | Glassdoor</title>", GLASSDOOR, "glassdoor", "1009123456"),
    "Breezy": ("https://larkspur.breezy.hr/p/0123456789ab-gauge-technician", "<title>Gauge Technician at Larkspur Instruments</title>", BREEZY, "breezy", "0123456789ab"),
    "Indeed, beside the results": ("https://www.indeed.com/jobs?q=gauge&vjk=0123456789abcdef", PANEL, f"<h2 class=jobTitle>Night Baker</h2><h2 class='jobsearch-JobInfoHeader-title'>Gauge Technician<span> - job post</span></h2><div id=jobDescriptionText>{HTML}</div>", "indeed", "0123456789abcdef"),
}  # fmt: skip


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_posting_of_each_system(name: str) -> None:
    url, head, body, ats, job = SYSTEMS[name]
    reading = read(page(body, head, url=url))
    found = reading.posting
    assert (found.title, found.ats, found.ats_job) == ("Gauge Technician", ats, job)
    assert found.company in ("Larkspur Instruments", "Larkspur")
    assert ("Philadelphia", "US") in [(place.city, place.country) for place in found.places]
    assert "Design and build services in Python" in reading.description
    assert "Night Baker" not in reading.description
    assert found.posted in (None, date(2026, 3, 2))
    assert found.employment in ((), ("full_time",))
    assert found.pay is None or (found.pay.minimum, found.pay.maximum, found.pay.currency) == (45000, 55000, "USD")


@pytest.mark.parametrize(
    "name",
    ["iCIMS", "Taleo, before its script", "Taleo, rendered", "SuccessFactors, older", "SuccessFactors, career site", "Oracle", "Indeed, beside the results"],
)  # fmt: skip
def test_the_date_is_found_where_the_system_shows_it(name: str) -> None:
    url, head, body, _, _ = SYSTEMS[name]
    assert read(page(body, head, url=url)).posting.posted == date(2026, 3, 2)


def test_the_list_of_taleo_keeps_both_parts_of_the_ad() -> None:
    url, head, body, _, _ = SYSTEMS["Taleo, before its script"]
    assert read(page(body, head, url=url)).description.count("Design and build services in Python") == 2


LISTS = {
    "a board's own page": ("https://larkspur.breezy.hr/", "<title>Work at Larkspur</title>", f"<h1>Join the Larkspurs!</h1><div class=description>{HTML}</div>"),
    "a board of iCIMS": ("https://careers-larkspur.icims.com/jobs/intro", "<title>Welcome</title>", f"<h1 class=iCIMS_Header>Exciting times</h1><div class=iCIMS_JobContent>{HTML}</div>"),
    "results named after a place": ("https://portal.example/search?q=baker", "<title>Baker Jobs In Leeds</title>", f"<h1>Baker Jobs In Leeds</h1><p>Location: Leeds</p>{HTML}"),
    "results counted": ("https://portal.example/search", "<title>Portal</title>", f"<h1>1,204 vacancies</h1><p>Location: Leeds</p>{HTML}"),
    "Spanish results": ("https://portal.example/buscar", "<title>Ofertas de empleo en Sevilla</title>", f"<h1>Ofertas de empleo en Sevilla</h1><p>Ubicación: Sevilla</p>{HTML}"),
    "a list of Taleo": ("https://larkspur.taleo.net/careersection/2/moresearch.ftl", "<title>Careers</title>", f"<h1>Advanced Job Search</h1><span id='requisitionListInterface.reqTitleLinkAction.row1'>Gauge Technician</span><div id='requisitionListInterface.ID1.row1'>{HTML}</div>"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_jobs_is_no_posting(name: str) -> None:
    url, head, body = LISTS[name]
    with pytest.raises(Unreadable, match="several jobs"):
        read(page(body, head, url=url))


def test_the_page_after_applying_is_no_posting() -> None:
    body = "<h1>Application Submitted</h1><p>Your application has been submitted successfully.</p><ul><li>Gauge Technician</li></ul>"
    with pytest.raises(Unreadable):
        read(page(body, "<title>Gauge Technician</title>", url="https://larkspur.breezy.hr/p/0123456789ab-gauge/apply"))


def test_a_link_to_a_system_does_not_make_a_foreign_page_its_own() -> None:
    body = f"<h1>Gauge Technician</h1><dl><dt>Location</dt><dd>Leeds, UK</dd></dl>{HTML}<a href='https://larkspur.wd5.myworkdayjobs.com/Jobs'>More of them</a>"
    found = read(
        page(body, "<title>Gauge Technician @ Larkspur Instruments | Portal</title>", url="https://portal.example/77")
    ).posting
    assert (found.ats, found.company) == ("", "Larkspur Instruments")


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Gauge Technician - Test III", ""),
        ("Gauge Technician - Test III at Larkspur Instruments", "Larkspur Instruments"),
        ("Gauge Technician - Test III - Leeds, UK - Larkspur Instruments", "Larkspur Instruments"),
        ("Gauge Technician - Test III | Larkspur Instruments Careers", "Larkspur Instruments"),
        ("Larkspur Instruments: Gauge Technician - Test III (Full-time)", "Larkspur Instruments"),
        ("Gauge Technician - Test III @ Larkspur Instruments | Portal", "Larkspur Instruments"),
        ("Gauge Technician - Test III bei Larkspur Instruments in Leeds", "Larkspur Instruments in Leeds"),
    ],
)
def test_the_employer_beside_a_title_that_has_a_dash_itself(title: str, company: str) -> None:
    body = f"<h1>Gauge Technician - Test III</h1><dl><dt>Location</dt><dd>Leeds, UK</dd></dl>{HTML}"
    assert read(page(body, f"<title>{title}</title>", url="https://portal.example/77")).posting.company == company


@pytest.mark.parametrize(
    ("labels", "place", "kind"),
    [
        ("<li>Ubicació: Barcelona (Espanya)</li><li>Jornada: Jornada completa</li>", "Barcelona", "full_time"),
        ("<dl><dt>Luogo di lavoro</dt><dd>Milano</dd><dt>Tipo di contratto</dt><dd>Tempo pieno</dd></dl>", "Milano", "full_time"),
        ("<table><tr><th>Dienstort</th><td>Leipzig</td></tr><tr><th>Arbeitszeitmodell</th><td>Teilzeit</td></tr></table>", "Leipzig", "part_time"),
        ("<div><span>Primary Location</span><span>:</span><span>Leeds, UK</span></div><div><span>Work schedule</span><span>Full time</span></div>", "Leeds", "full_time"),
        ("<p><strong>Arbetsort</strong> Malmö</p><p><strong>Ort</strong>: Malmö</p><p><b>Omfattning:</b> Heltid</p>", "Malmö", "full_time"),
    ],
)  # fmt: skip
def test_labels_of_many_languages(labels: str, place: str, kind: str) -> None:
    found = read(page(f"<h1>Gauge Technician</h1>{labels}{HTML}", url="https://portal.example/77")).posting
    assert [one.city for one in found.places] == [place]
    assert found.employment == (kind,)


def test_a_row_of_bare_facts_below_the_title() -> None:
    body = f"<h1>Gauge Technician</h1><p><em>Selby, North Yorkshire &middot; Full time &middot; £31,500</em></p>{HTML}"
    found = read(
        page(body, "<title>Gauge Technician – Larkspur Instruments</title>", url="https://larkspur.example/7")
    ).posting
    assert [(one.city, one.country) for one in found.places] == [("Selby", "GB")]
    assert found.employment == ("full_time",)
    assert found.pay is not None
    assert (found.pay.minimum, found.pay.currency, found.company) == (31500, "GBP", "Larkspur Instruments")


def test_pages_about_hiring_and_lists_under_a_plain_heading_are_no_posting() -> None:
    roles = "".join(f"<li><a href='/{n}'>Engineer {n}</a>, Leeds</li>" for n in range(9))
    pages = (
        ("Careers at Larkspur", f"<p>Location: Leeds</p><h2>Open roles</h2><ul>{roles}</ul>{HTML}"),
        ("Build gauges with us", f"<p>Location: Leeds</p><h2>Open roles</h2><ul>{roles}</ul><p>Our benefits are good: salary, experience, skills.</p>" + "<p>We make gauges. </p>" * 30),
        ("How we hire engineers", "<p>Each candidate meets four people who know the role.</p><h2>Requirements</h2><p>We write them down before we open a position.</p><h2>Benefits</h2><p>Salary bands are public, and skills count more than years of experience in our eyes, as they should anywhere.</p>"),
    )  # fmt: skip
    for title, body in pages:
        with pytest.raises(Unreadable):
            read(page(f"<h1>{title}</h1>{body}", f"<title>{title}</title>", url="https://larkspur.example/careers"))
