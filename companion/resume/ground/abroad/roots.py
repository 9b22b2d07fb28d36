"""Words of a language by what they may be compared as: synonyms beside each other, wider ones over narrower ones."""

import functools
import itertools
import re

from companion.resume.ground.abroad.stems import ENDINGS, LEAST, stems
from companion.resume.ground.abroad.tongues import MARKS, tongue

_ALIKE = ("assist", "joint", "deputy", "partial", "under", "unfinished", "negation")


@functools.lru_cache(maxsize=20_000)
def said(word: str, code: str) -> frozenset[str]:
    """The keys of a word as it is said of somebody: one of them has to be among those that the facts tell."""
    own = stems(word, code)
    return own | _classes(own, code) | _marked(word, code) | {f"<{key}" for key in own & _wider(code)[0]}


@functools.lru_cache(maxsize=20_000)
def told(word: str, code: str) -> frozenset[str]:
    """The keys of a word of the facts: beside its own, the deed of somebody who does it, and what it is a kind of."""
    own = stems(word, code)
    deeds = frozenset(
        deed for key in own for deed in (key.removesuffix("|er"), ENDINGS[code].sub("", key.removesuffix("|er")))
        if len(deed) >= LEAST or deed == key
    )  # fmt: skip
    if code == "fr":
        deeds |= {one for key in own if key.endswith("t|er") for one in stems(f"{key.removesuffix('|er')}ion", code)}
    every = own | deeds
    _, up = _wider(code)
    wider = frozenset(f"<{key}" for one in every for key in up.get(one, ()))
    classes = _classes(every, code)
    doing = frozenset(one.removesuffix("|er") for one in classes)
    return every | classes | doing | _marked(word, code) | wider


def _marked(word: str, code: str) -> frozenset[str]:
    """Words of help stand for one another, and so do words of sharing, of a part, of one level."""
    mark, level = mark_of(word, code), level_of(word, code)
    return frozenset(key for key in (f"~{mark}" * (mark in _ALIKE), f"%{level}" * bool(level)) if key)


@functools.lru_cache(maxsize=20_000)
def mark_of(word: str, code: str) -> str:
    """The mark of a weaker claim that a word is; empty where it is none."""
    folded = word.casefold()
    return next((mark for mark in MARKS if tongue(code).marks[mark].fullmatch(folded)), "")


@functools.lru_cache(maxsize=20_000)
def level_of(word: str, code: str) -> str:
    """The level a word tells, of a language or a skill; empty where it tells none."""
    folded = word.casefold()
    return next((level for level, words in tongue(code).levels.items() if words.fullmatch(folded)), "")


def is_function(word: str, code: str) -> bool:
    if len(word) == 1 and word.isupper() and word not in "AÀEOUY":
        return False  # a class of licence, a language of programming
    return word.casefold() in tongue(code).function


@functools.lru_cache(maxsize=20_000)
def is_neutral(word: str, code: str) -> bool:
    if is_strong(word, code) or mark_of(word, code):
        return False
    return not stems(word, code).isdisjoint(_group(code, "neutral"))


@functools.lru_cache(maxsize=20_000)
def is_light(word: str, code: str) -> bool:
    return not is_strong(word, code) and not stems(word, code).isdisjoint(_group(code, "light"))


_HEADS = re.compile(
    r"(?<!beg)(?<!ab)(?<!halb)leiter(?:in|innen|s|n)?$|\wchef(?:in|s)?$|"
    r"(?:projekt|team|schicht|filial|bau|abteilungs|bereichs|gruppen|stations|pflege|küchen|haus|heim|schul|betriebs|"
    r"personal|standort|markt|regional|vertriebs|produktions|werkstatt|lager|kurs|studien)leitung$"
)
"""German compounds of those who lead."""


@functools.lru_cache(maxsize=20_000)
def is_strong(word: str, code: str) -> bool:
    if code == "de" and _HEADS.search(word.casefold()):
        return True
    return not stems(word, code).isdisjoint(_group(code, "strong"))


def is_handy(word: str, code: str) -> bool:
    return not is_strong(word, code) and not stems(word, code).isdisjoint(_group(code, "handy"))


def is_giving(word: str, code: str) -> bool:
    """Whether it is what somebody does who teaches a course."""
    return not stems(word, code).isdisjoint(_group(code, "give"))


def is_taking(word: str, code: str) -> bool:
    """Whether it is what somebody does who takes a course."""
    return not stems(word, code).isdisjoint(_group(code, "take"))


