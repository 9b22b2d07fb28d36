"""Which hand applies where, as data with its reason: headless where it works, the person's own tab where it does not.

Source of the facts: reference notes of 2026 on 19 application systems; an entry names what the site does, not how to
get around it. There is no way around: no captcha solving, no stealth.
"""

import re
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from companion.apply.site import site
from companion.model.application import Channel

Because = Literal["works", "behaviour", "login", "code", "challenge", "ban", "unknown"]


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """How one ATS or portal is applied to. `hosts` are registrable domains; `partners` further sites its forms use."""

    ats: str
    hosts: tuple[str, ...]
    channel: Channel
    because: Because
    reason: str
    partners: tuple[str, ...] = ()
    expects: str = ""
    """A pattern the adapter relies on in field names or ids; a form without any match has drifted."""


ROUTES: tuple[Route, ...] = (
    Route(
        ats="greenhouse",
        hosts=("greenhouse.io",),
        channel="tab",
        because="behaviour",
        reason="Greenhouse scores how a form is filled (reCAPTCHA Enterprise, nearly everywhere) and flags robots.",
        expects=r"first_name|question_\d+|job_application",
    ),
    Route(
        ats="ashby",
        hosts=("ashbyhq.com",),
        channel="tab",
        because="behaviour",
        reason="Ashby marks applications from automated browsers as possible spam, even from visible ones.",
        expects=r"_systemfield_",
    ),
    Route(
        ats="lever",
        hosts=("lever.co",),
        channel="headless",
        because="works",
        reason="One plain form. Some employers switch on hCaptcha; when it is posed, the form moves to your tab.",
        expects=r"^(?:name|email|resume|urls\[|cards\[)",
    ),
    Route(
        ats="workday",
        hosts=("myworkdayjobs.com", "myworkdaysite.com", "workday.com"),
        channel="tab",
        because="login",
        reason="Workday wants an account at each employer.",
        expects=r"formField-|legalName|input-\d+",
    ),
    Route(
        ats="smartrecruiters",
        hosts=("smartrecruiters.com",),
        channel="headless",
        because="works",
        reason="The one-click form needs no account.",
        expects=r"first-name-input|email-input",
    ),
    Route(
        ats="icims",
        hosts=("icims.com",),
        channel="tab",
        because="login",
        reason="iCIMS wants an account, with a captcha on it.",
        expects=r"icims_f_|CandProfileFields|PortalProfileFields",
    ),
    Route(
        ats="taleo",
        hosts=("taleo.net",),
        channel="tab",
        because="login",
        reason="Taleo wants an account at each employer.",
    ),
    Route(
        ats="successfactors",
        hosts=("successfactors.com", "successfactors.eu", "sapsf.com", "sapsf.eu"),
        channel="tab",
        because="login",
        reason="SuccessFactors wants an account, with a captcha on it.",
    ),
    Route(
        ats="oracle",
        hosts=("oraclecloud.com",),
        channel="tab",
        because="code",
        reason="Oracle Recruiting sends a code by e-mail before the form.",
    ),
    Route(
        ats="linkedin",
        hosts=("linkedin.com",),
        channel="tab",
        because="ban",
        reason="LinkedIn wants your login and bans accounts that robots use.",
    ),
    Route(
        ats="indeed",
        hosts=("indeed.com",),
        channel="tab",
        because="login",
        reason="Indeed wants your login.",
    ),
    Route(
        ats="naukri",
        hosts=("naukri.com",),
        channel="tab",
        because="login",
        reason="Naukri wants your login.",
    ),
    Route(
        ats="workable",
        hosts=("workable.com",),
        channel="tab",
        because="behaviour",
        reason="Workable shows Turnstile and tags applications it takes for AI-assisted.",
    ),
    Route(
        ats="rippling",
        hosts=("rippling.com", "rippling-ats.com"),
        channel="tab",
        because="challenge",
        reason="Most Rippling forms pose Turnstile.",
    ),
    Route(
        ats="recruitee",
        hosts=("recruitee.com",),
        channel="tab",
        because="challenge",
        reason="Recruitee puts hCaptcha before submitting.",
        expects=r"^candidate\.",
    ),
    Route(
        ats="bamboohr",
        hosts=("bamboohr.com",),
        channel="headless",
        because="works",
        reason="One page; a challenge, when posed, moves the form to your tab.",
    ),
    Route(ats="breezy", hosts=("breezy.hr",), channel="headless", because="works", reason="One plain form."),
    Route(
        ats="teamtailor",
        hosts=("teamtailor.com",),
        channel="headless",
        because="works",
        reason="One plain form.",
        expects=r"^candidate\[",
    ),
    Route(
        ats="personio",
        hosts=("personio.com", "personio.de"),
        channel="headless",
        because="works",
        reason="One plain form.",
    ),
    Route(
        ats="jobvite",
        hosts=("jobvite.com",),
        channel="headless",
        because="works",
        reason="One form; an account is optional.",
        expects=r"^jv-field",
    ),
)
_OTHER = Route(
    ats="",
    hosts=(),
    channel="headless",
    because="unknown",
    reason="An unknown site: rehearsed first, and moved to your tab when it wants a login or poses a challenge.",
)


def route(url: str, ats: str = "") -> Route:
    """How to apply at `url`; a known host decides, else the ATS that the posting's reader named. https only counts."""
    parts = urlsplit(url)
    home = site(url) if parts.scheme == "https" else ""
    for one in ROUTES:
        if home in one.hosts:
            return one
    return next((one for one in ROUTES if ats and one.ats == ats), _OTHER)


def drifted(one: Route, names: tuple[str, ...]) -> bool:
    """Whether none of a form's field names and ids looks the way this ATS's forms look."""
    return bool(one.expects and names) and not any(re.search(one.expects, name) for name in names)
