"""Names in an ad that nobody is asked to know: customers, partners, rivals, who founded or funds it, what its product
plugs into, people and places. They are told by the words around a name, and reach as far as the list it stands in."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

from companion.intake.gazetteer import country
from companion.matching.distance import country_of

_NAME = r"(?:i(?=[A-Z]))?[A-Z][\w.+&'’-]*"
_RUN = rf"(?P<run>{_NAME}(?:(?:\s*[,/]\s*|\s+)(?:(?:and|or|und|et|y|e|ou|oder|to|bis|à|&)\s+)?(?:the\s+)?{_NAME})*)"
"""A list of names; a word in lower case ends it."""
_PARTIES = (
    r"(?:compan(?:y|ies)|clients?|customers?|partners?|brands?|organi[sz]ations?|start-?ups?|scale-?ups|competitors?|rivals|investors?|enterprises|firms|retailers|publishers"
    r"|kunden|partnern?|unternehmen|marken|investoren|entreprises|marques|partenaires|clientes|empresas|marcas|socios)"
)
_CUES = (
    rf"\b{_PARTIES}(?: \w+){{0,2}}? ?(?:like|such as|including|includes?|are|range from|wie|zählen|sind|gehören|comme|tel(?:le)?s? que|incluent|sont|como|son|incluyen|:)\s+",
    r"\b(?:trusted|used|loved|chosen|backed|funded|acquired|owned|recommended|founded|led) by\s+",
    r"\b(?:founders?|alumni|veterans|makers|creators) (?:of|from)\s+|\b(?:people|team|minds) behind\s+|\b(?:spin-?off|subsidiary|division) (?:of|from)\s+"
    r"|\b(?:worked|built (?:\w+ ){0,3}|(?:founders?|team) (?:\w+ ){0,4}) ?at\s+|\b(?:previously|formerly) (?:at|of|with)\s+|\b(?:kam(?:en)?|komm(?:en|t)|stamm(?:en|t)) (?:von|aus)\s+",
    r"\bcompet(?:e|es|ing) (?:with|against)\s+",
    r"\b(?:our|the) (?:\w+ ){0,2}?(?:product|apps?|platform|software|tool|solution|suite|plugin) (?:\w+ ){0,2}?(?:integrates? (?:\w+ )?with|connects? (?:to|with)|available (?:on|for|in)|an? alternative to|replaces|syncs? with|plugs into)\s+",
    r"^\W*we\b[^.;]{0,80}?\bthat (?:integrates?|connects?|works?|syncs?) (?:with|to)\s+",
    r"\b(?:relocat\w+ to|moving to|located (?:in|on|at)|living in|office (?:in|at)|island of|location:|standort:|lieu ?:)\s*",
    r"\b(?:report(?:s|ing)? (?:directly )?to|(?:manager|boss|mentor) (?:is|will be)|contact|ask for|named after)\s+",
)
_BEFORE = tuple(re.compile(rf"(?i:{cue})(?i:the |former |both |our )?{_RUN}") for cue in _CUES)
_TRUST = re.compile(
    rf"^\W*{_RUN}\s+(?i:(?:all |already )?(?:trusts? us|relies on us|rely on us|use our|(?:(?:is|are) (?:one of |among )?|count among )our (?:\w+ )?(?:customers?|clients?|partners?|users|investors?|backers)|zählen zu unser|gehören zu unser|vertrauen (?:uns|auf uns)"
    r"|nous font confiance|confían en nosotros|son clientes))\b"
)
"""Who trusts the company stands before it says so."""
_PEOPLE = r"(?:engineers?|developers?|designers?|scientists?|researchers?|analysts?|nurses?|teachers?|talent|roles?|positions?|functions?|candidates?|hires|professionals?|specialists?|leaders?|staff|people|workers|drivers|technicians|entwickler\w*|fachkräfte|ingenieur\w*|développeurs?|ingénieurs?|desarrolladores|ingenieros)"
_HIRED = re.compile(
    rf"(?<!we )(?<!are )(?<!is )(?<!we’re )(?<!we're )\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|sourc(?:e|es|ed|ing)|headhunt\w*|staffing|rekrutier\w*|recruter|recrutement|reclutar|contratar)\b(?! (?:managers?|teams?|process|tools?|partners?)\b)"
    rf"(?P<run>(?:(?!\b(?:using|via|through|mit hilfe)\b)[^.;:]){{0,80}}?\b{_PEOPLE}\b(?:(?!\b(?:using|via|through)\b)[^.;:])*)",
    re.IGNORECASE,
)
"""Whom one hires: their skills are the object of the work, and nobody asks the recruiter for them."""
_HIRES = ("hir", "recruit", "sourc", "headhunt", "staffing", "rekrut", "recrut", "reclut", "contrat")
_PARTNER = re.compile(r"(?:\s+(?:[A-Z]\w+|agency|solution|consulting|certified)){0,3}\s+(?i:partner|reseller)\b")
_WE = re.compile(r"\W*(?:we|an?|as an?|our|wir|nous|somos)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:tower|building|arena|stadium|street|route|theat(?:re|er)|group|corporation|alumni|founders)\b|(?-i:(?:\s+[A-Z]\w+){0,2})\s+(?:award|prize)\b|,? the (?:island|city|town)\b|[ -]?camps?\b",
    re.IGNORECASE,
)
_DEPARTMENTS = frozenset(
    "customer success|account management|talent acquisition|product management|business development|public relations|legal operations|customer service|engineering|data science"
    "|project management|quality assurance|investor relations|internal audit|procurement|payroll|product marketing|brand marketing".split(
        "|"
    )
)
_TEAMS = re.compile(
    r"\b(?:teams?|cross-functional\w*|collaborat\w+|partner\w*|liais\w+|work(?:ing)? (?:\w+ ){0,2}with)\b[^.;]*$",
    re.IGNORECASE,
)
"""Whom one works with; a department has the name of its craft."""
_FIRST_HALF = re.compile(r"\b([A-Z][a-z]+)\s$")
_TO_PLACE = re.compile(r"\b(?:in|to|from|near|on)\s+$")
_LAND = re.compile(r", (?P<land>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)\b")


def bystanders(sentence: str) -> list[tuple[int, int]]:
    """Where `sentence` lists names of that kind, as start and end."""
    hires = any(map(sentence.casefold().__contains__, _HIRES))
    patterns = (*_BEFORE, _TRUST, _HIRED) if hires else (*_BEFORE, _TRUST)
    return [hit.span("run") for pattern in patterns for hit in pattern.finditer(sentence)]


def stands_by(sentence: str, start: int, end: int) -> bool:
    """Whether what follows `sentence[start:end]`, or leads to it, makes it another's name: "a Shopify Plus partner", "to Java, Indonesia"."""
    if _AFTER.match(sentence, end) or (_PARTNER.match(sentence, end) and _WE.match(sentence)):
        return True
    before, name = sentence[:start], sentence[start:end]
    if name[0].isupper() and name.casefold() in _DEPARTMENTS and _TEAMS.search(before):
        return True
    half = _FIRST_HALF.search(before)
    if half and name.isalpha() and country_of(f"{half[1]} {name}"):  # Hong Kong
        return True
    land = _LAND.match(sentence, end)
    return land is not None and bool(_TO_PLACE.search(before) and country(land["land"]))
