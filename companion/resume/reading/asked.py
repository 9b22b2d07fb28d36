"""What a form asks for under labels nobody foresaw: that they are labels, their column or their return tells; what they
ask for, the values beside them.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from companion.resume.reading.blocks import DEEDS
from companion.resume.reading.captions import asked_by
from companion.resume.reading.dates import has_date, is_end, spans, without
from companion.resume.reading.halves import school_fit, work_fit
from companion.resume.reading.lines import TextLine
from companion.resume.reading.printed import field_of
from companion.resume.reading.vocabulary import is_place, is_town

JOB, STUDY = frozenset({"dates", "title", "employer"}), frozenset({"dates", "degree", "school"})
"""What heads an entry."""
_TWO = 2
"""A label and its value; labels of a form at least."""
_LABEL_WORDS = 6
"""Words of a label at most."""
_LABELS = 3
"""Different labels in a column that make it one of a form, where they do not all come back; as many must come back
where none of them is known.
"""
_MOST = 40
"""Different labels of a form at most."""
_SURE = 2.0
"""How well the heads of a single entry read, at least, where nothing but its column says that labels are labels."""
_LATER, _APART = 0.1, 0.2
"""What it costs two labels not to be the first ones, and each label between them."""
_NAME_WORDS = 7
"""Words of the name of an employer, a school, a job or a degree at most."""
_LINES = 2
"""Lines, at least, below the label of what was done, over all entries."""
_TOLD_AT_LENGTH = 9
"""Words of a value that tells what was done."""


def label_of(line: TextLine) -> tuple[str, str]:
    """What may be a label and the value beside it or after its colon; empty for any other line."""
    parts = line.parts if "\t" in line.text else re.split(r"\s*:\s+", line.plain, maxsplit=1)
    if len(parts) != _TWO or line.bullet or line.heads or not parts[0][:1].isalpha() or has_date(parts[0]):
        return "", ""
    label, value = parts[0].rstrip(": "), parts[1]
    return (label, value) if len(label.split()) <= _LABEL_WORDS else ("", "")


def misses_one(lines: Sequence[TextLine]) -> bool:
    """Whether labels with values, one a line from the first of `lines` on, ask for all that heads an entry but one
    thing: what stands above them tells it.
    """
    asked: set[str] = set()
    for line in itertools.takewhile(lambda line: label_of(line)[0], lines):
        asked.add(asked_by(label_of(line)[0]))
    return any(len(core - asked) == 1 for core in (JOB, STUDY))


def unforeseen(lines: Sequence[TextLine], core: Set[str]) -> Mapping[str, str]:
    """The labels of a section → the fields they ask for, as their words or values tell, or else names of their own;
    empty where the section is no form with the dates of its entries. `core` are the fields that head an entry.
    """
    columns: dict[tuple[int, int], list[TextLine]] = {}
    for line in lines:
        for part, x in enumerate((line.x0, *line.starts[1:]) if label_of(line)[0] else ()):
            columns.setdefault((part, round(x)), []).append(line)
    found = max(columns.values(), key=len) if columns else []
    beside = {line.starts[1] for line in found if len(line.starts) > 1}
    dated = any(has_date(line.parts[0]) for line in lines if len(line.parts) > 1 and beside & {*line.starts[1:]})
    values: dict[str, list[str]] = {}
    for line in found:
        label, value = label_of(line)
        values.setdefault(label, []).append(value)
    again = sum(len(texts) > 1 for texts in values.values())
    told = again >= _LABELS or any(field_of(label) in core for label in values)
    fewest = _TWO if again == len(values) else _LABELS
    if dated or not fewest <= len(values) <= _MOST or not (told or (len(found) == len(lines) and len(beside) == 1)):
        return {}
    fields = {label: field_of(label) or ("tasks" if DEEDS.fullmatch(label) else "") for label in values}
    for label in values:  # what else heads a column may be a label, where none is surer
        told_by = asked_by(label)
        if not fields[label] and told_by in core and told_by not in fields.values():
            fields[label] = told_by
    often = max(map(len, values.values()), default=0)
    for label, texts in values.items():
        if not fields[label]:
            known = {field: values[one] for one, field in fields.items()}
            once = 2 * len(texts) <= often  # what each entry has comes back with each: this is a name beside its dates
            fields[label] = label if once else next((field for field, asks in _asks(known) if asks(texts)), label)
    if "title" in core and "tasks" not in fields.values():
        fields.update(dict.fromkeys(_told_at_length(lines, fields), "tasks"))
    heads, score = _heads(fields, values, core)
    return {**fields, **heads} if "dates" in fields.values() and (told or score >= _SURE) else {}


def _told_at_length(lines: Sequence[TextLine], fields: Mapping[str, str]) -> list[str]:
    """The label of no known field that most lines without one stand below, if they are more than a name has."""
    below: Counter[str] = Counter()
    label, x0 = "", 0.0
    for line in lines:
        own = label_of(line)[0] or line.plain.rstrip(": ")
        if own in fields or field_of(own):
            label, x0 = own, line.x0
        elif not line.bullet and (line.x0 > x0 or not line.x0):
            below[label] += 1
    return [label for label, count in below.most_common(1) if count >= _LINES and fields.get(label) == label]


def _asks(known: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Callable[[Sequence[str]], bool]]]:
    """The fields that values tell by themselves, and how; `known` are the values of those told so far."""
    if "dates" not in known:
        yield "dates", lambda texts: all(map(is_date, texts))
    elif not any(span.ranged for text in known["dates"] for span in spans(text)):
        yield "until", lambda texts: all(map(is_end, texts))
    if "place" not in known:
        yield "place", lambda texts: all(is_place(text) or is_town(text) for text in texts)
    if "tasks" not in known:
        yield "tasks", lambda texts: all(len(text.split()) >= _TOLD_AT_LENGTH or text.endswith(".") for text in texts)


def is_date(text: str) -> bool:
    """Whether a text is a date or from when to when, and nothing else."""
    return bool(found := spans(text)) and not re.search(r"\w", without(text, found))


def _heads(
    fields: Mapping[str, str], values: Mapping[str, Sequence[str]], core: Set[str]
) -> tuple[Mapping[str, str], float]:
    """The two labels whose values read best as what heads an entry, such as title and employer, and how well: first
    ones and neighbours rather than others.
    """
    first, second, fit = ("title", "employer", work_fit) if "title" in core else ("degree", "school", school_fit)
    order = list(fields)
    free = [label for label in order if fields[label] == label and all(map(_may_name, values[label]))]
    mine, theirs = ([label for label in order if fields[label] == field] or free for field in (first, second))

    def score(way: tuple[str, str]) -> float:
        read = [fit(a, b) for a, b in zip(values[way[0]], values[way[1]], strict=False)]
        at, other = sorted(map(order.index, way))
        return sum(read) / len(read) - _LATER * at - _APART * (other - at - 1)

    ways = [way for way in itertools.product(mine, theirs) if way[0] != way[1]]
    best = max(ways, key=score, default=None)
    return (dict(zip(best, (first, second), strict=True)), score(best)) if best else ({}, 0.0)


def _may_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS and text[:1].isupper() and bool(re.search(r"[^\W\d_]{3}", text))
