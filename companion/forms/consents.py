"""Consents and attestations: a required one is asked once for its wording (text hash); an optional one is off."""

import msgspec

from companion.forms.bank import stated, text_id
from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value
from companion.model.form import Action, Field

_EXTRAS = frozenset(
    ("consent.marketing", "consent.sms", "consent.talent_pool", "consent.follow", "consent.retention", "consent.other")
)
"""Consents that an application does without. Privacy and terms are asked even where the form does not mark them."""


def consent(context: Context, field: Field, meaning: Meaning, start: Action) -> tuple[Found, Action]:
    """The value of a consent and the action's start, whose `subject` names this wording."""
    wording = text_id(f"{start.label} {field.help}" if field.help not in start.label else start.label)
    start = msgspec.structs.replace(start, subject=wording)
    found = next(
        (
            answer
            for answer in context.answers
            if answer.family == meaning.key and answer.subject == wording and answer.kind == "bool"
        ),
        None,
    )
    if found is not None:
        value = stated(context, meaning.key, wording)
        return value or Missing(reason="You agreed to this elsewhere, not here.", rule="other-scope"), start
    if meaning.key in _EXTRAS and not field.required:
        if field.checked:
            off = Value(
                kind="bool", fact="default/off", said="optional consents stay off", rule="optional-off", truth=False,
                review=True, note="An optional consent, turned off.",
            )  # fmt: skip
            return off, start
        return Missing(reason="Optional: left off.", rule="optional-off"), start
    return Missing(reason="Only you can agree to this. You are asked once for this wording.", rule="consent"), start
