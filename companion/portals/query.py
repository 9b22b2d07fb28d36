"""What the person looks for, in their terms, and whether a posting fits it. Portals translate it into their own."""

import re
from collections.abc import Callable
from datetime import date

import msgspec
from rapidfuzz import fuzz

from companion.intake.draft import Draft
from companion.intake.gazetteer import fold
from companion.model.posting import Employment, Pay, Place
from companion.model.profile import Preferences, Wish

_WORDS = re.compile(r"[\w+#.]+")
_RANKS = frozenset("senior junior lead principal staff mid entry level sr jr the and of for in ii iii".split())
_CLOSE = 82
_LINES = 3
Near = Callable[[Wish, Place], bool | None]
"""Whether a place is within the radius of a wish; None where nobody knows."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A search. Empty fields do not limit. `limit` is postings a source, `details` pages opened for their text."""

    titles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    places: tuple[Wish, ...] = ()
    remote: bool | None = None
    days: int | None = None
    """Posted within so many days."""
    pay_floor: Pay | None = None
    """Compared only with pay in the same currency and period: nothing is converted."""
    employment: tuple[Employment, ...] = ()
    limit: int = 100
    details: int = 25

    @property
    def words(self) -> str:
        """The search words for a portal that takes one line."""
        return (self.titles[0] if self.titles else "") or " ".join(self.skills[:3])

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line to ask such a portal: each title, three at most; without any, the skills."""
        return self.titles[:_LINES] or (self.words,)


def query_of(
    preferences: Preferences, *, skills: tuple[str, ...] = (), days: int | None = 14, limit: int = 100
) -> Query:
    """The search that a person's preferences mean."""
    remote = True if preferences.modes == ("remote",) else None
    return Query(
        titles=preferences.titles,
        skills=skills,
        places=preferences.places,
        remote=remote,
        days=days,
        pay_floor=preferences.pay_floor,
        employment=preferences.employment,
        limit=limit,
    )


def fits(query: Query, draft: Draft, today: date, near: Near | None = None) -> bool:
    """Whether a posting of a whole board answers `query`. What the posting does not say is no reason against it."""
    return (
        _title_fits(query, draft.title)
        and _place_fits(query, draft, near)
        and (query.days is None or draft.posted is None or (today - draft.posted).days <= query.days)
        and does_not_contradict(query, draft)
    )


def does_not_contradict(query: Query, draft: Draft) -> bool:
    """Whether nothing a posting states is against `query`: mode, pay, kind. Portals filter these loosely."""
    return (
        (query.remote is not True or draft.mode in (None, "remote"))
        and _pay_fits(query.pay_floor, draft.pay)
        and (not query.employment or not draft.employment or bool(set(query.employment) & set(draft.employment)))
    )


def _title_fits(query: Query, title: str) -> bool:
    if not query.titles:
        return True
    words = _key_words(title)
    for wanted in query.titles:
        keys = _key_words(wanted)
        if keys and (keys <= words or fuzz.token_set_ratio(" ".join(sorted(keys)), " ".join(sorted(words))) >= _CLOSE):
            return True
    return False


def _pay_fits(floor: Pay | None, pay: Pay | None) -> bool:
    if floor is None or pay is None or floor.minimum is None or pay.maximum is None:
        return True
    alike = (floor.currency, floor.period) == (pay.currency, pay.period)
    return not alike or pay.maximum >= floor.minimum


def _key_words(title: str) -> set[str]:
    return set(_WORDS.findall(fold(title))) - _RANKS


def _place_fits(query: Query, draft: Draft, near: Near | None) -> bool:
    if not query.places or not draft.places:
        return True
    for wish in query.places:
        for place in draft.places:
            if near is not None and wish.radius_km and near(wish, place) is not False:
                return True
            same_country = not wish.country or not place.country or wish.country == place.country
            if not same_country:
                continue
            if not wish.city or not place.city or fold(wish.city) == fold(place.city) or draft.mode == "remote":
                return True
    return False
