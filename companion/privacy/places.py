"""Where exports and backups may be written and read: inside a folder the caller names, and never in the data folder."""

from pathlib import Path

from companion.errors import Refused


def inside(allowed: Path, wanted: Path, data: Path) -> Path:
    """`wanted` (relative to `allowed`, or absolute) as a real path inside `allowed`, links followed.

    Raises Refused where it leads out of `allowed`, or into the data folder `data`, where nothing may lie in clear.
    """
    place = (allowed / wanted.expanduser()).expanduser().resolve()
    if not place.is_relative_to(allowed.expanduser().resolve()):
        raise Refused("This place is outside the folder that is allowed.", f"Choose a place inside {allowed}.")
    if place.is_relative_to(data.resolve()):
        raise Refused("This place is inside the data folder.", "Choose another folder.")
    return place
