"""A made-up employer on loopback: a job board, one posting, a form of three pages, and a record of all it received.

In: what a browser sends. Out: `Received` applications, durable before they are confirmed. It knows nothing of
Sincerely: it does not refuse a second application, so that one sent twice is seen twice.
"""

from companion.demo.employer.record import Received, ReceivedFile, Record
from companion.demo.employer.server import Employer

__all__ = ["Employer", "Received", "ReceivedFile", "Record"]
