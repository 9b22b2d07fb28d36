"""A line of another language as what it says: words, numbers and rates, clause by clause, with what weakens each."""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.ground.abroad.plain import plain
from companion.resume.ground.abroad.roots import (
    is_completion,
    is_function,
    is_light,
    is_neutral,
    is_participle,
    is_verb,
    level_of,
    mark_of,
    said,
)
from companion.resume.ground.abroad.tongues import LANGUAGE_NAMES, tongue
from companion.resume.ground.names import skill_spans

_TOKEN = re.compile(
    r"(?P<number>(?P<bound>[≤≥≈])?(?<![\w.,])(?P<digits>\d{1,3}(?:[.']\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\w]))"
    r"(?:\s?(?P<share>%|€|\$|£))?"
    r"|(?P<rate>@\w+)"
    r"|(?P<word>[^\W\d_]\w*\d-\d+|\.?[^\W\d_][\w+#]*(?:[.'’/&][\w+#]+)*[+#]*|\d+[^\W\d_]\w*)"
    r"|(?P<cut>[,;:()•|!?\n]|[.](?=\s|$)|\s[–—-]\s)"
)
_PARTICLES = frozenset(
    "ab an auf aus bei durch ein mit nach vor zu um weg zusammen her hin los teil fest weiter zurück".split()
)
_JOINTS = {"de": ("und", "sowie"), "fr": ("et", "puis"), "es": ("y", "e")}
_AS = frozenset({"als", "comme", "como"})
_ARTICLES = frozenset(
    "le la les un une des du au aux el los las der die das den dem ein eine einen einem einer".split()
)
_STAYING = frozenset({"negation"})
"""Marks that hold for their own clause alone."""
_HARD = frozenset(";.•|!?\n–—-")


class Item(msgspec.Struct, frozen=True):
    """A word, a number or a rate."""

    text: str
    keys: frozenset[str] = frozenset()
    value: float | None = None
    unit: str = ""
    """`%`, `€` or the like, of a number."""
    bound: str = ""
    role: str = ""
    """`from` or `to`, where a preposition says so."""
    others: bool = False
    """Whether a preposition or an article puts it to somebody else."""
    own: bool = False
    """Whether it is said to be one's own."""
    empty: bool = False
    """Whether it claims nothing."""
    after: bool = False
    """Whether a preposition stands before it."""
    apart: bool = False
    """Whether a word that claims nothing stands between it and what comes before."""
    named: bool = False
    """Whether an article makes a noun of it."""
    first: bool = False
    """Whether it opens its clause, or is what somebody was as."""
    called: bool = False
    """Whether it is what somebody was as."""
    mark: str = ""
    """The weaker claim it is a word of."""


class Clause(msgspec.Struct, frozen=True):
    items: tuple[Item, ...]
    marks: frozenset[str]
    leant: frozenset[str]
    """Those of the marks that it only has from the clause it leans on."""
    levels: frozenset[str]
    verbal: bool
    """Whether a verb tells what was done."""
    light: bool
    """Whether something is only said to have been done."""

    helping: bool = False
    """Whether it ends with a verb of help, so that who was helped comes before."""

    @property
    def opening(self) -> bool:
        """Whether it only says where, when, with whom or with what the next one was done."""
        return (self.items[0].after and not self.verbal) or (
            any(item.mark for item in self.items) and all(item.mark or item.value is not None for item in self.claims)
        )

    @property
    def claims(self) -> list[Item]:
        return [item for item in self.items if not item.empty]


@functools.lru_cache(maxsize=2_000)
def clauses(text: str, code: str) -> tuple[Clause, ...]:
    """What `text` says, parted at its commas and joints; what weakens a clause goes on in those that lean on it."""
    out: list[Clause] = []
    text = plain(text, code)
    graded = {word.casefold() for start, end, _ in skill_spans(text) for word in text[start:end].split()}
    graded |= LANGUAGE_NAMES[code]
    fresh = 0
    over = frozenset[str]()
    for tokens, by in _parted(text, code):
        items = tuple(_items(_joined(tokens, code), code, opens=by in _HARD)) if tokens else ()
        if not items:
            continue
        claims = [item for item in items if not item.empty]
        words = [item.text for item in items if item.value is None]
        marks = frozenset(mark for word in words if (mark := mark_of(word, code)))
        known = any(word.casefold() in graded or tongue(code).knowing.fullmatch(word.casefold()) for word in words)
        levels = frozenset(level for word in words if known and (level := level_of(word, code)))
        before = out[-1] if out and by not in _HARD else None
        if before is not None and levels and not before.levels and all(_graded(item, code) for item in claims):
            out[-1] = msgspec.structs.replace(before, items=(*before.items, *items), levels=levels)
            continue
        over = frozenset[str]() if before is None else over | (before.marks if before.opening else frozenset[str]())
        leant = over - marks
        if before is not None and (before.opening or not _own_deed(claims, code)):
            leant |= before.marks - marks
            if by == "&" and not levels and any(level_of(item.text, code) for item in before.items[:2]):
                levels = before.levels
        light = any(is_light(word, code) for word in words)
        leant -= _STAYING
        verbal = any(tells(item, code) for item in claims)
        fresh = len(out) if by in _HARD else fresh
        if "negation" in marks and any(is_completion(item.text, code) for item in claims):
            marks |= {"unfinished"}
        if len(out) > fresh and (back := _backwards(out[-1], claims, marks, by, code)):
            out[fresh:] = [
                msgspec.structs.replace(one, marks=one.marks | back, leant=one.leant | back) for one in out[fresh:]
            ]
        helping = bool(claims) and claims[-1].mark == "assist" and claims[-1].text[0].islower()
        out.append(Clause(items, marks | leant, leant, levels, verbal, light, helping))
    return tuple(out)


