"""What the ASGI scope says, typed: the framework's own types leave parts of it unknown."""

from collections.abc import Mapping
from typing import Any, cast


def own_port(scope: object) -> int:
    """The port this server listens on, as the socket says it and not the client; 0 where there is none."""
    server = _fields(scope).get("server") or ("", 0)
    return int(server[1] or 0)


def path_of(scope: object) -> str:
    """The path that was asked for; inside a mount `path` is only what comes after it. The gate lets no escapes in."""
    raw = bytes_of(scope, "raw_path").split(b"?")[0]
    return raw.decode("latin-1") or str(_fields(scope)["path"])


def text_of(scope: object, name: str, default: str = "") -> str:
    """A text of the scope that may be absent."""
    return str(_fields(scope).get(name) or default)


def bytes_of(scope: object, name: str) -> bytes:
    return bytes(_fields(scope).get(name) or b"")


def state_of(scope: object) -> dict[str, Any]:
    """The connection's state, made where it is missing."""
    return cast("dict[str, Any]", scope).setdefault("state", {})


def _fields(scope: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", scope)
