"""Screening questions and consents: family, subject, polarity, joined conditions and time frame of a label."""

import re

import msgspec

from companion.forms.meaning import AT_EMPLOYER, AT_POSTING, Condition, Meaning, Polarity
from companion.forms.understand import subjects, wording
from companion.forms.understand.folding import plain
from companion.forms.understand.ruling import Rule, rules
from companion.forms.understand.shape import yes_no
from companion.forms.understand.tables import pattern, table
from companion.forms.vocabulary import term
from companion.forms.words import fold, word_set
from companion.model.form import Field

CONFIDENCE = 0.9
_EXPERIENCE = frozenset({"years.with", "experience.with", "proficiency", "experience.describe", "certifications.holds"})
_COUNTRY = frozenset(
    {"work.authorization", "sponsorship.now", "sponsorship.future", "work.authorization.basis", "visa.type"}
)
_EMPLOYER = frozenset({"prior.employer", "prior.applied", "prior.interviewed", "relatives", "referral"})
_PLACED = frozenset({"relocation", "location.residence", "commute", "onsite"})
_HERE = frozenset({"location.residence"})
"""Families that are true of one place only: "a resident of the district" is not about where the job is."""
_GENERIC = word_set(table("wording")["no_skill"])
"""Words before "experience" that name no skill."""


def ask(field: Field, before: Meaning | None = None) -> Meaning | None:
    """What the field's own words ask, or None where no rule of questions or consents knows them.

    `before` is the meaning of the field in front of it, which "If yes, please explain" goes on from.
    """
    label = wording.asking(field.label)
    folded = plain(label)
    if not folded:
        return None
    if field.widget in {"text", "textarea", "richtext"} and pattern("wording", "explains").search(folded):
        inner = _first("questions", folded, field) if _OWN_QUESTION.search(folded) else None
        if inner is None:
            key = before.key if before is not None and before.rule.startswith("question:") else ""
            subject = before.subject if before is not None and key else ""
            return Meaning(field_id=field.id, key=key, subject=subject, part="explain", rule="explain", confidence=0.7)
    consents_first = field.widget == "checkbox" or bool(pattern("wording", "agrees").search(folded))
    order = ("consents", "questions") if consents_first and field.widget in _CONSENTING else ("questions", "consents")
    for name in order:
        if name == "consents" and field.widget not in _CONSENTING:
            continue
        if found := _first(name, folded, field):
            rule, match = found
            if field.widget in _TYPED and _asks_two(label, field):
                return Meaning(field_id=field.id, rule="several-questions", sensitive=bool(term(rule.key).sensitive))
            return _meaning(field, label, folded, rule, match)
    return _leaning_back(field, label) or _open(field, folded)


_JOINT = re.compile(r"\s*(?:[/&+,;]|\b(?:and|und|et|aur)\b)\s*")
_TYPED = frozenset({"text", "number", "date"})
_SHORT = 8
_SOON = {"notice.period": "soon", "start.earliest": "soon", "availability": "soon"}
"""Families that one answer serves."""


def _asks_two(label: str, field: Field) -> bool:
    """Whether a short label names two families, as "Current / expected CTC" or "Notice period & last working day"."""
    parts = [plain(part) for part in _JOINT.split(label) if plain(part)]
    if len(parts) < 2 or len(label.split()) > _SHORT:
        return False
    noun = parts[-1].split()[-1]
    keys: set[str] = set()
    for part in parts:
        found = _first("questions", part, field) or _first("questions", f"{part} {noun}", field)
        keys |= {_SOON.get(found[0].key, found[0].key)} if found and not found[0].combine else set()
    return len(keys) > 1


def _leaning_back(field: Field, label: str) -> Meaning | None:
    """ "We work on site. Are you comfortable with that?": the sentence before the question names the family. Never one
    of the sensitive families: what an employer states about them is no question."""
    if label == field.label:
        return None
    folded = plain(field.label)
    found = _first("questions", folded, field)
    if found is None or (term(found[0].key).sensitive and found[0].key != "salary.range_ok") or found[0].combine:
        return None
    return _meaning(field, field.label, folded, *found)


