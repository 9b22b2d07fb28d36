"""One page of a form: wait until it stands still, fill it in rounds as it unfolds, and say what is still missing."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from companion.apply.hands import Attachment, Hands
from companion.forms import opened, schema_hash
from companion.model.application import Page
from companion.model.form import Action, Button, Field, FieldResult, Plan, Snapshot

Planner = Callable[[Snapshot], Awaitable[Plan]]
"""Decides what goes into the fields of one snapshot. Asked again whenever the page shows other fields."""

_STEADY_WAIT = 10.0
_EMPTY_WAIT = 2.0
"""A page without questions may still be loading them this long."""
_PAUSE = 0.12
_ROUNDS = 4
"""How often a page may unfold further fields before the rest is left to the person."""
_DONE = frozenset({"verified", "already"})
_LATER = (
    "The form saves each of these with the employer as it is added: not in a rehearsal, but once you have approved."
)
"""An entry's own "Save" wanted to send something."""


APPLY = re.compile(
    r"^\s*(?:(?:easy |quick )?apply(?: (?:now|here|online|today))?(?: (?:for|to) .{1,80})?|i'?m interested"
    r"|start (?:your )?application|(?:jetzt )?bewerben|postuler|aplicar|solicitar|solliciteren|candidati)"
    r"\s*[!›»→]?\s*$",
    re.IGNORECASE,
)
"""What stands on the way from a posting to its form."""


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A page after filling. `missing` are required questions without a verified answer."""

    page: Page
    snapshot: Snapshot
    plan: Plan
    missing: tuple[Action, ...] = ()
    errors: tuple[str, ...] = ()
    at: float = 0.0
    """When the last field was filled, by the event loop's clock."""


