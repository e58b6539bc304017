"""Which outlet published an article, with the section that it ran in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce.sources.metadata.heads import Heads
from truce.sources.metadata.linked_data import Item, as_texts, is_typed, names
from truce.sources.metadata.titles import SEPARATED, fold
from truce.sources.pages import split_address

if TYPE_CHECKING:
    from collections.abc import Iterable

ORGANISATIONS = re.compile(r"organi[sz]ation|website", re.IGNORECASE)
LONGEST_SECTION = 40  # characters; what is longer is a list of keywords
DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/?$", re.IGNORECASE)
TAGLINE = re.compile(r"\s+[|–—]\s+.*$|\s*:\s+.{20,}$|^https?://(?:www\.)?|(?<=\.[a-z]{3})/$")
SHORT_ENDINGS = frozenset("co com org net gov ac edu or gob news".split())  # as in `co.uk`, `com.au`


def find_publisher(heads: Heads, story: Item | None, items: list[Item], title: str | None) -> str | None:
    """The outlet's name, None where the page does not say; a bare domain is taken only where no name is given."""
    names_told = (*site_names(heads, story, items), *beside_title(heads.page_title, title))
    told = [bare for name in names_told if (bare := TAGLINE.sub("", name).lstrip("@"))]
    named = [name for name in told if not DOMAIN.match(name)]
    return next(iter([*named, *told]), None) or host_name(heads.canonical)


def site_names(heads: Heads, story: Item | None, items: list[Item]) -> Iterable[str]:
    """The names that the page gives to its site, the surest first."""
    yield from filter(None, [heads.values.get("og:site_name")])
    if story:
        yield from names(story.get("publisher"), items)
    for item in items:
        if is_typed(item, ORGANISATIONS) and item.get("logo"):
            yield from as_texts(item.get("name"))
    told = (
        heads.values.get(name)
        for name in ("publisher", "dc.publisher", "dcterms.publisher", "application-name", "al:ios:app_name")
    )
    yield from filter(None, told)


def beside_title(page_title: str | None, title: str | None) -> Iterable[str]:
    """What stands beside the headline in the page's title, set off from it: `Pass reopened - Valley Courier`."""
    pieces = [piece for piece in SEPARATED.split(page_title or "") if piece]
    if title and len(pieces) > 1:
        if fold(pieces[0]) == fold(title):
            yield pieces[-1]
        elif fold(pieces[-1]) == fold(title):
            yield pieces[0]


def all_site_names(heads: Heads, story: Item | None, items: list[Item]) -> list[str]:
    """Every name of the site, its host's among them, for taking them off a title."""
    host = host_name(heads.canonical)
    label = host_label(host) if host else None
    return list(dict.fromkeys(name for name in (*site_names(heads, story, items), host, label) if name))


def host_name(url: str | None) -> str | None:
    """The host of an address without `www.`, None where there is none."""
    return re.sub(r"^(?:www\d?|m|amp|edition)\.", "", split_address(url).netloc.split(":")[0].lower()) or None


def host_label(host: str) -> str:
    """The label of a host that names the site.

    >>> host_label("news.example.co.uk")
    'example'
    """
    labels = host.split(".")[:-1] or [host]
    while len(labels) > 1 and labels[-1] in SHORT_ENDINGS:
        labels.pop()
    return labels[-1]


def find_section(heads: Heads, story: Item | None) -> str | None:
    """The section that an article ran in, as the page names it."""
    told = as_texts(story.get("articleSection")) if story else []
    named = filter(
        None, (heads.values.get(name) for name in ("article:section", "parsely-section", "section", "cxenseparse:section"))
    )
    return next((section for section in (*told, *named) if len(section) <= LONGEST_SECTION and not DOMAIN.match(section)), None)
