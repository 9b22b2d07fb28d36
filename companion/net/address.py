"""Which addresses may be called: public ones only, decided on the IP that will be dialled, never on the name alone."""

import asyncio
import re
import socket
import unicodedata
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Protocol

import httpx

from companion.errors import BadInput, NetError, PrivateAddress

Address = IPv4Address | IPv6Address

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_EXTRA_V6 = tuple(IPv6Network(text) for text in ("2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"))
_PRIVATE_SUFFIXES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa")
_NUMERIC_LABEL = re.compile(r"^(0x[0-9a-f]*|\d+)$", re.IGNORECASE)
_HOST = re.compile(r"^[A-Za-z0-9._:-]+$")
_HINT = "Only addresses on the public internet can be read. Save the page and hand in the file instead."


class Resolver(Protocol):
    """Looks a host name up: text in, IP addresses out; raises OSError where there are none."""

    async def __call__(self, host: str, port: int) -> Sequence[str]: ...


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """The operating system's answer, in its order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str | Address) -> bool:
    """Whether an IP address is reachable by anyone on the internet (IANA special-purpose registries, RFC 6890).

    Addresses that carry another inside them (IPv4-mapped, 6to4, Teredo, NAT64) are as public as the one inside.
    """
    try:
        ip = ip_address(address) if isinstance(address, str) else address
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and not ip.is_reserved
    if ip.ipv4_mapped is not None:
        return is_public(ip.ipv4_mapped)
    if ip in _NAT64:
        return is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
    if ip.sixtofour is not None:
        return is_public(ip.sixtofour)
    return ip in _UNICAST and ip.is_global and not any(ip in network for network in _EXTRA_V6)


def checked_url(text: str) -> httpx.URL:
    """`text` as an http(s) URL whose host may be looked up. Raises BadInput or PrivateAddress before any lookup."""
    try:
        url = httpx.URL(unicodedata.normalize("NFKC", text.strip()))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise BadInput("This is not a web address.", "Paste an address that begins with https://.") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise BadInput("Only http and https addresses can be read.", "Paste an address that begins with https://.")
    if url.userinfo:
        raise BadInput("An address with a user name or password in it is not read.", "Remove the part before the @.")
    if not _HOST.match(url.raw_host.decode("ascii")):
        raise BadInput("This host name has characters that no host name has.", "Check the address.")
    _check_host(url.host)
    return url


def _check_host(host: str) -> None:
    name = host.lower().rstrip(".")
    if ":" in name or _is_dotted_quad(name):
        if not is_public(name.strip("[]")):
            raise PrivateAddress("This address is not on the public internet.", _HINT)
        return
    # "2130706433", "0x7f.1" and "0177.0.0.1" are all spellings of 127.0.0.1 to the system's resolver.
    if not name or _NUMERIC_LABEL.match(name.rsplit(".", 1)[-1]):
        raise PrivateAddress("This spelling of an address is not accepted.", _HINT)
    if "." not in name or any(name == suffix or name.endswith("." + suffix) for suffix in _PRIVATE_SUFFIXES):
        raise PrivateAddress("This name belongs to this computer or network.", _HINT)


def _is_dotted_quad(name: str) -> bool:
    try:
        IPv4Address(name)
    except ValueError:
        return False
    return True


async def public_addresses(host: str, port: int, resolver: Resolver = system_resolver) -> tuple[str, ...]:
    """One lookup of `host`; its addresses if every one is public, else PrivateAddress (a mixed answer is an attack)."""
    name = host.strip("[]")
    _check_host(name)
    try:
        found = (name,) if _is_dotted_quad(name) or ":" in name else tuple(await resolver(name, port))
    except (OSError, UnicodeError) as error:
        raise NetError("The host name could not be found.", "Check the address and the connection.") from error
    if not found:
        raise NetError("The host name could not be found.", "Check the address and the connection.")
    if not all(is_public(address.split("%", 1)[0]) for address in found):
        raise PrivateAddress("This name leads to an address that is not public.", _HINT)
    return found
