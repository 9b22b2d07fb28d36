"""When something was: until today or over, before or after, since when, and what happened on a date."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.lexicon import claims_of, lexicon, supports
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.reading.vocabulary import TITLE

_GOES_ON = re.compile(
    r"\bsince\s+(?:19|20)\d\d|(?<!up )\bto\s+date\b|\bongoing\b|"
    r"\b(?:to|until|till)\s+(?:the\s+)?(?:present|today|this\s+day|now)\b|\b(?:current|present)ly\b",
    re.IGNORECASE,
)
_FROM_DATE = re.compile(r"\b(?:since|from)\s+(?P<date>(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b(?!\s*(?:to|until|till|[–-]))")
_ENDING = (
    r"\b(?:exp(?:\.|ires?|iry|iring)?|until|till|(?:valid|current) (?:to|until)|applied for|lapsed|due|through)"
    r"\s+(?:in\s+)?"
)
_ONGOING = re.compile(
    r"\b(?:since|present|today|ongoing|to date|still|now|current|currently|expected|studying|learning|am|is|are|"
    r"part-?way|half-?way|so far|final[- ]year|in training|in progress|pursuing|"
    r"writing up|candidate|preparing|awaiting)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(before|after|during)\s+(?:(?:the|my|our|an?)\s+)?([^\W\d_]+)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_LASTS = re.compile(
    r"(?:^|[,;:.()]\s*)(?P<what>[^,;:()]{2,120}?)\s+(?P<how>since|until|till)\s+(?P<date>(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b"
)
_PARTS = re.compile(r"[;.]\s+|\s[–—|]\s")
_LAST_YEARS = re.compile(r",\s+((?:(?:19|20)\d\d(?:\s?(?:to|[–-])\s?)?)+)\.?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STAGE = re.compile(
    r"(?:^|[,;(]\s*)(?P<before>[^,;()]+)(?:,\s*|\s+)(?:and\s+)?(?:then|later|now|finally|currently|promoted to)\s+",
    re.IGNORECASE,
)
_FIRST = frozenset({"first", "initi", "earlier", "former"})
_ALL_OF_IT = re.compile(r"[(,]\s*(?P<year>(?:19|20)\d\d)\s?(?:[–-]|to|until)\s?(?:19|20)\d\d\)?\.?$")
_FOR_YEARS = re.compile(r"\b(?:for|over|of)\s+(?:about\s+)?[\w-]+\s+years\b|\byears\s+(?:as|of)\b")
_EVENT = re.compile(
    r"\b(?P<what>start(?:ed)?|beg[au]n|pass(?:ed)?|complet(?:ed)?|finish(?:ed)?|expire[sd]?|lapsed|left|joined|"
    r"applied for|awarded|won)\s+(?:in\s+)?(?P<date>(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b"
)


def at_another_time(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Times that `sentence` tells otherwise than `texts`."""
    yield from _since(sentence, texts)
    yield from _events(sentence, texts)
    yield from _bound_to(sentence, texts)
    yield from _moved(sentence, texts)
    yield from _before_or_after(sentence, texts)
    yield from _stages(sentence, texts)


