"""The recovery code: what opens a person's backups on another computer. Made once, shown to be written down."""

import base64

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from companion.errors import WrongKey
from companion.store import Store

_PURPOSE = "backups"
_BYTES = 20
"""160 bits: nobody guesses that, so no slow key derivation is needed."""

_STANDARD, _CROCKFORD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO, _FROM = bytes.maketrans(_STANDARD, _CROCKFORD), bytes.maketrans(_CROCKFORD, _STANDARD)


def recovery_code(store: Store) -> str:
    """Eight groups of four in Crockford's base 32 (no I, L, O or U to mistake), always the same for this store."""
    code = base64.b32encode(store.secret(_PURPOSE)[:_BYTES]).translate(_TO).decode()
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def backup_key(code: str) -> bytes:
    """The key a code stands for, however it was typed. Raises WrongKey where it cannot be a code."""
    typed = "".join(code.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))
    if len(typed) != _BYTES * 8 // 5 or not set(typed) <= set(_CROCKFORD.decode()):
        raise WrongKey("This is not a recovery code.", "It has eight groups of four letters and digits.")
    secret = base64.b32decode(typed.encode().translate(_FROM))
    return HKDF(SHA256(), 32, salt=None, info=b"sincerely backup").derive(secret)
