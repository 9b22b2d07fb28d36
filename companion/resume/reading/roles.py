"""Heads of work entries → employer, title, place and dates. All entries of a section vote on which stands where."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.blocks import Block, look
from companion.resume.reading.dates import Span
from companion.resume.reading.halves import HOW, Fit, halves, shared, work_fit
from companion.resume.reading.heads import ADDRESSED, LEGAL, STOPPED, Head, names_trade, read_head, without_place
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, TITLE, country_code, is_place, is_town, title_score
from companion.resume.reading.workplaces import WORKPLACE

_TOWN = re.compile(
    r"^(.{3,}?)(?:,\s+|(?P<dash>\s[—–|·-]\s+|\s*\())"
    r"((?:auf|an|at|on|in|en|sur|op|på) [\w-]+|[^\W\d_a-z][^\W\d_]+[\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]+){0,2}"
    r"(?:\s\d{1,2}(?:er?|ème)?)?)\)?$"
)
"""A name with a town behind it, perhaps with the number of its district."""
_PLACED_AT = re.compile(
    r"[^\W\d_a-z][^\W\d_]+[\w.'’-]*"
    r"(?:[ ,]+(?:and |und |et |y |e |& |de |la |am |an der |upon |sur )?[^\W\d_a-z][\w.'’-]+){0,3}"
)
"""Names of towns and regions, as they are written."""
_FORM = re.compile(rf"(?:{LEGAL})\.?", re.IGNORECASE)
_LETTERS = 5
"""Capitals at most that stand for words, as in NYSC."""
_PARTED = 2
"""Texts of a head, from the first on, that may hold title and employer both."""
_PLACED = 1.0
"""What a line that ends in a place gains as the employer's, beside one that ends in none."""


_LONE, _IDLE, _MOST = -2.0, 0.6, 4.0
"""What a head weighs that names one thing only; what each text costs that is neither title nor employer; the most."""


