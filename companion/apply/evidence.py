"""What was seen after the submit click, as evidence, and what it adds up to. Nothing here clicks or waits.

Contradictory signs are never averaged: they make the outcome `unknown` (DESIGN §2).
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, cast
from urllib.parse import urlsplit

import msgspec

from companion.apply.site import site
from companion.apply.wording import reference, thanks, trouble
from companion.model.application import EvidenceItem, Sign

Verdict = Literal["submitted", "failed", "unknown"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered to something the form sent. `body` is text, cut at 64 kB; empty where unreadable."""

    method: str
    url: str
    status: int
    content_type: str = ""
    location: str = ""
    body: str = ""
    page: bool = False
    """Whether it is a page that took the place of the form."""
    telling: bool = False
    """Whether what was sent carried what the person gives."""


class Aftermath(msgspec.Struct, frozen=True, kw_only=True):
    """The page some time after the click."""

    url: str
    title: str
    text: str
    errors: tuple[str, ...] = ()
    """Validation messages and error banners shown now."""
    form_still_there: bool = False
    """True where the same questions are still asked."""
    answers: tuple[Answer, ...] = ()
    """Only answers of the form's own sites and their partners."""
    wrote: bool = False
    """Whether anything at all was sent since the click."""
    unanswered: bool = False
    """Whether something sent is still waiting for its answer."""
    sign_in: bool = False
    """Whether the page asks for a password."""
    lost: bool = False
    """Whether the connection broke before something sent was answered: it may have been received."""


_DONE_PATH = re.compile(
    r"(?:thank|confirm|success|submitted|complete|danke|merci|gracias|application-?sent)", re.IGNORECASE
)
_SIGN_IN = re.compile(r"(?:^|/)(?:log-?in|sign-?in|auth|sso|session)(?:/|$|\?)", re.IGNORECASE)
_ID_KEYS = (
    "applicationid", "applicationuuid", "application_id", "applicationnumber", "submissionid", "submission_id",
    "confirmationid", "confirmationnumber", "confirmation_number", "candidacyid", "candidateid", "candidate_id",
    "referenceid", "reference",
)  # fmt: skip
_REFUSED = frozenset({400, 401, 403, 404, 405, 410, 413, 415, 419, 422, 429, 440})
"""Answers that say nothing was taken. Not 409, which may mean that it is already there, and no 5xx."""


def observe(aftermath: Aftermath, at: datetime, home: Iterable[str]) -> tuple[EvidenceItem, ...]:
    """Every sign in `aftermath`, for and against. A confirmation counts on `home` (registrable domains) only."""
    found = [item for answer in aftermath.answers if (item := _from_answer(answer, at))]
    said = thanks(aftermath.text)
    if said and site(aftermath.url) in set(home):
        path = bool(_DONE_PATH.search(urlsplit(aftermath.url).path))
        found.append(
            EvidenceItem(
                kind="page",
                sign="confirmation",
                supports=True,
                seen=f"The page says: {said}" + (" (at a confirmation address)" if path else ""),
                url=plain(aftermath.url),
                reference=reference(aftermath.text),
                at=at,
            )
        )
    # Messages beside the form that is still there are its refusal; anywhere else they only say that something is wrong.
    sign: Sign = "validation" if aftermath.form_still_there else "trouble"
    found += [_against("page", sign, f"The page shows: {error}", aftermath.url, at) for error in aftermath.errors[:5]]
    if aftermath.lost or aftermath.unanswered:
        found.append(_against("server", "lost", "Something sent was not answered", aftermath.url, at))
    if not aftermath.errors and (wrong := trouble(aftermath.text)):
        found.append(_against("page", "trouble", f"The page says: {wrong}", aftermath.url, at))
    if (aftermath.sign_in or _SIGN_IN.search(urlsplit(aftermath.url).path)) and not said:
        found.append(_against("page", "sign_in", "The page asks to sign in", aftermath.url, at))
    return tuple(found)


