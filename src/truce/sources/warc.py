"""The pages in a web archive."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from truce.errors import InputError
from truce.sources.forms import HEAD, Form, detect_form
from truce.sources.pages import Known, Page, address_name

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LARGEST = 64 * 2**20  # bytes of one page
# What can be a report by its type, and what cannot; of the rest, the bytes decide, for servers say all kinds of things.
READABLE = (
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)
UNREADABLE = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript|xml)|application/(?:\w+\+)?(?:json|xml|javascript)|.*\+xml"
)
LISTS = frozenset({Form.FEED, Form.XML, Form.JSON, Form.EMPTY})
REPORTS = frozenset({Form.HTML, Form.PDF, Form.DOCX, Form.MHTML})


def unpack_warc(stream: BinaryIO, page: Page) -> Iterator[Page | InputError]:
    """The reports in a WARC or ARC file, packed or not, each with its address and the time when it was fetched.

    Answers other than 200, repeats of what the archive has already (`revisit`) and what is no report are passed over.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    try:
        for record in ArchiveIterator(gzip.GzipFile(fileobj=stream) if packed else stream):
            within = to_page(record, page) if is_answer(record) else None
            if isinstance(within, InputError) or (within and is_report(within)):
                found = True
                yield within
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, TypeError, zlib.error) as error:
        # warcio trips over a record whose header was cut off
        yield InputError(page.origin, f"the web archive is damaged from here on ({error})")
        return
    if not found:
        yield InputError(page.origin, "the web archive holds no page that can be read")


def is_answer(record: ArcWarcRecord) -> bool:
    """Whether a record is something that was really got, and not plainly a picture, a script or a list."""
    is_got = record.rec_type == "resource" or (
        record.rec_type == "response" and record.http_headers is not None and record.http_headers.get_statuscode() == "200"
    )
    return is_got and not UNREADABLE.match(content_type(record))


def is_report(page: Page) -> bool:
    """Whether an answer can be a report: by its type, unless it is a list; else by its bytes."""
    form = detect_form(page.raw[:HEAD], page.content_type)
    return form in REPORTS or ((page.content_type or "").startswith(READABLE) and form not in LISTS)


def content_type(record: ArcWarcRecord) -> str:
    """What the server called it; what the archive calls it where no server was asked."""
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").lower()


def to_page(record: ArcWarcRecord, page: Page) -> Page | InputError:
    """One record as a page, its transfer coding undone."""
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    origin = f"{page.origin}!{url}"
    raw = record.content_stream().read(LARGEST + 1)
    if len(raw) > LARGEST:
        return InputError(origin, f"it is larger than {LARGEST >> 20} MB")
    return Page(raw, url, origin, content_type(record), fetched(record), Known(id=address_name(url) or None))


def fetched(record: ArcWarcRecord) -> datetime | None:
    """When the archive says that it got the page."""
    try:
        return datetime.fromisoformat(str(record.rec_headers.get_header("WARC-Date")))
    except ValueError:
        return None
