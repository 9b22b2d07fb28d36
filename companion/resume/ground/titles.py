"""Titles of people: none that the facts do not name, and none made of what they tell otherwise."""

import re
from collections.abc import Iterator, Sequence, Set

from companion.resume.ground.kinds import is_noun_of
from companion.resume.ground.lexicon import lexicon, marks_of
from companion.resume.ground.thesaurus import is_noun, is_person, means
from companion.resume.ground.tokens import Token, canonical, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.reading.vocabulary import TITLE, names_language

_PREPOSITIONS = frozenset(
    "of in on at by for from to onto upon with within through throughout during across along among between "
    "about against "
    "over under until till per via off that which who while as and or so than using where when after before "
    "without but".split()
)
_NOT_TITLES = frozenset(
    "server driver agent lead head member partner coach mentor volunteer cook guard author student intern trainee "
    "fellow controller "
    "planner leads heads members partners servers drivers agents volunteers students interns trainees pupils "
    "officer chair "
    "internship fellowship leadership qa recorder".split()
)
_TOLD_AS_VERBS = frozenset(
    "student students server servers volunteer qa internship coach mentor author intern trainee tutor speaker "
    "organiser organizer "
    "contributor volunteers coaches mentors interns tutors speakers".split()
)
_DEGREE = re.compile(r"(?:bachelor|master|doctor)(?:['’]s)?\s+(?:of|in|degree)\b", re.IGNORECASE)
_UNDER = frozenset("mate helper aide assistant apprentice trainee intern deputy".split())
"""Whoever is so called after a title is not of that title: an electrician's mate."""
_LOWER = frozenset(
    "deputy assistant associate junior vice acting interim trainee intern co sub apprentice student substitute".split()
)
_DOER = re.compile(r"(?:ers?|ors?|ists?|ians?|[mw][ae]n)$")
_BEFORE_TITLES = frozenset("freelance stand-in registered".split())
_BESIDE = re.compile(r"\b(?:with|to|for|by|under|from|alongside)\s+(?:an?|the|my|our)\b", re.IGNORECASE)
_BECAME = re.compile(r"(?:\b(?:turned|became|now)\s+|→\s*|->\s*)(?:an?\s+)?((?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)
_AND_AS = re.compile(
    r"(?:[/&]|\band)\s+(?:[\w-]+\s+){0,2}?([\w-]+)(?=\s*(?:$|[,.;:(]|\b(?:for|of|at|in|since|from)\b))"
)
_AS = re.compile(
    r"(?:worked\s+)?as\s+(?:an?\s+|the\s+)?((?:[\w-]+\s+){0,3}?[\w-]+)(?=,|\s+(?:for|of|at|in|to|with|on)\b)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:with|to|for|by|under|from|alongside|my|our|assisting|supporting|assisted|supported|helped)\s+(?:(?!(?:as|and)\b)[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
_RANKED = frozenset({"head", "lead", "senior", "chief", "team"})
_OWNER = re.compile(r"['’]s?$")
_DOES = re.compile(
    r"\s+(?:\w+ed|\w+s|did|gave|wrote|led|ran|made)\s+(?:it|them|this|these|that|me|us|my|our)\b", re.IGNORECASE
)
"""Who did something with it is somebody else: the architect checked them."""
_WITH = re.compile(r"\b(?:with|to|for|by|under|from|alongside|of|on|at|in|and)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_UNDER_WHOM = re.compile(r"\bunder\s+(?:(?:an?|the|my)\s+)?$", re.IGNORECASE)
_TRADE = re.compile(r"(?:er|or|ist|ian|hand|man|woman|head|smith|wright|boss)$")
_STANDING_IN = frozenset("assist help support deputis deputiz cover stand fill".split())
_SHORT = {
    "physician": ("doctor", "doctors"),
    "doctor": ("physician", "physicians"),
    "attorney": ("lawyer", "lawyers"),
    "lawyer": ("attorney", "attorneys"),
    "server": ("waiter", "waiters", "waitress"),
    "waiter": ("server", "servers"),
    "representative": ("rep", "reps"),
    "developer": ("dev", "devs"),
    "administrator": ("admin", "admins"),
    "freelance": ("freelancer", "freelancers"),
    "freelancer": ("freelance",),
}  # fmt: skip
_CALLINGS = frozenset(
    "manag direct lead head chair coordin found develop design engin program account produc administr execut".split()
)
"""What one may have done without having been called so: to have managed is not to have been the manager."""


def untitled(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Titles of people that the facts do not name, or name of somebody else."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    found = list(tokens(sentence))
    for token in found:
        folded = token.text.casefold()
        if folded in _NOT_TITLES or not TITLE.fullmatch(folded):
            continue
        forms = {
            folded,
            folded.removesuffix("s"),
            f"{folded}s",
            f"{folded}ship",
            *_SHORT.get(folded.removesuffix("s"), ()),
        }
        if written.isdisjoint(forms) and not _general(folded, written) and not _told_as_verb(folded, texts):
            yield f"the title “{token.text}” is not in the facts"
    yield from _raised(sentence, texts)
    yield from _anothers(sentence, texts)
    opening = opening_title(sentence)
    if opening == "particip" and any("assist" in marks_of(words_of(text)) for text in texts):
        return
    if any(_told_as_verb(token.text.casefold(), texts) for token in found[:5]):
        return
    told = {token.key for text in texts for token in tokens(text) if is_verbal(token.text)}
    if (
        opening
        and opening not in lexicon().strong
        and not TITLE.fullmatch(found[0].text)
        and any(means(opening, verb) for verb in told)
    ):
        return
    if opening and not any(
        (opening == "member" and _belongs(found, text))
        or opening == opening_title(text)
        or (_is_heading(text) and opening in words_of(text))
        or opening in _served_as(text)
        or opening in _became(text)
        or opening in _beside(text)
        for text in texts
    ):
        yield "it makes a title of what the facts tell otherwise"


def _anothers(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """The title of somebody else, whom the facts only name as one worked with or under, told as the person's own."""
    said = tokens(sentence)
    called = _AS.match(sentence)
    for token in said[:4]:
        if not _TRADE.search(token.text) or _UNDER_WHOM.search(sentence[: token.start]):
            continue
        heads = [text[: one.start] for text in texts for one in tokens(text) if one.key == token.key]
        if heads and all(map(_UNDER_WHOM.search, heads)):
            yield "the title is somebody else's in the facts"
            return
    for place, token in enumerate(said):
        folded = token.text.casefold()
        if not (called and token.end == called.end(1)) and (
            token.name
            or not TITLE.fullmatch(folded)
            or not _borne(sentence, said, place)
            or (folded in _NOT_TITLES and not (place and said[place - 1].text.casefold() in _RANKED))
        ):
            continue
        named = [(text, one) for text in texts for one in tokens(text) if _OWNER.sub("", one.text.casefold()) == folded]
        if named and all(
            _OWNER.search(one.text) or _SOMEBODY.search(text[: one.start]) or _DOES.match(text[one.end :])
            for text, one in named
        ):
            yield "the title is somebody else's in the facts"
            return


def _borne(sentence: str, said: Sequence[Token], place: int) -> bool:
    """Whether a title stands where who tells bears it: at the opening, or after "as"."""
    token = said[place]
    head = sentence[: token.start]
    if re.match(r"['’]s?\b|\s+(?:\w+s|\w+ing|\w+ion|\w+ment)\b", sentence[token.end :]):
        return False  # the manager's notes, manager training
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
        lowered = learning or _lowered(near) or _under(said, place) or any(one.key in _STANDING_IN for one in near)
        opens = place == 0 and _DOER.search(token.text) and is_noun(canonical(token.text.rpartition("-")[2]))
        if lowered or not (opens or _is_title(token)) or _SOMEBODY.search(sentence[: token.start]):
            continue
        homes = [
            _lowered(there[max(0, n - 4) : n + 1]) or _under(there, n, told)
            for there in map(tokens, texts)
            for n, t in enumerate(there)
            if t.key == token.key
        ]
        if homes and all(homes):
            yield f"it leaves out what kind of {token.text} that was"


def _lowered(found: Sequence[Token]) -> bool:
    return any(token.text.casefold().removesuffix("s") in _LOWER for token in found)


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


def words_of(text: str) -> set[str]:
    return {token.key for token in tokens(text)}


def _told_as_verb(folded: str, texts: Sequence[str]) -> bool:
    """Whether a word such as owner or packer only names who did what the facts tell: own, pack, assist."""
    doer = folded.removesuffix("s")
    if doer == "assistant":
        return any("assist" in marks_of(words_of(text)) for text in texts)
    roots = {
        canonical(doer[: -len(end)] + tail) for end in ("er", "or", "r") if doer.endswith(end) for tail in ("", "e")
    }
    roots |= {canonical(doer)} if doer in _TOLD_AS_VERBS | {"guide", "cook"} else set()
    roots |= {root[:-1] for root in roots if len(root) > 3 and root[-1] == root[-2]}  # shopper
    roots -= _CALLINGS | {""}
    told = {token.key for text in texts for token in tokens(text) if is_verbal(token.text)}
    return any(root in told or f"re{root}" in told for root in roots if len(root) > 2)


def _general(folded: str, written: set[str]) -> bool:
    """Whether the facts name someone whom the title describes more generally, such as a nurse as a colleague."""
    key = canonical(folded)
    return any(key in lexicon().wider.get(canonical(word), ()) for word in written)


def opening_title(text: str) -> str:
    """The title a text begins with, where it does not begin with what was done."""
    first = list(tokens(text))[:5]
    for token in first:
        folded = token.text.casefold()
        if folded in ("was", "am", "is"):
            continue
        if (is_verbal(folded) and folded not in _BEFORE_TITLES) or folded in ("to", "for", "with"):
            return ""
        if folded in _PREPOSITIONS and folded not in ("of", "and"):
            return ""
        if folded.endswith(("ion", "ment", "ing", "ance")) or (folded.endswith("s") and is_person(folded[:-1])):
            return ""  # supervision of six apprentices, team of four technicians
        if folded in _BEFORE_TITLES or names_language(token.text) or _DEGREE.match(text, token.start):
            continue
        gerund = re.match(r"\s[^\W\d_]+ing\b", text[token.end :])
        if TITLE.fullmatch(folded) and folded not in _TOLD_AS_VERBS and not (gerund and folded == "chair"):
            return token.key
        if token is first[0] and len(first) > 1 and is_person(folded) and not folded.endswith("s"):
            following = first[1].text.casefold()
            if following.endswith("ing") and re.match(
                r"\s*(?:$|[(,;:–—]|(?:at|in|for|of|on|from|and\s+\w+ing\s+of)\b)", text[first[1].end :]
            ):
                return ""  # trailer loading at a hub
            if folded not in _TOLD_AS_VERBS and (
                following.endswith("ing") or following in ("for", "of", "at", "in", "who", "by", "since")
            ):
                return token.key
    return ""


def _served_as(text: str) -> set[str]:
    """The words of what somebody was as: served as treasurer, two years as a barista."""
    found = re.search(
        r"\bas\s+(?:an?\s+|the\s+)?((?:[\w-]+\s+){0,3}?[\w-]+)(?=[,.;:]|\s*\(|\s+(?:for|of|at|in|with|from|on|to)\b|$)",
        text,
        re.IGNORECASE,
    )
    return words_of(found[1]) if found else set()


def _belongs(said: Sequence[Token], text: str) -> bool:
    """Whether a text tells of being in what the sentence names a member of: sat on the works council."""
    at = next(place for place, token in enumerate(said) if token.key == "member")
    near = [*said[max(0, at - 1) : at], *said[at + 1 : at + 6]]
    groups = (
        found[1]
        for found in re.finditer(
            r"\b(?:on|in|of|joined)\s+(?:an?|the|my|our)\s+((?:[\w-]+\s+){0,2}[\w-]+)", text, re.IGNORECASE
        )
    )
    return any(token.key in words_of(group) - lexicon().empty for group in groups for token in near)


def _beside(text: str) -> set[str]:
    """The titles that a text names beside the one it begins with: form tutor for year 8 and German teacher."""
    if not opening_title(text):
        return set()
    return {canonical(found[1]) for found in _AND_AS.finditer(text) if TITLE.fullmatch(found[1].casefold())}


def _became(text: str) -> set[str]:
    """The words of what somebody came to be: landscape gardener turned data analyst."""
    found = _BECAME.search(text)
    return words_of(found[1]) if found else set()


def role(text: str) -> str:
    """The title that a text says the person had; none where what lowers it stands beside it."""
    return "" if _lowered(tokens(text)[:5]) else opening_title(text)


def _is_heading(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and not _BESIDE.search(text)
        and bool(TITLE.search(text))
        and not any(is_verbal(t.text) for t in tokens(text))
    )
