"""What an employer's message says of an application, in ordinary words of several languages; nobody's template.

The kinds are asked in an order: a rejection that thanks for the interview is a rejection, an offer may speak of the
interview too. A condition ("if you are invited") says nothing.
"""

import re

from companion.apply.wording import sentence, thanks
from companion.model.application import News

_NOT = r"(?:\bnot\b|n[’']t\b|\bno longer\b|\bunable to\b|\bcannot\b)"
_GOES_ON = (
    r"(?:mov(?:e|ing)|go(?:ing)?|proceed\w*|progress\w*|tak(?:e|ing) (?:your?|things|this|it)\b|continu\w+|advanc\w+"
    r"|pursu\w+|retain\w*|considered|consider(?:ing)? your?|select(?:ed)?|shortlisted|invit(?:e|ing) you"
    r"|offer(?:ing)? you|successful)"
)
_WITH = (
    r"(?:forward|further|ahead|your (?:application|candida\w+|profile|resume|cv)|with you|you (?:a|the|an)\b"
    r"|this (?:time|occasion)|next (?:stage|step|round)|interview|process|position|role|vacancy)"
)
_WORK = r"(?:test|assessment|challenge|exercise|assignment|take-?home|hackerrank|codility|case study)"
_TALK = r"(?:call|interview|conversation|chat|meeting|screen)"


def _words(*lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines), re.IGNORECASE)


