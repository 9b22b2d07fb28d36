"""What like jobs pay, from the person's own captured postings: a range with n, or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from companion.matching.distance import kilometres, point
from companion.matching.money import converted, yearly
from companion.matching.titles import title_fit
from companion.model.posting import Place, Posting

_LEAST = 3
_LIKE = 0.7
"""How like two titles are from which their pay is compared."""
_REGION_KM = 60.0


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """The middle half of what `n` like postings state, a year in `currency`; `postings` are their ids."""

    n: int
    low: float
    middle: float
    high: float
    currency: str
    postings: tuple[str, ...]


def estimate(
    posting: Posting, others: Iterable[tuple[Posting, tuple[str, ...]]], rates: Mapping[str, float]
) -> Estimate | None:
    """`others`: postings with the occupation codes of their titles. None under three like ones that state their pay."""
    like = [
        other
        for other, codes in others
        if other.id != posting.id and other.pay and yearly(other.pay, top=True) and other.pay.currency
        and near(posting, other) and _alike(posting, other, codes)
    ]  # fmt: skip
    if len(like) < _LEAST:
        return None
    currency = Counter(one.pay.currency for one in like if one.pay).most_common(1)[0][0]
    middles: list[tuple[float, str]] = []
    for one in like:
        low, high = yearly(one.pay, top=False), yearly(one.pay, top=True)
        own = one.pay.currency if one.pay else ""
        amount = converted(((low or 0) + (high or 0)) / 2, own, currency, rates)
        if amount:
            middles.append((amount, one.id))
    if len(middles) < _LEAST:
        return None
    middles.sort()
    amounts = [amount for amount, _ in middles]
    return Estimate(
        n=len(amounts),
        low=_at(amounts, 0.25),
        middle=_at(amounts, 0.5),
        high=_at(amounts, 0.75),
        currency=currency,
        postings=tuple(one for _, one in middles),
    )


def _alike(posting: Posting, other: Posting, codes: tuple[str, ...]) -> bool:
    levels = (posting.level,) if posting.level else ()
    if posting.level and other.level and posting.level != other.level:
        return False
    return title_fit(other.title, other.level, codes, posting.title, levels).craft >= _LIKE


def near(posting: Posting, other: Posting) -> bool:
    """Within an hour's way, or in one country where a town is unknown or both are remote."""
    return any(
        _one_place(one, two, posting.mode == other.mode == "remote") for one in posting.places for two in other.places
    )


def _one_place(one: Place, two: Place, remote: bool) -> bool:
    if one.country and two.country and one.country != two.country:
        return False
    if remote or not one.city or not two.city:
        return bool(one.country and one.country == two.country)
    here, there = point(one.city, one.country, one.region), point(two.city, two.country, two.region)
    if here is None or there is None:
        return one.city.casefold() == two.city.casefold()
    return kilometres(here, there) <= _REGION_KM


def _at(amounts: list[float], share: float) -> float:
    """A quantile, between neighbours in proportion."""
    place = (len(amounts) - 1) * share
    low = int(place)
    high = min(low + 1, len(amounts) - 1)
    return round(amounts[low] + (amounts[high] - amounts[low]) * (place - low))
