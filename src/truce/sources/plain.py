"""Plain text and Markdown as articles."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from truce.errors import InputError
from truce.records import Article
from truce.sources.articles import EMPTY, UNDECODABLE, join_notes, make_article
from truce.sources.fields import Fields, to_known
from truce.sources.pages import Page

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
FIELD = re.compile(r"(?P<name>[\w .-]+?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")


def read_plain(page: Page) -> Article | InputError:
    """A text file as an article: its text is the file's, character for character."""
    from truce.sources.decoding import decode

    decoded = decode(page.raw)
    if decoded is None:
        return InputError(page.origin, UNDECODABLE)
    return make_article(page, decoded.text, reader=join_notes("text", decoded.note))


def read_markdown(page: Page) -> Article | InputError:
    """A Markdown file as an article: what its front matter says, and its words without the marks.

    A file whose name ends in `.txt` is taken at its word: nothing of it is read as a mark, nor left out.
    """
    from truce.sources.decoding import decode

    if PurePosixPath(page.path or "").suffix.lower() == ".txt":
        return read_plain(page)
    decoded = decode(page.raw)
    if decoded is None:
        return InputError(page.origin, UNDECODABLE)
    match = FRONT_MATTER.match(decoded.text)
    try:
        known = to_known(read_front_matter(match["fields"])) if match else page.known
    except ValueError as error:
        return InputError(page.origin, f"in the front matter {error}")
    text = "\n\n".join(markdown_paragraphs(decoded.text[match.end() :] if match else decoded.text))
    if not text:
        return InputError(page.origin, EMPTY)
    if known.title and not text.startswith(known.title):
        text = f"{known.title}\n\n{text}"
    from importlib.metadata import version

    named = Page(page.raw, page.url, page.path, page.content_type, page.fetched_at, known)
    return make_article(named, text, reader=join_notes(f"markdown-it-py {version('markdown-it-py')}", decoded.note))


def read_front_matter(text: str) -> Fields:
    """The fields of a front matter: `name: value` a line, lists in brackets or with a dash a line; all values are words.

    >>> read_front_matter("title: 'Truce: day one'\\nauthors: [A. Haddad, J. Berg]")
    {'title': 'Truce: day one', 'authors': ['A. Haddad', 'J. Berg']}
    """
    fields: Fields = {}
    name = ""
    for line in text.splitlines():
        if (item := line.strip()).startswith("- ") and name:
            values = fields.get(name) or []
            fields[name] = [*(values if isinstance(values, list) else [values]), unquote(item[2:])]
        elif match := FIELD.match(line):
            name = match["name"].strip().lower()
            value = (match["value"] or "").strip()
            is_list = value.startswith("[") and value.endswith("]")
            fields[name] = [unquote(part) for part in value[1:-1].split(",") if part.strip()] if is_list else unquote(value)
    return fields


def unquote(value: str) -> str:
    """A value without the quotation marks around it."""
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def markdown_paragraphs(text: str) -> list[str]:
    """The words of a Markdown text, a heading, paragraph, item or table row each; code, pictures and HTML are left out."""
    from markdown_it import MarkdownIt

    lines: list[str] = []
    cells: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            lines.append(" | ".join(cells))
            cells = None
        elif token.type == "inline":
            (lines if cells is None else cells).append(inline_text(token.children or []))
    return [line for line in lines if line]


def inline_text(tokens: list[Token]) -> str:
    """The words of one run of Markdown."""
    pieces = [
        token.content if token.type in ("text", "code_inline") else " " if "break" in token.type else "" for token in tokens
    ]
    return " ".join("".join(pieces).split())
