"""Addresses that lead to one page are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.store.identity import canonical_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://news.example/world/a-truce", "https://news.example/world/a-truce"),
        ("http://news.example:80/world/a-truce/", "https://news.example/world/a-truce"),
        ("https://News.Example/World", "https://news.example/World"),
        ("https://news.example/a?utm_medium=feed&id=7&fbclid=x#comments", "https://news.example/a?id=7"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://news.example/", "https://news.example"),
        ("news.example/a", None),
        ("ftp://news.example/a", None),
        ("https://[half", None),
        ("https://news.example:port/", None),
        ("", None),
        (None, None),
    ],
)
def test_the_one_form_of_an_address(url: str | None, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


@given(st.text())
def test_the_one_form_has_itself_as_its_form(path: str) -> None:
    once = canonical_url(f"https://news.example/{path}")
    assert canonical_url(once) == once
