"""The rules as data: every file of `rules/`, read once, and the patterns in them."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "rules"


@cache
def table(name: str) -> dict[str, Any]:
    """The table `rules/<name>.toml`."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, key: str, *, any_case: bool = False, dot_all: bool = False) -> re.Pattern[str]:
    """The alternatives under `key` (dots lead into sub-tables) as one pattern."""
    found: Any = table(name)
    for part in key.split("."):
        found = found[part]
    flags = (re.IGNORECASE if any_case else re.NOFLAG) | (re.DOTALL if dot_all else re.NOFLAG)
    return re.compile("|".join(found), flags)
