"""Situation reports in PDF and Word files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from truce.errors import InputError
from truce.records import Article
from truce.sources.articles import make_article
from truce.sources.metadata import Metadata
from truce.sources.mojibake import mend
from truce.sources.pages import Page
from truce.sources.paper import join_pages

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from pypdf import PdfReader

MISSING = "reading {form} files needs {library}; install it with: pip install 'truce[documents]'"
SCANNED = "its pages are pictures without text; run a text recogniser over it first, such as ocrmypdf"
LOCKED = "it is locked with a password; save it without one first"
MOST_PAGES = 2_000
# Titles that programs put there, not authors: `Microsoft Word - sitrep12.docx`, `untitled`, file names.
NO_TITLE = re.compile(
    r"^(?:microsoft|untitled|document\d*|slide \d|powerpoint|layout \d|print)|\.(?:docx?|pdf|indd|qxd|odt)$", re.IGNORECASE
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_pdf(page: Page) -> Article | InputError:
    """The article of a PDF file, its pages known; the day of publication is left to what its text says.

    A PDF's own dates are of the file, not of the report, and are not taken for it.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        return InputError(page.origin, MISSING.format(form="PDF", library="pypdf"))
    try:
        reader = PdfReader(BytesIO(page.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            return InputError(page.origin, LOCKED)
        text, starts = join_pages(page_texts(reader))
        title = document_title(reader.metadata.title if reader.metadata else None)
    except (
        PyPdfError,
        DependencyError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        return InputError(page.origin, f"it is a damaged PDF ({error})")
    if not text.strip():
        return InputError(page.origin, SCANNED)
    return make_article(page, text, reader=f"pypdf {version('pypdf')}", metadata=Metadata(title=title), pages=starts)


def page_texts(reader: PdfReader) -> Iterator[str]:
    """The text of each page."""
    for place, leaf in enumerate(reader.pages):
        if place >= MOST_PAGES:
            return
        yield leaf.extract_text() or ""


def read_docx(page: Page) -> Article | InputError:
    """The article of a Word file: its paragraphs, its tables a row a line, and the pages that Word last laid out."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError:
        return InputError(page.origin, MISSING.format(form="Word", library="python-docx"))
    from zipfile import BadZipFile

    from lxml.etree import LxmlError

    try:
        document = docx.Document(BytesIO(page.raw))
        text, starts = join_blocks(document.element.body)
        told = document.core_properties
        title, author = document_title(told.title), (told.author or "").strip()
    except (OpcError, BadZipFile, LxmlError, KeyError, ValueError, OSError, AttributeError) as error:
        return InputError(page.origin, f"it is a damaged Word file ({error})")
    authors = (author,) if author and not NO_TITLE.search(author) and author != "python-docx" else ()
    metadata = Metadata(title=title, authors=authors)
    return make_article(page, text, reader=f"python-docx {version('python-docx')}", metadata=metadata, pages=starts)


def join_blocks(body: BaseOxmlElement) -> tuple[str, tuple[int, ...]]:
    """The text of a Word document, a paragraph or table row a block, and where in it each page begins."""
    text, starts = "", [0]
    for block in body.iter(f"{WORD}p", f"{WORD}tr"):
        if block.tag == f"{WORD}p" and any(ancestor.tag == f"{WORD}tr" for ancestor in block.iterancestors()):
            continue
        pieces = list(row_pieces(block) if block.tag == f"{WORD}tr" else run_pieces(block))
        line = "".join(piece for piece in pieces if piece is not None)
        if text and line.strip():
            text += "\n\n"
        for piece in pieces:
            if piece is not None:
                text += piece if line.strip() else ""
            else:
                starts.append(len(text))
    return text, tuple(dict.fromkeys(starts)) if len(starts) > 1 else ()


def run_pieces(paragraph: BaseOxmlElement) -> Iterator[str | None]:
    """The text of a paragraph in pieces, None where a new page begins; what was deleted with changes tracked is left out."""
    for node in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br", f"{WORD}cr", f"{WORD}lastRenderedPageBreak"):
        if node.tag == f"{WORD}lastRenderedPageBreak" or node.get(f"{WORD}type") == "page":
            yield None
        else:
            yield (node.text or "") if node.tag == f"{WORD}t" else " "


def row_pieces(row: BaseOxmlElement) -> Iterator[str | None]:
    """The cells of a table row in one line, a bar between them."""
    for place, cell in enumerate(row.iter(f"{WORD}tc")):
        if place:
            yield " | "
        yield from run_pieces(cell)


def document_title(title: str | None) -> str | None:
    """The title in a document's properties, None where a program filled it in."""
    words = " ".join((title or "").split())
    return mend(words) if len(words) > 3 and not NO_TITLE.search(words) else None
