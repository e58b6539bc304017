"""What robots.txt forbids is not fetched."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from truce.errors import FetchError


def test_a_redirect_is_asked_of_the_robots_too(site: Any, refused: Any) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed")
    site.page("/closed", "x")
    assert "robots.txt" in refused(site.page("/a", "", status=302, Location="/closed"))
    assert not site.asked("/closed")


def test_robots_are_obeyed(site: Any, fetcher: Any) -> None:
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


@pytest.mark.parametrize(
    ("rules", "is_open"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: truce\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Truce\nAllow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("<html>There is no such file here.</html>", True),
        ("User-agent: *\nDisallow:", True),
        ("# x\n" * 200_000 + "User-agent: *\nDisallow: /", True),  # beyond the first 500 KB nothing is read
    ],
)
def test_what_robots_say(site: Any, rules: str, is_open: bool, fetcher: Any, refused: Any, body: Any) -> None:
    site.page("/robots.txt", rules)
    url = site.page("/a", "x")
    assert is_open or "forbids it" in refused(url)
    assert not is_open or body(fetcher()[0].fetch(url)) == b"x"


def test_robots_behind_a_redirect_are_followed(site: Any, refused: Any) -> None:
    site.page("/robots.txt", "", status=301, Location="/rules")
    site.page("/rules", gzip.compress(b"User-agent: *\nDisallow: /a"), Content_Encoding="gzip")
    assert "forbids it" in refused(site.page("/a", "x"))


def test_robots_that_cannot_be_had_close_the_site(site: Any, refused: Any) -> None:
    site.page("/robots.txt", "", status=500)
    site.page("/a", "x")
    assert "robots.txt cannot be had" in refused(site.url + "/a")
    assert not site.asked("/a")
