"""Files, folders and standard input become articles, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from truce.errors import InputError
from truce.records import Article
from truce.sources.forms import HEAD, Form, detect_form
from truce.sources.json_articles import is_object
from truce.sources.pages import STDIN, Page
from truce.sources.readers import read_stream
from truce.sources.walking import walk


def read_articles(paths: Sequence[str]) -> Iterator[Article | InputError]:
    """Every article in these files and folders, in sorted order, `-` being standard input.

    What a file is, its bytes decide. What cannot be read comes out as an `InputError` in its place, and the rest goes
    on. An article in another language is an article too: `languages.is_foreign(article.language)` tells that it is to
    be stored but not extracted.
    """
    for path in paths:
        for found in walk(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from read_file(found)


def count_inputs(paths: Sequence[str]) -> int:
    """How many values `read_articles` will give, for a progress bar: the lines of JSON Lines files, else one a file."""
    return sum(1 if isinstance(found, InputError) else count_file(found) for path in paths for found in walk(path))


def read_file(path: str) -> Iterator[Article | InputError]:
    """The articles of one file; large archives are read piece by piece."""
    if path == STDIN:
        raw = sys.stdin.buffer.read()
        yield from read_stream(BytesIO(raw), Page(raw, path=path))
        return
    try:
        with Path(path).open("rb") as stream:
            yield from read_stream(stream, Page(b"", path=path))
    except OSError as error:
        yield InputError(path, f"it cannot be read ({error.strerror or error})")


def count_file(path: str) -> int:
    """How many articles a file holds: a line each in JSON Lines, else one."""
    if path == STDIN:
        return 1
    try:
        with Path(path).open("rb") as stream:
            if detect_form(stream.read(HEAD)) is not Form.JSON:
                return 1
            stream.seek(0)
            first = next((line for line in stream if line.strip()), b"")
            return 1 + sum(1 for line in stream if line.strip()) if is_object(first) else 1
    except OSError:
        return 1
