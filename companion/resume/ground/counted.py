"""What a number counts: the words after it, or around it where none follow."""

import itertools
import re
from collections.abc import Sequence

from companion.resume.ground.lexicon import lexicon, supports, units
from companion.resume.ground.measures import Quantity
from companion.resume.ground.thesaurus import is_noun, is_person
from companion.resume.ground.tokens import canonical, pieces, tokens

_JOINS = frozenset(
    "for with by at from in on to and that which into over under within per during across through throughout via "
    "between until till while who involv includ".split()
)

_PAUSE = re.compile(r"[,;:()]")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b")
_PEOPLE = frozenset({"staff", "peopl", "crew"})
_COORDINATE = re.compile(r"[\s-]*([^\W\d][\w-]*(?: [^\W\d][\w-]*)?) (?:and|or) ([^\W\d][\w-]*)(?: ([^\W\d][\w-]*))?")
_OF_PEOPLE = re.compile(r"\b(?:team|group|crew|squad|gang|staff|class|cohort|panel|shift)s?\s+of\s+$", re.IGNORECASE)


def counts_same(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the number counts the same thing in both: what follows it, or what stands around it."""
    if said.kind in ("percent", "money", "times", "time", "year", "ordinal"):
        return True
    if named_same(sentence, said, text, fact) or _OF_THEM.match(sentence[said.end :]):
        return True
    following = [re.match(r"[\s-]*([^\W\d_]{2,})", one) for one in (sentence[said.end :], text[fact.end :])]
    if following[0] and following[1] and canonical(following[0][1]) == canonical(following[1][1]):
        return True
    heads = re.match(r"[\s-]?(?:person|people|member|man|strong|head)\b", sentence[said.end :], re.IGNORECASE)
    after = [] if heads else nouns_after(sentence, said)
    if after and _OF_PEOPLE.search(text[: fact.lead]) and not nouns_after(text, fact):
        people = any(is_person(word.text.casefold().removesuffix("s")) for word in tokens(sentence[said.end :])[:3])
        return people or after[0] in _PEOPLE or bool(_OF_PEOPLE.search(sentence[: said.lead])) or _renamed(after, text)
    if _same_noun(sentence[said.end :], text[fact.end :]):
        return True
    there = (nouns_after(text, fact) if after else []) or _around(text, fact)
    if after and re.match(r"\s*per\b", text[fact.end :]):
        there += _claims(text, stop=False)  # ten a day: of what was told before
    if after:
        # "Cold-called 60 firms" for "60 cold calls to firms"
        doing = _claims(sentence[max(0, said.start - 25) : said.start], stop=False)[-3:]
        return shares(after, there) or not there or shares(doing, there) or _renamed(after, text)
    around = _around(sentence, said)
    return not around or not there or shares(around, there)


def _same_noun(rest: str, other: str) -> bool:
    """Whether the same noun comes soon after a number in both: 60 outbound calls, 60 calls."""
    joined = [found.groups() if (found := _COORDINATE.match(part)) else () for part in (rest, other)]
    if joined[0] and _all_words(joined[0]) == _all_words(joined[1]):
        return True  # 55 warehouse and office users
    near = [
        list(itertools.takewhile(lambda one: one.key not in _JOINS | {"of"}, tokens(_PAUSE.split(part[:60])[0])))[:3]
        for part in (rest, other)
    ]
    return any(a.key == b.key and is_noun(a.key) for a in near[0] for b in near[1])


def _all_words(parts: Sequence[str | None]) -> set[str]:
    return {canonical(word) for part in parts if part for word in part.split()}


def named_same(sentence: str, said: Quantity, text: str, fact: Quantity) -> bool:
    """Whether the same word stands before the number in both: year 4, grade 9."""
    before = [re.search(r"([^\W\d_]{3,})\s+$", one) for one in (sentence[: said.lead], text[: fact.lead])]
    names = [canonical(one[1]) if one else "" for one in before]
    return names[0] == names[1] and names[0] not in (lexicon().empty - {"level"}) | _JOINS | {""}


def _renamed(after: Sequence[str], text: str) -> bool:
    """Whether what is counted has a name that the facts have not: whether it may, is judged as a word."""
    told = frozenset(token.key for token in tokens(text))
    return not any(supports(key, told) for key in after)


def nouns_after(text: str, quantity: Quantity) -> list[str]:
    """The first claiming words after a number, up to the next word that joins phrases."""
    return _claims(_PAUSE.split(text[quantity.end : quantity.end + 60])[0], stop=True)[:9]


def _around(text: str, quantity: Quantity) -> list[str]:
    after = _claims(text[quantity.end : quantity.end + 70], stop=False)[:4]
    return [*after, *_claims(text[max(0, quantity.start - 50) : quantity.start], stop=False)[-4:]]


def _claims(text: str, *, stop: bool) -> list[str]:
    known = lexicon()
    out: list[str] = []
    for unit in units([token for token in tokens(text) if token.start == 0 or not text[token.start - 1].isalnum()]):
        first = unit.words[0]
        if stop and first.key in (_JOINS | {"of"} if out else _JOINS):
            break
        if unit.key not in known.empty:
            out.append(unit.key)
            out += [canonical(word.text.replace("-", "")) for word in unit.words if "-" in word.text]
            out += [canonical(part) for word in unit.words for part in pieces(word.text)]
            out += [word.key for word in unit.words if len(unit.words) > 1 and word.key not in known.empty]
    return out


def shares(a: Sequence[str], b: Sequence[str]) -> bool:
    held = frozenset(b)
    return any(supports(key, held) for key in a)
