"""Mentions of one actor become one: by key, by acronym, by surname, by the tail of a longer name."""

from __future__ import annotations

import re
from collections import defaultdict

from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading
from truce.lexicons.gazetteer import fold_name
from truce.records import ActorKind

ACRONYM = re.compile(r"[A-Z][A-Za-z.\-]{0,8}[A-Z.]")
WORDS = re.compile(r"\w+")
EMPTY = frozenset({"the", "a", "an", "of", "and", "for", "s", "some", "one", "two", "three", "four", "several", "other", "more"})


def fold(reading: Reading, mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions parted by actor, each list in order, the lists by their first mention."""
    acronyms = introduced_acronyms(reading, mentions)
    names = full_names(mentions)
    parted: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        parted[identity(mention, acronyms, names)].append(mention)
    return sorted(parted.values(), key=lambda group: group[0].first)


def introduced_acronyms(reading: Reading, mentions: list[Mention]) -> dict[str, Mention]:
    """Acronyms in brackets behind a name, with the mention they are short for: `the Israel Defense Forces (IDF)`."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        after = mention.last
        if (
            mention.kind is ActorKind.PERSON
            or not mention.is_named
            or after + 2 >= len(reading.words)
            or reading.words[after] != "("
        ):
            continue
        if ACRONYM.fullmatch(reading.words[after + 1]) and reading.words[after + 2] == ")":
            found.setdefault(reading.words[after + 1], mention)
    return found


def full_names(mentions: list[Mention]) -> dict[tuple[bool, str], str]:
    """For each shorter form of a name the one longer name that it can stand for; forms that two names share lead to themselves."""
    longer: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if not mention.is_named:
            continue
        person = mention.kind is ActorKind.PERSON
        words = fold_name(mention.name).split()
        for size in range(1, len(words)):
            longer[person, " ".join(words[-size:])].add(" ".join(words))
            if not person:
                longer[person, " ".join(words[:size])].add(" ".join(words))
    return {form: next(iter(names)) for form, names in longer.items() if len(names) == 1}


def identity(mention: Mention, acronyms: dict[str, Mention], names: dict[tuple[bool, str], str]) -> str:
    """A word that all mentions of one actor share."""
    if mention.entry is not None:
        return f"key {mention.entry.key}"
    if mention.is_named and (full := acronyms.get(mention.name)) is not None and full is not mention:
        return identity(full, {}, names)
    if not mention.is_named:
        return "unnamed " + " ".join(word for word in WORDS.findall(mention.name.lower()) if word not in EMPTY)
    form = fold_name(mention.name)
    person = mention.kind is ActorKind.PERSON
    seen = set()
    while (person, form) in names and form not in seen:
        seen.add(form)
        form = names[person, form]
    return f"{'person' if person else 'body'} {form}"
