"""Who bears a title: somebody else, or the person only in part, as a deputy manager or a builder's labourer does."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from companion.resume.ground.kinds import is_noun_of
from companion.resume.ground.lexicon import supports
from companion.resume.ground.parties import own_part
from companion.resume.ground.thesaurus import is_noun, is_person
from companion.resume.ground.titles import LEADS_ON, NOT_TITLES, lowered, words_of
from companion.resume.ground.tokens import Token, canonical, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.reading.vocabulary import TITLE

_UNDER = frozenset("mate helper aide assistant apprentice trainee intern deputy".split())
"""Whoever is so called after a title is not of that title: an electrician's mate."""
_DOER = re.compile(r"(?:ers?|ors?|ists?|ians?|[mw][ae]n)$")
_AS = re.compile(
    r"(?:worked\s+)?as\s+(?:an?\s+|the\s+)?((?:[\w-]+\s+){0,3}?[\w-]+)(?=,|\s+(?:for|of|at|in|to|with|on)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|then|now|became|to become|promoted to)\s+(?:an?\s+|the\s+)?(?P<what>[^\W\d_]+\s[^\W\d_]+)",
    re.IGNORECASE,
)
_ROSE = re.compile(
    r"\b(?:promot\w+|advanc\w+|mov\w+|risen|rose|rising)\s+(?:up\s+)?to\s+(?:(?:an?|the)\s+)?$", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"\b(?:with|to|for|by|under|from|alongside|my|our|assisting|supporting|assisted|supported|helped)\s+(?:(?!(?:as|and)\b)[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
_RANKED = frozenset({"head", "lead", "senior", "chief", "team"})
_QUALIFIED = frozenset("principal chartered licensed licenced registered certified qualified".split())
_OWNER = re.compile(r"['’]s?$")
_DOES = re.compile(
    r"\s+(?:\w+ed|\w+s|did|gave|wrote|led|ran|made)\s+(?:it|them|this|these|that|me|us|my|our)\b|\s+did\s+the\b",
    re.IGNORECASE,
)
"""Who did something with it is somebody else: the architect checked them."""
_WITH = re.compile(r"\b(?:with|to|for|by|under|from|alongside|of|on|at|in|and)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_UNDER_WHOM = re.compile(r"\bunder\s+(?:(?:an?|the|my)\s+)?$", re.IGNORECASE)
_TRADE = re.compile(r"(?:er|or|ist|ian|hand|man|woman|head|smith|wright|boss)$")
_LEADING = frozenset("lead head manag direct chair own supervis overse founded".split())
_APPOSED = re.compile(r"\b[A-Z][\w’'-]+\s+(?P<name>[A-Z][\w’'-]+),\s+(?P<what>(?:an?|the|our|my)\s+[^,;.()]{3,60})")
_PIECES = re.compile(r"[,;:.()]\s*")
_TAKEN_ON = re.compile(r"\s+(?:role|post|position|job|seat|duties|work)\b", re.IGNORECASE)
"""What of somebody's one may have had oneself."""
_BY = re.compile(r"\s+by\b")
_HEADS = re.compile(r"\s+(?:of\b|(?:[\w-]+\s+)?(?:" + TITLE.pattern + r")\b)", re.IGNORECASE)
_TITLED = re.compile(rf"\s+(?:{TITLE.pattern})\b", re.IGNORECASE)
_STANDING_IN = frozenset("assist help support deputis deputiz cover stand fill".split())


def another_bears(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Titles that `texts` give to somebody else, or to the person with what lowers them."""
    yield from _raised(sentence, texts)
    yield from _anothers(sentence, texts)
    yield from _lent(sentence, texts)
    yield from _apposed(sentence, texts)


def _anothers(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The title of somebody else, whom the facts only name as one worked with or under, told as the person's own."""
    said = tokens(sentence)
    called = _AS.match(sentence)
    for token in said[:4]:
        trade = _TRADE.search(token.text) or TITLE.fullmatch(token.text.rpartition("-")[2].casefold())
        if not trade or _UNDER_WHOM.search(sentence[: token.start]):
            continue
        heads = [text[: one.start] for text in texts for one in tokens(text) if one.key == token.key]
        if heads and all(map(_UNDER_WHOM.search, heads)):
            yield "the title is somebody else's in the facts"
            return
    for place, rank in enumerate(said[:3]):
        heads = [text[: one.start] for text in texts for one in tokens(text) if one.key == rank.key]
        if (
            rank.text.casefold() in _RANKED | _QUALIFIED
            and heads
            and all(map(_SOMEBODY.search, heads))
            and _calls(said, place)
        ):
            yield "the title is somebody else's in the facts"
            return
    for found in _LATER.finditer(sentence):
        heads = [
            text[: one.start()] for text in texts for one in re.finditer(re.escape(found["what"]), text, re.IGNORECASE)
        ]
        if (
            _is_title(tokens(found["what"])[-1])
            and heads
            and all(_SOMEBODY.search(head) and not _ROSE.search(head) for head in heads)
        ):
            yield "the title is somebody else's in the facts"
            return
    for place, token in enumerate(said):
        folded = token.text.casefold()
        if not (called and token.end == called.end(1)) and (
            token.name
            or not (TITLE.fullmatch(folded) or is_person(folded))
            or not _borne(sentence, said, place)
            or (folded in NOT_TITLES and not (place and said[place - 1].text.casefold() in _RANKED))
        ):
            continue
        named = place and re.match(r"\s+[A-Z][a-z]", sentence[token.end :])
        if named or lowered(said[max(0, place - 3) : place + 1]):
            continue  # analyst Noor Aziz; whose deputy
        named = [
            (text, one)
            for text in texts
            for one in tokens(text)
            if _OWNER.sub("", one.text.casefold()) in (folded, f"{folded}s")
        ]
        if not TITLE.fullmatch(folded) and not all(
            _OWNER.search(one.text) or _DOES.match(text[one.end :]) for text, one in named
        ):
            continue  # a scanner may be a thing; a surgeon's mate has a surgeon
        if named and all(
            (_OWNER.search(one.text) and not _TAKEN_ON.match(text[one.end :]))
            or _SOMEBODY.search(text[: one.start])
            or _DOES.match(text[one.end :])
            or folded not in own_part(text).casefold()
            for text, one in named
        ):
            yield "the title is somebody else's in the facts"
            return


def _calls(said: Sequence[Token], place: int) -> bool:
    """Whether a title comes soon after a rank, and nothing that was done before it."""
    after = itertools.takewhile(lambda one: one.key not in LEADS_ON, said[place + 1 : place + 4])
    opens = not any(is_verbal(one.text) or one.key in LEADS_ON for one in said[:place])
    return opens and any(_is_title(one) or one.text.isupper() for one in after)


def _lent(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Led, owned or founded, where the facts have that in somebody else's title alone: assistant to the manager."""
    for token in tokens(sentence):
        rest = sentence[token.end :]
        if not is_verbal(token.text) or _BY.match(rest) or _HEADS.match(rest):
            continue
        leads = token.key in _LEADING
        named = [
            (text, one)
            for text in texts
            for one in tokens(text)
            if (one.key == token.key if not leads else supports(token.key, {one.key}) or is_noun_of(one.key, token.key))
        ]
        if named and all(
            _SOMEBODY.search(text[: one.start])
            and ((leads and _is_title(one)) or (_HEADS if leads else _TITLED).match(text[one.end :]))
            for text, one in named
        ):
            yield f"“{token.text}” is in the title of somebody else in the facts"
            return


def _apposed(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts call somebody whom they name, told without the name: Dr Moss, a board-certified dermatologist."""
    for found in (one for text in texts for one in _APPOSED.finditer(text)):
        rest = {token.key for text in texts for token in tokens(text.replace(found[0], " "))}
        called = {
            token.key
            for token in tokens(found["what"])
            if _is_title(token) or token.text.casefold().rpartition("-")[2] in _QUALIFIED
        } - rest
        pieces = _PIECES.split(sentence)
        for before, piece in itertools.pairwise(["", *pieces]):
            if called & words_of(piece) and found["name"] not in piece and not before.endswith(found["name"]):
                yield "the title is somebody else's in the facts"
                return


def _borne(sentence: str, said: Sequence[Token], place: int) -> bool:
    """Whether a title stands where who tells bears it: at the opening, or after "as"."""
    token = said[place]
    head = sentence[: token.start]
    opens = not any(is_verbal(one.text) and not one.text.endswith("ing") for one in said[:place])
    return bool(
        re.search(r"\bas\s+(?:(?:an?|the)\s+)?(?:(?!to\b|of\b|for\b)[\w-]+\s+){0,3}$", head, re.IGNORECASE)
    ) or (opens and place < 5 and not _WITH.search(head))


def _raised(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A title without what lowers it: a deputy manager told as a manager."""
    said = tokens(sentence)
    told = words_of(sentence)
    for place, token in enumerate(said):
        near = said[max(0, place - 5) : place + 1]
        learning = any(one.text.casefold() in ("training", "studying") for one in near)
        below = learning or lowered(near) or _under(said, place) or any(one.key in _STANDING_IN for one in near)
        opens = place == 0 and _DOER.search(token.text) and is_noun(canonical(token.text.rpartition("-")[2]))
        plain = token.text.casefold() in ("freelance", "self-employed")  # how one worked
        if below or plain or not (opens or _is_title(token)) or _SOMEBODY.search(sentence[: token.start]):
            continue
        homes = [
            lowered(there[max(0, n - 4) : n + 1]) or _under(there, n, told)
            for there in map(tokens, texts)
            for n, t in enumerate(there)
            if t.key == token.key and (_is_title(t) or not (t.name and t.start))
        ]
        if homes and all(homes):
            yield f"it leaves out what kind of {token.text} that was"


def _under(found: Sequence[Token], place: int, said: Set[str] = frozenset()) -> bool:
    """Whether somebody else is called so, or the person only in part: a builder's labourer, a specialist student."""
    return any(
        token.key in _UNDER
        or (found[place].end + 1 == token.start and is_person(token.text.casefold()) and not _named(token.key, said))
        for token in found[place + 1 : place + 2]
    )


def _named(key: str, said: Set[str]) -> bool:
    return key in said or any(is_noun_of(key, one) for one in said)  # a driver, who drove


def _is_title(token: Token) -> bool:
    folded = token.text.casefold()
    return bool(TITLE.fullmatch(folded)) or (bool(_DOER.search(folded)) and is_person(folded.rpartition("-")[2]))
