"""Which Chromium to drive: an installed one, else Playwright's own, else (root on Debian) the system's package.

Every step is told to `say` before it is taken, so that nobody waits without knowing for what.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from companion.errors import NoBrowser
from companion.settings import Settings

Say = Callable[[str], None]
Run = Callable[[Sequence[str]], int]
"""Runs a command to its end and returns its exit code; 127 where it does not exist."""

_NAMES = (
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_LINUX = ("/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser")
_VERSION_WAIT = 20.0
_INSTALL_WAIT = 900.0


def find(settings: Settings, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The Chromium to drive, or None. A browser named in the settings is used or nothing is.

    Raises NoBrowser when the setting names a file that does not run.
    """
    if settings.browser:
        chosen = Path(settings.browser).expanduser()
        if not runs(chosen):
            raise NoBrowser(
                "The browser named in the settings does not run.", "Correct or clear the setting `browser`."
            )
        return chosen
    return next((path for path in candidates(environment) if runs(path)), None)


def ensure(
    settings: Settings,
    say: Say,
    *,
    environment: Mapping[str, str] = os.environ,
    run: Run | None = None,
) -> Path:
    """The Chromium to drive, installed if need be. Blocks (minutes, when it downloads). Raises NoBrowser."""
    do = run or _run
    say("Looking for an installed Chrome, Chromium or Edge")
    if found := find(settings, environment):
        say(f"Found {found}")
        return found
    say("None found. Asking Playwright to download its own Chromium")
    if do([sys.executable, "-m", "playwright", "install", "chromium"]) == 0 and (found := find(settings, environment)):
        say(f"Playwright installed {found}")
        return found
    if _root_on_debian():
        say("That gave no browser that runs. Installing Debian's package `chromium` with apt-get")
        code = do(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        if code != 0:
            say("Refreshing the package lists first")
            do(["apt-get", "update"])
            do(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        if found := find(settings, environment):
            say(f"apt-get installed {found}")
            return found
    raise NoBrowser(
        "No Chrome, Chromium or Edge was found, and none could be installed.",
        "Install Chrome or Chromium, or name one in the setting `browser`, then run `sincerely browser`. "
        "Capture, scores, resumes and tracking work without it.",
    )


def candidates(environment: Mapping[str, str]) -> Iterable[Path]:
    """Every place a browser may be, best first: PATH, the usual folders of this system, Playwright's own."""
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            yield Path(found)
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if sys.platform == "darwin":
        yield from (folder / inner for folder in (Path("/Applications"), home / "Applications") for inner in _MAC)
        cache = home / "Library/Caches/ms-playwright"
    elif sys.platform == "win32":
        roots = (environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root) / inner for root in roots if root for inner in _WINDOWS)
        cache = home / "AppData/Local/ms-playwright"
    else:
        yield from map(Path, _LINUX)
        cache = Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "ms-playwright"
    if own := environment.get("PLAYWRIGHT_BROWSERS_PATH"):
        cache = Path(own)
    for pattern in ("chromium-*/*/chrome", "chromium-*/*/chrome.exe", "chromium-*/*/*.app/Contents/MacOS/*"):
        yield from sorted(cache.glob(pattern), key=_revision, reverse=True)


def runs(path: Path) -> bool:
    """Whether `path` is a browser that starts: some systems have a `chromium` that only tells how to get one."""
    if not path.is_file():
        return False
    if sys.platform == "win32":
        return True  # chrome.exe --version opens a window instead of answering
    try:
        told = subprocess.run(  # noqa: S603 - the path is the person's own browser
            [str(path), "--version"], capture_output=True, timeout=_VERSION_WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0 and any(name in told.stdout for name in (b"Chrom", b"Edge"))


def _revision(path: Path) -> int:
    folder = next((part for part in path.parts if part.startswith("chromium-")), "")
    digits = folder.removeprefix("chromium-")
    return int(digits) if digits.isdigit() else 0


def _root_on_debian() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(command: Sequence[str]) -> int:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, timeout=_INSTALL_WAIT, check=False, env=quiet).returncode  # noqa: S603
    except FileNotFoundError:
        return 127
    except subprocess.TimeoutExpired:
        return 124
