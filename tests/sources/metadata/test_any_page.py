"""Whatever a page says of itself, reading it raises nothing."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from truce.sources.markup import all_paragraphs, parse_html
from truce.sources.metadata import read_metadata

WORDS = st.text(max_size=25) | st.sampled_from(
    ["2024-11-03", "http://[::1", "https://a.example/2024/11/03/x", "- Harbour", "By A. B.", "|"]
)
NAMES = st.sampled_from(
    [
        "@type",
        "@id",
        "@graph",
        "headline",
        "name",
        "author",
        "publisher",
        "datePublished",
        "dateModified",
        "url",
        "mainEntityOfPage",
        "logo",
    ]
)
KINDS = st.sampled_from(["NewsArticle", "Organization", "Person", "WebPage"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | KINDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)
METAS = st.sampled_from(
    ["og:title", "og:url", "og:site_name", "article:published_time", "author", "article:modified_time", "date", "publisher"]
)


@settings(max_examples=200, deadline=None)
@given(VALUES, st.dictionaries(METAS, WORDS, max_size=4), st.lists(WORDS, max_size=3), WORDS)
def test_no_page_raises(linked: Any, metas: dict[str, str], lines: list[str], url: str) -> None:
    head = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in metas.items())
    script = json.dumps(linked).replace("</", "<\\/")
    body = "".join(f"<h1>{escape(line)}</h1><time>{escape(line)}</time>" for line in lines)
    tree = parse_html(
        f'<html><head>{head}<script type="application/ld+json">{script}</script></head><body>{body}<p>x</p></body></html>'
    )
    assert tree is not None
    told = read_metadata(tree, url, latest=date(2026, 1, 1))
    assert told.title is None or told.title.strip()
    all_paragraphs(tree)


@given(st.text(max_size=300))
def test_no_markup_raises(text: str) -> None:
    tree = parse_html(text)
    if tree is not None:
        read_metadata(tree, None, latest=date(2026, 1, 1))
