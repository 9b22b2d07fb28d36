"""The option that means the value: yes/no, decline, countries, ladders, ranges, dates, lists, words. One or none:
a likely option is not chosen, and "No" is never found in "Norway"."""

import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from companion.forms import buckets, eeo, fluency
from companion.forms.dates import month_of, part
from companion.forms.degrees import at_least, level_of
from companion.forms.evidence import wordings
from companion.forms.meaning import Meaning
from companion.forms.places import country, demonyms, is_region, option_calling_code
from companion.forms.value import Missing, Value
from companion.forms.words import declines, fold, has_words, negated, stance
from companion.model.form import Option

NO_OPTION = Missing(reason="No option says what your answer says.", rule="no-option")
_PLACEHOLDER = re.compile(
    r"^\W*$|^(please )?(select|choose|pick)\b(?!.*\bnot to\b)|^(bitte )?(wahlen|auswahlen)|"
    r"^(seleccion|selecion)|^choisi|"
    r"^select\.*$|^none selected$"
)
_CODE = re.compile(r"[A-Z]{2,3}")
_SAYS_MORE = re.compile(
    r"\b(but|however|although|though|unless|except|only|provided|if|aber|jedoch|mais|pero|mas|with|without|because)\b"
)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Indices of the chosen options, how they were recognised, and what was assumed."""

    indices: tuple[int, ...]
    rule: str
    confidence: float = 1.0
    assumed: str = ""


def usable(options: Sequence[Option]) -> tuple[int, ...]:
    """Indices of the options a person could mean: no placeholder, not disabled."""
    return tuple(
        index
        for index, option in enumerate(options)
        if not option.disabled
        and ((fold(option.label) and not _PLACEHOLDER.match(fold(option.label))) or _is_sign(option.label))
    )


def _is_sign(label: str) -> bool:
    return not fold(label) and bool(buckets.currency_in(label))


def choose(value: Value, options: Sequence[Option], meaning: Meaning) -> Choice | Missing:
    """The option or options of `options` that say `value`."""
    indices = usable(options)
    offered = [options[index] for index in indices]
    if not offered:
        return Missing(reason="The form shows no options yet.", rule="no-options")
    found = _choose(value, offered, meaning)
    if isinstance(found, Missing):
        return found
    return msgspec.structs.replace(found, indices=tuple(indices[index] for index in found.indices))


def _choose(value: Value, options: list[Option], meaning: Meaning) -> Choice | Missing:
    match value.kind:
        case "bool":
            return _bool(value, options)
        case "decline":
            return _only([index for index, option in enumerate(options) if declines(option.label)], "decline")
        case "country":
            return _country(value, options, meaning)
        case "region":
            return _region(value, options)
        case "degree":
            return _degree(value, options)
        case "number" | "duration" | "money":
            return _amount(value, options, meaning)
        case "date":
            return _date(value, options, meaning)
        case "list":
            return _several(value, options)
        case _:
            return _text(value, options, meaning)


def _only(hits: list[int], rule: str, confidence: float = 1.0) -> Choice | Missing:
    if len(hits) != 1:
        return NO_OPTION if not hits else Missing(reason="Several options could mean your answer.", rule="ambiguous")
    return Choice(indices=(hits[0],), rule=rule, confidence=confidence)


def _bool(value: Value, options: list[Option]) -> Choice | Missing:
    """Exactly one option takes the side. A side with several variants ("Yes, with …") is the person's to choose."""
    wanted = "yes" if value.truth else "no"
    sides = [stance(option.label) for option in options]
    if sides.count(wanted) == 1 and sides.count("no" if value.truth else "yes") <= 1:
        index = sides.index(wanted)
        if _SAYS_MORE.search(fold(options[index].label)):
            return Missing(reason="The option says more than your answer.", rule="option-says-more")
        plain = len(fold(options[index].label).split()) == 1
        return Choice(
            indices=(index,), rule="yes-no" if plain else "yes-no-in-sentence", confidence=1 if plain else 0.85
        )
    plain = [index for index, option in enumerate(options) if fold(option.label) == wanted]
    if len(plain) == 1 and sides.count(wanted) == 1:
        return Choice(indices=(plain[0],), rule="yes-no")
    return (
        NO_OPTION
        if wanted not in sides
        else Missing(reason="Several options could mean your answer.", rule="ambiguous")
    )


