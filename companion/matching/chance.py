"""How often jobs of a like score got a reply from an employer, among the person's own: with n, or not at all."""

import math
from collections.abc import Sequence

import msgspec

_ENOUGH = 12
"""Outcomes near a score below which nothing is said."""
_NEAR = 15
"""Points within which a score counts as like another."""
_Z = 1.96


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """`share` of `n` like applications that got a reply, with its 95 % interval; None where there are too few."""

    n: int
    share: float | None = None
    low: float = 0.0
    high: float = 1.0


def chance(score: int, outcomes: Sequence[tuple[int, bool]]) -> Chance:
    """`outcomes`: score at the time of applying, and whether the employer replied (Wilson's interval, 1927)."""
    near = [replied for other, replied in outcomes if abs(other - score) <= _NEAR]
    n = len(near)
    if n < _ENOUGH:
        return Chance(n=n)
    share = sum(near) / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    reach = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    return Chance(
        n=n, share=round(share, 3), low=round(max(0.0, middle - reach), 3), high=round(min(1.0, middle + reach), 3)
    )
