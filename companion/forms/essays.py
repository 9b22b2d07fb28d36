"""Essays from cited facts: drafted by the person's own model, each sentence past the claim gate or dropped; without a
model an outline of the person's own sentences. Either is a proposal: never filled before it is approved."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import msgspec

from companion.forms.fit import fit, fits, limit_of
from companion.forms.understand import understand
from companion.forms.words import fold, word_set
from companion.model.facts import facts
from companion.model.form import Snapshot
from companion.model.profile import Fact, Profile
from companion.prompts import prompt

T = TypeVar("T")


class Model(Protocol):
    """The part of the model's seam (`companion.net.ollama`) that essays need."""

    async def structured(
        self, prompt: str, schema: type[T], *, system: str = "", timeout: float | None = None
    ) -> T: ...


Check = Callable[[str, Sequence[Fact], Profile], tuple[str, ...]]
"""The claim gate of `companion.resume.ground`: reasons against a sentence, none where its facts support it."""

_MAX_FACTS = 40
_MAX_LINES = 5
_WORDS = 4
"""Fewer are a title or a tool and no sentence."""
_SENTENCE = re.compile(r"basics/summary$|(work|projects|volunteer)/\d+/(highlights/|summary$|description$)")
_EVERYDAY = word_set(
    "the and for with that this you your our what why how who when where describe tell about time have has had did was "
    "were are would could should please experience work worked role job company team words less than under not from us"
)
_CITABLE = re.compile(
    r"basics/summary$|(work|projects|volunteer)/\d+/(highlights/|summary$|description$|position$)|"
    r"education/\d+/(studyType|area)$|skills/\d+/keywords/"
)


class DraftSentence(msgspec.Struct, frozen=True):
    """One sentence and the numbers of the facts that carry it."""

    text: str
    facts: tuple[int, ...]


class Drafted(msgspec.Struct, frozen=True):
    """What the model is asked for."""

    sentences: tuple[DraftSentence, ...]


class Essay(msgspec.Struct, frozen=True, kw_only=True):
    """The draft, the facts it cites (paths), and the sentences the gate dropped with the reasons."""

    text: str
    facts: tuple[str, ...]
    dropped: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """An essay's question and the most it may be, None where the form sets no such limit."""

    question: str
    characters: int | None
    words: int | None


def asked(snapshot: Snapshot, field_id: str) -> Asked | None:
    """What the field of `snapshot` wants written; None where there is no such field."""
    for field, meaning in zip(snapshot.fields, understand(snapshot), strict=True):
        if field.id == field_id:
            characters, words = limit_of(field, meaning)
            return Asked(question=meaning.question or field.label, characters=characters, words=words)
    return None


def outline(question: str, profile: Profile, *, characters: int | None = None, words: int | None = None) -> Essay:
    """The person's own sentences that share most with `question`, whole, as many as its limits allow; where none shares
    anything, the first ones, as what they say of themselves."""
    wanted = _gist(question)
    told = [fact for fact in usable_facts(profile) if _SENTENCE.search(fact.path) and len(fact.text.split()) >= _WORDS]
    told = [fact for fact in told if wanted & _gist(fact.text)] or told
    told.sort(key=lambda fact: -len(wanted & _gist(fact.text)))
    kept: list[Fact] = []
    for fact in told:
        longer = "\n".join(each.text for each in (*kept, fact))
        if len(kept) < _MAX_LINES and fits(longer, characters, words):
            kept.append(fact)
    return Essay(text="\n".join(fact.text for fact in kept), facts=tuple(fact.path for fact in kept))


def _gist(text: str) -> set[str]:
    """The beginnings of the words that carry a text, so that "payments" and "payment" are one."""
    return {word[:5] for word in fold(text).split() if len(word) > 2 and word not in _EVERYDAY}


async def write_essay(
    question: str,
    profile: Profile,
    model: Model,
    check: Check,
    *,
    characters: int | None = None,
    words: int | None = None,
    timeout: float = 120.0,
) -> Essay:
    """A draft for `question` within its limits; `text` is empty where no sentence held. Raises ModelError."""
    known = usable_facts(profile)
    limit = f"{words} words" if words else f"{characters} characters" if characters else ""
    asked = prompt("essay", facts=known, question=" ".join(question.split()), limit=limit)
    answer = await model.structured(asked.text, Drafted, system=asked.system, timeout=timeout)
    kept: list[str] = []
    cited: list[str] = []
    dropped: list[tuple[str, tuple[str, ...]]] = []
    for sentence in answer.sentences:
        used = [known[number - 1] for number in sentence.facts if 1 <= number <= len(known)]
        reasons = check(sentence.text, used, profile) if used else ("It names no fact.",)
        if reasons:
            dropped.append((sentence.text, reasons))
            continue
        kept.append(sentence.text.strip())
        cited.extend(fact.path for fact in used)
    text = fit(" ".join(kept), characters, words)
    return Essay(text=text, facts=tuple(dict.fromkeys(cited)), dropped=tuple(dropped))


def usable_facts(profile: Profile) -> list[Fact]:
    """The facts an essay may cite: summary, work, projects, degrees, skills; none of contact or a sensitive family."""
    return [fact for path, fact in facts(profile).items() if _CITABLE.match(path)][:_MAX_FACTS]
