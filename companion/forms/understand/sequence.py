"""What the neighbours say: a form is a sentence, and "Name" before "Surname" is a first name. Each rule reads the keys
chosen so far and repairs what cannot be right."""

from collections.abc import Callable, Sequence

from companion.forms.understand.standard import Candidate
from companion.model.form import Field

Chosen = list[Candidate | None]
_NEAR = 4


def settle(fields: Sequence[Field], found: Sequence[list[Candidate]], language: str) -> Chosen:
    """The best candidate of each field after its neighbours were heard."""
    chosen: Chosen = [list_[0] if list_ else None for list_ in found]
    for rule in _RULES:
        rule(fields, found, chosen, language)
    return chosen


def _key(chosen: Chosen, index: int) -> str:
    one = chosen[index] if 0 <= index < len(chosen) else None
    return one.key if one else ""


def _near(chosen: Chosen, index: int, key: str, reach: int = _NEAR) -> int | None:
    """The index of the closest field with `key`, at most `reach` away, before or behind."""
    for step in range(1, reach + 1):
        for at in (index + step, index - step):
            if _key(chosen, at) == key:
                return at
    return None


def _become(chosen: Chosen, index: int, key: str, rule: str, score: float = 0.8) -> None:
    chosen[index] = Candidate(key, score, f"sequence:{rule}")


def _names(fields: Sequence[Field], found: Sequence[list[Candidate]], chosen: Chosen, language: str) -> None:
    """A bare "Name" is what the name beside it is not."""
    for index, one in enumerate(chosen):
        if one is None or one.key != "name.full" or not one.weak:
            continue
        last = _near(chosen, index, "name.last", 2)
        first = _near(chosen, index, "name.first", 2)
        if last is not None and first is None:
            _become(chosen, index, "name.first", "name-beside-last")
        elif first is not None and last is None:
            _become(chosen, index, "name.last", "name-beside-first")


def _lines(fields: Sequence[Field], found: Sequence[list[Candidate]], chosen: Chosen, language: str) -> None:
    """A second address line right behind the first is line 2, and "number" behind a street is the house's."""
    for index in range(1, len(chosen)):
        one, before = chosen[index], _key(chosen, index - 1)
        if one is None:
            continue
        if one.key == "address.line1" and before == "address.line1" and one.rule != "autocomplete":
            _become(chosen, index, "address.line2", "second-line")
        if one.key == "address.house_number" and one.weak and before not in {"address.street", "address.line1"}:
            chosen[index] = None


def _emails(fields: Sequence[Field], found: Sequence[list[Candidate]], chosen: Chosen, language: str) -> None:
    """The second e-mail right behind the first confirms it."""
    for index in range(1, len(chosen)):
        if _key(chosen, index) == _key(chosen, index - 1) == "email":
            _become(chosen, index, "email.confirm", "second-email")


_RULES: tuple[Callable[[Sequence[Field], Sequence[list[Candidate]], Chosen, str], None], ...] = (
    _names,
    _lines,
    _emails,
)
