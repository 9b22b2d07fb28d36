"""Degrees that the facts say were only begun, those that were finished, schools by their whole names, what was only
hoped for or on its way, and what has lapsed.
"""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.lexicon import lexicon
from companion.resume.ground.tokens import tokens

DEGREE = re.compile(
    r"\b(?:degree|(?-i:HN[CD])|apprenticeship|associate['’]?s? (?:of|in|degree)|(?-i:A\.?A\.?S\b)|"
    r"bachelor\S*|master['’]?s|diploma|doctorate|doctor (?:of|in)|"
    r"ph\.?d|b\.?sc|m\.?sc|(?-i:[BM]\.?A|LL[BM]|[BM](?:Eng|Ed|Com|Tech|Pharm|Arch|Phil|Res|FA|SN|SW|PH|BA)))\b",
    re.IGNORECASE,
)
_DEGREE_ITSELF = re.compile(r"\bdegree\b", re.IGNORECASE)
_LESSER = re.compile(r"\b(?:diploma|certificate|foundation|HN[CD])\b", re.IGNORECASE)
_OF_UNIVERSITY = re.compile(
    r"degree|bachelor|master|doctor|ph\.?d|universit|"
    r"\b[BM]\.?(?:sc|a|eng|ed|com|tech|pharm|arch|phil|res|fa|sn|sw|ba)\b|LL[BM]",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:start|began|begin|begun|(?:last|final) year of|due to graduat|"
    r"predicted|left|leav|drop|stop|quit|abandon|discontinu|interrupt|without|not|unfinished|incomplete|"
    r"in progress|ongoing|enrol|current|expected|pursu|towards?|candidate|stud(?:y|ied|ying|ent)|(?-i:studies)|"
    r"semesters?|terms?)\w*|\b\d+ (?:out )?of (?:the )?\d+ (?:ECTS|credits|units|modules)\b",
    re.IGNORECASE,
)
_NOT_COMPLETED = re.compile(
    r",?\s*(?:\(|but\s+)?(?:was\s+|did\s+)?(?:not|never|without)\s+(?:complet|finish|graduat|obtain)\w*"
    r"(?:\s+(?:the|it|a)\b)?(?:\s+(?:degree|course|studies))?\)?|"
    r"\b(?:completion|graduation)\s+(?=(?:is\s+)?(?:expected|due|planned)\b)",
    re.IGNORECASE,
)
_GRADUATED = re.compile(r"\bgraduat\w+\b", re.IGNORECASE)
_GRADUATE = re.compile(r"\bgraduated?\b(?! (?:student|course|work|school))", re.IGNORECASE)
_STUDENT = re.compile(
    r"\b(?:(?:final|last|first|second|third)[- ]year|predicted|expected|undergraduate)\b", re.IGNORECASE
)
_KIND = r"(?:University|College|Academy|Institute)"
_SCHOOL = re.compile(
    rf"(?P<head>(?:\b[A-Z][\w’'.-]*\s+){{1,4}}){_KIND}\b|"
    rf"\b{_KIND} of (?P<tail>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}})"
)
_YEARS_OF_IT = re.compile(
    r"\b(?:first|\d+|one|two|three|four|five)\s+(?:years?|semesters?|terms?)\s+of\b", re.IGNORECASE
)

_TO_COME = re.compile(
    r"\b(?:(?:part-?|half-?)way through|working towards?|"
    r"(?:studying|enrolled|registered|sitting|training) (?:for|towards?)|"
    r"(?:exempt(?:ed)?|excused) from|booked (?:on|onto|in for)|"
    r"(?:nominat\w*|shortlist\w*|applied|applying|runner-up|finalist|candidate) (?:for|in|as)|awaiting|not yet|due to|"
    r"(?:(?<=[;,.(] )|(?<=\band )|(?<=now )|(?<=currently )|(?<=still ))(?:learning|studying|picking up|new to)"
    r"(?!\s+(?:and|support|disabilit|difficult|needs|outcomes|aids?|cent|manage|resourc|material|platform)))"
    r"\s+(?P<what>[^,;.()]{3,60})",
    re.IGNORECASE,
)
_EXAM_AHEAD = re.compile(
    r"(?P<what>(?:[\w&-]+\s+){0,2}?(?:exams?|examination|test|assessment|certificat\w+|viva|qualification|graduation|licen[cs]e))"
    r"\s+(?:(?:is|was|are|were)\s+)?(?:booked|scheduled|planned|pending|due|outstanding|awaited|expected|to\s+follow)\b",
    re.IGNORECASE,
)
_ON_ITS_WAY = re.compile(
    r"(?:^|[;,.:]\s+)(?!\w+ed\s)(?P<what>[^,;.]{2,60}?)\s+"
    r"(?:applied for|to be (?!the\b|an?\b)\w+|due\b|scheduled|planned for|under review|deferred|"
    r"pending|in progress|under\s?way|booked(?=\s+(?:(?:for|in|on)\s+)?(?:next\s+\w+|(?-i:[A-Z\d])))|awaited|"
    r"outstanding|to come|to follow|(?<=[IVX\d]\s)candidate|finalist|nominee|shortlisted)\b",
    re.IGNORECASE,
)
_AHEAD = (_TO_COME, _ON_ITS_WAY, _EXAM_AHEAD)
_SAYS_SO = re.compile(
    r"\b(?:(?:part|half)-?way|towards?|stud(?:y|ies|ying)|enrol\w*|registered (?:for|on|with)|sitting|"
    r"training|nominat\w*|nominee|shortlist\w*|"
    r"appl(?:y|ied|icant)\w*|runner|finalist|candidate|await\w*|yet|due|(?:is|are) to|progress|pursu\w*|"
    r"current\w*|pending|prepar\w*|final\w*|"
    r"book\w*|schedul\w*|plan(?:s|ned)?|outstanding|expect\w*|upcoming|dates?|forthcoming|follow|will|to\s+be\s+(?:taken|sat)|"
    r"learn\w*|new to|exempt\w*|excused|review|submitted|deferred|to be \w+|under\s?way|begun|began|started|still|"
    r"to come)\b",
    re.IGNORECASE,
)

