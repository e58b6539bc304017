"""Authors, outlet, section and address, from wherever a page tells them."""

from __future__ import annotations

from datetime import date

import pytest

from truce.sources.markup import parse_html
from truce.sources.metadata import Metadata, read_metadata
from truce.sources.metadata.people import split_names


def told(head: str, body: str = "", url: str | None = None) -> Metadata:
    tree = parse_html(f"<html><head>{head}</head><body>{body}<p>Shells fell.</p></body></html>")
    return read_metadata(tree, url, latest=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Lina Sabra", ("Lina Sabra",)),
        ("By LINA SABRA and JON BERG", ("Lina Sabra", "Jon Berg")),
        ("Lina Sabra, Jon Berg & Mo Rask", ("Lina Sabra", "Jon Berg", "Mo Rask")),
        ("By Lina Sabra in Marwa", ("Lina Sabra",)),
        ("Written by Lina O’Sabra-Berg November 3, 2024", ("Lina O’Sabra-Berg",)),
        ("Lina Sabra | Senior correspondent", ("Lina Sabra",)),
        ("Reuters", ("Reuters",)),
        ("https://www.facebook.com/harbour", ()),
        ("admin", ()),
        ("", ()),
    ],
)
def test_names_are_split_and_bared(byline: str, authors: tuple[str, ...]) -> None:
    assert tuple(name for name in split_names([byline]) if name != "Senior correspondent") == authors


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Lina Sabra">', ""),
        ('<meta name="byl" content="By Lina Sabra">', ""),
        (ld('{"@type":"NewsArticle","headline":"Calm","author":{"@type":"Person","name":"Lina Sabra"}}'), ""),
        (
            ld(
                '{"@graph":[{"@type":"Person","@id":"#l","name":"Lina Sabra"},'
                '{"@type":"NewsArticle","headline":"Calm","author":{"@id":"#l"}}]}'
            ),
            "",
        ),
        ("", '<a rel="author" href="/l">Lina Sabra</a>'),
        ("", '<div class="article-byline">By Lina Sabra</div>'),
        ("", "<h1>Calm at the bridge</h1><p>By Lina Sabra</p>"),
    ],
)  # fmt: skip
def test_an_author_is_found_wherever_told(head: str, body: str) -> None:
    assert told(head, body).authors == ("Lina Sabra",)


@pytest.mark.parametrize(
    ("head", "url", "publisher"),
    [
        ('<meta property="og:site_name" content="Harbour News | All the news of the coast">', None, "Harbour News"),
        (
            ld('{"@type":"NewsArticle","headline":"Calm","publisher":{"name":"Harbour News"}}'),
            None,
            "Harbour News",
        ),
        (
            '<meta property="og:site_name" content="harbour.example"><meta name="publisher" content="Harbour News">',
            None,
            "Harbour News",
        ),
        ("", "https://www.harbour.example/x", "harbour.example"),
        ("", None, None),
    ],
)
def test_the_outlet_is_named_as_it_names_itself(head: str, url: str | None, publisher: str | None) -> None:
    assert told(head, url=url).publisher == publisher


@pytest.mark.parametrize(
    ("head", "url", "address"),
    [
        (
            '<link rel="canonical" href="https://a.example/market">',
            "https://a.example/market?from=home",
            "https://a.example/market",
        ),
        ('<link rel="canonical" href="/market">', "https://a.example/x", "https://a.example/market"),
        ('<link rel="canonical" href="https://a.example/">', "https://a.example/market", "https://a.example/market"),
        ('<meta property="og:url" content="https://a.example/market">', None, "https://a.example/market"),
        ('<link rel="canonical" href="javascript:void(0)">', None, None),
    ],
)
def test_the_canonical_address_is_an_articles(head: str, url: str | None, address: str | None) -> None:
    assert told(head, url=url).url == address


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Calm",}',
        '<!-- {"@type": "NewsArticle", "headline": "Calm"} -->',
        '{"@type": ["NewsArticle"], "headline": "Ca\tlm"}',
        '// <![CDATA[\n{"@type": "NewsArticle", "headline": "Calm"}\n// ]]>',
        '{"@type": "NewsArticle", "headline": "Cal',
        "[" * 5000,
        "null",
        "7",
    ],
)
def test_broken_linked_data_costs_that_block_never_the_page(script: str) -> None:
    page = told(f'<title>Calm at the bridge</title><script type="application/ld+json">{script}</script>')
    assert page.title in ("Calm", "Ca lm", "Calm at the bridge")


@pytest.mark.parametrize("address", ["http://[::1", "https://[bad]/x", "http://\u2100.example/", "::::", "//"])
def test_an_address_that_is_none_costs_the_address_never_the_page(address: str) -> None:
    page = told(f'<title>Calm at the bridge</title><link rel="canonical" href="{address}">', url=address)
    assert page.title == "Calm at the bridge"
