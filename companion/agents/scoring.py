"""Keeping matches in step: with what was read, with the profile, with what was learned; and saying what moved."""

import asyncio
import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

import msgspec

from companion.agents.choices import Choices
from companion.agents.vectors import Vectors
from companion.errors import ModelError, NotFound, StaleVersion, Unreadable
from companion.matching import READER, Person, adjustment, moved, person, requirements, score
from companion.matching.learning import Move
from companion.matching.worker import Ad, RequirementsReader, read_ads
from companion.model.learning import Learned
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.resume import WHOLE, shown_as
from companion.store import Store
from companion.work import Job, Work

Sides = Mapping[str, Person]
"""Name of a persona → the person as it is scored; the whole profile first."""

_AT_ONCE = 100
"""Postings scored between two moments at which the event loop and other writers get their turn."""
_EMBEDDED, _BATCH = 200, 16
"""Postings whose meaning a model compares, best first, and how many it is given at a time."""
_TEXT = 2_000
"""Characters of a text a small embedding model takes in."""


class Scoring:
    """Scores one posting when it is stored, and all of them when the profile, the wishes or the lessons change."""

    def __init__(
        self, store: Store, choices: Choices, describe: Callable[[Posting], str], today: Callable[[], date]
    ) -> None:
        """`describe` gives a posting's description."""
        self._store = store
        self._choices = choices
        self._describe = describe
        self._today = today
        self._prepared: tuple[Sides, date] | None = None
        self.models: tuple[Vectors, ...] = ()
        """With an embedding model, nearness of meaning is part of the score; without one the words alone are. The first
        that answers is taken."""
        self.reader: RequirementsReader | None = None
        """Where many ads are read again; without one it happens in a thread."""

    def register(self, work: Work) -> None:
        """Tell the queue what this does in the background."""
        work.register("rescore", self._run)

    def profile(self) -> Profile | None:
        """The profile postings are scored against; None before import."""
        profiles = self._store.profiles.where()
        return next((one for one in profiles if one.persona == WHOLE), profiles[0] if profiles else None)

    def shown(self, posting: Posting | None) -> Profile | None:
        """The profile as the persona that goes to `posting`: the person's pick, else the one that fits it best."""
        profile = self.profile()
        if profile is None or posting is None or not profile.personas:
            return profile
        match = self._store.matches.find(posting.id)
        known = {WHOLE, *(one.name for one in profile.personas)}
        return shown_as(profile, posting.persona if posting.persona in known else match.persona if match else WHOLE)

    def pick(self, posting_id: str, persona: str) -> None:
        """Let `persona` go to this posting ("": the one that fits best), and score it anew. Raises NotFound."""
        posting, profile = self._store.postings.get(posting_id), self.profile()
        if profile is None or persona not in {"", WHOLE, *(one.name for one in profile.personas)}:
            raise NotFound("There is no such persona.", "It may have been removed meanwhile.")
        with self._store.commit():
            posting = self._store.postings.replace(msgspec.structs.replace(posting, persona=persona))
            if (wanted := self._store.requirements.find(posting_id)) is not None:
                self._score(posting, wanted, self._who(profile), self._choices.learned())

    def rename(self, persona: str, name: str) -> None:
        """The postings and searches that `persona` was picked for stay with it under its new name."""
        with self._store.commit():
            for posting in self._store.postings.where(lambda one: one.persona == persona):
                self._store.postings.replace(msgspec.structs.replace(posting, persona=name))
            for saved in self._store.searches.where(lambda one: one.persona == persona):
                self._store.searches.replace(msgspec.structs.replace(saved, persona=name))

    def work_out(self, posting: Posting, description: str) -> tuple[Requirements, Match | None]:
        """What `posting` asks for and how it fits; no match before there is a profile. Nothing is stored."""
        wanted = requirements(posting, description)
        profile = self.profile()
        return wanted, profile and self._match(posting, wanted, self._who(profile), self._choices.learned())

    def holds(self, match: Match | None) -> bool:
        """Whether `match` is against the present profile; None where there is none."""
        profile = self.profile()
        if profile is None or match is None:
            return profile is None and match is None
        return (match.profile_id, match.profile_version) == (profile.id, profile.version)

    def done(self, posting_id: str) -> bool:
        """Whether a posting was read by today's rules and scored against the present profile."""
        wanted = self._store.requirements.find(posting_id)
        return wanted is not None and wanted.reader == READER and self.holds(self._store.matches.find(posting_id))

    def keep(self, wanted: Requirements, match: Match | None) -> None:
        """Store what was worked out, inside the caller's commit."""
        self._put_requirements(wanted)
        if match is not None:
            self._put(match)

    def overrule(self, posting_id: str, kind: str, *, overruled: bool) -> Match:
        """Set a blocker aside for this job, or let it count again; it outlives scoring anew. Raises NotFound."""
        match = self._store.matches.get(posting_id)
        blockers = tuple(
            msgspec.structs.replace(one, overruled=overruled) if one.kind == kind else one for one in match.blockers
        )
        return self._store.matches.replace(msgspec.structs.replace(match, blockers=blockers))

    def due(self) -> bool:
        """Whether lessons or rules are newer than the last scoring of everything."""
        if self.profile() is None or not self._store.matches.count():
            return False
        last = max(self._store.runs.by("kind", "rescore"), key=lambda run: run.created_at, default=None)
        if last is None or (last.state == "done" and last.result.get("reader") != READER):
            return True
        learned = self._choices.teach()
        return learned.updated_at is not None and learned.updated_at > last.created_at

    async def rescore(self) -> tuple[int, tuple[Move, ...]]:
        """Score every posting against the present profile; how many, and which moved most in the order."""
        profile = self.profile()
        if profile is None:
            return 0, ()
        before = self._ranks()
        who, learned = self._who(profile), self._choices.teach()
        postings = await asyncio.to_thread(self._store.postings.where)
        for start in range(0, len(postings), _AT_ONCE):
            batch = postings[start : start + _AT_ONCE]
            read = await self._read_again(await asyncio.to_thread(self._outdated, batch))
            await asyncio.to_thread(self._some, batch, read, who, learned)
        for model in self.models:
            if await self._compare_meanings(postings, who, learned, model):
                break
        return len(postings), moved(before, self._ranks())

    async def _run(self, job: Job) -> dict[str, Any]:
        job.progress("Scoring your postings again")
        scored, moves = await self.rescore()
        return {"scored": scored, "reader": READER, "moved": msgspec.to_builtins(moves)}

    def _outdated(self, postings: Sequence[Posting]) -> tuple[Ad, ...]:
        """Those that were never read, or by older rules."""
        known = ((one, self._store.requirements.find(one.id)) for one in postings)
        return tuple(Ad(one, self._describe(one)) for one, wanted in known if wanted is None or wanted.reader < READER)

    async def _read_again(self, ads: tuple[Ad, ...]) -> dict[str, Requirements]:
        """What `ads` ask for, by posting. One that cannot be read within the limits is left as it was."""
        read = self.reader.read if self.reader else _read_here
        try:
            return {wanted.id: wanted for wanted in await read(ads)} if ads else {}
        except Unreadable:
            alone = [(ad,) for ad in ads] if len(ads) > 1 else []
            return {key: wanted for ad in alone for key, wanted in (await self._read_again(ad)).items()}

    def _some(
        self, postings: Sequence[Posting], read: dict[str, Requirements], who: Sides, learned: Learned | None
    ) -> None:
        with self._store.bulk():
            for one in postings:
                posting = self._store.postings.find(one.id) or one  # a persona may have been picked meanwhile
                wanted, newer = self._store.requirements.find(posting.id), read.get(posting.id)
                if newer is not None and (wanted is None or wanted.reader < newer.reader):
                    self._put_requirements(wanted := newer)
                if wanted is not None:
                    self._score(posting, wanted, who, learned)

    def _score(self, posting: Posting, wanted: Requirements, who: Sides, learned: Learned | None) -> None:
        self._put(self._match(posting, wanted, who, learned))

    def _match(self, posting: Posting, wanted: Requirements, who: Sides, learned: Learned | None) -> Match:
        """As the persona the person picked, else as the one that fits best; the first of those that fit alike."""
        near = wanted.near if wanted.near_to.endswith(key(who[WHOLE].profile)) else None
        picked = who.get(posting.persona)
        sides = [picked] if picked else [*who.values()][1:] or [who[WHOLE]]
        today = self._today()
        tried = [score(posting, wanted, one.profile, today=today, prepared=one, nearness=near) for one in sides]
        match = max(tried, key=lambda one: one.rank)
        return msgspec.structs.replace(match, adjusted=adjustment(posting, wanted, learned))

    def _who(self, profile: Profile) -> Sides:
        """The profile and its personas prepared for scoring: made anew only when it, or the day, is another."""
        today, kept = self._today(), self._prepared
        if kept is None or kept[1] != today or kept[0][WHOLE].profile != profile:
            sides = {one.name: person(shown_as(profile, one.name), today) for one in profile.personas}
            kept = self._prepared = ({WHOLE: person(profile, today), **sides}, today)
        return kept[0]

    async def _compare_meanings(
        self, postings: Sequence[Posting], who: Sides, learned: Learned | None, model: Vectors
    ) -> bool:
        """How near the best jobs are to the profile. False where the model fails: the next, or words alone, decide."""
        wanted, ranks = f"{type(model).__name__} {key(who[WHOLE].profile)}", dict(self._ranks())
        best = sorted(postings, key=lambda one: -ranks.get(one.id, -1.0))[:_EMBEDDED]
        open_ = [one for one in best if (known := self._store.requirements.find(one.id)) and known.near_to != wanted]
        try:
            own = (await model.embed([_about(who[WHOLE].profile)]))[0] if open_ else []
            for start in range(0, len(open_), _BATCH):
                batch = open_[start : start + _BATCH]
                vectors = await model.embed([f"{one.title}\n{self._describe(one)}"[:_TEXT] for one in batch])
                for posting, vector in zip(batch, vectors, strict=True):
                    self._note_nearness(posting, nearness(own, vector), wanted, who, learned)
        except ModelError:
            return False
        return True

    def _note_nearness(self, posting: Posting, near: float, to: str, who: Sides, learned: Learned | None) -> None:
        with self._store.commit():
            if (known := self._store.requirements.find(posting.id)) is not None:
                fresh = msgspec.structs.replace(known, near=near, near_to=to)
                self._store.requirements.replace(fresh)
                self._score(posting, fresh, who, learned)

    def _ranks(self) -> list[tuple[str, float]]:
        return list(ranks(self._store).items())

    def _put_requirements(self, wanted: Requirements) -> None:
        known = self._store.requirements.find(wanted.id)
        if known is None:
            self._store.requirements.add(wanted)
        else:
            self._store.requirements.replace(msgspec.structs.replace(wanted, version=known.version))

    def _put(self, match: Match) -> None:
        known = self._store.matches.find(match.id)
        if known is None:
            self._store.matches.add(match)
            return
        aside = {blocker.kind for blocker in known.blockers if blocker.overruled}
        blockers = tuple(msgspec.structs.replace(one, overruled=one.kind in aside) for one in match.blockers)
        try:
            self._store.matches.replace(msgspec.structs.replace(match, version=known.version, blockers=blockers))
        except StaleVersion:  # a blocker was set aside meanwhile, or it was scored as the persona just picked
            if known.profile_version < match.profile_version and not self.done(match.id):
                self._put(match)


