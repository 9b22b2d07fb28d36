"""A draft is what one reader found; merging drafts in the written order of trust makes a posting.

Order of trust: `json-ld` > `microdata` > `embedded` (a JobPosting in the page's state) > the ATS's own payload and then
its elements (both under the ATS's name) > `page` (headings, labels, main text) > `text` (rules on the description). The
first reader that says something about a field wins it, because the first are what the employer declares to machines and
the last what we infer. Two exceptions: a page that *shows* it is closed beats structured data that does not know it
yet, and a longer description beats one that is less than half as long (feeds carry teasers).
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from companion.model.posting import Employment, Level, Liveness, Pay, Place, WorkMode


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader `source` says. Empty and None mean it says nothing."""

    source: str
    title: str = ""
    company: str = ""
    places: tuple[Place, ...] = ()
    mode: WorkMode | None = None
    remote_scope: str = ""
    employment: tuple[Employment, ...] = ()
    level: Level | None = None
    pay: Pay | None = None
    posted: date | None = None
    valid_through: date | None = None
    language: str = ""
    ats: str = ""
    ats_company: str = ""
    ats_job: str = ""
    url: str = ""
    apply_url: str = ""
    description: str = ""
    liveness: Liveness = "unknown"


_TEASER = 0.5


def merge(drafts: Sequence[Draft]) -> tuple[Draft, dict[str, str]]:
    """One draft from several in falling order of trust, and field → source of what was taken."""
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    for draft in drafts:
        for name in Draft.__struct_fields__:
            value = getattr(draft, name)
            if name == "source" or value in ("", (), None, "unknown"):
                continue
            if name in values and not _overrules(name, value, values[name]):
                continue
            values[name] = value
            sources[name] = draft.source
    return msgspec.convert(values | {"source": "merged"}, Draft, from_attributes=True), sources


def _overrules(name: str, new: object, old: object) -> bool:
    if name == "liveness":
        return new == "closed"
    if name == "description" and isinstance(new, str) and isinstance(old, str):
        return len(old) < _TEASER * len(new)
    return False
