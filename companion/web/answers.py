"""Keeping an answer the person gave: one a family, subject and scope; a newer one replaces the older."""

import re

import msgspec

from companion.agents import Services
from companion.errors import BadInput
from companion.forms import Meaning, learn, understand
from companion.forms.bank import text_id
from companion.forms.vocabulary import term
from companion.model.document import new_id, now
from companion.model.form import Answer, Field, Option, Snapshot
from companion.web.api.requests import AnswerCall

_WORDING = re.compile("[0-9a-f]{16}")
_TRUE = frozenset({"yes", "true", "y", "1"})
_FALSE = frozenset({"no", "false", "n", "0"})


def keep(services: Services, said: AnswerCall, *, typed: bool = False) -> Answer:
    """Store what the person said and return it. Raises BadInput where neither the question nor the family is known, or
    where the value does not fit its kind.

    `typed`: the value is the family's own fact. Else, with a question, it is what was said *to that question*, and the
    forms room turns it by the question's polarity, unit and time ("No" to "without sponsorship?" is a need).
    """
    value = _value(said)
    if said.question.strip() and not typed and not said.unit and said.kind not in ("money", "duration"):
        answer = _learned(services, said, value)
    else:
        answer = _stated(said, value)
    with services.store.commit():
        for known in services.store.answers.by("family", answer.family):
            if _place(known) == _place(answer):
                kept = msgspec.structs.replace(answer, id=known.id, version=known.version, used=known.used)
                return services.store.answers.replace(kept)
        return services.store.answers.add(answer)


def _stated(said: AnswerCall, value: str) -> Answer:
    family, subject = said.family, said.subject
    if not family:
        family, subject = _family(said)
    return Answer(
        id=new_id(),
        family=family,
        subject=subject,
        kind=said.kind,
        value=value,
        unit=said.unit,
        currency=said.currency.upper(),
        period=said.period,
        scope=said.scope,
        company=said.company if said.scope == "company" else "",
        posting_id=said.posting_id if said.scope == "posting" else "",
        question=said.question[:1_000],
        updated_at=now(),
    )


def _learned(services: Services, said: AnswerCall, value: str) -> Answer:
    """The answer to a question, typed by what it means; kept for its own wording where that is not certain."""
    question = said.question[:1_000]
    meaning = _meaning(said)
    if said.family and meaning.key != said.family:
        known = said.family if term(said.family).shape not in ("yes_no", "") else ""
        meaning = Meaning(field_id="asked", key=known, subject=said.subject)
    posting = services.store.postings.find(said.posting_id) if said.posting_id else None
    answer = learn(meaning, question, value, posting=posting, at=now(), scope=said.scope)
    if answer is None:
        raise BadInput("This is never kept.", "Type it into the form itself.", pointer="/question")
    if answer.family.startswith(("custom", "consent.", "attest.")) and _WORDING.fullmatch(said.subject):
        answer = msgspec.structs.replace(answer, subject=said.subject)  # as the plan named this wording
    if said.scope == "company" and posting is None:
        answer = msgspec.structs.replace(answer, scope="company", company=said.company)
    return answer


def _place(answer: Answer) -> tuple[str, ...]:
    """What an answer is about and where it holds; the subject of a question without a family names its wording."""
    return (answer.subject.casefold(), answer.scope, answer.company.casefold(), answer.posting_id)


def _family(said: AnswerCall) -> tuple[str, str]:
    """What the question asks, as the forms room understands it; `custom` where it has no name for it."""
    if not said.question.strip():
        raise BadInput(
            "An answer needs its question.", "Send the question's words, or its family.", pointer="/question"
        )
    meaning = _meaning(said)
    return (meaning.key, meaning.subject) if meaning.key else ("custom", text_id(said.question))


def _meaning(said: AnswerCall) -> Meaning:
    options = tuple(Option(value=one, label=one) for one in said.options)
    if said.kind == "bool" and not options:
        options = (Option(value="true", label="Yes"), Option(value="false", label="No"))
    widget = "radio" if options else "text"
    asked = Field(id="asked", widget=widget, label=said.question[:1_000], options=options)
    return understand(Snapshot(url="", fields=(asked,)))[0]


def _value(said: AnswerCall) -> str:
    value = said.value.strip()
    if said.kind == "bool":
        if value.casefold() in _TRUE:
            return "true"
        if value.casefold() in _FALSE:
            return "false"
        raise BadInput("This question takes yes or no.", "Say yes or no.", pointer="/value")
    if said.kind in ("number", "money", "duration"):
        try:
            float(value)
        except ValueError as error:
            raise BadInput("This question takes a number.", "Write it in digits.", pointer="/value") from error
    return value
