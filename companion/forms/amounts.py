"""Durations and money in the unit a question asks for, saying what was assumed where a conversion is no identity.

Identities: 7 days a week, 12 months a year, lakh = 100,000, crore = 10,000,000. Assumptions (always flagged): 30 days a
month for notice; 2,080 working hours, 260 working days, 52 weeks a year for pay. Another currency is
never converted into a form; at the person's own rates its figure is only told to them.
"""

import math
from collections.abc import Mapping

import msgspec
from babel.numbers import get_territory_currencies

from companion.forms.figures import SCALES
from companion.forms.value import Missing, Value
from companion.model.posting import Period

_IN_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_EXACT = {
    ("week", "day"): 7.0,
    ("day", "week"): 1 / 7,
    ("year", "month"): 12.0,
    ("month", "year"): 1 / 12,
}
_PER_YEAR: dict[str, float] = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2_080}
_NO_ASSUMPTION = frozenset({"year", "month"})
INDIAN = frozenset({"INR", "PKR", "BDT", "NPR", "LKR"})
"""Currencies that people count in lakh and crore."""


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """`low`–`high` in the unit asked for. `assumed` says what was assumed, "" for an identity."""

    low: float
    high: float
    assumed: str = ""

    @property
    def exact(self) -> bool:
        return self.low == self.high


def duration(value: Value, unit: str) -> Amount:
    """`value` (a duration) in `unit` (day, week, month, year)."""
    source = value.unit or "day"
    if source == unit:
        return Amount(low=value.low, high=value.high)
    if (source, unit) in _EXACT:
        factor = _EXACT[source, unit]
        return Amount(low=value.low * factor, high=value.high * factor)
    factor = _IN_DAYS[source] / _IN_DAYS[unit]
    return Amount(low=value.low * factor, high=value.high * factor, assumed="a month counted as 30 days")


def money(value: Value, *, currency: str, period: Period | None, unit: str) -> Amount | Missing:
    """`value` (money) per `period`, in `unit` (lakh, crore, thousand, million, "" for whole units) of `currency`.

    An empty `currency` or None `period` is the fact's own. Missing where another currency is asked for.
    """
    if currency and value.currency and currency != value.currency:
        return Missing(
            reason=f"The form asks for {currency}; your figure is in {value.currency}.", rule="other-currency"
        )
    if currency and not value.currency:
        return Missing(reason="Your figure names no currency.", rule="no-currency")
    assumed = ""
    factor = 1.0
    if period and period != value.period:
        if value.period is None or "once" in {period, value.period}:
            return Missing(reason=f"Your figure is not per {period}.", rule="other-period")
        factor = _PER_YEAR[value.period] / _PER_YEAR[period]
        if not {period, value.period} <= _NO_ASSUMPTION:
            assumed = f"converted from per {value.period} to per {period} at 2,080 hours, 260 days or 52 weeks a year"
    factor /= SCALES.get(unit, 1.0)
    return Amount(low=value.low * factor, high=value.high * factor, assumed=assumed)


def exchanged(value: Value, currency: str, rates: Mapping[str, float]) -> float | None:
    """`value.low` in `currency` at the person's own `rates` (units for one euro); None where they lack one."""
    known = {"EUR": 1.0, **rates}
    if value.currency not in known or currency not in known or known[value.currency] <= 0:
        return None
    return value.low / known[value.currency] * known[currency]


def currency_of(country_code: str) -> str:
    """The currency in use in a country (ISO 3166-1 alpha-2 → ISO 4217), "" where unknown or not the only one."""
    found: list[str] = list(get_territory_currencies(country_code)) if country_code else []
    return found[0] if len(found) == 1 else ""


def plain(amount: float, digits: int = 2) -> str:
    """A number without grouping or needless decimals: `18`, `4.5`, `1800000`."""
    rounded = round(amount, digits)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.{digits}f}".rstrip("0")


def whole(amount: float, way: str) -> float:
    """`amount` as a whole number, rounded `up`, `down` or to the `nearest`; a hair's breadth off is that number."""
    if abs(amount - round(amount)) < 1e-6:
        return float(round(amount))
    return float({"up": math.ceil, "down": math.floor, "nearest": round}[way](amount))