class Role(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    company: str = ""
    place: str = ""
    span: Span = Span()
    rest: tuple[str, ...] = ()
    """Of the head: what is neither."""
    sure: float = 1.0


_Pattern = tuple[str, int, int]
"""("units", title's unit, employer's unit) or ("split", unit, 0 for title first or 1 for employer first)."""


_Look = tuple[int, bool, bool]


def roles(found: Sequence[Block], fit: Fit = work_fit) -> list[Role]:
    """One role a block, in order."""
    heads = [read_head(block, fit) for block in found]
    options = _ways(heads, fit)
    favourite = _favourite(options)
    lines = [max(ways, key=lambda p: ways[p][2])[0] == "units" for ways in options if ways]
    apart = favourite is not None and (favourite[0] == "units" or 2 * sum(lines) > len(lines))
    looks = _title_looks(found, heads, favourite)
    out: list[Role] = []
    for block, head, ways in zip(found, heads, options, strict=True):
        lone = head.units[0] if len(head.units) == 1 else ""
        titled = fit(lone, "") > 0.5 or (not ways and _look_of(block, lone) in looks)
        if lone and apart and titled and not COMPANY.search(lone):
            ways = {}  # another title at the employer above
        role = _role(head, ways, favourite, fit, titled=titled)
        if out and not role.company and role.title and out[-1].company:
            role = msgspec.structs.replace(role, company=out[-1].company, place=role.place or out[-1].place, sure=0.6)
        out.append(role)
    return _titles_peeled(_cities_peeled([_unaddressed(_unbracketed(role)) for role in out]))


def _unbracketed(role: Role) -> Role:
    """An employer without how one worked there, which stood in brackets behind it."""
    found = re.fullmatch(r"(.{2,}?)\s*\(([^()]+)\)", role.company)
    if not found or not HOW.fullmatch(found[2]) or found[2][0].isdigit():
        return role
    return msgspec.structs.replace(role, company=found[1], rest=(*role.rest, found[2]))


def _unaddressed(role: Role) -> Role:
    """An employer without what stands behind its comma: the address, with the number of a street or with towns before
    a country, or what its people are, behind the form of a company.
    """
    name, *rest = ADDRESSED.split(role.company, maxsplit=1)
    if rest and names_trade(rest[0]) and re.search(rf"\b(?:{LEGAL})\.?$", name):
        return msgspec.structs.replace(role, company=name, rest=(*role.rest, rest[0]))
    if not rest or COMPANY.search(rest[0]) or SCHOOL.search(rest[0]) or TITLE.search(rest[0]):
        return role
    abroad = re.search(r"\(([^()]+)\)$", rest[0])
    if not (re.search(r"\d", rest[0]) or country_code(role.place) or (abroad and country_code(abroad[1]))):
        return role
    return msgspec.structs.replace(role, company=name, place=", ".join(text for text in (rest[0], role.place) if text))


def weights(found: Sequence[Block], fit: Fit = work_fit) -> list[float]:
    """How well each block's head reads as a title and an employer, in the way that most of them are written."""
    heads = [read_head(block, fit) for block in found]
    options = _ways(heads, fit)
    favourite = _favourite(options)
    out: list[float] = []
    for head, ways in zip(heads, options, strict=True):
        best = max((score for _, _, score in ways.values()), default=_LONE)
        score = ways[favourite][2] if favourite in ways else best - (1.5 if ways else 0.0)
        used = 0 if favourite is None else len({favourite[1], favourite[2]}) if favourite[0] == "units" else 1
        out.append(min(score, _MOST) - _IDLE * max(0, len(head.units) - used))
    return out


def _favourite(options: Sequence[dict[_Pattern, tuple[str, str, float]]]) -> _Pattern | None:
    """The way of writing heads that reads best over all of them."""
    votes: dict[_Pattern, float] = defaultdict(float)
    for ways in options:
        best = max((score for _, _, score in ways.values()), default=0.0)
        for pattern in dict.fromkeys(p for o in options for p in o):
            votes[pattern] += ways[pattern][2] if pattern in ways else best - 1.5
    return max(votes, key=lambda p: votes[p]) if votes else None


def _titles_peeled(found: list[Role]) -> list[Role]:
    """Where every title ends in a mark and a town, the town is a place and not a part of the title."""
    parted = [_TOWN.match(role.title) for role in found]
    ends = [
        bool(cut and cut["dash"] and not role.place and _may_be_town(cut[3]) and not title_score(cut[3]))
        for cut, role in zip(parted, found, strict=True)
    ]
    told = [end or bool(role.place and role.title) for end, role in zip(ends, found, strict=True)]
    if len(found) < 2 or not all(told):
        return found
    return [
        msgspec.structs.replace(role, title=cut[1], place=cut[3]) if cut and end else role
        for role, cut, end in zip(found, parted, ends, strict=True)
    ]


def _may_be_town(text: str) -> bool:
    """Whether nothing speaks against a name being a town's: a word of employers, or letters that stand for words."""
    return not COMPANY.search(text) and (is_town(text) or not (text.isupper() and len(text) <= _LETTERS))


def _cities_peeled(found: list[Role]) -> list[Role]:
    """Where every employer ends in a comma or dash and a town, the town is a place and not a part of the name.

    One whose place was told apart already speaks neither for nor against it; a form of company before the mark
    decides alone.
    """
    parted = [_TOWN.match(role.company) if not role.place else None for role in found]
    towns = [cut is not None and not (COMPANY.search(cut[3]) or TITLE.search(cut[3])) for cut in parted]
    told = [town or bool(role.place) for town, role in zip(towns, found, strict=True)]
    every = len(found) > 1 and all(told)
    if not any(told) and (peeled := _towns_peeled(found)):
        return peeled
    return [
        msgspec.structs.replace(role, company=cut[1], place=cut[3])
        if cut is not None
        and town
        and (every or is_town(cut[3]) or (cut["dash"] and re.search(rf"\b(?:{LEGAL})\.?$", cut[1])))
        else role
        for role, cut, town in zip(found, parted, towns, strict=True)
    ]


def _towns_peeled(found: list[Role]) -> list[Role]:
    """Where every employer ends in a town without a mark, the town is a place; empty where one does not, or may be
    named after it.
    """
    out: list[Role] = []
    for role in found:
        words = role.company.split()
        ends = (n for n in range(2, len(words)) if not _FORM.fullmatch(words[-1]) and is_town(" ".join(words[n:])))
        cut = next(ends, 0)
        named = cut and (WORKPLACE.search(words[cut - 1]) or SCHOOL.search(words[cut - 1]))
        if not cut or named or not words[cut - 1][:1].isupper():
            return []
        out.append(msgspec.structs.replace(role, company=" ".join(words[:cut]), place=" ".join(words[cut:])))
    return out if len(found) > 1 else []


def _title_looks(found: Sequence[Block], heads: Sequence[Head], favourite: _Pattern | None) -> set[_Look | None]:
    """How lines look that name titles here and never employers, where both stand on lines of their own."""
    if favourite is None or favourite[0] != "units":
        return set()
    whole = [(block, head.units) for block, head in zip(found, heads, strict=True) if len(head.units) > 1]
    titles, employers = (
        {_look_of(block, units[at]) for block, units in whole if at < len(units)} for at in favourite[1:]
    )
    return titles - employers - {None}


def _look_of(block: Block, text: str) -> _Look | None:
    return next((look(line) for line in block.head if line.size and text and text in line.plain), None)


def _role(
    head: Head, ways: dict[_Pattern, tuple[str, str, float]], favourite: _Pattern | None, fit: Fit, *, titled: bool
) -> Role:
    if not ways:
        lone = head.units[0] if head.units else ""
        return Role(
            title=lone if titled else "",
            company="" if titled else lone,
            place=head.place,
            span=head.span,
            rest=(*head.units[1:], *head.rest),
            sure=0.5,
        )
    own = max(ways, key=lambda p: ways[p][2])
    pattern = favourite if favourite in ways and ways[favourite][2] >= ways[own][2] - 2.2 else own
    assert pattern is not None
    title, company, score = ways[pattern]
    company, beside = _beside(head.units[pattern[2]] if pattern[0] == "units" else company)
    company = _flat(company)
    used = {pattern[1], pattern[2]} if pattern[0] == "units" else {pattern[1]}
    rest = [unit for n, unit in enumerate(head.units) if n not in used]
    company, *more = re.split(r"\s+[|·•]\s+", company) if pattern[0] == "split" else [company]
    rest += [piece for piece in more if not is_place(piece)]
    company, place = without_place(company)
    if not place and (town := re.match(r"(.{3,}),\s+([^,]+)$", company)) and is_town(town[2]):
        company, place = town[1], town[2]
    place = place or next((piece for piece in more if is_place(piece)), "")
    title, other = without_place(title)
    return Role(
        title=title,
        company=company
        if re.search(rf"\b(?:{LEGAL}|co|e\.\s?v)\.$", company, re.IGNORECASE) or STOPPED.search(company)
        else company.rstrip(" .,"),
        place=head.place or place or beside or other,
        span=head.span,
        rest=(*rest, *head.rest),
        sure=max(0.3, min(1.0, 0.6 + score / 6)),
    )


def _beside(unit: str) -> tuple[str, str]:
    """An employer, and what stands at the other end of its line and names nothing but a place nobody knows."""
    name, _, where = unit.partition("\t")
    known = any(words.search(where) for words in (COMPANY, SCHOOL, TITLE, WORKPLACE))
    return (name, where) if where and not known and _PLACED_AT.fullmatch(where) else (unit, "")


def ends_in_place(text: str) -> bool:
    return bool(without_place(text)[1]) or (", " in text and is_town(text.rpartition(", ")[2]))


def _ways(heads: Sequence[Head], fit: Fit) -> list[dict[_Pattern, tuple[str, str, float]]]:
    """For each head every way to read it, as title, employer and how well that reads."""
    marks = [shared([head.units[n] for head in heads if len(head.units) > n]) for n in range(_PARTED)]
    return [dict(_options(head, fit, marks)) for head in heads]


def _options(head: Head, fit: Fit, marks: Sequence[Sequence[str]]) -> Iterator[tuple[_Pattern, tuple[str, str, float]]]:
    units = head.units[:3]
    placed = {n for n, unit in enumerate(units) if "\t" not in unit and ends_in_place(unit)}
    for t, title in enumerate(units):
        for c, company in enumerate(units):
            if t != c and ("\t" not in title or not _names_employer(title.rpartition("\t")[2])):
                far = 0.4 * max(0, max(t, c) - 1) - (_PLACED if c == head.placed or (c in placed and t < c) else 0.0)
                yield ("units", t, c), (_flat(title), _flat(company), fit(title, company) - far)
    penalty = 0.9 if len(units) >= 2 else 0.0
    penalty += _PLACED if placed - {0} else 0.0
    for n, unit in enumerate(units[:_PARTED]):
        for first, second in halves(unit, fit, lone=len(units) == 1, marks=marks[n]):
            yield ("split", n, 0), (first, second, fit(first, second) - penalty - 0.6 * n)
            yield ("split", n, 1), (second, first, fit(second, first) - penalty - 0.6 * n)
            break


def _names_employer(text: str) -> bool:
    return any(words.search(text) for words in (COMPANY, SCHOOL, WORKPLACE)) or is_town(text)


def _flat(text: str) -> str:
    return re.sub(r"\s*\t\s*", ", ", text)
