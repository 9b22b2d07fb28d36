"""Words of a language by what they may be compared as: inflection and derivation undone, synonyms beside each other."""

import functools
import itertools
import re
from typing import Any

from companion.resume.ground.abroad.tongues import MARKS, Tongue, tongue

_ENDINGS = {
    "de": re.compile(r"(?:ierung|ation|ung|ier|end|et|er|en|t|e|s)$"),
    "fr": re.compile(r"(?:ag|ations?|itions?|tions?|ions?|aison|ement|age|ure|ance|ence|i|u|e|er)$"),
    "es": re.compile(r"(?:acion|icion|cion|sion|amient|imient|mient|aje|adur|ad|id|ur|anz|anci|enci|al|i|u|o|a)$"),
}
_QUALITIES = re.compile(r"(?:lich|isch|ig|end|iert|bar|sam|los|haft|voll|eigen)er$")
"""German adjectives that end as people do."""
_DERIVED = re.compile(
    r"(?P<a>\w{3,})ier(?:e|en|t|te|ten|ter|tes|tem|end|ung|ungen)|(?P<b>\w{3,})e?l(?:n|t|te|ten|ter|tes|tem|nd|ung|ungen)"
)
"""German verbs in -ieren and -eln, of which the stemmer takes more or less according to the form."""
_LEAST = 4
_ALIKE = ("assist", "joint", "deputy", "partial", "under", "negation")
_AGENTS = {
    "de": re.compile(r"(?:er(?:in|innen|n|s)?|eur(?:in|innen|e|s)?|ist(?:in|innen|en)?|or(?:in|innen|en)?)$"),
    "fr": re.compile(r"(?:(?:at|it|ut)?(?:eur|rice)|euse|ier|ière|iste|ien|ienne)s?$"),
    "es": re.compile(r"(?:[aei]?[dts]or(?:a|es|as)?|er[oa]s?|istas?)$"),
}
_SEPARABLE = (
    "ab an auf aus bei durch ein mit nach vor zu um weg zusammen her hin los teil fest bereit weiter zurück bereit "
    "zwischen über unter vorbei entgegen wieder ver be er ent zer miss voll statt herstell emp"
).split()
_PREFIXED = [re.compile(rf"(?P<prefix>{prefix})(?P<zu>ge|zu|)(?P<core>\w{{3,}})") for prefix in ("", *_SEPARABLE)]
_ACCENTS = str.maketrans("àâäáéèêëîïíôöóùûüúçñ", "aaaaeeeeiiiooouuuucn")
_SHARP = str.maketrans({"ß": "ss"})


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
        deed for key in own for deed in (key.removesuffix("|er"), _ENDINGS[code].sub("", key.removesuffix("|er")))
        if len(deed) >= _LEAST or deed == key
    )  # fmt: skip
    every = own | deeds
    _, up = _wider(code)
    wider = frozenset(f"<{key}" for one in every for key in up.get(one, ()))
    return every | _classes(every, code) | _marked(word, code) | wider


def _marked(word: str, code: str) -> frozenset[str]:
    """Words of help stand for one another, and so do words of sharing, of a part, of one level."""
    mark, level = mark_of(word, code), level_of(word, code)
    return frozenset(key for key in (f"~{mark}" * (mark in _ALIKE), f"%{level}" * bool(level)) if key)


def mark_of(word: str, code: str) -> str:
    """The mark of a weaker claim that a word is; empty where it is none."""
    folded = word.casefold()
    return next((mark for mark in MARKS if tongue(code).marks[mark].fullmatch(folded)), "")


def level_of(word: str, code: str) -> str:
    """The level a word tells, of a language or a skill; empty where it tells none."""
    folded = word.casefold()
    return next((level for level, words in tongue(code).levels.items() if words.fullmatch(folded)), "")


def is_function(word: str, code: str) -> bool:
    if len(word) == 1 and word.isupper() and word not in "AÀEOUY":
        return False  # a class of licence, a language of programming
    return word.casefold() in tongue(code).function


def is_neutral(word: str, code: str) -> bool:
    if is_strong(word, code) or mark_of(word, code):
        return False
    return not stems(word, code).isdisjoint(_group(code, "neutral"))


def is_light(word: str, code: str) -> bool:
    return not is_strong(word, code) and not stems(word, code).isdisjoint(_group(code, "light"))


def is_strong(word: str, code: str) -> bool:
    return not stems(word, code).isdisjoint(_group(code, "strong"))


def is_completion(word: str, code: str) -> bool:
    return not stems(word, code).isdisjoint(_group(code, "complete"))


def is_business(word: str, code: str) -> bool:
    return not stems(word, code).isdisjoint(_group(code, "business"))


def is_participle(word: str, code: str) -> bool:
    """Whether it may go on with the auxiliary of a clause before."""
    return bool(_PARTICIPLES[code].search(word))


def is_person(word: str, code: str) -> bool:
    return any(key.endswith("|er") for key in stems(word, code))


def is_verb(word: str, code: str, *, first: bool = False) -> bool:
    """Whether it looks like a verb that tells a deed: a past, a participle; `first` in its clause or not."""
    folded = word.casefold()
    if tongue(code).forms.get(folded, folded) != folded and _IRREGULAR[code].search(folded):
        return code != "de" or not word[:1].isupper() or not first
    return bool(_VERBS[code].search(folded)) and not (code == "de" and word[:1].isupper() and not first)


