"""What the reading worker runs. Its imports come before the clock starts: trafilatura alone takes 0.3 s."""

import trafilatura as trafilatura

from companion.intake.files import read_file as read_file
from companion.intake.reading import read as read
