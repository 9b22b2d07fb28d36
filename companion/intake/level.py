"""Seniority from a job title. Only words that mean a rank count; a plain title has no level."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

from companion.model.posting import Level

_RULES: tuple[tuple[Level, str], ...] = (
    ("intern", r"\b(?:intern(?:ship)?s?|co-?op|werkstudent(?:in|/in)?|praktikant(?:in)?|praktikum|stagiaire|stage\b|becari[oa]|trainee|apprentice|"
     r"student assistant|working student|student worker|summer (?:analyst|associate)|fellow(?:ship)?|estági\w+|tirocin\w+|alternan\w+|azubi|ausbildung)\b"),
    ("executive", r"\b(?:chief \w+(?: \w+)? officer|c[etfimop]o\b|vice[- ]president|[es]?vp|president|managing director|geschäftsführ\w+|founder|co-?founder|partner\b(?= ?$))"),
    ("director", r"\b(?:director|directeur|directrice|direktor(?:in)?|head of|global head|bereichsleit\w+)\b"),
    ("principal", r"\b(?:principal|distinguished)\b"),
    ("staff", r"\bstaff (?:\w+[ -]){0,3}?(?:engineer|developer|scientist|designer|architect|researcher|analyst|product|program|technical|software|data|security|site|machine|ml|frontend|backend|full)\w*"),
    ("manager", r"\b(?:(?:senior|sr\.?|engineering|regional|area|district|general|store|branch|operations|product support|facilities|team|office|delivery|compliance|loss prevention|supply chain|"
     r"development|it|qa|quality|department|plant|shift|assistant|deputy|warehouse|service|hr|people|finance|accounting|sales|customer success|clinic|nurse) (?:\w+ ){0,2}?(?:manager|mgr)|manager,|mgr,?|"
     r"teamleit\w+|abteilungsleit\w+|gruppenleit\w+|supervisor|foreman|responsable d['e]|chef(?:fe)? d['e] équipe)\b"),
    ("lead", r"\b(?:(?:team|tech(?:nical)?|squad|practice|engineering|shift|qa|design) lead|lead(?! gen| time| qual| nurtur| acquisition| conversion| routing)(?:er)?\b)"),
    ("senior", r"\b(?:senior|sr|snr|sénior|seniør|erfahren\w*|confirmé\w*|iii|iv|v|l[456]|(?:engineer|developer|analyst|technician|specialist|tchn|spec|scientist|designer) [345])\b"),
    ("entry", r"\b(?:junior|jr|entry[- ]level|graduate|new grad|early[- ]career|associate(?! director| manager| vice| vp| dean| partner| general| principal| product manager| project manager| professor)|"
     r"berufseinsteiger\w*|absolvent\w*|débutant\w*|l1|i(?= ?[-/,|(]| *$)|i / ii|(?:engineer|developer|analyst|technician|specialist|spec) 1)\b"),
    ("mid", r"\b(?:mid(?:[- ](?:level|senior))?|intermediate|ii|l[23]|(?:engineer|developer|analyst|technician|specialist|spec) 2)\b"),
)  # fmt: skip
_COMPILED: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _RULES
)
_ASIDE = re.compile(r"\((?:[mwfdx](?:[/|,*][mwfdx])+|all genders|h/f|f/h)\)|#\w+", re.IGNORECASE)


def find_level(title: str) -> Level | None:
    """The rank the title names; of several the one the job is about ("Senior Manager" is a manager)."""
    words = _ASIDE.sub(" ", title)
    hits = {level: match.start() for level, pattern in _COMPILED if (match := pattern.search(words))}
    if not hits:
        return None
    for level in ("intern", "executive", "director", "manager", "principal", "staff", "lead", "senior", "entry", "mid"):
        if level in hits:
            return level
    return None
