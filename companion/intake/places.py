"""Locations as portals write them → places, work mode and the limit of "remote". Splits lists, drops decoration.

Nothing is guessed beyond the gazetteer: a place whose country neither the text nor the table names has none.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

import msgspec

from companion.intake.gazetteer import city_country, country, country_name, fold, is_city, region, romanised
from companion.intake.text import line
from companion.intake.towns import NOWHERE, find_town
from companion.model.posting import Place, WorkMode

_REMOTE = re.compile(
    r"\b(?:(?:100\s?%|fully|full)\s+)?(?:remote(?:ly)?(?:[\s-]first)?|telecommut\w+|telework\w*|work(?:ing)?[\s-]from[\s-](?:home|anywhere)|wfh|"
    r"home[\s-]?(?:office|based)|homeoffice|télétravail|teletrabajo|teletrabalho|remoto|distributed|virtual)\b|フルリモート|完全在宅|在宅勤務|テレワーク|リモート(?:ワーク|勤務)|远程(?:办公)?|재택(?:근무)?|удал[её]нн?\w*|घर से काम",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\b(?:hybrid(?:e|o)?|híbrido|ibrido|flexible workplace|partially remote)\b", re.IGNORECASE)
_ONSITE = re.compile(
    r"\b(?:on[\s-]?site|in[\s-]?office|in[\s-]person|office[\s-]based|vor ort|sur site|presencial)\b", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:;|、|\||\n|•|·|\s/\s|\s\+\s|&amp;|\s&\s)\s*")
_WORD_LIST = re.compile(
    r"(?:(?<!,)\s+(?:OR|AND)|\s+(?:[Oo]r|[Aa]nd|und|oder|et|ou|y|o|e|eller|och|og|oppure|of|lub))\s+"
)
"""Behind a comma "OR" is Oregon."""
_DASH = re.compile(r"\s+[-–—:>]\s*|\s*[–—]\s+|(?<=[A-Z]{2})-(?=[A-Z])|\s*>\s*")
_MORE = re.compile(r"\s*\+\s?\d+\s+(?:more|other|weitere)\b.*$", re.IGNORECASE)
_SENTENCE = re.compile(r"^.*?\b((?:[A-Z][\w.'’-]+ ?){1,3}, ?[A-Z]{2})\b.*$", re.DOTALL)
_DOTTED = re.compile(r"^[A-Z]{2,3}\.[A-Z]{2,3}\.[A-Z][\w ]+$")
_HYPHENED = re.compile(r"^[^\W\d_][\w .]*-\S")
_TRIMMED = re.compile(
    r"[\s-]+(?:wide|only|based|residents?|preferred|bay area|metro(?:politan)? area|metro|area|locations?|offices?|regional|region|hq|headquarters)$",
    re.IGNORECASE,
)
"""What follows a place's name and is none itself. "Metro Manila" and "New York Metro" are one place each."""
_PREFIX = re.compile(
    r"^(?:(?:anywhere|based|located|only)\s+)*(?:in|from|within|across|throughout)\s+(?:the\s+)?", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{5}-\d{3}(?!\d)|\d{5}(?:-\d{4})?|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}-?\d{4,5}|\d{5}-\d{3}|\d{3}[ -]\d{2,4}|\d{6}|\d{4})\b"
)


_CODE = re.compile(r"^[A-Z]{2,3}$")
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC"})


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """What one wording of a location says."""

    places: tuple[Place, ...] = ()
    mode: WorkMode | None = None
    scope: str = ""
    """Where a remote worker may be, as the text limits it; empty where it does not."""


def read_location(text: str, *, nation: str = "") -> Location:
    """`text` as places, mode and remote scope. `nation` (ISO) is what the surrounding page says, if anything."""
    words = romanised(line(text))
    mode = _mode(words)
    bare = _ONSITE.sub(" , ", _HYBRID.sub(" , ", _REMOTE.sub(" , ", words))) if mode else words
    places: dict[tuple[str, str, str], Place] = {}
    scope: list[str] = []
    for chunk in _chunks(bare):
        place = _place(chunk, nation)
        if place is None:
            if fold(chunk).strip(" ,-()") in NOWHERE:
                scope.append(chunk.strip(" ,-()"))
            continue
        places.setdefault((place.city, place.region, place.country), place)
        scope.append(place.text)
    scope = [re.sub(r"[\s,]+(?:or|and)$", "", words) for words in scope]
    return Location(places=tuple(places.values()), mode=mode, scope="; ".join(scope) if mode == "remote" else "")


