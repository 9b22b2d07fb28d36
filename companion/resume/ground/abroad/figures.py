"""Numbers of a line of another language against those of its facts: same value, same bound, same thing counted."""

from collections.abc import Callable, Iterator, Sequence

from companion.resume.ground.abroad.lines import Clause, Item

_NEAR = 3
"""How many words from a number, at most, is what it counts."""
_YEARS = (1900, 2100)
Same = Callable[[Item, Item], bool]


def unsupported(own: Sequence[Clause], facts: Sequence[Clause], same: Same) -> Iterator[str]:
    """Why each number of a sentence that the facts do not carry is not carried."""
    told = [(clause, place) for clause in facts for place, item in enumerate(clause.items) if item.value is not None]
    for clause in own:
        for place, item in enumerate(clause.items):
            if item.value is None:
                continue
            shown = f"{item.text} {item.unit}".strip()
            there = [(home, at) for home, at in told if same(item, home.items[at])]
            if not there:
                yield f"the number {shown} is not in the facts"
            elif all(_raised(item, home.items[at]) for home, at in there):
                yield f"“{item.bound}{shown}” says more than the facts"
            elif all(_other_rate(clause, place, home, at) for home, at in there):
                yield f"the facts give {shown} for another time"
            elif all(_of_others(clause, place, home, at, told, same) for home, at in there):
                yield f"the number {shown} belongs to something else in the facts"


def _raised(said: Item, fact: Item) -> bool:
    """Whether the bound makes the number say more than the fact does."""
    if said.bound == "≥" or fact.bound == "≤":
        return said.bound != fact.bound and not (fact.bound == "≤" and said.bound == "≈")
    return said.bound == "≤" and fact.bound != "≈"


def _other_rate(clause: Clause, place: int, home: Clause, at: int) -> bool:
    here, there = _rate(clause, place), _rate(home, at)
    return here is not None and there is not None and here.text != there.text


def _rate(clause: Clause, place: int) -> Item | None:
    return next(
        (item for item in clause.items[place + 1 :] if item.text.startswith("@") and item.text[1:2] != "m"), None
    )


def _counted(clause: Clause, place: int) -> Item | None:
    """The first word after a number that claims something."""
    following = (item for item in clause.items[place + 1 : place + 1 + _NEAR] if not item.empty)
    found = next(following, None)
    return found if found is not None and found.value is None and not found.text.startswith("@") else None


def _of_others(
    clause: Clause, place: int, home: Clause, at: int, told: Sequence[tuple[Clause, int]], same: Same
) -> bool:
    """Whether another number of the facts counts what this one is put to, and this one something else there."""
    said, counted, own = clause.items[place], _counted(clause, place), _counted(home, at)
    if said.unit or counted is None or own is None or _YEARS[0] <= (said.value or 0) <= _YEARS[1] or same(counted, own):
        return False
    if any((theirs := _counted(other, n)) and (other, n) != (home, at) and same(counted, theirs) for other, n in told):
        return True
    near = home.items[max(0, at - _NEAR) : at + 1 + _NEAR]
    return any(same(counted, item) for item in home.items) and not any(same(counted, item) for item in near)
