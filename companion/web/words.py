"""How values are written for people: dates as people say them, money with currency and period, unknown as unknown."""

from datetime import UTC, date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup, escape

from companion.model.posting import Pay, Place, Posting

_PERIODS = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "year": "a year", "once": "once"}
_MODES = {"onsite": "on site", "hybrid": "hybrid", "remote": "remote"}

STATES: dict[str, tuple[str, str, str]] = {
    # state → word, shape, tone
    "saved": ("saved", "○", "quiet"),
    "preparing": ("preparing", "◐", "quiet"),
    "needs_answers": ("needs you", "◇", "attention"),
    "ready": ("ready to approve", "◇", "attention"),
    "approved": ("approved", "◐", "accent"),
    "submitting": ("submitting", "◐", "accent"),
    "submitted": ("submitted", "●", "good"),
    "unknown": ("unknown", "?", "attention"),
    "failed": ("failed", "✕", "bad"),
    "viewed": ("viewed", "●", "good"),
    "interview": ("interview", "★", "good"),
    "offer": ("offer", "★", "good"),
    "rejected": ("rejected", "–", "quiet"),
    "withdrawn": ("withdrawn", "–", "quiet"),
    "queued": ("waiting its turn", "○", "quiet"),
    "running": ("running", "◐", "accent"),
    "waiting": ("will try again", "◐", "attention"),
    "done": ("done", "●", "good"),
    "cancelled": ("cancelled", "–", "quiet"),
    "dismissed": ("dismissed", "–", "quiet"),
}
"""Status → word, shape and tone: colour never carries meaning alone."""


class Words:
    """Formats for one language. `now` is asked each time, so that "2 days ago" stays true."""

    def __init__(self, language: str = "en") -> None:
        self._locale = language.replace("-", "_") or "en"

    def when(self, moment: datetime | date | None, *, empty: str = "unknown") -> Markup:
        """ "Tue 24 Nov, 2 days ago" as a `<time>`, the exact moment on hover."""
        if moment is None:
            return Markup('<span class="muted">{}</span>').format(empty)
        exact = self.exact(moment)
        stamp = moment.isoformat()
        return Markup('<time datetime="{}" title="{}">{}</time>').format(stamp, exact, self.said(moment))

    def said(self, moment: datetime | date) -> str:
        """The same without markup."""
        day = moment.astimezone().date() if isinstance(moment, datetime) else moment
        today = datetime.now(UTC).astimezone().date()
        near = _near(moment, (today - day).days)
        form = "EEE d MMM" if day.year == today.year else "d MMM y"
        written = _day(day, form, self._locale)
        return f"{written}, {near}" if near else written

    def clock(self, moment: datetime) -> Markup:
        """ "Tue 24 Nov, 14:30, in 2 days" for what is agreed to the minute."""
        local = moment.astimezone()
        day, _, near = self.said(moment).partition(", ")
        text = ", ".join(part for part in (day, f"{local:%H:%M}", near) if part)
        stamp = moment.isoformat()
        return Markup('<time datetime="{}" title="{}">{}</time>').format(stamp, self.exact(moment), text)

    def month(self, partial: str | None) -> str:
        """ "2020-04" → "Apr 2020"; a bare year, and what is no date, as it is written."""
        try:
            day = date.fromisoformat(f"{partial}-01" if partial and len(partial) == 7 else partial or "")
        except ValueError:
            return partial or ""
        return _day(day, "MMM y", self._locale)

    def exact(self, moment: datetime | date) -> str:
        if isinstance(moment, datetime):
            return _moment(moment, self._locale)
        return _day(moment, "EEEE d MMMM y", self._locale)

    def money(self, pay: Pay | None) -> str:
        """ "€75,000 to €90,000 a year"; empty where no amount is stated."""
        if pay is None or (pay.minimum is None and pay.maximum is None):
            return pay.text if pay else ""
        amounts = [self._amount(one, pay.currency) for one in (pay.minimum, pay.maximum) if one is not None]
        span = amounts[0] if len(set(amounts)) == 1 else " to ".join(amounts)
        if len(amounts) == 1:
            span = ("from " if pay.maximum is None else "up to ") + span
        return f"{span} {_PERIODS[pay.period]}" if pay.period else span

    def number(self, value: float, *, digits: int = 0) -> str:
        return format_decimal(round(value, digits), locale=self._locale)

    def _amount(self, amount: float, currency: str) -> str:
        if not currency:
            return format_decimal(amount, locale=self._locale)
        return _money(amount, currency, self._locale)


