"""What e-mails say became of applications: proposals with the sentence they rest on. Nothing is changed on a guess."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from companion.apply.employer import names
from companion.apply.mailbox import Mail
from companion.apply.messages import news
from companion.apply.wording import reference
from companion.model.application import Application, Attempt, News, Proposal

_EARLIER = timedelta(days=2)
"""Clocks differ; a message this much older than the application cannot be about it."""
_ORDER = ("viewed", "interview", "offer")
"""What comes later takes the place of what came before."""
_PERSONAL = ("your application", "ihre bewerbung", "deine bewerbung", "votre candidature", "tu solicitud")
"""A message to many that still speaks of one application."""


def propose(
    mails: Iterable[Mail], applications: Sequence[Application], at: datetime, attempts: Sequence[Attempt] = ()
) -> tuple[Proposal, ...]:
    """Status changes that e-mails suggest, oldest first. What fits no application, or tells nothing new, proposes none.

    `attempts` bring the application numbers that employers gave.
    """
    numbers = {
        item.reference: attempt.canonical_key for attempt in attempts for item in attempt.evidence if item.reference
    }
    found: dict[str, Proposal] = {}
    for mail in sorted(mails, key=lambda one: one.at):
        said = news(f"{mail.subject}.\n{mail.text}")
        if said is None:
            continue
        about = [one for one in _about(mail, applications, numbers) if tells(one, said[0])]
        if not about:
            continue
        one = Proposal(
            id=identity(mail.id or f"{mail.sender} {mail.at.isoformat()} {mail.subject}", said[0]),
            application_id=about[0].id,
            news=said[0],
            sentence=said[1],
            sender=mail.sender[:1000],
            reference=reference(mail.text),
            sure=len(about) == 1,
            others=tuple(other.id for other in about[1:10]),
            said_at=mail.at,
            created_at=at,
        )
        found[one.id] = one
    return tuple(found.values())


def identity(*parts: str) -> str:
    """The id of a proposal: the same whenever the same is read again."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def tells(application: Application, said: News) -> bool:
    """Whether this would be news: not known yet, and not overtaken by what is known."""
    if said == "confirmed":
        return application.status == "unknown"
    if application.status == "withdrawn" or said == application.status:
        return False
    if said in ("rejected", "withdrawn"):
        return True
    if application.status == "rejected":
        return said == "offer"
    return application.status not in _ORDER or _ORDER.index(application.status) < _ORDER.index(said)


def _about(mail: Mail, applications: Sequence[Application], numbers: dict[str, str]) -> list[Application]:
    """The applications a message may be about, best first: by its number, else by employer, then by title."""
    keys = {key for number, key in numbers.items() if number in mail.text}
    if by_number := [one for one in applications if one.canonical_key in keys]:
        return by_number[:1]
    text = mail.text.casefold()
    if mail.bulk and not any(words in text for words in _PERSONAL):
        return []
    heard = f"{mail.sender} {mail.subject} {mail.text}".casefold()
    fits = [one for one in applications if _fits(one, mail) and names(one.company, heard)]
    titled = [one for one in fits if one.title and one.title.casefold() in heard]
    return titled or fits


def _fits(application: Application, mail: Mail) -> bool:
    return mail.at >= application.created_at - _EARLIER and application.status not in ("saved", "preparing")
