"""A Resume as Markdown and as plain text: the same strings in the same order as in the PDF."""

import re
import unicodedata
from collections.abc import Iterator

from companion.model.resume import Entry, Resume
from companion.resume.typeset.sheet import link_of

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")
_FLAT = frozenset({"summary", "skills", "languages", "interests"})


def to_markdown(resume: Resume) -> str:
    """Markdown (CommonMark)."""
    return "\n".join(_markdown(resume)).strip() + "\n"


def to_text(resume: Resume) -> str:
    """Plain text, as pasted into a form."""
    return "\n".join(_plain(resume)).strip() + "\n"


def _markdown(resume: Resume) -> Iterator[str]:
    yield f"# {_safe(resume.name)}"
    if resume.headline:
        yield f"\n{_safe(resume.headline)}"
    items = [
        f"[{_safe(line.text)}]({url})" if (url := link_of(line.text)) else _safe(line.text) for line in resume.contact
    ]
    if items:
        yield "\n" + " · ".join(items)
    for section in resume.sections:
        yield f"\n## {_safe(section.title)}"
        for entry in section.entries:
            if entry.heading:
                yield f"\n### {_safe(entry.heading)}"
            told = [_safe(part) for part in (entry.subheading, _when(entry)) if part]
            if entry.url:
                told.append(f"<{entry.url}>")
            if told:
                yield "\n" + "  \n".join(told)
            yield ""
            bullet = "" if section.kind in _FLAT and not entry.heading else "- "
            joint = "\n" if not bullet else ""
            yield from (f"{bullet}{_safe(line.text)}{joint}" for line in entry.lines)


def _plain(resume: Resume) -> Iterator[str]:
    yield resume.name
    if resume.headline:
        yield resume.headline
    if resume.contact:
        yield " | ".join(line.text for line in resume.contact)
    for section in resume.sections:
        yield f"\n{_capitals(section.title)}"
        for entry in section.entries:
            if entry.heading:
                yield f"\n{entry.heading}"
            yield from (part for part in (entry.subheading, _when(entry), entry.url) if part)
            bullet = "" if section.kind in _FLAT and not entry.heading else "- "
            yield from (f"{bullet}{line.text}" for line in entry.lines)


def _capitals(title: str) -> str:
    """In capitals; Greek ones bear no accents."""
    bare = re.sub(r"(?<=[\u0391-\u03a9])\u0301", "", unicodedata.normalize("NFD", title.upper()))
    return unicodedata.normalize("NFC", bare)


def _when(entry: Entry) -> str:
    return " · ".join(part for part in (entry.dates, entry.place) if part)


def _safe(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
