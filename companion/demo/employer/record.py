"""What the made-up employer received, one JSON line an application, on the disk before anything is confirmed."""

import hashlib
import os
from pathlib import Path

import msgspec


class ReceivedFile(msgspec.Struct, frozen=True, kw_only=True):
    field: str
    name: str
    type: str
    size: int
    sha256: str


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """One application exactly as it came in: names and values of the multipart body in their order."""

    id: str
    job: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[ReceivedFile, ...]

    def values(self, name: str) -> list[str]:
        return [value for field, value in self.fields if field == name]


class Record:
    """Append-only. A last line torn by a crash was never confirmed and does not count."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "received.jsonl"

    def all(self) -> list[Received]:
        """Every application received, oldest first."""
        if not self._file.exists():
            return []
        whole, _, _ = self._file.read_bytes().rpartition(b"\n")
        return [msgspec.json.decode(line, type=Received) for line in whole.splitlines() if line]

    def keep(self, job: str, fields: list[tuple[str, str]], files: list[tuple[str, str, str, bytes]]) -> Received:
        """Write down one application; it is durable on return. `files`: field, name, type, bytes."""
        received = Received(
            id=f"LI-{1001 + len(self.all())}",
            job=job,
            fields=tuple(fields),
            files=tuple(
                ReceivedFile(field=field, name=name, type=kind, size=len(data), sha256=hashlib.sha256(data).hexdigest())
                for field, name, kind, data in files
            ),
        )
        self._drop_torn_line()
        with self._file.open("ab") as out:
            out.write(msgspec.json.encode(received) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        return received

    def _drop_torn_line(self) -> None:
        if not self._file.exists():
            return
        whole, newline, torn = self._file.read_bytes().rpartition(b"\n")
        if torn:
            with self._file.open("r+b") as out:
                out.truncate(len(whole) + len(newline))
