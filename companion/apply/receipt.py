"""The receipt: canonical JSON of what was sent and seen, signed with a local Ed25519 key, each naming the one before.

Format 1, so that any program can check it: UTF-8 JSON, object keys sorted, no spaces, non-ASCII as is, ending without a
newline. The signature (base64, member `signature`) is Ed25519 (RFC 8032) over the file with `"signature":"…",` cut out;
`public_key` is the raw 32-byte key in base64. `previous` is the SHA-256 (hex) of the receipt before, "" for the first.
Base64 is the one way of RFC 4648 to write those bytes (section 3.5): other bits in its last letter are a changed file.
"""

import hashlib
import json
import platform
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import cast

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from companion.model.application import Attempt, Receipt
from companion.model.posting import Posting
from companion.store import Store


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. `reasons` say what does not fit; empty where all does. `key` is the signer's fingerprint."""

    valid: bool
    reasons: tuple[str, ...] = ()
    receipt: Receipt | None = None
    key: str = ""
    sha256: str = ""


def seal(store: Store, attempt_id: str, posting: Posting, at: datetime) -> Attempt:
    """Seal the attempt as it stands into a receipt, kept as a blob; an earlier receipt stays and is chained to."""
    with store.commit():
        attempt = store.attempts.get(attempt_id)
        last = _last(store)
        key = Ed25519PrivateKey.from_private_bytes(store.secret("receipt"))
        unsigned = Receipt(
            attempt_id=attempt.id,
            canonical_key=attempt.canonical_key,
            posting={
                "company": posting.company,
                "title": posting.title,
                "url": posting.url,
                "apply_url": posting.apply_url,
                "ats": posting.ats,
                "description": posting.description,
            },
            pages=attempt.pages,
            files=attempt.files,
            schema_hash=_schemas(attempt),
            content_hash=attempt.content_hash,
            evidence=attempt.evidence,
            state=attempt.state,
            screenshots=attempt.screenshots,
            times=_times(attempt, at),
            versions={"sincerely": version("sincerely"), "python": platform.python_version()},
            previous=last.receipt if last else "",
            public_key=b64encode(key.public_key().public_bytes_raw()).decode(),
        )
        signature = b64encode(key.sign(canonical(unsigned))).decode()
        data = canonical(msgspec.structs.replace(unsigned, signature=signature))
        blob = store.blobs.put(data)
        # The order of sealing is the order of the chain, also when the clock stands still or goes back.
        moment = max(at, last.sealed_at + timedelta(microseconds=1)) if last and last.sealed_at else at
        return store.attempts.replace(
            msgspec.structs.replace(attempt, receipt=blob, receipts=(*attempt.receipts, blob), sealed_at=moment)
        )


def canonical(receipt: Receipt) -> bytes:
    """The bytes that are signed (`signature` empty) or kept (with it)."""
    fields = cast("dict[str, object]", msgspec.to_builtins(receipt))
    if not receipt.signature:
        del fields["signature"]
    return _bytes(fields)


def verify(data: bytes) -> Verdict:
    """Check one receipt with nothing but itself; no network, no store, any computer."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        raw = cast("dict[str, object]", json.loads(data))
        receipt = msgspec.convert(raw, Receipt, strict=True)
    except (ValueError, msgspec.ValidationError, RecursionError):
        return Verdict(valid=False, reasons=("This is not a receipt.",), sha256=digest)
    reasons: list[str] = []
    if _bytes(raw) != data:
        reasons.append("It is not written in the canonical form: something was added, removed or re-formatted.")
    try:
        public = b64decode(receipt.public_key, validate=True)
        signed = _bytes({name: value for name, value in raw.items() if name != "signature"})
        signature = b64decode(receipt.signature, validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
        if b64encode(signature).decode() != receipt.signature:
            raise ValueError
    except (InvalidSignature, ValueError):
        reasons.append("The signature does not fit: it was changed after it was sealed.")
        public = b""
    return Verdict(
        valid=not reasons,
        reasons=tuple(reasons),
        receipt=receipt,
        key=hashlib.sha256(public).hexdigest()[:16] if public else "",
        sha256=digest,
    )


def verify_chain(receipts: Sequence[bytes]) -> tuple[str, ...]:
    """What is wrong with a row of receipts, oldest first: each valid, one signer, each naming the one before."""
    wrong: list[str] = []
    before, signer = "", ""
    for number, data in enumerate(receipts, 1):
        verdict = verify(data)
        if not verdict.valid or verdict.receipt is None:
            wrong.append(f"Receipt {number}: {' '.join(verdict.reasons)}")
        else:
            if number > 1 and verdict.receipt.previous != before:
                wrong.append(f"Receipt {number} does not follow the one before it.")
            if signer and verdict.key != signer:
                wrong.append(f"Receipt {number} is signed with another key.")
            signer = signer or verdict.key
        before = verdict.sha256
    return tuple(wrong)


def _bytes(fields: object) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _last(store: Store) -> Attempt | None:
    sealed = store.attempts.where(lambda one: one.sealed_at is not None)
    return max(sealed, key=lambda one: one.sealed_at or datetime.min.replace(tzinfo=UTC), default=None)


def _schemas(attempt: Attempt) -> str:
    return hashlib.sha256("\n".join(page.schema_hash for page in attempt.pages).encode()).hexdigest()


def _times(attempt: Attempt, at: datetime) -> dict[str, str]:
    times = {step.state: step.at.isoformat() for step in attempt.history}
    return {**times, "created": attempt.created_at.isoformat(), "sealed": at.isoformat()}
