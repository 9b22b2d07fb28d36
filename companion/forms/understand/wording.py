"""What the wording of a question adds to its family: which sentence asks, time frame, negation, numbers, units, limits."""

import re
from typing import Literal

from companion.forms.meaning import TimeFrame
from companion.forms.understand.folding import plain
from companion.model.form import Field
from companion.model.posting import Period

_ABBREVIATIONS = ("e.g", "i.e", "etc", "U.S", "U.K", "vs", "Inc", "Ltd", "No", "St", "Dr", "bzw", "z.B", "Kl", "ca", "p.ex", "ej")
_SENTENCE = re.compile(
    r"(?<=[?!？।])\s*|(?<=\.)"
    + "".join(rf"(?<!\b{re.escape(each)}\.)" for each in _ABBREVIATIONS)
    + r"\s+(?=[A-ZÀ-Þ¿\"“(])|\n+"
)
_FEW_WORDS = 4
_ASKS = re.compile(r"[?？]\s*[*)\]\"”]*\s*$")

_NOW_OR_LATER = re.compile(
    r"\b(now|current\w*|present\w*|today|at this time|immediate\w*)\b.{0,15}\b(or|and|and or)\b.{0,25}\b(future|later|any (time|point))\b|"
    r"\bnow or (will you )?(in|at)\b|\bat any (time|point)\b|\b(jetzt|aktuell|derzeit)\b.{0,15}\boder\b.{0,25}\b(zukunft|spater|kunftig)|"
    r"\b(maintenant|actuellement)\b.{0,10}\bou\b.{0,20}\b(avenir|futur)|\b(ahora|actualmente)\b.{0,8}\bo\b.{0,15}\bfuturo|"
    r"\b(agora|atualmente)\b.{0,8}\bou\b.{0,15}\bfuturo|(अभी|वर्तमान).{0,10}(या|ya).{0,12}(भविष्य)|abhi ya.{0,10}bhavishya"
)
_LATER = re.compile(r"\b(in the future|future|eventually|later on|zukunft|kunftig|avenir|futuro|bhavishya)\b|भविष्य")
_NOW = re.compile(
    r"\b(now|currently|current|presently|at present|at this time|today|right now|derzeit|aktuell|jetzt|actuellement|actualmente|atualmente|abhi)\b|अभी|वर्तमान"
)
_WILL = re.compile(r"\b(will|would|werden|wirst|serez|necesitara\w*|requerira\w*|precisara\w*)\b")

_NEGATION = re.compile(
    r"\b(not|never|dont|doesnt|wont|cant|cannot|havent|arent|isnt|no longer|nor|neither|without|free (of|from)|unable|nicht|kein\w*|ohne|"
    r"sans|sin|sem|pas|jamais|nunca|nao)\b|\bi (have|need|require|hold) no\b|\bare you no\b|\bno (need|requirement|convictions?|relatives|"
    r"conflicts?|criminal)\b|नहीं|बिना|\bnahi\b|\bbina\b"
)
_HARMLESS = re.compile(
    r"\b(whether or not|or not|if not|not limited to|not including|not be limited|not (exceed\w*|required|mandatory|necessary)|do not (include|list|count|leave)|"
    r"may not|not only|not applicable|will not (be|affect|automatically|necessarily|disqualify)|does not (mean|automatically|constitute)|need not)\b"
)

