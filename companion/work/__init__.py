"""Background work: runs with progress, retry and cancel, executed through taskiq and resumed after a restart.

In: a kind and arguments. Out: `Run` documents that change as the work goes on. A handler must be safe to run again from
the start, because a restart does exactly that. May import `model`, `store` and `errors` only.

With Redis (the setting `broker`): one process, the companion, holds the store, so a worker cannot open it and gets no
copy. Only the ids of runs go through Redis. `sincerely worker` takes an id, tells the companion on loopback to begin
that run, and keeps one of its hands busy until the try has ended: which runs begin, how many and when is the workers'
doing; what a run does happens where its data is (and in the reading processes and the browser, as always). The `Run`
documents stay the truth: what Redis, a worker or the companion loses is dealt again, and a run that is in hand or has
ended is never begun a second time. Where Redis or every worker is away, the companion carries the runs out itself.
Why not workers with the store over the network: every document and key would have to leave the process that guards
them, to save CPU time that the sandboxed readers already spend elsewhere.
"""

from companion.work.broker import Redis, redis_broker
from companion.work.job import Handler, Job
from companion.work.queue import ENDED, Work
from companion.work.repeat import repeated

__all__ = ["ENDED", "Handler", "Job", "Redis", "Work", "redis_broker", "repeated"]
