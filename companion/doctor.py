"""`sincerely doctor`: everything the companion rests on, what to do where it fails, and every setting.

Asks the companion that runs; where none does, opens the data folder for the moment of looking.
"""

import asyncio
from collections.abc import Callable

import httpx
import msgspec
from rich.console import Console

from companion.agents.health import Check, worst
from companion.app import examine
from companion.errors import SincerelyError
from companion.runtime import Runtime, running
from companion.settings import Settings, table

_WAIT = 30.0


class _Health(msgspec.Struct, frozen=True):
    checks: tuple[Check, ...]


def look(settings: Settings, passphrase: Callable[[Settings], str | None], console: Console) -> int:
    """Print all of it; 1 where something does not work. Raises SincerelyError where the data cannot be opened."""
    found = running(settings.data)
    checks = _asked(found) if found else asyncio.run(examine(settings, passphrase(settings)))
    for check in checks:
        console.print(f"{check.state:<10} {check.name:<8} {check.text} {check.fix}", soft_wrap=True, markup=False)
    console.print("\nSettings (the dashboard may have changed some; its Settings page says so)")
    for one in table(settings, {}):
        said = f"{one.value or 'none'}  ({one.source}, {one.environment})  {one.text}"
        console.print(f"  {one.name:<17} {said}", soft_wrap=True, markup=False)
    return 1 if worst(checks) == "bad" else 0


def _asked(runtime: Runtime) -> tuple[Check, ...]:
    headers = {"authorization": f"Bearer {runtime.token}"}
    try:
        answer = httpx.get(f"{runtime.address}/api/health", headers=headers, timeout=_WAIT, trust_env=False)
        answer.raise_for_status()
        return msgspec.json.decode(answer.content, type=_Health).checks
    except (httpx.HTTPError, msgspec.DecodeError) as error:
        raise SincerelyError(
            "The companion runs but does not say how it is.", "Stop it with Ctrl-C and start it again."
        ) from error
