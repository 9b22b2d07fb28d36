"""Whether a sentence asks for what it names or says that it is not needed. The clause decides, not the sentence."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from functools import lru_cache

_CLAUSE = r"[^.;:,()]"
_BEFORE = re.compile(
    rf"\b(?:no|not|without|don['’]?t|doesn['’]?t|isn['’]?t|needn['’]?t|won['’]?t|never|nor|neither|kein(?:e|en|er|em)?|nicht|ohne|pas|sans|aucune?"
    rf"|sin|ningun[ao]?|não|nenhuma?|sem)\b(?!\s+(?:only|just|limited|nur|longer|later|s[óo]))(?:(?!\bbut\b|\bjust\b|\bsondern\b|\bwhich\b|\bthat\b){_CLAUSE}){{0,40}}$"
    r"|\b(?:not|isn['’]?t|nicht) (?:required|needed|necessary|erforderlich|nötig):[^.;]{0,60}$|\bmov(?:ed|ing) (?:away from|off) $|^\W*forget (?:about )?$|\b(?:hate|dislike|tired of|sick of|bored of) $|n['’]t (?:require|expect|need) (?:any |previous |prior )*(?:experience|knowledge) (?:in|with|of) (?:it|them|these|any of (?:it|them|these))\b(?:[^.;]|\.(?=\w))*$|\breplaced $|\brather than (?:an? )?$|\binstead of (?:an? )?$|\bin lieu of (?:an? )?(?:formal )?$"
    r"|\b(?:not|isn['’]?t) (?:an?|about|for|looking for|hiring)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^{_CLAUSE}{{0,48}}?(?:\b(?:is|are|was)(?: \w+)? ?(?:not|n['’]t)\b|isn['’]?t|aren['’]?t|\bnot\b)\s*(?:\w+ )?"
    r"(?:required|needed|necessary|mandatory|essential|expected|compulsory|a (?:must|requirement|prerequisite)|important)"
    r"|^\s*[:–-]\s*(?:none|no|not (?:required|needed)|keine?|n/a)\b|^[^.;,]{0,10}\bbrauch\w* (?:du|sie|man)(?: \w+){0,3} nicht\b"
    r"|^[^.;]{0,80}\b(?:(?:is|are) not|(?:is|are)n['’]t) your (?:job|task|concern|responsibility)\b|^[^.;]{0,40}, (?:this|it) (?:isn['’]t|is not) (?:it|for you|the one)\b"
    rf"|^{_CLAUSE}{{0,25}}(?:\bnot (?:\w+ )?(?:required|needed|necessary)|\bnicht (?:\w+ )?(?:nötig|erforderlich|notwendig|voraus|verlangt|benötigt|gefordert)"
    rf"|n['’]est pas|(?:ist|sind) (?:aber |jedoch )?keine? (?:voraussetzung|bedingung|pflicht|muss)|(?:ne sont|est) pas (?:\w+ )?(?:requis|nécessaire|exigé|obligatoire|indispensable)|no (?:es|son) (?:\w+ )?(?:necesari|imprescindible|obligatori|requisito)|não (?:é|são) (?:\w+ )?(?:necessári|obrigatóri|exigid|requisito))|^ (?:is|are) not (?:something|anything|what) (?:you|we)\b|^ ?-free\b|^[^.;]{{0,40}},? (?:but|though|although) (?:it|this|that|they)(?: is| are|['’]s)? ?(?:not|n['’]t) (?:\w+ )?(?:required|needed|necessary|a must)|^{_CLAUSE}{{0,20}}\bunnecessary\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"n['’]?t\b|\b(?:no|non|not|never|nor|neither|without|nicht|none|n/a|kein\w*|ohne|pas|sans|aucune?|sin|ningun[ao]?|não|nenhuma?|sem|unnecessary|away|off|forget|hate|dislike|tired|sick|bored|replaced|rather|instead|lieu)\b|-free\b| free\b"
)
_EXCEPT = re.compile(
    r"\b(?:do not|don['’]t) (?:apply|hesitate)|\bif you (?:do not|don['’]t)\b[^.;]{0,20}$", re.IGNORECASE
)


_LOST_WITHOUT = re.compile(r"\bwithout (?:\w+ )?$", re.IGNORECASE)
_YOU = re.compile(r"^,? (?:you|nothing|this|it)\b|^[^.;,]{0,40}\b(?:not|cannot|can['’]t|won['’]t)\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _denies(sentence: str) -> bool:
    """Whether `sentence` has a word that can deny anything: most have none."""
    return bool(_DENIAL.search(sentence.casefold()))


def negated(sentence: str, start: int, end: int) -> bool:
    """Whether `sentence[start:end]` is said not to be needed ("no X required", "X is not required", "not an X role")."""
    if not _denies(sentence):
        return False
    before = sentence[:start]
    if _EXCEPT.search(before) or (_LOST_WITHOUT.search(before) and _YOU.search(sentence[end:])):
        return False
    return bool(_BEFORE.search(before) or _AFTER.search(sentence[end:]))
