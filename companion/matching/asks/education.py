"""The degree a sentence asks for: the lowest of alternatives, and whether experience may stand for it."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import itertools
import re
from functools import cache

import msgspec

from companion.matching.asks.diplomas import DEGREE, may_name_one
from companion.matching.asks.languages import any_language
from companion.matching.asks.polarity import negated
from companion.matching.asks.weight import wish_opens, wished

LADDER = ("highschool", "associate", "bachelor", "master", "phd")
"""From the lowest; an associate degree stands for every two-year diploma (BTS, DUT, HND, FP superior)."""
_TEAM = re.compile(
    r"\b(?:colleagues|teammates|people|founders|engineers) (?:with|who (?:have|hold)|holding)\b|\b(?:our|the) (?:\w+ ){0,2}(?:team|founders?|people|staff|engineers|colleagues)\b(?![^.;]{0,40}\b(?:need|requir|you)\w*)",
    re.IGNORECASE,
)
"""Whose degree it is that the company boasts of."""
_GIVEN = re.compile(
    r"\b(?:tuition|reimburs\w*|scholarships?|stipend|earn(?:ing)? (?:a|an|your|their)|(?:pay|fund|support|finance)s?(?:ing)? (?:for )?(?:a|an|your|their)|bourse)\b",
    re.IGNORECASE,
)
"""A degree that the employer helps to."""
_STUDIED = re.compile(r"(?<=\w)(?:\s(?:in|en|de|em)|(?<=\s(?:in|en|de|em)))\s", re.IGNORECASE)
"""Between a degree and what it is taken in: "Máster en Ingeniería" asks for no second one."""
_TAUGHT = re.compile(
    r"\b(?:supervis\w+|teach\w*|mentor\w*|tutor\w*|advis\w+|guid\w+|betreu\w*|unterricht\w*|encadr\w+|dirig\w+|orient\w+)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_STUDENTS = re.compile(
    r"['’]?s?[-\s]*(?:(?:and|or|&|und|y|et|e|ou)\s+[\w.'’]+[-\s]*){0,2}(?:(?<=\w)arbeiten\b|students?|theses|thesis|dissertations?|projects?|étudiant\w*|mémoires?|alumn\w*|estudiantes|tesis)",
    re.IGNORECASE,
)
"""Whose degree it will be: students that one supervises."""
_SPECIFIED = re.compile(r"\s*\((?![^()]*bachelor)[^()]*\b(?:diplom|master|magister)\b[^()]*\)", re.IGNORECASE)
"""A bracket that says which rung a degree without one is: "Hochschulstudium (Diplom, Master)"."""
_TRAINING = re.compile(r"\bausbildung\b|berufsausbildung", re.IGNORECASE)
"""Where a trade will do ("Studium oder Ausbildung"), no degree is asked for."""
_JOIN = re.compile(
    r"^[^.;()]{0,25}?(?:/|,|\bto\b|\bà\b)[^.;()]{0,12}$|^[^.;()]{0,60}?\b(?:or|o|ou|oder)\b[^.;()]{0,12}$|^[\s'’s/,-]*(?:degree)?[\s/,-]*$|^\s(?:in|en|de)\s$|^\s*(?:\(|or higher|or above)?\s*$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"accepted|prefer|requir|plus\b|desir|ideal|must|minimum", re.IGNORECASE)
_LIVED = (
    r"(?:experience\b|background\b|track record|self-taught|(?:have |has )?(?:gained|learned|learnt|taught|acquired)\b"
    r"|\w*erfahrung\w*|berufspraxis|praxis|anderweitig|angeeignet|beigebracht|quereinst\w+|abilit\w+\b|portfolio|projects|registration|apprenticeship|capacité\b|fähigkeit\b|techniker\w*|meister\w*|erworben|expérience|experiencia|experiência|vivência)"
)
"""What may stand for a degree: "or six years in the trade", "oder Berufserfahrung"."""
_INSTEAD = re.compile(
    r"\bor (?:\w+ ){0,2}?(?:equivalent|comparable|commensurate|relevant|related|similar|practical|demonstrated|proven)(?: \w+){0,3}? (?:\w+[- ])?"
    r"(?:experience|depth|background|knowledge|training|skills|expertise|combination|industry|work)"
    r"|\bor (?:the |an? |your |its )?(?:\w+[- ]){0,2}?equivalent\b(?! (?:degree|qualification|from|diploma|certificat|required|level))(?<!technical equivalent)"
    rf"|\b(?:or|oder|ou|o|y/o|and/or)\b(?:(?!\b(?:and|with|plus|und|mit|et|avec|y|con|e|com|fields?|discipline|subject|major|area|studieng\w+|fachricht\w+|domaine|área|carrera)\b)[^.;,:()]){{0,60}}?\b{_LIVED}"
    r"|\boder (?:eine )?(?:vergleichbare|gleichwertige|ähnliche|entsprechende|andere)\w* (?:ausbildung|qualifikation|kenntnis)|\bequivalent (?:\w+ ){0,3}(?:experience|combination|depth)|\bcombination of (?:education|training)|in lieu of|experience can (?:compensate|substitute)|\(or comparable"
    r"|\bor (?:an )?equivalent\b(?! (?:degree|qualification|from|diploma|certificat|required))\s*(?:[.)]|$|in\b)?|substitut|in place of|\b(?:or|oder|ou|o) (?:(?!(?:and|with|plus|und|mit|et|avec|y|con|an?)\b)[\w+–-]+ ){1,3}?(?:years?|jahren?|ans|années|años|anos)\b|\b(?:or|oder|ou|o)\b[^.;()]{0,30}\bon the job\b|\bor (?:a )?(?:recent|current) (?:college |university )?(?:graduate|student)"
    r"|oder (?:eine )?vergleichbare(?!\w* (?:studi|abschl|fach))|o similar|o carrera af[ií]n|\bo a ?f[ií]n(?:es)?\b|\bafines\b|\bou équivalent|\b(?:y/)?o (?:\w+ ){0,2}experiencia|\bou\b[^.;]{0,20}\bexpérience|\bo estudiante|\b(?:o|ou) (?:en curso|cursando|em curso|em andamento)|\bcursando\b|autodidact\w+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?:experience|student) or|in lieu of|in place of|instead of|substitute for) (?:an? |the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:either|entweder|soit)\b(?: an?\b| ein\w*| une?)?[^.;,]{0,15}$", re.IGNORECASE)
_OR = re.compile(r"\b(?:or|oder|soit)\b", re.IGNORECASE)
_ABOUT_FIELD = re.compile(
    r",\s*(?:preferably|ideally|idéalement|idealerweise)\b.*|, (?:bevorzugt|vorzugsweise|de préférence|preferentemente|preferiblemente) \w.*|\b(?:preferably|ideally|idéalement|preferentemente|idealmente) (?:in|from|en|im)\b|\b(?:and|und|et|y),? (?:preferably|ideally|idealerweise|idéalement|preferiblemente|idealmente)\b[^.;]*",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"\([^()]*,[^()]*\b(?:or|oder|ou|o) (?:\w+ )?(?:equivalent|équivalente?|similar(?:es)?|vergleichbar\w*)\)",
    re.IGNORECASE,
)
"""A bracket after a degree that lists fields or schools ends in others of their kind: "(marketing, sales or equivalent)"."""
_IS = r"(?: (?:is|are|would be|ist|sind|wären?|est|sont|serait|étant|being|siendo|es|son|será))?(?: (?:also|very|highly|strongly|sehr|muy))? "
_A_PLUS = r"(?:an?|un|ein) (?:\w+ )?(?:plus|bonus|asset|advantage|atout|vorteil)\b"
_WELCOME = r"(?:preferred|desir(?:able|ed)|helpful|welcome|optional|highly regarded|von vorteil|wünschenswert|erwünscht|souhaité\w*|apprécié\w*|deseable\w*|valorable\w*)"
_WORDS = r"(?: (?!(?:or|and|but|if|which|this|it|would|also|preferably|ideally|strongly|highly|oder|ou|und|et|o|y|e|is|are)\b)(?:(?:[a-z]\.)+|[\w'’+#-]+))"
_OF_ANOTHER = re.compile(
    rf",{_WORDS}{{1,5}}?{_IS}{_A_PLUS}|(?P<own>^[^,]*),{_WORDS}{{1,5}}?{_IS}{_WELCOME}"
    rf"|, (?:\w+ )?(?:experience|knowledge|certificat\w+|\w*erfahrung|\w+kenntnisse|expérience|connaissances?|experiencia|conocimientos?)\b[^.,;]{{0,40}}?{_IS}{_WELCOME}"
    r"|, (?:se valora\w*|valoramos) (?!positiv|muy|mucho|especial)\w.*",
    re.IGNORECASE,
)
"""A wish with a subject of its own: "a degree in accounting, German a plus". After a second comma fields are listed."""
_RECOMMENDED = re.compile(
    r"\b(?:may|might|could) (?:also )?(?:have|hold)\b|recommand|recomend|favou?red|bevorzugt|strongly prefer|, (?:great|lovely|perfect|wonderful|even better|all the better)(?=\W*$|[;.,!:–-])",
    re.IGNORECASE,
)
_ANGLE = re.compile(
    r"\d[- ]?degree|\b(?:high|some|certain|greater|large|a|the) degree of\b|degree of (?:\w+)", re.IGNORECASE
)


_CLAUSE_END = re.compile(
    r";|(?<![. ]\w)\.\s|\b(?:and|with|plus) (?:an? )?(?:\w+ ){0,2}\d|\bpreferably \d|(?:(?<=required)|(?<=mandatory)|(?<=(?<!not )essential)|(?<=erforderlich)|(?<=exigé)|(?<=imprescindible))(?:,| and\b)|\band have\b",
    re.IGNORECASE,
)
_NEAR = 220
"""Characters after a degree in which its alternatives and wishes are looked for: text off a page may not end its sentences."""


_SUBJECTS = re.compile(
    r"(?:['’]?s?\b[\s/,]*(?:(?:degree|diploma|abschluss|studium)s?\b)?\s*(?:\((?:preferred|required)\)\s*)?"
    r"(?:in|of|im bereich|im|der|des|en|em)\s(?:(?!\b(?:experience|knowledge|proficien\w+|strong|skills?|plus|with|who|required|preferred|erfahrung|kenntnisse|expérience|experiencia"
    r"|(?:and|und|et|y) (?:an?|the|your|at|\d\S*|eine?|une?|relevant|excellent|good|ability)|or equivalent|or (?:an?|the|\d\S*))\b)[^.;()\d])*)?",
    re.IGNORECASE,
)
"""What is studied: the fields after a degree, no skills of their own."""


class Degree(msgspec.Struct, frozen=True):
    """A rung of LADDER; `must` is False where it is only preferred or experience may stand for it.

    From `start` to `end` it is named, with its fields.
    """

    level: str
    must: bool
    negated: bool
    start: int
    end: int


def degree_asked(sentence: str) -> Degree | None:
    """The degree `sentence` asks for: of a required and a preferred one the required, of alternatives the lowest."""
    if not may_name_one(sentence):
        return None
    hits: list[re.Match[str]] = []
    for hit in DEGREE.finditer(sentence):
        named = hits and hit.lastgroup == "plain" and not sentence[hits[-1].end() : hit.start()].strip(" '’s")
        craft = hit.group().casefold().startswith(("ingenier", "ingén"))  # a field, where a degree stands before it
        studied = craft and hits and _STUDIED.fullmatch(sentence, hits[-1].end(), hit.start())
        if not named and not studied and not _ANGLE.match(sentence, max(0, hit.start() - 2)):
            hits.append(hit)
    opening = sentence[: hits[0].start()] if hits else ""
    if hits and (_TEAM.search(opening) or _GIVEN.search(opening)):
        return None
    if hits and _TAUGHT.search(opening) and _STUDENTS.match(sentence, hits[0].end()):
        return None
    if not hits or (hits[0].lastgroup != "highschool" and _TRAINING.search(sentence)):
        return None
    chains: list[list[re.Match[str]]] = [[hits[0]]]
    for before, hit in itertools.pairwise(hits):
        between = sentence[before.end() : hit.start()]
        aside = "(" in between and wished(sentence[hit.end() :].split(")")[0])
        same = _rung(before) == _rung(hit) and not re.search(r"[.;]", between)
        if (same or _JOIN.search(between)) and not (aside or _SAYS.search(between)):
            chains[-1].append(hit)
        else:
            chains.append([hit])
    read = [_read(sentence, chain, chains[number + 1 :]) for number, chain in enumerate(chains)]
    meant = [one for one in read if not one.negated] or read
    return next((one for one in meant if one.must), meant[0])


def _read(sentence: str, chain: list[re.Match[str]], later: list[list[re.Match[str]]]) -> Degree:
    level = min((_rung(hit) for hit in chain), key=LADDER.index)
    start, end = chain[0].start(), chain[-1].end()
    if (
        level == "bachelor"
        and "bachelor" not in chain[0].group().casefold()
        and _SPECIFIED.match(sentence, chain[0].end())
    ):
        level = "master"
    until = later[0][0].start() if later else len(sentence)
    fields = _SUBJECTS.match(sentence, end, until)
    subjects = fields.end() if fields else end
    aside = sentence.rfind("(", end, until) if later else -1
    aside = -1 if ")" in sentence[aside:until] else aside
    before = sentence[max(0, start - 60) : start]
    after = sentence[start:end] + _FIELDS.sub(" ", sentence[end : aside if aside >= 0 else until])
    instead = level != "highschool" and bool(
        _INSTEAD.search(after[:_NEAR]) or _BEFORE.search(before) or (_EITHER.search(before) and _OR.search(after))
    )
    clause = _opening(before) + _CLAUSE_END.split(after[:_NEAR], maxsplit=1)[0]
    if wished(clause):
        clause = _ABOUT_FIELD.sub(" ", _OF_ANOTHER.sub(r"\g<own> ", _of_language().sub(" ", clause)))

    wish = wish_opens(sentence, start) or wished(clause) or bool(_RECOMMENDED.search(clause))
    return Degree(level, not (instead or wish), negated(sentence, start, end) and not wish, start, subjects)


def _rung(hit: re.Match[str]) -> str:
    return "bachelor" if hit.lastgroup == "plain" else hit.lastgroup or ""


@cache
def _of_language() -> re.Pattern[str]:
    """A wish for a language, which needs no comma before it in text off a page: "a degree German is a plus"."""
    return re.compile(
        rf"(?<!\bin )(?<!\ben )(?<!\bof )\b(?:{any_language()}|ingles|frances)(?:kenntnisse| skills| language)?{_IS}(?:{_A_PLUS}|{_WELCOME})",
        re.IGNORECASE,
    )


def _opening(before: str) -> str:
    """What stands before a degree in its own clause."""
    return re.split(r"[.;,]\s", before)[-1]
