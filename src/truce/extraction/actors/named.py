"""Actors that a mention names: by the gazetteer first, then by the names that the parse found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce.extraction.actors.bodies import body_mentions, is_body_name
from truce.extraction.actors.bracketed import bracketed_runs
from truce.extraction.actors.known import known_mention
from truce.extraction.actors.mentions import NAME_TAGS, Mention, Run, plain
from truce.extraction.actors.parts import has_part
from truce.extraction.actors.persons import (
    is_described_person,
    is_titled,
    led_government,
    person_mentions,
    surnames,
    titled_mentions,
)
from truce.extraction.actors.press import press_mention
from truce.extraction.reading import Reading, Sentence
from truce.lexicons import Lexicons
from truce.lexicons.actors import ActorEntry
from truce.records import ActorKind

# Sentences that name those who made the report, not those in it: `(Reporting by …; Editing by …)`.
CREDIT = re.compile(
    r"""
    \b(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Pp]hotos?|[Gg]raphics?)   # (Reporting by N N;
      (?:\s+and\s+\w+)?(?:\s+reporting)?\s+by\s+[A-Z]
    | ^(?:[A-Z]\S+\s+){2,4}(?:reports|has\s+more)(?:\s+(?:from|for)\b.{0,60})?\.?\s*$         # N N reports from Cairo.
    | \bcontributed\s+(?:\w+\s+)?to\s+this\s+(?:report|story|article)
    | ^\s*[Bb]y\s+[A-Z][\w.-]+(?:\s+[A-Z][\w.-]+){1,3}\s*$                                 # by N N, a line of its own
    """,
    re.VERBOSE,
)


def find_named(reading: Reading, lexicons: Lexicons) -> list[Mention]:
    """Every mention of a named actor in headline and story, in order."""
    runs = named_runs(reading)
    found: list[Mention] = []
    for sentence in reading.sentences:
        if is_credit(reading, sentence):
            continue
        word = sentence.start
        while word < sentence.end:
            mentions = list(mentions_at(reading, word, runs, lexicons)) if may_start(reading, word) else []
            found += mentions
            word = max([word + 1, *(mention.last for mention in mentions)])
    return sorted(found + surnames(reading, found, lexicons), key=lambda mention: mention.first)


def is_credit(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names only those who made the report."""
    text = reading.span(sentence.start, sentence.end).text
    return len(text) < 400 and CREDIT.search(text) is not None


def may_start(reading: Reading, word: int) -> bool:
    """Whether a name can start at a word: at a capital letter, or at a body's noun (`the ministry of health of …`)."""
    return (
        reading.words[word][:1].isupper()
        or reading.words[word][:3] in ("al", "al-", "ex-")
        or (
            reading.tags[word] in ("NN", "NNS", "JJ")
            and word + 1 < len(reading.words)
            and reading.lower[word + 1] in ("of", "in", "forces")
        )
    )


def mentions_at(reading: Reading, word: int, runs: dict[int, Run], lexicons: Lexicons) -> Iterator[Mention]:
    """The mention that starts at a word, if any; a name with an office before it may give two."""
    known = lexicons.actors.longest_at(reading.words, word)
    run = runs.get(word)
    if known and not (run and run[1] > known[0] and run[2] in ("PERSON", "ORG") and outweighs(reading, run, known[1], lexicons)):
        yield known_mention(reading, word, known[0], known[1], lexicons)
    elif medium := press_mention(reading, word, lexicons):
        yield medium
    elif run and run[2] == "PERSON":
        yield from person_mentions(reading, run, lexicons)
    elif run and run[2] in ("ORG", "LOC") and is_described_person(reading, run[0], run[1], lexicons):
        yield Mention(run[0], run[1], reading.span(run[0], run[1]).text, ActorKind.PERSON, "actors.described-person")
    elif (
        run
        and run[2] in ("ORG", "LOC")
        and is_titled(reading, word, lexicons)
        and not is_body_name(reading, run[0], run[1], lexicons)
    ):
        yield from titled_mentions(reading, word, lexicons)
    elif run and run[2] == "ORG":
        yield from body_mentions(reading, run, lexicons)
    elif run and run[2] in ("LOC", "ORG") and (led := led_government(reading, run, lexicons)):
        yield led
    elif run and run[2] == "LOC" and (state := lexicons.actors.state_of_capital(reading.span(run[0], run[1]).text)):
        acts = has_part(reading, run[0], run[1], is_capital=True)
        yield Mention(run[0], run[1], state.name, state.kind, "actors.capital", state, acts=acts)
    elif is_titled(reading, word, lexicons):
        yield from titled_mentions(reading, word, lexicons)
    elif run and run[2] == "NORP" and reading.tags[run[1] - 1] in ("NNPS", "NNS"):
        yield from people_mentions(reading, run)


def named_runs(reading: Reading) -> dict[int, Run]:
    """The names of the parse by their first word."""
    runs: dict[int, Run] = {}
    word, count = 0, len(reading.words)
    while word < count:
        label = reading.names[word]
        last = word + 1
        if label:
            while last < count and reading.names[last] == label and not reading.name_starts[last]:
                last += 1
            first = word
            if last - first > 1 and reading.lower[max(0, word - 2) : word + 1] == ("secretary", "of", "state"):
                first, label = word + 1, "PERSON"
            bracket = next((each for each in range(first + 1, last) if reading.words[each] in ("(", "[")), last)
            runs[first] = (first, bracket, label)
        word = last
    spelt = bracketed_runs(reading)
    inside = {word for first, last, _ in spelt.values() for word in range(first, last)}
    return {first: run for first, run in runs.items() if first not in inside} | spelt


def outweighs(reading: Reading, run: Run, entry: ActorEntry, lexicons: Lexicons) -> bool:
    """Whether a longer name of the parse is rather meant than the shorter one of the gazetteer at its beginning."""
    rest = [word for word in range(*run[:2]) if reading.tags[word] in NAME_TAGS]
    if entry.kind in (ActorKind.IGO, ActorKind.GOVERNMENT):
        return run[1] - run[0] > 2 and is_body_name(reading, run[1] - 1, run[1], lexicons)
    return len(rest) > 1 and entry.kind in (ActorKind.STATE, ActorKind.PERSON)


def people_mentions(reading: Reading, run: Run) -> Iterator[Mention]:
    """A people that takes part as such: `Palestinians`, `Israelis`."""
    if has_part(reading, run[0], run[1]):
        yield Mention(run[0], run[1], plain(reading, run[0], run[1]), ActorKind.OTHER, "actors.people")
