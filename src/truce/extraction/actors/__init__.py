"""Who takes part, under canonical names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from truce.extraction.actors.folding import fold
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.named import find_named
from truce.extraction.actors.parts import describes
from truce.extraction.actors.portraits import to_actors
from truce.extraction.actors.takeups import find_taken_up
from truce.extraction.actors.titles import is_title
from truce.extraction.actors.unnamed import find_unnamed
from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.claims.cue import Cue
from truce.extraction.claims.spotting import spot_cues
from truce.extraction.phrases import phrase_head
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
    cues = spot_cues(reading, lexicons.cues)
    found = find_named(reading, lexicons)
    named = with_speakers(reading, sorted([*found, *find_taken_up(reading, found)], key=lambda mention: mention.first), cues)
    mentions = sorted(named + find_unnamed(reading, named, cues, lexicons), key=lambda mention: mention.first)
    folded = fold(reading, mentions, lexicons)
    groups = [
        group
        for group in folded
        if any(mention.acts or mention.speaks for mention in group)
        and not is_town(reading, group)
        and not is_doubtful(reading, group, lexicons)
    ]
    return Cast(to_actors(reading, groups, named, lexicons))


def with_speakers(reading: Reading, named: list[Mention], cues: list[Cue]) -> list[Mention]:
    """The named mentions, those marked that speak."""
    speaking: set[int] = set()
    ends: set[int] = set()
    for cue in cues:
        if cue.has_speaker:
            head = phrase_head(reading, cue.speaker_start, cue.speaker_end)
            joined = (word for word in range(cue.speaker_start, cue.speaker_end) if reading.heads[word] == head)
            speaking |= {head, *(word for word in joined if reading.deps[word] == "conj")}
            ends.add(cue.speaker_end - 1)
    return [replace(mention, speaks=is_speaking(reading, mention, speaking, ends)) for mention in named]


def is_speaking(reading: Reading, mention: Mention, heads: set[int], ends: set[int]) -> bool:
    """Whether a mention is the main noun of a speaker's words, or, of other than states, their end."""
    words = range(mention.first, mention.last)
    if mention.kind is not ActorKind.STATE:
        return any(word in heads or word in ends for word in words)
    return any(word in heads for word in words) and not describes(reading, mention.first, mention.last)


def is_doubtful(reading: Reading, group: list[Mention], lexicons: Lexicons) -> bool:
    """Whether only the parse says, of one word, that it is a name: it must speak, or follow an office, to be believed."""
    return all(
        mention.rule in ("actors.person", "actors.unknown-body")
        and mention.entry is None
        and not mention.speaks
        and " " not in mention.name
        and not (mention.first and is_title(reading.lower[mention.first - 1], lexicons))
        for mention in group
    )


def is_town(reading: Reading, group: list[Mention]) -> bool:
    """Whether what the parse took for a person stands where only a place can: `in Khan Younis`."""
    if group[0].kind is not ActorKind.PERSON or not group[0].is_named or any(mention.entry for mention in group):
        return False
    return any(mention.first and reading.lower[mention.first - 1] in PLACE_PREPOSITIONS for mention in group)
