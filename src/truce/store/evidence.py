"""The spans of findings: checked against the text, listed for the store, cut from the text again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any

from truce.errors import EvidenceError
from truce.records import Extraction, Ground, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A span with its place in a record: which field, and which of that field's spans."""

    field: str
    position: int
    is_ground: bool
    span: Span


def spans_of(record: Any) -> Iterator[Placed]:
    """Every span of a finding; the grounds' positions are their order in the record.

    >>> from truce.records import DateMention
    >>> [placed.field for placed in spans_of(DateMention(Span(0, 4, "2024"), "2024"))]
    ['span']
    """
    for field in fields(record):
        value = getattr(record, field.name)
        for position, item in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(item, Span):
                yield Placed(field.name, position, False, item)
            elif isinstance(item, Ground):
                yield Placed(item.field, position, True, item.span)


def all_spans(extraction: Extraction) -> Iterator[tuple[str, int, Placed]]:
    """Every span of an extraction, with the table of its finding and the finding's position there."""
    for placed in spans_of(extraction.published):
        yield "articles", 0, placed
    for kind, records in (
        ("mentions", extraction.actors),
        ("claims", extraction.claims),
        ("casualties", extraction.casualties),
        ("dates", extraction.dates),
        ("truces", extraction.truces),
    ):
        for index, record in enumerate(records):
            for placed in spans_of(record):
                yield kind, index, placed


def check_evidence(extraction: Extraction) -> None:
    """Refuse an extraction with a span whose words do not stand in the text: EvidenceError."""
    text = extraction.article.text
    for _, _, placed in all_spans(extraction):
        span = placed.span
        stands = text[span.start : span.end] if 0 <= span.start <= span.end <= len(text) else ""
        if stands != span.text or not 0 <= span.start <= span.end <= len(text):
            raise EvidenceError(extraction.article.id, span.start, span.end, span.text, stands)


def seal(spans: Iterable[tuple[str, int, Placed]]) -> str:
    """One hash over where all spans of an article stand, with their words: it changes with any of them."""
    lines = sorted(
        f"{kind} {index} {placed.field} {placed.position} {placed.is_ground:d} {placed.span.start} {placed.span.end} "
        f"{placed.span.text!r}"
        for kind, index, placed in spans
    )
    return sha256("\n".join(lines).encode("utf-8")).hexdigest()
