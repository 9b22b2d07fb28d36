"""The claim gate: one deterministic answer to "do these facts carry this sentence?", for resume, letter and form prose.

In: a sentence, the facts it cites, the profile. Out: the reasons why it is not supported, none if it is. Every number,
name, skill, title, verb of weight and the like must be in the cited facts, or stand for what is there; of other words
that are not, it is weighed whether they claim anything (`weighing`). What is learnt of whole sentences has the last say
where no rule speaks, and where only a loose one does (`likelihood`). German, French and Spanish go to `abroad`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from companion.model.profile import Fact, Profile
from companion.resume.ground.abroad import spoken
from companion.resume.ground.abroad import uncarried as abroad
from companion.resume.ground.clauses import MEMBER, Clause, clauses, tells
from companion.resume.ground.degrees import uncompleted
from companion.resume.ground.figures import figured
from companion.resume.ground.fluency import fluency
from companion.resume.ground.lexicon import lexicon, supports, units
from companion.resume.ground.likelihood import against, log_odds, traits, weights
from companion.resume.ground.limits import of_each
from companion.resume.ground.names import prose, skill_spans, skills_of, spelled, surroundings
from companion.resume.ground.negation import negated
from companion.resume.ground.notation import noted, unlabelled
from companion.resume.ground.numbers import Source, unsupported
from companion.resume.ground.periods import alike, by_period
from companion.resume.ground.plain import parted, plainly
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.shortened import spelled_out
from companion.resume.ground.structure import CALENDAR, broken, turned
from companion.resume.ground.tallies import kept_part
from companion.resume.ground.tokens import canonical, pieces, tokens
from companion.resume.ground.verbs import is_verbal
from companion.resume.ground.wording import keys_of, uncarried, unsaid

__all__ = ["check"]

_WEAKER = ("assist", "joint", "level", "trial", "partial", "once")
_ONE = re.compile(r"\b(?:one|single|once)\b", re.IGNORECASE)
_AT = re.compile(
    r"(?:(?:^|[,;:.]\s|\b([\w-]+))\s*)\b(?:at|during|in|on|for|from)\s+"
    r"(?!(?!spring\b|morning\b|evening\b)\w+ing\b)((?:an?\s+|the\s+|our\s+)?[^,;.]{3,40}?)"
    r"(?=\s+(?:of|for|with|in|on|and)\b|[,;.]|$)",
    re.IGNORECASE,
)
_TOGETHER = frozenset("team squad crew group".split())
_OVER = frozenset({"across", "dure", "during", "over"})
"""After these, as after "throughout", comes what it was the whole of."""
_WATCHING = frozenset({"observ", "watch"})
"""Says no more than that one was there."""
_WAS_THERE = re.compile(r"(?:was|were|been) (?:at|there)\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\bone of \d", re.IGNORECASE)
_TESTS = frozenset({"test", "trial"})
_MOST = 5_000
"""Characters of a sentence that is looked at: a model that never ends would hold everybody up."""
_MOST_NUMBERS = 60
"""Of a sentence: each is held against each of the facts and their neighbours."""
LIKELY_TRUE, LIKELY_FALSE = -3.0, 0.0
"""Log-odds that a sentence claims more than its facts, learnt from others like it. Below the first, what only the loose
rules have against it does not count; above the second it is stopped though no rule has anything against it.

