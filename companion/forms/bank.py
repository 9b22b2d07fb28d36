"""The answer bank: which stored answer speaks to a question, by family and subject, narrowest scope first.

An answer about one employer is never used for another; one about a country or skill never for another of them.
"""

import hashlib
from collections.abc import Iterator
from typing import get_args

import msgspec

from companion.forms.context import Context
from companion.forms.evidence import wordings
from companion.forms.figures import DURATION_WORDS, SCALES
from companion.forms.meaning import AT_EMPLOYER, AT_POSTING, Meaning
from companion.forms.misgivings import narrower
from companion.forms.places import country
from companion.forms.value import Found, Missing, Value
from companion.forms.vocabulary import term
from companion.forms.words import declines, fold, negated, word_set
from companion.model.form import Answer
from companion.model.posting import Period

EMPLOYER_BOUND = word_set(
    "prior.employer prior.applied prior.interviewed prior.details relatives conflict referral referral.name "
    "referral.contact why.company why.role why.you account.username account.exists offer.other candidate.interviewing "
    "government debarment how.heard how.heard.detail"
)
"""Families whose truth depends on the employer that asks."""
COUNTRY_BOUND = word_set(
    "work.authorization work.authorization.basis sponsorship.now sponsorship.future visa.type visa.expires visa.opt "
    "citizenship.is us_person security.clearance"
)
"""Families whose truth depends on a country."""
SUBJECT_BOUND = word_set(
    "years.with experience.with proficiency certifications.holds languages.level languages.speaks registration "
    "licences location.residence commute"
)
"""Families that mean nothing without their subject."""
_EMPTY = word_set("a an the please kindly our this that of to for in on and is are do does you your")
_SCOPES = ("posting", "company", "general")
_LEGAL = word_set("inc llc ltd limited gmbh ag se plc corp corporation co company pvt private sa sas bv nv pty llp the")


