"""The lines that head an entry → what they name, the place and the dates, before it is known which is which."""

import re
from collections.abc import Sequence

import msgspec

from companion.resume.reading.blocks import Block
from companion.resume.reading.dates import FATE, LASTED, Span, has_date, spans, without
from companion.resume.reading.departments import housed
from companion.resume.reading.halves import HOW, Fit, halves, unstopped, work_fit
from companion.resume.reading.lines import without_icons
from companion.resume.reading.printed import field_of
from companion.resume.reading.vocabulary import COMPANY, TITLE, is_place, is_region, is_town, title_score

LEGAL = (
    r"inc|llc|ltd|limited|Limited|corp|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|plc|llp|LLP|GmbH|AG|KG|SE|SA|SAS|"
    r"SARL|BV|NV|AB|Inc|LLC|Ltd|Corp|PLC|lda|ltda|sl|slu|Lda|Ltda|SL|SLU"
)
"""Forms of companies; what follows one and a comma is where it is."""
STOPPED = re.compile(r"(?:\b\w{1,2}\.\s?){2,}$")
"""A form of company whose letters have stops, at the end of its name."""
ADDRESSED = re.compile(rf",\s+(?!(?:{LEGAL}|sp\. z o\.|(?:\w\.\s?){{2,4}})(?!\w))")
"""The comma between an employer and its address."""
_HEADS = frozenset({"title", "employer", "school", "degree", "dates", "place"})
MESSRS = re.compile(r"^m/s\b\.?\s*", re.IGNORECASE)
"""What stands before the names of firms in India and its neighbours, and is no part of them."""
_LABELLED = re.compile(
    r"^(?:name of (?:the )?)?(?:organi[sz]ation|company|employer|client|designation|position|job title|title|role|"
    r"duration|period|location|arbeitgeber|firma|zeitraum|entreprise|employeur|poste|période|empresa|puesto|cargo|periodo)"
    r"\s*:\s*[-–]?\s*",
    re.IGNORECASE,
)
"""What a form says before a value."""


_PIN = re.compile("[\uf041\uf3c5\uf276\ue0c8\ue55f\U0001f4cd]\\s*([^\t|]*[^\t|\\s])")
"""A place behind the sign of a pin in a map."""
_MARK = r"\t|\s\|\s|\s[·•⋅]\s|\s[—–]\s|\s-\s"
"""What parts the texts of a line."""


