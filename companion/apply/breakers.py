"""One breaker for each application system: one that fails several times in a row is left alone a while.

What counts is the site's failure: pages that do not load, and answers of 5xx or none at all after the submit click.
"""

from collections.abc import Awaitable, Callable

from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from companion.apply.errand import Walk
from companion.errors import NetError

Told = Callable[[str, int], Awaitable[None]]
"""Hears the name of a site that is left alone from now on, and for how many minutes."""


class _Broke(Exception):
    """The site broke at the submission itself: the walk's own evidence says so, and nothing is raised to the caller."""


def _no_fault_of_the_site(error: BaseException) -> bool:
    return not isinstance(error, NetError | _Broke)


async def _nobody(name: str, minutes: int) -> None:
    """Tells nobody."""


class Breakers:
    """`failures` in a row open a site's breaker for `seconds`; then one try decides."""

    def __init__(self, told: Told = _nobody, *, failures: int = 3, seconds: float = 600.0) -> None:
        self._told, self._minutes = told, max(1, round(seconds / 60))
        self._breakers = AsyncCircuitBreakerFactory(failures, seconds, exclude=[(BaseException, _no_fault_of_the_site)])

    @property
    def factory(self) -> AsyncCircuitBreakerFactory:
        """For those who want to see how each breaker stands."""
        return self._breakers

    async def through(self, name: str, walk: Callable[[], Awaitable[Walk]]) -> Walk:
        """The walk, taken unless `name` is left alone. Raises NetError then, before anything is opened."""
        breaker = await self._breakers.get_breaker(name)
        done: Walk | None = None
        entered = False
        try:
            async with breaker:
                entered = True
                done = await walk()
                if done.broke:
                    raise _Broke
        except OpenedState as error:
            raise NetError(
                f"{name} failed several times in a row and is left alone for {self._minutes} minutes.",
                "Applications elsewhere go on. Try this one again later.",
            ) from error
        except _Broke:
            pass
        finally:
            if entered and breaker.context.state == "opened":
                await self._told(name, self._minutes)
        assert done is not None
        return done
