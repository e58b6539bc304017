"""The fetcher against a server that is slow, broken, huge, looping and lying."""

from __future__ import annotations

import gzip
import threading
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace
from typing import Any

import brotli
import pytest

from truce.errors import FetchError
from truce.following import Validators
from truce.sources.messages import clean_url


def test_a_page_comes_with_its_headers_and_one_honest_agent(site: Any, fetcher: Any, body: Any) -> None:
    url = site.page("/report", "Shells fell on the town.", ETag='"v1"')
    answer = fetcher()[0].fetch(url + "#top")
    assert (answer.status, body(answer), answer.url) == (200, b"Shells fell on the town.", url)
    assert answer.validators == Validators('"v1"', None)
    asked = site.asked("/report")[0].headers
    assert asked["user-agent"].startswith("truce/")
    assert "cookie" not in asked


def test_cookies_are_not_kept(site: Any, fetcher: Any) -> None:
    url = site.page("/a", "x", Set_Cookie="id=1")
    made, _ = fetcher()
    made.fetch(url)
    made.fetch(url)
    assert all("cookie" not in visit.headers for visit in site.visits)


def test_what_has_not_changed_is_not_sent_again(site: Any, fetcher: Any) -> None:
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
def test_packed_answers_are_unpacked(site: Any, packed: bytes, name: str, fetcher: Any, body: Any) -> None:
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
        (b"x", "gzip, gzip, gzip, gzip, gzip", "packed 5 times"),
        (gzip.compress(b"half of a report, as a line that broke leaves it" * 20)[:-30], "gzip", "cut off"),
        (brotli.compress(b"half of a report, as a line that broke leaves it" * 20)[:-9], "br", "cut off"),
    ],
)
def test_bombs_and_damage_are_refused(site: Any, packed: bytes, name: str, reason: str, refused: Any) -> None:
    assert reason in refused(site.page("/a", packed, Content_Encoding=name))


def test_a_huge_answer_is_refused_by_its_announcement(site: Any, refused: Any) -> None:
    assert "more than 200,000" in refused(site.page("/a", b"x" * 200_001))


def test_a_huge_answer_without_announcement_is_refused_while_it_streams(
    site: Any, server_play: SimpleNamespace, refused: Any
) -> None:
    assert "longer than 200,000" in refused(site.reply("/a", server_play.pour))


def test_a_dripping_answer_ends_at_the_deadline(site: Any, server_play: SimpleNamespace, refused: Any) -> None:
    assert "not complete after" in refused(site.reply("/a", server_play.drip), deadline=0.6, tries=1)


def test_dripping_headers_end_at_the_deadline(site: Any, server_play: SimpleNamespace, refused: Any) -> None:
    assert "not complete after" in refused(site.reply("/a", server_play.drip_headers), deadline=0.6, tries=1)


def test_an_answer_without_length_that_drips_is_not_taken_for_whole(site: Any, refused: Any) -> None:
    def reply(visit: Any) -> None:
        visit.handler.send_response(200)
        visit.handler.end_headers()
        visit.handler.wfile.write(b"<p>Half of a report")
        visit.handler.wfile.flush()
        threading.Event().wait(1.2)

    assert "not complete after" in refused(site.reply("/a", reply), deadline=0.6, tries=1)


@pytest.mark.parametrize("play", ["babble", "chunk_wrongly"])
def test_an_answer_that_is_not_http_is_a_failure_in_words(
    site: Any, server_play: SimpleNamespace, play: str, refused: Any
) -> None:
    reason = refused(site.reply("/a", getattr(server_play, play)), tries=1)
    assert "garbled" in reason or "broke off" in reason


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\nbody",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 99 Odd\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5, 7\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: \xff\xfe\r\n\r\nhello",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe.example/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://" + b"a" * 90 + b".example:99999/\r\n\r\n",
        b"HTTP/1.1 503 Later\r\nRetry-After: Wed, 99 Foo 2024\r\n\r\n",
        b"HTTP/1.1 429 Later\r\nRetry-After: 9e999\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 30,
        b"\r\n\r\n\r\n",
    ],
)
def test_nonsense_is_a_failure_that_says_why(site: Any, refused: Any, sent: bytes) -> None:
    assert refused(site.reply("/a", lambda visit: visit.handler.wfile.write(sent)), tries=1)


def test_a_length_that_lies(site: Any, fetcher: Any, refused: Any, body: Any) -> None:
    longer = site.reply("/long", lambda visit: visit.answer(200, b"a report, and more", Content_Length="8"))
    assert body(fetcher()[0].fetch(longer)) == b"a report"
    shorter = site.reply("/short", lambda visit: visit.answer(200, b"half", Content_Length="4000"))
    assert "broke off" in refused(shorter)
    for odd in ("-5", "many"):
        made = site.reply(f"/{odd}", lambda visit, odd=odd: visit.answer(200, b"a report", Content_Length=odd))
        assert body(fetcher()[0].fetch(made)) == b"a report"


