"""Which addresses a fetch may go to, held at the moment of connecting."""

from __future__ import annotations

import errno
import socket
from typing import Any

import pytest

from truce.sources.addresses import is_public


def test_private_addresses_are_refused(site: Any, refused: Any) -> None:
    url = site.page("/a", "x")
    assert "--allow-private" in refused(url, allow_private=False)
    assert not site.visits


@pytest.mark.parametrize(
    "target", ["http://intern.example/b", "http://127.0.0.1/b", "http://[::1]/b", "http://169.254.169.254/b"]
)
def test_a_redirect_from_a_public_to_a_private_address_is_refused(
    site: Any, monkeypatch: pytest.MonkeyPatch, refused: Any, target: str
) -> None:
    names = {"news.example": "93.184.216.34", "intern.example": "127.0.0.1"}
    look_up, connect = socket.getaddrinfo, socket.socket.connect
    here = ("127.0.0.1", int(site.url.rsplit(":", 1)[1]))

    def to_here(self: socket.socket, place: Any) -> None:
        connect(self, here if place[0] == names["news.example"] else place)

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **named: look_up(names.get(host, host), *rest, **named))
    monkeypatch.setattr(socket.socket, "connect", to_here)
    site.page("/a", "", status=302, Location=target)
    assert "leads to the private address" in refused("http://news.example/a", allow_private=False)
    assert [visit.path for visit in site.visits] == ["/robots.txt", "/a"]


def test_a_name_that_leads_to_public_and_private_addresses_is_refused(
    site: Any, monkeypatch: pytest.MonkeyPatch, refused: Any
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "two.example leads to the private address 10.0.0.7" in refused("http://two.example/a", allow_private=False)


def test_a_name_is_looked_up_once_and_the_checked_address_is_used(monkeypatch: pytest.MonkeyPatch, refused: Any) -> None:
    """Between check and connection, a rebinding name server would answer otherwise."""
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    reached: list[str] = []

    def look_up(host: str, port: int, *rest: object, **named: object) -> object:
        address = next(answers) if host == "turncoat.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(_: socket.socket, place: tuple[str, int]) -> None:
        reached.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", connect)
    assert "refuses the connection" in refused("http://turncoat.example/a", allow_private=False, tries=1)
    assert reached == ["93.184.216.34"]


def test_a_second_address_is_tried_where_the_first_leads_nowhere(monkeypatch: pytest.MonkeyPatch, refused: Any) -> None:
    found = [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("2606:4700::1", "93.184.216.34")]
    reached: list[str] = []

    def connect(_: socket.socket, place: tuple[str, int]) -> None:
        reached.append(place[0])
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **named: found if "." in host and host[0] == "t" else real(host, *rest, **named),
    )
    monkeypatch.setattr(socket.socket, "connect", connect)
    refused("http://two.example/a", allow_private=False, tries=1)
    assert reached == ["2606:4700::1", "93.184.216.34"]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_other_spellings_of_loopback_are_refused(site: Any, host: str, refused: Any) -> None:
    port = site.url.rsplit(":", 1)[1]
    assert "private address" in refused(f"http://{host}:{port}/a", allow_private=False)
    assert not site.visits


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "0.0.0.0",
        "224.0.0.1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
