"""The phone number of a resume's head, among dates, postal codes and years that are written of digits as well."""

import re
from collections.abc import Iterable, Sequence

from companion.resume.reading.dates import spans, without
from companion.resume.reading.lines import TextLine
from companion.resume.reading.links import EMAIL, URL, WHOLE_EMAIL

PHONE = re.compile(
    r"(?<![\w/.-])(?:\(?\+\s?\d{1,3}\)?|00\d{2})?[\s.\-–/]*(?:\(\s?\d{1,5}\s?\))?[\s.\-–/]*\d{1,5}(?:[\s.\-–/()]{1,2}\d{1,9}){1,6}"
    r"(?:\s*(?:ext|x)\.?\s*\d{1,5})?(?![\w/@])|(?<![\w.])\+?\d{9,14}(?!\w)"
)
_POSTED = re.compile(r",?\s*[^\W\d_]{2,}")
"""What follows a postal code: the town."""
_OTHER = re.compile(
    r"(?<![^\W\d_])(?:p\.?\s?o\.?\s?b(?:ox)?|box|(?:national )?id(?:entity)?(?: card)?|passport|licen[cs]e|"
    r"reg(?:istration|d)?|c?nic|nric|nin|bvn|aadhaa?r|pan|ssn|tin|nssf|nhif|account|a/c|matric(?:ulation)?|cdc|indos|"
    r"(?:zip|pin|postal)(?: ?code)?|cep|plz|(?:tele)?fax|(?:emergency|notfall)(?: ?(?:contact|kontakt|phone|tel))?|"
    r"next of kin|pesel|nif|dni|cpf|rg|siret|personnummer)"
    r"\W{0,3}(?:card\W)?(?:no|nr|number|num)?\W{0,4}$",
    re.IGNORECASE,
)
"""What stands before a number that reaches nobody."""
_MOBILE = (
    r"(?:mob(?:ile?|il)?|cell(?:ulare?|phone)?|celular|gsm|handy|hand ?phone|portable|m[óo]vil|telem[óo]vel|mobiel|"
    r"komórka|matkapuhelin|mobiltelefon)"
)
_CARRIED = re.compile(
    rf"(?<![^\W\d_])(?:{_MOBILE}\.?(?: ?(?:phone|telephone|no|nr|number|nummer|num[ée]ro|n[º°]))?|m|c|cp|hp)\W{{1,6}}$",
    re.IGNORECASE,
)
"""What stands before the number of a phone that one carries."""
_IS_CARRIED = re.compile(rf"\s*\((?:{_MOBILE}\.?|m|c)\)", re.IGNORECASE)
"""And what stands behind it."""
_NEAR = 40
"""Characters before a number that may say what it is of."""
_DATE = re.compile(r"\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*|\s*(?:19|20)\d{2}-\s?\d{2}(?:-\s?\d{2})?\s*")
_YEARS = re.compile(r"(?:[^\d+]*(?:19|20)\d{2})+\D*")
_CODE = re.compile(r"\s*\d{4,5}-\d{3}\s*")


def find_phone(lines: Sequence[TextLine], order: Iterable[int]) -> str:
    """The number on the lines in `order` that is said to be of a phone one carries; else that on the first of them that
    has one, the longest there; empty where none has.
    """
    first = ""
    for n in order:
        text = URL.sub(" ", EMAIL.sub(" ", WHOLE_EMAIL.sub(" ", lines[n].text)))
        best = ""
        for found in PHONE.finditer(text):
            digits = re.sub(r"\D", "", found[0])
            coded = _CODE.fullmatch(found[0]) and _POSTED.match(text[found.end() :])
            before = text[max(0, found.start() - _NEAR) : found.start()]
            other = _OTHER.search(re.sub(r"\d+ $", "", before))  # or what one number goes on with
            if not 7 <= len(digits) <= 15 or coded or other or _is_date(found[0]):
                continue
            if _CARRIED.search(f"{before} ") or _IS_CARRIED.match(text, found.end()):
                return _bare(found[0])
            if len(digits) > len(re.sub(r"\D", "", best)) + 3 or not best:
                best = _bare(found[0])
        first = first or best
    return first


def _bare(number: str) -> str:
    number = number.strip(" \t-–./")
    return number.replace(")", "", 1) if number.count(")") > number.count("(") else number


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(text) or _YEARS.fullmatch(text):
        return True
    return "+" not in text and bool(ranges := spans(text)) and not re.search(r"\d", without(text, ranges))
