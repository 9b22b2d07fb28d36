"""The plan of one form: for every field what goes in and why, or why it is left to the person; which parts to repeat.

Pure: the same inputs on the same day give the same actions. Every value has passed the gate in `sensitive`.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from companion.forms import sensitive
from companion.forms.bank import asked_alike, question_of, similar, text_id
from companion.forms.consents import consent
from companion.forms.consistency import contradiction
from companion.forms.context import Context
from companion.forms.drafts import draft
from companion.forms.hashes import schema_hash
from companion.forms.headings import asked_again
from companion.forms.meaning import Meaning
from companion.forms.misgivings import misgiving
from companion.forms.rendering import left, rendered, sentences
from companion.forms.repeats import further, numbered
from companion.forms.truth import find, when_options_tell
from companion.forms.understand import understand
from companion.forms.value import Found, Missing
from companion.forms.vocabulary import term
from companion.forms.words import fold
from companion.model.application import Attempt
from companion.model.document import new_id, now
from companion.model.form import Action, Answer, Field, Plan, Snapshot
from companion.model.posting import Posting
from companion.model.profile import Profile
from companion.model.resume import Resume

UNSURE = 0.45
"""Below this confidence in what a field asks, the field is left."""
_PROSE = re.compile(
    r"\b(describe|tell|explain|why|how|elaborate|discuss|outline|beschreib\w*|warum|decri\w+|pourquoi|descri\w+)\b"
)
"""Words that ask for sentences where a fact alone would do: "Describe your current company"."""


def plan(
    snapshot: Snapshot,
    profile: Profile,
    answers: Sequence[Answer],
    *,
    posting: Posting | None,
    resume: Resume | None,
    company_history: Sequence[Attempt] = (),
    meanings: Sequence[Meaning] | None = None,
    today: date | None = None,
    created_at: datetime | None = None,
) -> Plan:
    """What goes into each field of `snapshot`.

    `company_history`: earlier attempts at the same employer. `meanings`: as understood before, or corrected by the
    person; understood here when None. `today`: the person's day (default: today, UTC).
    """
    meanings = understand(snapshot) if meanings is None else meanings
    created_at = created_at or now()
    context = Context(
        snapshot=snapshot,
        meanings=meanings,
        profile=profile,
        answers=answers,
        posting=posting,
        resume=resume,
        history=company_history,
        today=today or created_at.date(),
    )
    context.meanings = numbered(context)
    by_id = {(meaning.frame, meaning.field_id): meaning for meaning in context.meanings}
    actions = tuple(
        _action(
            context,
            field,
            by_id.get((field.frame, field.id)) or Meaning(field_id=field.id),
        )
        for field in snapshot.fields
        if not field.inside
    )
    within = further(context, lambda field, meaning: _action(context, field, meaning))
    return Plan(
        id=new_id(),
        posting_id=posting.id if posting else "",
        profile_id=profile.id,
        url=snapshot.url,
        schema_hash=schema_hash(snapshot),
        actions=(*actions, *within),
        created_at=created_at,
    )


def _action(context: Context, field: Field, meaning: Meaning) -> Action:
    families = sensitive.of_field(field, meaning)
    question = question_of(meaning, field.label)
    start = Action(
        field_id=field.id,
        frame=field.frame,
        kind="leave",
        meaning=meaning.key or "custom",
        subject=meaning.subject if meaning.key else text_id(question),
        label=question[:1_000],
        section=field.section,
        required=field.required,
        rule=meaning.rule,
        confidence=meaning.confidence,
        sensitive=bool(families),
    )
    if reason := _untouchable(field):
        return msgspec.structs.replace(start, reason=reason, rule="untouchable")
    found, start = _found(context, field, meaning, start)
    if isinstance(found, Missing):
        return left(start, found)
    if reason := sensitive.refusal(context, meaning, found, families):
        return left(start, Missing(reason=reason, rule="sensitive-gate", review=True))
    if reason := misgiving(context, meaning, found) if meaning.key else "":
        return left(start, Missing(reason=reason, rule="misgiving", review=True))
    if meaning.confidence < UNSURE and meaning.key:
        return left(start, Missing(reason="What this field asks is not clear enough.", rule="unsure"))
    action = rendered(context, field, meaning, found, start)
    if action.kind == "leave":
        return action
    if note := contradiction(context, action) or asked_again(context, meaning):
        return msgspec.structs.replace(action, review=True, reason=sentences(action.reason, note))
    return action


def _untouchable(field: Field) -> str:
    hidden = bool(field.hidden_reason) or not field.visible
    if field.hidden_reason == "honeypot" or (hidden and field.widget != "file"):
        return "A person cannot see this field."
    return "The form has locked this field." if field.disabled else ""


def _found(context: Context, field: Field, meaning: Meaning, start: Action) -> tuple[Found, Action]:
    policy = term(meaning.key).policy
    if policy == "never":
        return Missing(reason="Sincerely never fills this.", rule="never"), start
    if meaning.part == "explain":
        return Missing(reason="This explains another answer; it is yours to write.", rule="explain"), start
    if not meaning.key:
        options = tuple(option.label for option in field.options)
        alike = asked_alike(context, start.label, options)
        unknown = Missing(reason="We do not know this question yet. Answer it once.", rule="unknown-question")
        return alike or similar(context, start.label) or unknown, start
    if meaning.key.startswith(("consent.", "attest.")) or meaning.shape == "consent":
        return consent(context, field, meaning, start)
    if policy == "draft" or (meaning.essay and (policy == "ask" or _PROSE.search(fold(start.label)))):
        return draft(context, field, meaning), start
    found = find(context, meaning)
    return (when_options_tell(context, field, meaning, found) if isinstance(found, Missing) else found), start
