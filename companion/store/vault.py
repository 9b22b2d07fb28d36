"""The vault: credentials (ATS accounts, mail, webhooks) and the companion's own secrets, Fernet under its own key.

Values are decrypted at the moment of use and never kept; a listing shows names only.
"""

import base64
import os
from collections.abc import Mapping

import msgspec
from cryptography.fernet import Fernet, InvalidToken

from companion.errors import Damaged, NotFound
from companion.store.entry import Entry
from companion.store.journal import Change
from companion.store.kinds import INNER, Sealed, by_name
from companion.store.storage import JournalStorage
from companion.store.table import JournalTable

_KINDS = by_name(INNER)
_decode = msgspec.json.Decoder(dict[str, str]).decode


class Revealed(msgspec.Struct, frozen=True, array_like=True):
    """A value of the vault in clear: a credential (`table` "vault") or one of the companion's secrets ("secrets")."""

    table: str
    name: str
    value: bytes


class Vault:
    """Named credentials, each a small mapping such as `{"user": …, "password": …}`."""

    def __init__(self, storage: JournalStorage, key: bytes) -> None:
        self._storage = storage
        self._fernet = Fernet(base64.urlsafe_b64encode(key))
        self._credentials = JournalTable(storage, "vault")
        self._secrets = JournalTable(storage, "secrets")

    def put(self, name: str, value: Mapping[str, str]) -> None:
        self._seal(self._credentials, name, msgspec.json.encode(dict(value)))

    def get(self, name: str) -> dict[str, str]:
        """Raises NotFound."""
        return _decode(self._open(self._credentials, name))

    def names(self) -> tuple[str, ...]:
        with self._storage.lock:
            return tuple(sorted(self._storage.entries("vault")))

    def remove(self, name: str) -> None:
        """Raises NotFound."""
        with self._storage.commit():
            if self._credentials.one(name) is None:
                raise NotFound("There is no such credential.")
            self._credentials.take(name)

    def secret(self, name: str) -> bytes:
        """32 random bytes that are always the same for `name`, made at the first call."""
        with self._storage.commit():
            if self._secrets.one(name) is None:
                self._seal(self._secrets, name, os.urandom(32))
            return self._open(self._secrets, name)

    def reveal(self) -> list[Revealed]:
        """Everything in clear, for a backup that is encrypted itself, or an export that was asked to hold it."""
        with self._storage.lock:
            return [
                Revealed(table.name, name, self._open(table, name))
                for table in (self._credentials, self._secrets)
                for name in self._storage.entries(table.name)
            ]

    def sealed(self, revealed: Revealed) -> Change:
        """The change that puts it (back) into this vault."""
        if revealed.table not in _KINDS:
            raise Damaged("A backup names a part of the vault that does not exist.")
        return Change(revealed.table, revealed.name, self._entry(revealed.table, revealed.name, revealed.value).body())

    def _seal(self, table: JournalTable, name: str, value: bytes) -> None:
        table.put(self._entry(table.name, name, value))

    def _entry(self, table: str, name: str, value: bytes) -> Entry:
        return Entry.of(_KINDS[table], Sealed(id=name, version=1, token=self._fernet.encrypt(value)))

    def _open(self, table: JournalTable, name: str) -> bytes:
        with self._storage.lock:
            entry = table.one(name)
        if entry is None:
            raise NotFound("There is no such credential.", "Store it in the settings first.")
        sealed: Sealed = entry.view()
        try:
            return self._fernet.decrypt(sealed.token)
        except InvalidToken:
            raise Damaged("A credential does not verify.", "Store it again.") from None
