"""How the words of forms are compared: folded text, and what an option says (yes, no, decline, nothing of these)."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Stance = Literal["yes", "no", "decline", "other"]

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
_NOT_WORD = re.compile(r"[^\w\u0900-\u0dff+#%]+")  # Indic vowel signs are no word characters to `re`


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for tables that read as sentences."""
    return frozenset(text.split())


_YES = word_set(
    "yes y yeah yep ja jep oui si sim haan ha true agree agreed accept accepted confirm confirmed affirmative "
    "はい हां हाँ 是 1"
)
_NO = word_set(
    "no n nope nein non nao nahi nahin nee nej false disagree decline_to_accept reject negative never none "
    "いいえ नहीं 否 0"
)
_TELL = (
    "(answer|say|disclose|specify|state|self|identify|share|respond|provide|declare|tell|reveal|indicate|"
    "reply|complete)"
)
_DECLINE = re.compile(
    rf"\b(prefer not( to)?( {_TELL}|$)|(rather|choose|chose|opt|elect|wish|prefer) not (to )?{_TELL}|"
    rf"(not|dont|never) (wish|want|care|like|choose) to {_TELL}|"
    rf"declined?( to)?( {_TELL}.*)?$|do not disclose|not (disclosed|specified|declared|stated|say)$|prefer to not|"
    r"no (answer|response)|undisclosed|unspecified|unanswered|withh(o|e)ld|choose not to$|"
    r"^skip( (this|the))?( question)?$|"
    r"(prefer|rather|like) (to )?keep (that|this|it|my \w+) (private|to myself)|"
    r"mochte (ich )?(das |dies |es )?(lieber )?nicht (sagen|beantworten)|ohne angabe|"
    r"keine angabe|mochte (ich )?(dazu )?(keine|nicht an)|nicht angeben|"
    r"prefere (pas|ne pas)|ne souhaite pas (repondre|le|pre|ind)|ne pas repondre|prefiero no|"
    r"no deseo (resp|con|rev|dec)|"
    r"no quiero (resp|con|dec)|prefiro nao|nao (desejo|quero) (resp|inf|dec|dizer))"
    r"|回答しない|答えたくない|बताना नहीं"
)
_NEGATION = re.compile(
    r"\b(not|never|dont|doesnt|didnt|wont|wouldnt|cant|cannot|isnt|arent|havent|hasnt|unable|no longer|"
    r"without|none|neither|"
    r"nicht|kein|keine|keinen|keiner|pas|jamais|aucune?|nunca|jamas|nao|nahi|nahin)\b|नहीं"
)
_SUBJECT = re.compile(r"^(i|ich|je|yo|eu|we|this|these|that) |^(am|have|will|do|can|bin|habe) ")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """`text` in lower case without accents and punctuation, words parted by one space; `+`, `#`, `%` stay."""
    text = unicodedata.normalize("NFKD", text[:4_000])
    text = unicodedata.normalize("NFC", _MARKS.sub("", text)).casefold()
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", text)).replace("_", " ").strip()


def declines(label: str) -> bool:
    """True for "Prefer not to say" in its many wordings."""
    return bool(_DECLINE.search(fold(label)))


@lru_cache(maxsize=16_384)
def stance(label: str) -> Stance:
    """What an option answers: a leading yes or no as a whole word ("No" is not in "Norway"), or a sentence in "I"."""
    folded = fold(label)
    if not folded:
        return "other"
    words = folded.split()
    if _DECLINE.search(folded):
        return "decline"
    if folded in {"n a", "na"} or folded.startswith(("no preference", "no opinion", "no longer", "not applicable")):
        return "other"
    if words[0] in _YES and not (words[0].isdigit() and len(words) > 1):
        return "yes"
    if words[0] in _NO and not (words[0].isdigit() and len(words) > 1) and not (words[0] == "none" and len(words) > 1):
        return "no"
    if words[0] in {"not", "dont"} and len(words) > 1 and words[1] not in {"sure", "applicable", "specified", "listed"}:
        return "no"
    if _SUBJECT.search(folded):
        return "no" if _NEGATION.search(folded) else "yes"
    return "other"


def negated(text: str) -> bool:
    """True where the sentence holds a negation."""
    return bool(_NEGATION.search(fold(text)))


DECLINE_WORDINGS = (
    "I don't wish to answer", "Decline To Self Identify", "I do not want to answer", "I do not wish to answer",
    "Prefer not to say", "I prefer not to say", "Prefer not to answer", "I prefer not to answer",
    "Decline to self-identify", "I decline to self-identify", "Choose not to disclose", "I choose not to disclose",
    "Prefer not to disclose", "I prefer not to disclose", "I don't want to answer", "Decline to answer",
    "I do not wish to self-identify", "I choose not to self-identify", "Prefer not to specify", "Decline to state",
    "Keine Angabe", "Je préfère ne pas répondre", "Prefiero no decirlo", "Prefiro não responder",
)  # fmt: skip
"""How forms word "prefer not to say", the commonest first, to look for in a list that cannot be read beforehand."""
_IN_LANGUAGE = {"de": ("Ja", "Nein"), "fr": ("Oui", "Non"), "es": ("Sí", "No"), "pt": ("Sim", "Não")}


def yes_or_no(truth: bool, language: str) -> str:
    """Yes or no as the page's language has it (English for languages without a word here)."""
    yes, no = _IN_LANGUAGE.get(language[:2].casefold(), ("Yes", "No"))
    return yes if truth else no


_UNITS = {
    "en": {"day": ("day", "days"), "week": ("week", "weeks"), "month": ("month", "months"), "year": ("year", "years")},
    "de": {
        "day": ("Tag", "Tage"),
        "week": ("Woche", "Wochen"),
        "month": ("Monat", "Monate"),
        "year": ("Jahr", "Jahre"),
    },
    "fr": {"day": ("jour", "jours"), "week": ("semaine", "semaines"), "month": ("mois", "mois"), "year": ("an", "ans")},
    "es": {"day": ("día", "días"), "week": ("semana", "semanas"), "month": ("mes", "meses"), "year": ("año", "años")},
    "pt": {"day": ("dia", "dias"), "week": ("semana", "semanas"), "month": ("mês", "meses"), "year": ("ano", "anos")},
}


def unit_word(unit: str, amount: float, language: str) -> str:
    """day, week, month or year in the page's language (English where it has none here), in the number `amount` asks."""
    one, many = _UNITS.get(language[:2].casefold(), _UNITS["en"])[unit]
    return one if amount == 1 else many


def same(left: str, right: str) -> bool:
    """True where two wordings are equal once folded."""
    return bool(fold(left)) and fold(left) == fold(right)


def has_words(text: str, phrase: str) -> bool:
    """True where the folded `phrase` stands in `text` as whole words."""
    wanted = fold(phrase)
    return bool(wanted) and f" {wanted} " in f" {fold(text)} "