def _country(value: Value, options: list[Option], meaning: Meaning) -> Choice | Missing:
    code, dial = value.items
    if {"yes", "no"} <= {stance(option.label) for option in options}:
        return NO_OPTION
    named = [index for index, option in enumerate(options) if code and country(option.label) == code]
    if len(named) == 1:
        return Choice(indices=(named[0],), rule="country")
    if len(named) > 1:
        wanted = {fold(name) for name in value.also}
        exact = [index for index in named if fold(re.sub(r"\W*\+\d+\W*", " ", options[index].label)) in wanted]
        return _only(exact, "country")
    people = [index for index, option in enumerate(options) if fold(option.label) in demonyms(code)]
    if len(people) == 1 and meaning.key in {"nationality", "citizenship"}:
        return Choice(indices=(people[0],), rule="nationality", confidence=0.9)
    coded = [index for index, option in enumerate(options) if code and option.value.upper() == code]
    if len(coded) == 1 and len({option.value for option in options}) > 1:
        return Choice(indices=(coded[0],), rule="country-code")
    if dial:
        dials = [index for index, option in enumerate(options) if option_calling_code(option.label) == dial]
        return _only(dials, "calling-code", 0.95)
    return NO_OPTION


def _region(value: Value, options: list[Option]) -> Choice | Missing:
    """A region by name; by its code only in a list of that country's codes ("MH" is also one of the US)."""
    found = _words(value, options)
    if isinstance(found, Missing) or not _CODE.fullmatch(options[found.indices[0]].label.strip()):
        return found
    codes = [option.label.strip() for option in options if _CODE.fullmatch(option.label.strip())]
    theirs = sum(is_region(code, value.items[0]) for code in codes) if value.items else 0
    return found if theirs * 2 > len(codes) else NO_OPTION


def _degree(value: Value, options: list[Option]) -> Choice | Missing:
    exact = [index for index, option in enumerate(options) if fold(option.label) == fold(value.text)]
    if len(exact) == 1:
        return Choice(indices=(exact[0],), rule="same-words")
    level = level_of(value.text)
    if level is None:
        return _words(value, options)
    levels = [level_of(option.label) for option in options]
    if any(re.match(r"post ?graduate", fold(option.label)) for option in options):
        # Beside "Post Graduate", as Indian forms have it, "Graduate" is a finished first degree.
        levels = [4 if fold(option.label) == "graduate" else each for option, each in zip(options, levels, strict=True)]
    same = [index for index, each in enumerate(levels) if each == level]
    if len(same) == 1:
        return Choice(indices=(same[0],), rule="degree-ladder", confidence=0.95)
    if len(same) > 1:
        short = fold(value.text).replace(" ", "")
        if len(named := [index for index in same if short in fold(options[index].label).split()]) == 1:
            return Choice(indices=(named[0],), rule="degree-ladder", confidence=0.9)
        words = set(fold(value.text).split())
        ranked = sorted(same, key=lambda index: -len(words & set(fold(options[index].label).split())))
        generic = [index for index in same if len(fold(options[index].label).split()) <= 2]
        best, second = (len(words & set(fold(options[index].label).split())) for index in ranked[:2])
        if best > second:
            return Choice(indices=(ranked[0],), rule="degree-ladder", confidence=0.8)
        return _only(generic, "degree-ladder", 0.75)
    below = [
        index
        for index, each in enumerate(levels)
        if each is not None and each < level and at_least(options[index].label)
    ]
    return _only(below[-1:], "degree-ladder", 0.85)


def _amount(value: Value, options: list[Option], meaning: Meaning) -> Choice | Missing:
    hit = buckets.choose(value, options, meaning)
    if isinstance(hit, Missing):
        return hit
    return Choice(indices=(hit.index,), rule="range", confidence=0.8 if hit.assumed else 0.95, assumed=hit.assumed)


def _date(value: Value, options: list[Option], meaning: Meaning) -> Choice | Missing:
    if months := _months(value.text, options):
        return months
    asked = meaning.part if meaning.part in {"day", "month", "year"} else _part_of(options)
    wanted = part(value.text, asked) if asked else ""
    if not asked and value.unit and buckets.numeric(options):
        return _amount(msgspec.structs.replace(value, kind="duration"), options, meaning)
    if not wanted:
        return Missing(reason="That part of the date is not known.", rule="date-part-unknown")
    if asked == "month":
        return _only([index for index, option in enumerate(options) if month_of(option.label) == int(wanted)], "month")
    hits = [index for index, option in enumerate(options) if fold(option.label).lstrip("0") == wanted.lstrip("0")]
    return _only(hits, asked)


