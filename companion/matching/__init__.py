"""Matching: what a posting asks for, and how well a profile meets it, in evidence.

In: `Posting` with its description, `Profile`. Out: `Requirements` (small, stored beside the posting) and `Match`.
Pure: no I/O but the bundled data (data/README.md), no clock but the `today` passed in. The same input gives the
same score, and `Match.rank`, by which lists sort, is that score with what a hard blocker is against behind the rest.

`asks` reads single sentences, `sections` says which of them ask; `wishes` and `conditions` give verdicts, `parts` the
named parts that `score` sums up. Around one job: `salary`, `likeness`, `chance`; over all: `learning`, `score_all`.
"""

from companion.matching.keywords import keywords
from companion.matching.learning import adjustment, learn, moved
from companion.matching.occupations import Occupation, occupations
from companion.matching.person import Person, person
from companion.matching.requirements import READER, requirements
from companion.matching.score import score, score_all
from companion.matching.vocabulary import recognise

__all__ = [
    "READER",
    "Occupation",
    "Person",
    "adjustment",
    "keywords",
    "learn",
    "moved",
    "occupations",
    "person",
    "recognise",
    "requirements",
    "score",
    "score_all",
]
