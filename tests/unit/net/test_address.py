"""No spelling of a private address gets as far as a connection (attacks A41, A43)."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import pytest

from companion.errors import BadInput, NetError, PrivateAddress
from companion.net import is_public, public_addresses
from companion.net.address import checked_url

PRIVATE = [
    "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001::1", "::127.0.0.1", "100::1", "not an address", "",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:41730/", "http://localhost/", "http://localhost./", "http://LOCALHOST/", "http://a.localhost/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://0/",
        "http://017700000001/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[fe80::1]/",
        "http://169.254.169.254/latest/meta-data", "http://100.64.0.1/", "http://10.0.0.5.", "http://router/",
        "http://printer.local/", "http://metadata.google.internal/", "http://nas.lan/", "http://１２７.０.０.１/",
        "http://127。0。0。1/", "http://0.0.0.0:8000/", "http://[64:ff9b::7f00:1]/", "http://0x7f.0x0.0x0.0x1/",
    ],
)  # fmt: skip
def test_private_spellings_are_refused_before_any_lookup(url: str) -> None:
    with pytest.raises((PrivateAddress, BadInput)):
        checked_url(url)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.com/", "gopher://example.com", "javascript:alert(1)", "", "example.com",
            "http://", "https://user:secret@example.com/", "http://exa mple.com/", "http://[::1", "data:text/html,x"],
)  # fmt: skip
def test_other_schemes_and_credentials_are_no_input(url: str) -> None:
    with pytest.raises(BadInput):
        checked_url(url)


async def test_a_name_with_one_private_answer_among_public_ones_is_refused() -> None:
    async def resolver(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "192.168.0.10"]

    with pytest.raises(PrivateAddress):
        await public_addresses("jobs.example.com", 443, resolver)


async def test_a_name_that_does_not_resolve_is_a_net_error() -> None:
    async def resolver(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(NetError, match="could not be found"):
        await public_addresses("jobs.example.com", 443, resolver)
