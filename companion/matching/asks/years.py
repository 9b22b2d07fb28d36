"""Years of experience a sentence asks for. Years of the company, of a contract, of age or of a benefit are none."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import itertools
import re

import msgspec

from companion.matching.asks.weight import wish_opens, wished

_WORDS = {
    word: float(number)
    for number, words in enumerate(
        "one a ein einem un una uno une um uma|two zwei deux dos dois duas|three drei trois tres três|four vier quatre cuatro quatro|five fünf cinq cinco"
        "|six sechs seis|seven sieben sept siete sete|eight acht huit ocho oito|nine neun neuf nueve nove|ten zehn dix diez dez"
        "|eleven elf|twelve zwölf douze doce|thirteen|fourteen|fifteen fünfzehn quinze quince".split("|"),
        start=1,
    )
    for word in words.split()
}
_NUMBER = rf"\d{{1,2}}(?:[.,]5)?|{'|'.join(sorted((word for word in _WORDS if len(word) > 2), key=len, reverse=True))}"
_SPAN = re.compile(
    rf"(?<![\w$€£.,/])(?:>\s?)?\+?\s?(?P<low>{_NUMBER}|(?<=least )a|un(?=\s+(?:an|año)\b))\b\s*(?:\(\s?\d{{1,2}}\s?\)\s*)?(?P<plus>\+|plus\b|or more\b|o más\b|ou plus\b|oder mehr\b)?"
    rf"(?:\s*(?:-|–|—|\bto\b|\bbis\b|\bà\b|\ba\b|\bo\b|\bor\b|\bund\b|\band\b|\bet\b|\by\b)\s*(?P<high>{_NUMBER})\s*(?P<more>\+)?)?"
    r"[\s-]*(?:or more\s+|full\s+|solid\s+|consecutive\s+)?"
    r"(?:(?P<months>months?|monate?n?|mois|meses)|years?|yrs?|yoe|jahre?n?|jährige[rnms]?|ans?|années?|a[ñn]os?)\b\+?"
    r"(?!\s*(?:old|ago|of age|sooner|later|earlier|plan|term|warrant|contract|degree|/|college|university)|-old)",
    re.IGNORECASE,
)
_LEAST_AFTER = re.compile(
    r"\s*(?:at least|m[íi]nim(?:um|o|al)|mindestens|(?:or|oder|ou|and|und) (?:more|mehr|plus|longer|up(?:wards)?)|o más)\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experi[eê]n|\bexp\b|erfahrung|expertise|background|track record|expérience|hands[ -]on|berufspraxis|\byoe\b|\bpqe\b"
    r"|qualified|worked\b|working\b|trayectoria|vivência|under your belt|behind you|hinter sich|antigüedad en (?:un )?(?:puesto|cargo|posici)|\bpratique\b|praxis (?:im|in|als)\b|\bexercé\b|\bpassée?s? (?:dans|en|chez)|ejerciendo|in (?:a|the|an) (?:\w+[ -]){0,3}(?:role|position|environment)",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?:\bmin(?:imum|\.|imo|imal)?|\bat ?least|\bmindestens|\bmind\.?|\bmínim[oa]|\bau moins|\bal menos|\bpelo menos|\bwenigstens|\bzumindest|\byou (?:have|bring)"
    r"|\btypically|\bideally|\brequires?|\brequired:?|\bmust have)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_OF = re.compile(r"exp[eéê]ri[eê]n\w+ (?:\w+ )?(?:of|de|d['’])\s*$|erfahrung von\s*$", re.IGNORECASE)
_DOING = re.compile(
    r"^['’]?\s*(?:m[íi]nim(?:um|o|al) )?(?:in|of|as|with|on|within|at|en|dans|im|als|mit|comme|como|de|\w+ing|\w+ndo)\b|^\s*d['’](?!études)|^\s*en tant que",
    re.IGNORECASE,
)
_ROLE = re.compile(r"^\s*(?:as an?|als|comme|en tant que|como|trabajando|ejerciendo)\b", re.IGNORECASE)
"""What is done for those years, so that no word for experience is needed."""
_AS_OLD = re.compile(
    r"\b(?:(?:older|younger|newer|älter|jünger) (?:than|als)|dat\w+ (?:pas )?de (?:moins|plus) de|antigüedad (?:\w+ ){0,2}(?:superior|inferior|mayor|menor) (?:a|de))\s*$",
    re.IGNORECASE,
)
"""How old a certificate may be."""
_AGE = re.compile(r"\b(?:aged?|âge|âgée?s?|edad|alter|ans révolus)\b|\bentre\s*$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:for|für|pour|durante|(?:contracts?|programmes?|programs?|warrant(?:y|ies)|terms?|leases?|commitment|apprenticeship|vertrag|garantie|ausbildung|contrato?|garantía|programa|formation) (?:of|über|von|auf|de)|past|last|next|first|after|every|each|within|since|per|during|seit|depuis|desde|hace|llevamos|nächsten|letzten"
    r"|until|up to|tenure[^.;]{0,40})(?:\s+(?:the|den|over|more|than|nearly|almost|about|around|mehr|als|über|plus|de"
    r"|más|another|least|at|einem|up|to))*\s*$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:we|we['’]ve|our|us|compan(?:y|ies)|firm|firma|empresa|entreprise|unternehmen|wir|unser\w*|nous|notre|nossa?|nós|founded|leader"
    r"|multinational|agency|business|brand|group|clinic|surgeon|certified|mentor\w*|alongside|customers|clients|community|family[- ]owned"
    r"|collaboration|success|expertise|history|heritage|tradition|innovation|formada)\b",
    re.IGNORECASE,
)
_COMPANY_AFTER = re.compile(r"^[^.;,]{0,50},\s*(?:we|our|wir|nous|the company)\b", re.IGNORECASE)
_CANDIDATE = re.compile(
    r"\b(?:you|your|candidates?|applicants?|minimum|min|at least|required?|requires|requirements?|qualifications?|must|ideal"
    r"|du|sie|mindestens|vous|justifie\w*|mínim[oa]|requisitos|buscamos|exigid|necessári|experiência m[íi]n|erforderlich|preferred|looking for|seeking|seek|we (?:want|need|ask|hire)|we['’]re after|suchen|(?:re)?cherchons|procuramos)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"permis|licen[cs]e|führerschein|carnet|passport", re.IGNORECASE)
_OR = re.compile(r"\bor\b|\boder\b|\bou\b|\bo\b|/", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,;(]*(?:\([^)]{0,30}\))?")
"""To the end of the clause, with an aside that closes it: "1 year (preferred)"."""
_LONG = 15
"""Nobody asks for this many years without saying so; companies boast of them."""
_SAID = (
    (r"mehrjährige\w*[^.;]{0,40}erfahrung|\b(?:several|multiple) years[^.;]{0,40}experience", 3.0, None),
    (r"plusieurs années d['’]expérience|varios años de experiencia", 3.0, None),
    (r"\bpremière expérience|\berste \w*erfahrung(?:en)?\b(?! mit\b)", 0.0, 2.0),
    (r"expérience (?:\w+ )?(?:significative|réussie)", 1.0, 3.0),
    (r"expérience (?:\w+ )?confirmée", 4.0, None),
    (r"\bno (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|keine (?:vor)?erfahrung (?:nötig|erforderlich)", 0.0, None),
    (r"não (?:é necessári[ao]|exigimos|precisa(?: de| ter)?) experiência|\bsem experiência\b|\bprimeiro emprego\b", 0.0, None),
    (r"no (?:es necesari[ao]|se (?:requiere|necesita|exige|precisa)|hace falta) (?:tener )?experiencia|\bsin (?:necesidad de )?experiencia\b", 0.0, None),
    (r"débutant(?:\(?e\)?)?s? (?:accepté|bienvenu)|sans expérience|aucune expérience", 0.0, None),
)  # fmt: skip
_SAID_FOUND = tuple((re.compile(pattern, re.IGNORECASE), low, high) for pattern, low, high in _SAID)


_HINT = re.compile(
    r"year|yrs?\b|yoe|month|jahr|monat|mois|mes|año|année|\banos?\b|\bans\b|\bun an\b|\d ?an\b|exp[eéê]ri[eê]n|erfahrung|débutant|primeiro emprego"
)
"""What every wording above has in it: most sentences have none of it."""


class Years(msgspec.Struct, frozen=True):
    """From `low` to `high` years (None: and more); `must` is False where the clause only wishes.

    `worded` where no number is said.
    """

    low: float
    high: float | None = None
    must: bool = True
    worded: bool = False


def years_asked(sentence: str, *, required: bool = False) -> Years | None:
    """The experience `sentence` asks for: of several the longest, of alternatives ("2 years of X or 3 of Y") the first.

    `required` says that the sentence stands in a section of requirements. Wordings without a number ("mehrjährige
    Erfahrung", "première expérience") count as the years that labellers of postings gave them.
    """
    if not _HINT.search(sentence.casefold()):
        return None
    found = [
        (years, match.start())
        for match in _SPAN.finditer(sentence)
        if (years := _read(match, sentence, required=required)) is not None
    ]
    if not found:
        return next(
            (
                Years(low, high, not wished(sentence), worded=True)
                for pattern, low, high in _SAID_FOUND
                if pattern.search(sentence)
            ),
            None,
        )
    best = found[0]
    for before, one in itertools.pairwise(found):
        if one[0].low > best[0].low and not _OR.search(sentence[before[1] : one[1]]):
            best = one
    return best[0]


def _read(match: re.Match[str], sentence: str, *, required: bool) -> Years | None:
    before, after = sentence[: match.start()], sentence[match.end() :]
    low, high = _value(match["low"]), _value(match["high"]) if match["high"] else None
    experience = bool(_EXPERIENCE.search(sentence))
    said = _LEAST_AFTER.match(after)
    least = bool(
        _LEAST.search(before) or match["plus"] or match["more"] or high or match.group().lstrip()[:1] in "+>" or said
    )
    company = bool(_COMPANY.search(before) or _COMPANY_AFTER.search(after))
    candidate = required or bool(_CANDIDATE.search(sentence))
    if _ELSEWHERE.search(before) and not (experience and candidate and not company):
        return None
    if _AS_OLD.search(before):
        return None
    if _LICENCE.search(before[-40:]) and not experience:
        return None
    if company and not candidate and (low >= 10 or not experience):
        return None
    if low >= _LONG and not ((candidate or least) and (required or not company)):
        return None
    told = after[said.end() :] if said else after
    doing = bool(_DOING.search(told) or (not after.strip(" .)") and not _AGE.search(before)))
    if not experience and not ((least or candidate) and doing) and not (_ROLE.search(after) and not company):
        return None
    if match["months"]:
        if _ELSEWHERE.search(before) or not (
            (least or candidate or _OF.search(before))
            and _EXPERIENCE.search(sentence[match.start() - 40 if match.start() > 40 else 0 : match.end() + 40])
        ):
            return None
        low, high = low / 12, high / 12 if high else None
    if wish_opens(sentence, match.start()):
        return Years(low, None if match["more"] or match["plus"] else high, must=False)
    clause = before[_last(before) :] + match.group() + _CLAUSE.match(after).group()  # type: ignore[union-attr]
    return Years(low, None if match["more"] or match["plus"] else high, not wished(clause))


def _last(before: str) -> int:
    return max(before.rfind(mark) for mark in ",;(") + 1


def _value(text: str) -> float:
    return _WORDS.get(text.casefold()) or float(text.replace(",", "."))
