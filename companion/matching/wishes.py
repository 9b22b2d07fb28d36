"""What the person looks for, held against a posting, wish by wish; hard ones block, soft ones weigh."""

from collections.abc import Iterator

from companion.intake.gazetteer import country_name
from companion.intake.identity import company_key
from companion.matching.money import bundled, converted, yearly
from companion.matching.reach import beyond_town, fits, inside
from companion.matching.titles import title_fit
from companion.matching.verdict import Verdict
from companion.model.posting import Posting, Requirement, Requirements, WorkMode
from companion.model.profile import Preferences, Profile

_FULLY_ON_SITE = 5
_SAME_CRAFT = 0.5
"""Likeness of crafts from which a title is one that was asked for."""


def wishes(posting: Posting, wanted: Requirements, profile: Profile) -> Iterator[Verdict]:
    """Every stated preference with what the posting says to it."""
    wish = profile.preferences
    yield from _companies(posting, wish)
    yield from _mode(posting, wanted, wish)
    yield from _places(posting, profile)
    if wish.employment:
        kinds = ", ".join(posting.employment).replace("_", " ")
        met = bool(set(wish.employment) & set(posting.employment)) if posting.employment else None
        yield _said(wish, "employment", "employment", met, f"It is {kinds}.", "It does not say the kind of employment.")
    if wish.levels:
        met = posting.level in wish.levels if posting.level else None
        reason = f"Its level is {posting.level}."
        yield _said(wish, "level", "levels", met, reason, "Its title names no level.", blocks="levels" in wish.hard)
    yield from _pay(posting, wish)
    if wish.titles and "titles" in wish.hard:
        yield _title(posting, wanted, wish)
    if wish.industries:
        yield _industry(posting, wanted, wish)


def _title(posting: Posting, wanted: Requirements, wish: Preferences) -> Verdict:
    """Soft wishes for titles weigh in the title's own part; a hard one wants one craft of those named."""
    fits = [title_fit(posting.title, None, wanted.occupations, one, ()).craft for one in wish.titles]
    met = max(fits) >= _SAME_CRAFT if posting.title else None
    reason = f"“{posting.title[:200]}” is none of the titles you look for." if posting.title else "It has no title."
    return Verdict(kind="title", met=met, reason=reason, wish="titles", hard=True)


def _companies(posting: Posting, wish: Preferences) -> Iterator[Verdict]:
    if not wish.companies_avoided and not wish.companies_wanted:
        return
    own = company_key(posting.company)
    if wish.companies_avoided:
        met = own not in {company_key(one) for one in wish.companies_avoided} if own else None
        reason = f"You avoid {posting.company}."
        yield Verdict(
            kind="company",
            met=met,
            reason=reason if own else "It names no company.",
            wish="companies_avoided",
            hard=True,
        )
    if wish.companies_wanted:
        met = own in {company_key(one) for one in wish.companies_wanted} if own else None
        hard = "companies_wanted" in wish.hard
        reason = f"{posting.company or 'The company'} is none of the companies you want."
        yield _said(wish, "wanted", "companies_wanted", met, reason, "It names no company.", blocks=hard)


def _mode(posting: Posting, wanted: Requirements, wish: Preferences) -> Iterator[Verdict]:
    if not wish.modes:
        return
    mode, evidence = _present(posting, wanted.requirements)
    reason = f"It is {_named(mode)}; you look for {' or '.join(map(_named, wish.modes))}."
    met = mode in wish.modes if mode else None
    silent = "It does not say whether it is remote, hybrid or on site."
    yield _said(wish, "mode", "modes", met, reason, silent, sentence=evidence.sentence if evidence else "")


def _present(posting: Posting, asked: tuple[Requirement, ...]) -> tuple[WorkMode | None, Requirement | None]:
    """The mode with its evidence: days on site in the text contradict "remote" and fill in what no field says."""
    days = next((one for one in asked if one.kind == "place" and one.amount is not None and not one.negated), None)
    if days is None or days.amount is None or posting.mode == "onsite":
        return posting.mode, None
    if days.amount == 0:
        return posting.mode or "remote", days
    return ("onsite" if days.amount >= _FULLY_ON_SITE else "hybrid"), days


def _named(mode: WorkMode | None) -> str:
    return "on site" if mode == "onsite" else mode or "unknown"


