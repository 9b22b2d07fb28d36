"""The stems of a word of German, French or Spanish: inflection and derivation undone, people told from their deeds."""

import functools
import re
from typing import Any

from companion.resume.ground.abroad.tongues import Tongue, tongue

ENDINGS = {
    "de": re.compile(r"(?:ierung|ation|ung|ier|end|et|er|en|t|e|s)$"),
    "fr": re.compile(r"(?:ag|ations?|itions?|tions?|ions?|aison|ement|age|ure|ance|ence|i|u|e|er)$"),
    "es": re.compile(r"(?:acion|icion|cion|sion|amient|imient|mient|aje|adur|ad|id|ur|anz|anci|enci|al|i|u|o|a)$"),
}
_QUALITIES = re.compile(r"(?:lich|isch|ig|end|iert|bar|sam|los|haft|voll|eigen)er$")
"""German adjectives that end as people do."""
_DERIVED = re.compile(
    r"(?P<a>\w{3,})ier(?:e|en|t|te|ten|ter|tes|tem|end|ung|ungen)|(?P<b>\w{3,}?)e?l(?:n|t|te|ten|ter|tes|tem|nd|ung|ungen)"
)
"""German verbs in -ieren and -eln, of which the stemmer takes more or less according to the form."""
LEAST = 4
_AGENTS = {
    "de": re.compile(r"(?:er(?:in|innen|n|s)?|eur(?:in|innen|e|s)?|ist(?:in|innen|en)?|or(?:in|innen|en)?)$"),
    "fr": re.compile(r"(?:(?:at|it|ut)?(?:eur|rice)|[st]eure|euse|ier|i[eè]re|iste|ien|ienne)s?$"),
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
def stems(word: str, code: str) -> frozenset[str]:
    """Every stem of a word; of somebody who does something with `|er`."""
    folded = word.casefold().replace("’", "'").strip("'.").translate(_SHARP)
    held = tongue(code)
    base = _base(folded, held)
    if folded in held.apart:
        return frozenset({folded})
    found = {_stem(form, code) for form in base}
    if folded in held.persons or (code == "de" and folded.endswith(tuple(one for one in held.persons if len(one) > 6))):
        return frozenset(f"{stem}|er" for stem in found)
    if not _composed(folded, held) - {folded} and _is_agent(word, folded, code):
        root = _AGENTS[code].sub("", plainly(folded))
        return frozenset({f"{root}|er"})
    keys = set(found)
    for stem in found:
        short = ENDINGS[code].sub("", stem)
        if len(short) >= LEAST:
            keys.add(short)
        if code == "fr":
            keys |= {re.sub(r"([nlt])\1$|(?<=\w{4})iss$", r"\1", key) for key in (stem, short) if len(key) >= LEAST}
        if code == "es":
            keys |= {_spelled(key) for key in (stem, short) if len(key) >= LEAST}
    if code == "de":
        for form in base:
            if len(whole := plainly(form).removesuffix("en")) >= LEAST:
                keys.add(whole)  # the stemmer takes the ending of bedienen twice
            if verb := _DERIVED.fullmatch(plainly(form)):
                keys |= {f"{verb['a']}ier", verb["a"]} if verb["a"] else {f"{verb['b']}l", f"{verb['b']}el"}
    return frozenset(key for key in keys if key)


def _is_agent(word: str, folded: str, code: str) -> bool:
    if not _AGENTS[code].search(folded) or len(folded) < 5 or _QUALITIES.search(folded):
        return False
    if not tongue(code).things.isdisjoint({folded, folded.removesuffix("n" if code == "de" else "s")}):
        return False
    return code != "de" or word[:1].isupper()


def _base(folded: str, held: Tongue) -> set[str]:
    """A word, with what irregular forms of it are forms of, and without the marks of a participle."""
    out = {held.forms.get(folded, folded)} | _composed(folded, held)
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
            elif found["zu"] and (prefix or found["zu"] == "ge"):
                out.add(prefix + core)
    return out


@functools.cache
def _cores() -> dict[str, str]:
    """German irregular forms without their prefix, with what may follow them → base form."""
    return {
        form + end: base
        for form, base in tongue("de").forms.items()
        for end in ("", "e", "en", "t", "te", "ten", "n", "st", "er", "ung", "ungen")
    }


_BEFORE = {
    "fr": "a ad at com con contre d dé des dis é en em entre ex im in inter main mé ob par per pour pré pro re ré sou "
          "sous sur sus tra trans",
    "es": "a ab ante ad com con contra de des dis en ex extra im in inter man ob pos pre pro re retro sobre sos su sub "
          "super sus trans",
}  # fmt: skip
"""What French and Spanish verbs are composed with."""


def _composed(folded: str, held: Tongue) -> set[str]:
    """The base forms of a composed verb by those of the simple one: obtuve, of tuve."""
    out: set[str] = set()
    for prefix in ("", *_BEFORE.get(held.code, "").split()):
        core = folded.removeprefix(prefix)
        if not folded.startswith(prefix) or len(core) < 2 + (not prefix):
            continue
        for form in (core, core.removesuffix("s"), re.sub("es?$", "", core) if held.code == "fr" else core):
            if form in held.forms:
                out.add(prefix + held.forms[form])
    return out


@functools.cache
def _stemmer(code: str) -> Any:
    from nltk.stem.snowball import SnowballStemmer  # a second to import, and a start need not wait for it

    return SnowballStemmer({"de": "german", "fr": "french", "es": "spanish"}[code])


def _stem(word: str, code: str) -> str:
    return plainly(_stemmer(code).stem(word))


@functools.lru_cache(maxsize=20_000)
def plainly(word: str) -> str:
    return word.casefold().translate(_SHARP).translate(_ACCENTS)


def _spelled(stem: str) -> str:
    """A Spanish stem as it is written before an a: organic → organiz, cargu → carg."""
    if stem.endswith("gu"):
        return stem[:-1]
    if stem.endswith("qu"):
        return f"{stem[:-2]}c"
    return f"{stem[:-1]}z" if stem.endswith("c") else stem
