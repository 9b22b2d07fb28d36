"""Compile companion/matching/data/occupations.json.gz: `python tests/data/build_occupations.py CORPORA`.

ESCO v1.1.1 (European Commission, free reuse with attribution): [ISCO-08 group, preferred label, plain labels …].
"""

import csv
import gzip
import json
import sys
from pathlib import Path

from companion.matching.occupations import plain

OUT = Path(__file__).parents[2] / "companion" / "matching" / "data" / "occupations.json.gz"


def main(corpora: Path) -> None:
    rows: list[list[str]] = []
    with (corpora / "skills/esco_occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label = row["PREFERREDLABEL"].strip()
            labels = dict.fromkeys(plain(one) for one in (label, *row["ALTLABELS"].splitlines()))
            rows.append([row["ISCOGROUPCODE"], label, *filter(None, labels)])
    rows.sort()
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    labels = sum(len(row) - 2 for row in rows)
    sys.stdout.write(f"{len(rows)} occupations, {labels} labels, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