_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = (
    ("hour", re.compile(r"\b(hourly|per hour|an hour|hour|hr|stundenlohn|stundensatz|horaire|por hora)\b")),
    ("day", re.compile(r"\b(daily|day rate|per day|per diem|a day|tagessatz|tjm|journalier|por dia)\b")),
    ("week", re.compile(r"\b(weekly|per week|a week|pro woche|par semaine|por semana)\b")),
    ("month", re.compile(r"\b(monthly|per month|a month|p m|pm|monatlich\w*|monatsgehalt|monat|mensuel\w*|par mois|mensual\w*|al mes|mensal|mes|mensile|maandelijks|miesiecznie)\b|मासिक|प्रति माह|月給")),
    ("year", re.compile(r"\b(annual\w*|yearly|per (annum|year)|a year|pa|p a|lpa|ctc|jahrlich\w*|jahres\w+|brutto ?jahres\w*|jahr|annuel\w*|par an|anual\w*|al ano|por ano|annu[oa]|jaarlijks|rocznie|base salary)\b|वार्षिक|सालाना|年収|年俸")),
)  # fmt: skip
_CURRENCIES = (
    ("₹", "INR"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("zł", "PLN"), ("R$", "BRL"), ("US$", "USD"), ("A$", "AUD"),
    ("C$", "CAD"), ("S$", "SGD"), ("CHF", "CHF"),
)  # fmt: skip
_CODE = re.compile(
    r"\b(USD|EUR|GBP|INR|JPY|CHF|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|ZAR|AED|ILS|TRY|CNY|KRW|PHP|IDR|MYR|THB)\b"
)
_UNITS = (
    ("lakh", re.compile(r"\b(lpa|lakhs?|lacs?|l p a)\b|लाख")),
    ("crore", re.compile(r"\b(crores?|cr)\b|करोड़")),
    ("thousand", re.compile(r"\b(in thousands?|thousands|in k|k usd|k eur|tsd|milliers|en miles)\b")),
)
_TIME_UNITS = (
    ("day", re.compile(r"\b(days?|tage?n?|jours?|dias?|giorni|dagen|dni|din)\b|दिन")),
    ("week", re.compile(r"\b(weeks?|wochen?|semaines?|semanas?|settimane|weken|tygodni\w*|hafte)\b|सप्ताह|हफ्ते")),
    (
        "month",
        re.compile(r"\b(months?|monaten?|monate|mois|meses|mes|mesi|maanden|miesi\w+|mahine)\b|महीने|माह|ヶ月|か月"),
    ),
    ("year", re.compile(r"\b(years?|yrs?|jahren?|jahre|ans|annees|anos|anni|jaar|jaren|lat|saal)\b|साल|वर्ष|年")),
)
_THRESHOLD = re.compile(
    r"\b(?:at least|minimum(?: of)?|min|more than|over|mindestens|au moins|al menos|pelo menos|kam se kam)?\s*"
    r"(\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:or more |plus )?(years?|yrs?|months?|jahren?|jahre|ans|anos|saal|साल|वर्ष)\b"
)
_WORDS_LIMIT = re.compile(
    r"(?:(?:max(?:imum)?|up to|under|within|less than|no more than|limit\w*|at most|fewer than|bis zu|hochstens|moins de|maximo|menos de)\W{0,3}(?:of )?(\d{2,5})\s*-?\s*(words?|characters?|chars?|worter|zeichen|mots|caracteres|palabras|palavras))|"
    r"(?:(\d{2,5})\s*-?\s*(words?|characters?|chars?|worter|zeichen|mots|caracteres|palabras|palavras)\s*(?:or (?:less|fewer)|max\w*|limit|or under))|(?:(?:in|\d\s*-)\s*(\d{1,2}) (sentences?|satzen|phrases))"
)
_RANGE_LIMIT = re.compile(r"\b(\d{1,4})\s*(?:-|–|to)\s*(\d{1,4})\s+(words?|sentences?|characters?)\b", re.IGNORECASE)
_NUMBERS_ONLY = re.compile(
    r"\b(numbers? only|digits only|numeric|only numbers|only digits|whole numbers?|no commas|without commas|just (a )?numbers?|nur zahlen|chiffres uniquement|solo numeros|apenas numeros)\b"
)
_DATE = re.compile(r"\b(d{1,2}|t{1,2}|j{1,2}|m{1,2}|y{2,4}|j{4}|a{4})([-/. ]+)(d{1,2}|t{1,2}|j{1,2}|m{1,2}|y{2,4}|a{4})(?:([-/. ]+)(y{2,4}|j{4}|a{4}|d{1,2}))?\b", re.IGNORECASE)  # fmt: skip


def asking(label: str) -> str:
    """The part of a label that asks: its sentences with a question mark, else all of it. Unfolded."""
    if "?" not in label and "？" not in label:
        return label
    questions = [sentence for sentence in _SENTENCE.split(label) if sentence and _ASKS.search(sentence)]
    asked = " ".join(questions)
    # "… (class B resp. C)?": what is left after an abbreviation's full stop asks nothing by itself.
    return asked if len(asked.split()) >= _FEW_WORDS else label


def time_frame(folded: str) -> TimeFrame:
    """When the question is about; "" where it does not say."""
    if _NOW_OR_LATER.search(folded):
        return "now_or_future"
    if _LATER.search(folded):
        return "future"
    return "now" if _NOW.search(folded) else ""


def will(folded: str) -> bool:
    """Whether the question looks ahead ("will you need …")."""
    return bool(_WILL.search(folded))


def negated(folded: str, before: int) -> bool:
    """Whether what stands in front of position `before` turns the question round ("I have never been …")."""
    text = _HARMLESS.sub(lambda match: " " * len(match.group()), folded)[:before]
    return len(_NEGATION.findall(text)) % 2 == 1


def period(folded: str) -> Period | None:
    """What an amount of money is per; None where nothing says."""
    return next((name for name, pattern in _PERIODS if pattern.search(folded)), None)


def currency(text: str) -> str:
    """The currency a text names by code or unambiguous sign; a bare "$" is the currency of many countries."""
    if code := _CODE.search(text):
        return code.group()
    return next((code for sign, code in _CURRENCIES if sign in text), "")


def amount_unit(folded: str) -> str:
    """lakh, crore or thousand where an amount is wanted in it."""
    return next((name for name, pattern in _UNITS if pattern.search(folded)), "")


def range_end(folded: str) -> Literal["", "minimum", "maximum"]:
    """Which end of a pay range a control takes; "" for the whole or both."""
    low = bool(re.search(r"\b(min(imum)?|lowest|at least|from)\b", folded))
    high = bool(re.search(r"\b(max(imum)?|highest|up to)\b", folded))
    if low == high:
        return ""
    return "minimum" if low else "maximum"


def time_unit(folded: str) -> str:
    """day, week, month or year where exactly one is named; "" otherwise."""
    named = [name for name, pattern in _TIME_UNITS if pattern.search(folded)]
    return named[0] if len(named) == 1 else ""


def threshold(folded: str) -> tuple[float, str] | None:
    """ "5+ years", "at least 6 months" → (amount, unit)."""
    found = _THRESHOLD.search(folded)
    if not found:
        return None
    unit = "month" if found.group(2).startswith("month") else "year"
    return float(found.group(1).replace(",", ".")), unit


def limits(field: Field) -> tuple[int | None, int | None, Literal["", "characters", "words", "sentences"]]:
    """(least, most, unit) of a text, from the words around the field and its maxlength."""
    said = f"{field.label} {field.help} {field.placeholder}"
    if found := _RANGE_LIMIT.search(said):
        return int(found.group(1)), int(found.group(2)), _limit_unit(found.group(3).lower())
    if found := _WORDS_LIMIT.search(plain(said)):
        amount, unit = next((a, b) for a, b in zip(found.groups()[::2], found.groups()[1::2], strict=True) if a)
        return None, int(amount), _limit_unit(unit)
    return None, field.max_length, "characters" if field.max_length else ""


def _limit_unit(word: str) -> Literal["characters", "words", "sentences"]:
    if word.startswith(("word", "wort", "mot", "pala")):
        return "words"
    return "sentences" if word.startswith(("sentence", "satz", "phrase")) else "characters"


def numbers_only(folded: str) -> bool:
    """Whether the page wants digits and nothing else."""
    return bool(_NUMBERS_ONLY.search(folded))


def date_format(field: Field) -> str:
    """The page's own date pattern, such as `DD/MM/YYYY`; "" where it shows none."""
    for text in (field.placeholder, field.label, field.help):
        if found := _DATE.search(text):
            written = found.group().upper().replace("T", "D")
            written = re.sub(r"J{4}|A{4}", "YYYY", written)
            written = re.sub(r"J{1,2}", "DD", written)
            if len(set(re.findall(r"[DMY]", written))) > 1:
                return written
    return ""
