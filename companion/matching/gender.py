"""One form for what a trade is called of a woman and of a man, in English, German, French, Spanish and Portuguese."""

import re
from functools import lru_cache

_BOTH = re.compile(
    r"(?<=[^\W\d_])(?:[*:_·•/]\s?-?|\.(?=e\b|euse\b|rice\b|trice\b))(?:in|innen|mann|frau|e|euse|se|rice|trice|ice|[èe]re|i[èe]re|ne|enne|ienne|a|o|ora|era|iva|ica)\b|(?<=[eo]r|st|nt|ur)In(?:nen)?\b"
    r"|\b[mwfdxh]/[mwfdxhi](?:/[mwfdxi])?\b",
    re.IGNORECASE,
)
"""Marks that both are meant: "Erzieher*in", "coiffeur·euse", "enfermero/a", "H/F"."""
# Words as `occupations.plain` leaves them: folded. The stem before an ending keeps short and English words out of it.
_ENDINGS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?<=[a-z]{2}(?:er|or|nt|ur|ar|kt|af|zt|lt))in$|(?<=[a-z]{3}st)in$", ""),
        (r"(?<=[a-z]{4}og)in$", "e"),
        (r"(?<=[a-z]{3})frau$", "mann"),
        (r"(?<=[a-z]{3})euse$", "eur"),
        (r"(?<=[a-z]{2})trice$", "teur"),
        (r"(?<=[a-z]{2})ienne$", "ien"),
        (r"(?<=[a-z]{2})iere$", "ier"),
        (r"(?<=[a-z]{3})ante$", "ant"),
        (r"(?<=[a-z]{3}[gu]e)e$", ""),
        (r"(?<=[a-z]{3}ial)e$", ""),
        (r"(?<=[a-z]{3}[dts]or)a$", ""),
        (r"(?<=[a-z]{4}er)a$", "o"),
        (r"(?<=(?:raf|ecn|can|med|ctr)ic)a$|(?<=(?:rat|cut)iv)a$", "o"),
        (r"(?<=[a-z](?:og|rg|eg|ci)ad)a$|(?<=[a-z]{2}olog)a$|(?<=[a-z]{2}[tn]ari)a$", "o"),
        (r"(?<=[a-z]{3})woman$", "man"),
    )
)  # fmt: skip


def without_gender(title: str) -> str:
    """`title` without the marks that say that it is meant of everybody."""
    return _BOTH.sub("", title)


@lru_cache(maxsize=16_384)
def one_form(word: str) -> str:
    """`word` (folded) as it is said of a man, where its ending says that it is said of a woman; else unchanged."""
    return next((ending.sub(form, word) for ending, form in _ENDINGS if ending.search(word)), word)