async def steady(hands: Hands, limit: float = _STEADY_WAIT, *, hasty: bool = False) -> Snapshot:
    """The snapshot once two in a row ask the same; the last one when `limit` seconds are over.

    `hasty`: a page without any question need not be waited for.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + limit
    last = await hands.scan()
    while loop.time() < until:
        await asyncio.sleep(_PAUSE)
        now = await hands.scan()
        waited = loop.time() > until - limit + (0.0 if hasty or forward(now) else _EMPTY_WAIT)
        if _shape(now) == _shape(last) and (now.fields or now.challenge or waited):
            return now
        last = now
    return last


async def fill_page(
    hands: Hands,
    snapshot: Snapshot,
    planner: Planner | None,
    attachments: Sequence[Attachment],
    plan: Plan,
    held: Callable[[], int] = lambda: 0,
) -> Filled:
    """Fill what is shown as `plan` says, then what that made appear, and read everything back.

    The planner is asked about fields the plan does not name; without one (an approved page) they are left alone.
    `held`: how many requests were kept from being sent so far, in a rehearsal.
    """
    actions = {_key(action): action for action in plan.actions}
    results: dict[tuple[str, str], FieldResult] = {}
    asked: set[tuple[str, str]] = set()
    planned, clock = _shown(snapshot), asyncio.get_running_loop().time
    filled_at = clock()
    for _ in range(_ROUNDS):
        shown = _shown(snapshot)
        due = tuple(a for key, a in actions.items() if _is_due(a, key in shown, results.get(key)))
        working = tuple(a for a in due if a.kind != "leave" or (a.look and planner and _key(a) not in results))
        if working:
            before = held()
            report = await hands.fill(msgspec.structs.replace(plan, actions=working), attachments)
            told = _unsaved(report.results, actions) if held() > before else report.results
            results.update({(one.frame, one.field_id): one for one in told})
            filled_at = clock()
        snapshot = await steady(hands)
        new = [key for key in _shown(snapshot) if key not in actions]
        seen = {key for key, one in results.items() if one.offered} | _reloaded(planned, _shown(snapshot), actions)
        seen, asked = seen - asked, asked | seen
        if not new and not (seen and planner) and not (working and _unfolded(snapshot, actions, results)):
            break
        if (new or seen) and planner is not None:
            more = await planner(opened(snapshot, results.values()))
            actions.update({key: a for a in more.actions if (key := _key(a)) not in actions or key in seen or _adds(a)})
        elif new:
            actions.update({_key(left): left for left in map(_left_alone, (_shown(snapshot)[key] for key in new))})
    shown = _shown(snapshot)
    kept = tuple(
        _given_up(a, results.get(key))
        for key, a in actions.items()
        if key in shown or _adds(a) or _is_kept(a, results.get(key))
    )
    page = Page(
        url=snapshot.url,
        schema_hash=schema_hash(snapshot),
        actions=kept,
        results=tuple(
            msgspec.structs.replace(results[key], offered=()) for action in kept if (key := _key(action)) in results
        ),
    )
    return Filled(
        page=page,
        snapshot=snapshot,
        plan=msgspec.structs.replace(plan, actions=kept, url=snapshot.url, schema_hash=page.schema_hash),
        missing=tuple(a for a in kept if _key(a) in shown and _is_missing(a, shown[_key(a)], results.get(_key(a)))),
        errors=snapshot.errors,
        at=filled_at,
    )


def emptied(filled: Filled, now: Snapshot, text: str) -> str:
    """The label of the first question that holds nothing any more although it was filled; "" where none does.

    `text` is what the page says: a file that was taken up is often shown by its name alone.
    """
    done = {(one.frame, one.field_id) for one in filled.page.results if _is_done(one)}
    held = {(one.frame, one.id) for one in filled.snapshot.fields if one.value or one.checked} & done
    attached = {_key(one): one.values[0] for one in filled.page.actions if one.kind == "attach" and _key(one) in done}
    for field in now.fields:
        key = (field.frame, field.id)
        if field.value or field.checked:
            continue
        if (key in held and key not in attached) or (key in attached and attached[key] not in text):
            return field.label or field.name or field.id
    return ""


def forward(snapshot: Snapshot) -> Button | None:
    """The button that leads on from this page: `next` before `submit`, nearest to the fields."""
    frames = {field.frame for field in snapshot.fields} or {button.frame for button in snapshot.buttons}
    forms = {(one.frame, one.form) for one in snapshot.fields if one.visible and one.widget != "search"}
    there = [one for one in snapshot.buttons if one.kind in ("next", "submit") and one.frame in frames]
    ranked = sorted(
        there,
        key=lambda one: (
            (one.frame, one.form) not in forms,
            bool(APPLY.match(one.text)),
            one.kind != "next",
            one.disabled,
        ),
    )
    return ranked[0] if ranked else None


def is_form(snapshot: Snapshot) -> bool:
    """Whether the page asks something and has a button for it: a search box beside an "Apply" button is no form."""
    asked = {(field.frame, field.form) for field in snapshot.fields if field.visible and field.widget != "search"}
    return any((button.frame, button.form) in asked for button in snapshot.buttons if button.kind in ("next", "submit"))


def asks_to_sign_in(snapshot: Snapshot) -> bool:
    """Whether the page wants a password."""
    return any(field.widget == "password" and field.visible for field in snapshot.fields)


def leads_on(snapshot: Snapshot) -> bool:
    """Whether this is one more page of a form: it asks something, or is a review with a button to go on."""
    return bool(snapshot.challenge or any(field.visible for field in snapshot.fields) or forward(snapshot))


def _is_missing(action: Action, field: Field, result: FieldResult | None) -> bool:
    required = action.required or field.required
    if action.kind == "leave":
        return required and not (
            field.value or field.checked or any(one.selected and one.value for one in field.options)
        )
    return not _is_done(result) and (
        required or result is None or result.status in ("rejected", "unfillable", "changed")
    )


def _is_due(action: Action, shown: bool, result: FieldResult | None) -> bool:
    """Further blocks are opened once, and again where the page opened some by itself meanwhile (a resume parser), or
    asks for each in a form of its own, which had to be seen first."""
    if action.kind == "add":
        return result is None or (result.status == "left" and result.message != _LATER)
    return (shown and not _is_done(result)) or (bool(action.inside) and result is None)


def _unsaved(results: Sequence[FieldResult], actions: dict[tuple[str, str], Action]) -> list[FieldResult]:
    """`results` of a fill of which a rehearsal held something back: entries not kept wait for the approval."""

    def waits(one: FieldResult) -> bool:
        action = actions.get((one.frame, one.field_id))
        if action is None or one.status != "unfillable":
            return False
        return not one.read_back if action.kind == "add" else bool(action.inside)

    return [msgspec.structs.replace(one, status="left", message=_LATER) if waits(one) else one for one in results]


def _is_kept(action: Action, result: FieldResult | None) -> bool:
    """Whether it went into a form of its own, which the page then closed and listed, or will once that may be sent."""
    return bool(action.inside) and (_is_done(result) or (result is not None and result.message == _LATER))


def _reloaded(
    planned: dict[tuple[str, str], Field], shown: dict[tuple[str, str], Field], actions: dict[tuple[str, str], Action]
) -> set[tuple[str, str]]:
    """Lists that were left and offer something else now (the states of the country that was chosen meanwhile)."""
    return {
        key
        for key, field in shown.items()
        if key in planned
        and key in actions
        and actions[key].kind == "leave"
        and [one.label for one in field.options] != [one.label for one in planned[key].options]
    }


def _adds(action: Action) -> bool:
    return action.kind == "add" or action.rule == "more-entries"


def _given_up(action: Action, result: FieldResult | None) -> Action:
    """What no entry could be added to is left, and not tried again when the page is filled as approved."""
    if action.kind != "add" or result is None or _is_done(result) or result.read_back:
        return action
    if result.message == _LATER:
        return msgspec.structs.replace(action, reason=_LATER)
    return msgspec.structs.replace(action, kind="leave", values=(), reason=result.message)


def _is_done(result: FieldResult | None) -> bool:
    return result is not None and result.status in _DONE


def _unfolded(
    snapshot: Snapshot, actions: dict[tuple[str, str], Action], results: dict[tuple[str, str], FieldResult]
) -> bool:
    """Whether a planned field is shown now that was not filled yet: a page may hide it until another is answered."""
    return any(key in actions and actions[key].kind != "leave" and key not in results for key in _shown(snapshot))


def _shown(snapshot: Snapshot) -> dict[tuple[str, str], Field]:
    """What a person can see: further pages of the form often stand hidden in the same document."""
    return {(field.frame, field.id): field for field in snapshot.fields if field.visible}


def _left_alone(field: Field) -> Action:
    reason = "The form did not ask this when you approved it."
    return Action(
        field_id=field.id, frame=field.frame, kind="leave", label=field.label, required=field.required, reason=reason
    )


def _key(action: Action) -> tuple[str, str]:
    return (action.frame, action.field_id)


def _shape(snapshot: Snapshot) -> tuple[object, ...]:
    return (
        snapshot.url,
        tuple((field.frame, field.id, field.visible, len(field.options)) for field in snapshot.fields),
        tuple((button.frame, button.id, button.kind) for button in snapshot.buttons),
        snapshot.challenge,
    )
