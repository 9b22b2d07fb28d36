"""One way of writing how often, when and at what age, so that sentence and facts can be compared."""

import itertools
import re
from collections.abc import Sequence

from companion.resume.ground.measures import NUMERALS
from companion.resume.ground.tokens import canonical

_OFTEN = re.compile(
    r"(?<!\bin )(?<!\bspent )(?<!\bspending )(?<!\bhalf )(?<!\bfor )(?<!\bover )"
    r"(?<!\bwithin )(?<!\bafter )(?<!\bduring )(?<!\bend of )"
    r"\b(?:(?:each|every|an?)\s+"
    r"(second|minute|hour|shift|day|night|week|month|quarter|year|season|semester|term|sprint)(?!-)"
    r"(?=\s*(?:$|[,.;:()–—-])|\s+(?:in|on|at|for|with|to|from|by|and|or|of|via|as|using|while|during|across|into|about|than|within|without|against|throughout|among|until|since|alongside|but|mainly|mostly|each|both|"
    r"there|here|who|that|which|plus|including|under|over|between|through|after|before|when)\b|\s+\w+(?:ed|ing)\b)"
    r"|(?:each|every)\s+(morning|evening|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
_AGE = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OF_AGE = re.compile(rf"\b(?:between )?({_AGE})((?:,? (?:and|to|or) |[-–]){_AGE})? years? of age\b", re.IGNORECASE)
_OLD = re.compile(
    rf"\b({_AGE}(?:(?:,\s*|[,-]?\s+(?:and|to|or)\s+|-?[-–]){_AGE})*)[\s-]years?[\s-]olds?\b", re.IGNORECASE
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(r"(?<![\d/.])(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)\b(?![/.]\d)")
_SHORT_MONTH = re.compile(
    rf"\b({'|'.join(m[:3] for m in _MONTHS)}|Sept)\b\.?"
    rf"(?=\s+(?:19|20)\d\d\b|\s*(?:[-–/]|\b(?:to|until|till|and)\b)\s*(?:{'|'.join(m[:3] for m in _MONTHS)}))"
    rf"|(?<=[a-z][-–])({'|'.join(m[:3] for m in _MONTHS)}|Sept)\b\.?"
)
_NTH_YEAR = re.compile(r"\b(?:one (?=\w+-year))?(second|third|fourth|fifth|sixth)[\s-]year\b(?!s)", re.IGNORECASE)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_MONTHS_OF_YEAR = re.compile(
    rf"\b({'|'.join(_MONTHS)})\s*(?:to|until|and|[-–])\s*({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)\b"
)
_PERIOD = r"(day|night|shift|week|weekend|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_ONE_IN = re.compile(
    rf"(?<![\w.,])(?:one|1) (?:{_PERIOD} (?:in|out of) (?:every )?(\d)|(?:in|out of) (?:every )?(\d) {_PERIOD}s)\b",
    re.IGNORECASE,
)
_EVERY_NTH = re.compile(
    rf"\b(?:on )?(?:every (second|other|third|fourth|fifth|sixth)|alternate) {_PERIOD}s?\b", re.IGNORECASE
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b"
_SHORT_DAY = re.compile(rf"\b{_SHORT}(?=\s*[/&+–-]\s*[A-Z])|(?<=[/&+–-]){_SHORT}")
_ONE_DAY = re.compile(r"(?<=\w )(?<!\d )(?:Mon|Tues?|Wed|Thurs?|Fri)\b(?=\.?\s*(?:$|[,;)]))")
_A_DAY = rf"(?:{_SHORT}|(?:{'|'.join(_DAYS)})\b(?!s\b))"
_SEVERAL_DAYS = re.compile(
    rf"(?<!\w )(?<![-–/])\b{_A_DAY}(?:(?:, and |, | ?[&/] ?| and ){_A_DAY})+(?=\s*(?:$|[,.;)]))|"
    rf"(?<=\bon ){_A_DAY}(?:(?:, and |, | ?[&/] ?| and ){_A_DAY})+(?!\s\d)"
)
"""Named beside one another without a date, they are days of every week."""
_O_CLOCK = re.compile(rf"\b({_AGE})(?: o['’]clock)? in the (morning|afternoon|evening)\b", re.IGNORECASE)
_TIMES = {
    **dict.fromkeys(("hr", "hrs", "h", "hour"), "hour"), **dict.fromkeys(("wk", "week"), "week"), "shift": "shift",
    **dict.fromkeys(("mo", "mth", "month"), "month"), **dict.fromkeys(("yr", "year"), "year"), "day": "day",
    "night": "night", "min": "minute", "minute": "minute", "quarter": "quarter",
}  # fmt: skip
_A_TIME = re.compile(rf"(?<=\w) ?/ ?({'|'.join(_TIMES)})\b\.?(?!/)", re.IGNORECASE)
"""150 units/hr"""
_COMPOUND_DEED = re.compile(r"\b[^\W\d_]{6,}ing\b")
_MAKERS = re.compile(
    r"\b(?:Microsoft|MS) (?=Excel|Word|Power|Teams|Office|Outlook|Access|Project|SharePoint)|"
    r"\bAdobe (?=Photoshop|Illustrator|InDesign|Premiere|Acrobat|Lightroom|After)"
)
"""Before names that are known without them."""
_MINE = re.compile(
    r" of (?:mine|ours)\b(?=\s*(?:$|[,.;:()–—])|\s+(?:and|for|in|on|at|to|by|from|with|that|which|was|were|had|have)\b)"
)
_LETTERED_LEVEL = re.compile(r"(?<![\w.])(AS?|O) [Ll](evels?)\b(?! (?:\d|of\b|that\b|cross))")
_PARTLY = re.compile(r"\b(?:part|semi|half)-(?=[a-z]{3,}ed\b|built\b|fluent\b|literate\b)", re.IGNORECASE)
_CONTRACTED = {"ve": "have", "m": "am", "d": "would", "ll": "will"}


def plainly(text: str) -> str:
    """`text` with what can be written in several ways written in one.

    `each shift`, `a week`, `every Saturday` → `per …`; `03/2023`, `Mar 2023` → `March 2023`; `under-15s` → `u15`.
    """
    text = re.sub(r"\bco-(?=ordinat|operat)", "co", text, flags=re.IGNORECASE)
    text = re.sub(r"\be-(?=shop|store|learning)", "online ", text, flags=re.IGNORECASE)
    text = re.sub(r"\be-(?!mail|commerce|bike|scooter)(?=[a-z]{4})", "electronic ", text, flags=re.IGNORECASE)
    text = re.sub(r"\bex-(?=[^\W\d_])", "former ", text)
    text = _OF_AGE.sub(lambda found: f"aged {found[1]}{found[2] or ''}", text)
    text = _OLD.sub(lambda found: f"aged {found[1].replace('- ', ' ')}", text)
    text = re.sub(r"(?<=\w)-strong\b", "-person", text)
    text = re.sub(r"\b((?:19|20)\d)(\d)\s?[-–/]\s?(\d\d)\b(?![/.-]?\d)", _years, text)
    text = _MINE.sub("", text)
    text = _LETTERED_LEVEL.sub(r"\1-l\2", text)
    text = _PARTLY.sub("partly ", text)
    text = re.sub(r"\bin ((?:[\w-]+ ){1,3}[\w-]+)['’]s? absence\b", r"when \1 was away", text)
    text = re.sub(r"\b(?:unfinished|uncompleted|incomplete)\b", "not finished", text, flags=re.IGNORECASE)
    text = re.sub(r"\b([ap])\.m\.?", r"\1m", text)
    text = re.sub(r"\bm2\b", "m²", text)
    text = re.sub(r"\b(?:under-|U-?)(\d\d)s?\b", r"u\1", text)
    text = re.sub(r"\bevery (?:three|3) months\b", "per quarter", text, flags=re.IGNORECASE)
    text = re.sub(r"(\d+)-hour (week|day|shift)\b", r"\1 hours per \2", text, flags=re.IGNORECASE)
    text = _MAKERS.sub("", text)
    text = re.sub(r"\b(?:1[:-]1|1-to-1|one[- ]on[- ]one|one to one)\b", "one-to-one", text, flags=re.IGNORECASE)
    text = _A_TIME.sub(lambda found: f" per {_TIMES[found[1].casefold()]}", text)
    text = re.sub(r"(?<![\d,.])([12])(\d{3})(?= per )", r"\1,\2", text)
    text = re.sub(r"\b(?:mother|native)[\s-]tongues?\b|\bfirst language\b", "native", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:was|were|been|am) present at\b", "attended", text, flags=re.IGNORECASE)
    text = _MONTH.sub(lambda found: f"{_MONTHS[int(found[1]) - 1]} {found[2]}", text)
    text = _SHORT_MONTH.sub(lambda found: next(m for m in _MONTHS if m.startswith(found[0][:3])), text)
    text = _MONTHS_OF_YEAR.sub(r"\1 \3 to \2 \3", text)
    text = _ONE_IN.sub(lambda found: _every(found[2] or found[3], found[1] or found[4]), text)
    text = _EVERY_NTH.sub(lambda found: _every(f"{_NTH.get((found[1] or '').casefold(), 2)}", found[2]), text)
    text = re.sub(
        r"\b(?:fortnightly|(?:every|each|per) fortnight|every (?:two|other) weeks?|bi-?weekly|(?:two|2)-weekly)\b",
        "every 2 weeks",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\bbiennial(?:ly)?\b", "every 2 years", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b(?:four|4) times (?:(?:a|per|each) year|annually|yearly)\b", "per quarter", text, flags=re.IGNORECASE
    )
    text = re.sub(
        r"\b(?:twice|two times|2 times|2x) (?:a|an|per|each|every) year\b|\bsemi-?annual(?:ly)?\b|\bhalf-yearly\b|"
        r"\bevery (?:half[- ]year|six months|6 months)\b", "twice per year", text, flags=re.IGNORECASE,
    )  # fmt: skip
    text = re.sub(r"(\w+)-(hour|week|month)ly\b", _every_so_many, text)
    text = re.sub(r"\baccompanied by\b", "with", text, flags=re.IGNORECASE)
    text = re.sub(r"\bhalf a dozen\b", "6", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:a|one) dozen\b", "12", text, flags=re.IGNORECASE)
    text = re.sub(r"\bupper[- ]second(?:[- ]class)?\b", "2:1", text, flags=re.IGNORECASE)
    text = re.sub(r"\b2nd\b", "second", text)
    text = re.sub(r"\bY(?=\d{1,2}\b)", "Year ", text)
    text = re.sub(r"\bKS(?=\d\b)", "Key Stage ", text)
    text = re.sub(r"\b(\d{1,2}):(?=\d\d\b)", r"\1.", text)
    text = re.sub(
        rf"\b(half|(?:a )?quarter) past ({_AGE})\b",
        lambda found: f"{_hour(found[2])}.{30 if found[1] == 'half' else 15}",
        text,
    )
    text = re.sub(r"(?<=\d) or (?:higher|better|greater|upwards)\b", " or above", text)
    text = re.sub(r"\bwords (?:per|a) minute\b", "wpm", text)
    text = _O_CLOCK.sub(lambda found: f"{found[1]} {'am' if found[2].casefold() == 'morning' else 'pm'}", text)
    text = re.sub(r"\b(native|fluent)((?: [A-Z]\w+)?) speaker(?: of)?\b", r"\1\2", text)
    text = re.sub(r"\bI['’](ve|m|d|ll)\b", lambda found: f"I {_CONTRACTED[found[1]]}", text)
    text = re.sub(r"\bCat\.?\s+(?=[A-Z]\b)", "Category ", text)
    text = re.sub(
        r"\b([A-Za-z][a-z]{4,})-free\b(?! (?:years|months|weeks|days)\b)|\bfree (?:of|from) (?=[a-z])",
        lambda found: f"without {found[1] or ''}",
        text,
    )
    text = _NTH_YEAR.sub(lambda found: f"year {_NTH[found[1].casefold()]}", text)
    text = re.sub(r"(\d+ [^\W\d_]+(?: [^\W\d_]+)?) each(?=[,.;]|$|\s+(?:and|in|on|at|with|for)\b)", r"\1", text)
    text = _SEVERAL_DAYS.sub(lambda found: re.sub(_A_DAY, lambda day: f"{_day(day[0])}s", found[0]), text)
    text = _SHORT_DAY.sub(lambda found: _day(found[0]), text)
    text = _ONE_DAY.sub(lambda found: f"{_day(found[0])}s", text)
    text = re.sub(
        r"(?<!\d )(?<!two )(?<!three )(?<!four )(?<!some )(?<!few )"
        r"\b(?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b",
        r"every \1",
        text,
        flags=re.IGNORECASE,
    )
    return _OFTEN.sub(_per, text)


def _day(short: str) -> str:
    return next(day for day in _DAYS if day.startswith(short[:3]))


def _per(found: re.Match[str]) -> str:
    """A shift of eight operators is one of them, and each day of the fair is every one."""
    of = found.string[found.end() :].startswith(" of ") and found[0][:1] in "aA"
    return found[0] if of else f"per {found[1] or found[2]}"


def _every(number: str, period: str) -> str:
    """Every 2 weeks on Friday, for every second Friday."""
    days = period.casefold().endswith("day") and period.casefold() != "day"
    return f"every {number} weeks on {period}" if days else f"every {number} {period}s"


def _every_so_many(found: re.Match[str]) -> str:
    """Every two hours, for two-hourly."""
    return f"every {found[1]} {found[2]}s" if found[1].isdigit() or found[1].casefold() in NUMERALS else found[0]


def _years(found: re.Match[str]) -> str:
    """2017-21 in full; what is no later year stays as it is."""
    first, last = int(found[1] + found[2]), int(found[1][:2] + found[3])
    return f"{first}-{last}" if last > first else found[0]


def _hour(text: str) -> str:
    return f"{NUMERALS.get(text.casefold(), text)}"


def _numbers(word: str) -> set[str]:
    folded = word.casefold()
    return {folded, f"{folded}s", folded.removesuffix("s")}


def parted(text: str, others: Sequence[str]) -> str:
    """`text` with what `others` write as two words in two, and as one in one: pay slips, for payslips; plugins."""
    whole = {word.casefold() for other in others for word in re.findall(r"[^\W\d_]{5,}", other)}
    text = re.sub(
        r"\b[^\W\d_]+-[^\W\d_]+\b",
        lambda found: joined if not whole.isdisjoint(_numbers(joined := found[0].replace("-", ""))) else found[0],
        text,
    )
    pairs = {
        f"{a}{b}".casefold(): f"{a} {b}"
        for other in others
        for a, b in itertools.pairwise(re.findall(r"[^\W\d_]+", other))
        if len(a) > 2 and len(b) > 2
    }

    def apart(found: re.Match[str]) -> str:
        folded = found[0].casefold()
        return pairs.get(folded) or pairs.get(f"{folded}s", found[0]) or found[0]

    text = re.sub(r"[^\W\d_]{6,}", apart, text) if pairs else text
    return _COMPOUND_DEED.sub(lambda found: _in_two(found[0], others), text)


def _in_two(word: str, others: Sequence[str]) -> str:
    """A deed and its thing apart, where others tell both: dish washing, for dishwashing."""
    keys = {canonical(one) for other in others for one in re.findall(r"[^\W\d_]+", other)}
    halves = ((word[:n], word[n:]) for n in range(3, len(word) - 5))
    return next((f"{a} {b}" for a, b in halves if canonical(a) in keys and canonical(b) in keys), word)
