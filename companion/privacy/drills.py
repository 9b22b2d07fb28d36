"""The restore drill: a backup is one only once it has been restored and everything in it was found whole."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from companion.errors import SincerelyError
from companion.model.document import now
from companion.privacy import audit
from companion.privacy.backup import BackupFile, Retention, back_up, prune
from companion.privacy.recovery import recovery_code
from companion.privacy.restoring import restore
from companion.settings import Settings
from companion.store import Store


class Drill(msgspec.Struct, frozen=True, kw_only=True):
    """What restoring a backup to a throw-away folder showed. No `problems`: it would bring everything back."""

    documents: dict[str, int] = {}
    files: int = 0
    problems: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.problems


class Trial(msgspec.Struct, frozen=True):
    """What a drill in a process of its own is told on its input, where no other process can read the code."""

    file: str
    code: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A scheduled backup: the file, what the drill showed, and what was thinned out after it passed."""

    backup: BackupFile
    drill: Drill
    removed: tuple[Path, ...] = ()


def drill(file: Path, code: str) -> Drill:
    """Restore `file` to a throw-away folder, check everything there, and erase it again. Changes nothing else."""
    with tempfile.TemporaryDirectory(prefix="sincerely-drill-") as place:
        try:
            with Store.open(Settings(data=Path(place) / "data", keys="file")) as trial:
                try:
                    restored = restore(trial, file, code)
                    found = trial.verify()
                    chain = audit.verify(trial)
                finally:
                    trial.destroy()
        except SincerelyError as error:
            return Drill(problems=(error.message,))
    problems = found.problems if chain.valid else (*found.problems, chain.text)
    return Drill(documents=restored.documents, files=restored.files, problems=problems)


def drill_apart(file: Path, code: str) -> Drill:
    """As `drill`, in a process of its own: the companion answers as quickly as ever meanwhile."""
    told = subprocess.run(
        (sys.executable, "-P", "-m", "companion.privacy.drills"),
        input=msgspec.json.encode(Trial(str(file), code)),
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    if told.returncode:
        return Drill(problems=("The trial ended before it had looked at everything.",))
    return msgspec.json.decode(told.stdout, type=Drill)


def scheduled(
    store: Store,
    destination: Path,
    *,
    allowed: Path | None = None,
    keep: Retention | None = None,
    clock: Callable[[], datetime] = now,
) -> Done:
    """Back up, prove it by a drill, and only then thin out older backups."""
    made = back_up(store, destination, allowed=allowed, clock=clock)
    shown = drill_apart(made.path, recovery_code(store))
    removed = prune(made.path.parent, keep or Retention()) if shown.passed else ()
    return Done(backup=made, drill=shown, removed=removed)


if __name__ == "__main__":
    asked = msgspec.json.decode(sys.stdin.buffer.read(), type=Trial)
    sys.stdout.buffer.write(msgspec.json.encode(drill(Path(asked.file), asked.code)))
