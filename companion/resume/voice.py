"""The person's voice: what a rewrite may not do even where it is true: fill with buzzwords, swell, change person
or spelling.
"""

import re
from collections.abc import Iterator

from companion.resume.ground.tokens import canonical
from companion.resume.habits import IZE, tense

_FILLER = re.compile(
    r"\b(?:results?-(?:driven|oriented)|detail-oriented|self-starter|go-getter|team player|think(?:ing)? outside|"
    r"synerg\w+|"
    r"leverag\w+|utili[sz]\w+|passionate|dynamic|cutting-edge|state-of-the-art|best-in-class|world-class|game-chang\w+|"
    r"proven track record|track record of|seamless\w*|robust|innovative|highly motivated|hard-?working|go-to|"
    r"spearhead\w*|orchestrat\w+|champion\w*|delve\w*|testament|tapestry|excited to|thrilled|rockstar|ninja|guru|"
    r"wizard|"
    r"value-add\w*|mission-critical|paradigm|holistic\w*|impactful|stakeholder alignment|fast-paced)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:ich|wir|mein(?:e[mnrs]?)?|unser\w*|je(?!\s+(?:(?-i:[A-ZÄÖÜ\d])|nach))|nous|yo|nosotr[oa]s)\b|\bj['’]",
    re.IGNORECASE,
)
"""Pronouns of German (where `je Schicht` has none), French and Spanish: bullets have none, unless as written."""
_MOST = 1.5
"""A rewrite longer than this share of the original swells it."""
_PAIRS = (
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("our", "or"),
    ("yse", "yze"),
    ("ysed", "yzed"),
)


def faults(proposed: str, original: str) -> Iterator[str]:
    """Why `proposed` is not how this person would say `original`; nothing where it is."""
    if (found := _FILLER.search(proposed)) and found[0].casefold() not in original.casefold():
        yield f"“{found[0]}” is filler"
    if len(proposed) > max(_MOST * len(original), len(original) + 40):
        yield "it is much longer than the original"
    first_person = re.compile(r"\b(?:I|my|we|our)\b")
    if first_person.search(proposed) and not first_person.search(original):
        yield "it changes who speaks"
    if "\n" in proposed.strip() or (
        re.search(r"[*_#`<>{}\[\]]", proposed) and not re.search(r"[*_#`<>{}\[\]]", original)
    ):
        yield "it holds marks of a format"
    verbs = frozenset(canonical(word.casefold()) for word in re.findall(r"^[^\W_]+", original))
    times = {tense(proposed, verbs), tense(original, verbs)}
    if times == {"past", "present"}:
        yield "it changes the tense"
    if proposed.count("!") > original.count("!"):
        yield "it exclaims"


def takes_the_floor(proposed: str, original: str) -> bool:
    """Whether a bullet in German, French or Spanish says `I` where the person's own does not."""
    return bool(_FIRST_PERSON.search(proposed)) and not _FIRST_PERSON.search(original)


def spelled_as(proposed: str, original: str, habit: str = "") -> str:
    """`proposed` with the spelling (British or American) and the final full stop that `original` has.

    `habit` is the spelling of the whole profile, for where `original` shows none.
    """
    british = any(
        re.search(rf"\w{{3,}}{b}\b", original) and not re.search(rf"\w{{3,}}{a}\b", original) for b, a in _PAIRS
    )
    american = any(re.search(rf"\w{{3,}}{a}\b", original) for _, a in _PAIRS if a != "or")
    if not british and not american:
        british, american = habit == "British", habit == "American"
    out = proposed.strip()
    if british and not american:
        out = IZE.sub(r"\g<stem>s\g<end>", out)
    elif american and not british:
        out = IZE.sub(r"\g<stem>z\g<end>", out)
    if original.rstrip().endswith(".") and not out.endswith((".", "!", "?")):
        return f"{out}."
    return out.rstrip(".") if not original.rstrip().endswith(".") and out.endswith(".") and out.count(".") == 1 else out