_SAYS: tuple[tuple[News, re.Pattern[str]], ...] = (
    (
        "rejected",
        _words(
            rf"{_NOT}[^.!?\n]{{0,30}}\b{_GOES_ON}\b[^.!?\n]{{0,60}}?{_WITH}",
            rf"{_NOT} (?:been |be )?(?:shortlisted|selected|successful|chosen)\b",
            r"\b(?:did|does|has|have)(?: not|n[’']t) (?:make|made) it\b",
            r"\b(?:decided|chosen|chose|opted|elected|selected|preferred)\b[^.!?\n]{0,60}"
            r"\b(?:(?:an)?other|different) (?:candidate|applicant|person)",
            r"\b(?:proceed|progress|mov(?:e|ing) (?:forward|ahead|on)|go(?:ing)?|pursue)\b(?: ahead"
            r"| forward)? ?(?:with)?"
            r"[^.!?\n]{0,20}\b(?:(?:an)?other|different|those|candidates|applicants)\b",
            r"\b(?:position|role|vacancy)\b[^.!?\n]{0,20}\b(?:has been|was|is now|is) (?:filled|closed|cancelled"
            r"|canceled)",
            rf"\bunfortunately\b(?=[^.!?\n]*\b(?:application|candida\w+|role|position|profile|you)\b)[^.!?\n]*{_NOT}",
            r"\bunfortunately\b[^.!?\n]{0,80}\b(?:unsuccessful|declin|reject)",
            r"\b(?:regret|sorry) to (?:inform|tell|let|say|advise)",
            r"\b(?:decided|chosen|chose|opted|agreed) to (?:go|move|proceed|continue)(?: ahead| forward| on)? with"
            r" (?:someone|somebody|a candidate|an applicant|a person)",
            r"\b(?:going|decided|have|had) to pass (?:on|this time)|\bwill (?:have to )?pass on your\b",
            r"\bunsuccessful (?:on this occasion|in your application|this time)|\bapplication (?:was"
            r"|has been) unsuccessful",
            r"\bleider\b[^.!?\n]{0,120}(?:absage|nicht|andere)|für (?:eine[n]? )?andere[nr]? (?:bewerber|kandidat)",
            r"n['’](?:a|avons|est) pas (?:été )?(?:retenue?|sélectionnée?)|ne (?:pouvons|donnerons|poursuivrons) pas",
            r"\bfilled (?:the|this) (?:position|role|vacancy)",
            r"\b(?:position|role|job) you applied[^.!?\n]{0,40}no longer",
            r"\bnicht (?:weiter |länger )?(?:berücksichtig|in betracht|in die engere)",
            r"malheureusement[^.!?\n]{0,120}candidature|regret de vous",
            r"\b(?:lamentamos|lamentablemente|desafortunadamente|sentimos)\b[^.!?\n]{0,120}",
            r"no (?:has|ha|hemos) (?:sido )?(?:seleccionad|avanz)|\binfelizmente\b[^.!?\n]{0,120}(?:candidatura"
            r"|process|vaga)",
            r"\bpurtroppo\b[^.!?\n]{0,120}candidatura|\bhelaas\b[^.!?\n]{0,120}(?:sollicitatie|niet|andere)",
        ),
    ),
    (
        "offer",
        _words(
            r"\b(?:pleased|happy|delighted|excited|thrilled|pleasure|glad|like|love) to (?:offer|extend)\b"
            r"[^.!?\n]{0,60}"
            r"\b(?:offer|position|role|job|you)\b",
            r"\boffer(?:ing)? you (?:the|a|an|this) (?:\w+ ){0,3}(?:position|role|job)\b",
            r"\b(?:love|like|happy|thrilled|excited|delighted) (?:to )?(?:have|welcome) you (?:on board|aboard"
            r"|to (?:the|our) team)",
            r"\b(?:offer letter|letter of offer|employment (?:offer|contract|agreement)|job offer|contract)\b"
            r"[^.!?\n]{0,60}"
            r"\b(?:attached|enclosed|sign|review|below)\b",
            r"\b(?:attached|enclosed|sign|review)\b[^.!?\n]{0,40}\b(?:offer letter|letter of offer"
            r"|employment contract)\b",
            r"\b(?:attached|enclosed|sign|extend|make)\b[^.!?\n]{0,30}\boffer of (?:employment|a (?:job|position))",
            r"arbeitsvertrag[^.!?\n]{0,60}(?:anbei|anhang|zusenden)|vertragsangebot|freuen uns[^.!?\n]{0,60}zusage",
        ),
    ),
    (
        "interview",
        _words(
            rf"\b(?:invite|like|love|want|happy|keen) (?:you )?(?:to|for)\b[^.!?\n]{{0,60}}\b(?:{_TALK}|video|speak"
            rf"|talk|meet)",
            r"\b(?:delighted|pleased|love|like|happy) to meet you\b",
            rf"\b(?:schedule|book|arrange|set up|find|pick|choose|grab) (?:a|an|your|some|the)\b[^.!?\n]{{0,20}}"
            rf"\b(?:time|slot|date|{_TALK})",
            r"\b(?:share|send|propose|suggest|let (?:us|me) know)\b[^.!?\n]{0,30}\b(?:slots?|times?|availab\w+"
            r"|dates?)\b",
            r"\byour availability\b|\btimes? (?:that )?(?:work|suit)s?\b|\bwhen (?:you )?(?:are"
            r"|would) (?:you )?(?:be )?available",
            rf"\b(?:shortlisted|selected|progressed|advanced|moved|invited) (?:you )?(?:for|to)\b[^.!?\n]{{0,30}}"
            rf"\b(?:next|first|final|second|{_TALK})",
            r"\b(?:pleased|happy|delighted|like|glad) to (?:move|progress|advance|take) you\b",
            r"\breminder\b[^.!?\n]{0,30}interview",
            r"\binterview (?:confirmation|confirmed|scheduled|invitation|details)"
            r"|\b(?:interview|call|conversation|meeting)\b[^.!?\n]{0,30}\b(?:is|has been)"
            r" (?:confirmed|scheduled|booked|set|arranged|planned)\b",
            rf"\bnext (?:step|stage|round)\b[^.!?\n]{{0,30}}\b(?:an?|your|the) (?:[\w-]+ ){{0,2}}{_TALK}\b",
            rf"\b(?:complete|take|finish|submit|invite)\b[^.!?\n]{{0,60}}\b{_WORK}\b|\b{_WORK}\b"
            rf"[^.!?\n]{{0,60}}\b(?:complete|link|invite)",
            r"(?:einladen|einladung|lade[n]?)\b[^.!?\n]{0,60}(?:gespräch|interview|kennenlernen)|terminvorschl"
            r"|kennenzulernen",
            r"vous (?:inviter|proposer|rencontrer)\b[^.!?\n]{0,60}(?:entretien|échange)?",
            r"entrevista[^.!?\n]{0,40}(?:agendar|programar|invit)|(?:invit|agendar|programar)"
            r"[^.!?\n]{0,40}entrevista|colloquio",
        ),
    ),
    (
        "viewed",
        _words(
            r"\byour (?:application|profile|resume|cv) (?:was|has been|is being|is) (?:viewed|opened|reviewed"
            r"|under review)",
            r"\b(?:viewed|opened|is reviewing|reviewing|reviewed) your (?:application|resume|profile|cv)",
            r"ihre bewerbung (?:wird|wurde) (?:geprüft|angesehen)",
        ),
    ),
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|should|whether|in case|may|might|once|unless|falls|sollte[n]?|si|wenn)\b[^.!?\n]{0,80}$", re.IGNORECASE
)
"""Before the words that would tell: "if you are invited to an interview" tells nothing."""
_LATER = re.compile(r"^[^.!?\n]{0,60}\b(?:if|should|provided|in case|falls|wenn|si)\b", re.IGNORECASE)
"""Behind them: "we will invite you to an interview if your skills match"."""
_FOUND = re.compile(
    r"^[^.!?\n]{0,60}\b(?:if|should|provided|once|when) (?:we|our|there|you(?:['’]re| are)\b"
    r"|your (?:profile|skills|experience|application|background))",
    re.IGNORECASE,
)
"""Behind an invitation: it rests on what the employer finds. "Tell us if Tuesday suits you" does not."""
_WILL = re.compile(r"\b(?:we|our team) (?:will|may|might)\b[^.!?\n]{0,40}$", re.IGNORECASE)


def news(text: str) -> tuple[News, str] | None:
    """What a message says of an application, and the sentence that says it; None where it says nothing."""
    for kind, pattern in _SAYS:
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
            before, behind = text[start : match.start()], text[match.end() :]
            conditional = (_WILL.search(before) and _LATER.search(behind)) or (
                kind == "interview" and _FOUND.search(behind)
            )
            if not _HYPOTHETICAL.search(before) and not conditional:
                return kind, sentence(text, match)
    return ("confirmed", said) if (said := thanks(text)) else None
