"""Names under their other spellings (Postgres, k8s), and who may be named beside a fact: its own employer, title,
place.
"""

import re
from collections.abc import Iterable, Sequence

from companion.matching import recognise
from companion.model.facts import facts
from companion.model.profile import Fact, Profile
from companion.resume.ground.tokens import canonical, pieces, tokens

_VERSION = re.compile(r"\d[\d./]*$")
_HEADS = (
    "name",
    "position",
    "location",
    "organization",
    "institution",
    "entity",
    "studyType",
    "area",
    "title",
    "issuer",
)


def skills_of(text: str) -> frozenset[str]:
    """Canonical names of the skills a text mentions, whatever their spelling there."""
    return frozenset(mention.name.casefold() for mention in recognise(text))


def skill_spans(text: str) -> list[tuple[int, int, str]]:
    return [(mention.start, mention.end, mention.name.casefold()) for mention in recognise(text)]


def surroundings(cited: Sequence[Fact], profile: Profile) -> list[Fact]:
    """Employer, title, place and the like of the entries that the cited facts stand in; said beside them, they
    are true.
    """
    entries = {"/".join(fact.path.split("/")[:2]) for fact in cited if fact.path.count("/") >= 2}
    if not entries:
        return []
    every = facts(profile)
    return [every[path] for entry in entries for name in _HEADS if (path := f"{entry}/{name}") in every]


def prose(profile: Profile) -> str:
    """What the profile says in sentences."""
    return " \n ".join(
        fact.text for path, fact in facts(profile).items() if "/highlights/" in path or path.endswith("/summary")
    )


def unversioned(name: str) -> str:
    """A name without the number of its version: Python3, C++14/17."""
    return _VERSION.sub("", name)


def spelled(texts: Iterable[str]) -> frozenset[str]:
    """Every word of `texts` as it is written, folded, with its parts where it is joined by hyphens, dots or slashes."""
    out: set[str] = set()
    for text in texts:
        for token in tokens(text):
            out.add(token.text.casefold())
            out.add(token.key)
            out.add(unversioned(token.text.casefold()))
            for part in pieces(token.text):
                out |= {part.casefold(), canonical(part)}
    return frozenset(out)
