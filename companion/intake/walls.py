"""Pages that are no posting: challenges, denials, logins, errors, closed jobs. A wall is told by what the page *shows*.

The word "captcha" or a challenge vendor's script is on most good application pages, so neither says anything by itself.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from typing import Literal

import msgspec

from companion.intake.kind import looks_like_a_job
from companion.intake.page import Page

Kind = Literal["challenge", "denied", "login", "gone", "error", "empty"]


class Wall(msgspec.Struct, frozen=True):
    """Why a page is no posting; `reason` is for the person."""

    kind: Kind
    reason: str


GONE = "The page says that the job is not there (any more)."
_TITLES: tuple[tuple[Kind, str, str], ...] = (
    ("challenge", r"^just a moment|^attention required|security check|verify (?:you are|that you'?re|you'?re) human|^human verification|"
     r"additional verification required|are you a (?:robot|human)|^captcha|^pardon our interruption|^one more step|"
     r"checking your browser|^please wait\W*$|^einen moment|^un momento|^un instant|bot verification|^robot check",
     "The site asked for a check that a person is there."),
    ("denied", r"^access (?:to this page has been )?denied|^blocked\b|^403\b|\b403 forbidden|^forbidden$|^request (?:rejected|blocked)|"
     r"^error 1020|^you have been blocked|^unusual traffic|^too many requests|^429\b|^999\b|rate limit(?:ed)?$|not available in your (?:region|country)",
     "The site refused to show the page."),
    ("login", r"^(?:sign (?:up|in)|log ?in|join)\b[^|]{0,40}\| linkedin|^linkedin(?: login| sign up|: log in).*|^linkedin login|^authwall|"
     r"^(?:sign in|log ?in|login|anmelden|se connecter|iniciar sesión|connexion)$|^login\b.{0,20}$",
     "The page asks you to log in."),
    ("gone", r"^(?:error )?404\b|\b404\b.{0,20}not found|^page not found|not found$|^(?:seite|page|página) (?:nicht gefunden|introuvable|no encontrada)|"
     r"^410\b|^job (?:not found|is no longer|posting not found)|no longer (?:available|exists|accepting)|^this job has (?:expired|been)|^expired job|requested (?:job|page|position) (?:could|can)(?: ?not|n.t) be found|"
     r"^(?:sorry,? )?(?:the|this) (?:page|job|position|posting|link)(?: you.{3,30}for)? (?:does ?n.t|does not|no longer) exists?|(?:job|posting|position|vacancy) (?:is|was) (?:not|no longer|un)\s?available|"
     r"^(?:position|job|vacancy|role) (?:has been )?(?:filled|closed|expired)\W*$|^(?:diese )?(?:stelle|stellenanzeige|stellenausschreibung) (?:ist |wurde )?(?:leider )?(?:nicht (?:mehr )?(?:verfügbar|gefunden|aktiv)|besetzt|abgelaufen|nicht gefunden)|"
     r"^(?:cette |l.)?(?:offre|annonce)(?: d.emploi)? (?:n.est plus|n.existe plus|expirée|introuvable)|^(?:esta |la )?(?:oferta|vacante)(?: \w+){0,2} (?:ya no|no est[aá]|caducada)|^oops\b.{0,60}(?:page|job)|seite (?:existiert|wurde) nicht|pagina niet gevonden|sidan (?:finns inte|hittades inte)|pagina non trovata",
     GONE),
    ("error", r"^(?:5\d\d\b|internal server error|server error|bad gateway|service unavailable|gateway time-?out)|"
     r"^(?:this site can.t be reached|problem loading page|maintenance|under maintenance|an error (?:has )?occurred|error)$",
     "The site answered with an error page."),
)  # fmt: skip
_TITLE_RULES: tuple[tuple[Kind, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), reason) for kind, pattern, reason in _TITLES
)
_BODIES: tuple[tuple[Kind, str, str], ...] = (
    ("challenge", r"verify (?:that )?you are (?:a )?human|checking (?:if the site connection is secure|your browser before)|"
     r"enable javascript and cookies to continue|complete the security check|press (?:&|and) hold to confirm|"
     r"needs to review the security of your connection|our systems have detected unusual traffic|are you a robot\?|"
     r"unusual activity (?:from|in) your (?:computer|network|browser)|slide to (?:complete|verify)|prove (?:that )?you.re not a robot|"
     r"solve (?:the|this) (?:puzzle|captcha)|additional verification required|confirm you.re not a robot",
     "The site asked for a check that a person is there."),
    ("denied", r"you don.t have permission to access|access (?:is )?denied|you have been blocked|errors\.edgesuite\.net|reference #[\d.]+|"
     r"request (?:has been |was )?(?:blocked|rejected)|sorry, you have been blocked|your ip (?:address )?has been|too many requests|"
     r"the owner of this website .{0,60}has banned|incident id:? ?\d",
     "The site refused to show the page."),
    ("login", r"(?:sign in|log in|join|sign up)(?: now)? to (?:view|see|continue|apply|read)|you must be logged in|please (?:log|sign) in to|"
     r"agree (?:&|and) join linkedin|create (?:an )?account to (?:view|see)",
     "The page asks you to log in."),
    ("gone", r"(?:could ?n.t|can.t|could not|cannot|unable to) (?:find|locate) (?:the |that |this |your )?(?:page|job|position|posting|listing)|(?:page|job) (?:you.re|you are|you were) looking for (?:is|was|does|has|could)",
     GONE),
    ("error", r"this page (?:isn.t|is not) (?:working|available)|something went wrong\W|internal server error|service (?:is )?temporarily unavailable|"
     r"502 bad gateway|503 service|504 gateway|an unexpected error (?:has )?occurred",
     "The site answered with an error page."),
)  # fmt: skip
_BODY_RULES: tuple[tuple[Kind, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), reason) for kind, pattern, reason in _BODIES
)
_CLOSED = re.compile(
    r"(?:this|the) (?:job|position|posting|vacancy|role|opening|listing|requisition|job posting|job listing|job advert)(?: \w+){0,3} "
    r"(?:(?:is|has|was)(?: now| been| already| since| currently)* (?:no longer (?:available|active|open|accepting|posted|online|exists?|listed|being advertised)|closed(?! to\b)|expired|filled|"
    r"removed|unpublished|archived|deactivated|inactive|taken down|(?:temporarily )?(?:not |un)available|withdrawn|cancelled)|no longer (?:exists?|accepts?)|(?:does ?n.t|does not) exist(?: any ?more)?)|"
    r"no longer accepting applications|applications? (?:for this (?:job|position|role) )?(?:are|is|have|has)(?: now| been)? closed|"
    r"(?:job|position|posting|vacancy) (?:you(?:'re| are) (?:looking for|trying to view|seeking)|you requested)(?: \w+){0,4} (?:no longer|not|closed|could not)|"
    r"sorry,? (?:but )?(?:this|the) (?:job|position|posting|vacancy)(?: \w+){0,4} (?:no longer|expired|closed|filled|been)|"
    r"(?:stelle|stellenanzeige|stellenangebot|job|position|ausschreibung) (?:ist|wurde) (?:leider |inzwischen |bereits )*(?:nicht mehr|besetzt|abgelaufen|geschlossen|vergeben|deaktiviert)|nicht mehr verfügbar|die bewerbungsfrist (?:ist|war) (?:leider )?(?:bereits )?(?:abgelaufen|vorbei)|"
    r"(?:applications? (?:closed|are closed|have closed)|the (?:closing date|application deadline|deadline)(?: for (?:this|the) \w+)? has (?:now )?passed)|"
    r"(?:offre|annonce)(?: \w+){0,3} (?:n'est plus|a expiré|est expirée|est pourvue|n’est plus)|"
    r"(?:oferta|vacante|vaga|puesto)(?: \w+){0,3} (?:ya no|ha caducado|está cerrada|ha expirado|encerrada|não está mais)|"
    r"vacature is (?:niet meer|gesloten|verlopen)|jobbet är inte längre|job has expired|"
    r"^(?:expired|closed|position filled|job closed|job expired)$",
    re.IGNORECASE | re.MULTILINE,
)
_CONDITION = re.compile(
    r"\b(?:until|till|once|when|if|after|before|unless|as soon as|bis|sobald|wenn|jusqu|hasta|cuando|quand|lorsque)\b[^.\n]*$",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password""", re.IGNORECASE)
