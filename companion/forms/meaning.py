"""The seam between understanding and answering: what one field asks, in the words of `vocabulary`.

`understand(snapshot)` makes one Meaning a field; `plan` consumes them. An unknown field has the key "" and says in
`rule` why.
"""

from typing import Literal

import msgspec

from companion.model.document import Share
from companion.model.posting import Period

Polarity = Literal["positive", "negative"]
TimeFrame = Literal["", "now", "future", "now_or_future", "past", "ever", "recent"]
Shape = Literal[
    "",
    "text",
    "yes_no",
    "choice",
    "choices",
    "number",
    "money",
    "duration",
    "date",
    "scale",
    "consent",
    "essay",
    "file",
    "arithmetic",
]
Part = Literal[
    "", "day", "month", "year", "month_year", "minimum", "maximum", "amount", "currency", "period", "country", "number",
    "area", "prefix", "extension", "confirm", "unit", "digit", "explain",
]  # fmt: skip
"""Which part of one question this control takes: of a date, a pay range, a phone number, an amount with its unit, or
the free text that explains a yes (`explain`)."""

AT_POSTING = "@posting"
"""Subject of "in the country of this job": resolved from the posting's places."""
AT_EMPLOYER = "@employer"
"""Subject of "have you worked for us": the employer of the posting."""

BY_PERSON = "as you taught"
"""Rule of a meaning that the person gave to these very words."""
SAID_NOW = "you said so"
"""Rule of a meaning that the person corrects in the plan at hand."""
BY_MODEL = "model"
"""Rule of a meaning that the person's model proposed."""


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A second family that the same question asks about, e.g. "authorized *without sponsorship*"."""

    key: str
    negated: bool = False
    """True for "without": the whole is yes only where this family is false."""
    subject: str = ""
    time_frame: TimeFrame = ""


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What one field asks. Every name but `field_id` may be left out; "" is "the question does not say"."""

    field_id: str
    frame: str = ""
    key: str = ""
    """A key of `vocabulary.TERMS`, such as `name.first`; "" where unknown."""
    subject: str = ""
    """What the question is about: a skill in the question's words, a country (ISO 3166-1 alpha-2, or `EU`), a place, an
    employer, AT_POSTING, AT_EMPLOYER. For yes/no on one value (a check box "Hybrid"), that value."""
    entry: int | None = None
    """Index of the repeated block (`work.*`, `education.*`, …), 0 for the first shown."""
    part: Part = ""
    polarity: Polarity = "positive"
    """`positive`: a "yes" means that the family named by `key` is true. "Can you work *without* sponsorship?" as
    `sponsorship.future` is `negative`."""
    joins: tuple[Condition, ...] = ()
    """Other families the same yes/no asks, joined to the first by `joiner`."""
    joiner: Literal["and", "or"] = "and"
    unit: str = ""
    """day, week, month, year for durations; lakh, crore, thousand, million for amounts; percent, hour; "" as is."""
    currency: str = ""
    period: Period | None = None
    time_frame: TimeFrame = ""
    shape: Shape = ""
    """The answer wanted, seen from question and widget together."""
    threshold: float | None = None
    """For yes/no about an amount: "do you have 5+ years …?" has 5 (in `unit`, default years)."""
    date_format: str = ""
    """As the page writes it: `DD/MM/YYYY`, `MM/YYYY`, `YYYY-MM-DD`; "" where it does not say."""
    limit: int | None = None
    limit_unit: Literal["", "characters", "words", "sentences"] = ""
    minimum_length: int | None = None
    """In `limit_unit`, or characters."""
    numbers_only: bool = False
    optional: bool = False
    """A consent that the form does not require."""
    confidence: Share = 0.0
    rule: str = ""
    """Name of the rule that decided, for the person and for tests: `label:first-name`, `autocomplete`, …"""
    question: str = ""
    """The question as a person reads it, trimmed; "" where the label alone is it."""
    essay: bool = False
    sensitive: bool = False
    """Understanding saw a sensitive family in the text, whatever the key. The gate looks again; this only adds."""
