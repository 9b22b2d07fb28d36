"""What a standard field is, from its own signals in written order: autocomplete, label, identifiers, placeholder, help,
options, type. Neighbours are weighed afterwards (`sequence`), questions elsewhere (`questions`)."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from companion.forms.understand.folding import UNSPACED, identifier_words, words
from companion.forms.understand.options import kind_of_list
from companion.forms.understand.phrases import FILLER, Hit, phrases
from companion.forms.understand.tokens import autocomplete
from companion.forms.words import word_set
from companion.model.form import Field

LABEL_WEIGHT: Mapping[str, float] = {
    "for": 0.9,
    "aria": 0.88,
    "legend": 0.85,
    "table": 0.85,
    "box": 0.85,
    "before": 0.72,
    "after": 0.7,
    "placeholder": 0.75,
    "option": 0.8,
    "": 0.7,
}
"""How far a label found this way is believed: words a page ties to a control before words that stand near it."""
IDENTIFIER_WEIGHT = 0.62
ATTRIBUTE_WEIGHT = 0.5
PLACEHOLDER_WEIGHT = 0.45
ONLY_PLACEHOLDER = 0.65
DECLARED = 0.98
"""An autocomplete token outweighs whatever else agrees (measured elsewhere at 99 % right)."""
TITLE_WEIGHT = 0.55
AUTOMATION = ("data-automation-id", "data-field-path", "data-testid", "data-test", "data-test-id", "data-ui", "data-qa")
LIST_WEIGHT = 0.85
TYPE_WEIGHT: Mapping[str, float] = {"email": 0.75, "account.password": 0.75, "phone": 0.29, "search": 0.5}
WEAK = 0.5
"""What a phrase counts that names several things."""
LEAST = 0.3
LEAST_IDENTIFIER = 0.4
"""A word somewhere in a long identifier says too little: `companyPluscardNumber` is no company."""
MOST_WORDS = 80
"""A longer label is a paragraph, and paragraphs name many things."""

_TYPES: Mapping[str, str] = {"email": "email", "tel": "phone", "password": "account.password", "search": "search"}
_ONLY_TEXT = (
    *("name.first", "name.last", "name.middle", "name.full", "name.pre", "name.kana", "email", "account."),
    *("address.line", "address.street", "address.house", "phone.ext", "links."),
)
_CHOOSABLE = word_set("salutation pronouns name.prefix name.suffix phone.type address.country address.state")
_STREETS = word_set("address.line1 address.street")
_SECOND = word_set("2 3 ii iii")


class Candidate(msgspec.Struct):
    """A key a field may have: how sure (0–1), and the signal that says so. `weak` names several things."""

    key: str
    score: float
    rule: str
    weak: bool = False
    part: str = ""


def candidates(field: Field, language: str) -> list[Candidate]:
    """The standard keys this field may have, best first; empty where no signal speaks."""
    found: dict[str, Candidate] = {}
    key, part = autocomplete(field)
    if key and not (key.startswith("account.") and field.widget != "password"):
        # "new-password" on a text field is a trick against autofill, and "username" is often the e-mail address.
        _add(found, Candidate(key, DECLARED, "autocomplete", part=part))
    _signal(found, field, _label_words(field.label), LABEL_WEIGHT.get(field.label_source, 0.7), "label", language)
    for text in dict.fromkeys((field.name, field.html_id)):
        if text:
            _identifier(found, field, text, IDENTIFIER_WEIGHT, "name", language)
    for name in AUTOMATION:
        if text := field.attributes.get(name, ""):
            _identifier(found, field, text, ATTRIBUTE_WEIGHT, "attribute", language)
            break
    if field.placeholder and field.label_source != "placeholder":
        said = words(field.placeholder)
        alone = not any(one.rule.startswith("label") for one in found.values())
        whole = any(hit.share > 0.99 for hit in phrases().hits(said, language=language))
        weight = ONLY_PLACEHOLDER if alone and whole else PLACEHOLDER_WEIGHT
        _signal(found, field, said, weight, "placeholder", language)
    for name in ("aria-label", "title"):
        if (text := field.attributes.get(name, "")) and text != field.label:
            _signal(found, field, words(text), TITLE_WEIGHT, name, language)
    if listed := kind_of_list(field.options):
        _add(found, Candidate(listed, LIST_WEIGHT, "options"))
        if listed == "phone.country":
            found.pop("address.country", None)
    if field.part == "country" and field.group.rpartition("/")[2].startswith("phone:"):
        _add(found, Candidate("phone.country", LIST_WEIGHT, "dial-code-beside-number"))
    if typed := _TYPES.get(field.widget):
        _add(found, Candidate(typed, TYPE_WEIGHT.get(typed, 0.3), "type"))
    if key == "account.username":
        _add(found, Candidate(key, 0.4, "autocomplete"))
    return sorted((one for one in found.values() if one.score >= LEAST), key=lambda one: -one.score)


_JOINED = re.compile(r"(?<=\w\w)\s*[,/&+|]\s*(?=\w\w)")
_CODED = re.compile(r"[^\s]*[a-z][A-Z_][^\s]*|[A-Za-z]{3,}\d")


def _label_words(label: str) -> Sequence[str]:
    """The words of a label; "Street, number" names two things, a key (`addressLine_fld`, `Address1`) is parted."""
    bare = label.strip("[]*{}%# ")
    if _CODED.fullmatch(bare):
        return identifier_words(bare, phrases().known)
    joined = words(_JOINED.sub(" and ", label))
    return joined if any(hit.share > 0.99 for hit in phrases().hits(joined)) else words(label)


def _signal(
    found: dict[str, Candidate], field: Field, text: Sequence[str], weight: float, rule: str, language: str
) -> None:
    if not text or len(text) > MOST_WORDS:
        return
    hits = [hit for hit in phrases().hits(text, language=language) if _possible(hit.key, field)]
    unspaced = any(UNSPACED.search(word) for word in text)
    for hit in hits:
        share = min(1.0, sum(other.share for other in hits if other.key == hit.key))
        share = max(share, 0.7) if hit.mode == "long" else share
        score = weight * (0.15 + 0.85 * share) * _spoken(hit, language)
        if len(hits) > 1:
            # "Address (street and number)": what comes first leads; in Japanese the last word does.
            leads = hit.end == hits[-1].end if unspaced else hit.start == hits[0].start
            score *= 1.15 if leads else 0.85
        said = "-".join(text[hit.start : hit.end])
        _add(found, Candidate(_numbered(hit, text), min(score, 0.95), f"{rule}:{said}", hit.mode == "weak"))


def _identifier(found: dict[str, Candidate], field: Field, text: str, weight: float, rule: str, language: str) -> None:
    known = phrases()
    parts = identifier_words(text, known.known)
    hits = [hit for hit in known.hits(parts, identifier=True, language=language) if _possible(hit.key, field)]
    if parts and parts[0] in {"is", "has", "use", "same"}:
        return  # `isContactAddress` holds a yes or no
    last = max((hit.end for hit in hits), default=0)
    for hit in hits:
        # "billing_address_city": the end of an identifier says most, and what follows it only counts.
        tail = [word for word in parts[hit.end :] if word not in FILLER and not word.isdigit()]
        near = 1.0 if hit.end == last else 0.6
        score = weight * near * (0.8 if tail else 1.0) * (0.6 + 0.4 * hit.share) * _spoken(hit, language)
        said = "-".join(parts[hit.start : hit.end])
        if score < LEAST_IDENTIFIER and hit.mode != "weak":
            continue
        _add(found, Candidate(_numbered(hit, parts), score, f"{rule}:{said}", hit.mode == "weak"))


def _numbered(hit: Hit, text: Sequence[str]) -> str:
    """ "Street 2" goes on where "Street" ended: it is the second line."""
    behind = text[hit.end] if hit.end < len(text) else ""
    return "address.line2" if hit.key in _STREETS and behind in _SECOND else hit.key


def _spoken(hit: Hit, language: str) -> float:
    """How far a phrase of one language is believed on a page in another: "kraj" is a country only in Polish."""
    if hit.mode == "weak":
        return WEAK
    return 1.0 if hit.language in ("", "en", language) or not language else 0.8


def _possible(key: str, field: Field) -> bool:
    """Whether a control of this kind can take such a value at all."""
    if key == "-":
        return True
    if field.widget == "file":
        return key.startswith("documents.")
    if key.startswith("documents."):
        return field.widget in {"textarea", "richtext"} and key in {"documents.cover", "documents.resume"}
    match field.widget:
        case "password":
            return key.startswith(("account.", "id."))
        case "checkbox":
            return key in {"newsletter", "entry.current"}
        case "radio" | "checkboxes" | "buttons" | "chips":
            return key in _CHOOSABLE
        case "select" | "multiselect" | "listbox":
            return not key.startswith(_ONLY_TEXT) and key not in {"phone", "search"}
        case "date" | "month":
            return key in {"date_of_birth", "bank", "entry.start", "entry.end"}
        case "email":
            return not key.startswith(("address.", "name.", "links.", "current."))
        case _:
            return True


def _add(found: dict[str, Candidate], one: Candidate) -> None:
    """Signals that agree make each other surer (noisy or); a weak phrase leaves its doubt."""
    before = found.get(one.key)
    if before is None:
        found[one.key] = one
        return
    best = one if one.score > before.score else before
    if one.rule.split(":")[0] == before.rule.split(":")[0]:
        found[one.key] = best
        return
    both = 1 - (1 - one.score) * (1 - before.score)
    # The label's word decides whether the field may be something else: "Name" stays doubtful beside `name="name"`.
    labelled = [each.weak for each in (before, one) if each.rule.startswith("label")]
    weak = labelled[0] if labelled else one.weak and before.weak
    found[one.key] = Candidate(
        one.key,
        min(0.97, both) if DECLARED not in (one.score, before.score) else 0.99,
        best.rule,
        weak,
        one.part or before.part,
    )
