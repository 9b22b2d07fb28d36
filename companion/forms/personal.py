"""Standard fields (name, contact, address, links, documents) from the profile. Nothing here guesses: a split of a full
name that could be otherwise is flagged, an unknown part is missing."""

import re
from urllib.parse import urlsplit

from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.meaning import Meaning
from companion.forms.places import calling_code, countries_calling, country_names, region_wordings, split_calling_code
from companion.forms.understand.phrases import called
from companion.forms.value import Found, Missing, Value, text
from companion.forms.words import fold, word_set

_PARTICLES = word_set(
    "da das de del della den der di dos du el la le las los st san santa ten ter van vom von zu zum zur bin ibn al"
)
_SUFFIXES = word_set("jr sr ii iii iv phd md esq")


def _fact(path: str, rule: str, **more: object) -> Resolver:
    """A resolver that gives the fact at `path` as it is."""

    def resolve(context: Context, meaning: Meaning) -> Found:
        del meaning
        said = context.said(path)
        return text(said, path, rule, **more) if said else NOTHING

    return resolve


def split_name(name: str) -> tuple[str, str, str, bool]:
    """`name` as (given, middle, family, sure). Particles belong to the family name ("Ludwig van Beethoven")."""
    words = [word for word in name.replace(",", " ").split() if word]
    while len(words) > 2 and fold(words[-1]) in _SUFFIXES:
        words.pop()
    if len(words) < 2:
        return (words[0] if words else "", "", "", False)
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    middle, family = " ".join(words[1:start]), " ".join(words[start:])
    return words[0], middle, family, len(words) == 2 and "," not in name


def _first(context: Context, meaning: Meaning) -> Found:
    return _part_of_name(context, "basics/givenName", 0)


def _last(context: Context, meaning: Meaning) -> Found:
    return _part_of_name(context, "basics/familyName", 2)


def _part_of_name(context: Context, path: str, index: int) -> Found:
    if said := context.said(path):
        return text(said, path, "as-given")
    name = context.said("basics/name")
    *parts, sure = split_name(name)
    if not parts[index]:
        return Missing(reason="Your profile has the name in one piece.", rule="no-fact")
    return Value(
        kind="text", fact="basics/name", said=name, rule="part-of-name", text=str(parts[index]), review=not sure,
        confidence=0.95 if sure else 0.7,
    )  # fmt: skip


def _middle(context: Context, meaning: Meaning) -> Found:
    given, family, name = (context.said(f"basics/{part}") for part in ("givenName", "familyName", "name"))
    if given and family and name.startswith(given) and name.endswith(family):
        middle = name[len(given) : len(name) - len(family)].strip()
    elif not (given and family):
        middle = split_name(name)[1]
    else:
        middle = ""
    if not middle:
        return Missing(reason="Your profile has no middle name.", rule="no-fact")
    return Value(
        kind="text", fact="basics/name", said=name, rule="part-of-name", text=middle, confidence=0.85, review=True
    )


def _full(context: Context, meaning: Meaning) -> Found:
    if said := context.said("basics/name"):
        return text(said, "basics/name", "as-given")
    given, family = context.said("basics/givenName"), context.said("basics/familyName")
    if given and family:
        return text(f"{given} {family}", "basics/givenName", "given-and-family")
    return NOTHING


def _phone(context: Context, meaning: Meaning) -> Found:
    said = context.said("basics/phone")
    if not said:
        return NOTHING
    code, national = split_calling_code(said)
    parts = {other.part for other in context.meanings if other.key == "phone"}
    if "area" in parts and meaning.part in {"area", "prefix", "number"}:
        return _phone_piece(said, meaning.part, "prefix" in parts)
    if meaning.part in {"country", "prefix"}:
        return _phone_country(context, meaning)
    split = any(other.key == "phone.country" or (other.key == "phone" and other.part in {"country", "prefix"})
                for other in context.meanings)  # fmt: skip
    if code and (split or meaning.part == "number"):
        return text(national, "basics/phone", "without-calling-code")
    return text(said, "basics/phone", "as-given")


def _phone_piece(said: str, part: str, in_three: bool) -> Found:
    """A piece of a number asked in pieces: area code, exchange and line as the North American plan parts ten digits."""
    code, national = split_calling_code(said)
    digits = re.sub(r"\D", "", national)
    if len(digits) != 10 or code.lstrip("+") not in {"", "1"}:
        return Missing(reason="How your phone number parts into these boxes is not known.", rule="no-pieces")
    line = digits[6:] if in_three else digits[3:]
    pieces = {"area": digits[:3], "prefix": digits[3:6], "number": line}
    return text(pieces[part], "basics/phone", f"phone-{part}")


def _phone_country(context: Context, meaning: Meaning) -> Found:
    said = context.said("basics/phone")
    code, _ = split_calling_code(said)
    home = context.profile.basics.location.country_code.upper()
    if not said:
        return NOTHING
    if not code and home:
        code = calling_code(home)
        fact, said, rule = "basics/location/countryCode", home, "calling-code-of-home"
    else:
        fact, rule = "basics/phone", "calling-code-of-number"
    if not code:
        return Missing(reason="Your phone number has no country code.", rule="no-fact")
    countries = countries_calling(code)
    owner = home if home in countries else countries[0] if countries else ""
    return Value(
        kind="country", fact=fact, said=said, rule=rule, text=f"+{code}", items=(owner, code),
        also=country_names(owner, context.snapshot.language or "en"), review=rule == "calling-code-of-home",
    )  # fmt: skip


