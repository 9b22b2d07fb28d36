"""Titles of people: none that the facts do not name, and none made of what they tell otherwise."""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.lexicon import lexicon, marks_of
from companion.resume.ground.thesaurus import is_person, means
from companion.resume.ground.tokens import Token, canonical, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.reading.vocabulary import TITLE, names_language

_PREPOSITIONS = frozenset(
    "of in on at by for from to onto upon with within through throughout during across along among between "
    "about against "
    "since over under until till per via off that which who while as and or so than using where when after before "
    "without but".split()
)
NOT_TITLES = frozenset(
    "server driver agent lead head member partner coach mentor volunteer cook guard author student intern trainee "
    "fellow controller "
    "planner leads heads members partners servers drivers agents volunteers students interns trainees pupils "
    "officer chair "
    "internship fellowship leadership qa recorder".split()
)
"""Titles that are as often something else."""
_TOLD_AS_VERBS = frozenset(
    "student students server servers volunteer qa internship coach mentor author intern trainee tutor speaker "
    "organiser organizer "
    "contributor volunteers coaches mentors interns tutors speakers".split()
)
_DEGREE = re.compile(r"(?:bachelor|master|doctor)(?:['’]s)?\s+(?:of|in|degree)\b", re.IGNORECASE)
_LOWER = frozenset(
    "relief locum "
    "deputy assistant associate junior vice commis acting interim trainee intern co sub apprentice substitute asst jr "
    "jnr dep".split()
)
_COLLECTIVES = frozenset("crew ensembl choir orchestra squad team staff committe".split())
_BEFORE_TITLES = frozenset("freelance stand-in registered licensed certified chartered qualified".split())
_BESIDE = re.compile(r"\b(?:with|to|for|by|under|from|alongside)\s+(?:an?|the|my|our)\b", re.IGNORECASE)
_BECAME = re.compile(r"(?:\b(?:turned|became|now)\s+|→\s*|->\s*)(?:an?\s+)?((?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)
_AND_AS = re.compile(
    r"(?:[/&]|\band)\s+(?:[\w-]+\s+){0,2}?([\w-]+)(?=\s*(?:$|[,.;:(]|\b(?:for|of|at|in|since|from)\b))"
)
_PARTS = re.compile(r"[;•|(]|\s[–—-]\s|\.\s|,\s+(?:and\s+)?(?:before that|previously|before)\s+", re.IGNORECASE)
_QUALIFIED = frozenset("licensed certified registered qualified trained experienced retired".split())
_SAID_OF_ONE = _QUALIFIED - {"registered"}
"""What is judged as a word, so that no title need follow it."""
LEADS_ON = frozenset("for with in on at by to use via from dure of over under who".split())
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
}
_CALLINGS = frozenset(
    "manag direct lead head chair coordin found develop design engin program account produc administr execut".split()
)
"""What one may have done without having been called so: to have managed is not to have been the manager."""


_NO_DOERS = frozenset("nurse doctor engineer architect master chief officer head lead chair founder".split())
"""Whose bare verb does not make one of them: nursed calves, engineered a change, mastered it."""
_DONE_TO = re.compile(r"(?!(?:co|re|over|under|pre|de|un)-)[\w-]+-\w+ed$")
"""How somebody is called before a title: GDC-registered, time-served."""


def untitled(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Titles of people that the facts do not name, or name of somebody else."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    written |= {token.text.casefold() for text in texts for token in tokens(text)}
    found = list(tokens(sentence))
    for token in found:
        folded = token.text.casefold()
        if folded in NOT_TITLES or not TITLE.fullmatch(folded):
            continue
        forms = {
            folded,
            folded.removesuffix("s"),
            f"{folded}s",
            f"{folded}ship",
            *_SHORT.get(folded.removesuffix("s"), ()),
        }
        if written.isdisjoint(forms) and not _general(folded, written) and not told_as_verb(folded, texts):
            yield f"the title “{token.text}” is not in the facts"
    opening = "" if found and found[0].text.casefold() in _SAID_OF_ONE else opening_title(sentence)
    if opening == "particip" and any("assist" in marks_of(words_of(text)) for text in texts):
        return
    if any(told_as_verb(token.text.casefold(), texts) for token in found[:5]):
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
        or opening in _listed(text)
        for text in texts
    ):
        yield "it makes a title of what the facts tell otherwise"


def lowered(found: Sequence[Token]) -> bool:
    """Whether a word among `found` lowers the title they end with: deputy, trainee; a student, right before it."""
    beside = found[-2].text.casefold() if len(found) > 1 else ""
    return beside == "student" or any(
        token.text.casefold().split("-")[0].removesuffix("s") in _LOWER for token in found
    )


def words_of(text: str) -> set[str]:
    return {token.key for token in tokens(text)}


