import hashlib
import json
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from companion.apply import Attempts, seal, verify, verify_chain
from companion.apply.receipt import canonical
from companion.model.application import EvidenceItem, Page, Receipt, SentFile
from companion.model.form import Action, FieldResult
from companion.model.posting import Posting
from companion.store import Store

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def sealed(store: Store, posting: Posting) -> bytes:
    attempts = Attempts(store)
    attempt = attempts.begin(posting, channel="headless", repeat=True)
    page = Page(
        url=posting.url,
        schema_hash="a" * 64,
        actions=(Action(field_id="f", kind="fill", label="Namn på Tövé “x”", values=("Tövé",), confidence=0.97),),
        results=(FieldResult(field_id="f", status="verified", read_back=("Tövé",)),),
    )
    ready = attempts.planned(attempt.id, [page], [SentFile(name="cv.pdf", sha256="b" * 64, size=3)], complete=True)
    attempts.approve(attempt.id, ready.content_hash)
    attempts.submitting(attempt.id)
    seen = EvidenceItem(kind="page", supports=True, seen="Thank you", at=AT)
    attempts.settle(attempt.id, "submitted", "", [seen], screenshots=("c" * 64, "e" * 64))
    return store.blobs.get(seal(store, attempt.id, posting, AT).receipt)


def test_a_receipt_verifies_with_nothing_but_itself(store: Store, posting: Posting) -> None:
    verdict = verify(sealed(store, posting))
    assert verdict.valid
    assert verdict.receipt is not None
    assert verdict.receipt.state == "submitted"
    assert verdict.receipt.pages[0].results[0].read_back == ("Tövé",)


def test_a_third_program_verifies_it_from_the_written_format(store: Store, posting: Posting) -> None:
    """Only what the docstring of `receipt.py` says: cut the signature out of the file, and check it."""
    data = sealed(store, posting)
    fields = json.loads(data)
    signed = re.sub(rb'"signature":"[^"]*",', b"", data)
    key = Ed25519PublicKey.from_public_bytes(b64decode(fields["public_key"]))
    key.verify(b64decode(fields["signature"]), signed)
    with pytest.raises(InvalidSignature):
        key.verify(b64decode(fields["signature"]), signed.replace(b"cv.pdf", b"cw.pdf"))


def openssl_says(data: bytes, folder: Path) -> bool:
    """A third program: `openssl` and the format of `receipt.py`'s docstring; nothing of ours, no library for keys.

    The 12 bytes before the key are what RFC 8410 puts before an Ed25519 public key.
    """
    try:
        fields = json.loads(data)
        signature, key = b64decode(fields["signature"], validate=True), b64decode(fields["public_key"], validate=True)
    except (ValueError, KeyError, TypeError):
        return False
    if b64encode(signature).decode() != fields["signature"]:
        return False
    signed = re.sub(rb'"signature":"[^"]*",', b"", data)
    for name, content in (
        ("key", bytes.fromhex("302a300506032b6570032100") + key),
        ("is", signature),
        ("says", signed),
    ):
        (folder / name).write_bytes(content)
    command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in says -sigfile is"
    return subprocess.run(command.split(), cwd=folder, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_verifies_a_chain_and_misses_no_changed_byte(store: Store, posting: Posting, tmp_path: Path) -> None:
    chain = [sealed(store, posting) for _ in range(3)]
    assert all(openssl_says(one, tmp_path) for one in chain)
    assert [json.loads(one)["previous"] for one in chain] == [
        "", *(hashlib.sha256(one).hexdigest() for one in chain[:-1])
    ]  # fmt: skip
    data = chain[0]
    for at in range(0, len(data), 97):
        assert not openssl_says(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], tmp_path), data[at - 20 : at + 20]


def test_any_changed_byte_is_detected(store: Store, posting: Posting) -> None:
    data = sealed(store, posting)
    assert [at for at in range(len(data)) if verify(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]).valid] == []
    signature = data.index(b'"signature":"')
    for at in range(signature, signature + 104):  # the last letter of a signature says less than it could
        for bit in range(8):
            assert not verify(data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]).valid


@pytest.mark.parametrize(
    "change", [lambda d: d + b"\n", lambda d: d[:-1], lambda d: b" " + d, lambda d: d.replace(b'":', b'": ', 1)]
)
def test_anything_added_or_removed_is_detected(store: Store, posting: Posting, change) -> None:
    assert not verify(change(sealed(store, posting))).valid


def test_a_receipt_signed_again_by_somebody_else_breaks_the_chain(store: Store, posting: Posting) -> None:
    first, second = sealed(store, posting), sealed(store, posting)
    assert verify_chain([first, second]) == ()
    forged = _signed_by_another(second)
    assert verify(forged).valid
    assert any("another key" in reason for reason in verify_chain([first, forged]))


def test_a_receipt_taken_out_of_the_row_is_missed(store: Store, posting: Posting) -> None:
    first, second, third = (sealed(store, posting) for _ in range(3))
    assert verify_chain([first, second, third]) == ()
    assert verify_chain([first, third]) == ("Receipt 2 does not follow the one before it.",)
    assert json.loads(second)["previous"] == hashlib.sha256(first).hexdigest()


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_rubbish_is_no_receipt(data: bytes) -> None:
    assert not verify(data).valid


def test_deep_nesting_is_no_receipt() -> None:
    assert not verify(b"[" * 200_000).valid


def _signed_by_another(data: bytes) -> bytes:
    from base64 import b64encode

    import msgspec

    key = Ed25519PrivateKey.generate()
    receipt = msgspec.json.decode(data, type=Receipt)
    public = b64encode(key.public_key().public_bytes_raw()).decode()
    bare = msgspec.structs.replace(receipt, public_key=public, signature="")
    return canonical(msgspec.structs.replace(bare, signature=b64encode(key.sign(canonical(bare))).decode()))
