"""A degree as it is written → its kind and its field."""

import re

from companion.resume.reading.vocabulary import DEGREE


def split_degree(text: str) -> tuple[str, str]:
    """`B.S. in Computer Science` → `B.S.`, `Computer Science`. Text without a known degree is the field of study."""
    text = text.strip(" ,–—-|·")
    if not text:
        return "", ""
    spelled = re.match(
        r"^((?:honou?rs\s+)?(?:bachelor|master|doctor|associate)(?:'s|’s|s)?(?:\s+degree)?(?:\s+of\s+(?:[\w()&.]+\s?){1,4}?)?)"
        r"(?:\s+in\s+|\s*[,–—:-]\s+|\s+\(?(?=[A-Z]))(.+)$",
        text,
        re.IGNORECASE,
    )
    if spelled and " in " in text:
        kind, _, area = text.partition(" in ")
        return kind.strip(), area.strip()
    if spelled and re.search(r"[,–—:]\s", text):
        kind, area = re.split(r"\s*[,–—:]\s+|\s-\s", text, maxsplit=1)
        return kind.strip(), area.strip()
    short = DEGREE.match(text)
    if short and not spelled:
        rest = text[short.end() :].strip()
        if rest.startswith(("(", "of ")):
            kind, joiner, area = text.partition(" in ")
            return (kind.strip(), area.strip()) if joiner else (text, "")
        rest = re.sub(r"^(?:in|,|–|—|-|:|en|der|of|degree in)\s+", "", rest).strip()
        return text[: short.end()].strip(), rest
    kind, joiner, area = text.partition(" in ")
    if joiner and DEGREE.search(kind):
        return kind.strip(), area.strip()
    return text, ""
