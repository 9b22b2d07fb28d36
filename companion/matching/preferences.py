"""What the person looks for, held against a posting: blockers with their sentence, and a share for the rest."""

from collections.abc import Iterator

from companion.model.match import Blocker, Part
from companion.model.posting import Pay, Posting, Requirements
from companion.model.profile import Profile

HOURS_A_YEAR = {"hour": 2080.0, "day": 260.0, "week": 52.0, "month": 12.0, "year": 1.0}
"""Pay periods in a year of full-time work (52 weeks of 5 days of 8 hours)."""


def yearly(pay: Pay | None, *, top: bool) -> float | None:
    """The lower or upper end of `pay` in its currency a year; None where amount or period is not stated."""
    if pay is None or pay.period is None or pay.period == "once":
        return None
    amount = (pay.maximum or pay.minimum) if top else (pay.minimum or pay.maximum)
    return None if amount is None else amount * HOURS_A_YEAR[pay.period]


def blockers(posting: Posting, wanted: Requirements, profile: Profile) -> tuple[Blocker, ...]:
    """Everything about `posting` that the person excluded, or that it excludes about them."""
    return tuple(_blockers(posting, wanted, profile))


def _blockers(posting: Posting, wanted: Requirements, profile: Profile) -> Iterator[Blocker]:
    wish = profile.preferences
    company = posting.company.casefold()
    if any(company == one.casefold() for one in wish.companies_avoided):
        yield Blocker(kind="company", reason=f"You avoid {posting.company}.")
    if wish.modes and posting.mode and posting.mode not in wish.modes:
        hard = "modes" in wish.hard
        yield Blocker(kind="mode", reason=f"It is {posting.mode}; you look for {' or '.join(wish.modes)}.", hard=hard)
    if wish.employment and posting.employment and not set(wish.employment) & set(posting.employment):
        kinds = ", ".join(posting.employment).replace("_", " ")
        yield Blocker(kind="employment", reason=f"It is {kinds}.", hard="employment" in wish.hard)
    countries = {place.country for place in wish.places if place.country}
    there = {place.country for place in posting.places if place.country}
    if countries and there and not countries & there:
        yield Blocker(
            kind="place",
            reason=f"It is in {', '.join(sorted(there))}, outside the places you named.",
            sentence="; ".join(place.text for place in posting.places)[:1000],
            hard="places" in wish.hard,
        )
    floor, top = yearly(wish.pay_floor, top=False), yearly(posting.pay, top=True)
    same_money = bool(wish.pay_floor and posting.pay and wish.pay_floor.currency == posting.pay.currency)
    if floor and top and same_money and top < floor:
        assert posting.pay is not None
        yield Blocker(
            kind="pay", reason="It pays less than your floor.", sentence=posting.pay.text, hard="pay_floor" in wish.hard
        )
    for one in wanted.requirements:
        if one.kind == "sponsorship" and one.negated and _needs_sponsorship(posting, profile):
            yield Blocker(kind="sponsorship", reason="It offers no visa sponsorship.", sentence=one.sentence)
        if one.kind == "clearance" and one.must and not one.negated and not profile.application.clearance:
            yield Blocker(
                kind="clearance", reason="It asks for a clearance your profile does not name.", sentence=one.sentence
            )
        if one.kind == "language" and one.must and not one.negated and profile.languages:
            spoken = {language.language.casefold() for language in profile.languages}
            if one.name.casefold() not in spoken:
                yield Blocker(
                    kind="language",
                    reason=f"It asks for {one.name}.",
                    sentence=one.sentence,
                    hard="languages" in wish.hard,
                )


def _needs_sponsorship(posting: Posting, profile: Profile) -> bool:
    rights = [profile.application.authorization.get(place.country) for place in posting.places if place.country]
    stated = [right for right in rights if right is not None]
    if stated:
        return any(right.sponsorship_now or right.sponsorship_future or right.authorized is False for right in stated)
    return profile.preferences.needs_sponsorship is True


def wishes(posting: Posting, profile: Profile, weight: float) -> Part | None:
    """The share of the stated preferences the posting is known to meet; None where nothing can be compared."""
    wish = profile.preferences
    met: list[bool] = []
    if wish.modes and posting.mode:
        met.append(posting.mode in wish.modes)
    if wish.employment and posting.employment:
        met.append(bool(set(wish.employment) & set(posting.employment)))
    if wish.places and posting.places:
        met.append(
            any(
                (not place.country or place.country == there.country)
                and (not place.city or place.city.casefold() == there.city.casefold())
                for place in wish.places
                for there in posting.places
            )
            or posting.mode == "remote"
        )
    if wish.levels and posting.level:
        met.append(posting.level in wish.levels)
    if wish.companies_wanted:
        met.append(posting.company.casefold() in {one.casefold() for one in wish.companies_wanted})
    if not met:
        return None
    return Part(
        name="preferences",
        weight=weight,
        share=sum(met) / len(met),
        reason=f"{sum(met)} of {len(met)} of your preferences that can be compared are met.",
    )
