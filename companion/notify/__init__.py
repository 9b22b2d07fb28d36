"""Person-facing notices: always in the dashboard, and on the channels the person switched on.

In: a kind and a sentence. Out: a stored `Notice`, and messages through apprise. The text names a job and an employer at
most; it never carries a value of the profile. May import `model`, `store` and `errors` only.
"""

from companion.notify.notifier import Notifier, quiet

__all__ = ["Notifier", "quiet"]
