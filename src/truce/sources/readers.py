"""Each form of saved news with what reads it: a page becomes articles, a failure a value."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import BinaryIO

from truce.errors import InputError
from truce.records import Article
from truce.sources.articles import EMPTY
from truce.sources.forms import HEAD, UNREADABLE, Form, detect_form
from truce.sources.pages import Page

DEEPEST = 3  # archives within archives
LARGEST = 256 * 2**20  # bytes of a page that has to be held whole
TOO_LARGE = f"it is larger than {LARGEST >> 20} MB"
STREAMED = frozenset({Form.JSON, Form.WARC, Form.ZIP, Form.GZIP})  # forms that are read piece by piece


def read_page(page: Page) -> Iterator[Article | InputError]:
    """The articles of a page, whatever form it is in; one for a web page, many for an archive or a feed.

    What cannot be read comes out as an `InputError` in its place, and the rest goes on.

    page ─ form ─┬─ text, Markdown, web page, PDF, Word ─────────────────── article
                 ├─ JSON ───────────────────────────────────────────────── articles
                 └─ ZIP, gzip, WARC, feed, e-mail, MHTML ─ pages within ─ and again
    """
    yield from read_stream(BytesIO(page.raw), page, depth=0)


def read_stream(stream: BinaryIO, page: Page, *, depth: int = 0) -> Iterator[Article | InputError]:
    """The articles of an open file; `page` names it and need not hold its bytes, so that large archives are never held whole."""
    hush_libraries()
    head = stream.read(HEAD)
    stream.seek(0)
    form = detect_form(head, page.content_type)
    if form in UNREADABLE:
        yield InputError(page.origin, describe(form))
    elif form in STREAMED:
        yield from read_pieces(stream, page, form, depth)
    else:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            yield InputError(page.origin, TOO_LARGE)
        else:
            yield from read_whole(with_raw(page, raw), form, depth)


@cache
def hush_libraries() -> None:
    """Keep what the libraries log of odd pages off the terminal: what matters of it is in the article or the error."""
    for name in ("trafilatura", "htmldate", "courlan", "pypdf", "warcio", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def read_pieces(stream: BinaryIO, page: Page, form: Form, depth: int) -> Iterator[Article | InputError]:
    """The articles of a form that is read piece by piece."""
    from truce.sources.json_articles import read_json
    from truce.sources.warc import unpack_warc
    from truce.sources.zipped import unpack_gzip, unpack_zip

    if form is Form.JSON:
        yield from read_json(stream, page)
    elif form is Form.WARC or (form is Form.GZIP and is_packed_warc(stream)):
        yield from read_all(unpack_warc(stream, page), depth)
    elif form is Form.GZIP:
        yield from read_all(iter([unpack_gzip(stream, page)]), depth + 1)
    elif depth >= DEEPEST:
        yield InputError(page.origin, "it is an archive within archives within archives; unpack it first")
    else:
        yield from read_all(unpack_zip(stream, page), depth + 1)


def read_whole(page: Page, form: Form, depth: int) -> Iterator[Article | InputError]:
    """The articles of a form that is held whole."""
    from truce.sources.mail import unpack_mail, unpack_mhtml
    from truce.sources.syndication import unpack_feed

    if form is Form.MAIL:
        yield from read_mail(unpack_mail(page), depth)
    elif form is Form.MHTML:
        yield from read_all(iter([unpack_mhtml(page)]), depth + 1)
    elif form is Form.FEED:
        yield from read_all(unpack_feed(page), depth + 1)
    else:
        yield single_reader(form)(page)


def single_reader(form: Form) -> Callable[[Page], Article | InputError]:
    """What reads a form that holds one article."""
    from truce.sources.documents import read_docx, read_pdf
    from truce.sources.plain import read_markdown, read_plain
    from truce.sources.reading import read_html

    return {Form.HTML: read_html, Form.MARKDOWN: read_markdown, Form.PDF: read_pdf, Form.DOCX: read_docx}.get(form, read_plain)


def read_all(pages: Iterator[Page | InputError], depth: int) -> Iterator[Article | InputError]:
    """The articles of the pages within a page."""
    for found in pages:
        if isinstance(found, InputError):
            yield found
        else:
            yield from read_stream(BytesIO(found.raw), found, depth=depth)


def read_mail(pages: Iterator[Page | InputError], depth: int) -> Iterator[Article | InputError]:
    """The articles of a mail: its body as the plain text or HTML that the mail says it is, its attachments by their bytes."""
    for found in pages:
        if isinstance(found, Page) and found.is_story:
            yield single_reader(Form.HTML if "html" in (found.content_type or "") else Form.TEXT)(found)
        else:
            yield from read_all(iter([found]), depth + 1)


def is_packed_warc(stream: BinaryIO) -> bool:
    """Whether a gzip file holds a web archive."""
    import gzip
    import zlib

    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            return unpacked.read(5) == b"WARC/"
    except (OSError, EOFError, zlib.error):
        return False
    finally:
        stream.seek(0)


def with_raw(page: Page, raw: bytes) -> Page:
    """The page with its bytes."""
    from dataclasses import replace

    return page if page.raw == raw else replace(page, raw=raw)


def describe(form: Form) -> str:
    """Why a form is not read, in one sentence."""
    if form is Form.EMPTY:
        return EMPTY
    if form is Form.OFFICE:
        return "it is an Office document that truce does not read; save it as PDF, Word (.docx) or text"
    article = "an" if form.value[0] in "aeiouX" else "a"
    return f"it is {article} {form.value}, not a report" if form is not Form.MEDIA else "it is sound or film, not a report"
