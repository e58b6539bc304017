"""Fixtures that every test may use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import Lexicons, load_lexicons
from truce.records import Article, Extraction, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

settings.register_profile("house", deadline=None)  # how fast the machine is at the moment says nothing about the code
settings.load_profile("house")


@dataclass(frozen=True)
class Marked:
    """A text whose expected evidence was set in square brackets: the bare text and the marked spans in order."""

    text: str
    spans: tuple[Span, ...]


def read_marks(marked: str) -> Marked:
    """Take the brackets out: `"Strikes [killed 19 people]"` marks one span. Brackets do not nest."""
    text, spans, opened = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            opened = len(text)
        elif piece == "]":
            spans.append(Span(opened, len(text), text[opened:]))
        else:
            text += piece
    return Marked(text, tuple(spans))


@cache
def parsed(text: str) -> Doc:
    """A text parsed once a session."""
    return parse(text)


def extracted(text: str, published: str | None = None) -> Extraction:
    """All findings in a text."""
    return extract(Article(id="case", text=text, published=published), parsed(text), load_lexicons())


@pytest.fixture
def marks() -> Callable[[str], Marked]:
    """The reader of marked texts."""
    return read_marks


@pytest.fixture
def find() -> Callable[..., Extraction]:
    """`find(text, published)` gives everything that truce finds in the text."""
    return extracted


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    """The lexicons that ship with truce."""
    return load_lexicons()
