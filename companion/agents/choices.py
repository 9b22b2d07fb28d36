"""The person's choices (saved, dismissed, applied) as lessons they can see, mute and reset."""

import msgspec

from companion.errors import NotFound
from companion.matching import learn
from companion.matching.learning import Example
from companion.model.document import now
from companion.model.learning import LEARNED_ID, Learned
from companion.model.posting import Posting
from companion.store import Store

_APPLIED = frozenset(
    {"approved", "submitting", "submitted", "unknown", "viewed", "interview", "offer", "rejected", "withdrawn"}
)


class Choices:
    """Keeps the one document of what was learned. Lessons move the order when all postings are scored the next time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def learned(self) -> Learned | None:
        """What was learned so far; None before the first choice."""
        return self._store.learned.find(LEARNED_ID)

    def teach(self) -> Learned:
        """Learn anew from every job the person saved, dismissed or applied to."""
        with self._store.commit():
            known = self.learned() or self._store.learned.add(Learned(id=LEARNED_ID))
            lessons = learn(self._examples(known.forgotten), known.muted)
            if lessons == known.lessons:
                return known
            return self._store.learned.replace(msgspec.structs.replace(known, lessons=lessons, updated_at=now()))

    def mute(self, word: str, *, muted: bool = True) -> Learned:
        """Let a word no longer count, or count again. Raises NotFound for one that was never learned."""
        known = self.learned()
        if known is None or (muted and word not in {one.word for one in known.lessons}):
            raise NotFound("That was not learned.", "Open what was learned again.")
        quiet = known.muted | {word} if muted else known.muted - {word}
        self._store.learned.replace(msgspec.structs.replace(known, muted=quiet, updated_at=now()))
        return self.teach()

    def forget(self) -> None:
        """Forget all lessons, and the choices they came from: only what the person decides from now on teaches."""
        marked = frozenset(one.id for one in self._marked())
        with self._store.commit():
            known = self.learned() or self._store.learned.add(Learned(id=LEARNED_ID))
            self._store.learned.replace(
                msgspec.structs.replace(known, lessons=(), muted=frozenset(), forgotten=marked, updated_at=now())
            )

    def _examples(self, forgotten: frozenset[str]) -> list[Example]:
        examples: list[Example] = []
        for posting in self._marked():
            wanted = self._store.requirements.find(posting.id)
            if posting.id not in forgotten and wanted is not None:
                examples.append(Example(posting, wanted, kept=not posting.dismissed))
        return examples

    def _marked(self) -> list[Posting]:
        status: dict[str, str] = self._store.applications.values("status")
        keys: dict[str, str] = self._store.applications.values("canonical_key")
        applied = {keys[one] for one, state in status.items() if state in _APPLIED}
        return self._store.postings.where(lambda one: one.saved or one.dismissed or one.canonical_key in applied)
