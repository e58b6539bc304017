"""Who wrote an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce.sources.markup import all_paragraphs, seen_text
from truce.sources.metadata.heads import Heads
from truce.sources.metadata.linked_data import Item, names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META_NAMES = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
)
BYLINE = re.compile(r"\b(?:by-?line|author)(?:[_-]*names?)?\b", re.IGNORECASE)
NAME_PROP = re.compile(r"\bauthor\b", re.IGNORECASE)
BY = re.compile(r"^\s*(?:(?:written|words|report\w*|posted|analysis|opinion|text)\s+)?by:?\s+|^\s*author:?\s+", re.IGNORECASE)
# Between names: a comma, a semicolon, «and», «&»; not the comma before a title of honour.
BETWEEN = re.compile(r"\s*[;|]\s*|\s*,\s*(?!Jr|Sr|PhD|MD)|\s+(?:and|&|with)\s+", re.IGNORECASE)
# What follows a name in a byline and is none: a job, a place, a time, an address.
AFTER = re.compile(
    r"""
      \s+ (?:January|February|March|April|May|June|July|August|September|October|November|December) \b .* $
    | \s+ (?:Published|Updated|Posted) \b .* $
    | \s+ in \s+ [A-Z][\w .,]+ $                                        # … in Beirut
    | \s+ (?:for|at) \s+ .+ $                                          # … for Example News
    | \s+ (?: @\w+ | \S+@\S+ | \d.* ) $
    | \s* \( .*? \) \s* $
    | ,? \s+ (?:staff|senior|chief|world|news|our) \b .* $             # … senior correspondent
    | \s+ [-–|] \s+ .* $
    """,
    re.VERBOSE,
)
NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s+[\w.'’(-][\w.'’)-]*){0,5}$")
NOT_NAMES = re.compile(
    r"https?:|www\.|^(?:admin|editor|staff|guest|author|unknown|none|null|share|follow|updated?|published|newsroom|more|read|agencies)$",
    re.IGNORECASE,
)


def find_authors(tree: HtmlElement, heads: Heads, story: Item | None, items: list[Item], *, title: str | None) -> tuple[str, ...]:
    """The authors of a page: by JSON-LD, by the meta elements, by its byline. An agency's or a desk's name counts as one."""
    linked = names(story.get("author") or story.get("creator"), items) if story else []
    for told in (linked, heads.every(*META_NAMES), bylines(tree), line_below(tree, title)):
        if found := split_names(told):
            return found
    return ()


def bylines(tree: HtmlElement) -> list[str]:
    """The texts of the first elements that are marked as an author's name or a byline."""
    for element in tree.iter("a", "span", "p", "div", "address", "li"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}"
        if NAME_PROP.search(marks) or BYLINE.search(f"{element.get('class') or ''} {element.get('data-testid') or ''}"):
            text = seen_text(element)
            if text and len(text) <= 150:
                return [text]
    return []


def line_below(tree: HtmlElement, title: str | None) -> list[str]:
    """A short line below the headline that begins with `By` and a name."""
    lines = all_paragraphs(tree)
    place = lines.index(title) if title in lines else len(lines)
    return [line for line in lines[place + 1 : place + 5] if re.match(r"By [A-Z]", line) and len(line) <= 100][:1]


def split_names(told: list[str]) -> tuple[str, ...]:
    """The single names in what bylines and metadata say, each once.

    >>> split_names(["By Amal Haddad and Jon Berg in Beirut"])
    ('Amal Haddad', 'Jon Berg')
    """
    found: list[str] = []
    for text in told:
        for piece in BETWEEN.split(BY.sub("", text)):
            name = AFTER.sub("", piece or "").strip(" .,:·•")
            if NAME.match(name) and not NOT_NAMES.search(name) and len(name) > 2:
                found.append(name.title() if name.isupper() and " " in name else name)
    return tuple(dict.fromkeys(found))
