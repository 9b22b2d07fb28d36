"""Which part of a location's wording is the town: known by name, or read as one."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

from companion.intake.gazetteer import fold, is_city

_NOISE = re.compile(
    r"\b(?:hq|headquarters?|head office|main office|corporate(?: office)?|offices?|campus|metro(?:politan)?(?: area)?|"
    r"greater|area|region|locations?|location|based|only|within|anywhere(?: in)?|flexible|in|or|and|the|any|from|"
    r"multiple|various|several|other|regional|city of|home|work|eligible|possible|optional|position|job|role|friendly)\b",
    re.IGNORECASE,
)
NOWHERE = frozenset(
    "worldwide global anywhere international earth world emea apac amer americas europe european union eu latam latin america north america "
    "south america asia africa oceania dach nordics benelux caribbean mena anz apj na cet est pst utc gmt nationwide "
    "field tbd n/a na none unspecified other see description select choose remote hybrid".split()
) | {"european union", "latin america", "north america", "south america", "middle east", "southeast asia", "asia pacific",
     "see description", "multiple", "central europe", "eastern europe", "western europe"}  # fmt: skip
"""Words that stand where a place would and name none, or one too wide to go to."""
_BUILDING = re.compile(
    r"\b(?:campus|hospital|cent(?:er|re)|store|clinic|school|university|plant|warehouse|temporary|cedex|plaza|building)\b",
    re.IGNORECASE,
)
_TOWN_WORDS = frozenset(
    "park springs hills heights beach bay city falls spa valley island islands grove lake lakes creek junction township county gardens forest wells ridge "
    "point harbor harbour village vale mills rock mountain de del la el las los do da upon under on am an in der den im sur sous les ob saint north south east west".split()
)
"""Words that make another town of a town's name."""


def _quarter_of(name: str) -> str:
    """The city in "Barcelona Gran Vía" and "Berlin Mitte"; none in "Newport Beach" or "San Jose del Cabo"."""
    words = name.split()
    if any(fold(word) in _TOWN_WORDS for word in words[1:]):
        return ""
    heads = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    return next((head for head in heads if is_city(head)), "")


def find_town(rest: list[str], *, alone: bool) -> str:
    """The first part that reads as a place name: capitalised, short, without figures or the names of buildings."""
    for part in rest:
        if alone and _BUILDING.search(part):
            continue
        name = " ".join(_NOISE.sub(" ", _BUILDING.sub(" ", part)).split()).strip(" -'")
        if (
            not name
            or fold(name) in NOWHERE
            or fold(part) in NOWHERE
            or len(name.split()) > 4
            or len(name) < (3 if name.isascii() else 2)
        ):
            continue
        if is_city(name):
            return name
        if alone and (known := _quarter_of(name)):
            return known
        if (
            name[0].isalpha()
            and not any(char.isdigit() for char in name)
            and (name[0].isupper() or not name[0].isascii())
        ):
            return name
    return ""
