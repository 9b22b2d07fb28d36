"""A clone: pages and addresses on loopback, what it received, and how it misbehaves on request.

A server of its own in a thread, so that a test can kill the companion and ask the clone afterwards what arrived.
"""

import hashlib
import io
import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

import multipart

SITE = Path(__file__).with_name("site")


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a form: what it asks, under which name its answer is sent, and its options (label → value)."""

    label: str
    name: str
    widget: str = "text"
    options: Mapping[str, str] = field(default_factory=dict)
    required: bool = True
    autocomplete: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A payload as it arrived. `values` keeps order and repeats; `files` are field, name and SHA-256."""

    path: str
    values: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str, str], ...] = ()

    def get(self, name: str) -> list[str]:
        return [value for key, value in self.values if key == name]


@dataclass(frozen=True, kw_only=True)
class Reply:
    body: str | bytes = ""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    lost: bool = False
    """Close the connection instead of answering."""


def page(text: str) -> Reply:
    return Reply(body=text)


def told(payload: Mapping[str, Any], status: int = 200) -> Reply:
    return Reply(body=json.dumps(payload), status=status, type="application/json")


def moved(path: str) -> Reply:
    return Reply(status=303, headers={"Location": path})


Route = Callable[[str, Mapping[str, str], Sent], Reply]
"""Path, query and payload → reply."""

MISBEHAVIOURS = (
    "slow",
    "banner",
    "invalid",
    "lost",
    "refused",
    "broken",
    "expired",
    "challenge",
    "options",
    "drops-file",
    "double",
)


_DISTURBS = {
    "double": """<script>{
      const send = fetch;
      window.fetch = (address, how) => {
        if (how?.method === "POST") send(address, how).catch(() => {});
        return send(address, how);
      };
      document.addEventListener("submit", ({target}) => setTimeout(() => {
        if (target.isConnected && target.method === "post") HTMLFormElement.prototype.submit.call(target);
      }));
    }</script>""",
    "challenge": """<iframe title="hCaptcha challenge" src="/hcaptcha/challenge.html#frame=challenge&amp;id=1"
      width="400" height="500"></iframe>""",
    "drops-file": """<script>document.addEventListener("change", ({target}) => {
      if (target.type === "file") setTimeout(() => { target.value = ""; }, 300);
    })</script>""",
}


class Clone:
    """One application system on a free port. `misbehave` may be changed at any time."""

    name = ""
    entry = "/"
    questions: Sequence[Question] = ()

    def __init__(self, misbehave: str = "") -> None:
        self.misbehave = misbehave
        self.submissions: list[Sent] = []
        self.saved: list[Sent] = []
        """Steps, drafts and uploads that are no submission."""
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return self.origin + self.entry

    @property
    def partners(self) -> frozenset[str]:
        return frozenset()

    @property
    def allowed(self) -> set[str]:
        return {self.origin}

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        raise NotImplementedError

    def post(self, path: str, sent: Sent) -> Reply:
        raise NotImplementedError

    def disturbed(self, reply: Reply) -> Reply:
        """A page of any clone as it is told to misbehave: `double` sends everything twice, and so on."""
        text = reply.body if isinstance(reply.body, str) else ""
        if "</body>" not in text or self.misbehave not in _DISTURBS:
            return reply
        return replace(reply, body=text.replace("<body>", f"<body>{_DISTURBS[self.misbehave]}", 1))

    def submitted(self, sent: Sent, success: Callable[[str], Reply]) -> Reply:
        """Take an application, the way this clone is told to behave. `success` makes the answer for an id."""
        if self.misbehave == "invalid":
            return self.invalid()
        if self.misbehave == "expired":
            return Reply(status=401, body="Your session has expired. Please sign in again.")
        if self.misbehave == "refused":
            return told({"success": False, "errors": ["This position is no longer open"]}, 422)
        with self._lock:
            self.submissions.append(sent)
            number = f"APP-{1000 + len(self.submissions)}"
        if self.misbehave == "lost":
            return Reply(lost=True)
        if self.misbehave == "broken":
            return Reply(status=500, body="Internal Server Error")
        if self.misbehave == "slow":
            time.sleep(3)
        return success(number)

    def invalid(self) -> Reply:
        """A form that comes back with a message, nothing kept."""
        return told({"errors": ["Email: this address is not accepted"]}, 422)

    def thanks(self, number: str) -> str:
        banner = (
            '<div role="alert" class="error">Something went wrong. Your application could not be saved.</div>'
            if self.misbehave == "banner"
            else ""
        )
        return shell(
            f"{banner}<h1>Thank you for applying!</h1><p>Your application has been received. "
            f"Application ID: {number}</p>"
        )


def shell(body: str, script: str = "", head: str = "") -> str:
    """A whole page around `body`."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>'
        f'<link rel="icon" href="data:,">{head}</head><body>{body}<script>{script}</script></body></html>'
    )


def _handler(clone: Clone) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self._answer(clone.disturbed(clone.get(parts.path, dict(parse_qsl(parts.query)))))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._answer(
                clone.post(
                    urlsplit(self.path).path,
                    _sent(self.path, self.headers.get_content_type(), self.headers.get("Content-Type", ""), body),
                )
            )

        def _answer(self, reply: Reply) -> None:
            if reply.lost:
                self.close_connection = True
                self.connection.close()
                return
            with suppress(OSError):  # the companion, and its browser with it, may have been killed
                self._write(reply)

        def _write(self, reply: Reply) -> None:
            data = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.type)
            self.send_header("Content-Length", str(len(data)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return Handler


def _sent(path: str, kind: str, header: str, body: bytes) -> Sent:
    values: list[tuple[str, str]] = []
    files: list[tuple[str, str, str]] = []
    if kind == "multipart/form-data":
        boundary = multipart.parse_options_header(header)[1]["boundary"]
        for part in multipart.MultipartParser(io.BytesIO(body), boundary):
            if part.filename is None:
                values.append((part.name, part.value))
            elif part.size:
                files.append((part.name, part.filename, hashlib.sha256(part.raw).hexdigest()))
    elif kind == "application/json":
        values = list(_flat("", json.loads(body)))
    else:
        values = parse_qsl(body.decode(), keep_blank_values=True)
    return Sent(path=path, values=tuple(values), files=tuple(files))


def _flat(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _flat(f"{name}.{key}" if name else str(key), child)
    elif isinstance(value, list):
        for child in value:
            yield from _flat(name, child)
    elif value is not None:
        yield name, value if isinstance(value, str) else json.dumps(value)