@lru_cache(maxsize=4_096)
def _day(day: date, form: str, locale: str) -> str:
    return format_date(day, form, locale=locale)


@lru_cache(maxsize=4_096)
def _money(amount: float, currency: str, locale: str) -> str:
    whole = "¤#,##0" if amount == int(amount) else "¤#,##0.00"
    return format_currency(amount, currency, format=whole, locale=locale, currency_digits=False)


@lru_cache(maxsize=4_096)
def _moment(moment: datetime, locale: str) -> str:
    return format_datetime(moment.astimezone(), "EEEE d MMMM y, HH:mm:ss zzz", locale=locale)


def _near(moment: datetime | date, days: int) -> str:
    if isinstance(moment, datetime) and days == 0:
        seconds = (datetime.now(UTC) - moment).total_seconds()
        for size, unit in ((3600, "hour"), (60, "minute")):
            if abs(seconds) >= size:
                return _span(int(seconds / size), unit)
        return "just now" if seconds >= 0 else "in a moment"
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days == -1:
        return "tomorrow"
    return _span(days, "day") if abs(days) <= 14 else ""


def _span(count: int, unit: str) -> str:
    written = f"{abs(count)} {unit}{'' if abs(count) == 1 else 's'}"
    return f"{written} ago" if count > 0 else f"in {written}"


def place(one: Place) -> str:
    return one.text or ", ".join(part for part in (one.city, one.region, one.country) if part)


def places(posting: Posting) -> str:
    """ "Berlin, hybrid": at most two places, and how the work is done."""
    named = [text for text in map(place, posting.places) if text]
    if len(named) > 2:
        named = [*named[:2], f"{len(named) - 2} more"]
    mode = _MODES.get(posting.mode or "", "")
    return ", ".join([*named, mode] if mode else named)


def pill(state: str) -> Markup:
    """A status as word and shape."""
    word, shape, tone = STATES.get(state, (state.replace("_", " "), "○", "quiet"))
    return Markup('<span class="pill {}"><span aria-hidden="true">{}</span> {}</span>').format(tone, shape, word)


def icon(name: str) -> Markup:
    """A picture of the sprite, for the eye only: its neighbour says it in words."""
    return Markup(
        '<svg class="icon" aria-hidden="true" width="16" height="16"><use href="/static/icons.svg#{}"/></svg>'
    ).format(escape(name))


def human(name: str) -> str:
    """A code's name as words: `needs_answers` → `needs answers`."""
    return name.replace("_", " ").replace("-", " ").replace("/", " › ").replace(".", " › ")


_SYSTEMS = {
    "ashby": "Ashby",
    "bamboohr": "BambooHR",
    "icims": "iCIMS",
    "linkedin": "LinkedIn",
    "oraclecloud": "Oracle Cloud",
    "smartrecruiters": "SmartRecruiters",
    "successfactors": "SuccessFactors",
}


def system(name: str) -> str:
    """A portal or application system as it writes itself; a host, and words of ours, stay as they are."""
    return _SYSTEMS.get(name, name.capitalize() if name.isidentifier() and name != "unknown" else name)


_FAMILIES = {
    "work.authorization": "right to work",
    "sponsorship.now": "needs sponsorship now",
    "sponsorship.future": "will need sponsorship",
    "salary.expected": "pay expected",
    "salary.current": "pay now",
    "start.earliest": "earliest start",
    "years.total": "years of work",
    "how.heard": "how you heard of it",
}


def family(name: str) -> str:
    """What a question family asks, in words: `notice.period` → "notice period"."""
    return _FAMILIES.get(name, name.replace(".", " ").replace("_", " "))


def amount(value: str, unit: str) -> str:
    """ "60 days", "1 month": a figure with its unit in the right number."""
    return f"{value} {unit}{'' if value.strip() in ('1', '1.0') or unit.endswith('s') else 's'}"


def size(count: int) -> str:
    """Bytes as people read them."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
