"""The internet in a box: real HTTP and TLS on loopback under any host name, answering from a table.

`Web` is a resolver and a dialler for `PublicTransport`: names resolve to public addresses, and dialling one of those
reaches the local server. What was asked and what was dialled is recorded, so that tests assert that nothing left.
"""

import asyncio
import datetime
import ssl
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpcore
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from companion.net.fetcher import HttpFetcher, Limits
from companion.net.transport import PublicTransport

PUBLIC = "93.184.216.34"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. `raw` chunks are sent as they are, with `pause` seconds between; `cut` closes before the end."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    chunks: tuple[bytes, ...] = ()
    pause: float = 0
    cut: bool = False


@dataclass(frozen=True)
class Asked:
    """One request that arrived."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes


Handler = Callable[[Asked], Answer | Awaitable[Answer]]


class Web:
    """`async with Web({...}) as web:` then `web.fetcher()`. Routes: URL (its query may be left out) → answer(s)."""

    def __init__(self, routes: dict[str, Answer | list[Answer] | Handler] | None = None) -> None:
        self.routes = dict(routes or {})
        self.asked: list[Asked] = []
        self.dialled: list[str] = []
        self.resolved: list[str] = []
        self.names: dict[str, list[Sequence[str]]] = {}

    async def __aenter__(self) -> "Web":
        self._folder = tempfile.TemporaryDirectory()
        certificate, key = _certificate(Path(self._folder.name))
        server_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server_tls.load_cert_chain(certificate, key)
        self._plain = await asyncio.start_server(lambda r, w: self._serve(r, w, "http"), "127.0.0.1", 0)
        self._tls = await asyncio.start_server(lambda r, w: self._serve(r, w, "https"), "127.0.0.1", 0, ssl=server_tls)
        self._client_tls = ssl.create_default_context(cafile=str(certificate))
        self._client_tls.check_hostname = False  # one certificate stands for every host here
        self._fetchers: list[HttpFetcher] = []
        return self

    async def __aexit__(self, *_: object) -> None:
        for fetcher in self._fetchers:
            await fetcher.aclose()
        for server in (self._plain, self._tls):
            server.close()
        await asyncio.sleep(0)
        self._folder.cleanup()

    def fetcher(self, limits: Limits | None = None) -> HttpFetcher:
        """The real fetcher, its names and sockets led here."""
        transport = PublicTransport(resolver=self.resolve, dial=self.dial, tls=self._client_tls)
        made = HttpFetcher(limits=limits or Limits(timeout=5, longest_wait=0.05), transport=transport)
        self._fetchers.append(made)
        return made

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.resolved.append(host)
        if answers := self.names.get(host):
            return answers.pop(0) if len(answers) > 1 else answers[0]
        return (PUBLIC,)

    async def dial(self, address: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream:
        self.dialled.append(address)
        server = self._tls if port == 443 else self._plain
        return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", server.sockets[0].getsockname()[1], timeout)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, scheme: str) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ", 2)
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            asked = Asked(method, f"{scheme}://{headers['host']}{target}", headers, body)
            self.asked.append(asked)
            answer = self._answer(asked)
            if not isinstance(answer, Answer):
                answer = await answer
            await self._send(writer, answer)
        except (asyncio.IncompleteReadError, ConnectionError, TimeoutError):
            pass
        finally:
            writer.close()

    def _answer(self, asked: Asked) -> Answer | Awaitable[Answer]:
        parts = urlsplit(asked.url)
        key = f"{parts.scheme}://{parts.netloc}{parts.path}"
        route = self.routes.get(asked.url, self.routes.get(key, Answer(404, b"not found")))
        if isinstance(route, list):
            return route.pop(0) if len(route) > 1 else route[0]
        return route(asked) if callable(route) else route

    async def _send(self, writer: asyncio.StreamWriter, answer: Answer) -> None:
        chunks = answer.chunks or (answer.body,)
        headers = {"content-type": "text/html; charset=utf-8", "connection": "close"} | answer.headers
        if not answer.chunks and "content-length" not in headers:
            headers["content-length"] = str(len(answer.body) + (100 if answer.cut else 0))
        lines = [f"HTTP/1.1 {answer.status} Answer", *(f"{name}: {value}" for name, value in headers.items())]
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n")
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
            if answer.pause:
                await asyncio.sleep(answer.pause)


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "recorded.example")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths
