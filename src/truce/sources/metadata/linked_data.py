"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Item = dict[str, Any]

DEEPEST = 12  # levels of nesting followed; real pages need five
# https://schema.org/Article with its kinds, and what news sites use beside them
ARTICLES = re.compile(r"article|posting|\breport\b|claimreview|webpage|newsitem|creativework", re.IGNORECASE)
STORIES = re.compile(r"article|posting|\breport\b|newsitem", re.IGNORECASE)
# What breaks the JSON of real pages: CDATA marks, comments around it, a comma before a closing bracket.
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.DOTALL)
STRAY_COMMA = re.compile(r",(?=\s*[}\]])")


def read_items(tree: HtmlElement) -> list[Item]:
    """Every object of the page's JSON-LD that has a type, outer before inner; broken blocks give what can be mended."""
    found: list[Item] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(walk_items(load(script.text or "")))
    return found


def load(text: str) -> Any:
    """The JSON of one block, None where it is beyond mending."""
    bare = WRAPPING.sub("", text).strip()
    for attempt in (bare, STRAY_COMMA.sub("", bare), unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def walk_items(value: Any, depth: int = 0) -> Iterator[Item]:
    """The typed objects in a JSON value."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        if value.get("@type"):
            yield value
        for inner in value.values():
            yield from walk_items(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from walk_items(inner, depth + 1)


def is_typed(item: Item, pattern: re.Pattern[str]) -> bool:
    """Whether one of an item's types matches."""
    return any(pattern.search(kind) for kind in as_texts(item.get("@type")))


def find_story(items: list[Item], url: str | None) -> Item | None:
    """The item that is this page's article: the one at its address, else the first that dates itself, else the first."""
    articles = [item for item in items if is_typed(item, STORIES) and (item.get("headline") or item.get("name"))]
    articles = articles or [item for item in items if is_typed(item, ARTICLES) and item.get("headline")]
    here = [item for item in articles if url and any(same_address(url, address) for address in addresses(item))]
    dated = [item for item in articles if item.get("datePublished")]
    return next(iter([*(item for item in here if item in dated), *here, *dated, *articles]), None)


def addresses(item: Item) -> list[str]:
    """The addresses that an item gives as its own."""
    page = item.get("mainEntityOfPage")
    inner = [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return [text for value in (item.get("url"), item.get("@id"), *inner) for text in as_texts(value)]


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one but for scheme, `www.`, query, anchor and a closing slash."""
    return bare_address(one) == bare_address(other)


def bare_address(url: str) -> str:
    """An address without what does not change the page."""
    return re.sub(r"^(?:https?:)?//(?:www\.|m\.|amp\.)?|[?#].*$|/(?:amp/?)?$", "", url.strip().lower()).rstrip("/")


def as_texts(value: Any) -> list[str]:
    """A value as the strings in it: itself, or those of a list."""
    values = value if isinstance(value, list) else [value]
    return [clean(text) for text in values if isinstance(text, str) and text.strip()]


def names(value: Any, items: list[Item]) -> list[str]:
    """The names of a person or organisation however they are given: a string, an object, a list, a reference by `@id`."""
    found: list[str] = []
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            named = entry.get("name") or referred_name(entry.get("@id"), items)
            found.extend(as_texts(named.get("name") if isinstance(named, dict) else named))
        else:
            found.extend(as_texts(entry))
    return list(dict.fromkeys(found))


def referred_name(identifier: Any, items: list[Item]) -> Any:
    """The name of the item of this `@id` elsewhere on the page, None where there is none."""
    return next((item["name"] for item in items if identifier and item.get("@id") == identifier and item.get("name")), None)


def clean(text: str) -> str:
    """A string in one line, its HTML entities and tags resolved: publishers escape once too often."""
    return " ".join(unescape(unescape(re.sub(r"</?[a-z][^>]{0,200}>", "", text))).split())
