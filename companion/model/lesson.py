"""What the person taught: which meaning a question's words have in a kind of field."""

from datetime import datetime
from typing import Literal

from companion.model.document import Document, Short

FieldShape = Literal["text", "choice", "tick", "file"]


class Lesson(Document, frozen=True, kw_only=True):
    """One corrected meaning, for the same wording in the same shape of field: on `host`, or everywhere without one."""

    wording: str
    """Names the label's words, whatever their case and punctuation (`forms.bank.text_id`)."""
    label: Short
    shape: FieldShape
    meaning: str
    host: str = ""
    learned_at: datetime
