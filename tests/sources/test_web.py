"""The fetcher against a server that is slow, broken, huge, looping and lying."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import brotli
import pytest

from truce.errors import FetchError
from truce.following import Validators
from truce.sources.addresses import is_public
from truce.sources.archive import Archive
from truce.sources.messages import Answer, Manners, clean_url
from truce.sources.web import Fetcher

QUICK = Manners(pause=0, timeout=0.5, deadline=0.6, backoff=0.25, largest=200_000, allow_private=True)


class Clockwork:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def fetcher(**manners: object) -> tuple[Fetcher, Clockwork]:
    works = Clockwork()
    return Fetcher(replace(QUICK, **manners), sleep=works.sleep, clock=works.clock), works  # type: ignore[arg-type]


def body(answer: Answer) -> bytes:
    return answer.unpack(QUICK.largest)


def refused(url: str, *, real_clock: bool = False, **manners: object) -> str:
    made = Fetcher(replace(QUICK, **manners)) if real_clock else fetcher(**manners)[0]  # type: ignore[arg-type]
    with pytest.raises(FetchError) as caught:
        made.fetch(url).unpack(made.manners.largest)
    return caught.value.reason


def test_a_page_comes_with_its_headers_and_one_honest_agent(site: Any) -> None:
    url = site.page("/report", "Shells fell on the town.", ETag='"v1"')
    answer = fetcher()[0].fetch(url + "#top")
    assert (answer.status, body(answer), answer.url) == (200, b"Shells fell on the town.", url)
    assert answer.validators == Validators('"v1"', None)
    asked = site.asked("/report")[0].headers
    assert asked["user-agent"].startswith("truce/")
    assert "cookie" not in asked


def test_cookies_are_not_kept(site: Any) -> None:
    url = site.page("/a", "x", Set_Cookie="id=1")
    made, _ = fetcher()
    made.fetch(url)
    made.fetch(url)
    assert all("cookie" not in visit.headers for visit in site.visits)


def test_what_has_not_changed_is_not_sent_again(site: Any) -> None:
    url = site.reply("/a", lambda visit: visit.answer(304 if visit.headers.get("if-none-match") == '"v1"' else 200, b""))
    assert fetcher()[0].fetch(url, Validators('"v1"')).is_unchanged


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (gzip.compress(b"two members, ") + gzip.compress(b"one text"), "gzip"),
        (zlib.compress(b"two members, one text"), "deflate"),
        (zlib.compress(b"two members, one text")[2:-4], "deflate"),
        (brotli.compress(b"two members, one text"), "br"),
        (b"two members, one text", "identity"),
    ],
)
def test_packed_answers_are_unpacked(site: Any, packed: bytes, name: str) -> None:
    answer = fetcher()[0].fetch(site.page("/a", packed, Content_Encoding=name))
    assert body(answer) == b"two members, one text"
    assert answer.sent == packed


@pytest.mark.parametrize(
    ("packed", "name", "reason"),
    [
        (gzip.compress(b"\0" * 5_000_000), "gzip", "unpacks to more than 200,000 bytes"),
        (brotli.compress(b"\0" * 5_000_000), "br", "unpacks to more than 200,000 bytes"),
        (gzip.compress(gzip.compress(b"\0" * 5_000_000)), "gzip, gzip", "unpacks to more than 200,000 bytes"),
        (b"this is not gzip", "gzip", "damaged"),
        (b"this is not brotli", "br", "damaged"),
        (b"x", "zstd-of-the-future", "does not read"),
    ],
)
def test_bombs_and_damage_are_refused(site: Any, packed: bytes, name: str, reason: str) -> None:
    assert reason in refused(site.page("/a", packed, Content_Encoding=name))


def test_a_huge_answer_is_refused_by_its_announcement(site: Any) -> None:
    assert "more than 200,000" in refused(site.page("/a", b"x" * 200_001))


def test_a_huge_answer_without_announcement_is_refused_while_it_streams(site: Any, server_play: SimpleNamespace) -> None:
    assert "longer than 200,000" in refused(site.reply("/a", server_play.pour))


def test_a_dripping_answer_ends_at_the_deadline(site: Any, server_play: SimpleNamespace) -> None:
    assert "not complete after" in refused(site.reply("/a", server_play.drip), real_clock=True, tries=1)


def test_a_silent_server_is_given_up(site: Any) -> None:
    gate = threading.Event()
    url = site.reply("/a", lambda visit: gate.wait(2) and None)
    site.page("/robots.txt", "")
    assert "stopped answering" in refused(url, tries=1)
    gate.set()


def test_a_broken_answer_is_tried_again(site: Any, server_play: SimpleNamespace) -> None:
    def first_broken(visit: Any) -> None:
        if visit.number == 1:
            server_play.hang_up(visit)
        else:
            visit.answer(200, b"whole")

    assert body(fetcher()[0].fetch(site.reply("/a", first_broken))) == b"whole"


def test_an_answer_that_always_breaks_is_a_failure_in_words(site: Any, server_play: SimpleNamespace) -> None:
    assert "broke off" in refused(site.reply("/a", server_play.hang_up))
    assert len(site.asked("/a")) == 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_tried_again_with_growing_pauses(site: Any, status: int) -> None:
    url = site.reply("/a", lambda visit: visit.answer(status if visit.number < 3 else 200, b"at last"))
    made, works = fetcher()
    assert body(made.fetch(url)) == b"at last"
    assert works.slept == [0.25, 0.5]


def test_retry_after_is_obeyed_in_seconds_and_as_a_date(site: Any) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    waits = {1: "7", 2: later}
    url = site.reply(
        "/a", lambda visit: visit.answer(503, b"", Retry_After=waits[visit.number]) if visit.number < 3 else visit.answer()
    )
    made, works = fetcher()
    made.fetch(url)
    assert works.slept[0] == 7
    assert 30 < works.slept[1] <= 40


def test_a_long_retry_after_is_left_for_another_day(site: Any) -> None:
    url = site.page("/a", "", status=429, Retry_After="86400")
    assert "86,400 seconds" in refused(url)
    assert len(site.asked("/a")) == 1


def test_a_missing_page_is_not_tried_again(site: Any) -> None:
    assert "404" in refused(site.url + "/nothing")
    assert len(site.asked("/nothing")) == 1


def test_redirects_are_followed_to_their_end(site: Any) -> None:
    site.page("/old", "", status=301, Location="/new?x=1")
    site.page("/new?x=1", "here")
    answer = fetcher()[0].fetch(site.url + "/old")
    assert (answer.url, answer.asked, body(answer)) == (site.url + "/new?x=1", site.url + "/old", b"here")


def test_redirects_in_a_circle_or_without_end_are_refused(site: Any) -> None:
    site.page("/a", "", status=302, Location="/b")
    site.page("/b", "", status=302, Location="/a")
    assert "circle" in refused(site.url + "/a")
    for number in range(20):
        site.page(f"/{number}", "", status=307, Location=f"/{number + 1}")
    assert "more than 5 redirects" in refused(site.url + "/0")


def test_a_redirect_to_a_file_or_another_scheme_is_refused(site: Any) -> None:
    site.page("/a", "", status=302, Location="file:///etc/passwd")
    assert "only http and https" in refused(site.url + "/a")


@pytest.mark.parametrize(
    "url", ["ftp://example.org/x", "file:///etc/passwd", "report.html", "http://", "http://a:b@example.org/", "http://x:y/"]
)
def test_addresses_that_are_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        clean_url(url)


def test_robots_are_obeyed(site: Any) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 9\n")
    site.page("/private/a.html", "x")
    site.page("/open", "x")
    made, works = fetcher()
    with pytest.raises(FetchError, match=r"robots\.txt of this site forbids it"):
        made.fetch(site.url + "/private/a.html")
    assert not site.asked("/private/a.html")
    made.fetch(site.url + "/open")
    made.fetch(site.url + "/open")
    assert works.slept[-1] == 9
    assert len(site.asked("/robots.txt")) == 1


def test_robots_that_cannot_be_had_close_the_site(site: Any) -> None:
    site.page("/robots.txt", "", status=500)
    site.page("/a", "x")
    assert "robots.txt cannot be had" in refused(site.url + "/a")
    assert not site.asked("/a")


def test_a_host_is_given_a_pause(site: Any) -> None:
    url = site.page("/a", "x")
    made, works = fetcher(pause=2.0)
    for _ in range(3):
        made.fetch(url)
    assert works.slept == [2.0, 2.0, 2.0]  # after robots.txt, and between the pages


def test_private_addresses_are_refused(site: Any) -> None:
    url = site.page("/a", "x")
    assert "--allow-private" in refused(url, allow_private=False)
    assert not site.visits


def test_a_redirect_to_a_private_address_is_refused_after_the_name_is_looked_up(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def look_up(host: str, *rest: object, **named: object) -> object:
        return real("127.0.0.1" if host == "intern.example" else host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    port = site.url.rsplit(":", 1)[1]
    assert "intern.example leads to the private address 127.0.0.1" in refused(
        f"http://intern.example:{port}/a", allow_private=False
    )


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


def test_what_was_sent_is_kept_and_read_again(site: Any, tmp_path: Path) -> None:
    packed = gzip.compress("Ceasefire talks resumed – “soon”.".encode())
    made, _ = fetcher()
    answers = [
        made.fetch(site.page("/a", packed, Content_Encoding="gzip", Set_Cookie="id=7")),
        made.fetch(site.page("/b", "second")),
    ]
    with Archive(tmp_path / "archive") as archive:
        places = [archive.keep(answer) for answer in answers]
    kept = [Archive(tmp_path / "archive").read(place, limit=10_000) for place in places]
    assert [one.body for one in kept] == [body(answer) for answer in answers]
    assert [one.url for one in kept] == [answer.url for answer in answers]
    assert kept[0].content_type == "text/html; charset=utf-8"

    from warcio.archiveiterator import ArchiveIterator

    with (tmp_path / "archive" / places[0].file).open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert kinds == ["warcinfo", "response", "response"]
    assert b"id=7" not in (tmp_path / "archive" / places[0].file).read_bytes()
