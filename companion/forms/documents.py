"""Files and pasted documents: the resume made for this posting, by its exact file; nothing else is stored to attach."""

from companion.forms.context import Context, Resolver
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value
from companion.model.resume import Entry, Resume

_NONE_YET = Missing(reason="There is no resume for this posting yet.", rule="no-file")
_NOT_STORED = Missing(reason="You have stored no such document.", rule="no-file")


def _resume(context: Context, meaning: Meaning) -> Found:
    resume = context.resume
    if resume is None or not resume.pdf:
        return _NONE_YET
    name = resume.file_name or "resume.pdf"
    return Value(
        kind="text", fact=f"resume/{resume.id}", said=name, rule="resume", text=name, items=(resume.pdf,), review=True
    )


def _as_text(context: Context, meaning: Meaning) -> Found:
    """The resume's own lines, for a box to paste it into."""
    if context.resume is None or not context.resume.sections:
        return _NONE_YET
    text = plain_text(context.resume)
    return Value(
        kind="text", fact=f"resume/{context.resume.id}", said=context.resume.file_name or "resume",
        rule="resume-as-text", text=text, review=True,
    )  # fmt: skip


def plain_text(resume: Resume) -> str:
    """`resume` as lines of text, in the document's order."""
    lines = [line for line in (resume.name, resume.headline, *(line.text for line in resume.contact)) if line]
    for section in resume.sections:
        lines += ["", section.title.upper()]
        for entry in section.entries:
            lines += [_heading(entry), *(f"- {line.text}" for line in entry.lines)]
    return "\n".join(lines).strip()


def _heading(entry: Entry) -> str:
    return ", ".join(part for part in (entry.heading, entry.subheading, entry.place, entry.dates) if part)


def _other(context: Context, meaning: Meaning) -> Found:
    return _NOT_STORED


RESOLVERS: dict[str, Resolver] = {
    "documents.resume": _resume,
    "documents.resume_text": _as_text,
    "documents.cover": _other,
    "documents.transcript": _other,
    "documents.portfolio": _other,
    "documents.other": _other,
}
"""Key → how its value is found."""
