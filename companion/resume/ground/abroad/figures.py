"""Numbers of a line of another language against those of its facts: same value, same bound, same thing counted."""

from collections.abc import Callable, Iterator, Sequence

from companion.resume.ground.abroad.items import Item
from companion.resume.ground.abroad.lines import Clause

_NEAR = 3
"""How many words from a number, at most, is what it counts."""
_BACK = 3
"""How many clauses back may stand what a number counts that names nothing."""
_RATES = frozenset({"@hour", "@shift", "@day", "@week", "@month", "@quarter", "@year"})
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
            elif all(_of_others(clause, place, home, at, _context(facts, home), same) for home, at in there):
                yield f"the number {shown} belongs to something else in the facts"


def _context(facts: Sequence[Clause], home: Clause) -> list[Item]:
    """What a number may count that stands in brackets or at an end: articles (2 a month), parcels, 90 a day."""
    at = next(n for n, clause in enumerate(facts) if clause is home)
    return [item for clause in facts[max(0, at - _BACK) : at + 1] for item in clause.items if item.value is None]


def _raised(said: Item, fact: Item) -> bool:
    """Whether the bound makes the number say more than the fact does."""
    if said.bound == "≥" or fact.bound == "≤":
        return said.bound != fact.bound and not (fact.bound == "≤" and said.bound == "≈")
    return said.bound == "≤" and fact.bound != "≈"


def _other_rate(clause: Clause, place: int, home: Clause, at: int) -> bool:
    here, there = _rate(clause, place), _rate(home, at)
    return here is not None and there is not None and here.text != there.text


def _rate(clause: Clause, place: int) -> Item | None:
    return next((item for item in clause.items[place + 1 :] if item.text in _RATES), None)


def _counted(clause: Clause, place: int) -> list[Item]:
    """What a number counts: the first words after it that claim something."""
    out: list[Item] = []
    for item in clause.items[place + 1 : place + 1 + _NEAR]:
        if item.value is not None or item.text.startswith("@") or (item.apart and (out or item.role != "from")):
            break
        out.append(item)
    return out[:2]


def _of_others(clause: Clause, place: int, home: Clause, at: int, near: Sequence[Item], same: Same) -> bool:
    """Whether a number is put to something else than it counts in the facts."""
    said, counted, own = clause.items[place], _counted(clause, place), _counted(home, at)
    before, there = _before(clause, place), _before(home, at)
    if any(same(one, other) for one in before for other in there) and not (counted and own):
        return False  # grades 5 to 8, line 4
    own += there
    if said.unit or all(item.empty for item in counted) or _YEARS[0] <= (said.value or 0) <= _YEARS[1]:
        return False
    if all(item.empty for item in own):
        own = near
        if not own:
            return False
    return not any(same(item, other) or same(other, item) for item in counted for other in own)


def _before(clause: Clause, place: int) -> list[Item]:
    """The word that a number directly follows."""
    return [] if clause.items[place].apart else list(clause.items[max(0, place - 1) : place])
