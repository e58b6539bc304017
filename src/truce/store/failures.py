"""What SQLite complains about, in one sentence with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from truce.errors import StoreError

# By SQLite's result codes; a longer code is looked up by its beginning: SQLITE_READONLY_DIRECTORY as SQLITE_READONLY.
SENTENCES = {
    "SQLITE_BUSY": "another program is writing to it; try again when that has ended",
    "SQLITE_LOCKED": "another program is writing to it; try again when that has ended",
    "SQLITE_NOTADB": "this file is not a database; name another with --db",
    "SQLITE_CORRUPT": "this database is damaged; restore a copy, or make it anew with `truce ingest`",
    "SQLITE_READONLY": "this database or its folder cannot be written; change its permissions or name another with --db",
    "SQLITE_CANTOPEN": "this database cannot be opened; look whether its folder exists and may be written",
    "SQLITE_PERM": "this database may not be opened; change its permissions or name another with --db",
    "SQLITE_AUTH": "this database may not be opened; change its permissions or name another with --db",
    "SQLITE_FULL": "the disk is full; nothing of this article was stored",
    "SQLITE_IOERR": "the disk could not be read or written; look whether it is full or failing",
    "SQLITE_TOOBIG": "a text is too long for the database",
}


@contextmanager
def plain_failures(path: Path) -> Iterator[None]:
    """Turn what is wrong with the file, the disk or the text into StoreError; a bug of ours keeps its traceback."""
    try:
        yield
    except DBAPIError as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        raise StoreError(f"{path}: {sentence}") from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{path}: a text holds half a character (at {error.start}), which no database can keep; nothing of it was stored"
        ) from error
    except OverflowError as error:
        raise StoreError(f"{path}: a number is too large for the database; nothing of this article was stored") from error


def sentence_for(error: DBAPIError) -> str | None:
    """The sentence for SQLite's result code, None where it tells of a bug."""
    code = getattr(error.orig, "sqlite_errorname", "") or ""
    return next((sentence for start, sentence in SENTENCES.items() if code.startswith(start)), None)
