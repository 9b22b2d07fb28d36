"""Reading pages and files in a process of its own: a hostile one can hang or bloat only the worker."""

from companion.errors import TooLarge, Unreadable
from companion.intake.files import LARGEST_FILE, AdFile
from companion.intake.page import MAX_HTML, CapturedPage, Reading
from companion.sandbox import Sandbox


class Reader(Sandbox[CapturedPage, Reading]):
    """`seconds` is per page (real pages take 0.03), `memory` the worker's address space in bytes."""

    def __init__(self, *, seconds: float = 5.0, memory: int = 1_500_000_000, idle: float = 60.0) -> None:
        beyond = Unreadable("This page is too complex to be read safely.", "Paste the job ad's text instead.")
        super().__init__(
            "companion.intake.inside:read", Reading, beyond=beyond, seconds=seconds, memory=memory, idle=idle
        )

    async def read(self, page: CapturedPage) -> Reading:
        """As `intake.read`, off this process. Raises Unreadable, TooLarge or BadInput, within about `seconds`."""
        if len(page.html) > MAX_HTML:
            raise TooLarge("This page is larger than 10 MB.", "Save only the job ad as text and hand that in.")
        return await self.call(page)


class FileReader(Sandbox[AdFile, Reading]):
    """The same for files that people hand in; a PDF may take longer than a page."""

    def __init__(self, *, seconds: float = 10.0, memory: int = 1_500_000_000, idle: float = 60.0) -> None:
        beyond = Unreadable("This file is too complex to be read safely.", "Paste the job ad's text instead.")
        super().__init__(
            "companion.intake.inside:read_file", Reading, beyond=beyond, seconds=seconds, memory=memory, idle=idle
        )

    async def read(self, file: AdFile) -> Reading:
        """As `intake.read_file`, off this process. Raises Unreadable or TooLarge, within about `seconds`."""
        if len(file.data) > LARGEST_FILE:
            raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
        return await self.call(file)
