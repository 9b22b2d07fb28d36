"""E-mails as intake: an ad, a few lines and a link, an alert with several jobs, and letters that are none of these."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import contextlib
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.errors import Unreadable
from companion.intake import read_eml
from tests.unit.intake.pages import TEXT, ld, posting


def mail(subject: str, text: str = "", html: str = "", inner: EmailMessage | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "jobs@example.com", "mara@example.com"
    message.set_content(text or "See the page.")
    if html:
        message.add_alternative(html, subtype="html")
    if inner is not None:
        message.add_attachment(inner)
    return message


ALERT = """Your job alert for night baker

Night Baker
Heron Bakery
Leeds, England, United Kingdom
View job: https://www.linkedin.com/comm/jobs/view/4012345678/?trackingId=abc&midToken=SECRET

---------------------------------------------------------

Pastry Chef
Larkspur Kitchens
York, England, United Kingdom
View job: https://www.linkedin.com/comm/jobs/view/4098765432/?trackingId=def&midToken=SECRET

See all jobs on LinkedIn: https://www.linkedin.com/comm/jobs/search?keywords=baker
Unsubscribe: https://www.linkedin.com/comm/psettings/email-unsubscribe
"""
ONE = """Night Baker
Heron Bakery, Leeds

£13.40 an hour, full-time nights.

View job: https://www.indeed.com/viewjob?jk=0123456789abcdef&from=ja&tk=SECRET

Unsubscribe: https://www.indeed.com/alerts/unsub?x=1
"""
PAGE_ALERT = """<html><head><title>Jobs</title></head><body><table><tr><td><h1>3 new jobs for you</h1></td></tr>
<tr><td><a href="https://click.example.com/f/a/aaa~~/bbb">Night Baker</a><br>Heron Bakery<br>Leeds LS1<br>£13 an hour <a href="https://click.example.com/f/a/xx1">View job</a></td></tr>
<tr><td><a href="https://click.example.com/f/a/ccc">Pastry Chef</a><br>Larkspur Kitchens<br>York <a href="https://click.example.com/f/a/xx2">View job</a></td></tr>
<tr><td><a href="https://click.example.com/f/a/ddd">Miller</a><br>Tarn Mills<br>Hull <a href="https://click.example.com/f/a/xx3">View job</a></td></tr>
</table><a href="https://click.example.com/unsub">Unsubscribe</a></body></html>"""
RECRUITER = """Hi Mara,

I hope you are well. I am Jo and I recruit for Heron Bakery in Leeds. We are looking for a Night Baker to join a team of six. You would run the ovens from ten in the evening, teach two apprentices and keep the recipes in order. The salary is £31,000 to £34,000 a year and the role is on-site with four nights a week. You should have three years of experience with bread and be a calm person at three in the morning.

Would you like to have a call this week?

Best regards,
Jo Larsson
Heron Bakery
https://www.linkedin.com/in/jo-example
"""
FORWARDED = """Look at this one!

---------- Forwarded message ---------
From: Heron Bakery <people@heron.example>
Date: Mon, 9 Mar 2026 at 10:00
Subject: Night Baker
To: Tom <tom@example.com>

Night Baker
Heron Bakery, Leeds

What you will do
- Run the ovens at night
- Teach two apprentices

What you bring
- Three years of experience with bread
- A calm mind

