"""Any job page or portal payload → `Posting`, and which postings are the same job.

In: a captured page (HTML with its address), text, PDF or e-mail. Out: `Reading` (posting and description text), or
Unreadable with the reason in words. May not touch: the store, the network, a browser. Pure but for `Reader`, which
reads in a worker process with limits, because pages come from strangers. Page text is data: nothing in it is obeyed.
"""

from companion.intake import dedupe
from companion.intake.files import AdFile, read_file, read_pdf, read_text
from companion.intake.ghost import ghost_signs
from companion.intake.identity import canonical_key
from companion.intake.mail import read_eml
from companion.intake.page import CapturedPage, Reading
from companion.intake.reading import read, says_gone
from companion.intake.worker import FileReader, Reader

__all__ = [
    "AdFile",
    "CapturedPage",
    "FileReader",
    "Reader",
    "Reading",
    "canonical_key",
    "dedupe",
    "ghost_signs",
    "read",
    "read_eml",
    "read_file",
    "read_pdf",
    "read_text",
    "says_gone",
]
