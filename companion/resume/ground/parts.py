"""The part that a number plays stays its part: some of many, a goal, a time after which, a beginning or an end."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.bound import equal
from companion.resume.ground.lexicon import claims_of, supports
from companion.resume.ground.measures import Quantity
from companion.resume.ground.quantities import quantities
from companion.resume.ground.tallies import same_share

_OF_ALL = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|an?|my|our|its|their|all)\s+)?(?:[\w-]+[’']s\s+)?")
_GOAL = r"\b(?:towards?|targets?|goals?|quotas?|limits?|ceilings?|caps?|benchmarks?)\b"
_AIMED_AT = re.compile(_GOAL + r"(?:\s+(?:of|was|is|set at)|:)?\s+(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_AIMED = re.compile(
    rf"{_GOAL}[^#]*#|\b(?:against|versus|vs\.?|above|over|beyond|exceed\w*|beat\w*|meet\w*)\s+(?:(?:the|an?|our)\s+)?#|"
    rf"#\s*(?:(?!(?:above|over|below|beyond|against|under)\b)[\w/-]+\s+){{0,4}}{_GOAL}",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|within|over)\s+$", re.IGNORECASE)
_PER = re.compile(r"\s+(?:per|a|each|every)\s+(?:day|week|month|year|quarter)\b")
_WORTH = re.compile(r"\b(?:worth|valued at|(?:a )?value of|totall?ing)\s+(?:about\s+)?$", re.IGNORECASE)
_A_SUM = re.compile(
    r"\s+(?:[a-z]+ly\s+|in\s+)?(turnover|revenue|budget|income|sales|payroll|profit|funding|grant)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|before|within)\s+(?:about\s+)?$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|over|during|throughout)\s+(?:about\s+)?$", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:from|since|starting)\s+(?:[A-Z][a-z]+\s+)?$")
_ENDS = re.compile(r"\b(?:until|till|up to|ending)\s+(?:[A-Z][a-z]+\s+)?$")
_IN_BOTH = re.compile(
    r"(?:\s+of)?(?:\s+experience)?\s+(?:of|in|with)\s+(?P<list>(?:[\w/+#.&-]+(?:,?\s+|$)){1,8})(?=[,;.()]|$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\d|\b(?:one|two|three|four|five|half|using|with|in|at|as|of|before|after)\b|^\w+ing\s", re.IGNORECASE
)
_HOME_ENDS = re.compile(
    r"[;.()|]|,\s+(?:(?:an?|some|one|two|three|four|five|six|seven|eight|nine|ten|plus|then)\b|\d)", re.IGNORECASE
)
_FURTHER = re.compile(r"\b(?:further|another|additional|more|also|plus|other|extra)\b|\+", re.IGNORECASE)


def recast(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Numbers of `texts` that play another part in `sentence`."""
    found = quantities(sentence)
    for said in found:
        told = [(text, one) for text in texts for one in quantities(text) if equal(said, one)]
        shown = sentence[said.start : said.end].strip()
        if not told:
            continue
        if same_share(sentence, said, texts):
            continue
        if said.kind in ("count", "time") and all(_whole_of(found, text, one) for text, one in told):
            yield f"it leaves out how many of the {shown} it was"
        near = f"{sentence[max(0, said.lead - 40) : said.lead]} # {sentence[said.end : said.end + 40]}"
        aimed_at = said.kind not in ("year", "time") and all(_AIMED_AT.search(text[: one.lead]) for text, one in told)
        if aimed_at and not (_AIMED_AT.search(sentence[: said.lead]) or _AIMED.search(near)):
            yield f"the facts name {shown} as what was aimed at"
        before = [text[: one.lead] for text, one in told]
        if said.kind == "time" and _FOR.search(sentence[: said.lead]) and all(map(_AFTER.search, before)):
            yield f"the facts do not say that it was for {shown}"
        if said.kind == "year" and (
            (_ENDS.search(sentence[: said.lead]) and all(map(_BEGINS.search, before)))
            or (_BEGINS.search(sentence[: said.lead]) and all(map(_ENDS.search, before)))
        ):
            yield f"the facts do not say so of {shown}"
        after = [text[one.end :] for text, one in told]
        sums = [kind[1].casefold() for kind in map(_A_SUM.match, after) if kind]
        worth = said.kind == "money" and _WORTH.search(sentence[: said.lead]) and len(sums) == len(after)
        if worth and not any(kind in sentence.casefold() for kind in sums):
            yield f"the facts do not say {shown} of this"
        at_once = said.kind == "time" and _IN.search(sentence[: said.lead]) and not _PER.match(sentence[said.end :])
        if at_once and all(map(_PER.match, after)):
            yield f"the facts give {shown} for another time"
    yield from _years_of(sentence, texts)
    for more in re.finditer(r"\b(?:a further|another|an additional)\s+(?=[£$€\d])", sentence, re.IGNORECASE):
        if not any(map(_FURTHER.search, texts)):
            yield f"the facts do not say “{more[0].strip()}”"
    listed = {(a, b) for text in texts for a, b in re.findall(r"\b(\d{1,2}) and (\d{1,2})\b(?!\d)", text)}
    for a, b in re.findall(r"\b(\d{1,2})\s?(?:to|[–-])\s?(\d{1,2})\b", sentence):
        if (a, b) in listed and int(b) > int(a) + 1:
            yield f"the facts say {a} and {b}, not {a} to {b}"


def _years_of(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Years of one thing told of another as well: ten of Java and Kotlin, for ten of Java and two of Kotlin."""
    for said in quantities(sentence):
        found = _IN_BOTH.match(sentence, said.end) if said.kind == "time" else None
        homes = [_HOME_ENDS.split(text[one.end :])[0] for text in texts for one in quantities(text) if equal(said, one)]
        if not found or not homes:
            continue
        there, every = frozenset(claims_of(" ".join(homes))), frozenset(claims_of(" ".join(texts)))
        items = [(item, claims_of(item)) for item in re.split(r",?\s+and\s+|,\s*", found["list"])]
        kept = [any(supports(key, there) for key in keys) for _, keys in items]
        for (item, keys), own in zip(items, kept, strict=True):
            plain = keys and not _MORE.search(item) and all(supports(key, every) for key in keys)
            if plain and any(kept) and not own:
                yield f"the facts do not say that of “{item.strip()}”"
                return


def _whole_of(said: Sequence[Quantity], text: str, whole: Quantity) -> bool:
    """Whether a number is in a text only that of all, some of which are told, and `said` leaves out of how many."""
    parts = [one for one in quantities(text) if one.end <= whole.lead and _OF_ALL.fullmatch(text[one.end : whole.lead])]
    return bool(parts) and not any(part.value == 1 or equal(one, part) for part in parts for one in said)
