"""A real server on loopback that does to a fetcher what the web does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import pytest

from truce.errors import FetchError
from truce.sources.messages import Answer, Manners
from truce.sources.web import Fetcher

Reply = Callable[["Visit"], None]


@dataclass
class Visit:
    """One request, with what a reply needs to answer it."""

    handler: BaseHTTPRequestHandler
    path: str
    headers: dict[str, str]
    number: int  # how often this path was asked for, from 1

    def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        """A plain answer; header names have `_` for `-`."""
        self.handler.send_response(status)
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        named.setdefault("Content-Length", str(len(body)))
        named.setdefault("Connection", "close")
        for key, value in named.items():
            self.handler.send_header(key, value)
        self.handler.end_headers()
        with contextlib.suppress(OSError):
            self.handler.wfile.write(body)


@dataclass
class Site:
    """The server: paths with their replies, and the log of what was asked."""

    url: str = ""
    pages: dict[str, Reply] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)

    def page(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Serve a body at a path; gives the address."""
        raw = body.encode() if isinstance(body, str) else body
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        self.pages[path] = lambda visit: visit.answer(status, raw, **headers)
        return self.url + path

    def reply(self, path: str, reply: Reply) -> str:
        """Serve a path by a function."""
        self.pages[path] = reply
        return self.url + path

    def asked(self, path: str) -> list[Visit]:
        """The visits to a path."""
        return [visit for visit in self.visits if visit.path == path]


@pytest.fixture
def site() -> Iterator[Site]:
    """A fresh server on a free port of loopback."""
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = len(state.asked(self.path)) + 1
            visit = Visit(self, self.path, {key.lower(): value for key, value in self.headers.items()}, number)
            state.visits.append(visit)
            self.close_connection = True
            state.pages.get(self.path, not_here)(visit)

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up is part of the play."""

    server = Server(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()


def not_here(visit: Visit) -> None:
    """What an unknown path gets."""
    visit.answer(404, b"not here")


def hang_up(visit: Visit) -> None:
    """Close the line in the middle of the body."""
    visit.handler.send_response(200)
    visit.handler.send_header("Content-Length", "1000")
    visit.handler.end_headers()
    visit.handler.wfile.write(b"half of it")
    visit.handler.wfile.flush()
    visit.handler.connection.shutdown(socket.SHUT_RDWR)


def drip(visit: Visit) -> None:
    """Send a byte now and then, without end."""
    visit.handler.send_response(200)
    visit.handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(400):
            visit.handler.wfile.write(b".")
            visit.handler.wfile.flush()
            time.sleep(0.02)


def drip_headers(visit: Visit) -> None:
    """Send a header now and then, without end."""
    with contextlib.suppress(OSError):
        visit.handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(90):
            visit.handler.wfile.write(f"X-{number}: and so on\r\n".encode())
            visit.handler.wfile.flush()
            time.sleep(0.05)


def babble(visit: Visit) -> None:
    """Say something that is not HTTP."""
    with contextlib.suppress(OSError):
        visit.handler.wfile.write(b"\x00\xff nobody understands this\r\n\r\n")


def chunk_wrongly(visit: Visit) -> None:
    """Announce pieces, and send something else."""
    visit.handler.send_response(200)
    visit.handler.send_header("Transfer-Encoding", "chunked")
    visit.handler.end_headers()
    with contextlib.suppress(OSError):
        visit.handler.wfile.write(b"5\r\nhello\r\nthis is no length\r\n")


def pour(visit: Visit) -> None:
    """Send more than anybody asked for, without saying how much."""
    visit.handler.send_response(200)
    visit.handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(200):
            visit.handler.wfile.write(b"x" * 100_000)


@pytest.fixture
def server_play() -> SimpleNamespace:
    """The ways in which the server misbehaves."""
    return SimpleNamespace(
        hang_up=hang_up, drip=drip, drip_headers=drip_headers, babble=babble, chunk_wrongly=chunk_wrongly, pour=pour
    )


QUICK = Manners(pause=0, timeout=20, deadline=60, backoff=0.25, largest=200_000, allow_private=True)


class Clockwork:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Move on."""
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        """The time, in seconds."""
        return self.now


def make_fetcher(**manners: Any) -> tuple[Fetcher, Clockwork]:
    """A quick fetcher with a clock that loses no time."""
    works = Clockwork()
    return Fetcher(replace(QUICK, **manners), sleep=works.sleep, clock=works.clock), works


def why_refused(url: str, **manners: Any) -> str:
    """The reason that an address is refused for."""
    made, _ = make_fetcher(**manners)
    with pytest.raises(FetchError) as caught:
        made.fetch(url).unpack(made.manners.largest)
    return caught.value.reason


@pytest.fixture
def fetcher() -> Callable[..., tuple[Fetcher, Clockwork]]:
    """`fetcher(tries=1)` makes a quick fetcher, with its clock."""
    return make_fetcher


@pytest.fixture
def refused() -> Callable[..., str]:
    """`refused(url)` gives the reason that an address is refused for."""
    return why_refused


@pytest.fixture
def body() -> Callable[[Answer], bytes]:
    """`body(answer)` unpacks an answer."""
    return lambda answer: answer.unpack(QUICK.largest)
