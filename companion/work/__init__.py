"""Background work: runs with progress, retry and cancel, executed through taskiq and resumed after a restart.

In: a kind and arguments. Out: `Run` documents that change as the work goes on. A handler must be safe to run again from
the start, because a restart does exactly that. May import `model`, `store` and `errors` only.
"""

from companion.work.queue import ENDED, Handler, Job, Work

__all__ = ["ENDED", "Handler", "Job", "Work"]