_PAID = re.compile(
    r"\b(?:fellowship|scholarship|grant|stipend(?:ium)?|bourse|beca|bolsa|project n[or]\.? ?[\w/-]+)$", re.IGNORECASE
)
"""How ends what paid for one's work, at the other end of a line."""
_TWO = 2
"""Texts of a line, one of which is the title: how one worked may be it."""
_TRADE = 0.5
"""How much what a firm is looks like a title in the singular, at least."""
_TOLD = 6
"""Words of what stands beside the dates and tells what was done."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    units: tuple[str, ...]
    place: str
    span: Span
    rest: tuple[str, ...] = ()
    placed: int = -1
    """The unit whose line ended in a place; -1 for none."""


def read_head(block: Block, fit: Fit) -> Head:
    units: list[str] = []
    places: list[str] = []
    span = Span()
    rest: list[str] = []
    rail: tuple[float, ...] = ()
    alone = placed = -1
    for line in block.head:
        if rail and _beside(line.starts, rail) and not has_date(line.text) and title_score(line.parts[0]) <= 0.5:
            places.append(line.parts[0])  # under the dates, beside the employer
            line = msgspec.structs.replace(line, text="\t".join(line.parts[1:]), starts=line.starts[1:])
        places += _PIN.findall(line.text)
        text = _unlabelled(LASTED.sub("", without_icons(_PIN.sub("\t", line.text))).strip())
        if fit is work_fit:
            rest += FATE.findall(text)
            text = FATE.sub("", text)
        found = spans(text)
        found = [one for one in found if one.end or not one.since] or found  # "lead from 2023" beside the whole range
        if found:
            if not span.start or (found[0].ranged and not span.ranged):
                span = found[0]
            tail = text[found[-1].at[1] :].strip("\t )]|,·•–—-")
            if len(line.parts) == 2 and len(line.starts) == 2 and has_date(line.parts[0]):
                rail = line.starts
            text = re.sub(r"([·•|])(?:\s*[·•|])+", r"\1", without(text, found))
            beside = "\t" in line.text and "\t" not in tail and len(tail.split()) >= _TOLD and not COMPANY.search(tail)
            sentence = len(tail.split()) >= 4 and tail.endswith((".", "!"))
            if (beside or sentence) and text[: found[0].at[0]].strip():
                rest.append(tail)
                text = text.replace(tail, "")
        text = unstopped(text)
        if not units and text.count("\t") == 0 and not is_place(text.strip(" ,|·•–—-")):
            text, tail = _peeled(text, alone=len(block.head) == 1)
            places += [tail] if tail else []
            placed = 0 if tail else -1
        if line.plain.count(",") == 2 and is_place(text):
            alone = len(units)
        text = _placeless(text, places, rest, dated=bool(found))
        text = re.sub(r"\s*\t\s*", "\t", text).strip("\t ,|·•–—-:;")
        text = re.sub(r"\t(?=[|·•⋅—–-])|(?<=[|·•⋅—–-])\t", "", text).strip("\t ,|·•–—-:;")
        text = re.sub(r"^(?:expected|graduated|from|since)\s*$", "", text, flags=re.IGNORECASE)
        if text:
            units.append(text)
    if len(units) > 1 and len(towns := [unit for unit in units if is_town(unit)]) == 1:
        units = [unit for unit in units if unit not in towns]
        places += towns
    if len(units) == 1 and places and places[0].count(",") == 2 and not next(halves(units[0], fit), None):
        employer, town, region = places[0].split(",")
        if not is_region(town):  # beside a lone title it is rather an employer and its place
            units.insert(alone if alone >= 0 else 1, employer.strip())
            places = [f"{town.strip()}, {region.strip()}"]
    if fit is work_fit:
        units, parts = housed(units)
        rest += parts
    return Head(units=tuple(units), place=places[0] if places else "", span=span, rest=tuple(rest), placed=placed)


def _unlabelled(text: str) -> str:
    """`text` without the label before its colon that says which of the things that head an entry it is."""
    label, colon, value = text.partition(": ")
    return value.strip() if colon and field_of(label) in _HEADS else _LABELLED.sub("", MESSRS.sub("", text))


def _beside(starts: Sequence[float], rail: Sequence[float]) -> bool:
    return len(starts) == len(rail) and all(abs(a - b) < 3 for a, b in zip(starts, rail, strict=True))


def _placeless(text: str, places: list[str], rest: list[str], *, dated: bool) -> str:
    """`text` without those of its parts that are places, which `places` gains; a tab stands where one was. `rest` gains
    the parts that say how one worked there.
    """
    whole = text.strip(" ,|·•–—-:;()")
    marks = re.split(rf"({_MARK})", text)
    parts = [_bare(raw) for raw in marks[::2]]
    towns = [n for n, part in enumerate(parts) if (part != whole or dated) and is_town(part) and not is_place(part)]
    out, cut = "", False
    for n, (mark, raw) in enumerate(zip(["", *marks[1::2]], marks[::2], strict=True)):
        part = parts[n]
        last = towns[-1:] == [n]  # of several names of towns, the others are names of something else
        if last or is_place(part) or (part != whole and _are_towns(part)):
            places.append(part)
            cut = True
        elif (out and mark == "\t" and _PAID.search(part)) or (
            part != whole and HOW.fullmatch(part) and not (TITLE.search(part) and sum(map(bool, parts)) == _TWO)
        ):
            rest.append(part)
            cut = True
        else:
            out += ("\t" if cut else mark) + raw if out else raw
            cut = False
    return out


def _are_towns(text: str) -> bool:
    """Whether a text is a town and the larger one or the province it is in, named like a town."""
    town, comma, other = text.partition(", ")
    return bool(comma) and is_town(town) and is_town(other)


def _bare(text: str) -> str:
    text = text.strip(" ,|·•–—-:;")
    return text if text.count("(") == text.count(")") and text[:1] != "(" else text.strip("()")


def _peeled(text: str, *, alone: bool) -> tuple[str, str]:
    """`text` without the place at its end, and the place. What a line `alone` names last may be the title."""
    if (put := re.match(r"(.{2,}?)\s*\(([^()]+)\)$", text)) and (is_place(put[2]) or is_town(put[2])):
        return put[1], put[2]
    rest, place = without_place(text)
    return (text, "") if alone and not (is_place(place) or is_town(place)) else (rest, place)


def names_trade(text: str) -> bool:
    """Whether a text tells what the people of a firm are, as behind its name: "Chartered Surveyors"."""
    return text.endswith("s") and title_score(text.removesuffix("s")) > _TRADE and not COMPANY.search(text)


def without_place(text: str) -> tuple[str, str]:
    if (dashed := re.match(r"^(.{2,}?)\s*(?:\s[–—|·•-]\s|\t)\s*([^–—|·•\t]+)$", text)) and is_place(dashed[2]):
        return dashed[1].strip(), dashed[2].strip()
    if (sentence := re.match(r"^(.{3,}?)\.\s+([A-Z][\w .'-]+,\s*[\w .'-]+)$", text)) and is_place(sentence[2]):
        return sentence[1], sentence[2]
    legal = re.match(rf"^(.+\b(?:{LEGAL})\.?),\s+([A-ZÄÖÜÉ][\w -]{{2,30}})(?:, ([\w -]{{2,30}}))?$", text)
    if legal and not names_trade(legal[2]) and (not legal[3] or is_town(legal[3]) or is_region(legal[3])):
        return legal[1], ", ".join(filter(None, legal.groups()[1:]))
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
