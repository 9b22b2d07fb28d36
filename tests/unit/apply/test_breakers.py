"""A site that fails several times in a row is left alone, says so once, and takes nobody else with it."""

import asyncio

import pytest

from companion.apply.breakers import Breakers
from companion.apply.errand import Walk
from companion.apply.evidence import Aftermath, Answer
from companion.errors import NetError, NoBrowser

BROKEN = Walk(aftermath=Aftermath(
    url="https://x", title="", text="", answers=(Answer(method="POST", url="https://x", status=503),)
))  # fmt: skip


class Site:
    """Answers every walk in the same way, and counts them."""

    def __init__(self, answer: Walk | Exception) -> None:
        self.answer, self.asked = answer, 0

    async def walk(self) -> Walk:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Told:
    def __init__(self) -> None:
        self.names: list[str] = []

    async def __call__(self, name: str, minutes: int) -> None:
        self.names.append(name)


async def tries(breakers: Breakers, site: Site, times: int, name: str = "Lever") -> None:
    for _ in range(times):
        try:
            await breakers.through(name, site.walk)
        except (NetError, NoBrowser):
            continue


@pytest.mark.parametrize("failure", [NetError("The page did not load."), BROKEN], ids=["does not load", "answers 503"])
async def test_after_three_failures_a_site_is_left_alone_and_others_go_on(failure: Walk | Exception) -> None:
    told = Told()
    breakers, site, other = Breakers(told), Site(failure), Site(Walk())
    await tries(breakers, site, 5)
    with pytest.raises(NetError, match="left alone"):
        await breakers.through("Lever", site.walk)
    assert (site.asked, told.names) == (3, ["Lever"])
    await tries(breakers, other, 1, "Personio")
    assert other.asked == 1


async def test_what_is_not_the_sites_failure_does_not_count() -> None:
    breakers, site = Breakers(), Site(NoBrowser("There is no browser."))
    await tries(breakers, site, 6)
    assert site.asked == 6


async def test_a_success_in_between_forgets_the_failures() -> None:
    breakers, bad, good = Breakers(), Site(NetError("down")), Site(Walk())
    for _ in range(3):
        await tries(breakers, bad, 2)
        await tries(breakers, good, 1)
    assert (bad.asked, good.asked) == (6, 3)


async def test_after_the_pause_one_try_decides() -> None:
    told = Told()
    breakers, bad = Breakers(told, failures=1, seconds=0.01), Site(NetError("down"))
    await tries(breakers, bad, 1)
    await asyncio.sleep(0.02)
    await tries(breakers, bad, 1)
    await asyncio.sleep(0.02)
    bad.answer = Walk()
    await tries(breakers, bad, 2)
    assert (bad.asked, told.names) == (4, ["Lever", "Lever"])


async def test_what_the_site_broke_at_the_submission_is_still_told_to_the_caller() -> None:
    assert await Breakers().through("Lever", Site(BROKEN).walk) is BROKEN
