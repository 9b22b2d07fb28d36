"""How complete a profile is for applying: what forms most often ask, whether it is there, and where to add it."""

import msgspec

from companion.model.profile import Profile


class Gap(msgspec.Struct, frozen=True):
    """One thing forms ask for. `why` says what is lost without it; `anchor` is its place on the profile page."""

    name: str
    there: bool
    why: str
    anchor: str


class Completeness(msgspec.Struct, frozen=True):
    gaps: tuple[Gap, ...]

    @property
    def percent(self) -> int:
        return round(100 * sum(gap.there for gap in self.gaps) / len(self.gaps))

    @property
    def missing(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if not gap.there)


def completeness(profile: Profile) -> Completeness:
    """What is there and what is not. The list follows how often forms ask (commonest screening questions first)."""
    basics, facts = profile.basics, profile.application
    links = [*profile.basics.profiles]
    rows = (
        ("Name", bool(basics.name or (basics.given_name and basics.family_name)), "every form asks for it", "basics"),
        ("E-mail", bool(basics.email), "every form asks for it", "basics"),
        ("Phone", bool(basics.phone), "most forms ask for it", "basics"),
        (
            "Where you live",
            bool(basics.location.city or basics.location.country_code),
            "most forms ask for it",
            "basics",
        ),
        ("A link (LinkedIn, GitHub, website)", bool(links or basics.url), "many forms ask for it", "basics"),
        (
            "Work with dates",
            any(one.start_date for one in profile.work),
            "years of experience are counted from it",
            "work",
        ),
        ("Education", bool(profile.education), "many forms ask for it", "education"),
        ("Skills", bool(profile.skills), "jobs are matched by them", "skills"),
        ("Languages", bool(profile.languages), "some jobs rest on them", "languages"),
        ("Right to work", bool(facts.authorization), "asked by most forms, never guessed", "application"),
        (
            "Notice period or start",
            bool(facts.notice or facts.start),
            "asked by many forms, never guessed",
            "application",
        ),
        ("Pay you expect", bool(facts.pay_expected), "asked by many forms, never guessed", "application"),
        (
            "What you look for",
            bool(profile.preferences.titles or profile.preferences.places),
            "the score weighs it",
            "preferences",
        ),
    )
    return Completeness(tuple(Gap(*row) for row in rows))
