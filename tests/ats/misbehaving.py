"""Every misbehaviour at every clone: `python -m tests.ats.misbehaving [CLONE …]` prints where each ended."""

import asyncio
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from companion.apply import Chrome, find
from companion.settings import Settings
from tests.ats.clone import Clone
from tests.ats.road import apply, opened, side_by_side

RIGHT: dict[str, set[tuple[str, int]]] = {
    "slow": {("submitted", 1)},
    "banner": {("unknown", 1)},
    "invalid": {("failed", 0)},
    "lost": {("unknown", 1)},
    "refused": {("failed", 0)},
    "broken": {("unknown", 1)},
    # Failed as nothing was taken; what was prepared goes on in the person's own tab.
    "expired": {("needs_answers", 0)},
    "challenge": {("needs_answers", 0)},
    # Where the page's own check stops it, nothing is sent and the page says why.
    "options": {("needs_answers", 0), ("failed", 0)},
    "drops-file": {("needs_answers", 0)},
    # The second of two is held back: a page that minds that may not tell how it went, or stop before the end.
    "double": {("submitted", 1), ("unknown", 1), ("unknown", 0), ("failed", 0)},
}
"""Misbehaviour → how the attempt may end, with how many applications the clone then has on record."""


async def run(cases: Iterable[tuple[type[Clone], str]], folder: Path, chrome: Chrome) -> dict[str, tuple[str, int]]:
    """Where each case ended: state, applications on record."""
    ended: dict[str, tuple[str, int]] = {}

    async def one(name: str, case: tuple[type[Clone], str]) -> None:
        system, misbehaviour = case
        async with opened(folder / name.replace(" ", "-")) as store:
            with system(misbehaviour) as clone:
                attempt = await apply(clone, store, chrome)
                ended[name] = (attempt.state, len(clone.submissions))

    await side_by_side(one, {f"{system.name} {misbehaviour}": (system, misbehaviour) for system, misbehaviour in cases})
    return ended


def wrong(ended: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """Cases that did not end as they must."""
    return {name: end for name, end in ended.items() if end not in RIGHT[name.partition(" ")[2]]}


async def _main() -> int:
    from tests.ats.test_wire import AT_ONCE, STEP_BY_STEP

    path = find(Settings())
    chrome = Chrome(lambda: path)
    bad: dict[str, tuple[str, int]] = {}
    try:
        for system in (*AT_ONCE, *STEP_BY_STEP):
            if sys.argv[1:] and system.name not in sys.argv[1:]:
                continue
            with tempfile.TemporaryDirectory() as folder:
                ended = await run(((system, one) for one in RIGHT), Path(folder), chrome)
            bad |= wrong(ended)
            print(*(f"{name}: {state}, {count}" for name, (state, count) in ended.items()), sep="\n", flush=True)
    finally:
        await chrome.close()
    print("wrong:", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(_main()))
