"""Sections under titles nobody foresaw: what they tell of is told by what stands in them."""

from collections.abc import Sequence

from companion.resume.reading.blocks import blocks
from companion.resume.reading.dates import spans
from companion.resume.reading.lines import TextLine
from companion.resume.reading.vocabulary import COMPANY, DEGREE, SCHOOL, TITLE


def kind_by_content(body: Sequence[TextLine]) -> str:
    """`education` where half of what is dated names a school or degree, `work` where the rest reads as jobs with times,
    else nothing.
    """
    heads = [" ".join(line.plain for line in block.head) for block in blocks(body)]
    dated = [head for head in heads if spans(head)]
    if not dated:
        return ""
    schooling = sum(bool(DEGREE.search(head)) or bool(SCHOOL.search(head)) for head in dated)
    if 2 * schooling >= len(dated):
        return "education"
    ranged = [head for head in dated if any(span.ranged for span in spans(head))]
    working = sum(bool(TITLE.search(head)) or bool(COMPANY.search(head)) for head in ranged)
    return "work" if working and 2 * len(ranged) > len(dated) else ""