_MONTH_YEAR = re.compile(r"^\W*(?:(?P<month>[^\W\d]+\.?|q[1-4])[ ,/-]*)(?P<year>20\d\d)\W*$", re.IGNORECASE)


def _months(text: str, options: list[Option]) -> Choice | Missing | None:
    """ "March 2027" or "Q1 2027" for a date in it; None where the options are no such list."""
    spans: list[tuple[str, frozenset[int]]] = []
    for option in options:
        found = _MONTH_YEAR.match(option.label)
        name = found["month"].casefold() if found else ""
        month = month_of(name) if found and not name.startswith("q") else None
        quarter = int(name[1]) * 3 if re.fullmatch(r"q[1-4]", name) else 0
        months = {month} if month else {*range(quarter - 2, quarter + 1)} if quarter else set[int]()
        spans.append((found["year"] if found else "", frozenset(months)))
    if sum(bool(months) for _, months in spans) < max(2, len(options) - 1):
        return None
    year, month = part(text, "year"), part(text, "month")
    return _only(
        [i for i, (in_, months) in enumerate(spans) if in_ == year and month and int(month) in months], "month"
    )


def _part_of(options: list[Option]) -> str:
    if sum(month_of(option.label) is not None for option in options) >= min(12, len(options)) and len(options) <= 13:
        return "month"
    if all(re.fullmatch(r"(19|20)\d\d", option.label.strip()) for option in options):
        return "year"
    return "day" if all(option.label.strip().isdigit() for option in options) and len(options) <= 31 else ""


def _several(value: Value, options: list[Option]) -> Choice | Missing:
    """Every option that one of the items names; options of no item are left alone."""
    wanted = {wording for item in value.items for wording in (fold(item), *wordings(item))}
    codes = {code for item in value.items if (code := country(item))}
    hits = [
        index
        for index, option in enumerate(options)
        if fold(option.label) in wanted or (codes and country(option.label) in codes)
    ]
    return Choice(indices=tuple(hits), rule="items") if hits else NO_OPTION


def _text(value: Value, options: list[Option], meaning: Meaning) -> Choice | Missing:
    if meaning.key.startswith("eeo.") or meaning.key == "pronouns":
        found = eeo.choose(value.text, eeo.category(meaning.key), options)
        return found if isinstance(found, Missing) else Choice(indices=(found,), rule="eeo-option", confidence=0.95)
    if meaning.key == "languages.level":
        found = fluency.choose(value.text, options)
        if not isinstance(found, Missing):
            return Choice(indices=(found,), rule="language-level", confidence=0.9)
    if meaning.key == "salary.currency":
        return _only(
            [i for i, option in enumerate(options) if buckets.currency_named(option.label) == value.text], "currency"
        )
    return _words(value, options)


def _words(value: Value, options: list[Option]) -> Choice | Missing:
    """Equal wording, then other wordings in order, then one as whole words of the other, then near-equal spelling."""
    folded = [fold(option.label) for option in options]
    for wording in (value.text, *value.also):
        wanted = fold(wording)
        for attempt, rule in ((wanted, "same-words"), (wanted.replace(" ", ""), "same-letters")):
            squeeze = rule == "same-letters"
            hits = [
                index
                for index, each in enumerate(folded)
                if attempt and (each.replace(" ", "") if squeeze else each) == attempt
            ]
            if len(hits) == 1:
                return Choice(indices=(hits[0],), rule=rule)
    for wording in (value.text, *value.also):
        if len(fold(wording)) < 3:
            continue
        hits = [
            index
            for index, option in enumerate(options)
            if (has_words(option.label, wording) or (len(folded[index]) > 3 and has_words(wording, option.label)))
            and negated(option.label) == negated(wording)
        ]
        if len(hits) == 1:
            return Choice(indices=(hits[0],), rule="whole-words", confidence=0.85)
    close = [
        index
        for index, each in enumerate(folded)
        if len(each) > 5
        and fuzz.token_sort_ratio(each, fold(value.text)) >= 92
        and re.findall(r"\d+", each) == re.findall(r"\d+", value.text)
        and negated(each) == negated(value.text)
    ]
    return _only(close, "near-spelling", 0.8)
