"""One employer under its several spellings: "Acme Gauges GmbH" and "ACME Gauges" are one, "Acmena" is another."""

import re

_LEGAL_FORMS = frozenset(
    {"inc", "llc", "ltd", "gmbh", "ag", "sa", "se", "bv", "ab", "as", "oy", "plc", "co", "corp", "corporation"}
    | {"company", "limited", "group", "holding", "the", "and", "pvt", "private", "srl", "sarl", "kg", "aps"}
)


def name_words(company: str) -> tuple[str, ...]:
    """The words of an employer's name that tell it from others, casefolded; its legal form is none of them."""
    return tuple(word for word in re.findall(r"\w+", company.casefold()) if word not in _LEGAL_FORMS)


def names(company: str, text: str) -> bool:
    """Whether `text` (casefolded) names the employer: every telling word of its name, as a whole word."""
    words = name_words(company)
    return bool(words) and all(re.search(rf"\b{re.escape(word)}\b", text) for word in words)
