"""Parts of what people work or study at (a department, a faculty, a ward) told apart from the whole that has a name."""

import re
from collections.abc import Sequence

from companion.resume.reading.vocabulary import COMPANY, title_score

_PART = re.compile(
    r"\b(?:department|dept|faculty|division|school of|institute|cent(?:re|er) for|chair|section|research unit|"
    r"laborator(?:y|ies)|lab|research group|graduate school|clinic for|ward|institut|lehrstuhl|fakultät|fachbereich|"
    r"abteilung|arbeitsgruppe|departement|département|laboratoire|faculté|ufr|unité|équipe|chaire|service d|"
    r"departamento|"
    r"facultad|cátedra|instituto|grupo de|dipartimento|facoltà|istituto|cattedra|faculdade|vakgroep|afdeling|faculteit|"
    r"wydział|katedra|instytut|institutionen|avdelningen|fakulteten|institutt|institut|fakultet|tiedekunta|laitos|"
    r"osasto|"
    r"fakulta|ústav)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"univer|uniwersytet|hochschule|högskol|høgskol|yliopisto|korkeakoulu|egyetem|polytechni|politechni|polit[eé]c|"
    r"hospital|"
    r"klinikum|krankenhaus|ziekenhuis|sjukhus|sykehus|sairaala|ospedale|szpital|hôpital|academy of sciences|"
    r"medical cent|"
    r"\b(?:college|chu|eth|epfl|mit|caltech|ucla|kth)\b",
    re.IGNORECASE,
)
_WARD = re.compile(
    r"\b(?:[cmnps]?icu|cvicu|ccu|pacu|step-?down|med[-/ ]?surg\w*|telemetry|medical[-/]surgical|ward(?! (?:&|and)\b)|"
    r"emergency (?:room|dep\w+)|labou?r (?:and|&) delivery|operating (?:room|theatres?)|theatres|"
    r"(?:intensive|critical|acute|palliative|long[- ]term|memory|ambulatory) care|night shift|day shift)\b|"
    r"\b(?-i:A&E|ED|ER|OR|ITU|HDU|L&D)\b(?!-)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:(?:building|level|class|grade|year|tier|shift|line|unit|plant|zone|area|section|bay) [\w-]{1,3}|"
    r"(?:night|day|early|late) (?:shift|team|crew)|(?:front|back) (?:of house|end|office)|nights|days|"
    r"(?:inside |outside |field |retail )?sales|marketing|finance|operations|engineering|human resources|hr|it|r&d|"
    r"research (?:and|&) development|customer (?:services?|support|care|success)|procurement|purchasing|production|"
    r"quality(?: assurance| control)?|manufacturing|maintenance|payroll|accounts(?: payable| receivable)?|compliance|"
    r"housekeeping|kitchen|grill|pastry|produce|grocery|deli|checkouts?|menswear|womenswear|homewares?|electronics|"
    r"inbound|outbound|receiving|shipping|dispatch|fixed income|equities|private equity|wealth management|"
    r"risk(?: management)?|audit|tax|treasury|legal|product(?: management)?|data(?: science)?|analytics|infrastructure|"
    r"security|policy|communications|public relations|events|facilities|admissions|student services|"
    r"food (?:and|&) beverage|f&b|front desk|reception|footwear|garden|bakery|meat|seafood|stockroom|yard|"
    r"mergers (?:and|&) acquisitions|m&a|water quality|air quality|water|highways)",
    re.IGNORECASE,
)
"""What a title adds behind its comma of where in the firm or on which part of the work one was."""
_TITLE = 0.5
"""How much a text looks like a title, at least, to be one."""


def is_part(text: str) -> bool:
    """Whether a text names a part of a university or a hospital, and not which one."""
    return bool(_PART.search(text)) and not _WHOLE.search(text)


def is_unit(text: str) -> bool:
    """Whether a text names a ward, a shift or a part of a firm's work as every firm has them, and no firm."""
    return bool(_UNIT.fullmatch(text) or (_WARD.search(text) and not COMPANY.search(text)))


def is_whole(text: str) -> bool:
    """Whether a text names a university or a hospital and no more than that."""
    return bool(_WHOLE.search(text)) and "\t" not in text and title_score(text) <= _TITLE


def without_part(name: str) -> tuple[str, str]:
    """A university or a hospital without its part before or behind the comma, and that part."""
    pieces = name.split(", ")
    for part, whole in ((pieces[0], pieces[1:]), (pieces[-1], pieces[:-1])):
        if len(pieces) > 1 and is_part(part) and is_whole(", ".join(whole)):
            return ", ".join(whole), part
    return name, ""


def housed(units: Sequence[str]) -> tuple[list[str], list[str]]:
    """What heads an entry without the parts of the university or the hospital that stands among it, and those parts."""
    if len(units) < 2 or not any(map(is_whole, units)):
        return list(units), []
    kept: list[str] = []
    parts: list[str] = []
    for unit in units:
        title, mark, rest = unit.partition("\t") if "\t" in unit else unit.partition(", ")
        if mark and is_part(rest) and not (is_part(title) or is_whole(title)):
            kept.append(title)
            parts.append(" ".join(rest.split()))
        elif is_part(unit) and title_score(unit) <= _TITLE:
            parts.append(unit)
        else:
            kept.append(unit)
    return (kept, parts) if len(kept) > 1 else (list(units), [])
