"""Groups without a name that do something: `masked gunmen`, `Kenyan peacekeepers`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truce.extraction.actors.described import BOMBERS, NOUNS, PLURALS, describe, is_one
from truce.extraction.actors.mentions import ARTICLES, HYPHENS, POSSESSIVES, SUBJECTS, Mention
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

BEFORE_NOUN = NOUNS | {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "CD"}
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.GOVERNMENT})
AMOUNTS = frozenset({"least", "other", "more", "many", "several", "some", "enough", "most", "all", "about", "around", "than"})
DRESSED = frozenset({"masked", "armed", "hooded", "uniformed", "veiled"})  # what tells armed men, not what befell them
FOUGHT = frozenset({"against"})


def find_groups(reading: Reading, named: list[Mention], lexicons: Lexicons) -> Iterator[Mention]:
    """Groups of armed men, soldiers and officials that do something or are fought, in order."""
    owner = {word: mention for mention in named for word in range(mention.first, mention.last)}
    for sentence in reading.sentences:
        for head in range(sentence.start, sentence.end):
            if head in owner or reading.tags[head] not in NOUNS or reading.names[head] in ("PERSON", "DATE"):
                continue
            if head + 1 < sentence.end and reading.tags[head + 1] in NOUNS:
                continue
            first = phrase_begin(reading, head, sentence.start, owner)
            if not is_group(reading, first, head, lexicons) or not acts(reading, first, head):
                continue
            first = backed_begin(reading, first, sentence.start)
            mention = describe(reading, (first, head + 1, head), lexicons, rule="actors.group")
            if reading.lower[head] == "office":
                holder = owner.get(first - 2) if first > 1 and reading.words[first - 1] in POSSESSIVES else None
                if holder is not None:
                    yield replace(mention, name=reading.span(holder.first, head + 1).text)
                continue
            yield of_state(reading, mention, owner.get(first - 1), lexicons)


def is_group(reading: Reading, first: int, head: int, lexicons: Lexicons) -> bool:
    """Whether the phrase is of a group that acts by itself, not `its forces`."""
    if first > 0 and reading.tags[first - 1] == "PRP$":
        return False
    if reading.lower[head] in BOMBERS:
        return True
    if is_one(reading, head) and reading.lower[head] in lexicons.actor_nouns.offices:
        return False
    return lexicons.actor_nouns.kind_of(reading.lower[first : head + 1]) in GROUPS


def of_state(reading: Reading, mention: Mention, before: Mention | None, lexicons: Lexicons) -> Mention:
    """`U.S. soldiers`: the soldiers of the state that is named right before them belong to its army."""
    if (
        before is None
        or before.entry is None
        or before.entry.kind is not ActorKind.STATE
        or mention.kind is not ActorKind.MILITARY
    ):
        return mention
    army = lexicons.actors.find(f"{lexicons.actors.demonym(before.entry.key)} army")
    name = reading.span(before.first, mention.last).text
    return replace(mention, name=name, entry=army) if army else mention


def phrase_begin(reading: Reading, head: int, floor: int, owner: dict[int, Mention]) -> int:
    """Where the words that describe a noun begin."""
    first = head
    while (
        first > floor and first - 1 not in owner and reading.tags[first - 1] in BEFORE_NOUN and reading.names[first - 1] != "DATE"
    ):
        first -= 1
    while first < head and (
        reading.words[first] in POSSESSIVES
        or reading.tags[first] == "CD"
        or (reading.tags[first] == "VBN" and reading.lower[first] not in DRESSED)
        or reading.lower[first] in AMOUNTS
        or (reading.words[first].isupper() and len(reading.words[first]) > 3)
    ):
        first += 1
    return first


def backed_begin(reading: Reading, first: int, floor: int) -> int:
    """Where a phrase begins whose first adjective is half a name: `UN-backed forces`, `pro-Moscow rebels`."""
    while first - 1 > floor and reading.words[first] in HYPHENS and reading.words[first - 1][:1].isalpha():
        first -= 1
        if first - 1 > floor and reading.words[first - 1] in HYPHENS:
            first -= 1
    return first


def acts(reading: Reading, first: int, head: int) -> bool:
    """Whether a group does something or is fought: subject or object of a verb, behind `by` or `against`."""
    before = first - 1
    if before >= 0 and reading.lower[before] in ARTICLES:
        before -= 1
    lead = reading.lower[before] if before >= 0 else ""
    return reading.deps[head] in SUBJECTS or lead == "by" or (is_fought(reading, first, head) and lead in FOUGHT)


def is_fought(reading: Reading, first: int, head: int) -> bool:
    """Whether a group is described closely enough to be told from others: `Palestinian guerrillas`."""
    return first < head and reading.tags[head] in PLURALS
