"""How resumes note times, amounts and ranks, written in one way: 4 hrs p.w., 3x a week, 2nd, 52k €, A$, 0.6 FTE."""

import re
from collections.abc import Callable

from companion.resume.ground.measures import NUMERALS

_NUMERAL = "|".join(word for word in NUMERALS if word.isascii() and word not in ("one", "a"))
_ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_TIMES = {
    "year": "yrs?", "month": "mths?|mos?", "week": "wks?", "hour": "hrs?|h", "quarter": "qtrs?", "minute": "mins?",
}  # fmt: skip
_PER = {"p.a": "year", "p/a": "year", "p.w": "week", "p/w": "week", "pw": "week", "p/m": "month", "p/h": "hour",
        "pcm": "month", "per annum": "year"}  # fmt: skip
_COUNTRIES = {"A": "AUD", "AU": "AUD", "S": "SGD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "R": "BRL"}
_MONEY = {
    "danish kroner": "DKK", "norwegian kroner": "NOK", "swedish kronor": "SEK", "swiss francs": "CHF",
    "us dollars": "USD",
    "australian dollars": "AUD", "canadian dollars": "CAD", "singapore dollars": "SGD", "indian rupees": "INR",
    "pounds sterling": "GBP",
}  # fmt: skip
_EVERY = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
_PERIOD = "(?:day|night|shift|week|weekend|month|quarter|year|term|season)"
_A_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_BOTH_MONTHS = (
    rf"\b(?P<months>{_A_MONTH}\.?(?:(?:, | ?[&/] ?| and ){_A_MONTH}\b\.?)+)(?: of)? (?P<year>(?:19|20)\d\d)\b"
)
_SEASONS = (
    r"\b(?:seasons?|winters?|summers?|springs?|autumns?|academic years?|years?|vintages?|harvests?|campaigns?)"
    r"[’']?(?: [a-z]+){0,3}(?: of)?,? \(?(?:(?:20)?\d\d/\d\d\b(?:,? (?:and|&|to) |, ?)?)+"
)
_COUNTED = r"(?P<one>\b(?:per|an?|each|every|first|second|third|fourth|fifth)[ -])|(?P<count>\d-|\d ?)"
_SECTIONS = (
    "languages|qualifications|skills|education|experience|certificates|certifications|licences|licenses|interests|"
    "summary|profile|duties|responsibilities|tasks|tools"
)


def _unit(found: re.Match[str]) -> str:
    name = next(name for name, forms in _TIMES.items() if re.fullmatch(forms, found["unit"], re.IGNORECASE))
    several = found["count"] and not found["count"].endswith("-") and found[0][:2] != "1 "
    space = "" if (found["one"] or found["count"])[-1] in " -" else " "
    return f"{found['one'] or found['count']}{space}{name}{'s' if several else ''}"


def _half_of_day(found: re.Match[str]) -> str:
    return f"every {'morning' if found[1].casefold() == 'a' else 'afternoon'}"


def _nth(digits: str) -> str:
    """Of a place among others, which is no third part of them."""
    return digits + {"1": "st", "2": "nd", "3": "rd"}.get(digits, "th")


def _with_years(found: re.Match[str]) -> str:
    """The year of the last of several months, told of each."""
    return re.sub(rf"\b({_A_MONTH})\b\.?", rf"\1 {found['year']}", found["months"])


_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"\b(?:[A-Z][a-z]{0,2}\.){1,3}[A-Z][a-z]{0,5}\b\.?(?=[\s,;)]|$)"),
        lambda found: found[0].replace(".", ""),
    ),
    (re.compile(r"\b(Ltd|Limited|Pty|&) [Cc]o\b\.?"), r"\1 company"),
    (re.compile(r"(?<!\w)(?:ss?\. ?|§{1,2} ?)(?=\d)"), "section "),
    (re.compile(r"\b[Yy]rs?\.? (?=\d)"), "year "),
    (re.compile(rf"\byear (\d|{_NUMERAL}|one) of (?:a )?(\d|{_NUMERAL})\b(?![ -]years?)"), r"year \1 of \2 years"),
    (re.compile(r"\b(?:yet|still) to be (?=[^\W\d_]{3,}(?:ed|en)\b)"), "not yet "),
    (re.compile(_BOTH_MONTHS), _with_years),
    (re.compile(_SEASONS, re.IGNORECASE), lambda found: re.sub(r"\b(?:20)?(\d\d)/(\d\d)\b", r"20\1-20\2", found[0])),
    (re.compile(r"\b[Tt]eam lead\b(?! to\b)"), "team leader"),
    (re.compile(r"\b(\d+)-head\b(?=[\w ]{0,20}\b(?:herd|flock|cattle|goats?|sheep|beef|cows?)\b)"), r"\1"),
    (re.compile(r"(?<![\w/])w/o\b"), "without"),
    (re.compile(r"(?<![\w/])w/ ?(?!(?:[cek]|end)\b)(?=\w)"), "with "),
    (re.compile(r"\b(\d+)h(\d\d)\b"), r"\1 hours \2 minutes"),
    (re.compile(r"(?<=\d(?:st|nd|rd|th) )ed\b\.?"), "edition"),
    (re.compile(r"\bed\. (?=(?:by )?[A-Z])"), "edited by "),
    (
        re.compile(rf"\b(\d|{_NUMERAL}) ([a-z]+s) out of (?:the |a possible )?(\d+|{_NUMERAL})\b", re.IGNORECASE),
        r"\1 of \3 \2",
    ),
    (re.compile(r"\b(\d+) ?m(?:in)? ?(\d+) ?s(?:ecs?)?\b"), r"\1 minutes \2 seconds"),
    (re.compile(r"\b(\d+) ?h(?:rs?)? ?(\d+) ?(?:m|mins?)\b"), r"\1 hours \2 minutes"),
    (re.compile(r"\b([^\W\d_]{3,}(ed|ing))/(?=[a-z]{3,}\2\b)"), r"\1 and "),
    (re.compile(r"\b(10|[1-9])(?:st|nd|rd|th)\b(?! (?:out )?of\b)"), lambda found: _ORDINALS[int(found[1]) - 1]),
    (
        re.compile(r"(?<![\w/])(?:/ ?)?(p\.a|p/a|p\.w|p/w|(?-i:pw)|p/m|p/h|pcm|per annum)\b\.?", re.IGNORECASE),
        lambda found: f"per {_PER[found[1].casefold()]}",
    ),
    (
        re.compile(
            rf"(?:{_COUNTED})(?P<unit>(?-i:(?!HR\b))(?:{'|'.join(_TIMES.values())}))\b\.?(?![\w€$£]| (?:age|old)\b)",
            re.IGNORECASE,
        ),
        _unit,
    ),
    (re.compile(rf"\b(\w+(?:-times)?)-a-(?={_PERIOD}\b)"), lambda found: f"{found[1].replace('-', ' ')} a "),
    (re.compile(rf"(?<=\d) ?[x×] ?(?={_PERIOD}\b\.?\s*(?:$|[,;)]))"), " per "),
    (re.compile(r"(?<=\d) ?[x×] ?(?=(?:daily|weekly|monthly|yearly|annually)\b)"), " times "),
    (
        re.compile(
            rf"\b(?!(?:four|4)\b[^.;]{{0,12}}year)(\w+)(?:(?<=\d) ?[x×]| times),? ?(?=(?:a|per|each|every|/) ?"
            rf"{_PERIOD}\b)"
        ),
        r"\1 ",
    ),
    (re.compile(r"\b(\d+) ?[x×] ?(?=\d+[ -]?(?:hours?|hrs?|h)\b)"), r"\1 shifts of "),
    (
        re.compile(r"\b((?:summer|winter|spring|autumn|season)s?) (\d\d) ?[-–] ?(\d\d)\b"),
        r"\1 20\2-20\3",
    ),
    (re.compile(r"(?<=[a-z]) [x×] ?2\b(?! ?[\d%.])"), " twice"),
    (re.compile(r"\b(\d+) ?[x×] ?(?=\d+[ -]?(?:days?|weeks?|months?)\b)"), r"\1 periods of "),
    (re.compile(r"\b((?:19|20)\d\d) ?[-–](?=\s*(?:$|[,;)]))"), r"since \1"),
    (re.compile(r"(?<!\w)((?:[€$£]|~)?\d[\d.,]* ?%?)\s?(?:→|->|⇒)\s?(?=[\d€$£~])"), r"from \1 to "),
    (re.compile(r"\b(?:mgr|mngr)\b\.?(?! \w+er\b)"), "manager"),
    (re.compile(r"\b(?:asst)\b\.?"), "assistant"),
    (re.compile(r"\b0?\.(\d)(\d)? ?FTE\b"), lambda found: f"{found[1]}{found[2] or 0}% FTE"),
    (re.compile(r"\b(A|AU|S|C|CA|NZ|HK|R)\$ ?(?=\d)"), lambda found: f"{_COUNTRIES[found[1]]} "),
    (re.compile(r"(?<=[\s,&/(–-])['’](\d\d)\b(?!['’])"), r"20\1"),
    (
        re.compile(rf"\b(\d[\d.,]*(?: ?(?:k|m|bn|million|thousand))?) ({'|'.join(_MONEY)})\b", re.IGNORECASE),
        lambda found: f"{_MONEY[found[2].casefold()]} {found[1]}",
    ),
    (
        re.compile(
            r"\b(?!(?:four|4) times (?:yearly|annually))(\w+) times (daily|weekly|monthly|yearly|annually)\b",
            re.IGNORECASE,
        ),
        lambda found: f"{found[1]} per {_EVERY[found[2].casefold()]}",
    ),
    (re.compile(r"(\d ?[-–] ?\d+) ?(?:yrs?|years?)(?= age\b)"), r"\1"),
    (re.compile(r"(?<!\w)Rs\.? ?(?=\d)"), "₹"),
    (re.compile(r"(?<=\w) & (?=[a-z])"), " and "),
    (re.compile(r"\b(?:each|every|per) ([ap])\.?m\b\.?", re.IGNORECASE), _half_of_day),
    (
        re.compile(rf"\b({_NUMERAL}|\d)[- ]days?[- ](?:a )?week\b", re.IGNORECASE),
        lambda found: f"{NUMERALS.get(found[1].casefold(), found[1])} days per week",
    ),
    (re.compile(r"\b(\d[\d.,]*) ?(k|K|m|M|mn|bn)? ?([€£₹])(?!\d)"), r"\3\1\2"),
    (re.compile(r"(?<=[\d%])\s?(?:→|->|⇒)\s?(?=[\d€$£~])"), " to "),
    (re.compile(r"\bco-?op(?:erative)?(s?)\b", re.IGNORECASE), r"coop\1"),
    (re.compile(r"(?<=\d) ?pp\b"), " pages"),
    (re.compile(r"\bin (\w+ (?:minute|hour|day|week|month|year)s) or (?:less|under|fewer)\b"), r"within \1"),
    (re.compile(r"([€$£]\d[\d.,]*) ?MM\b"), r"\1m"),
    (re.compile(r"\b(?:Class ([A-D]) CDL|CDL,? [Cc]lass ([A-D]))\b"), lambda found: f"CDL-{found[1] or found[2]}"),
    (re.compile(r"\b(NVQ|SVQ|RQF|QCF|EQF) ?(?=[1-8]\b)"), r"\1 level "),
    (re.compile(r"\bL(?=[1-8]\b(?!/))"), "level "),
    (re.compile(r"\b[Nn]o\. ?(?=\d)|(?<!\w)#(?=\d)"), "number "),
    (re.compile(r"\bnumber ([1-9]|10)(?= (?:(?:out )?of|in|among) )"), lambda found: _nth(found[1])),
    (
        re.compile(rf"\b({'|'.join(_ORDINALS[2:])})(?= (?:out )?of (?:the )?(?:\d|{_NUMERAL}))"),
        lambda found: _nth(f"{_ORDINALS.index(found[1]) + 1}"),
    ),
    (re.compile(r"\b(0\d|1\d|2[0-3])([0-5]\d) ?([-–]|to|until) ?(0\d)([0-5]\d)\b"), r"\1:\2\3\4:\5"),
    (re.compile(r"\b(0\d)([0-5]\d) ?([-–]|to|until) ?(1\d|2[0-3])([0-5]\d)\b"), r"\1:\2\3\4:\5"),
    (
        re.compile(r"\b(\d+) hours?,?(?: and)? (\d+) min(?:ute)?s?\b"),
        lambda found: f"{60 * int(found[1]) + int(found[2])} minutes",
    ),
    (re.compile(r"\b(?:one|1|a further|an additional) more (?!than)(?=[a-z])"), "another "),
    (
        re.compile(rf"\b({_NUMERAL}|\d+) (?:more|others)(?= *(?:$|[,.;:)])| (?:in|on|at|for|from|by|with)\b)"),
        r"a further \1",
    ),
    (
        re.compile(r"\b(first|second|third|fourth)-quarter\b", re.IGNORECASE),
        lambda found: f"Q{_ORDINALS.index(found[1].casefold()) + 1}",
    ),
    (
        re.compile(r"\b(\d+)-? ?(&|and|or|to|[-–]) ?(\d+)[- ](day|week|month|year|hour|minute)\b(?!s|[ -]olds?\b)"),
        r"\1-\4 \2 \3-\4",
    ),
)


def unlabelled(sentence: str) -> str:
    """`sentence` without names of sections before a colon."""
    return re.sub(rf"(?:^|(?<=[.;] ))(?:{_SECTIONS}):\s+", "", sentence, flags=re.IGNORECASE)


def noted(text: str) -> str:
    """`text` with what can be noted in several ways noted in one."""
    for pattern, written in _STEPS:
        text = pattern.sub(written, text)
    return text
