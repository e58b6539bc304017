"""Which network addresses a fetch may go to, held at the moment of connecting."""

from __future__ import annotations

import ipaddress
import socket

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError
from urllib3.util.connection import create_connection

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateAddressError(OSError):
    """A host name that leads to a private, loopback or link-local address."""

    def __init__(self, host: str, address: str) -> None:
        self.host, self.address = host, address
        super().__init__(f"{host} leads to the private address {address}; --allow-private permits that")


def is_public(text: str) -> bool:
    """Whether an address is of the public internet, also where an IPv6 address wraps an IPv4 one.

    >>> is_public("192.168.1.1"), is_public("::ffff:127.0.0.1"), is_public("93.184.216.34")
    (False, False, True)
    """
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = embedded(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(str(inner)))


def embedded(address: Address) -> Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


class GuardedConnection(HTTPConnection):
    """A connection that looks its host up, refuses private addresses, and connects to the very address it checked."""

    def _new_conn(self) -> socket.socket:
        return connect_publicly(self)


class GuardedTLSConnection(HTTPSConnection):
    """The same over TLS; the certificate is still checked against the host's name."""

    def _new_conn(self) -> socket.socket:
        return connect_publicly(self)


def connect_publicly(connection: HTTPConnection) -> socket.socket:
    """A socket to a checked address, so that a second look-up cannot lead elsewhere."""
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(connection.host, connection, reason) from error
    for *_, place in found:
        if not is_public(str(place[0])):
            raise PrivateAddressError(connection.host, str(place[0]))
    return create_connection(
        (str(found[0][4][0]), connection.port or 80), connection.timeout, socket_options=connection.socket_options
    )


class GuardedPool(HTTPConnectionPool):
    """A pool of guarded connections."""

    ConnectionCls = GuardedConnection


class GuardedTLSPool(HTTPSConnectionPool):
    """A pool of guarded connections over TLS."""

    ConnectionCls = GuardedTLSConnection


def make_pool(*, allow_private: bool) -> urllib3.PoolManager:
    """A pool manager; unless `allow_private`, every connection it makes is guarded."""
    pool = urllib3.PoolManager(num_pools=16, maxsize=1, retries=False)
    if not allow_private:
        pool.pool_classes_by_scheme = {"http": GuardedPool, "https": GuardedTLSPool}
    return pool