On nine sets of which nothing was learnt (tests/unit/resume/claims/unseen*.txt) this lets 6.3 % of the false rewrites
through and stops 20.4 % of the true ones, the rules alone 10.2 % and 24.4 %. The limits were chosen with an eye on the
first six of them; on the last three it is 5.0 % and 19.2 %, the rules alone 8.6 % and 22.5 %.
"""
_SIGNS = frozenset("°№™®©")
"""Symbols that stand for words; all others are pictures, and a cup or stars claim as much as a word."""
_NAMED = {
    "assist": "that it was help and not the whole of it",
    "joint": "that it was done with others",
    "level": "at what level",
    "trial": "that it was a trial or a proposal",
    "once": "that it was once only",
    "partial": "that it was a part or a time only",
}


def check(sentence: str, cited: Sequence[Fact], profile: Profile, *, today: date | None = None) -> tuple[str, ...]:
    """Why the `cited` facts do not carry `sentence`; empty where they do.

    Beside what is cited, an entry's own employer, title and place may be named. `today` lets open-ended dates support
    a duration; without it they support none.
    """
    if not sentence.strip():
        return ("it says nothing",)
    if not cited:
        return ("it cites no fact",)
    reasons = dict.fromkeys(_reasons(sentence, cited, profile, today))
    return tuple(reason[:900] for reason in reasons)


def _reasons(sentence: str, cited: Sequence[Fact], profile: Profile, today: date | None) -> Iterator[str]:
    if any(
        " ".join(sentence.split()).casefold().rstrip(".") == " ".join(f.text.split()).casefold().rstrip(".")
        for f in cited
    ):
        return  # the person's own words
    if len(sentence) > _MOST:
        yield f"it has {len(sentence)} characters, more than can be checked"
        return
    if (numbers := max(len(re.findall(r"\d+", sentence)), len(quantities(sentence)))) > _MOST_NUMBERS:
        yield f"it has {numbers} numbers, more than can be checked"
        return
    around = surroundings(cited, profile)
    texts = [fact.text for fact in cited]
    firm = [
        f"“{sign}” is not in the facts"
        for sign in dict.fromkeys(sentence)
        if unicodedata.category(sign) == "So" and sign not in _SIGNS and not any(sign in text for text in texts)
    ]
    if code := spoken(" \n ".join([sentence, *texts]), lambda: prose(profile)):
        yield from firm
        yield from abroad(sentence, texts, [fact.text for fact in around], code)
        return
    firm += of_each(sentence, texts)
    sentence, texts = compared(sentence, texts)
    cited = [Fact(path=fact.path, text=text) for fact, text in zip(cited, texts, strict=True)]
    source = Source(cited, today)
    firm += unsupported(sentence, source)
    together = any("joint" in clause.marks for _, clause in source.clauses)
    bare, told = uncompleted(sentence, texts), [*texts, *(["together"] if together else [])]
    added = unsaid(bare, told, [fact.text for fact in around])
    words = list(uncarried(bare, told, added))
    firm += [reason for fixed, reason in words if fixed]
    written = [*texts, *(fact.text for fact in around)]
    firm += [*fluency(sentence, written), *turned(sentence, written)]
    own = clauses(sentence)
    loose = [
        *(reason for fixed, reason in words if not fixed),
        *broken(sentence, written),
        *_opposites(masked(bare), [masked(text) for text in texts]),
        *_marks(sentence, own, source),
        *_bindings(sentence, own, source, around),
    ]
    yield from firm
    odds = log_odds(found := traits(sentence, texts, added), weights())
    if firm or odds > LIKELY_TRUE:
        yield from loose
    if firm or loose or odds <= LIKELY_FALSE:
        return
    if worst := against(found, [*added, *(word for text in (*texts, sentence) for word in tokens(text))]):
        yield f"it is worded as what claims more than the facts: {', '.join(worst)}"


def compared(sentence: str, texts: Sequence[str]) -> tuple[str, list[str]]:
    """A sentence and its facts in one way of writing, in which words and numbers can be compared."""
    written = alike([by_period(figured(text)) for text in (unlabelled(sentence), *texts)])
    sentence, *written = spelled_out([plainly(noted(text)) for text in written])
    written = [parted(text, [sentence]) for text in written]
    return parted(sentence, written), written


def _marks(sentence: str, own: Sequence[Clause], source: Source) -> Iterator[str]:
    """Marks of a weaker claim that the sentence leaves out, and claims of the whole or of the opposite it adds."""
    written = {other.text for _, other in source.numbers}
    shares = any(q.kind == "percent" and q.text not in written for q in quantities(sentence))  # half of it, as 50 %
    every = frozenset(_WEAKER).intersection(*(clause.marks for _, clause in source.clauses))
    kept = every & frozenset[str]().union(*(clause.marks for clause in own))
    for clause in own:
        for mark in _WEAKER:
            if mark in kept:
                continue  # said once, where the facts know it of everything
            if mark == "joint" and (MEMBER.search(sentence) or not _TOGETHER.isdisjoint(clause.keys)):
                continue
            if mark == "joint" and "assist" in clause.marks:
                continue
            if mark in ("assist", "joint") and (not _WATCHING.isdisjoint(clause.keys) or _WAS_THERE.match(sentence)):
                continue
            if mark == "partial" and ("joint" in clause.marks and _ONE_OF.search(sentence)):
                continue
            if mark == "partial" and kept_part(sentence, source.texts):
                continue
            if mark == "partial" and ("including" in sentence and quantities(sentence)):
                continue
            if mark == "partial" and (shares or "assist" in clause.marks or any(mark in other.marks for other in own)):
                continue
            if mark == "once" and _ONE.search(sentence):
                continue
            if mark == "trial" and not _TESTS.isdisjoint(clause.keys):
                continue
            if mark in ("level", "trial", "assist") and _beside(mark, sentence, source):
                continue
            if mark == "assist" and MEMBER.search(sentence):
                continue
            parts = {part for key in clause.keys for part in key.split("-")}  # qualified, of ACCA-qualified
            keys = clause.keys - _places(sentence) if mark == "assist" else clause.keys | parts
            if mark not in clause.marks and any(_only_with(mark, key, source) for key in keys):
                yield f"it leaves out {_NAMED[mark]}"


def _places(sentence: str) -> frozenset[str]:
    """Where and when something was: who took part in a course may tell what was done at it."""
    found = [place for before, place in _AT.findall(sentence) if not is_verbal(before)]
    return frozenset(token.key for place in found for token in tokens(place))


def _beside(mark: str, sentence: str, source: Source) -> bool:
    """Whether the sentence has the mark beside the very words that the facts have it beside: Arabic (basic)."""
    words = lexicon().marks[mark] if mark != "assist" else frozenset({"assist"})

    def marked(text: str) -> set[frozenset[str]]:
        keys = [token.key for token in tokens(text) if token.key not in lexicon().empty]
        return {frozenset(keys[max(0, n - 1) : n + 2]) - words for n, key in enumerate(keys) if key in words}

    here = marked(sentence)
    told = [near for text in source.texts for near in marked(text)]
    return bool(told) and all(any(near & said for said in here) for near in told)


def _only_with(mark: str, key: str, source: Source) -> bool:
    """Whether the facts say `key` only where they weaken it by `mark`."""
    weaker = lexicon().marks.get(mark, frozenset())  # "supported" says no "maintained"
    homes = [clause for _, clause in source.clauses if supports(key, clause.keys - weaker)]
    return bool(homes) and all(mark in home.marks for home in homes)


def _opposites(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts deny told as so, or what they tell denied."""
    ours, denied = negated(sentence), frozenset[str]().union(*(negated(text) for text in texts))
    if not (ours or denied):
        return
    said = {unit.key for unit in units(list(tokens(sentence)))}
    said |= {canonical(part) for token in tokens(sentence) for part in pieces(token.text)}
    said -= ours | negated(sentence, subjects=True)
    told = {key for text in texts for key in keys_of([text])} - denied
    if any(
        ((key in denied and key not in told) or (supports(key, denied) and not supports(key, told)))
        and key not in lexicon().empty
        for key in said
    ) or any(not supports(key, denied) and supports(key, told) for key in ours if not ours & denied):
        yield "it says the opposite of the facts"


