"""The runtime file: how other commands on this computer reach the companion that runs. 0600, gone when it stops.

Its token is good until the next start and is kept nowhere else; whoever can read it can read the data folder anyway.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec

from companion.errors import SincerelyError
from companion.model.document import now
from companion.model.run import Client
from companion.store import Store

_NAME = "runtime.json"
_CLIENT = "runtime"
_WAIT = 5.0


class Runtime(msgspec.Struct, frozen=True, kw_only=True):
    """Address of the running companion (`http://127.0.0.1:PORT`) and the token of this start."""

    address: str
    token: str
    pid: int


@contextmanager
def announced(store: Store, address: str) -> Generator[None]:
    """Write the file for as long as this lasts."""
    token = secrets.token_urlsafe(32)
    client = Client(
        id=_CLIENT,
        name="This computer's command line",
        kind="mcp",
        token_hash=hashlib.sha256(token.encode()).hexdigest(),
        scopes=("mcp", "api", "open", "work"),
        created_at=now(),
    )
    with store.commit():
        if known := store.clients.find(_CLIENT):
            store.clients.replace(msgspec.structs.replace(client, version=known.version))
        else:
            store.clients.add(client)
    path = store.home / _NAME
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(Runtime(address=address, token=token, pid=os.getpid())))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def running(home: Path) -> Runtime | None:
    """The companion that runs on this data folder; None where none answers."""
    try:
        runtime = msgspec.json.decode((home / _NAME).read_bytes(), type=Runtime)
        nonce = secrets.token_hex(16)
        hello = httpx.get(
            f"{runtime.address}/api/hello", params={"nonce": nonce, "client": _CLIENT}, timeout=_WAIT, trust_env=False
        )
        key = hashlib.sha256(runtime.token.encode()).digest()
        wanted = hmac.new(key, nonce.encode("ascii"), hashlib.sha256).hexdigest()
        return runtime if hmac.compare_digest(str(hello.json().get("proof")), wanted) else None
    except (OSError, ValueError, AttributeError, httpx.HTTPError):
        return None


def fresh_link(runtime: Runtime) -> str:
    """A new one-time dashboard link from the running companion. Raises SincerelyError when it gives none."""
    headers = {"authorization": f"Bearer {runtime.token}", "idempotency-key": secrets.token_hex(16)}
    try:
        answer = httpx.post(f"{runtime.address}/api/link", json={}, headers=headers, timeout=_WAIT, trust_env=False)
        answer.raise_for_status()
        return runtime.address + str(answer.json()["path"])
    except (httpx.HTTPError, KeyError, ValueError) as error:
        raise SincerelyError("The companion gave no dashboard link.", "Stop it with Ctrl-C and start again.") from error
