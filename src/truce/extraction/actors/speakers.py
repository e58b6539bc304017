"""Speakers of claims who are not named: `a security source`, `Israeli military officials`."""

from __future__ import annotations

from collections.abc import Iterator

from truce.extraction.actors.described import NOUNS, describe, is_one
from truce.extraction.actors.mentions import ARTICLES, POSSESSIVES, Mention
from truce.extraction.claims.cue import Cue
from truce.extraction.phrases import phrase_head
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

# Nouns that, with the name of a medium, mean the medium: `Norland's N news agency`, `an N correspondent`.
OF_MEDIA = frozenset(
    """
    agency newspaper daily channel station network television radio tv magazine correspondent reporter journalist witness
    photographer website service
    """.split()
)
NOBODY = frozenset({"side", "sides", "group", "speakers", "some", "others", "people"})
BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.GOVERNMENT})


def find_speakers(reading: Reading, named: list[Mention], cues: list[Cue], lexicons: Lexicons) -> Iterator[Mention]:
    """The unnamed speakers, in order of their cues."""
    owner = {word: mention for mention in named for word in range(mention.first, mention.last)}
    for cue in cues:
        if cue.has_speaker:
            for first, last in own_parts(reading, cue, owner):
                mention = speaker_of(reading, first, last, owner, lexicons)
                if mention is not None:
                    yield mention


def own_parts(reading: Reading, cue: Cue, owner: dict[int, Mention]) -> list[tuple[int, int]]:
    """The speaker's words, cut at an `and` beside which a name stands: `the rebels and the Ugandan government`."""
    first, last = cue.speaker_start, cue.speaker_end
    for word in range(first + 1, last - 1):
        if reading.lower[word] != "and":
            continue
        if word - 1 in owner:
            return [(first, word), (word + 1, last)]
        if any(later in owner for later in range(word, last)):
            return [(first, word)]
    return [(first, last)]


def speaker_of(reading: Reading, first: int, last: int, owner: dict[int, Mention], lexicons: Lexicons) -> Mention | None:
    """The mention of an unnamed speaker; None where the words name somebody, take up somebody, or are no speaker's."""
    head = phrase_head(reading, first, last)
    while head > first and reading.tags[head] not in NOUNS:  # an official familiar with the talks
        head -= 1
    inside = [owner[word] for word in range(first, last) if word in owner]
    if head in owner or any(is_head_of_phrase(reading, mention, last) for mention in inside):
        return None
    if one_of := one_of_several(reading, first, lexicons):
        return one_of
    if reading.tags[head] not in NOUNS or reading.names[head] in ("PERSON", "DATE", "LOC"):
        return None
    if reading.lower[head] in OF_MEDIA and any(mention.kind is ActorKind.MEDIA for mention in inside):
        return None
    if person := unknown_person(reading, head, lexicons):
        return person
    if reading.lower[head] in lexicons.cues.documents:
        return body_of_statement(reading, first, head, lexicons)
    if reading.lower[head] in NOBODY or not is_somebody(reading, head, lexicons) or "social" in reading.lower[first:head]:
        return None
    if is_taken_up(reading, first, last, head) or is_apposition(reading, first, last, owner):
        return None
    if is_one(reading, head) and first == head and not reading.words[head][:1].isupper():
        return None
    return describe(reading, (first, last, head), lexicons, rule="actors.speaker")


def one_of_several(reading: Reading, first: int, lexicons: Lexicons) -> Mention | None:
    """A speaker told as one of several: `one of the hostages`."""
    if reading.lower[first : first + 2] != ("one", "of"):
        return None
    noun = next((word for word in range(first + 2, len(reading.words)) if reading.tags[word] in ("NNS", "NNPS")), None)
    if noun is None or noun > first + 5 or not is_somebody(reading, noun, lexicons):
        return None
    return Mention(
        first, noun + 1, reading.span(first, noun + 1).text, ActorKind.PERSON, "actors.speaker", is_named=False, speaks=True
    )


def is_head_of_phrase(reading: Reading, mention: Mention, last: int) -> bool:
    """Whether a phrase ends with the person it names: `spokesman N N`, not `an aide to N N`."""
    if mention.kind is not ActorKind.PERSON or not mention.covers(last - 1):
        return False
    return reading.tags[mention.first - 1] not in ("IN", "TO") if mention.first else True


def unknown_person(reading: Reading, head: int, lexicons: Lexicons) -> Mention | None:
    """A speaker of two names or more whom neither parse nor gazetteer knows for a person."""
    if reading.tags[head] != "NNP" or not reading.words[head][:1].isupper():
        return None
    first = last = head
    while first > 0 and reading.tags[first - 1] == "NNP" and reading.words[first - 1][:1].isupper():
        first -= 1
    while last + 1 < len(reading.tags) and reading.tags[last + 1] == "NNP":
        last += 1
    words = reading.lower[first : last + 1]
    known = any(
        lexicons.cues.can_speak(word) or lexicons.actor_nouns.kind_of([word]) or word in lexicons.cues.documents for word in words
    )
    if len(words) < 2 or known or any(reading.names[word] for word in range(first, last + 1) if reading.names[word] != "LOC"):
        return None
    text = reading.span(first, last + 1).text
    if text.isupper() or lexicons.places.is_place(text) or lexicons.actors.state_of_demonym(reading.words[first]):
        return None
    return Mention(first, last + 1, text, ActorKind.PERSON, "actors.speaking-name")


def body_of_statement(reading: Reading, first: int, head: int, lexicons: Lexicons) -> Mention | None:
    """The body that a document speaks for: `an army statement`, `a ministry report`."""
    body = head - 1
    if body < first or reading.tags[body] not in NOUNS or lexicons.actor_nouns.kind_of(reading.lower[first:head]) not in BODIES:
        return None
    while first < body and reading.lower[first] in ARTICLES:
        first += 1
    return describe(reading, (first, head, body), lexicons, rule="actors.statement")


def is_taken_up(reading: Reading, first: int, last: int, head: int) -> bool:
    """Whether a phrase takes up one who was named before: `the minister`, `the pro-government group`, `his office`."""
    if reading.tags[first] not in ("DT", "PRP$") or reading.lower[first] in ("a", "an", "some", "another"):
        return False
    if not is_one(reading, head):
        return head == first + 1 and last == head + 1 and reading.lower[first] in ("these", "those", "both")
    return not any(reading.lower[word] in ("of", "for") or reading.words[word] in POSSESSIVES for word in range(first + 1, last))


def is_apposition(reading: Reading, first: int, last: int, owner: dict[int, Mention]) -> bool:
    """Whether a phrase only describes the name beside it: `N, a former director`, `the party's leader, N,`."""
    if first >= 2 and reading.words[first - 1] == "," and first - 2 in owner:
        return True
    named = owner.get(last + 1) if last < len(reading.words) and reading.words[last] == "," else None
    return named is not None and named.kind is ActorKind.PERSON and reading.words[named.last : named.last + 1] == (",",)


def is_somebody(reading: Reading, head: int, lexicons: Lexicons) -> bool:
    """Whether a noun can be a speaker at all."""
    return lexicons.cues.can_speak(reading.lower[head]) or lexicons.actor_nouns.kind_of([reading.lower[head]]) is not None
