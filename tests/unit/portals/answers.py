"""Answers in the shape each service gives, about a made-up employer."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json

from tests.fakes.web import Answer

HTML = "<p>Larkspur Instruments makes river gauges. You build the services behind them.</p><ul><li>Python</li><li>Postgres</li></ul>"
ID = "b8206fdb-4d85-472c-bd8f-7c7a2dcbfa69"


def as_json(value: object, status: int = 200, **headers: str) -> Answer:
    """`value` as a JSON answer."""
    return Answer(status, json.dumps(value).encode(), {"content-type": "application/json"} | headers)


def as_xml(text: str) -> Answer:
    return Answer(200, text.encode(), {"content-type": "application/xml"})


GREENHOUSE = {"jobs": [{"id": 4012345, "title": "Backend Engineer", "absolute_url": "https://boards.greenhouse.io/larkspur/jobs/4012345", "company_name": "Larkspur Instruments",
                        "location": {"name": "Leeds, United Kingdom"}, "first_published": "2026-03-02T10:00:00-05:00", "updated_at": "2026-03-09T10:00:00-05:00",
                        "content": HTML.replace("<", "&lt;").replace(">", "&gt;"), "pay_input_ranges": [{"min_cents": 4500000, "max_cents": 5500000, "currency_type": "GBP", "title": "Annual"}]}]}  # fmt: skip
LEVER = [{"id": ID, "text": "Backend Engineer", "categories": {"location": "Leeds, United Kingdom", "commitment": "Full-time", "allLocations": ["Leeds, United Kingdom"]}, "country": "GB",
          "workplaceType": "hybrid", "createdAt": 1772445600000, "hostedUrl": f"https://jobs.lever.co/larkspur/{ID}", "applyUrl": f"https://jobs.lever.co/larkspur/{ID}/apply",
          "description": "<div>Larkspur Instruments makes river gauges.</div>", "lists": [{"text": "You bring", "content": "<li>Python</li><li>Postgres</li>"}], "additional": "<div>Hello.</div>",
          "salaryRange": {"min": 45000, "max": 55000, "currency": "GBP", "interval": "per-year-salary"}}]  # fmt: skip
ASHBY = {"jobs": [{"id": ID, "title": "Backend Engineer", "location": "Leeds", "address": {"postalAddress": {"addressLocality": "Leeds", "addressCountry": "United Kingdom"}}, "isListed": True,
                   "employmentType": "FullTime", "workplaceType": "Hybrid", "publishedAt": "2026-03-02T10:00:00Z", "jobUrl": f"https://jobs.ashbyhq.com/larkspur/{ID}", "descriptionHtml": HTML,
                   "compensation": {"summaryComponents": [{"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "GBP", "minValue": 45000, "maxValue": 55000}]}},
                  {"id": "x", "title": "Secret", "isListed": False, "jobUrl": "https://jobs.ashbyhq.com/larkspur/x"}]}  # fmt: skip
WORKDAY = {
    "total": 1,
    "jobPostings": [
        {
            "title": "Backend Engineer",
            "externalPath": "/job/Leeds/Backend-Engineer_R-1234",
            "locationsText": "Leeds, United Kingdom",
            "postedOn": "Posted 8 Days Ago",
            "bulletFields": ["R-1234"],
        }
    ],
}
WORKDAY_DETAIL = {"jobPostingInfo": {"title": "Backend Engineer", "jobDescription": HTML, "location": "Leeds, United Kingdom", "startDate": "2026-03-02", "timeType": "Full time", "jobReqId": "R-1234", "canApply": True, "posted": True,
                                     "externalUrl": "https://larkspur.wd5.myworkdayjobs.com/Jobs/job/Leeds/Backend-Engineer_R-1234"}, "hiringOrganization": {"name": "Larkspur Instruments"}}  # fmt: skip
SMART = {"content": [{"id": "744000012345678", "name": "Backend Engineer", "releasedDate": "2026-03-02T10:00:00Z", "company": {"identifier": "Larkspur", "name": "Larkspur Instruments"},
                      "location": {"city": "Leeds", "country": "gb", "hybrid": True}, "typeOfEmployment": {"label": "Full-time"}}]}  # fmt: skip
SMART_DETAIL = SMART["content"][0] | {
    "jobAd": {"sections": {"jobDescription": {"title": "Job Description", "text": HTML}}},
    "compensation": {"min": 45000, "max": 55000, "currency": "GBP", "period": "YEARLY"},
}
WORKABLE = {"name": "Larkspur Instruments", "jobs": [{"shortcode": "F3ACA8AEC9", "title": "Backend Engineer", "city": "Leeds", "country": "United Kingdom", "published_on": "2026-03-02", "employment_type": "Full-time",
                                                      "url": "https://apply.workable.com/j/F3ACA8AEC9", "description": HTML}]}  # fmt: skip
RECRUITEE = {"offers": [{"slug": "backend-engineer", "title": "Backend Engineer", "company_name": "Larkspur Instruments", "locations": [{"city": "Leeds", "country_code": "GB"}], "hybrid": True,
                         "published_at": "2026-03-02 10:00:00 UTC", "employment_type_code": "fulltime_permanent", "careers_url": "https://larkspur.recruitee.com/o/backend-engineer", "description": HTML,
                         "salary": {"min": 45000, "max": 55000, "currency": "GBP", "period": "year"}}]}  # fmt: skip
BAMBOO = {
    "result": [
        {
            "id": "12",
            "jobOpeningName": "Backend Engineer",
            "employmentStatusLabel": "Full-Time",
            "location": {"city": "Leeds", "state": None},
            "atsLocation": {"country": "United Kingdom"},
            "locationType": "2",
        }
    ]
}
BAMBOO_DETAIL = {
    "result": {"jobOpening": {"jobOpeningName": "Backend Engineer", "description": HTML, "datePosted": "2026-03-02"}}
}
PERSONIO = f"""<?xml version="1.0"?><workzag-jobs><position><id>123456</id><subcompany>Larkspur Instruments</subcompany><office>Leeds, United Kingdom</office><name>Backend Engineer</name>
<jobDescriptions><jobDescription><name>Your tasks</name><value><![CDATA[{HTML}]]></value></jobDescription></jobDescriptions><employmentType>permanent</employmentType><schedule>full-time</schedule>
<seniority>experienced</seniority><createdAt>2026-03-02T10:00:00+00:00</createdAt></position></workzag-jobs>"""
TEAMTAILOR = f"""<?xml version="1.0"?><rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Larkspur</title><item><title>Backend Engineer</title>
<description><![CDATA[{HTML}]]></description><pubDate>Mon, 02 Mar 2026 10:00:00 +0000</pubDate><link>https://larkspur.teamtailor.com/jobs/123-backend-engineer</link><remoteStatus>hybrid</remoteStatus>
<tt:locations><tt:location><tt:name>Office</tt:name><tt:city>Leeds</tt:city><tt:country>United Kingdom</tt:country></tt:location></tt:locations></item></channel></rss>"""
CARD = """<li><div data-entity-urn="urn:li:jobPosting:{0}"><a class="base-card__full-link" href="https://uk.linkedin.com/jobs/view/x-{0}"></a><h3 class="base-search-card__title">Backend Engineer</h3>
<h4 class="base-search-card__subtitle"><a>Larkspur Instruments</a></h4><span class="job-search-card__location">Leeds, England, United Kingdom</span><time class="job-search-card__listdate--new" datetime="2026-03-02">8 days ago</time></div></li>"""
LINKEDIN_DETAIL = f'<h2 class="top-card-layout__title">Backend Engineer</h2><a class="topcard__org-name-link">Larkspur Instruments</a><span class="topcard__flavor--bullet">Leeds, England, United Kingdom</span><div class="show-more-less-html__markup">{HTML}</div>'
INDEED = "<title>backend jobs</title><body><p>Jobs</p><script>window.mosaic.providerData[\"mosaic-provider-jobcards\"]=" + json.dumps({"metaData": {"mosaicProviderJobCardsModel": {"results": [
    {"jobkey": "0123456789abcdef", "displayTitle": "Backend Engineer", "company": "Larkspur Instruments", "formattedLocation": "Leeds", "pubDate": 1772445600000, "jobTypes": ["Full-time"], "remoteWorkModel": {"type": "REMOTE_HYBRID"},
     "extractedSalary": {"min": 45000, "max": 55000, "type": "YEARLY"}, "salarySnippet": {"currency": "GBP"}}]}}}) + ";</script></body>"  # fmt: skip
NAUKRI = """<title>Jobs</title><div class="srp-jobtuple-wrapper" data-job-id="100326001234"><a class="title" href="https://www.naukri.com/job-listings-backend-engineer-100326001234">Backend Engineer</a>
<a class="comp-name">Larkspur Instruments</a><span class="locWdth">Leeds, United Kingdom</span><span class="sal-wrap">12-16 Lacs PA</span><span class="job-post-day">8 Days Ago</span></div>"""
