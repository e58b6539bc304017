"""Followed feeds and sitemaps as rows."""

from __future__ import annotations

from rich.text import Text

from truce.following import StoredFeed
from truce.render.cells import one_line
from truce.render.tables import Column, Screen


def title(feed: StoredFeed) -> Text:
    """What the feed is called; why the last request failed."""
    text = Text(one_line(feed.title or ""))
    return text.append(f"\nfailed: {one_line(feed.failure)}", "not bold yellow") if feed.failure else text


NUMBER: Column[StoredFeed] = Column("id", lambda feed: str(feed.id), justify="right")
TITLE: Column[StoredFeed] = Column("title", title, "bold", is_long=True)
PAGES: Column[StoredFeed] = Column("pages", lambda feed: f"{feed.pages:,}", justify="right")
WAITING: Column[StoredFeed] = Column("waiting", lambda feed: f"{feed.waiting:,}", justify="right")
ASKED: Column[StoredFeed] = Column("asked", lambda feed: (feed.asked_at or "")[:16].replace("T", " "), "cyan")
WHERE: Column[StoredFeed] = Column("where", lambda feed: one_line(feed.url), "dim", is_long=True)

FEEDS: Screen[StoredFeed] = Screen(wide=(NUMBER, TITLE, PAGES, WAITING, ASKED, WHERE), narrow=(NUMBER, TITLE, WAITING, WHERE))
