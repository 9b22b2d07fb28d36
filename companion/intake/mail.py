"""Job ads that come by e-mail: one ad, one job in a few lines and a link, or an alert with several.

Of several jobs none is taken for the ad: the person is told which there are and where. Addresses in mails carry marks of
who got them, so that what is shown and kept of them is only what names the job.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import contextlib
import email
import email.policy
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import cast

import msgspec

from companion.errors import TooLarge, Unreadable
from companion.intake.ats.address import identify
from companion.intake.headline import is_no_title
from companion.intake.kind import count_ad_headings, is_listing_title, looks_like_a_job
from companion.intake.mailed_jobs import MARK, MailedJob, mailed_jobs, marked_text
from companion.intake.page import CapturedPage, Page, Reading
from companion.intake.reading import finish, read
from companion.intake.rows import beside, is_labelled_title, text_draft
from companion.intake.structured import json_ld
from companion.intake.text import line
from companion.model.document import now

LARGEST = 20_000_000
_LARGEST_TEXT = 1_000_000
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|vs|sv|doorst)\s*:\s*)+", re.IGNORECASE)
_APPLIED = re.compile(
    r"^(?:your application|application (?:received|confirmation|update|status)|we(?:.ve| have) received your|thank(?:s| you) for (?:applying|your (?:application|interest))|update on your application|interview (?:invitation|confirmation)|invitation to interview|"
    r"(?:ihre|deine) bewerbung|eingangsbestätigung|einladung zum (?:vorstellungs|bewerbungs)gespräch|(?:votre|ta) candidature|(?:tu|su) (?:candidatura|solicitud|postulación)|sua candidatura|la tua candidatura|(?:je|uw) sollicitatie|din (?:ansökan|ansøgning|søknad))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:(?:new |exciting |great )?(?:job|role|position|vacancy|opportunity|opening)(?: opportunity| alert| offer)?\s*[:–-]\s*|(?:we.re |now )?hiring(?: an? )?\W*|(?:stellenangebot|offre d.emploi|oferta de empleo|vacature|vaga)\s*[:–-]\s*)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?P<title>.{3,110}?)(?: (?:role|position|opportunity|vacancy|job|opening))?(?:\s+(?:at|with|bei|chez|en|@)\s+|\s+[|–—-]\s+)(?P<company>[^|–—]{2,80}?)(?:\s+[|–—-]\s+.*)?$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:you|your|me|interest\w*|opportunit(?:y|ies)|hello|hi|call|chat|follow(?:ing)? up|quick|question|intro\w*|connect\w*|jobs|dich|dir|ihnen|interessant\w*|chance|vous|toi|opportunité|oportunidad\w*)\b|[?!]$",
    re.IGNORECASE,
)
"""Subjects that name no job."""
_SOUGHT = re.compile(
    r"\b(?:looking for|hiring|recruiting|seeking|search(?:ing)? for|(?:role|position|job|vacancy) (?:of|as)|opening for|need)(?: an?| our| the| (?:new|next|experienced|talented))* (?P<title>[A-Z][\w/&+#-]*(?: (?:[A-Z][\w/&+#-]*|of|and|for|I{1,3}|\([mwfdx/]+\)))*)"
    r"|\b[Ss]uch(?:en|e)(?: wir| ich)?(?: für \w+(?: \w+)?)?(?: eine[nr]?)? (?P<german>[A-ZÄÖÜ][\wäöüß/-]*(?: [A-ZÄÖÜ(][\wäöüß/()-]*)*)"
)
_SHOWN = 8


def read_eml(data: bytes) -> Reading:
    """A job ad in an e-mail (.eml). Raises TooLarge, and Unreadable where it has none or several jobs."""
    if len(data) > LARGEST:
        raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
    message = _innermost(email.message_from_bytes(data, policy=email.policy.default))
    if not message.keys():
        raise Unreadable("This is not an e-mail file.", "Save the e-mail as .eml and try again.")
    at, subject = _sent(message), _SUBJECT.sub("", line(str(message.get("subject", ""))))
    rich, plain = _part(message, "html"), _part(message, "plain")
    page = CapturedPage(url="", html=rich, captured_at=at, title=subject, portal="e-mail")
    if "JobPosting" in rich and json_ld(Page(page)):
        return read(page)
    marked, links = marked_text(rich, plain)
    text = MARK.sub("", marked).strip()
    if _APPLIED.match(subject) and count_ad_headings(text) < 2:
        raise Unreadable("This e-mail is about an application and is no job ad.", "Save the job's own page instead.")
    jobs = mailed_jobs(marked, links)
    if len(jobs) > 1 and not _is_one_ad(marked):
        raise _several(jobs)
    if not jobs and is_listing_title(subject) and count_ad_headings(text) < 2:
        raise Unreadable("This e-mail lists several jobs.", "Open the one you mean in your browser and save it there.")
    if rich and count_ad_headings(text) > 1:
        with contextlib.suppress(Unreadable):
            return read(page)
    return _of_text(text, subject, at, jobs[0] if jobs else None)


def _of_text(text: str, subject: str, at: datetime, job: MailedJob | None) -> Reading:
    draft = text_draft(text, at)
    url = job.url if job is not None and job.known else ""
    if not looks_like_a_job(text) and count_ad_headings(text) < 2:
        # A few lines and a link: what they say is little, and right.
        if job is not None and job.title:
            company, location = beside(job.rows)
            draft = msgspec.structs.replace(
                draft, title=job.title, company=company or draft.company, places=location.places or draft.places, mode=location.mode or draft.mode,
            )  # fmt: skip
        elif not (draft.title and draft.company and (draft.places or draft.pay or draft.employment)):
            hint = f"Add the job by its address: {url}" if url else "Open the job it links to and save that page."
            raise Unreadable("There is no job ad in this e-mail.", hint)
    elif subject and not is_labelled_title(text) and not is_no_title(subject):
        # The subject is a better title than a first line, unless the text labels one.
        title, company = _from_subject(subject)
        title = (_sought(text) or draft.title) if _VAGUE.search(title) else title
        draft = msgspec.structs.replace(draft, title=title, company=draft.company or company)
    draft = msgspec.structs.replace(draft, url=url or draft.url)
    return finish(
        [draft], CapturedPage(url=url, html="", captured_at=at, portal="e-mail"), identify(url) if url else None
    )


def _sought(text: str) -> str:
    """The job that prose says somebody is sought for: "We are looking for a Night Baker to …"; else empty."""
    found = _SOUGHT.search(text)
    words = (found["title"] or found["german"] or "") if found else ""
    return re.sub(r" (?:of|and|for)$", "", words)


def _from_subject(subject: str) -> tuple[str, str]:
    """Title and employer of "Opportunity: Night Baker at Heron Bakery" and "Night Baker - Heron Bakery - Leeds"."""
    words = _ABOUT.sub("", subject)
    if named := _NAMED.match(words):
        return line(named["title"]), line(named["company"])
    return re.sub(r" (?:role|position|opportunity|vacancy|opening)$", "", words, flags=re.IGNORECASE), ""


def _is_one_ad(marked: str) -> bool:
    """Whether the text is an ad by itself before its second link: what follows are other jobs, offered beside it."""
    marks = [*MARK.finditer(marked)]
    return count_ad_headings(marked[: marks[1].start()] if len(marks) > 1 else marked) > 1


def _several(jobs: Sequence[MailedJob]) -> Unreadable:
    known = [f"{job.title} {job.url}".strip() for job in jobs if job.known]
    titles = "; ".join((known or [job.title for job in jobs if job.title])[:_SHOWN])
    way = "Add the one you mean by its address" if known else "Open the one you mean in your browser and save it there"
    return Unreadable(
        f"There are {len(jobs)} jobs in this e-mail.", f"{way}: {titles}"[:1_500] if titles else f"{way}."
    )


def _innermost(message: EmailMessage) -> EmailMessage:
    """The mail that was forwarded as an attachment, where the outer one only carries it."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            return cast("EmailMessage", part.get_payload(0))
    return message


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    if body is None:
        return ""
    try:
        return str(body.get_content())[:_LARGEST_TEXT]
    except (LookupError, UnicodeDecodeError, KeyError):
        return ""


def _sent(message: EmailMessage) -> datetime:
    try:
        sent = message["date"].datetime
    except (AttributeError, TypeError, ValueError):
        return now()
    return sent if sent is not None and sent.tzinfo else sent.replace(tzinfo=UTC) if sent else now()