async def _read_here(ads: tuple[Ad, ...]) -> tuple[Requirements, ...]:
    return await asyncio.to_thread(read_ads, ads)


def ranks(store: Store) -> dict[str, float]:
    """Posting id → what lists sort by, highest first; a match stored before there were ranks sorts by its score."""
    known: dict[str, float | None] = store.matches.values("rank")
    if None not in known.values():
        return cast("dict[str, float]", known)
    scores: dict[str, int | None] = store.matches.values("score")
    return {one: float(scores.get(one) or -1) if rank is None else rank for one, rank in known.items()}


def key(profile: Profile) -> str:
    """A short name of what the profile says of work, by which an old comparison of meanings is known as old."""
    return hashlib.sha256(_about(profile).encode()).hexdigest()[:16]


def nearness(one: Sequence[float], other: Sequence[float]) -> float:
    """The cosine of two vectors, 0 where it is negative or they cannot be compared."""
    if len(one) != len(other):
        return 0.0
    length = math.sqrt(sum(part * part for part in one) * sum(part * part for part in other))
    cosine = sum(left * right for left, right in zip(one, other, strict=True)) / length if length else 0.0
    return round(max(0.0, min(1.0, cosine)), 4)


def _about(profile: Profile) -> str:
    titles = [profile.basics.label, *profile.preferences.titles, *(work.position for work in profile.work[:3])]
    texts = [*titles, profile.basics.summary, *(line for work in profile.work[:3] for line in work.highlights)]
    skills = [word for skill in profile.skills for word in (skill.name, *skill.keywords)]
    return "\n".join(filter(None, (*texts, ", ".join(skills))))[:_TEXT]
