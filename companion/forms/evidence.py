"""Years of experience and "do you know X" from dated evidence in the profile only: work entries that name the skill.

The figure is a lower bound (a resume need not name everything): it can prove "5+" and never "no"; no evidence abstains.
"""

import re
from collections.abc import Iterable
from datetime import date

from companion.forms.context import Context, Resolver
from companion.forms.dates import bounds
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value
from companion.forms.words import fold, word_set

_ALIASES = (
    ("javascript", "js", "ecmascript"), ("typescript", "ts"), ("kubernetes", "k8s"), ("go", "golang"),
    ("postgresql", "postgres", "psql"), ("node js", "nodejs", "node"), ("react", "reactjs", "react js"),
    ("vue", "vuejs", "vue js"), ("angular", "angularjs", "angular js"), ("c#", "csharp", "c sharp"),
    ("c++", "cpp"), ("net", "dotnet", "dot net"), ("machine learning", "ml"), ("amazon web services", "aws"),
    ("google cloud platform", "gcp", "google cloud"), ("microsoft azure", "azure"),
    ("microsoft excel", "excel", "ms excel"),
    ("rest api", "rest apis", "restful api", "restful apis", "rest"), ("ci cd", "cicd", "continuous integration"),
    ("power bi", "powerbi"), ("scikit learn", "sklearn"), ("mongodb", "mongo"), ("terraform", "hashicorp terraform"),
)  # fmt: skip
_SAME = {word: names for names in _ALIASES for word in names}
_EVERYDAY = word_set("go r c rest excel swift rust spark flow express access word dart scheme node react ml")
_FILLER = ("experience in ", "experience with ", "working with ", "using ", "hands on ", "the ", "professional ")


def wordings(skill: str) -> tuple[str, ...]:
    """The folded wordings of one skill, its own first."""
    folded = fold(skill)
    for filler in _FILLER:
        folded = folded.removeprefix(filler)
    for tail in (" experience", " programming language", " programming", " development"):
        folded = folded.removesuffix(tail)
    return tuple(dict.fromkeys((folded, *_SAME.get(folded, ())))) if folded else ()


def names(text: str, skill: str) -> bool:
    """True where `text` names the skill as whole words ("Java" is not in "JavaScript", "C" not in "C++").

    Skills that are everyday words count only as they are written as names ("Go", not "go to market").
    """
    padded = f" {fold(text)} "
    return any(
        f" {wording} " in padded and (wording not in _EVERYDAY or _written_as_name(text, wording))
        for wording in wordings(skill)
    )


def _written_as_name(text: str, word: str) -> bool:
    name = re.escape(word.upper() if word in {"rest", "r", "c"} else word.capitalize())
    return bool(
        re.search(
            rf"(?:(?<=[\w,;/&(] )|(?<=[,;/(])|^){name}(?=[,;/).&]|\s*$| (?:and|or|services|microservices)\b)", text
        )
    )


_GENERAL = word_set(
    "how many years year yrs yr of in total overall your do you have a an the work working professional experience exp "
    "experiences at least minimum min more than over or so far career whole entire full time job jobs what is are been "
    "number with as please enter numbers only select in months month to date till now current currently all industry "
    "employment possess got did for has and i my any us on this employed worked "
    "completed full whole fewer less under mehr als weniger one two three four five six seven eight nine ten twelve "
    "wie viele jahre berufserfahrung haben sie hast du jahren gesamt insgesamt beruflich arbeitserfahrung mindestens "
    "combien d annees annee de experience avez vous professionnelle au totale totales nombre ans moins "
    "cuantos anos experiencia tienes tiene laboral profesional quantos voce tem profissional numero "
    "anubhav kul kitne saal ka hai aapko"
)


def _narrowed(question: str) -> bool:
    """True where a question on total experience names a field, a tool or a span of time that the total does not fit."""
    words = fold(question).split()
    return any(not word.isdigit() and not re.fullmatch(r"[\d+.–-]+", word) and word not in _GENERAL for word in words)


