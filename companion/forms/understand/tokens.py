"""What the `autocomplete` attribute says, in the vocabulary's keys (HTML Living Standard, "Autofill detail tokens")."""

from companion.model.form import Field

TOKENS: dict[str, str] = {
    "name": "name.full",
    "honorific-prefix": "salutation",
    "given-name": "name.first",
    "additional-name": "name.middle",
    "family-name": "name.last",
    "honorific-suffix": "name.suffix",
    "nickname": "name.preferred",
    "username": "account.username",
    "new-password": "account.password",
    "current-password": "account.password",
    "one-time-code": "captcha",
    "organization-title": "current.title",
    "organization": "current.company",
    "street-address": "address.line1",
    "address-line1": "address.line1",
    "address-line2": "address.line2",
    "address-line3": "address.line2",
    "address-level4": "address.district",
    "address-level3": "address.district",
    "address-level2": "address.city",
    "address-level1": "address.state",
    "country": "address.country",
    "country-name": "address.country",
    "postal-code": "address.postal",
    "bday": "date_of_birth",
    "bday-day": "date_of_birth",
    "bday-month": "date_of_birth",
    "bday-year": "date_of_birth",
    "sex": "eeo.gender",
    "url": "links.website",
    "photo": "documents.photo",
    "tel": "phone",
    "tel-country-code": "phone.country",
    "tel-national": "phone",
    "tel-area-code": "phone",
    "tel-local": "phone",
    "tel-local-prefix": "phone",
    "tel-local-suffix": "phone",
    "tel-extension": "phone",
    "email": "email",
    "impp": "links.other",
}
PARTS: dict[str, str] = {
    "tel-country-code": "country",
    "tel-national": "number",
    "tel-area-code": "area",
    "tel-local": "number",
    "tel-local-prefix": "prefix",
    "tel-local-suffix": "number",
    "tel-extension": "extension",
    "bday-day": "day",
    "bday-month": "month",
    "bday-year": "year",
}


def autocomplete(field: Field) -> tuple[str, str]:
    """(key, part) of the field's autocomplete tokens; ("", "") where they say nothing.

    `cc-*` and `transaction-*` mean payment, which is never filled (`bank`). "off", "on" and made-up words say nothing.
    """
    for token in reversed(field.autocomplete.split()):
        if token.startswith(("cc-", "transaction-")):
            return "bank", ""
        if key := TOKENS.get(token):
            return key, PARTS.get(token, "")
    return "", ""