def judge(items: Sequence[EvidenceItem], *, nothing_sent: bool = False) -> tuple[Verdict, str]:
    """What the evidence adds up to, and why in words. `nothing_sent`: it is known that no request left the browser.

    `failed` needs evidence that nothing was received: nothing was sent, or the server refused what was sent.
    """
    supports = [item for item in items if item.supports]
    unclear = [item for item in items if item.sign == "unclear"]
    against = [item for item in items if not item.supports and item.sign not in ("lost", "unclear")]
    if nothing_sent:
        if supports:
            return "unknown", "The page speaks of success, but nothing was sent."
        return "failed", against[0].seen if against else "The page sent nothing."
    if supports and against:
        return "unknown", f"Contradictory signs: {supports[0].seen}; but {against[0].seen}"[:1000]
    if supports:
        return "submitted", supports[0].seen
    if any(item.sign == "lost" for item in items):
        return "unknown", "Something was sent and not answered: it may have been received."
    if unclear and not any(item.sign == "refused" and item.url not in {one.url for one in unclear} for item in items):
        return "unknown", f"{unclear[0].seen}{'; but ' + against[0].seen if against else ''}"[:1000]
    if refused := [item for item in against if item.sign == "refused" and item.status in _REFUSED]:
        message = next((item.seen for item in against if item.sign == "validation"), refused[0].seen)
        return "failed", f"The employer's server refused it. {message}"[:1000]
    if against and all(item.sign == "validation" for item in against):
        return "failed", f"The form came back. {against[0].seen}"[:1000]
    if against:
        return "unknown", against[0].seen
    return "unknown", "Nothing told whether it was received."


def _from_answer(answer: Answer, at: datetime) -> EvidenceItem | None:
    where = f"{answer.method} {urlsplit(answer.url).path[:120]}"
    if answer.status >= 400:
        return _against("server", "refused", f"{where} was answered {answer.status}", answer.url, at, answer.status)
    payload = _json(answer) or {}
    if message := _refusal(payload):
        seen = f"{where} was answered {answer.status} with: {message}"
        return _against("server", "refused", seen, answer.url, at, 422)
    given = _id(payload)
    if given or _succeeded(payload):
        return EvidenceItem(
            kind="server",
            sign="payload",
            supports=True,
            seen=f"{where} was answered {answer.status}" + (" with an application id" if given else " with success"),
            url=plain(answer.url),
            status=answer.status,
            reference=given[:1000],
            at=at,
        )
    if answer.status < 300 and answer.telling and not answer.page:
        seen = f"{where} took your answers ({answer.status}) and says neither yes nor no"
        return _against("server", "unclear", seen, answer.url, at, answer.status)
    return None


def _json(answer: Answer) -> dict[str, object] | None:
    if "json" not in answer.content_type or not answer.body:
        return None
    try:
        parsed: object = json.loads(answer.body)
    except ValueError:
        return None
    return cast("dict[str, object]", parsed) if isinstance(parsed, dict) else None


def _refusal(payload: dict[str, object]) -> str:
    """The message of a 200 answer that refuses all the same (GraphQL errors, `success: false`)."""
    flat = {name.lower(): value for name, value in payload.items()}
    errors = flat.get("errors") or flat.get("error") or flat.get("validationerrors")
    if flat.get("success") is False or flat.get("ok") is False or errors:
        return str(errors or flat.get("message") or "success: false")[:300]
    return ""


def _succeeded(payload: dict[str, object]) -> bool:
    flat = {name.lower(): value for name, value in payload.items()}
    status = str(flat.get("status", "")).lower()
    return flat.get("success") is True or status in {"submitted", "received", "applied", "application_submitted"}


def _id(payload: object, depth: int = 0) -> str:
    if depth > 4:
        return ""
    if isinstance(payload, dict):
        for name, value in cast("dict[str, object]", payload).items():
            if name.lower() in _ID_KEYS and isinstance(value, str | int) and str(value).strip():
                return str(value)
        for value in cast("dict[str, object]", payload).values():
            if found := _id(value, depth + 1):
                return found
    return ""


def _against(
    kind: Literal["server", "page"], sign: Sign, seen: str, url: str, at: datetime, status: int | None = None
) -> EvidenceItem:
    return EvidenceItem(kind=kind, sign=sign, supports=False, seen=seen[:1000], url=plain(url), status=status, at=at)


def plain(url: str) -> str:
    """Without query and fragment: they may hold what the person typed."""
    return url.split("?")[0].split("#")[0][:500]
