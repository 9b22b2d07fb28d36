"""The right to work, sponsorship and citizenship: each from the explicit fact for the country asked about, or Missing.

Authorization, sponsorship now and sponsorship later are three facts; none is inferred from another or from citizenship.
"""

import re

from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.meaning import AT_POSTING, Meaning
from companion.forms.places import country_names, members
from companion.forms.value import Found, Missing, Value
from companion.forms.words import fold
from companion.model.profile import Authorization

_NO_COUNTRY = Missing(reason="The question names no country, and the job's is not known.", rule="no-country")


_HOME = re.compile(
    r"\b(your (current |present )?(location|country)( of residence)?|where you (are|live|reside|currently)|"
    r"(current|present) (location|country)|country (of residence|you (live|reside|are) in|in which you "
    r"(live|reside)))\b"
)
_EVER = re.compile(r"\b(ever|at any (time|point))\b")
_LATER = re.compile(r"\b(future|will you|later|eventually)\b")
_FULLY = re.compile(r"\b(unrestricted|any employer|without (any )?restrictions?|permanent(ly)?|indefinite(ly)?)\b")


def asked_country(context: Context, meaning: Meaning) -> str:
    """The country a question on the right to work is about: the one named, the person's own ("your current location"),
    else the job's; "" where it cannot be told."""
    if meaning.subject in {"", AT_POSTING} and _HOME.search(fold(context.question(meaning))):
        return context.profile.basics.location.country_code.upper()
    return context.country(meaning.subject)


def _for(context: Context, meaning: Meaning) -> tuple[str, Authorization] | Missing:
    code = asked_country(context, meaning)
    if not code:
        return _NO_COUNTRY
    stated = context.profile.application.authorization.get(code)
    return (code, stated) if stated else NOTHING


def _bool(context: Context, code: str, name: str, truth: bool | None, rule: str) -> Found:
    if truth is None:
        return NOTHING
    fact = f"application/authorization/{code}/{name}"
    words = {"authorized": "may work", "sponsorship_now": "needs sponsorship now", "sponsorship_future": "will need it"}
    said = f"{code}: {words[name]}: {'yes' if truth else 'no'}"
    return Value(kind="bool", fact=fact, said=said, rule=rule, truth=truth, review=True)


def _authorized(context: Context, meaning: Meaning) -> Found:
    found = _for(context, meaning)
    if isinstance(found, Missing):
        return found
    code, stated = found
    return _bool(context, code, "authorized", stated.authorized, "right-to-work")


def _sponsorship(context: Context, meaning: Meaning) -> Found:
    """ "Now", "in the future" and "now or in the future" are three questions; one without a time asks both."""
    found = _for(context, meaning)
    if isinstance(found, Missing):
        return found
    code, stated = found
    now = _bool(context, code, "sponsorship_now", stated.sponsorship_now, "sponsorship-now")
    later = _bool(context, code, "sponsorship_future", stated.sponsorship_future, "sponsorship-future")
    return joined(now, later, frame(context, meaning))


def asks_fully(context: Context, meaning: Meaning) -> bool:
    """True for "unrestricted", "any employer": more than a right to work with a sponsor."""
    return meaning.key == "work.authorization" and bool(_FULLY.search(fold(context.question(meaning))))


def frame(context: Context, meaning: Meaning) -> str:
    """now, future, now_or_future, or "" where the question has no time. "Now, or will you ever" asks for both."""
    asked = meaning.time_frame if meaning.time_frame in {"now", "future", "now_or_future"} else ""
    question = fold(context.question(meaning))
    if _EVER.search(question) or (asked == "now" and _LATER.search(question)):
        return "now_or_future"
    return asked or ("now_or_future" if meaning.key == "sponsorship.future" else "")


def joined(now: Found, later: Found, asked: str) -> Found:
    """The answer to a sponsorship question from the two facts. Without a time frame both must agree."""
    if asked == "now":
        return now
    if asked == "future":
        return later
    for each in (now, later):
        if isinstance(each, Value) and each.truth and (asked or each is now):
            return each
    if isinstance(now, Value) and isinstance(later, Value):
        if now.truth == later.truth:
            return later
        return Missing(reason="You need sponsorship later but not now, and the question names no time.", rule="no-time")
    return NOTHING


def _basis(context: Context, meaning: Meaning) -> Found:
    found = _for(context, meaning)
    if isinstance(found, Missing):
        return found
    code, stated = found
    if not stated.basis:
        return NOTHING
    fact = f"application/authorization/{code}/basis"
    return Value(kind="text", fact=fact, said=stated.basis, rule="basis", text=stated.basis, review=True)


def _expires(context: Context, meaning: Meaning) -> Found:
    found = _for(context, meaning)
    if isinstance(found, Missing):
        return found
    code, stated = found
    if not stated.expires:
        return NOTHING
    fact = f"application/authorization/{code}/expires"
    return Value(kind="date", fact=fact, said=stated.expires, rule="expiry", text=stated.expires, review=True)


def _everywhere(context: Context, meaning: Meaning) -> Found:
    """The countries the person said they may work in."""
    stated = context.profile.application.authorization
    codes = [code for code, each in stated.items() if each.authorized]
    names = [name for code in codes for name in country_names(code)[:1]]
    if not names:
        return NOTHING
    fact = f"application/authorization/{codes[0]}/authorized"
    joined_names = ", ".join(names)
    return Value(
        kind="list",
        fact=fact,
        said=joined_names,
        rule="right-to-work",
        text=joined_names,
        items=tuple(names),
        review=True,
    )


def _citizenship(context: Context, meaning: Meaning) -> Found:
    held = [code.upper() for code in context.profile.application.citizenships]
    if not held:
        return NOTHING
    said = ", ".join(held)
    if meaning.key in {"citizenship.is", "us_person"}:
        # "Are you a dual citizen?" names no country, and the job's is not meant.
        code = "US" if meaning.key == "us_person" else context.country(meaning.subject) if meaning.subject else ""
        if not code:
            return _NO_COUNTRY
        if code not in held and meaning.key == "us_person":
            return Missing(reason="A US person need not be a citizen: this is yours to say.", rule="no-fact")
        fitting = [index for index, one in enumerate(held) if one == code or one in members(code)]
        fact = f"application/citizenships/{fitting[0] if fitting else 0}"
        return Value(kind="bool", fact=fact, said=said, rule="citizenship", truth=bool(fitting), review=True)
    if len(held) > 1:
        names = tuple(name for code in held for name in country_names(code)[:1])
        return Value(
            kind="list", fact="application/citizenships/0", said=said, rule="citizenship", text=", ".join(names),
            items=names, review=True,
        )  # fmt: skip
    names = country_names(held[0], context.snapshot.language or "en")
    return Value(
        kind="country", fact="application/citizenships/0", said=said, rule="citizenship",
        text=names[0] if names else said, also=names, items=(held[0], ""), review=True,
    )  # fmt: skip


RESOLVERS: dict[str, Resolver] = {
    "work.authorization": _authorized,
    "work.authorization.list": _everywhere,
    "work.authorization.basis": _basis,
    "visa.type": _basis,
    "visa.expires": _expires,
    "sponsorship.now": _sponsorship,
    "sponsorship.future": _sponsorship,
    "citizenship": _citizenship,
    "nationality": _citizenship,
    "citizenship.is": _citizenship,
    "us_person": _citizenship,
}
"""Key → how its value is found."""
