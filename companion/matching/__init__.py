"""Matching: what a posting asks for, and how well a profile meets it, in evidence.

In: `Posting` with its description, `Profile`. Out: `Requirements` (small, stored beside the posting) and `Match`.
Pure: no I/O but the bundled vocabulary, no clock but the `today` that is passed. The same input gives the same score.
"""

from companion.matching.keywords import keywords
from companion.matching.requirements import requirements
from companion.matching.score import score
from companion.matching.vocabulary import recognise

__all__ = ["keywords", "recognise", "requirements", "score"]
