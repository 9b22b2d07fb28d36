"""The fetcher against a real server under real names: caps, redirects, rebinding, retries, breakers (A42–A44)."""

import gzip
import time
import zlib

import pytest

from companion.errors import NetError, PrivateAddress, TimedOut, TooLarge
from companion.net import Limits
from tests.fakes.web import PUBLIC, Answer, Web

URL = "https://jobs.example.com/one"


async def test_a_page_comes_with_its_text_and_where_it_came_from() -> None:
    body = "<p>Größe</p>".encode("cp1252")
    async with Web({URL: Answer(body=body, headers={"content-type": "text/html; charset=iso-8859-1"})}) as web:
        answer = await web.fetcher().get(URL, params={"q": "a b"})
    assert (answer.status, answer.text) == (200, "<p>Größe</p>")
    assert web.asked[0].url == URL + "?q=a%20b" or web.asked[0].url == URL + "?q=a+b"
    assert "Sincerely" in web.asked[0].headers["user-agent"]


async def test_the_checked_address_is_the_dialled_one_though_the_name_rebinds() -> None:
    async with Web({URL: Answer(body=b"ok")}) as web:
        web.names["jobs.example.com"] = [(PUBLIC,), ("127.0.0.1",)]
        fetcher = web.fetcher()
        assert (await fetcher.get(URL)).body == b"ok"
        assert (web.resolved, web.dialled) == (["jobs.example.com"], [PUBLIC])
        with pytest.raises(PrivateAddress):
            await fetcher.get(URL)
        assert web.dialled == [PUBLIC]


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:8000/", "http://localhost/", "file:///etc/passwd", "http://[::1]/", "//10.0.0.1/x"]
)
async def test_a_redirect_to_a_private_place_is_refused_at_the_hop(target: str) -> None:
    async with Web({URL: Answer(302, headers={"location": target})}) as web:
        with pytest.raises((PrivateAddress, NetError, ValueError, Exception)) as caught:
            await web.fetcher().get(URL)
        assert type(caught.value).__name__ in ("PrivateAddress", "BadInput")
        assert len(web.dialled) == 1


async def test_five_redirects_are_followed_and_thirty_are_not() -> None:
    routes: dict[str, Answer] = {
        f"https://jobs.example.com/{n}": Answer(302, headers={"location": f"/{n + 1}"}) for n in range(30)
    }
    routes["https://jobs.example.com/30"] = Answer(body=b"end")
    async with Web(dict(routes)) as web:
        fetcher = web.fetcher()
        assert (await fetcher.get("https://jobs.example.com/25")).body == b"end"
        before = len(web.asked)
        with pytest.raises(NetError, match="redirects more than 5"):
            await fetcher.get("https://jobs.example.com/0")
        assert len(web.asked) - before == 6


async def test_authorization_does_not_travel_to_another_host_and_cookies_stay_within_the_call() -> None:
    routes = {
        URL: Answer(302, headers={"location": "https://other.example.org/two", "set-cookie": "s=1"}),
        "https://other.example.org/two": Answer(302, headers={"location": "/three", "set-cookie": "t=2"}),
        "https://other.example.org/three": Answer(body=b"ok"),
    }
    async with Web(dict(routes)) as web:
        fetcher = web.fetcher()
        await fetcher.get(URL, headers={"authorization": "Bearer x", "accept": "text/html"})
        await fetcher.get("https://other.example.org/three")
    first, second, third, again = web.asked
    assert first.headers["authorization"] == "Bearer x"
    assert "authorization" not in second.headers
    assert "cookie" not in second.headers
    assert third.headers["cookie"] == "t=2"
    assert "cookie" not in again.headers


