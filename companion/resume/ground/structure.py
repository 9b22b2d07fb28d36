"""Relations that words alone do not show: a direction keeps its ends, one thing stays one, what is over is over."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from companion.resume.ground.acts import CREATING, LEADING, LIGHT, acts, enlarged, is_item, misplaced, undone
from companion.resume.ground.bearers import another_bears
from companion.resume.ground.degrees import another_school, lapsed, raised, to_come, unfinished
from companion.resume.ground.employers import employed
from companion.resume.ground.extent import widened
from companion.resume.ground.grades import graded
from companion.resume.ground.heads import headed
from companion.resume.ground.kinds import is_kind_of, is_noun_of, kinds_of_noun
from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.limits import unlimited
from companion.resume.ground.parties import another_did
from companion.resume.ground.quantities import quantities
from companion.resume.ground.theirs import given_to_others
from companion.resume.ground.titles import untitled
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.when import at_another_time
from companion.resume.reading.vocabulary import TITLE

_REPLACES = re.compile(
    r"\b(?:replac|swapp|exchang)\w*\s+(?P<a>[^,;()]{2,40}?)\s+(?:with|by|for)\s+(?P<b>[^,;()]{2,40}?)"
    r"(?=\s*[,;()]|\.\s|\.$|\s+(?:in|for|at|on|to)\b|$)",
    re.IGNORECASE,
)
_ADVERBS = {"day": frozenset({"daily", "day-to-day"}), "year": frozenset({"yearly", "annual", "annually"})}
CALENDAR = frozenset(
    "second minute hour shift morning day evening night week weekend month quarter year season semester term "
    "sprint monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_HOLDING = frozenset("hold conduct carri_out run perform host give do place organis".split())
_STOP = r"(?=\s*[,;()]|\.\s|\.$|\s+(?:by|with|in|for|at|using|through|and|within|during)\b|$)"
_FROM_TO = re.compile(
    rf"\b(?:from|out\s+of)\s+(?P<a>[^,;()]{{2,40}}?)\s+(?:in)?to\s+(?P<b>[^,;()]{{2,40}}?){_STOP}", re.IGNORECASE
)
_TO_FROM = re.compile(
    rf"\bto\s+(?P<b>[^,;()]{{2,40}}?)\s+from\s+(?P<a>(?:(?!\s(?:in)?to\b)[^,;()]){{2,40}}?){_STOP}", re.IGNORECASE
)
_NO = re.compile(r"\b(?:no|without|zero|any)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_ENDS_PHRASE = (
    r"\b(?!\s+and\s+[\w-]+\s+\w+s\b)(?=\s*(?:$|[,.;:()])|\s+(?:of|for|in|on|at|with|to|by|from|and|that|which|who|whose|where|when|"
    r"while|during|per|is|was|[^\W\d_]{3,}ed)\b)"
)
_INTO = re.compile(r"\b(from|into|to) ([A-Z][\w-]+)")
_TURNED = {"from": re.compile(r"\b(?:in)?to $"), **dict.fromkeys(("to", "into"), re.compile(r"\bfrom $"))}
_CONVERTS = re.compile(
    r"\b(?:convert|turn|refactor|port|migrat|transform|rewrote|rewrit|translat|restructur|merg)\w*\s+(?P<a>[^,;()]{2,50}?)\s+"
    r"(?:into|to|as)\s+(?P<b>[^,;()]{2,50}?)(?=\s*[,;()]|\s+(?:with|in|for|at|using)\b|$)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(?:convert|turn|refactor|port|migrate|transform|rewrite|translate|move|shift|switch|transfer|bring|take|cut|raise)\b"
)
_TIMES = re.compile(r"\b(?:times|occasions|once|twice|thrice)\b", re.IGNORECASE)
_TIMES_IN = re.compile(r"\b\w+ times (?:in|over|during)\b")
_PER_TIME = re.compile(r"\b(?:per|each|every) (?:day|week|month|quarter|year)\b")
_REGULARLY = r"\b(?:daily|weekly|monthly|quarterly|yearly|annual)"
_OF_MANY = r"(?:each|every|most|all|nearly all|(?:(?:more|less) than )?(?:half|a third|\d+ ?%))\b"
_POST_OF_DAY = re.compile(
    rf"(?<!on )\b((?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend) (?:[a-z-]+ ){{0,2}}?(?:jobs?|{TITLE.pattern})"
)
_SERVED = frozenset("customer client guest patient caller visitor user tenant passenger".split())
_LISTED = re.compile(r"[,;:]\s+(?:(?!and\b)[\w-]+\s+){0,2}$")
"""Before a thing of its own in a list."""
_WON = re.compile(
    r"\bto\s+(?:(?:an?|the|its|their|\w+)\s+){1,3}?(?:title|championship|victory|promotion|cup|medal|record|win|success)s?\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:leading|led) to\b|\bresult(?:ing|ed) in\b", re.IGNORECASE)
_DETERMINED = (
    r"(?:\b(?:a|an|one)|(?<!\bagainst )\b(?:the(?! odd\b)|this|my|our))\s+"
    r"(?:(?!(?:for|of|in|on|at|to|with|by|from|and)\b)[\w’'-]+\s+){0,3}"
)
"""What makes a noun one of its kind; the thing of a deed, where it is "the"."""


def broken(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Relations that `sentence` tells otherwise than `texts`."""
    yield from misplaced(sentence, texts)
    yield from enlarged(sentence, texts)
    yield from undone(sentence, texts)
    yield from _plurals(sentence, texts)
    yield from untitled(sentence, texts)
    yield from another_bears(sentence, texts)
    yield from at_another_time(sentence, texts)
    yield from _often(sentence, texts)
    yield from widened(sentence, texts)
    yield from headed(sentence, texts)
    yield from unlimited(sentence, texts)
    yield from _promoted(sentence, texts)
    yield from _made(sentence, texts)
    yield from employed(sentence, texts)
    yield from another_did(sentence, texts)
    yield from given_to_others(sentence, texts)
    yield from unfinished(sentence, texts)
    yield from raised(sentence, texts)
    yield from to_come(sentence, texts)
    yield from lapsed(sentence, texts)
    yield from another_school(sentence, texts)
    yield from graded(sentence, texts)
    if _WON.search(sentence) and not any(map(_WON.search, texts)):
        yield "the facts tell of no such success"
    if _RESULT.search(sentence) and not any(_RESULT.search(text) for text in texts):
        yield "the facts tell of no such result"


