"""The vocabulary is data; these tests keep it whole and in step with the registry of sensitive families."""

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