def _open(field: Field, folded: str) -> Meaning | None:
    """A question that leaves room for prose is an essay, whatever it asks."""
    if field.widget not in {"textarea", "richtext"} or len(folded.split()) < _SENTENCE_WORDS:
        return None
    key = "experience.describe" if _EXPERIENCES.search(folded) else "tell.us"
    return Meaning(field_id=field.id, key=key, rule="question:open", confidence=0.6, essay=True)


_SENTENCE_WORDS = 4
_EXPERIENCES = re.compile(
    r"\b(experience\w*|worked|built|led|managed|projects?|clients?|tools?|erfahrung\w*|experiencia|owned)\b"
)
_OWN_QUESTION = re.compile(r"\b(visa|sponsor\w*|permit|when|salary|notice)\b")

_CONSENTING = frozenset({"checkbox", "radio", "select", "buttons", "checkboxes", "combobox", "listbox", "chips"})


def _first(name: str, folded: str, field: Field) -> tuple[Rule, re.Match[str]] | None:
    for rule in rules("consents" if name == "consents" else "questions"):
        if found := rule.finds(folded, field.widget):
            return rule, found
    return None


def _meaning(field: Field, label: str, folded: str, rule: Rule, match: re.Match[str]) -> Meaning | None:
    start = Meaning(
        field_id=field.id,
        key=rule.key,
        rule=f"question:{rule.name}",
        confidence=CONFIDENCE,
        question=label if label != field.label else "",
        sensitive=bool(term(rule.key).sensitive),
    )
    at = msgspec.structs.replace
    if rule.combine:
        return _combined(start, label, folded, rule)
    if rule.key == "sponsorship.future":
        return _sponsorship(start, label, folded)
    shape = term(rule.key).shape
    if (shape == "yes_no" or (shape == "consent" and field.widget != "checkbox")) and wording.negated(
        folded, match.end()
    ):
        start = at(start, polarity="negative")
    if rule.key in _COUNTRY:
        where = subjects.country(label)
        if where is None:
            return at(start, key="", rule="several-countries", sensitive=True)
        return at(start, subject=where, time_frame=wording.time_frame(folded))
    if rule.key in {"citizenship.is", "security.clearance", "security.clearance.able", "us_person"}:
        named = subjects.countries(label)
        if len(named) > 1 and rule.key == "citizenship.is":
            return at(start, key="", rule="several-countries", sensitive=True)
        if rule.key == "citizenship.is" and re.search(r"\bcitizen\w*\b.{0,30}\b(or|and)\b", folded):
            return at(start, key="", rule="citizen-or-more", sensitive=True)
        return at(start, subject=named[0] if named else subjects.nationality(label))
    if rule.key in {"citizenship", "nationality"} and yes_no(field):
        return _citizen(start, label, folded)
    if rule.key in _MODES or rule.key in _PLACED:
        start = at(start, subject=subjects.where(label)) if rule.key in _PLACED else start
        if rule.key in _HERE and (start.subject == AT_POSTING) and not pattern("wording", "this_place").search(folded):
            return at(start, key="", subject="", rule="unnamed-place")
        if rule.key in _HERE and pattern("wording", "several_places").search(label):
            return at(start, key="", subject="", rule="several-places")
        return _compound(start, folded, field)
    if rule.key in _EMPLOYER:
        return at(start, subject=AT_EMPLOYER)
    if rule.key in _EXPERIENCE or rule.key == "years.total":
        return _experience(start, label, folded, field)
    if rule.key in {"languages.level", "languages.speaks"}:
        return at(start, subject=subjects.language(label))
    if rule.key == "age.minimum" and (age := re.search(r"\b(1[4-9]|[2-9]\d)\b", folded)):
        under = bool(re.search(r"\b(under|younger|below|less than|menos|moins|unter|junger)\b", folded))
        return at(start, threshold=float(age.group()), unit="year", polarity="negative" if under else start.polarity)
    return at(start, time_frame=wording.time_frame(folded)) if term(rule.key).shape == "yes_no" else start


