"""What limits a claim stays with it: a sum is not each, none over a limit is not none, one of two is not the one, the
second is neither the first nor the third, what began is not finished.
"""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.bound import equal
from companion.resume.ground.lexicon import claims_of, lexicon, supports
from companion.resume.ground.quantities import quantities
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.verbs import is_verbal

_SUM = re.compile(r"\b(?:combined|total\w*|altogether|overall|in all|between (?:them|us)|aggregate)\b", re.IGNORECASE)
_AFTER, _BEFORE = r"[^,;.()]{0,40}?\b(?:each|apiece)\b", r"\beach\b[^,;.()]{0,30}$"
_NONE = re.compile(
    r"\b(?:no|zero|without(?:\s+(?:any|an?))?|not\s+an?|nil|0|never\s+(?:[\w-]+\s+){1,3}?any)\s+"
    r"(?P<what>(?:(?!(?:in|on|at|for|from|of|to|by|during|since|with|and|or|over|above|below|under)(?![\w-]))[\w’'-]+\s*){1,4})"
    r"(?P<limit>\s*\b(?:over|above|below|under|exceeding|beyond|longer than|(?:more|greater|less) than)\b)?",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b([^\W\d_]+)-free\b", re.IGNORECASE)
_OR = re.compile(r"\b(?P<a>[^\W\d_][\w-]+)\s+(?:and/)?or\s+(?P<b>[^\W\d_][\w-]+)", re.IGNORECASE)
_ORDINALS: Sequence[str] = (
    "first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()
)
_NTH = re.compile(rf"\b(?P<nth>{'|'.join(_ORDINALS)})-?(?=(?P<rest>(?:[\s-]+[\w-]+){{1,4}}))", re.IGNORECASE)
_WON = re.compile(r"\b(?:won|win|wins|winning|winners?|champions?)\b", re.IGNORECASE)
_NOT_WON = re.compile(
    r"\b(?:(?:2nd|3rd|\dth|second|third|fourth|fifth|sixth)\b|runners?[\s-]up|\w*finalists?|\w+list(?:ed)?|nomin\w+|"
    r"silver|bronze|\w*commend\w+|hono\w+ mention)",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:start(?:ed|s)?|began|begun|commenced?|kicked off)\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:complet|finish|conclud|end(?:ed|ing)?\b|clos|deliver|hand(?:ed|ing)? over)", re.IGNORECASE)
