"""Where somebody lives: the town of a header, whatever stands around it, its street and postal code."""

import re
from collections.abc import Iterable, Sequence

from companion.matching.distance import point
from companion.resume.reading.lines import TextLine, without_icons
from companion.resume.reading.links import EMAIL, NETWORKS, URL
from companion.resume.reading.name import LABEL, SPLIT
from companion.resume.reading.phones import PHONE
from companion.resume.reading.printed import field_of
from companion.resume.reading.vocabulary import ESTADOS, TITLE, country_code, is_place, is_region, is_town

_STREET = re.compile(
    r"[A-ZÄÖÜ][\w .'-]{2,40}?(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig|"
    r"chaussee)\s*\d+\s?[a-z]?\b"
    r"|(?:\b(?:flat|apartment|apt|unit|suite|room)\.? [\w/-]{1,6}(?:,\s*|\s+[–—-]\s+|\s+))?"
    r"\b\d{1,5}\s+[\w.' ]{2,40}?\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|"
    r"place|pl|terrace)\b\.?"
    r"(?:\s(?-i:[NS][EW]?|[EW])\b)?(?:,?\s*(?:apt|unit|suite|#)\.?\s*\w+)?|\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|avenue|boulevard|place|impasse|"
    r"quai)\s+[\w' -]{2,40}",
    re.IGNORECASE,
)
_ROAD = re.compile(
    r"\b\d{1,5}\s+(?:[A-Z][\w.']*\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr)\b\.?"
)
_IN_STATE = re.compile(
    rf"(?:^|\s-\s|,\s*)([^\W\d_][^\d,/]{{0,60}}?)(?:\s*/\s*[A-Z]{{2}}|\s-\s(?:{'|'.join(ESTADOS)}))(?=$|\s-\s|,)"
)
"""A town before a slash or a dash and its state, as in Brazil: Campinas/SP."""
_BRITISH = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_POSTAL = re.compile(
    r"\b[A-Z]{2}\s+(?P<us>\d{5}(?:-\d{4})?)\b|(?:^|[,\s])(?:[A-Z]{1,2}-)?(?P<eu>\d{4,5})\s+(?=[A-ZÄÖÜÉ][a-zäöüé])"
    r"|\b(?P<gb>[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\b|\b(?P<ca>[A-Z]\d[A-Z]\s?\d[A-Z]\d)\b"
)
CODED = re.compile(
    r"(?:^|,\s*)(?:[A-Z]-)?(?:\d{4,6}|\d{4}-\d{3}|\d\d-\d{3}|\d{3} \d\d)\s+(?:[A-Z]{2}\s+)?"
    r"([A-ZÄÖÜÉÈ][\w\u00c0-\u024f .-]+?)(?=,|$|\s\()"
)
"""A town after its postal code."""
_AUSTRALIAN = re.compile(
    r"(?:^|,\s*)([A-Z][\w .'-]*?),?\s+(NSW|VIC|QLD|TAS|ACT|(?:WA|SA|NT)(?=,?\s+\d{4}\b))(?:,?\s+\d{4})?(?=\s*(?:$|,))"
)
"""A town before its state, behind its suburb: Fitzroy, Melbourne VIC 3065."""
_CANADIAN = re.compile(
    r"(?:^|,\s*)([^\W\d_a-z][^\d,]*?),?\s+(AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT),?\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"
)
"""A town with its province and its postal code."""
CODE = re.compile(r"(?<=[^\W\d_])\s*\((?:[A-Z]{2}|\d\d|97\d|2[AB]|Québec)\)")
"""A country's letters, or a department's number, after a town or region."""
_CODED = re.compile(r"^(?=\S*\d)[\w-]+\s+(?:[A-Z]{2}\s+)?(?=[^\W\d_])")
"""A postal code before its town."""
_COUNTRY_CODED = re.compile(r"(?<=[^\W\d_])\s+\d{4,6}\.?$")
"""And one at the end, behind the country or the province."""
_AHEAD = re.compile(r"[\s.,;]+(?:tel|telephone|phone|mobile|cell|gsm|e-?mail)\W*$", re.IGNORECASE)
"""The label of what follows in the line of an address."""
_NAMED = re.compile(r"(?:[eu](?=[A-Z]))?[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")
_NUMBERED = re.compile(r"\b[\w/-]*\d[\w/-]*")
_OTHER_LABEL = re.compile(
    r"(?!.*(?:birth|geburt|naiss|nacimiento|nascita|nascimento|geboorte|urodz|född|fødested|naroz|naște|doğum|γέννησ|"
    r"рожд|народж))[^\W\d_][^:@\d]{1,24}:\s*(.+)$",
    re.IGNORECASE,
)
"""What is said of a place under a label of any words but those for where one was born."""
_LETTERS = re.compile(r"\s+[A-Z]{2,3}\s*$")
"""What stands beside a town in an address: words with numbers before or after it, a country's or state's letters."""
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC", "GI"})
"""Countries that are a town."""
_CITY = re.compile(r"(?:[^\W\d_a-z][\w'’.-]+ ){1,3}City")
"""What names itself a town."""
_TWO = 2
"""Commas of a town, its region and its country."""
_LONGEST = 90
"""Letters of an address on one line at most."""
_DASH = re.compile(r"(?:^|(?<=\s))[–—-](?=\s|$)")


