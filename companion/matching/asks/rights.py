"""What a sentence says of the right to work: visa sponsorship, work authorization, citizenship, security clearance."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

import msgspec

from companion.matching.asks.polarity import negated

_SPONSOR = re.compile(
    r"\bsponsor\w*[^.]{0,60}\b(?:visas?|applicants?|candidates?|foreign|abroad|right to work)\b|\b(?:visas?|applicants?|foreign|abroad)\b[^.]{0,60}\bsponsor(?:s|ed|ing|ship|ships)?\b"
    r"|\b(?:needs?|requir\w+|without|eligib\w+|qualif\w+|employer|employment|offer\w*|provid\w*)\b[^.;]{0,40}\bsponsorships?\b|\bvisas? ?(?:&|and|/|or) relocation (?:support|assistance|help)|^\W*sponsorships?\s*[:–-]|\bno sponsorships?\b|\b(?:sponsori\w+|parrain\w+|patroc[ií]n\w+)[^.;]{0,40}\b(?:visas?|visados?|vistos?|permisos?)\b|\bvisa[- ]sponsoring"
    r"|\b(?:visas?|h-?1b|opt|cpt|work (?:permits?|visas?|authori[sz]ation)|employment|immigration)\b[^.;]{0,40}\bsponsor(?:ship|ships|ed|ing|s)?\b"
    r"|\bsponsor(?:ship|ing|s)?\b[^.;]{0,60}\b(?:visas?|h-?1b|work permits?|work authori[sz]ation|opt\b|green card|immigration|tn\b)"
    r"|\b(?:relocation|visa) (?:or|and|/) (?:visa )?sponsorship|\bsponsorship (?:is|are|will|may|can|not|now|available|possible|offered|provided|considered|for this (?:role|position))"
    r"|\bwithout (?:\w+ ){0,5}sponsorship|\b(?:require|need|offer|provide|no)s? (?:\w+ ){0,3}sponsorship\b|visum|visa[- ]?(?:unterstützung|support)"
    r"|\bsponsor (?:candidates|applicants|individuals|foreign|you)\b|\bunable to sponsor|\b(?:not|don['’]?t|doesn['’]?t|won['’]?t|can['’]?t)(?: able to)?(?: currently)? sponsor\b|\bcannot sponsor|\bwe sponsor\b|\bvisa support",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:company|employer|fully|clinical|team|event|executive|project|study|corporate)[- ]sponsored|sponsored (?:by|content|401|health|benefit|plan|research|projects|events|retirement)|sponsorship"
    r" (?:deals?|sales|opportunit|packages?|revenue|agreements?|team|manager|activation|strateg)|sports? sponsorship",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:no|not|unable|cannot|can['’]?t|won['’]?t|without|don['’]?t|doesn['’]?t|isn['’]?t|aren['’]?t|nor|neither|never|ineligible|unavailable"
    r"|kein(?:e|en|er)?|nicht|pas|aucun|sin|não|sem|nenhum)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:glad|happy|willing|pleased|prepared|ready|able|possible) to sponsor|\b(?:will|can|do|and|also) sponsor|\bhelps? (?:you )?with (?:\w+ ){0,3}visas?|:\s*(?:yes|ja|oui|s[íi]|sim|available|offered)\b"
    r"|\bsponsern|\bunterstütz\w*|\b(?:support|assistance|help|sponsorship)\b[^.;]{0,15} (?:provided|offered|available|possible)|\b(?:möglich|posible|possible|possível|disponible|disponível)\b|\bsponsorisons|\b(?:ofrecemos|oferecemos|facilitamos) (?:\w+ )?patroc|\b(?:we|happy to|able to|can|do|will|yes|open to) (?:\w+ ){0,3}(?:sponsor|provide|offer|support|consider)|\bsponsorships? (?:is |are |may be |will be )?(?:available|offered|provided|possible|considered|support)"
    r"|\bvisa (?:sponsorship|support)s?\b|\boffers? (?:\w+ ){0,3}(?:visa|sponsorship)",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(?:if|in case) you(?: \w+)?(?:['’]re| are| do| have)? ?(?:not|n['’]t)\b[^,;.]*|\bno matter\b|\bnot (?:only|a problem|an issue|just)\b|\bno problem\b|\bnot (?:discriminat|rule out)\w*|regardless of",
    re.IGNORECASE,
)
_AUTHORIZED = re.compile(
    r"\b(?:authori[sz]ed to work|(?:right|permission|permit|eligib(?:le|ility)|authori[sz]ation|legally (?:able|entitled|allowed|permitted)) to (?:legally )?work|work(?:ing)? (?:authori[sz]ation|permit|visa|rights?)"
    r"|work legally|legally work|employment authori[sz]ation|legal (?:right|authori[sz]ation)|arbeitserlaubnis|permis de travail|permiso de trabajo)\b",
    re.IGNORECASE,
)
_CITIZEN = re.compile(
    r"\b(?:u\.?s\.?|united states|eu|uk|british|canadian|australian|german|french)? ?citizen(?:s|ship)?\b|\bU\.?S\.? persons?\b|green card holder|permanent residents?",
    re.IGNORECASE,
)
_EQUAL = re.compile(
    r"without regard|regardless|discriminat|equal (?:employment )?opportunit|protected (?:veteran|class|characteristic)|status,|citizen (?:developer|science|service|data|journalis|engagement|experience|portal)",
    re.IGNORECASE,
)
_CLEARANCE = re.compile(
    r"\b(?:security clear(?:ance|ed)|(?:ts|top secret|secret|dod|sc|dv|q|l|government|federal|active|polygraph|nato|bpss|doe|yankee white|sps)(?:[ /-](?:sci|level|security|us|dod|secret|top|cleared|active))* clearances?"
    r"|ts ?/ ?sci|top secret|public trust|secret clearance|clearance (?:level|eligib\w+|required|is required|holder)|cleared (?:at|for) (?:the )?(?:secret|ts|sc|dv)"
    r"|(?:hold|obtain|maintain|possess|active|current|eligible for|have)\w* (?:an? |and )?(?:\w+ ){0,4}clearance|sc cleared|dv cleared|bpss|sicherheitsüberprüfung|habilitation (?:secret|défense|confidentiel)\w*"
    r"|baseline personnel security|nv[12] clearance|clearance)\b",
    re.IGNORECASE,
)
_OTHER_CLEARANCE = re.compile(
    r"(?:customs|medical|police|child|wwcc|background|fda|regulatory|safety|order|tax|credit|drug|rights?|music|sample|head|stock|debt|final|floor|vertical|height|music|legal|510\(k\)|payment|check|criminal|account|market|data|airport|airside|title|copyright|wildlife|occupational health) clearance"
    r"|^\W*clearance of\b|clearance (?:sale|rack|rate|items?|process(?:es)? for|certificates?|forms|from|of goods|height|procedures|and settlement)|clearance (?:documents|agent)",
    re.IGNORECASE,
)


_OBTAIN = re.compile(r"\b(?:obtain|eligib|ability|able|willing|get|undergo)\w*\b", re.IGNORECASE)


_LATER = re.compile(r"\s*(?:can|may|will|must) be (?:obtained|sponsored|processed|granted|arranged)\b", re.IGNORECASE)


_HINTS = (
    "sponsor", "visa", "visum", "visto", "patroc", "parrain", "authori", "right", "permi", "eligib", "legal", "citizen", "green card", "resident", "person", "erlaubnis",
    "clear", "ts/", "ts /", "secret", "public trust", "bpss", "sicherheitsüberprüfung", "habilitation", "baseline",
)  # fmt: skip
"""What every wording above has in it: most sentences have none of it."""


class Right(msgspec.Struct, frozen=True):
    """One statement. `negated` of sponsorship means none is given; of a clearance that none is needed."""

    kind: str
    name: str
    negated: bool
    start: int
    end: int
    level: str = ""
    """`obtain` where being able to get a clearance is enough."""


def rights_asked(sentence: str) -> list[Right]:
    """What `sentence` says of the right to work."""
    found: list[Right] = []
    low = sentence.casefold()
    if not any(map(low.__contains__, _HINTS)):
        return found
    sponsor = _SPONSOR.search(sentence)
    if sponsor and not _MONEY.search(sentence) and not sentence.rstrip().endswith(":"):
        refused = bool(_REFUSED.search(_NOT_ONLY.sub(" ", sentence)))
        if refused or _OFFERED.search(sentence):
            found.append(Right("sponsorship", "visa sponsorship", refused, *sponsor.span()))
    if (hit := _AUTHORIZED.search(sentence)) and not _EQUAL.search(sentence):
        found.append(Right("authorization", "right to work", negated(sentence, *hit.span()), *hit.span()))
    if (hit := _CITIZEN.search(sentence)) and not _EQUAL.search(sentence):
        found.append(Right("authorization", "citizenship", negated(sentence, *hit.span()), *hit.span()))
    if (hit := _CLEARANCE.search(sentence)) and not _OTHER_CLEARANCE.search(sentence):
        level = "obtain" if _OBTAIN.search(sentence[: hit.end()]) or _LATER.match(sentence[hit.end() :]) else ""
        name = "security clearance" if "clearance" in hit.group().casefold() else hit.group()
        found.append(Right("clearance", name, negated(sentence, *hit.span()), *hit.span(), level))
    return found
