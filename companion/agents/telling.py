"""A model that says how far it is while it is asked sentence by sentence."""

from collections.abc import Callable
from typing import TypeVar

from companion.net.ollama import Heard, Model

T = TypeVar("T")
Say = Callable[[str], None]
_EVERY = 40
"""Characters between two words about one answer."""


class Telling:
    """`model`, with `say` hearing which sentence is at hand and how much of it is there."""

    def __init__(self, model: Model, say: Say) -> None:
        self._model, self._say = model, say
        self._sentence = 0

    async def structured(
        self,
        prompt: str,
        schema: type[T],
        *,
        system: str = "",
        timeout: float | None = None,
        heard: Heard | None = None,
    ) -> T:
        self._sentence += 1
        told = 0

        def hear(characters: int) -> None:
            nonlocal told
            if heard is not None:
                heard(characters)
            if characters - told >= _EVERY:
                told = characters
                self._say(f"Asking the model, sentence {self._sentence}: {characters} characters")

        self._say(f"Asking the model, sentence {self._sentence}")
        return await self._model.structured(prompt, schema, system=system, timeout=timeout, heard=hear)
