"""What came in before anything read it: raw bytes, where from, when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Page:
    """A report as bytes, from a file, from an archive's member or from the web; the fetcher hands over the same record.

    `path` is where it was read: a file, or `archive.zip!folder/member.html`. `content_type` is what the sender said it
    is, its charset included; it helps to decode, but what the bytes are decides. `fetched_at` is None for a file.
    """

    raw: bytes
    url: str | None = None
    path: str | None = None
    content_type: str | None = None
    fetched_at: datetime | None = None

    @property
    def origin(self) -> str:
        """Where it came from, as an error names it."""
        return self.path or self.url or "-"

    @property
    def name(self) -> str:
        """The reader's name for it: the file's stem, else the address without its scheme, `stdin` for standard input."""
        if self.path == "-":
            return "stdin"
        if self.path:
            return PurePosixPath(self.path.replace("!", "/")).stem
        parts = urlsplit(self.url or "")
        return f"{parts.netloc}{parts.path}".rstrip("/") or "page"

    @property
    def sha256(self) -> str:
        """The hash of the raw bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()
