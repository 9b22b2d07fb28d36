"""Pages that are no posting: blocks must all be refused, others mostly; and postings must not be taken for walls."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from companion.errors import SincerelyError
from companion.intake import read
from companion.intake.page import Page
from companion.intake.walls import find_wall
from tests.benchmarks import Row
from tests.benchmarks._pages import pages

_WORDS = ("captcha", "cloudflare", "access denied", "are you a human")


def run(corpora: Path) -> Iterable[Row]:
    refused: dict[str, list[bool]] = defaultdict(list)
    named: list[bool] = []
    words: list[bool] = []
    for entry in pages(corpora, "blocks"):
        refused["blocks"].append(_refused(entry.page))
        named.append(find_wall(Page(entry.page)) is not None)
        words.append(any(word in entry.page.html.lower() for word in _WORDS))
    for entry in pages(corpora, "pages/other_unsorted"):
        if not entry.truth:
            refused["pages without a job"].append(_refused(entry.page))
    if refused["blocks"]:
        yield Row(case="blocks", metric="refused", value=_mean(refused["blocks"]), n=len(named))
        yield Row(case="blocks", metric="recognised", value=_mean(named), n=len(named), peer={"keywords": _mean(words)})
    if refused["pages without a job"]:
        hits = refused["pages without a job"]
        yield Row(case="pages mostly without a job", metric="refused", value=_mean(hits), n=len(hits))
    taken: list[bool] = []
    by_words: list[bool] = []
    for entry in pages(corpora, "pages", "portals"):
        if len(entry.truth) == 1:
            taken.append(find_wall(Page(entry.masked())) is not None)
            by_words.append(any(word in entry.page.html.lower() for word in _WORDS))
    if taken:
        yield Row(
            case="postings",
            metric="taken for a wall",
            value=_mean(taken),
            n=len(taken),
            peer={"keywords": _mean(by_words)},
        )


def _refused(page: object) -> bool:
    try:
        read(page)
    except SincerelyError:
        return True
    return False


def _mean(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
