"""The one tree of errors. Each has a stable code, a message for a person (no personal values) and a hint what to do.

SincerelyError
├── BadInput              what came in cannot be used            400
│   ├── TooLarge          over a size, count or time limit       413
│   └── Unreadable        a page, PDF or file we cannot read     422
├── NotFound              no such document                       404
├── Conflict              changed meanwhile, or already there    409
│   ├── StaleVersion      `replace` met a newer version          409
│   ├── AlreadyApplied    this job was applied to                409
│   └── ApprovalVoid      what was approved has changed          409
├── Refused               not allowed                            403
│   ├── Unpaired          no valid token or session              401
│   ├── Misdirected       wrong Host                             421
│   ├── Unsupported       wrong content type                     415
│   ├── Expired           a code or link that is used or old     410
│   └── RateLimited       too many tries                         429
├── StoreError            the data folder                        503
│   ├── StoreLocked       another companion has it               503
│   ├── WrongKey          passphrase or key does not open it     503
│   ├── Damaged           the journal does not verify            503
│   └── StoreFull         the disk refused the write             507
├── NetError              the outside world                      502
│   ├── PrivateAddress    target is not public                   403
│   ├── Blocked           a portal refuses robots                502
│   ├── Drift             an answer has a new shape              502
│   └── TimedOut          a wait ended                           504
├── ModelError            Ollama                                 502
├── NoBrowser             no Chromium to drive                   503
└── ApplyError            the road to an application             409
    ├── IllegalTransition a state cannot follow another          409
    └── NeedsPerson       login, challenge or question           409
"""

from typing import ClassVar


class SincerelyError(Exception):
    """The root. `code` is stable and shown by every surface; `message` says what happened, `hint` what to do."""

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, message: str, hint: str = "", *, pointer: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.pointer = pointer


class BadInput(SincerelyError):
    code, status, title = "bad-input", 400, "This could not be used"


class TooLarge(BadInput):
    code, status, title = "too-large", 413, "Too large"


class Unreadable(BadInput):
    code, status, title = "unreadable", 422, "This could not be read"


class NotFound(SincerelyError):
    code, status, title = "not-found", 404, "Not found"


class Conflict(SincerelyError):
    code, status, title = "conflict", 409, "Something else changed first"


class StaleVersion(Conflict):
    code, title = "stale-version", "Changed meanwhile"


class AlreadyApplied(Conflict):
    code, title = "already-applied", "Already applied"


class ApprovalVoid(Conflict):
    code, title = "approval-void", "The approval no longer fits"


class Refused(SincerelyError):
    code, status, title = "refused", 403, "Not allowed"


class Unpaired(Refused):
    code, status, title = "unpaired", 401, "Not paired"


class Misdirected(Refused):
    code, status, title = "misdirected", 421, "Not for this server"


class Unsupported(Refused):
    code, status, title = "unsupported", 415, "Unsupported content type"


class Expired(Refused):
    code, status, title = "expired", 410, "No longer valid"


class RateLimited(Refused):
    code, status, title = "rate-limited", 429, "Too many tries"


class StoreError(SincerelyError):
    code, status, title = "store", 503, "The data folder cannot be used"


class StoreLocked(StoreError):
    code, title = "store-locked", "Another companion is running"


class WrongKey(StoreError):
    code, title = "wrong-key", "The key does not open the data"


class Damaged(StoreError):
    code, title = "damaged", "The data folder is damaged"


class StoreFull(StoreError):
    code, status, title = "store-full", 507, "The disk is full"


class NetError(SincerelyError):
    code, status, title = "net", 502, "The other side did not answer as hoped"


class PrivateAddress(NetError):
    code, status, title = "private-address", 403, "Not a public address"


class Blocked(NetError):
    code, title = "blocked", "The portal refuses automatic reading"


class Drift(NetError):
    code, title = "drift", "The answer has a new shape"


class TimedOut(NetError):
    code, status, title = "timed-out", 504, "It took too long"


class ModelError(SincerelyError):
    code, status, title = "model", 502, "The language model did not help"


class NoBrowser(SincerelyError):
    code, status, title = "no-browser", 503, "No browser found"


class ApplyError(SincerelyError):
    code, status, title = "apply", 409, "The application could not go on"


class IllegalTransition(ApplyError):
    code, title = "illegal-transition", "Not possible in this state"


class NeedsPerson(ApplyError):
    code, title = "needs-person", "This needs you"
