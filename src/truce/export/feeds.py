"""Followed feeds and sitemaps in the promised form."""

from __future__ import annotations

from typing import Any

from truce.following import StoredFeed

FIELDS = tuple("id url title added_at asked_at fetched_at failure pages waiting".split())


def feed_object(feed: StoredFeed) -> dict[str, Any]:
    """A followed list: how many pages it named, how many of them wait, why the last request failed."""
    return {name: getattr(feed, name) for name in FIELDS}
