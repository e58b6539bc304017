"""The day an article appeared, and on what basis.

given ──────────────────────────────────────────────> that day
dateline, or a line of its own, with a year ────────> that day
else   titles, deaths, days told, elections, wars ──> windows ── weekday, dateline ──> the best day, with bounds
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from truce.edtf import bounds
from truce.extraction.body import Body, StretchKind
from truce.extraction.dates import find_expressions
from truce.extraction.dates.expressions import Expression
from truce.extraction.dates.laying import Layout
from truce.extraction.published.datelines import find_dateline_days
from truce.extraction.published.evidence import Evidence
from truce.extraction.published.gathering import gather, narrow
from truce.extraction.published.pinning import Pin, pin_day
from truce.extraction.published.windows import Windows
from truce.lexicons import Lexicons
from truce.records import Article, Basis, Ground, Published, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_published(article: Article, doc: Doc, body: Body, lexicons: Lexicons) -> Published:
    """The publication day: given, in a dateline, or inferred from what the text says; its bounds as far as known.

    An inferred day is uncertain (`~`) and has its reasons, with the words that each rests on as grounds. A day that
    cannot be inferred is None, its basis unknown, whatever bounds there are.
    """
    if article.published and (given := given_day(article.published, article.published_basis)):
        return given
    layout = Layout(doc)
    said = list(find_expressions(layout, body, lexicons.calendar))
    evidence, windows = narrow(gather(layout, body, said, lexicons), said, layout, lexicons.calendar)
    dateline = next(iter(find_dateline_days(article.text, body, lexicons.calendar)), None)
    if dateline is not None and (day := day_of(dateline)):
        if body.kind_at(dateline.start) is StretchKind.DATELINE or windows.holds(day):
            return from_dateline(day, Span(dateline.start, dateline.end, article.text[dateline.start : dateline.end]))
        dateline = None  # a day that the article tells of, above its story
    pin = pin_day(windows, said, layout, dateline=dateline, calendar=lexicons.calendar)
    return to_published(article.text, evidence, windows, pin)


def given_day(value: str, basis: Basis) -> Published | None:
    """What a reader or the user gave, an hour left out; None where it is no date."""
    value = value.partition("T")[0]
    try:
        days = bounds(value)
    except ValueError:
        return None
    return Published(
        value,
        basis,
        str(days.earliest) if days.earliest > date.min else None,
        str(days.latest) if days.latest < date.max else None,
    )


def day_of(said: Expression) -> date | None:
    """The day of an expression that says its year; None for any other, or where there is no such day."""
    try:
        return date(said.year or 0, said.month or 0, said.day or 0)
    except ValueError:
        return None


def from_dateline(day: date, span: Span) -> Published:
    """The day that stands above the story."""
    return Published(
        str(day), Basis.DATELINE, str(day), str(day), (f"«{span.text}» stands above the story",), (Ground("published", span),)
    )


def to_published(text: str, evidence: Sequence[Evidence], windows: Windows, pin: Pin | None) -> Published:
    """The day with bounds, reasons and grounds."""
    told = [*evidence, pin.evidence] if pin else list(evidence)
    spans = dict.fromkeys(
        Span(piece.start, piece.end, text[piece.start : piece.end]) for piece in told if piece.start < piece.end
    )
    return Published(
        value=f"{pin.day}~" if pin else None,
        basis=Basis.UNKNOWN if pin is None else Basis.DATELINE if pin.by_dateline else Basis.INFERRED,
        not_before=str(windows.earliest) if windows.earliest else None,
        not_after=str(windows.latest) if windows.latest else None,
        reasons=tuple(dict.fromkeys(piece.reason for piece in told)),
        grounds=tuple(Ground("published", span) for span in spans),
    )
