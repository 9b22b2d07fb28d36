"""Who gets in: tokens, sessions, pairing, tickets, and that everything else is shut (A14, A17, A19-A24, A29, A32)."""

import asyncio
import hashlib
import hmac
import json
import re

import msgspec
import pytest
from litestar.handlers import HTTPRouteHandler

from companion.errors import RateLimited
from companion.model.document import now
from companion.model.run import Client, Notice
from companion.runtime import announced
from companion.web.app import create_litestar
from companion.web.live import Live
from companion.web.pairing import Pairing
from companion.web.tokens import hash_token
from tests.unit.web.conftest import ADDRESS, EXTENSION, OWN, Visitor

OPEN = {("GET", "/api/hello"), ("POST", "/api/pair"), ("GET", "/open")}
"""The only routes that answer a stranger."""


def routes(visitor: Visitor) -> list[tuple[str, str, HTTPRouteHandler]]:
    app = create_litestar(visitor.services)
    return [
        (method, route.path, handler)
        for route in app.routes
        for handler in getattr(route, "route_handlers", [])
        if isinstance(handler, HTTPRouteHandler)
        for method in handler.http_methods
        if method != "OPTIONS"
    ]


def test_every_route_but_the_three_ways_in_answers_401_to_a_stranger(visitor: Visitor) -> None:
    found = routes(visitor)
    assert len(found) > 60
    opened = set[tuple[str, str]]()
    for method, path, _ in found:
        concrete = re.sub(r"\{\w+:int\}", "0", re.sub(r"\{\w+:str\}", "none", path))
        if path.startswith("/api") and method == "POST":
            answer = visitor.http.post(concrete, json={}, headers=EXTENSION)
        elif method == "POST":
            answer = visitor.http.post(concrete, data={"a": "b"}, headers=OWN)
        else:
            answer = visitor.http.get(concrete)
        assert "access-control-allow-origin" not in answer.headers
        if answer.status_code != 401:
            opened.add((method, path))
    assert opened == OPEN


def test_no_get_changes_anything(seeded: Visitor) -> None:
    store = seeded.services.store
    headers = seeded.pair()
    before = {
        name: getattr(store, name).count() for name in ("postings", "attempts", "clients", "runs", "notices", "answers")
    }
    versions = {one.id: one.version for one in store.postings.where()}
    ids = [store.postings.where()[0].id, store.applications.where()[0].id, store.resumes.where()[0].id]
    for method, path, _ in routes(seeded):
        if method == "GET" and path not in ("/open", "/events"):
            for one in ids:
                concrete = re.sub(r"\{\w+:int\}", "0", re.sub(r"\{\w+:str\}", one, path))
                assert seeded.http.get(concrete, headers=headers if path.startswith("/api") else {}).status_code < 500
    assert before == {name: getattr(store, name).count() for name in before}
    assert versions == {one.id: one.version for one in store.postings.where()}


def test_only_a_whole_and_living_token_opens_the_api(visitor: Visitor) -> None:
    headers = visitor.pair()
    token = headers["authorization"].removeprefix("Bearer ")
    assert visitor.http.get("/api/state", headers=headers).status_code == 200
    bodies = set[bytes]()
    for wrong in (
        "",
        "Bearer",
        "Bearer ",
        f"Bearer {token[:-1]}",
        f"Bearer {token}x",
        f"Basic {token}",
        token,
        "Bearer " + "0" * 43,
    ):
        answer = visitor.http.get("/api/state", headers={**EXTENSION, "authorization": wrong})
        assert answer.status_code == 401
        bodies.add(answer.content)
    answer = visitor.http.get(f"/api/state?t={token}&token={token}&access_token={token}")
    assert answer.status_code == 401
    store = visitor.services.store
    client = next(one for one in store.clients.where() if one.kind == "extension")
    store.clients.replace(msgspec.structs.replace(client, revoked=True))
    answer = visitor.http.get("/api/state", headers=headers)
    assert answer.status_code == 401
    bodies.add(answer.content)
    assert len(bodies) == 1


