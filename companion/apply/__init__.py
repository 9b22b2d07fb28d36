"""Applying: the attempt with its states, approval, the headless driver, evidence, and the sealed receipt.

In: a posting's form, a planner (forms), the files to send, the person's approval. Out: an `Attempt` that ended
`submitted`, `failed` or `unknown` with evidence and a receipt, or one that waits for the person.
May import `model`, `store`, `net`, `forms` and `errors`. Boundary: a rehearsal sends nothing; nothing is sent that was
not approved; `submitting` is durable before the submit click, and nothing is clicked after it.
"""

from companion.apply.approval import Difference, content_hash, differences
from companion.apply.attempts import OPEN, Attempts
from companion.apply.browser import ensure, find
from companion.apply.chrome import Chrome
from companion.apply.conduct import Conduct, FileToSend
from companion.apply.driver import Driver
from companion.apply.errand import Errand, Walk
from companion.apply.evidence import Aftermath, Answer, judge, observe
from companion.apply.filling import Planner
from companion.apply.receipt import Verdict, seal, verify, verify_chain
from companion.apply.routing import ROUTES, Route, route

__all__ = [
    "OPEN",
    "ROUTES",
    "Aftermath",
    "Answer",
    "Attempts",
    "Chrome",
    "Conduct",
    "Difference",
    "Driver",
    "Errand",
    "FileToSend",
    "Planner",
    "Route",
    "Verdict",
    "Walk",
    "content_hash",
    "differences",
    "ensure",
    "find",
    "judge",
    "observe",
    "route",
    "seal",
    "verify",
    "verify_chain",
]
