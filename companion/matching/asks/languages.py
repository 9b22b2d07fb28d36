"""Human languages a sentence asks for, and how well; names in English, German, French, Spanish, Portuguese (Unicode CLDR)."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from babel import Locale

from companion.matching.asks.polarity import negated
from companion.matching.asks.weight import wished

_CODES = (
    "en de fr es it nl pt pl sv da nb no fi cs sk sl hr sr bg ro hu el ru uk tr ar he hi bn ta te ur fa zh yue ja ko vi th "
    "id ms fil lt lv et ca"
).split()
_OWN = {"mandarin": "zh", "chinese": "zh", "tagalog": "fil", "farsi": "fa", "cantonese": "yue", "norwegian": "no",
        "flemish": "nl", "castellano": "es", "gaelic": "ga", "bahasa": "id", "norwegisch": "no"}  # fmt: skip
_CUE = re.compile(
    r"fluen|nativ|proficien|speak|spoken|written|\blanguages?\b|\b[ABC][12]\b|business[- ]level|mother tongue|bilingual|command of"
    r"|verhandlungssicher|fließend|kenntnisse|sprach|muttersprach|wort und schrift|courant|maîtrise|langue|niveau|bilingue|parl[eé]"
    r"|nivel|idioma|habl[aeo]|dominio|fluid|conversational|working knowledge|level|advanced|excellent|intermediate|skills|required|basic|\bplus\b|advantage|\basset\b|bonus|desirable|preferred|von vorteil|souhait|valorable|atout"
    r"|intermedi[oa]\b|^\W*(?:some|a little|etwas|un peu d[e’']|algo de)\s*\w+\W*$|needed|necessary|helpful|welcome|\bmust\b|brauch|benötig|speaker|erforderlich|voraussetz|wünschenswert|kein muss|exigé|requis|indispensable|appréci|deseable|imprescindible|requerid|se valora"
    r"|fluên|avançad|intermediári|domínio|conhecimento|diferencial|desejável|obrigatóri|necessári",
    re.IGNORECASE,
)
_NO_LANGUAGE = re.compile(
    r"^(?:[- ]?(?:market|office|team|client|customer|compan|law|speaking (?:market|region|countr)|subsidiar|territor|government|gaap|citizen|version"
    r"|literature|teacher|lessons|department|passport|holiday|culture|cuisine|food|companies|based|branch|headquarter|army|armed|civil|tax|regulat|engineering|manufactur|automotive))",
    re.IGNORECASE,
)
_LEVELS = (
    (r"\b[abc][12]\b", None),
    (r"native|mother tongue|muttersprach|bilingual|bilingue|nativo|maternelle|bilíngue", "native"),
    (r"fluen|proficien|full professional|verhandlungssicher|fließend|courant|fluid|excellent|very good|sehr gut|advanced|avancé|avanzado|avançado|fluên|strong", "C1"),
    (r"business[- ]?level|professional|working proficiency|good|gute|upper|solid|bon niveau|alto", "B2"),
    (r"conversational|intermediate|limited working|intermedio|intermédiaire|moderate|medio|intermediário|médio", "B1"),
    (r"basic|elementary|grundkenntnisse|notions|básico|basique|beginner", "A2"),
)  # fmt: skip
_LEVEL_FOUND = tuple((re.compile(pattern, re.IGNORECASE), level) for pattern, level in _LEVELS)
_LOWER = ("fr", "es", "pt")
"""Tongues that write the names of languages without a capital."""
_NOUN_BEFORE = re.compile(
    r"(?:march[ée]s?|mercados?|client\w*|équipe\w*|equip[eo]s?|droit|derecho|direito|entreprise|empresa|groupe|grupo|pays|país|site|sede|filiale?|culture|cultura|norme|norma|public|público"
    r"|territoires?|territorio|gouvernement|gobierno|passeport|pasaporte|cuisine|cocina) (?:\w+ )?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
SCALE = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
"""The Common European Framework, and native speakers above it."""


class Spoken(msgspec.Struct, frozen=True):
    """A language by its English name, with the level asked (of SCALE, or empty)."""

    name: str
    level: str
    negated: bool
    start: int
    end: int


def languages_asked(sentence: str) -> Iterator[Spoken]:
    """The languages `sentence` asks for."""
    if not _may_name_one(sentence) or not (wished(sentence) or _CUE.search(sentence) or len(sentence.split()) == 1):
        return
    hits = list(_pattern().finditer(sentence))
    for number, hit in enumerate(hits):
        word = hit["name"]
        after = sentence[hit.end() :]
        if _NO_LANGUAGE.search(after) or not (word[0].isupper() or _in_lower_case(word, sentence[: hit.start()])):
            continue
        # A level belongs to the language beside it: what follows up to the next one, else what stands before.
        until = hits[number + 1].start() if number + 1 < len(hits) else len(sentence)
        since = max(hits[number - 1].end() if number else 0, sentence.rfind(";", 0, hit.start()) + 1)
        level = level_of(sentence[hit.end() : min(until, hit.end() + 45)]) or level_of(
            sentence[max(since, hit.start() - 45) : hit.start()]
        )
        name = language_name(word)
        if name:
            yield Spoken(name, level, negated(sentence, hit.start(), hit.end()), hit.start(), hit.end())


def level_of(text: str) -> str:
    """The level of SCALE that a wording ("fluent", "B2", "muttersprachlich") names first; empty for none."""
    found = [
        (match.start(), level or match.group().upper())
        for pattern, level in _LEVEL_FOUND
        if (match := pattern.search(text))
    ]
    return min(found)[1] if found else ""


@cache
def language_name(word: str) -> str:
    """The English name of a language named in any of the languages read here; empty where it is none."""
    code = _names().get(word.casefold())
    return _called(code, "en") if code else ""


def _called(code: str, locale: str) -> str:
    return Locale(code).get_language_name(locale) or ""


@cache
def _names() -> dict[str, str]:
    names = dict(_OWN)
    for code in _CODES:
        for locale in ("en", "de", *_LOWER, code):
            if locale in {"no", "yue", "fil"}:
                continue
            if name := _called(code, locale):
                names.setdefault(name.casefold(), code)
    return names


def _in_lower_case(word: str, before: str) -> bool:
    """Whether `word` is a name as French, Spanish or Portuguese write it, and no adjective ("mercado inglés")."""
    return word.islower() and word in _lower_names() and not _NOUN_BEFORE.search(before)


@cache
def _lower_names() -> frozenset[str]:
    """Names no other tongue has ("anglais", "inglés"): the rest ("polish") mean other things without their capital."""
    capital = {_called(code, locale).casefold() for code in _CODES for locale in ("en", "de")}
    return frozenset({_called(code, locale).casefold() for code in _CODES for locale in _LOWER} - capital - {""})


def _may_name_one(sentence: str) -> bool:
    """Whether a word of `sentence` begins the name of a language: most sentences have none."""
    words = _WORD.findall(sentence.casefold())
    return not _first_words().isdisjoint(words) or any("sprach" in word or "kenntnisse" in word for word in words)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_WORD.findall(name)[0] for name in _names())


@cache
def any_language() -> str:
    """A pattern of every name known, the longest first."""
    return "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{any_language()})(?:\b|(?=e?s?(?:sprach|kenntnisse)))", re.IGNORECASE)
