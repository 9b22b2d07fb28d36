"""What a form is for: searches and filters ask nothing of an applicant."""

from typing import Any

from companion.forms.understand import understand
from companion.model.form import Button, Field, Option, Snapshot, Widget


def field(name: str, label: str, widget: Widget = "text", **more: Any) -> Field:
    return Field(id=name, name=name, label=label, label_source="for", widget=widget, **more)


def keys(*fields: Field, buttons: tuple[Button, ...] = ()) -> dict[str, tuple[str, float]]:
    read = understand(Snapshot(url="https://jobs.example.com", language="en", fields=fields, buttons=buttons))
    return {found.field_id: (found.key, found.confidence) for found in read}


FIND = Button(id="b", text="Find jobs", kind="other", form="top")


def test_a_search_form_is_told_by_its_button() -> None:
    found = keys(
        field("title", "Job title", form="top"),
        field("where", "Location", form="top"),
        field("first", "First name", form="apply"),
        buttons=(FIND,),
    )
    assert found["title"][0] == found["where"][0] == "search"
    assert found["first"][0] == "name.first"


def test_a_form_about_a_person_is_theirs_whatever_its_buttons_say() -> None:
    found = keys(
        field("first", "First name", form="top"),
        field("mail", "Email", form="top"),
        field("where", "Location", form="top"),
        buttons=(FIND,),
    )
    assert found["where"][0] == "location.current"


def test_a_place_in_a_search_stays_a_place_but_too_unsure_to_fill() -> None:
    key, confidence = keys(field("city", "City", area="search"))["city"]
    assert (key, confidence < 0.45) == ("address.city", True)


def test_filters_with_counts_are_filters() -> None:
    found = keys(
        field("r", "Remote (12)", "checkbox"),
        field("p", "Part-time (3)", "checkbox"),
        field("m", "Marketing (1,204)", "checkbox"),
        field("agree", "I agree to the privacy policy", "checkbox"),
    )  # fmt: skip
    assert {name: key for name, (key, _) in found.items()} == {
        "r": "search", "p": "search", "m": "search", "agree": "consent.privacy",
    }  # fmt: skip


def test_cookie_choices_are_no_consents_of_an_applicant() -> None:
    assert keys(field("stats", "Marketing", "checkbox", area="cookies"))["stats"][0] == "search"


def test_entries_and_parts_are_what_the_scan_says() -> None:
    months = tuple(Option(value=str(at), label=str(at)) for at in range(1, 13))
    fields = tuple(
        field(
            f"{name}{entry}",
            label,
            widget,
            section="Work experience",
            group=f"block:jobs:{entry}" + ("/date:x" if part else ""),
            part=part,
            options=options,
        )
        for entry in range(2)
        for name, label, widget, part, options in (
            ("company", "Company", "text", "", ()),
            ("month", "Start date", "select", "month", months),
            ("year", "Start date", "text", "year", ()),
        )
    )  # fmt: skip
    read = understand(Snapshot(url="https://jobs.example.com", language="en", fields=fields))
    assert [(one.key, one.entry, one.part) for one in read] == [
        (key, entry, part)
        for entry in range(2)
        for key, part in (("work.employer", ""), ("work.start", "month"), ("work.start", "year"))
    ]


def test_a_list_beside_a_number_is_its_dial_code() -> None:
    read = understand(
        Snapshot(
            url="https://jobs.example.com",
            fields=(
                field("cc", "Code", "combobox", group="phone:tel", part="country"),
                field("tel", "Phone", "tel", group="phone:tel", part="number"),
            ),
        )
    )
    assert [(one.key, one.part) for one in read] == [("phone.country", ""), ("phone", "number")]
