"""The registry of sensitive families (`sensitive.txt`), and the last gate: a value leaves only from an explicit fact of
that very family.

The gate looks at the key *and* at the field's own words and identifiers (glued, numbered, or with look-alike letters),
so that a misread field cannot carry a value out. Refusing too much costs an empty field; too little costs trust.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.value import Value
from companion.forms.vocabulary import term
from companion.forms.words import fold
from companion.model.form import Answer, Field


def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of one kind, a single alternation a family."""
    alternatives: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{kind} "):
            _, family, pattern = line.split(" ", 2)
            alternatives.setdefault(family, []).append(pattern)
    frame = {"word": r"\b({})\b", "glued": "({})", "option": "^({})"}[kind]
    return tuple((family, re.compile(frame.format("|".join(every)))) for family, every in alternatives.items())


_WORDS, _GLUED, _OPTIONS = map(_patterns, ("word", "glued", "option"))
_CITIZENSHIP = re.compile(r"\bnationals?(ity|ities)?\b")
_MADE_UP = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,}|\b(?=[a-f]*\d)[0-9a-f]{8,}\b", re.IGNORECASE)
"""Identifiers that machines make up: "…-2ead-…" is no EAD."""
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһѵԛԝкмтвнαεορτυνικχβημ" + "АЕОРСУХІЈЅВКМНТ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ıɡɑ",
    "aeopcyxijsdhvqwkmtbhaeoptuvikxbnu" + "AEOPCYXIJSBKMHT" + "ABEZHIKMNOPTYX" + "iga",
)
_ALLOWED: dict[str, tuple[str, ...]] = {
    "authorization": ("application/authorization/",),
    "citizenship": ("application/citizenships/",),
    "eeo": ("application/eeo/", "application/pronouns", "application/salutation"),
    "pay": ("application/pay_expected/", "application/pay_current/"),
    "identity": ("basics/name", "basics/givenName", "basics/familyName", "application/date_of_birth"),
    "document": (),
    "birth": ("application/date_of_birth", "application/eeo/age/"),
    "record": ("application/clearance",),
    "attest": (),
    "health": (),
}
"""Sensitive family → where in the profile its explicit facts are. Answers of the family are explicit as well."""


_PART_OF = {"document": "identity", "birth": "identity"}
"""Families told apart by their words alone; their keys are of the wider one."""
_NAME_IN = re.compile(r"\bnames?\b.*\b(as|in|on|per)\b|\bnom\b.*\bsur\b|\bnombre\b.*\ben\b|\bname\b.*\bim\b")
"""A name "as in passport" is a name, and not the passport's number."""


def is_sensitive_fact(path: str) -> bool:
    """Whether the fact at `path` of the profile belongs to a sensitive family. A name does not, on its own."""
    return path.startswith(tuple(place for places in _ALLOWED.values() for place in places if "application/" in place))


def is_sensitive_answer(answer: Answer) -> bool:
    """Whether a stored answer speaks of a sensitive family, by its key or its question's words."""
    return bool(term(answer.family).sensitive or families(answer.question))


@lru_cache(maxsize=8_192)
def families(*texts: str) -> frozenset[str]:
    """The sensitive families that `texts` (labels, names, ids) speak of, through glue, digits and look-alikes."""
    found: set[str] = set()
    for text in texts:
        plain = _plain(text)
        found |= {family for family, pattern in _WORDS if pattern.search(plain)}
        glued = re.sub(r"[^a-z]", "", plain)
        found |= {family for family, pattern in _GLUED if pattern.search(glued)}
    return frozenset(found)


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text[:600])
    text = "".join(each for each in text if unicodedata.category(each) not in {"Cf", "Cc"} or each in "\n\t")
    if re.search(r"[a-zA-Z]", text):
        text = text.translate(_LOOKALIKES)
    else:
        changed = text.translate(_LOOKALIKES)
        text = changed if changed.isascii() else text
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[a-zA-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])", " ", text)
    folded = fold(text.replace("_", " "))
    return re.sub(r"\b([hfl]) (\d) ?([ab])?\b", r"\1\2\3", folded)


def of_field(field: Field, meaning: Meaning) -> frozenset[str]:
    """Every sensitive family of a field: of its key, its words, its identifiers and its options."""
    texts = [
        field.label,
        meaning.question,
        field.placeholder,
        *(_MADE_UP.sub(" ", each) for each in _identifiers(field)),
    ]
    if not field.label.strip():
        texts += [field.help, field.section]
    texts += [
        field.attributes.get(name, "") for name in ("aria-label", "data-automation-id", "data-field-path", "title")
    ]
    found = set(families(*(text for text in texts if text)))
    for option in field.options[:12]:
        label = _plain(option.label)
        if meaning.key.startswith(("work.auth", "sponsorship")) and _CITIZENSHIP.search(label):
            found.add("citizenship")
        found.update(family for family, pattern in _OPTIONS if pattern.search(label))
    for key in (meaning.key, *(condition.key for condition in meaning.joins)):
        if family := term(key).sensitive:
            found.add(family)
    return frozenset(found)


def _identifiers(field: Field) -> tuple[str, ...]:
    named = (
        field.attributes.get(name, "") for name in ("aria-label", "data-automation-id", "data-field-path", "title")
    )
    return (field.name, field.html_id, *named)


def refusal(context: Context, meaning: Meaning, value: Value, found: frozenset[str]) -> str:
    """Why `value` may not go into a field of the sensitive families `found` (see `of_field`); "" where it may."""
    if term(meaning.key).policy == "never":
        return "Sincerely never fills this."
    if meaning.sensitive and not found and not value.fact.startswith("answer/"):
        return "This looks like a sensitive question that we could not place."
    for family in sorted(found):
        if not _explicit(context, meaning, value, family):
            return f"This touches {_SPOKEN[family]}, and what we have is not your own statement about it."
    return ""


def _explicit(context: Context, meaning: Meaning, value: Value, family: str) -> bool:
    if value.fact.startswith("answer/"):
        answer = next((each for each in context.answers if f"answer/{each.id}" == value.fact), None)
        if answer is None:
            return False
        if answer.family.startswith(("consent.", "attest.")):
            return answer.family == meaning.key  # agreed to in this very wording, whatever it speaks of
        return answer.family in {"custom", ""} or term(answer.family).sensitive == _PART_OF.get(family, family)
    if value.fact == "default/off":
        return meaning.key.startswith("consent.")
    own = term(meaning.key).sensitive
    if value.kind == "decline":
        return own == "eeo"
    if family == "document":
        return meaning.key.startswith("name.") and bool(_NAME_IN.search(_plain(context.question(meaning))))
    if family == "birth":
        return value.fact.startswith(_ALLOWED[family])
    keyed = own == family or any(term(condition.key).sensitive == family for condition in meaning.joins)
    named = family == "identity" and meaning.key.startswith("name.")
    spoken = meaning.key in {"salutation", "name.prefix", "pronouns"} and family == "eeo"
    return (keyed or named or spoken) and value.fact.startswith(_ALLOWED[family])


_SPOKEN: dict[str, str] = {
    "authorization": "your right to work",
    "citizenship": "your citizenship",
    "eeo": "a protected category",
    "pay": "your pay",
    "identity": "your identity",
    "document": "a number of your papers",
    "birth": "your age",
    "record": "your record",
    "attest": "a statement only you can make",
    "health": "your health",
}
