"""Seniority from a job title. Only words that mean a rank count; a plain title has no level.

"Manager" is a rank where people or a department are managed ("Payroll Manager"), a craft where a thing is ("Product
Manager"): that is how the labellers of public postings read it, and how recruiters do.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

from companion.model.posting import Level

_RULES: tuple[tuple[Level, str], ...] = (
    ("intern", r"\b(?:intern(?:ship)?s?|co-?op|werkstudent(?:in|/in)?|praktikant(?:in)?|praktikum|stagiaire|stage\b|becari[oa]|trainee|apprentice(?:ship)?|"
     r"student assistant|working student|student (?:worker|position|job)|summer (?:analyst|associate)|fellowship|estági\w+|tirocin\w+|alternan\w+|azubi|ausbildung)\b"),
    ("executive", r"\b(?:chief \w+(?: \w+)? officer|c[etfimop]o\b|(?<!assistant )(?<!associate )vice[- ]president|(?<!a)[es]?vp|(?<!vice )(?<!vice-)president|managing director|geschäftsführ\w+|founder|co-?founder"
     r"|(?:managing|general|equity|audit|tax|senior) partner(?! manager| market| success)|^partner\b(?= ?(?:$|[-,|(])))"),
    ("director", r"\b(?:director|directeur|directrice|direktor(?:in)?|head of|global head|bereichsleit\w+|(?:assistant|associate) vice[- ]president)\b"),
    ("principal", r"\b(?:principal|distinguished)\b"),
    ("staff", r"\bstaff (?:\w+[ -]){0,3}?(?:engineer|developer|scientist|designer|architect|researcher|analyst|product|program|technical|software|data|security|site|machine|ml|frontend|backend|full)\w*"),
    ("manager", r"\b(?:teamleit\w+|abteilungsleit\w+|gruppenleit\w+|filialleit\w+|responsable d['e]|chef(?:fe)? d['e] équipe|gerente)\b"),
    ("lead", r"\b(?:(?:team|tech(?:nical)?|squad|practice|engineering|shift|qa|design) lead(?:er)?|lead(?! gen| time| qual| nurtur| acquisition| conversion| routing)\b)"),
    ("senior", r"\b(?:senior|sr|snr|sénior|seniør|erfahren\w*|confirmé\w*|iii|iv|v|l[456]|(?:level|grade) [345](?= *$|[-,(]))\b"),
    ("entry", r"\b(?:junior|jr|entry[- ]level|graduate|new grad|early[- ]career|associate(?! director| manager| vice| vp| dean| partner\b| general| principal| product manager| project manager| professor)|associate(?= client partner)|"
     r"berufseinsteiger\w*|absolvent\w*|débutant\w*|l1|i(?= ?[-,|(]| *$| ?/ ?ii\b(?! ?/))|(?:business|sales|market|partner|account) development rep(?:resentative)?|[sb]dr|(?:level|grade) 1)\b"),
    ("mid", r"\b(?:mid(?:[- ](?:level|senior))?(?![- ]?market)|intermediate|ii|l[23]|(?:level|grade) 2)\b"),
)  # fmt: skip
_COMPILED: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _RULES
)
_FIRST: tuple[Level, ...] = ("intern", "executive", "director", "manager", "principal", "staff", "lead")
_ASIDE = re.compile(r"\((?:[mwfdx](?:[/|,*][mwfdx])+|all genders|h/f|f/h)\)|#\w+", re.IGNORECASE)
_OPEN = re.compile(
    r"\bopen rank\b|\ball levels\b|\b(?:early career|entry|junior|intermediate)\b[^,|]{0,15}(?:\bto\b|–|-|/)\s*senior\b|\bi ?/ ?ii ?/ ?iii\b",
    re.IGNORECASE,
)
_ASSISTANT = re.compile(r"\b(?:executive|personal|management|team) assistant\b|\bassistant to\b", re.IGNORECASE)
_MANAGER = re.compile(r"\b(?:manager(?:in)?|mgr)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:senior|sr|snr|associate|deputy)\.? (?:manager|mgr)\b|^(?:manager|mgr)\b|[-,–|] ?manager\b", re.IGNORECASE
)
_SENIOR = re.compile(r"\b(?:senior|sr|snr)\b", re.IGNORECASE)
_CRAFT = re.compile(
    r"\b(?:project|product|program(?:me)?|portfolio|change|communications?|contracts?|release|scrum|launch|implementation)(?: (?:&|and) \w+)? (?:manager|mgr)\b",
    re.IGNORECASE,
)
_NO_RANK = re.compile(
    r"\b(?:assistant|account|case|success|brand|marketing|community|partner(?:ship)?s?|category|content|media|influencer|relationship|territory|sales|vendor|client|customer|supply|revenue"
    r"|key account|event|events|talent|recruiting|campaign|growth|activation|pipeline|knowledge|risk|incident|business|strateg(?:y|ies)(?: \(\w+\))?) (?:manager|mgr)\b",
    re.IGNORECASE,
)  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.])(?!(?:region|shift|schicht|phase|tier|team|unit|batch|zone|area|group|building|site|floor|part|series|type|class|plant|district|route|store|ward|week|day|days|line|lane|step|stage|summer|q|track|volume|version|days?|hours?)\b)"
    r"[A-Za-z]{2,} ?(?P<number>[1-5])(?= *$| *[-–,|(/]| [A-Z]{2,4}$)",
    re.IGNORECASE,
)
_ROMAN_PLACE = re.compile(
    r"\b(?:region|phase|tier|area|zone|part|class|type|unit|shift) (?:i{1,3}|iv|v)\b", re.IGNORECASE
)
_FIRST_OF_MANY = re.compile(r"\b(?:I|1)\b")
_BY_NUMBER: dict[str, Level] = {"1": "entry", "2": "mid", "3": "senior", "4": "senior", "5": "senior"}


def find_level(title: str) -> Level | None:
    """The rank the title names; of several the one the job is about ("Senior Manager" is a manager)."""
    words = _ROMAN_PLACE.sub(" ", _ASIDE.sub(" ", title)).strip()
    if _OPEN.search(words):
        return None
    hits: dict[Level, int] = {level: match.start() for level, pattern in _COMPILED if (match := pattern.search(words))}
    if "senior" not in hits and "mid" not in hits and "entry" not in hits and (number := _NUMBER.search(words)):
        hits[_BY_NUMBER[number["number"]]] = number.start()
    if "principal" in hits and "senior" in hits:
        del hits["principal"]  # "Senior or Principal": the job starts at the lower
    if _MANAGER.search(words) and not hits.keys() & {"intern", "executive", "director", "principal"}:
        managed = _manager(words)
        if managed == "manager":
            return managed
        if managed == "mid" and not hits.keys() & {"staff", "lead", "senior"} and "junior" not in words.casefold():
            return "entry" if _FIRST_OF_MANY.search(words) else managed
    ranks = () if _ASSISTANT.search(words) else _FIRST
    return next((level for level in (*ranks, "senior", "entry", "mid") if level in hits), None)


def _manager(words: str) -> Level | None:
    """What "manager" means in this title: a rank, a craft ("mid"), or nothing beside the title's other words."""
    if _BESIDE.search(words):
        return "manager"
    if _SENIOR.search(words):
        return None
    if _CRAFT.search(words):
        return "mid"
    return None if _NO_RANK.search(words) else "manager"
