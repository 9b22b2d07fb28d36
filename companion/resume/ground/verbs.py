"""Whether a word has the form of a verb that tells what was done."""

import functools
import re

from companion.resume.ground.thesaurus import sense
from companion.resume.ground.tokens import canonical

_VERBAL = re.compile(r"^[^\W\d_]{3,}(?:ed|ing)$")
_AGAIN = ("re", "over", "out", "under")
"""What verbs of another meaning are made of one by."""
_NO_VERBS = frozenset(
    "evening morning wedding clothing ceiling during thing nothing something anything everything".split()
)
STRONG_PAST = frozenset(
    "wrote built led ran made taught grew kept bought sold held gave took found sent spent brought drove chose "
    "began won got drew "
    "laid sewed drew flew fed fought sang swam spoke stood told thought threw swept shot shook sought rode dug dealt "
    "caught bred bound bent became arose lent lit left lost learnt rang overcame forecast wove wore fell rose sped "
    "troubleshot "
    "met paid bit bled blew burnt burst clung crept drank fled forgot hid knelt leapt meant mistook repaid sank sprang "
    "strung swung unwound wept wrung spelt stole shone shrank "
    "went came saw did ate blew broke felt heard knew meant said slept slid tore understood woke withdrew oversaw "
    "sat hung rode spun stuck struck upheld redid rethought resold underwent "
    "proofread broadcast input reset rewrote rebuilt undertook cut set put shut hit let read split spread".split()
)


@functools.lru_cache(maxsize=20_000)
def is_verbal(word: str) -> bool:
    """Whether a word has the form of a verb that tells what was done."""
    how, _, folded = word.casefold().rpartition("-")
    if how.endswith("ly"):
        return False  # weekly-paid staff, a family-run shop
    if folded.startswith(_AGAIN) and any(folded.removeprefix(one) in STRONG_PAST for one in _AGAIN):
        return True  # redrew, overcame
    if folded.endswith("ing") and (known := sense(canonical(folded)).fields) and not any(map(str.isdigit, known)):
        return False  # a seedling
    return (bool(_VERBAL.match(folded)) and folded not in _NO_VERBS) or folded in STRONG_PAST
