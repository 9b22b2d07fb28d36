"""What answers a meaning: the answer bank in its scopes, then the profile, then their yes/no as the question turns it
(polarity, "5+", joined families). Two explicit statements that disagree answer nothing."""

import re

import msgspec

from companion.forms import (
    attention,
    buckets,
    documents,
    eeo,
    entries,
    evidence,
    personal,
    propositions,
    screening,
    source,
    wishes,
)
from companion.forms.authorization import asked_country, asks_fully, frame, joined
from companion.forms.bank import stated
from companion.forms.buckets import as_yes_no
from companion.forms.choose import Choice, usable
from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.eeo import category
from companion.forms.meaning import Condition, Meaning
from companion.forms.value import Found, Missing, Value
from companion.forms.vocabulary import term
from companion.forms.words import fold
from companion.model.form import Field, Option

RESOLVERS: dict[str, Resolver] = {
    **personal.RESOLVERS,
    **documents.RESOLVERS,
    **wishes.RESOLVERS,
    **entries.RESOLVERS,
    **evidence.RESOLVERS,
    **screening.RESOLVERS,
    **eeo.RESOLVERS,
    **source.RESOLVERS,
    **attention.RESOLVERS,
}
"""Key → how its value is found in the profile. A key that is absent is answered from the bank only."""


_BY_COUNTRY = frozenset({"work.authorization", "work.authorization.basis", "sponsorship.now", "sponsorship.future"})


def find(context: Context, meaning: Meaning) -> Found:
    """The value that answers `meaning`, with yes/no already turned to the question's own polarity."""
    found = _plain(context, meaning)
    if isinstance(found, Value) and found.truth and asks_fully(context, meaning) and _sponsored(context, meaning):
        found = Missing(reason="Whether your right to work has limits is yours to say.", rule="restricted")
    if isinstance(found, Value) and found.kind == "date" and found.unit and meaning.shape == "yes_no":
        found = msgspec.structs.replace(found, kind="duration")
    soon = meaning.key.startswith(("start.", "availability", "notice."))
    yes_no = meaning.shape == "yes_no" or bool(meaning.joins) or meaning.threshold is not None
    if isinstance(found, Value) and meaning.threshold is not None and not soon and found.kind in {"duration", "number"}:
        found = _against_threshold(found, meaning)
    elif isinstance(found, Value) and meaning.shape == "yes_no" and found.kind in {"duration", "number", "money"}:
        found = _compared(context, meaning, found)
    if meaning.joins:
        found = _joined(context, meaning, found)
    if isinstance(found, Value) and found.kind == "bool" and yes_no and meaning.polarity == "negative":
        return msgspec.structs.replace(found, truth=not found.truth, rule=f"{found.rule}, asked in the negative")
    return found


def _plain(context: Context, meaning: Meaning) -> Found:
    banked = _banked(context, meaning)
    resolver = RESOLVERS.get(meaning.key)
    own = resolver(context, meaning) if resolver else NOTHING
    chosen = meaning.key.startswith("eeo.") and category(meaning.key) in context.profile.application.eeo
    if banked is None or chosen:
        return own  # what the person set for a protected category stands above what was learned from a form
    if isinstance(banked, Value) and isinstance(own, Value) and _disagree(banked, own, meaning):
        return Missing(reason="A stored answer and your profile disagree.", rule="facts-disagree", review=True)
    return banked


def _banked(context: Context, meaning: Meaning) -> Found | None:
    """The bank's word on the family; sponsorship reads both of its families, as the question's time demands."""
    subject = asked_country(context, meaning) if meaning.key in _BY_COUNTRY else meaning.subject
    if meaning.key not in {"sponsorship.now", "sponsorship.future"}:
        return stated(context, meaning.key, subject, meaning)
    now = stated(context, "sponsorship.now", subject, meaning)
    later = stated(context, "sponsorship.future", subject, meaning)
    if now is None and later is None:
        return None
    profile = RESOLVERS["sponsorship.now"]
    at = msgspec.structs.replace
    return joined(
        now or profile(context, at(meaning, key="sponsorship.now", time_frame="now")),
        later or profile(context, at(meaning, key="sponsorship.future", time_frame="future")),
        frame(context, meaning),
    )


def _sponsored(context: Context, meaning: Meaning) -> bool:
    """Whether a need of sponsorship, now or later, is stated or not ruled out."""
    asked = Meaning(field_id="", key="sponsorship.future", subject=meaning.subject, time_frame="now_or_future")
    found = _plain(context, asked)
    return not (isinstance(found, Value) and not found.truth)


def _disagree(banked: Value, own: Value, meaning: Meaning) -> bool:
    """Only a general answer can contradict the profile: a narrower scope is meant to differ."""
    if not term(meaning.key).sensitive or banked.rule != "answer:general" or banked.kind != own.kind:
        return False
    if banked.kind == "bool":
        return banked.truth != own.truth
    if banked.kind == "money":
        return (banked.low, banked.currency, banked.period) != (own.low, own.currency, own.period)
    return False


def _against_threshold(value: Value, meaning: Meaning) -> Found:
    assert meaning.threshold is not None
    truth = as_yes_no(value, meaning.threshold, meaning.unit)
    if isinstance(truth, Missing):
        return truth
    return msgspec.structs.replace(value, kind="bool", truth=truth, rule=f"{value.rule}, against {meaning.threshold:g}")


