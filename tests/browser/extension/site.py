"""Made-up pages served on loopback, over http as themselves and over https as any host of the application systems."""

import datetime
import ssl
import tempfile
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Site:
    """`pages` maps a path to its HTML; `received` are the bodies posted to it."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.received: list[tuple[str, bytes]] = []
        self.heard: Callable[[str], None] = lambda path: None
        handler = type("Handler", (_Handler,), {"site": self})
        self._plain = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._secure = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._secure.socket = _context().wrap_socket(
            self._secure.socket, server_side=True, do_handshake_on_connect=False
        )
        self.http = f"http://127.0.0.1:{self._plain.server_address[1]}"
        self.rules = f"MAP *:443 127.0.0.1:{self._secure.server_address[1]}"
        for server in (self._plain, self._secure):
            server.daemon_threads = True
            server.handle_error = lambda request, client: None
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def clear(self) -> None:
        """Forget every page and what was received."""
        self.pages, self.received, self.heard = {}, [], lambda path: None

    def stop(self) -> None:
        for server in (self._plain, self._secure):
            server.shutdown()
            server.server_close()


def _context() -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "made up")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now).not_valid_after(now + datetime.timedelta(days=2)).sign(key, hashes.SHA256())
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "both.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        context.load_cert_chain(file)
    return context


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        html = self.site.pages.get(self.path.split("?")[0])
        data = (html if html is not None else "not here").encode()
        self.send_response(200 if html is not None else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path in self.site.pages:  # Chromium's own calls home end here too
            self.site.received.append((self.path, body))
            self.site.heard(self.path)
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass
