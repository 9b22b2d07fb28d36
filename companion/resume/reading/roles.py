"""Heads of work entries → employer, title, place and dates. All entries of a section vote on which stands where."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.reading.blocks import Block
from companion.resume.reading.dates import Span, has_date, spans, without
from companion.resume.reading.lines import without_icons
from companion.resume.reading.vocabulary import COMPANY, SENIORITY, TITLE, is_place, is_region, is_town, title_score

_SEPARATORS = (
    r"\t",
    r"\s+\|\s*|\s*\|\s+",
    r"\s+[·•⋅]\s+",
    r"\s+—\s+",
    r"\s+–\s+",
    r"\s+-{1,2}\s+",
    r"\s+@\s+|\s+at\s+",
    r",\s+",
)


_LEGAL = (
    r"inc|llc|ltd|limited|corp|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|plc|GmbH|AG|KG|SE|SA|SAS|"
    r"SARL|BV|NV|AB|Inc|LLC|Ltd|Corp|PLC"
)
"""Forms of companies; what follows one and a comma is where it is."""
_LASTED = re.compile(
    r"\(?\b\d+\s+(?:years?|yrs?|months?|mos|Jahre?|Monate?|ans?|mois|años?|mes(?:es)?)"
    r"(?:\s+\d+\s+(?:months?|mos|Monate?|mois|mes(?:es)?))?\b\)?(?=\s*$|\s*[|·•\t])",
    re.IGNORECASE,
)
"""How long it was, as LinkedIn writes after the dates; the dates say it better."""


_LABELLED = re.compile(
    r"^(?:name of (?:the )?)?(?:organi[sz]ation|company|employer|client|designation|position|job title|title|role|"
    r"duration|period|location|arbeitgeber|firma|zeitraum|entreprise|employeur|poste|période|empresa|puesto|cargo|periodo)"
    r"\s*:\s*[-–]?\s*",
    re.IGNORECASE,
)
"""What a form says before a value."""
_TOWN = re.compile(
    r"^(.{3,}?)(?:,\s+|(?P<dash>\s[—–|·-]\s+|\s*\())([^\W\d_a-z][^\W\d_]+[\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]+){0,2})\)?$"
)


_PLACED = 1.0
"""What a line that ends in a place gains as the employer's, beside one that ends in none."""


