"""Reading many ads again in a process of its own, so that the companion answers meanwhile as quickly as ever."""

import msgspec

from companion.errors import Unreadable
from companion.matching.requirements import requirements
from companion.model.posting import Posting, Requirements
from companion.sandbox import Sandbox


class Ad(msgspec.Struct, frozen=True):
    """A posting with its description's text."""

    posting: Posting
    description: str


def read_ads(ads: tuple[Ad, ...]) -> tuple[Requirements, ...]:
    """As `requirements`, one after the other."""
    return tuple(requirements(ad.posting, ad.description) for ad in ads)


class RequirementsReader(Sandbox[tuple[Ad, ...], tuple[Requirements, ...]]):
    """`seconds` is for one call (an ad takes about 0.02), `memory` the worker's address space in bytes."""

    def __init__(self, *, seconds: float = 60.0, memory: int = 1_500_000_000, idle: float = 60.0) -> None:
        beyond = Unreadable("These ads are too long to be read.", "Remove what is no job ad from your list.")
        super().__init__(
            "companion.matching.worker:read_ads",
            tuple[Requirements, ...],
            beyond=beyond,
            seconds=seconds,
            memory=memory,
            idle=idle,
        )

    async def read(self, ads: tuple[Ad, ...]) -> tuple[Requirements, ...]:
        """What each of `ads` asks for, in their order. Raises Unreadable past the limits."""
        return await self.call(ads)
