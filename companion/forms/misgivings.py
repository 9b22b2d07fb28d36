"""Reasons to leave a question whose words say more than its meaning holds: someone else's facts, a hidden negation, a
window of time, "less than". Leaving one too many costs an empty field; an inverted answer costs an application."""

import re

from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.value import Value
from companion.forms.vocabulary import term
from companion.forms.words import fold

_OTHERS = re.compile(
    r"\b(your|ihre?|dein\w*|votre|tu|su|seu|sua) (spouse|husband|wife|partner|children|child|dependents?|dependants?|"
    r"parents?|mother|father|siblings?|family|friend|colleagues?|team|company|employer|manager|clients?|ehe\w+|"
    r"kinder|conjoint\w*|"
    r"conyuge|hijos|conjuge|filhos)\b"
)
_NEGATIVE = re.compile(
    r"\b(lack|lacks|lacking|unwilling|refuse|refuses|ineligible|unauthori[sz]ed|prohibited|prevented|prevents?|barred|"
    r"incapable|oppose[ds]?|object to|fail(ed)? to|restricted from|forbidden|disallowed|exempt|decline to|avoid|non|"
    r"other than|outside|except|excluding|rather than|instead of)\b|"
    r"\bno (?!longer|matter|later|more|less|fewer|if|please|and|or|is|are)\w+"
)
_ENDED = re.compile(
    r"\b(expired|suspended|revoked|refused|denied|rejected|cancell?ed|withdrawn|terminated|overstayed|lapsed|invalid)\b"
)
_BELOW = re.compile(
    r"\b(less|fewer|under|below|at most|no more than|not more than|maximum|up to|weniger|moins|menos|unter|hochstens)\b"
)
_WINDOW = re.compile(
    r"\b(in|within|during|over) (the )?(last|past|previous|letzten|derniers?|ultimos?)\b|\bsince \d{4}\b|"
    r"\brecent(ly)?\b|\b(before|after|until|prior to|as of|ago)\b"
)
_BETWEEN = re.compile(r"\bbetween\b|\d ?([–-]|to|and|bis|a|à) ?\d")
_FOR_YEARS = re.compile(
    r"\b(\d+|one|two|three|four|five|six|ten|how many|how long|several)\b.{0,20}\b(years?|months?|long)\b|\bsince\b"
)
_WITHOUT = re.compile(r"\b(without|with no|ohne|sans|sin|sem|senza|bina)\b")
_COMPONENT = re.compile(
    r"\b(variable|bonus|commission|in ?hand|take ?home|net|netto|nets?|neto|liquido|stock|equity|esops?|allowances?|"
    r"hike|increment|percent(age)?)\b"
)
_RIGHTS = ("work.authorization", "sponsorship.", "visa.", "citizenship")
_EXPERIENCE = ("experience.", "years.")


def misgiving(context: Context, meaning: Meaning, value: Value) -> str:
    """Why `value` should not answer this question after all; "" where nothing speaks against it."""
    question = fold(context.question(meaning))
    party = term(meaning.key).repeats or meaning.key.startswith(("current.", "notice.", "how."))
    if not party and _OTHERS.search(question):
        return "The question is about someone else or another party."
    if meaning.key.startswith(_EXPERIENCE) and _WINDOW.search(question):
        return "The question is about a span of time that your profile does not settle."
    if meaning.key.startswith(_RIGHTS) and _FOR_YEARS.search(question):
        return "The question asks how long, and your facts do not say."
    if meaning.key.startswith("salary.") and value.kind == "money" and _COMPONENT.search(question):
        return "The question asks for a part of the pay that your figure does not tell apart."
    if value.kind != "bool":
        return ""
    if meaning.key == "work.authorization" and meaning.polarity == "negative" and _WITHOUT.search(question):
        return "“Without” may turn the question or only narrow it."
    if meaning.threshold is not None and _BETWEEN.search(question):
        return "The question names a range."
    if meaning.polarity == "positive" and _NEGATIVE.search(question):
        return "The question is put in the negative."
    if _ENDED.search(question):
        return "The question is about something that ended or was refused."
    if meaning.threshold is not None and meaning.key != "age.minimum" and _BELOW.search(question):
        return "The question asks for less than an amount."
    return ""
