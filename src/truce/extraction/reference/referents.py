"""Whoever words can stand for: a referent, and what tells one sort from another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from truce.extraction.reading import Reading
from truce.lexicons.cues import CueLexicon

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself"})
THING = frozenset({"it", "itself"})
PLURAL = frozenset({"they", "them", "both", "themselves"})
PRONOUNS = SINGULAR_PERSON | THING | PLURAL
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


class Sort(StrEnum):
    """What a mention can be taken up by: `he`, `they` or `it`."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    DOCUMENT = "document"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone named by the words `first` to `last` (not included), with the fullest name known so far.

    `head` is the lemma of the main noun. `source` are other words that the name rests on, None where it is their own.
    """

    name: str
    sort: Sort
    head: str
    first: int
    last: int
    spoke: bool = False
    subject: bool = False
    plural: bool = False
    source: tuple[int, int] | None = None

    @property
    def named(self) -> tuple[int, int]:
        """The words that the name rests on."""
        return self.source or (self.first, self.last)


def sort_of(reading: Reading, head: int, lexicon: CueLexicon) -> Sort:
    """What a phrase with this head can be taken up by."""
    lower, tag, name = reading.lower[head], reading.tags[head], reading.names[head]
    if lower in ("one", "another") and reading.lower[head + 1 : head + 2] == ("of",):
        return Sort.PERSON
    if lower in lexicon.documents:
        return Sort.DOCUMENT
    if name == "PERSON":
        return Sort.PERSON
    if lower in lexicon.people and lower not in lexicon.bodies:
        return Sort.PEOPLE if tag in PLURAL_TAGS or lower in ("police", "people") else Sort.PERSON
    if name == "LOC":
        return Sort.STATE
    return Sort.PEOPLE if tag == "NNS" or lower == "police" else Sort.BODY


def pronoun_sorts(pronoun: str) -> frozenset[Sort]:
    """What a pronoun can take up."""
    if pronoun in SINGULAR_PERSON:
        return frozenset({Sort.PERSON})
    if pronoun in THING:
        return frozenset({Sort.BODY, Sort.DOCUMENT, Sort.STATE})
    return frozenset({Sort.PEOPLE, Sort.BODY})


def plain_name(reading: Reading, first: int, last: int) -> str:
    """The words of a phrase without `the` at their head."""
    if last - first > 1 and reading.lower[first] == "the":
        first += 1
    return reading.span(first, last).text


def content_words(name: str) -> list[str]:
    """The words of a name in lower case, without articles and possessive endings.

    >>> content_words("the Army of the Republic’s")
    ['army', 'republic']
    """
    bare = name.lower().replace("’s", "").replace("'s", "").replace(".", "")
    return [word for word in re.findall(r"[\w-]+", bare) if word not in ("the", "a", "an", "of", "and")]
