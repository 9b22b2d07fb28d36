"""The made-up person of the demo: a JSON Resume beside this module, and the PDF that the demo reads her in from."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from companion.model.profile import Profile
from companion.resume import base_resume, from_json_resume, render

_FILE = Path(__file__).with_name("sample.json")


def sample_profile() -> Profile:
    """The profile as she would have written it."""
    return from_json_resume(msgspec.json.decode(_FILE.read_bytes()))


def sample_pdf() -> bytes:
    """Her resume as a PDF, the same bytes each time."""
    written = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
    return render(base_resume(sample_profile(), template="classic", created_at=written))