_ENDED_IN = re.compile(_ENDED.pattern + r"\w*[^,;.]{0,25}\b(?:19|20)\d\d\b", re.IGNORECASE)
_NTH_HIGHEST = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS[1:])})[\s-]+(?P<most>best|most|[a-z]{{2,}}est)\b", re.IGNORECASE
)
_MOST = re.compile(r"\b(?:most|mostly|mainly|the majority|the bulk|largely)\b", re.IGNORECASE)
_N_OF_M = re.compile(r"\b(\d{1,6})\s+(?:out\s+)?of\s+(?:(?:the|my|our)\s+)?(\d{1,6})\b")
_PLANNED = re.compile(
    r"\b(?:plan(?:ned|s|ning)?|intend(?:ed|s|ing)?|hop(?:ed|es|ing)|expect(?:ed|s)|scheduled|due|about|"
    r"propos(?:ed|es|ing)) to (?P<what>[^,;.()]+)",
    re.IGNORECASE,
)
_COUNTED = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some)"
_SOME = re.compile(
    rf"\bof\s+(?:whom|which|these|them)\s+(?:about\s+|only\s+)?(?P<a>{_COUNTED})\s+(?P<what>[^,;.()]{{2,40}})|"
    rf"[,(]\s*(?P<b>{_COUNTED})\s+(?:of\s+the\s+\w+\s+)?(?:since\s+|later\s+|now\s+|already\s+)?(?P<done>[^\W\d_]+(?:ing|ed)\b[^,;.()]{{0,30}})",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"\b{_COUNTED}\s+of\s+(?:the|its|their|our|my)\s+(?P<what>[^\W\d_]+s)\b",
    re.IGNORECASE,
)
"""Two of the maps: of more."""
_WHOLE = r"(?<!\bof )\b(?:the|its|their|our|my)\s+{}\b"
_ALL = re.compile(r"\b(?:all|every|per)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"\b(?:but|except\w*|apart from|other than|save|bar)\b", re.IGNORECASE)
_ITS_DEED = re.compile(r"\b(?:that|which)\s+(?:won|earned|gained)\b", re.IGNORECASE)
_HAD_BEGUN = re.compile(
    r"\bhad\s+(?:just\s+|only\s+)?(?:begun|started)\s+(?:[\w-]+\s+)??(?P<what>\w+ing)\b", re.IGNORECASE
)
_SHOWN = re.compile(r"\b(?:was|were|been|got)\s+(?:shown|taught)\s+(?:how\s+)?to\s+(?P<what>\w+)", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
_EACH_NTH = re.compile(
    rf"\b(?:per|every|each)\s+(?:other|alternate|second|third|\d+(?:st|nd|rd)|\w+th)\s+(?P<what>[\w-]+)|"
    rf"\b(?:one|1)(?:\s+(?P<one>[\w-]+))?\s+(?:in|out of)\s+(?:every\s+)?{_COUNTED}"
    r"(?:\s+(?P<of>[\w-]+))?",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:per|every|each|all)\s+(?:of\s+)?(?:the\s+)?(?P<what>[\w-]+)", re.IGNORECASE)
_STILL = re.compile(r"\bstill\s+(\w+ing)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b", re.IGNORECASE)
_SAYS_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|just|limited|restricted|confined|not?|without|purely)\b", re.IGNORECASE
)
_EITHER = re.compile(r"\beither\s+(?:[\w-]+\s+)??(?P<a>[\w-]+)\s+or\s+(?:[\w-]+\s+)??(?P<b>[\w-]+)", re.IGNORECASE)
_ON_TOP = re.compile(
    r"\b(?:on top of|in addition to|besides|as well as|plus|(?:a\s+)?further|another|additional)\s+(?:an?\s+)?[£$€\d]",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:incl(?:uding|udes|uded|\.)?|of which|thereof)\s+(?:an?\s+)?[£$€\d]", re.IGNORECASE)


