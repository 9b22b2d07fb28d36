"""What the neighbours say: a form is a sentence, and "Name" before "Surname" is a first name. Each rule reads the keys
chosen so far and repairs what cannot be right."""

from collections.abc import Callable, Sequence

from companion.forms.understand.folding import words
from companion.forms.understand.phrases import phrases
from companion.forms.understand.standard import Candidate
from companion.forms.words import word_set
from companion.model.form import Field

_STREET = word_set("address.line1 address.street address.line2 address.house_number address.postal")
_PAYMENT = word_set("card cc credit payment kreditkarte carte tarjeta cartao carta karte kaart kort kartica cardholder")


class Form(list[Candidate | None]):
    """The keys chosen so far, with the fields and what else each could be."""

    def __init__(self, fields: Sequence[Field], found: Sequence[list[Candidate]], language: str) -> None:
        super().__init__(them[0] if them else None for them in found)
        self.fields = fields
        self.found = found
        self.language = language

    def key(self, index: int) -> str:
        one = self[index] if 0 <= index < len(self) else None
        return one.key if one else ""

    def near(self, index: int, keys: frozenset[str], reach: int) -> int | None:
        """The closest field of the same form with one of `keys`, at most `reach` away, before or behind."""
        for step in range(1, reach + 1):
            for at in (index + step, index - step):
                if self.key(at) in keys and self.fields[at].form == self.fields[index].form:
                    return at
        return None

    def become(self, index: int, key: str, rule: str, score: float = 0.8) -> None:
        self[index] = Candidate(key, score, f"sequence:{rule}")

    def fall_back(self, index: int) -> None:
        """The next best candidate, where there is one."""
        now = self.key(index)
        self[index] = next((one for one in self.found[index] if one.key != now), None)


def settle(fields: Sequence[Field], found: Sequence[list[Candidate]], language: str) -> list[Candidate | None]:
    """The best candidate of each field after its neighbours were heard."""
    form = Form(fields, found, language)
    for rule in _RULES:
        rule(form)
    return [None if one is None or one.key == "-" else one for one in form]


def _names(form: Form) -> None:
    """A bare "Name" is what the name beside it is not."""
    for index, one in enumerate(form):
        if one is None or one.key != "name.full" or not one.weak:
            continue
        other = next((it for it in form.found[index] if it.key in {"name.first", "name.last"}), None)
        if other is not None and other.score >= _SURE:
            form[index] = other
            continue
        last = form.near(index, frozenset({"name.last"}), 2)
        first = form.near(index, frozenset({"name.first"}), 2)
        if last is not None and first is None:
            form.become(index, "name.first", "name-beside-last")
        elif first is not None and last is None:
            form.become(index, "name.last", "name-beside-first")


_SURE = 0.4


def _houses(form: Form) -> None:
    """A bare "number" is the house's only beside a street."""
    beside = word_set("address.street address.line1")
    for index, one in enumerate(form):
        if one is None or one.key != "address.house_number" or not one.weak:
            continue
        if form.key(index - 1) not in beside and form.key(index + 1) not in beside:
            form.fall_back(index)
    for index, them in enumerate(form.found):
        # "Street", then "Number" named `address2`: what people read counts.
        named = any(it.key == "address.house_number" and it.rule.startswith("label") for it in them)
        if named and form.key(index) == "address.line2" and form.key(index - 1) in beside:
            form.become(index, "address.house_number", "number-behind-street")


def _lines(form: Form) -> None:
    """A second address line right behind the first is line 2."""
    for index in range(1, len(form)):
        one, before = form[index], form[index - 1]
        if one is None or before is None or one.key != "address.line1" or one.rule == "autocomplete":
            continue
        here, there = form.fields[index], form.fields[index - 1]
        if before.key == "address.line1" and here.section == there.section and here.name != there.name:
            form.become(index, "address.line2", "second-line")


def _places(form: Form) -> None:
    """ "Location" within an address is its city."""
    for index, one in enumerate(form):
        if one and one.key == "location.current" and form.near(index, _STREET, 3) is not None:
            form.become(index, "address.city", "location-in-address")


def _dials(form: Form) -> None:
    """A second "Country", right before the number under the heading "Phone", is its dial code."""
    countries = [index for index in range(len(form)) if form.key(index) == "address.country"]
    for index in countries if len(countries) > 1 else ():
        here = form.fields[index]
        beside = next((form.fields[at] for at in (index + 1, index + 2) if form.key(at) == "phone"), None)
        headed = {hit.key for hit in phrases().hits(words(here.section), language=form.language)} == {"phone"}
        if headed and beside is not None and beside.section == here.section:
            form.become(index, "phone.country", "country-of-phone", 0.85)


def _cards(form: Form) -> None:
    """The name beside a card's number is the card holder's."""
    for index, one in enumerate(form):
        if one is None or not one.key.startswith("name.") or one.rule == "autocomplete":
            continue
        if form.near(index, frozenset({"bank"}), 2) is None or form.near(index, _STREET, 4) is not None:
            continue
        field = form.fields[index]
        if "gift" in words(field.name.replace("_", " ")):
            continue
        if _PAYMENT.intersection(words(f"{field.section} {field.name} {field.html_id}".replace("_", " "))):
            form.become(index, "bank", "name-beside-card")


def _logins(form: Form) -> None:
    """What may only be an e-mail address is one, also where the page calls it a user name."""
    for index, one in enumerate(form):
        if one is not None and one.key == "account.username" and form.fields[index].widget == "email":
            form.become(index, "email", "typed-as-email")


def _newsletters(form: Form) -> None:
    """An e-mail field that only subscribes is one, but none of the application's: too unsure to be filled."""
    for index, one in enumerate(form):
        if one is not None and one.key == "newsletter" and any(it.key == "email" for it in form.found[index]):
            form.become(index, "email", "newsletter", NEWSLETTER)


NEWSLETTER = 0.4
"""Below what the plan fills."""


def _emails(form: Form) -> None:
    """The second e-mail right behind the first confirms it."""
    for index in range(1, len(form)):
        same = form.fields[index].form == form.fields[index - 1].form
        sure = all(one is not None and one.score > NEWSLETTER for one in form[index - 1 : index + 1])
        if same and sure and form.key(index) == form.key(index - 1) == "email":
            form.become(index, "email.confirm", "second-email")


_RULES: tuple[Callable[[Form], None], ...] = (
    _names, _houses, _lines, _places, _dials, _cards, _logins, _newsletters, _emails,
)  # fmt: skip
