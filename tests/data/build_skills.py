"""Compile companion/matching/data/skills.json.gz from open vocabularies (see the README beside it).

`python tests/data/build_skills.py CORPORA` → {"names": [canonical …], "aliases": {alias: index}, "cased": [alias …],
"common": [alias …]}. Both are also everyday words or names of people, and count only where the text means the skill:
`cased` by how ESCO writes them (the tagger was trained with these), `common` by everyday.txt beside this.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parents[2] / "companion" / "matching" / "data" / "skills.json.gz"
MORE = Path(__file__).with_name("more_skills.txt")
"""What neither vocabulary has, above all skills of other trades than software: a name and its aliases a line."""
NOT = Path(__file__).with_name("not_skills.txt")
"""Aliases that ads use in another sense ("AI" for Adobe Illustrator, "GTM", "rest assured"), a line each."""
SHORTER = {
    "Qt for Mobile": "Qt", "Salesforce Sales Cloud": "Salesforce", "HubSpot CRM": "HubSpot", "UKG Pro": "UKG",
    "Databricks for Retail": "Databricks", "Splunk Observability": "Splunk", "OpenAI API": "OpenAI",
    "Oracle Database": "Oracle", "Kronos Workforce Central": "Kronos", "Zendesk Sell": "Zendesk",
    "ADP Workforce Now": "ADP", "Qualtrics EmployeeXM": "Qualtrics", "Mapbox Android SDK": "Mapbox",
    "HIPAA Compliance": "HIPAA", "Adobe Commerce / Magento Enterprise": "Adobe Commerce", "jest": "Jest",
    "ngrx": "NgRx", "Autodesk AutoCAD": "AutoCAD", "Autodesk AutoCAD Civil 3D": "Civil 3D", "Autodesk Revit": "Revit",
    "Trimble SketchUp Pro": "SketchUp", "Dassault Systemes SolidWorks": "SolidWorks", "Graphisoft ArchiCAD": "ArchiCAD",
    "Bentley MicroStation": "MicroStation", "Adobe Photoshop Lightroom": "Adobe Lightroom",
    "IBM SPSS Statistics": "SPSS",
    "MathWorks Simulink": "Simulink", "StataCorp Stata": "Stata", "Thomson Reuters Westlaw": "Westlaw",
    "Epic Systems": "Epic", "Maxon Cinema 4D": "Cinema 4D", "Pixologic Zbrush": "ZBrush",
    "PTC Creo Parametric": "PTC Creo", "hvac": "HVAC",
    "Apple Final Cut Pro": "Final Cut Pro", "Avid Pro Tools": "Pro Tools", "Cerner Millennium": "Cerner",
}  # fmt: skip
"""Names that say more than the ads that are recognised by their alias."""
COMMON = Path(__file__).with_name("everyday.txt")
_KINDS = frozenset({"software", "database", "databases", "cloud", "solutions", "tools", "applications", "analytics"})
"""What is left of "Oracle software" without its maker is a kind of thing and no name."""
EVERYDAY = 2
"""An alias that stands this often in lower case in ESCO's occupation descriptions is an everyday word."""


def main(corpora: Path) -> None:
    skills = corpora / "skills"
    names: dict[str, int] = {}
    aliases: dict[str, int] = {}

    misread = frozenset(NOT.read_text(encoding="utf-8").splitlines())

    def add(name: str, others: list[str], ours: bool = False) -> None:
        index = aliases.get(name.casefold(), names.setdefault(name, len(names)))
        for alias in (name, *others):
            folded = " ".join(alias.casefold().split())
            if 0 < len(folded) <= 60 and (ours or folded not in misread):
                aliases.setdefault(folded, index)

    for entry in json.loads((skills / "mind_tech_skills/data/mind_skills.json").read_text()):
        add(re.sub(r"\s*\([^)]*\)$", "", entry["name"]), entry["synonyms"])
    with (skills / "onet_technology_skills/Technology Skills.txt").open() as file:
        seen = Counter(row["Example"] for row in csv.DictReader(file, delimiter="\t"))
    for name in sorted(seen):
        short = re.sub(r"^(Microsoft|Adobe|Oracle|IBM|Google|Apache|Atlassian|SAP)\s+", "", name)
        add(name, [short] if short != name and len(short) > 3 and short.casefold() not in _KINDS else [])

    own: set[str] = set()
    for line in MORE.read_text(encoding="utf-8").splitlines():
        name, *others = line.split(", ")
        add(name, others, ours=True)
        own |= {" ".join(alias.casefold().split()) for alias in (name, *others)}
    shown = [SHORTER.get(name, name) for name in names]

    words: Counter[str] = Counter()
    with (skills / "esco_occupations/occupations.csv").open() as file:
        for row in csv.DictReader(file):
            words.update(re.findall(r"\b[a-z]+\b", " ".join(text for text in row.values() if text)))
    cased = sorted(alias for alias in aliases if words[alias] >= EVERYDAY or len(alias) <= 2)
    plain = {re.sub(r"\W", "", alias) for alias in aliases}
    common = set(COMMON.read_text().split()) & plain - set(cased)
    # "Trusted advisor", "after effects": everyday words all, and no name of their own; capitals make a product.
    whole = {re.sub(r"\W+", " ", name.casefold()) for name in names}
    spoken = {alias for alias in aliases if " " in alias and all(words[word] >= EVERYDAY for word in alias.split())}
    common = sorted(common | (spoken - whole - own))
    data = {"names": shown, "aliases": aliases, "cased": cased, "common": common}
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(packed.encode(), 9, mtime=0))
    said = f"{len(names)} names, {len(aliases)} aliases, {len(cased)} cased, {len(common)} common"
    sys.stdout.write(f"{said}, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
