"""Where the facts of a profile stand in the file they were read from: path → numbers of lines.

A fact is looked for by its letters and digits alone (lines wrap, hyphens and ligatures differ). What several entries
say as often as the file does is theirs in order; else the place nearest to the rest of the entry is meant, rather above
it than below. Dates are found as dates.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from companion.model.facts import facts
from companion.model.profile import Doubt, Profile
from companion.resume.beside.source import Source, SourceLine
from companion.resume.reading.dates import spans

_SECTIONS = frozenset(
    "basics work volunteer education awards certificates publications skills languages interests references "
    "projects".split()
)
_DATES = ("startDate", "endDate", "date", "releaseDate")
_UNSAID = frozenset({"countryCode", "network"})
"""What reading concludes: the words of the file are others."""
_PIECE = 12
"""Letters below which a half of a text that is nowhere whole is not looked for."""
_MOST_FINDS = 200
"""Of one text in a file: a page of one word must not keep anybody waiting."""
_CLOSE = 120
"""Letters within which facts stand together."""
_IDEOGRAPHS = "\u2e80"
"""From here on, scripts have no spaces between their words."""
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|/$")

Range = tuple[int, int]
"""First and last letter of a find, counted through the whole file."""


def places(source: Source, profile: Profile) -> dict[str, tuple[int, ...]]:
    """The lines, counted through all pages, of every fact that stands in the file, and of what found no place in the
    profile as `unplaced/0` and so on."""
    lines = [line for page in source.pages for line in page.lines]
    letters = _Letters(lines)
    told = {path: fact.text for path, fact in facts(profile).items() if path.split("/")[0] in _SECTIONS}
    told |= {f"unplaced/{n}": text for n, text in enumerate(profile.unplaced)}
    found = {path: letters.of(path, text) for path, text in told.items()}
    found = {path: ranges for path, ranges in found.items() if ranges}
    found |= _in_order(told, found)
    anchors = _anchors(found)
    return {
        path: letters.lines(_nearest(_fitting(path, ranges, letters), _anchor(path, anchors)))
        for path, ranges in found.items()
    }


def around(known: Mapping[str, Sequence[int]], lines: Sequence[int]) -> str:
    """The entry (`work/0`) or list (`skills`) that the fact stands in which is next above `lines`; empty above all."""
    first = min(lines, default=0)
    above = [(max(own), path) for path, own in known.items() if own and max(own) < first and "unplaced" not in path]
    section, *rest = max(above, default=(0, ""))[1].split("/")
    return f"{section}/{rest[0]}" if rest and section in ("work", "volunteer", "education", "projects") else section


class _Letters:
    """The letters and digits of a file, one after another, with the line each stands in."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        letters: list[str] = []
        self._line: list[int] = []
        self._begins: list[bool] = []
        self._known: dict[str, list[tuple[Range, ...]]] = {}
        self._dates: dict[str, list[tuple[str, Range]]] = {"startDate": [], "endDate": []}
        for number, line in enumerate(lines):
            first = len(self._line)
            for letter, begins in _compact(line.text):
                letters.append(letter)
                self._line.append(number)
                self._begins.append(begins)
            if re.search(r"\d\d", line.text) and len(self._line) > first:
                at = (first, len(self._line) - 1)
                for span in spans(line.text):
                    self._dates["startDate"].append((span.start, at))
                    self._dates["endDate"].append((span.end or span.start, at))
        self._text = "".join(letters)

    def of(self, path: str, text: str) -> list[tuple[Range, ...]]:
        """Every place of a fact, each as the stretches it consists of."""
        name = path.rpartition("/")[2]
        if name in _UNSAID:
            return []
        if name in _DATES and (
            told := [(at,) for date, at in self._dates.get(name, self._dates["endDate"]) if date == text]
        ):
            return told
        if name == "url":
            text = _ADDRESS.sub("", text)
        wanted = "".join(letter for letter, _ in _compact(text))
        if wanted not in self._known:
            self._known[wanted] = [(at,) for at in self._whole(wanted)] or self._halves(wanted)
        return self._known[wanted]

    def lines(self, ranges: tuple[Range, ...]) -> tuple[int, ...]:
        """The lines that `ranges` touch."""
        return tuple(dict.fromkeys(line for a, b in ranges for line in self._line[a : b + 1]))

    def alone(self, at: Range) -> bool:
        """Whether a find has its lines to itself."""
        first, last = at
        before = first == 0 or self._line[first - 1] != self._line[first]
        return before and (last + 1 == len(self._line) or self._line[last + 1] != self._line[last])

    def _whole(self, wanted: str) -> Iterator[Range]:
        at = -1
        for _ in range(_MOST_FINDS if wanted else 0):
            if (at := self._text.find(wanted, at + 1)) < 0:
                return
            end = at + len(wanted)
            if self._parts(at) and self._parts(end):
                yield at, end - 1

    def _parts(self, at: int) -> bool:
        """Whether a word may begin at a letter."""
        return at >= len(self._text) or self._begins[at] or self._text[at] >= _IDEOGRAPHS

    def _halves(self, wanted: str, deep: int = 0) -> list[tuple[Range, ...]]:
        """Where the halves of a text stand that a page or a column parts; one place or none."""
        if len(wanted) < 2 * _PIECE or deep > 3:
            return []
        out: list[Range] = []
        for half in (wanted[: len(wanted) // 2], wanted[len(wanted) // 2 :]):
            at = self._text.find(half)
            if at >= 0 and self._text.find(half, at + 1) < 0:
                out.append((at, at + len(half) - 1))
            elif at < 0:
                out += [one for ranges in self._halves(half, deep + 1) for one in ranges]
        return [tuple(out)] if out else []


def _compact(text: str) -> Iterator[tuple[str, bool]]:
    """Letters and digits, each with whether a word begins there."""
    begins = True
    for char in unicodedata.normalize("NFKC", text).casefold():
        if char.isalnum() or unicodedata.category(char) in ("Mc", "Mn"):
            yield char, begins
            begins = False
        else:
            begins = char != "\u00ad"


def _in_order(
    told: Mapping[str, str], found: Mapping[str, list[tuple[Range, ...]]]
) -> dict[str, list[tuple[Range, ...]]]:
    """The places of facts of one field and one text, where there are as many as entries that say it."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for path in found:
        section, *_, name = path.split("/")
        alike.setdefault((section, name, told[path]), []).append(path)
    return {
        path: [place]
        for paths in alike.values()
        if len(paths) == len(found[paths[0]]) > 1
        for path, place in zip(paths, found[paths[0]], strict=True)
    }


def _group(path: str) -> str:
    section, *rest = path.split("/")
    return f"{section}/{rest[0]}" if rest and rest[0].isdecimal() else section


def _anchors(found: Mapping[str, list[tuple[Range, ...]]]) -> dict[str, int]:
    """Where each entry and each section is: the middle of those facts of it that stand in one place only, else where
    most of its facts stand together."""
    starts: dict[str, list[list[int]]] = {}
    for path, ranges in found.items():
        for group in {_group(path), path.split("/")[0]}:
            starts.setdefault(group, []).append([one[0][0] for one in ranges])
    out: dict[str, int] = {}
    for group, facts_at in starts.items():
        sure = sorted(at[0] for at in facts_at if len(at) == 1)
        out[group] = sure[len(sure) // 2] if sure else _gathered(facts_at)
    return out


def _gathered(facts_at: Sequence[Sequence[int]]) -> int:
    """The place where most facts have a find close before it; the last of several."""
    finds = sorted((at, fact) for fact, own in enumerate(facts_at) for at in own)
    inside = Counter[int]()
    first = together = most = place = 0
    for at, fact in finds:
        inside[fact] += 1
        together += inside[fact] == 1
        while at - finds[first][0] > _CLOSE:
            inside[finds[first][1]] -= 1
            together -= inside[finds[first][1]] == 0
            first += 1
        if together >= most:
            most, place = together, at
    return place


def _anchor(path: str, anchors: Mapping[str, int]) -> int:
    return anchors.get(_group(path), anchors.get(path.split("/")[0], 0))


def _fitting(path: str, ranges: list[tuple[Range, ...]], letters: _Letters) -> list[tuple[Range, ...]]:
    """Of the person themselves, what has a line to itself rather than a part of one: a name is in addresses, too."""
    own = [one for one in ranges if path.startswith("basics/") and all(map(letters.alone, one))]
    return own or ranges


def _nearest(ranges: list[tuple[Range, ...]], anchor: int) -> tuple[Range, ...]:
    return min(ranges, key=lambda one: max(anchor - one[0][0], 3 * (one[0][0] - anchor)))


class Mark(msgspec.Struct, frozen=True):
    """A line of a page, the paths of the facts that stand in it, and whether one of them is to be checked."""

    line: SourceLine
    paths: tuple[str, ...]
    unsure: bool


def marked(
    source: Source, known: Mapping[str, Sequence[int]], doubts: Sequence[Doubt] = ()
) -> tuple[tuple[Mark, ...], ...]:
    """The lines of each page with the facts that stand in them."""
    unsure = {path for path in known for doubt in doubts if f"{path}/".startswith(f"{doubt.path}/")}
    paths: dict[int, list[str]] = {}
    for path, lines in known.items():
        for line in lines:
            paths.setdefault(line, []).append(path)
    out: list[tuple[Mark, ...]] = []
    first = 0
    for page in source.pages:
        told = [tuple(paths.get(first + n, ())) for n in range(len(page.lines))]
        out.append(
            tuple(Mark(line, own, not unsure.isdisjoint(own)) for line, own in zip(page.lines, told, strict=True))
        )
        first += len(page.lines)
    return tuple(out)
