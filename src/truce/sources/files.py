"""Files, folders and standard input become articles, one at a time."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from truce.errors import InputError
from truce.records import Article
from truce.sources.decoding import decode
from truce.sources.languages import detect_language
from truce.sources.pages import Page

STDIN = "-"
EMPTY = "it is empty; there is nothing to read"
UNREADABLE = "it is not text in any encoding that truce knows; is it an image, a program or a damaged file?"


def read_articles(paths: Sequence[str]) -> Iterator[Article | InputError]:
    """Every article in these files and folders, in sorted order, `-` being standard input.

    What cannot be read comes out as an `InputError` in its place, and the rest goes on. An article in another language
    is an article too: `languages.is_foreign(article.language)` tells that it is to be stored but not extracted.
    """
    for path in paths:
        for found in walk(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from read_file(found)


def count_inputs(paths: Sequence[str]) -> int:
    """How many values `read_articles` will give, for a progress bar: lines of JSON Lines files, else files. Opens no article."""
    return sum(1 if isinstance(found, InputError) else count_file(found) for path in paths for found in walk(path))


def walk(path: str) -> Iterator[str | InputError]:
    """The files below a path, sorted by name at each level; hidden ones inside a folder are left out."""
    if path == STDIN:
        yield path
    elif Path(path).is_dir():
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        for name in names:
            yield from walk(str(Path(path, name)))
    elif Path(path).exists():
        yield path
    else:
        yield InputError(path, "there is no such file or folder")


def count_file(path: str) -> int:
    """How many articles a file holds: a line each in JSON Lines, else one."""
    if path == STDIN or not path.endswith(".jsonl"):
        return 1
    with Path(path).open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def read_file(path: str) -> Iterator[Article | InputError]:
    """The articles of one file."""
    try:
        raw = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        yield InputError(path, f"it cannot be read ({error.strerror})")
        return
    page = Page(raw, path=path)
    if path.endswith(".jsonl") or (path == STDIN and raw.lstrip()[:1] == b"{"):
        yield from read_lines(page)
    else:
        yield read_plain(page)


def read_plain(page: Page) -> Article | InputError:
    """A text file as an article: its text is the file's, character for character."""
    decoded = decode(page.raw)
    if decoded is None:
        return InputError(page.origin, UNREADABLE)
    if not decoded.text.strip():
        return InputError(page.origin, EMPTY)
    return Article(
        id=page.name,
        text=decoded.text,
        language=detect_language(decoded.text),
        path=page.path,
        reader="; ".join(filter(None, ("text", decoded.note))),
        raw_sha256=page.sha256,
    )


def read_lines(page: Page) -> Iterator[Article | InputError]:
    """The articles of a JSON Lines file: one object a line with `id, text, title, url, publisher, published`."""
    lines = 0
    for number, line in enumerate(page.raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            lines += 1
            yield read_line(page, line, number)
    if not lines:
        yield InputError(page.origin, EMPTY)


def read_line(page: Page, line: bytes, number: int) -> Article | InputError:
    """One line as an article, its `text` as it stands."""
    try:
        fields = json.loads(line)
    except ValueError as error:
        return InputError(page.origin, f"it is not JSON ({error})", line=number)
    if not isinstance(fields, dict):
        return InputError(page.origin, "an article is a JSON object with at least a `text`", line=number)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputError(page.origin, "it has no `text`, or an empty one", line=number)
    try:
        return to_article(page, fields, line, number)
    except ValueError as error:
        return InputError(page.origin, str(error), line=number)


def to_article(page: Page, fields: dict[str, Any], line: bytes, number: int) -> Article:
    """The fields of a line as an article; raises ValueError for a value that cannot be what its name says."""
    return Article(
        id=str(fields.get("id") or f"{page.name}-{number}"),
        text=fields["text"],
        title=read_words(fields, "title"),
        url=read_words(fields, "url"),
        publisher=read_words(fields, "publisher"),
        published=read_day(fields, "published"),
        language=detect_language(fields["text"]),
        path=page.path,
        reader="json",
        raw_sha256=hashlib.sha256(line).hexdigest(),
    )


def read_words(fields: dict[str, Any], name: str) -> str | None:
    """A field that holds words, None where it is absent, null or blank."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"`{name}` is {json.dumps(value)[:60]}, where words are expected")
    return (value or "").strip() or None


def read_day(fields: dict[str, Any], name: str) -> str | None:
    """A field that holds a day: an ISO day or time, of which the day is kept, or an EDTF month, year or `2024-10-30~`."""
    value = read_words(fields, name)
    if value is None or re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?[~?%]", value) or re.fullmatch(r"\d{4}(-\d{2})?", value):
        return value
    try:
        return date.fromisoformat(value).isoformat() if len(value) == 10 else datetime.fromisoformat(value).date().isoformat()
    except ValueError as error:
        raise ValueError(f"`{name}` is «{value}», which is not a day like 2024-10-30") from error