def unlimited(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Limits of what `texts` tell that `sentence` leaves out or moves."""
    yield from _none_at_all(sentence, texts)
    yield from _one_of_two(sentence, texts)
    yield from _another_nth(sentence, texts)
    yield from _some(sentence, texts)
    yield from _parts(sentence, texts)
    yield from _only(sentence, texts)
    yield from _won(sentence, texts)
    yield from _highest(sentence, texts)
    yield from _most(sentence, texts)
    yield from _of_several(sentence, texts)
    yield from _planned(sentence, texts)
    yield from _begun(sentence, texts)
    yield from _shown(sentence, texts)
    if _ALL.search(sentence) and any(map(_ALL_BUT.search, texts)) and not _ALL_BUT.search(sentence):
        yield "it leaves out what was excepted"
    if _ON_TOP.search(sentence) and any(map(_INCLUDED.search, texts)):
        yield "the facts count that in"


def _highest(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The highest of what the facts name the third highest."""
    for found in (one for text in texts for one in _NTH_HIGHEST.finditer(text)):
        most = re.escape(found["most"])
        told = re.compile(rf"(?<!{found['nth']}[ -])\b{most}\b", re.IGNORECASE)
        if told.search(sentence) and not any(told.search(text) for text in texts):
            yield f"the facts say “{found[0]}”"


def _most(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Most of what the facts tell of half or less: 4 of the 11."""
    if _MOST.search(sentence) and not any(map(_MOST.search, texts)):
        shares = [found for text in texts for found in _N_OF_M.finditer(text)]
        if shares and all(2 * int(found[1]) <= int(found[2]) for found in shares):
            yield "the facts do not say that it was most"


def _of_several(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """All of what the facts tell of each tenth, or of one in ten."""
    each = {canonical(found["what"]) for found in _EACH.finditer(sentence)}
    told = {canonical(found["what"]) for text in texts for found in _EACH.finditer(text)}
    for found in (one for text in texts for one in _EACH_NTH.finditer(text)):
        whats = {canonical(what) for what in (found["what"], found["one"], found["of"]) if what}
        if whats & (each - told) - lexicon().empty:
            yield f"the facts say “{found[0]}”"
            return


def _planned(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Numbers of what was only planned told as done: planned to move 40, and 15 were moved."""
    if _PLANNED.search(sentence):
        return
    for found in (one for text in texts for one in _PLANNED.finditer(text)):
        rest = [one for text in texts for one in quantities(text.replace(found[0], " "))]
        for one in quantities(found["what"]):
            told = any(equal(one, said) for said in quantities(sentence))
            if one.kind == "count" and told and not any(equal(one, other) for other in rest):
                yield "the facts only say that it was planned"
                return


def _won(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A second prize told as won, or what a thing won as won by who made it."""
    if not _WON.search(sentence):
        return
    if any(map(_ITS_DEED.search, texts)) and not _ITS_DEED.search(sentence):
        yield "the facts say that of what was made, not of the person"
    won = [part for text in texts for part in re.split(r"[;.,]", text) if _WON.search(part)]
    lesser = any(map(_NOT_WON.search, texts)) and all(map(_NOT_WON.search, won))
    if lesser and not _NOT_WON.search(sentence):
        yield "the facts do not say that it was won outright"


def _begun(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What was only begun told as done: works began in May, as completed in May; had begun training a hound."""
    done = {token.key for token in tokens(sentence) if token.text.casefold().endswith("ed")}
    begun = {canonical(found["what"]) for text in texts for found in _HAD_BEGUN.finditer(text)}
    ongoing = {canonical(found) for text in texts for found in _STILL.findall(text)}
    ended = [token for token in tokens(sentence) if token.key in ongoing and not token.text.endswith("ing")]
    if any(is_verbal(token.text) for token in ended) and not re.search(
        r"\b(?:still|partly|so far|to date)\b", sentence
    ):
        yield "the facts say that it still goes on"
    ended_in = _ENDED_IN.search(sentence) and not re.search(r"\b(?:expect\w*|due|planned|will)\b", sentence)
    starts = ended_in and any(map(_BEGAN.search, texts)) and not any(map(_ENDED.search, texts))
    if starts or (not done.isdisjoint(begun) and not re.search(r"\b(?:beg[aiu]n|start)", sentence)):
        yield "the facts tell of a start, not of an end"


def _shown(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What one was shown or taught to do told as done: spliced rope."""
    shown = {canonical(found["what"]) for text in texts for found in _SHOWN.finditer(text)}
    told = (token for token in tokens(sentence) if token.key in shown and not token.text.endswith("ing"))
    if any(is_verbal(token.text) and not _TO.search(sentence[: token.start]) for token in told):
        yield "the facts only say that one was shown how"


def of_each(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A sum of `texts` told of each in `sentence`; both as they were written."""
    for said in quantities(sentence):
        if re.match(_AFTER, sentence[said.end :]) or re.search(_BEFORE, sentence[: said.lead]):
            near = [
                text[max(0, other.lead - 40) : other.end + 40]
                for text in texts
                for other in quantities(text)
                if equal(said, other)
            ]
            if near and all(_SUM.search(part) and not re.search(r"\beach\b", part, re.IGNORECASE) for part in near):
                yield f"the facts give {sentence[said.start : said.end].strip()} for all of them together"


def _none_at_all(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """None of a kind, or none over a limit, told as none at all."""
    here = {key for found in _NONE.finditer(sentence) for key in claims_of(found["what"])}
    here |= {canonical(found[1]) for found in _FREE.finditer(sentence)}
    said = frozenset(token.key for token in tokens(sentence))
    for text in texts:
        for found in _NONE.finditer(text):
            what = claims_of(found["what"])
            if not here.isdisjoint(what) and (
                any(not supports(key, said | here) for key in what)
                or (found["limit"] and not re.search(r"\b(?:over|above|below|under|exceed\w*|beyond|than)\b", sentence))
            ):
                yield "it leaves out what there was none of"
                return


def _one_of_two(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """One of two things that the facts leave open, or both of them."""
    for found in (one for text in texts for one in _EITHER.finditer(text)):
        both = rf"\b{re.escape(found['a'])}\s+and\s+(?:[\w-]+\s+)??{re.escape(found['b'])}\b"
        if re.search(both, sentence, re.IGNORECASE):
            yield f"the facts say “{found[0]}”"
    if re.search(r"\bor\b|/|\beither\b", sentence):
        return
    said = frozenset(token.key for token in tokens(sentence))
    for text in texts:
        for found in _OR.finditer(text):
            pair = [canonical(found["a"]), canonical(found["b"])]
            rest = {token.key for token in tokens(text.replace(found[0], " "))}
            told = [key for key in pair if key in said and key not in rest]
            if (
                lexicon().empty.isdisjoint(pair)
                and len(told) == 1
                and not any(supports(key, said) for key in pair if key not in told)
            ):
                yield f"the facts say “{found[0]}”"
                return


def _some(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What only some of several did or were, told of all: cases, two ending in conviction."""
    said = frozenset(token.key for token in tokens(sentence))
    written = {word.casefold() for word in re.findall(r"\w+", sentence)} | {one.value for one in quantities(sentence)}
    for text in texts:
        for found in _SOME.finditer(text):
            number, what = found["a"] or found["b"], found["what"] or found["done"]
            values = {one.value for one in quantities(number)}
            single = number.casefold() in ("1", "one") and not written.isdisjoint({"1", "one"})
            rest = {token.key for token in tokens(text.replace(found[0], " "))}
            told = [key for key in claims_of(what) if key in said and key not in rest]
            if told and not single and number.casefold() not in written and values.isdisjoint(written):
                yield f"it leaves out that it was “{found[0].strip(', ')}”"
                return


def _parts(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Some of several things told as all of them: two of the maps, the maps."""
    for text in texts:
        for found in _PART_OF.finditer(text):
            if re.search(_WHOLE.format(found["what"]), sentence, re.IGNORECASE) and not quantities(sentence):
                yield f"it leaves out that it was “{found[0]}”"


def _only(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts tell with "only", told without."""
    if _SAYS_ONLY.search(sentence):
        return
    said = frozenset(token.key for token in tokens(sentence))
    for text in texts:
        for part in re.split(r"[;,.()]", text):
            before, *after = _ONLY.split(part, maxsplit=1)
            if not after:
                continue
            rest = {token.key for token in tokens(text.replace(part, " "))}
            what = claims_of(part)
            limit = claims_of(before)[-2:] or what[:2]
            if any(key in said and key not in rest for key in what) and not any(supports(key, said) for key in limit):
                yield "it leaves out how little that was"
                return


def _another_nth(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A second of what the facts name the third of."""
    told = [pair for text in texts for pair in _nths(text)]
    for nth, nouns in _nths(sentence):
        same = {one for one, others in told if nouns & others}
        if same and nth not in same:
            yield f"the facts do not say “{nth}” of this"


def _nths(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for found in _NTH.finditer(text):
        nth = _ORDINALS[_ORDINALS.index(found["nth"].casefold()) % 10]
        words = [token for token in tokens(found["rest"]) if token.text.casefold() not in (*_ORDINALS, "and", "or")]
        yield nth, frozenset(token.key for token in words[:1])
