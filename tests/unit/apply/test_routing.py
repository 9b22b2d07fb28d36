import pytest

from companion.apply import ROUTES, route
from companion.apply.routing import drifted
from companion.apply.site import origin, site


@pytest.mark.parametrize(
    ("url", "ats", "channel"),
    [
        ("https://boards.greenhouse.io/acme/jobs/1", "greenhouse", "tab"),
        ("https://jobs.lever.co/acme/1/apply", "lever", "headless"),
        ("https://jobs.eu.lever.co/acme/1/apply", "lever", "headless"),
        ("https://jobs.ashbyhq.com/acme/1/application", "ashby", "tab"),
        ("https://acme.wd5.myworkdayjobs.com/x", "workday", "tab"),
        ("https://www.linkedin.com/jobs/view/1", "linkedin", "tab"),
        ("https://careers.example.com/1", "", "headless"),
    ],
)
def test_the_host_decides(url: str, ats: str, channel: str) -> None:
    assert (route(url).ats, route(url).channel) == (ats, channel)


@pytest.mark.parametrize(
    "url",
    [
        "http://boards.greenhouse.io/acme",
        "https://greenhouse.io.evil.example/acme",
        "https://evil-greenhouse.io.example.com",
        "https://xn--greenhuse-n7a.io/",
        "https://lever.co@evil.example/",
    ],
)
def test_what_looks_like_a_known_host_is_none(url: str) -> None:
    assert route(url).ats == ""


def test_every_route_says_why() -> None:
    assert all(one.reason.endswith(".") and one.hosts for one in ROUTES)
    assert len({host for one in ROUTES for host in one.hosts}) == sum(len(one.hosts) for one in ROUTES)


def test_drift_is_a_form_without_any_of_the_expected_names() -> None:
    greenhouse = route("https://boards.greenhouse.io/x")
    assert not drifted(greenhouse, ("question_123", "x"))
    assert drifted(greenhouse, ("fname", "lname"))
    assert not drifted(greenhouse, ())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.b.example.co.uk/x", "example.co.uk"),
        ("https://one.github.io", "one.github.io"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("http://localhost/", "localhost:80"),
        ("about:blank", ""),
        ("https://[::1", ""),
    ],
)
def test_what_belongs_together(url: str, expected: str) -> None:
    assert site(url) == expected


def test_origins_are_written_as_a_browser_writes_them() -> None:
    assert origin("https://Example.com:443/x?y") == "https://example.com"
    assert origin("http://127.0.0.1:81/") == "http://127.0.0.1:81"
    assert origin("file:///etc/passwd") == ""