def unlabelled(piece: str) -> str:
    """A piece of a line without the label before it; a label alone says nothing."""
    label, colon, value = piece.partition(":")
    field = field_of(label)
    return (value.strip() if colon else "") if field and field != "personal" else LABEL.sub("", piece)


def _before_code(text: str) -> str:
    """The town before a British postal code, with the county between them and the country behind; empty for none."""
    code = _BRITISH.search(text)
    country = text[code.end() :].strip(" ,.") if code else ""
    if code is None or (country and not country_code(country)):
        return ""
    *others, last = [part.strip() for part in text[: code.start()].strip(" ,").split(",")]
    told = [others[-1], last] if others and is_region(last) else [last]
    return ", ".join(filter(None, (*told, country))) if _NAMED.fullmatch(told[0]) else ""


def find_place(lines: Sequence[TextLine], header: frozenset[int], name_at: frozenset[int]) -> str:
    """The town that the lines of `header` say somebody lives in, with its region where they do; empty for none.
    `name_at` are the lines of the name.
    """
    for n in sorted(header):
        if n in name_at and len(lines[n].parts) == 1:
            continue
        text = URL.sub("\t", EMAIL.sub("\t", _undashed(without_icons(lines[n].text))))
        text = PHONE.sub(lambda m: "\t" if len(re.sub(r"\D", "", m[0])) >= 7 else m[0], text)
        for piece in SPLIT.split(_ROAD.sub("\t", text)):
            if (state := _IN_STATE.search(piece.strip())) and is_town(state[1].rpartition(" - ")[2]):
                return state[1].rpartition(" - ")[2]
            if (australian := _AUSTRALIAN.search(piece)) and is_town(australian[1]):
                return f"{australian[1]}, {australian[2]}"
            behind = piece.lstrip().startswith(",")  # a street with its number
            piece = unlabelled(piece.strip(" ,/")).strip(" ,")
            bare = _COUNTRY_CODED.sub("", piece)
            whole = not behind or bare.count(",") < _TWO  # else a landmark may stand before the town
            if whole and is_place(bare) and ("," in bare or re.search(r"\s[A-Z]{2,3}$", bare)):
                return bare
            if (
                postal := re.search(r"(?:^|,\s*)([A-Z][\w .'-]+,\s*(?:[A-Z]{2}))\s+\d{5}(?:-\d{4})?", piece)
            ) is not None:
                return postal[1]
            if canadian := _CANADIAN.search(piece):
                return f"{canadian[1]}, {canadian[2]}"
            if british := _before_code(piece):
                return british
            names = [name.strip(" .") for name in piece.split(",")]
            if names[1:] and (city := next(filter(_CITY.fullmatch, names), "")):
                return city
            if (coded := CODED.search(piece)) and not is_region(coded[1]):
                return coded[1]
            if (after := re.search(r",\s*([^\W\d_][^\d,]+?),?\s+\d{4,6}\.?$", piece)) and is_town(after[1]):
                return after[1]
            tail = piece.split(",")
            if len(tail) >= 2 and is_region(tail[-1]) and (behind or (any(map(str.isdigit, tail[0])) and tail[2:])):
                at = -3 if is_region(tail[-2]) and len(tail) > (2 if behind else 3) and is_town(tail[-3]) else -2
                return ", ".join([_CODED.sub("", tail[at].strip()), *(one.strip(" .") for one in tail[at + 1 :])])
    pieces: list[str] = [
        CODE.sub("", _AHEAD.sub("", LABEL.sub("", raw.strip(" ,/"))).strip(" ,"))
        for n in sorted(header - name_at)
        for raw in SPLIT.split(
            _DASH.sub("\t", _ROAD.sub("\t", PHONE.sub("\t", EMAIL.sub("\t", _undashed(without_icons(lines[n].text))))))
        )
    ]
    begun = (piece for piece in pieces if _begins_with_town(piece))
    labelled = (label[1] for piece in pieces if (label := _OTHER_LABEL.match(piece)) and _begins_with_town(label[1]))
    return (
        _addressed(" ".join(lines[n].plain for n in _narrow(lines, header - name_at)))
        or next(begun, "")
        or next(labelled, "")
        or next((town for piece in pieces if (town := _addressed(piece))), "")
        or next((place for n in sorted(header - name_at) if (place := _beside_contact(lines[n]))), "")
        or next((town for n in sorted(header) if (town := _last_named(lines[n].text))), "")
    )


