"""The headline is the one that readers see, without the site's name."""

from __future__ import annotations

from datetime import date

import pytest

from truce.sources.markup import parse_html
from truce.sources.metadata import read_metadata
from truce.sources.metadata.titles import strip_site

HEADLINE = "Shelling of Marwa market kills seven"
OTHER = "Seven die as shells hit covered market"
SITE = '<meta property="og:site_name" content="Harbour News">'


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def ld(headline: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}"}}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # the site's name and section go
        (og(f"{HEADLINE} - Harbour News"), ""),
        (og(f"{HEADLINE} | World | Harbour News"), ""),
        (og(f"Harbour News: {HEADLINE}") + f"<title>Harbour News | {HEADLINE}</title>", f"<h1>{HEADLINE}</h1>"),
        (f"<title>{HEADLINE} – Harbour News</title>", ""),
        # what is shown goes before what is written for social media or search engines
        (og(OTHER), f"<h1>{HEADLINE}</h1>"),
        (ld(OTHER), f"<h1>{HEADLINE}</h1>"),
        (og(OTHER) + ld("Marwa market: what we know of the shelling"), f"<article><h1>{HEADLINE}</h1></article>"),
        (og(OTHER) + ld(HEADLINE), f"<h2>{HEADLINE}</h2>"),
        # as it is shown, but for capitals
        (og("Shelling of Marwa Market kills seven"), f"<h1>{HEADLINE}</h1>"),
        (og(HEADLINE), f"<h1>{HEADLINE.upper()}</h1>"),
        # unless both metadata agree
        (og(HEADLINE) + ld(HEADLINE), f"<h1>{OTHER}</h1>"),
        # and the page does not bear the heading as its title
        (og(OTHER) + ld(OTHER) + f"<title>{HEADLINE} - Harbour News</title>", f"<h1>{HEADLINE}</h1>"),
        # a heading that is none: the site's, a menu's, another story's
        (og(HEADLINE), "<h1>Harbour News</h1>"),
        (og(HEADLINE), f"<nav><h1>{OTHER}</h1></nav>"),
        (og(HEADLINE), f"<h1>Subscribe to us today</h1><h1>{HEADLINE}</h1>"),
        (og(HEADLINE), "<h1>Join our prize draw of the week</h1>"),
        (og(HEADLINE), f"<aside><h1>{OTHER}</h1></aside><p>Text</p>"),
        # what the markup runs into the heading
        (og(HEADLINE) + f"<title>{HEADLINE}</title>", f"<h1><span>Live </span>{HEADLINE}<button>Share</button></h1>"),
        ("", f"<h1><span class='sr-only'>World news: </span>{HEADLINE}</h1>"),
        # escaped once too often
        (og("Shelling of &amp;quot;Marwa&amp;quot; market").replace(HEADLINE, ""), ""),
    ],
)
def test_the_headline_is_found(head: str, body: str) -> None:
    tree = parse_html(f"<html><head>{SITE}{head}</head><body>{body}<p>Shells fell on the market.</p></body></html>")
    expected = 'Shelling of "Marwa" market' if "quot" in head else HEADLINE
    assert read_metadata(tree, None, latest=date(2026, 1, 1)).title == expected


def test_a_page_without_any_title_has_none() -> None:
    assert read_metadata(parse_html("<p>Shells fell.</p>"), None, latest=date(2026, 1, 1)).title is None


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("Truce holds - Harbour News", "Truce holds"),
        ("Truce holds | Harbour News Politics", "Truce holds"),
        ("Harbour News - Truce holds", "Truce holds"),
        ("Israel - Gaza talks resume | Harbour News", "Israel - Gaza talks resume"),
        ("Truce talks - what we know so far", "Truce talks - what we know so far"),
        ("Harbour News", "Harbour News"),
        ("Harbour News wins prize", "Harbour News wins prize"),
        ("Cease-fire holds", "Cease-fire holds"),
    ],
)
def test_only_the_sites_name_is_stripped(title: str, stripped: str) -> None:
    assert strip_site(title, ["Harbour News"]) == stripped
