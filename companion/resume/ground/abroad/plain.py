"""Lines of another language with what can be written in several ways written in one: numerals, bounds, rates, dates."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Sequence

from companion.resume.ground.abroad.tongues import Tongue, tongue

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)", re.IGNORECASE)
_DEGREES = (
    (r"\bB\.\s?A\.?(?!\w)|\bBA\b", "Bachelor Arts"),
    (r"\bM\.\s?A\.?(?!\w)|\bMA\b", "Master Arts"),
    (r"\bB\.\s?Sc\.?(?!\w)|\bBSc\b", "Bachelor Science"),
    (r"\bM\.\s?Sc\.?(?!\w)|\bMSc\b", "Master Science"),
    (r"\bB\.\s?Eng\.?(?!\w)|\bBEng\b", "Bachelor Engineering"),
    (r"\bM\.\s?Eng\.?(?!\w)|\bMEng\b", "Master Engineering"),
)
_MONTH = re.compile(r"(?<![\w/])(0?[1-9]|1[0-2])[/.](?=(?:19|20)\d\d\b)")
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_AT_MOST = re.compile(
    r"(?<![≤≥≈\w.,])(\d[\d.,]*[^.;,\d]{0,40}?)\s(?:au\s|como\s)?(?:maximum|máximo|maximal)\b", re.IGNORECASE
)
_GERMAN = re.compile(r"(?:(?P<hundreds>\w+?)?hundert(?:und)?)?(?:(?P<ones>\w+?)und)?(?P<rest>\w+)?")


def plain(text: str, code: str) -> str:
    """`text` with `zehn` as 10, `bis zu` as ≤, `pro Tag` as @day, `März 2017` and 03/2017 as `@m3 2017`."""
    held = tongue(code)
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"(?<=\d)[\s](?=\d{3}(?!\d))(?<!(?:19|20)\d\d\s)", "", text)
    for written, meant in _DEGREES:
        text = re.sub(written, meant, text)
    text = _phrased(text, held, numerals=False)
    text = numerals(text, code)
    text = _MONTH.sub(lambda found: f"@m{int(found[1])} ", text)
    text = _named_months(text, held)
    text = _AT_MOST.sub(r"≤\g<1>", text)
    text = _rates(_phrased(text, held, numerals=True), held)
    text = _SLASH.sub(" / ", text)
    if code == "fr":
        text = _ELISION.sub(lambda found: {"d": "de ", "l": "le "}.get(found[0][0].casefold(), ""), text)
    return text


def joined(text: str, others: Sequence[str]) -> str:
    """`text` with words that `others` write as one in one: Zweischichtbetrieb, for Zwei-Schicht-Betrieb."""
    whole = {word.casefold().rstrip("ens") for other in others for word in re.findall(r"[^\W\d_]{6,}", other)}

    def close(found: re.Match[str]) -> str:
        one = found[0].replace("-", "")
        return one if one.casefold().rstrip("ens") in whole else found[0]

    return re.sub(r"[^\W\d_]+(?:-[^\W\d_]+)+", close, text)


def placed(text: str, others: Sequence[str]) -> str:
    """`text` with the places that `others` name in place of German adjectives of them: Leipziger Studio."""
    names = "|".join({re.escape(name) for other in others for name in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}", other)})
    return re.sub(rf"(?<=[a-zäöüß]\s)({names})er(?=\s+[A-ZÄÖÜ])", r"\1", text) if names else text


def _phrased(text: str, held: Tongue, *, numerals: bool) -> str:
    """Phrases read as what stands for them: shares before numerals are, the rest after."""
    for said, read in held.phrases:
        if numerals or read == "%":
            text = said.sub(f" {read} ", text)
    return re.sub(r"(?<=[≤≥≈])\s+(?=\d)|\s+(?=\s)", "", text)


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


def _named_months(text: str, held: Tongue) -> str:
    names = "|".join(sorted(map(re.escape, held.months), key=len, reverse=True))
    of = r"\.?\s+(?:del?\s+)?" if held.code == "es" else r"\.?\s+"
    dated = re.compile(rf"\b({names})(?:{of}(?=(?:19|20)\d\d\b)|(?=\s*(?:-|–|bis|à|a)\s))", re.IGNORECASE)
    text = dated.sub(lambda found: f"@m{held.months[found[1].casefold()]} ", text)
    full = "|".join(name for name in held.months if len(name) > 3)
    return re.sub(
        rf"\b({full})\b(?!\.)", lambda found: f"@m{held.months[found[1].casefold()]}", text, flags=re.IGNORECASE
    )


def _rates(text: str, held: Tongue) -> str:
    """How often, by its unit: `par jour`, `quotidien`, `/jour` → @day."""
    per = "|".join(re.escape(word) for word in held.per)
    days = "|".join(held.weekdays)
    text = re.sub(rf"\b(?:{per})\s+(?=(?:{days})s?\b)", "", text, flags=re.IGNORECASE)
    for unit, names in held.called.items():
        text = re.sub(
            rf"(?:\b(?:{per})\s+|(?<=[\w.])\s?/\s?)(?:{names.pattern})(?!\w)", f" @{unit}", text, flags=re.IGNORECASE
        )
    for unit, words in held.often.items():
        text = re.sub(rf"\b(?:{words.pattern})(?!\w)", f"@{unit}", text, flags=re.IGNORECASE)
    return text
