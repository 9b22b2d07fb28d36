"""The optional local word vectors put near what means the like; absent or broken they harm nothing."""

import asyncio
import socket
from pathlib import Path

import pytest

from companion.agents.scoring import nearness
from companion.agents.vectors import LocalVectors, local_vectors
from companion.errors import ModelError


@pytest.fixture
def vectors(monkeypatch: pytest.MonkeyPatch) -> LocalVectors:
    """The installed ones, on a computer without a network."""
    pytest.importorskip("wordllama", reason="the extra `local` is not installed")

    def refuse(*_: object) -> None:
        raise AssertionError("it reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    found = local_vectors()
    assert found is not None
    return found


def test_like_trades_are_nearer_than_unlike_ones(vectors: LocalVectors) -> None:
    own, like, other = asyncio.run(
        vectors.embed(["nurse on a hospital ward", "caregiver in a clinic", "welder of ship hulls"])
    )
    assert len(own) == 256
    assert nearness(own, like) > nearness(own, other)
    assert nearness(own, own) == 1
    assert asyncio.run(vectors.embed([])) == []


def test_a_broken_package_is_a_model_that_does_not_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "wordllama"
    package.mkdir()
    (package / "__init__.py").write_text("raise ImportError('half installed')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(__import__("sys").modules, "wordllama", raising=False)
    found = local_vectors()
    assert found is not None
    with pytest.raises(ModelError):
        asyncio.run(found.embed(["a text"]))