def is_completion(word: str, code: str) -> bool:
    return not stems(word, code).isdisjoint(_group(code, "complete"))


def is_calendar(word: str, code: str) -> bool:
    """Whether it only says when."""
    return (
        word.startswith("@")
        or word.casefold().removesuffix("s") in tongue(code).weekdays
        or bool(re.fullmatch(r"(?:19|20)\d\d", word))
        or not stems(word, code).isdisjoint(_group(code, "calendar"))
    )


def has_completed(keys: frozenset[str], code: str) -> bool:
    """Whether words with these keys tell of a degree or of something finished."""
    complete = _group(code, "complete")
    return not keys.isdisjoint(complete | {f"<{key}" for key in complete})


def is_business(word: str, code: str) -> bool:
    return not stems(word, code).isdisjoint(_group(code, "business"))


def is_participle(word: str, code: str) -> bool:
    """Whether it may go on with the auxiliary of a clause before."""
    return bool(_PARTICIPLES[code].search(word))


@functools.lru_cache(maxsize=20_000)
def is_person(word: str, code: str) -> bool:
    return any(key.endswith("|er") for key in stems(word, code))


@functools.lru_cache(maxsize=20_000)
def is_verb(word: str, code: str, *, first: bool = False) -> bool:
    """Whether it looks like a verb that tells a deed: a past, a participle; `first` in its clause or not."""
    folded = word.casefold()
    if tongue(code).forms.get(folded, folded) != folded and _IRREGULAR[code].search(folded):
        return code != "de" or not word[:1].isupper() or not first
    return bool(_VERBS[code].search(folded)) and not (code == "de" and word[:1].isupper() and not first)


_VERBS = {
    "de": re.compile(r"(?:[^n]te|iert)$|^(?:\w{2,8})?ge\w+(?:t|en)$"),
    "fr": re.compile(
        r"(?<!(?:bil|ual|cur|tiv|pri|cul|ant|oci|ers|cap|dél|ens|ric|ali|ari|ori)it)(?:é|ée|és|ées|ais|ait)$"
    ),
    "es": re.compile(r"(?:é|í|ó|aba|ado|ido|ando|iendo)$"),
}
_PARTICIPLES = {
    "de": re.compile(r"^(?:[a-zäöü]{2,8})?ge[a-zäöüß]+(?:t|en)$|^[a-zäöü]+iert$"),
    "fr": re.compile(r"(?:é|i|u|is|it)(?:e|s|es)?$"),
    "es": re.compile(r"(?:[ai]d[oa]s?)$"),
}
_IRREGULAR = {
    "de": re.compile(r"(?!.*(?:ung|tion|tur|ium|yse|fahrt|hilfe|gabe|nahme|wuchs|tum|fang|flug|gang|schluss)$)"),
    "fr": re.compile(r"(?:u|us|ue|ues|i|is|ie|ies|it|its|ite|ites|é|ée|és|ées|ais)$"),
    "es": re.compile(r"(?:é|í|ó|je|jo|ce|zo|se|ve|vo|di|dio|ía|aba|ido|ado|uesto|elto)$"),
}


@functools.cache
def _group(code: str, name: str) -> frozenset[str]:
    return frozenset(itertools.chain.from_iterable(_cased(word, code) for word in getattr(tongue(code), name)))


def _cased(word: str, code: str) -> frozenset[str]:
    """The keys of a word of the tables, where German nouns stand in small letters too."""
    return stems(word, code) | (stems(word.title(), code) if code == "de" else frozenset[str]())


@functools.cache
def _same(code: str) -> dict[str, set[str]]:
    """Of a key, its classes; those of somebody who does something apart, for a deed makes no title."""
    out: dict[str, set[str]] = {}
    for number, line in enumerate(tongue(code).same):
        for word in line:
            for key in _cased(word, code):
                out.setdefault(key, set()).add(f"={number}|er" if key.endswith("|er") else f"={number}")
    return out


def _classes(keys: frozenset[str], code: str) -> frozenset[str]:
    return frozenset(one for key in keys for one in _same(code).get(key, ()))


@functools.cache
def _wider(code: str) -> tuple[frozenset[str], dict[str, set[str]]]:
    """The keys that may stand for narrower ones; of a narrower one, those that may."""
    wide: set[str] = set()
    up: dict[str, set[str]] = {}
    for word, narrower in tongue(code).wider.items():
        above = _cased(word, code)
        wide |= above
        for one in narrower:
            for key in _cased(one, code):
                up.setdefault(key, set()).update(above)
    return frozenset(wide), up
