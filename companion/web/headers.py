"""The headers every answer carries: the protocol's version, and what a browser may do with it."""

from litestar.types import Message, Send

PROTOCOL = "1"
"""Version of PROTOCOL.md, on every answer: one without it comes from another program on this port."""

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'"
)
CHART_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""For the page with plotly's charts: its script makes style elements, and nothing else that the policy forbids."""

_ALWAYS = {
    b"sincerely-protocol": PROTOCOL.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=(), payment=()",
    b"cache-control": b"no-store",
    b"content-security-policy": POLICY.encode(),
}


def with_headers(send: Send) -> Send:
    """`send`, with the standing headers on the start of the answer; what a handler set itself stays."""

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            missing = [(name, value) for name, value in _ALWAYS.items() if name not in given]
            message["headers"] = [*message["headers"], *missing]
        await send(message)

    return wrapped