_SHORT = 1_500
_EMPTY = 200


def find_wall(page: Page) -> Wall | None:
    """The wall that `page` is, or None. Call it where no structured posting was found: a posting beats a suspicion."""
    status = page.captured.status
    if status in (401, 403, 429, 999):
        return Wall("denied", "The site refused to show the page.")
    if status in (404, 410):
        return Wall("gone", GONE)
    if status >= 500:
        return Wall("error", "The site answered with an error page.")
    for title in (page.title.strip(), page.line("h1")[:120]):
        for kind, pattern, reason in _TITLE_RULES:
            if title and pattern.search(title):
                return Wall(kind, reason)
    text = page.text
    if len(text) < _SHORT and not looks_like_a_job(text):
        for kind, pattern, reason in _BODY_RULES:
            if pattern.search(text):
                return Wall(kind, reason)
    if len(text) < _SHORT and not looks_like_a_job(text) and _PASSWORD.search(page.markup):
        return Wall("login", "The page asks you to log in.")
    if len(text) < _EMPTY:
        return Wall("empty", "There is almost no text on this page; it may not have finished loading.")
    return None


def closed_words(page: Page, description: str = "") -> str:
    """The words by which the page says that the job is closed, near its top or as its whole message; else empty.

    What the ad itself says ("until the position is filled") is not the page's word about it: lines of `description`
    do not count.
    """
    said = {row.strip() for row in description.splitlines()}
    rows = [row for row in page.text.splitlines() if row.strip(" -") and row.strip() not in said]
    text = "\n".join(rows)
    for match in _CLOSED.finditer(text[: 3_000 if len(text) > 3 * _SHORT else len(text)]):
        if not _CONDITION.search(text[max(0, match.start() - 60) : match.start()]):
            return " ".join(match[0].split())
    return ""
