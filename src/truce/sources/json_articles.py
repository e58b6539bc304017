"""JSON and JSON Lines as articles, in the field names of the tools that write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, BinaryIO

from truce.errors import InputError
from truce.records import Article
from truce.sources.articles import EMPTY, UNDECODABLE, make_article
from truce.sources.decoding import decode
from truce.sources.fields import TEXT, Fields, to_known
from truce.sources.pages import Page

NO_TEXT = "it has no `text`, or an empty one"
NOT_AN_OBJECT = "an article is a JSON object with at least a `text`"
WRAPPERS = ("articles", "results", "items", "data", "entries")  # under which a file may keep its list of articles
LONGEST_FILE = 512 * 2**20  # bytes of one JSON value, which has to be held whole; JSON Lines may be of any size
# Which tool writes these names, for the reader's name.
TOOLS = (
    ("news-please", {"maintext", "date_publish"}),
    ("newspaper4k", {"text_cleaned", "meta_lang", "top_image", "publish_date", "canonical_link"}),
    ("fundus", {"publishing_date", "free_access", "plaintext"}),
    ("trafilatura", {"source-hostname", "fingerprint", "raw_text"}),
)


def read_json(stream: BinaryIO, page: Page) -> Iterator[Article | InputError]:
    """The articles of a JSON Lines file, one object a line, or of a JSON file that holds one article or a list of them.

    Lines are read one at a time. A line that cannot be read comes out as an error with its number, and the rest goes on.
    """
    first = stream.readline()
    number = 1
    while first and not first.strip(b"\xef\xbb\xbf \t\r\n"):
        first, number = stream.readline(), number + 1
    if is_object(first):
        second = stream.readline()
        if second:
            yield from read_lines(chain([second], stream), page, first, number)
        else:
            yield from read_value(replace(page, raw=first), load(first))
        return
    whole = first + stream.read(LONGEST_FILE + 1)
    if len(whole) > LONGEST_FILE:
        yield InputError(
            page.origin, f"it is one JSON value of more than {LONGEST_FILE >> 20} MB; write one article a line (JSON Lines)"
        )
        return
    try:
        value = load(whole)
    except ValueError as error:
        if any(line.lstrip().startswith(b"{") for line in whole.split(b"\n")[1:]):
            yield from read_lines(iter(whole.splitlines(keepends=True)[1:]), page, first, number)
        else:
            yield InputError(page.origin, f"it is not JSON ({error})")
        return
    yield from read_value(page, value)


def is_object(line: bytes) -> bool:
    """Whether a line is a JSON object of its own."""
    try:
        return isinstance(load(line), dict)
    except ValueError:
        return False


def load(raw: bytes) -> Any:
    """The value of JSON's bytes; raises ValueError where they are none."""
    decoded = decode(raw)
    if decoded is None:
        raise ValueError(UNDECODABLE)
    try:
        return json.loads(decoded.text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def read_lines(lines: Iterator[bytes], page: Page, first: bytes, number: int) -> Iterator[Article | InputError]:
    """The articles of the lines from `first` on, which is line `number`."""
    line: bytes | None = first
    while line:
        if line.strip():
            yield read_line(page, line.strip(b"\xef\xbb\xbf\r\n"), number)
        line, number = next(lines, None), number + 1


def read_line(page: Page, line: bytes, number: int) -> Article | InputError:
    """One line as an article, its `text` as it stands."""
    try:
        value = load(line)
    except ValueError as error:
        return InputError(page.origin, f"it is not JSON ({error})", line=number)
    return read_object(replace(page, raw=line), value, number)


def read_value(page: Page, value: Any) -> Iterator[Article | InputError]:
    """The articles of a whole JSON file: one, a list, or a list under a name."""
    if isinstance(value, dict) and story_of(value) is None:
        value = next((value[name] for name in WRAPPERS if isinstance(value.get(name), list)), value)
    entries = value if isinstance(value, list) else [value]
    if not entries:
        yield InputError(page.origin, EMPTY)
    for place, entry in enumerate(entries, start=1):
        raw = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode() if len(entries) > 1 else page.raw
        yield read_object(replace(page, raw=raw), entry, place if len(entries) > 1 else None)


def read_object(page: Page, value: Any, number: int | None) -> Article | InputError:
    """One object as an article; `number` is its line or its place in the list."""
    if not isinstance(value, dict):
        return InputError(page.origin, NOT_AN_OBJECT, line=number)
    text = story_of(value)
    if text is None:
        return InputError(page.origin, NO_TEXT, line=number)
    try:
        known = to_known(value)
    except ValueError as error:
        return InputError(page.origin, str(error), line=number)
    name = known.id or (f"{page.name}-{number}" if number is not None else page.name)
    made = make_article(replace(page, known=replace(known, id=name)), text, reader=tool_of(value))
    return made if isinstance(made, Article) else InputError(page.origin, NO_TEXT, line=number)


def story_of(fields: Fields) -> str | None:
    """The text of an object under whichever name it stands, None where it has none; fundus's body is put together."""
    for name in TEXT:
        value = fields.get(name)
        if isinstance(value, dict):
            value = "\n\n".join(body_paragraphs(value))
        if isinstance(value, str) and value.strip():
            return value
    return None


def body_paragraphs(body: Fields) -> Iterator[str]:
    """The summary, then headline and paragraphs of each section, of a body that fundus wrote."""
    yield from strings(body.get("summary"))
    for section in body.get("sections") or ():
        if isinstance(section, dict):
            yield from strings(section.get("headline"))
            yield from strings(section.get("paragraphs"))


def strings(value: Any) -> Iterator[str]:
    """The strings that say something in a string or a list."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item


def tool_of(fields: Fields) -> str:
    """The reader's name: JSON, with the tool whose field names these are."""
    tool = next((name for name, marks in TOOLS if len(marks & fields.keys()) >= 2), None)
    return f"json ({tool})" if tool else "json"
