"""Stated pay in text → Pay. An amount counts only where the words around it make it pay: never a bonus, a budget or a
stipend; a period is taken from the words, and from the size only where no other period is plausible."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

import msgspec

from companion.intake.money import Amount, amounts
from companion.intake.period import UNIT, find_period, is_plausible, said_period
from companion.model.posting import Pay

_CUE = re.compile(
    r"salar(?:y|ies)|\bpay\b|pay (?:range|scale|rate|band|transparency)|compensation|\bbase\b|\bwages?\b|\brates?\b|remuneration|earn(?:ing)?s?\b|\bOTE\b|on[- ]target|starting at|"
    r"\bCTC\b|package|\bhiring range|gehalt|vergütung|verdienst|lohn\b|entlohnung|bezahlung|entgelt|stundensatz|"
    r"salaire|rémunération|fourchette|\bTJM\b|salario|sueldo|retribución|remuneración|banda salarial|salário|remuneração|stipendio|retribuzione|\bRAL\b|salaris|loon\b|"
    r"lön\b|lønn?\b|mzda|\bplat\b|\bbér\b|maaş|ücret|palkk?a|salari(?:al|u)|vencimento|bolsa[- ]aux|зарплата|wynagrodzenie|widełki|taux (?:horaire|journalier)|mindest(?:gehalt|entgelt|lohn)|給与|[月年時日][給収俸薪]|급여|연봉|월급|वेतन|hourly|annual(?:ly|i[sz]ed)?|(?:per|an?) (?:year|hour|annum|month|week|day)\b|/\s?(?:hr|hour|yr|year|month|mo|week|day)\b|\b(?:month|week|dai)ly\b|pro rata|\bp\.?a\.?\b|minimum[^.]{0,30}maximum",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"salar|\bpay\b|pay(?:s|ing)\b|gehalt|salaire|salario|salário|sueldo|compensation|wage|rémunération|vergütung|verdienst|retribu|remunera|entgelt|"
    r"lohn\b|\bRAL\b|CTC|\bbase\b|\bOTE\b|hourly|day rate|stipendio|earn|salaris|lön\b|lønn?\b|mzda|\bplat\b|\bbér\b|maaş|ücret|palkk?a|vencimento|bolsa[- ]aux|зарплата|rate\b|wynagrodzenie|tagessatz|\bTJM\b|taux (?:horaire|journalier)|package (?:of|de|von)\b|給与|[月年時日][給収俸薪]|급여|연봉|월급|वेतन",
    re.IGNORECASE,
)
"""A single amount is pay only behind one of these, or before one of the next."""
_GROSS = re.compile(
    r"^[\s(/,-]*(?:[^\W\d]+[\s/]+){0,2}?(?:gross|brutt?[oe]?s?|basic|base|salary|wage|fix(?:e|ed|um|o)?|fijos?|lord[oi]|ilíquidos?|netto)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"bonus(?:es)?\b|sign(?:ing)?[- ]on|\breferral|401\s?\(?k|stipend(?!io)|reimburs\w*|allowance|budget|revenue|\bARR\b|\bMRR\b|\bAUM\b|fund(?:ing|ed|raise\w*)|\braised\b|"
    r"series [a-e]\b|valu(?:ation|ed)|invest\w*|assets|savings?\b|sav(?:e|ing|ed)\b|\bquota|deals?\b|pipeline|portfolio|"
    r"turnover|\bgrants?\b|tuition|scholarship|discount|deposit|insurance|premium|deductible|equity|stock|shares?\b|rsu|coverage|donat\w*|award(?:ed|s)?\b|fine\b|penalt\w+|"
    r"commissions?\b|relocation|\bcontribut\w+|match(?:ing)?\b|\bper diem|credit|vouchers?|gift|cost of|worth\b|market cap|transactions?|processed|processing|spend\b|"
    r"zuschuss|bonuszahlung|prämie|umsatz|prime\b|chiffre d'affaires|levée|facturación|ventas|ayuda|rabatt|gutschein|sachbezug|"
    r"home office|learning (?:and|&) development|per client|\bHRA\b|fertility|adoption|surrogacy|par client|/\s?client|transport|ticket|raise \$|customers?|million (?:in|people|users)|tip\b|tips\b|differential|\brent\b|mortgage|\bwellness\b|\bgym\b|\blunch\w*|\bmeals?\b",
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
    r"(?:salary|base pay|pay range|pay|compensation|gehalt\w*|salaire|salario|rémunération|vergütung|wage|rate)(?: range| scale| band)?(?: for this (?:role|position|job))?(?: is| of|:| -)[^.\n\d]{0,50}$",
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
_PART = re.compile(r"\b(?:actual|pro[- ]rata) (?:salary|pay|equivalent)", re.IGNORECASE)
"""In front of what fewer hours earn."""
_TRAINING_YEAR = re.compile(
    r"(?:\b[1-4]\.|erste[ns]|zweite[ns]|dritte[ns]|vierte[ns])\s*(?:Ausbildungs|Lehr)jahr\W*(?:ca\.?|mind\w*|ab)?\W*$",
    re.IGNORECASE,
)
_TARGET_LOSS = 10
"""More than anything else can make up for."""
_LEAST = re.compile(
    r"\bmindest(?:gehalt|entgelt|lohn|jahresgehalt|monatsgehalt)|\bminimum (?:salary|pay|wage)\b", re.IGNORECASE
)
_INTERN = re.compile(
    r"\bintern(?:s|ship|ships)?\b|\btrainees?\b|\bfellows?(?:hip)?\b|doctora(?:l|te)\b|\bph\.?d\b", re.IGNORECASE
)
_NEAR = 200
"""Characters within which a second range belongs to the list that a first one began."""


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
    steps = [amount for amount in steps if is_plausible(amount.low, amount.currency, "month")]
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
    behind = 0
    for amount in amounts(text, nation):
        judged = _judge(text, amount, behind, labelled=labelled, listed=amount.start - listed < _NEAR)
        behind = amount.end
        if judged is not None:
            found.append(judged)
            listed = amount.end if amount.high is not None else listed
    if not found:
        return None
    score, best = max(found, key=lambda pair: pair[0])
    # What may be earned in all is scored below zero, and is no other place's or level's range.
    return best if labelled else _hull(best, [pay for other, pay in found if (other > 0) == (score > 0)])


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


def _judge(text: str, amount: Amount, behind: int, *, labelled: bool, listed: bool) -> tuple[float, Pay] | None:
    """How convincing it is that `amount` is pay, and as what; None where it is not.

    `behind` is where the amount before it ended: words before that are about the other. `listed` where a range shortly before was pay: the next place's or level's needs no words of its own.
    """
    sentence_start = (
        max(text.rfind("\n", 0, amount.start), text.rfind(". ", 0, amount.start), amount.start - 140, -1) + 1
    )
    before = text[sentence_start : amount.start]
    after = _until(text[amount.end : amount.end + 60])
    own = before[max(0, behind - sentence_start) :]
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
    period = find_period(before, after, wide, max(low, high or 0), amount)
    if period is None and not labelled:
        return None
    if period is not None and not is_plausible(low if high is None else high, amount.currency, period):
        return None
    cue = bool(
        _CUE.search(before[-120:])
        or _CUE.search(after)
        or _GROSS.search(after)
        or (high is not None and (listed or _CUE.search(wide)))
    )
    close = before[-60:]
    named = close[_last_cue(close) :]
    other = [match[0].lower() for match in _NOT_PAY.finditer(named)]
    # What interns are paid by the month is called a stipend; what others get beside their pay is too.
    interns = period in ("year", "month", "week") and set(other) == {"stipend"} and bool(_INTERN.search(wide + after))
    bad = bool((other and not interns) or _NAMES_OTHER.match(after))
    if _STIPEND.search(_PLUS.split(text[amount.end : amount.end + 60].split("\n")[0])[0]) or (bad and not labelled):
        return None
    hourly = period == "hour" and said_period("", after[:14]) == "hour"
    alone = not _FROM.sub("", _UP_TO.sub("", before)).strip(" -•*\t") and said_period("", after) is not None
    if period == "month" and low < 1_000 * UNIT.get(amount.currency, 1.0):
        # "$100 a month" is an allowance more often than pay.
        alone = False
    # "We offer £30,000 a year": so much, said by the year, is nothing but pay once other things are ruled out.
    yearly = said_period("", after[:14]) == "year" and 15_000 <= low / UNIT.get(amount.currency, 1.0) <= 400_000
    if not (labelled or cue or hourly or yearly or interns or alone):
        return None
    if not amount.currency and not (labelled or _BARE.search(before)):
        return None
    if high is None and not (
        labelled or hourly or alone or yearly or interns or _PAY_WORD.search(before) or _GROSS.search(after)
    ):
        return None
    up, start = bool(_UP_TO.search(before[-30:])), bool(_FROM.search(before[-30:]) or _LEAST.search(own))
    if high is None and up:
        minimum, maximum = None, low
    elif high is None and (start or amount.open_ended):
        minimum, maximum = low, None
    else:
        minimum, maximum = low, low if high is None else high
    score = (
        (4 if high is not None else 1)
        + (2 if cue else 0)
        + (1 if said_period(before, after) else 0)
        - (
            _TARGET_LOSS
            if _TARGET.search(own[-80:]) or _PART.search(own) or _TARGET.search(_PLUS.split(after)[0])
            else 0
        )
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
