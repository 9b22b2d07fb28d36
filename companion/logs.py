"""Logs: structured JSON lines in the data folder, rotating, with ids of runs and attempts and no personal values.

What may be logged is a closed list of fields: anything else a caller passes by mistake is dropped, not written.
"""

import logging
import logging.handlers
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

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
