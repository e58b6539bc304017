"""The words of a web page's story: the only door to trafilatura, the last place where text may change."""

from __future__ import annotations

import re
from datetime import date, datetime

from truce.errors import InputError
from truce.records import Article
from truce.sources.articles import UNDECODABLE, join_notes, make_article
from truce.sources.markup import all_paragraphs, decode_html, parse_html
from truce.sources.metadata import Metadata, read_metadata
from truce.sources.metadata.titles import fold
from truce.sources.mojibake import MENDED, mend
from truce.sources.pages import Page

NO_STORY = "no story is found in it; is it a front page, a film, or a page that shows its text only in a browser?"
SHORTEST = 40  # characters; what is shorter, and tells no day, is a menu's entry or a notice, not a report
TOO_LITTLE = 80  # words; the shortest reports of agencies have about a hundred
HEAD = 8_192  # characters in which a browser notes where a saved page came from
# <!-- saved from url=(0040)https://… --> by Chrome and Edge; «url: https://…» in SingleFile's opening comment
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)\s*(https?://\S+)|<!--[^>]*?Page saved with SingleFile\s+url:\s*(https?://\S+)"
)
SAVED_ON = re.compile(r"<!--[^>]*?Page saved with SingleFile[^>]*?saved date:\s*\w{3} (\w{3} \d{1,2} \d{4})")


def read_html(page: Page) -> Article | InputError:
    """The article of a web page: the headline, then the paragraphs of its story, an empty line between them.

    The page's text is decoded and parsed once for the metadata; trafilatura finds the story, and where the whole page is
    the story (a feed's entry, a mail) every paragraph is taken.
    """
    decoded = decode_html(page.raw, page.content_type)
    if decoded is None:
        return InputError(page.origin, UNDECODABLE)
    tree = parse_html(decoded.text)
    if tree is None:
        return InputError(page.origin, NO_STORY)
    address = page.url or saved_from(decoded.text)
    metadata = Metadata() if page.is_story else read_metadata(tree, address, latest=latest_day(page, decoded.text))
    found = all_paragraphs(tree) if page.is_story else find_story(decoded.text, address)
    if not found or (not page.is_story and not metadata.days.published and sum(map(len, found)) < SHORTEST):
        return InputError(page.origin, NO_STORY)
    paragraphs = with_headline(found, page.known.title or metadata.title)
    text = "\n\n".join(paragraphs)
    mended = "\n\n".join(mend(paragraph) for paragraph in paragraphs)
    reader = f"{'lxml ' + lxml_version() if page.is_story else 'trafilatura ' + trafilatura_version()}"
    return make_article(
        page, mended, reader=join_notes(reader, decoded.note, MENDED if mended != text else None), metadata=metadata
    )


def find_story(html: str, address: str | None) -> list[str]:
    """The paragraphs of the page's main text, without menus, captions, comments and boxes; empty where there is none.

    The strict reading comes first: what stands beside a story is mostly other stories, whose dead would be counted as
    this one's. It can miss a story altogether, so where it finds next to nothing, the fuller reading is taken.
    """
    strict = extract_text(html, address, favor_precision=True)
    if len(strict.split()) >= TOO_LITTLE:
        return non_blank(strict)
    return non_blank(max(strict, extract_text(html, address, favor_precision=False), key=len))


def extract_text(html: str, address: str | None, *, favor_precision: bool) -> str:
    """The main text as trafilatura finds it, a paragraph a line; a table's rows are lines too."""
    import trafilatura

    return trafilatura.extract(html, url=address, include_comments=False, favor_precision=favor_precision) or ""


def non_blank(text: str) -> list[str]:
    """The lines of a text that say something, a table's row as its cells with a bar between them."""
    lines = (" | ".join(row_cells(line)) if line.startswith("|") else line.strip() for line in text.split("\n"))
    return [line for line in lines if line]


def row_cells(line: str) -> list[str]:
    """The cells of a table's row as trafilatura writes it; none for the rule below a table's head."""
    cells = [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
    return [cell for cell in cells if cell.strip("-: ")]


def with_headline(paragraphs: list[str], title: str | None) -> list[str]:
    """The paragraphs below their headline, which stands there once: headlines state claims and figures too."""
    if not title:
        return paragraphs
    rest = [line for place, line in enumerate(paragraphs) if place > 2 or not is_headline(line, title)]
    return [title, *rest]


def is_headline(line: str, title: str) -> bool:
    """Whether a line is the headline, perhaps with a label of a word or two before it."""
    return fold(line).endswith(fold(title)) and len(fold(line).split()) <= len(fold(title).split()) + 2


def saved_from(html: str) -> str | None:
    """The address that a browser noted in a page that it saved."""
    match = SAVED_FROM.search(html[:HEAD])
    return (match[1] or match[2]) if match else None


def latest_day(page: Page, html: str) -> date:
    """The last day on which the page can have been published: when it was fetched or saved, else today."""
    if page.fetched_at:
        return page.fetched_at.date()
    if match := SAVED_ON.search(html[:HEAD]):
        try:
            return datetime.strptime(match[1], "%b %d %Y").date()
        except ValueError:
            pass
    return date.today()


def trafilatura_version() -> str:
    """The version of the library that finds the story."""
    import trafilatura

    return str(trafilatura.__version__)


def lxml_version() -> str:
    """The version of the library that reads the markup."""
    from lxml import etree

    return ".".join(str(part) for part in etree.LXML_VERSION[:3])
