"""What is stored: one line a kind, with the fields it is looked up by. Add a kind or an index here and nowhere else."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from companion.model.application import Application, Attempt, Proposal
from companion.model.audit import AuditEntry
from companion.model.automation import Automation, SavedSearch
from companion.model.document import Document
from companion.model.edition import Edition
from companion.model.form import Answer, Plan, QuestionSet
from companion.model.learning import Learned
from companion.model.lesson import Lesson
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.model.resume import Letter, Resume
from companion.model.run import Client, Notice, Reply, Run, SavedView
from companion.store import rules

T = TypeVar("T", bound=Document)


class Kind(Generic[T]):
    """How documents of one type are kept.

    `live` kinds stay decoded in memory, so that a predicate over all of them costs no decoding; every other kind is
    kept as its encoded bytes, which take a fraction of the memory and make each read a fresh copy. A live type may
    hold no mutable value but dicts of scalars at its top level (a test holds this true). `rule` is called with the new
    document and the stored one (None: it is new) and raises where it may not follow. `lasting` ones are never removed.
    """

    def __init__(
        self,
        name: str,
        type_: type[T],
        *,
        indexes: tuple[str, ...] = (),
        live: bool = False,
        rule: Callable[[T, T | None], None] | None = None,
        lasting: bool = False,
    ) -> None:
        self.name, self.type, self.indexes, self.live = name, type_, indexes, live
        self.rule, self.lasting = rule, lasting
        self.decode: Callable[[bytes], T] = msgspec.json.Decoder(type_).decode
        self.encode: Callable[[T], bytes] = msgspec.json.Encoder().encode
        encoded = {field.name: field.encode_name for field in msgspec.structs.fields(type_)}
        missing = set(indexes) - set(encoded)
        if missing:
            raise TypeError(f"{type_.__name__} has no field {', '.join(sorted(missing))} to index")
        # Why: looking up index values through a struct of only these fields skips building the whole document.
        self._indexed = msgspec.json.Decoder(
            msgspec.defstruct(
                "Indexed", [(name, Any, None) for name in indexes], rename={n: encoded[n] for n in indexes}
            )
        ).decode

    def indexed(self, held: bytes | T) -> tuple[Any, ...]:
        """The values of `indexes`, in their order, of an encoded or a live document."""
        source = self._indexed(held) if isinstance(held, bytes) else held
        return tuple(getattr(source, name) for name in self.indexes)


KINDS: tuple[Kind[Any], ...] = (
    Kind("postings", Posting, indexes=("canonical_key", "url", "company"), live=True),
    Kind("requirements", Requirements),
    Kind("matches", Match, indexes=("score", "rank")),
    Kind("profiles", Profile),
    Kind("editions", Edition, indexes=("profile_id",)),
    Kind("resumes", Resume, indexes=("posting_id", "profile_id")),
    Kind("letters", Letter, indexes=("posting_id", "profile_id")),
    Kind("plans", Plan, indexes=("attempt_id",)),
    Kind("questions", QuestionSet),
    Kind("answers", Answer, indexes=("family",)),
    Kind("lessons", Lesson, indexes=("wording",)),
    Kind("attempts", Attempt, indexes=("canonical_key", "state", "posting_id"), rule=rules.attempt),
    Kind("applications", Application, indexes=("canonical_key", "status")),
    Kind("proposals", Proposal, indexes=("state", "application_id")),
    Kind("runs", Run, indexes=("state", "kind")),
    Kind("notices", Notice, indexes=("kind",)),
    Kind("clients", Client, indexes=("token_hash",)),
    Kind("replies", Reply),
    Kind("views", SavedView),
    Kind("searches", SavedSearch),
    Kind("automation", Automation),
    Kind("learned", Learned),
    Kind("audit", AuditEntry, indexes=("number", "kind"), rule=rules.audit, lasting=True),
)


class Sealed(Document, frozen=True, kw_only=True):
    """A value of the vault: `token` is Fernet under the vault's own key, so even memory holds no clear value."""

    token: bytes


INNER: tuple[Kind[Any], ...] = (Kind("vault", Sealed), Kind("secrets", Sealed))
"""Kinds the store keeps for itself; no repository shows them."""


def by_name(kinds: tuple[Kind[Any], ...] = KINDS + INNER) -> Mapping[str, Kind[Any]]:
    return {kind.name: kind for kind in kinds}
