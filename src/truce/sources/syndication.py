"""The reports in an RSS or Atom file that carries them in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from truce.errors import InputError
from truce.records import Basis
from truce.sources.metadata.days import read_day
from truce.sources.pages import Known, Page, address_name

NO_ENTRIES = "the feed has no entries, or is damaged"
FULL_SUMMARY = 150  # words from which a summary is taken for the whole report, where the feed gives nothing longer


def unpack_feed(page: Page) -> Iterator[Page | InputError]:
    """Each entry as a page that is all story. One with only a teaser comes out as an error that names its address."""
    import feedparser

    headers = {"content-type": page.content_type} if page.content_type else {}
    feed = feedparser.parse(page.raw, response_headers=headers)
    if not feed.entries:
        yield InputError(page.origin, NO_ENTRIES)
    for place, entry in enumerate(feed.entries, start=1):
        yield to_page(page, entry, place, outlet=text_of(feed.feed, "title"))


def to_page(page: Page, entry: Any, place: int, *, outlet: str | None) -> Page | InputError:
    """One entry as a page, or why it is none."""
    known = to_known(page, entry, place, outlet)
    markup, is_full = fullest(entry)
    words = len(markup.split())
    if not is_full and words < FULL_SUMMARY:
        where = f"; its page is {known.url}" if known.url else ""
        return InputError(page.origin, f"entry «{known.title or place}» holds a teaser of {words} words, not the report{where}")
    raw = f"<html><body>{markup}</body></html>".encode()
    return replace(page, raw=raw, url=known.url, content_type="text/html; charset=utf-8", known=known, is_story=True)


def fullest(entry: Any) -> tuple[str, bool]:
    """The longest text of an entry as HTML, and whether the feed calls it the content, not a summary."""
    contents = [(as_markup(content), True) for content in entry.get("content", ())]
    summary = entry.get("summary_detail")
    summaries = [(as_markup(summary), False)] if summary else []
    return max([*contents, *summaries], key=lambda found: len(found[0]), default=("", False))


def as_markup(content: Any) -> str:
    """A text construct as HTML."""
    value = str(content.get("value") or "")
    return escape(value) if content.get("type") == "text/plain" else value


def to_known(page: Page, entry: Any, place: int, outlet: str | None) -> Known:
    """What the entry tells of its report; its source's name goes before the feed's, which may gather from many."""
    published, updated = day_of(entry, "published"), day_of(entry, "updated")
    source = entry.get("source") or {}
    authors = tuple(dict.fromkeys(name for author in entry.get("authors", ()) if (name := text_of(author, "name"))))
    tags = [term for tag in entry.get("tags", ()) if (term := text_of(tag, "term"))]
    return Known(
        id=address_name(text_of(entry, "link") or "") or text_of(entry, "id") or f"{page.name}-{place}",
        title=text_of(entry, "title"),
        url=text_of(entry, "link"),
        publisher=text_of(source, "title") or outlet,
        published=published or updated,
        basis=Basis.METADATA,
        modified=updated if published and updated and updated > published else None,
        section=tags[0] if tags else None,
        authors=authors or tuple(filter(None, [text_of(entry, "author")])),
    )


def text_of(construct: Any, name: str) -> str | None:
    """A text of the feed in one line, None where it is missing or blank."""
    from truce.sources.metadata.linked_data import clean

    value = dict.get(construct, name)
    return (clean(value) or None) if isinstance(value, str) else None


def day_of(entry: Any, name: str) -> str | None:
    """The day of a time as the feed writes it, in the feed's own time zone."""
    day = read_day(dict.get(entry, name))
    return day.isoformat() if day else None
