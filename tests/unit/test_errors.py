"""The tree in the docstring is the tree in the code, and every code is unique."""

import re

from companion import errors
from companion.errors import SincerelyError


def tree(kind: type[SincerelyError] = SincerelyError) -> list[type[SincerelyError]]:
    children = (child for child in kind.__subclasses__() if child.__module__ == errors.__name__)
    return [kind, *(below for child in children for below in tree(child))]


def test_every_error_is_drawn_with_its_status() -> None:
    drawn = dict(re.findall(r"[─└├] (\w+) .*?(\d{3})$", errors.__doc__ or "", re.MULTILINE))
    defined = {kind.__name__: str(kind.status) for kind in tree() if kind is not SincerelyError}
    assert defined == drawn


def test_codes_are_unique_and_titles_are_sentences_for_a_person() -> None:
    codes = [kind.code for kind in tree()]
    assert len(codes) == len(set(codes))
    assert all(kind.title[0].isupper() and not kind.title.endswith(".") for kind in tree())