def _promoted(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What in the facts only says of which kind a thing is, told as done: entered trial data, conducted trials; and
    what something else was done for: found people for a study, conducted a study.
    """
    told = {verb for text in texts for verb, _ in acts(text, general=True)}
    for verb, objects in acts(sentence, general=True):
        if verb not in _HOLDING | CREATING or not objects or any(verb == one or supports(verb, {one}) for one in told):
            continue
        if any(one == other or (len(one) > 5 and one[:6] == other[:6]) for one in told for other in objects):
            continue  # gave advice, for advised
        if verb in CREATING and any(_told_of(one, text) for text in texts for one in CREATING):
            continue
        if all(any(_aside(key, text, verb) for text in texts) for key in objects):
            yield f"the facts do not say that of “{' '.join(objects)}”"


def _told_of(verb: str, text: str) -> bool:
    """Whether a text tells a deed in any form, not as somebody's title: the design of it, no design engineer."""
    found = tokens(text)
    return any(
        (word.key == verb or is_noun_of(word.key, verb)) and not (after and TITLE.fullmatch(after.text.casefold()))
        for word, after in itertools.zip_longest(found, found[1:])
        if word
    )


def _made(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Things made that the facts only delivered, checked or sold."""
    for verb, objects in acts(sentence, general=True):
        if verb not in ("make", "draw_up") or not objects or kinds_of_noun(objects[-1]):
            continue
        done = [other for text in texts for other, theirs in acts(text, general=True) if objects[-1] in theirs]
        if done and not any(other in LIGHT - {"deliv"} or is_kind_of(verb, other) for other in done):
            yield f"the facts do not say that of “{' '.join(objects)}”"


def _aside(key: str, text: str, verb: str) -> bool:
    """Whether a text names `key` only beside a deed, or as what something else was done to that does not say `verb`."""
    done = acts(text, general=True)
    return (
        any(token.key == key and not _LISTED.search(text[: token.start]) for token in tokens(text))
        and not is_item(key, text)
        and (bool(done) or verb in CREATING)
        and not any(
            (other in lexicon().empty and (not theirs or key in theirs))
            or (is_kind_of(verb, other) and (other in lexicon().empty or not theirs or key in theirs))
            or (other in LEADING and key in theirs)
            or is_kind_of(key, other)
            for other, theirs in done
        )
    )


def turned(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """From A to B told as from B to A."""
    for found in _INTO.finditer(sentence):
        came = [text[: one.start()] for text in texts for one in re.finditer(rf"\b{re.escape(found[2])}\b", text)]
        if came and all(map(_TURNED[found[1]].search, came)):
            yield f"the facts tell the other direction of {found[2]}"
    for a, b in _directions(sentence):
        for text in texts:
            for x, y in _directions(text):
                if len(a & y) > len(a & x) and len(b & x) >= len(b & y):
                    yield "a direction is told the wrong way round"
                    return


def _directions(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    text = re.sub(r"(?<=\d),(?=\d)", "", text)
    for pattern in (_FROM_TO, _TO_FROM, _CONVERTS, _REPLACES):
        for found in pattern.finditer(text):
            if quantities(found["a"]) and quantities(found["b"]):
                continue  # from forty to twelve: judged as a change
            if pattern is _TO_FROM and _MOVES.match(found["b"]):
                continue  # to move jobs from here to there
            a, b = _ends_of(found["a"]), _ends_of(found["b"])
            if a and b:
                yield a, b


def _ends_of(text: str) -> frozenset[str]:
    return frozenset(canonical(word) for word in re.findall(r"[^\W_][\w.+#-]*|\.\w+", text)) - lexicon().empty


def _plurals(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """One thing of the facts told as several."""
    whole = " . ".join(texts).casefold()
    words = set(re.findall(r"[^\W\d_]+", whole))
    for token in tokens(sentence):
        folded = token.text.casefold()
        single = _single(folded, words)
        if not single or (token.name and token.start) or single in ("shift", "morning", "evening", "night"):
            continue
        if folded in words:
            kind = re.search(r"([^\W\d_]+)\s+$", sentence[: token.start].casefold())
            if not kind or f"{kind[1]} {folded}" in whole:
                continue
            single = f"{kind[1]} {single}"  # of the bikes, one was a cargo bike
        if re.search(rf"\bthe {single} of (?:[\w-]+\s+){{0,2}}[\w-]+s\b", whole):
            continue  # the temperature of fridges is one of each
        if re.search(rf"{_REGULARLY}\s+(?:[\w-]+\s+){{0,2}}{single}\b|\b{single}\s+(?:per|each|every)\b", whole):
            continue  # the return of each quarter
        if re.search(rf"\baverage\s+(?:[\w-]+\s+){{0,2}}{single}\b|\b{single}\s+(?:in|for|at)\s+{_OF_MANY}", whole):
            continue  # the rate that several have on average, a settlement in half of the cases
        if single in _SERVED and not re.search(rf"\b(?:an?|one|my) (?:[\w-]+ )?{single}\b", whole):
            continue  # explained the fault to the customer: to each
        if _NO.search(sentence[: token.start]):
            continue
        if re.search(_DETERMINED + re.escape(single) + _ENDS_PHRASE, whole):
            yield f"the facts speak of one {single}, not of {folded}"


def _single(plural: str, words: Set[str]) -> str:
    """What of `words` the `plural` is that of; empty where it is of none."""
    ends = ("es", "s") if re.search(r"(?:[sxz]|[cs]h)es$", plural) else ("s",)
    singles = (plural.removesuffix(end) for end in ends if len(plural) > 3 and plural.endswith(end))
    return next((one for one in singles if one in words and not plural.endswith("ss")), "")


def _often(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """How often it happened, where the facts do not say so. "Each" and "every" are already written "per"."""
    there = " ".join(texts).casefold()
    held = frozenset(re.findall(r"[^\W\d_-]+(?:-[^\W\d_]+)*", there))
    for unit in CALENDAR & frozenset(re.findall(r"\bevery \d+ ([^\W\d_]+?)s\b", there)):
        often = rf"\bper {unit}\b|\b(?:{'|'.join(_ADVERBS.get(unit, {f'{unit}ly'}))})\b"
        if re.search(often, sentence.casefold()) and not re.search(often, there):
            yield f"the facts do not say that it was every {unit}"
    counted = _TIMES_IN.search(there)
    if counted and _PER_TIME.search(sentence) and not (_TIMES.search(sentence) or _PER_TIME.search(there)):
        yield f"the facts say “{counted[0]}”"
    for unit in re.findall(r"\bper\s+([^\W\d_]+)", sentence.casefold()):
        if (
            unit.endswith("day")
            and unit != "day"
            and re.search(rf"{unit}s?\s*(?:[/&+–-]|,|and)\s*\w+day|\w+day\s*(?:[/&+–-]|,|and)\s*{unit}", there)
        ):
            continue  # on several days of the week
        if unit in ("morning", "evening") and re.search(r"\bmornings? (?:and|&|/) evenings?\b", there):
            continue
        if unit == "week" and re.search(r"\bper (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", there):
            continue
        adverbs = _ADVERBS.get(unit, frozenset({f"{unit}ly"}))
        if re.search(rf"\b(?:per|each|every) {unit}\b|\bthe {unit}(?<=day)\b", there):
            continue
        if unit.endswith("day") and unit != "day" and re.search(r"\bevery \w+ weeks\b", sentence) and unit in there:
            continue  # every two weeks, on Fridays
        if any(unit == post[1] for post in _POST_OF_DAY.finditer(there)):
            continue  # a Saturday job
        if unit == "year" and re.search(
            r"\b(?:per|each|every) (?:summer|winter|spring|autumn|christmas|harvest)\b", there
        ):
            continue
        if not held.isdisjoint(adverbs) or f"/{unit}" in there:
            continue
        if unit in CALENDAR:
            yield f"the facts do not say that it was every {unit}"
