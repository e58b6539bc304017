"""What a page says of itself in its meta and link elements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from truce.sources.metadata.linked_data import clean
from truce.sources.pages import split_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Heads:
    """The meta elements of a page by their name in lower case, first of each, and its canonical address."""

    values: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    canonical: str | None
    language: str | None
    page_title: str | None

    def first(self, *names: str) -> str | None:
        """The value of the first of these names that has one."""
        return next((self.values[name] for name in names if self.values.get(name)), None)

    def every(self, *names: str) -> list[str]:
        """The values of all of these names, in order, each once."""
        return list(dict.fromkeys(value for name in names for value in self.lists.get(name, ())))


def read_heads(tree: HtmlElement, url: str | None) -> Heads:
    """The meta and link elements of a page that was read at `url`."""
    values: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").strip().lower()
        content = clean(meta.get("content") or "")
        if name and content:
            values.setdefault(name, content)
            lists[name] = (*lists.get(name, ()), content)
    title = next((clean(element.text_content()) for element in tree.iter("title") if in_head(element)), None)
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip() or None
    return Heads(values, lists, find_canonical(tree, values, url), language, title or None)


def in_head(element: HtmlElement) -> bool:
    """Whether a `title` is the page's and not that of a picture drawn in it."""
    return not any(ancestor.tag == "svg" for ancestor in element.iterancestors())


def find_canonical(tree: HtmlElement, values: dict[str, str], url: str | None) -> str | None:
    """The address under which the page wants to be known; a site's front page is no article's address."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in (*links, values.get("og:url", ""), values.get("twitter:url", "")):
        parts = split_address(candidate, url)
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return str(parts.geturl())
    return url
