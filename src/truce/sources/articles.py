"""A page's text and metadata become the article that truce keeps."""

from __future__ import annotations

from truce.errors import InputError
from truce.records import Article, Basis
from truce.sources.agencies import find_agency
from truce.sources.languages import detect_language
from truce.sources.metadata import Metadata
from truce.sources.pages import Known, Page

HALF = "it holds halves of characters (lone surrogates), which no file can; was it cut or converted badly?"
EMPTY = "there is no text in it"
UNDECODABLE = "it is not text in any encoding that truce knows; is it a damaged file?"


def make_article(
    page: Page, text: str, *, reader: str, metadata: Metadata | None = None, pages: tuple[int, ...] = ()
) -> Article | InputError:
    """The article of a page whose text is `text` from now on, an `InputError` where that is blank.

    What the wrapping knows of the report goes before what the page says of itself. An untold language is told from the
    text; where that is too short to tell, the page's own word for it counts. `reader` says what made the text.
    """
    if not text.strip():
        return InputError(page.origin, EMPTY)
    if has_half_characters(text, page.known):
        return InputError(page.origin, HALF)
    known, told = page.known, metadata or Metadata()
    authors = known.authors or told.authors
    publisher = known.publisher or told.publisher
    published = known.published or told.days.published
    return Article(
        id=page.name,
        text=text,
        title=known.title or told.title,
        url=known.url or told.url or page.url,
        publisher=publisher,
        published=published,
        published_basis=(known.basis if known.published else told.days.basis) if published else Basis.UNKNOWN,
        modified=known.modified or told.days.modified,
        language=detect_language(text) or bare_language(told.language),
        path=page.path,
        authors=authors,
        section=known.section or told.section,
        agency=find_agency(text, authors, publisher),
        reader=reader,
        raw_sha256=page.sha256,
        pages=pages,
    )


def has_half_characters(text: str, known: Known) -> bool:
    """Whether a lone surrogate, which JSON can spell out, stands in the text or in what is known of it."""
    told = (known.id, known.title, known.url, known.publisher, known.section, *known.authors)
    return any("\ud800" <= character <= "\udfff" for part in (text, *told) if part and not part.isascii() for character in part)


def bare_language(language: str | None) -> str | None:
    """A language without its region: `en-GB` is `en`."""
    return language.replace("_", "-").split("-")[0].lower() if language else None


def join_notes(*notes: str | None) -> str:
    """A reader's name with what is to be said of this reading, as `trafilatura 2.3.1; cp1252, declared`."""
    return "; ".join(note for note in notes if note)
