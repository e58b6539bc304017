"""Between whom a truce is or would be."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from truce.extraction.actors.parts import REGIONS
from truce.extraction.cast import Cast
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import Actor, ActorKind, Span, TruceStatus

BETWEEN = re.compile(r"\bbetween\s+(?:both\s+|the\s+)*")
JOINED = re.compile(r"[ ,]+and\b|[ ,]+&")
RULING = ("government", "cabinet", "authority", "authorities", "junta", "regime", "administration")
PALESTINIANS = "Palestinians"  # a people that agrees to truces under the name of no state
PAIR = 2
ANYWHERE = 0.1  # what a mention counts at least: the sides of a war are named throughout
HALF = 3.0  # sentences over which a mention loses half of its weight
NEAR = 120  # characters behind `between`
# How far a mention speaks for being a party: groups that fight before states, armies for their state.
WEIGHTS = {
    ActorKind.ARMED_GROUP: 1.5,
    ActorKind.MILITARY: 1.2,
    ActorKind.STATE: 1.0,
    ActorKind.GOVERNMENT: 1.0,
    ActorKind.OTHER: 0.8,
}
PLACING = frozenset({"in", "into", "near", "across", "outside", "through", "inside", "around", "throughout"})
AS_PLACE = 0.25
IN_CLAUSE, IN_SENTENCE, UNNAMED, THIRD = 3.0, 1.5, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Presence:
    """One mention of somebody who can be a party."""

    party: str
    is_group: bool
    weight: float
    sentence: int
    start: int
    end: int


class Parties:
    """All who can be parties in one article, with where they are named."""

    def __init__(self, reading: Reading, cast: Cast, lexicons: Lexicons) -> None:
        self._reading, self._cast = reading, cast
        named = [presence for actor in cast.actors for presence in presences(reading, actor)]
        self._all = sorted(named + peoples(reading, cast, lexicons), key=lambda each: each.start)

    def of(self, span: Span, status: TruceStatus, *, mediators: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
        """The parties of a statement: `between A and B`; else those named most and nearest, a group and a state."""
        if stated := self._between(span):
            return stated
        scores: dict[str, float] = defaultdict(float)
        groups: set[str] = set()
        here = self._reading.sentence_of[self._reading.word_at(span.start)]
        for presence in self._all:
            distance = abs(presence.sentence - here)
            if presence.party in mediators:
                continue
            scores[presence.party] += presence.weight * self._nearness(presence, span, distance, status)
            if presence.is_group:
                groups.add(presence.party)
        for party in before:
            if party in scores:
                scores[party] *= 1.5
        return self._in_order(pick(scores, groups), here) or before

    def _in_order(self, parties: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        """The parties as the sentence names them; those that it does not name come last."""
        places = {each.party: each.start for each in reversed(self._all) if each.sentence == sentence}
        return tuple(sorted(parties, key=lambda party: places.get(party, len(self._reading.text))))

    def _nearness(self, presence: Presence, span: Span, distance: int, status: TruceStatus) -> float:
        """How much a mention counts by where it stands; who calls for a truce is mostly a third party."""
        if span.start <= presence.start and presence.end <= span.end:
            near = IN_CLAUSE
        else:
            near = IN_SENTENCE if distance == 0 else max(0.5 ** (distance / HALF), ANYWHERE)
        calls = status is TruceStatus.CALLED_FOR and distance == 0 and not presence.is_group
        return near * THIRD if calls else near

    def _between(self, span: Span) -> tuple[str, ...]:
        """The two that `between A and B` names."""
        match = BETWEEN.search(span.text)
        if match is None:
            return ()
        start = span.start + match.end()
        found = [each for each in self._all if start <= each.start < start + NEAR and each.end <= span.end]
        names = tuple(dict.fromkeys(each.party for each in found))
        return names[:PAIR] if len(names) >= PAIR and JOINED.search(span.text, match.end()) else ()


def pick(scores: dict[str, float], groups: set[str]) -> tuple[str, ...]:
    """The two best, of whom one is a state where there is one: a truce rarely binds two groups alone."""
    ranked = sorted(scores, key=lambda party: -scores[party])
    if len(ranked) < PAIR:
        return tuple(ranked)
    first, second = ranked[:PAIR]
    if first in groups and second in groups:
        state = next((party for party in ranked[PAIR:] if party not in groups and scores[party] >= scores[second] / 3), None)
        second = state or second
    return first, second


def presences(reading: Reading, actor: Actor) -> list[Presence]:
    """Where an actor is named, under the name of the party that it stands for."""
    party, kind = party_of(actor)
    if party is None:
        return []
    known = actor.key is not None or not actor.rule.endswith(("speaker", "group"))
    weight = WEIGHTS[kind] * (1.0 if known else UNNAMED)
    return [
        Presence(
            party,
            kind is ActorKind.ARMED_GROUP,
            weight * (AS_PLACE if is_place(reading, mention) else 1.0),
            reading.sentence_of[reading.word_at(mention.start)],
            mention.start,
            mention.end,
        )
        for mention in actor.mentions
    ]


def is_place(reading: Reading, mention: Span) -> bool:
    """Whether a mention names somewhere or tells whose somebody is: `in southern Sudan`, `the Norland town`."""
    word = reading.word_at(mention.start)
    before = word - 1
    while before > 0 and (reading.lower[before] in REGIONS or reading.lower[before] == "the"):
        before -= 1
    return before >= 0 and reading.lower[before] in PLACING


def party_of(actor: Actor) -> tuple[str | None, ActorKind]:
    """The party that an actor stands for: an army or a cabinet for its state, a ministry for none."""
    if actor.kind is ActorKind.STATE:
        return (PALESTINIANS if actor.key == "palestine" else actor.name), actor.kind
    if actor.kind is ActorKind.ARMED_GROUP:
        return actor.name, actor.kind
    if actor.kind is ActorKind.OTHER and actor.name == PALESTINIANS:
        return actor.name, actor.kind
    if actor.rule == "actors.troops":  # peacekeepers: `African Union troops`
        return None, actor.kind
    rules = actor.kind is ActorKind.GOVERNMENT and actor.name.lower().endswith(RULING)
    if actor.kind is ActorKind.MILITARY or rules:
        return actor.affiliation or actor.name, actor.kind
    return None, actor.kind


def peoples(reading: Reading, cast: Cast, lexicons: Lexicons) -> list[Presence]:
    """States meant by a people's adjective outside of any actor's name: `Turkish attacks`, `an Israeli-Palestinian ceasefire`."""
    found = []
    for sentence_number, sentence in enumerate(reading.sentences):
        for word in range(sentence.start, sentence.end):
            if not reading.words[word][:1].isupper() or reading.names[word] not in ("NORP", ""):
                continue
            state = lexicons.actors.state_of_demonym(reading.words[word])
            if state is None or cast.actor_at(reading.starts[word], reading.ends[word]) is not None:
                continue
            party = PALESTINIANS if state.key == "palestine" else state.name
            found.append(Presence(party, False, UNNAMED, sentence_number, reading.starts[word], reading.ends[word]))
    return found
