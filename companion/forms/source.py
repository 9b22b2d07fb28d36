"""How the person heard of the job: from where it was captured, which the posting records. Never a guess."""

from urllib.parse import urlsplit

import msgspec

from companion.forms.context import Context, Resolver
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value

_BOARDS = {
    "linkedin": "LinkedIn",
    "indeed": "Indeed",
    "naukri": "Naukri",
    "glassdoor": "Glassdoor",
    "monster": "Monster",
    "ziprecruiter": "ZipRecruiter",
    "wellfound": "Wellfound",
    "stepstone": "StepStone",
    "xing": "XING",
    "remoteok": "Remote OK",
    "weworkremotely": "We Work Remotely",
    "dice": "Dice",
    "seek": "SEEK",
    "reed": "Reed",
    "totaljobs": "Totaljobs",
    "builtin": "Built In",
    "hackernews": "Hacker News",
    "himalayas": "Himalayas",
    "arbeitnow": "Arbeitnow",
    "adzuna": "Adzuna",
}
_OWN_SITE = (
    "Company website", "Company Careers Page", "Careers page", "Career site", "Corporate website",
    "Employer website", "Our website", "Company site", "Careers website", "Company career site", "Career page",
    "Company careers site", "Unternehmenswebsite", "Site web de l'entreprise",
)  # fmt: skip
_PAGES = ("website", "careers page", "career site", "careers site")
_ANY_BOARD = ("Job board", "Online job board", "Job site", "Job boards", "Jobboard", "Job portal", "Online job site")


def _heard(context: Context, meaning: Meaning) -> Found:
    posting = context.posting
    if posting is None:
        return Missing(reason="Where you found this job is not on record.", rule="no-posting")
    first = min(posting.seen, key=lambda sighting: sighting.at) if posting.seen else None
    url = first.url if first else posting.url
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    portal = first.portal if first else ""
    board = next((name for word, name in _BOARDS.items() if word in {portal.casefold(), *host.split(".")[:-1]}), "")
    fact = f"posting/{posting.id}"
    if board:
        return Value(
            kind="text", fact=fact, said=f"captured on {host or board}", rule="where-captured", text=board,
            also=(f"{board} Jobs", f"{board}.com", *_ANY_BOARD), confidence=0.9,
        )  # fmt: skip
    if host:
        return Value(
            kind="text", fact=fact, said=f"captured on {host}", rule="where-captured", text=_OWN_SITE[0],
            also=(*_OWN_SITE[1:], *(f"{posting.company} {page}" for page in _PAGES)),
            confidence=0.8, review=True,
        )  # fmt: skip
    return Missing(reason="Where you found this job is not on record.", rule="no-posting")


def _detail(context: Context, meaning: Meaning) -> Found:
    """The board's name where a form asks which one."""
    found = _heard(context, meaning)
    if isinstance(found, Missing) or found.text == _OWN_SITE[0]:
        return Missing(reason="There is nothing to add to where you found the job.", rule="no-detail")
    return msgspec.structs.replace(found, review=True)


RESOLVERS: dict[str, Resolver] = {"how.heard": _heard, "how.heard.detail": _detail}
"""Key → how its value is found."""
