"""The gate, as a table of attacks: each is refused before anything behind it runs (A01-A19, A27, A30, A31)."""

import gzip
from collections.abc import Sequence
from typing import Any

import pytest

from companion.web.body import API_LIMIT, API_UNPACKED_LIMIT, FORM_LIMIT, UPLOAD_LIMIT
from companion.web.extension_id import extension_id
from companion.web.gate import Gate

PORT = 41730
OWN = f"127.0.0.1:{PORT}"
EXTENSION = "a" * 32
OURS = f"chrome-extension://{EXTENSION}"
JSON = ("content-type", "application/json")
FORM = ("content-type", "application/x-www-form-urlencoded")
Headers = Sequence[tuple[str, str]]


class Behind:
    """The application behind the gate: remembers what got through."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self.body = b""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.reached.append(scope["path"])
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            return
        if scope["method"] == "POST":
            self.body = (await receive())["body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})


async def knock(
    method: str = "GET",
    path: str = "/api/state",
    headers: Headers = (("host", OWN),),
    body: bytes | list[bytes] = b"",
    *,
    kind: str = "http",
) -> tuple[int, dict[str, str], Behind]:
    """Send one request through the gate; returns the status (or WebSocket close code), headers, and what is behind."""
    behind = Behind()
    parts = [body] if isinstance(body, bytes) else list(body)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        if kind == "websocket":
            return {"type": "websocket.connect"}
        part = parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Any) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": kind,
        "path": path.split("?")[0],
        "raw_path": path.encode(),
        "query_string": path.partition("?")[2].encode(),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        "server": ("127.0.0.1", PORT),
    }
    if kind == "http":
        scope["method"] = method
    await Gate(behind, EXTENSION)(scope, receive, send)
    first = sent[0]
    answered = {name.decode(): value.decode() for name, value in first.get("headers", [])}
    return first.get("status", first.get("code", 0)), answered, behind


ROUTES = ("/", "/jobs", "/api/state", "/api/hello", "/nowhere", "/static/style.css", "/mcp", "/api/schema", "/schema")
HOSTS = (
    "evil.com",
    "",
    "localhost:41730",
    "127.0.0.1",
    "127.0.0.1:41731",
    "127.0.0.1:41730.evil.com",
    "localhost.evil.com",
    "127x0x0x1:41730",
    "127.0.0.1.:41730",
    "[::1]:41730",
    "user@127.0.0.1:41730",
    "127.0.0.1:041730",
    "0.0.0.0:41730",
)


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("host", HOSTS)
async def test_another_host_is_misdirected_on_every_path(path: str, host: str) -> None:
    status, _, behind = await knock(path=path, headers=[("host", host)])
    assert (status, behind.reached) == (421, [])


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("host", OWN), ("host", "evil.com")],
        [("host", OWN), ("host", OWN)],
        [("host", "evil.com"), ("x-forwarded-host", OWN)],
        [("host", "evil.com"), ("forwarded", f"host={OWN}")],
    ],
    ids=["missing", "two", "twice", "x-forwarded-host", "forwarded"],
)
async def test_a_host_that_is_missing_doubled_or_forwarded_is_misdirected(headers: Headers) -> None:
    status, _, behind = await knock(headers=headers)
    assert (status, behind.reached) == (421, [])


async def test_the_own_host_passes() -> None:
    status, headers, behind = await knock()
    assert (status, behind.reached) == (200, ["/api/state"])
    assert headers["sincerely-protocol"] == "1"


ORIGINS = (
    "https://evil.com",
    "null",
    "http://127.0.0.1:3000",
    f"http://{OWN}.evil.com",
    f"http://127.0.0.1:{PORT}9",
    f"HTTP://{OWN}",
    f"http://user@{OWN}",
    f"https://{OWN}",
    f"chrome-extension://{'b' * 32}",
    f"{OURS}.evil",
    f"CHROME-EXTENSION://{EXTENSION}",
    f"moz-extension://{EXTENSION}",
    "",
    f"http://{OWN}/",
)


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [("POST", "/api/captures", JSON), ("GET", "/api/state", JSON), ("POST", "/jobs/bulk", FORM)],
)
async def test_another_origin_is_refused(origin: str, method: str, path: str, kind: tuple[str, str]) -> None:
    status, headers, behind = await knock(method, path, [("host", OWN), ("origin", origin), kind], b"{}")
    assert (status, behind.reached) == (403, [])
    assert not [name for name in headers if name.startswith("access-control-")]


async def test_our_extension_may_call_the_api_and_nothing_else() -> None:
    status, _, behind = await knock("POST", "/api/captures", [("host", OWN), ("origin", OURS), JSON], b'{"a":1}')
    assert (status, behind.body) == (200, b'{"a":1}')
    status, _, behind = await knock("POST", "/jobs/bulk", [("host", OWN), ("origin", OURS), FORM], b"a=b")
    assert (status, behind.reached) == (403, [])


async def test_two_origins_are_refused() -> None:
    headers = [("host", OWN), ("origin", OURS), ("origin", "https://evil.com"), JSON]
    assert (await knock("POST", "/api/captures", headers, b"{}"))[0] == 403


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "HEAD", "CONNECT", "PROPFIND", "get"])
async def test_a_method_nobody_knows_is_refused_and_a_preflight_gets_no_permission(method: str) -> None:
    status, headers, behind = await knock(method, headers=[("host", OWN), ("origin", "https://evil.com")])
    assert (status, behind.reached) == (403, [])
    status, headers, behind = await knock(method, headers=[("host", OWN), ("origin", OURS)])
    assert (status, behind.reached) == (405, [])
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("dest", ["image", "script", "iframe", "style", "empty", "object", "frame", "embed", "video"])
@pytest.mark.parametrize("path", ["/", "/jobs", "/api/state", "/static/style.css"])
async def test_a_page_elsewhere_cannot_embed_or_load_anything(site: str, dest: str, path: str) -> None:
    mode = "navigate" if dest in ("iframe", "frame", "object", "embed") else "no-cors"
    headers = [("host", OWN), ("sec-fetch-site", site), ("sec-fetch-dest", dest), ("sec-fetch-mode", mode)]
    assert (await knock(path=path, headers=headers))[2].reached == []


async def test_a_page_elsewhere_may_link_to_a_page_and_to_nothing_else() -> None:
    link = [
        ("host", OWN),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-dest", "document"),
        ("sec-fetch-mode", "navigate"),
    ]
    assert (await knock(path="/jobs", headers=link))[2].reached == ["/jobs"]
    for path in ("/api/state", "/files/" + "a" * 64, "/events", "/static/style.css"):
        status, _, behind = await knock(path=path, headers=link)
        assert (status, behind.reached) == (403, [])
    status, _, behind = await knock("POST", "/jobs/bulk", [*link, FORM], b"action=save")
    assert (status, behind.reached) == (403, [])


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "",
        "text/json",
    ],
)
async def test_json_in_disguise_is_unsupported(kind: str) -> None:
    headers = [("host", OWN), ("origin", OURS), ("content-type", kind)]
    status, _, behind = await knock("POST", "/api/captures", headers, b'{"url": "https://a.example"}')
    assert (status, behind.reached) == (415, [])


async def test_a_form_needs_to_come_from_an_own_page() -> None:
    assert (await knock("POST", "/jobs/bulk", [("host", OWN), FORM], b"a=b"))[0] == 403
    assert (await knock("POST", "/jobs/bulk", [("host", OWN), FORM, ("sec-fetch-site", "none")], b"a=b"))[0] == 403
    assert (await knock("POST", "/jobs/bulk", [("host", OWN), FORM, ("origin", f"http://{OWN}")], b"a=b"))[0] == 200
    assert (await knock("POST", "/jobs/bulk", [("host", OWN), FORM, ("sec-fetch-site", "same-origin")], b"a=b"))[
        0
    ] == 200
    assert (await knock("POST", "/jobs/bulk", [("host", OWN), JSON, ("origin", f"http://{OWN}")], b"{}"))[0] == 415


@pytest.mark.parametrize("origin", ["https://evil.com", "null", None, f"chrome-extension://{'b' * 32}"])
async def test_a_websocket_of_another_origin_is_closed_before_it_opens(origin: str | None) -> None:
    headers = [("host", OWN), ("cookie", "sincerely_41730=stolen"), *([("origin", origin)] if origin else [])]
    code, _, behind = await knock(path="/api/events", headers=headers, kind="websocket")
    assert (code, behind.reached) == (1008, [])


async def test_a_websocket_to_another_host_is_closed_before_it_opens() -> None:
    code, _, behind = await knock(
        path="/api/events", headers=[("host", "evil.com"), ("origin", OURS)], kind="websocket"
    )
    assert (code, behind.reached) == (1008, [])


async def test_our_websocket_opens() -> None:
    _, _, behind = await knock(path="/api/events", headers=[("host", OWN), ("origin", OURS)], kind="websocket")
    assert behind.reached == ["/api/events"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/%2e%2e/gate.py",
        "/static/..%2fgate.py",
        "/jobs//1",
        "//evil.com",
        "/a%00b",
        "/a\\b",
        "/a b",
        "/caf\u00e9",
        "*",
        "jobs",
    ],
)
async def test_a_crooked_path_is_not_found(path: str) -> None:
    status, _, behind = await knock(path=path)
    assert (status, behind.reached) == (404, [])


API = [("host", OWN), ("origin", OURS), JSON]


async def test_one_byte_over_the_limit_is_too_large_however_it_is_announced() -> None:
    filler = b'"' + b"a" * (API_LIMIT - 2) + b'"'
    assert (await knock("POST", "/api/captures", API, filler))[0] == 200
    for headers in (API, [*API, ("content-length", "10")], [*API, ("content-length", str(API_LIMIT + 1))]):
        status, _, behind = await knock("POST", "/api/captures", headers, [filler, b"a"])
        assert (status, behind.reached) == (413, [])


@pytest.mark.parametrize("length", ["-1", "1e3", "99999999999999999999999", "abc"])
async def test_a_senseless_length_is_refused(length: str) -> None:
    status, _, behind = await knock("POST", "/api/captures", [*API, ("content-length", length)], b"{}")
    assert (status, behind.reached) == (413, [])


async def test_forms_and_uploads_have_limits_of_their_own() -> None:
    own = [("host", OWN), ("origin", f"http://{OWN}"), FORM]
    assert (await knock("POST", "/jobs/bulk", own, b"a" * (FORM_LIMIT + 1)))[0] == 413
    assert (await knock("POST", "/welcome/import", own, b"a" * (FORM_LIMIT + 1)))[0] == 200
    assert (await knock("POST", "/welcome/import", own, b"a" * (UPLOAD_LIMIT + 1)))[0] == 413


async def test_gzip_is_unpacked_within_a_limit() -> None:
    packed = [*API, ("content-encoding", "gzip")]
    status, _, behind = await knock("POST", "/api/captures", packed, gzip.compress(b'{"a": "b"}'))
    assert (status, behind.body) == (200, b'{"a": "b"}')
    bomb = gzip.compress(b'"' + b"0" * API_UNPACKED_LIMIT + b'"')
    assert len(bomb) < 20_000
    assert (await knock("POST", "/api/captures", packed, bomb))[0] == 413
    assert (await knock("POST", "/api/captures", packed, b"not gzip"))[0] == 400
    assert (await knock("POST", "/api/captures", packed, gzip.compress(b"{}")[:-4]))[0] == 400
    assert (await knock("POST", "/api/captures", [*API, ("content-encoding", "br")], b"{}"))[0] == 415


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000, b'"\xff\xfe"', b"NaN", b'{"a": NaN}', b"", b"{", b"\x00"],
    ids=["deep", "deeper", "not utf-8", "nan", "nan inside", "empty", "half", "nul"],
)
async def test_what_is_not_json_is_refused_before_any_handler(body: bytes) -> None:
    status, _, behind = await knock("POST", "/api/captures", API, body)
    assert (status, behind.reached) == (400, [])


async def test_every_answer_carries_the_standing_headers() -> None:
    for headers in ([("host", OWN)], [("host", "evil.com")]):
        _, answered, _ = await knock(path="/jobs", headers=headers)
        assert answered["x-content-type-options"] == "nosniff"
        assert answered["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answered["content-security-policy"]
        assert "default-src 'self'" in answered["content-security-policy"]
        assert "unsafe" not in answered["content-security-policy"]


def test_the_extension_id_follows_from_the_manifest_key() -> None:
    assert len(extension_id()) == 32
    assert set(extension_id()) <= set("abcdefghijklmnop")
