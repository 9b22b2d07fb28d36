"""What the person's own choices taught: words with weights, which they can see, mute one by one, or reset."""

from datetime import datetime

import msgspec

from companion.model.document import Document, Short


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """One word of a job ("skill Rust", "company Example Rail"). `weight` is above 0 where the person rather keeps such
    jobs; `kept` and `passed` are how many jobs with it they saved or applied to, and dismissed."""

    word: Short
    weight: float
    kept: int
    passed: int


class Learned(Document, frozen=True, kw_only=True):
    """The one document of its kind (`id` is "learned")."""

    lessons: tuple[Lesson, ...] = ()
    muted: frozenset[str] = frozenset()
    """Words the person does not want to count."""
    forgotten: frozenset[str] = frozenset()
    """Postings marked before the last reset: they teach nothing any more."""
    updated_at: datetime | None = None


LEARNED_ID = "learned"
