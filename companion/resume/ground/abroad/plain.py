"""Lines of another language with what can be written in several ways written in one: numerals, bounds, rates, dates."""

import re
import unicodedata
from collections.abc import Sequence

from companion.resume.ground.abroad.numerals import numerals, ordinals
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
_SHARES = re.compile(r"(?<![\w.,%])(\d[\d.,]*)(?=\s(?:auf|bis|à|a|al)\s\d[\d.,]*\s?%)")
"""From 4 to 2.5 %: the first of the two."""


def plain(text: str, code: str) -> str:
    """`text` with `zehn` as 10, `bis zu` as ≤, `pro Tag` as @day, `März 2017` and 03/2017 as `@m3 2017`."""
    held = tongue(code)
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"(?<=\d)[\s](?=\d{3}(?!\d))(?<!(?:19|20)\d\d\s)", "", text)
    for written, meant in _DEGREES:
        text = re.sub(written, meant, text)
    text = _phrased(text, held, numerals=False)
    text = _SHARES.sub(r"\1 %", numerals(ordinals(text, code), code))
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
    whole = {_bare(word) for other in others for word in re.findall(r"[^\W\d_]{6,}", other)}

    def close(found: re.Match[str]) -> str:
        one = found[0].replace("-", "")
        return one if _bare(one) in whole else found[0]

    return re.sub(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\b", close, text)


def _bare(word: str) -> str:
    """A German word without the ending of its case."""
    return re.sub(r"(?:e?[ns]|e)$", "", word.casefold())


def placed(text: str, others: Sequence[str]) -> str:
    """`text` with the places that `others` name in place of German adjectives of them: Leipziger Studio."""
    names = "|".join({re.escape(name) for other in others for name in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}", other)})
    return re.sub(rf"(?<=[a-zäöüß]\s)({names})er(?=\s+[A-ZÄÖÜ])", r"\1", text) if names else text


def _phrased(text: str, held: Tongue, *, numerals: bool) -> str:
    """Phrases read as what stands for them: shares before numerals are, the rest after."""
    for said, read in held.phrases:
        if numerals or read == "%":
            text = re.sub(r"\s+(?=\s)", "", said.sub(rf" {read} ", text))
    return re.sub(r"(?<=[≤≥≈])\s+(?=\d)|\s+(?=\s)", "", text)


def _named_months(text: str, held: Tongue) -> str:
    names = "|".join(sorted(map(re.escape, held.months), key=len, reverse=True))
    of = r"\.?\s+(?:del?\s+)?" if held.code == "es" else r"\.?\s+"
    dated = re.compile(rf"\b({names})(?:{of}(?=(?:19|20)\d\d\b)|(?=\s*(?:-|–|bis|à|a)\s))", re.IGNORECASE)
    text = dated.sub(lambda found: f"@m{held.months[found[1].casefold()]} ", text)
    full = "|".join(name for name in held.months if len(name) > 3)
    return re.sub(rf"\b({full})\b", lambda found: f"@m{held.months[found[1].casefold()]}", text, flags=re.IGNORECASE)


def _rates(text: str, held: Tongue) -> str:
    """How often, by its unit: `par jour`, `quotidien`, `/jour` → @day."""
    per = "|".join(re.escape(word) for word in held.per)
    days = "|".join(held.weekdays)
    text = re.sub(rf"\b(?:{per})\s+(?=(?:{days})s?\b)", "@each ", text, flags=re.IGNORECASE)
    for unit, names in held.called.items():
        text = re.sub(
            rf"(?:\b(?:{per})\s+|(?<=[\w.])\s?/\s?)(?:{names.pattern})(?!\w)", f" @{unit}", text, flags=re.IGNORECASE
        )
    for unit, words in held.often.items():
        text = re.sub(rf"\b(?:{words.pattern})(?!\w)", f"@{unit}", text, flags=re.IGNORECASE)
    return text