def known_place(*, city: str = "", area: str = "", nation: str = "", text: str = "") -> Place | None:
    """A place from parts that a payload names apart; `nation` by name or code, `area` by name or code."""
    code = country(nation) or country(nation.upper()) if nation else ""
    city, area = line(city, 200), line(area, 200)
    state = region(area, code) if area else None
    shown = line(text, 200) or ", ".join(dict.fromkeys(part for part in (city, area, line(nation)) if part))
    read = read_location(city, nation=code) if city else Location()
    if read.places and (read.places[0].city != city or not code):
        # Boards put whole wordings into one field: "Remote - US", "Berlin, Germany".
        found = read.places[0]
        return Place(
            text=shown,
            city=found.city,
            region=state.name if state else found.region or area,
            country=code or found.country,
        )
    if city and (read.mode == "remote" or fold(city) in NOWHERE):
        city = ""
    if not (city or area or code):
        return None
    return Place(text=shown, city=city, region=state.name if state else area, country=code)


def _mode(words: str) -> WorkMode | None:
    if _HYBRID.search(words):
        return "hybrid"
    if re.search(r"\b(?:not|non|no)[\s-]+remote\b", words, re.IGNORECASE):
        return "onsite"
    if _REMOTE.search(words):
        return "remote"
    return "onsite" if _ONSITE.search(words) else None


def _chunks(text: str) -> list[str]:
    """One chunk a place. "and"/"or" and commas split only where every part is a place by itself."""
    text = _BRACKETS.sub(_opened, text)
    text = _MORE.sub(
        "", _SENTENCE.sub(r"\1", text) if len(text.split()) > 7 and not re.search(r"[;|•·]", text) else text
    )
    # "TX | San Antonio | 5961, United States" is one place from the largest part down.
    if "|" in text and _is_wide(text.split("|")[0]):
        text = text.replace("|", ",")
    chunks: list[str] = []
    for chunk in _LIST.split(text):
        words = [part for part in _WORD_LIST.split(chunk) if part.strip(" ,-")]
        chunk = words[0] if len(words) == 1 else chunk
        if len(words) <= 1 and "/" in chunk:
            words = [part for part in chunk.split("/") if part.strip()]
        parts = words if len(words) > 1 and all(_standing(part) for part in words) else [chunk]
        for part in parts:
            pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
            # "Berlin, Munich, Hamburg" is three places, "Berlin, Germany" is one; so with countries, so with states.
            if len(pieces) > 1 and (
                all(is_city(piece) and not region(piece) for piece in pieces)
                or all((country(piece) and not _is_state_code(piece)) or fold(piece) in NOWHERE for piece in pieces)
                or (len(pieces) > 2 and all(region(piece) and not is_city(piece) for piece in pieces))
                or all(_HYPHENED.match(piece) and _is_wide(piece.split("-")[0]) for piece in pieces)
                # "Plymouth, Falmouth or Exeter": in such a list a comma parts what "or" parts.
                or (len(parts) > 1 and not any(_is_wide(piece) for piece in pieces))
            ):
                chunks.extend(pieces)
            else:
                chunks.append(part)
    return [chunk for chunk in chunks if chunk.strip(" ,-–—:()")]


def _opened(match: re.Match[str]) -> str:
    inside = match[1] or match[2] or ""
    return f" ; {inside} ; " if any(_standing(part) for part in _LIST.split(inside)) else " "


def _is_wide(text: str) -> bool:
    """Whether `text` is a country or region by name or code, and so the larger part of what follows it."""
    words = text.strip(" ,-")
    return bool(country(words) or region(words))


def _spread(chunk: str) -> str:
    """`USA.VA.Reston` and what `_from_hyphens` knows, with commas."""
    if _DOTTED.match(chunk):
        chunk = chunk.replace(".", "-")
    return _from_hyphens(chunk)


def _from_hyphens(chunk: str) -> str:
    """`Germany-Bavaria-Munich` and `CA-Irvine-USA IRVINE CA` with commas, smallest part first."""
    if _HYPHENED.match(chunk) and _is_wide(chunk.split("-")[0]) and not region(chunk):
        head, *rest = (piece.strip() for piece in chunk.split("-"))
        state = region(head)
        # "IN-KA-Bengaluru": what follows is a state of the country, so that the country is meant and not Indiana.
        if len(rest) > 1 and (nation := country(head)) and region(rest[0], nation) is not None:
            return ", ".join((rest[1], rest[0], head))
        if state is not None and len(head) == 2 and not (len(rest) > 1 and _is_wide(rest[0])):
            city = rest[0].split("_")[0]
            return f"{city}, {head}, {state.country}" if len(rest) > 1 or is_city(city) or not country(head) else chunk
        # A country before two parts: the state is between, whether the table knows it or not.
        if len(rest) > 1 and (_is_wide(rest[0]) or (len(rest) == 2 and country(head))):
            return ", ".join((rest[1], rest[0], head))
        return f"{rest[0]}, {head}"
    return chunk


