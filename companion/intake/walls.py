"""Pages that are no posting: challenges, denials, logins, errors, closed jobs. A wall is told by what the page *shows*.

The word "captcha" or a challenge vendor's script is on most good application pages, so neither says anything by itself.
"""

import re

import msgspec

from companion.intake.kind import looks_like_a_job
from companion.intake.page import Page
from companion.intake.wall_words import BODIES, CLOSED, CONDITION, REASONS, TITLES, Kind


class Wall(msgspec.Struct, frozen=True):
    """Why a page is no posting; `reason` is for the person."""

    kind: Kind
    reason: str


_PASSWORD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password""", re.IGNORECASE)
_SHORT = 1_500
_EMPTY = 200


def find_wall(page: Page) -> Wall | None:
    """The wall that `page` is, or None. Call it where no structured posting was found: a posting beats a suspicion."""
    status = page.captured.status
    if status in (401, 403, 429, 999):
        return _wall("denied")
    if status in (404, 410):
        return _wall("gone")
    if status >= 500:
        return _wall("error")
    for title in (page.title.strip(), page.line("h1")[:120]):
        for kind, pattern in TITLES:
            if title and pattern.search(title):
                return _wall(kind)
    text = page.text
    if len(text) < _SHORT and not looks_like_a_job(text):
        for kind, pattern in BODIES:
            if pattern.search(page.title) or pattern.search(text):
                return _wall(kind)
        if _PASSWORD.search(page.markup):
            return _wall("login")
    return _wall("empty") if len(text) < _EMPTY else None


def _wall(kind: Kind) -> Wall:
    return Wall(kind, REASONS[kind])


def closed_words(page: Page, description: str = "") -> str:
    """The words by which the page says that the job is closed, near its top or as its whole message; else empty.

    What the ad itself says ("until the position is filled") is not the page's word about it: lines of `description`
    do not count.
    """
    said = {row.strip() for row in description.splitlines()}
    rows = [row for row in page.text.splitlines() if row.strip(" -") and row.strip() not in said]
    text = "\n".join(rows)
    for match in CLOSED.finditer(text[: 3_000 if len(text) > 3 * _SHORT else len(text)]):
        if not CONDITION.search(text[max(0, match.start() - 60) : match.start()]):
            return " ".join(match[0].split())
    return ""
