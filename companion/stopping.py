"""How a process is asked to end: Ctrl-C in its terminal, or the system's request."""

import asyncio
import signal
from contextlib import suppress


def stop_asked() -> asyncio.Event:
    """An event that is set when the terminal or the system asks the process to end; asking is heard from now on."""
    asked = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C cancels the waiting there
            asyncio.get_running_loop().add_signal_handler(name, asked.set)
    return asked
