"""How confirmation, trouble and "you applied before" are worded on pages and in e-mails, in several languages.

Patterns of ordinary sentences, no site's own text: they must hold for pages nobody has seen.
"""

import re

_THANKS = re.compile(
    r"""
      thank(?:s|\ you)\b[^.!\n]{0,40}\b(?:appl|submi|interest)
    | application\b[^.!?\n]{0,120}\b(?:submitted|received|sent|complete[d]?)\b
    | (?:successfully|have)\ (?:applied|submitted)\b
    | (?:received|got)\ your\ application
    | your\ application\ (?:was|is|has)\b[^.!?\n]{0,30}\b(?:sent|submitted|received|on\ its\ way)
    | vielen\ dank\b[^.!\n]{0,40}\bbewerbung
    | bewerbung\b[^.!\n]{0,40}\b(?:eingegangen|erhalten|gesendet|übermittelt|abgeschickt)
    | merci\b[^.!\n]{0,60}\bcandidature
    | candidature\b[^.!\n]{0,40}\b(?:envoyée|reçue|enregistrée|transmise)
    | gracias\b[^.!\n]{0,60}\b(?:solicitud|candidatura|postul)
    | (?:solicitud|candidatura)\b[^.!\n]{0,40}\b(?:enviada|recibida)
    | (?:hemos|he)\ recibido\b[^.!\n]{0,20}\b(?:solicitud|candidatura|postulación)
    | avons\ (?:bien\ )?reçu\b[^.!\n]{0,20}\bcandidature
    | (?:abbiamo\ ricevuto|recebemos)\b[^.!\n]{0,20}\bcandidatura
    | grazie\b[^.!\n]{0,60}\bcandidatura
    | candidatura\b[^.!\n]{0,40}\b(?:inviata|ricevuta|recebida)
    | obrigad[oa]\b[^.!\n]{0,60}\bcandidatura
    | bedankt\b[^.!\n]{0,60}\bsollicitatie
    | sollicitatie\b[^.!\n]{0,40}\b(?:ontvangen|verzonden)
    | dziękujemy\b[^.!\n]{0,60}\b(?:aplikac|zgłoszeni)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TURNED = re.compile(
    r"\b(?:not|could|unable|before|once|after|when|if|until|will\ be|nicht|wenn|sobald|pas|une\ fois|cuando|no)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""Words that turn a thank-you around when they stand before or inside it: "could not be", "once it is received"."""
_TROUBLE = re.compile(
    r"""
      something\ went\ wrong | an\ error\ (?:has\ )?occurred
    | (?:could|can)\ ?(?:not|n[’']t)\ (?:be\ )?(?:submit|process|save|complete|sen[dt])\w*
    | (?:was|were|has)\ ?(?:not|n[’']t)\ (?:been\ )?(?:submitted|saved|sent|received)
    | (?:failed|unable)\ to\ (?:submit|send|save|process) | submission\ failed
    | please\ try\ again | session\ (?:has\ )?(?:expired|ended|timed\ out)
    | fehler\ (?:ist\ )?aufgetreten | une\ erreur | se\ ha\ producido\ un\ error
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ALREADY = re.compile(
    r"already\ (?:applied|submitted)|bereits\ beworben|déjà\ postulé|ya\ (?:has|te\ has)\ (?:aplicado|postulado)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\bno\ (?:such\ )?applications?\b[^.!?\n]{0,40}\b(?:found|yet|on\ (?:file|record))|\bnot\ (?:yet\ )?applied\b"
    r"|\bno\ applications?\ (?:was|were|has\ been)\ (?:found|received)|keine\ bewerbung(?:en)?\ gefunden",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:application|reference|confirmation|candidate|bewerbungs?)[\s-]*"
    r"(?:(?:id|no|number|nummer|code|reference)\b\.?\s*(?:is\b)?\s*[:#]?|[:#])\s*#?([A-Z0-9][A-Z0-9_-]{3,63})\b",
    re.IGNORECASE,
)


def thanks(text: str) -> str:
    """The sentence that says the application was received; "" where none does."""
    for found in _THANKS.finditer(text):
        if not _TURNED.search(text[_start(text, found) : found.end()]):
            return sentence(text, found)
    return ""


def trouble(text: str) -> str:
    """The sentence that says something went wrong; "" where none does."""
    found = _TROUBLE.search(text)
    return sentence(text, found) if found else ""


def already(text: str) -> str:
    """The sentence that says this person applied to this job before; "" where none does."""
    found = _ALREADY.search(text)
    return sentence(text, found) if found else ""


def no_application(text: str) -> str:
    """The sentence that says the employer has no application of this person; "" where none does."""
    found = _NONE.search(text)
    return sentence(text, found) if found else ""


def reference(text: str) -> str:
    """The application's number as the page gives it; "" where none is. A number without a digit is a word."""
    for found in _REFERENCE.finditer(text):
        if any(character.isdigit() for character in found.group(1)):
            return found.group(1)
    return ""


def sentence(text: str, found: re.Match[str]) -> str:
    """The sentence around a match, at most 200 characters."""
    ends = [end for mark in ".!?\n" if (end := text.find(mark, found.end() - 1)) >= 0]
    return " ".join(text[_start(text, found) : min(ends, default=len(text))].split())[:200]


def _start(text: str, found: re.Match[str]) -> int:
    return max(text.rfind(mark, 0, found.start()) for mark in ".!?\n") + 1
