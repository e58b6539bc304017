"""Whom a description takes up: `the minister`, `the group`, `the statement`, `the rebels`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.reading import Reading
from truce.extraction.reference.bodies import (
    DEFINITE,
    FAR,
    NEAR,
    body_of_kind,
    fuller_description,
    named_body_after,
    narrowed_by_words,
    place_of,
)
from truce.extraction.reference.referents import Referent, Sort, content_words

if TYPE_CHECKING:
    from truce.extraction.reference.resolving import References


ANYBODY = frozenset({"official", "officer", "source", "leader"})  # nouns for somebody of any office


def described(references: References, first: int, last: int, head: int) -> Referent | None:
    """Whom a description takes up, or in whose name a document speaks; None where it stands for itself."""
    reading, lexicon = references.reading, references.lexicons.reference
    noun, lower = reading.lemmas[head], reading.lower[head]
    issuer = issuer_of(references, first, last, head)
    if issuer is not None:
        return issuer
    is_definite = reading.lower[first] in DEFINITE or last - first == 1
    found = None
    if is_definite:
        found = fuller_description(references, first, last, head)
    if found is None and reading.lower[first] in DEFINITE:
        found = taken_up_by(references, first, last, head)
    single = reading.tags[head] in ("NN", "NNP")
    if found is None and single and is_one_person(references, noun) and any(reading.names[word] for word in range(first, head)):
        found = named_holder(references, first, last, noun)
    if found is None and (is_definite or owner_first(reading, first, head)) and lower in lexicon.unique_offices:
        found = references.first_named_after(first, None)
    if found is None and reading.tags[head] == "NN" and is_one_person(references, noun):
        found = references.first_named_after(first, frozenset({noun[:5]}))
    kinds = lexicon.bodies.get(lower)
    if found is None and kinds and reading.tags[head] == "NN" and reading.lower[first] not in DEFINITE:
        found = named_body_after(references, first, narrowed_by_words(references, first, last, kinds))
    return found


def issuer_of(references: References, first: int, last: int, head: int) -> Referent | None:
    """Whose statement it is: the one named by `from`, else a body that spoke in the sentence before."""
    reading, lexicon = references.reading, references.lexicons.reference
    if reading.lower[head] not in lexicon.carriers:
        return None
    if head + 2 < last and reading.lower[head + 1] == "from":
        return references.look_up(head + 2, last)
    if reading.lower[first] in ("a", "the") and head == first + 1:
        reach = NEAR if reading.lower[first] == "the" else 1
        document = last_speaker(references, first, NEAR, {Sort.DOCUMENT}) if reach == NEAR else None
        return document or last_speaker(references, first, reach, {Sort.BODY, Sort.STATE})
    return None


def last_speaker(references: References, word: int, reach: int, sorts: set[Sort]) -> Referent | None:
    """The last one of some sorts who spoke before a word, at most so many sentences back."""
    here = references.reading.sentence_of[word]
    for mention in reversed(references.spoken):
        if mention.last <= word and mention.sort in sorts:
            return mention if here - references.reading.sentence_of[mention.first] <= reach else None
    return None


def taken_up_by(references: References, first: int, last: int, head: int) -> Referent | None:
    """Whom `the N` takes up by what N can stand for."""
    reading, lexicon = references.reading, references.lexicons.reference
    noun, lower = reading.lemmas[head], reading.lower[head]
    one = is_one_person(references, noun) or any(noun in portrait for portrait in references.persons.portraits.values())
    if one and reading.tags[head] in ("NN", "NNP"):
        return holder(references, first, last, noun)
    if noun in lexicon.documents and not is_specific(reading, first, last):
        return last_speaker(references, first, NEAR, {Sort.DOCUMENT})
    kinds = lexicon.bodies.get(lower) or lexicon.bodies.get(noun)
    if kinds and not has_tie(reading, first, last):
        return body_of_kind(references, first, last, kinds)
    return None


def is_one_person(references: References, noun: str) -> bool:
    """Whether a noun names one person by office or trade."""
    cues = references.lexicons.cues
    return noun in references.lexicons.reference.offices or (noun in cues.people and noun not in cues.bodies)


def holder(references: References, first: int, last: int, noun: str) -> Referent | None:
    """The person whom the article describes by this noun, else the last person who spoke, where nothing speaks against it."""
    reading = references.reading
    here = reading.sentence_of[first]
    marks = marks_of(reading, first, last) - {noun[:5]}
    named = any(reading.names[word] for word in range(first, last))
    if has_tie(reading, first, last) and not named:
        return None
    before = sorted(
        (m for m in (*references.spoken, *references.mentions) if m.sort is Sort.PERSON and m.last <= first), key=place_of
    )
    for mention in reversed(before):
        portrait = references.persons.portrait(mention.name)
        if (noun in portrait or any(word.endswith(f"-{noun}") for word in portrait)) and marks <= {word[:5] for word in portrait}:
            return mention
    if has_tie(reading, first, last) or noun not in references.lexicons.reference.offices:
        return None
    spoke = [
        m for m in references.spoken if m.sort is Sort.PERSON and m.last <= first and here - reading.sentence_of[m.first] <= FAR
    ]
    for mention in reversed(spoke):
        if reading.sentence_of[mention.first] == here:
            continue
        words = {word[:5] for word in references.persons.portrait(mention.name)}
        unnamed = mention.name[-1:].islower() and mention.name.split()[-1].islower()
        return mention if marks <= words and (not unnamed or noun in ANYBODY) else None
    return None


def named_holder(references: References, first: int, last: int, noun: str) -> Referent | None:
    """The one person whom the article gives this office and its owner, wherever it names him: `Norland's prime minister`."""
    marks = marks_of(references.reading, first, last) | {noun[:5]}
    found = {
        references.persons.of(mention.name): mention
        for mention in references.mentions
        if mention.sort is Sort.PERSON and marks <= {word[:5] for word in references.persons.portrait(mention.name)}
    }
    return next(iter(found.values())) if len(found) == 1 else None


def marks_of(reading: Reading, first: int, last: int) -> frozenset[str]:
    """Beginnings of the words that tell a description from others: names and the noun."""
    found = set()
    for word in range(first, last):
        if reading.names[word] or reading.tags[word] in ("NN", "NNP"):
            found |= {mark[:5] for mark in content_words(reading.words[word])}
    return frozenset(found)


def has_tie(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase says itself whose office it is: `the governor of the province`, `the region's head`."""
    return any(reading.tags[word] in ("IN", "POS") for word in range(first, last))


def is_specific(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase says more than its noun: names, or what a preposition ties to it."""
    return any(reading.names[word] or reading.tags[word] == "IN" for word in range(first, last))


def owner_first(reading: Reading, first: int, head: int) -> bool:
    """Whether a phrase opens with whose it is: `Norland's king`."""
    return any(reading.tags[word] == "POS" for word in range(first, head))