def _bindings(sentence: str, own: Sequence[Clause], source: Source, around: Sequence[Fact]) -> Iterator[str]:
    """Names and tools told of something else than in the facts: right words, wrong clause."""
    named = {token.key for text in source.texts for token in tokens(text) if token.name}
    known = named | skills_of(" \n ".join(source.texts))
    if len(source.clauses) < 2 or len(known) < 2:
        return
    heads = spelled(fact.text for fact in around)
    names = {token.key for token in tokens(sentence) if token.name}
    skills = {
        word for start, end, _ in skill_spans(sentence) for token in tokens(sentence[start:end]) for word in [token.key]
    }
    for clause in own:
        for key in (names | skills) & clause.keys:
            homes = [
                other for text, other in source.clauses if key in other.keys and tells(text[other.start : other.end])
            ]
            if not homes or key in heads:
                continue
            rest = (
                clause.keys - names - skills - {key for key in clause.keys if not CALENDAR.isdisjoint(key.split("_"))}
            )
            if _near_home(key, sentence, homes, source):
                continue
            elsewhere = max((_shared(rest, o.keys) for _, o in source.clauses if o not in homes), default=0)
            at_home = max(_shared(rest, home.keys) for home in homes)
            whole = max(len(home.keys - names - skills) for home in homes)
            if (elsewhere >= at_home + 2 and 2 * at_home < whole) or (at_home == 0 and elsewhere >= 1):
                yield f"“{key}” belongs to something else in the facts"


def _near_home(key: str, sentence: str, homes: Sequence[Clause], source: Source) -> bool:
    """Whether the words right beside a name are those beside it in the facts, and no others."""
    found = [token for token in tokens(sentence) if token.key not in lexicon().empty]
    at = next((n for n, token in enumerate(found) if token.key == key), 0)
    near = frozenset(token.key for token in [*found[max(0, at - 2) : at], *found[at + 1 : at + 2]])
    others = frozenset[str]().union(*(clause.keys for _, clause in source.clauses if clause not in homes))
    return any(supports(one, home.keys) and not supports(one, others) for one in near for home in homes)


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    return sum(supports(key, b) for key in a)
