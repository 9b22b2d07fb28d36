"""Signs that a posting fills no position."""

from datetime import date

import msgspec

from companion.intake import ghost_signs, read
from tests.unit.intake.pages import TEXT, ld, page, posting

TODAY = date(2026, 3, 10)
LONG = TEXT + " The team of 6 reports to the head of engineering." * 20


def test_a_fresh_and_specific_posting_has_no_sign() -> None:
    found = read(page("", ld(posting()))).posting
    assert ghost_signs(found, LONG, today=TODAY) == ()


def test_age_reposts_pools_and_emptiness_are_named() -> None:
    found = read(page("", ld(posting(datePosted="2025-11-01", title="Talent pool: engineers")))).posting
    signs = ghost_signs(found, "Join us.", today=TODAY, earlier=[found, found])
    assert "129 days" in signs[0]
    assert "2 times" in signs[1]
    assert "Talent pool" in signs[2]
    assert "short" in signs[3]
    vague = "We are a good place for good people who like to do good things well together. " * 20
    plain = msgspec.structs.replace(found, title="Engineer", posted=None)
    assert ghost_signs(plain, vague, today=TODAY) == ("It names no pay, years, tools or dates.",)
