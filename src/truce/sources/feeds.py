"""Lists of reports: RSS, Atom, news sitemaps and OPML give addresses."""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import quoteattr

from truce.errors import FetchError, InputError
from truce.following import Entry, Feed
from truce.sources.forms import FEED_ROOT, HEAD
from truce.sources.transfer import GZIP, unpack

MOST_ENTRIES = 10_000  # of one list; a sitemap may hold 50,000, of which the newest stand first in news
LARGEST = 50_000_000  # bytes of a list when unpacked, as the sitemap protocol has it
SITEMAP = re.compile(rb"<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
NEWS = "{http://www.google.com/schemas/sitemap-news/"  # of any version
FEED_TYPES = re.compile(r"application/(?:rss|atom|rdf)\+xml", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list holds: reports, and further lists (a sitemap index)."""

    entries: tuple[Entry, ...]
    lists: tuple[Entry, ...] = ()
    title: str | None = None


def is_listing(body: bytes) -> bool:
    """Whether a page is a feed or a sitemap, by its bytes; packed sitemaps count too."""
    try:
        head = unpack("", body[:HEAD], "gzip", limit=HEAD, cut=True) if body.startswith(GZIP) else body[:HEAD]
    except FetchError:
        return False
    head = re.sub(rb"<!--.*?-->", b"", head, flags=re.DOTALL).lstrip(b"\xef\xbb\xbf \t\r\n")
    root = re.match(rb"(?:<[?!][^>]*>\s*)*", head)
    first = head[root.end() if root else 0 :]
    return bool(FEED_ROOT.match(first) or SITEMAP.match(first))


def read_listing(url: str, body: bytes) -> Listing:
    """The reports that an RSS or Atom feed, a sitemap or a sitemap index names; FetchError where it is none of these."""
    if body.startswith(GZIP):
        body = unpack(url, body, "gzip", limit=LARGEST)
    if SITEMAP.search(body[:HEAD]):
        return read_sitemap(url, body)
    listing = read_feed(url, body)
    if not listing.entries and not FEED_ROOT.search(body[:HEAD]):
        offered = alternates(url, body)
        hint = f"; its page offers {' and '.join(offered[:3])}" if offered else ""
        raise FetchError(url, f"this is neither a feed nor a sitemap{hint}")
    return listing


def alternates(url: str, body: bytes) -> list[str]:
    """The feeds that a web page offers in its head."""
    from truce.sources.markup import decode_html, parse_html

    decoded = decode_html(body)
    tree = parse_html(decoded.text) if decoded else None
    links = tree.iter("link") if tree is not None else ()
    found = [link.get("href") or "" for link in links if FEED_TYPES.search(link.get("type") or "")]
    return list(dict.fromkeys(address for link in found if (address := absolute(url, link))))


def read_feed(url: str, body: bytes) -> Listing:
    """The entries of an RSS or Atom feed, in its order, each address once."""
    import feedparser

    parsed: Any = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    entries: dict[str, Entry] = {}
    for item in parsed.entries[:MOST_ENTRIES]:
        if address := absolute(url, entry_link(item)):
            published, updated = moment(item, "published_parsed"), moment(item, "updated_parsed")
            first = published or updated
            entry = Entry(address, item.get("title") or None, first.date().isoformat() if first else None, iso(updated))
            entries.setdefault(address, entry)
    return Listing(tuple(entries.values()), title=parsed.feed.get("title") or None)


def entry_link(item: Any) -> str:
    """The address of an entry's page; feeds that pass through a counter give the page's own beside it."""
    own = item.get("feedburner_origlink") or item.get("link")
    is_address = str(item.get("id") or "").startswith(("http://", "https://"))
    return str(own or (item.get("id") if is_address else "") or "").strip()


def absolute(base: str, link: str) -> str | None:
    """A link as a whole address, None where it is none of the web's."""
    try:
        address = urljoin(base, link.strip()) if link.strip() else ""
    except ValueError:  # as `http://[::1` gives
        return None
    return address if address.startswith(("http://", "https://")) else None


def moment(item: Any, name: str) -> datetime | None:
    """A moment of an entry, in universal time."""
    parts = dict.get(item, name)  # feedparser's own `get` gives the publication for a change that is not told
    if parts is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC)
    except (OverflowError, ValueError, OSError):
        return None


def iso(found: datetime | None) -> str | None:
    """A moment as ISO text, to the second."""
    return found.isoformat(timespec="seconds") if found else None


def read_sitemap(url: str, body: bytes) -> Listing:
    """The pages of a sitemap, with their day where it is a news sitemap, or the sitemaps of an index."""
    root = parse_xml(url, body)
    entries: list[Entry] = []
    lists: list[Entry] = []
    for node in root:
        facts = {name: value for child in node.iter() if (name := local(child)) and (value := (child.text or "").strip())}
        address = absolute(url, facts.get("loc", ""))
        if address is None or len(entries) >= MOST_ENTRIES:
            continue
        day = facts.get("publication_date") or facts.get("lastmod")
        entry = Entry(address, facts.get("title"), iso_day(day), iso(read_moment(facts.get("lastmod"))))
        (lists if local(node) == "sitemap" else entries).append(entry)
    return Listing(tuple(dict.fromkeys(entries)), tuple(lists))


def local(node: Any) -> str:
    """The name of an element without its namespace; a picture's or film's own facts are set apart, comments have none."""
    if not isinstance(node.tag, str):
        return ""
    space, _, name = node.tag.rpartition("}")
    return str(name) if not space or "sitemap-" not in space or space.startswith(NEWS) else ""


def iso_day(text: str | None) -> str | None:
    """The day at the start of an ISO date or moment."""
    return text[:10] if text and re.match(r"\d{4}-\d{2}-\d{2}", text) else None


def read_moment(text: str | None) -> datetime | None:
    """An ISO moment with its time zone, in universal time; a bare day tells no moment."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None


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