def employer(name: str) -> str:
    """A company name without its legal form, folded, to compare employers by."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def text_id(text: str) -> str:
    """What names one wording (a consent's text, an unknown question) whatever its case and punctuation."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:16]


def stated(context: Context, key: str, subject: str, asked: Meaning | None = None) -> Found | None:
    """What the bank says of `key` about `subject`; None where it is silent, Missing where two answers disagree.

    `asked`: the question it is for. An answer to these very words goes before all; one to narrower words counts not.
    """
    for scope in _SCOPES:
        found = [
            answer for answer in _in_scope(context, scope) if answer.family == key and _about(context, answer, subject)
        ]
        if asked is not None:
            found = _fitting(context, asked, found)
        if found:
            newest = max(found, key=lambda answer: answer.updated_at)
            if term(key).sensitive and len({answer.value.casefold() for answer in found}) > 1:
                return Missing(reason="Two of your stored answers disagree.", rule="answers-disagree", review=True)
            return typed(newest)
    return None


def _fitting(context: Context, asked: Meaning, found: list[Answer]) -> list[Answer]:
    wording = fold(context.question(asked))
    if same := [answer for answer in found if wording and fold(answer.question) == wording]:
        return same
    return [
        answer for answer in found if (value := typed(answer)) is None or not narrower(context, asked, answer, value)
    ]


def asked_alike(context: Context, question: str, options: tuple[str, ...]) -> Value | None:
    """The answer to this question where it is of no known family: the same wording, or the same words in another order.

    A stored choice must be among the options as they are worded.
    """
    wanted, gist = text_id(question), _gist(question)
    for scope in _SCOPES:
        for answer in _in_scope(context, scope):
            if answer.family not in {"", "custom", "question"}:
                continue
            same = wanted in {answer.subject, text_id(answer.question)}
            if not same and not (len(gist) > 1 and gist == _gist(answer.question)):
                continue
            if options and answer.kind in {"text", "choice"} and fold(answer.value) not in map(fold, options):
                continue
            value = typed(answer)
            return value if same or value is None else msgspec.structs.replace(value, review=True, rule="same-words")
    return None


_ALIKE = 0.5
"""Share of words two questions must have in common to be shown as alike (a proposal only, so half will do)."""


def similar(context: Context, question: str) -> Missing | None:
    """The answer to a question in nearly these words, as a proposal; never filled by itself."""
    wanted = _stems(question)
    best: tuple[float, Answer] | None = None
    for scope in _SCOPES:
        for answer in _in_scope(context, scope):
            told = _stems(answer.question)
            shared = len(wanted & told)
            share = shared / len(wanted | told) if shared > 1 else 0.0
            turned = negated(question) != negated(answer.question) or _figures(question) != _figures(answer.question)
            if answer.family in {"", "custom", "question"} and share >= _ALIKE and not turned:
                best = max(best, (share, answer), key=lambda each: each[0]) if best else (share, answer)
    if best is None:
        return None
    answer = best[1]
    said = {"true": "Yes", "false": "No"}.get(answer.value, answer.value) if answer.kind == "bool" else answer.value
    return Missing(
        reason=f"You answered “{answer.question[:200]}” before. Approve or change it.", draft=said,
        cited=(f"answer/{answer.id}",), rule="similar-question",
    )  # fmt: skip


def _stems(question: str) -> frozenset[str]:
    """The beginnings of the words that carry a question."""
    return frozenset(word[:5] for word in _gist(question) if len(word) > 2)


def _figures(question: str) -> frozenset[str]:
    return frozenset(word for word in fold(question).split() if any(letter.isdigit() for letter in word))


def _gist(question: str) -> frozenset[str]:
    """The words of a question without those that change nothing; negations and numbers stay."""
    return frozenset(fold(question).split()) - _EMPTY


def typed(answer: Answer) -> Value | None:
    """A stored answer as a value; None where its text does not fit its kind."""
    said = " ".join(part for part in (answer.value, answer.unit, answer.currency, answer.period) if part)
    value = Value(kind="text", fact=f"answer/{answer.id}", said=said, rule=f"answer:{answer.scope}", text=answer.value)
    if answer.kind == "bool":
        truth = {"true": True, "yes": True, "false": False, "no": False}.get(answer.value.strip().casefold())
        return None if truth is None else msgspec.structs.replace(value, kind="bool", truth=truth)
    if answer.kind in {"number", "money", "duration"}:
        return _amount(answer, value)
    if answer.family.startswith("eeo.") and declines(answer.value):
        return msgspec.structs.replace(value, kind="decline")
    return msgspec.structs.replace(value, kind="date") if answer.kind == "date" else value


def _amount(answer: Answer, value: Value) -> Value | None:
    low, _, high = answer.value.replace(",", "").partition("–")
    scale = SCALES.get(answer.unit, 1.0) if answer.kind == "money" else 1.0
    try:
        figures = float(low) * scale, float(high or low) * scale
    except ValueError:
        return None
    kind = "duration" if answer.kind == "number" and answer.unit in DURATION_WORDS else answer.kind
    period = next((period for period in get_args(Period) if period == answer.period), None)
    return msgspec.structs.replace(
        value, kind=kind, low=figures[0], high=figures[1], unit="" if answer.kind == "money" else answer.unit,
        currency=answer.currency, period=period,
    )  # fmt: skip


def _in_scope(context: Context, scope: str) -> Iterator[Answer]:
    posting = context.posting
    for answer in context.answers:
        if answer.scope != scope:
            continue
        if scope == "posting" and not (posting and answer.posting_id == posting.id):
            continue
        if scope == "company" and not (posting and employer(answer.company) == employer(posting.company)):
            continue
        if scope == "general" and answer.family in EMPLOYER_BOUND:
            continue
        yield answer


def _about(context: Context, answer: Answer, subject: str) -> bool:
    if answer.family in COUNTRY_BOUND:
        wanted = context.country(subject)
        return bool(wanted) and (country(answer.subject) or answer.subject.upper()) == wanted
    mine, asked = ("" if each in {"*", AT_EMPLOYER, AT_POSTING} else each for each in (answer.subject, subject))
    if answer.family in SUBJECT_BOUND:
        return bool(mine and asked) and bool(set(wordings(mine)) & set(wordings(asked)))
    return not mine or not asked or fold(mine) == fold(asked)


def question_of(meaning: Meaning, label: str) -> str:
    """The question's text as it is stored and compared."""
    return meaning.question or label
