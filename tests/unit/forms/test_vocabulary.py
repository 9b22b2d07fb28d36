"""The vocabulary is data; these tests keep it whole and in step with the registry of sensitive families."""

from companion import forms
from companion.forms.truth import RESOLVERS
from companion.forms.vocabulary import TERMS, UNKNOWN, term


def test_every_sensitive_key_is_never_filled_without_asking():
    for entry in TERMS.values():
        if entry.sensitive:
            assert entry.policy in {"ask", "never", "show"}, entry.key


def test_an_unknown_key_is_asked():
    assert term("no.such.key") is UNKNOWN
    assert UNKNOWN.policy == "ask"


def test_keys_that_other_rooms_rely_on_exist():
    for key in ("name.first", "work.authorization", "sponsorship.future", "years.with", "notice.period", "eeo.gender"):
        assert term(key).key == key


def test_every_resolver_is_of_a_known_key():
    assert set(RESOLVERS) <= set(TERMS)


def test_the_public_face_of_the_room():
    assert forms.__all__ == [
        "Asked",
        "Condition",
        "Essay",
        "Meaning",
        "asked",
        "content_hash",
        "is_sensitive_answer",
        "is_sensitive_fact",
        "learn",
        "marked",
        "merge",
        "opened",
        "outline",
        "plan",
        "propose",
        "schema_hash",
        "understand",
        "warm",
        "write_essay",
    ]
