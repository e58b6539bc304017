"""Each finding of an article in a few words, with its evidence, its rule and the words that its fields rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce.records import Actor, CasualtyFigure, Claim, DateMention, Extraction, Ground, Scope, Span, TruceStatement, VictimClass
from truce.render.cells import how_many, one_line, read_days


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in words: what kind, what it says, where its evidence starts, by which rule, on which other words."""

    kind: str
    summary: str
    start: int
    evidence: str
    rule: str
    grounds: tuple[Ground, ...] = ()


def notes_of(extraction: Extraction) -> Iterator[Note]:
    """Every finding of an article, kind by kind; an actor once, at its first mention."""
    yield from map(casualty_note, extraction.casualties)
    yield from map(claim_note, extraction.claims)
    yield from map(date_note, extraction.dates)
    yield from map(truce_note, extraction.truces)
    yield from map(actor_note, extraction.actors)


def casualty_note(figure: CasualtyFigure) -> Note:
    """`19 killed: civilians, Baalbek, by Lebanon's health ministry, incident`."""
    of_class = figure.victim_class.value.replace("_", " ") if figure.victim_class is not VictimClass.UNSPECIFIED else None
    parts = (
        figure.victims,
        of_class if of_class and of_class not in (figure.victims or "") else None,
        f"of {figure.affiliation}" if figure.affiliation else None,
        figure.place,
        f"by {figure.source}" if figure.source else None,
        "toll" if figure.scope is Scope.CUMULATIVE else "incident",
        read_days(figure.period) if figure.period else None,
        f"part of figure {figure.subset_of + 1}" if figure.subset_of is not None else None,
    )
    told = ", ".join(one_line(part) for part in parts if part)
    summary = f"{how_many(figure)} {figure.outcome.value}: {told}"
    return Note("casualty figure", summary, figure.evidence.start, figure.evidence.text, figure.rule, figure.grounds)


def claim_note(claim: Claim) -> Note:
    """`Naim Qassem asserts, on 2024-10-30`, with the content as evidence."""
    cue = f" ({one_line(claim.cue.text)})" if claim.cue else ""
    parts = (
        f"{one_line(claim.speaker or 'somebody')} {claim.stance.value}{cue}",
        f"to {one_line(claim.addressee)}" if claim.addressee else "",
        f"through {one_line(claim.medium)}" if claim.medium else "",
        f"on {read_days(claim.said_on)}" if claim.said_on else "",
        f"on condition “{one_line(claim.condition)}”" if claim.condition else "",
        f"[{', '.join(claim.topics)}]" if claim.topics else "",
    )
    spans = [claim.cue, *claim.content]
    start = min(span.start for span in spans if span is not None) if any(spans) else 0
    words = " … ".join(span.text for span in claim.content)
    return Note("claim", " ".join(part for part in parts if part), start, words, claim.rule, claim.grounds)


def date_note(date: DateMention) -> Note:
    """The value, `unresolved` where the text does not tell."""
    summary = read_days(date.value) if date.value else "unresolved"
    return Note("date", summary, date.span.start, date.span.text, date.rule, date.grounds)


def truce_note(truce: TruceStatement) -> Note:
    """`conditional: Hezbollah, Israel; P60D; if …`."""
    parts = (
        " and ".join(map(one_line, truce.parties)),
        truce.duration or "",
        one_line(truce.conditions or ""),
        f"mediated by {', '.join(map(one_line, truce.mediators))}" if truce.mediators else "",
        f"in force on {read_days(truce.in_force_on)}" if truce.in_force_on else "",
    )
    told = "; ".join(part for part in parts if part)
    summary = truce.status.value.replace("_", " ") + (f": {told}" if told else "")
    return Note("truce", summary, truce.span.start, truce.span.text, truce.rule, truce.grounds)


def actor_note(actor: Actor) -> Note:
    """`Naim Qassem, person, leader, Hezbollah`, with the number of mentions."""
    parts = (actor.name, actor.kind.value.replace("_", " "), actor.role, actor.affiliation)
    count = len(actor.mentions)
    summary = f"{', '.join(one_line(part) for part in parts if part)} ({count} mention{'' if count == 1 else 's'})"
    first = actor.mentions[0] if actor.mentions else Span(0, 0, "")
    return Note("actor", summary, first.start, first.text, actor.rule, actor.grounds)
