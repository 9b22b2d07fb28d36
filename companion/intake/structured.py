"""schema.org JobPosting on a page → Draft: JSON-LD in its dialects. Microdata and RDFa become the same shape first."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, loads, objects, text_at
from companion.intake.money import number
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.period import said_period
from companion.intake.places import known_place, read_location
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period, Place, WorkMode

_PERIODS: dict[str, Period] = {
    "HOUR": "hour", "HOURLY": "hour", "DAY": "day", "DAILY": "day", "WEEK": "week", "WEEKLY": "week", "MONTH": "month",
    "MONTHLY": "month", "YEAR": "year", "YEARLY": "year", "ANNUAL": "year", "ANNUALLY": "year", "ONCE": "once",
}  # fmt: skip


def json_ld(page: Page) -> list[dict[str, object]]:
    """Every JobPosting object in the page's JSON-LD, in order, mended where the JSON is broken."""
    found: list[dict[str, object]] = []
    for script in page.scripts:
        if "ld+json" not in script.attributes.lower():
            continue
        found += [item for item in objects(loads(script.body)) if is_posting(item)]
    return found


def is_posting(item: dict[str, object]) -> bool:
    """Whether a JSON-LD object is typed as a JobPosting, by name or IRI."""
    return any(str(kind).rsplit("/", 1)[-1].rsplit("#", 1)[-1] == "JobPosting" for kind in list_at(item, "@type"))


def posting_draft(item: dict[str, object], source: str, captured_at: datetime) -> Draft:
    """One JobPosting object as a draft."""
    places = tuple(dict.fromkeys(_places(item)))
    scope = [line(_name(entry)) for entry in list_at(item, "applicantLocationRequirements")]
    return Draft(
        source=source,
        title=line(text_at(item, "title") or text_at(item, "name")),
        company=line(_company(item)),
        places=places,
        mode=_mode(item),
        remote_scope="; ".join(dict.fromkeys(filter(None, scope)))[:500],
        employment=read_employment(line(str(entry)) for entry in list_at(item, "employmentType")),
        pay=_pay(item),
        posted=read_date(at(item, "datePosted"), captured_at),
        valid_through=read_date(at(item, "validThrough"), captured_at),
        language=_language(item),
        url=text_at(item, "url") if text_at(item, "url").startswith("http") else "",
        description=html_text(text_at(item, "description")),
    )


def _name(value: object) -> str:
    return value if isinstance(value, str) else text_at(value, "name") or text_at(value, "address", "addressCountry")


def _company(item: dict[str, object]) -> str:
    for key in ("hiringOrganization", "employer", "hiringorganization"):
        for organization in list_at(item, key):
            if name := _name(organization) or text_at(organization, "legalName"):
                return "" if name.startswith("http") else name
    return ""


def _mode(item: dict[str, object]) -> WorkMode | None:
    kinds = " ".join(str(kind) for kind in list_at(item, "jobLocationType")).upper()
    return "remote" if "TELECOMMUTE" in kinds or "REMOTE" in kinds else None


def _language(item: dict[str, object]) -> str:
    named = text_at(item, "inLanguage")[:2].lower()
    return named if named.isalpha() else ""


def _places(item: dict[str, object]) -> Iterator[Place]:
    for location in list_at(item, "jobLocation"):
        if isinstance(location, str):
            yield from read_location(location).places
            continue
        for address in list_at(location, "address") or [location]:
            place = _address(address, text_at(location, "name"))
            if place is not None:
                yield place
            elif isinstance(address, str):
                yield from read_location(address).places


def _address(address: object, name: str) -> Place | None:
    city, area = text_at(address, "addressLocality"), text_at(address, "addressRegion")
    nation = line(_name(at(address, "addressCountry")))
    if found := known_place(city=city, area=area, nation=nation):
        return found
    street = line(text_at(address, "streetAddress")) or line(name)
    read = read_location(street).places if street else ()
    return read[0] if read else None


def _pay(item: dict[str, object]) -> Pay | None:
    for salary in (*list_at(item, "baseSalary"), *list_at(item, "estimatedSalary")):
        value = at(salary, "value")
        value = at(value, 0) if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType]
        low = _amount(at(value, "minValue")) or _amount(at(salary, "minValue"))
        high = _amount(at(value, "maxValue")) or _amount(at(salary, "maxValue"))
        exact = _amount(at(value, "value")) or _amount(value)
        unit = text_at(value, "unitText") or text_at(salary, "unitText")
        currency = (
            text_at(salary, "currency") or text_at(value, "currency") or text_at(item, "salaryCurrency")
        ).upper()
        if low is None and high is None and exact is None:
            # Where an amount belongs, some write words: "£28,000 - £31,500 per annum".
            words = next((text for text in (salary, value, at(value, "value")) if isinstance(text, str)), "")
            if words and (read := read_pay(f"{currency} {words} per {unit}" if unit else f"{currency} {words}")):
                return read
            continue
        return Pay(
            minimum=low if low is not None else exact,
            maximum=high if high is not None else exact,
            currency=currency if len(currency) == 3 and currency.isalpha() else "",
            period=_PERIODS.get(unit.upper()) or said_period("", f"per {unit}" if unit else ""),
        )
    return None


def _amount(value: object) -> float | None:
    """A positive number; zero is how boards write "not stated"."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        digits = value.strip(" $€£₹¥")
        value = number(digits) if digits[:1].isdigit() and "-" not in digits else None
    return float(value) if isinstance(value, int | float) and 0 < value < 1e9 else None


def best(items: Sequence[dict[str, object]], page: Page) -> dict[str, object] | None:
    """The posting this page is about. On a list of several none is, unless an address or the title names it."""
    if len(items) <= 1:
        return items[0] if items else None
    addresses = {page.url.split("#")[0].rstrip("/"), page.canonical.split("#")[0].rstrip("/")}
    named = [item for item in items if text_at(item, "url").split("#")[0].rstrip("/") in addresses]
    titled = [item for item in items if line(text_at(item, "title")) and line(text_at(item, "title")) in page.title]
    for candidates in (named, titled):
        if len({text_at(item, "title") for item in candidates}) == 1:
            return candidates[0]
    # The same job once a location is one job.
    same = {(text_at(item, "title"), text_at(item, "description")) for item in items}
    return items[0] if len(same) == 1 else None
