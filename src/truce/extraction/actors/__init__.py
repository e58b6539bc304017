"""Who takes part, under canonical names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from truce.extraction.actors.folding import fold
from truce.extraction.actors.introductions import Introduction, introduce
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.named import find_named
from truce.extraction.actors.unnamed import find_unnamed
from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.reading import Reading, read_article
from truce.lexicons import Lexicons
from truce.records import Actor, ActorKind, Ground

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "into", "around", "inside"})


def find_actors(doc: Doc, body: Body, lexicons: Lexicons) -> Cast:
    """The actors of an article with all their mentions.

    words ─ named mentions ─ unnamed ones ─ folded into actors ─ those that take part ─ office and affiliation of persons
    """
    reading = read_article(doc, body)
    named = find_named(reading, lexicons)
    mentions = sorted(named + find_unnamed(reading, named, lexicons), key=lambda mention: mention.first)
    groups = [group for group in fold(reading, mentions, lexicons) if any(mention.acts for mention in group)]
    actors = (to_actor(reading, group, named, lexicons) for group in groups if not is_town(reading, group))
    return Cast(tuple(actors))


def is_town(reading: Reading, group: list[Mention]) -> bool:
    """Whether what the parse took for a person stands where only a place can: `in Khan Younis`."""
    if (
        group[0].kind is not ActorKind.PERSON
        or not group[0].is_named
        or any(mention.entry or mention.speaks for mention in group)
    ):
        return False
    return any(mention.first and reading.lower[mention.first - 1] in PLACE_PREPOSITIONS for mention in group)


def to_actor(reading: Reading, group: list[Mention], named: list[Mention], lexicons: Lexicons) -> Actor:
    """The record of one actor from its mentions."""
    main = fullest(group)
    entry = next((mention.entry for mention in group if mention.entry), None)
    introduction = find_introduction(reading, group, named, lexicons) if main.kind is ActorKind.PERSON else Introduction()
    grounds = [
        Ground(field, reading.span(*words))
        for field, words in (("role", introduction.role_words), ("affiliation", introduction.affiliation_words))
        if words
    ]
    return Actor(
        name=entry.name if entry and entry.kind in (ActorKind.STATE, ActorKind.IGO) and " " not in main.name else main.name,
        kind=main.kind,
        mentions=tuple(reading.span(mention.first, mention.last) for mention in group),
        role=introduction.role,
        affiliation=introduction.affiliation,
        key=entry.key if entry else None,
        grounds=tuple(grounds),
        rule=main.rule,
    )


def fullest(group: list[Mention]) -> Mention:
    """The mention that names an actor best: the lexicon's own form, else the fullest name, of bodies the one most used."""
    named = [mention for mention in group if mention.is_named] or group
    if own := next((mention for mention in named if mention.entry and mention.entry.name == mention.name), None):
        return own
    if named[0].entry is None or named[0].kind is ActorKind.PERSON:
        return max(named, key=lambda mention: len(mention.name))
    uses = Counter(mention.name for mention in named)
    return max(named, key=lambda mention: (" " in mention.name, uses[mention.name]))


def find_introduction(reading: Reading, group: list[Mention], named: list[Mention], lexicons: Lexicons) -> Introduction:
    """The first mention that says office or affiliation."""
    for mention in group:
        found = introduce(reading, mention, named, lexicons)
        if found.role or found.affiliation:
            return found
    return Introduction()
