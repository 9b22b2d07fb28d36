"""Degrees that the facts say were only begun, and those that were finished."""

import re
from collections.abc import Iterator, Sequence

DEGREE = re.compile(
    r"\b(?:degree|apprenticeship|bachelor\S*|master['’]?s|diploma|doctorate|doctor (?:of|in)|"
    r"ph\.?d|b\.?sc|m\.?sc|(?-i:[BM]\.?A|MBA|[BM]Eng|LL[BM]))\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:start|began|begin|left|leav|drop|stop|quit|abandon|discontinu|interrupt|without|not|unfinished|incomplete|"
    r"in progress|ongoing|current|expected|pursu|towards?|candidate|stud(?:y|ied|ies|ying)|semesters?|terms?)\w*",
    re.IGNORECASE,
)
_NOT_COMPLETED = re.compile(
    r",?\s*(?:\(|but\s+)?(?:was\s+|did\s+)?(?:not|never|without)\s+(?:complet|finish|graduat|obtain)\w*"
    r"(?:\s+(?:the|it|a)\b)?(?:\s+(?:degree|course|studies))?\)?",
    re.IGNORECASE,
)


def unfinished(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A degree told without what says that it was only begun."""
    told = [text for text in texts if DEGREE.search(text)]
    if (
        DEGREE.search(sentence)
        and not _UNFINISHED.search(sentence)
        and told
        and all(_UNFINISHED.search(text) for text in told)
    ):
        yield "it leaves out that the degree is not finished"


def finished(texts: Sequence[str]) -> bool:
    """Whether the facts name a degree and do not say that it was only begun."""
    return any(DEGREE.search(text) and not _UNFINISHED.search(text) for text in texts)


def uncompleted(sentence: str, texts: Sequence[str]) -> str:
    """`sentence` without what says that a degree was not finished, where the facts say so in their way."""
    if any(DEGREE.search(text) for text in texts) and not finished(texts):
        return _NOT_COMPLETED.sub("", sentence)
    return sentence
