"""Plain text and Markdown → lines. Empty lines are gaps; Markdown's marks become the looks they stand for."""

import re
from collections.abc import Iterator, Sequence

from companion.errors import TooLarge, Unreadable
from companion.resume.reading.lines import TextLine, clean, is_bulleted

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_MOST = 200_000


def read_plain(data: bytes) -> tuple[list[TextLine], list[str]]:
    """Lines and link targets of a text. Raises Unreadable where it is no text, TooLarge where it is no resume."""
    if len(data) > _MOST:
        raise TooLarge("This text is far longer than a resume.", "Choose the resume itself.")
    text = decoded(data)
    lines: list[TextLine] = []
    links: list[str] = []
    gap = 0.0
    for raw in _without_logos(text.splitlines()):
        line = raw.expandtabs(4).rstrip()
        if not line.strip() or re.fullmatch(r"\s*([-=_*#~]\s?){3,}\s*", line):
            gap += 1.0
            continue
        links += [found[1] for found in _LINK.findall(line)]
        shown = _LINK.sub(r"\1", line)
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
    return lines, links


def _without_logos(lines: Sequence[str]) -> Iterator[str]:
    """`lines` without what a copy of a web page says of its pictures: "X logo" right above a line that names X."""
    for n, line in enumerate(lines):
        name = line.strip().removesuffix(" logo")
        if name == line.strip() or not any(name in below for below in lines[n + 1 : n + 4]):
            yield line


def decoded(data: bytes) -> str:
    """The text of a file in whatever encoding. Raises Unreadable where it is no text."""
    if b"\x00" in data[:4_000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("This is not a text file.", "Use PDF, DOCX, JSON Resume, RenderCV YAML or text.")
    for encoding in ("utf-8-sig", "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
