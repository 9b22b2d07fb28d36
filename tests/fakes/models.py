"""Language models for tests: one that always lies, one that fails, one that repeats, one that says what it is told."""

import itertools
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from companion.errors import ModelError
from companion.net.ollama import Heard

T = TypeVar("T")


class SayingModel:
    """Answers each prompt with `say(sentence)`, citing every fact it was given."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say
        self.prompts: list[str] = []

    async def structured(
        self,
        prompt: str,
        schema: type[T],
        *,
        system: str = "",
        timeout: float | None = None,
        heard: Heard | None = None,
    ) -> T:
        self.prompts.append(prompt)
        sentence = prompt.rpartition(":\n")[2].strip()
        cited = re.findall(r"^- (\S+): ", prompt, re.MULTILINE)
        return msgspec.convert({"sentence": self.say(sentence), "facts": cited}, schema)

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [[0.0] for _ in texts]

    async def warm_up(self) -> None: ...

    async def health(self) -> str:
        return "fake"


class FailingModel(SayingModel):
    """Never answers."""

    def __init__(self) -> None:
        super().__init__(lambda sentence: sentence)

    async def structured(
        self,
        prompt: str,
        schema: type[T],
        *,
        system: str = "",
        timeout: float | None = None,
        heard: Heard | None = None,
    ) -> T:
        self.prompts.append(prompt)
        raise ModelError("It is not there.")


_ADDED = (
    "using Terraform and Rust",
    "resulting in a 37% rise in revenue",
    "for 250 enterprise customers",
    "across four continents",
    "as head of department",
    "winning an industry award",
    "at Globex Corporation",
    "saving $480,000 a year",
    "with a team of 23 engineers",
    "ahead of schedule",
)
_RAISED = ("Led", "Spearheaded", "Architected", "Directed", "Pioneered", "Founded")


def lies() -> Callable[[str], str]:
    """A way of saying that is false each time: a claim added, a number raised, a verb exchanged for a bigger one."""
    turn = itertools.count()

    def lie(sentence: str) -> str:
        n = next(turn)
        body = sentence.rstrip(". ")
        if n % 3 == 0 and re.search(r"\d", body):
            return re.sub(r"\d+", lambda found: str(int(found[0]) * 10 + 7), body, count=1)
        if n % 3 == 1:
            first, _, rest = body.partition(" ")
            del first
            return f"{_RAISED[n % len(_RAISED)]} {rest}"
        return f"{body}, {_ADDED[n % len(_ADDED)]}"

    return lie


class SortingModel(SayingModel):
    """Takes each question that holds one of `words` for its key, and repeats what else it is told to say."""

    def __init__(self, words: dict[str, str], *, also: Sequence[dict[str, object]] = ()) -> None:
        super().__init__(lambda sentence: sentence)
        self.words = words
        self.also = list(also)

    async def structured(self, prompt: str, schema: type[T], *, system: str = "", timeout: float | None = None) -> T:
        self.prompts.append(prompt)
        questions = re.findall(r"^(\d+)\.\n<question>\n(.*?)\n</question>", prompt, re.MULTILINE | re.DOTALL)
        said = [
            {"number": int(number), "key": key}
            for number, text in questions
            for word, key in self.words.items()
            if word in text
        ]
        return msgspec.convert({"guesses": [*said, *self.also]}, schema)
