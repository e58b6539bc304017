"""Who takes part, under canonical names."""

from __future__ import annotations

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


def find_actors(doc: Doc, body: Body, lexicons: Lexicons) -> Cast:
    """The actors of an article with all their mentions.

    words ─ named mentions ─ unnamed ones ─ folded into actors ─ those that take part ─ office and affiliation of persons
    """
    reading = read_article(doc, body)
    named = find_named(reading, lexicons)
    mentions = sorted(named + find_unnamed(reading, named, lexicons), key=lambda mention: mention.first)
    groups = [group for group in fold(reading, mentions, lexicons) if any(mention.acts for mention in group)]
    return Cast(tuple(to_actor(reading, group, named, lexicons) for group in groups))


def to_actor(reading: Reading, group: list[Mention], named: list[Mention], lexicons: Lexicons) -> Actor:
    """The record of one actor from its mentions."""
    main = max(group, key=lambda mention: len(mention.name))
    entry = next((mention.entry for mention in group if mention.entry), None)
    introduction = find_introduction(reading, group, named, lexicons) if main.kind is ActorKind.PERSON else Introduction()
    grounds = [
        Ground(field, reading.span(*words))
        for field, words in (("role", introduction.role_words), ("affiliation", introduction.affiliation_words))
        if words
    ]
    return Actor(
        name=main.name,
        kind=main.kind,
        mentions=tuple(reading.span(mention.first, mention.last) for mention in group),
        role=introduction.role,
        affiliation=introduction.affiliation,
        key=entry.key if entry else None,
        grounds=tuple(grounds),
        rule=main.rule,
    )


def find_introduction(reading: Reading, group: list[Mention], named: list[Mention], lexicons: Lexicons) -> Introduction:
    """The first mention that says office or affiliation."""
    for mention in group:
        found = introduce(reading, mention, named, lexicons)
        if found.role or found.affiliation:
            return found
    return Introduction()