_LAPSED = re.compile(
    r"(?P<what>(?:[\w()’'/-]+\s+){1,5}?)(?:\((?=lapsed|expired)|(?:(?:has|have|had|was|is)\s+)?(?:now\s+)?)"
    r"(?:lapsed|expired|ran out)\b|"
    r"\b(?:lapsed|expired)\s+(?P<which>(?:[\w’'/-]+\s+){0,3}[\w’'/-]+)",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:laps\w+|expir\w+|exp|ran out|former\w*|previous\w*|past|held|had|until|till|(?:un)?renew\w*|no longer|to)\b",
    re.IGNORECASE,
)


def lapsed(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A licence or the like that the facts say is over, told without saying so."""
    if _NO_LONGER.search(sentence):
        return
    said = {token.key for token in tokens(sentence)}
    for found in (one for text in texts for one in _LAPSED.finditer(text)):
        what = {token.key for token in tokens(found["what"] or found["which"])} - lexicon().empty
        if what and 2 * len(what & said) >= len(what):
            yield "it leaves out that this is over"
            return


def raised(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A diploma or a certificate told as a degree."""
    if (
        _DEGREE_ITSELF.search(sentence)
        and any(map(_LESSER.search, texts))
        and not any(map(_OF_UNIVERSITY.search, texts))
    ):
        yield "the facts name no degree"


def to_come(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts say was on its way or only applied for, told without saying so."""
    if _SAYS_SO.search(sentence):
        return
    said = {token.key for token in tokens(sentence)}
    for text in texts:
        for found in (one for pattern in _AHEAD for one in pattern.finditer(text)):
            what = [token.key for token in tokens(found["what"]) if token.key not in lexicon().empty][:4]
            rest = {token.key for token in tokens(text.replace(found[0], " "))}
            held = [key for key in what if key in said and key not in rest]
            numbers = set(re.findall(r"\d+", found["what"])) - set(re.findall(r"\d+", text.replace(found[0], " ")))
            if numbers and numbers <= set(re.findall(r"\d+", sentence)) and said.issuperset(what):
                yield "it leaves out that this was still to come"
                return  # part 2, beside part 1
            if held and 2 * len(held) >= len(what):
                yield "it leaves out that this was still to come"
                return


def another_school(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A school whose name leaves out a word that makes it another one: Ohio University, for Ohio State University."""
    told = [names for text in texts for names in _schools(text)]
    words = set(re.findall(r"[\w’'.-]+", sentence))
    for names in _schools(sentence):
        longer = [one for one in told if names < one and not (one - names) & words]
        if longer and names not in told:
            yield f"the facts name another school than {' '.join(sorted(names))}"


def _schools(text: str) -> Iterator[frozenset[str]]:
    """The words by which schools are called, without what they say they are."""
    for found in _SCHOOL.finditer(text):
        yield frozenset((found["head"] or found["tail"]).split()) - {"The", "Of"}


def unfinished(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A degree told without what says that it was only begun."""
    if _GRADUATED.search(sentence) and any(map(_YEARS_OF_IT.search, texts)) and not any(map(_GRADUATED.search, texts)):
        yield "it leaves out that the degree is not finished"
        return
    told = [text for text in texts if DEGREE.search(text)]
    if (
        _GRADUATE.search(sentence)
        and not _UNFINISHED.search(sentence)
        and any(map(_STUDENT.search, texts))
        and not any(map(_GRADUATE.search, texts))
    ):
        yield "it leaves out that the degree is not finished"
        return
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
