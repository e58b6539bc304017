"""Expressions that name a day, month, season, year or interval, resolved to EDTF.

stretches of the body ─ spotting ─ judging ─ joining ─ story and resolving ─ dates
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from truce.edtf import bounds
from truce.extraction.body import Body, StretchKind
from truce.extraction.dates.expressions import Expression
from truce.extraction.dates.joining import join
from truce.extraction.dates.judging import is_date
from truce.extraction.dates.laying import Layout
from truce.extraction.dates.spotting import spot
from truce.extraction.dates.story import Story
from truce.lexicons import Lexicons
from truce.lexicons.calendar import CalendarLexicon
from truce.records import DateMention, Published, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

TOLD = frozenset({StretchKind.HEADLINE, StretchKind.STORY, StretchKind.DATELINE})


def find_dates(doc: Doc, body: Body, published: Published, lexicons: Lexicons) -> tuple[DateMention, ...]:
    """The date expressions of headline, dateline and story, in order.

    Without a publication day only what names its own year is resolved; where bounds of it are known, what is the same
    at both of them is resolved too.
    """
    layout = Layout(doc)
    expressions = list(join(find_expressions(layout, body, lexicons.calendar), layout.text))
    values = Story(layout, writing_days(published), lexicons.calendar).resolve_all(expressions)
    return tuple(
        DateMention(Span(said.start, said.end, layout.text[said.start : said.end]), value, rule=f"dates.{said.form}")
        for said, value in zip(expressions, values, strict=True)
    )


def find_expressions(layout: Layout, body: Body, calendar: CalendarLexicon) -> Iterator[Expression]:
    """The expressions of the article in order."""
    for stretch in body.stretches:
        if stretch.kind in TOLD:
            for said in spot(layout.text, stretch.start, stretch.end, calendar=calendar):
                if is_date(said, layout, calendar):
                    yield said


def writing_days(published: Published) -> tuple[date, ...]:
    """The first and last day on which the article may have been written; nothing where they are not known."""
    if published.value:
        days = bounds(published.value)
        return tuple(dict.fromkeys((days.earliest, days.latest)))
    if published.not_before and published.not_after:
        return bounds(published.not_before).earliest, bounds(published.not_after).latest
    return ()