def _is_state_code(text: str) -> bool:
    return len(text.strip(" .")) == 2 and region(text) is not None


def _standing(text: str) -> bool:
    """Whether `text` names a place by itself."""
    words = _TRIMMED.sub("", text.strip(" ,-"))
    head = words.split(",")[0].strip()
    named = bool(len(head) > 3 and country(head))
    return named or bool(country(words) or region(words) or is_city(words) or is_city(head) or fold(words) in NOWHERE)


def _place(chunk: str, nation: str) -> Place | None:
    shown = _PREFIX.sub("", line(chunk).strip(" ,-–—:()"))
    parts = [
        part for part in (piece.strip(" .,-–—:()") for piece in _DASH.sub(" , ", _spread(shown)).split(",")) if part
    ]
    parts = [_TRIMMED.sub("", part) or part for part in parts]
    parts = [bare for bare in (_POSTCODE.sub("", part).strip(" ,-") for part in parts) if bare] or parts
    parts = [piece for part in parts for piece in _without_comma(part)]
    code, area, rest = _wide_parts(parts, nation)
    city = next((name for name in rest if is_city(name)), "") or find_town(rest, alone=len(parts) == 1)
    if not city and area and not rest and fold(parts[0]) == fold(area):
        # "New York, NY", "Guanajuato, Gto.": the town of the state's own name.
        twice = len(parts) > 1 and (state := region(parts[1], code)) is not None and state.name == area
        city = area if twice or city_country(area) == code or fold(area) == "washington" else ""
    if code in _CITY_STATES and not area and not is_city(city):
        city = country_name(code).removesuffix(" SAR China")
    if city and not code:
        code = city_country(city) or nation
    if not (city or area or code):
        return None
    return Place(text=shown[:200], city=city[:200], region=area, country=code or nation)


def _without_comma(part: str) -> list[str]:
    """`Sydney NSW` and `Washington DC` as city and state."""
    city, _, code = part.rpartition(" ")
    return [city, code] if city and _CODE.match(code) and region(code) and is_city(city) else [part]


def _wide_parts(parts: list[str], nation: str) -> tuple[str, str, list[str]]:
    """Country code, region name and the parts that are neither."""
    code, area, rest = "", "", list[str]()
    parts = list(parts)
    # "Johannesburg, GP, ZA": behind another code, a code can only be the country.
    if len(parts) > 2 and _CODE.match(parts[-2]) and (last := country(parts[-1])) and _CODE.match(parts[-1]):
        state = region(parts[-2], last)
        code, area, parts = last, state.name if state else "", parts[:-2]
    # "Tijuana, B.C.", "Perth, WA": a code is a state of the country where the town is known, if that has such a one.
    home = city_country(parts[0]) if len(parts) > 1 and is_city(parts[0]) else ""
    for index, part in enumerate(parts):
        found = country(part)
        state = region(part, nation if len(part) <= 3 else "")
        if index and (near := nation or code or home) and len(part) <= 5 and (local := region(part, near)) is not None:
            state = local
        smaller = index == 0 and is_city(part) and len(parts) > 1
        if (
            state is not None
            and (len(part) > 3 or index > 0 or len(parts) == 1)
            and not _country_wins(parts, index, found, state.country)
        ):
            if not area and (not code or code == state.country) and not smaller:
                area, code = state.name, code or state.country
                continue
            if area and not found:
                continue
        if found and not (smaller and not rest):
            code = code if code and found != code and len(part) <= 3 else found
            continue
        rest.append(part)
    return code, area, rest


def _country_wins(parts: list[str], index: int, found: str, state_country: str) -> bool:
    """Whether a code such as CA or DE means the country: after a region of it, or behind a city known to be there."""
    if not found:
        return False
    if len(parts[index]) > 3:
        # The one name that is a state and a country: the country where a city of it stands before.
        return found != state_country and any(city_country(part) == found for part in parts[:index])
    before = parts[:index]
    if any(region(part, found) for part in before):
        return True
    known = next((city_country(word) for part in before for word in (part, *part.split()) if is_city(word)), "")
    return known == found if known else not all(part.isascii() for part in before)
