"""Every setting, command, MCP tool and error code is written down where a person finds it, as it is now."""

from pathlib import Path

from companion import errors
from companion.settings import Settings
from tests.reference import FILE, written

README = Path(__file__).parents[2] / "README.md"


def test_the_reference_says_what_the_code_does() -> None:
    assert FILE.read_text(encoding="utf-8") == written(), "run `python -m tests.reference`, and read what it changed"


def test_nothing_of_it_is_empty() -> None:
    text = written()
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert not [row for row in rows if "|  |" in row or "None" in row]
    assert sum(row.startswith("| `sincerely ") for row in rows) >= 20
    assert all(f"| `{name}` |" in text for name in Settings.__struct_fields__)
    assert all(f"| `{code}` |" in text for code in ("store-locked", "no-browser", errors.NeedsPerson.code))
    assert all(f"| `{tool}` | tool |" in text for tool in ("search_jobs", "request_submission", "read_receipt"))


def test_the_readme_leads_there() -> None:
    assert "companion/REFERENCE.md" in README.read_text(encoding="utf-8")