def _graded(item: Item, code: str) -> bool:
    """Whether it says no more than how well: Spanish, school level."""
    return bool(
        item.value is None and (level_of(item.text, code) or tongue(code).knowing.fullmatch(item.text.casefold()))
    )


def _backwards(before: Clause, claims: Sequence[Item], marks: frozenset[str], by: str, code: str) -> frozenset[str]:
    """Marks that hold for what came before: from here to there, help with it; the site, with help; the site (help)."""
    named = [item for item in claims if item.mark]
    rest = [item for item in claims if not (item.mark or item.value or is_completion(item.text, code))]
    if "unfinished" in marks and not rest:
        return marks - _STAYING  # a degree, failed in 2016
    not_completed = marks & {"unfinished"} if "negation" in marks else frozenset[str]()
    marks -= _STAYING
    if not_completed:
        return marks
    if before.opening or len(named) == len(claims):
        return marks
    if by == "(" and claims and claims[0] in named:
        return marks - {"unfinished"}
    return frozenset()


def _own_deed(claims: Sequence[Item], code: str) -> bool:
    claims = [item for item in claims if not mark_of(item.text, code)]
    if not claims or (len(claims) == 1 and is_participle(claims[0].text, code)):
        return False
    return tells(claims[0], code) or (code == "de" and tells(claims[-1], code))


def tells(item: Item, code: str) -> bool:
    """Whether it is a verb that tells what was done."""
    return item.value is None and not item.named and is_verb(item.text, code, first=item.first)


def _parted(text: str, code: str) -> Iterator[tuple[list[re.Match[str]], str]]:
    """The tokens of each clause, and what parts it from the one before. Brackets that say much follow their clause."""
    found: list[re.Match[str]] = []
    outer: list[re.Match[str]] | None = None
    aside: list[list[re.Match[str]]] = []
    by = "."
    for token in _TOKEN.finditer(text):
        cut = (token["cut"] or "").strip()
        joint = (token["word"] or "").casefold() in _JOINTS[code]
        if cut == "(" and outer is None and _apart(text, token, code):
            outer, found = found, []
        elif outer is not None and (cut or joint):
            aside.append(found)
            found = []
            if cut == ")":
                outer, found = None, outer
        elif joint or cut not in ("", ":", "(", ")"):
            yield found, by
            yield from ((one, "(") for one in aside)
            found, aside, by = [], [], "&" if joint else cut
        elif cut in ("", "("):
            found.append(token)
    yield (found if outer is None else outer), by
    yield from ((one, "(") for one in (*aside, *([found] if outer is not None else [])))


def _apart(text: str, bracket: re.Match[str], code: str) -> bool:
    """Whether what is in brackets says more than how well or how."""
    start = text.rfind("(", 0, bracket.start() + 1)
    words = re.findall(r"[^\W\d_]+", text[start + 1 : text.find(")", start) if ")" in text[start:] else len(text)])
    return (
        sum(not is_function(word, code) and not is_neutral(word, code) and not level_of(word, code) for word in words)
        > 1
    )


def _joined(tokens: Sequence[re.Match[str]], code: str) -> Sequence[re.Match[str] | str]:
    """The tokens with a German verb and its particle in one: führte Schulungen durch → durchführte Schulungen."""
    words = list[re.Match[str] | str](tokens)
    last = tokens[-1]["word"] or ""
    if code != "de" or last not in _PARTICLES or len(tokens) < 2:
        return words
    for place, token in enumerate(tokens[:-1]):
        word = token["word"] or ""
        if is_verb(word, code, first=place == 0) and not is_function(word, code):
            return [*words[:place], f"{last}{word[:1].lower()}{word[1:]}", *words[place + 1 : -1]]
    return words


def _items(tokens: Sequence[re.Match[str] | str], code: str, *, opens: bool) -> Iterator[Item]:
    held = tongue(code)
    before = [""]
    first = opens
    for token in tokens:
        match = None if isinstance(token, str) else token
        word = token if isinstance(token, str) else token["word"] or ""
        near = [one.casefold() for one in ("", *before)[-2:]]
        roles = ["from" if one in held.sources else "to" if one in held.goals else "" for one in reversed(near)]
        role = next((one for one in roles if one), "")
        own = near[-1] in held.mine
        was = near[-1] in _AS
        others = any(one in held.others for one in near)
        apart = is_function(near[-1], code)
        if match is not None and match["cut"]:
            before.append("")
            continue
        if match is not None and match["number"]:
            value = _value(match["digits"])
            yield Item(
                match["digits"],
                value=value,
                unit=match["share"] or "",
                bound=match["bound"] or "",
                role=role,
                after=bool(near[-1]),
                apart=apart or not near[-1],
                first=first,
            )
            before.append("0")
        elif match is not None and match["rate"]:
            unit = match["rate"]
            yield Item(unit, keys=frozenset({unit}), role=role)
            before.append(unit)
        else:
            empty = is_function(word, code)
            if not empty:
                neutral = is_neutral(word, code) or is_light(word, code)
                yield Item(
                    word,
                    said(word, code),
                    role=role,
                    others=others,
                    own=own,
                    after=bool(near[-1]),
                    apart=apart,
                    empty=neutral,
                    named=near[-1] in _ARTICLES,
                    first=first or was,
                    called=was,
                    mark=mark_of(word, code),
                )
            before.append(word)
            if empty:
                continue
        first = False


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.']\d{3})+(?:,\d+)?", digits):
        digits = re.sub(r"[.']", "", digits)
    return float(digits.replace(",", "."))
