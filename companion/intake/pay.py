"""Stated pay in text → Pay. An amount counts only where the words around it make it pay: never a bonus, a budget or a
stipend; a period is taken from the words, and from the size only where no other period is plausible."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

import msgspec

from companion.intake.money import Amount, amounts
from companion.model.posting import Pay, Period

_PERIOD_WORDS: tuple[tuple[Period, str], ...] = (
    ("hour", r"(?:/|per |an? |each )\s?(?:hour|hr|h\b)|\bhourly|\bp\.?/?h\b|\bhr\b|stunde(?:nlohn)?|/\s?(?:std|stunde)|pro stunde|stündlich|(?:de l'|par |/ ?)heure|horaire|"
     r"por hora|la hora|/\s?hora|per uur|/\s?uur|per time|timlön|all'ora|/\s?ora\b|na godzinę|/h\b"),
    ("day", r"(?:/|per |a |each )\s?day\b|\bdaily\b|day rate|per diem|/d\b|pro tag|tagessatz|par jour|journalier|tjm|por día|por dia|per dag|dagtarief|per shift"),
    ("week", r"(?:/|per |a |each )\s?(?:week|wk)\b|\bweekly\b|pro woche|par semaine|por semana|per week|\bp\.?w\.?\b"),
    ("month", r"(?:/|per |a |each )\s?(?:month|mo\b|mth)|\bmonthly\b|\bp\.?m\.?\b(?! to)|pro monat|monat(?:lich|sgehalt|sbrutto)?|brutto/monat|par mois|mensuel|/\s?mois|al mes|mensual|/\s?mes\b|"
     r"por mês|mensal|per maand|/\s?maand|per måned|per månad|i månaden|al mese|/mese|miesięcznie|/\s?mies|/\s?miesiąc|bruto per maand"),
    ("year", r"(?:/|per |a |each )\s?(?:year|yr|annum|anno)\b|\bannual(?:ly|i[sz]ed)?\b|\byearly\b|\bp\.?\s?a\.?\b|\bpa\b|\bLPA\b|\bCTC\b|pro jahr|jahr(?:esgehalt|lich|esbrutto)|jährlich|brutto/jahr|/\s?jahr|"
     r"par an\b|annuel|/\s?an\b|brut annuel|al año|anual|/\s?año|por ano|per jaar|/\s?jaar|per år|årslön|all'anno|annu[oai]|/yr|\bRAL\b|SBA\b|brut/an|\bOTE\b"),
)  # fmt: skip
_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PERIOD_WORDS
)
_CUE = re.compile(
    r"salar(?:y|ies)|\bpay\b|pay (?:range|scale|rate|band|transparency)|compensation|\bbase\b|\bwages?\b|\brates?\b|remuneration|earn(?:ing)?s?\b|\bOTE\b|on[- ]target|starting at|"
    r"\bCTC\b|package|\bhiring range|gehalt|vergütung|verdienst|lohn\b|entlohnung|bezahlung|entgelt|stundensatz|"
    r"salaire|rémunération|fourchette|\bTJM\b|salario|sueldo|retribución|remuneración|banda salarial|salário|remuneração|stipendio|retribuzione|\bRAL\b|salaris|loon\b|"
    r"\blön\b|\bløn\b|\blønn\b|wynagrodzenie|widełki|hourly|annual(?:ly|i[sz]ed)?|(?:per|an?) (?:year|hour|annum|month|week|day)\b|/\s?(?:hr|hour|yr|year|month|mo|week|day)\b|\b(?:month|week|dai)ly\b|pro rata|\bp\.?a\.?\b|minimum[^.]{0,30}maximum",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"salar|\bpay\b|pay(?:s|ing)\b|gehalt|salaire|salario|salário|sueldo|compensation|wage|rémunération|vergütung|verdienst|retribu|remunera|entgelt|"
    r"lohn\b|\bRAL\b|CTC|\bbase\b|\bOTE\b|hourly|day rate|stipendio|earn|salaris|\blön\b|\blønn?\b|rate\b|wynagrodzenie|tagessatz|\bTJM\b",
    re.IGNORECASE,
)
"""A single amount is pay only behind one of these."""
_NOT_PAY = re.compile(
    r"bonus(?:es)?\b|sign(?:ing)?[- ]on|\breferral|401\s?\(?k|stipend|reimburs\w*|allowance|budget|revenue|\bARR\b|\bMRR\b|\bAUM\b|fund(?:ing|ed|raise\w*)|\braised\b|"
    r"series [a-e]\b|valu(?:ation|ed)|invest\w*|assets|savings?\b|sav(?:e|ing|ed)\b|\bquota|deals?\b|pipeline|portfolio|"
    r"turnover|\bgrants?\b|tuition|scholarship|discount|deposit|insurance|premium|deductible|equity|stock|shares?\b|rsu|coverage|donat\w*|award(?:ed|s)?\b|fine\b|penalt\w+|"
    r"commissions?\b|relocation|\bcontribut\w+|match(?:ing)?\b|\bper diem|credit|vouchers?|gift|cost of|worth\b|market cap|transactions?|processed|processing|spend\b|"
    r"zuschuss|bonuszahlung|prämie|umsatz|prime\b|chiffre d'affaires|levée|facturación|ventas|ayuda|rabatt|gutschein|sachbezug|"
    r"home office|learning (?:and|&) development|per client|\bHRA\b|fertility|adoption|surrogacy|par client|/\s?client|transport|ticket|raise \$|customers?|million (?:in|people|users)|tip\b|tips\b|differential|\bwellness\b|\bgym\b|\blunch\w*|\bmeals?\b",
    re.IGNORECASE,
)
_NAMES_OTHER = re.compile(
    r"(?:(?!\bplus\b|\band\b|\bwith\b|\bin addition)[^.,;\n+&•|]){0,25}?(?:" + _NOT_PAY.pattern + ")", re.IGNORECASE
)
"""What directly follows an amount and makes it another thing; behind "plus" it is an addition to pay."""
_UP_TO = re.compile(
    r"(?:up to|bis zu|bis|jusqu'?à|hasta|até|fino a|max(?:imum|\.)?|tot)\s*(?:an? )?(?:annual |total )?[:(]?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:from|starting (?:at|from)|start(?:s|ing)? at|ab|mindestens|à partir de|desde|a partir de|min(?:imum|\.)?|at least|vanaf|od|over)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:salary|base pay|pay range|pay|compensation|gehalt|salaire|salario|rémunération|vergütung|wage|rate)(?: range| scale| band)?(?: for this (?:role|position|job))?(?: is| of|:| -)[^.\n\d]{0,25}$",
    re.IGNORECASE,
)
_STIPEND = re.compile(
    r"(?:annual|monthly|yearly|one[- ]time|quarterly|wellness|learning|internet|phone|office)[^.\n]{0,40}(?:stipend|allowance|reimbursement|budget|bonus)",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\+|\bplus\b|\band\b|,|\bsowie\b|\bzzgl")
_TARGET = re.compile(
    r"\bOTE\b|on[- ]target|target (?:total )?(?:cash|earnings)|total (?:target(?:ed)? )?(?:cash|earnings)|earning potential|potential (?:to earn|earnings)|(?:earn|make) (?:over|up to|as much as)|"
    r"uncapped|first[- ]year earnings|earnings in the first year|zielgehalt|inkl(?:usive|\.) (?:bonus|provision|variable\w*)|variable incluid[oa]",
    re.IGNORECASE,
)
"""What may be earned in all; where the base is stated too, the base is the pay."""
_TRAINING_YEAR = re.compile(
    r"(?:\b[1-4]\.|erste[ns]|zweite[ns]|dritte[ns]|vierte[ns])\s*(?:Ausbildungs|Lehr)jahr\W*(?:ca\.?|mind\w*|ab)?\W*$",
    re.IGNORECASE,
)
_TARGET_LOSS = 4
_NEAR = 200
"""Characters within which a second range belongs to the list that a first one began."""
_PLAUSIBLE: dict[str, tuple[float, float]] = {
    "hour": (4, 1_000), "day": (30, 10_000), "week": (100, 25_000), "month": (300, 150_000), "year": (8_000, 3_000_000),
}  # fmt: skip
_UNIT = {"INR": 20.0, "JPY": 100.0, "KRW": 1_000.0, "IDR": 10_000.0, "VND": 20_000.0, "HUF": 300.0, "CZK": 20.0, "SEK": 8.0, "NOK": 8.0,
         "DKK": 6.0, "PLN": 3.0, "PHP": 30.0, "THB": 20.0, "MXN": 10.0, "ZAR": 8.0, "TRY": 15.0, "TWD": 20.0, "NGN": 500.0,
         "CLP": 600.0, "COP": 2_000.0, "ARS": 300.0, "RUB": 50.0, "PKR": 100.0, "KES": 60.0, "EGP": 15.0, "UAH": 20.0}  # fmt: skip
"""Rough size of a currency against the euro, so that one table of plausible pay serves all. Never used to convert pay."""


def read_pay(text: str, *, nation: str = "") -> Pay | None:
    """Pay from a short text that is known to be about pay (a label's value, a salary snippet)."""
    return _best(text[:2_000], nation, labelled=True)


def find_pay(text: str, *, nation: str = "") -> Pay | None:
    """The pay a description states, or None. The first convincing range counts, a single amount only where no range is."""
    return _training_pay(text) or _best(text, nation, labelled=False)


def _training_pay(text: str) -> Pay | None:
    """What an apprentice is paid from the first year to the last ("1. Ausbildungsjahr: 1.150 €"): always a month's."""
    steps = [
        amount
        for amount in (amounts(text) if "jahr" in text else ())
        if amount.high is None and _TRAINING_YEAR.search(text[max(0, amount.start - 40) : amount.start])
    ]
    steps = [amount for amount in steps if _plausible(amount.low, amount.currency, "month")]
    if not steps:
        return None
    return Pay(
        minimum=min(amount.low for amount in steps),
        maximum=max(amount.low for amount in steps),
        currency=next((amount.currency for amount in steps if amount.currency), ""),
        period="month",
        text=" ".join(text[steps[0].start : steps[-1].end].split())[:200],
    )


def _best(text: str, nation: str, *, labelled: bool) -> Pay | None:
    found: list[tuple[float, Pay]] = []
    listed = -_NEAR
    for amount in amounts(text, nation):
        judged = _judge(text, amount, labelled=labelled, listed=amount.start - listed < _NEAR)
        if judged is not None:
            found.append(judged)
            listed = amount.end if amount.high is not None else listed
    if not found:
        return None
    score, best = max(found, key=lambda pair: pair[0])
    # What may be earned in all is scored far below the base, and is no other place's or level's range.
    return best if labelled else _hull(best, [pay for other, pay in found if other > score - _TARGET_LOSS])


def _hull(best: Pay, found: list[Pay]) -> Pay:
    """Ranges by place or level, in one currency and period, are one range: from the lowest to the highest."""
    if best.minimum is None or best.maximum is None or best.minimum == best.maximum:
        return best
    alike = [
        pay
        for pay in found
        if (pay.currency, pay.period) == (best.currency, best.period)
        and pay.minimum is not None
        and pay.maximum is not None
        and pay.minimum < pay.maximum
        and pay.minimum < 3 * best.maximum
        and pay.maximum > best.minimum / 3
    ]
    return msgspec.structs.replace(
        best,
        minimum=min(pay.minimum for pay in alike if pay.minimum is not None),
        maximum=max(pay.maximum for pay in alike if pay.maximum is not None),
    )


def _judge(text: str, amount: Amount, *, labelled: bool, listed: bool) -> tuple[float, Pay] | None:
    """How convincing it is that `amount` is pay, and as what; None where it is not.

    `listed` where a range shortly before was pay: the next place's or level's needs no words of its own.
    """
    sentence_start = (
        max(text.rfind("\n", 0, amount.start), text.rfind(". ", 0, amount.start), amount.start - 140, -1) + 1
    )
    before = text[sentence_start : amount.start]
    after = _until(text[amount.end : amount.end + 60])
    wide = text[max(0, amount.start - 220) : amount.start]
    if amount.scaled == "million" or (amount.low <= 0 and amount.high is None):
        return None
    if re.match(r"\s?\(?k\)?\b", after) and amount.high is None and "401" in text[amount.start : amount.end + 4]:
        return None
    low, high = amount.low, amount.high
    if high is not None and high < low:
        if high * 1000 >= low and high < 1000 <= low:
            return None
        low, high = high, low
    period = _period(before, after, wide, max(low, high or 0), amount)
    if period is None and not labelled:
        return None
    if period is not None and not _plausible(low if high is None else high, amount.currency, period):
        return None
    cue = bool(_CUE.search(before[-120:]) or _CUE.search(after) or (high is not None and (listed or _CUE.search(wide))))
    close = before[-60:]
    bad = bool(_NOT_PAY.search(close[_last_cue(close) :]) or _NAMES_OTHER.match(after))
    if _STIPEND.search(_PLUS.split(text[amount.end : amount.end + 60].split("\n")[0])[0]) or (bad and not labelled):
        return None
    hourly = period == "hour" and _explicit("", after[:14]) == "hour"
    if not (labelled or cue or hourly):
        return None
    if not amount.currency and not (labelled or _BARE.search(before)):
        return None
    alone = not before.strip(" -•*\t") and _explicit("", after) is not None
    if period == "month" and low < 1_000 * _UNIT.get(amount.currency, 1.0):
        # "$100 a month" is an allowance more often than pay.
        alone = False
    # "We offer £30,000 a year": so much, said by the year, is nothing but pay once other things are ruled out.
    yearly = _explicit("", after[:14]) == "year" and 15_000 <= low / _UNIT.get(amount.currency, 1.0) <= 400_000
    if high is None and not (labelled or hourly or alone or yearly or _PAY_WORD.search(before)):
        return None
    up, start = bool(_UP_TO.search(before[-30:])), bool(_FROM.search(before[-30:]))
    if high is None and up:
        minimum, maximum = None, low
    elif high is None and (start or amount.open_ended):
        minimum, maximum = low, None
    else:
        minimum, maximum = low, low if high is None else high
    score = (
        (4 if high is not None else 1)
        + (2 if cue else 0)
        + (1 if _explicit(before, after) else 0)
        - (_TARGET_LOSS if _TARGET.search(before[-80:]) or _TARGET.search(after) else 0)
        - amount.start / 1e6
    )
    pay = Pay(
        minimum=minimum,
        maximum=maximum,
        currency=amount.currency,
        period=period,
        text=" ".join(text[amount.start : amount.end + len(after)].split())[:200],
    )
    return score, pay


def _until(text: str) -> str:
    """`text` up to where another amount or sentence begins."""
    end = re.search(r"\n|\. [A-Z]|[$€£₹]|;", text)
    return text[: end.start()] if end else text


def _last_cue(text: str) -> int:
    """Where the last pay word of `text` ends: what is named before it is another thing."""
    ends = [match.end() for match in _CUE.finditer(text)]
    return ends[-1] if ends else 0


def _explicit(before: str, after: str) -> Period | None:
    for text in (after[:28], before[-70:], after):
        hits: list[tuple[int, Period]] = [
            (match.start(), name) for name, pattern in _PERIODS if (match := pattern.search(text))
        ]
        if hits:
            return min(hits)[1] if text is not before[-70:] else max(hits)[1]
    return None


def _period(before: str, after: str, wide: str, size: float, amount: Amount) -> Period | None:
    named = _explicit(before, after)
    inside: Period | None = None
    if named is not None and _plausible(size, amount.currency, named):
        return named
    if amount.scaled == "lakh":
        return "year"
    if _explicit("", after[:14]) is not None:
        # "$100 monthly" is too little for a month's pay, and is no hour's for it.
        return None
    unit = _UNIT.get(amount.currency, 1.0)
    if named is None or not _plausible(size, amount.currency, named):
        hits: list[tuple[int, Period]] = [
            (match.start(), name) for name, pattern in _PERIODS for match in pattern.finditer(wide)
        ]
        inside = max(hits)[1] if hits else None
        if inside is not None and _plausible(size, amount.currency, inside):
            return inside
    if size / unit >= 18_000:
        return "year"
    return "hour" if 7 <= size / unit <= 150 else None


def _plausible(size: float, currency: str, period: Period) -> bool:
    low, high = _PLAUSIBLE.get(period, (0, 1e12))
    unit = _UNIT.get(currency, 1.0)
    return low * (unit if unit <= 1 else unit * 0.15) <= size <= high * unit
