"""Single persons of some rank without a name to whom something is done: `a Hezbollah commander was killed`."""

from __future__ import annotations

from collections.abc import Iterator

from truce.extraction.actors.described import NOUNS, describe, is_one
from truce.extraction.actors.groups import backed_begin
from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading, Sentence
from truce.lexicons import Lexicons
from truce.records import ActorKind

DONE_TO = frozenset(
    """
    kill wound injure shoot assassinate murder execute behead kidnap abduct capture seize target arrest detain free release
    stab torture poison
    """.split()
)
UNDERGOING = frozenset({"obj", "nsubj:pass"})
BEFORE_NOUN = NOUNS | {"JJ", "JJR", "JJS", "HYPH", "VBN", "CD"}
SOMEONE = frozenset({"a", "an", "one", "another"})
# Counted as casualties, but nobody to speak of.
ANYBODY = frozenset("man woman soldier member guard officer resident policeman fighter militant villager worker student".split())


def find_victims(reading: Reading, named: list[Mention], lexicons: Lexicons) -> Iterator[Mention]:
    """Persons told by office and nation or group alone who are killed, hurt, taken or targeted, in order."""
    named_words = {word for mention in named for word in range(mention.first, mention.last) if mention.kind is ActorKind.PERSON}
    for sentence in reading.sentences:
        for head in range(sentence.start, sentence.end):
            if reading.tags[head] != "NN" or head in named_words or not is_done_to(reading, head):
                continue
            if reading.lower[head] not in lexicons.actor_nouns.offices - ANYBODY or not is_one(reading, head):
                continue
            first = begin(reading, head, sentence)
            if reading.lower[first - 1] not in SOMEONE or is_named_after(reading, head, named_words):
                continue
            if any(reading.names[word] for word in range(first, head)):
                yield describe(reading, (first, head + 1, head), lexicons, rule="actors.victim")


def is_done_to(reading: Reading, head: int) -> bool:
    """Whether a verb of harm or of taking says what was done to whom a noun means."""
    verb = reading.heads[head]
    return reading.deps[head] in UNDERGOING and reading.lemmas[verb] in DONE_TO


def begin(reading: Reading, head: int, sentence: Sentence) -> int:
    """Where the words that describe a noun begin, behind the article."""
    first = head
    while first - 1 > sentence.start and reading.tags[first - 1] in BEFORE_NOUN and reading.lower[first - 1] not in SOMEONE:
        first -= 1
    return backed_begin(reading, first, sentence.start)


def is_named_after(reading: Reading, head: int, named_words: set[int]) -> bool:
    """Whether the name follows at once: `killed a commander, N N`."""
    return any(word in named_words for word in range(head + 1, min(head + 3, len(reading.words))))
