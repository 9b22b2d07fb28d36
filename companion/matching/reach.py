"""Whether work can be done where the person is or would be: wished places and radius, the limits of remote."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from babel.core import get_global

from companion.intake.gazetteer import country, fold
from companion.matching.distance import country_of, is_metropolis, kilometres, point, within
from companion.model.posting import Place
from companion.model.profile import Wish

_EU = frozenset("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split())
_SOUTH = frozenset("AR BO BR CL CO EC GY PE PY SR UY VE FK GF".split())
_MIDDLE_EAST = frozenset("AE SA QA KW BH OM JO LB IL TR EG IQ IR YE SY PS".split())
_GROUPS: dict[str, frozenset[str]] = {
    "eu": _EU, "european union": _EU, "eea": _EU | {"NO", "IS", "LI"}, "dach": frozenset({"DE", "AT", "CH"}),
    "nordics": frozenset({"DK", "SE", "NO", "FI", "IS"}), "nordic": frozenset({"DK", "SE", "NO", "FI", "IS"}),
    "benelux": frozenset({"BE", "NL", "LU"}), "baltics": frozenset({"EE", "LV", "LT"}),
    "mena": _MIDDLE_EAST | {"MA", "DZ", "TN", "LY"}, "middle east": _MIDDLE_EAST,
    "gcc": frozenset({"AE", "SA", "QA", "KW", "BH", "OM"}), "anz": frozenset({"AU", "NZ"}),
    "uki": frozenset({"GB", "IE"}),
}  # fmt: skip
_CONTINENTS = {
    "europe": "Europe", "emea": "Europe Africa Middle", "africa": "Africa", "asia": "Asia",
    "apac": "Asia Australia Pacific", "asia pacific": "Asia Australia Pacific", "oceania": "Australia Pacific",
    "americas": "America", "amer": "America",
    "latam": "South", "latin america": "South", "south america": "South", "north america": "North", "na": "North",
}  # fmt: skip
_ANYWHERE = re.compile(
    r"\b(?:anywhere|world ?wide|global(?:ly)?|any (?:country|location)|international)\b", re.IGNORECASE
)
_NORTH = frozenset({"US", "CA", "MX"})
_MORE_SOUTH = frozenset("MX GT HN SV NI CR PA CU DO PR".split())


def fits(wish: Wish, place: Place) -> bool | None:
    """Whether `place` satisfies `wish`; None where it cannot be told (a town that is in no gazetteer, no country)."""
    if is_metropolis(place.text):  # "Bay Area" is no town called Bay
        place = msgspec.structs.replace(place, city=place.text)
    where = wish.country or (country_of(wish.city) if wish.city else "") or country(wish.text) or ""
    there = place.country or (country_of(place.city) if place.city else "")
    if where and there and where != there:
        return _over_the_border(wish, place, there) if wish.radius_km else False
    if not wish.city:
        return None if not there else where == there
    if not place.city:
        return None
    if fold(wish.city) == fold(place.city):
        return True
    return _near(wish, place)


def _over_the_border(wish: Wish, place: Place, there: str) -> bool | None:
    """A town abroad inside the radius; of a country named alone it cannot be told where the circle reaches into it."""
    near = _near(wish, place)
    centre = None if place.city else point(wish.city, wish.country)
    return False if centre and not within(centre, there, wish.radius_km or 1.0) else near


def _near(wish: Wish, place: Place) -> bool | None:
    """Within the radius; without one, the same town under another of its names (München, Munich)."""
    one = point(wish.city, wish.country)
    other = point(place.city, place.country, place.region)
    if one is None or other is None:
        return None if wish.radius_km else False
    return kilometres(one, other) <= (wish.radius_km or 1.0)


def inside(scope: str, nation: str) -> bool | None:
    """Whether a limit of remote work ("US only", "EMEA", "Germany or Austria") holds the country `nation` (ISO).

    None where the wording names no country or region that is known.
    """
    if not scope or _ANYWHERE.search(scope):
        return True if scope else None
    allowed = list(_countries(scope))
    return any(nation in one for one in allowed) if allowed and nation else None


def beyond_town(scope: str, wished: Sequence[Wish], nation: str) -> bool:
    """Whether a limit of remote work names one town of `nation` alone ("New York"), and none of `wished` is near it."""
    there = point(scope, nation) if scope and not country(scope) else None
    return there is not None and not any(fits(one, Place(text=scope, city=scope, country=nation)) for one in wished)


def _countries(scope: str) -> Iterator[frozenset[str]]:
    for part in re.split(
        r"[;,/|()]|\b(?:or|and|only|based|remote|within|in|the|time ?zones?|residents?|from)\b",
        scope,
        flags=re.IGNORECASE,
    ):
        name = part.strip(" .-–:")
        name = name.replace(".", "") if len(name) <= 5 else name  # "U.K", "U.S.A"
        key = fold(name)
        if not key:
            continue
        if key in _GROUPS:
            yield _GROUPS[key]
        elif key in _CONTINENTS:
            yield _continent(key)
        elif (code := country(name)) or (len(key) > 3 and (code := country_of(name))):
            yield frozenset({code})


@cache
def _continent(key: str) -> frozenset[str]:
    kind = _CONTINENTS[key]
    if kind == "South":
        return _SOUTH | _MORE_SOUTH
    if kind == "North":
        return _NORTH
    prefixes = tuple(f"{one}/" for one in kind.split())
    zones: dict[str, list[str]] = get_global("territory_zones")  # type: ignore[assignment]
    found = {code for code, names in zones.items() if any(name.startswith(prefixes) for name in names)}
    return frozenset(found | (_MIDDLE_EAST if "Middle" in kind else frozenset()))
