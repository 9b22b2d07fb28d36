"""The person's resume: read one in, tailor it to a posting, typeset it, read it back as an ATS would.

In: bytes of a file, or a Profile with a Posting, its Requirements and their Match. Out: Profile, Resume, PDF bytes,
AtsReport. Pure: no network (a language model comes in through the `Model` seam), no store, no web, no browser.
Nothing leaves this room that a fact of the profile does not carry.
"""

from companion.resume import ground
from companion.resume.ats import read_back, undrawn
from companion.resume.base import base_resume
from companion.resume.formats.docx import letter_docx, to_docx
from companion.resume.formats.jsonresume import from_json_resume, to_json_resume
from companion.resume.formats.rendercv import from_rendercv, to_rendercv
from companion.resume.formats.text import to_markdown, to_text
from companion.resume.letter import letter_text, reword_letter, write_letter
from companion.resume.personas import WHOLE, shown_as
from companion.resume.reader import ResumeReader
from companion.resume.reading import read_resume
from companion.resume.reword import Model, reword
from companion.resume.tailor import closed_up, tailor
from companion.resume.typeset.draw import render
from companion.resume.typeset.letter_sheet import render_letter
from companion.resume.typeset.sheet import length
from companion.resume.typeset.templates import paper_of

__all__ = [
    "WHOLE",
    "Model",
    "ResumeReader",
    "base_resume",
    "closed_up",
    "from_json_resume",
    "from_rendercv",
    "ground",
    "length",
    "letter_docx",
    "letter_text",
    "paper_of",
    "read_back",
    "read_resume",
    "render",
    "render_letter",
    "reword",
    "reword_letter",
    "shown_as",
    "tailor",
    "to_docx",
    "to_json_resume",
    "to_markdown",
    "to_rendercv",
    "to_text",
    "undrawn",
    "write_letter",
]
