"""What the person looks for, as a form: words in, `Preferences` out, and back again."""

import re
from typing import Annotated

import msgspec

from companion.errors import BadInput
from companion.model.posting import Employment, Level, Pay, Period, WorkMode
from companion.model.profile import Preferences, Wish
from companion.web.form import Amount

Lines = Annotated[str, msgspec.Meta(max_length=10_000)]

_RADIUS = re.compile(r"[, ]+(?:\+|within )?(?P<number>\d{1,4}) ?(?P<unit>km|mi|miles?)$", re.IGNORECASE)
_MILE = 1.609
_RATE = re.compile(r"(?P<code>[A-Za-z]{3})[ :=]+(?P<rate>\d{1,7}(?:[.,]\d{1,6})?)")

HARD = (
    ("titles", "title"),
    ("places", "place"),
    ("modes", "on site, hybrid or remote"),
    ("employment", "kind of employment"),
    ("levels", "level"),
    ("pay_floor", "pay"),
    ("companies_avoided", "companies to avoid"),
    ("companies_wanted", "only companies you like"),
    ("industries", "industry"),
    ("languages", "languages"),
    ("needs_sponsorship", "sponsorship"),
)
"""Preferences that may be made blocking, and their words."""


class PreferencesForm(msgspec.Struct, frozen=True, kw_only=True):
    """One line a title, place or company; places as "Berlin, DE", "Berlin, DE, 30 km" or "DE"; rates as "USD 1.08"."""

    titles: Lines = ""
    places: Lines = ""
    modes: tuple[WorkMode, ...] = ()
    employment: tuple[Employment, ...] = ()
    levels: tuple[Level, ...] = ()
    pay: Amount | None = None
    currency: Annotated[str, msgspec.Meta(pattern="^([A-Za-z]{3})?$")] = ""
    period: Period = "year"
    industries: Lines = ""
    companies_wanted: Lines = ""
    companies_avoided: Lines = ""
    needs_sponsorship: Annotated[str, msgspec.Meta(pattern="^(yes|no|)$")] = ""
    hard: tuple[str, ...] = ()
    rates: Lines = ""
    next: Annotated[str, msgspec.Meta(max_length=100)] = ""

    def preferences(self) -> Preferences:
        """Raises BadInput where pay has no currency."""
        if self.pay is not None and not self.currency:
            raise BadInput("The lowest pay needs its currency.", "Write it as EUR, USD, INR, …", pointer="/currency")
        floor = Pay(minimum=self.pay, currency=self.currency.upper(), period=self.period) if self.pay else None
        return Preferences(
            titles=_lines(self.titles),
            places=tuple(_wish(line) for line in _lines(self.places)),
            modes=self.modes,
            employment=self.employment,
            levels=self.levels,
            pay_floor=floor,
            industries=_lines(self.industries),
            companies_wanted=_lines(self.companies_wanted),
            companies_avoided=_lines(self.companies_avoided),
            needs_sponsorship={"yes": True, "no": False}.get(self.needs_sponsorship),
            hard=frozenset(self.hard) & {name for name, _ in HARD},
            rates=dict(_rate(line) for line in _lines(self.rates)),
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip()[:500] for line in text.splitlines() if line.strip())


def _wish(line: str) -> Wish:
    """ "Berlin, DE, 30 km" → city, country, radius; two letters alone are a country; anything else is a city."""
    radius = _RADIUS.search(line)
    place = line[: radius.start()].rstrip(" ,") if radius else line
    distance = (
        float(radius["number"]) * (_MILE if radius["unit"].casefold().startswith("mi") else 1) if radius else None
    )
    first, _, last = (part.strip() for part in place.rpartition(","))
    if len(last) == 2 and last.isalpha() and (first or last.isupper()):
        return Wish(text=line, city=first, country=last.upper(), radius_km=distance if first else None)
    return Wish(text=line, city=place, radius_km=distance)


def _rate(line: str) -> tuple[str, float]:
    """ "USD 1.08" → units for one euro. Raises BadInput."""
    found = _RATE.fullmatch(line)
    if found is None or not (rate := float(found["rate"].replace(",", "."))):
        raise BadInput(f"“{line[:60]}” is no rate.", "Write it as USD 1.08: how many for one euro.", pointer="/rates")
    return found["code"].upper(), rate
