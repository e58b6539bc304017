"""Actors without a name: those who speak, groups that act, persons to whom something is done."""

from __future__ import annotations

from truce.extraction.actors.groups import find_groups
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.speakers import find_speakers
from truce.extraction.actors.victims import find_victims
from truce.extraction.claims.cue import Cue
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons


def find_unnamed(reading: Reading, named: list[Mention], cues: list[Cue], lexicons: Lexicons) -> list[Mention]:
    """Mentions of unnamed speakers and of groups that act, in order; the words of named ones are theirs."""
    found: list[Mention] = []
    covered: set[int] = set()
    for mention in (
        *find_speakers(reading, named, cues, lexicons),
        *find_groups(reading, named, lexicons),
        *find_victims(reading, named, lexicons),
    ):
        words = set(range(mention.first, mention.last))
        if not words & covered:
            found.append(mention)
            covered |= words
    return sorted(found, key=lambda mention: mention.first)
