"""The classes that labelled forms are scored in: how the labels name them, and which of our meanings is which."""

from companion.forms.meaning import Meaning

CLASSES = {
    "full name": "name fullName",
    "given name": "given-name firstName",
    "family name": "family-name lastName",
    "additional name": "additional-name middleName",
    "email": "email emailAddress",
    "phone": "tel tel-national tel-country-code tel-area-code tel-local tel-local-prefix tel-local-suffix",
    "street": "street-address address-line1 address-streetname street addressStreet",
    "house number": "address-housenumber",
    "line 2": "address-line2 address-line3 apartment floor building address-extra address-extra-housesuffix "
    "addressStreet2",
    "city": "address-level2 addressCity",
    "state": "address-level1 addressProvince",
    "postcode": "postal-code addressPostalCode",
    "country": "country country-name addressCountryCode",
    "organisation": "organization",
}
WORD_CLASS = {word: name for name, words in CLASSES.items() for word in words.split()}
_KEY_CLASS = {
    "name.full": "full name", "name.legal": "full name", "name.first": "given name", "name.last": "family name",
    "name.middle": "additional name", "email": "email", "email.confirm": "email", "phone": "phone",
    "phone.country": "phone", "address.line1": "street", "address.street": "street", "address.full": "street",
    "address.house_number": "house number", "address.line2": "line 2", "address.city": "city",
    "address.state": "state", "address.county": "state", "address.postal": "postcode", "address.country": "country",
    "current.company": "organisation",
}  # fmt: skip


def class_of(meaning: Meaning) -> str:
    """The class a meaning is scored in; "" for what no engine but ours has a type for."""
    return "" if meaning.part == "extension" else _KEY_CLASS.get(meaning.key, "")
