"""How far places are apart, by an offline gazetteer of towns (GeoNames, CC BY 4.0). Read when first asked for."""

import bisect
import gzip
import math
from functools import cache, lru_cache
from importlib.resources import files

from companion.intake.gazetteer import fold

_EARTH_KM = 6371.0

Point = tuple[float, float]
_METROS = {
    "nyc": "new york", "new york city": "new york", "manhattan": "new york", "brooklyn": "new york",
    "sf": "san francisco", "bay area": "san francisco", "sf bay area": "san francisco",
    "san francisco bay area": "san francisco", "silicon valley": "palo alto", "greater boston": "boston",
    "los angeles area": "los angeles", "washington dc": "washington", "washington d.c.": "washington",
    "greater london": "london", "ile-de-france": "paris", "greater paris": "paris",
}  # fmt: skip
"""What ads call a metropolis or its region, by the town in its middle."""


def is_metropolis(text: str) -> bool:
    """Whether `text` as a whole is what ads call a metropolis or its region."""
    return fold(text) in _METROS


@lru_cache(maxsize=4_096)
def point(city: str, country: str = "", region: str = "") -> Point | None:
    """Latitude and longitude of a town; the most populous of its name in `country` (and `region`, a US, Canadian or
    Australian state). None where the gazetteer has none."""
    name = fold(city)
    name = _METROS.get(name, name)
    if not name:
        return None
    rows = _rows(name)
    inside = [row for row in rows if not country or row[1] == country]
    near = [row for row in inside if region and row[2] == region.upper()]
    chosen = next(iter(near or inside), None)
    return (float(chosen[3]), float(chosen[4])) if chosen else None


@lru_cache(maxsize=1_024)
def country_of(city: str) -> str:
    """The country of the most populous town of this name; empty where the gazetteer has none."""
    name = fold(city)
    rows = _rows(_METROS.get(name, name))
    return rows[0][1] if rows else ""


@lru_cache(maxsize=1_024)
def within(centre: Point, country: str, radius_km: float) -> bool:
    """Whether any town of `country` lies inside the circle."""
    towns = (line.split("\t") for line in _lines() if f"\t{country}\t" in line)
    return any(kilometres(centre, (float(row[3]), float(row[4]))) <= radius_km for row in towns if row[1] == country)


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance (haversine)."""
    north, east, south, west = map(math.radians, (one[0], one[1], other[0], other[1]))
    turn = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin((west - east) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(turn))


def _rows(name: str) -> list[list[str]]:
    """The towns of a folded name, most populous first."""
    lines = _lines()
    rows: list[list[str]] = []
    for number in range(bisect.bisect_left(lines, f"{name}\t"), len(lines)):
        row = lines[number].split("\t")
        if row[0] != name:
            break
        rows.append(row)
    return rows


@cache
def _lines() -> list[str]:
    packed = files("companion.matching").joinpath("data/cities.txt.gz").read_bytes()
    return gzip.decompress(packed).decode().splitlines()