def test_a_session_opens_no_api_and_a_token_opens_no_dashboard(visitor: Visitor) -> None:
    headers = visitor.pair()
    assert visitor.http.get("/jobs", headers={"authorization": headers["authorization"]}).status_code == 401
    visitor.sign_in()
    assert visitor.http.get("/jobs").status_code == 200
    assert visitor.http.get("/api/state").status_code == 401


def test_a_dashboard_link_works_once_and_leaves_a_cookie_no_script_can_read(visitor: Visitor) -> None:
    path = visitor.links.path()
    answer = visitor.http.get(path, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert cookie.startswith("sincerely_41730=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    visitor.http.cookies.clear()
    assert visitor.http.get(path, follow_redirects=False).status_code == 410
    assert visitor.http.get("/jobs").status_code == 401


def test_a_token_is_stored_as_its_hash_only(visitor: Visitor) -> None:
    token = visitor.pair()["authorization"].removeprefix("Bearer ")
    stored = msgspec.json.encode(visitor.services.store.clients.where())
    assert token.encode() not in stored


def test_a_pairing_code_dies_after_five_tries_and_the_person_is_told(visitor: Visitor) -> None:
    code = visitor.pairing.show().digits
    wrong = "000000" if code != "000000" else "111111"
    statuses = [visitor.http.post("/api/pair", json={"code": wrong}, headers=EXTENSION).status_code for _ in range(5)]
    assert statuses == [403, 403, 403, 403, 429]
    assert visitor.http.post("/api/pair", json={"code": code}, headers=EXTENSION).status_code == 410
    assert visitor.services.store.clients.count() == 0
    assert [one.kind for one in visitor.services.store.notices.where()] == ["needs_you"]


def test_a_used_code_is_gone_and_a_new_one_is_new(visitor: Visitor) -> None:
    code = visitor.pairing.show().digits
    assert visitor.http.post("/api/pair", json={"code": code}, headers=EXTENSION).status_code == 200
    assert visitor.http.post("/api/pair", json={"code": code}, headers=EXTENSION).status_code == 410
    assert visitor.services.store.clients.count() == 1


def test_a_code_lives_two_minutes(visitor: Visitor) -> None:
    time = [0.0]
    pairing = Pairing(visitor.services.store, clock=lambda: time[0])
    first = pairing.show()
    assert pairing.show().digits == first.digits
    time[0] = 121
    assert pairing.pending() is None


def test_a_ticket_opens_one_socket_of_its_own_origin(visitor: Visitor) -> None:
    headers = visitor.pair()

    def ticket() -> str:
        return str(visitor.call("/api/ticket", {}, headers).json()["ticket"])

    def opens(ticket: str, origin: str) -> bool:
        try:
            with visitor.http.websocket_connect(f"/api/events?ticket={ticket}", headers={"origin": origin}):
                return True
        except Exception:  # noqa: BLE001 the client raises whatever the close was
            return False

    good = ticket()
    assert opens(good, EXTENSION["origin"])
    assert not opens(good, EXTENSION["origin"])
    assert not opens(ticket(), ADDRESS)
    assert not opens("", EXTENSION["origin"])
    assert not opens("x" * 32, EXTENSION["origin"])


def test_an_event_reaches_the_socket(visitor: Visitor) -> None:
    headers = visitor.pair()
    ticket = visitor.call("/api/ticket", {}, headers).json()["ticket"]
    with visitor.http.websocket_connect(f"/api/events?ticket={ticket}", headers=EXTENSION) as socket:
        visitor.services.store.notices.add(Notice(id="n", kind="info", text="x", created_at=now()))
        assert msgspec.json.decode(socket.receive_text()) == {"kind": "notices", "id": "n", "change": "added"}


def test_hello_proves_itself_to_a_paired_extension_only(visitor: Visitor) -> None:
    headers = visitor.pair()
    token = headers["authorization"].removeprefix("Bearer ")
    client = next(one for one in visitor.services.store.clients.where() if one.kind == "extension")
    nonce = "0123456789abcdef" * 2
    known = visitor.http.get("/api/hello", params={"nonce": nonce, "client": client.id}).json()
    wanted = hmac.new(hashlib.sha256(token.encode()).digest(), nonce.encode(), hashlib.sha256).hexdigest()
    assert known["proof"] == wanted
    assert visitor.http.get("/api/hello", params={"nonce": nonce, "client": "x"}).json()["proof"] == ""
    assert visitor.http.get("/api/hello", params={"nonce": "not hex at all, no"}).status_code == 400


def test_an_agent_cannot_mint_a_dashboard_session(visitor: Visitor) -> None:
    visitor.services.store.clients.add(
        Client(id="agent", name="Agent", kind="mcp", token_hash=hash_token("agents-token"), created_at=now())
    )
    answer = visitor.call("/api/link", {}, {"authorization": "Bearer agents-token"})
    assert answer.status_code == 401


WRONG_SHAPES: list[tuple[str, object, str]] = [
    ("/api/captures", {"url": "https://a.example", "html": "<p>", "evil": 1}, "/evil"),
    ("/api/captures", {"url": 7, "html": "<p>"}, "/url"),
    ("/api/captures", {"url": "https://a.example"}, "/html"),
    ("/api/captures", {"url": "x" * 10_000, "html": "<p>"}, "/url"),
    ("/api/captures", {"url": "https://a.example", "html": "<p>", "capturedAt": "yesterday"}, "/capturedAt"),
    ("/api/postings/lookup", {"cards": [{"url": "https://a.example"}, {"url": 1}]}, "/cards/1/url"),
    ("/api/postings/lookup", {"cards": [{"url": "https://a.example"}] * 101}, "/cards"),
    ("/api/answers", {"value": "x", "kind": "magic"}, "/kind"),
    ("/api/forms/plan", {"snapshot": {"url": "https://a.example", "fields": "none"}}, "/snapshot/fields"),
    ("/api/captures", ["not", "an", "object"], ""),
]


def test_a_body_of_the_wrong_shape_is_refused_with_the_place_at_fault(visitor: Visitor) -> None:
    headers = visitor.pair()
    for path, body, pointer in WRONG_SHAPES:
        answer = visitor.call(path, body, headers)
        problem = answer.json()
        assert (answer.status_code, problem["code"], problem["pointer"]) == (400, "bad-input", pointer)
        assert answer.headers["content-type"] == "application/problem+json"
    assert visitor.services.store.postings.count() == 0


def test_a_number_of_a_hundred_thousand_digits_is_refused(visitor: Visitor) -> None:
    headers = {**visitor.pair(), "content-type": "application/json", "idempotency-key": "k"}
    body = b'{"saved": ' + b"9" * 100_000 + b"}"
    assert visitor.http.post("/api/postings/x/save", content=body, headers=headers).status_code == 400


def test_the_same_name_twice_in_a_body_is_no_crash(visitor: Visitor) -> None:
    headers = {**visitor.pair(), "content-type": "application/json", "idempotency-key": "k"}
    body = b'{"saved": true, "saved": "perhaps"}'
    assert visitor.http.post("/api/postings/x/save", content=body, headers=headers).status_code == 400


def test_too_many_streams_are_refused(visitor: Visitor) -> None:
    live = Live(visitor.services.store)
    visitor.sign_in()
    client = visitor.services.store.clients.where()[0]
    live._open[client.id] = 8

    async def subscribe() -> None:
        async with live.subscribe(client):
            pass

    with pytest.raises(RateLimited):
        asyncio.run(subscribe())


def test_revoking_in_the_dashboard_shuts_the_extension_out_at_once(visitor: Visitor) -> None:
    headers = visitor.pair()
    visitor.sign_in()
    client = next(one for one in visitor.services.store.clients.where() if one.kind == "extension")
    assert client.name in visitor.http.get("/settings/pairing").text
    assert visitor.send(f"/settings/clients/{client.id}/revoke", {"a": "b"}).status_code == 303
    assert visitor.http.get("/api/state", headers=headers).status_code == 401


def test_the_command_line_of_this_computer_gets_a_link(visitor: Visitor) -> None:
    with announced(visitor.services.store, ADDRESS):
        token = json.loads((visitor.services.store.home / "runtime.json").read_bytes())["token"]
        answer = visitor.call("/api/link", {}, {"authorization": f"Bearer {token}"})
        assert answer.json()["path"].startswith("/open?t=")
    assert visitor.http.get(answer.json()["path"], follow_redirects=False).status_code == 303
