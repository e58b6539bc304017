"""What came in before anything read it: raw bytes, where from, when, with what is known beforehand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import SplitResult, urljoin, urlsplit

from truce.records import Basis

STDIN = "-"


def address_name(url: str) -> str:
    """An address as a name: without its scheme, query and closing slash."""
    parts = split_address(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def split_address(url: str | None, base: str | None = None) -> SplitResult:
    """The parts of an address, as seen from `base`; all empty for what is no address, since pages hold anything."""
    try:
        return urlsplit(urljoin(base or "", (url or "").strip()))
    except ValueError:  # as `http://[::1` gives
        return urlsplit("")


@dataclass(frozen=True, slots=True)
class Known:
    """What the wrapping tells of the report inside it: a feed's entry, a mail's headers, front matter.

    It is said of this very report, so it goes before what its page says of itself. Days are ISO or EDTF; `basis` is what
    the day of publication rests on.
    """

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: Basis = Basis.GIVEN
    modified: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A report as bytes, from a file, from an archive's member or from the web; the fetcher hands over the same record.

    `path` is where it was read: a file, or `archive.zip!folder/member.html`. `content_type` is what the sender said it
    is, its charset included; it helps to decode, but what the bytes are decides. `fetched_at` is None for a file.
    `is_story` says that the whole page is the story, as in a feed or a mail, with no navigation to be left out.
    """

    raw: bytes
    url: str | None = None
    path: str | None = None
    content_type: str | None = None
    fetched_at: datetime | None = None
    known: Known = field(default_factory=Known)
    is_story: bool = False

    @property
    def origin(self) -> str:
        """Where it came from, as an error names it."""
        return self.path or self.url or STDIN

    @property
    def name(self) -> str:
        """The reader's name for it: what the wrapping calls it, the file's stem, the address without its scheme."""
        if self.known.id:
            return self.known.id
        if self.path == STDIN:
            return "stdin"
        if self.path:
            return PurePosixPath(self.path.replace("!", "/").replace("\\", "/")).stem
        return address_name(self.url or "") or "page"

    @property
    def sha256(self) -> str:
        """The hash of the raw bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()
