"""The degree ladder: which level a study type or an option names. Order from the European Qualifications Framework and
the US ladder; a level that a wording does not name clearly is None."""

import re

from companion.forms.words import fold

LEVELS = ("none", "school", "diploma", "associate", "bachelor", "master", "doctorate")
_WORDS = (
    (6, r"ph ?d|doctor(ate|al)?|dphil|d phil|ed ?d|dr|promotion|doctorat|doctorado|doutorado|m ?phil leading to phd"),
    (5, r"masters?|m ?sc|m ?a|m ?s|m ?tech|m ?eng|mba|m ?b ?a|mca|m ?com|m ?ed|mphil|ll ?m|post ?graduate|pg ?dm|"
        r"postgraduate|maitrise|maestria|mestrado|magister|m e|diplom ingenieur|dipl ing|graduate degree"),
    (4, r"bachelors?|b ?sc|b ?a|b ?s|b ?tech|b ?eng|bba|b ?com|bca|b ?e|b ?ed|b ?arch|ll ?b|undergraduate|licence|"
        r"licenciatura|bacharelado|grado|4 year degree|college degree|university degree|graduation|mbbs"),
    (3, r"associates?|a ?a ?s|foundation degree|hnd|bts|dut|2 year degree|some college degree"),
    (2, r"diploma|polytechnic|vocational|ausbildung|apprenticeship|trade school|technical school|iti|certificate|"
        r"berufsausbildung|technical degree|post secondary"),
    (1, r"high ?school|secondary( school)?|ged|hsc|ssc|12th|10th|a levels?|abitur|gcse|baccalaureat|bachillerato|"
        r"ensino medio|higher secondary|intermediate|matriculation|leaving cert(ificate)?|schule|k12|school"),
    (0, r"none|no (formal )?(education|degree|qualification)s?|less than high school|"
        r"did not (finish|complete|graduate).*"),
)  # fmt: skip
_LEVELS = tuple((level, re.compile(rf"\b({words})\b")) for level, words in _WORDS)
_PARTIAL = re.compile(
    r"\b(some|pursuing|in progress|ongoing|incomplete|currently|no degree|not completed|student|enrolled|partial)\b"
)
_OTHER_SIDE = re.compile(r"^(below|under|less than|lower than|above|beyond|higher than|more than)\b")
_ABOVE = re.compile(r"\b(or (higher|above|more)|and above|or equivalent or higher)\b")


def level_of(wording: str) -> int | None:
    """Index in LEVELS of the degree `wording` names, None where it names none or a partial one."""
    folded = fold(wording)
    if not folded or _PARTIAL.search(folded) or _OTHER_SIDE.search(folded):
        return None
    found: list[int] = []
    for level, pattern in _LEVELS:
        if pattern.search(folded):
            found.append(level)
    if 0 in found:
        return 0
    if 2 in found and 1 in found and "high school" in folded:
        return 1
    if 2 in found and 5 in found:
        return 5
    return found[0] if found else None


def lowest_level(question: str) -> int | None:
    """The level that satisfies a question: the lowest of those joined by "or"; None for none, or several otherwise."""
    folded = fold(question)
    named = {level for level, pattern in _LEVELS if level > 0 and pattern.search(folded)}
    if _PARTIAL.search(folded) or not named:
        return None
    if len(named) > 1 and not re.search(r"\b(or|oder|ou|o)\b|/", folded):
        return level_of(question) if named == {1, 2} or named == {2, 5} else None
    return level_of(question) if named in ({1, 2}, {2, 5}) else min(named)


def at_least(wording: str) -> bool:
    """True for an option that covers every level from its own upward ("Master's or higher")."""
    return bool(_ABOVE.search(fold(wording)))
