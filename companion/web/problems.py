"""Errors as people and programs meet them: RFC 9457 problem details for the API, a page in words for the dashboard."""

import re
from typing import Any, cast

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.response import Template

from companion.errors import BadInput, NotFound, SincerelyError
from companion.web.form import back
from companion.web.scope import path_of, text_of

_log = structlog.get_logger(__name__)

PROBLEM = "application/problem+json"
_FIELD = re.compile(r"(?:unknown|missing required) field `(?P<field>\w+)`")
_PATH = re.compile(r"`\$(?P<path>[^`]*)`")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """RFC 9457. `code` is from `companion/errors.py`; `pointer` (RFC 6901) names the part of the body at fault."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    hint: str = ""
    pointer: str = ""


def problem(error: SincerelyError, status: int = 0) -> Problem:
    """The problem document of `error`; `status` stands in for the error's own where the framework refused."""
    return Problem(
        type=f"urn:sincerely:problem:{error.code}",
        title=error.title,
        status=status or error.status,
        detail=error.message,
        code=error.code,
        hint=error.hint,
        pointer=error.pointer,
    )


def problem_json(error: SincerelyError) -> bytes:
    """The problem document of `error`, encoded."""
    return msgspec.json.encode(problem(error))


def on_error(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The answer to any error a handler raised. One that is not ours is named by its type: its text may hold values."""
    known = _known(error)
    document = problem(known, _framework_status(error))
    if document.status >= 500:
        _log.error("request failed", route=_route(request), error=type(error).__name__, code=known.code)
    if path_of(request.scope).startswith(("/api", "/mcp")):
        return Response(msgspec.json.encode(document), status_code=document.status, media_type=PROBLEM)
    if document.status == 401:
        return signed_out(request)
    came = back(request, "") if request.method == "POST" else ""
    return Template("error.html", context={"problem": document, "back": came}, status_code=document.status)


def signed_out(request: Request[Any, Any, Any]) -> Response[Any]:
    """The page of someone without a session.

    Why `again`: on the way from a link elsewhere the browser holds a strict cookie back; asking from here sends it.
    """
    again = request.headers.get("sec-fetch-site") in ("cross-site", "same-site")
    return Template("signed_out.html", context={"again": again}, status_code=401)


def _framework_status(error: Exception) -> int:
    """The 4xx the framework refused with, such as 405; 0 where the error has a status of its own."""
    if isinstance(error, HTTPException) and not isinstance(error, ValidationException) and error.status_code < 500:
        return error.status_code
    return 0


def _known(error: Exception) -> SincerelyError:
    if isinstance(error, SincerelyError):
        return error
    if isinstance(error, ValidationException):
        return _invalid(error)
    if isinstance(error, HTTPException) and error.status_code < 500:
        if error.status_code == 404:
            return NotFound("There is nothing at this address.")
        return BadInput("The request could not be understood.")
    return SincerelyError(
        "Something went wrong in the companion.", "Try again; if it stays, see Health in the dashboard."
    )


def _invalid(error: ValidationException) -> BadInput:
    """The first thing wrong with a body or query, and where; never the value itself."""
    extra = cast("list[dict[str, str]]", error.extra) if isinstance(error.extra, list) else []
    first = extra[0] if extra else {}
    message = str(first.get("message", "")) or "A value is missing or has the wrong form."
    key = str(first.get("key", ""))
    if found := _PATH.search(message):
        key = found["path"]
        message = message[: found.start()].removesuffix(" - at ")
    parts = [part for part in re.split(r"[.\[\]]+", key) if part and part != "data"]
    if named := _FIELD.search(message):
        parts.append(named["field"])
    return BadInput(
        f"{message}.".replace("..", "."), "Correct it and send it again.", pointer="".join(f"/{p}" for p in parts)
    )


def _route(request: Request[Any, Any, Any]) -> str:
    """The route's template, such as `/jobs/{id}`: an address may hold what the log must not."""
    return text_of(request.scope, "path_template") or "unknown"
