"""How long the person has done something and until when: dated work as a union, so parallel jobs are counted once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from companion.matching.occupations import plain
from companion.matching.skills import skill_key, skills_in
from companion.matching.vocabulary import named, recognise
from companion.model.profile import Profile, Work


class Use(msgspec.Struct, frozen=True):
    """Years of dated work that show something, and its end: `YYYY-MM`, `now`, or empty where no dated work shows it."""

    years: float = 0.0
    until: str = ""
    idle: float = 0.0
    """Years since then."""


class Wording(msgspec.Struct, frozen=True):
    """A fact by its words, singular and folded, with the dated work it stands in."""

    path: str
    words: frozenset[str]
    use: Use


def skills(profile: Profile) -> dict[str, tuple[str, ...]]:
    """Every skill the profile carries: `skill_key` of its name → paths of the facts that name it."""
    found: dict[str, list[str]] = {}

    def note(text: str, path: str) -> None:
        for mention in skills_in(text):
            paths = found.setdefault(skill_key(mention.name), [])
            if path not in paths:
                paths.append(path)

    def state(text: str, path: str) -> None:
        """The person lists it as a skill: it is one, by the name of the vocabulary or by its own."""
        whole = named(text)
        names = {whole} if whole else {mention.name for mention in recognise(f", {text},")} or {text}
        for name in names:
            found.setdefault(skill_key(name), []).append(path)

    for index, skill in enumerate(profile.skills):
        state(skill.name, f"skills/{index}/name")
        for inner, word in enumerate(skill.keywords):
            state(word, f"skills/{index}/keywords/{inner}")
    for index, work in enumerate(profile.work):
        note(work.position, f"work/{index}/position")
        note(work.summary, f"work/{index}/summary")
        for inner, text in enumerate(work.highlights):
            note(text, f"work/{index}/highlights/{inner}")
    for index, project in enumerate(profile.projects):
        note(project.description, f"projects/{index}/description")
        for inner, text in enumerate(project.highlights):
            note(text, f"projects/{index}/highlights/{inner}")
        for inner, word in enumerate(project.keywords):
            state(word, f"projects/{index}/keywords/{inner}")
    for index, certificate in enumerate(profile.certificates):
        note(certificate.name, f"certificates/{index}/name")
    return {name: tuple(paths) for name, paths in found.items()}


def uses(profile: Profile, found: Mapping[str, Sequence[str]], today: date) -> dict[str, Use]:
    """How long and until when each skill of `found` (as `skills` gives them) was used in dated work."""
    return {name: _use(profile, paths, today) for name, paths in found.items()}


def worded(profile: Profile, today: date) -> tuple[Wording, ...]:
    """The facts that say what the person did or can, each by its words."""
    texts = [
        (f"skills/{at}/keywords/{inner}", word)
        for at, one in enumerate(profile.skills)
        for inner, word in enumerate(one.keywords)
    ]
    for at, work in enumerate(profile.work):
        texts += [(f"work/{at}/highlights/{inner}", text) for inner, text in enumerate(work.highlights)]
        texts += [
            (f"work/{at}/{name}", text) for name, text in (("position", work.position), ("summary", work.summary))
        ]
    for at, project in enumerate(profile.projects):
        texts += [(f"projects/{at}/highlights/{inner}", text) for inner, text in enumerate(project.highlights)]
    texts += [(f"certificates/{at}/name", one.name) for at, one in enumerate(profile.certificates)]
    rows = ((path, frozenset(plain(text).split())) for path, text in texts)
    found = [Wording(path, words, _use(profile, [path], today)) for path, words in rows if words]
    return tuple(sorted(found, key=lambda one: (-one.use.years, one.path)))


def years(work: Iterable[Work], today: date) -> float:
    """Years in which at least one of `work` was held; entries without a start are not counted."""
    spans = sorted(span for one in work if (span := _span(one, today)))
    total, until = 0, 0
    for start, end in spans:
        total += max(0, end - max(start, until))
        until = max(until, end)
    return total / 12


def _use(profile: Profile, paths: Iterable[str], today: date) -> Use:
    work = [profile.work[number] for number in {int(one.split("/")[1]) for one in paths if one.startswith("work/")}]
    ends = [span[1] for one in work if (span := _span(one, today))]
    if not ends:
        return Use()
    present = today.year * 12 + today.month
    last = max(ends)
    until = "now" if last >= present else f"{(last - 1) // 12:04d}-{(last - 1) % 12 + 1:02d}"
    return Use(years(work, today), until, max(0, present - last) / 12)


def _span(work: Work, today: date) -> tuple[int, int] | None:
    """The months from start to end, counted from year 0; the end month counts as worked."""
    if not work.start_date:
        return None
    start = _month(work.start_date, first=True)
    end = _month(work.end_date, first=False) + 1 if work.end_date else today.year * 12 + today.month
    return (start, end) if end > start else None


def _month(text: str, *, first: bool) -> int:
    parts = text.split("-")
    month = int(parts[1]) if len(parts) > 1 else (1 if first else 12)
    return int(parts[0]) * 12 + month - 1
