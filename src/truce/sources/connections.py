"""Connections that go to public addresses only, held at the moment of connecting, and end when their time is over."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError
from urllib3.util.connection import create_connection

from truce.sources.addresses import PrivateAddressError, is_public

MOST_ADDRESSES = 3  # of one host that are tried; some have an IPv6 address that leads nowhere


class Watch:
    """Cuts a request off when its time is over, wherever it hangs: a server may send a byte of a header now and then for ever."""

    def __init__(self) -> None:
        self.is_over = False
        self._sockets: list[socket.socket] = []

    def hold(self, found: socket.socket | None) -> None:
        """Remember a socket of this request."""
        if found is not None:
            self._sockets.append(found)

    def cut(self) -> None:
        """End the request: whoever waits on its sockets is told at once that nothing more comes."""
        self.is_over = True
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[Watch]:
    """A watch over the requests made within."""
    watch = Watch()
    timer = threading.Timer(seconds, watch.cut)
    timer.daemon = True
    token = WATCH.set(watch)
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()
        WATCH.reset(token)


def hold(found: socket.socket | None) -> None:
    """Put a socket under the present watch."""
    if watch := WATCH.get():
        watch.hold(found)


class WatchedConnection(HTTPConnection):
    """A connection under the present watch."""

    def _new_conn(self) -> socket.socket:
        found = super()._new_conn()
        hold(found)
        return found

    def request(self, *rest: Any, **named: Any) -> None:
        """Send a request."""
        super().request(*rest, **named)
        hold(self.sock)


class WatchedTLSConnection(HTTPSConnection):
    """The same over TLS."""

    def _new_conn(self) -> socket.socket:
        found = super()._new_conn()
        hold(found)
        return found

    def request(self, *rest: Any, **named: Any) -> None:
        """Send a request."""
        super().request(*rest, **named)
        hold(self.sock)


class GuardedConnection(WatchedConnection):
    """A connection that looks its host up, refuses private addresses, and connects to the very address it checked."""

    def _new_conn(self) -> socket.socket:
        found = connect_publicly(self)
        hold(found)
        return found


class GuardedTLSConnection(WatchedTLSConnection):
    """The same over TLS; the certificate is still checked against the host's name."""

    def _new_conn(self) -> socket.socket:
        found = connect_publicly(self)
        hold(found)
        return found


def connect_publicly(connection: HTTPConnection) -> socket.socket:
    """A socket to a checked address, so that a second look-up cannot lead elsewhere."""
    failure: OSError | None = None
    for address in public_addresses(connection)[:MOST_ADDRESSES]:
        try:
            return create_connection(
                (address, connection.port or 80), connection.timeout, socket_options=connection.socket_options
            )
        except OSError as error:
            failure = error
    raise failure or OSError(f"{connection.host} has no address")


def public_addresses(connection: HTTPConnection) -> list[str]:
    """The addresses of the host; PrivateAddressError where one of them is not public."""
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(connection.host, connection, reason) from error
    addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
    for address in addresses:
        if not is_public(address):
            raise PrivateAddressError(connection.host, address)
    return addresses


class WatchedPool(HTTPConnectionPool):
    """A pool of watched connections."""

    ConnectionCls = WatchedConnection


class WatchedTLSPool(HTTPSConnectionPool):
    """A pool of watched connections over TLS."""

    ConnectionCls = WatchedTLSConnection


class GuardedPool(HTTPConnectionPool):
    """A pool of guarded connections."""

    ConnectionCls = GuardedConnection


class GuardedTLSPool(HTTPSConnectionPool):
    """A pool of guarded connections over TLS."""

    ConnectionCls = GuardedTLSConnection


def make_pool(*, allow_private: bool) -> urllib3.PoolManager:
    """A pool manager, one connection a host; unless `allow_private`, every connection it makes is guarded."""
    pool = urllib3.PoolManager(num_pools=16, maxsize=1, retries=False)
    pool.pool_classes_by_scheme = (
        {"http": WatchedPool, "https": WatchedTLSPool} if allow_private else {"http": GuardedPool, "https": GuardedTLSPool}
    )
    return pool
