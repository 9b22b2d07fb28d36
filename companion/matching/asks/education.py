"""The degree a sentence asks for: the lowest of alternatives, and whether experience may stand for it."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import itertools
import re

import msgspec

from companion.matching.asks.polarity import negated
from companion.matching.sections import wished

LADDER = ("highschool", "associate", "bachelor", "master", "phd")
"""From the lowest; an associate degree stands for every two-year diploma (BTS, DUT, HND, FP superior)."""
_LEVELS = (
    ("phd", r"ph\.? ?d\.?s?\b|doctora(?:te|l)s?\b|doctorat\b|juris doctor|\bj\.?d\.?(?= degree|\s*\(|,| from|\s+and\b)|\blaw degree"
            r"|\bm\.?d\.?(?= degree|/ph| ?/ ?d\.?o| or d\.?o)|promotion in\b|promovier\w*"),
    ("master", r"master['’]?s?(?=['’]? (?:degree|or\b|of (?:science|arts|business|engineering)|level|in [a-z]|\d|or ph)|\s*/|['’]s\b|,? (?:and|or) ph)"
               r"|(?<![\w.])m\.?s\.?c?\.?(?=\s+(?:degree|or ph|/)|\s+in [A-Z])|(?<![\w.])m\.sc\.?|\bmsc\b|\bmba\b|\bm\.?tech\b|\bm\.eng|\bmeng\b"
               r"|bac ?\+ ?5|\bmaster [12]\b|\bm[12]\b(?= (?:en|in)\b)|école d['’]ingénieurs?|\bmáster\b|\bmaestría\b|diplom-?(?:ingenieur|informatik)\w*"
               r"|\b(?:graduate|advanced|postgraduate) degree|post-?graduate\b(?= (?:is )?(?:preferred|degree))|nurse practitioner degree|post-?graduate (?:degree|diploma)"),
    ("bachelor", r"bachelor['’]?s?\b|bachelors['’]?|baccalaureate degree|(?<![\w.])b\.?s\.?c?\.?(?=\s+(?:degree|or\b)|/m|\s+in [A-Z])"
                 r"|(?<![\w.])b\.sc\.?|\bbsc\b|(?<![\w.])b\.?a\.?(?=\s*(?:degree|/|or b| in [A-Z]| or higher))|(?<![\w.])b\.s\.|(?<![\w.])b\.a\."
                 r"|\bb\.?tech\b|\bb\.?e\.? degree|\bbeng\b|\bb\.eng|\bbca\b|\bbba\b|\bundergraduate (?:degree|diploma)|(?:4|four)[- ]years? (?:\w+ ){0,2}?(?:degree|/)"
                 r"|bac ?\+ ?[34]|\blicence\b(?= (?:en|in|professionnelle|ou|\())|diplôme d['’][ée]tat"
                 r"|(?:abgeschlossenes|erfolgreich abgeschlossenes) (?:\w+-?)?(?:hochschul)?studium|\bhochschul(?:abschluss|studium)\w*|studium (?:der|im bereich|mit schwerpunkt|in)\b"
                 r"|\blicenciatura|\blicenciad[oa]|\bgrado (?:en|universitario)|\btítulo (?:de ingenier|universitario)\w*|titulación universitaria|\bingeniería (?=[A-ZÁÉ])"
                 r"|\bgraduad[oa]s? (?:en|de)\b|\brecent(?:ly)? graduated? (?:in|of|from)\b"),
    ("associate", r"associate['’]?s?(?: of \w+)?(?: degree|['’]s)|(?:2|two)[- ]year (?:\w+ )?degree|bac ?\+ ?2|\bBTS\b|\bDUT\b|\bHND\b|foundation degree|\btechnical level\b"
                  r"|técnico superior|grado superior|\bfp ?(?:2|ii|superior)\b|ciclo formativo"),
    ("highschool", r"high ?school (?:diploma|degree|graduate|education|or|equivalen)\w*|high ?school$|\bged\b|secondary (?:school|education) (?:diploma|certificate)?"
                   r"|\babitur\b|haupt?schulabschluss|realschulabschluss|mittlere[rn]? reife|schulabschluss|\bbachillerato\b|\bpreparatoria\b|niveau bac\b(?! ?\+)|\bbac\b(?= à| minimum| pro)"),
)  # fmt: skip
_PLAIN = (
    r"\b(?:university|college|academic|technical|engineering|business|nursing|cs|stem|science|accounting|finance|qualifying|computer science"
    r"|relevant|related)(?: or (?:\w+ ){1,2}?| level \w+ )? ?degree|\bdegree (?:in|from|or equivalent|level|qualification|educated|holder)"
    r"|\bdegrees?\b(?=(?: is| are)?(?: not)? (?:\w+ )?(?:required|needed|necessary|preferred|mandatory))|\bhold(?:s|ing)? a degree\b|\ba degree\b(?= or\b|,)"
    r"|\bformal degree|\b(?:college|university) graduate"
)
"""A degree without its rung: the first one of a university."""
_DEGREE = re.compile(
    "|".join(f"(?P<{level}>{pattern})" for level, pattern in (*_LEVELS, ("plain", _PLAIN))), re.IGNORECASE
)
_HINT = re.compile(
    r"degree|bach|master|m[áa]ster|maestr|ph\.? ?d|doctor|promo|\bm\.?[dsab]|\bb\.?[sabet]|juris|\bj\.?d|law|mba|meng|graduat|\bGED|dipl[oô]m|hnd|\bdut|school"
    r"|licen|grado|título|titulaci|ingenier|école|studium|abschluss|abitur|reife|bac|associate|technical level|fp|ciclo|técnico|prepar|\bm[12]\b",
    re.IGNORECASE,
)
"""What every pattern below begins with: most sentences have none of it."""
_TEAM = re.compile(
    r"\b(?:our|the) (?:\w+ ){0,2}(?:team|founders?|people|staff|engineers|colleagues)\b(?![^.;]{0,40}\b(?:need|requir|you)\w*)",
    re.IGNORECASE,
)
"""Whose degree it is that the company boasts of."""
_TRAINING = re.compile(r"\bausbildung\b|berufsausbildung", re.IGNORECASE)
_JOIN = re.compile(
    r"^[^.;()]{0,25}?(?:\bor\b|/|\bo\b|\bou\b|\boder\b|,|\bto\b|\bà\b)[^.;()]{0,12}$|^[\s'’s/,-]*(?:degree)?[\s/,-]*$|^\s*(?:\(|or higher|or above)?\s*$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"prefer|requir|plus\b|desir|ideal|must|minimum", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\bor (?:\w+ ){0,2}?(?:equivalent|comparable|commensurate|relevant|related|similar|practical|demonstrated|proven)(?: \w+){0,3}? (?:\w+[- ])?"
    r"(?:experience|depth|background|knowledge|training|skills|expertise|combination|industry|work)"
    r"|\bequivalent (?:\w+ ){0,3}(?:experience|combination|depth)|\bcombination of (?:education|training)|in lieu of|experience can (?:compensate|substitute)|\(or comparable"
    r"|\bor (?:an )?equivalent\b(?! (?:degree|qualification|from|diploma|certificat|required))\s*(?:[.)]|$|in\b)?|substitut|\bor (?:\d[\d–-]*\+?|\w+) years|\bor (?:a )?(?:recent|current) (?:college |university )?(?:graduate|student)"
    r"|oder (?:eine )?vergleichbare(?!\w* (?:studi|abschl|fach))|\bou équivalent|o similar|o carrera af[ií]n|o a ?fin|afines\b|y/o experiencia|et/ou expérience|ou expérience|\bou\b[^.;]{0,20}\bexpérience",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:experience|student) or (?:an? )?(?:\w+ )?$", re.IGNORECASE)
_ABOUT_FIELD = re.compile(
    r",\s*(?:preferably|ideally|idéalement|idealerweise)\b.*|\b(?:preferably|ideally) (?:in|from)\b", re.IGNORECASE
)
_RECOMMENDED = re.compile(r"recommand|recomend|favou?red|bevorzugt|strongly prefer", re.IGNORECASE)
_ANGLE = re.compile(
    r"\d[- ]?degree|\b(?:high|some|certain|greater|large|a|the) degree of\b|degree of (?:\w+)", re.IGNORECASE
)


_CLAUSE_END = re.compile(
    r";|\.\s|\b(?:and|with|plus) (?:an? )?(?:\w+ ){0,2}\d|\bpreferably \d|\band have\b", re.IGNORECASE
)
_NEAR = 220
"""Characters after a degree in which its alternatives and wishes are looked for: text off a page may not end its sentences."""


class Degree(msgspec.Struct, frozen=True):
    """A rung of LADDER; `must` is False where it is only preferred or experience may stand for it."""

    level: str
    must: bool
    negated: bool
    start: int
    end: int


def degree_asked(sentence: str) -> Degree | None:
    """The degree `sentence` asks for: of a required and a preferred one the required, of alternatives the lowest."""
    if not _HINT.search(sentence):
        return None
    hits: list[re.Match[str]] = []
    for hit in _DEGREE.finditer(sentence):
        named = hits and hit.lastgroup == "plain" and not sentence[hits[-1].end() : hit.start()].strip(" '’s")
        if not named and not _ANGLE.match(sentence, max(0, hit.start() - 2)):
            hits.append(hit)
    if hits and _TEAM.search(sentence[: hits[0].start()]):
        return None
    if not hits or (hits[0].lastgroup != "highschool" and _TRAINING.search(sentence)):
        return None
    chains: list[list[re.Match[str]]] = [[hits[0]]]
    for before, hit in itertools.pairwise(hits):
        between = sentence[before.end() : hit.start()]
        if _JOIN.search(between) and not _SAYS.search(between):
            chains[-1].append(hit)
        else:
            chains.append([hit])
    read = [_read(sentence, chain, chains[number + 1 :]) for number, chain in enumerate(chains)]
    meant = [one for one in read if not one.negated] or read
    return next((one for one in meant if one.must), meant[0])


def _read(sentence: str, chain: list[re.Match[str]], later: list[list[re.Match[str]]]) -> Degree:
    level = min((_rung(hit) for hit in chain), key=LADDER.index)
    start, end = chain[0].start(), chain[-1].end()
    until = later[0][0].start() if later else len(sentence)
    aside = sentence.rfind("(", end, until) if later else -1
    before, after = sentence[max(0, start - 30) : start], sentence[start : aside if aside >= 0 else until]
    instead = level != "highschool" and bool(_INSTEAD.search(after[:_NEAR]) or _BEFORE.search(before))
    clause = _ABOUT_FIELD.sub(" ", _opening(before) + _CLAUSE_END.split(after[:_NEAR], maxsplit=1)[0])
    must = not (instead or wished(clause) or _RECOMMENDED.search(clause))
    return Degree(level, must, negated(sentence, start, end), start, end)


def _rung(hit: re.Match[str]) -> str:
    return "bachelor" if hit.lastgroup == "plain" else hit.lastgroup or ""


def _opening(before: str) -> str:
    """What stands before a degree in its own clause."""
    return re.split(r"[.;,]\s", before)[-1]
