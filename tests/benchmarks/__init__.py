"""Speed and accuracy, printed as tables and never asserted on the clock. Each module has `run(corpora)`."""

from collections.abc import Mapping

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure. `peer` holds the same figure of others, measured beside it or published."""

    case: str
    metric: str
    value: float
    n: int = 0
    peer: Mapping[str, float] = {}
