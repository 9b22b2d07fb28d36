"""Plain text and Markdown → lines. Empty lines are gaps; Markdown's marks become the looks they stand for."""

import re
from collections.abc import Iterator, Sequence

from companion.errors import TooLarge, Unreadable
from companion.resume.reading.encodings import decoded
from companion.resume.reading.lines import TextLine, clean, is_bulleted
from companion.resume.reading.tabled import headed

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_FRAMED = re.compile(r"^\s*([-=_*#~+])\1{2,}\s*(\w.*?)\s*\1{3,}\s*$")
"""`=== Experience ===`: a title between signs."""
_MOST = 200_000


def read_plain(data: bytes) -> tuple[list[TextLine], list[str]]:
    """Lines and link targets of a text. Raises Unreadable where it is no text, TooLarge where it is no resume."""
    if len(data) > _MOST:
        raise TooLarge("This text is far longer than a resume.", "Choose the resume itself.")
    text = decoded(data)
    lines: list[TextLine] = []
    links: list[str] = []
    gap = 0.0
    for raw in _without_logos(_unquoted(text.splitlines())):
        line = re.sub(r"(?<=\S) ?\t+ ?", "    ", raw).expandtabs(4).rstrip()
        if not line.strip() or re.fullmatch(r"\s*([-=_*#~+|─━═│┌┐└┘╔╗╚╝║]\s?){3,}\s*", line):
            gap += 1.0
            continue
        links += [found[1] for found in _LINK.findall(line)]
        shown = _FRAMED.sub(r"\2", _LINK.sub(r"\1", line))
        heading = re.match(r"^(#{1,6})\s+(.*)$", shown)
        indent = len(shown) - len(shown.lstrip())
        bold = bool(heading) or bool(re.fullmatch(r"\s*(\*\*|__).+\1\s*", shown))
        body = heading[2] if heading else shown
        body = re.sub(r"(\*\*|__)(.+?)\1", r"\2", body)
        body = re.sub(r"(?<!\w)([*_`])([^*_`]+)\1(?!\w)", r"\2", body)
        body = re.sub(r"\\([\\`*_\[\]<>#|])", r"\1", body)
        told = clean(re.sub(r"(?<=\S) {3,}(?=\S)", "\t", body))
        if told:
            size = 11.0 + (2.0 * (4 - min(len(heading[1]), 4)) if heading else 0.0) if heading or bold else 0.0
            lines.append(
                TextLine(
                    text=told, x0=float(indent), size=size, bold=bold, gap=gap, bullet=is_bulleted(told),
                    full=len(line) >= 68,
                )
            )  # fmt: skip
        gap = 0.0
    if sum(len(line.text) for line in lines) < 20:
        raise Unreadable("This file holds no text.", "Choose a resume as PDF, DOCX, JSON Resume or text.")
    return headed(lines), links


def _unquoted(lines: Sequence[str]) -> Sequence[str]:
    """What a mail quotes, without its marks, where most of the text is quoted; else `lines` as they are."""
    said = [line for line in lines if line.strip()]
    quoted = [line for line in lines if line.startswith(">")]
    return [re.sub(r"^(?:>\s?)+", "", line) for line in quoted] if 5 * len(quoted) > 3 * len(said) else lines


def _without_logos(lines: Sequence[str]) -> Iterator[str]:
    """`lines` without what a copy of a web page says of its pictures: "X logo" right above a line that names X."""
    for n, line in enumerate(lines):
        name = line.strip().removesuffix(" logo")
        if name == line.strip() or not any(name in below for below in lines[n + 1 : n + 4]):
            yield line
