"""A value as text for a field that is typed into: units, periods, date formats and limits as the question has them."""

import re

import msgspec

from companion.forms.amounts import INDIAN, Amount, duration, exchanged, money, plain, whole
from companion.forms.buckets import currency_in, period_in, scale_in
from companion.forms.context import Context
from companion.forms.dates import format_in, part, render
from companion.forms.figures import DURATION_WORDS, SCALES
from companion.forms.fit import fit, fits, limit_of
from companion.forms.meaning import Meaning
from companion.forms.places import split_calling_code
from companion.forms.value import Missing, Value
from companion.forms.words import fold, unit_word, word_set, yes_or_no
from companion.model.form import Field

_DOLLARS = word_set("USD CAD AUD SGD NZD HKD")
_ASKS_MORE = re.compile(
    r"\b(if (so|yes|no|not|applicable)|please (explain|describe|specify|list|elaborate|provide|state)|where|when|why|"
    r"how|which|what|who|whom|whose|explain|number|nummer|numero|date|datum|fecha|expir\w*|details|name|"
    r"wer|welche\w*|wann|wo|qui|quel\w*|quand|quien|cual|cuando|quem|qual|quando)\b"
)
_NO_CODE = re.compile(
    r"(without|excluding|no|w/o) (the )?(country|dial\w*|isd|std|area) ?-?code|\b10[- ]digits?\b", re.IGNORECASE
)
_LONG = frozenset({"summary", "work.description", "cover.letter", "additional", "documents.resume_text", "skills"})


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """The text, and what was assumed to write it ("" for nothing)."""

    text: str
    assumed: str = ""


def write(value: Value, field: Field, meaning: Meaning, context: Context) -> Written | Missing:
    """`value` as `field` takes it; Missing where it cannot be written truthfully."""
    match value.kind:
        case "bool" if field.widget in {"textarea", "richtext"} or _ASKS_MORE.search(fold(context.question(meaning))):
            return Missing(reason="The question wants more than a yes or no.", rule="wants-more")
        case "bool":
            written = Written(text=yes_or_no(value.truth, context.snapshot.language))
        case "duration":
            written = _duration(value, field, meaning, context.snapshot.language)
        case "number":
            written = Written(text=plain(value.low))
        case "money":
            written = _money(value, field, meaning, context)
        case "date":
            written = _date(value, field, meaning, context)
        case "decline":
            return Missing(
                reason="You decline this, and the form offers no way to say so: left blank.", rule="eeo-decline"
            )
        case "country" if meaning.key == "phone.country" or (
            meaning.key == "phone" and meaning.part in {"country", "prefix"}
        ):
            written = Written(text=f"+{value.items[1]}")
        case _:
            written = Written(text=value.text)
    if isinstance(written, Missing):
        return written
    return _within(written, value, field, meaning)


def numeric(field: Field, meaning: Meaning) -> bool:
    """True where the field takes nothing but a number."""
    mode = field.attributes.get("inputmode", "")
    return (
        meaning.numbers_only
        or field.widget in {"number", "range"}
        or field.type == "number"
        or mode in {"numeric", "decimal"}
    )


def _integers(field: Field) -> bool:
    """True where the field takes whole numbers only, as a number field does unless its step says otherwise."""
    return field.step != "any" and not re.search(r"\.\d*[1-9]", field.step)


_COARSE = 0.5
"""So small a part of a year says nothing when it is rounded: 60 days of notice are not "1 year"."""


def _duration(value: Value, field: Field, meaning: Meaning, language: str) -> Written | Missing:
    """Experience rounds down and notice up: neither promises more than the fact."""
    unit = meaning.unit if meaning.unit in DURATION_WORDS else ""
    years = value.unit == "year" and meaning.key.startswith("years.")
    if not unit and (years or not numeric(field, meaning)):
        unit = value.unit
    if not unit:
        return Missing(reason="The field takes a number and names no unit.", rule="no-unit")
    amount = duration(value, unit)
    figure = amount.low
    assumed = amount.assumed
    if unit == "year" and 0 < figure < _COARSE:
        return Missing(reason="In that unit nothing but a fraction is left of it.", rule="unit-too-coarse")
    if numeric(field, meaning) or years:
        rounded = whole(figure, "down" if years else "up") if _integers(field) or years else figure
        if rounded != figure and not years:
            assumed = assumed or "rounded up to a whole number"
        return Written(text=plain(rounded), assumed=assumed)
    figure = whole(figure, "up") if figure != round(figure, 1) else figure
    if meaning.unit:
        return Written(text=plain(figure), assumed=assumed)
    return Written(text=f"{plain(figure)} {unit_word(unit, figure, language)}", assumed=assumed)


def _money(value: Value, field: Field, meaning: Meaning, context: Context) -> Written | Missing:
    scale = meaning.unit if meaning.unit in SCALES else scale_in(context.question(meaning))
    currency = meaning.currency or currency_in(context.question(meaning))
    if currency == "$":
        currency = value.currency if value.currency in _DOLLARS else "USD"
    if scale in {"lakh", "crore"} and not currency:
        currency = value.currency if value.currency in INDIAN else "INR"
    bare = numeric(field, meaning)
    asked = context.posting.pay if context.posting and context.posting.pay else None
    period = meaning.period or period_in(context.question(meaning))
    if scale in {"lakh", "crore"} and period is None:
        period = "year"
    if bare and not currency:
        currency = context.pay_currency
    if bare and period is None and value.period != "year":
        period = asked.period if asked and asked.period else None
        if period is None:
            return Missing(
                reason="The field takes a bare number and does not say per hour, month or year.", rule="no-period"
            )
    amount = money(value, currency=currency, period=period, unit=scale)
    if isinstance(amount, Missing):
        return _told(amount, value, currency, context)
    if meaning.part == "currency":
        return Written(text=value.currency) if value.currency else Missing(reason="Your figure names no currency.")
    if meaning.part == "period":
        return Written(text=f"per {value.period}") if value.period else Missing(reason="Your figure names no period.")
    return _amount(amount, value, meaning, bare=bare, scale=scale, period=period)


