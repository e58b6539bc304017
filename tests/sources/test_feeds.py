"""Feeds, sitemaps and OPML of every kind give addresses; what is none of these says so."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.errors import FetchError, InputError
from truce.following import Entry, Feed
from truce.sources.feeds import is_listing, read_listing, read_opml, write_opml

HERE = "https://news.example/lists/feed"
PAGE = "https://news.example/a"
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def rss(item: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>C</title><item>{item}</item></channel></rss>'
    )


def atom(entry: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry>{entry}</entry></feed>'


@pytest.mark.parametrize(
    ("listing", "entry"),
    [
        (rss(f"<title>T &amp; U</title><link>{PAGE}</link>"), Entry(PAGE, "T & U")),
        (rss("<link>/a</link><pubDate>Wed, 30 Oct 2024 23:50:00 +0200</pubDate>"), Entry(PAGE, None, "2024-10-30")),
        (rss(f"<guid>{PAGE}</guid>"), Entry(PAGE)),
        (
            atom(f'<link href="{PAGE}"/><published>2024-10-30T08:00:00Z</published><updated>2024-11-01T09:00:00Z</updated>'),
            Entry(PAGE, None, "2024-10-30", "2024-11-01T09:00:00+00:00"),
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            f'<item rdf:about="{PAGE}"><title>T</title><link>{PAGE}</link></item></rdf:RDF>',
            Entry(PAGE, "T"),
        ),
        (
            f"<urlset {SITEMAP}><url><loc> {PAGE} </loc><lastmod>2024-10-30T10:00:00+02:00</lastmod></url></urlset>",
            Entry(PAGE, None, "2024-10-30", "2024-10-30T08:00:00+00:00"),
        ),
        (
            f"<!-- made by hand --><urlset {SITEMAP} {NEWS} {IMAGE}><url><loc>{PAGE}</loc>"
            "<image:image><image:loc>/p.png</image:loc><image:title>no</image:title></image:image><n:news><n:publication_date>2024-10-30</n:publication_date>"
            "<n:title>T</n:title></n:news></url></urlset>",
            Entry(PAGE, "T", "2024-10-30"),
        ),
    ],
)
def test_the_reports_of_a_list(listing: str, entry: Entry) -> None:
    for body in (listing.encode(), gzip.compress(listing.encode()), b"\xef\xbb\xbf" + listing.encode()):
        assert is_listing(body)
        assert read_listing(HERE, body).entries == (entry,)


def test_an_index_names_lists() -> None:
    body = f"<sitemapindex {SITEMAP}><sitemap><loc>/1.xml</loc><lastmod>2024-10-30</lastmod></sitemap></sitemapindex>".encode()
    listing = read_listing(HERE, body)
    assert listing.entries == ()
    assert listing.lists == (Entry("https://news.example/1.xml", None, "2024-10-30"),)


@pytest.mark.parametrize(
    "item",
    ["<link>javascript:alert(1)</link>", "<link>file:///etc/passwd</link>", "<link>http://[::1</link>", "<title>T</title>"],
)
def test_an_entry_without_a_good_address_is_left_out(item: str) -> None:
    assert read_listing(HERE, rss(item).encode()).entries == ()


def test_the_same_address_comes_once() -> None:
    assert len(read_listing(HERE, rss(f"<link>{PAGE}</link></item><item><link>{PAGE}</link>").encode()).entries) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body><p>rss and urlset are words here</p></body></html>",
        b'{"items": []}',
        b"\x1f\x8b this is no gzip",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_list(body: bytes) -> None:
    assert not is_listing(body)
    with pytest.raises(FetchError):
        read_listing(HERE, body)


def test_entities_and_files_are_not_resolved() -> None:
    body = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset {SITEMAP}><url><loc>{PAGE}?&f;</loc></url></urlset>'
    assert all("root" not in entry.url for entry in read_listing(HERE, body.encode()).entries)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"<rss>", b"<feed>", b"<urlset>", b"<?xml version='1.0'?><rss>", b"\x1f\x8b"])
)
def test_no_bytes_raise_anything_else(rest: bytes, start: bytes) -> None:
    is_listing(start + rest)
    try:
        read_listing(HERE, start + rest)
    except FetchError as error:
        assert error.reason


@given(
    st.lists(st.builds(Feed, st.just(HERE), st.text(st.characters(codec="utf-8", categories=("L", "P", "N", "S")), min_size=1)))
)
def test_opml_comes_back_as_it_went_out(feeds: list[Feed]) -> None:
    assert set(read_opml("x.opml", write_opml(tuple(feeds)).encode())) == set(feeds)


@pytest.mark.parametrize("body", [b"", b"<html/>", b"not xml at all", b"\xff\xfe\x00"])
def test_what_is_no_opml(body: bytes) -> None:
    with pytest.raises(InputError):
        read_opml("x.opml", body)
