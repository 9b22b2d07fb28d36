"""Logs: structured JSON lines in the data folder, rotating, with ids of runs and attempts and no personal values.

What may be logged is a closed list of fields: anything else a caller passes by mistake is dropped, not written.
"""

import logging
import logging.handlers
from collections.abc import Callable, Iterator, MutableMapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import structlog

FIELDS = frozenset(
    {"event", "level", "timestamp", "logger", "run", "attempt", "kind", "code", "error", "host", "status", "channel"}
    | {"portal", "ats", "took_ms", "count", "port", "version", "state", "method", "route", "breaker"}
)
_BYTES, _FILES = 2_000_000, 5


def write_logs(data: Path, name: str = "companion") -> None:
    """Send every log line of the process to `data/logs/NAME.jsonl` (0600, five files of 2 MB)."""
    folder = data / "logs"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / f"{name}.jsonl"
    file.touch(mode=0o600)
    handler = logging.handlers.RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _foreign],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _only_known,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("companion").setLevel(logging.INFO)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _only_known(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: value for name, value in event.items() if name in FIELDS}


def _foreign(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Other libraries put URLs and values into their messages: keep who spoke and how loud, not what was said."""
    return {**event, "event": "library message"}


class LogLine(msgspec.Struct, frozen=True):
    """One line of the log. `more` are its other fields, in words."""

    at: datetime
    level: str
    event: str
    run: str = ""
    attempt: str = ""
    more: str = ""


def read_logs(data: Path, wanted: Callable[[LogLine], bool], *, limit: int) -> tuple[LogLine, ...]:
    """The newest `limit` lines that `wanted` holds for, newest first. Lines that are none are passed over."""
    return tuple(islice((line for line in _lines(data / "logs") if wanted(line)), limit))


def _lines(folder: Path) -> Iterator[LogLine]:
    files = [folder / "companion.jsonl", *(folder / f"companion.jsonl.{number}" for number in range(1, _FILES + 1))]
    for file in files:
        if file.is_file():
            for raw in reversed(file.read_bytes().splitlines()):
                if (line := _line(raw)) is not None:
                    yield line


def _line(raw: bytes) -> LogLine | None:
    try:
        fields = msgspec.json.decode(raw, type=dict[str, Any])
        at = datetime.fromisoformat(str(fields["timestamp"]))
    except (msgspec.DecodeError, KeyError, ValueError):
        return None
    named = {name: str(fields.pop(name, "")) for name in ("level", "event", "run", "attempt")}
    del fields["timestamp"]
    more = " ".join(f"{name}={value}" for name, value in fields.items() if name != "logger")
    return LogLine(at=at, more=more, **named)
