"""Notice and start: one stated duration or date, and what follows from it for a given day (flagged as assumed).

A start is a date that also says how far off it is, for forms that ask "in how many weeks".
"""

from datetime import date, timedelta

import msgspec

from companion.forms.bank import stated
from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.figures import DURATION_WORDS
from companion.forms.headings import of_a_job
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value
from companion.forms.words import fold, word_set
from companion.model.profile import Duration

_DAYS = {"day": 1, "week": 7}


def later(start: date, amount: float, unit: str) -> date:
    """The day `amount` units after `start`; months and years by the calendar, clipped to the month's end."""
    if unit in _DAYS:
        return start + timedelta(days=round(amount * _DAYS[unit]))
    months = start.year * 12 + start.month - 1 + round(amount * (12 if unit == "year" else 1))
    first_after = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    last = (first_after - timedelta(days=1)).day
    return date(months // 12, months % 12 + 1, min(start.day, last))


def _stated(context: Context) -> tuple[Duration, str] | None:
    """The notice of the profile, else of the answer bank, with its fact."""
    if context.profile.application.notice:
        return context.profile.application.notice, "application/notice/amount"
    told = stated(context, "notice.period", "")
    if isinstance(told, Value) and told.kind == "duration" and told.low == told.high and told.unit in DURATION_WORDS:
        return msgspec.convert({"amount": told.low, "unit": told.unit}, Duration), told.fact
    return None


def _notice(context: Context, meaning: Meaning) -> Found:
    found = _stated(context)
    if found is None:
        return NOTHING
    notice, fact = found
    said = f"{notice.amount:g} {notice.unit}{'' if notice.amount == 1 else 's'}"
    if meaning.key == "notice.immediate":
        return Value(kind="bool", fact=fact, said=said, rule="no-notice", truth=notice.amount == 0, review=True)
    if meaning.key in {"notice.last_day", "start.earliest", "availability"}:
        day = later(context.today, notice.amount, notice.unit)
        last = meaning.key == "notice.last_day"
        return Value(
            kind="date", fact=fact, said=said, rule="today-plus-notice", text=day.isoformat(), review=True,
            low=notice.amount, high=notice.amount, unit="" if last else notice.unit,
            confidence=0.7, note="counted from today, as if you gave notice now",
        )  # fmt: skip
    return Value(
        kind="duration", fact=fact, said=said, rule="as-given", low=notice.amount, high=notice.amount, unit=notice.unit
    )


_ENTRY = word_set("work employment experience education school history job jobs career ausbildung berufserfahrung")


def _start(context: Context, meaning: Meaning) -> Found:
    if _ENTRY.intersection(fold(context.section(meaning)).split()) or of_a_job(context, meaning):
        return Missing(reason="This date may belong to a job or a school.", rule="in-an-entry")
    said = context.said("application/start")
    if not said:
        return _notice(context, meaning)
    past = len(said) == 10 and said < context.today.isoformat()
    text = context.today.isoformat() if past else said
    ahead = (date.fromisoformat(text) - context.today).days if len(text) == 10 else 0
    return Value(
        kind="date", fact="application/start", said=said, rule="as-given" if not past else "free-already", text=text,
        low=ahead, high=ahead, unit="day" if len(text) == 10 else "",
        review=True, note="the date you stored has passed, so today" if past else "",
    )  # fmt: skip


def _today(context: Context, meaning: Meaning) -> Found:
    day = context.today.isoformat()
    return Value(kind="date", fact="today", said=day, rule="today", text=day, review=True)


RESOLVERS: dict[str, Resolver] = {
    "notice.period": _notice,
    "notice.immediate": _notice,
    "notice.last_day": _notice,
    "start.earliest": _start,
    "availability": _start,
    "date.today": _today,
}
"""Key → how its value is found."""
