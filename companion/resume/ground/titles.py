"""Titles of people: none that the facts do not name, and none made of what they tell otherwise."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.clauses import is_verbal
from companion.resume.ground.lexicon import lexicon
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.reading.vocabulary import TITLE

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
    "internship fellowship leadership qa contributor recorder".split()
)
_TOLD_AS_VERBS = frozenset(
    "student students server servers volunteer qa internship coach mentor author intern trainee tutor speaker "
    "organiser organizer "
    "contributor volunteers coaches mentors interns tutors speakers".split()
)
_SHORT = {"representative": ("rep", "reps"), "developer": ("dev", "devs"), "administrator": ("admin", "admins")}
_DOERS = {
    "owner": "owned", "supervisor": "supervised", "organiser": "organised", "organizer": "organized",
    "trainer": "trained",
    "tutor": "tutored", "editor": "edited", "translator": "translated", "presenter": "presented",
}  # fmt: skip


def untitled(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Titles of people that the facts do not name, or name of somebody else."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    found = list(tokens(sentence))
    for token in found:
        folded = token.text.casefold()
        if folded in _NOT_TITLES or not TITLE.fullmatch(folded):
            continue
        forms = {folded, folded.removesuffix("s"), f"{folded}s", *_SHORT.get(folded.removesuffix("s"), ())}
        if written.isdisjoint(forms) and not _general(folded, written) and not _told_as_verb(folded, texts):
            yield f"the title “{token.text}” is not in the facts"
    opening = opening_title(sentence)
    if opening and not any(
        opening == opening_title(text) or (_is_heading(text) and opening in words_of(text)) for text in texts
    ):
        yield "it makes a title of what the facts tell otherwise"


def words_of(text: str) -> set[str]:
    return {token.key for token in tokens(text)}


def _told_as_verb(folded: str, texts: Sequence[str]) -> bool:
    """Whether a word such as owner or supervisor only names who did what the facts tell: own, supervise."""
    if folded not in _DOERS:
        return False
    told = canonical(_DOERS[folded])
    return any(token.key == told and is_verbal(token.text) for text in texts for token in tokens(text))


def _general(folded: str, written: set[str]) -> bool:
    """Whether the facts name someone whom the title describes more generally, such as a nurse as a colleague."""
    key = canonical(folded)
    return any(key in lexicon().wider.get(canonical(word), ()) for word in written)


def opening_title(text: str) -> str:
    """The title a text begins with, where it does not begin with what was done."""
    first = list(tokens(text))[:5]
    for token in first:
        folded = token.text.casefold()
        if is_verbal(folded) or folded in ("was", "is", "am", "to", "for", "with"):
            return ""
        if folded in _PREPOSITIONS and folded not in ("of", "and"):
            return ""
        if TITLE.fullmatch(folded) and folded not in _TOLD_AS_VERBS:
            return token.key
    return ""


def _is_heading(text: str) -> bool:
    return len(text.split()) <= 6 and bool(TITLE.search(text)) and not any(is_verbal(t.text) for t in tokens(text))