class Role(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    company: str = ""
    place: str = ""
    span: Span = Span()
    rest: tuple[str, ...] = ()
    """Of the head: what is neither."""
    sure: float = 1.0


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    units: tuple[str, ...]
    place: str
    span: Span
    rest: tuple[str, ...] = ()


_Pattern = tuple[str, int, int]
"""("units", title's unit, employer's unit) or ("split", unit, 0 for title first or 1 for employer first)."""


def roles(found: Sequence[Block]) -> list[Role]:
    """One role a block, in order."""
    heads = [_head(block) for block in found]
    options = [dict(_options(head)) for head in heads]
    votes: dict[_Pattern, float] = defaultdict(float)
    for ways in options:
        best = max((score for _, _, score in ways.values()), default=0.0)
        for pattern in dict.fromkeys(p for o in options for p in o):
            votes[pattern] += ways[pattern][2] if pattern in ways else best - 1.5
    favourite = max(votes, key=lambda p: votes[p]) if votes else None
    out: list[Role] = []
    for head, ways in zip(heads, options, strict=True):
        role = _role(head, ways, favourite)
        if out and not role.company and role.title and out[-1].company:
            role = msgspec.structs.replace(role, company=out[-1].company, place=role.place or out[-1].place, sure=0.6)
        out.append(role)
    return _titles_peeled(_cities_peeled(out))


def _titles_peeled(found: list[Role]) -> list[Role]:
    """Where every title ends in a mark and a town, the town is a place and not a part of the title."""
    parted = [_TOWN.match(role.title) for role in found]
    if len(found) < 2 or not all(
        cut and cut["dash"] and not role.place and not title_score(cut[3]) and not COMPANY.search(cut[3])
        for cut, role in zip(parted, found, strict=True)
    ):
        return found
    return [
        msgspec.structs.replace(role, title=cut[1], place=cut[3])
        for role, cut in zip(found, parted, strict=True)
        if cut
    ]


def _cities_peeled(found: list[Role]) -> list[Role]:
    """Where every employer ends in a comma or dash and a town, the town is a place and not a part of the name.

    One whose place was told apart already speaks neither for nor against it; a form of company before the mark
    decides alone.
    """
    parted = [_TOWN.match(role.company) if not role.place else None for role in found]
    towns = [cut is not None and not (COMPANY.search(cut[3]) or TITLE.search(cut[3])) for cut in parted]
    told = [town or bool(role.place) for town, role in zip(towns, found, strict=True)]
    every = len(found) > 1 and all(told)
    return [
        msgspec.structs.replace(role, company=cut[1], place=cut[3])
        if cut is not None
        and town
        and (every or is_town(cut[3]) or (cut["dash"] and re.search(rf"\b(?:{_LEGAL})\.?$", cut[1])))
        else role
        for role, cut, town in zip(found, parted, towns, strict=True)
    ]


def _role(head: _Head, ways: dict[_Pattern, tuple[str, str, float]], favourite: _Pattern | None) -> Role:
    if not ways:
        lone = head.units[0] if head.units else ""
        is_title = title_score(lone) > 0.5
        return Role(
            title=lone if is_title else "",
            company="" if is_title else lone,
            place=head.place,
            span=head.span,
            rest=(*head.units[1:], *head.rest),
            sure=0.5,
        )
    own = max(ways, key=lambda p: ways[p][2])
    pattern = favourite if favourite in ways and ways[favourite][2] >= ways[own][2] - 2.2 else own
    assert pattern is not None
    title, company, score = ways[pattern]
    used = {pattern[1], pattern[2]} if pattern[0] == "units" else {pattern[1]}
    rest = [unit for n, unit in enumerate(head.units) if n not in used]
    company, *more = re.split(r"\s+[|·•]\s+", company) if pattern[0] == "split" else [company]
    rest += [piece for piece in more if not is_place(piece)]
    company, place = _without_place(company)
    if not place and (town := re.match(r"(.{3,}),\s+([^,]+)$", company)) and is_town(town[2]):
        company, place = town[1], town[2]
    place = place or next((piece for piece in more if is_place(piece)), "")
    title, other = _without_place(title)
    return Role(
        title=title,
        company=company
        if re.search(rf"\b(?:{_LEGAL}|co|e\.\s?v)\.$", company, re.IGNORECASE)
        else company.rstrip(" .,"),
        place=head.place or place or other,
        span=head.span,
        rest=(*rest, *head.rest),
        sure=max(0.3, min(1.0, 0.6 + score / 6)),
    )


def _head(block: Block) -> _Head:
    units: list[str] = []
    places: list[str] = []
    span = Span()
    rest: list[str] = []
    rail: tuple[float, ...] = ()
    for line in block.head:
        if rail and _beside(line.starts, rail) and not has_date(line.text):
            places.append(line.parts[0])  # under the dates, beside the employer
            line = msgspec.structs.replace(line, text="\t".join(line.parts[1:]), starts=line.starts[1:])
        text = _LABELLED.sub("", _LASTED.sub("", without_icons(line.text)).strip())
        found = spans(text)
        if found:
            if not span.start or (found[0].ranged and not span.ranged):
                span = found[0]
            tail = text[found[-1].at[1] :].strip(" )]|,·•–—-")
            if len(line.parts) == 2 and len(line.starts) == 2 and has_date(line.parts[0]):
                rail = line.starts
            text = re.sub(r"([·•|])(?:\s*[·•|])+", r"\1", without(text, found))
            if len(tail.split()) >= 4 and text[: found[0].at[0]].strip() and tail.endswith((".", "!")):
                rest.append(tail)
                text = text.replace(tail, "")
        if not units and text.count("\t") == 0 and not is_place(text.strip(" ,|·•–—-")):
            text, tail = _peeled(text)
            places += [tail] if tail else []
        pieces: list[str] = []
        for part in re.split(r"\t|\s\|\s|\s[·•⋅]\s|\s[—–]\s|\s-\s", text):
            part = part.strip(" ,|·•–—-:;")
            part = part if part.count("(") == part.count(")") and part[:1] != "(" else part.strip("()")
            if is_place(part) or (part != text.strip(" ,|·•–—-:;()") and is_town(part)) or (found and is_town(part)):
                places.append(part)
                text = re.sub(rf"\s*(?:[|·•⋅—–,-]|\t)?\s*\(?{re.escape(part)}\)?(?!\w)", "\t", text, count=1)
            elif part:
                pieces.append(part)
        text = re.sub(r"\s*\t\s*", "\t", text).strip("\t ,|·•–—-:;")
        text = re.sub(r"\t(?=[|·•⋅—–-])|(?<=[|·•⋅—–-])\t", "", text).strip("\t ,|·•–—-:;")
        text = re.sub(r"^(?:expected|graduated|from|since)\s*$", "", text, flags=re.IGNORECASE)
        if text:
            units.append(text)
    if len(units) > 2 and len(towns := [unit for unit in units if is_town(unit)]) == 1:
        units = [unit for unit in units if unit not in towns]
        places += towns
    if len(units) == 1 and places and places[0].count(",") == 2 and not next(_halves(units[0]), None):
        employer, town, region = places[0].split(",")
        if not is_region(town):  # beside a lone title it is rather an employer and its place
            units, places = [*units, employer.strip()], [f"{town.strip()}, {region.strip()}"]
    return _Head(units=tuple(units), place=places[0] if places else "", span=span, rest=tuple(rest))


def _beside(starts: Sequence[float], rail: Sequence[float]) -> bool:
    return len(starts) == len(rail) and all(abs(a - b) < 3 for a, b in zip(starts, rail, strict=True))


def _peeled(text: str) -> tuple[str, str]:
    """`text` without the place at its end, and the place."""
    rest, place = _without_place(text)
    return rest, place


def _without_place(text: str) -> tuple[str, str]:
    if (dashed := re.match(r"^(.{2,}?)\s*(?:\s[–—|·•-]\s|\t)\s*([^–—|·•\t]+)$", text)) and is_place(dashed[2]):
        return dashed[1].strip(), dashed[2].strip()
    if (sentence := re.match(r"^(.{3,}?)\.\s+([A-Z][\w .'-]+,\s*[\w .'-]+)$", text)) and is_place(sentence[2]):
        return sentence[1], sentence[2]
    if legal := re.match(rf"^(.+\b(?:{_LEGAL})\.?),\s+([A-ZÄÖÜÉ][\w -]{{2,30}})$", text):
        return legal[1], legal[2]
    pieces = re.split(r",\s+", text)
    for take in (2, 1):
        if len(pieces) > take:
            tail = ", ".join(pieces[-take:])
            last = pieces[-take].split()
            if is_place(tail) and not (take == 2 and len(last) > 3):
                head = ", ".join(pieces[:-take]).strip()
                if not COMPANY.fullmatch(pieces[-1].strip(" .")) or (take == 2 and is_town(pieces[-2])):
                    return head, tail
    return text, ""


def _ends_in_place(text: str) -> bool:
    return bool(_without_place(text)[1]) or (", " in text and is_town(text.rpartition(", ")[2]))


def _options(head: _Head) -> Iterator[tuple[_Pattern, tuple[str, str, float]]]:
    units = head.units[:3]
    placed = {n for n, unit in enumerate(units) if "\t" not in unit and _ends_in_place(unit)}
    for t, title in enumerate(units):
        for c, company in enumerate(units):
            if t != c and "\t" not in title:
                far = 0.4 * max(0, max(t, c) - 1) - (_PLACED if c in placed and t < c else 0.0)
                yield ("units", t, c), (_flat(title), _flat(company), _fit(title, company) - far)
    penalty = 0.9 if len(units) >= 2 else 0.0
    penalty += _PLACED if placed - {0} else 0.0
    for n, unit in enumerate(units[:2]):
        for first, second in _halves(unit, lone=len(units) == 1):
            yield ("split", n, 0), (first, second, _fit(first, second) - penalty - 0.6 * n)
            yield ("split", n, 1), (second, first, _fit(second, first) - penalty - 0.6 * n)
            break


def _halves(unit: str, *, lone: bool = False) -> Iterator[tuple[str, str]]:
    """The best way to part a line that holds title and employer; a `lone` one even where no word tells how."""
    for separator in _SEPARATORS:
        cuts = list(re.finditer(separator, unit))
        if not cuts:
            continue
        ways = [(unit[: cut.start()].strip(), unit[cut.end() :].strip()) for cut in cuts]
        ways = [
            (a, b)
            for a, b in ways
            if a and b and not re.fullmatch(r"(?:inc|llc|ltd|co|corp|gmbh)\.?", b, re.IGNORECASE)
        ]
        if separator == r",\s+":
            telling = [(a, b) for a, b in ways if max(_fit(a, b), _fit(b, a)) > 0.3]
            ways = telling or [(a, b) for a, b in ways[:1] if lone and len(a.split()) <= 5 and len(b.split()) <= 7]
        if ways:
            yield max(ways, key=lambda way: max(_fit(way[0], way[1]), _fit(way[1], way[0])) - 0.01 * ways.index(way))
            return


def _flat(text: str) -> str:
    return re.sub(r"\s*\t\s*", ", ", text)


def _fit(title: str, company: str) -> float:
    """How well the two read as a title and an employer."""
    company_score = 1.0 if COMPANY.search(company) else 0.0
    partners = re.search(r"([^\W\d_]+) & ([^\W\d_a-z][^\W\d_]*)", company)
    company_score += 0.8 if partners and not any(TITLE.fullmatch(word) for word in partners.groups()) else 0.0
    company_score -= 1.5 if TITLE.search(company) and not COMPANY.search(company) else 0.0
    company_score -= 0.7 if SENIORITY.search(company) else 0.0
    company_score -= 1.0 if len(company.split()) > 9 else 0.0
    return title_score(title) + company_score