def _country(context: Context, meaning: Meaning) -> Found:
    home = context.said("basics/location/countryCode").upper()
    abroad = _dialled_abroad(context, home) if _under_phone(context, meaning) else ""
    code = abroad or home
    names = country_names(code, context.snapshot.language or "en")
    if not names:
        return NOTHING
    return Value(
        kind="country", fact="basics/phone" if abroad else "basics/location/countryCode", said=code,
        rule="country-of-number" if abroad else "country", text=names[0], also=names, items=(code, ""),
        review=bool(abroad),
    )  # fmt: skip


def _under_phone(context: Context, meaning: Meaning) -> bool:
    """Whether "Country" stands under the heading "Phone", where it picks the number's dial code."""
    heading = fold(context.section(meaning)).split()
    return bool(heading) and called("phone").issuperset(heading)


def _dialled_abroad(context: Context, home: str) -> str:
    """The country of the person's number where it is not the one they live in; "" else."""
    countries = countries_calling(split_calling_code(context.said("basics/phone"))[0])
    return "" if home in countries or not countries else countries[0]


def _state(context: Context, meaning: Meaning) -> Found:
    said = context.said("basics/location/region")
    if not said:
        return NOTHING
    code = context.profile.basics.location.country_code.upper()
    return Value(
        kind="region", fact="basics/location/region", said=said, rule="region", text=said,
        also=region_wordings(said, code), items=(code,),
    )  # fmt: skip


_HOUSE = re.compile(
    r"^(?P<before>\d+\w?(?:[-/]\d+\w?)?)[ ,]+(?P<street>\D.*)$|^(?P<road>.*\D) +(?P<after>\d+ ?[a-zA-Z]?)$"
)


def _street(context: Context, meaning: Meaning) -> Found:
    """Street or house number where a form asks for them apart."""
    said = context.said("basics/location/address")
    found = _HOUSE.match(said)
    if not found:
        return NOTHING if not said else Missing(reason="Your address has no separate house number.", rule="no-fact")
    number, street = found["before"] or found["after"], found["street"] or found["road"]
    written = number if meaning.key == "address.house_number" else street.strip(" ,")
    return Value(
        kind="text", fact="basics/location/address", said=said, rule="part-of-address", text=written, review=True,
        confidence=0.9,
    )  # fmt: skip


def _place(context: Context, meaning: Meaning) -> Found:
    """ "City, Region, Country" for a field that takes the place in one."""
    where = context.profile.basics.location
    if not where.city:
        return NOTHING
    country = next(iter(country_names(where.country_code.upper(), "en")), "")
    whole = ", ".join(part for part in (where.city, where.region, country) if part)
    return Value(
        kind="text", fact="basics/location/city", said=whole, rule="city-region-country", text=whole,
        also=tuple(filter(None, (f"{where.city}, {where.region}" if where.region else "",
                                 f"{where.city}, {country}" if country else "", where.city))),
    )  # fmt: skip


def _address(context: Context, meaning: Meaning) -> Found:
    where = context.profile.basics.location
    if not (where.address and where.city):
        return NOTHING
    country = next(iter(country_names(where.country_code.upper(), "en")), "")
    parts = (where.address, where.address2, where.city, f"{where.region} {where.postal_code}".strip(), country)
    whole = ", ".join(part for part in parts if part)
    return text(whole, "basics/location/address", "address-in-one")


_NETWORKS = {
    "links.linkedin": ("linkedin", "linkedin.com"),
    "links.github": ("github", "github.com"),
    "links.twitter": ("twitter x", "twitter.com x.com"),
    "links.portfolio": ("portfolio behance dribbble", "behance.net dribbble.com"),
}


def _link(context: Context, meaning: Meaning) -> Found:
    basics = context.profile.basics
    networks, hosts = (words.split() for words in _NETWORKS.get(meaning.key, ("", "")))
    wanted = fold(meaning.subject) if meaning.key == "links.other" else ""
    for index, link in enumerate(basics.profiles):
        host = urlsplit(link.url).hostname or ""
        named = fold(link.network) in networks or (wanted and fold(link.network) == wanted)
        if link.url and (named or any(host == known or host.endswith(f".{known}") for known in hosts)):
            return text(link.url, f"basics/profiles/{index}/url", "network")
    if meaning.key == "links.website" and basics.url:
        return text(basics.url, "basics/url", "as-given")
    if meaning.key == "links.portfolio" and basics.url:
        return text(basics.url, "basics/url", "website-as-portfolio", review=True, confidence=0.8)
    return NOTHING


RESOLVERS: dict[str, Resolver] = {
    "name.first": _first,
    "name.middle": _middle,
    "name.last": _last,
    "name.full": _full,
    "name.legal": _full,
    "name.preferred": _fact("basics/preferredName", "as-given"),
    "salutation": _fact("application/salutation", "as-given", review=True),
    "name.prefix": _fact("application/salutation", "as-given", review=True),
    "email": _fact("basics/email", "as-given"),
    "email.confirm": _fact("basics/email", "as-given"),
    "phone": _phone,
    "phone.country": _phone_country,
    "address.full": _address,
    "address.line1": _fact("basics/location/address", "as-given"),
    "address.street": _street,
    "address.house_number": _street,
    "address.line2": _fact("basics/location/address2", "as-given"),
    "address.city": _fact("basics/location/city", "as-given"),
    "address.state": _state,
    "address.postal": _fact("basics/location/postalCode", "as-given"),
    "address.country": _country,
    "location.current": _place,
    "links.linkedin": _link,
    "links.github": _link,
    "links.portfolio": _link,
    "links.website": _link,
    "links.twitter": _link,
    "links.other": _link,
    "headline": _fact("basics/label", "as-given", review=True),
    "summary": _fact("basics/summary", "as-given", review=True),
}
"""Key → how its value is found."""