def _deflated(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-15)
    return squeeze.compress(data) + squeeze.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(bytes(50_000_000))),
        ("deflate", zlib.compress(bytes(50_000_000))),
        ("deflate", _deflated(bytes(50_000_000))),
        ("identity", bytes(3_000_000)),
    ],
)
async def test_a_bomb_is_cut_at_the_cap_after_decompression(encoding: str, body: bytes) -> None:
    async with Web({URL: Answer(body=body, headers={"content-encoding": encoding})}) as web:
        with pytest.raises(TooLarge):
            await web.fetcher().get(URL, max_bytes=1_000_000)


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", _deflated)]
)
async def test_compressed_answers_are_unpacked(encoding: str, pack: object) -> None:
    text = b"<p>hello</p>" * 50_000
    assert callable(pack)
    async with Web({URL: Answer(body=pack(text), headers={"content-encoding": encoding})}) as web:
        assert (await web.fetcher().get(URL)).body == text


async def test_an_encoding_we_did_not_ask_for_is_a_net_error() -> None:
    async with Web({URL: Answer(body=b"xx", headers={"content-encoding": "br"})}) as web:
        with pytest.raises(NetError, match="compression"):
            await web.fetcher().get(URL)


async def test_an_endless_stream_ends_at_the_cap_and_a_slow_drip_at_the_clock() -> None:
    endless = Answer(chunks=tuple([b"x" * 100_000] * 40), headers={"content-type": "text/plain"})
    drip = Answer(chunks=tuple([b"x"] * 100), pause=0.1)
    async with Web({URL: endless, URL + "/slow": drip}) as web:
        fetcher = web.fetcher(Limits(timeout=0.6, attempts=1))
        with pytest.raises(TooLarge):
            await fetcher.get(URL, max_bytes=1_000_000)
        started = time.perf_counter()
        with pytest.raises(TimedOut):
            await fetcher.get(URL + "/slow")
    assert time.perf_counter() - started < 8  # seconds; the whole drip takes ten


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
async def test_a_transient_answer_is_tried_again_three_times_at_most(status: int) -> None:
    async with Web({URL: [Answer(status), Answer(status), Answer(status), Answer(200)]}) as web:
        assert (await web.fetcher().get(URL)).status == status
        assert len(web.asked) == 3
    async with Web({URL: [Answer(status), Answer(200, b"ok")]}) as web:
        assert (await web.fetcher().get(URL)).body == b"ok"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 422, 451, 999])
async def test_a_refusal_is_an_answer_and_never_tried_again(status: int) -> None:
    async with Web({URL: Answer(status, b"no")}) as web:
        assert (await web.fetcher().get(URL)).status == status
        assert len(web.asked) == 1


async def test_a_post_is_sent_once_unless_it_is_said_to_be_idempotent() -> None:
    async with Web({URL: Answer(503)}) as web:
        fetcher = web.fetcher()
        await fetcher.post(URL, json={"q": 1})
        assert len(web.asked) == 1
        assert (web.asked[0].method, web.asked[0].body) == ("POST", b'{"q":1}')
        await fetcher.post(URL, json={"q": 1}, idempotent=True)
        assert len(web.asked) == 4


async def test_a_long_retry_after_is_not_waited_for() -> None:
    async with Web({URL: Answer(429, headers={"retry-after": "3600"})}) as web:
        assert (await web.fetcher().get(URL)).status == 429
        assert len(web.asked) == 1


async def test_a_host_that_keeps_failing_is_left_alone_and_others_are_not() -> None:
    async with Web({URL: Answer(500), "https://other.example.org/": Answer(body=b"ok")}) as web:
        fetcher = web.fetcher(Limits(attempts=1, failures_until_open=3))
        for _ in range(3):
            await fetcher.get(URL)
        with pytest.raises(NetError, match="left alone"):
            await fetcher.get(URL)
        assert len(web.asked) == 3
        assert (await fetcher.get("https://other.example.org/")).body == b"ok"


async def test_a_truncated_body_is_a_net_error() -> None:
    async with Web({URL: Answer(body=b"half", cut=True)}) as web:
        with pytest.raises(NetError):
            await web.fetcher(Limits(attempts=1)).get(URL)