def _last_named(text: str) -> str:
    """The last name of what stands under the label of an address, before a postal code: a town that nobody knows."""
    label, _, value = text.replace("\t", ":", 1).partition(":")
    names = [name.strip() for name in re.sub(r"[,\s]{1,3}\d{3,6}\W{0,3}$", "", value).split(",")]
    coded = len(names) > 1 and field_of(label) == "address" and not value.strip().endswith(names[-1])
    town = next((name for name in reversed(names[1:]) if not is_region(name)), "")
    return town if coded and _NAMED.fullmatch(town) else ""


def _undashed(text: str) -> str:
    """`text` with the postal code behind a town and a dash, as in India, right behind the town."""
    return re.sub(r"(?<=[^\W\d_])\s*[–—-]\s*(\d{3})\s?(\d{3})(?!\d)", r" \1\2", text)


def _beside_contact(line: TextLine) -> str:
    """The one name that stands between an address and a number and is neither: a town that nobody knows."""
    if not (EMAIL.search(line.text) and PHONE.search(line.text)):
        return ""
    pieces = [piece.strip(" ,") for piece in SPLIT.split(URL.sub("", without_icons(line.text)))]
    left = [piece for piece in pieces if piece and not (EMAIL.search(piece) or PHONE.search(piece))]
    named = [piece for piece in left if _NAMED.fullmatch(piece) and piece.casefold() not in NETWORKS]
    return named[0] if len(named) == len(left) == 1 and not TITLE.search(named[0]) else ""


def _narrow(lines: Sequence[TextLine], header: Iterable[int]) -> list[int]:
    """The lines of a street that a narrow column broke over several, from its number on."""
    out: list[int] = []
    for n in sorted(header):
        line = lines[n]
        if out and (line.stream != lines[out[-1]].stream or n != out[-1] + 1 or line.gap > 0.4 or "@" in line.text):
            break
        if out or _NUMBERED.match(line.plain):
            out.append(n)
    return out if 1 < len(out) <= 4 else []


def _addressed(text: str) -> str:
    """The town of an address: beside a code or a district's number, or after the street."""
    if not (any(c.isdigit() for c in text) or _LETTERS.search(text)) or len(text) > _LONGEST:
        return ""
    parts = (_LETTERS.sub("", _NUMBERED.sub(" ", part)).strip(" .–-") for part in reversed(text.split(",")))
    return next((town for part in parts if (town := _town_at_end(part))), "")


def _town_at_end(text: str) -> str:
    """The town that a text is, or ends with before the name of a state or country."""
    words = text.split()
    short = next((words[:n] for n in range(1, len(words)) if n > 1 and is_region(" ".join(words[n:]))), list[str]())
    ends = (" ".join(short[n:]) for n in range(max(0, len(short) - 3), len(short)))
    return text if is_town(text) else next(filter(is_town, ends), "")


def _begins_with_town(text: str) -> bool:
    """Whether a text is a town, or one with its region or country after a comma or, if those are known, a space."""
    if is_town(text.partition(",")[0]):
        return True
    words = text.split()
    known = [n for n in range(1, len(words)) if is_region(" ".join(words[n:])) or is_region(words[n])]
    return bool(known) and len(words) <= 5 and is_town(" ".join(words[: known[0]]))


def find_address(lines: Sequence[TextLine], header: frozenset[int]) -> tuple[str, str]:
    """Street with number and postal code, where they are given."""
    street = postal = doubted = ""
    for n in sorted(header):
        text = URL.sub(" ", EMAIL.sub(" ", lines[n].plain))
        if not street and (found := _STREET.search(text)) and not TITLE.search(found[0]):
            street = found[0].strip(" ,")
        text = text.replace(street, " ") if street else text
        if not postal and (code := _POSTAL.search(text)) and not PHONE.search(code[0]):
            postal = next(group for group in code.groups() if group)
            doubted = code["eu"] or ""  # figures before a name may be anything
    return street, postal if street or not doubted else ""


def split_place(text: str) -> tuple[str, str, str]:
    """City, region and country code of a place such as "Springfield, IL" or "Berlin, Germany"."""
    pieces = [piece.strip() for piece in _BRITISH.sub("", text).split(",") if piece.strip()]
    if not pieces:
        return "", "", ""
    if len(pieces) == 1:
        code = country_code(pieces[0])
        town, _, region = re.sub(r"\s+\d{4,5}$", "", pieces[0]).rpartition(" ")
        if region.isupper() and is_region(region) and is_town(town):
            return town, region, ""
        return ("" if code not in _CITY_STATES else pieces[0], "", code) if code else (pieces[0], "", "")
    code = country_code(pieces[-1])
    if code == "GE" and point(pieces[0], "US") and not point(pieces[0], "GE"):
        code = ""  # the state that is named like a country
    two_letters = len(pieces[-1]) == 2 and pieces[-1].isupper()
    if code and not two_letters:
        return pieces[0], ", ".join(pieces[1:-1]), code
    return pieces[0], ", ".join(pieces[1:]), ""
