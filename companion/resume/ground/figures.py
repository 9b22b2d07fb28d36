"""Numbers written in one way before anything else is read of a text: in digits, as 4-6, as 1 in 4, as about so many."""

import re
from collections.abc import Callable

from companion.resume.ground.measures import NUMERALS

_WORDS = dict(list(NUMERALS.items())[: list(NUMERALS).index("ninety") + 1])
_DIGIT = "|".join(word for word, value in _WORDS.items() if value < 10)
_TEEN = "|".join(word for word, value in _WORDS.items() if 10 <= value < 20)
_TENS = "|".join(word for word, value in _WORDS.items() if value >= 20)
_BELOW_100 = rf"(?:(?:{_TENS})(?:[- ](?:{_DIGIT})\b)?|{_TEEN}|{_DIGIT})"
_BELOW_1000 = rf"(?:(?:{_TEEN}|{_DIGIT}|an?) hundred(?:(?: and)? {_BELOW_100}\b)?|{_BELOW_100})"
_NUMERAL = rf"\b(?:{_BELOW_1000}|an?(?= thousand))(?: thousand(?:(?: and|,)? {_BELOW_1000}\b)?)?\b"
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_PART = "|".join(_PARTS)
_NTHS = {name: many for name, many in _PARTS.items() if name != "quarter"} | {
    "fourth": 4,
    "twentieth": 20,
    "hundredth": 100,
}
_SHARES = re.compile(rf" ({_PART})s?\b(?! out\b)")
_IN_A_ROW = re.compile(r"\b(?:last|past|first|next|recent|previous) \Z", re.IGNORECASE)
_TIME = r"(?:second|minute|hour|shift|day|night|weekend|week|month|quarter|year|season|term|\w+day)"
_LASTING = r"(?:year|month|week|day|hour|minute|mile|decade|century|season|term|acre|metre|kilometre|tonne|ton)"
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?: ?(?:thousand|million|bn|billion)|[kK])\b"
_PAUSE = (
    r"(?=\s*(?:$|[.,;:)–—])|\s+(?:and|or|for|in|on|at|by|from|with|to|as|across|during|per|after|before|against|"
    r"while|when|where|who|that|which|using|over)\b)"
)


