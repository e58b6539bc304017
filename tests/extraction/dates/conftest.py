"""Fixtures for dates: the values that stand in a marked sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.extraction.body import find_body
from truce.extraction.dates import find_dates
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Basis, DateMention, Published

WRITTEN = "2024-10-30"  # a Wednesday

Dates = Callable[..., tuple[DateMention, ...]]


def dates_in(text: str, published: str | None = WRITTEN) -> tuple[DateMention, ...]:
    """The dates of a text that was written on a day, or on one that nobody knows."""
    day = Published(published, Basis.GIVEN, published, published) if published else Published()
    return find_dates(parse(text), find_body(text), day, load_lexicons())


@pytest.fixture
def dates() -> Dates:
    """`dates(text, published)` gives the dates of the text; it was written on Wednesday, 30 October 2024 unless said."""
    return dates_in
