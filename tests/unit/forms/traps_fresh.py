"""Questions asked fresh of the finished rules, one a line of `traps_fresh.txt`: whose, the control, the question (after
`::` where it stands under a heading), its options and what may truthfully be answered (`-`: may be left; without it, it
must be answered)."""

from collections.abc import Iterator
from pathlib import Path

from tests.unit.forms.asking import Case
from tests.unit.forms.person import everyone, traveller
from tests.unit.forms.settled import bank, settled

LEFT = "-"


def fresh() -> Iterator[tuple[Case, tuple[str, ...]]]:
    """Each question as a case, and the outcomes that are right."""
    people = {"E": (everyone(), (), "US"), "T": (traveller(), (), "US"), "S": (settled(), bank(), "DE")}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        asked, label, options, right = (part.strip() for part in line.split("|"))
        who, widget = asked.split()
        heading, _, label = label.rpartition(" :: ")
        profile, answers, country = people[who]
        case = Case(
            name=f"{heading} {label}"[:60],
            field={"section": heading},
            label=label,
            widget=widget,
            options=tuple(filter(None, options.replace("YN", "Yes;No").split(";"))),
            profile=profile,
            answers=answers,
            country=country,
            expected=None,
        )
        yield case, tuple(right.split(";"))
