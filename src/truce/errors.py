"""Every error that truce raises on purpose.

    TruceError
    ├── InputError      a file or a line that cannot be read as an article
    ├── FetchError      a page that could not be had
    ├── LexiconError    a word list that is not what it should be
    └── StoreError      a database that cannot be opened, or a record that it refuses
        └── EvidenceError   a span whose text is not what stands in the article

Each carries its facts as attributes and says them in one sentence with the remedy.
"""

from __future__ import annotations


class TruceError(Exception):
    """Something a user can mend; the message is one sentence."""


class InputError(TruceError):
    """A file, or one line of it, that cannot be read as an article."""

    def __init__(self, path: str, reason: str, *, line: int | None = None) -> None:
        self.path, self.reason, self.line = path, reason, line
        where = path if line is None else f"{path}, line {line}"
        super().__init__(f"{where}: {reason}")


class FetchError(TruceError):
    """A page that could not be had from its address."""

    def __init__(self, url: str, reason: str) -> None:
        self.url, self.reason = url, reason
        super().__init__(f"{url}: {reason}")


class LexiconError(TruceError):
    """An entry of a word list that is not what it should be."""

    def __init__(self, path: str, entry: str, reason: str) -> None:
        self.path, self.entry, self.reason = path, entry, reason
        super().__init__(f"{path}, entry «{entry}»: {reason}")


class StoreError(TruceError):
    """A database that cannot be opened, read or written."""


class EvidenceError(StoreError):
    """A span whose text is not what stands in the article at its place."""

    def __init__(self, article: str, start: int, end: int, text: str, found: str) -> None:
        self.article, self.start, self.end, self.text, self.found = article, start, end, text, found
        super().__init__(f"{article}: the evidence «{text}» is not at {start}:{end}, where «{found}» stands; nothing was stored")
