"""The words, numbers and rates of a line of another language by clause, each with what stands before it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.ground.abroad.roots import is_function, is_light, is_neutral, is_verb, level_of, mark_of, said
from companion.resume.ground.abroad.tongues import tongue

_TOKEN = re.compile(
    r"(?P<number>(?P<bound>[≤≥≈])?(?<![\w.,])(?P<digits>\d{1,3}(?:[.']\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\w]))"
    r"(?:\s?(?P<share>%|€|\$|£))?"
    r"|(?P<rate>@\w+)"
    r"|(?P<word>[^\W\d_]\w*\d-\d+|\.?[^\W\d_][\w+#]*(?:[.'’/&][\w+#]+)*[+#]*|\d+[^\W\d_]\w*)"
    r"|(?P<cut>[,;:()•|!?\n]|[.](?=\s|$)|\s[–—-]\s)"
)
_PARTICLES = frozenset(
    "ab an auf aus bei durch ein mit nach vor zu um weg zusammen her hin los teil fest weiter zurück entgegen bereit "
    "herum frei heran hinzu wieder statt über unter".split()
)
_POST = re.compile(
    "(?:titre|diplôme|poste|emploi|fonction|métier|brevet|título|diploma|puesto|cargo|trabajo|función|oficio|stelle|"
    "tätigkeit|funktion|position|beruf)s?",
    re.IGNORECASE,
)
"""After these it is what one is oneself: the post of a waiter."""
_WHERE = frozenset("in im bei beim am an auf durch für dans chez en au pour para".split())
_BY = frozenset("von vom durch par por".split())
_JOINTS = {"de": ("und", "sowie"), "fr": ("et", "puis"), "es": ("y", "e")}
_AS = frozenset({"als", "comme", "como"})
_ARTICLES = frozenset(
    "le la les un une des du au aux el los las der die das den dem ein eine einen einem einer".split()
)


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
    by: bool = False
    """Whether a preposition puts it as who did it."""
    place: bool = False
    """Whether a preposition puts it as where something was done."""
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


def tells(item: Item, code: str) -> bool:
    """Whether it is a verb that tells what was done."""
    return item.value is None and not item.named and is_verb(item.text, code, first=item.first)


def parted(text: str, code: str) -> Iterator[tuple[list[re.Match[str]], str]]:
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


def items_of(tokens: Sequence[re.Match[str]], code: str, *, opens: bool) -> Iterator[Item]:
    held = tongue(code)
    before = [""]
    first = opens
    for token in _joined(tokens, code):
        match = None if isinstance(token, str) else token
        word = token if isinstance(token, str) else token["word"] or ""
        near = [one.casefold() for one in ("", *before)[-2:]]
        roles = ["from" if one in held.sources else "to" if one in held.goals else "" for one in reversed(near)]
        role = next((one for one in roles if one), "")
        own = near[-1] in held.mine
        was = near[-1] in _AS
        others = any(one in held.others for one in near) and not any(_POST.fullmatch(one) for one in before[-3:])
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
                neutral = (is_neutral(word, code) or is_light(word, code)) and (code == "de" or first or word.islower())
                yield Item(
                    word,
                    said(word, code),
                    role=role,
                    others=others,
                    by=any(one in _BY for one in near),
                    place=any(one in _WHERE for one in near),
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
