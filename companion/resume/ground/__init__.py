"""The claim gate: one deterministic answer to "do these facts carry this sentence?", for resume, letter and form prose.

In: a sentence, the facts it cites, the profile. Out: the reasons why it is not supported, none if it is. Nothing passes
by default: every word that claims something must be in the cited facts, or be a word that may stand for one there.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from companion.model.profile import Fact, Profile
from companion.resume.ground.clauses import Clause, clauses, is_verbal, negated, tells
from companion.resume.ground.lexicon import Unit, lexicon, supports, units
from companion.resume.ground.names import skill_spans, skills_of, spelled, surroundings
from companion.resume.ground.numbers import Source, unsupported
from companion.resume.ground.quantities import VAGUE, quantities
from companion.resume.ground.structure import broken, replaces, verbs
from companion.resume.ground.tokens import Token, canonical, pieces, tokens

__all__ = ["check"]

_OFTEN = re.compile(
    r"(?<!in )(?<!half )(?<!for )(?<!over )(?<!within )(?<!after )\b(?:(?:each|every|an?)\s+(second|minute|hour|shift|day|"
    r"week|month|quarter|year|season|semester|term|sprint)"
    r"|(?:each|every)\s+(morning|evening|night|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
_WEAKER = ("assist", "joint", "level", "trial", "partial")
_GENERIC = frozenset("run perform do handl conduct carry_out execut undertak look complet".split())
_DEGREES = frozenset("write complet earn obtain hold receiv do".split())
_THESES = (
    r"\b(?:thesis|dissertation|degree|certificate|course|training|paper|article|book|b\.?sc|m\.?sc|"
    r"bachelor|master|diploma)\b"
)
"""What a verb may be added to where the facts only name it."""
_MAKING = frozenset(
    "complet implement make build creat write give produc perform hold provid draw prepar place do".split()
)
_NAMED = {
    "assist": "that it was help and not the whole of it",
    "joint": "that it was done with others",
    "level": "at what level",
    "trial": "that it was a trial or a proposal",
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
    around = surroundings(cited, profile)
    sentence = _per(sentence)
    cited = [Fact(path=fact.path, text=_per(fact.text)) for fact in cited]
    texts = [fact.text for fact in cited]
    source = Source(cited, today)
    yield from unsupported(sentence, source)
    together = any("joint" in clause.marks for _, clause in source.clauses)
    yield from _words(sentence, [*texts, *(["together"] if together else [])], [fact.text for fact in around])
    yield from broken(sentence, [*texts, *(fact.text for fact in around)])
    yield from _opposites(sentence, texts)
    own = clauses(sentence)
    yield from _marks(own, source)
    yield from _bindings(sentence, own, source, around)


def _per(text: str) -> str:
    """`each shift`, `a week`, `every Saturday` → `per …`: one way of saying how often."""
    text = re.sub(r"(\d+ [^\W\d_]+(?: [^\W\d_]+)?) each(?=[\s,.;]|$)", r"\1", text)
    return _OFTEN.sub(lambda found: f"per {found[1] or found[2]}", text)


def _words(sentence: str, texts: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    """Words that claim what neither the facts nor their entries' headings say."""
    said = frozenset(_keys(texts))
    headings = spelled(around)
    written = spelled(texts)
    skills = skills_of(" \n ".join([*texts, *around]))
    covered = [(start, end) for start, end, name in skill_spans(sentence) if name in skills]
    found = list(tokens(_masked(sentence)))
    for unit in units(found):
        if all(any(a <= word.start and word.end <= b for a, b in covered) for word in unit.words):
            continue
        if (
            unit.key in lexicon().empty
            or _same_mark(unit.key, said)
            or (supports(unit.key, said) and not unit.words[0].name)
        ):
            continue
        for word in unit.words:
            if not (_carried(word, unit, said, headings, written) or _harmless(word, sentence, said, texts)):
                yield f"“{word.text}” is not in the facts"


def _masked(sentence: str) -> str:
    """`sentence` with its numbers blanked out; they are judged apart."""
    out = list(sentence)
    for quantity in quantities(sentence):
        out[quantity.lead : quantity.end] = " " * (quantity.end - quantity.lead)
    return "".join(out)


