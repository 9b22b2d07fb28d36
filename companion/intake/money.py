"""Amounts of money in text: currency, number in any country's spelling, thousands and lakhs, ranges. No judgement."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from collections.abc import Iterator

import msgspec

_SYMBOLS = {
    "US$": "USD", "USD$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "S$": "SGD", "SG$": "SGD",
    "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "$": "$", "€": "EUR", "£": "GBP", "₹": "INR",
    "¥": "JPY", "￥": "JPY", "円": "JPY", "元": "CNY", "원": "KRW", "R": "ZAR", "TL": "TRY", "₽": "RUB", "РУБ": "RUB", "ГРН": "UAH", "₩": "KRW", "₱": "PHP", "₫": "VND", "฿": "THB", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN",
    "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "Fr.": "CHF", "SFr.": "CHF",
    "EURO": "EUR", "EUROS": "EUR", "DOLLARS": "$", "POUNDS": "GBP", "RUPEES": "INR",
}  # fmt: skip
_CODES = [
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "CAD",
    "AUD",
    "NZD",
    "SGD",
    "HKD",
    "INR",
    "JPY",
    "CNY",
    "RMB",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "TRY",
    "ILS",
    "AED",
    "SAR",
    "QAR",
    "ZAR",
    "NGN",
    "KES",
    "EGP",
    "BRL",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "THB",
    "MYR",
    "IDR",
    "PHP",
    "VND",
    "KRW",
    "TWD",
    "PKR",
    "UAH",
    "RUB",
]
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "MX": "MXN"}
_SIGN = "|".join(
    sorted(
        (re.escape(sign) for sign in _SYMBOLS if not sign.isalpha() or sign in ("Rs", "RM", "Rp", "zł", "Kč", "Ft")),
        key=len,
        reverse=True,
    )
)
_BEFORE = (
    rf"(?:(?<![A-Za-z])(?:{'|'.join(_CODES)})\s?(?:[$€£])?|[£€₹]|(?<![A-Za-z])(?:{_SIGN}|R(?=\d{{1,3}}[ ,]\d{{3}})))"
)
_AFTER = rf"(?:(?:{'|'.join(_CODES)})\b|€|£|₹|\$|円|元|원|zł|Kč|[Kk]r\b|Ft\b|TL\b|₽|руб|грн|[Ee]uros?\b|EURO\b|(?:US )?dollars\b|pounds\b|rupees\b)"
_NUMBER = r"\d{1,3}(?:, 000(?!\d)|[,.' \u00a0\u202f’]\d{2,3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_SCALE = r"(?:k\b|K\b|k(?=€)|K(?=€)|万|만|[Tt]sd\.?|mila\b|mil\b(?!l)|LPA\b|lpa\b|[Ll]akhs?\b|[Ll]acs?\b|L\b(?!\w)|[Cc]rores?\b|[Cc]r\b|[Mm]illions?\b|[Mm]io\b|MM?\b|[Bb]illions?\b|B\b|bn\b)"
_AMOUNT = rf"(?P<before@>{_BEFORE})?\s?(?P<number@>{_NUMBER})\s?(?P<scale@>{_SCALE})?\s?(?P<plus@>\+)?\s?(?P<after@>{_AFTER})?(?P<least@>以上|이상)?"
_PER = r"(?:/\s?(?:hr|hour|h|yr|year|annum|mo|month|day|week)\b\.?|per (?:hour|year|annum|month|day|week)|annually|an hour|a year|p\.?a\.?)"
_TO = r"(?:-+|–|—|−|‒|―|~|〜|～|\bto\b|\bbis(?: zu)?\b|\bund\b|\bà\b|\bau?\b|\bhasta\b|\bto\s+up\s+to\b|\band\b|\bet\b|\by\b|\btot\b|\bup to\b|\b(?:rising|increasing|going up) (?:[a-z]+ ){0,3}to\b)"
_BETWEEN = rf"(?:(?:\s*\([^()\d]{{0,40}}\))?\s*(?i:{_PER})?,?\s*(?i:{_TO})\s*)"
_RANGE = re.compile(_AMOUNT.replace("@", "1") + rf"(?:(?P<sep>{_BETWEEN})" + _AMOUNT.replace("@", "2") + r")?")
_HUGE = 1e12
_CODE_BEFORE = re.compile(rf"\b({'|'.join(_CODES)})\b\)?[\s:=-]{{0,4}}$")
"""A currency named once in front: "Salary range (EUR): 70-85k"."""
_MINIMUM = re.compile(r"\bmin(?:imum|imal|imo|\.)?\b[^\d\n]{0,30}$", re.IGNORECASE)
_MAXIMUM = re.compile(r"^[^\d]{0,50}\bmax(?:imum|imal|imo|\.)?\b[^\d\n]{0,30}$", re.IGNORECASE)
_CROWNS = (("SEK", re.compile(r"lön|månad|timme")), ("NOK", re.compile(r"lønn")), ("DKK", re.compile(r"løn(?!n)")))


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """One amount or range found at `start`–`end` of a text. `scaled` is `lakh` for Indian notation, `million` for M/B."""

    low: float
    high: float | None
    currency: str
    start: int
    end: int
    scaled: str = ""
    open_ended: bool = False


def amounts(text: str, nation: str = "") -> Iterator[Amount]:
    """Every amount in `text` with a currency, a scale or thousands marks; `currency` is empty where none is said.

    A bare `$` is the dollar of `nation` (ISO), else USD. "Minimum: 61,000 … Maximum: 79,000" is one range.
    """
    least: Amount | None = None
    for amount in _singly(text, nation):
        if least is not None:
            between = text[least.end : amount.start]
            if amount.high is None and amount.low > least.low and _MAXIMUM.search(between):
                both = msgspec.structs.replace(
                    least, high=amount.low, currency=least.currency or amount.currency, end=amount.end
                )
                least = None
                yield both
                continue
            yield least
        least = None
        if amount.high is None and _MINIMUM.search(text, max(0, amount.start - 40), amount.start):
            least = amount
        else:
            yield amount
    if least is not None:
        yield least


def _singly(text: str, nation: str) -> Iterator[Amount]:
    position = 0
    while (match := _RANGE.search(text, position)) is not None:
        position = match.end()
        if _is_numbering(match):
            # "Band 6 - £37,338 to £44,962": the six belongs to the band.
            position = match.start("before2")
            continue
        currency = next(
            (_currency(match[name], nation) for name in ("before1", "before2", "after2", "after1") if match[name]), ""
        )
        if not currency and (named := _CODE_BEFORE.search(text, max(0, match.start() - 12), match.start())):
            currency = named[1]
        if currency == "kr":
            currency = _crowns(text, nation)
        # "$100,000 - $120,000 CAD": a code says more than a bare dollar sign.
        for name in ("after2", "after1", "before2"):
            if match[name] and len(match[name].strip()) == 3 and currency in ("USD", _DOLLARS.get(nation, "")):
                currency = _currency(match[name], nation)
        scale1, scale2 = (match["scale1"] or ""), (match["scale2"] or "")
        indian = (scale2 or scale1).lower().startswith(("lpa", "lakh", "lac", "cr")) or (
            (scale2 or scale1) == "L" and currency in ("INR", "")
        )
        if not currency and indian:
            currency = "INR"
        # Without any currency it may still be pay, where the words say so: "Annual salary: 95,000".
        if not currency and not (scale1 or scale2 or "," in match["number1"] or "." in match["number1"]):
            continue
        low = number(match["number1"])
        high = number(match["number2"]) if match["number2"] else None
        if low is None or (match["number2"] and high is None):
            continue
        factor2 = _factor(scale2, currency)
        factor1 = _factor(scale1 or (scale2 if high is not None and low <= high * 1.0 else ""), currency)
        if scale1 and not scale2 and high is not None and high < 1000 and low < 1000:
            factor2 = factor1
        if high is not None and not scale1 and not scale2 and low < 1000 and 10 * low < high and high >= 10_000:
            # "$150,00-$220,000" lost a zero, "140-170,000" left the thousands to its second half.
            factor1 = 1000 if low * 1000 <= high else factor1
        low *= factor1
        high = None if high is None else high * factor2
        if max(low, high or 0) > _HUGE:
            continue
        big = (scale2 or scale1).lower().startswith(("m", "b")) and not (scale2 or scale1).startswith("mil")
        yield Amount(
            low=low, high=high, currency=currency, start=match.start(), end=match.end(),
            scaled="lakh" if indian else "million" if big else "", open_ended=bool(match["plus1"] or match["plus2"] or match["least1"] or match["least2"]),
        )  # fmt: skip


def _is_numbering(match: re.Match[str]) -> bool:
    """Whether the first number of a would-be range only numbers what follows: it is bare and far too small."""
    if not match["before2"] or match["before1"] or match["scale1"] or match["after1"]:
        return False
    low, high = number(match["number1"]), number(match["number2"])
    return low is not None and high is not None and "," not in match["number1"] and 20 * low < high


def _crowns(text: str, nation: str) -> str:
    """Which crowns "kr" are, by country or by the language around; empty where neither tells."""
    known = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}.get(nation)
    words = text.lower()
    return known or next((code for code, pattern in _CROWNS if pattern.search(words)), "")


def _factor(scale: str, currency: str) -> float:
    word = scale.lower().rstrip(".s")
    if word in ("k", "tsd", "mila", "mil"):
        return 1_000
    if word in ("万", "만"):
        return 10_000
    if word in ("lpa", "lakh", "lac", "l"):
        return 100_000 if word != "l" or currency == "INR" else 1
    if word in ("cr", "crore"):
        return 10_000_000
    if word in ("m", "mm", "million", "mio"):
        return 1_000_000
    return 1_000_000_000 if word in ("b", "bn", "billion") else 1


def _currency(text: str, nation: str) -> str:
    mark = text.strip()
    upper = mark.upper()
    if upper == "KR":
        return "kr"
    for code in _CODES:
        if upper.startswith(code):
            return "CNY" if code == "RMB" else code
    found = _SYMBOLS.get(mark) or _SYMBOLS.get(upper) or ("$" if "DOLLAR" in upper else "")
    return _DOLLARS.get(nation, "USD") if found == "$" else found


def number(text: str) -> float | None:
    """`text` as a number: `1,234.50`, `1.234,50`, `1 234`, `12,00,000`, `90.000`. None where it is no number."""
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    last = max(plain.rfind(","), plain.rfind("."))
    if last >= 0:
        tail = len(plain) - last - 1
        marks = {char for char in plain if char in ",."}
        repeated = plain.count(plain[last]) > 1
        decimal = (tail != 3 and not repeated) or (len(marks) == 2 and not repeated and tail != 3)
        whole = re.sub(r"[,.]", "", plain[:last] if decimal else plain)
        plain = f"{whole}.{plain[last + 1 :]}" if decimal else whole
    try:
        return float(plain)
    except ValueError:
        return None
