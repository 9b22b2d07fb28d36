"""What a list of options is a list of, whatever its label says: countries, dial codes, salutations, card months."""

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from babel import Locale

from companion.forms.understand.folding import plain
from companion.forms.words import word_set
from companion.model.form import Option

_DIAL = re.compile(r"(?<![\w/])\+\s?\d{1,4}\b|\(\+?\d{1,4}\)")
_LOOK_AT = 60
_ENOUGH = 5
_LANGUAGES = word_set(
    "en de fr es pt it nl pl cs sk hu ro bg ru uk el tr sv da no fi et lv lt sr hr sl ja zh ko hi id ar he vi th"
)
_SALUTATIONS = word_set(
    "mr mrs ms miss mx dr prof herr frau divers m mme mlle monsieur madame sr sra srta senor senora dhr mevr mevrouw "
    "heer sig signor signora pan pani"
)


def _territories(language: str) -> dict[str, str]:
    return cast("dict[str, str]", Locale.parse(language).territories)


@cache
def _countries() -> frozenset[str]:
    """Names of countries in the languages we read, folded (CLDR through Babel)."""
    return frozenset(
        plain(name)
        for language in _LANGUAGES
        for code, name in _territories(language).items()
        if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"}
    )


def kind_of_list(options: Sequence[Option]) -> str:
    """The key that the options alone give away; "" where they do not."""
    labels = [option.label for option in options[:_LOOK_AT] if option.label]
    if len(labels) < 2:
        return ""
    dial = sum(bool(_DIAL.search(label)) for label in labels)
    if dial >= max(2, 0.7 * (len(labels) - 1)):
        return "phone.country"
    folded = [plain(label) for label in labels]
    if 2 <= len(folded) <= 12 and sum(one in _SALUTATIONS for one in folded) >= max(2, len(folded) - 3):
        return "salutation"
    if len(folded) >= _ENOUGH:
        known = _countries()
        if sum(one in known for one in folded) >= 0.7 * len(folded):
            return "address.country"
    return ""
