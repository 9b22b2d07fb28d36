"""Making PDFs: time for tailoring and rendering two pages, memory over a hundred, strings recovered by four readers."""

import io
import resource
import shutil
import subprocess
import time
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF
from pdfminer.high_level import extract_text

from companion.model.resume import Template
from companion.resume import base_resume, length, read_resume, render, tailor
from companion.resume.ats import strings
from companion.resume.typeset.fonts import face
from tests.benchmarks import Row
from tests.benchmarks._pdfium import text_by_pdfium
from tests.unit.resume import stranger
from tests.unit.resume.people import THEN, person, posting, wanted

_TEMPLATES: tuple[Template, ...] = ("classic", "compact", "modern")


def run(corpora: Path) -> Iterable[Row]:
    profile = person(jobs=6, bullets=6)
    requirements = wanted("Python", "PostgreSQL", nice=("Django",))
    for template in _TEMPLATES:
        times: list[float] = []
        for _ in range(12):
            started = time.process_time()
            resume = tailor(profile, posting(), requirements, None, template=template, pages=2, created_at=THEN)
            pdf = render(resume)
            times.append((time.process_time() - started) * 1000)
        peer = {"fpdf2, whole fonts": _plain(list(strings(resume)))} if template == "modern" else {}
        first, rest = times[0], sorted(times[1:])
        yield Row(case=template, metric="ms, tailored and rendered", value=rest[len(rest) // 2], n=len(rest), peer=peer)
        yield Row(case=template, metric="ms, the first in a process", value=first)
        yield Row(case=template, metric="pages", value=length(resume))
        yield Row(case=template, metric="kB", value=len(pdf) / 1000)
        yield from _recovered(template, pdf, [_flat(text) for text in strings(resume)])
        read = read_resume(pdf, "a.pdf")
        whole = [(w.position, w.name, w.start_date, w.end_date) for w in profile.work]
        ours = [(w.position, w.name, w.start_date, w.end_date) for w in read.work]
        right = sum(a == b for a, b in zip(whole, ours, strict=False)) / len(whole)
        yield Row(case=template, metric="jobs read back by our reader", value=right, n=len(whole))
        with suppress(pytest.skip.Exception):
            missed, n = stranger.unread(template=template)
            yield Row(case=template, metric="facts found by easy-resume-parser", value=1 - len(missed) / n, n=n)
    yield from _memory()


def _plain(texts: list[str]) -> float:
    """The same strings by fpdf2's own calls and unprepared fonts, in milliseconds."""
    folder = face("source-regular").path
    times: list[float] = []
    for _ in range(3):
        started = time.process_time()
        pdf = FPDF()
        pdf.add_page()
        import rendercv_fonts

        fonts = Path(rendercv_fonts.__file__).parent / "Source Sans 3"
        for style, name in (("", "Regular"), ("B", "Bold"), ("I", "Italic")):
            pdf.add_font("S", style, fonts / f"SourceSans3-{name}.ttf")
        pdf.set_font("S", size=10)
        for text in texts:
            pdf.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")
        pdf.output()
        times.append((time.process_time() - started) * 1000)
    del folder
    return sorted(times)[1]


def _recovered(case: str, pdf: bytes, expected: list[str]) -> Iterable[Row]:
    texts = {
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages),
        "pdfminer.six": extract_text(io.BytesIO(pdf)),
        "pypdfium2": text_by_pdfium(pdf),
    }
    if shutil.which("pdftotext"):
        texts["pdftotext"] = subprocess.run(
            ["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()
    for name, text in texts.items():
        at = found = 0
        flat = _flat(text)
        for wanted_text in expected:
            place = flat.find(wanted_text, at)
            if place >= 0:
                found += 1
                at = place + len(wanted_text)
        yield Row(case=case, metric=f"strings in order by {name}", value=found / len(expected), n=len(expected))


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _memory() -> Iterable[Row]:
    """Growth of the resident peak over a hundred tailored PDFs, after the first ten."""
    profile = person(jobs=5, bullets=5)
    peaks: list[float] = []
    for number in range(100):
        resume = base_resume(profile, template=_TEMPLATES[number % 3], created_at=THEN)
        render(resume)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    yield Row(case="100 in a row", metric="MB grown after the tenth", value=peaks[-1] - peaks[9], n=100)
    yield Row(case="100 in a row", metric="MB at the end", value=peaks[-1])
