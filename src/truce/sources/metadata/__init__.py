"""What a page tells of its article beside the text, each value from the place that is surest to have it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from truce.sources.metadata.days import Days, find_days
from truce.sources.metadata.heads import read_heads
from truce.sources.metadata.linked_data import find_story, read_items
from truce.sources.metadata.outlets import all_site_names, find_publisher, find_section
from truce.sources.metadata.people import find_authors
from truce.sources.metadata.titles import find_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Metadata", "read_metadata"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; None and empty where it does not say. `url` is the canonical address."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    days: Days = field(default_factory=Days)
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None


def read_metadata(tree: HtmlElement, url: str | None, *, latest: date) -> Metadata:
    """The metadata of a page that was read at `url` and cannot be younger than `latest`.

    meta, link ─┬─ story (JSON-LD) ─ site names ─ title ─ days
                └─ address                └─ publisher, section, authors
    """
    heads = read_heads(tree, url)
    items = read_items(tree)
    story = find_story(items, heads.canonical)
    title = find_title(tree, heads, story, all_site_names(heads, story, items))
    return Metadata(
        title=title,
        url=heads.canonical,
        publisher=find_publisher(heads, story, items, title),
        days=find_days(tree, heads, story, title=title, latest=latest),
        authors=find_authors(tree, heads, story, items, title=title),
        section=find_section(heads, story),
        language=heads.language,
    )
