"""What a page is made of before it is read: texts with their places."""

import msgspec


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """Characters side by side on one baseline, in points from the lower left of the page."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    page: int
    starts: tuple[float, ...] = ()
    """Where each of its parts begins, where tabs are in its text."""
    leads: bool = False
    """Whether its first word is bold, whatever the rest is."""
    heads: tuple[str, ...] = ()
    """What heads the column of each of its parts, in a table with captions."""


Row = list[Segment]
