"""Corpus pages with the address they were captured at, and their JSON-LD taken out and kept as the truth."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from companion.intake.page import CapturedPage, Page
from companion.intake.structured import json_ld

_LD = re.compile(r"<script\b[^>]*ld\+json[^>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_NOTE = re.compile(r"\burl=(\S+)")
AT = datetime(2026, 7, 20, 12, tzinfo=UTC)
"""The pages were captured in mid 2026; none says its hour."""


class Corpus(msgspec.Struct, frozen=True):
    """One page: its folder's name (an ATS or portal), the page as captured, and the JobPosting objects on it."""

    path: Path
    group: str
    page: CapturedPage
    truth: list[dict[str, object]]

    def masked(self) -> CapturedPage:
        """The page without its JSON-LD."""
        return msgspec.structs.replace(self.page, html=_LD.sub("", self.page.html))


def pages(corpora: Path, *folders: str) -> Iterator[Corpus]:
    """Every HTML page under `jobs/<folder>`; the address from the manifest's note, else from the page itself."""
    notes = _notes(corpora / "jobs" / "MANIFEST.jsonl")
    for folder in folders:
        root = corpora / "jobs" / folder
        for path in sorted(root.rglob("*.html")):
            html = path.read_text(encoding="utf-8", errors="replace")
            captured = CapturedPage(url="https://unknown.example/", html=html, captured_at=AT)
            page = Page(captured)
            url = notes.get(str(path.relative_to(corpora / "jobs")), "") or page.canonical
            relative = path.relative_to(root)
            group = relative.parts[0] if len(relative.parts) > 1 else folder.rsplit("/", 1)[-1]
            yield Corpus(path, group, msgspec.structs.replace(captured, url=url), json_ld(page))


def _notes(manifest: Path) -> dict[str, str]:
    if not manifest.is_file():
        return {}
    entries = (json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines() if line.strip())
    found = ((str(entry.get("file", "")), _NOTE.search(str(entry.get("note", "")))) for entry in entries)
    return {file: match[1] for file, match in found if match}
