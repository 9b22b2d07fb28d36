"""The model seam against a local Ollama that answers well, slowly, wrongly, without end, half, and not at all."""

import asyncio
import json

import msgspec
import pytest

from companion.errors import ModelError
from companion.net.ollama import OllamaModel, answer_schema
from tests.fakes.ollama import Manner, OllamaServer


class Line(msgspec.Struct):
    text: str


class Lines(msgspec.Struct):
    lines: list[Line]


SAID = {"lines": [{"text": "a sentence of some length"}, {"text": "b"}]}


def model_of(server: OllamaServer, timeout: float = 5.0) -> OllamaModel:
    return OllamaModel(server.address, "m", timeout=timeout)


async def test_a_structured_answer_is_typed_streamed_and_the_window_is_stated() -> None:
    heard: list[int] = []
    async with OllamaServer(SAID) as server:
        model = model_of(server)
        answer = await model.structured("p", Lines, system="s", heard=heard.append)
        await model.aclose()
    assert [line.text for line in answer.lines] == ["a sentence of some length", "b"]
    assert heard == sorted(heard)
    assert len(heard) > 3
    path, sent = server.asked[0]
    assert (path, sent["stream"], sent["options"]["num_ctx"]) == ("/api/chat", True, 8192)
    assert sent["options"]["num_predict"] < 8192
    assert sent["format"]["type"] == "object"
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]


@pytest.mark.parametrize(
    "manner", ["truncated", "out of room", "invalid JSON", "wrong shape", "looping", "refusing", "not Ollama"]
)
async def test_anything_but_a_complete_answer_is_a_model_error(manner: Manner) -> None:
    async with OllamaServer(SAID, manner) as server:
        model = model_of(server)
        with pytest.raises(ModelError):
            await model.structured("p", Lines)
        await model.aclose()


@pytest.mark.parametrize("manner", ["deaf", "half-dead"])
async def test_a_server_that_stalls_is_left_in_time_and_hung_up_on(manner: Manner) -> None:
    async with OllamaServer(SAID, manner) as server:
        model = model_of(server)
        with pytest.raises(ModelError, match="too long"):
            await model.structured("p", Lines, timeout=0.3)
        await model.aclose()


async def test_a_server_that_is_not_there_is_a_model_error() -> None:
    model = OllamaModel("http://127.0.0.1:9", "m")
    with pytest.raises(ModelError):
        await model.structured("p", Lines)
    await model.warm_up()
    await model.aclose()


async def test_cancelling_hangs_up_so_that_the_model_stops() -> None:
    async with OllamaServer({"lines": [{"text": "x" * 4_000}]}, "slow") as server:
        model = model_of(server)
        first = asyncio.Event()
        calling = asyncio.create_task(model.structured("p", Lines, heard=lambda _: first.set()))
        await asyncio.wait_for(first.wait(), 5)
        calling.cancel()
        await asyncio.gather(calling, return_exceptions=True)
        await asyncio.wait_for(server.left.wait(), 5)
        await model.aclose()


async def test_calls_are_made_one_at_a_time() -> None:
    async with OllamaServer({"lines": []}, "slow") as server:
        model = model_of(server)
        await asyncio.gather(*(model.structured("p", Lines) for _ in range(4)))
        await model.aclose()
    assert server.most == 1


async def test_what_does_not_fit_the_window_is_not_sent() -> None:
    async with OllamaServer({"lines": []}) as server:
        model = OllamaModel(server.address, "m", context=1_024)
        with pytest.raises(ModelError, match="at once"):
            await model.structured("x" * 5_000, Lines)
        await model.aclose()
    assert server.asked == []


async def test_embeddings_come_one_a_text_or_not_at_all() -> None:
    async with OllamaServer() as server:
        model = model_of(server)
        assert await model.embed(["a"]) == [[1.0, 2.0]]
        assert await model.embed([]) == []
        server.manner = "truncated"
        with pytest.raises(ModelError):
            await model.embed(["a", "b"])
        await model.aclose()


async def test_health_names_what_is_missing_and_how_much_is_read() -> None:
    async with OllamaServer(models=("other:latest",)) as server:
        model = model_of(server)
        with pytest.raises(ModelError, match="no model m"):
            await model.health()
        server.models = ("m:latest",)
        assert "has m, reading 8192 tokens" in await model.health()
        server.manner = "short window"
        with pytest.raises(ModelError, match="2048 tokens"):
            await model.health()
        await model.aclose()


def test_the_schema_asked_for_has_no_references() -> None:
    schema = answer_schema(Lines)
    assert schema["type"] == "object"
    assert "$ref" not in json.dumps(schema)