def _told(missing: Missing, value: Value, currency: str, context: Context) -> Missing:
    """Another currency is the person's to answer; what their own rates make of their figure helps them."""
    figure = exchanged(value, currency, context.profile.preferences.rates)
    if missing.rule != "other-currency" or figure is None:
        return missing
    per = f" per {value.period}" if value.period else ""
    about = f"At the rates in your preferences it is about {currency} {float(f'{figure:.3g}'):,.0f}{per}."
    return msgspec.structs.replace(missing, reason=f"{missing.reason} {about}")


def _amount(amount: Amount, value: Value, meaning: Meaning, *, bare: bool, scale: str, period: str | None) -> Written:
    figure = amount.high if meaning.part == "maximum" else amount.low
    single = bare or meaning.part in {"minimum", "maximum", "amount"} or amount.exact
    assumed = amount.assumed
    if single and not amount.exact and meaning.part not in {"minimum", "maximum"}:
        assumed = assumed or "the lower end of your range"
    digits = 2 if scale else 0
    if bare or scale:
        return Written(text=plain(figure, digits), assumed=assumed)
    figures = [figure] if single else [amount.low, amount.high]
    shown = "–".join(f"{each:,.0f}" for each in figures)
    if meaning.currency and (meaning.period or not value.period):
        return Written(text=shown, assumed=assumed)
    per = f" per {period or value.period}" if (period or value.period) else ""
    return Written(text=f"{value.currency} {shown}{per}".strip(), assumed=assumed)


def _date(value: Value, field: Field, meaning: Meaning, context: Context) -> Written | Missing:
    if field.widget == "date" or field.type == "date":
        form = "YYYY-MM-DD"
    elif value.unit and (meaning.unit in DURATION_WORDS or numeric(field, meaning)):
        return _duration(value, field, meaning, context.snapshot.language)
    elif field.widget == "month" or field.type == "month":
        form = "YYYY-MM"
    elif meaning.part in {"month", "year"} or (meaning.part == "day" and _split(meaning, context)):
        wanted = part(value.text, meaning.part)
        return (
            Written(text=wanted)
            if wanted
            else Missing(reason=f"The {meaning.part} is not known.", rule="date-part-unknown")
        )
    else:
        form = meaning.date_format or format_in(field.placeholder)
        if not form and meaning.part == "month_year":
            form = "MM/YYYY"
    if not form:
        return Written(text=value.text)
    written = render(value.text, form)
    return written if isinstance(written, Missing) else Written(text=written)


def _split(meaning: Meaning, context: Context) -> bool:
    """Whether the date is asked in parts: a "last working day" alone is a whole date."""
    parts = {each.part for each in context.meanings if each.key == meaning.key and each.frame == meaning.frame}
    return bool(parts & {"month", "year"})


def _within(written: Written, value: Value, field: Field, meaning: Meaning) -> Written | Missing:
    """The text within length, pattern and bounds; a long text is cut at a sentence, a short fact never is."""
    characters, words = limit_of(field, meaning)
    text = written.text
    if meaning.key == "phone" and meaning.part in {"", "number"}:
        text = _phone(text, field, characters, national=bool(_NO_CODE.search(field.label)))
    if not fits(text, characters, words):
        text = fit(text, characters, words) if meaning.key in _LONG or "\n" in text else ""
        if not text:
            return Missing(reason="Your text is longer than the form allows.", rule="too-long")
        return Written(text=text, assumed="shortened to the form's limit")
    if field.widget in {"number", "range"} and not _in_bounds(text, field):
        return Missing(reason="Your figure is outside what the form accepts.", rule="out-of-bounds")
    if not _matches(text, field.pattern):
        return Missing(reason="The form does not accept your answer as it is written.", rule="pattern")
    return Written(text=text, assumed=written.assumed)


def _phone(text: str, field: Field, characters: int | None, *, national: bool) -> str:
    """The number in the first way of writing it that the field's pattern and length accept."""
    code, rest = split_calling_code(text)
    digits = re.sub(r"\D", "", rest)
    ways = (
        [rest, digits] if national else [text, f"+{code}{digits}" if code else digits, rest, digits, f"{code}{digits}"]
    )
    if field.widget == "number" or field.type == "number":
        ways = [digits]
    return next((way for way in ways if fits(way, characters, None) and _matches(way, field.pattern)), text)


def _matches(text: str, pattern: str) -> bool:
    """Whether the page's own pattern accepts `text`. Patterns that could be made to run for ever are not run."""
    if not pattern or len(pattern) > 200 or re.search(r"\)[+*{]|[+*}][+*]", pattern):
        return True
    try:
        return re.fullmatch(pattern, text) is not None
    except (re.error, RecursionError):
        return True


def _in_bounds(text: str, field: Field) -> bool:
    try:
        figure = float(text)
        low = float(field.minimum) if field.minimum else None
        high = float(field.maximum) if field.maximum else None
    except ValueError:
        return not re.search(r"[^\d.,+-]", text)
    return (low is None or figure >= low) and (high is None or figure <= high)
