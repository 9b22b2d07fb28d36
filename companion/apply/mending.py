"""What a form's message asks to be written differently: the same fact in another notation, never another answer.

Digits without spaces, an international number, a whole address, a date in the order the page wants. A message that asks
for anything else is for the person.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from companion.model.form import Action, Field, Plan, Snapshot

_NATIONAL = {"1": 11, "91": 12}
"""Calling codes whose national numbers have ten digits, with the length of the whole (ITU-T E.164; NANP and India)."""
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ORDERS = {
    r"mm[/.-]dd[/.-]yyyy": "%m{0}%d{0}%Y",
    r"(?:dd|tt)[/.-]mm[/.-](?:yyyy|jjjj)": "%d{0}%m{0}%Y",
    r"yyyy[/.-]mm[/.-]dd": "%Y{0}%m{0}%d",
}


def messages(snapshot: Snapshot) -> tuple[str, ...]:
    """What the page says is wrong with it, with the question it says it of."""
    of_fields = (": ".join(filter(None, (one.label, one.error))) for one in snapshot.fields if one.error)
    return tuple(dict.fromkeys((*snapshot.errors, *of_fields)))


def mended(actions: Sequence[Action], snapshot: Snapshot) -> tuple[Action, ...] | None:
    """The actions with what the page's messages ask written anew; None where a fact cannot satisfy any of them."""
    said = {(field.frame, field.id): text for field in snapshot.fields if (text := _said_of(field, snapshot.errors))}
    found = tuple(
        rewritten(action, said[key]) if (key := (action.frame, action.field_id)) in said else action
        for action in actions
    )
    return found if found != tuple(actions) else None


def mended_plan(plan: Plan, snapshot: Snapshot) -> Plan:
    """`plan` with what the page's messages ask written anew."""
    found = mended(plan.actions, snapshot)
    return plan if found is None else msgspec.structs.replace(plan, actions=found)


def rewritten(action: Action, message: str) -> Action:
    """The action in the notation `message` asks for; as it is where that takes more than notation."""
    if action.kind != "fill" or len(action.values) != 1:
        return action
    value = action.values[0]
    write = next((write for asks, write in _WRITES if re.search(asks, message, re.IGNORECASE)), None)
    anew = write(value, message) if write else ""
    if not anew or anew == value:
        return action
    return msgspec.structs.replace(action, values=(anew,), rule=f"{action.rule} rewritten".strip(), review=True)


def _said_of(field: Field, errors: Sequence[str]) -> str:
    """The message about one field: beside it, or in a list of messages that begin with its label."""
    if field.error:
        return field.error
    label = field.label.rstrip(" *✱:").casefold()
    return next((one for one in errors if label and one.casefold().startswith(label)), "")


def _date(value: str, message: str) -> str:
    found = _ISO.fullmatch(value)
    if found is None:
        return ""
    for pattern, order in _ORDERS.items():
        if asked := re.search(pattern, message, re.IGNORECASE):
            separator = re.sub(r"\w", "", asked.group())[:1]
            try:
                return date(*map(int, found.groups())).strftime(order.format(separator))
            except ValueError:
                return ""
    return ""


def _international(value: str, message: str) -> str:
    """`+46705551234`: only a number that has its country code already."""
    return "+" + re.sub(r"\D", "", value) if _is_phone(value) and value.strip().startswith(("+", "00")) else ""


def _ten_digits(value: str, message: str) -> str:
    digits = re.sub(r"\D", "", value)
    if len(digits) == 10:
        return digits
    return next(
        (digits[-10:] for code, size in _NATIONAL.items() if digits.startswith(code) and len(digits) == size), ""
    )


def _digits(value: str, message: str) -> str:
    """Telephone numbers and amounts without what stands around their digits; "2 months" is no number without a unit."""
    if _is_phone(value):
        return re.sub(r"\D", "", value)
    bare = re.sub(r"^[^\w]*(?:[A-Z]{3}\b)?\s*|\s*(?:[A-Z]{3}|[^\w\s])?$", "", value)
    if re.fullmatch(r"\d{1,3}(?:([,.'’\s])\d{3})(?:\1\d{3})*|\d+", bare):
        return re.sub(r"\D", "", bare)
    return bare.replace(",", ".") if re.fullmatch(r"\d+[.,]\d{1,2}", bare) else ""


def _whole(value: str, message: str) -> str:
    return value.partition(".")[0] if re.fullmatch(r"\d+\.0+", value) else ""


def _address(value: str, message: str) -> str:
    return f"https://{value}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", value) and "@" not in value else ""


def _unspaced(value: str, message: str) -> str:
    return re.sub(r"\s", "", value) if _is_phone(value) or "@" in value else ""


def _is_phone(value: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:\+|00)?[\d\s()./-]{6,20}", value)) and len(re.sub(r"\D", "", value)) >= 7


_WRITES: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    (r"\b(?:mm|dd|tt|yyyy|jjjj)\b", _date),
    (r"whole number|integer|no decimals|ganze zahl", _whole),
    (r"\b(?:10|ten)[- ]digits?\b", _ten_digits),
    (r"country code|international|e\.?164|\+\d|ländervorwahl|indicatif", _international),
    (r"digits|numbers? only|only numbers|numeric|(?:be|as) a number|nur ziffern|chiffres", _digits),
    (r"https?://|valid (?:url|link|web ?site|web address)|full (?:url|link)", _address),
    (r"no spaces|without spaces|contains? spaces|keine leerzeichen", _unspaced),
)
"""What a message asks for → how the value is written then; the first that fits decides."""
