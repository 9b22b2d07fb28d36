"""The wheel is whole: outside the repository, with nothing of it in reach, it walks the road by itself."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from companion.apply import find
from companion.settings import Settings

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on the path")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = ["uv", "build", "--quiet", "--wheel", "--out-dir", str(target), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    return next(target.glob("*.whl"))


def test_everything_that_is_not_python_travels_along(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    companion = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "companion").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    extension = {
        f"companion/extension/{file.relative_to(ROOT)}"
        for file in (*(ROOT / "extension").rglob("*"), ROOT / "manifest.json")
        if file.is_file()
    }
    assert companion | extension <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(find(Settings()) is None, reason="no Chromium on this machine")
def test_the_installed_wheel_walks_the_road(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "companion", "--data", str(tmp_path / "data"), "demo", "--json"],
        capture_output=True,
        text=True,
        timeout=240,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "SINCERELY_PORT": "0"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"]["ok"]
