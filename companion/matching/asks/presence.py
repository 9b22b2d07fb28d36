"""Where and how a sentence wants the work done: days on site, being based somewhere, travel."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

import msgspec

from companion.matching.asks.polarity import negated

_DAYS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ein": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "deux": 2,
    "trois": 3,
    "dos": 2,
    "tres": 3,
}
_COUNT = rf"(?P<low>[1-5]|{'|'.join(_DAYS)})(?:\s*(?:-|–|to|bis|or)\s*(?P<high>[1-5]|{'|'.join(_DAYS)}))?\+?"
_PER_WEEK = r"(?:\s*(?:days?|x|times|tage?n?|jours?|días?)\b(?:\s*(?:/|per|a|each|every|pro|par|por|in der|die)\s*(?:week|wk|woche|semaine|semana)\b)?|[- ]days?[- ]a[- ]week)"
_OFFICE = r"(?:on[- ]?site|in[- ](?:the |our |your )?(?:[\w.,]+ ){0,3}?(?:office|hub|studio|lab|hq|headquarters)\b|in[- ]office(?! (?:lunch|meal|snack|breakfast|gym|perk)\w*)|in[- ]person|at (?:the|our) (?:\w+ ){0,2}(?:office|hq)|office attendance|im büro|vor ort|au bureau|présentiel|en la oficina|presencial\w*)"
_HOME = r"(?:(?:working |work )?from home|wfh|remote(?:ly)?|home ?office|télétravail|teletrabajo|mobil\w* arbeit\w*)"
_SITE_DAYS = (
    re.compile(rf"\b{_COUNT}{_PER_WEEK}[^.;\d]{{0,40}}?\b{_OFFICE}", re.IGNORECASE),
    re.compile(rf"\b{_OFFICE}[^.;\d]{{0,40}}?\b{_COUNT}{_PER_WEEK}", re.IGNORECASE),
    re.compile(rf"\bhybrid\b[^.;\d]{{0,15}}?\b{_COUNT}{_PER_WEEK}(?![^.;]{{0,20}}{_HOME})", re.IGNORECASE),
)  # fmt: skip
_HOME_DAYS = (
    re.compile(rf"\b{_COUNT}{_PER_WEEK}[^.;\d]{{0,25}}?\b{_HOME}", re.IGNORECASE),
    re.compile(rf"\b{_HOME}[^.;\d]{{0,15}}?\b{_COUNT}{_PER_WEEK}", re.IGNORECASE),
)
_ALL_ON_SITE = re.compile(
    r"\b(?:(?:fully|100 ?%|entirely|strictly) (?:on[- ]?site|in[- ](?:office|person))|(?:not|no) (?:a )?(?:remote|hybrid)(?: position| role| work)?\b|\bremote (?:work(?:ing)? )?(?:is |are )?(?:not (?:possible|available|an option|offered)|unavailable)\b"
    r"|five days (?:a|per) week in (?:the|our) office)",
    re.IGNORECASE,
)
_BASED = re.compile(
    r"\b(?:must|need to|should|required to|candidates? (?:must )?|applicants? (?:must )?)\s*(?:currently )?(?:be )?(?:physically )?(?:based|located|reside|living|live|resident|residing)\s+"
    r"(?:in|within|near)\s+(?P<where>(?:the )?[A-Z][\w .,'’/&-]{1,60}?)(?=(?<!\b[A-Z])\.|[;:()]|$| and (?:be|have|hold|must)\b| to be| at the time| for )",
)  # fmt: skip
_PERCENT = re.compile(
    r"(?:(?P<low>\d{1,3})\s*%?\s*(?:-|–|to)\s*)?(?P<high>\d{1,3})\s*%[^.;]{0,40}?\b(?:travel(?:l?ing)?\b|reis|déplacement|viaj)"
    r"|\b(?:travel(?:l?ing)?\b|reise\w*|déplacements?|viaj\w+)\b[^.;]{0,45}?(?:(?P<low2>\d{1,3})\s*%?\s*(?:-|–|to)\s*)?(?P<high2>\d{1,3})\s*%",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"\b(?:(?:some|occasional(?:ly)?|frequent(?:ly)?|regular(?:ly)?|extensive(?:ly)?|limited|domestic|international|overnight|minimal|business) (?:\w+ )?travel\b"
    r"|travel (?:is |may be |will be |as )?(?:required|needed|expected)|(?:willing(?:ness)?|able|ability|required?|availab\w+|ready|open|need|expected) to travel"
    r"|no travel|travel\b[^.;]{0,12} not (?:required|needed|necessary)|reisebereitschaft|disponibilidad (?:para|de) viajar|déplacements (?:fréquents|réguliers|ponctuels|à prévoir|occasionnels))",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"travel (?:industry|agency|agent|expenses?|insurance|company|companies|stipend|tech|budget|discount|allowance)",
    re.IGNORECASE,
)


_SITE_HINTS = (
    "site", "office", "hub", "studio", "lab", "hq", "headquarter", "person", "büro", "vor ort", "bureau", "présentiel", "oficina",
    "presencial", "home", "wfh", "remote", "télétravail", "teletrabajo", "mobil", "hybrid",
)  # fmt: skip
_BASED_HINTS = ("based", "located", "resid", "liv")
_TRAVEL_HINTS = ("travel", "reis", "déplacement", "viaj")
"""What every wording above has in it: most sentences have none of it."""


class Presence(msgspec.Struct, frozen=True):
    """One statement: kind `place` (`amount` days on site a week) or `travel` (`amount` percent of the time)."""

    kind: str
    name: str
    amount: float | None = None
    negated: bool = False


def presence_asked(sentence: str) -> list[Presence]:
    """What `sentence` says of place and travel."""
    found: list[Presence] = []
    low = sentence.casefold()
    if any(map(low.__contains__, _SITE_HINTS)) and (days := _site_days(sentence)) is not None:
        found.append(
            Presence("place", f"{days} days on site a week" if days != 1 else "1 day on site a week", float(days))
        )
    if any(map(low.__contains__, _BASED_HINTS)) and (based := _BASED.search(sentence)):
        found.append(Presence("place", f"based in {based['where'].strip(' ,')}"))
    if any(map(low.__contains__, _TRAVEL_HINTS)) and not _TRADE.search(sentence):
        found += _travel(sentence)
    return found


def _site_days(sentence: str) -> int | None:
    for pattern in _SITE_DAYS:
        if match := pattern.search(sentence):
            return _count(match["high"] or match["low"])
    for pattern in _HOME_DAYS:
        if match := pattern.search(sentence):
            return 5 - _count(match["low"])
    return 5 if _ALL_ON_SITE.search(sentence) else None


def _count(text: str) -> int:
    return _DAYS.get(text.casefold()) or int(text)


def _travel(sentence: str) -> list[Presence]:
    if (match := _PERCENT.search(sentence)) and (percent := int(match["high"] or match["high2"])) <= 100:
        return [Presence("travel", f"{percent} % travel" if percent else "no travel", float(percent), percent == 0)]
    if match := _TRAVEL.search(sentence):
        none = (
            match.group().casefold().startswith("no ")
            or negated(sentence, match.start(), match.end())
            or " not " in match.group()
        )
        return [Presence("travel", "travel", None, none)]
    return []