def _places(posting: Posting, profile: Profile) -> Iterator[Verdict]:
    wish = profile.preferences
    hard = "places" in wish.hard
    sentence = "; ".join(place.text or place.city or place.country for place in posting.places)
    home = profile.basics.location.country_code.upper()
    if posting.mode == "remote":
        yield from _remote(posting, profile, home, hard)
        return
    if not wish.places:
        return
    answers = [fits(one, place) for one in wish.places for place in posting.places]
    if True in answers:
        yield Verdict(kind="place", met=True, reason="It is where you look.", wish="places", hard=hard)
        return
    there = {place.country for place in posting.places if place.country}
    if any(profile.application.relocate.get(one) or profile.application.relocate.get("*") for one in there):
        yield Verdict(kind="place", met=None, reason="It is elsewhere, where you would move.", wish="places", hard=hard)
    elif not answers or None in answers:
        silent = "Where it is cannot be told." if answers else "It does not say where it is."
        yield Verdict(kind="place", met=None, reason=silent, sentence=sentence, wish="places", hard=hard)
    else:
        reason = f"It is in {sentence}, outside the places you named."
        yield Verdict(kind="place", met=False, reason=reason, sentence=sentence, wish="places", hard=hard)


def _remote(posting: Posting, profile: Profile, home: str, hard: bool) -> Iterator[Verdict]:
    """Remote work ends at a border where the posting says so, or names the only countries it is offered in."""
    wish = profile.preferences
    own = {one.country for one in wish.places if one.country} | ({home} if home else set[str]())
    scope = posting.remote_scope
    there = ", ".join(dict.fromkeys(place.country for place in posting.places if place.country))
    answers = [inside(scope or there, nation) for nation in own]
    if True in answers and any(beyond_town(scope, wish.places, nation) for nation in own):
        reason = f"It is remote, but speaks of {scope}; whether from elsewhere it does not say."
        yield Verdict(kind="place", met=None, reason=reason, sentence=scope, wish="places", hard=hard)
    elif True in answers:
        yield Verdict(kind="place", met=True, reason="You may work from where you are.", wish="places", hard=hard)
    elif False in answers and scope:
        reason = f"Remote only within {scope}; that is not where you are or look."
        yield Verdict(kind="place", met=False, reason=reason, sentence=scope, wish="places", hard=True)
    elif False in answers:
        named = ", ".join(country_name(code) or code for code in there.split(", "))
        if any(place.city for place in posting.places):
            reason = f"It is remote from {named}; whether from elsewhere it does not say."
            yield Verdict(kind="place", met=None, reason=reason, wish="places", hard=hard)
            return
        # Who names a country and no town says where people may work, not where the office is.
        reason = f"It is remote in {named}; that is not where you are or look."
        yield Verdict(kind="place", met=False, reason=reason, wish="places", hard=hard)
    elif wish.places:
        yield Verdict(kind="place", met=True, reason="It is remote.", wish="places", hard=hard)


def _pay(posting: Posting, wish: Preferences) -> Iterator[Verdict]:
    floor = yearly(wish.pay_floor, top=False)
    if floor is None or wish.pay_floor is None:
        return
    top = yearly(posting.pay, top=True)
    own = posting.pay.currency if posting.pay else ""
    there = converted(top, own, wish.pay_floor.currency, wish.rates) if top is not None and own else None
    sentence = posting.pay.text if posting.pay else ""
    if there is None:
        silent = "It states no pay." if posting.pay is None else "Its pay cannot be compared with your floor."
        yield _said(wish, "pay", "pay_floor", None, "", silent, sentence=sentence)
        return
    code = wish.pay_floor.currency
    rated = (
        ""
        if own == code
        else f" (at rates of {'your own' if own in wish.rates or code in wish.rates else bundled().date})"
    )
    reason = f"It pays up to {there:,.0f} {code} a year{rated}; your floor is {floor:,.0f}."
    yield _said(wish, "pay", "pay_floor", there >= floor, reason, "", sentence=sentence)


def _industry(posting: Posting, wanted: Requirements, wish: Preferences) -> Verdict:
    """Postings state no industry: the words of one are looked for among the words the posting uses."""
    words = set(f"{posting.title} {posting.company} {wanted.terms} {' '.join(wanted.phrases)}".casefold().split())
    found = next((one for one in wish.industries if set(one.casefold().split()) <= words), None)
    hard = "industries" in wish.hard
    reason = f"It speaks of {found}." if found else "It does not speak of the industries you look for."
    return Verdict(
        kind="industry", met=True if found else (False if hard else None), reason=reason, wish="industries", hard=hard
    )


def _said(
    wish: Preferences,
    kind: str,
    name: str,
    met: bool | None,
    reason: str,
    silent: str,
    *,
    sentence: str = "",
    blocks: bool = True,
) -> Verdict:
    said = silent if met is None else reason
    return Verdict(kind=kind, met=met, reason=said, sentence=sentence, wish=name, hard=name in wish.hard, blocks=blocks)
