"""A companion that speaks PROTOCOL.md and records what it is told: for tests of the extension, without any room."""

import contextlib
import hashlib
import hmac
import json
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

CODE = "246810"
RESUME = b"%PDF-1.7 a made-up resume"
RESUME_HASH = hashlib.sha256(RESUME).hexdigest()

Json = dict[str, Any]


class Recorder:
    """Starts on `port` (0: any). `requests` are (method, path, headers, body) as they came in; `done` maps an
    Idempotency-Key to its answer, so that a repeated write is answered and not counted again."""

    def __init__(self, port: int = 0) -> None:
        self.token, self.client = "t0ken-of-this-browser", "client-1"
        self.farewell = ""
        """What `hello` says to the client of a companion whose data were erased; the pairing is gone with them."""
        self.paired = False
        self.requests: list[tuple[str, str, dict[str, str], Json]] = []
        self.done: dict[str, tuple[int, Json]] = {}
        self.captures: list[Json] = []
        self.forms: set[str] = set()
        self.corrected: dict[str, str] = {}
        self.writes: list[tuple[str, Json]] = []
        self.planner: Callable[[Json], list[Json]] = lambda snapshot: []
        self.fail: Callable[[str, str], int] = lambda method, path: 0
        """A status to answer with instead, or -1 to work and then hang up without an answer."""
        self.delay: Callable[[str], float] = lambda path: 0.0
        self.lookup: Callable[[Json], Json] = lambda card: {
            "url": card["url"],
            "posting": "",
            "score": None,
            "applied": False,
        }
        self.begun = True
        """Whether there is an attempt already when a form is planned; the report of a fill begins one otherwise."""
        self.model = False
        self.known: Json = {}
        """What a posting view says besides."""
        self.snapshot: Json = {"fields": []}
        self.impostor = False
        self.protocol = "1"
        self.state = "ready"
        self.connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self.port = port
        self.start()

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"recorder": self})
        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda request, client: None  # whoever waited may be gone
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def told(self, path: str) -> list[Json]:
        """Bodies of the distinct writes to paths that contain `path`."""
        return [body for where, body in self.writes if path in where]

    # What each route answers -------------------------------------------------------------------------------------

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> tuple[int, Json]:
        parts = path.strip("/").split("/")[1:]
        match [method, *parts]:
            case ["GET", "hello"]:
                return 200, self._hello(query)
            case ["POST", "pair"]:
                if body.get("code") != CODE:
                    return 403, _problem("refused", 403, "The code does not fit.")
                self.paired = True
                return 200, {"client": self.client, "token": self.token}
            case ["GET", "state"]:
                address = f"http://127.0.0.1:{self.port}/?ticket=once"
                return 200, {
                    "needsYou": 2,
                    "inbox": 3,
                    "applications": 1,
                    "version": "0.1.0",
                    "profile": True,
                    "model": self.model,
                    "dashboard": address,
                }
            case ["POST", "captures"]:
                if "no job here" in body["html"]:
                    return 422, _problem("unreadable", 422, "No job on this page.")
                self.captures.append(body)
                return 200, posting_view(body["url"], body["title"]) | self.known
            case ["GET", "postings"]:
                if query["url"][0] not in self.forms:
                    return 404, _problem("not-found", 404, "This page was not captured yet.")
                return 200, posting_view("https://example.com/job", "Senior Python Engineer")
            case ["POST", "postings", "lookup"]:
                return 200, {"cards": [self.lookup(card) for card in body["cards"]]}
            case ["POST", "postings", identifier, "save" | "dismiss"]:
                view = posting_view("https://example.com/job", "Senior Python Engineer")
                view["posting"] |= {"id": identifier, "saved": parts[-1] == "save"}
                return 200, view
            case ["POST", "forms", "plan"]:
                self.snapshot = body["snapshot"]
                actions = self._planned()
                plan = {
                    "id": "plan-1",
                    "version": 1,
                    "url": body["snapshot"]["url"],
                    "actions": actions,
                    "postingId": "p1",
                }
                file = {"sha256": RESUME_HASH, "name": "resume-acme.pdf", "type": "application/pdf"}
                posting = {"id": "p1", "title": "Senior Python Engineer", "company": "Acme"}
                return 200, {
                    "plan": plan,
                    "attempt": self._attempt() if self.begun else None,
                    "posting": posting,
                    "files": [{**file, "size": len(RESUME)}],
                }
            case ["POST", "forms", "correct"]:
                self.corrected[body["fieldId"]] = body["meaning"]
                plan = {"id": "plan-1", "version": 2, "url": "", "actions": self._planned()}
                return 200, {"plan": plan, "attempt": self._attempt(), "posting": None, "files": [], "kept": "here"}
            case ["POST", "forms", "propose"]:
                plan = {"id": "plan-1", "version": 2, "url": "", "actions": self.planner(self.snapshot)}
                for action in plan["actions"]:
                    if action["kind"] == "leave" and action["meaning"] == "custom":
                        action |= {"kind": "fill", "values": ["Ferret"], "meaning": "other", "review": True}
                        action |= {"rule": "proposed by your model"}
                return 200, {"plan": plan, "attempt": self._attempt(), "posting": None, "files": []}
            case ["POST", "forms", "draft"]:
                fact = {"path": "work/0/highlights/0", "text": "Ran 14 services."}
                lost = {"text": "Led a team of 40.", "reasons": ["No fact says so."]}
                draft = {
                    "text": "I ran 14 services.",
                    "source": "model",
                    "facts": [fact],
                    "dropped": [lost],
                    "note": "",
                }
                return 200, {"draft": draft}
            case ["POST", "forms", "report"]:
                self.begun = True
                return 200, {"attempt": self._attempt()}
            case ["POST", "answers"]:
                return 200, {"answer": {"id": "a1", **body}}
            case ["POST", "attempts", _, "submitting"]:
                self.state = "submitting"
                return 200, {"attempt": self._attempt()}
            case ["POST", "attempts", _, "outcome"]:
                self.state = "submitted" if "thank" in body["text"].lower() else "unknown"
                return 200, {"attempt": self._attempt()}
            case ["POST", "attempts", "applied"]:
                return 200, {"attempt": self._attempt()}
            case ["POST", "resumes"]:
                return 200, {"run": {"id": "r1", "state": "queued"}}
            case _:
                return 404, _problem("not-found", 404, "No such route.")

    def _planned(self) -> list[Json]:
        """What was corrected stays so, also when the page's own button plans once more."""
        actions = self.planner(self.snapshot)
        for action in actions:
            if meaning := self.corrected.get(action["fieldId"]):
                action |= {"kind": "fill", "values": ["70000"], "meaning": meaning, "rule": "you said"}
        return actions

    def _attempt(self) -> Json:
        return {"id": "attempt-1", "state": self.state, "contentHash": "c" * 64, "postingId": "p1"}

    def _hello(self, query: dict[str, list[str]]) -> Json:
        nonce, client = query.get("nonce", [""])[0], query.get("client", [""])[0]
        proof = ""
        if self.farewell:
            return {"product": "sincerely", "protocol": 1, "version": "0.1.0", "proof": "", "farewell": self.farewell}
        if self.impostor:
            proof = "0" * 64
        elif self.paired and client == self.client:
            proof = hmac.new(hashlib.sha256(self.token.encode()).digest(), nonce.encode(), "sha256").hexdigest()
        return {"product": "sincerely", "protocol": 1, "version": "0.1.0", "proof": proof}


