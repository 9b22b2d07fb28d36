"""What a question is about: the country, place, skill or language it names, in its own words."""

import re
from functools import cache

from companion.forms import places
from companion.forms.meaning import AT_EMPLOYER, AT_POSTING
from companion.forms.words import fold

_INITIALS = re.compile(r"(?<![A-Za-z])(U\.?\s?S\.?(?:\s?A\.?)?|U\.\s?K\.?|UK|E\.?U\.?|EEA|U\.?A\.?E\.?)(?![A-Za-z])")
_INITIAL_CODES = {"US": "US", "USA": "US", "UK": "GB", "EU": "EU", "EEA": "EU", "UAE": "AE"}
_GROUPS = re.compile(r"\b(european union|europaische\w* union|union europeenne|union europea|uniao europeia|europe)\b")
_DEMONYMS = {
    "american": "US", "british": "GB", "canadian": "CA", "australian": "AU", "german": "DE", "french": "FR", "indian": "IN",
    "irish": "IE", "spanish": "ES", "dutch": "NL", "japanese": "JP", "swiss": "CH", "singaporean": "SG", "brazilian": "BR",
    "israeli": "IL", "mexican": "MX", "polish": "PL", "portuguese": "PT", "italian": "IT",
}  # fmt: skip
_LONGEST_NAME = 4
_NOT_NAMES = frozenset({"us", "in", "is", "it", "no", "at", "to", "be", "am", "as", "so", "me", "my", "do", "an", "or"})
_PLACE = re.compile(
    r"\b(?:relocat\w*|mov(?:e|ing)|live|living|resid\w*|located|based|commut\w*|work|working|onsite|on-site|local)\b[^.?!]{0,40}?"
    r"\b(?:to|in|within|near|from|at)\s+(?:the\s+|our\s+|or near\s+)?"
    r"((?:[A-Z][\w.'’-]+|of|de|del|la|San|St\.?)(?:[ ,]+(?:[A-Z][\w.'’-]+|of|de|del|la))*)"
)
_AFTER = (
    r"(?:experience|expertise|background|knowledge|proficien\w+|familiar\w*|exposure|worked|working|skilled|skills?|comfortable|fluent|"
    r"trained|hands-on)"
)
_SKILL = (
    re.compile(r"\bexperience\s+(?:do you have|have you(?: got)?|you have)\s+(?:with|in|using|as an?|as|on)\s+(.{2,120})", re.IGNORECASE),
    re.compile(rf"\b{_AFTER}\b(?:\s+(?:working|experience|developing|building|coding|programming))*\s+(?:with|in|using|of|as an?|as|on|at|to)\s+(.{{2,120}})", re.IGNORECASE),
    re.compile(r"\b(?:have you)\s+(?:ever\s+|previously\s+)?(?:used|worked (?:with|on|in)|built|managed|developed|led|shipped|designed|implemented|deployed|operated)\s+(.{2,120})", re.IGNORECASE),
    re.compile(r"\b(?:been|have you)\s+(?:working (?:with|in|as an?|as|on)|using|developing (?:in|with)|programming in|coding in|an?)\s+(.{2,100})", re.IGNORECASE),
    re.compile(r"\byears?(?:\(s\))?\s+(?:of\s+)?(?:professional\s+|relevant\s+|hands-on\s+|work\s+|working\s+)*(?!of\b)(.{2,60}?)\s+experience\b", re.IGNORECASE),
    re.compile(r"^\s*(?!how\b|do\b|what\b)(?:total\s+)?([\w+#./& -]{2,50}?)\s+(?:experience|exp)\b", re.IGNORECASE),
    re.compile(r"\b(?:rate|rank|assess|evaluate)\s+(?:your|yourself)\s+(?:\w+\s+){0,3}?(?:in|with|of|on)\s+(.{2,80})", re.IGNORECASE),
    re.compile(r"\b(?:rate|rank|assess|evaluate|self-rank|self-rate)\s+your\s+(.{2,60}?)\s+(?:skills?|proficiency|knowledge|level|experience|ability)\b", re.IGNORECASE),
    re.compile(r"\b(?:proficient|comfortable|familiar|skilled|experienced|confident) (?:are you )?(?:with|in|using)\s+(.{2,80})", re.IGNORECASE),
    re.compile(r"\bcan you\s+(?:code|program|write|use|operate)\s+(?:in\s+)?(.{2,60})", re.IGNORECASE),
    re.compile(r"\b(?:Erfahrung(?:en)?|Berufserfahrung|Kenntnisse)\b[^.?!]{0,40}?\b(?:mit|in|im Bereich|als)\s+(?:der |dem |den )?(.{2,80})", re.IGNORECASE),
    re.compile(r"\bexp[ée]rience\b[^.?!]{0,25}?\b(?:en|avec|dans|sur|comme)\s+(.{2,80})", re.IGNORECASE),
    re.compile(r"\bexperi[eê]ncia\b[^.?!]{0,25}?\b(?:en|con|como|em|com)\s+(.{2,80})", re.IGNORECASE),
    re.compile(r"([\w+#.]{2,40})\s+(?:में|mein)\s+(?:कितने|आपको|kitne|kitna)", re.IGNORECASE),
)  # fmt: skip
_TAIL = re.compile(
    r"\s*(?:[?？।]|\bdo you (?:have|possess)\b|\bhave you (?:got)?\b|\bhaben sie\b|\bhast du\b|\bavez[- ]vous\b|\btienes?\b|\bvoc[eê] tem\b|\(.*?\)|\[.*?\]|\bin years\b|"
    r"\bin an?\b|\bin the\b|\bat (?:an?|the|your)\b|\bwithin\b|\bduring\b|\bfor (?:at least|an?|the|more)\b|\bplease\b|\bprofessionally\b|\bin your\b|[.;:!]\s|\s[–—-]\s|,\s*(?:and )?(?:if|please|which|such)\b|"
    r"\bon a scale\b|\bfrom 1\b|\bselect\b|\bto date\b|\boverall\b|\bgesammelt\b|\bhast\b|$).*$",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_LEAD = re.compile(
    r"^(?:the|a|an|any|using|with|both|following|programming in|developing in|working with|working in|of)\s+",
    re.IGNORECASE,
)
_TOO_LONG = 60
_LANGUAGES = (
    "english german french spanish dutch italian portuguese mandarin chinese japanese hindi arabic polish swedish danish norwegian finnish "
    "korean russian turkish czech hebrew greek romanian hungarian cantonese tamil telugu punjabi bengali marathi gujarati urdu vietnamese thai "
    "ukrainian catalan"
)
_LANGUAGE_WORDS = {
    **{name: name.capitalize() for name in _LANGUAGES.split()},
    "deutsch": "German", "deutschkenntnisse": "German", "englisch": "English", "englischkenntnisse": "English", "franzosisch": "French",
    "anglais": "English", "allemand": "German", "francais": "French", "espagnol": "Spanish", "ingles": "English", "aleman": "German",
    "alemao": "German", "frances": "French", "espanol": "Spanish", "espanhol": "Spanish", "portugues": "Portuguese", "inglese": "English",
    "tedesco": "German", "engels": "English", "duits": "German", "nederlands": "Dutch", "अंग्रेज़ी": "English", "अंग्रेजी": "English", "हिंदी": "Hindi",
}  # fmt: skip


def countries(text: str) -> tuple[str, ...]:
    """The countries a question names (alpha-2, or `EU`), each once, in order. "us" in lower case is a pronoun."""
    found: list[str] = []
    for match in _INITIALS.finditer(text):
        found.append(_INITIAL_CODES[re.sub(r"[.\s]", "", match.group()).upper()])
    words = fold(_INITIALS.sub(" ", text)).split()
    if _GROUPS.search(" ".join(words)):
        found.append("EU")
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            name = " ".join(words[at : at + size])
            code = _named(name)
            if code:
                found.append(code)
                at += size - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))


