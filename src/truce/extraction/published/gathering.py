"""All that a text says of the day it was written on, brought together."""

from __future__ import annotations

from collections.abc import Sequence

from truce.extraction.body import Body, StretchKind
from truce.extraction.dates.expressions import Expression
from truce.extraction.dates.laying import Layout
from truce.extraction.published.deaths import death_names, find_deaths
from truce.extraction.published.events import find_anniversaries, find_beginnings, find_elections, find_names
from truce.extraction.published.evidence import Evidence
from truce.extraction.published.holders import find_holders
from truce.extraction.published.names import Words, find_mentions
from truce.extraction.published.told_days import find_days_without_year, find_told_days
from truce.extraction.published.windows import ANY_DAY, Windows, union
from truce.lexicons import Lexicons
from truce.lexicons.calendar import CalendarLexicon


def gather(layout: Layout, body: Body, said: Sequence[Expression], lexicons: Lexicons) -> list[Evidence]:
    """Every piece of evidence, in the order of the text."""
    text, facts, calendar = layout.text, lexicons.dated_facts, lexicons.calendar
    words = Words(text, body)
    endings = death_names(facts.deaths)
    mortal = find_mentions(text, body, lambda word: endings.get(word, ()))
    deaths = list(find_deaths(mortal, text, words, deaths=facts.deaths, lead=lead_of(layout, body)))
    dead = frozenset(name for name, _ in deaths)
    mentions = find_mentions(text, body, lexicons.offices.names_ending)
    evidence = [
        *(piece for _, piece in deaths),
        *find_holders(mentions, layout, words, lexicons=lexicons, dead=dead),
        *find_told_days(said, layout, calendar),
        *find_elections(said, layout, calendar, facts=facts, words=words),
        *find_beginnings(said, layout, facts.wars, words),
        *find_beginnings(said, layout, facts.truces, words),
        *find_anniversaries(facts, layout, calendar.ordinals),
        *find_names(facts.names, layout, words),
    ]
    return sorted(evidence, key=lambda piece: (piece.start, piece.end))


def lead_of(layout: Layout, body: Body) -> tuple[int, int]:
    """Where the first sentence of the story begins and ends."""
    for sentence in body.story_sentences(layout.doc):
        if body.kind_at(sentence.start_char) is StretchKind.STORY:
            return sentence.start_char, sentence.end_char
    return 0, 0


def narrow(
    evidence: Sequence[Evidence], said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon
) -> tuple[list[Evidence], Windows]:
    """The evidence that counts, and the days on which it agrees.

    Where it does not agree, one piece may mislead (a look back that does not say so): what holds whichever is left out is
    kept. Where that does not help, the text was put together from several, and nothing is known.
    """
    windows = together(evidence)
    if not windows:
        return doubted(evidence)
    further = list(find_days_without_year(said, layout, calendar, within=windows))
    closer = windows & together(further)
    if closer and further:
        return sorted([*evidence, *further], key=lambda piece: piece.start), closer
    return list(evidence), windows


def together(evidence: Sequence[Evidence]) -> Windows:
    """The days that every piece allows."""
    windows = ANY_DAY
    for piece in evidence:
        windows = windows & piece.windows
    return windows


def doubted(evidence: Sequence[Evidence]) -> tuple[list[Evidence], Windows]:
    """The days that are left when any one piece may mislead, with the pieces that disagree with the others."""
    rests = [(piece, together([other for other in evidence if other is not piece])) for piece in evidence]
    odd = [(piece, rest) for piece, rest in rests if rest]
    if not odd:
        return [], ANY_DAY
    kept = [Evidence(piece.windows, f"{piece.reason}; other words contradict it", piece.start, piece.end) for piece, _ in odd]
    return kept, union(stretch for _, rest in odd for stretch in rest.stretches)
