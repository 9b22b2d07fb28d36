"""The tree in the docstring is the tree in the code, and every code is unique."""

import inspect
import re

from companion import errors
from companion.errors import SincerelyError


def tree(kind: type[SincerelyError] = SincerelyError) -> list[type[SincerelyError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in tree(child))]


def test_every_error_is_drawn_with_its_status() -> None:
    drawn = dict(re.findall(r"[─└├] (\w+) .*?(\d{3})$", errors.__doc__ or "", re.MULTILINE))
    defined = {kind.__name__: str(kind.status) for kind in tree() if kind is not SincerelyError}
    assert {kind for kind in defined if inspect.getmodule(getattr(errors, kind))} == set(drawn)
    assert defined == drawn


def test_codes_are_unique_and_titles_are_sentences_for_a_person() -> None:
    codes = [kind.code for kind in tree()]
    assert len(codes) == len(set(codes))
    assert all(kind.title[0].isupper() and not kind.title.endswith(".") for kind in tree())
