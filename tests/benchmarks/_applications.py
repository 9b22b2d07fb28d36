"""Application forms with silver labels: question text is found at token F1 ≥ 0.8 or where one holds the other;
questions that are only an identifier, a raw template or nowhere on the page are left out.

"A meaning" is any key of the vocabulary: nobody labelled meanings, so that figure is a share and no accuracy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from companion.forms.meaning import Meaning
from companion.forms.words import fold
from companion.model.form import Field
from tests.benchmarks import Row
from tests.benchmarks._classes import class_of
from tests.benchmarks._incumbents import APPLICATIONS, PUBLISHED
from tests.benchmarks._scanned import Page, plain

_EXACT = {
    "given name": "first name|first|given name|prénom|vorname",
    "family name": "last name|last|surname|family name|nom|nachname",
    "full name": "full name|name|your name|legal name",
    "email": "email|email address|e-mail|e-mail address|e-mail-adresse|adresse e-mail",
    "phone": "phone|phone number|mobile|mobile number|telephone|telefon|téléphone|numéro de téléphone",
    "city": "city", "state": "state", "postcode": "zip|zip code|postal code|postcode", "country": "country",
    "street": "address|street address|street and house number", "organisation": "company|current company",
}  # fmt: skip
_QUESTION_CLASS = {question: name for name, all_ in _EXACT.items() for question in all_.split("|")}
_WIDGETS = {
    "text": "text combobox search date number", "checkbox": "checkbox checkboxes", "radio": "radio buttons checkboxes",
    "select": "select multiselect combobox listbox", "textarea": "textarea richtext", "date": "date text",
    "search": "search combobox text", "button": "buttons combobox",
}  # fmt: skip
_NO_QUESTION = frozenset({"image", "button", "submit"})


def silver(case: str, read: Mapping[str, Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    """What is read right, over all systems and for each, and with each system's own rules left out."""
    scores: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    doubtful = _contradicted(read, labels)
    for name, page in read.items():
        host = labels[name].get("host", "")
        standard: list[bool] = []
        for truth, field, meaning in _matched(page, labels[name]["fields"]):
            marks = list(_judge(page, truth, field, meaning, scores[""], scores[host]))
            standard += marks
            if (host, *_control(field)) not in doubtful:
                scores[""]["standard fields right, labels that agree"] += marks
        if standard:
            for group in (scores[""], scores[host]):
                group["pages with all of them right"].append(all(standard))
    yield from _left_out(case, read, labels)
    for host in sorted(scores, key=lambda each: -len(scores[each]["required"])):
        for metric, marks in scores[host].items():
            peer = APPLICATIONS.get(metric, {}) if not host else {}
            if host and metric == "controls given a meaning" and host.split(".")[0] in PUBLISHED:
                peer = {"market leader, published": PUBLISHED[host.split(".")[0]]}
            where = f"{case}: {host}" if host else case
            yield Row(case=where, metric=metric, value=round(sum(marks) / len(marks), 3), n=len(marks), peer=peer)


def _contradicted(read: Mapping[str, Page], labels: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    """The controls (system, identifier, label) that the silver labels call one class here and another there."""
    classes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for name, page in read.items():
        for truth, field, _ in _matched(page, labels[name]["fields"]):
            if wanted := _QUESTION_CLASS.get(_once(truth["question"])):
                classes[(labels[name].get("host", ""), *_control(field))].add(wanted)
    return {control for control, called in classes.items() if len(called) > 1}


def _control(field: Field) -> tuple[str, str]:
    return field.html_id or field.name, field.label


def _left_out(case: str, read: Mapping[str, Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    """Each system with only what the others' pages bear out: a control counts where the rule that decided its meaning
    also decided one of another system. No rule names a system, but one may fit a single one; this is what is then left.
    """
    decided: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    systems: dict[str, set[str]] = defaultdict(set)
    for name, page in read.items():
        host = labels[name].get("host", "")
        for truth, field, meaning in _matched(page, labels[name]["fields"]):
            if field.widget == "file":
                continue
            marks: dict[str, list[bool]] = defaultdict(list)
            standard = list(_judge(page, truth, field, meaning, marks))
            decided["controls given a meaning"].append((meaning.rule, bool(meaning.key)))
            decided["standard fields right"] += [(meaning.rule, right) for right in standard]
            systems[meaning.rule].add(host)
    for metric, marks in decided.items():
        kept = [right and len(systems[rule]) > 1 for rule, right in marks]
        yield Row(
            case=f"{case}: one system left out", metric=metric, value=round(sum(kept) / len(kept), 3), n=len(kept)
        )


def _matched(page: Page, fields: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Field, Meaning]]:
    known: dict[str, tuple[Field, Meaning]] = {}
    for field, meaning, control in page:
        for name in (*control["names"], field.attributes.get("data-field-path", "")):
            known.setdefault(name, (field, meaning))
    for truth in fields:
        marks = [truth["dom"].get(mark) for mark in ("id", "name", "data_field_path")]
        found = next((known[mark] for mark in marks if mark and mark in known), None)
        if found and truth["field_type"] not in _NO_QUESTION:
            yield truth, *found


def _judge(
    page: Page, truth: dict[str, Any], field: Field, meaning: Meaning, *groups: dict[str, list[bool]]
) -> Iterator[bool]:
    """Marks one control in each of `groups`; yields whether a standard field is right (nothing for other controls)."""
    question = _once(truth["question"])
    marks = {"required": truth["required"] == field.required}
    marks["widget"] = field.widget in _WIDGETS.get(truth["field_type"], truth["field_type"]).split()
    if not field.options and field.widget not in {"file", "checkbox"} and _is_question(question, field, page.words):
        marks["question text"] = _same_question(question, truth["question"], field.label)
    if field.widget != "file":
        marks["controls given a meaning"] = bool(meaning.key)
        if wanted := _QUESTION_CLASS.get(question):
            said = "city" if meaning.key == "location.current" else class_of(meaning)
            marks["standard fields right"] = said == wanted or {said, wanted} == {"given name", "full name"}
    for group in groups:
        for metric, mark in marks.items():
            group[metric].append(mark)
    if "standard fields right" in marks:
        yield marks["standard fields right"]


def _is_question(question: str, field: Field, page_words: str) -> bool:
    """Whether the silver text is one that the page says, and not a template or the name of a field."""
    template = "[[" in question or "%" in question or "{{" in question
    named = fold(question) in {fold(field.name), fold(field.html_id), ""}
    return not template and not named and plain(question) in page_words


def _same_question(question: str, silver: str, label: str) -> bool:
    asked, ours = fold(question), fold(label)
    if not ours:
        return False
    both = 2 * (Counter(asked.split()) & Counter(ours.split())).total()
    alike = both / (len(asked.split()) + len(ours.split()))
    return alike >= 0.8 or ours in fold(silver) or asked in ours


def _once(question: str) -> str:
    """The silver text with its repetition taken out: several attributes of one control were joined."""
    words = question.split()
    for size in range(1, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return " ".join(words[:size])
    for size in range(len(words) // 2, 0, -1):
        if words[:size] == words[-size:]:
            return " ".join(words[:-size])
    return question
