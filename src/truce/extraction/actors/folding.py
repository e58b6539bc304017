"""Mentions of one actor become one: by key, acronym, surname, the tail of a longer name, the noun alone."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from truce.extraction.actors.joining import (
    join_acronyms,
    join_bare,
    join_officials,
    join_shorter,
    join_tails,
    join_taken_up,
)
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.telling import is_bare, telling_words
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.lexicons.gazetteer import fold_name
from truce.records import ActorKind

ACRONYM = re.compile(r"[A-Z][A-Za-z.\-]{0,8}[A-Z.]")
IN_BRACKETS = 6  # words between a name's first part and the bracket with its acronym


def fold(reading: Reading, mentions: list[Mention], lexicons: Lexicons) -> list[list[Mention]]:
    """The mentions parted by actor, each list in order, the lists by their first mention."""
    mentions = [with_army(mention, lexicons) for mention in of_whom_is_named(surnames_are_persons(mentions))]
    acronyms = introduced_acronyms(reading, mentions)
    names = full_names(mentions)
    keys = {fold_name(mention.name): mention.entry.key for mention in mentions if mention.entry and " " in mention.name}
    keys |= {mention.name: mention.entry.key for mention in mentions if mention.entry and mention.name in acronyms}
    parted: dict[str, list[Mention]] = defaultdict(list)
    bare = []
    for mention in mentions:
        if is_bare(mention):
            bare.append(mention)
        else:
            parted[identity(mention, acronyms, names, keys)].append(mention)
    join_shorter(parted)
    join_acronyms(parted)
    join_officials(parted)
    join_tails(parted)
    join_bare(bare, parted)
    join_taken_up(parted)
    return sorted((sorted(group, key=place) for group in parted.values()), key=lambda group: group[0].first)


def place(mention: Mention) -> tuple[int, int]:
    """Where a mention stands."""
    return mention.first, mention.last


def surnames_are_persons(mentions: list[Mention]) -> list[Mention]:
    """The mentions, those put right that the parse took for a body though they are a person's surname."""
    known = {fold_name(mention.name).split()[-1] for mention in mentions if is_full_person(mention)}
    return [
        replace(mention, kind=ActorKind.PERSON, rule="actors.surname")
        if mention.is_named
        and mention.entry is None
        and mention.kind is ActorKind.OTHER
        and fold_name(mention.name).removeprefix("al ") in known
        else mention
        for mention in mentions
    ]


def of_whom_is_named(mentions: list[Mention]) -> list[Mention]:
    """The mentions, those of a bare surname given to the person whom the article names in full, not to the lexicon's."""
    full: dict[str, set[str | None]] = defaultdict(set)
    for mention in mentions:
        if is_full_person(mention):
            full[fold_name(mention.name).split()[-1]].add(mention.entry.key if mention.entry else None)
    return [
        replace(mention, entry=None, rule="actors.surname")
        if mention.entry is not None
        and mention.kind is ActorKind.PERSON
        and " " not in mention.name
        and (keys := full.get(fold_name(mention.name).split()[-1]))
        and mention.entry.key not in keys
        else mention
        for mention in mentions
    ]


def is_full_person(mention: Mention) -> bool:
    """Whether a mention gives a person's full name."""
    return mention.is_named and mention.kind is ActorKind.PERSON and " " in mention.name


def with_army(mention: Mention, lexicons: Lexicons) -> Mention:
    """`Israeli soldiers` and `Israeli warplanes` belong to the army that the lexicon knows."""
    first, _, rest = mention.name.partition(" ")
    if (
        mention.is_named
        or mention.kind is not ActorKind.MILITARY
        or not rest
        or len(rest.split()) > 1
        or rest in ("peacekeepers", "coalition")
    ):
        return mention
    state = lexicons.actors.state_of_demonym(first)
    army = lexicons.actors.find(f"{first} army") if state else None
    return replace(mention, entry=army) if army else mention


def introduced_acronyms(reading: Reading, mentions: list[Mention]) -> dict[str, Mention]:
    """Acronyms in brackets behind a name, with the mention they are short for: `the Israel Defense Forces (IDF)`."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind is ActorKind.PERSON or not mention.is_named:
            continue
        after = next(
            (
                word
                for word in range(mention.last, min(mention.last + IN_BRACKETS, len(reading.words) - 2))
                if reading.words[word] == "("
            ),
            None,
        )
        if after is None or any(reading.words[word] in ",.;:" for word in range(mention.last, after)):
            continue
        acronym = reading.words[after + 1]
        if (
            ACRONYM.fullmatch(acronym)
            and reading.words[after + 2] == ")"
            and (after == mention.last or acronym[0] == mention.name[0])
        ):
            found.setdefault(acronym, mention)
    return found


def full_names(mentions: list[Mention]) -> dict[tuple[bool, str], str]:
    """For each shorter form of a name the one longer name it can stand for; a form of two names leads nowhere.

    A person is also called by the first name, a body by its name up to `of`: `the International Committee`.
    """
    longer: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if not mention.is_named:
            continue
        person = mention.kind is ActorKind.PERSON
        words = fold_name(mention.name).split()
        for size in range(1, len(words)):
            longer[person, " ".join(words[-size:])].add(" ".join(words))
            if person or (words[size] in ("of", "for") and size > 1):
                longer[person, " ".join(words[:size])].add(" ".join(words))
    return {form: longest_of(names) for form, names in longer.items() if is_one_name(names)}


def longest_of(names: set[str]) -> str:
    """The longest of some names, the first in the alphabet of those of one length."""
    return max(sorted(names), key=len)


def is_one_name(names: set[str]) -> bool:
    """Whether each name is part of the longest."""
    words = set(longest_of(names).split())
    return all(set(name.split()) <= words for name in names)


def identity(mention: Mention, acronyms: dict[str, Mention], names: dict[tuple[bool, str], str], keys: dict[str, str]) -> str:
    """A word that all mentions of one actor share."""
    if mention.entry is not None:
        return f"key {mention.entry.key}"
    if (short := next((acronym for acronym, full in acronyms.items() if full.name == mention.name), None)) in keys:
        return f"key {keys[str(short)]}"
    if mention.is_named and (full := acronyms.get(mention.name)) is not None and full is not mention:
        return identity(full, {}, names, keys)
    if mention.name.lower().startswith("one of "):
        return f"one {mention.first}"
    if not mention.is_named:
        return "unnamed " + " ".join(telling_words(mention))
    form = fold_name(mention.name)
    person = mention.kind is ActorKind.PERSON
    seen: set[str] = set()
    while (person, form) in names and form not in seen:
        seen.add(form)
        form = names[person, form]
    return f"key {keys[form]}" if form in keys else f"{'person' if person else 'body'} {form}"
