"""Signs that a posting may fill no position: its age, its reposts, and a text without specifics. Signs, not a verdict."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections.abc import Sequence
from datetime import date

from companion.model.posting import Posting

_OLD_DAYS = 60
_POOL = re.compile(
    r"talent (?:pool|community|network|pipeline)|general (?:application|interest)|open application|speculative application|spontaneous application|"
    r"future (?:opportunit\w+|openings?|roles?|vacanc\w+)|initiativbewerbung|candidature spontanée|candidatura espontánea|evergreen|always (?:looking|hiring)|"
    r"expression of interest|join our (?:talent|network)",
    re.IGNORECASE,
)
_SPECIFIC = re.compile(
    r"\b\d+\+? ?(?:years?|jahre|ans|años)|[$€£₹]\s?\d|\breport(?:s|ing)? to\b|\bteam of \d|\bstart(?:ing)? (?:date|in|on)\b|"
    r"\b(?:python|java|sql|excel|sap|aws|react|c\+\+|figma|salesforce|kubernetes|autocad|kafka|tableau)\b|\b(?:days?|hours?) (?:a|per) week\b",
    re.IGNORECASE,
)
_SHORT_WORDS = 120


def ghost_signs(posting: Posting, description: str, *, today: date, earlier: Sequence[Posting] = ()) -> tuple[str, ...]:
    """Reasons, in words for the person, to doubt that this job is being filled now. `earlier` are its former postings."""
    signs: list[str] = []
    if posting.posted is not None and (age := (today - posting.posted).days) > _OLD_DAYS:
        signs.append(f"It has been online for {age} days.")
    if len(earlier) >= 2:
        signs.append(f"It was put up {len(earlier)} times before.")
    if hit := _POOL.search(posting.title) or _POOL.search(description[:1_500]):
        signs.append(f"It collects applications without a certain position (“{hit[0].strip()}”).")
    if len(description.split()) < _SHORT_WORDS:
        signs.append("Its text is very short.")
    elif not _SPECIFIC.search(description):
        signs.append("It names no pay, years, tools or dates.")
    return tuple(signs)
