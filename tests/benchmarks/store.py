"""The store at 50 and 50,000 postings, with plain TinyDB (`JSONStorage`) beside it. CPU time where it says so."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import tinydb
from msgspec.structs import replace

from companion.model.posting import Posting
from companion.store import Store
from tests.benchmarks import Row
from tests.benchmarks._stored import fill, postings

SIZES = (50, 50_000)
_WHOLE = 10_000
"""Postings with description, requirements and match, as a person has them after a while."""

_PEER = "TinyDB JSONStorage"


def run(corpora: Path) -> Iterable[Row]:
    """`corpora` is not used: what a document says makes no difference here."""
    with tempfile.TemporaryDirectory() as folder:
        inserts: dict[int, float] = {}
        peer_inserts: dict[int, float] = {}
        for size in SIZES:
            peer = _peer(Path(folder) / f"{size}.json", size)
            settings = fill(Path(folder) / str(size), size, whole=False)
            with Store.open(settings) as store:
                for row in _operations(store, size, peer):
                    if row.metric == "durable insert, ms CPU":
                        inserts[size], peer_inserts[size] = row.value, row.peer[_PEER]
                    yield row
            yield from _opening(settings.data, f"{size} postings", size)
        whole = fill(Path(folder) / "whole", _WHOLE)
        yield from _opening(whole.data, f"{_WHOLE} postings with all of theirs", _WHOLE)
        small, large = SIZES
        yield Row(
            case=f"{large} ÷ {small}",
            metric="durable insert, ratio",
            value=inserts[large] / inserts[small],
            n=large,
            peer={_PEER: peer_inserts[large] / peer_inserts[small]},
        )


def _operations(store: Store, size: int, peer: "dict[str, float]") -> Iterator[Row]:
    extra = [replace(document, id=f"x{number}") for number, document in enumerate(postings(300))]
    ids = [f"{number * 7919 % size:032x}" for number in range(1_000)]
    operations: dict[str, tuple[int, Callable[[int], object]]] = {
        "durable insert, ms CPU": (100, lambda number: store.postings.add(extra[number])),
        "get by id, ms CPU": (1_000, lambda number: store.postings.get(ids[number])),
        "indexed lookup, ms CPU": (
            1_000,
            lambda number: store.postings.by("canonical_key", f"example:{number % size}"),
        ),
        "search of all, ms CPU": (10, lambda _: store.postings.where(lambda kept: "zzz" in kept.title)),
        "newest page, ms CPU": (
            5,
            lambda _: store.postings.page(sort=lambda kept: kept.captured_at, reverse=True, limit=50),
        ),
    }
    for metric, (times, call) in operations.items():
        others = {_PEER: peer[metric]} if metric in peer else {}
        yield Row(case=f"{size} postings", metric=metric, value=_cpu(times, call), n=size, peer=others)
    started = time.perf_counter()
    for document in extra[100:200]:
        store.postings.add(document)
    wall = (time.perf_counter() - started) / 100 * 1_000
    yield Row(case=f"{size} postings", metric="durable insert, ms wall", value=wall, n=size)
    started = time.perf_counter()
    with store.bulk():
        for document in extra[200:]:
            store.postings.add(document)
    yield Row(
        case=f"{size} postings", metric="insert in a bulk, ms wall", value=(time.perf_counter() - started) * 10, n=size
    )


def _opening(folder: Path, case: str, size: int) -> Iterator[Row]:
    """Opened by a fresh process, as a start is; resident memory after it less that before it."""
    script = (
        "import sys,time\nfrom pathlib import Path\nfrom companion.settings import Settings\n"
        "from companion.store import Store\n"
        "rss=lambda:int(Path('/proc/self/statm').read_text().split()[1])*4096/1e6\n"
        "before=rss();start=time.perf_counter();cpu=time.process_time()\n"
        "store=Store.open(Settings(data=Path(sys.argv[1]),keys='file'))\n"
        "print(time.perf_counter()-start,time.process_time()-cpu,rss()-before)\nstore.close()"
    )
    out = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True).stdout
    wall, cpu, memory = (float(part) for part in out.split())
    yield Row(case=case, metric="open, s wall", value=wall, n=size)
    yield Row(case=case, metric="open, s CPU", value=cpu, n=size)
    yield Row(case=case, metric="memory of the store, MB", value=memory, n=size)


def _peer(path: Path, size: int) -> dict[str, float]:
    """The same operations on TinyDB as it comes."""
    documents = [msgspec.to_builtins(document) for document in postings(size)]
    path.write_bytes(msgspec.json.encode({"postings": {str(n + 1): d for n, d in enumerate(documents)}}))
    extra: list[Posting] = list(postings(5))
    with tinydb.TinyDB(path) as database:
        table = database.table("postings", cache_size=0)
        return {
            "durable insert, ms CPU": _cpu(3, lambda number: table.insert(msgspec.to_builtins(extra[number]))),
            "get by id, ms CPU": _cpu(3, lambda number: table.get(doc_id=number + 1)),
            "indexed lookup, ms CPU": _cpu(
                3, lambda number: table.get(lambda kept: kept["canonical_key"] == f"example:{number}")
            ),
            "search of all, ms CPU": _cpu(3, lambda _: table.search(lambda kept: "zzz" in kept["title"])),
        }


def _cpu(times: int, call: Callable[[int], object]) -> float:
    """Milliseconds of CPU a call."""
    started = time.process_time()
    for number in range(times):
        call(number)
    return (time.process_time() - started) / times * 1_000
