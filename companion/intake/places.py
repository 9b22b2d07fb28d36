"""Locations as portals write them → places, work mode and the limit of "remote". Splits lists, drops decoration.

Nothing is guessed beyond the gazetteer: a place whose country neither the text nor the table names has none.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

import msgspec

from companion.intake.gazetteer import city_country, country, fold, is_city, region
from companion.intake.text import line
from companion.model.posting import Place, WorkMode

_REMOTE = re.compile(
    r"\b(?:(?:100\s?%|fully|full)\s+)?(?:remote(?:ly)?(?:[\s-]first)?|telecommut\w+|telework\w*|work(?:ing)?[\s-]from[\s-](?:home|anywhere)|wfh|"
    r"home[\s-]?(?:office|based)|homeoffice|télétravail|teletrabajo|teletrabalho|remoto|distributed|virtual)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\b(?:hybrid(?:e|o)?|híbrido|ibrido|flexible workplace|partially remote)\b", re.IGNORECASE)
_ONSITE = re.compile(
    r"\b(?:on[\s-]?site|in[\s-]?office|in[\s-]person|office[\s-]based|vor ort|sur site|presencial)\b", re.IGNORECASE
)
_NOISE = re.compile(
    r"\b(?:hq|headquarters?|head office|main office|corporate(?: office)?|offices?|campus|metro(?:politan)?(?: area)?|"
    r"greater|area|region|locations?|location|based|only|within|anywhere(?: in)?|flexible|in|or|and|the|any|from|"
    r"multiple|various|several|other|city of|home|work|eligible|possible|optional|position|job|role|friendly)\b",
    re.IGNORECASE,
)
_NOWHERE = frozenset(
    "worldwide global anywhere international earth world emea apac amer americas europe european union eu latam latin america north america "  # noqa: SIM905
    "south america asia africa oceania dach nordics benelux mena anz apj na cet est pst utc gmt nationwide "
    "field tbd n/a na none unspecified other see description".split()
) | {"european union", "latin america", "north america", "south america", "middle east", "southeast asia", "asia pacific",
     "see description", "multiple", "central europe", "eastern europe", "western europe"}  # fmt: skip
_LIST = re.compile(r"\s*(?:;|\||\n|•|·|\s/\s|\s\+\s|&amp;|\s&\s)\s*")
_WORD_LIST = re.compile(r"\s+(?:or|and|und|oder|et|ou|y|o|e)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—:>]\s*|\s*[–—]\s+|(?<=[A-Z]{2})-(?=[A-Z])|\s*>\s*")
_BRACKETS = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{5}(?:-\d{4})?|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}-\d{4,5}|\d{3}[ -]\d{2,4}|\d{6})\b"
)


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """What one wording of a location says."""

    places: tuple[Place, ...] = ()
    mode: WorkMode | None = None
    scope: str = ""
    """Where a remote worker may be, as the text limits it; empty where it does not."""


def read_location(text: str, *, nation: str = "") -> Location:
    """`text` as places, mode and remote scope. `nation` (ISO) is what the surrounding page says, if anything."""
    words = line(text)
    mode = _mode(words)
    bare = _ONSITE.sub(" , ", _HYBRID.sub(" , ", _REMOTE.sub(" , ", words))) if mode else words
    places: dict[tuple[str, str, str], Place] = {}
    scope: list[str] = []
    for chunk in _chunks(bare):
        place = _place(chunk, nation)
        if place is None:
            if fold(chunk).strip(" ,-()") in _NOWHERE:
                scope.append(chunk.strip(" ,-()"))
            continue
        places.setdefault((place.city, place.region, place.country), place)
        scope.append(place.text)
    return Location(places=tuple(places.values()), mode=mode, scope="; ".join(scope) if mode == "remote" else "")


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
    text = _BRACKETS.sub(
        lambda match: f" ; {match[1] or match[2]} ; " if _standing(match[1] or match[2]) else " ", text
    )
    chunks: list[str] = []
    for chunk in _LIST.split(text):
        words = [part for part in _WORD_LIST.split(chunk) if part.strip(" ,-")]
        parts = words if len(words) > 1 and all(_standing(part) for part in words) else [chunk]
        for part in parts:
            pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
            # "Berlin, Munich, Hamburg" is three places, "Berlin, Germany" is one.
            if (len(pieces) > 1 and all(is_city(piece) and not region(piece) for piece in pieces)) or (
                len(pieces) > 1 and all(country(piece) and not _is_state_code(piece) for piece in pieces)
            ):
                chunks.extend(pieces)
            else:
                chunks.append(part)
    return [chunk for chunk in chunks if chunk.strip(" ,-–—:()")]


def _is_state_code(text: str) -> bool:
    return len(text.strip(" .")) == 2 and region(text) is not None


def _standing(text: str) -> bool:
    """Whether `text` names a place by itself."""
    words = text.strip(" ,-")
    head = words.split(",")[0].strip()
    return bool(country(words) or region(words) or is_city(words) or is_city(head) or fold(words) in _NOWHERE)


def _place(chunk: str, nation: str) -> Place | None:
    shown = line(chunk).strip(" ,-–—:()")
    parts = [part for part in (piece.strip(" .,-–—:()") for piece in re.split(r",", _DASH.sub(" , ", shown))) if part]
    code, area, rest = "", "", list[str]()
    for index, part in enumerate(parts):
        bare = _POSTCODE.sub("", part).strip(" ,-") or part
        found = country(bare)
        state = region(bare, nation if len(bare) <= 3 else "")
        if state is not None and (len(bare) > 3 or index > 0) and not _country_wins(parts, index, found, state.country):
            if (
                not area
                and (not code or code == state.country)
                and not (index == 0 and is_city(bare) and len(parts) > 1)
            ):
                area, code = state.name, code or state.country
                continue
            if area and not found:
                continue
        if found and not (is_city(bare) and not rest and len(parts) > 1 and index == 0):
            code = found if not code or found == code or len(bare) > 3 else code
            continue
        rest.append(bare)
    city = next((name for name in rest if is_city(name)), "") or _city_like(rest)
    if not city and area and is_city(area) and not rest and parts and fold(parts[0]) == fold(area) and len(parts) <= 2:
        city = area if fold(area) in ("new york", "washington") else ""
    if city and not code:
        code = city_country(city) or nation
    elif city and not area and len(parts) == 1 and not code:
        code = city_country(city)
    if not (city or area or code):
        return None
    return Place(text=shown[:200], city=city[:200], region=area, country=code or nation)


def _country_wins(parts: list[str], index: int, found: str, state_country: str) -> bool:
    """Whether a code such as CA or DE means the country: after another region, or behind a city known to be there."""
    if not found or len(parts[index].strip(" .")) > 3:
        return (
            bool(found) and found != state_country and len(parts) > 1 and index == len(parts) - 1 and is_georgia(parts)
        )
    before = parts[:index]
    if any(region(part, found) for part in before):
        return True
    known = next((city_country(part) for part in before if is_city(part)), "")
    return known == found if known else False


def is_georgia(parts: list[str]) -> bool:
    """The one name that is a state and a country: the country where a city of it stands before."""
    return fold(parts[-1]) == "georgia" and any(city_country(part) == "GE" for part in parts[:-1])


def _city_like(rest: list[str]) -> str:
    """The first part that reads as a place name: capitalised, short, without figures or office words."""
    for part in rest:
        name = " ".join(_NOISE.sub(" ", part).split()).strip(" -'")
        if not name or fold(name) in _NOWHERE or fold(part) in _NOWHERE or len(name.split()) > 4 or len(name) < 3:
            continue
        if is_city(name):
            return name
        if (
            name[0].isalpha()
            and not any(char.isdigit() for char in name)
            and (name[0].isupper() or not name[0].isascii())
        ):
            return name
    return ""
