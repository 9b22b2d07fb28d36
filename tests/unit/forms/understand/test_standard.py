"""Standard fields by label, identifier and neighbours, in many languages."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.forms.understand import understand, warm
from companion.forms.understand.phrases import phrases
from companion.forms.understand.reading import _PARTS
from companion.forms.understand.ruling import rules
from companion.forms.understand.tables import table
from companion.forms.vocabulary import TERMS
from companion.model.form import Field, Option, Snapshot, Widget


def keys(*labels: str, language: str = "en", **more: Any) -> list[str]:
    fields = tuple(
        Field(id=str(index), widget="text", label=label, label_source="for", **more)
        for index, label in enumerate(labels)
    )
    return [found.key for found in understand(Snapshot(url="https://example.com", language=language, fields=fields))]


@pytest.mark.parametrize(
    ("language", "labels", "expected"),
    [
        ("en", ("First name", "Surname", "Email address"), ["name.first", "name.last", "email"]),
        ("de", ("Vorname", "Name", "PLZ", "Ort"), ["name.first", "name.last", "address.postal", "address.city"]),
        (
            "fr",
            ("Prénom", "Nom", "Code postal", "Ville"),
            ["name.first", "name.last", "address.postal", "address.city"],
        ),
        ("es", ("Nombre", "Apellidos", "Provincia"), ["name.first", "name.last", "address.state"]),
        (
            "pt",
            ("Nome", "Sobrenome", "CEP", "Bairro"),
            ["name.first", "name.last", "address.postal", "address.district"],
        ),
        ("it", ("Nome", "Cognome", "CAP"), ["name.first", "name.last", "address.postal"]),
        ("pl", ("Imię", "Nazwisko", "Kraj"), ["name.first", "name.last", "address.country"]),
        ("cs", ("Jméno", "Příjmení", "Kraj"), ["name.first", "name.last", "address.state"]),
        ("da", ("Fornavn", "Efternavn", "By"), ["name.first", "name.last", "address.city"]),
        ("el", ("Όνομα", "Επώνυμο", "Τ.Κ."), ["name.first", "name.last", "address.postal"]),
        ("ru", ("Имя", "Фамилия", "Индекс"), ["name.first", "name.last", "address.postal"]),
        ("tr", ("Adınız", "Soyadınız", "İl"), ["name.first", "name.last", "address.state"]),
        ("ja", ("姓", "名", "セイ", "メイ"), ["name.last", "name.first", "name.kana.last", "name.kana.first"]),
        ("hi", ("पहला नाम", "उपनाम", "ईमेल", "पिन कोड"), ["name.first", "name.last", "email", "address.postal"]),
        ("hi", ("Pehla naam", "Antim naam"), ["name.first", "name.last"]),
    ],
)
def test_names_and_places_in_their_languages(language: str, labels: tuple[str, ...], expected: list[str]) -> None:
    assert keys(*labels, language=language) == expected


def test_a_name_alone_is_the_whole_name() -> None:
    assert keys("Name", "Email") == ["name.full", "email"]


def test_a_label_that_is_a_key_is_parted() -> None:
    assert keys("Address1", "Address2", "addressLine_fld") == ["address.line1", "address.line2", "address.line1"]


def test_the_longest_phrase_wins() -> None:
    assert keys("Email address", "Address line 2", "Company name", "Name on card", "Date of birth") == [
        "email", "address.line2", "current.company", "bank", "date_of_birth",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ctl00$ContentPlaceHolder1$txtFirstName", "name.first"),
        ("shipping_address[postal_code]", "address.postal"),
        ("applicantlastname", "name.last"),
        ("billingAddress.city", "address.city"),
        ("addressLine2", "address.line2"),
        ("isContactAddress", ""),
        ("companyPluscardNumber", ""),
    ],
)
def test_identifiers_are_read_word_by_word(name: str, key: str) -> None:
    (found,) = understand(Snapshot(url="https://example.com", fields=(Field(id="1", widget="text", name=name),)))
    assert found.key == key


def test_autocomplete_decides_but_not_where_it_is_a_trick() -> None:
    fields = (
        Field(id="1", widget="text", label="Nickname", autocomplete="given-name"),
        Field(id="2", widget="text", label="Street address", label_source="for", autocomplete="new-password"),
    )
    first, second = understand(Snapshot(url="https://example.com", fields=fields))
    assert (first.key, first.rule) == ("name.first", "autocomplete")
    assert second.key == "address.line1"


def test_repeated_blocks_count_their_entries() -> None:
    labels = ("Company", "Title", "Start date", "End date")
    fields = tuple(
        Field(id=f"{entry}-{label}", widget="text", label=label, label_source="for", section="Work experience", name=f"work[{entry}]")  # noqa: E501
        for entry in range(2)
        for label in labels
    )  # fmt: skip
    found = understand(Snapshot(url="https://example.com", language="en", fields=fields))
    assert [each.key for each in found] == ["work.employer", "work.title", "work.start", "work.end"] * 2
    assert [each.entry for each in found] == [0, 0, 0, 0, 1, 1, 1, 1]


AVAILABLE = (
    "Earliest start date",
    "Start date",
    "Possible joining date",
    "Gewünschtes Startdatum",
    "Fecha de inicio deseada",
)


@pytest.mark.parametrize("label", AVAILABLE)
@pytest.mark.parametrize("widget", ["text", "date"])
def test_a_start_date_beside_the_present_employer_is_the_day_one_could_begin(label: str, widget: Widget) -> None:
    fields = (
        Field(id="1", widget="text", label="Current or most recent employer", autocomplete="organization"),
        Field(id="2", widget="text", label="Current job title", label_source="for"),
        Field(id="3", widget=widget, label=label, label_source="for", name="start"),
    )
    found = understand(Snapshot(url="https://example.com", fields=fields))
    assert [each.key for each in found] == ["current.company", "current.title", "start.earliest"]


@pytest.mark.parametrize("ending", ["End date", "I currently work here"])
def test_a_start_date_beside_an_ending_is_the_jobs_own(ending: str) -> None:
    fields = (
        Field(id="1", widget="text", label="Company", label_source="for"),
        Field(id="2", widget="date", label="Start date", label_source="for", name="start"),
        Field(id="3", widget="checkbox" if ending[0] == "I" else "date", label=ending, label_source="for"),
    )
    found = understand(Snapshot(url="https://example.com", fields=fields))
    assert [each.key for each in found[:2]] == ["work.employer", "work.start"]


def test_a_job_on_the_form_does_not_make_every_start_date_its_own() -> None:
    labels = ("Company", "Start date", "End date", "Earliest possible start date")
    fields = tuple(
        Field(id=label, widget="date" if "date" in label else "text", label=label, label_source="for", name="start")
        for label in labels
    )
    found = understand(Snapshot(url="https://example.com", fields=fields))
    assert [each.key for each in found] == ["work.employer", "work.start", "work.end", "start.earliest"]


def test_a_list_of_countries_needs_no_label() -> None:
    options = tuple(
        Option(value=name, label=name) for name in ("", "France", "Germany", "Japan", "Ireland", "India", "Norway")
    )
    (found,) = understand(
        Snapshot(url="https://example.com", fields=(Field(id="1", widget="select", options=options),))
    )
    assert found.key == "address.country"


def test_a_trap_is_never_anything_else() -> None:
    trap = Field(id="1", widget="text", label="First name", hidden_reason="honeypot", visible=False)
    (found,) = understand(Snapshot(url="https://example.com", fields=(trap,)))
    assert found.key == "honeypot"


def test_every_phrase_means_a_key_of_the_vocabulary() -> None:
    table = phrases()
    known = {phrase.key for them in table.by_word.values() for phrase in them} | {key for _, key, _ in table.unspaced}
    assert {key for key in known if not key.startswith("entry.") and key != "-"} - set(_PARTS) <= set(TERMS)


@settings(max_examples=60, deadline=None)
@given(label=st.text(max_size=300), name=st.text(max_size=80), placeholder=st.text(max_size=80))
def test_any_text_gives_one_meaning(label: str, name: str, placeholder: str) -> None:
    field = Field(id="1", widget="text", label=label, name=name, placeholder=placeholder)
    (found,) = understand(Snapshot(url="https://example.com", fields=(field,)))
    assert found.field_id == "1"
    assert found.key in TERMS or found.key == ""


def test_what_is_warmed_is_not_read_again() -> None:
    warm()
    read = (phrases.cache_info().misses, rules.cache_info().misses, table.cache_info().misses)
    keys("First name", "Country", "Are you authorized to work in Ireland?", "I agree to the privacy policy")
    assert (phrases.cache_info().misses, rules.cache_info().misses, table.cache_info().misses) == read


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("TT.MM.JJJJ", "DD.MM.YYYY"), ("(jj/mm/aa)", "DD/MM/YY"), ("dd-mm-jj", "DD-MM-YY"), ("e.g. MM/YYYY", "MM/YYYY"),
        ("GG/MM/AAAA", "DD/MM/YYYY"), ("AAAA-MM-DD", "YYYY-MM-DD"), ("d MMM yyyy", "D MMM YYYY"),
        ("Developer (w/m/d)", ""), ("Jobs à la carte", ""), ("m/f/d", ""),
    ],
)  # fmt: skip
def test_a_pages_date_pattern_in_five_languages(text: str, form: str) -> None:
    (found,) = understand(
        Snapshot(url="https://example.com", fields=(Field(id="1", widget="text", label="Date of birth", help=text),))
    )
    assert found.date_format == form
