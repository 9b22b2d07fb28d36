"""Reading uploaded resumes in a process of its own: a bomb of a file can hang or bloat only the worker."""

import msgspec

from companion.errors import TooLarge, Unreadable
from companion.model.profile import Profile
from companion.resume.reading import MOST_BYTES, read_resume
from companion.sandbox import Sandbox


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it was handed in. The name may be anything; only its ending is looked at."""

    data: bytes
    file_name: str = ""


def read_upload(upload: Upload) -> Profile:
    """As `read_resume`."""
    return read_resume(upload.data, upload.file_name)


class ResumeReader(Sandbox[Upload, Profile]):
    """`seconds` is per file (most take under one), `memory` the worker's address space in bytes."""

    def __init__(self, *, seconds: float = 20.0, memory: int = 2_000_000_000, idle: float = 60.0) -> None:
        beyond = Unreadable("This file is too complex to be read safely.", "Hand in a simpler PDF, or plain text.")
        super().__init__(
            "companion.resume.reader:read_upload", Profile, beyond=beyond, seconds=seconds, memory=memory, idle=idle
        )

    async def read(self, data: bytes, file_name: str = "") -> Profile:
        """As `read_resume`, off this process. Raises Unreadable or TooLarge, within about `seconds`."""
        if len(data) > MOST_BYTES:
            raise TooLarge("This file is larger than 20 MB.", "A resume is far smaller; choose the resume itself.")
        return await self.call(Upload(data=data, file_name=file_name))