def test_a_silent_server_is_given_up(site: Any, refused: Any) -> None:
    gate = threading.Event()
    url = site.reply("/a", lambda visit: gate.wait(2) and None)
    site.page("/robots.txt", "")
    assert "stopped answering" in refused(url, tries=1, timeout=0.5)
    gate.set()


def test_a_broken_answer_is_tried_again(site: Any, server_play: SimpleNamespace, fetcher: Any, body: Any) -> None:
    def first_broken(visit: Any) -> None:
        if visit.number == 1:
            server_play.hang_up(visit)
        else:
            visit.answer(200, b"whole")

    assert body(fetcher()[0].fetch(site.reply("/a", first_broken))) == b"whole"


def test_an_answer_that_always_breaks_is_a_failure_in_words(site: Any, server_play: SimpleNamespace, refused: Any) -> None:
    assert "broke off" in refused(site.reply("/a", server_play.hang_up))
    assert len(site.asked("/a")) == 3


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 520])
def test_a_passing_failure_is_tried_again_with_growing_pauses(site: Any, status: int, fetcher: Any, body: Any) -> None:
    url = site.reply("/a", lambda visit: visit.answer(status if visit.number < 3 else 200, b"at last"))
    made, works = fetcher()
    assert body(made.fetch(url)) == b"at last"
    assert works.slept == [0.25, 0.5]


def test_retry_after_is_obeyed_in_seconds_and_as_a_date(site: Any, fetcher: Any) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    waits = {1: "7", 2: later}
    url = site.reply(
        "/a", lambda visit: visit.answer(503, b"", Retry_After=waits[visit.number]) if visit.number < 3 else visit.answer()
    )
    made, works = fetcher()
    made.fetch(url)
    assert works.slept[0] == 7
    assert 30 < works.slept[1] <= 40


def test_a_long_retry_after_is_left_for_another_day(site: Any, refused: Any) -> None:
    url = site.page("/a", "", status=429, Retry_After="86400")
    assert "86,400 seconds" in refused(url)
    assert len(site.asked("/a")) == 1


def test_a_missing_page_is_not_tried_again(site: Any, refused: Any) -> None:
    assert "404" in refused(site.url + "/nothing")
    assert len(site.asked("/nothing")) == 1


def test_redirects_are_followed_to_their_end(site: Any, fetcher: Any, body: Any) -> None:
    site.page("/old", "", status=301, Location="/new?x=1")
    site.page("/new?x=1", "here")
    answer = fetcher()[0].fetch(site.url + "/old")
    assert (answer.url, answer.asked, body(answer)) == (site.url + "/new?x=1", site.url + "/old", b"here")


def test_redirects_in_a_circle_or_without_end_are_refused(site: Any, refused: Any) -> None:
    site.page("/a", "", status=302, Location="/b")
    site.page("/b", "", status=302, Location="/a")
    assert "circle" in refused(site.url + "/a")
    for number in range(20):
        site.page(f"/{number}", "", status=307, Location=f"/{number + 1}")
    assert "more than 5 redirects" in refused(site.url + "/0")


def test_a_redirect_that_leads_nowhere_is_a_failure_in_words(site: Any, refused: Any) -> None:
    assert "without saying where to" in refused(site.page("/a", "", status=302))
    assert "is no address" in refused(site.page("/b", "", status=302, Location="http://[::1"))


def test_the_body_of_a_redirect_is_not_read(site: Any, server_play: SimpleNamespace, fetcher: Any, body: Any) -> None:
    site.page("/new", "here")
    url = site.reply("/old", lambda visit: visit.answer(302, b"x" * 300_000, Location="/new"))
    assert body(fetcher()[0].fetch(url)) == b"here"


def test_a_redirect_to_a_file_or_another_scheme_is_refused(site: Any, refused: Any) -> None:
    site.page("/a", "", status=302, Location="file:///etc/passwd")
    assert "only http and https" in refused(site.url + "/a")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "//example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "report.html",
        "http://",
        "http://a:b@example.org/",
        "http://x:y/",
    ],
)
def test_addresses_that_are_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        clean_url(url)


def test_a_host_is_given_a_pause(site: Any, fetcher: Any) -> None:
    url = site.page("/a", "x")
    made, works = fetcher(pause=2.0)
    for _ in range(3):
        made.fetch(url)
    assert works.slept == [2.0, 2.0, 2.0]  # after robots.txt, and between the pages
