"""The demo walks the whole road, and a kill at any moment neither loses what was acknowledged nor sends twice."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from companion.apply import find, verify
from companion.demo import employer, sample
from companion.demo.employer import Record
from companion.settings import Settings

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(find(Settings()) is None, reason="no Chromium on this machine"),
]
_LONGEST = 180
FORM = Path(employer.__file__).with_name("site") / "form.html"
PERSON = json.loads(Path(sample.__file__).with_suffix(".json").read_text(encoding="utf-8"))["basics"]
_KILLED_AFTER = ("profile", "resume", "resume", "plan", *("approve",) * 5, "submit")
"""Steps of the journey, each told when it is done; sending is what follows `approve`."""


def start(data: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "companion", "--data", str(data), "demo", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SINCERELY_PORT": "0", **environment},
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, dict[str, Any], str]:
    out, said = process.communicate(timeout=_LONGEST)
    return process.returncode, json.loads(out) if out.strip() else {}, said


def test_the_whole_road_from_resume_to_sealed_receipt(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # Chromium's sockets need a short path.
    temporary = Path(tempfile.mkdtemp(prefix="t"))
    request.addfinalizer(lambda: shutil.rmtree(temporary, ignore_errors=True))
    code, outcome, said = finish(start(tmp_path / "data", TMPDIR=str(temporary)))
    assert code == 0, said
    result = outcome["result"]
    assert result["state"] == "submitted"
    assert result["received"] == 1
    assert result["score"] > 50
    assert result["fields"]
    assert all(field["same"] for field in result["fields"])
    asked = set(re.findall(r'<label for="(?!hp_)\w+">([^<{]+?) *<', FORM.read_text(encoding="utf-8")))
    assert len(asked) > 8
    assert asked <= {field["label"] for field in result["fields"] if field["planned"]}
    resume, receipt = (Path(file) for file in outcome["files"])
    assert resume.read_bytes().startswith(b"%PDF-")
    verdict = verify(receipt.read_bytes())
    assert verdict.valid
    assert verdict.receipt is not None
    assert verdict.receipt.files[0].sha256 == Record(tmp_path / "data-demo" / "employer").all()[0].files[0].sha256
    changed = receipt.read_bytes().replace(b'"submitted"', b'"submittee"', 1)
    assert not verify(changed).valid
    logs = list((tmp_path / "data-demo" / "data" / "logs").iterdir())
    assert sum(log.stat().st_size for log in logs) > 0
    lying = [
        file for folder in (tmp_path / "data-demo" / "data", temporary) for file in folder.rglob("*") if file.is_file()
    ]
    known = [PERSON[name].encode() for name in ("name", "email", "phone", "summary")]
    assert [file for file in lying if any(value in file.read_bytes() for value in known)] == []


def test_ten_kills_never_make_two_applications(tmp_path: Path) -> None:
    data, chance = tmp_path / "data", random.Random(20261122)
    record = tmp_path / "data-demo" / "employer"
    for step in _KILLED_AFTER:
        process = start(data)
        assert process.stderr is not None
        for line in process.stderr:
            if f" {step} " in line:
                time.sleep(chance.uniform(0, 3))
                break
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert not record.exists() or len(Record(record).all()) <= 1
    code, outcome, said = finish(start(data))
    assert code == 0, said
    assert outcome["result"]["received"] == 1
    assert outcome["result"]["state"] == "submitted"
