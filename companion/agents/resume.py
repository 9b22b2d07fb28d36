"""The resume agent: an uploaded file becomes the profile; a posting gets its tailored, stored, rendered version."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import msgspec

from companion.agents.profiles import Profiles
from companion.agents.search import PostingView, SearchAgent
from companion.agents.telling import Say, Telling
from companion.errors import BadInput, SincerelyError
from companion.model.document import now
from companion.model.posting import Requirements
from companion.model.profile import Profile
from companion.model.resume import Letter, Look, Resume
from companion.net.ollama import Model
from companion.resume import (
    ResumeReader,
    base_resume,
    closed_up,
    paper_of,
    render,
    render_letter,
    reword,
    reword_letter,
    tailor,
    write_letter,
)
from companion.resume.beside import Source, SourceFile, SourceReader
from companion.store import Store
from companion.work import Job, Work

_SEEN = 3
"""Files whose pictures are kept at hand."""


def _silent(text: str) -> None:
    """Tells nobody."""


class ResumeAgent:
    """Keeps profile and resume versions. A model, where there is one, only rewords, behind the claim gate."""

    def __init__(
        self,
        store: Store,
        search: SearchAgent,
        profiles: Profiles,
        reader: ResumeReader,
        model: Model | None,
        sources: SourceReader,
    ) -> None:
        self._store = store
        self._search = search
        self._profiles = profiles
        self._reader = reader
        self._model = model
        self._sources = sources
        self._seen: dict[str, Source | None] = {}
        """The files seen last, by their hashes."""

    async def import_profile(self, data: bytes, file_name: str) -> Profile:
        """Read a resume into the profile. Personas, preferences and application facts stay as they are; the file is
        kept as a blob, the profile as it was in its history. Raises Unreadable or TooLarge with what is wrong."""
        read = await self._reader.read(data, file_name)
        known = self._search.profile()
        source = self._store.blobs.put(data)
        if known is None:
            return self._store.profiles.add(_sourced(read, source))
        stays = ("id", "version", "persona", "personas", "preferences", "application")
        kept = {name: getattr(known, name) for name in stays}
        return self._profiles.keep(msgspec.structs.replace(_sourced(read, source), **kept), "import")

    async def source(self, profile: Profile) -> Source | None:
        """What is seen of the file that `profile` was read from; None where it is gone or cannot be shown."""
        return await self.seen(str(profile.meta.get("source", "")))

    async def seen(self, sha256: str) -> Source | None:
        """What is seen of a stored file; None where it is gone or cannot be shown."""
        if not sha256 or not self._store.blobs.has(sha256):
            self._seen.pop(sha256, None)
            return None
        if sha256 not in self._seen:
            try:
                found = await self._sources.call(SourceFile(self._store.blobs.get(sha256)))
            except SincerelyError:
                found = None
            self._seen[sha256] = found
            for old in list(self._seen)[:-_SEEN]:
                self._seen.pop(old, None)
        return self._seen[sha256]

    async def tailor(self, posting_id: str, say: Say = _silent, look: Look | None = None) -> Resume:
        """The resume version for one posting, rendered and stored. Raises NotFound, and BadInput without a profile.

        `say` hears in words how far it is. Without a `look` it is set as the newest version was.
        """
        profile, view, wanted = self._at_hand(posting_id)
        look = look or self.look(profile)
        say("Choosing and ordering what fits this posting")
        async with self._warming():
            resume = await asyncio.to_thread(
                tailor, profile, view.posting, wanted, view.match,
                paper=look.paper, template=look.template, pages=look.pages, description=view.description,
            )  # fmt: skip
        if self._model is not None:
            resume = await reword(resume, profile, view.description, Telling(self._model, say))
        say("Setting the pages")
        pdf = await asyncio.to_thread(render, resume)
        return self._store.resumes.add(msgspec.structs.replace(resume, pdf=self._store.blobs.put(pdf)))

    async def write_letter(self, posting_id: str, say: Say = _silent) -> Letter | None:
        """A cover letter for one posting, rendered and stored; None where the profile says too little for one.

        Raises NotFound, and BadInput without a profile.
        """
        profile, view, wanted = self._at_hand(posting_id)
        say("Writing a letter from your own facts")
        async with self._warming():
            look = self.look(profile)
            letter = await asyncio.to_thread(
                write_letter, profile, view.posting, wanted, view.match,
                paper=look.paper, template=look.template, description=view.description,
            )  # fmt: skip
        if letter is None:
            return None
        if self._model is not None:
            letter = await reword_letter(letter, profile, Telling(self._model, say))
        pdf = await asyncio.to_thread(render_letter, letter)
        return self._store.letters.add(msgspec.structs.replace(letter, pdf=self._store.blobs.put(pdf)))

    def register(self, work: Work) -> None:
        """Tell the queue what this agent does in the background."""
        work.register("tailor", self._tailor, hands=2)
        work.register("letter", self._letter, hands=2)

    async def _tailor(self, job: Job) -> dict[str, Any]:
        look = msgspec.convert(job.arguments["look"], Look) if "look" in job.arguments else None
        return {"resume_id": (await self.tailor(str(job.arguments["posting_id"]), job.progress, look)).id}

    async def _letter(self, job: Job) -> dict[str, Any]:
        letter = await self.write_letter(str(job.arguments["posting_id"]), job.progress)
        return {"letter_id": letter.id if letter else ""}

    @asynccontextmanager
    async def _warming(self) -> AsyncGenerator[None]:
        """The model is loaded while the block decides what it will be asked, so that no sentence waits for that."""
        if self._model is None:
            yield
            return
        warming = asyncio.create_task(self._model.warm_up())
        try:
            yield
            await warming
        finally:
            warming.cancel()

    def _at_hand(self, posting_id: str) -> tuple[Profile, PostingView, Requirements]:
        profile = self._search.profile()
        if profile is None:
            raise BadInput("There is no profile yet.", "Import a resume first.")
        view = self._search.view(posting_id)
        profile = self._search.scoring.shown(view.posting) or profile
        return profile, view, self._store.requirements.find(posting_id) or Requirements(id=posting_id)

    def look(self, profile: Profile) -> Look:
        """Template and paper of the newest version; before there is one, the paper of where the person lives."""
        newest = max(self._store.resumes.by("profile_id", profile.id), key=lambda one: one.created_at, default=None)
        if newest is None:
            return Look(paper=paper_of(profile.basics.location.country_code))
        return Look(template=newest.template, paper=newest.paper)

    def whole(self, profile: Profile) -> Resume:
        """All of `profile` as a resume for any job, set as the newest version was."""
        look = self.look(profile)
        return closed_up(base_resume(profile, paper=look.paper, template=look.template))

    def latest(self, posting_id: str) -> Resume | None:
        """The newest version for a posting that still fits the present profile and the persona shown there."""
        posting = self._store.postings.find(posting_id)
        profile = self._search.scoring.shown(posting)
        shown = profile and (profile.id, profile.version, profile.persona)
        versions = [
            one
            for one in self._store.resumes.by("posting_id", posting_id)
            if (one.profile_id, one.profile_version, one.persona) == shown
        ]
        return max(versions, key=lambda one: one.created_at, default=None)


def _sourced(profile: Profile, source: str) -> Profile:
    return msgspec.structs.replace(profile, meta={**profile.meta, "source": source}, updated_at=now())
