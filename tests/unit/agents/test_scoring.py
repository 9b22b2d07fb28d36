"""Scoring everything anew: what moved, what was set aside, what was learned, and a model's meanings if there is one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from companion.agents.scoring import nearness
from companion.errors import ModelError, NotFound, Unreadable
from companion.intake import Reading
from companion.matching.worker import Ad, RequirementsReader, read_ads
from companion.model.document import new_id, now
from companion.model.match import Match
from companion.model.posting import Pay, Place, Posting, Requirements
from companion.model.profile import Basics, Preferences, Profile, Skill
from tests.fakes.companion import made_companion
from tests.fakes.models import FailingModel, SayingModel

TAIL = (
    " You write clearly, review with care, and want to see what you build in the hands of the people who need it." * 3
)
PERSON = Profile(
    id="me", basics=Basics(label="Backend Engineer"), skills=(Skill(name="Tools", keywords=("Python", "PostgreSQL")),)
)


def reading(title: str, asks: str, **more: object) -> Reading:
    one = new_id()
    posting = Posting(
        id=one, canonical_key=one, url=f"https://jobs.example.com/{one}", title=title, company=f"Example {title}",
        captured_at=now(),
    )  # fmt: skip
    return Reading(posting=msgspec.structs.replace(posting, **more), description=f"What you bring\n- {asks}\n{TAIL}")


def test_a_wish_that_changes_says_what_moved(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        profile = services.store.profiles.add(PERSON)
        near = services.search.keep(reading("Backend Engineer", "Python", mode="onsite"))
        far = services.search.keep(reading("Backend Developer", "Rust and Python", mode="remote"))
        assert services.store.matches.get(near.id).rank > services.store.matches.get(far.id).rank
        wishes = Preferences(modes=("remote",), hard=frozenset({"modes"}))
        services.store.profiles.replace(msgspec.structs.replace(profile, preferences=wishes))
        scored, moves = asyncio.run(services.search.scoring.rescore())
        assert scored == 2
        assert {move.posting_id: (move.place_before, move.place) for move in moves} == {near.id: (1, 2), far.id: (2, 1)}


def test_what_is_set_aside_stays_so_when_everything_is_scored_anew(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        wishes = Preferences(modes=("remote",), hard=frozenset({"modes"}))
        services.store.profiles.add(msgspec.structs.replace(PERSON, preferences=wishes))
        one = services.search.keep(reading("Backend Engineer", "Python", mode="onsite"))
        assert services.store.matches.get(one.id).rank < 0
        freed = services.search.scoring.overrule(one.id, "mode", overruled=True)
        assert freed.rank == freed.score
        asyncio.run(services.search.scoring.rescore())
        again = services.store.matches.get(one.id)
        assert again.blockers[0].overruled
        assert again.rank == again.score


def test_an_older_reading_is_renewed_with_the_rules_of_today(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        services.store.profiles.add(PERSON)
        one = services.search.keep(reading("Backend Engineer", "Python and 3+ years of experience"))
        old = services.store.requirements.get(one.id)
        services.store.requirements.replace(msgspec.structs.replace(old, requirements=(), reader=1))
        scoring = services.search.scoring
        assert scoring.due()

        async def rescored() -> None:
            async with RequirementsReader() as scoring.reader:
                await scoring.rescore()

        asyncio.run(rescored())
        assert services.store.requirements.get(one.id) == msgspec.structs.replace(old, version=3)


class ReaderWithLimits:
    """Stands in for a worker that a single ad takes past its limits."""

    async def read(self, ads: tuple[Ad, ...]) -> tuple[Requirements, ...]:
        if any(ad.posting.title == "Endless" for ad in ads):
            raise Unreadable("Too long.", "Remove it.")
        return read_ads(ads)


def test_an_ad_that_cannot_be_read_again_keeps_no_other_from_it(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        services.store.profiles.add(PERSON)
        kept = [services.search.keep(reading(title, "Python")) for title in ("Endless", "Backend Engineer")]
        for one in kept:
            old = services.store.requirements.get(one.id)
            services.store.requirements.replace(msgspec.structs.replace(old, words=0, reader=1))
        services.search.scoring.reader = ReaderWithLimits()
        asyncio.run(services.search.scoring.rescore())
        assert [services.store.requirements.get(one.id).words > 0 for one in kept] == [False, True]


def kept_and_passed(services: object) -> list[Posting]:
    search = services.search
    rust = [search.keep(reading(f"Backend Engineer {n}", "Rust and Python")) for n in range(3)]
    java = [search.keep(reading(f"Backend Engineer {n + 3}", "Java and Python")) for n in range(3)]
    for one in rust:
        search.mark(one.id, saved=True)
    for one in java:
        search.mark(one.id, dismissed=True)
    return [search.keep(reading("Backend Engineer new", asks)) for asks in ("Rust, Python", "Java, Python")]


def test_choices_move_the_order_and_no_score_and_can_be_seen_muted_and_reset(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        services.store.profiles.add(PERSON)
        rust, java = kept_and_passed(services)
        scoring, choices, matches = services.search.scoring, services.search.choices, services.store.matches
        before = matches.get(rust.id)
        asyncio.run(scoring.rescore())
        learned = choices.learned()
        assert learned is not None
        lessons = {one.word: one for one in learned.lessons}
        assert lessons["skill Rust"].weight > 0 > lessons["skill Java"].weight
        assert (lessons["skill Rust"].kept, lessons["skill Rust"].passed) == (3, 0)
        assert matches.get(rust.id).adjusted > 0 > matches.get(java.id).adjusted
        assert matches.get(rust.id).score == before.score
        assert matches.get(rust.id).rank > matches.get(java.id).rank

        choices.mute("skill Rust")
        muted = choices.learned()
        assert muted is not None
        assert "skill Rust" not in {one.word for one in muted.lessons}
        with pytest.raises(NotFound):
            choices.mute("skill Cobol")

        choices.forget()
        asyncio.run(scoring.rescore())
        assert choices.teach().lessons == ()
        assert matches.get(rust.id).adjusted == 0


class MeaningModel(SayingModel):
    """Finds texts that speak of Python near, others far."""

    def __init__(self) -> None:
        super().__init__(lambda sentence: sentence)

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.0] if "Python" in text else [0.0, 1.0] for text in texts]


class BrokenMeaning(FailingModel):
    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        raise ModelError("It is not there.")


def wording(match: Match) -> str:
    return next(part.reason for part in match.parts if part.name == "wording")


def test_a_model_adds_how_near_meanings_are_and_its_failure_changes_nothing(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        services.store.profiles.add(PERSON)
        one = services.search.keep(reading("Backend Engineer", "Python and PostgreSQL"))
        bare = services.store.matches.get(one.id)
        services.search.scoring.models = (BrokenMeaning(),)
        asyncio.run(services.search.scoring.rescore())
        assert services.store.matches.get(one.id).score == bare.score
        services.search.scoring.models = (BrokenMeaning(), MeaningModel())
        asyncio.run(services.search.scoring.rescore())
        told = services.store.matches.get(one.id)
        assert "100 % near" in wording(told)
        services.search.scoring.models = ()
        asyncio.run(services.search.scoring.rescore())
        assert services.store.matches.get(one.id).parts == told.parts


def test_nearness_is_a_cosine_that_is_never_below_nothing() -> None:
    assert nearness([1, 1], [2, 2]) == 1
    assert nearness([1, 0], [-1, 0]) == 0
    assert nearness([1, 0], [1, 0, 0]) == 0
    assert nearness([0, 0], [0, 0]) == 0


def test_the_outlook_of_a_job_comes_from_the_persons_own_postings_or_is_silent(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        profile = services.store.profiles.add(PERSON)
        berlin = (Place(text="Berlin", city="Berlin", country="DE"),)
        silent = services.search.keep(reading("Backend Engineer", "Python and PostgreSQL", places=berlin))
        outlook = services.search.outlook
        assert outlook.salary(silent, profile) is None
        for amount in (60_000, 70_000, 80_000):
            pay = Pay(minimum=amount, maximum=amount + 10_000, currency="EUR", period="year")
            services.search.keep(reading("Backend Developer", f"Python, {amount} users", places=berlin, pay=pay))
        services.search.keep(
            reading("Truck Driver", "Driving", places=berlin, pay=Pay(minimum=1, currency="EUR", period="hour"))
        )
        found = outlook.salary(silent, profile)
        assert found is not None
        assert (found.n, found.middle, found.currency) == (3, 75_000, "EUR")
        likes = outlook.more_like(silent.id)
        assert likes[0][0].title == "Backend Developer"
        assert "Python" in likes[0][1].shared
        lines = outlook.side_by_side([silent.id, likes[0][0].id])
        assert lines[0].name == "Python"
        assert lines[0].cells == ("have", "have")
        assert outlook.chance(50) is not None
        assert outlook.chance(50).share is None
        assert isinstance(outlook.telling(silent.id), tuple)
