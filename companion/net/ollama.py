"""The person's own language model behind a small seam. It helps with prose; nothing it says is trusted or needed."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from typing import Any, Protocol, TypeVar, cast

import httpx
import msgspec

from companion.errors import ModelError

T = TypeVar("T")
Heard = Callable[[int], None]
"""Hears, while the model speaks, how many characters it has said."""

_MOST = 40_000
"""Characters of one answer; no task asks for a tenth of it."""
_TAIL, _REPEATS, _LOOK_EVERY = 80, 8, 2_000
"""A model that says its last 80 characters for the eighth time will not stop by itself."""
_HINT = "Everything works without it. Check that Ollama is running and the model is there (`ollama list`)."


class Model(Protocol):
    """A language model. Raises ModelError on anything but a complete answer of the asked shape."""

    async def structured(
        self,
        prompt: str,
        schema: type[T],
        *,
        system: str = "",
        timeout: float | None = None,
        heard: Heard | None = None,
    ) -> T: ...

    async def embed(self, texts: Sequence[str]) -> list[list[float]]: ...

    async def warm_up(self) -> None: ...

    async def health(self) -> str: ...


class OllamaModel:
    """`Model` over the official Ollama client. One call at a time: a local machine serves no two well."""

    def __init__(
        self,
        address: str,
        model: str,
        embedding: str = "",
        *,
        context: int = 8192,
        timeout: float = 120.0,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        import ollama  # late: most people start the companion without one

        self._refused = ollama.ResponseError
        self._model = model
        self._embedding = embedding or model
        self._context = context
        self._timeout = timeout
        more: dict[str, Any] = {} if transport is None else {"transport": transport}
        # Without trust_env=False a proxy from the environment would carry the person's resume out of the computer.
        self._client = ollama.AsyncClient(host=address, timeout=timeout, trust_env=False, **more)
        self._turn = asyncio.Lock()

    async def structured(
        self,
        prompt: str,
        schema: type[T],
        *,
        system: str = "",
        timeout: float | None = None,
        heard: Heard | None = None,
    ) -> T:
        """An answer to `prompt` as `schema`, a msgspec Struct. `timeout` (seconds) includes the wait for the turn.

        Cancelling hangs up, which stops the model.
        """
        if len(prompt) + len(system) > 4 * self._context:
            raise ModelError("This is more than the model reads at once.", "Use a larger context.")
        messages = [{"role": "system", "content": system}] if system else []
        messages.append({"role": "user", "content": prompt})
        said = await self._call(timeout, lambda: self._heard(messages, answer_schema(schema), heard))
        try:
            return msgspec.json.decode(said, type=schema)
        except msgspec.DecodeError as error:
            raise ModelError("The model's answer does not have the asked shape.", _HINT) from error

    async def _heard(self, messages: list[dict[str, str]], schema: dict[str, Any], heard: Heard | None) -> str:
        """The whole answer, as it comes. Raises ModelError where it does not come to its end."""
        parts: Any = await self._client.chat(  # pyright: ignore[reportUnknownMemberType]
            model=self._model,
            messages=messages,
            format=schema,
            stream=True,
            # Ollama's default window silently drops the start of longer prompts.
            options={"num_ctx": self._context, "num_predict": self._context // 2, "temperature": 0.0},
        )
        text, looked = "", 0
        async with aclosing(parts):
            async for part in parts:
                text += part.message.content or ""
                if heard is not None:
                    heard(len(text))
                if len(text) - looked >= _LOOK_EVERY:
                    looked = len(text)
                    if len(text) > _MOST or text.count(text[-_TAIL:]) >= _REPEATS:
                        raise ModelError("The model repeats itself without end.", "Try another model.")
                if part.done:
                    if part.done_reason == "length" or (part.prompt_eval_count or 0) >= self._context:
                        raise ModelError("The model ran out of room.", "Use a larger context or model.")
                    return text
        raise ModelError("The model broke off in the middle.", _HINT)

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, in order."""
        if not texts:
            return []
        answer = await self._call(None, lambda: self._client.embed(model=self._embedding, input=list(texts)))
        vectors = [list(vector) for vector in answer.embeddings]
        if len(vectors) != len(texts):
            raise ModelError("The model answered with another number of vectors than texts.", _HINT)
        return vectors

    async def health(self) -> str:
        """A sentence: it answers, has the model, and reads so much. Raises ModelError with what is wrong."""
        listing = await self._call(10.0, self._client.list)
        names = {model.model or "" for model in listing.models}
        if not names & {self._model, f"{self._model}:latest"}:
            raise ModelError(f"Ollama answers, but has no model {self._model}.", f"Run `ollama pull {self._model}`.")
        shown = await self._call(10.0, lambda: self._client.show(self._model))
        info = cast("Mapping[str, Any]", shown.modelinfo or {})
        sizes = [value for name, value in info.items() if name.endswith(".context_length")]
        if sizes and int(sizes[0]) < self._context:
            raise ModelError(
                f"{self._model} reads {sizes[0]} tokens at once, fewer than the {self._context} it is asked to.",
                "Lower the setting `ollama_context`.",
            )
        return f"Ollama answers and has {self._model}, reading {self._context} tokens at once."

    async def warm_up(self) -> None:
        """Load the model while something else is done. Never raises: the first call will say what is wrong."""
        with suppress(ModelError):
            await self._call(None, lambda: self._client.generate(model=self._model, options={"num_ctx": self._context}))

    async def aclose(self) -> None:
        await self._client.close()

    async def _call(self, timeout: float | None, make: Any) -> Any:
        try:
            async with asyncio.timeout(timeout or self._timeout), self._turn:
                return await make()
        except TimeoutError as error:
            raise ModelError("The model took too long.", _HINT) from error
        except self._refused as error:
            raise ModelError(f"Ollama refused with status {error.status_code}.", _HINT) from error
        except (ConnectionError, httpx.HTTPError) as error:
            raise ModelError("Ollama does not answer.", _HINT) from error
        except ValueError as error:  # pydantic's validation and json's decoding errors are ValueErrors
            raise ModelError("Ollama's answer is not what its API promises.", _HINT) from error


def answer_schema(kind: type) -> dict[str, Any]:
    """JSON schema of `kind` with references written out: Ollama's grammar wants an object at the top."""
    schema = msgspec.json.schema(kind)
    definitions = cast("dict[str, Any]", schema.pop("$defs", {}))
    return cast("dict[str, Any]", _written_out(schema, definitions, depth=0))


def _written_out(node: object, definitions: Mapping[str, Any], depth: int) -> object:
    if depth > 20:
        raise ModelError("This shape is nested too deeply to ask for.")
    if isinstance(node, dict):
        found = cast("dict[str, object]", node)
        if isinstance(reference := found.get("$ref"), str):
            return _written_out(definitions[reference.rsplit("/", 1)[-1]], definitions, depth + 1)
        return {key: _written_out(value, definitions, depth + 1) for key, value in found.items()}
    if isinstance(node, list):
        return [_written_out(value, definitions, depth + 1) for value in cast("list[object]", node)]
    return node