def told_as_verb(folded: str, texts: Sequence[str]) -> bool:
    """Whether a word such as owner or packer only names who did what the facts tell: own, pack, assist."""
    doer = folded.removesuffix("s")
    if doer == "assistant":
        return any("assist" in marks_of(words_of(text)) for text in texts)
    roots = {
        canonical(doer[: -len(end)] + tail) for end in ("er", "or", "r") if doer.endswith(end) for tail in ("", "e")
    }
    named = doer in _TOLD_AS_VERBS or TITLE.fullmatch(doer) or is_person(doer)
    roots |= {canonical(doer)} if named and doer not in _NO_DOERS and not is_verbal(doer) else set()  # who skippered
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
    if len(first) > 1 and first[1].text in ("a", "an", "the"):
        return ""  # hold a supervisor licence
    for token in first:
        folded = token.text.casefold()
        called = folded in _BEFORE_TITLES or bool(_DONE_TO.match(folded))
        if (is_verbal(folded) and not called) or folded in (
            "to",
            "for",
            "with",
            "used",
            "using",
            "hold",
            "have",
            "has",
        ):
            return ""
        if folded in _PREPOSITIONS and folded not in ("of", "and"):
            return ""
        if folded.endswith(("ion", "ment", "ing", "ance")) or (folded.endswith("s") and is_person(folded[:-1])):
            return ""  # supervision of six apprentices, team of four technicians
        if called or names_language(token.text) or _DEGREE.match(text, token.start):
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
    opening = list(itertools.takewhile(lambda one: one.text.casefold() not in _PREPOSITIONS, tokens(text)))[:4]
    for one, after in itertools.zip_longest(opening, opening[1:]):
        person = after is not None and (is_person(after.text.casefold()) or TITLE.fullmatch(after.text))
        if one.key in _COLLECTIVES and at > 0 and said[at - 1].key == one.key and not person:
            return not any(is_verbal(word.text) for word in opening)  # cabin crew on the A320
    groups = (
        found[1]
        for found in re.finditer(
            r"(?:\b(?:(?:on|in|of|joined)\s+(?:an?|the|my|our)|(?:sat|serv\w+) on|belong\w+ to(?:\s+(?:an?|the))?)|"
            r"\((?=(?:team|crew|squad) of))\s*"
            r"((?:[\w-]+\s+){0,2}[\w-]+)", text, re.IGNORECASE,
        )
    )  # fmt: skip
    return any(token.key in words_of(group) - lexicon().empty for group in groups for token in near)


def _beside(text: str) -> set[str]:
    """The titles that a text names beside the one it begins with: form tutor for year 8 and German teacher."""
    return {canonical(found[1]) for found in _AND_AS.finditer(text) if TITLE.fullmatch(found[1].casefold())}


def _listed(text: str) -> set[str]:
    """The titles that parts of a list begin with: Ofsted "Good" – room leader, toddler room; carpenter/joiner."""
    out: set[str] = set()
    for part in _PARTS.split(text):
        for one in re.split(r"[,:]", part)[0].split("/"):
            found = list(itertools.takewhile(lambda word: word.text.casefold() not in _PREPOSITIONS, tokens(one)))
            last = found[-1].text.casefold() if 0 < len(found) < 6 else ""
            if last and (is_person(last) or TITLE.fullmatch(last)) and not lowered(found):
                out |= set() if any(is_verbal(word.text) for word in found) else {found[-1].key}
    return out


def adds_title(word: Token, said: Sequence[Token], sentence: str) -> bool:
    """Whether a word is what the opening title calls the person, or the rank right before one: purser, sous chef."""
    first = 1 if said[0].text.casefold() in _QUALIFIED else 0
    opening = list(
        itertools.takewhile(lambda one: not (one.key in LEADS_ON or is_verbal(one.text)), said[first : first + 4])
    )
    if not opening or re.search(r"[,;:(]", sentence[: word.start]):
        return False
    title = opening[-1]
    if len(opening) == 2 and word == opening[0]:
        return bool(TITLE.fullmatch(title.text))
    return (
        word == title and word.key != "speaker" and is_person(word.text.casefold()) and not TITLE.fullmatch(word.text)
    )


def raises_title(word: Token, facts: Sequence[Token]) -> bool:
    """Whether it makes another title of one that the facts name: a physiotherapist of a therapist."""
    title = word.text.casefold()
    return any(
        title != one.text.casefold() and title.endswith(one.text.casefold()) and TITLE.fullmatch(one.text)
        for one in facts
    )


def _became(text: str) -> set[str]:
    """The words of what somebody came to be: landscape gardener turned data analyst."""
    found = _BECAME.search(text)
    return words_of(found[1]) if found else set()


def role(text: str) -> str:
    """The title that a text says the person had; none where what lowers it stands beside it."""
    return "" if lowered(tokens(text)[:5]) else opening_title(text)


def _is_heading(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and not _BESIDE.search(text)
        and bool(TITLE.search(text))
        and not any(is_verbal(t.text) for t in tokens(text))
    )