def _digits(found: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", found[0].casefold())
    in_a_row = _IN_A_ROW.search(found.string, max(0, found.start() - 12), found.start())
    part_of_it = None if in_a_row else _SHARES.match(found.string, found.end())
    if words == ["one"] or (part_of_it and _is_share(_WORDS.get(words[0], 1), part_of_it[1])):
        return found[0]  # one is seldom a number, and three quarters are one
    total = part = 0
    for word in words:
        if word == "thousand":
            total, part = part * 1000, 0
        elif word == "hundred":
            part *= 100
        else:
            part += 1 if word in ("a", "an") else int(_WORDS.get(word, 0))
    return str(total + part)


def _is_share(some: int, part: str) -> bool:
    return some == 3 if part == "quarter" else some < _PARTS[part]  # two quarters are half a year


def _rises(found: re.Match[str], written: str) -> str:
    """What is `written` for two numbers, where the second one is the larger."""
    a, b = (float(found[one].replace(",", "")) for one in "ab")
    return written if a < b else found[0]


def _share(found: re.Match[str]) -> str:
    some, part = found["some"].casefold(), found["part"].casefold()
    number = 1 if some == "a" else int(_WORDS.get(some) or some)
    return f"{number} in {_PARTS[part]} of " if number == 1 or _is_share(number, part) else found[0]


def _one_in(found: re.Match[str]) -> str:
    return f"1 in {_NTHS.get(found['nth'].casefold()) or found['nth'][:-2]} "


_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)(?: ?½|[ -]1/2\b(?! of\b))"), ".5"),
    (re.compile(r"(?<=\d) ?¼"), ".25"),
    (re.compile(r"(?<=\d) ?¾"), ".75"),
    (re.compile(r"½|(?<![\d/])1/2(?= of\b)|\bone[ -]half(?= (?:of|the)\b)", re.IGNORECASE), "half"),
    (re.compile(r"\bthrice\b", re.IGNORECASE), "three times"),
    (re.compile(r"\bhalf a million\b", re.IGNORECASE), "500,000"),
    (re.compile(r"\b(?:a|one)[ -]quarter of a million\b", re.IGNORECASE), "250,000"),
    (
        re.compile(
            rf"\b(?P<some>a|{_DIGIT}|\d)[ -](?P<part>{_PART})s? of (?!an?\b|(?:19|20)\d\d\b|the (?:year|month|day)\b)",
            re.IGNORECASE,
        ),
        _share,
    ),
    (
        re.compile(r"(?<![\d/.])(?P<a>\d{1,4})/(?P<b>\d{2,4}) (?=[a-z]+s\b)"),
        lambda found: _rises(found, f"{found['a']} of {found['b']} "),
    ),
    (re.compile(r"(?<![\d/])([1-9])/(3|4|5|6|8|10)(?= of\b)"), r"\1 in \2"),
    (re.compile(rf"\b({_DIGIT})- (?=(?:to|or|and) )", re.IGNORECASE), r"\1 "),
    (re.compile(rf"\b(one|1|{_DIGIT})-in-(?=\d|{_DIGIT})", re.IGNORECASE), r"\1 in "),
    (re.compile(rf"{_NUMERAL}(?!\.\w|-[a-z])", re.IGNORECASE), _digits),
    (re.compile(rf"\b(?:an?|one) ({_LASTING}) and a half\b", re.IGNORECASE), r"1.5 \1s"),
    (re.compile(r"\bone and a half\b", re.IGNORECASE), "1.5"),
    (re.compile(r"\b(\d+) and a half\b", re.IGNORECASE), r"\1.5"),
    (re.compile(rf"\b(\d+) ({_LASTING})-long\b"), r"\1 one-\2"),
    (re.compile(r"(?<![\d,.])(\d{1,3})[  ](\d{3})(?= ?[€£])"), r"\1\2"),
    (re.compile(r"(?<=[€£$]) (?=\d)"), ""),
    (
        re.compile(
            r"\b(?:(?-i:c)(?:\. ?|(?=\d\d))|ca\.? ?|circa |(?:an )?estimated |something like |"
            r"in the (?:region|neighbou?rhood|order) of |somewhere (?:around|near) )(?=[£$€]?\d)",
            re.IGNORECASE,
        ),
        "about ",
    ),
    (re.compile(rf"(?<![£$€\d,.])({_AMOUNT})(?: or so|-odd)\b"), r"about \1"),
    (re.compile(r"\banywhere (?:from|between) ([£$€]?[\d,.]+) (?:to|and)\b", re.IGNORECASE), r"between \1 and"),
    (
        re.compile(rf"(?<!from )(?P<sign>[£$€])(?P<a>{_AMOUNT}) ?(?:-|–|to|and) ?(?P<b>{_AMOUNT})(?P<s>{_SCALE}|m\b)"),
        lambda found: _rises(found, f"{found['sign']}{found['a']}{found['s']}-{found['sign']}{found['b']}{found['s']}"),
    ),
    (
        re.compile(rf"(?P<sign>[£$€])(?P<a>{_AMOUNT})(?P<s>{_SCALE}|m\b) ?[-–] ?(?P<b>{_AMOUNT})(?P=s)"),
        r"\g<sign>\g<a>\g<s>-\g<sign>\g<b>\g<s>",
    ),
    (
        re.compile(rf"(?<![£$€\d,.])(?P<a>{_AMOUNT}) ?[-–] ?(?P<b>{_AMOUNT})(?P<s>{_SCALE})"),
        lambda found: _rises(found, f"{found['a']}{found['s']}-{found['b']}{found['s']}"),
    ),
    (
        re.compile(
            rf"\bbetween (?P<x>[£$€]?(?P<a>{_AMOUNT})(?: ?%|{_SCALE}|m\b)?) and "
            rf"(?P<y>[£$€]?(?P<b>{_AMOUNT})(?: ?%|{_SCALE}|m\b)?)"
            r"(?:(?<=[%km])|(?<=[£$€]\d)|(?<=[£$€]\d\d)|(?<=,\d\d\d)|"
            r"(?= (?!\w+(?:ed|ing)\b|\w{1,3}\b|with\b|from\b)[a-z]))",
            re.IGNORECASE,
        ),
        lambda found: f"{found['x']}-{found['y']}",
    ),
    (
        re.compile(r"(?<!from )\b(?P<a>\d{1,2}) or (?P<b>\d{1,2})\b(?!-)"),
        lambda found: _rises(found, f"{found['a']}-{found['b']}"),
    ),
    (
        re.compile(rf"\b(?:every|each) (?P<nth>{'|'.join(_NTHS)}|\d+(?:th|nd|rd|st)) (?!{_TIME}s?\b)", re.IGNORECASE),
        _one_in,
    ),
    (re.compile(r"\b(?:one|1) (?:in|(?:out )?of) (?:every |each )(?=\d)", re.IGNORECASE), "1 in "),
    (re.compile(rf"\bone (?:in|out of) (\d+)(?= (?!{_TIME}s\b)[a-z])", re.IGNORECASE), r"1 in \1"),
    (
        re.compile(
            rf"(?<![\w.,£$€])(?:one|1) (?!{_TIME}\b)([a-z-]{{3,}}) (?:in|out of) (?:every )?(\d{{1,3}}){_PAUSE}",
            re.IGNORECASE,
        ),
        r"1 in \2 \1",
    ),
)


def figured(text: str) -> str:
    """`text` with its numbers in digits, and what lies between two, is part of a whole or about so many in one form."""
    for pattern, written in _STEPS:
        text = pattern.sub(written, text)
    return text
