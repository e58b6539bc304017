"""Lists of reports: RSS, Atom, news sitemaps and OPML give addresses."""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import quoteattr

from truce.errors import FetchError, InputError

MOST_ENTRIES = 10_000  # of one list; a sitemap may hold 50,000, of which the newest stand first in news
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a list names; `published` is an ISO day, None where the list does not say."""

    url: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list holds: reports, and further lists (a sitemap index)."""

    entries: tuple[Entry, ...]
    lists: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscribed list."""

    url: str
    title: str | None = None


def read_listing(url: str, body: bytes) -> Listing:
    """The reports that an RSS or Atom feed, a sitemap or a sitemap index names; FetchError where it is none of these."""
    head = body[:2_000].lower()
    if b"<urlset" in head or b"<sitemapindex" in head:
        return read_sitemap(url, body)
    listing = read_feed(url, body)
    if not listing.entries and b"<rss" not in head and b"<feed" not in head and b"<rdf" not in head:
        raise FetchError(url, "this is neither a feed nor a sitemap")
    return listing


def read_feed(url: str, body: bytes) -> Listing:
    """The entries of an RSS or Atom feed, in its order, each address once."""
    import feedparser

    parsed: Any = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    entries: dict[str, Entry] = {}
    for item in parsed.entries[:MOST_ENTRIES]:
        link = str(item.get("link") or "").strip()
        address = urljoin(url, link)
        if link and address.startswith(("http://", "https://")):
            entries.setdefault(address, Entry(address, item.get("title") or None, entry_day(item)))
    return Listing(tuple(entries.values()), title=parsed.feed.get("title") or None)


def entry_day(item: Any) -> str | None:
    """The day of an entry, in universal time."""
    moment = item.get("published_parsed") or item.get("updated_parsed")
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return None


def read_sitemap(url: str, body: bytes) -> Listing:
    """The pages of a sitemap, with their day where it is a news sitemap, or the sitemaps of an index."""
    root = parse_xml(url, body)
    if root.tag == f"{SITEMAP}sitemapindex":
        lists = (text(node, f"{SITEMAP}loc") for node in root.iter(f"{SITEMAP}sitemap"))
        return Listing((), tuple(urljoin(url, address) for address in lists if address))
    entries: list[Entry] = []
    for node in root.iter(f"{SITEMAP}url"):
        address = text(node, f"{SITEMAP}loc")
        if address and len(entries) < MOST_ENTRIES:
            day = text(node, f"{NEWS}news/{NEWS}publication_date") or text(node, f"{SITEMAP}lastmod")
            entries.append(Entry(urljoin(url, address), text(node, f"{NEWS}news/{NEWS}title"), day[:10] if day else None))
    return Listing(tuple(entries))


def text(node: Any, path: str) -> str | None:
    """The text of a child, None where it is empty or absent."""
    found = node.findtext(path)
    return found.strip() or None if found else None


def parse_xml(origin: str, body: bytes) -> Any:
    """The root of an XML document, read without entities and without the network."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise FetchError(origin, f"this is no readable XML ({error})") from error
    if root is None:
        raise FetchError(origin, "this is no readable XML")
    return root


def read_opml(path: str, body: bytes) -> tuple[Feed, ...]:
    """The feeds of an OPML file, also those in folders, each once."""
    try:
        root = parse_xml(path, body)
    except FetchError as error:
        raise InputError(path, error.reason) from error
    if root.tag.lower() != "opml":
        raise InputError(path, "this is no OPML file; a reader exports one under «export subscriptions»")
    return tuple(dict.fromkeys(outline_feeds(root)))


def outline_feeds(root: Any) -> Iterator[Feed]:
    """Every outline that has a feed's address."""
    for node in root.iter("outline"):
        address = (node.get("xmlUrl") or node.get("xmlurl") or "").strip()
        if address:
            yield Feed(address, node.get("title") or node.get("text") or None)


def write_opml(feeds: tuple[Feed, ...]) -> str:
    """An OPML document that any feed reader imports."""
    rows = "".join(
        f'    <outline type="rss" text={quoteattr(feed.title or feed.url)} xmlUrl={quoteattr(feed.url)}/>\n' for feed in feeds
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>truce</title></head>\n  <body>\n'
    return f"{head}{rows}  </body>\n</opml>\n"
