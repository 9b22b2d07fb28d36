"""The model seam against a local server that lies, stalls, breaks off and answers well."""

import asyncio
import json

import msgspec
import pytest

from companion.errors import ModelError
from companion.net.ollama import OllamaModel, answer_schema
from tests.fakes.web import Answer, Asked, Web


class Line(msgspec.Struct):
    text: str


class Lines(msgspec.Struct):
    lines: list[Line]


def _chat(content: str, reason: str = "stop") -> Answer:
    body = {"model": "m", "message": {"role": "assistant", "content": content}, "done": True, "done_reason": reason}
    return Answer(body=json.dumps(body).encode(), headers={"content-type": "application/json"})


def _model(web: Web, timeout: float = 5.0) -> OllamaModel:
    port = web._plain.sockets[0].getsockname()[1]
    return OllamaModel(f"http://127.0.0.1:{port}", "m", timeout=timeout)


def _route(web: Web, path: str, answer: object) -> None:
    port = web._plain.sockets[0].getsockname()[1]
    web.routes[f"http://127.0.0.1:{port}{path}"] = answer  # type: ignore[assignment]


async def test_a_structured_answer_is_typed_and_the_window_is_stated() -> None:
    async with Web() as web:
        _route(web, "/api/chat", _chat('{"lines": [{"text": "a"}]}'))
        model = _model(web)
        assert (await model.structured("p", Lines, system="s")).lines[0].text == "a"
        await model.aclose()
    sent = json.loads(web.asked[0].body)
    assert sent["options"]["num_ctx"] == 8192
    assert sent["format"]["type"] == "object"
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]


@pytest.mark.parametrize(
    "answer",
    [
        _chat('{"lines": [{"text": "a"}]}', reason="length"), _chat("not json"), _chat('{"lines": "no"}'), _chat(""),
        Answer(500, b'{"error": "boom"}'), Answer(404, b'{"error": "model not found"}'), Answer(200, b"<html>"),
        Answer(200, b'{"done": true'), Answer(200, b"{}"), Answer(200, b'{"message": 3, "done": true}'),
    ],
)  # fmt: skip
async def test_anything_but_a_complete_answer_is_a_model_error(answer: Answer) -> None:
    async with Web() as web:
        _route(web, "/api/chat", answer)
        model = _model(web)
        with pytest.raises(ModelError):
            await model.structured("p", Lines)
        await model.aclose()


async def test_a_server_that_is_not_there_or_stalls_is_a_model_error() -> None:
    model = OllamaModel("http://127.0.0.1:9", "m")
    with pytest.raises(ModelError):
        await model.structured("p", Lines)
    await model.aclose()
    async with Web() as web:
        _route(web, "/api/chat", Answer(chunks=(b"{", b"}"), pause=2))
        model = _model(web)
        with pytest.raises(ModelError, match="too long"):
            await model.structured("p", Lines, timeout=0.2)
        await model.aclose()


async def test_calls_are_made_one_at_a_time() -> None:
    running = most = 0

    async def slow(asked: Asked) -> Answer:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.02)
        running -= 1
        return _chat('{"lines": []}')

    async with Web() as web:
        _route(web, "/api/chat", slow)
        model = _model(web)
        await asyncio.gather(*(model.structured("p", Lines) for _ in range(4)))
        await model.aclose()
    assert most == 1


async def test_embeddings_come_one_a_text_or_not_at_all() -> None:
    async with Web() as web:
        _route(web, "/api/embed", Answer(body=b'{"model": "m", "embeddings": [[1, 2]]}'))
        model = _model(web)
        assert await model.embed(["a"]) == [[1.0, 2.0]]
        assert await model.embed([]) == []
        with pytest.raises(ModelError):
            await model.embed(["a", "b"])
        await model.aclose()


async def test_health_names_what_is_missing() -> None:
    async with Web() as web:
        _route(web, "/api/tags", Answer(body=b'{"models": [{"model": "other:latest"}]}'))
        model = _model(web)
        with pytest.raises(ModelError, match="no model m"):
            await model.health()
        _route(web, "/api/tags", Answer(body=b'{"models": [{"model": "m:latest"}]}'))
        assert "has m" in await model.health()
        await model.aclose()


def test_the_schema_asked_for_has_no_references() -> None:
    schema = answer_schema(Lines)
    assert schema["type"] == "object"
    assert "$ref" not in json.dumps(schema)
