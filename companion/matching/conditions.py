"""What a posting demands of whoever applies and no preference can change: rights, clearance, citizenship, languages."""

from collections.abc import Iterator

from companion.intake.gazetteer import country_name
from companion.matching.asks.languages import SCALE, language_name, level_of
from companion.matching.reach import inside
from companion.matching.verdict import Verdict
from companion.model.posting import Posting, Requirement, Requirements
from companion.model.profile import Authorization, Profile


def conditions(posting: Posting, wanted: Requirements, profile: Profile) -> Iterator[Verdict]:
    """Every condition that the profile is known not to meet, or that it leaves open."""
    needs = _needs_sponsorship(posting, profile)
    sponsorship = [one for one in wanted.requirements if one.kind == "sponsorship"]
    for one in sponsorship:
        if one.negated and needs:
            reason = "It offers no visa sponsorship."
            yield Verdict(kind="sponsorship", met=False, reason=reason, sentence=one.sentence, hard=True)
    if needs and not sponsorship:
        hard = "needs_sponsorship" in profile.preferences.hard
        reason = "It does not say whether it sponsors visas."
        yield Verdict(kind="sponsorship", met=None, reason=reason, wish="needs_sponsorship", hard=hard)
    for one in wanted.requirements:
        if one.negated or not one.must:
            continue
        if one.kind == "clearance" and one.level != "obtain" and not profile.application.clearance:
            reason = "It asks for a clearance your profile does not name."
            yield Verdict(kind="clearance", met=False, reason=reason, sentence=one.sentence, hard=True)
        elif one.kind == "authorization":
            yield from _right(one, posting, profile)
        elif one.kind == "place" and one.amount is None:
            yield from _residence(one, profile)
        elif one.kind == "language":
            yield from _language(one, profile)


def _needs_sponsorship(posting: Posting, profile: Profile) -> bool:
    rights = [profile.application.authorization.get(place.country) for place in posting.places if place.country]
    stated = [right for right in rights if right is not None]
    if stated:
        return all(_wants(right) for right in stated)
    return profile.preferences.needs_sponsorship is True


def _wants(right: Authorization) -> bool:
    return bool(right.sponsorship_now or right.sponsorship_future or right.authorized is False)


def _right(one: Requirement, posting: Posting, profile: Profile) -> Iterator[Verdict]:
    if one.name == "citizenship":
        own = profile.application.citizenships
        answers = [inside(_nation(one.sentence), code) for code in own]
        if own and False in answers and True not in answers:
            reason = "It asks for a citizenship your profile does not name."
            yield Verdict(kind="authorization", met=False, reason=reason, sentence=one.sentence, hard=True)
        return
    known = profile.application.authorization
    there = [place.country for place in posting.places if place.country in known]
    if there and all(known[code].authorized is False for code in there):
        names = ", ".join(country_name(code) or code for code in dict.fromkeys(there))
        reason = f"It asks for the right to work; in {names} you have none."
        yield Verdict(kind="authorization", met=False, reason=reason, sentence=one.sentence, hard=True)


def _nation(sentence: str) -> str:
    """The country whose citizens a sentence asks for; empty where it names none."""
    for word in (
        "US",
        "U.S.",
        "United States",
        "American",
        "UK",
        "British",
        "EU",
        "Canadian",
        "Australian",
        "German",
        "French",
    ):
        if word in sentence:
            return {"American": "US", "British": "UK", "Canadian": "Canada", "Australian": "Australia",
                    "German": "Germany", "French": "France", "U.S.": "US"}.get(word, word)  # fmt: skip
    return ""


def _residence(one: Requirement, profile: Profile) -> Iterator[Verdict]:
    where = one.name.removeprefix("based in ")
    home = profile.basics.location.country_code.upper()
    nations = {home} if home else set[str]()
    nations |= {code for code, willing in profile.application.relocate.items() if willing and code != "*"}
    if profile.application.relocate.get("*") or not nations:
        return
    answers = [inside(where, nation) for nation in nations]
    if False in answers and True not in answers and None not in answers:
        yield Verdict(
            kind="residence", met=False, reason=f"One has to be based in {where}.", sentence=one.sentence, hard=True
        )


def _language(one: Requirement, profile: Profile) -> Iterator[Verdict]:
    if not profile.languages:
        return
    held = {
        language_name(spoken.language) or spoken.language.title(): level_of(spoken.fluency)
        for spoken in profile.languages
    }
    # Kept soft unless the person ticked it: whoever wrote the profile may not have listed what goes without saying.
    hard = "languages" in profile.preferences.hard
    kind = f"language {one.name}"
    if one.name not in held:
        yield Verdict(
            kind=kind, met=False, reason=f"It asks for {one.name}.", sentence=one.sentence, wish="", hard=hard
        )
    elif one.level and held[one.name] and SCALE.index(held[one.name]) < SCALE.index(one.level) - 1:
        reason = f"It asks for {one.name} at {one.level}; your profile says {held[one.name]}."
        yield Verdict(kind=kind, met=False, reason=reason, sentence=one.sentence, hard=hard)
