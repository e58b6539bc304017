"""Of a web archive, the pages that were really got are read, each with its address and time."""

from __future__ import annotations

import gzip
from pathlib import Path

from truce.errors import InputError
from truce.records import Article
from truce.sources.pages import Page
from truce.sources.readers import read_page

RAW = (Path(__file__).with_name("pages") / "crawl.warc").read_bytes()


def test_a_packed_archive_is_read_like_a_plain_one() -> None:
    [plain] = read_page(Page(RAW, path="crawl.warc"))
    [packed] = read_page(Page(gzip.compress(RAW), path="crawl.warc"))
    assert plain == packed
    assert isinstance(plain, Article)
    assert plain.url == "http://upland.example/news/2024/05/20/mine-clearers.html"


def test_a_damaged_archive_gives_what_comes_before_the_damage() -> None:
    found = list(read_page(Page(RAW + b"\r\nnot a record", path="crawl.warc")))
    assert isinstance(found[0], Article)


def test_an_archive_cut_anywhere_raises_nothing() -> None:
    packed = gzip.compress(RAW)
    for raw in (RAW, packed):
        for length in range(20, len(raw), 97):
            assert list(read_page(Page(raw[:length], path="crawl.warc")))


def test_an_archive_without_pages_says_so() -> None:
    [failed] = read_page(Page(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", path="empty.warc"))
    assert isinstance(failed, InputError)
    assert "no page" in failed.reason
