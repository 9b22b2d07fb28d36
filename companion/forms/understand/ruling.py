"""The ordered rules of questions and consents (`rules/questions.toml`, `rules/consents.toml`), compiled once."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, cast

import msgspec

from companion.forms.understand.tables import table
from companion.forms.words import word_set

_ON = {
    "choice": word_set("radio select multiselect listbox combobox buttons checkboxes chips"),
    "box": word_set("checkbox"),
    "text": word_set("text textarea email tel url number date month richtext search unknown range time"),
    "file": word_set("file"),
}


class Rule(msgspec.Struct, frozen=True):
    """`key` where a pattern of `match` is found and none of `unless`, on these kinds of control ("" for any)."""

    name: str
    key: str
    match: re.Pattern[str]
    unless: re.Pattern[str] | None
    on: frozenset[str]
    combine: bool = False

    def finds(self, text: str, widget: str) -> re.Match[str] | None:
        """The words of `text` that decide, or None."""
        if self.on and widget not in self.on:
            return None
        found = self.match.search(text)
        return None if found and self.unless and self.unless.search(text) else found


@cache
def rules(name: Literal["questions", "consents"]) -> tuple[Rule, ...]:
    """The rules of one table, in the order they are tried."""
    rows = cast("list[dict[str, Any]]", table(name)["rule"])
    return tuple(
        Rule(
            name=row["name"],
            key=row["key"],
            match=_joined(row["match"]),
            unless=_joined(row["unless"]) if "unless" in row else None,
            on=frozenset[str]().union(*(_ON[kind] for kind in row.get("on", ()))),
            combine=row.get("combine", False),
        )
        for row in rows
    )


def _joined(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