Salary: £31,000 - £34,000 per year
Apply here: https://heron.example/jobs/night-baker-2
"""
AD = """<html><body><p>Hello Mara,</p><h2>Night Baker</h2><p>Heron Bakery, Leeds</p><h3>Responsibilities</h3><ul><li>Run the ovens at night</li><li>Teach two apprentices</li></ul><h3>Requirements</h3><ul><li>Three years of experience with bread</li></ul><p>Salary: £31,000 per year</p><p><a href="https://heron.example/jobs/night-baker-2">Apply now</a></p><hr><p>Similar jobs</p><p><a href="https://heron.example/jobs/miller-3">Miller</a></p><p><a href="https://heron.example/jobs/driver-4">Driver</a></p></body></html>"""

ADS = {
    "one job of an alert": (mail("Night Baker @ Heron Bakery", ONE), "https://www.indeed.com/viewjob?jk=0123456789abcdef"),
    "a recruiter's letter": (mail("Night Baker opportunity at Heron Bakery", RECRUITER), ""),
    "a letter whose subject says nothing": (mail("An opportunity that may interest you", RECRUITER), ""),
    "forwarded": (mail("Fwd: Night Baker", FORWARDED), "https://heron.example/jobs/night-baker-2"),
    "forwarded as a file": (mail("Fwd: jobs", "see below", inner=mail("Night Baker", FORWARDED)), "https://heron.example/jobs/night-baker-2"),
    "an ad with other jobs behind it": (mail("Night Baker", html=AD), "https://heron.example/jobs/night-baker-2"),
    "a few lines": (mail("Fwd: Night Baker", "Night Baker\nHeron Bakery, Leeds\n\nFull-time, £13.40 an hour, nights. Call Jo on the usual number."), ""),
    "quoted": (mail("Re: Night Baker", "> Night Baker\n> Heron Bakery · Leeds (Hybrid)\n>\n> https://boards.greenhouse.io/heron/jobs/4012345?gh_src=xyz\n"), "https://boards.greenhouse.io/heron/jobs/4012345"),
    "a link within a link": (mail("Night Baker", "Night Baker\nHeron Bakery\nLeeds, UK\nhttps://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fjobs.lever.co%2Fheron%2F0a1b2c3d-1111-2222-3333-444455556666%3Fx%3D1&data=SECRET"), "https://jobs.lever.co/heron/0a1b2c3d-1111-2222-3333-444455556666"),
    "one job linked three times": (mail("Night Baker", html='<p><a href="https://www.linkedin.com/comm/jobs/view/4012345678/?a=1"><img></a> <a href="https://www.linkedin.com/comm/jobs/view/4012345678/?a=2">Night Baker</a><br>Heron Bakery · Leeds, UK</p><p><a href="https://www.linkedin.com/comm/jobs/view/4012345678/?a=3">View job</a></p>'), "https://www.linkedin.com/comm/jobs/view/4012345678/"),
    "a picture as the page": (mail("Night Baker", "Night Baker\nHeron Bakery, Leeds\nhttps://heron.example/jobs/77", "<img src=x>"), "https://heron.example/jobs/77"),
}  # fmt: skip


@pytest.mark.parametrize("name", ADS)
def test_a_mail_about_one_job_is_that_job(name: str) -> None:
    message, url = ADS[name]
    found = read_eml(bytes(message)).posting
    assert (found.title, found.url) == ("Night Baker", url)
    if message["Subject"] != "An opportunity that may interest you":
        assert found.company == "Heron Bakery"
    assert all((place.city, place.country) == ("Leeds", "GB") for place in found.places)


SEVERAL = {
    "plain": (mail("“night baker”: 2 new jobs", ALERT), 2, "Pastry Chef https://www.linkedin.com/comm/jobs/view/4098765432/"),
    "page with links that say nothing": (mail("3 new jobs for you", html=PAGE_ALERT), 3, "Night Baker; Pastry Chef; Miller"),
    "german": (mail("2 neue Jobs für dich", "Bäcker (m/w/d)\nReiher Brot GmbH, Leipzig\nZum Job: https://www.stepstone.de/stellenangebote--Baecker-Leipzig--12345678-inline.html?rltr=SECRET\n\nKonditor (m/w/d)\nLerche Torten, Dresden\nZum Job: https://www.stepstone.de/stellenangebote--Konditor-Dresden--22345678-inline.html?rltr=SECRET\n"), 2, "Bäcker (m/w/d) https://www.stepstone.de/stellenangebote--Baecker-Leipzig--12345678-inline.html"),
    "indian": (mail("Developer jobs for you", html='<p><a href="https://www.naukri.com/job-listings-backend-developer-larkspur-pune-3-to-6-years-120326501234?id=SECRET">Backend Developer</a></p><p>Pune</p><p><a href="https://www.naukri.com/job-listings-java-developer-heron-mumbai-3-to-6-years-120326505678?s=SECRET">Java Developer</a></p>'), 2, "Backend Developer https://www.naukri.com/job-listings-backend-developer-larkspur-pune-3-to-6-years-120326501234"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_an_alert_with_several_jobs_says_which_and_where_and_takes_none(name: str) -> None:
    message, count, shown = SEVERAL[name]
    with pytest.raises(Unreadable, match=f"{count} jobs") as caught:
        read_eml(bytes(message))
    assert shown in caught.value.hint
    assert "SECRET" not in caught.value.hint


def test_data_for_machines_counts_before_the_words() -> None:
    both = ld([posting(title="Baker"), posting(title="Miller")])
    with pytest.raises(Unreadable, match="several"):
        read_eml(bytes(mail("Jobs", html=f"<html><head>{both}</head><body>x</body></html>")))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application to Heron Bakery", f"Dear Mara, we have received your application for the role of Night Baker. {TEXT.replace(chr(10), ' ')}"),
        ("Sunday", "Dear Mara, the river is high again and we will be late. Bring the boots. Yours, Tom"),
        ("The bread letter", "This month: how we mill flour, and three recipes. Read more: https://bread.example/blog/march"),
        ("12 new jobs in Leeds", "Log in to see them: https://portal.example/login"),
        ("", ""),
    ],
)  # fmt: skip
def test_other_mails_are_no_ad(subject: str, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_eml(bytes(mail(subject, text)))
    assert caught.value.hint


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.sampled_from("⟦⟧0123456789 \nAb>:-·,https://x.example/jobs"), max_size=200))
def test_any_text_is_a_mail_or_refused(text: str) -> None:
    page = f"<a href='https://x.example/jobs/2'>{text}</a>⟦7⟧"
    with contextlib.suppress(Unreadable):
        read_eml(bytes(mail("Baker", text + "\n⟦99⟧ https://x.example/jobs/1", page)))


@pytest.mark.parametrize("date", ["Mon, 02 Mar 2026 09:00:00 -0000", "Mon, 02 Mar 2026 11:00:00 +0200"])
def test_an_ad_is_as_old_as_its_mail(date: str) -> None:
    message = mail("Night Baker", RECRUITER)
    message["Date"] = date
    assert read_eml(message.as_bytes()).posting.captured_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