def _events(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What happened on a date on which the facts tell of something else: passed in May, for started in May."""
    told = [(canonical(found["what"]), found["date"]) for text in texts for found in _EVENT.finditer(text)]
    for found in _EVENT.finditer(sentence):
        then = {what for what, date in told if date == found["date"]}
        if then and not any(supports(canonical(found["what"]), {what}) for what in then):
            yield f"the facts do not say “{found['what']}” of {found['date']}"
    since = {year for text in texts for year in _SINCE.findall(text)}
    for year in _SINCE.findall(sentence):
        from_then = re.compile(rf"\b(?:from|in)\s+(?:\w+\s+)?{year}")
        if since and year not in since and not any(map(from_then.search, texts)):
            yield f"the facts do not say “since {year}”"


def _bound_to(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A beginning or an end told of something else: a driver since 2012, for a licence since 2012."""
    told = [found for text in texts for found in _LASTS.finditer(text)]
    for found in _LASTS.finditer(sentence):
        said = claims_of(found["what"].replace("/", " "))
        there = [
            [key for key in claims_of(one["what"].replace("/", " ")) if key not in ("valid", "current")]
            for one in told
            if one["how"] == found["how"] and one["date"] == found["date"]
        ]
        posts = _is_post(found["what"]) and all(_is_post(one["what"]) for one in told if one["date"] == found["date"])
        said = said[-1:] if posts else said  # the library's supervisor is not its assistant
        if said and there and all(there) and not any(supports(key, frozenset(what)) for what in there for key in said):
            yield f"the facts do not say that of “{found['what'].strip()}”"


def _is_post(what: str) -> bool:
    return bool(TITLE.fullmatch(what.split()[-1].casefold()))


def _moved(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A year of one part of the facts told of another: modelled in 2020, for a degree of 2020."""
    parts = [part for text in texts for part in _PARTS.split(text)]
    of_all = [year for text in texts if len(_PARTS.split(text)) > 1 for year in _LAST_YEARS.findall(text)]
    for piece in _PARTS.split(sentence) if len(parts) > 1 else ():
        here = claims_of(piece)
        for year in dict.fromkeys(_YEAR.findall(piece)):
            if any(year in one for one in of_all):
                continue
            home = [claims_of(part) for part in parts if year in part]
            others = [claims_of(part) for part in parts if year not in part]
            at_home = max((sum(supports(key, frozenset(part)) for key in here) for part in home), default=1)
            away = max((sum(supports(key, frozenset(part)) for key in here) for part in others), default=0)
            kept = frozenset(claims_of(sentence))
            told = all(sum(supports(key, kept) for key in part) > 1 for part in home)
            if told and at_home == 0 and away > 1:
                yield f"the facts do not say that of {year}"


def _stages(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The time of several posts told of the last alone: a porter since 2012, first here and now there."""
    said = frozenset(token.key for token in tokens(sentence))
    for text in texts:
        found = _STAGE.search(text)
        if not found:
            continue
        earlier = frozenset(claims_of(_YEAR.sub(" ", found["before"]))) - _FIRST
        later = frozenset(claims_of(text[found.end() :])[:4])
        begun = _YEAR.search(text, 0, found.end("before"))
        whole = None if begun else _ALL_OF_IT.search(text, found.end())
        since = begun[0] if begun else whole["year"] if whole else ""
        told = since and (since in sentence or (whole and _FOR_YEARS.search(sentence)))
        apart = earlier - later
        if told and (later - earlier) & said and apart and apart.isdisjoint(said):
            yield "the facts tell that of several posts together"
            return


def _since(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A time that goes on, where the facts name one that is over."""
    ongoing = _GOES_ON.search(sentence)
    if ongoing and not _ONGOING.search(" ".join(texts)):
        yield "it goes on until today where the facts do not say so"
    for found in _FROM_DATE.finditer(sentence):
        ends = [
            re.search(_ENDING + re.escape(found["date"]), text, re.IGNORECASE)
            for text in texts
            if found["date"] in text
        ]
        if ends and all(ends):
            yield f"the facts do not say that it began in {found['date']}"


def _before_or_after(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """After something told as during or before it."""
    told = [(found[1].casefold(), canonical(found[2])) for text in texts for found in _WHEN.finditer(text)]
    for found in _WHEN.finditer(sentence):
        when = {how for how, what in told if what == canonical(found[2])}
        if when and found[1].casefold() not in when:
            yield f"the facts do not say that it was {found[1].casefold()} the {found[2]}"
    for first, second in _sequences(sentence):
        for earlier, later in (pair for text in texts for pair in _sequences(text)):
            if len(first & later) > len(first & earlier) and len(second & earlier) > len(second & later):
                yield "it tells in another order what came first"
                return


def _sequences(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The words of what was first and of what came then: before it, after it."""
    for found in re.finditer(r"([^,;.()]+)\b(before|after)\b([^,;.()]+)", text, re.IGNORECASE):
        pair = [frozenset(token.key for token in tokens(found[n])) - lexicon().empty for n in (1, 3)]
        yield (pair[0], pair[1]) if found[2].casefold() == "before" else (pair[1], pair[0])
