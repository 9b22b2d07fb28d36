"""`python -m tests.benchmarks [NAME …] [--json] [--corpora DIR]`: run the named benchmarks (all without a name)."""

import argparse
import importlib
import pkgutil
import sys
import time
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

import tests.benchmarks as package
from tests.benchmarks import Row

_CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


def main() -> int:
    known = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if not module.name.startswith("_"))
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--corpora", type=Path, default=_CORPORA, help="a folder laid out like ../shared/corpora")
    options = parser.parse_args()
    if unknown := set(options.names) - set(known):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    for name in options.names or known:
        started = time.perf_counter()
        rows = importlib.import_module(f"tests.benchmarks.{name}").run(options.corpora)
        if options.json:
            for row in rows:
                sys.stdout.write(msgspec.json.encode({"benchmark": name, **msgspec.to_builtins(row)}).decode() + "\n")
                sys.stdout.flush()
        else:
            Console().print(_table(name, rows), f"{time.perf_counter() - started:.1f} s\n")
    return 0


def _table(name: str, rows: object) -> Table:
    table = Table("case", "metric", "ours", "n", "others", title=name, title_justify="left")
    for row in rows:
        assert isinstance(row, Row)
        others = "  ".join(f"{peer} {figure:.4g}" for peer, figure in row.peer.items())
        table.add_row(row.case, row.metric, f"{row.value:.4g}", str(row.n or ""), others)
    return table


if __name__ == "__main__":
    sys.exit(main())