_VERBS = {
    "de": re.compile(r"(?:[^n]te|iert)$|^(?:\w{2,8})?ge\w+(?:t|en)$"),
    "fr": re.compile(r"(?:é|ée|és|ées|ais|ait)$"),
    "es": re.compile(r"(?:é|í|ó|aba|ado|ido|ando|iendo)$"),
}
_PARTICIPLES = {
    "de": re.compile(r"^(?:[a-zäöü]{2,8})?ge[a-zäöüß]+(?:t|en)$|^[a-zäöü]+iert$"),
    "fr": re.compile(r"(?:é|i|u|is|it)(?:e|s|es)?$"),
    "es": re.compile(r"(?:ado|ido)$"),
}
_IRREGULAR = {
    "de": re.compile(r"(?!.*(?:ung|tion|tur|ium|yse|fahrt|hilfe|gabe|nahme|wuchs|tum|fang|flug|gang|schluss)$)"),
    "fr": re.compile(r"(?:u|us|ue|ues|i|is|ie|ies|it|its|ite|ites|é|ée|és|ées|ais)$"),
    "es": re.compile(r"(?:é|í|ó|je|jo|ce|zo|se|ve|vo|di|dio|ía|aba|ido|ado|uesto|elto)$"),
}


@functools.lru_cache(maxsize=20_000)
def stems(word: str, code: str) -> frozenset[str]:
    """Every stem of a word; of somebody who does something with `|er`."""
    folded = word.casefold().replace("’", "'").strip("'.").translate(_SHARP)
    held = tongue(code)
    base = _base(folded, held)
    if folded in held.apart:
        return frozenset({folded})
    found = {_stem(form, code) for form in base}
    if folded in held.persons:
        return frozenset(f"{stem}|er" for stem in found)
    if not (folded in held.forms and held.forms[folded] != folded) and _is_agent(word, folded, code):
        root = _AGENTS[code].sub("", plainly(folded))
        return frozenset({f"{root}|er"})
    keys = set(found)
    for stem in found:
        short = _ENDINGS[code].sub("", stem)
        if len(short) >= _LEAST:
            keys.add(short)
        if code == "fr":
            keys |= {re.sub(r"([nlt])\1$", r"\1", key) for key in (stem, short) if len(key) >= _LEAST}
        if code == "es":
            keys |= {_spelled(key) for key in (stem, short) if len(key) >= _LEAST}
    if code == "de":
        for form in base:
            if verb := _DERIVED.fullmatch(plainly(form)):
                keys |= {f"{verb['a']}ier", verb["a"]} if verb["a"] else {f"{verb['b']}l"}
    return frozenset(key for key in keys if key)


def _is_agent(word: str, folded: str, code: str) -> bool:
    if not _AGENTS[code].search(folded) or len(folded) < 5 or _QUALITIES.search(folded):
        return False
    return code != "de" or word[:1].isupper()


def _base(folded: str, held: Tongue) -> set[str]:
    """A word, with what irregular forms of it are forms of, and without the marks of a participle."""
    out = {held.forms.get(folded, folded)}
    if held.code == "es" and folded[-1:] in ("é", "í"):
        out |= {folded[:-1] + end for end in (("ar",) if folded.endswith("é") else ("er", "ir"))}
    if held.code == "es" and folded.endswith("zco"):
        out |= {f"{folded[:-3]}cer", f"{folded[:-3]}cir"}
    if held.code != "de":
        return out
    for prefixed in _PREFIXED:
        if found := prefixed.fullmatch(folded):
            prefix, core = found["prefix"], found["core"]
            if core in _cores():
                out.add(prefix + _cores()[core])
            elif found["zu"]:
                out.add(prefix + core)
    return out


@functools.cache
def _cores() -> dict[str, str]:
    """German irregular forms without their prefix, with what may follow them → base form."""
    return {
        form + end: base
        for form, base in tongue("de").forms.items()
        for end in ("", "e", "en", "t", "n", "st", "er", "ung", "ungen")
    }


@functools.cache
def _stemmer(code: str) -> Any:
    from nltk.stem.snowball import SnowballStemmer  # a second to import, and a start need not wait for it

    return SnowballStemmer({"de": "german", "fr": "french", "es": "spanish"}[code])


def _stem(word: str, code: str) -> str:
    return plainly(_stemmer(code).stem(word))


def plainly(word: str) -> str:
    return word.casefold().translate(_SHARP).translate(_ACCENTS)


def _spelled(stem: str) -> str:
    """A Spanish stem as it is written before an a: organic → organiz, cargu → carg."""
    if stem.endswith("gu"):
        return stem[:-1]
    if stem.endswith("qu"):
        return f"{stem[:-2]}c"
    return f"{stem[:-1]}z" if stem.endswith("c") else stem


@functools.cache
def _group(code: str, name: str) -> frozenset[str]:
    return frozenset(itertools.chain.from_iterable(_cased(word, code) for word in getattr(tongue(code), name)))


def _cased(word: str, code: str) -> frozenset[str]:
    """The keys of a word of the tables, where German nouns stand in small letters too."""
    return stems(word, code) | (stems(word.title(), code) if code == "de" else frozenset[str]())


@functools.cache
def _same(code: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for number, line in enumerate(tongue(code).same):
        for word in line:
            for key in _cased(word, code):
                out.setdefault(key, set()).add(f"={number}")
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
