"""Pay of any period and currency as an amount a year in one currency, at rates that carry their date.

Bundled: reference rates of the European Central Bank (data/README.md says from where). The person's own
rates, kept with their preferences, go first. Rates are rough by nature: a comparison says that it used them.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from companion.model.posting import Pay

HOURS_A_YEAR = {"hour": 2080.0, "day": 260.0, "week": 52.0, "month": 12.0, "year": 1.0}
"""Pay periods in a year of full-time work (52 weeks of 5 days of 8 hours)."""


class Rates(msgspec.Struct, frozen=True):
    """`per_euro`: how many units of a currency (ISO 4217) one euro bought on `date`."""

    date: date
    per_euro: dict[str, float]


@cache
def bundled() -> Rates:
    """The rates that travel with the companion."""
    return msgspec.json.decode(files("companion.matching").joinpath("data/rates.json").read_bytes(), type=Rates)


def converted(amount: float, source: str, target: str, own: Mapping[str, float]) -> float | None:
    """`amount` of currency `source` in `target`; None where a rate is unknown. `own` are the person's rates a euro."""
    if source == target:
        return amount
    known = {**bundled().per_euro, **{code: rate for code, rate in own.items() if rate > 0}}
    if source not in known or target not in known:
        return None
    return amount / known[source] * known[target]


def yearly(pay: Pay | None, *, top: bool) -> float | None:
    """The lower or upper end of `pay` in its currency a year; None where amount or period is not stated."""
    if pay is None or pay.period is None or pay.period == "once":
        return None
    amount = (pay.maximum or pay.minimum) if top else (pay.minimum or pay.maximum)
    return None if amount is None else amount * HOURS_A_YEAR[pay.period]
