"""Who takes part, under canonical names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.actors.folding import fold
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.named import find_named
from truce.extraction.actors.portraits import to_actors
from truce.extraction.actors.unnamed import find_unnamed
from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.reading import Reading, read_article
from truce.lexicons import Lexicons
from truce.records import ActorKind

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
    folded = fold(reading, mentions, lexicons)
    groups = [group for group in folded if any(mention.acts for mention in group) and not is_town(reading, group)]
    return Cast(to_actors(reading, groups, named, lexicons))


def is_town(reading: Reading, group: list[Mention]) -> bool:
    """Whether what the parse took for a person stands where only a place can: `in Khan Younis`."""
    if group[0].kind is not ActorKind.PERSON or not group[0].is_named or any(mention.entry for mention in group):
        return False
    return any(mention.first and reading.lower[mention.first - 1] in PLACE_PREPOSITIONS for mention in group)
