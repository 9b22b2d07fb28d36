"""The ATS check: read the finished PDF back with two independent extractors and say honestly what came out.

Every string of the version must come out whole and in order. Coverage counts a posting's word only where a sentence
of the document says it; suggestions and hidden text do not exist here.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from companion.matching import recognise
from companion.model.posting import Requirements
from companion.model.resume import AtsReport, Covered, Resume
from companion.resume.typeset.fonts import missing, printable

_STANDARD = {"work", "education", "skills"}
_GAP = re.compile(r"\s+")
_BETWEEN_IDEOGRAPHS = re.compile(r"(?<=[\u3000-\u9fff\uac00-\ud7af]) (?=[\u3000-\u9fff\uac00-\ud7af])")


def read_back(pdf: bytes, resume: Resume, requirements: Requirements | None = None) -> AtsReport:
    """What two readers recover of `resume` from `pdf`, and how far it truthfully covers `requirements`."""
    from pdfminer.high_level import extract_text  # late: the companion starts without its readers
    from pdfminer.layout import LAParams

    first, pages = _by_pdfium(pdf)
    texts = {"pdfium": first, "pdfminer": extract_text(io.BytesIO(pdf), laparams=LAParams())}
    expected = [_flat(text) for text in strings(resume)]
    lost: dict[str, None] = {}
    disordered: dict[str, None] = {}
    for text in texts.values():
        flat = _flat(text)
        at = 0
        for wanted in expected:
            if (found := flat.find(wanted, at)) >= 0:
                at = found + len(wanted)
            elif wanted in flat:
                disordered[wanted] = None
            else:
                lost[wanted] = None
    return AtsReport(
        readers=tuple(texts),
        expected=len(expected),
        recovered=len([wanted for wanted in expected if wanted not in lost]),
        lost=tuple(lost),
        out_of_order=tuple(disordered),
        violations=tuple(_violations(resume, pages)),
        coverage=_coverage(resume, requirements),
        pages=pages,
        text=texts["pdfium"],
    )


def strings(resume: Resume) -> Iterator[str]:
    """Every string of the version in the order in which the document says it."""
    yield from (text for text in (resume.name, resume.headline) if text)
    yield from (line.text for line in resume.contact)
    for section in resume.sections:
        yield section.title
        for entry in section.entries:
            shown_url = entry.url.removeprefix("https://").rstrip("/")
            for text in (entry.heading, entry.subheading, entry.dates, entry.place, shown_url):
                if text:
                    yield text
            yield from (line.text for line in entry.lines)


def undrawn(resume: Resume) -> str:
    """The characters of the version that its PDF cannot show, each once."""
    return missing(" ".join(strings(resume)))


def _by_pdfium(pdf: bytes) -> tuple[str, int]:
    import pypdfium2 as pdfium

    document: Any = pdfium.PdfDocument(pdf)
    try:
        texts: list[str] = []
        for page in document:
            view = page.get_textpage()
            texts.append(view.get_text_bounded())
            view.close()
            page.close()
        return "\n".join(texts), len(texts)
    finally:
        document.close()


def _flat(text: str) -> str:
    spaced = _GAP.sub(" ", unicodedata.normalize("NFKC", printable(text.replace("\n", " ").replace("\r", " "))))
    return _BETWEEN_IDEOGRAPHS.sub("", spaced).strip()


def _violations(resume: Resume, pages: int) -> Iterator[str]:
    if not resume.name:
        yield "There is no name at the top."
    contact = " ".join(line.text for line in resume.contact)
    if "@" not in contact:
        yield "There is no e-mail address."
    if sum(c.isdigit() for c in contact) < 7:
        yield "There is no phone number."
    kinds = {section.kind for section in resume.sections}
    if absent := sorted(_STANDARD - kinds):
        yield f"No section for: {', '.join(absent)}."
    if pages > 2:
        yield f"It has {pages} pages; two are the most that is read."
    for section in resume.sections:
        if section.kind == "work":
            for entry in section.entries:
                if not entry.dates:
                    yield f"No dates at: {entry.heading[:80]}."
    if gone := undrawn(resume):
        yield f"No font here has these characters: {gone[:40]}"


def _coverage(resume: Resume, requirements: Requirements | None) -> tuple[Covered, ...]:
    if requirements is None:
        return ()
    sentences = list(dict.fromkeys(_sentences(resume)))
    named = {sentence: {mention.name.casefold() for mention in recognise(sentence)} for sentence in sentences}
    out: dict[str, Covered] = {}
    for requirement in requirements.requirements:
        if requirement.kind != "skill" or requirement.negated or requirement.name in out:
            continue
        wanted = requirement.name.casefold()
        evidence = [s for s in sentences if wanted in named[s] or says(s, requirement.name)]
        # A bare list of skills says less than a sentence about using one, so sentences come first.
        evidence.sort(key=lambda s: s.count(",") >= 3)
        out[requirement.name] = Covered(
            name=requirement.name, must=requirement.must, evidence=tuple(s[:300] for s in evidence[:3])
        )
    return tuple(out.values())


def says(sentence: str, name: str) -> bool:
    """Whether a sentence has a name word for word. Of one or two letters, only a vocabulary tells it from a word."""
    return len(name) > 2 and bool(re.search(rf"(?<!\w){re.escape(name)}(?![\w+#])", sentence, re.IGNORECASE))


def _sentences(resume: Resume) -> Iterator[str]:
    yield resume.headline
    for section in resume.sections:
        for entry in section.entries:
            yield from (entry.heading, entry.subheading, *(line.text for line in entry.lines))
