"""Fixtures for casualties: the figures of a marked text, and how a case writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, CasualtyFigure, Span


@dataclass(frozen=True)
class Read:
    """A text read: its figures, and the stretches that its marks say are evidence."""

    marked: tuple[str, ...]
    figures: tuple[CasualtyFigure, ...]

    @property
    def told(self) -> str:
        """All figures as a case writes them: `19 killed, 5+ injured, -12 missing, 5-7 killed, ? injured`."""
        return ", ".join(f"{bounds(figure)} {figure.outcome}" for figure in self.figures)


def bounds(figure: CasualtyFigure) -> str:
    """`12`, `12+` from twelve on, `-12` up to twelve, `5-7`, `?` where nobody knows."""
    low, high = figure.low, figure.high
    if low == high:
        return "?" if low is None else str(low)
    if high is None:
        return f"{low}+"
    return f"-{high}" if low is None else f"{low}-{high}"


@cache
def read_text(marked: str) -> Read:
    """The figures of a text with its evidence in [brackets]."""
    text = re.sub(r"[\[\]]", "", marked)
    found = extract(Article(id="case", text=text), parse(text), load_lexicons())
    return Read(tuple(re.findall(r"\[([^\]]*)\]", marked)), found.casualties)


@pytest.fixture
def read() -> Callable[[str], Read]:
    """`read(text)` gives the figures of a text with its evidence in [brackets]."""
    return read_text


@pytest.fixture
def figure(marks: Callable[[str], Any], find: Callable[..., Any]) -> Callable[..., CasualtyFigure]:
    """`figure(marked, published)` gives the figure that shares most with the marked words; its grounds are true text."""

    def one(marked: str, published: str | None = "2023-05-12") -> CasualtyFigure:
        case = marks(marked)
        found = [each for each in find(case.text, published).casualties if each.evidence.overlaps(case.spans[0])]
        assert found, f"no figure at «{case.spans[0].text}»"
        best: CasualtyFigure = max(found, key=lambda each: shared(each.evidence, case.spans[0]))
        assert all(case.text[ground.span.start : ground.span.end] == ground.span.text for ground in best.grounds)
        return best

    return one


def shared(one: Span, other: Span) -> int:
    """The characters that two stretches share."""
    return min(one.end, other.end) - max(one.start, other.start)
