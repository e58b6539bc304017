"""The headline that the reader of a page sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from truce.sources.markup import seen_text
from truce.sources.metadata.heads import Heads
from truce.sources.metadata.linked_data import Item, as_texts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORTEST, LONGEST = 8, 300  # characters of a headline
MOST_HEADINGS = 60  # looked at; the headline is among the first few
# A heading below these is a menu's, a box's or another story's.
ELSEWHERE = re.compile(
    r"\b(?:nav|menu|footer|sidebar|related|recommend\w*|newsletter|subscribe|modal|popup|cookie|comments?|promo|trending|most-read)\b",
    re.IGNORECASE,
)
HEADLINE_CLASS = re.compile(r"headline|(?:^|[\s_-])(?:entry|post|article|story|page|main)[_-]*title", re.IGNORECASE)
# The name of a site or section, set off behind a headline or before it: "… - BBC News", "… | World | The Guardian".
SEPARATED = re.compile(r"\s+(?:[|–—·•»«:~]|-{1,2})\s+|\s*[|»]\s*")
STOP_WORDS = frozenset(
    "a an and as at by for from has have in is it its of on or s says that the their to was were will with".split()
)


def find_title(tree: HtmlElement, heads: Heads, story: Item | None, site_names: list[str]) -> str | None:
    """The headline of a page.

    Where OpenGraph and JSON-LD agree, that is it, unless the page shows another heading and bears that as its title. Else
    it is the heading that the page shows, as long as the metadata speak of the same thing: they are written for social
    media (`og:title`) and search engines (`title`, often JSON-LD too), each in words of its own. Without such a heading,
    it is what the metadata say and the page shows somewhere, else the first that the metadata say.
    """
    told = [stripped for title in told_titles(heads, story) if (stripped := strip_site(title, site_names))]
    heading = find_heading(tree, told, site_names)
    if heading is None:
        return shown_on_page(tree, told) or next(iter(told), None)
    page_title = (heads.page_title or "")[: LONGEST + 1]
    is_titled = len(page_title) <= LONGEST and fold(strip_site(page_title, site_names)) == fold(heading)
    agreed = agreed_title(heads, story, site_names)
    if agreed and not is_titled and not fold(heading).startswith(fold(agreed)):
        return agreed
    # metadata write `'` for `’` and `-` for `–`; a heading in capitals is a matter of its looks
    return next((title for title in told if heading.isupper() and fold(title) == fold(heading)), heading)


def agreed_title(heads: Heads, story: Item | None, site_names: list[str]) -> str | None:
    """The title that both OpenGraph and JSON-LD give, None where they differ or one is missing."""
    headline = as_texts(story.get("headline")) if story else []
    social = heads.first("og:title")
    if not social or not headline:
        return None
    title = strip_site(social, site_names)
    return title if fold(title) == fold(strip_site(headline[0], site_names)) else None


def find_heading(tree: HtmlElement, told: list[str], site_names: list[str]) -> str | None:
    """The main heading that a page shows, None where no heading has to do with what the metadata say."""
    sites = {fold(name) for name in site_names}
    headings = [(heading, text) for heading, text in islice(find_headings(tree), MOST_HEADINGS) if fold(text) not in sites]
    if not headings:
        return None
    weights = [weigh(heading, text, told) for heading, text in headings]
    heaviest = max(weights)
    if heaviest <= 0 and told:
        return None
    return trim_heading(headings[weights.index(heaviest)][1], told, site_names)


def told_titles(heads: Heads, story: Item | None) -> list[str]:
    """The titles that the metadata give, the likeliest to be the headline first."""
    headline = as_texts(story.get("headline") or story.get("name")) if story else []
    named = (
        heads.first("og:title"),
        *headline,
        heads.first("twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"),
    )
    return [title for title in (*named, heads.page_title) if title and len(title) <= LONGEST]


def find_headings(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The headings that could be the headline: each h1, and whatever the markup calls a headline."""
    for element in tree.iter("h1", "h2", "h3", "div", "span", "p"):
        if element.tag != "h1" and (element.get("itemprop") or "").lower() != "headline":
            continue
        text = seen_text(element)
        if SHORTEST <= len(text) <= LONGEST and not is_elsewhere(element):
            yield element, text


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether a heading stands in a menu, a box or a footer."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in ("nav", "footer", "aside", "dialog"):
            return True
        if ancestor.tag in ("body", "html", "main", "article"):
            return False
        if ELSEWHERE.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False