_COMPARES = re.compile(
    r"\b(?:more than|longer than|less than|shorter than|at least|at most|no more than|not more than|up to|over|"
    r"under|above|below|within|"
    r"exceed(?:ing)?|mindestens|mehr als|weniger als|höchstens|au moins|plus de|moins de|al menos|más de|menos de|"
    r"pelo menos|mais de)\s+"
    r"(?:[₹$€£]?\s?[\d.,]+|one|two|three|four|five|six|eight|ten|twelve)(?:\s?[A-Za-z]+){0,3}",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(accept|take|settle|consider|work for)\b")
_NO_LATER = re.compile(
    r"(?:less than|at most|no more than|not more than|up to|under|within|below|weniger als|moins de|menos de)\b",
    re.IGNORECASE,
)
"""Only these say "no later than" of a start."""


def _compared(context: Context, meaning: Meaning, value: Value) -> Found:
    """ "Is your notice more than 30 days?": yes where the amount is in the range the question itself names."""
    named = _COMPARES.findall(context.question(meaning))
    if len(named) != 1 or meaning.polarity == "negative":
        return value
    if meaning.key.startswith("salary.") and _TAKES.search(fold(context.question(meaning))):
        return Missing(reason="What you would accept is more than the figure you named.", rule="would-accept")
    if meaning.key.startswith(("start.", "availability")) and not _NO_LATER.match(named[0]):
        return value
    held = buckets.choose(value, (Option(value="", label=named[0]),), meaning)
    if isinstance(held, Missing) and (held.rule != "no-option" or value.at_least):
        return held
    truth = not isinstance(held, Missing)
    assumed = held.assumed if isinstance(held, buckets.Hit) else ""
    return msgspec.structs.replace(
        value,
        kind="bool",
        truth=truth,
        rule=f"{value.rule}, against {named[0]}",
        review=True,
        note=assumed or value.note,
    )


def _joined(context: Context, meaning: Meaning, first: Found) -> Found:
    """ "Authorized without sponsorship", "living in or willing to relocate": all parts known, or one settles it."""
    parts = [first, *(_condition(context, meaning, condition) for condition in meaning.joins)]
    settles = meaning.joiner == "or"
    for each in parts:
        if isinstance(each, Value) and each.kind == "bool" and each.truth is settles:
            return msgspec.structs.replace(each, rule=f"{each.rule}, joined by {meaning.joiner}", review=True)
    for each in parts:
        if not isinstance(each, Value) or each.kind != "bool":
            return each if isinstance(each, Missing) else NOTHING
    last = parts[-1]
    assert isinstance(last, Value)
    said = "; ".join(each.said for each in parts if isinstance(each, Value))
    return msgspec.structs.replace(last, said=said, rule=f"{last.rule}, joined by {meaning.joiner}", review=True)


def _condition(context: Context, meaning: Meaning, condition: Condition) -> Found:
    asked = Meaning(
        field_id=meaning.field_id, key=condition.key, subject=condition.subject or meaning.subject,
        time_frame=condition.time_frame, shape="yes_no",
    )  # fmt: skip
    found = _plain(context, asked)
    if isinstance(found, Value) and found.kind == "bool" and condition.negated:
        return msgspec.structs.replace(found, truth=not found.truth)
    return found


def when_options_tell(context: Context, field: Field, meaning: Meaning, missing: Missing) -> Found:
    """ "Sponsorship?" names no time, but "I will need it later" does: answered where the options settle it alone,
    whatever a bare yes or no would mean."""
    later = _plain(context, msgspec.structs.replace(meaning, key="sponsorship.future", time_frame="future"))
    if missing.rule != "no-time" or not isinstance(later, Value) or not usable(field.options):
        return missing
    picks = [
        work_right_option(context, field, meaning, msgspec.structs.replace(later, truth=truth))
        for truth in (True, False)
    ]
    return missing if picks[0] != picks[1] or isinstance(picks[0], Missing) else later


def work_right_option(context: Context, field: Field, meaning: Meaning, value: Value) -> Choice | Missing:
    """The option of a right-to-work question whose every claim the facts settle."""
    facts: dict[str, bool | None] = {}
    asked = Meaning(field_id="", subject=meaning.subject)
    for name, each in (
        ("authorized", msgspec.structs.replace(asked, key="work.authorization")),
        ("now", msgspec.structs.replace(asked, key="sponsorship.now", time_frame="now")),
        ("later", msgspec.structs.replace(asked, key="sponsorship.future", time_frame="future")),
    ):
        found = _plain(context, each)
        facts[name] = found.truth if isinstance(found, Value) and found.kind == "bool" else None
    indices = usable(field.options)
    found = propositions.choose(
        value.truth,
        propositions.Standing(authorized=facts["authorized"], now=facts["now"], later=facts["later"]),
        [field.options[index] for index in indices],
        about_sponsorship=meaning.key.startswith("sponsorship."),
    )
    if isinstance(found, Missing):
        return found
    plain = len(fold(field.options[indices[found]].label).split()) == 1
    return Choice(
        indices=(indices[found],), rule="yes-no" if plain else "claims-of-option", confidence=1 if plain else 0.85
    )
