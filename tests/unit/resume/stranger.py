"""A parser of resumes that nobody here wrote: npm's easy-resume-parser, which reads PDFs through pdftotext and finds
its parts by regular expressions.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import msgspec
import pytest

from companion.model.profile import Profile
from companion.resume import base_resume, render
from companion.resume.ats import strings
from tests.npm import install
from tests.unit.resume.people import THEN, person

_PACKAGE = "easy-resume-parser"
_SCRIPT = f"""
const Parser = require("{_PACKAGE}");
const log = console.log;
console.log = console.info = console.trace = () => {{}};
new Parser(process.argv[1]).parseToJSON().then((read) => log("\\n@@" + JSON.stringify(read.parts)));
"""


def someone() -> Profile:
    """A person with a name in plain letters and without links: the parser knows no others, and would open the links."""
    found = person()
    basics = msgspec.structs.replace(found.basics, name="Mara Lindqvist", label="", url="", profiles=())
    return msgspec.structs.replace(found, basics=basics, projects=())


def parts(pdf: bytes) -> dict[str, str]:
    """What the parser makes of `pdf`: name, email, phone, and the text of each section it finds. Skips the test where
    there is no Node.js or pdftotext."""
    if not (shutil.which("node") and shutil.which("pdftotext")):
        pytest.skip("Node.js and pdftotext are needed for a parser that is not ours")
    env = {**os.environ, "NODE_PATH": str(install({_PACKAGE: "1"}))}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "resume.pdf"
        file.write_bytes(pdf)
        run = subprocess.run(["node", "-e", _SCRIPT, str(file)], capture_output=True, check=True, timeout=120, env=env)
    return msgspec.json.decode(run.stdout.decode().partition("@@")[2], type=dict[str, str])


def unread(**options: str) -> tuple[list[str], int]:
    """Facts of `someone` that the parser did not find where they belong, in a document set with `options`, of how many:
    contact, employers, titles, dates, schools and degrees.
    """
    profile = someone()
    resume = base_resume(profile, created_at=THEN, **options)
    read = {name: " ".join(text.split()) for name, text in parts(render(resume)).items()}
    basics = profile.basics
    wanted = [("name", basics.name), ("email", basics.email), ("phone", basics.phone)]
    for section in resume.sections:
        part = {"work": "experience", "education": "education"}.get(section.kind)
        for entry in section.entries if part else ():
            wanted += [(part or "", text) for text in (entry.heading, entry.subheading, entry.dates) if text]
    assert all(text in set(strings(resume)) for part, text in wanted if part in ("experience", "education"))
    missed = [f"{part}: {text}" for part, text in wanted if " ".join(text.split()) not in read.get(part, "")]
    return missed, len(wanted)
