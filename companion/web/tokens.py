"""Secrets handed out and recognised again: only their hashes are kept."""

import hashlib
import hmac
import secrets

from companion.model.run import Client
from companion.store import Store


def new_token() -> str:
    """A random token of 256 bits, safe in a header, a cookie and a URL."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What is stored of a token: SHA-256 in hex. A random token needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def holder(token: str, store: Store) -> Client | None:
    """The client that holds `token` and was not revoked. Found by hash: nothing of a token can be timed out of it."""
    wanted = hash_token(token)
    for client in store.clients.by("token_hash", wanted):
        if hmac.compare_digest(client.token_hash, wanted) and not client.revoked:
            return client
    return None


def proof(nonce: str, client: Client | None) -> str:
    """What shows an extension that this is the companion it paired with, before any token travels (PROTOCOL.md)."""
    if client is None or client.revoked:
        return ""
    return hmac.new(bytes.fromhex(client.token_hash), nonce.encode("ascii"), hashlib.sha256).hexdigest()