def posting_view(url: str, title: str) -> Json:
    """A posting view with a bit of everything the popup shows."""
    return {
        "posting": {
            "id": "p1", "url": url, "title": title or "Senior Python Engineer", "company": "Acme", "mode": "hybrid",
            "saved": False,
            "places": [{"text": "Berlin", "city": "Berlin", "country": "DE"}], "liveness": "open",
            "pay": {"minimum": 75000, "maximum": 90000, "currency": "EUR", "period": "year"},
            "seen": [{"url": url, "portal": "linkedin", "at": "2026-11-12T09:00:00Z"}],
        },
        "match": {
            "id": "p1", "score": 82, "note": "", "matched": [{"name": "Python"}], "missing": ["Kubernetes"],
            "blockers": [{"kind": "language", "reason": "German B2 wanted", "hard": False, "overruled": False}],
        },
        "description": "Build things.", "application": None, "duplicates": [],
        "reasons": {"for": ["Python 6 y", "FastAPI", "AWS"], "against": ["Kubernetes"]},
    }  # fmt: skip


def _problem(code: str, status: int, detail: str) -> Json:
    return {
        "type": f"about:{code}",
        "title": code,
        "status": status,
        "detail": detail,
        "code": code,
        "hint": "",
        "pointer": "",
    }


class _Handler(BaseHTTPRequestHandler):
    recorder: Recorder
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        self.recorder.connections.add(self.connection)

    def finish(self) -> None:
        self.recorder.connections.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._serve(json.loads(raw or b"{}"))

    def _serve(self, body: Json) -> None:
        about, recorder = urlsplit(self.path), self.recorder
        headers = {name.lower(): value for name, value in self.headers.items()}
        with recorder._lock:
            recorder.requests.append((self.command, self.path, headers, body))
        time.sleep(recorder.delay(about.path))
        status = recorder.fail(self.command, about.path)
        if status > 0:
            return self._send(
                status, json.dumps(_problem("internal" if status >= 500 else "bad-input", status, "")).encode()
            )
        free = about.path in ("/api/hello", "/api/pair")
        if not free and (not recorder.paired or headers.get("authorization") != f"Bearer {recorder.token}"):
            return self._send(401, json.dumps(_problem("unpaired", 401, "")).encode())
        if about.path.startswith("/api/files/"):
            return self._send(200, RESUME, "application/pdf")
        with recorder._lock:
            key = headers.get("idempotency-key", "")
            if self.command == "POST" and key in recorder.done:
                code, answer = recorder.done[key]
            else:
                code, answer = recorder.answer(self.command, about.path, parse_qs(about.query), body)
                if self.command == "POST" and code < 300:
                    recorder.done[key] = code, answer
                    recorder.writes.append((about.path, body))
        if status < 0:
            self.close_connection = True
            self.connection.close()
            return None
        return self._send(code, json.dumps(answer).encode())

    def _send(self, status: int, data: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if self.recorder.protocol:
            self.send_header("Sincerely-Protocol", self.recorder.protocol)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass
