"""Kill -9 at any moment of an application, then start again: never two, never a false "submitted", nothing lost.

`python -m tests.ats.kills [N [CLONE …]]` does it N times (default 10) for every clone, or those named; prints a table.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from companion.apply import OPEN, Attempts, Chrome, Conduct, Driver, find
from companion.model.document import now
from companion.model.posting import Posting
from companion.settings import Settings
from companion.store import Store
from tests.ats.answers import RESUME, planner
from tests.ats.clone import Clone

_LIMIT = 90.0


@dataclass(frozen=True)
class Ended:
    """After the kill and the second start. `lost` where an attempt that had begun is on record no more."""

    state: str
    submissions: int
    killed_at: str
    lost: bool = False

    @property
    def right(self) -> bool:
        """One application at most, and "submitted" exactly where there is one."""
        false_claim = (self.state == "submitted") != (self.submissions == 1) and self.state != "unknown"
        return self.submissions <= 1 and not false_claim and not self.lost


def kill_once(clone: Clone, folder: Path, moment: random.Random) -> Ended:
    """Start a companion on `clone`, kill it at a random moment, start it again and let it finish."""
    begun = threading.Event()
    child = _start(clone, folder)
    said: list[str] = []

    def listen() -> None:
        assert child.stdout is not None
        for line in child.stdout:
            said.append(line.strip())
            begun.set()

    ears = threading.Thread(target=listen)
    ears.start()
    _wait(said, moment.choice(["preparing", "ready", "submitting", "submitting", "submitting"]), child)
    time.sleep(moment.choice([0, moment.uniform(0, 0.4), moment.uniform(0, 2.5)]))
    if child.poll() is None:
        os.kill(child.pid, signal.SIGKILL)
    child.wait()
    ears.join()
    assert child.stdout is not None
    child.stdout.close()
    time.sleep(0.5)  # what the killed browser had under way arrives now or never
    killed_at = said[-1] if said else "start"
    again = _start(clone, folder)
    out, _ = again.communicate(timeout=_LIMIT)
    last = out.strip().splitlines()[-1] if out.strip() else f"died with {again.returncode}"
    state, _, known = last.partition(" ")
    return Ended(state, len(clone.submissions), killed_at, lost=bool(said) and known != "1")


def _start(clone: Clone, folder: Path) -> subprocess.Popen[str]:
    words = [clone.name, clone.url, ",".join(clone.partners), ",".join(clone.allowed)]
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "tests.ats.kills", "child", str(folder), *words],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _wait(said: list[str], word: str, child: subprocess.Popen[str]) -> None:
    until = time.monotonic() + _LIMIT
    while word not in said and child.poll() is None and time.monotonic() < until:
        time.sleep(0.005)


async def _apply(folder: Path, name: str, url: str, partners: frozenset[str], allowed: set[str]) -> None:
    """The companion: take up what is on record, and go on as far as that is allowed."""
    store = Store.open(Settings(data=folder, keys="file"))
    path = find(Settings())
    chrome = Chrome(lambda: path, allowed=allowed)
    try:
        conduct = Conduct(store, Driver(chrome), patience=6, partners=partners)
        attempts = Attempts(store)
        attempts.recover()
        store.listen(lambda events: [print(_state(store)) for one in events[:1] if one.kind == "attempts"][:0])
        known = store.attempts.where()
        posting = known and store.postings.get(known[0].posting_id)
        if not posting:
            found = store.postings.where()
            posting = found[0] if found else store.postings.add(_posting(name, url))
        latest = max(known, key=lambda one: one.created_at) if known else attempts.begin(posting, channel="headless")
        for _ in range(12):
            if latest.state in ("preparing", "needs_answers"):
                latest = await conduct.rehearse(latest.id, planner(), [RESUME])
            elif latest.state == "ready":
                latest = attempts.approve(latest.id, latest.content_hash)
            elif latest.state == "approved":
                latest = await conduct.send(latest.id, planner(), [RESUME])
            if latest.state not in OPEN:
                break
    finally:
        await chrome.close()
        kept = len({one.canonical_key for one in store.attempts.where()})
        print(_state(store), kept)
        store.close()


def _state(store: Store) -> str:
    attempts = store.attempts.where()
    return max(attempts, key=lambda one: one.created_at).state if attempts else "none"


def _posting(name: str, url: str) -> Posting:
    key = f"clone:{name}"
    return Posting(id="p", canonical_key=key, url=url, title="Engineer", company="Larkspur", captured_at=now())


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        folder, name, url, partners, allowed = sys.argv[2:7]
        asyncio.run(
            _apply(Path(folder), name, url, frozenset(filter(None, partners.split(","))), set(allowed.split(",")))
        )
        return 0
    from tests.ats.test_wire import AT_ONCE, STEP_BY_STEP

    kills, named = int((sys.argv[1:] or ["10"])[0]), sys.argv[2:]
    wrong = 0
    for system in (*AT_ONCE, *STEP_BY_STEP):
        if named and system.name not in named:
            continue
        moment, ends = random.Random(f"{system.name} {kills}"), list[Ended]()
        for _ in range(kills):
            with system() as clone, tempfile.TemporaryDirectory() as folder:
                ends.append(kill_once(clone, Path(folder), moment))
        bad = [one for one in ends if not one.right]
        wrong += len(bad)
        states = {state: sum(one.state == state for one in ends) for state in sorted({one.state for one in ends})}
        moments = {at: sum(one.killed_at == at for one in ends) for at in sorted({one.killed_at for one in ends})}
        print(f"{system.name:18} {states} killed at {moments} wrong {bad}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
