"""Mentions of actors that the gazetteer knows."""

from __future__ import annotations

from truce.extraction.actors.mentions import HYPHENS, Mention, plain
from truce.extraction.actors.parts import describes, has_part
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.lexicons.actors import ActorEntry
from truce.records import ActorKind

# Nouns for several members of a group: `Taliban militants` are the Taliban, `a Hamas official` is a person.
# Bodies whose name before a noun mostly tells whose that is: `the Kremlin spokesman`; but a UN envoy is the UN at work.
DESCRIBING = frozenset({ActorKind.GOVERNMENT})
MEMBERS = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY})


def known_mention(reading: Reading, first: int, last: int, entry: ActorEntry, lexicons: Lexicons) -> Mention:
    """A mention of an actor of the gazetteer; `Taliban fighters` are the Taliban."""
    acts = takes_part(reading, first, last, entry, lexicons)
    if entry.kind is ActorKind.IGO and members_end(reading, last, lexicons) > last:
        return Mention(first, last + 1, plain(reading, first, last + 1), ActorKind.MILITARY, "actors.troops", is_named=False)
    name = entry.name if entry.kind is ActorKind.STATE else plain(reading, first, last)
    if entry.kind is ActorKind.ARMED_GROUP:
        last = members_end(reading, last, lexicons)
    return Mention(first, last, name, entry.kind, "actors.gazetteer", entry, acts=acts)


def takes_part(reading: Reading, first: int, last: int, entry: ActorEntry, lexicons: Lexicons) -> bool:
    """Whether a known actor is more than a place or a description: `in Syria`, `a Syrian government building`."""
    if is_compounded(reading, last):
        return False
    if entry.kind is ActorKind.STATE:
        return has_part(reading, first, last)
    if entry.kind in DESCRIBING and "." not in entry.key and describes(reading, first, last):
        return False
    if entry.kind is not ActorKind.GOVERNMENT or "." not in entry.key:
        return True
    follows = reading.tags[last] in ("NN", "NNS") if last < len(reading.tags) else False
    if follows and lexicons.actor_nouns.kind_of([reading.lower[last]]) is not ActorKind.MILITARY:
        return False
    return follows or has_part(reading, first, last)


def is_compounded(reading: Reading, last: int) -> bool:
    """Whether a name only begins an adjective: `the Iran-backed group`, `al-Qaeda-linked`."""
    return last + 1 < len(reading.words) and reading.words[last] in HYPHENS and reading.tags[last + 1] in ("VBN", "VBD", "JJ")


def members_end(reading: Reading, last: int, lexicons: Lexicons) -> int:
    """The end of `Hamas militants` behind the group's name; where no such noun follows, the end of the name."""
    if (
        last < len(reading.words)
        and reading.tags[last] == "NNS"
        and lexicons.actor_nouns.kind_of([reading.lower[last]]) in MEMBERS
    ):
        return last + 1
    return last