@cache
def _named(name: str) -> str:
    if len(name) <= 3 or name in _NOT_NAMES:
        return ""
    return places.country(name)


def nationality(text: str) -> str:
    """The country of a demonym ("a British citizen"); "" where there is none."""
    return next((_DEMONYMS[word] for word in fold(text).split() if word in _DEMONYMS), "")


def country(text: str) -> str | None:
    """The one country asked about: its code, a place in the question's words, AT_POSTING where none is named, None
    where there are several, so that no answer can be right for all of them."""
    named = countries(text)
    if len(named) > 1:
        return None
    if named:
        return named[0]
    return place(text) or AT_POSTING


def place(text: str) -> str:
    """The place named after "relocate to", "based in" and the like, as written; "" where none is."""
    found = _PLACE.search(text)
    return re.sub(r"[\s,.]+$", "", found.group(1))[:100] if found else ""


def where(text: str) -> str:
    """The country or place of a question on residence or relocation; AT_POSTING where it names none."""
    if named := place(text):
        return named
    codes = countries(text)
    return codes[0] if len(codes) == 1 else AT_POSTING


def skill(text: str) -> str:
    """The skill, tool or role a question on experience names, as written; "" where it is not clear."""
    for pattern in _SKILL:
        if found := pattern.search(text):
            name = _TAIL.sub("", found.group(1)).strip(" ,.:*\"'“”")
            name = _LEAD.sub("", name)
            if (
                name
                and len(name) <= _TOO_LONG
                and fold(name) not in {"this", "these", "it", "that", "the following", "years", "total"}
            ):
                return name
    return ""


def language(text: str) -> str:
    """The spoken language a question names, in English; "" where it names none or several."""
    named = {_LANGUAGE_WORDS[word] for word in fold(text).split() if word in _LANGUAGE_WORDS}
    return named.pop() if len(named) == 1 else ""


def employer() -> str:
    """Whom "have you worked for us" asks about."""
    return AT_EMPLOYER
