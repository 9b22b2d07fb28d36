"""Clauses of a sentence, so that a mark or a number binds to what it was said of and to nothing else."""

import functools
import itertools
import re
from collections.abc import Iterator

import msgspec

from companion.resume.ground.lexicon import Unit, lexicon, marks_of, units
from companion.resume.ground.thesaurus import Sense, is_person, sense
from companion.resume.ground.tokens import Token, canonical, pieces, tokens
from companion.resume.ground.verbs import STRONG_PAST, is_verbal
from companion.resume.reading.vocabulary import TITLE

_IN_A_TEAM = re.compile(
    r"\b(?:in|within|part of|member of|on|with)\s+(?:an?|the|my|our)\s+(?:[\w-]+\s+){0,2}"
    r"(?:team|crew|squad|pair|duo|trio|(?:working|project) group)\b|\bteamwork\b|"
    r"\b(?:team|council|board|committee|club|union|society|association|crew|choir|orchestra)\s+member\b|"
    r"\bone\s+of\s+(?:\w+\s+)?(?:\w+(?:ers|ors|ists|ants|ians|ysts|ees)|colleagues|friends|students|people|volunteers)\b|"
    r"\bby\s+(?:an?|our|my)\s+(?:[\w-]+\s+){0,2}(?:team|group|crew|squad|class)\b|"
    r"\bone\s+of\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:team|crew)\b",
    re.IGNORECASE,
)
MEMBER = re.compile(
    r"\bmember\b|\b(?:team|group|crew|squad|committee)\s+(?:that\s+)?I\s+(?:was|am|had been)\b|"
    r"\bpart of (?:an?|the) (?:[\w-]+ ){0,4}(?:team|group|crew|squad|committee)\b",
    re.IGNORECASE,
)
_ATTENDED_TO = re.compile(
    r"\battend\w*\s+(?:to\b|(?:[\w-]+\s+){0,2}?(?:births?|patients?|calls?|customers?|guests?|emergenc\w+|incidents?|fires?)\b)|"
    r"\b(?:births?|patients?|calls?|incidents?)\s+attended\b",
    re.IGNORECASE,
)
_WORKED_WITH = re.compile(
    r"\bwork\w*\s+(?:\w+ly\s+)?(?:with|alongside)\s+(?:[\w-]+\s+){0,3}?(?:(?!containers|servers|computers|numbers|orders|papers)"
    r"\w{3,}(?:ers|ors|ists|ants|ians)\b|team|colleagues?|partners?|departments?|stakeholders?|people|staff|nurses?|sales|marketing|"
    r"engineering|legal|finance|product)\b",
    re.IGNORECASE,
)
_WITH_PEOPLE = re.compile(
    r"\b(?:join|accompan)\w*\s+(?:[\w-]+\s+){0,3}?(?:\w{3,}(?:ers|ors|ists|ants|ians|ysts)|colleagues?|nurses?|staff|people)\b|"
    r"\bwe (?:were|are) (?:\w+\s+)?\w+(?:ers|ors|ists|ants|ians|ysts)\b",
    re.IGNORECASE,
)
_WITH_ONE = re.compile(
    r"\b(?:work\w*|together|alongside)\s+(?:\w+ly\s+)?(?:with\s+)?(?:an?|the|my|one|another|two|three|\d+)\s+(?:[\w-]+\s+){0,3}?([^\W\d_]+)\b",
    re.IGNORECASE,
)
_OPENS_FOR_ALL = re.compile(r"(?:together|jointly|alongside|with|as|in|within|under)\b", re.IGNORECASE)
_CLOSES_FOR_ALL = re.compile(r"(?:working|serving|as part|in|within|together|alongside|with)\b", re.IGNORECASE)
"""Together with two others, … says so of all that follows."""
_GIVES = re.compile(r"\bcontribut(?:ed|ing|es?)\s+(?!to\b|towards?\b|with\b|alongside\b|jointly\b)", re.IGNORECASE)
_HELPS = re.compile(
    r"\b(?:help|assist|support|aid|particip|involv|shadow|took part|taking part|take part)\w*|"
    r"\bcontribut\w+\s+(?:to|towards?)\b",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"\bwith (?:the |some )?(?:help|assistance|support) (?:of|from) (?:an?|the|my|our)\b", re.IGNORECASE
)
UNDER_OTHERS = re.compile(
    r"\b(?:supervised|guided|overseen|mentored|instructed|assisted)\s+by\b|"
    r"\bunder\b(?:\s+[\w.’'-]+){0,4}\s+(?:supervision|guidance|direction|instruction)\b|"
    r"\bunter\s+(?:\w+\s+)?(?:anleitung|aufsicht|leitung)\b|\bsous\s+(?:la\s+)?(?:direction|supervision)\b|"
    r"\bbajo\s+(?:la\s+)?(?:supervisión|dirección)\b|"
    r"\bwith\s+supervision\b|(?<=\w )(?<!and )(?<!also )(?<!who )supervised\s+(?=\w+ing\b)|"
    r",\s*supervised(?=\s*(?:$|[.,;)]))",
    re.IGNORECASE,
)
"""What tells that somebody else answered for it."""
_ALL_UNDER_OTHERS = re.compile(
    r"(?:,|\bwhile)\s*(?:being\s+)?(?:supervised by\b|"
    r"under\b(?:\s+[\w.’'-]+){0,4}\s+(?:supervision|guidance|direction)\b)[^,;.]*\.?$",
    re.IGNORECASE,
)
"""At the end it is said of all that came before."""
_ACCOMPANIES = re.compile(rf"\baccompan\w+\s+(?:an?|the|my|our)\s+(?:[\w-]+\s+){{0,2}}?{TITLE.pattern}", re.IGNORECASE)
_SUPPORT_AS_NAME = re.compile(
    r"\bsupport[\s-](?:e-?mails?|calls?|tickets?|requests?|cases?|desk|team|staff|agents?|hotline|queue|inquir\w+|engineers?|chats?|line)\b|"
    r"\bsupport(?:ed|ing|s)?\s+(?:[\w-]+\s+){0,2}?(?:customers|clients|users|guests|residents|patients|visitors|students|passengers)\b|"
    r"(?:,|\band|\bincluding)\s+[\w-]+\s+support\b(?!\s+(?:to|for|in|with|of)\b)|"
    r"\b(?:help|assist)(?:ed|ing|s)?\s+(?:customers|clients|guests|visitors|passengers|shoppers)"
    r"(?=\s+(?:with|at|on|in)\b(?!\s+[\w-]+ing\b)|\s*[,.;]|$)|"
    r"\badvice\s+(?:cent(?:re|er)|line|office|service|desk|bureau)\b|"
    r"\b(?:customer|client|user|it|technical|tech|desktop|phone|level|line|application|product|\d(?:st|nd|rd)?)[\s-]support\b",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:my|a) [\w-]+ and I\b|\bof us\b|"
    r"\b(?:another|fellow|other)\s+(?:[\w-]+(?:er|or|ist|ian|ice|ant|man|woman|mate)s?|"
    r"students?|pupils?|people|person)\b|"
    r"\bwith\s+(?:[\w-]+\s+){0,3}(?:friends?|colleagues?|team|co-?workers?|strangers|musicians|siblings|cousins?|classmates?|peers?|others|brother|sister|wife|husband)\b",
    re.IGNORECASE,
)
_FEW = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)"
_SOME_OF = re.compile(
    rf"\b{_FEW}\s+of\s+(?:which|whom|them|these|those)\b|\bof\s+(?:which|whom)\s+{_FEW}\b|"
    rf"\bof\s+(?:the|my|our)\s+(?:[\w-]+[’']s\s+)?{_FEW}\s+(?:[\w-]+\s+){{0,9}}?[\w-]+,\s+(?:[\w-]+\s+)?{_FEW}\b|"
    rf"(?<![\d.,])\b{_FEW}\s+(?:(?:months|weeks|days|years)\s+)?(?:out\s+)?of\s+(?:(?:the|their|its|all|my|our|that|this)\s+)?(?:[\w-]+[’']s\s+)?"
    rf"{_FEW}\b",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:when|while|whenever)\s+(?:(?:the|my|our|an?)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:lead|manager|sister|matron|supervisor|head|director|officer|owner|boss|chef|foreman|principal|secretary)\s+"
    r"(?:(?:was|were|is|are)\s+)?(?:off|away|absent|out|on (?:leave|holiday|vacation))\b|"
    r"\bin place of\b|\bin (?:the |[\w’'-]+ ){0,3}absence\b|\bduring (?:[\w-]+ ){0,3}[\w-]+[’']s (?:leave|absence)\b|"
    r"\b(?:act\w*|serv\w+|stood(?: in)?) as (?:[\w-]+\s+){0,3}?deputy\b|"
    r"\b(?:stood|standing|filled|filling) in as\b|"
    r"\b(?:cover|fill|st[ao]nd|stood|step|sub)\w*\s+(?:[\w-]+\s+){0,5}?for\s+(?:an?|the|my|our|other)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:colleague|co-?worker|teacher|nurse|manager|employee|staff|member)",
    re.IGNORECASE,
)
"""Doing it in somebody's place, for a time."""
_LAST_OF_IT = re.compile(
    r"\b(?:the|my|of which|of them|these)\s+(?:last|first|final)\s+"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:of|places?)\b)",
    re.IGNORECASE,
)
"""Of all the time told before."""
_ONCE = re.compile(
    r"\b(?:once|one-off|one-time|on one occasion)\b(?!\s+(?:an?|per|each|every|the|it|they|we|again|more)\b)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\bone of (?:my |the |our )?((?:(?!(?:with|for|in|of|at|on|to|by|from|and|that|which|who)\b)[\w-]+ ?){1,3})",
    re.IGNORECASE,
)
_PART_OF_IT = re.compile(
    r"\s+(?=as\s+part\s+of\s+(?:an?|the|our)\s+(?:[\w-]+\s+){0,2}(?:project|campaign|programme|program)\b)"
)
_CUT = re.compile(r"[.;:!?•\n]\s+|\s+[–—]\s+|,\s+(?:and|then|but|while|und|et|y)\s+|,\s+|\s+(?:and|then|but|while)\s+")
_PAST = re.compile(r"^[^\W\d_]{2,}ed$")
_AUXILIARIES = frozenset("am is are was were have has had".split())
_OF_STUDY = re.compile(r"a-levels|stud(?:y|ies)|degrees?|school|college|university|courses?|work|jobs?|training")
_EACH_NTH = frozenset("half other second two three four five six third fourth fifth sixth few".split())


