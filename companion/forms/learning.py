"""What the person answered in a form, as a typed Answer that other wordings, units and polarities can use.

Where the answer cannot be typed for certain it is kept for this very wording only (family `custom`).
"""

import re
from datetime import datetime

import msgspec

from companion.forms.amounts import plain
from companion.forms.bank import COUNTRY_BOUND, EMPLOYER_BOUND, SUBJECT_BOUND, text_id
from companion.forms.buckets import currency_in, period_in
from companion.forms.figures import DURATION_WORDS, SCALES, interval
from companion.forms.meaning import AT_POSTING, Meaning
from companion.forms.vocabulary import term
from companion.forms.words import stance
from companion.model.document import new_id
from companion.model.form import Answer, AnswerScope
from companion.model.posting import Posting

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def learn(
    meaning: Meaning,
    question: str,
    said: str,
    *,
    posting: Posting | None,
    at: datetime,
    scope: AnswerScope | None = None,
) -> Answer | None:
    """The Answer for `said`, what the person put into the field that asked `question`; None for nothing to learn.

    `said` is the text typed or the label of the option chosen, `true`/`false` for a box. `scope` as the person chose
    it, else as narrow as the family needs.
    """
    said = said.strip()
    if not said or term(meaning.key).policy == "never" or meaning.part == "explain":
        return None
    wording = Answer(
        id=new_id(),
        family="custom",
        subject=text_id(question),
        kind="text",
        value=said,
        question=question,
        updated_at=at,
    )
    if meaning.key.startswith(("consent.", "attest.")):
        agreed = msgspec.structs.replace(wording, family=meaning.key, kind="bool", value=_truth(said))
        return _scoped(agreed, scope, posting)
    subject = _subject(meaning, posting)
    typed = _typed(meaning, question, said) if meaning.key and subject is not None else None
    if typed is None:
        return _scoped(wording, scope, posting)
    kind, value, more = typed
    return _scoped(
        msgspec.structs.replace(wording, family=meaning.key, subject=subject, kind=kind, value=value, **more),
        scope,
        posting,
    )


def _subject(meaning: Meaning, posting: Posting | None) -> str | None:
    """What the answer is about; None where the family needs a subject and the question names none."""
    subject = meaning.subject
    if meaning.key in COUNTRY_BOUND and subject in {"", AT_POSTING}:
        countries = {place.country for place in posting.places} - {""} if posting else set[str]()
        subject = countries.pop() if len(countries) == 1 else ""
    return subject if subject or meaning.key not in COUNTRY_BOUND | SUBJECT_BOUND else None


def _scoped(answer: Answer, scope: AnswerScope | None, posting: Posting | None) -> Answer:
    """`answer` as wide as the person chose, but about one employer where its family is."""
    bound = answer.family in EMPLOYER_BOUND
    narrow: AnswerScope = "posting" if term(answer.family).policy == "draft" else "company" if bound else "general"
    scope = narrow if scope is None or (scope == "general" and bound) else scope
    if scope == "general" or posting is None:
        return msgspec.structs.replace(answer, scope="general")
    return msgspec.structs.replace(
        answer, scope=scope, company=posting.company, posting_id=posting.id if scope == "posting" else ""
    )


def _typed(meaning: Meaning, question: str, said: str) -> tuple[str, str, dict[str, str]] | None:
    """(kind, value, unit and the like) of an answer; None where its type is not certain."""
    shape = meaning.shape or term(meaning.key).shape
    if meaning.joins or meaning.threshold is not None:
        return None
    if shape == "yes_no":
        side = stance(said)
        if side not in {"yes", "no"}:
            return None
        truth = (side == "yes") is (meaning.polarity == "positive")
        return "bool", "true" if truth else "false", {}
    if shape in {"duration", "number", "money"} or meaning.key.startswith("years."):
        return _amount(meaning, question, said, shape)
    if shape == "date":
        return ("date", said, {}) if _ISO.fullmatch(said) else None
    return ("choice" if shape in {"choice", "choices", "scale"} else "text"), said, {}


def _amount(meaning: Meaning, question: str, said: str, shape: str) -> tuple[str, str, dict[str, str]] | None:
    """An exact figure with its unit; a range or a bare figure without a unit is not certain."""
    found = interval(said)
    if found is None or not found.exact:
        return None
    figure = plain(found.low)
    if shape == "money":
        unit = "" if found.scale else (meaning.unit if meaning.unit in SCALES else "")
        currency = currency_in(said) or meaning.currency or currency_in(question)
        currency = currency or ("INR" if "lakh" in {unit, found.scale} or "crore" in {unit, found.scale} else "")
        period = period_in(said) or meaning.period or period_in(question)
        period = period or ("year" if {unit, found.scale} & {"lakh", "crore"} else None)
        if not currency or currency == "$" or period is None:
            return None
        return "money", figure, {"unit": unit, "currency": currency, "period": period}
    unit = found.unit or (meaning.unit if meaning.unit in DURATION_WORDS else "")
    if meaning.key.startswith("years."):
        return ("number", figure, {"unit": "year"}) if unit in {"", "year"} else None
    if shape == "duration":
        return ("duration", figure, {"unit": unit}) if unit else None
    return "number", figure, {}


def _truth(said: str) -> str:
    return "true" if said.casefold() == "true" or stance(said) == "yes" else "false"
