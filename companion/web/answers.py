"""Keeping an answer the person gave: one a family, subject and scope; a newer one replaces the older."""

import msgspec

from companion.agents import Services
from companion.errors import BadInput
from companion.forms import understand
from companion.model.document import new_id, now
from companion.model.form import Answer, Field, Option, Snapshot
from companion.web.api.requests import AnswerCall

_TRUE = frozenset({"yes", "true", "y", "1"})
_FALSE = frozenset({"no", "false", "n", "0"})


def keep(services: Services, said: AnswerCall) -> Answer:
    """Store what the person said and return it. Raises BadInput where neither the question nor the family is known, or
    where the value does not fit its kind."""
    family, subject = said.family, said.subject
    if not family:
        family, subject = _family(said)
    answer = Answer(
        id=new_id(),
        family=family,
        subject=subject,
        kind=said.kind,
        value=_value(said),
        unit=said.unit,
        currency=said.currency.upper(),
        period=said.period,
        scope=said.scope,
        company=said.company if said.scope == "company" else "",
        posting_id=said.posting_id if said.scope == "posting" else "",
        question=said.question[:1_000],
        updated_at=now(),
    )
    with services.store.commit():
        for known in services.store.answers.by("family", answer.family):
            if _place(known) == _place(answer):
                kept = msgspec.structs.replace(answer, id=known.id, version=known.version, used=known.used)
                return services.store.answers.replace(kept)
        return services.store.answers.add(answer)


def _place(answer: Answer) -> tuple[str, ...]:
    """What an answer is about and where it holds; a question without a family stands for itself."""
    own_words = answer.question.casefold() if answer.family.startswith("question") else ""
    return (answer.subject.casefold(), answer.scope, answer.company.casefold(), answer.posting_id, own_words)


def _family(said: AnswerCall) -> tuple[str, str]:
    """What the question asks, as the forms room understands it; `question` where it has no name for it."""
    if not said.question.strip():
        raise BadInput(
            "An answer needs its question.", "Send the question's words, or its family.", pointer="/question"
        )
    options = tuple(Option(value=one, label=one) for one in said.options)
    widget = "select" if options else "text"
    asked = Field(id="asked", widget=widget, label=said.question[:1_000], options=options)
    meaning = understand(Snapshot(url="", fields=(asked,)))[0]
    return (meaning.key, meaning.subject) if meaning.key else ("question", "")


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
