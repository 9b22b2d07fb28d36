"""The one door through which the profile changes: what it was is kept, and personas follow what moved."""

from collections.abc import Callable

import msgspec

from companion.errors import NotFound
from companion.model.document import new_id, now
from companion.model.edition import Edition, Hand
from companion.model.profile import Profile
from companion.resume.changes import Change, changes, followed, put_back
from companion.store import Store

KEPT = 200
"""Earlier states that are kept; the oldest go first."""


class Step(msgspec.Struct, frozen=True):
    """One change of the profile: the record of it, the state before and the state after, and how they differ."""

    edition: Edition
    before: Profile
    after: Profile
    changes: tuple[Change, ...]


class Profiles:
    """Keeps the profile and its history."""

    def __init__(self, store: Store, present: Callable[[], Profile | None]) -> None:
        self._store = store
        self._present = present

    def keep(self, profile: Profile, by: Hand = "hand") -> Profile:
        """Store `profile`, made from the version it names, and what it was before; nothing where nothing changed.

        Raises StaleVersion, and NotFound where there is none to change.
        """
        before = self._store.profiles.get(profile.id)
        after = followed(before, profile)
        if msgspec.structs.replace(after, updated_at=before.updated_at) == before:
            return before
        blob = self._store.blobs.put(msgspec.json.encode(before))
        at = now()
        edition = Edition(
            id=new_id(), profile_id=before.id, profile_version=before.version, until=at, by=by, blob=blob
        )  # fmt: skip
        with self._store.commit():
            kept = self._store.profiles.replace(msgspec.structs.replace(after, updated_at=at))
            self._store.editions.add(edition)
            for old in self.editions()[KEPT:]:
                self._store.editions.remove(old.id)
        return kept

    def editions(self) -> list[Edition]:
        """Earlier states of the profile, newest first."""
        profile = self._present()
        held = self._store.editions.by("profile_id", profile.id) if profile else []
        return sorted(held, key=lambda one: one.profile_version, reverse=True)

    def state(self, edition: Edition) -> Profile:
        """The profile as it was then. Raises NotFound where the file is gone."""
        return msgspec.json.decode(self._store.blobs.get(edition.blob), type=Profile)

    def steps(self, offset: int = 0, limit: int = KEPT) -> list[Step]:
        """What changed the profile, newest first."""
        held = self.editions()
        told = held[offset : offset + limit]
        if not told:
            return []
        later = self.state(held[offset - 1]) if offset else self._own()
        found: list[Step] = []
        for edition in told:
            earlier = self.state(edition)
            found.append(Step(edition, earlier, later, changes(earlier, later)))
            later = earlier
        return found

    def undo(self, edition_id: str, change: int) -> Profile:
        """Put one thing back as it was before: the `change`th of what changed. Raises NotFound."""
        earlier, later = self._step(edition_id)
        told = changes(earlier, later)
        if not 0 <= change < len(told):
            raise NotFound("There is no such change.")
        return self.keep(put_back(self._own(), earlier, later, told[change]), "back")

    def back_to(self, edition_id: str) -> Profile:
        """The whole profile as it was then; what is there now becomes part of the history. Raises NotFound."""
        present, state = self._own(), self.state(self._store.editions.get(edition_id))
        return self.keep(msgspec.structs.replace(state, id=present.id, version=present.version), "back")

    def forget(self) -> int:
        """Remove the history for good, from the journal and its files too; the number of states that went."""
        held = self.editions()
        with self._store.commit():
            for one in held:
                self._store.editions.remove(one.id)
        for one in held:
            self._store.blobs.remove(one.blob)
        self._store.compact()
        return len(held)

    def _step(self, edition_id: str) -> tuple[Profile, Profile]:
        edition = self._store.editions.get(edition_id)
        later = [one for one in self.editions() if one.profile_version > edition.profile_version]
        return self.state(edition), self.state(later[-1]) if later else self._own()

    def _own(self) -> Profile:
        profile = self._present()
        if profile is None:
            raise NotFound("There is no profile yet.", "Import a resume first.")
        return profile