def _citizen(start: Meaning, label: str, folded: str) -> Meaning:
    """ "Do you have German nationality?" is about one country; where it names several it is left."""
    named = dict.fromkeys((*subjects.countries(label), *subjects.nationalities(label)))
    turned: Polarity = "negative" if wording.negated(folded, len(folded)) else "positive"
    if not named:
        return start
    if len(named) > 1:
        return msgspec.structs.replace(start, key="", rule="several-countries", sensitive=True)
    return msgspec.structs.replace(start, key="citizenship.is", subject=next(iter(named)), polarity=turned)


def _compound(start: Meaning, folded: str, field: Field) -> Meaning:
    """ "Willing to relocate and travel?" asks two things; answered where both are known, and with both "and" and "or"
    not at all."""
    mine = _MODES.get(start.key, start.key)
    also: dict[str, str] = {}
    for rule in rules("questions"):
        group = _MODES.get(rule.key, "")
        if group and group != mine and not rule.combine and rule.finds(folded, field.widget):
            also.setdefault(group, rule.key)
    said = set(folded.split()) & {"and", "or", "und", "oder", "et", "ou", "y", "o", "e"}
    if not also or not said:
        return start
    either = bool(said & {"or", "oder", "ou", "o"})
    if either and said & {"and", "und", "et", "y", "e"}:
        return msgspec.structs.replace(start, key="", rule="several-questions")
    joins = tuple(Condition(key=key) for key in also.values())
    return msgspec.structs.replace(start, joins=joins, joiner="or" if either else "and")


_MODES = {
    **dict.fromkeys(("hybrid", "onsite", "remote"), "mode"),
    **{
        key: key for key in ("relocation", "travel", "weekend", "overtime", "shift", "licence.driving", "transport.own")
    },
}
"""Families a question likes to ask in one breath, by what they are about."""


def _combined(start: Meaning, label: str, folded: str, rule: Rule) -> Meaning:
    at = msgspec.structs.replace
    if rule.key == "location.residence":
        other = "commute" if re.search(r"\bcommut", folded) and "relocat" not in folded else "relocation"
        where = subjects.where(label)
        return at(start, subject=where, joins=(Condition(key=other, subject=where),), joiner="or")
    if not pattern("wording", "without").search(folded):
        # "Are you authorized, or will you need sponsorship?": a yes says nothing that can be known.
        return at(start, key="", rule="either-or", sensitive=True)
    where = subjects.country(label)
    if where is None:
        return at(start, key="", rule="several-countries", sensitive=True)
    frame = wording.time_frame(folded)
    need = Condition(key="sponsorship.future", negated=True, subject=where, time_frame=frame or "now_or_future")
    return at(start, subject=where, joins=(need,), time_frame="")


def _sponsorship(start: Meaning, label: str, folded: str) -> Meaning:
    """Now, later, or both; and "can you work without sponsorship" asks for the opposite."""
    at = msgspec.structs.replace
    where = subjects.country(label)
    if where is None:
        return at(start, key="", rule="several-countries", sensitive=True)
    frame = wording.time_frame(folded)
    key = "sponsorship.now" if frame == "now" or (frame == "" and not wording.will(folded)) else "sponsorship.future"
    turned = wording.negated(folded, len(folded))
    return at(start, key=key, subject=where, time_frame=frame, polarity="negative" if turned else "positive")


def _experience(start: Meaning, label: str, folded: str, field: Field) -> Meaning:
    at = msgspec.structs.replace
    name = subjects.skill(label)
    if start.key == "years.total":
        return (
            at(start, key="years.with", subject=name, unit="year")
            if name and not _GENERIC.issuperset(fold(name).split())
            else start
        )
    if wording.recent(folded):
        # What the profile proves may be older.
        return at(start, key="", subject=name, time_frame="recent", rule="within-a-time")
    if start.key == "years.with":
        if not name:
            return at(start, confidence=0.6)
        return at(start, subject=name, unit=wording.time_unit(folded) or "year")
    if start.key == "experience.with" and (least := wording.threshold(folded)):
        amount, unit = least
        if _GENERIC.issuperset(fold(name).split()):
            return at(start, key="years.total", threshold=amount, unit=unit)
        return at(start, key="years.with", subject=name, threshold=amount, unit=unit)
    return at(start, subject=name)
