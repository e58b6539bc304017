"""Collect those an article names, in order: names first, then nouns that can speak."""

from __future__ import annotations

import re

from truce.extraction.cast import Cast
from truce.extraction.phrases import NOUNS
from truce.extraction.reading import Reading
from truce.extraction.reference.persons import Persons, bare_start, description_of
from truce.extraction.reference.referents import PLURAL_TAGS, Referent, Sort, plain_name, sort_of
from truce.lexicons import Lexicons
from truce.records import ActorKind

# Capitals that are no initials of a body.
NO_ACRONYMS = frozenset({"US", "AM", "PM", "TV", "II", "III"})
PARTS = NOUNS | {"JJ", "DT", "CD", "POS", "PRP$", "HYPH"}
# `Kurdistan Workers' Party, or PKK,` and `Magen David Adom (MDA)`: initials that may be of another language.
GIVEN_INITIALS = re.compile(
    r"""
    (?P<name>(?:[A-Z][\w’'.-]*\s+(?:(?:of|for|the|and|in|on|de|da|al|von|bin)\s+){0,2}){1,7}[A-Z][\w’'-]*)   # the name
    (?:\s*\((?:the\s+)?(?P<bracketed>[A-Z][A-Z.&-]{1,7})\)                                                  # (PKK)
      |,\s+(?:or|known\s+as)\s+(?:the\s+)?(?P<called>[A-Z][A-Z.&-]{1,7})\b)                                 # , or PKK
    """,
    re.VERBOSE,
)


def named_runs(reading: Reading) -> list[tuple[int, int]]:
    """Runs of words that the parse took for one name."""
    runs: list[tuple[int, int]] = []
    word, count = 0, len(reading.words)
    while word < count:
        kind = reading.names[word]
        if kind in ("PERSON", "ORG", "LOC") and reading.sentence_of[word] >= 0:
            last = word + 1
            while last < count and reading.names[last] == kind and reading.name_starts[last] == 0:
                last += 1
            runs.append((word, last))
            word = last
        else:
            word += 1
    return runs


def collect_mentions(reading: Reading, cast: Cast, persons: Persons, lexicons: Lexicons) -> list[Referent]:
    """All mentions in order; the persons among them are remembered with what describes them."""
    subjects = set(reading.subjects.values())
    found = cast_mentions(reading, cast, subjects)
    for first, last in named_runs(reading):
        mention = read_run(reading, first, last, persons, lexicons)
        if reading.quoted[first] < 0:
            subject = any(word in subjects for word in range(first, last))
            found.append(Referent(*mention, reading.lemmas[last - 1], first, last, subject=subject))
    found += described_mentions(reading, subjects, lexicons)
    return sorted(found, key=lambda mention: mention.first)


def cast_mentions(reading: Reading, cast: Cast, subjects: set[int]) -> list[Referent]:
    """The bodies that only the gazetteer knew for names."""
    found = []
    for actor in cast.actors:
        for mention in actor.mentions:
            first, last = reading.word_at(mention.start), reading.word_at(mention.end - 1) + 1
            named = any(reading.names[word] for word in range(first, last)) or not mention.text[:1].isupper()
            if actor.key is None or actor.kind is ActorKind.PERSON or named or reading.quoted[first] >= 0:
                continue
            subject = any(word in subjects for word in range(first, last))
            name = plain_name(reading, first, last)
            found.append(Referent(name, Sort.BODY, reading.lemmas[last - 1], first, last, subject=subject))
    return found


def read_run(reading: Reading, first: int, last: int, persons: Persons, lexicons: Lexicons) -> tuple[str, Sort]:
    """Name and sort of a run of named words; a person among them is remembered."""
    kind = reading.names[first]
    start = bare_start(reading, first, last, lexicons) if kind in ("PERSON", "ORG") else first
    titled_body = kind == "ORG" and start > first and last - start >= 2
    if kind == "PERSON" or (titled_body and reading.lower[last - 1] not in lexicons.cues.bodies):
        name = reading.span(start, last).text
        persons.remember(name)
        persons.describe(name, description_of(reading, start, last))
        return name, Sort.PERSON
    return plain_name(reading, first, last), Sort.STATE if kind == "LOC" else Sort.BODY


def described_mentions(reading: Reading, subjects: set[int], lexicons: Lexicons) -> list[Referent]:
    """Nouns without a name that can speak, such as `Maoist rebels`: those that are subjects, and all plurals."""
    found = []
    for noun, tag in enumerate(reading.tags):
        if tag not in NOUNS or reading.names[noun] or reading.sentence_of[noun] < 0 or reading.quoted[noun] >= 0:
            continue
        if not lexicons.cues.can_speak(reading.lower[noun]):
            continue
        if noun not in subjects and tag != "NNS" and reading.lower[noun] not in lexicons.reference.own_named:
            continue
        start = description_start(reading, noun)
        found.append(
            Referent(
                plain_name(reading, start, noun + 1),
                sort_of(reading, noun, lexicons.cues),
                reading.lemmas[noun],
                start,
                noun + 1,
                subject=noun in subjects,
                plural=tag in PLURAL_TAGS,
            )
        )
    return found


def description_start(reading: Reading, noun: int) -> int:
    """Where the words before a noun that belong to it by the parse begin."""
    start = noun
    while (
        start - 1 >= 0
        and reading.sentence_of[start - 1] == reading.sentence_of[noun]
        and reading.heads[start - 1] in range(start, noun + 1)
        and reading.tags[start - 1] in PARTS
    ):
        start -= 1
    return start


def collect_acronyms(reading: Reading) -> dict[str, str]:
    """Acronyms with the name in the article that they shorten: by its own brackets, else by the initials."""
    found: dict[str, str] = {}
    for match in GIVEN_INITIALS.finditer(reading.text):
        initials = (match["bracketed"] or match["called"]).replace(".", "")
        name = trim_name(match["name"], initials)
        if sum(letter in initials for letter in {word[0] for word in name.split()}) * 2 >= len(set(initials)):
            found.setdefault(initials, name)
    wanted = {
        word.replace(".", "")
        for word in reading.words
        if 2 <= len(word.replace(".", "")) <= 6 and word.replace(".", "").isupper() and word[0].isalpha()
    }
    for acronym in sorted(wanted - NO_ACRONYMS - set(found)):
        if acronym.isalpha():
            between = r"[\w’'-]*[\s-]+(?:(?:of|for|the|and|in|on|to|de)\s+)*"
            spelt = re.search(r"\b" + between.join(acronym) + r"[\w’-]*[a-z][\w’-]*", reading.text)
            if spelt:
                found[acronym] = spelt.group()
    return {acronym: name for acronym, name in found.items() if acronym not in NO_ACRONYMS}


def trim_name(name: str, initials: str) -> str:
    """The name from the word that begins with the first initial, where one does; `The` is no part of it.

    >>> trim_name("Meanwhile the World Food Programme", "WFP")
    'World Food Programme'
    """
    words = name.split()
    for place, word in enumerate(words):
        if word[0] == initials[0] and sum(part[0].isupper() for part in words[place:]) <= len(initials) + 1:
            return " ".join(words[place:])
    return " ".join(words[1:] if words[0] in ("The", "A", "An") else words)
