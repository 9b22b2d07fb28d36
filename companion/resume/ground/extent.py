"""How far a claim reaches: a part told as the whole, across all of something, the most or the best of more."""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.thesaurus import describes
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.verbs import is_verbal

_ACROSS = re.compile(
    r"\b(?P<how>across|throughout|all\s+over)\s+(?:the|our|all|an?)\s+(?:(?:whole|entire|\w+al)\s+)?(?P<whole>[^\W\d_]+)\b(?!\s+(?:of|in)\b)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?P<part>page|module|chapter|component|feature|screen|piece|corner|wing|floor|sample|subset|aspect|"
    r"room|episode|scene|volume|verse)s?"
    r"\s+(?:of|to|in)\s+(?:(?:an?|the|our|their|its)\s+|(?=[\"“]))[\"“]?(?P<whole>(?:[\w-]+\s+)?[\w-]+)",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"(?P<whole>[^\W\d_]{3,}),?\s+(?:including\s+(?:its|the|their)?|(?:along |together )?with\s+(?:its|their))\s*"
    r"(?P<part>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_GOING_WITH = re.compile(
    r"\b(?P<deed>[^\W\d_]{3,}),?\s+(?:together\s+|along\s+)?with\s+(?:(?:an?|the|its|some)\s+)?"
    r"(?:[a-z-]+\s+)??(?P<what>[a-z-]{4,})(?=\s*(?:[,;.()]|$)|\s+(?:from|in|to|at|for|on|by|of)\b)",
    re.IGNORECASE,
)
_AND_ONE_MORE = r"\b(?:and|plus)\s+(?:(?:an?|the|its|their|some)\s+)?(?:[\w-]+\s+)?"
_DEALING = frozenset(
    "deal cope liais help assist meet communic interact collabor correspond task trust entrust charg compli engag "
    "consult negoti experi experiment begin start speak talk cooper partner fill load".split()
)
"""With these, what comes after "with" is what was seen to."""
_LATEST = re.compile(r"\b(?:last|latest|since)\b", re.IGNORECASE)
_BEST_OF = re.compile(
    r"\b(?:best|top|leading|number one)\b(?:[\s-][\w-]+){0,4}?\s(?:of|in|for) (?:the|its|all) (?P<whole>[\w-]+)",
    re.IGNORECASE,
)

_ALL_ALONG = re.compile(
    r"\b(?:a|all) ?round[ _]the[ _]clock\b|(?<![\d/])24/7(?![\d/])|\bday and night\b|"
    r"\b(?:throughout|all of|all through|the whole of|the entirety of)\s+(?:19|20)\d\d\b|"
    r"\b(?:throughout|over|across|during|in|of)\s+(?:my|his|her|their|the|an?)\s+(?:(?:entire|whole)\s+)?"
    r"(?:career|working life)\b",
    re.IGNORECASE,
)


def widened(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What `sentence` tells of more than `texts` do."""
    yield from _wholes(sentence, texts)
    yield from _extent(sentence, texts)
    yield from _superlatives(sentence, texts)
    yield from _taken_along(sentence, texts)
    yield from _best_of(sentence, texts)
    if _ALL_ALONG.search(sentence) and not any(map(_ALL_ALONG.search, texts)):
        yield "the facts do not say so of all that time"


def _wholes(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A part of something told as the whole of it."""
    said = {token.key for token in tokens(sentence)}
    for text in texts:
        for found in _PART_OF.finditer(text):
            part, whole = canonical(found["part"]), {t.key for t in tokens(found["whole"])} - lexicon().empty
            if whole and whole <= said and not any(supports(key, {part}) for key in said):
                yield f"the facts speak of a {found['part'].casefold()} of it"
    for found in _INCLUDING.finditer(sentence):
        whole, part = canonical(found["whole"]), canonical(found["part"])
        pairs = (pair for text in texts for pair in itertools.pairwise(tokens(text)))
        inside = re.compile(
            rf"\b{re.escape(found['part'])}\b(?:\s+\w+)?\s+(?:of|in|for)\s+(?:an?|the|our|its)\s+(?:[\w,.-]+\s+){{0,3}}?"
            rf"{re.escape(found['whole'])}\b",
            re.IGNORECASE,
        )
        if any(inside.search(re.sub(r"\s*\([^()]*\)", "", text)) for text in texts) or any(
            (a.key, b.key) == (whole, part) and b.start == a.end + 1 for a, b in pairs
        ):
            yield f"the facts speak of the {found['part']} only"


def _taken_along(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts only name as going with what was done later: a menu and a wine list, for one printed with it."""
    told = [token.key for text in texts for token in tokens(text)]
    open_to_all = lexicon().empty | _DEALING
    for text in texts:
        for found in _GOING_WITH.finditer(text):
            what, deed = canonical(found["what"]), canonical(found["deed"])
            if told.count(what) > 1 or not is_verbal(found["deed"]) or not open_to_all.isdisjoint({what, deed}):
                continue
            one_more = re.search(_AND_ONE_MORE + rf"{re.escape(found['what'])}\b", sentence)
            if one_more and deed not in {token.key for token in tokens(sentence[: one_more.start()])}:
                yield f"the facts name “{found['what']}” only as what it was {found['deed'].casefold()} with"


def _extent(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Across all of something, where the facts do not name that."""
    written = {token.key for text in texts for token in tokens(text)}
    for found in _ACROSS.finditer(sentence):
        if canonical(found["whole"]) not in written:
            yield f"the facts do not say that it was {found['how'].casefold()} the {found['whole']}"


def _superlatives(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The most of something, where the facts do not say so."""
    for found in re.finditer(r"\b(?:most|(?<!at )least)\s+([^\W\d_]+)", sentence, re.IGNORECASE):
        if found[1].casefold() == "recent" and any(map(_LATEST.search, texts)):
            continue
        if describes(found[1].casefold()) and not any(found[0].casefold() in text.casefold() for text in texts):
            yield f"the facts do not say “{found[0]}”"


def _best_of(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The best of more than the facts name: of the region, for the branch."""
    told = frozenset(token.key for text in texts for token in tokens(text))
    for found in re.finditer(r"\bof the (?:year|season|decade)\b", sentence, re.IGNORECASE):
        if not any(found[0].casefold() in text.casefold() for text in texts):
            yield f"the facts do not say “{found[0]}”"
    for found in _BEST_OF.finditer(sentence):
        key = canonical(found["whole"])
        if key not in lexicon().empty and told.isdisjoint({key, *lexicon().same.get(key, ())}):
            yield f"the facts do not say “{found[0]}”"
