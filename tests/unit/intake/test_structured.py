"""schema.org JobPosting in every dialect in which pages write it."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json
from datetime import date

import pytest

from companion.errors import Unreadable
from companion.intake import read
from companion.intake.loose_json import loads
from companion.model.posting import Place
from tests.unit.intake.pages import TEXT, ld, page, posting

PLAIN = json.dumps(posting(), indent=1)

DIALECTS = {
    "plain": PLAIN,
    "graph": json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, posting()]}),
    "array": json.dumps([{"@type": "BreadcrumbList"}, posting()]),
    "types": json.dumps(posting(**{"@type": ["JobPosting", "Thing"]})),
    "iri type": json.dumps(posting(**{"@type": "http://schema.org/JobPosting"})),
    "cdata": f"//<![CDATA[\n{PLAIN}\n//]]>",
    "comment": f"<!--\n{PLAIN}\n-->",
    "trailing commas": PLAIN.replace('"FULL_TIME",', '"FULL_TIME",\n').replace("}\n }", "},\n }"),
    "missing comma": PLAIN.replace('"2026-03-02",\n', '"2026-03-02"\n'),
    "raw newlines": PLAIN.replace("\\n", "\n"),
    "raw tabs": PLAIN.replace("Larkspur Instruments makes", "Larkspur\tInstruments makes"),
    "bad escape": PLAIN.replace("river gauges", "river \\gauges").replace("\\g", "\\'g"),
    "semicolon": PLAIN + ";",
    "entities": PLAIN.replace('"', "&quot;"),
    "nested": json.dumps({"@type": "WebPage", "mainEntity": posting()}),
    "several in a row": json.dumps({"@type": "BreadcrumbList"})
    + json.dumps(posting())
    + "\n"
    + json.dumps({"@type": "X"}),
    "unescaped quotes": PLAIN.replace("river gauges", '<b class="x">river</b> gauges'),
    "comments": "/* seo */ " + PLAIN.replace(' "title"', ' // the title\n /* it */ "title"'),
    "bracket left out": PLAIN.rstrip().removesuffix("}"),
    "bracket too many": PLAIN + "}",
    "single quotes": PLAIN.replace('"', "'"),
    "bare keys": PLAIN.replace('"title"', "title").replace('"value"', "value"),
    "undefined": PLAIN.replace('"@context": "https://schema.org"', '"image": undefined, "logo": NaN'),
    "marks in front": "\ufeff\u00a0" + PLAIN,
}


@pytest.mark.parametrize("name", DIALECTS)
def test_every_dialect_is_read_alike(name: str) -> None:
    found = read(page("<p>x</p>", ld(DIALECTS[name]))).posting
    assert (found.title, found.company) == ("Backend Engineer", "Larkspur Instruments")
    assert found.places == (
        Place(text="Leeds, West Yorkshire, GB", city="Leeds", region="West Yorkshire", country="GB"),
    )
    assert (found.posted, found.valid_through) == (date(2026, 3, 2), date(2026, 4, 30))
    assert found.employment == ("full_time",)
    assert found.pay is not None
    assert (found.pay.minimum, found.pay.maximum, found.pay.currency, found.pay.period) == (45000, 55000, "GBP", "year")
    assert found.sources["title"] == "json-ld"
    assert found.liveness == "open"


@pytest.mark.parametrize(
    ("change", "city", "country", "mode"),
    [
        ({"jobLocation": "Berlin, Germany"}, "Berlin", "DE", None),
        ({"jobLocation": {"address": "Paris, France"}}, "Paris", "FR", None),
        ({"jobLocation": {"address": {"addressLocality": "Remote - US"}}, "jobLocationType": "TELECOMMUTE"}, "", "US", "remote"),
        ({"jobLocation": {"address": {"addressLocality": "Wien", "addressCountry": {"name": "Austria"}}}}, "Wien", "AT", None),
        ({"jobLocation": {"address": {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "USA"}}}, "Austin", "US", None),
        ({"jobLocation": [{"address": {"addressLocality": "Oslo", "addressCountry": "NO"}}]}, "Oslo", "NO", None),
    ],
)  # fmt: skip
def test_locations_in_their_dialects(change: dict[str, object], city: str, country: str, mode: str | None) -> None:
    found = read(page("", ld(posting(**change)))).posting
    assert [(place.city, place.country) for place in found.places] == [(city, country)]
    assert found.mode == mode


@pytest.mark.parametrize(
    ("salary", "period"),
    [
        ({"currency": "GBP", "value": {"minValue": "£28,000", "maxValue": "£31,500.00", "unitText": "per year"}}, "year"),
        ({"currency": "gbp", "value": {"minValue": 28000, "maxValue": 31500, "unitText": "ANNUM"}}, "year"),
        ({"currency": "GBP", "value": {"value": "28000-31500", "unitText": "YEAR"}}, "year"),
        ({"currency": "GBP", "minValue": "28.000,00", "maxValue": "31.500,00"}, None),
        ("£28,000 - £31,500 per annum", "year"),
    ],
)  # fmt: skip
def test_pay_in_its_dialects(salary: object, period: str | None) -> None:
    found = read(page("", ld(posting(baseSalary=salary)))).posting.pay
    assert found is not None
    assert (found.minimum, found.maximum, found.currency, found.period) == (28000, 31500, "GBP", period)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 60_000,
        '{"a":"' + '" x ' * 60_000,
        "{/*" * 90_000,
        '{"a" "b" : : ,, }',
        "{'",
        '{"\\',
        "&{",
    ],
)
def test_no_text_is_too_broken_to_be_refused(text: str) -> None:
    loads(text)


@pytest.mark.parametrize(
    "salary",
    [
        {"currency": "GBP", "value": {"value": 0}},
        {"currency": "GBP"},
        "competitive",
        None,
        {"value": {"minValue": "", "maxValue": ""}},
    ],
)
def test_pay_that_is_not_stated_stays_unknown(salary: object) -> None:
    assert read(page("", ld(posting(baseSalary=salary)))).posting.pay is None


def test_escaped_html_in_a_description_becomes_text_with_lists() -> None:
    escaped = "&lt;p&gt;Bake.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Early&lt;/li&gt;&lt;li&gt;Late &amp;amp; long&lt;/li&gt;&lt;/ul&gt;"
    assert read(page("", ld(posting(description=escaped)))).description == "Bake.\n\n- Early\n- Late & long"


def test_of_several_postings_the_page_is_about_the_one_it_names() -> None:
    both = [posting(title="Baker", url="https://jobs.example.com/2"), posting(url="https://jobs.example.com/1")]
    assert read(page("", ld(both))).posting.title == "Backend Engineer"
    with pytest.raises(Unreadable, match="several jobs"):
        read(page("", ld(both), url="https://jobs.example.com/all"))


def test_the_same_job_in_several_places_is_one_job() -> None:
    places = [
        posting(jobLocation={"address": {"addressLocality": city, "addressCountry": "GB"}})
        for city in ("Leeds", "York")
    ]
    assert read(page("", ld(places), url="https://jobs.example.com/x")).posting.title == "Backend Engineer"


MICRODATA = f"""<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Backend Engineer</h1>
<div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Larkspur Instruments</span></div>
<div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><div itemprop="address" itemscope>
<span itemprop="addressLocality">Leeds</span>, <span itemprop="addressCountry">United Kingdom</span></div></div>
<time itemprop="datePosted" datetime="2026-03-02">a week ago</time><meta itemprop="employmentType" content="PART_TIME">
<div itemprop="description"><p>{TEXT}</p></div><div itemprop="qualifications"><ul><li>A driving licence</li></ul></div></div>"""
RDFA = (MICRODATA.replace("itemprop=", "property=").replace("itemscope itemtype=", "typeof=").replace("itemscope", 'typeof="Thing"')
        .replace("https://schema.org/", ""))  # fmt: skip


@pytest.mark.parametrize("body", [MICRODATA, RDFA], ids=["microdata", "rdfa"])
def test_data_written_into_elements_is_read(body: str) -> None:
    reading = read(page(body))
    found = reading.posting
    assert (found.title, found.company, found.posted) == ("Backend Engineer", "Larkspur Instruments", date(2026, 3, 2))
    assert [(place.city, place.country) for place in found.places] == [("Leeds", "GB")]
    assert found.employment == ("part_time",)
    assert "- A driving licence" in reading.description
    assert found.sources["title"] == "microdata"


def test_structured_data_wins_over_the_page_and_says_so() -> None:
    body = f"<h1>Another Title</h1><dl><dt>Location</dt><dd>York</dd><dt>Salary</dt><dd>£20,000 - £25,000 per year</dd></dl><p>{TEXT}</p>"
    found = read(page(body, ld(posting(baseSalary=None)))).posting
    assert found.title == "Backend Engineer"
    assert found.places[0].city == "Leeds"
    assert found.pay is not None
    assert (found.pay.minimum, found.sources["pay"], found.sources["title"]) == (20000, "page", "json-ld")


def test_a_posting_past_its_date_is_closed() -> None:
    assert read(page("", ld(posting(validThrough="2026-03-01")))).posting.liveness == "closed"
