"""What the columns of a table are headed with; a row of nothing else tells nothing of the person."""

import re
from collections.abc import Sequence

_HEADS = re.compile(
    r"(?:s\.?\s?no\.?|sr\.?\s?no\.?|sl\.?\s?no\.?|#|no\.?|degree|course|class|stream|subjects?|speciali[sz]ation|"
    r"qualification|examination|exam|institut(?:e|ion)|university|board|school|college|"
    r"(?:institut(?:e|ion)|school|board|college)\s*/\s*\w+|(?:c?gpa|marks|percentage|%|grade)\s*/\s*(?:c?gpa|marks|percentage|%|grade)|"
    r"name of (?:the )?(?:organi[sz]ation|company|employer|institut(?:e|ion)|school|college)|"
    r"year(?: of (?:passing|completion))?|passing year|percentage|marks|%|dates|duties|role|cgpa|gpa|grade|division|"
    r"from|to|period|duration|company|organi[sz]ation|employer|designation|position|job title|title|"
    r"responsibilities|location|place|zeitraum|von|bis|arbeitgeber|tätigkeit|abschluss|schule|jahr|ort|firma|"
    r"année|établissement|diplôme|entreprise|poste|période|lieu|année d['’]obtention|"
    r"año|centro|título|empresa|puesto|cargo|periodo|período|fechas|lugar|azienda|ruolo|periodo|anno|istituto|titolo|"
    r"instituição|curso|ano|período|levels?|proficiency|niveau|read|write|speak)",
    re.IGNORECASE,
)


def is_caption(cells: Sequence[str]) -> bool:
    """Whether the cells of a row, of which there are several, all name columns."""
    return len(cells) > 1 and all(map(_heads_column, cells))


def _heads_column(text: str) -> bool:
    return all(_HEADS.fullmatch(word) for word in re.split(r"\s+(?:and|und|et|y|e|&)\s+", text.strip(" :")))
