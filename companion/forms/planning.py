"""The plan of one form: for every field what goes in and why, or why it is left to the person.

Pure: the same inputs on the same day give the same actions. Every value has passed the gate in `sensitive`.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from companion.forms import sensitive
from companion.forms.bank import asked_alike, question_of, text_id
from companion.forms.choose import choose
from companion.forms.consents import consent
from companion.forms.consistency import contradiction
from companion.forms.context import Context
from companion.forms.drafts import draft
from companion.forms.hashes import schema_hash
from companion.forms.meaning import Meaning
from companion.forms.truth import find, work_right_option
from companion.forms.understand import understand
from companion.forms.value import Found, Missing, Value
from companion.forms.vocabulary import term
from companion.forms.write import write
from companion.model.application import Attempt
from companion.model.document import new_id, now
from companion.model.form import Action, Answer, Field, Plan, Snapshot
from companion.model.posting import Posting
from companion.model.profile import Profile
from companion.model.resume import Resume

SURE = 0.75
"""Below this confidence a value is marked for review; below UNSURE the field is left."""
UNSURE = 0.45
_FIRST_PERSON = re.compile(r"\b(I|I'm|I’m|my|ich|je|yo|eu)\b")
_ONE_OF = frozenset({"select", "radio", "buttons", "listbox", "combobox"})
_SOME_OF = frozenset({"multiselect", "checkboxes", "chips"})


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
    by_id = {(meaning.frame, meaning.field_id): meaning for meaning in meanings}
    actions = tuple(
        _action(
            context,
            field,
            by_id.get((field.frame, field.id)) or by_id.get(("", field.id)) or Meaning(field_id=field.id),
        )
        for field in snapshot.fields
    )
    return Plan(
        id=new_id(),
        posting_id=posting.id if posting else "",
        profile_id=profile.id,
        url=snapshot.url,
        schema_hash=schema_hash(snapshot),
        actions=actions,
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
        return _left(start, found)
    if reason := sensitive.refusal(context, field, meaning, found):
        return _left(start, Missing(reason=reason, rule="sensitive-gate", review=True))
    if meaning.confidence < UNSURE and meaning.key:
        return _left(start, Missing(reason="What this field asks is not clear enough.", rule="unsure"))
    action = _rendered(context, field, meaning, found, start)
    if action.kind == "leave":
        return action
    if note := contradiction(context, action):
        return msgspec.structs.replace(action, review=True, reason=_sentences(action.reason, note))
    return action


def _untouchable(field: Field) -> str:
    if field.hidden_reason and field.widget != "file":
        return "A person cannot see this field."
    if not field.visible and field.widget != "file":
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
        return alike or Missing(
            reason="We do not know this question yet. Answer it once.", rule="unknown-question"
        ), start
    if meaning.key.startswith(("consent.", "attest.")) or meaning.shape == "consent":
        return consent(context, field, meaning, start)
    if policy == "draft" or meaning.essay:
        return draft(context, field, meaning), start
    return find(context, meaning), start


def _rendered(context: Context, field: Field, meaning: Meaning, value: Value, start: Action) -> Action:
    """The action that puts `value` into this widget, or the leave that says why it cannot be."""
    doubted = any(doubt.path == value.fact for doubt in context.profile.doubts)
    note = _sentences(value.note, "read from your resume without certainty" if doubted else "")
    action = msgspec.structs.replace(
        start,
        fact=value.fact,
        fact_text=value.said[:1_000],
        rule=_rule(meaning, value.rule),
        confidence=round(min(meaning.confidence or 1.0, value.confidence), 3),
        review=value.review or doubted or start.sensitive or term(meaning.key).policy == "show",
        reason=note,
    )
    if field.widget == "file":
        if not value.items or not _accepts(field.accept, value.text):
            return _left(start, Missing(reason="The form does not take a PDF here.", rule="file-type"))
        return _checked(msgspec.structs.replace(action, kind="attach", values=(value.text,), file=value.items[0]))
    if field.widget == "password":
        return _left(start, Missing(reason="Passwords are kept in the vault, not here.", rule="password"))
    if field.widget == "checkbox" and len(field.options) < 2:
        return _ticked(field, value, action, start)
    if field.options or field.widget in _ONE_OF | _SOME_OF:
        return _chosen(context, field, meaning, value, action, start)
    written = write(value, field, meaning, context)
    if isinstance(written, Missing):
        return _left(start, written)
    return _checked(
        msgspec.structs.replace(
            action,
            kind="fill",
            values=(written.text,),
            review=action.review or bool(written.assumed),
            reason=_sentences(action.reason, written.assumed),
        )
    )


def _chosen(context: Context, field: Field, meaning: Meaning, value: Value, action: Action, start: Action) -> Action:
    if not field.options or (field.options_open and value.kind in {"text", "country", "region", "list"}):
        return _searched(context, field, meaning, value, action, start)
    if value.kind == "bool" and term(meaning.key).sensitive == "authorization":
        picked = work_right_option(context, field, meaning, value)
    else:
        picked = choose(value, field.options, meaning)
    if isinstance(picked, Missing):
        return _left(start, picked)
    if len(picked.indices) > 1 and field.widget not in _SOME_OF and not field.multiple:
        return _left(start, Missing(reason="Several options fit and the form takes one.", rule="ambiguous"))
    options = [field.options[index] for index in picked.indices]
    return _checked(
        msgspec.structs.replace(
            action,
            kind="choose",
            values=tuple(option.label for option in options),
            option_values=tuple(option.value for option in options),
            rule=f"{action.rule} › {picked.rule}",
            confidence=round(min(action.confidence, picked.confidence), 3),
            review=action.review or bool(picked.assumed),
            reason=_sentences(action.reason, picked.assumed),
        )
    )


def _searched(context: Context, field: Field, meaning: Meaning, value: Value, action: Action, start: Action) -> Action:
    """A list that opens only when typed into: what to type, and the wording to pick."""
    if field.options:
        picked = choose(value, field.options, meaning)
        if not isinstance(picked, Missing) and (len(picked.indices) == 1 or field.widget in _SOME_OF):
            options = [field.options[index] for index in picked.indices]
            return _checked(
                msgspec.structs.replace(
                    action,
                    kind="choose",
                    values=tuple(option.label for option in options),
                    option_values=tuple(option.value for option in options),
                    search=options[0].label,
                )
            )
    if value.kind == "list":
        return _checked(msgspec.structs.replace(action, kind="choose", values=value.items, search=value.items[0]))
    if value.kind not in {"text", "country", "region", "degree", "bool"}:
        return _left(start, Missing(reason="The options show only when the list is opened.", rule="unseen-options"))
    written = write(value, field, meaning, context)
    if isinstance(written, Missing):
        return _left(start, written)
    if value.kind == "bool" or start.sensitive:
        # Without `search` the page script picks nothing but this very wording.
        return _checked(msgspec.structs.replace(action, kind="choose", values=(written.text,)))
    search = written.text.split(",")[0] if value.rule == "city-region-country" else written.text
    return _checked(msgspec.structs.replace(action, kind="choose", values=(written.text,), search=search))


def _ticked(field: Field, value: Value, action: Action, start: Action) -> Action:
    if value.kind != "bool":
        return _left(start, Missing(reason="A single box cannot say this.", rule="no-option"))
    if start.sensitive and not start.meaning.startswith(("consent.", "attest.")) and not _states(start.label):
        return _left(start, Missing(reason="What ticking this box says is not clear.", rule="unclear-box"))
    if not value.truth and not field.checked:
        return _left(start, Missing(reason="Left unticked, as you answered no.", rule=value.rule))
    return _checked(msgspec.structs.replace(action, kind="check", values=("true" if value.truth else "false",)))


def _states(label: str) -> bool:
    """True for a box whose label is a question or a statement in the first person, so that a tick has one sense."""
    return "?" in label or bool(_FIRST_PERSON.search(label))


def _checked(action: Action) -> Action:
    return action if action.confidence >= SURE else msgspec.structs.replace(action, review=True)


def _left(start: Action, missing: Missing) -> Action:
    return msgspec.structs.replace(
        start,
        reason=missing.reason,
        draft=missing.draft,
        rule=_rule_of(start, missing),
        review=missing.review or bool(missing.draft),
    )


def _rule_of(start: Action, missing: Missing) -> str:
    return " › ".join(part for part in (start.rule, missing.rule) if part)


def _rule(meaning: Meaning, rule: str) -> str:
    return " › ".join(part for part in (meaning.rule, rule) if part)


def _sentences(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _accepts(accept: str, name: str) -> bool:
    kinds = [kind.strip().casefold() for kind in accept.split(",") if kind.strip()]
    suffix = "." + name.rpartition(".")[2].casefold()
    return not kinds or any(kind in {suffix, "application/pdf", "application/*", "*/*", "*"} for kind in kinds)
