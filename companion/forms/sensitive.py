"""The registry of sensitive families, and the last gate: a value leaves only from an explicit fact of that very family.

The gate looks at the key *and* at the field's own words and identifiers (glued, numbered, or with look-alike letters), so
that a misread field cannot carry a value out. Refusing too much costs an empty field; refusing too little costs trust.
"""

import re
import unicodedata
from functools import lru_cache

from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.value import Value
from companion.forms.vocabulary import Sensitive, term
from companion.forms.words import fold
from companion.model.form import Field

_WORDS: tuple[tuple[Sensitive, str], ...] = (
    ("authorization", r"authori[sz](ed|ation)( to work)?|right to work|work rights|eligib(le|ility) (to work|for employment)|"
     r"(legally|lawfully) (able|allowed|permitted|entitled|work)|work (permit|eligibility|authori[sz]ation|visa)|sponsor(ed|ship|ing)?|"
     r"visas?|h ?1 ?b|ead|immigration|green card|permanent resident|arbeitserlaubnis|aufenthaltstitel|permis de travail|"
     r"permiso de trabajo|autorizacion de trabajo|visto de trabalho"),
    ("citizenship", r"citizens?(hip)?|nationality|nationalities|u ?s persons?|itar|export control(led)?|staatsangehorigkeit|"
     r"nationalite|nacionalidad|nacionalidade"),
    ("eeo", r"race|races|racial|ethnic(ity|ities)?|genders?|sex|sexual|sexuality|orientation|lgbtq?i?a?|trans(gender)?|disab(ility|ilities|led)|"
     r"veterans?|military|armed forces|hispanic|latin[oax]|religio(n|us)|marital|geschlecht|behinderung|schwerbehind\w*|"
     r"handicap|discapacidad|genero|deficiencia|neurodiver\w+"),
    ("pay", r"salar(y|ies)|compensation|remuneration|wages?|ctc|(expected|desired|current|base|annual|hourly|monthly) pay|"
     r"pay (expectations?|rate|range|requirements?)|(hourly|daily|day|pay|bill|bill(ing)?) rate|rate of pay|stipend|lpa|gehalt\w*|"
     r"salaire|salario|pretensao|pretension\w*|vergutung"),
    ("identity", r"ssn|social security|date of birth|d o b|dob|birth ?date|birthday|born|passport|national id\w*|aadhaa?r|"
     r"pan (card|number)|legal name|age|years old|driver.?s? licen[cs]e number|geburtsdatum|date de naissance|fecha de nacimiento|"
     r"data de nascimento|tax (id|number|file)|maiden name"),
    ("record", r"criminal(ly)?|convict(ed|ion|ions)|felon(y|ies)|misdemeanou?rs?|arrest(ed)?|background (check|screen\w*|investigation)|"
     r"(security )?clearance|drug (test|screen)\w*|credit check|debar(red|ment)|vorstrafen|fuhrungszeugnis|antecedentes"),
    ("health", r"medical|pregnan(t|cy)|health condition|physically able|physical ability"),
)  # fmt: skip
_PATTERNS = tuple((family, re.compile(rf"\b({words})\b")) for family, words in _WORDS)
_GLUED: tuple[tuple[Sensitive, str], ...] = (
    (
        "authorization",
        "sponsorship|workauth|righttowork|authorizedtowork|visastatus|workpermit|eligibletowork|immigration",
    ),
    ("citizenship", "citizenship|nationality|usperson|exportcontrol"),
    ("eeo", "gender|ethnicity|hispanic|veteran|disability|sexualorientation|religion|maritalstatus|raceethnic"),
    ("pay", "salary|compensation|remuneration|currentctc|expectedctc|hourlyrate|payrate|desiredpay|expectedpay"),
    ("identity", "dateofbirth|birthdate|socialsecurity|passport|nationalid|aadhaar|legalname"),
    ("record", "criminal|felony|conviction|backgroundcheck|clearance"),
)
_GLUED_PATTERNS = tuple((family, re.compile(words)) for family, words in _GLUED)
_OPTIONS: tuple[tuple[Sensitive, re.Pattern[str]], ...] = (
    ("eeo", re.compile(r"^(male|female|man|woman|non ?binary|hispanic or latino|white|asian|black or african american|two or more races|"
                       r"i am (not )?a (protected )?veteran|(yes|no) i (dont )?have a disability.*|heterosexual|bisexual)\b")),
    ("authorization", re.compile(r"^(h ?1 ?b|f ?1|l ?1|green card|us citizen|permanent resident|opt|cpt|ead)\b|sponsorship")),
)  # fmt: skip
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
    "record": ("application/clearance",),
    "attest": (),
    "health": (),
}
"""Sensitive family → where in the profile its explicit facts are. Answers of the family are explicit as well."""


@lru_cache(maxsize=8_192)
def families(*texts: str) -> frozenset[str]:
    """The sensitive families that `texts` (labels, names, ids) speak of, through glue, digits and look-alike letters."""
    found: set[str] = set()
    for text in texts:
        plain = _plain(text)
        found |= {family for family, pattern in _PATTERNS if pattern.search(plain)}
        glued = re.sub(r"[^a-z]", "", plain)
        found |= {family for family, pattern in _GLUED_PATTERNS if pattern.search(glued)}
    return frozenset(found)


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
    texts = [field.label, meaning.question, field.placeholder, field.name, field.html_id]
    if not field.label.strip():
        texts += [field.help, field.section]
    texts += [
        field.attributes.get(name, "") for name in ("aria-label", "data-automation-id", "data-field-path", "title")
    ]
    found = set(families(*(text for text in texts if text)))
    for option in field.options[:12]:
        label = _plain(option.label)
        found.update(family for family, pattern in _OPTIONS if pattern.search(label))
    for key in (meaning.key, *(condition.key for condition in meaning.joins)):
        if family := term(key).sensitive:
            found.add(family)
    return frozenset(found)


def refusal(context: Context, field: Field, meaning: Meaning, value: Value) -> str:
    """Why `value` may not go into `field`; "" where it may."""
    found = of_field(field, meaning)
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
        return answer.family in {"custom", ""} or term(answer.family).sensitive == family
    own = term(meaning.key).sensitive
    if value.kind == "decline":
        return own == family == "eeo"
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
    "record": "your record",
    "attest": "a statement only you can make",
    "health": "your health",
}
