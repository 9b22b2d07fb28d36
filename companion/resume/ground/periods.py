"""Years of account, their quarters and halves, and what is known by its number in a row, written in one way."""

import re
from collections import defaultdict
from collections.abc import Sequence

_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PLACES = {name: n for names in (_NTH, ["one"], "i ii iii iv v vi vii viii".split()) for n, name in enumerate(names, 1)}
_OF_24 = re.compile(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b")
_OF_12 = re.compile(r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minutes>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
_QUARTER = {"last": "4", "final": "4"} | {name: f"{n}" for n, name in enumerate(_NTH[:4], 1)}
_OF = r"(?:,? (?:of )?(?:the )?|[/-]| ?[’'])"
_YEAR = r"(?P<year>(?:fiscal year )?(?:19|20)\d\d|(?<=[’'])\d\d)\b(?!/\d)"
_STEPS = (
    (re.compile(r"\bFY ?[’']?(?:20)?(\d\d) ?[/–-] ?(?:20)?(\d\d)\b"), r"fiscal year 20\1-20\2"),
    (re.compile(r"\bFY ?[’']?(?:20)?(\d\d)\b"), r"fiscal year 20\1"),
    (re.compile(r"\b(?:fiscal|financial)(?: year)? (?=(?:19|20)\d\d\b)", re.IGNORECASE), "fiscal year "),
    (re.compile(r"\b(?:the )?((?:19|20)\d\d) (?:fiscal|financial) year\b", re.IGNORECASE), r"fiscal year \1"),
    (re.compile(r"\b([1-4])([QH])[’']?(?:20)?(\d\d)\b"), r"\2\1 20\3"),
    (re.compile(r"\b((?:19|20)\d\d)[ /-]([QH][1-4])\b"), r"\2 \1"),
    (re.compile(rf"\b([QH][1-4]){_OF}{_YEAR}"), r"\1 \g<year>"),
    (re.compile(r"(?<=\b[QH][1-4] )(?=\d\d\b(?!\d))"), "20"),
)
_IN_WORDS = re.compile(
    rf"\b(?:the )?(?:(?P<quarter>{'|'.join(_QUARTER)}|[1-4](?=st|nd|rd|th))(?:st|nd|rd|th)?[ -]quarter|"
    rf"(?P<half>first|second|last|[12](?=st|nd))(?:st|nd)?[ -]half){_OF}{_YEAR}",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\b(?:(?P<n>\d+) most recent (?=[a-z]+s\b)|"
    r"(?:past|most recent) (?P<m>\d+ )?(?=(?:year|quarter|month|week|season|term|day)s?\b))"
)
_LABEL = re.compile(
    r"\b(?P<noun>[a-z]{3,}) (?P<n>(?:no\. ?|number |#)?(?P<digit>[1-9]|10|one|(?-i:I{1,3}|IV|VI{0,3})))\b"
    r"(?!\.?\d|[%’'-])",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"\b(?P<n>{'|'.join(_NTH)}|(?P<digit>[1-9]|10)(?:st|nd|rd|th)) (?P<noun>[a-z]{{3,}})\b", re.IGNORECASE
)


def by_period(text: str) -> str:
    """`text` with years of account as fiscal year 2022, parts of a year as Q4 2022 and H1 2022, past ones as last."""
    for pattern, written in _STEPS:
        text = pattern.sub(written, text)
    text = _IN_WORDS.sub(_part_of_year, text)
    return _RECENT.sub(lambda found: f"last {found['n'] + ' ' if found['n'] else found['m'] or ''}", text)


def _part_of_year(found: re.Match[str]) -> str:
    part, names = ("Q", _QUARTER) if found["quarter"] else ("H", {"first": "1", "second": "2", "last": "2"})
    nth = (found["quarter"] or found["half"]).casefold()
    year = found["year"] if len(found["year"]) > 2 else f"20{found['year']}"
    return f"{part}{names.get(nth, nth)} {year}"


def alike(texts: Sequence[str]) -> list[str]:
    """`texts` with what they write in more than one way written in one: the second line as line 2, 2 pm as 14:00."""
    if any(map(_OF_24.search, texts)):
        texts = [_OF_12.sub(_hour, text) for text in texts]
    forms: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    labels = {_called(found) for text in texts for found in _LABEL.finditer(text)}
    for found in (one for text in texts for pattern in (_LABEL, _RANKED) for one in pattern.finditer(text)):
        forms[_called(found)].add(found[0].casefold().removeprefix("the "))

    def by_number(found: re.Match[str]) -> str:
        noun, n = called = _called(found)
        return f"{noun} {n}" if len(forms[called]) > 1 and called in labels else found[0]

    return [_LABEL.sub(by_number, _RANKED.sub(by_number, text)) for text in texts]


def _hour(found: re.Match[str]) -> str:
    return f"{int(found['hour']) % 12 + 12 * (found['half'] in 'pP')}:{found['minutes'] or '00'}"


def _called(found: re.Match[str]) -> tuple[str, int]:
    n = (found["digit"] or found["n"]).casefold()
    return found["noun"].casefold(), _PLACES.get(n) or int(n)