def _carried(word: Token, unit: Unit, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    folded = word.text.casefold()
    if folded in VAGUE:
        return True  # judged as a number
    if word.name:
        if folded in written or folded in headings or folded.removesuffix("s") in written:
            return True
        if parts := pieces(word.text):
            return all(_carried_part(part, said, headings, written) for part in parts)
        # A common word with a capital, as in a heading or after a dash, or a short form such as DB.
        if word.key in lexicon().same or word.text == "I":
            return word.text == "I" or supports(word.key, said)
        return word.text[1:].islower() and (supports(word.key, said) or word.key in headings)
    if _same_mark(word.key, said):
        return True
    if word.key in lexicon().empty or supports(word.key, said) or word.key in headings or folded in headings:
        return True
    parts = [] if word.key in lexicon().strong else pieces(word.text)
    return bool(parts) and all(_carried_part(part, said, headings, written) for part in parts)


def _harmless(word: Token, sentence: str, said: frozenset[str], texts: Sequence[str]) -> bool:
    """Whether an unknown word is another form of one in the facts, or a verb that claims no more than any verb does.

    What the verb was done to is judged by the other words; verbs that claim creation, leadership,
    decision or success are
    never harmless.
    """
    if word.name or not word.key.isalpha():
        return False
    told = frozenset(verb for text in texts for verb in verbs(text))
    if word.key in _MAKING and any(token.key in told for token in _near(sentence, word)):
        return True
    if (
        word.key in _DEGREES
        and not any(tells(text) for text in texts)
        and re.search(_THESES, sentence[word.end :], re.IGNORECASE)
    ):
        return True
    if word.key in _GENERIC and not _leads_people(word, sentence) and replaces(word.key, sentence, texts):
        return True
    if word.key in lexicon().strong:
        return False
    if any(_family(word.key, other) for other in said):
        return True
    return is_verbal(word.text) and replaces(word.key, sentence, texts)


def _leads_people(word: Token, sentence: str) -> bool:
    """Whether a general verb claims to lead here: to run a team is more than to run tests."""
    return bool(
        re.match(
            r"\W+(?:[\w-]+\W+){0,4}?(?:teams?|shops?|stores?|company|departments?|staff|business|offices?)\b",
            sentence[word.end :],
        )
    )


def _near(sentence: str, word: Token) -> list[Token]:
    """The words after a verb of making that may name what was done: built a model, for modelled."""
    after = [token for token in tokens(sentence) if token.start > word.start][:6]
    return [
        token
        for token in after
        if re.search(r"(?:ion|ment|ing|al|ance|el|est|view|port|gn|ort|ck|ay|ge|y)s?$", token.text)
    ]


def _family(a: str, b: str) -> bool:
    """Whether two words share their stem: recommend, recommendation. Short stems prove nothing."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 5 and shared >= 0.6 * max(len(a), len(b)) and b not in lexicon().strong


def _same_mark(key: str, said: frozenset[str]) -> bool:
    """Whether the facts hold a mark of the same kind: help is help, together is together, none is no."""
    marks = lexicon().marks
    return any(
        key in marks[kind] and not marks[kind].isdisjoint(said) for kind in ("assist", "joint", "negation", "universal")
    )


def _carried_part(part: str, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    key = canonical(part)
    if part.isdigit() or key in lexicon().empty:
        return True
    return supports(key, said) or _same_mark(key, said) or part.casefold() in written or part.casefold() in headings


def _keys(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for unit in units(list(tokens(text))):
            yield unit.key
            for word in unit.words:
                yield word.key
                if parts := pieces(word.text):
                    for part in tokens(" ".join(parts)):
                        yield part.key
                    for joined in units(list(tokens(" ".join(parts)))):
                        yield joined.key


def _marks(own: Sequence[Clause], source: Source) -> Iterator[str]:
    """Marks of a weaker claim that the sentence leaves out, and claims of the whole or of the opposite it adds."""
    for clause in own:
        for mark in _WEAKER:
            if mark == "joint" and "team" in clause.keys:
                continue
            if mark == "partial" and any(mark in other.marks for other in own):
                continue
            if mark not in clause.marks and any(_only_with(mark, key, source) for key in clause.keys):
                yield f"it leaves out {_NAMED[mark]}"
        best = _counterpart(clause, source)
        if best is None:
            continue
        if "universal" in clause.marks and "universal" not in best.marks:
            yield "it claims all where the facts do not"


def _only_with(mark: str, key: str, source: Source) -> bool:
    """Whether the facts say `key` only where they weaken it by `mark`."""
    homes = [clause for _, clause in source.clauses if supports(key, clause.keys)]
    return bool(homes) and all(mark in home.marks for home in homes)


def _opposites(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts deny told as so, or what they tell denied."""
    ours, denied = negated(sentence), frozenset[str]().union(*(negated(text) for text in texts))
    if not (ours or denied):
        return
    said = {unit.key for unit in units(list(tokens(sentence)))} - ours
    told = {key for text in texts for key in _keys([text])} - denied
    if any(supports(key, denied) and not supports(key, told) and key not in lexicon().empty for key in said) or any(
        not supports(key, denied) and supports(key, told) for key in ours
    ):
        yield "it says the opposite of the facts"


def _counterpart(clause: Clause, source: Source) -> Clause | None:
    """The clause of the facts that says most of what `clause` says."""
    best: tuple[float, Clause] | None = None
    for _, other in source.clauses:
        shared = sum(supports(key, other.keys) for key in clause.keys)
        if shared and (best is None or shared > best[0]):
            best = (shared, other)
    if best is None:
        return None
    return best[1] if best[0] >= 2 or best[0] >= 0.5 * len(clause.keys) else None


def _bindings(sentence: str, own: Sequence[Clause], source: Source, around: Sequence[Fact]) -> Iterator[str]:
    """Names and tools told of something else than in the facts: right words, wrong clause."""
    if len(source.clauses) < 2:
        return
    heads = spelled(fact.text for fact in around)
    names = {token.key for token in tokens(sentence) if token.name}
    skills = {
        word for start, end, _ in skill_spans(sentence) for token in tokens(sentence[start:end]) for word in [token.key]
    }
    for clause in own:
        for key in (names | skills) & clause.keys:
            homes = [other for text, other in source.clauses if key in other.keys and tells(text)]
            if not homes or key in heads:
                continue
            rest = clause.keys - names - skills
            elsewhere = max((_shared(rest, o.keys) for _, o in source.clauses if o not in homes), default=0)
            at_home = max(_shared(rest, home.keys) for home in homes)
            if elsewhere >= at_home + 2 or (at_home == 0 and elsewhere >= 1):
                yield f"“{key}” belongs to something else in the facts"


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    return sum(supports(key, b) for key in a)
