"""What e-mails say became of applications: proposals with the sentence they rest on. Nothing is changed on a guess."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from companion.apply.employer import names
from companion.apply.mailbox import Mail
from companion.apply.wording import reference, sentence, thanks
from companion.model.application import Application, Attempt, News, Proposal

_EARLIER = timedelta(days=2)
"""Clocks differ; a message this much older than the application cannot be about it."""
_ORDER = ("viewed", "interview", "offer")
"""What comes later takes the place of what came before."""
_PERSONAL = ("your application", "ihre bewerbung", "deine bewerbung", "votre candidature", "tu solicitud")
"""A message to many that still speaks of one application."""


def _words(*lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines), re.IGNORECASE)


# In this order: a rejection that thanks for the interview is a rejection, an offer may speak of the interview too.
_SAYS: tuple[tuple[News, re.Pattern[str]], ...] = (
    (
        "rejected",
        _words(
            r"(?:not|n[’']t) (?:be )?(?:moving|proceed\w*|progress\w*|going|move|go) (?:forward|further|ahead)?"
            r"[^.!?]{0,40}(?:your application|your candidacy|with you|at this time|forward|further)",
            r"(?:decided|chosen|elected) (?:not to|to (?:move|go|proceed) (?:forward|ahead)? ?with (?:an)?other)",
            r"(?:pursue|selected|moving forward with|proceed with) (?:an)?other (?:candidate|applicant)",
            r"(?:position|role|vacancy) (?:has been|was|is now) (?:filled|closed|cancelled|canceled)",
            r"unfortunately[^.!?]{0,120}(?:application|candida|position|role|not|unable)",
            r"(?:regret|sorry) to (?:inform|tell|let)[^.!?]{0,80}",
            r"unsuccessful (?:on this occasion|in your application|this time)",
            r"application (?:was|has been) unsuccessful",
            r"leider[^.!?]{0,120}(?:absage|nicht|andere)|für (?:eine[n]? )?andere[nr]? (?:bewerber|kandidat)",
            r"malheureusement[^.!?]{0,120}candidature|lamentablemente|desafortunadamente",
        ),
    ),
    (
        "offer",
        _words(
            r"(?:pleased|happy|delighted|excited) to (?:offer|extend)[^.!?]{0,60}(?:offer|position|role|job|you)",
            r"(?:offer letter|letter of offer|employment offer|job offer)[^.!?]{0,60}"
            r"(?:attached|enclosed|sign|review|below)",
            r"arbeitsvertrag[^.!?]{0,60}(?:anbei|anhang|zusenden)|vertragsangebot",
        ),
    ),
    (
        "interview",
        _words(
            r"(?:invite|like|love|want|happy) (?:you )?(?:to|for)[^.!?]{0,60}"
            r"(?:interview|phone screen|video call|a call|chat)",
            r"(?:schedule|book|arrange|set up|find) (?:a |an |your |some )?(?:time|call|interview|slot|meeting|chat)",
            r"(?:your availability|times? (?:that )?(?:work|suit)s?|when (?:you )?(?:are|would be) (?:you )?available)",
            r"(?:coding|technical|online|skills?) (?:test|assessment|challenge|exercise)[^.!?]{0,60}"
            r"(?:complete|link|invite|next)",
            r"(?:einladen|einladung|lade[n]?)[^.!?]{0,60}(?:gespräch|interview|kennenlernen)|terminvorschl",
            r"vous (?:inviter|proposer)[^.!?]{0,60}entretien|entrevista[^.!?]{0,40}(?:agendar|programar)",
        ),
    ),
    (
        "viewed",
        _words(
            r"(?:your application|your profile|your resume) (?:was|has been|is being|is) "
            r"(?:viewed|opened|reviewed|under review)",
            r"(?:viewed|opened|is reviewing|reviewing) your (?:application|resume|profile)",
            r"ihre bewerbung (?:wird|wurde) (?:geprüft|angesehen)",
        ),
    ),
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|should|whether|in case|may|might|once|falls|sollte[n]?|si|wenn)\b[^.!?\n]{0,60}$", re.IGNORECASE
)
"""Before the words that would tell: "if you are invited to an interview" tells nothing."""


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


def news(text: str) -> tuple[News, str] | None:
    """What a message says of an application, and the sentence that says it; None where it says nothing."""
    for kind, pattern in _SAYS:
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
            if not _HYPOTHETICAL.search(text[start : match.start()]):
                return kind, sentence(text, match)
    return ("confirmed", said) if (said := thanks(text)) else None


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