class Clause(msgspec.Struct, frozen=True):
    """A part of a sentence: its words that claim something, its marks, and where it stands."""

    keys: frozenset[str]
    marks: frozenset[str]
    start: int
    end: int


@functools.lru_cache(maxsize=1_000)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text`. "and" and commas part clauses only before a verb with words enough on both sides."""
    found = list(tokens(text))
    cuts = [cut for cut in _CUT.finditer(text) if _parts(text, cut, found)]
    edges = sorted({0, *(cut.end() for cut in [*cuts, *_PART_OF_IT.finditer(text)]), len(text)})
    out: list[Clause] = []
    for start, end in itertools.pairwise(edges):
        inside = [token for token in found if start <= token.start < end]
        if inside:
            all_units = units(inside)
            keys = frozenset(claiming(all_units))
            marks = marks_of(_marking(all_units))
            if "assist" in marks and _GIVES.search(text, start, end) and not _HELPS.search(text, start, end):
                marks -= {
                    "assist"
                }  # to contribute two chapters is to write them; to contribute to something is to help
            if (
                "assist" in marks
                and _SUPPORT_AS_NAME.search(text, start, end)
                and not _HELPS.search(_SUPPORT_AS_NAME.sub(" ", text[start:end]))
            ):
                marks -= {"assist"}  # a support desk is no help with something
            if "assist" in marks and _ATTENDED_TO.search(text, start, end) and not _HELPS.search(text, start, end):
                marks -= {"assist"}  # who attends births sees to them
            if (
                _HELPED.search(text, start, end)
                or UNDER_OTHERS.search(text, start, end)
                or _ACCOMPANIES.search(text, start, end)
            ):
                marks |= {"assist"}
            if (
                _IN_A_TEAM.search(text, start, end)
                or _WORKED_WITH.search(text, start, end)
                or _WITH_OTHERS.search(text, start, end)
                or _WITH_PEOPLE.search(text, start, end)
            ):
                marks |= {"joint"}
            if any("part of" in one[0].casefold() for one in _IN_A_TEAM.finditer(text, start, end)) and not (
                _SOME_OF.search(text, start, end)
            ):
                marks -= {"partial"}
            if _ONCE.search(text, start, end):
                marks |= {"once"}
            if _PART_OF_IT.match(text, start - 1):
                marks |= {"assist"}
            if any(is_person(found[1].casefold().removesuffix("s")) for found in _WITH_ONE.finditer(text, start, end)):
                marks |= {"joint"}
            if _one_of_several(text[start:end]):
                marks |= {"joint"}
            elif (
                _LAST_OF_IT.search(text, start, end)
                or _SOME_OF.search(text, start, end)
                or _STANDS_IN.search(text, start, end)
            ):
                marks |= {"partial"}
            if out and inside[0].text.casefold().endswith("ing") and not inside[0].name:
                marks |= out[-1].marks - {"negation", "universal"}  # it goes on about what came before
            if out and UNDER_OTHERS.match(text, out[-1].start):
                marks |= {"assist"}  # and, supervised by a pharmacist, dispensed
            if out and _OPENS_FOR_ALL.match(text, out[0].start):
                marks |= out[0].marks & {"joint", "assist"}
            out.append(Clause(keys, marks, start, end))
    if out and _CLOSES_FOR_ALL.match(text, out[-1].start) and "joint" in out[-1].marks:
        return tuple(msgspec.structs.replace(one, marks=one.marks | {"joint"}) for one in out)
    if _ALL_UNDER_OTHERS.search(text):
        return tuple(msgspec.structs.replace(one, marks=one.marks | {"assist"}) for one in out)
    return tuple(out)


def _one_of_several(text: str) -> bool:
    """One of two apprentices who did it: that is with the other."""
    found = _ONE_OF.search(text)
    words = [word.casefold().removesuffix("s") for word in found[1].split()] if found else []
    return any(is_person(word) or (word.endswith("er") and sense(canonical(word)) == Sense()) for word in words)


def _marking(found: list[Unit]) -> Iterator[str]:
    """Keys that may be marks. A word inside a phrase ("every" in "every night") marks nothing by itself."""
    for place, unit in enumerate(found):
        if unit.words[0].text.casefold() == "attendings":
            continue  # the physicians on duty
        if place and unit.words[0].text.casefold().startswith(("participant", "attendee", "attendan")):
            continue  # those who took part in it were others
        beside = found[place + 1].words[0].text.casefold() if unit.key == "alongsid" and place + 1 < len(found) else ""
        if unit.key == "work_with" or _OF_STUDY.match(beside):
            continue  # with people it is told by `_WORKED_WITH`; with tools and animals it marks nothing
        if unit.key == "everi" and _counts(found, place):
            continue  # every two weeks, every fourth week
        yield unit.key
        if len(unit.words) == 1 and unit.key not in lexicon().same:
            for part in pieces(unit.words[0].text):
                yield canonical(part)


def _counts(found: list[Unit], place: int) -> bool:
    after = found[place + 1].words[0] if place + 1 < len(found) else None
    return after is None or after.start - found[place].words[-1].end > 1 or after.text.casefold() in _EACH_NTH


def claiming(found: list[Unit]) -> Iterator[str]:
    """Keys of the units that claim something: neither function words nor the most general ones, nor marks alone."""
    known = lexicon()
    for unit in found:
        if unit.key not in known.empty and not all(word.key in known.empty for word in unit.words):
            yield unit.key
            if len(unit.words) > 1:
                yield from (word.key for word in unit.words if word.key not in known.empty)


def tells(text: str) -> bool:
    """Whether a text tells what was done; a list, a title or a degree does not."""
    return any(is_verbal(token.text) for token in tokens(text))


def _parts(text: str, cut: re.Match[str], found: list[Token]) -> bool:
    mark = cut[0].strip()
    if mark[:1] in (".", ";", "!", "?", "•", "") or cut[0].startswith("\n"):
        return True
    after = next((token for token in found if token.start >= cut.end()), None)
    if after is None:
        return False
    word = after.text.casefold()
    if word in _AUXILIARIES:
        after = next(
            (token for token in found if token.start > after.start and token.key not in lexicon().empty), after
        )
        word = after.text.casefold()
    if mark == "," and not tells(text):
        return True  # a list
    present = word.endswith("ing") and (mark == "," or text[: after.start].rstrip().endswith((" am", " is", " now")))
    verb = bool(_PAST.match(word)) or word in STRONG_PAST or present
    before = sum(token.start < cut.start() for token in found)
    told = [token.text.casefold() for token in found if token.start < cut.start()]
    if not any(_PAST.match(word) or word in STRONG_PAST for word in told) and not is_verbal(told[0] if told else ""):
        return False
    rest = sum(token.start >= cut.end() for token in found)
    return verb and before >= 2 and rest >= 2
