"""The API for the paired extension, as PROTOCOL.md writes it.

In: JSON of `requests.py`. Out: nouns in camelCase, or problems.
Nothing is decided here: each handler reads its call, asks an agent or the store, and encodes the answer.
"""

from companion.web.api.application import apply_handlers
from companion.web.api.connect import connect_handlers
from companion.web.api.postings import posting_handlers

API_HANDLERS = (*connect_handlers, *posting_handlers, *apply_handlers)

__all__ = ["API_HANDLERS"]