def weigh(heading: HtmlElement, text: str, told: list[str]) -> float:
    """How surely a heading is the headline: how far it shares words with what the metadata say, then how it is marked up."""
    shared = max((share(text, title) for title in told), default=0.0)
    marked = (heading.get("itemprop") or "").lower() == "headline" or bool(HEADLINE_CLASS.search(heading.get("class") or ""))
    inside = any(ancestor.tag in ("article", "main") for ancestor in heading.iterancestors())
    if shared < 0.2 and not (marked and inside):
        return 0.0
    is_main = bool(heading.tag == "h1")
    return shared + 0.2 * marked + 0.1 * inside + 0.1 * is_main


def share(one: str, other: str) -> float:
    """How far two titles share their words: the mean of what share of the shorter, and of the longer, they have in common.

    A site's name is wholly within a page's title, but is little of it.
    """
    first, second = content_words(one), content_words(other)
    if not first or not second:
        return 0.0
    common = len(first & second)
    return (common / min(len(first), len(second)) + common / max(len(first), len(second))) / 2


def content_words(title: str) -> frozenset[str]:
    """The words of a title that carry its meaning, folded."""
    return frozenset(fold(title).split()) - STOP_WORDS


def fold(text: str) -> str:
    """A title for comparing: lower case, words and numbers alone."""
    return " ".join(re.findall(r"\w+", text.replace("’", "").replace("'", "").lower()))


def trim_heading(heading: str, told: list[str], site_names: list[str]) -> str:
    """A heading without a label that its markup runs into it, where two of the metadata's titles have it without."""
    for title in told:
        start = heading.casefold().find(title.casefold())
        witnesses = sum(fold(other) == fold(title) for other in told)
        if start >= 0 and witnesses >= 2 and len(title) >= 0.6 * len(heading) and not is_labelled(heading[:start]):
            return heading[start : start + len(title)]
    return strip_site(heading, site_names)


def is_labelled(before: str) -> bool:
    """Whether the words before a title belong to it: they end in a colon, as in `Column: The bill for the war`."""
    return before.rstrip().endswith((":", "|", "—", "–", "-", "…"))


def strip_site(title: str, site_names: list[str]) -> str:
    """A title without the site's name behind it or before it, nor a section's name beside that.

    >>> strip_site("Truce holds in the south - World | Example News", ["Example News"])
    'Truce holds in the south'
    >>> strip_site("Israel - Gaza talks: what we know", ["Example News"])
    'Israel - Gaza talks: what we know'
    """
    folded = {squeeze(fold(name)) for name in site_names} - {""}
    breaks = list(SEPARATED.finditer(title))
    for match in breaks:
        if is_headline(title[: match.start()]) and is_site(title[match.end() :], folded):
            return title[: match.start()]
    for match in reversed(breaks):
        if is_headline(title[match.end() :]) and is_site(title[: match.start()], folded):
            return title[match.end() :]
    return title


def is_headline(part: str) -> bool:
    """Whether a part of a title is long enough to be the headline."""
    return len(fold(part).split()) >= 2


def is_site(part: str, squeezed_names: set[str]) -> bool:
    """Whether a part of a title is the site's name, perhaps with a section of one or two words beside it."""
    pieces = [fold(piece) for piece in SEPARATED.split(part) if fold(piece)]
    if not pieces or not any(names_site(piece, squeezed_names) for piece in (pieces[0], pieces[-1])):
        return False
    return all(names_site(piece, squeezed_names) or len(piece.split()) <= 2 for piece in pieces)


def names_site(piece: str, squeezed_names: set[str]) -> bool:
    """Whether a folded piece is a site's name, or that name with one word more: `bbc news`, `cnn politics`."""
    words = piece.split()
    return squeeze(piece) in squeezed_names or (1 < len(words) <= 4 and squeeze(" ".join(words[:-1])) in squeezed_names)


def squeeze(folded: str) -> str:
    """A name as one word without `the`, `news` and a domain's ending: `The Hill` and `thehill.com` are one."""
    return re.sub(r"^the\s+|^www\s+|\s+(?:news|com|org|net|co uk|in|ca)$", "", folded).replace(" ", "").removeprefix("the")


def shown_on_page(tree: HtmlElement, told: list[str]) -> str | None:
    """The first of the told titles that some heading or line of the page shows, None where none is shown."""
    wanted = {fold(title): title for title in reversed(told)}
    shown = {fold(text) for element in tree.iter("h2", "h3", "h4", "p", "div", "span", "a") if (text := own_text(element))}
    return next((title for title in told if fold(title) in shown and wanted), None)


def own_text(element: HtmlElement) -> str:
    """The text directly within an element, where it is as long as a headline."""
    text = (element.text or "").strip()
    return text if SHORTEST <= len(text) <= LONGEST else ""
