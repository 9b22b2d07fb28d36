"""Forms: what a form asks, which fact of the person answers it, in which unit, polarity and option.

In: a Snapshot (from `extension/page/scan.js`), the Profile, the answer bank, the Posting. Out: a Plan that explains
itself. Pure: no network, store, browser or clock but the day it is told. Page text is data; a sensitive value leaves
only from an explicit fact of the person (`sensitive` is the last gate).
"""

from companion.forms.essays import Asked, Essay, asked, outline, write_essay
from companion.forms.hashes import content_hash, schema_hash
from companion.forms.learning import learn
from companion.forms.meaning import Condition, Meaning
from companion.forms.merging import merge, opened
from companion.forms.planning import plan
from companion.forms.proposals import marked, propose
from companion.forms.sensitive import is_sensitive_answer, is_sensitive_fact
from companion.forms.understand import understand, warm

__all__ = [
    "Asked",
    "Condition",
    "Essay",
    "Meaning",
    "asked",
    "content_hash",
    "is_sensitive_answer",
    "is_sensitive_fact",
    "learn",
    "marked",
    "merge",
    "opened",
    "outline",
    "plan",
    "propose",
    "schema_hash",
    "understand",
    "warm",
    "write_essay",
]
