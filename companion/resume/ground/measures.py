"""What a number of a text is, and numerals and units by their names and signs: what they measure, how much of its base
unit one is.
"""

import msgspec

NUMERALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12,
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
    "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "hundert": 100,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
    "catorce": 14, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100,
}  # fmt: skip
"""English, German, French and Spanish, without those that mean something else in English (once, cent, dos)."""
UNITS: dict[str, tuple[str, float]] = {}
for _kind, _names in {
    "time": "ms:.001 millisecond:.001 s:1 sec:1 second:1 min:60 mins:60 minute:60 h:3600 hr:3600 hrs:3600 "
    "hour:3600 day:86400 week:604800 "
    "month:2629800 year:31557600 yr:31557600 yrs:31557600 quarter:7889400",
    "data": "kb:1e3 kilobyte:1e3 mb:1e6 megabyte:1e6 gb:1e9 gigabyte:1e9 tb:1e12 terabyte:1e12 pb:1e15 petabyte:1e15",
    "length": "km:1000 kilometre:1000 kilometer:1000 mile:1609.344 metre:1 meter:1",
    "weight": "mg:1e-6 g:.001 gram:.001 kg:1 kilo:1 kilogram:1 t:1000 ton:1000 tonne:1000",
    "area": "sqm:1 m²:1 ha:1e4 hectare:1e4 acre:4046.86",
    "volume": "ml:.001 mL:.001 l:1 L:1 litre:1 liter:1",
    "power": "kW:1 kilowatt:1 MW:1000 megawatt:1000",
}.items():
    for _pair in _names.split():
        _name, _, _factor = _pair.partition(":")
        UNITS[_name] = (_kind, float(_factor))
        if len(_name) > 2 and not _name.endswith("s"):
            UNITS[f"{_name}s"] = (_kind, float(_factor))
LETTERS = frozenset("g t l L ml mL mg ha kW MW".split())
"""Units by a letter or two: ML and HA are something else."""
FOLDED = frozenset(letters.casefold() for letters in LETTERS)
CURRENCIES = {
    "$": "USD", "usd": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "chf": "CHF",
    "franc": "CHF", "francs": "CHF", "yen": "JPY", "rupees": "INR", "pln": "PLN", "zloty": "PLN", "sek": "SEK",
    "kronor": "SEK", "nok": "NOK", "dkk": "DKK", "aud": "AUD", "cad": "CAD", "¥": "JPY", "₹": "INR",
    "inr": "INR", "jpy": "JPY", "sgd": "SGD", "nzd": "NZD", "hkd": "HKD", "brl": "BRL", "zar": "ZAR", "czk": "CZK",
    "huf": "HUF", "ron": "RON", "aed": "AED", "cny": "CNY", "kes": "KES", "ngn": "NGN", "mxn": "MXN",
}  # fmt: skip
CODES = [code for code in CURRENCIES if len(code) == 3 and code.upper() == CURRENCIES[code]]
SCALES = {
    "hundred": 100.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mio": 1e6, "billion": 1e9,
    "bn": 1e9,
    "b": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
VAGUE = {
    "couple": 2, "few": 2, "several": 3, "multiple": 2, "various": 2, "many": 5, "numerous": 5, "dozen": 12,
    "dozens": 24,
    "hundreds": 200, "thousands": 2_000, "millions": 2e6, "billions": 2e9, "countless": 1e9, "handful": 3, "tens": 20,
    "plenty": 5, "scores": 40, "myriad": 1e9, "decade": 10, "decades": 20,
}  # fmt: skip
PARTS = {
    "half": 50.0,
    "one third": 100 / 3,
    "a third": 100 / 3,
    "two thirds": 200 / 3,
    "a quarter": 25.0,
    "three quarters": 75.0,
}
HALVES = {"halved": 50.0, "halving": 50.0, "halve": 50.0}
MULTIPLES = {
    "doubled": 2.0, "double": 2.0, "doubling": 2.0, "twice": 2.0, "twofold": 2.0, "tripled": 3.0, "triple": 3.0,
    "tripling": 3.0,
    "threefold": 3.0, "quadrupled": 4.0, "quadruple": 4.0, "fourfold": 4.0, "tenfold": 10.0,
}  # fmt: skip
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number of a text. `value` is in base units (seconds, bytes, whole currency units)."""

    kind: str
    """count, percent, times, money, time, data, length, weight, area, year, ordinal or vague."""
    value: float
    unit: str = ""
    bound: str = ""
    """`over`, `under`, `up to`, `about` or empty."""
    start: int = 0
    end: int = 0
    text: str = ""
    lead: int = 0
    """Where the words begin that bound it."""
