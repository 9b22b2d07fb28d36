"""A job is added by its address, as a file or as text; what is no ad, and no public address, is refused in words."""

from email.message import EmailMessage

from tests.unit.web.conftest import OWN, Visitor

AD = """Night Baker at Larkspur Bread
Location: Leeds, UK
We look for a baker who bakes bread at night and keeps the oven clean.
Requirements:
- Three years of experience as a baker
- A steady hand
We offer £30,000 a year."""


def titles(visitor: Visitor) -> set[str]:
    return {one.title for one in visitor.services.store.postings.where()}


def upload(visitor: Visitor, name: str, data: bytes):
    return visitor.http.post("/jobs/add/file", files={"file": (name, data)}, headers=OWN, follow_redirects=False)


def test_an_ad_in_an_email_is_added(visitor: Visitor) -> None:
    visitor.sign_in()
    mail = EmailMessage()
    mail["Subject"] = "A job for you"
    mail["From"] = "jobs@example.com"
    mail.set_content(AD)
    answer = upload(visitor, "ad.eml", mail.as_bytes())
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"].startswith("/jobs/")
    [job] = visitor.services.store.postings.where()
    assert (job.company, job.pay.minimum if job.pay else 0) == ("Larkspur Bread", 30_000)


def test_the_same_text_twice_is_one_job(visitor: Visitor) -> None:
    visitor.sign_in()
    form = {"title": "Night Baker", "company": "Larkspur Bread", "text": AD}
    first, second = (visitor.send("/jobs/add", form).headers["location"] for _ in range(2))
    assert first == second
    assert titles(visitor) == {"Night Baker"}


def test_what_is_no_ad_is_refused_in_words(visitor: Visitor) -> None:
    visitor.sign_in()
    refused = upload(visitor, "x.pdf", b"%PDF-1.7 nothing")
    assert refused.status_code in (400, 413, 422)
    assert "Traceback" not in refused.text
    assert visitor.send("/jobs/add", {"text": " "}).status_code == 400
    assert visitor.send("/jobs/add/file", {"a": "b"}).status_code == 400
    assert titles(visitor) == set()


def test_an_address_that_is_not_public_is_refused_before_any_packet(visitor: Visitor) -> None:
    visitor.sign_in()
    for url in ("http://127.0.0.1:41730/jobs", "http://localhost/", "file:///etc/passwd", "http://10.0.0.1/", "", "x"):
        answer = visitor.send("/jobs/add/address", {"url": url})
        assert 400 <= answer.status_code < 500, url
    assert titles(visitor) == set()
