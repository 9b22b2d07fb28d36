"""Number words of German, French and Spanish as digits: zweihundertfünf, quatre-vingt-dix, der dritte, dreitägig."""

import functools
import itertools
import re

from companion.resume.ground.abroad.tongues import tongue

_GERMAN = re.compile(r"(?:(?P<hundreds>\w+?)?hundert(?:und)?)?(?:(?P<ones>\w+?)und)?(?P<rest>\w+)?")
_OF_SO_MANY = re.compile(
    r"\b(?P<many>\d+(?=-)|[^\W\d_]{3,}?)-?(?P<what>stündig|tägig|wöchig|monatig|jährig|köpfig|seitig|sprachig|stündlich|wöchentlich|monatlich|jährlich)(?:e[nrsm]?)?\b",
    re.IGNORECASE,
)
_WHAT = {
    "stündig": "Stunden", "tägig": "Tage", "wöchig": "Wochen", "monatig": "Monate", "jährig": "Jahre",
    "köpfig": "Personen", "seitig": "Seiten", "sprachig": "Sprachen", "stündlich": "Stunde", "wöchentlich": "Woche",
    "monatlich": "Monat", "jährlich": "Jahr",
}  # fmt: skip
_WRITTEN = {
    "de": r"(?P<lead>^|[,;:(]\s?|\b(?:de[rmns]|di?e|das|[aiv]o?m|ins|zu[mr]|jede[nrsm]?|bis|und)\s)"
          r"(?P<number>\d{1,2})\.(?=\s[A-ZÄÖÜ][a-zäöüß])",
    "fr": r"(?P<lead>\b)(?P<number>\d{1,2})(?:ère|ème|nde?|er|re|e)\b",
    "es": r"(?P<lead>\b)(?P<number>\d{1,2})(?:\.?[ºª]|er\b|[rdt][oa]\b)",
}  # fmt: skip
"""How an ordinal is written in digits."""


def ordinals(text: str, code: str) -> str:
    """Ordinals in one way, apart from the numbers they are of: der dritte, am 3. Tag → 3te."""
    text = re.sub(_WRITTEN[code], r"\g<lead>\g<number>te", text)
    of, end = tongue(code).ordinals, "e[nrsm]?" if code == "de" else ""
    named = re.compile(rf"\b({'|'.join(of)}){end}\b(?!-|\shilfe)", re.IGNORECASE)
    text = named.sub(lambda found: f"{of[found[1].casefold()]}te", text)
    if code != "de":
        return text
    return _OF_SO_MANY.sub(_so_many, text)


def _so_many(found: re.Match[str]) -> str:
    """A German adjective as the number and what it counts: dreitägig → 3 Tage, zweistündlich → jede 2te Stunde."""
    many, what = _german(found["many"]), found["what"].casefold()
    if not many.isdigit():
        return found[0]
    return f"jede {many}te {_WHAT[what]}" if what.endswith("lich") else f"{many} {_WHAT[what]}"


def numerals(text: str, code: str) -> str:
    """Number words as digits."""
    values = tongue(code).numbers
    if code == "de":
        return re.sub(r"[^\W\d_]+", lambda found: _german(found[0]), text)
    word = "|".join(sorted(values, key=len, reverse=True))
    joint = r"(?:-et-|\set\s|-|\s)" if code == "fr" else r"(?:\sy\s|\s)"
    run = re.compile(rf"\b(?:{word})(?:{joint}(?:{word}))*\b", re.IGNORECASE)
    return run.sub(
        lambda found: str(_sum([values[one.casefold()] for one in re.findall(word, found[0].casefold())])), text
    )


def _sum(values: list[int]) -> int:
    """What number words in a row come to: quatre-vingt-dix, ciento veinte, deux mille."""
    total = part = 0
    for before, value in itertools.pairwise([0, *values]):
        if value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif (value == 100 and 1 < part < 10) or (value == 20 and before == 4):
            part = part * value if value == 100 else part - 4 + 80
        else:
            part += value
    return total + part


@functools.lru_cache(maxsize=10_000)
def _german(word: str) -> str:
    values, folded = tongue("de").numbers, word.casefold()
    if folded == "ein":
        return word
    if folded in values:
        return str(values[folded])
    found = _GERMAN.fullmatch(folded)
    if not found or not (found["ones"] or "hundert" in folded):
        return word
    parts = [values.get(found[name] or "", None if found[name] else 0) for name in ("ones", "rest")]
    hundreds = values.get(found["hundreds"] or "ein") if "hundert" in folded else 0
    if hundreds is None or parts[0] is None or parts[1] is None or (found["ones"] and not 20 <= parts[1] < 100):
        return word
    return str(hundreds * 100 + parts[0] + parts[1])
