"""Whose employee one was, in whose team, and who was under one: a client is no employer, and a desk beside me is not
below mine.
"""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import LEADING, acts

_NAME = r"[A-Z][\w&.-]*"
_EMPLOYED = re.compile(
    r"\b(?:[Ee]mployed|[Hh]ired|[Ee]ngaged|[Cc]ontracted)\s+(?:by|at|with)\s+"
    rf"(?P<who>{_NAME}(?:(?:,|\s+and)?\s+{_NAME})*)"
)
_WORKED_FOR = re.compile(rf"\b(?:[Ww]ork(?:ed|ing)\s+(?:for|at)|[Jj]oin(?:ed|ing))\s+(?P<who>{_NAME})")
_PAID = re.compile(
    r"\b(?:employ(?:ed|ee|ment)|hired|salaried|paid|permanent|on the staff of)\b(?! by hand)", re.IGNORECASE
)
_UNPAID = re.compile(r"\b(?:volunt\w+|unpaid|without pay|pro bono|honorary)\b", re.IGNORECASE)
_IN_TEAM = re.compile(
    rf"\b(?:[Pp]art of|[Mm]ember of|[Ii]n|[Oo]n|[Ww]ithin|[Jj]oined)\s+(?:the\s+)?(?P<who>{_NAME}?)(?:['’]s)?\s+"
    r"(?:[a-z-]+\s+)?(?:team|staff|crew|squad|department)\b"
)
_FOR_CLIENTS = "accounts?|contracts?|campaigns?|clients?|customers?|tender|bid"
_UNDER_ME = re.compile(
    r"\b(?:report\w*|answer\w*|accountable|subordinate)\s+(?:directly\s+)?to\s+(?:me|us)\b|\b(?:under|below)\s+me\b|"
    r"\bmy\s+(?:direct\s+reports|subordinates|staff)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:foreman|forewoman|supervisor|manager|head|leader)\b|"
    r"\b(?:supervising|supervision of|line[\s-]manag\w*|(?:direct|line) reports?|team lead\w*|"
    r"(?:head|leader|manager) of)\b",
    re.IGNORECASE,
)


def employed(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Employers, teams and subordinates of `sentence` that `texts` tell otherwise."""
    if _PAID.search(sentence) and any(map(_UNPAID.search, texts)) and not any(map(_PAID.search, texts)):
        yield "the facts say that it was voluntary"
    for found in _EMPLOYED.finditer(sentence):
        for name in re.findall(_NAME, found["who"]):
            at = re.compile(
                rf"\b(?:at|for|by|with)\s+(?:the\s+)?{re.escape(name)}|"
                rf"(?:^|[;,]\s)[^,;()]{{0,20}}{re.escape(name)}(?:[^,;()]{{0,20}}$|\s+(?:on|for|at|in)\b)"
            )
            if not any(map(at.search, texts)) or _only_client(name, texts):
                yield f"the facts do not say that {name} was the employer"
    for found in _WORKED_FOR.finditer(sentence):
        if _only_client(found["who"], texts):
            yield f"the facts do not say that {found['who']} was the employer"
    for found in _IN_TEAM.finditer(sentence):
        name = re.escape(found["who"])
        heads = [text[: one.start()] for text in texts for one in re.finditer(rf"\b{name}\b", text)]
        if heads and all(re.search(r"\b(?:with|alongside|by|from)\s+(?:the\s+)?$", head) for head in heads):
            yield f"the facts do not say that one was in the team of {found['who']}"
    if _UNDER_ME.search(sentence) and not any(map(_leads, texts)):
        yield "the facts do not say that anybody was under one"


def _only_client(name: str, texts: Sequence[str]) -> bool:
    """Whether `texts` name somebody only as whom the employer worked for: the Tesco contract."""
    name = re.escape(name)
    as_client = re.compile(rf"\b(?:client|customer)s?:?\s+{name}\b|\b{name}(?:['’]s)?\s+(?:{_FOR_CLIENTS})\b")
    named = sum(len(re.findall(rf"\b{name}\b", text)) for text in texts)
    return 0 < named == sum(len(as_client.findall(text)) for text in texts)


def _leads(text: str) -> bool:
    return bool(_UNDER_ME.search(text) or _LED.search(text)) or any(verb in LEADING for verb, _ in acts(text))
