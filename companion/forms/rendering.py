"""How a value goes into one widget: typed, chosen, ticked or attached; or why this widget cannot take it."""

import re

import msgspec

from companion.forms import unseen
from companion.forms.buckets import currency_in
from companion.forms.choose import choose, usable
from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.truth import work_right_option
from companion.forms.value import Missing, Value
from companion.forms.vocabulary import term
from companion.forms.write import write
from companion.model.form import Action, Field

SURE = 0.75
"""Below this confidence a value is marked for review."""
_FIRST_PERSON = re.compile(r"\b(I|I'm|I’m|my|ich|je|yo|eu)\b")
_ONE_OF = frozenset({"select", "radio", "buttons", "listbox", "combobox"})
_OPENS = frozenset({"select", "multiselect", "combobox", "listbox"})
"""Lists that may still be empty: they load when they are opened, or after another field was answered."""
_SOME_OF = frozenset({"multiselect", "checkboxes", "chips"})


def rendered(context: Context, field: Field, meaning: Meaning, value: Value, start: Action) -> Action:
    """The action that puts `value` into this widget, or the leave that says why it cannot be."""
    doubted = any(doubt.path == value.fact for doubt in context.profile.doubts)
    note = sentences(value.note, "read from your resume without certainty" if doubted else "")
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
            return left(start, Missing(reason="The form does not take a PDF here.", rule="file-type"))
        return _checked(msgspec.structs.replace(action, kind="attach", values=(value.text,), file=value.items[0]))
    if field.widget == "password":
        return left(start, Missing(reason="Passwords are kept in the vault, not here.", rule="password"))
    if field.widget == "checkbox" and len(field.options) < 2:
        return _ticked(field, value, action, start)
    if field.options or field.widget in _ONE_OF | _SOME_OF:
        return _chosen(context, field, meaning, value, action, start)
    written = write(value, field, meaning, context)
    if isinstance(written, Missing):
        return left(start, written)
    return _checked(
        msgspec.structs.replace(
            action,
            kind="fill",
            values=(written.text,),
            review=action.review or bool(written.assumed),
            reason=sentences(action.reason, written.assumed),
        )
    )


def _chosen(context: Context, field: Field, meaning: Meaning, value: Value, action: Action, start: Action) -> Action:
    closed = not field.options or (field.widget in _OPENS and not usable(field.options))
    if closed or (field.options_open and value.kind in {"text", "country", "region", "list"}):
        return _searched(context, field, meaning, value, action, start)
    if value.kind == "money" and not meaning.currency:
        assumed = currency_in(context.question(meaning)) or context.pay_currency
        meaning = msgspec.structs.replace(meaning, currency=assumed)
    if value.kind == "bool" and term(meaning.key).sensitive == "authorization":
        picked = work_right_option(context, field, meaning, value)
    else:
        picked = choose(value, field.options, meaning)
    if isinstance(picked, Missing):
        return left(start, picked)
    if len(picked.indices) > 1 and field.widget not in _SOME_OF and not field.multiple:
        return left(start, Missing(reason="Several options fit and the form takes one.", rule="ambiguous"))
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
            reason=sentences(action.reason, picked.assumed),
        )
    )


def _searched(context: Context, field: Field, meaning: Meaning, value: Value, action: Action, start: Action) -> Action:
    """A list that opens only when typed into: what to type, and the wording to pick."""
    unseen_list = _unseen(context, field, meaning, value, action, start)
    if usable(field.options):
        picked = choose(value, field.options, meaning)
        if not isinstance(picked, Missing) and (len(picked.indices) == 1 or field.widget in _SOME_OF):
            options = [field.options[index] for index in picked.indices]
            return _checked(
                msgspec.structs.replace(
                    action,
                    kind="choose",
                    values=tuple(option.label for option in options),
                    option_values=tuple(option.value for option in options),
                    search=unseen_list.search or ("" if start.sensitive else options[0].label),
                )
            )
    return unseen_list


def _unseen(context: Context, field: Field, meaning: Meaning, value: Value, action: Action, start: Action) -> Action:
    if value.kind == "list":
        if len(value.items) > 1 and not (field.widget in _SOME_OF or field.multiple):
            return left(start, Missing(reason="Several of your facts fit and the form takes one.", rule="ambiguous"))
        search = "" if start.sensitive else next(iter(value.items), "")
        return _checked(msgspec.structs.replace(action, kind="choose", values=value.items, search=search))
    first, *others = unseen.wordings(value, meaning, context.snapshot.language) or ("",)
    if not first:
        closed = Missing(reason="The options show only when the list is opened.", rule="unseen-options")
        return msgspec.structs.replace(left(start, closed), look=True)
    chosen = msgspec.structs.replace(action, kind="choose", values=(first,), alternatives=tuple(others))
    if value.kind in {"bool", "decline", "date"} or start.sensitive:
        return _checked(chosen)  # without `search` the page script picks nothing but these very wordings
    written = write(value, field, meaning, context)
    if isinstance(written, Missing):
        return left(start, written)
    search = written.text.split(",")[0] if value.rule == "city-region-country" else written.text
    return _checked(
        msgspec.structs.replace(
            chosen,
            values=(written.text,),
            search=search,
            alternatives=tuple(w for w in (first, *others) if w != written.text),
        )
    )


def _ticked(field: Field, value: Value, action: Action, start: Action) -> Action:
    if value.kind != "bool":
        return left(start, Missing(reason="A single box cannot say this.", rule="no-option"))
    if start.sensitive and not start.meaning.startswith(("consent.", "attest.")) and not _states(start.label):
        return left(start, Missing(reason="What ticking this box says is not clear.", rule="unclear-box"))
    if not value.truth and not field.checked:
        return left(start, Missing(reason="Left unticked, as you answered no.", rule=value.rule))
    return _checked(msgspec.structs.replace(action, kind="check", values=("true" if value.truth else "false",)))


def _states(label: str) -> bool:
    """True for a box whose label is a question or a statement in the first person, so that a tick has one sense."""
    return "?" in label or bool(_FIRST_PERSON.search(label))


def _checked(action: Action) -> Action:
    return action if action.confidence >= SURE else msgspec.structs.replace(action, review=True)


def left(start: Action, missing: Missing) -> Action:
    """The action that leaves the field, with the reason."""
    return msgspec.structs.replace(
        start,
        reason=missing.reason,
        draft=missing.draft,
        cited=missing.cited,
        rule=_rule_of(start, missing),
        review=missing.review or bool(missing.draft),
    )


def _rule_of(start: Action, missing: Missing) -> str:
    return " › ".join(part for part in (start.rule, missing.rule) if part)


def _rule(meaning: Meaning, rule: str) -> str:
    return " › ".join(part for part in (meaning.rule, rule) if part)


def sentences(*parts: str) -> str:
    """The parts that say something, as one line."""
    return "; ".join(part for part in parts if part)


def _accepts(accept: str, name: str) -> bool:
    kinds = [kind.strip().casefold() for kind in accept.split(",") if kind.strip()]
    suffix = "." + name.rpartition(".")[2].casefold()
    return not kinds or any(kind in {suffix, "application/pdf", "application/*", "*/*", "*"} for kind in kinds)
