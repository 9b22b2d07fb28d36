"""Sections under titles nobody foresaw: what they tell of is told by what stands in them."""

import re
from collections.abc import Sequence

from companion.resume.reading.blocks import blocks
from companion.resume.reading.captions import columns_of
from companion.resume.reading.dates import spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine
from companion.resume.reading.links import EMAIL, URL
from companion.resume.reading.lists import gathered, listed
from companion.resume.reading.phones import PHONE
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, TITLE, names_language, title_score

_LINES, _SENTENCE = 8, 9
"""Lines of contact data at most, and words of a line that is none of it."""
_ITEMS, _WORDS = 3, 4
"""A list of skills has at least so many items, each of at most so many words."""
_REACHED = frozenset({"phone", "email", "contact", "address"})
"""What heads the columns of a table that say how to reach those whom another one names."""
_PARTS = re.compile(r"\t|\s[|·•—–-]\s|,\s")


def lists_skills(body: Sequence[TextLine], fewest: int = _ITEMS) -> bool:
    """Whether a section holds short items and nothing else, at least `fewest` of them."""
    texts = [line.plain for line in body]
    items = [item for text in gathered(body) for item in listed(text)]
    short = all(len(item.split()) <= _WORDS and not item.endswith(".") for item in items)
    linked = any(URL.search(text) or PHONE.search(text) or EMAIL.search(text) for text in texts)
    return len(items) >= fewest and short and not linked and not any(map(spans, texts))


def kind_by_content(body: Sequence[TextLine], kind: str = "other") -> str:
    """What a section is by what stands in it; its `kind` by its title if that is not doubted.

    Of `other` kind: `contact` where an address is; `education` where half of what is dated names a school or degree,
    `work` where the rest reads as jobs with times; `skills` where there are short items and nothing else; else nothing.
    """
    texts = [line.plain for line in body]
    if kind == "languages":  # of programming, where nobody speaks any of them
        return "skills" if body and not any(map(names_language, texts)) else kind
    if kind == "summary":  # or "About me" above an address
        lines = len(texts) <= _LINES and not any(len(text.split()) >= _SENTENCE for text in texts)
        return "contact" if lines and any(EMAIL.search(text) for text in texts) else kind
    if kind != "other":
        return kind
    if any(EMAIL.search(text) for text in texts) and len(body) <= _LINES:
        return "contact"
    if texts and all(names_language(text) and len(text.split()) <= _WORDS for text in texts):
        return "languages"
    if told := kind_by_captions(body):
        return told
    heads = [" ".join(line.plain for line in block.head) for block in blocks(body)]
    dated = [head for head in heads if spans(head)]
    if not dated:
        return "skills" if lists_skills(body) else ""
    schooling = sum(
        bool(DEGREE.search(head)) or (bool(SCHOOL.search(head)) and not _names_title(head)) for head in dated
    )
    if 2 * schooling >= len(dated):
        return "education"
    ranged = [head for head in dated if any(span.ranged for span in spans(head))]
    working = sum(_names_title(head) or bool(COMPANY.search(head)) for head in ranged)
    return "work" if working and 2 * len(ranged) > len(dated) else ""


def kind_by_captions(body: Sequence[TextLine]) -> str:
    """What a section is by what heads the columns of a table in it; nothing where none is in it."""
    told = {field for line in body for field in columns_of(line.heads, whole=False)}
    asked = {field_of(head) or kind_of(head) for line in body for head in line.heads}
    if "name" in asked and asked & _REACHED:
        return "references"  # with what they are and where
    return "work" if {"title", "employer"} <= told else "education" if {"degree", "school"} <= told else ""


def _names_title(head: str) -> bool:
    """Whether a head names what someone worked as, in any of its parts."""
    return bool(TITLE.search(head)) or any(title_score(part) >= 0.5 for part in _PARTS.split(head) if part.strip())
