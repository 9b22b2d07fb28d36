"""What others wrote, from npm: installed at test time into a cache outside the repository, and never committed."""

import hashlib
import json
import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from threading import Lock

import platformdirs
import pytest

POLITE = ["nice", "-n", "15"] if shutil.which("nice") else []
"""Before a command that runs beside other tests: they are not to become late by it."""
_MAKING: defaultdict[Path, Lock] = defaultdict(Lock)
_CACHE = Path(os.environ.get("SINCERELY_TEST_CACHE") or platformdirs.user_cache_dir("sincerely-tests"))


def install(packages: dict[str, str]) -> Path:
    """A `node_modules` with `packages` (name → version), made once and kept. Skips the test where that cannot be."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: what others wrote is not tried here")
    folder = _CACHE / "npm" / hashlib.sha256(json.dumps(packages, sort_keys=True).encode()).hexdigest()[:16]
    with _MAKING[folder]:
        if not (folder / "done").is_file():
            _make(npm, folder, packages)
    return folder / "node_modules"


def _make(npm: str, folder: Path, packages: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": packages}), encoding="utf-8")
    quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    done = subprocess.run([*POLITE, npm, "install", *quiet], cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        pytest.skip(f"npm could not install {', '.join(packages)}: what others wrote is not tried here")
    (folder / "done").touch()
