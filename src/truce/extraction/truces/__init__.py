"""Where a ceasefire stands, statement by statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.reading import Reading, read_article
from truce.extraction.truces.clauses import clause_of
from truce.extraction.truces.course import Verdict, judge
from truce.extraction.truces.naming import Naming, find_namings
from truce.extraction.truces.parties import Parties
from truce.extraction.truces.terms import TERMS_FOLLOW, conditions_of, day_of, duration_of, mediators_of
from truce.lexicons import Lexicons
from truce.records import Claim, DateMention, Ground, Published, Span, TruceStatement, TruceStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_truces(  # noqa: PLR0913 - the order of the rooms gives each what it needs
    doc: Doc,
    body: Body,
    cast: Cast,
    *,
    dates: tuple[DateMention, ...],
    claims: tuple[Claim, ...],
    published: Published,
    lexicons: Lexicons,
) -> tuple[TruceStatement, ...]:
    """Every statement about a ceasefire's course, in order; one for each sentence and status.

    words ─ names of truces ─ where each stands ─ its clause ─ parties, mediators, duration, conditions, day
    """
    reading = read_article(doc, body)
    parties = Parties(reading, cast, lexicons)
    found: list[TruceStatement] = []
    seen: set[tuple[int, TruceStatus]] = set()
    for naming in find_namings(reading, lexicons.truce_words):
        verdict = judge(reading, naming, lexicons.truce_words)
        key = (reading.sentence_of[naming.first], verdict.status) if verdict else None
        if verdict is None or key is None or key in seen:
            continue
        seen.add(key)
        statement = state(reading, naming, verdict, cast=cast, dates=dates)
        before = found[-1].parties if found else ()
        between = parties.of(statement.span, statement.status, mediators=statement.mediators, before=before)
        found.append(replace(statement, parties=between))
    return tuple(sorted(found, key=lambda statement: (statement.span.start, statement.span.end)))


def state(reading: Reading, naming: Naming, verdict: Verdict, *, cast: Cast, dates: tuple[DateMention, ...]) -> TruceStatement:
    """The record of one statement, but for its parties."""
    span = clause_of(reading, naming, verdict)
    name = from_blank(reading, reading.span(naming.start, naming.end))
    clause = reading.text[span.start : with_terms(reading, span)]
    duration = duration_of(name.text, reading.text[name.end : span.end])
    terms = conditions_of(clause, verdict.status)
    day = day_of(span, dates) if verdict.status is TruceStatus.IN_FORCE else None
    grounds = [Ground("status", reading.span(verdict.cue, verdict.cue + 1))] if verdict.cue is not None else []
    for field, place, offset in (("duration", duration[1] if duration else None, name.start), ("conditions", terms, span.start)):
        if place:
            start, end = offset + place[0], offset + place[1]
            grounds.append(Ground(field, Span(start, end, reading.text[start:end])))
    if day:
        grounds.append(Ground("in_force_on", day.span))
    return TruceStatement(
        status=verdict.status,
        span=span,
        duration=duration[0] if duration else None,
        conditions=clause[slice(*terms)] if terms else None,
        mediators=mediators_of(span, cast),
        in_force_on=day.value if day else None,
        grounds=tuple(grounds),
        rule=verdict.rule,
    )


def from_blank(reading: Reading, span: Span) -> Span:
    """A span from the last blank before it on: the tagger may cut `2-1/2-year ceasefire` anywhere."""
    start = span.start
    while start > 0 and not reading.text[start - 1].isspace():
        start -= 1
    return Span(start, span.end, reading.text[start : span.end])


def with_terms(reading: Reading, span: Span) -> int:
    """Where a clause ends with the terms that follow it, though the parse hangs them elsewhere."""
    end = reading.ends[reading.sentence_at(reading.word_at(span.start)).end - 1]
    return end if TERMS_FOLLOW.match(reading.text, span.end) else span.end
