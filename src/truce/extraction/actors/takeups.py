"""Descriptions that take up a body named before: `the Iran-backed group`, `the rights group`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truce.extraction.actors.described import ARMED
from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading
from truce.records import ActorKind

HEADS = frozenset({"group", "movement", "militia", "organization", "organisation", "faction", "watchdog", "charity"})
DESCRIBING = frozenset({"JJ", "NN", "NNP", "HYPH", "VBN", "NNS"})
HELPING = frozenset({"rights", "aid", "relief", "monitoring", "research", "advocacy", "charity", "watchdog", "humanitarian"})
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.NGO})
FAR = 5  # sentences


def find_taken_up(reading: Reading, named: list[Mention]) -> Iterator[Mention]:
    """The definite descriptions of groups, each as a further mention of the group that it takes up."""
    owner = {word for mention in named for word in range(mention.first, mention.last)}
    for sentence in reading.sentences:
        for head in range(sentence.start + 1, sentence.end):
            if reading.lower[head] not in HEADS or reading.tags[head] != "NN" or head in owner:
                continue
            first = head - 1
            while first > sentence.start and reading.tags[first] in DESCRIBING:
                first -= 1
            if reading.lower[first] not in ("the", "this") or head + 1 in owner:
                continue
            meant = antecedent(reading, first, head, named)
            if meant is not None:
                yield replace(meant, first=first, last=head + 1, rule="actors.taken-up", acts=False, speaks=False)


def antecedent(reading: Reading, first: int, head: int, named: list[Mention]) -> Mention | None:
    """The last group named before that the description fits: one that helps, or one that fights."""
    words = set(reading.lower[first : head + 1])
    here = reading.sentence_of[first]
    for mention in reversed(named):
        if mention.last > first or mention.kind not in GROUPS or not mention.is_named:
            continue
        if here - reading.sentence_of[mention.first] > FAR:
            return None
        if words & HELPING and mention.kind is not ActorKind.NGO:
            continue
        if words & (ARMED | {"militia", "backed"}) and mention.kind is not ActorKind.ARMED_GROUP:
            continue
        return mention
    return None
