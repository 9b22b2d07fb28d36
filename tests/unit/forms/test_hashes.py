"""What was asked, what will be sent, and frames as one page."""

import msgspec
import pytest

from companion.forms import Meaning, content_hash, merge, plan, schema_hash
from companion.model.form import Field, Snapshot
from tests.unit.forms.asking import NOW, TODAY, URL, posting
from tests.unit.forms.person import everyone


def test_the_schema_hash_follows_the_questions_and_not_the_values():
    fields = (Field(id="a", widget="text", label="First name"), Field(id="b", widget="select", label="Country"))
    one = Snapshot(url=URL, fields=fields)
    filled = msgspec.structs.replace(
        one, fields=tuple(msgspec.structs.replace(each, id=each.id * 2, value="x") for each in fields)
    )
    asked = msgspec.structs.replace(one, fields=(*fields, Field(id="c", widget="text", label="City")))
    required = msgspec.structs.replace(one, fields=(fields[0], msgspec.structs.replace(fields[1], required=True)))
    assert schema_hash(one) == schema_hash(filled)
    assert len({schema_hash(each) for each in (one, asked, required)}) == 3


def test_the_content_hash_binds_posting_questions_values_and_files():
    made = plan(
        Snapshot(url=URL, fields=(Field(id="f", widget="text", label="Email"),)),
        everyone(),
        (),
        posting=posting("US"),
        resume=None,
        meanings=(Meaning(field_id="f", key="email", confidence=0.9),),
        today=TODAY,
        created_at=NOW,
    )
    again = msgspec.structs.replace(made, id="other", created_at=NOW)
    first = content_hash("job-1", [made])
    assert content_hash("job-1", [again]) == first
    other = msgspec.structs.replace(
        made, actions=(msgspec.structs.replace(made.actions[0], values=("b@example.com",)),)
    )
    attached = msgspec.structs.replace(made, actions=(msgspec.structs.replace(made.actions[0], file="cd" * 32),))
    changes = [
        content_hash("job-2", [made]),
        content_hash("job-1", [other]),
        content_hash("job-1", [attached]),
        content_hash("job-1", [made], files=["ab" * 32]),
        content_hash("job-1", [made, made]),
        content_hash("job-1", [msgspec.structs.replace(made, schema_hash="0" * 64)]),
    ]
    assert len({first, *changes}) == len(changes) + 1


def test_frames_merge_into_one_snapshot_that_keeps_them_apart():
    top = Snapshot(url=URL, title="Apply", language="en", fields=(Field(id="a", widget="text"),))
    inner = Snapshot(
        url="https://forms.example",
        fields=(Field(id="a", widget="text", frame="1"),),
        challenge="hcaptcha",
        errors=("Required",),
        truncated=True,
    )
    whole = merge([top, inner])
    assert [(field.frame, field.id, field.position) for field in whole.fields] == [("", "a", 0), ("1", "a", 1)]
    assert (whole.title, whole.challenge, whole.errors, whole.truncated) == ("Apply", "hcaptcha", ("Required",), True)
    with pytest.raises(ValueError, match="no snapshot"):
        merge([])
