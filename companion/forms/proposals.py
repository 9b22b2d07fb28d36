"""What questions ask that no rule knows, as the person's own model takes them: proposals, each marked for review.

The model sees questions and options, never a fact. It may name only plain families (nothing sensitive, no yes or no, no
consent), and a question that speaks of a sensitive family is not even shown to it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Protocol, TypeVar

import msgspec

from companion.forms.meaning import BY_MODEL, Meaning
from companion.forms.sensitive import of_field
from companion.forms.understand.shape import shaped
from companion.forms.vocabulary import TERMS
from companion.model.form import Field, Plan, Snapshot
from companion.prompts import prompt

T = TypeVar("T")

RULE = BY_MODEL
CONFIDENCE = 0.5
"""Just above what the plan leaves: a proposal is shown, and nothing is surer than a rule."""
_MOST_QUESTIONS = 20
_MOST_OPTIONS = 8
_SHAPES = frozenset({"text", "choice", "choices", "number", "date", "duration", "essay"})
_OWN_BUSINESS = ("account.", "signature.", "emergency.", "attention", "captcha", "honeypot", "search", "newsletter")
_NOT_ASKED = frozenset({"file", "password", "checkbox", "signature", "color"})


class Model(Protocol):
    """The part of the model's seam (`companion.net.ollama`) that proposals need."""

    async def structured(
        self, prompt: str, schema: type[T], *, system: str = "", timeout: float | None = None
    ) -> T: ...


class Guess(msgspec.Struct, frozen=True):
    """What the model takes question `number` for."""

    number: int
    key: str


class Guesses(msgspec.Struct, frozen=True):
    """What the model is asked for."""

    guesses: tuple[Guess, ...]


async def propose(snapshot: Snapshot, meanings: Sequence[Meaning], model: Model) -> tuple[Meaning, ...]:
    """`meanings` (one a field, as `understand` gives them) with the unknown ones proposed where the model knows a key.

    Raises ModelError where the model does not answer; what it answers beside the list counts as nothing.
    """
    open_ones = [
        (index, field)
        for index, (field, meaning) in enumerate(zip(snapshot.fields, meanings, strict=True))
        if _may_be_asked(field, meaning)
    ][:_MOST_QUESTIONS]
    if not open_ones:
        return tuple(meanings)
    asked = prompt("classify", keys=allowed(), questions=[_wording(field) for _, field in open_ones])
    answer = await model.structured(asked.text, Guesses, system=asked.system)
    found = list(meanings)
    for guess in answer.guesses:
        if not 1 <= guess.number <= len(open_ones) or guess.key not in allowed():
            continue
        index, field = open_ones[guess.number - 1]
        proposed = Meaning(
            field_id=field.id, frame=field.frame, key=guess.key, rule=RULE, confidence=CONFIDENCE, question=field.label
        )
        if not of_field(field, proposed):
            found[index] = shaped(field, proposed)
    return tuple(found)


def marked(plan: Plan, meanings: Sequence[Meaning]) -> Plan:
    """`plan` with every action that rests on a proposal flagged for review, and why."""
    proposed = {(one.frame, one.field_id): one.key for one in meanings if one.rule == RULE}
    return msgspec.structs.replace(
        plan,
        actions=tuple(
            msgspec.structs.replace(
                action,
                review=True,
                reason=" ".join(filter(None, (_reason(proposed[action.frame, action.field_id]), action.reason))),
            )
            if (action.frame, action.field_id) in proposed
            else action
            for action in plan.actions
        ),
    )


@cache
def allowed() -> tuple[str, ...]:
    """The keys a model may propose."""
    return tuple(
        term.key
        for term in TERMS.values()
        if not term.sensitive
        and not term.repeats
        and term.policy != "never"
        and term.shape in _SHAPES
        and not term.key.startswith(_OWN_BUSINESS)
    )


def _may_be_asked(field: Field, meaning: Meaning) -> bool:
    return (
        not meaning.key
        and meaning.rule == "unknown"
        and field.visible
        and not field.area
        and bool(field.label.strip())
        and field.widget not in _NOT_ASKED
        and not of_field(field, meaning)
    )


def _wording(field: Field) -> str:
    options = [option.label for option in field.options[:_MOST_OPTIONS] if option.label]
    return f"{field.label} [{' | '.join(options)}]" if options else field.label


def _reason(key: str) -> str:
    return f"Your model takes this question for “{key}”. Check that."
