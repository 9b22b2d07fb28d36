"""What the facts give to others, piece by piece: it went to them, they made it, they decided on it, they who did it."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.lexicon import claims_of, supports
from companion.resume.ground.parties import does, is_doer
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.verbs import STRONG_PAST, is_verbal

_WHAT = r"(?:^|[;,.:(]\s*)(?P<what>(?:[\w&/’'-]+\s+){1,6}?)(?:(?:was|were|is|are|being)\s+)?"
_WENT_TO = re.compile(
    rf"{_WHAT}(?:sat|lay|rested|stayed|remained|went|go(?:es)?|passed|referred|escalated|handed|left|outsourced|"
    r"subcontracted|delegated|forwarded|reserved|assigned)\s+(?:(?:on|over|out|up)\s+)?(?:to|for|with)\s+"
    r"(?P<whom>[^,;.()]+)",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    rf"{_WHAT}(?:(?:later|then|already)\s+)?(?:(?:[^\W\d_]{{3,}}ed|done|{'|'.join(sorted(STRONG_PAST))})\s+)?by\s+"
    r"(?P<whom>(?:(?:an?|the|my|our)\s+)?(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s*(?:[,;.()]|$))",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\b(?P<whom>[^\W\d_]{3,})\s+(?:who|which)\s+(?P<deed>[^\W\d_]+)\b", re.IGNORECASE)
_THEY_DO = re.compile(
    r"\b(?:that|which)\s+(?:an?|the|our|another)\s+(?P<whom>(?:[\w-]+\s+){0,2}?[\w-]+)\s+"
    r"(?P<deed>[^\W\d_]{2,}(?:s|ed)|ran|built|wrote|made)\b",
    re.IGNORECASE,
)
_FOR_THEIR = re.compile(
    r"\bfor\s+(?:(?:(?:an?|the|my|our)\s+)?(?P<whom>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:[’']s?)?\s+)??"
    r"(?P<deed>approv|review|sign|decision|consider|author)(?=(?:al|s|-?off|nature|nator\w*|isation|ization|ation|n)?\b)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:(?:an?|the|my|our|his|her|their)\s+)?(?P<whom>[^\W\d_]{3,})[’']s\s+(?P<what>(?:[\w-]+\s+){1,3}?)"
    r"(?:(?:was|were|has|had|got|which|that)\s+)*(?P<deed>won|chosen|selected|accepted|adopted|awarded|earned|gained|published|"
    r"printed|picked|approved|commended|featured|shown)\b",
    re.IGNORECASE,
)
"""Somebody's thing and what it gained: my manager's proposal won."""
_BY_THEM = re.compile(r"(?<=ed) (?:\w+ )?by (?:(?:an?|the|my|our) )?(?P<whom>[^\W\d_]{3,})\b", re.IGNORECASE)


def given_to_others(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What `texts` say others got, made or decided, told in `sentence` without them."""
    said = frozenset(token.key for token in tokens(sentence))
    for found in _BY_THEM.finditer(sentence):
        whom = re.escape(found["whom"])
        before = re.compile(rf"(\w+)\s+(?:(?:an?|the|my|our)\s+)?{whom}\b(?![^;.]*\bwho)", re.IGNORECASE)
        named = [one for text in texts for one in before.finditer(text)]
        if named and all(one[1].casefold() in ("to", "for") for one in named):
            yield f"the facts do not say that it was done by {found['whom']}"
    for found in (one for text in texts for one in _WHOSE.finditer(text) if is_doer(one["whom"])):
        if canonical(found["deed"]) in said and not supports(canonical(found["whom"]), said):
            yield f"the facts give “{found['what'].strip()}” to others"
            return
    for text in texts:
        for found in (*_WENT_TO.finditer(text), *(one for one in _MADE_BY.finditer(text) if is_doer(one["whom"]))):
            rest = {token.key for token in tokens(text.replace(found[0], " "))}
            what, whom = claims_of(found["what"]), claims_of(found["whom"])
            own = any(is_verbal(token.text) for token in tokens(found["what"]))
            told = [key for key in what if key in said and key not in rest]
            named = any(does(key, sentence) if found.re is _MADE_BY else supports(key, said) for key in whom)
            if told and not own and not named:
                yield f"the facts give “{found['what'].strip()}” to others"
                return
        own = frozenset(token.key for token in tokens(_THEY_DO.sub(" ", _FOR_THEIR.sub(" ", _WHO_DID.sub(" ", text)))))
        theirs = [one for one in _THEY_DO.finditer(text) if is_doer(one["whom"]) and is_verbal(one["deed"])]
        for found in (*_WHO_DID.finditer(text), *_FOR_THEIR.finditer(text), *theirs):
            deed = canonical(found["deed"])
            did = [t for t in tokens(sentence) if t.key.startswith(deed) and is_verbal(t.text) and t.key not in own]
            told = is_verbal(found["deed"]) or found.re is _FOR_THEIR
            whom = [canonical(word) for word in (found["whom"] or "").split()[-1:]]
            named = any(does(key, sentence) if found.re is _THEY_DO else supports(key, said) for key in whom)
            if did and told and not named:
                yield f"others did that in the facts: “{did[0].text}”"
                return
