"""How well somebody knows what a skill names, where it is written beside it, told apart from the skill."""

import re

_HOW = (
    r"(?:very|sehr|très|muy|molto|muito|zeer|bardzo|mycket|meget|m\.) "
    r"(?:good|gute?|bon(?:ne)?|buen[oa]?|buono|bom|boa|goed|dobr[yaze]+|bra|god)"
)
_LEVEL = re.compile(
    rf"(?:{_HOW}|expert\w*|advanced|intermediate|beginner|basics?|proficien\w+|fluent|excellent|good|competent|skilled|novice|"
    r"familiar|strong|working knowledge|basic knowledge|some knowledge|daily use|regular use|"
    r"gut|sicher|grundkenntnisse|grundlagen|fortgeschritten\w*|experten\w*|anwender\w*|vertieft|erweitert\w*|verhandlungssicher|"
    r"(?:gute|erweiterte|vertiefte|fundierte|solide|sehr gute) kenntnisse|"
    r"avancé|intermédiaire|débutant|notions|bases|maîtrise|courant|confirmé|bon niveau|bonne maîtrise|niveau \w+|"
    r"avanzado|medio|intermedio|básico|experto|alto|usuario|nivel \w+|avanzato|base|buono|buona|ottimo|ottima|discreto|"
    r"livello \w+|avançado|intermediário|intermédio|conhecimentos básicos|"
    r"gevorderd|goed|basis\w*|uitstekend|redelijk|zaawansowany|średni\w*|podstawow[ya]|dobr[yaze]+|biegł[yae]|"
    r"goda kunskaper|grundläggande|avancerad|grundlæggende|øvet|rutinert|pokročil[ýá]|střední|základní|"
    r"\d+\+? (?:years?|yrs?|jahre|ans|años|anos|anni|jaar|lat)|\d(?:[.,]\d)?\s?/\s?(?:5|10)|\d{1,3}\s?%)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(.{1,60}?)\s*(?:\(([^()]+)\)|\s[–—-]\s(.+)|\t(.+))$")


def leveled(text: str) -> tuple[str, str]:
    """A skill and the level behind it, in brackets, after a dash or in a column of its own; empty without one."""
    found = _BEHIND.fullmatch(text.strip())
    level = next((group.strip(" .") for group in found.groups()[1:] if group), "") if found else ""
    return (found[1].rstrip(" :"), level) if found and is_level(level) else (text, "")


def is_level(text: str) -> bool:
    """Whether a text says how well, and nothing else."""
    return bool(_LEVEL.fullmatch(text.strip(" .")))
