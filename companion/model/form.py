"""Snapshot → Plan → Report: what a form shows, what will be put into it and why, and what was read back.

`extension/page/scan.js` produces the JSON of `Snapshot`; `fill.js` consumes `Plan` and produces `FillReport`.
Names encode in camelCase for the page scripts.
"""

from datetime import datetime
from typing import Literal

import msgspec

from companion.model.document import Document, Sha256, Share

Widget = Literal[
    "text",
    "textarea",
    "email",
    "tel",
    "url",
    "number",
    "password",
    "date",
    "month",
    "time",
    "search",
    "select",
    "multiselect",
    "combobox",
    "listbox",
    "radio",
    "checkbox",
    "checkboxes",
    "buttons",
    "chips",
    "file",
    "richtext",
    "range",
    "color",
    "signature",
    "unknown",
]


class Wire(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Anything that travels between the companion and a page script."""


class Option(Wire, frozen=True, kw_only=True):
    value: str
    label: str
    selected: bool = False
    disabled: bool = False


class Field(Wire, frozen=True, kw_only=True):
    """One question of a form. `id` is stable within the page; a radio or checkbox group is one field."""

    id: str
    widget: Widget
    label: str = ""
    label_source: str = ""
    """Where the label was found: `for` (linked or wrapping), `aria`, `legend`, `box`, `table`, `before`, `after`,
    `placeholder`, `option` (a select's first line)."""
    section: str = ""
    help: str = ""
    error: str = ""
    placeholder: str = ""
    name: str = ""
    html_id: str = ""
    autocomplete: str = ""
    type: str = ""
    attributes: dict[str, str] = {}
    """ATS attributes worth knowing (`data-automation-id`, `data-field-path`, …), cut at 200 characters each."""
    required: bool = False
    visible: bool = True
    hidden_reason: str = ""
    """Why a person cannot see it: `display`, `offscreen`, `tiny`, `transparent`, `covered`, `honeypot`, …"""
    disabled: bool = False
    multiple: bool = False
    max_length: int | None = None
    minimum: str = ""
    maximum: str = ""
    step: str = ""
    pattern: str = ""
    accept: str = ""
    options: tuple[Option, ...] = ()
    options_open: bool = False
    """True where the options load only when the widget opens or the person types: choose by typing `search`."""
    value: str = ""
    checked: bool = False
    frame: str = ""
    form: str = ""
    area: str = ""
    """The part of the page it stands in, where that is made for something else: `search`, `filter`, `login`,
    `newsletter`, `cookies`."""
    inside: str = ""
    """Id of the "add" button that `fill.js` pressed, where the field stands in the form of one entry that this opened:
    a window, or a part with a "Save" of its own."""
    group: str = ""
    """What it belongs to: `block:jobs:1` (an entry of a repeated part), `date:…` or `phone:…` (the parts of one
    question, named after its first field or its number), or a part within an entry, `block:jobs:1/date:…`."""
    part: str = ""
    """Which part of the group: `day`, `month`, `year`; `country`, `area`, `prefix`, `number`; "" for a whole answer."""
    position: int = 0


class Button(Wire, frozen=True, kw_only=True):
    id: str
    text: str
    kind: Literal["next", "submit", "back", "add", "save", "other"]
    section: str = ""
    """The heading it stands under."""
    after: str = ""
    """Id of the field it follows in its frame; "" where none comes before it."""
    listed: str = ""
    """Of an `add`: what stands listed in the part of the page it adds to, so the entries that are there already."""
    frame: str = ""
    form: str = ""
    disabled: bool = False


class Snapshot(Wire, frozen=True, kw_only=True):
    """What a person sees of the form on one page (one step); the driver merges one snapshot a frame."""

    url: str
    title: str = ""
    language: str = ""
    heading: str = ""
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()
    step: int | None = None
    steps: int | None = None
    errors: tuple[str, ...] = ()
    challenge: str = ""
    """The name of a *posed* challenge (a visible captcha), else empty. A badge or a script is not one."""
    frames: tuple[str, ...] = ()
    truncated: bool = False
    """True where the scan stopped at its budget."""


class QuestionSet(Document, frozen=True, kw_only=True):
    """What one job's form asks, as its ATS publishes it. Nothing in it is personal."""

    ats: str
    tenant: str
    job: str
    form: Snapshot
    read_at: datetime


ActionKind = Literal["fill", "choose", "check", "attach", "add", "leave"]


class Action(Wire, frozen=True, kw_only=True):
    """What to do with one field, and why. A `leave` says in `reason` why, in words for the person.

    `add` opens further blocks of a repeated part: `field_id` names its "add another" button, which is pressed once for
    each of `values`. What the new blocks ask is planned from a fresh snapshot. Where each entry has a form of its own
    with a button that keeps it, the actions `inside` that `add` go into it, one entry after the other.
    """

    field_id: str
    kind: ActionKind
    frame: str = ""
    values: tuple[str, ...] = ()
    """fill: the text; choose: option labels; check: `true`/`false`; attach: file name; add: the entries, in words."""
    option_values: tuple[str, ...] = ()
    inside: str = ""
    """`field_id` of the `add` in whose form this is asked; `field_id` is then the field's id, `~` and `entry`."""
    entry: int = 0
    """Which of the values of that `add` it belongs to."""
    search: str = ""
    """What to type into a typeahead before choosing."""
    alternatives: tuple[str, ...] = ()
    """Other wordings of the one value, for a list whose options show only when it is opened: the first that is offered
    word for word is picked. All say the same, so any of them is what was approved."""
    look: bool = False
    """Of a `leave`: the options show only when the list is opened. `fill.js` opens it, closes it and reports what it
    offers (`FieldResult.offered`), to be planned again with those options."""
    file: Sha256 = ""
    meaning: str = ""
    """Canonical key of the field's meaning, such as `name.first` or `work.authorization`."""
    subject: str = ""
    """What a screening question is about: a skill, country (ISO) or employer."""
    label: str = ""
    section: str = ""
    required: bool = False
    fact: str = ""
    """Path of the fact, or `answer/<id>`."""
    fact_text: str = ""
    rule: str = ""
    confidence: Share = 0.0
    review: bool = False
    sensitive: bool = False
    reason: str = ""
    draft: str = ""
    """Prose proposed for an essay, never filled before the person approved it."""
    cited: tuple[str, ...] = ()
    """Paths of the facts that `draft` is made of."""


class Plan(Document, frozen=True, kw_only=True, rename="camel"):
    """What goes into one page of a form. `schema_hash` names the questions asked, independent of values."""

    posting_id: str = ""
    attempt_id: str = ""
    profile_id: str = ""
    url: str = ""
    schema_hash: Sha256 = ""
    actions: tuple[Action, ...] = ()
    created_at: datetime


FieldStatus = Literal["verified", "already", "changed", "rejected", "unfillable", "left"]


class FieldResult(Wire, frozen=True, kw_only=True):
    """One field after filling: `verified` (read back equal), `already` valid, `changed` by the page, `rejected` by it
    (with its message), `unfillable` (why), `left` for the person."""

    field_id: str
    status: FieldStatus
    frame: str = ""
    read_back: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    message: str = ""
    offered: tuple[str, ...] = ()
    """Options of a list that could not be read before it was opened, where nothing planned was among them."""


class FillReport(Wire, frozen=True, kw_only=True):
    results: tuple[FieldResult, ...] = ()
    errors: tuple[str, ...] = ()
    took_ms: float = 0


AnswerScope = Literal["general", "company", "posting"]


class Answer(Document, frozen=True, kw_only=True, rename="camel"):
    """What a question family means for this person. `value` is the typed fact as text in `unit`; polarity is positive
    as the family is named (`work.authorization` true = may work; `sponsorship.future` true = will need it)."""

    family: str
    subject: str = ""
    kind: Literal["bool", "number", "money", "duration", "date", "choice", "text"]
    value: str
    unit: str = ""
    currency: str = ""
    period: str = ""
    scope: AnswerScope = "general"
    company: str = ""
    posting_id: str = ""
    question: str = ""
    used: tuple[str, ...] = ()
    """Attempt ids in which it was used."""
    updated_at: datetime
