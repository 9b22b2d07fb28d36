"""Speed and accuracy, printed as tables, never asserted on the clock: each module has `run(corpora)`, which yields Rows."""

from collections.abc import Mapping

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure. `peer` holds the same figure of others, measured beside it or published."""

    case: str
    metric: str
    value: float
    n: int = 0
    peer: Mapping[str, float] = {}
