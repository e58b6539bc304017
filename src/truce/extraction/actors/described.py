"""What a phrase without a name says of an actor: the kind, by its main noun."""

from __future__ import annotations

from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

PLURALS = frozenset({"NNS", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ALWAYS_MANY = frozenset({"police", "people"})
BOMBERS = frozenset({"bomber"})
ARMED = frozenset({"militant", "rebel", "insurgent", "extremist", "guerrilla", "jihadist", "islamist", "separatist", "terrorist"})
SPEAKING = frozenset({"actors.speaker", "actors.statement"})


def is_one(reading: Reading, head: int) -> bool:
    """Whether a noun is in the singular."""
    return reading.tags[head] not in PLURALS and reading.lower[head] not in ALWAYS_MANY


def describe(reading: Reading, phrase: tuple[int, int, int], lexicons: Lexicons, *, rule: str) -> Mention:
    """The mention of a phrase: its first word, the one after its last, its main noun."""
    first, last, head = phrase
    before = [word.rstrip(".") for word in reading.lower[first : head + 1]]
    kind = lexicons.actor_nouns.kind_of(before)
    if (
        is_one(reading, head)
        and reading.lower[head] in (lexicons.actor_nouns.offices | lexicons.cues.people) - BOMBERS
        and reading.lower[head] != "source"
    ):
        kind = ActorKind.PERSON
    elif (kind is None and ARMED & set(before)) or (kind is ActorKind.MILITARY and (ARMED | {"opposition"}) & set(before[:-1])):
        kind = ActorKind.ARMED_GROUP
    elif kind in (ActorKind.GOVERNMENT, ActorKind.OTHER, None) and {"military", "army"} & set(before[:-1]):
        kind = ActorKind.MILITARY
    elif kind is ActorKind.OTHER and {"government", "official"} & set(before[:-1]):
        kind = ActorKind.GOVERNMENT
    return Mention(
        first,
        last,
        reading.span(first, last).text,
        kind or ActorKind.OTHER,
        rule,
        is_named=False,
        speaks=rule in SPEAKING,
    )