def _total(context: Context, meaning: Meaning) -> Found:
    question = context.question(meaning)
    if question.isascii() and _narrowed(question):
        return Missing(reason="The question asks for experience of a certain kind.", rule="narrowed")
    work = context.profile.work
    dated = [index for index, entry in enumerate(work) if entry.start_date]
    if not dated:
        return Missing(reason="Your profile has no dated job to count from.", rule="no-dated-evidence")
    low, high = _span(context, dated)
    complete = len(dated) == len(work)
    return Value(
        kind="duration", fact=f"work/{dated[-1]}/startDate", said=_listed(context, dated), rule="union-of-dated-work",
        low=low, high=high, unit="year", review=True, confidence=0.9 if complete else 0.7, at_least=not complete,
        note=f"counted over {len(dated)} dated job{'s' if len(dated) > 1 else ''}",
    )  # fmt: skip


def _with(context: Context, meaning: Meaning) -> Found:
    """Years with the subject, from the union of the dated jobs that name it."""
    if meaning.subject and set(fold(meaning.subject).split()) <= _GENERAL:
        return _total(context, meaning)
    if not wordings(meaning.subject):
        return Missing(reason="Which skill the question asks about is not clear.", rule="no-subject")
    found = [
        index
        for index, entry in enumerate(context.profile.work)
        if entry.start_date
        and names(" . ".join((entry.position, entry.summary, entry.description, *entry.highlights)), meaning.subject)
    ]
    if not found:
        return Missing(reason=f"No dated job in your profile names {meaning.subject}.", rule="no-dated-evidence")
    low, high = _span(context, found)
    return Value(
        kind="duration", fact=_path(context, found[0], meaning.subject), said=_listed(context, found),
        rule="union-of-jobs-that-name-it", low=low, high=high, unit="year", review=True, confidence=0.85, at_least=True,
        note=f"counted over {len(found)} job{'s' if len(found) > 1 else ''} that name {meaning.subject}",
    )  # fmt: skip


def _knows(context: Context, meaning: Meaning) -> Found:
    """A yes where the profile names the subject; never a no. With a threshold, dated evidence must reach it."""
    if meaning.threshold is not None:
        return _with(context, meaning)
    if not wordings(meaning.subject):
        return Missing(reason="Which skill the question asks about is not clear.", rule="no-subject")
    for path, fact in context.facts.items():
        if path.startswith(("skills/", "work/", "projects/", "certificates/")) and names(fact.text, meaning.subject):
            return Value(
                kind="bool", fact=path, said=fact.text, rule="profile-names-it", truth=True, review=True,
                confidence=0.9, note="never answered with no",
            )  # fmt: skip
    return Missing(reason=f"Your profile does not name {meaning.subject}.", rule="no-evidence")


def _span(context: Context, indices: Iterable[int]) -> tuple[float, float]:
    """Years covered by the union of the entries' dates: the least and the most their written precision allows."""
    least: list[tuple[date, date]] = []
    most: list[tuple[date, date]] = []
    for index in indices:
        entry = context.profile.work[index]
        first, last = bounds(entry.start_date)
        end_first, end_last = bounds(entry.end_date) if entry.end_date else (context.today, context.today)
        coarse = len(entry.start_date) == 4
        coarse_end = bool(entry.end_date) and len(entry.end_date) == 4
        least.append((last if coarse else first, end_first if coarse_end else end_last))
        most.append((first, min(end_last, context.today)))
    return _years(least, context.today), _years(most, context.today)


def _years(spans: list[tuple[date, date]], today: date) -> float:
    """Whole months of a union of date ranges, as years. Months count from the first to the last one worked in."""
    months: set[int] = set()
    for start, end in spans:
        end = min(end, today)
        if end >= start:
            months.update(range(start.year * 12 + start.month, end.year * 12 + end.month + (end.day > 14)))
    return len(months) / 12


def _path(context: Context, index: int, skill: str) -> str:
    for path, fact in context.facts.items():
        if path.startswith(f"work/{index}/") and names(fact.text, skill):
            return path
    return f"work/{index}/position"


def _listed(context: Context, indices: list[int]) -> str:
    jobs = (context.profile.work[index] for index in indices)
    return "; ".join(f"{job.name or job.position} {job.start_date}–{job.end_date or 'now'}" for job in jobs)


RESOLVERS: dict[str, Resolver] = {"years.total": _total, "years.with": _with, "experience.with": _knows}
"""Key → how its value is found."""
