"""Mentions of one actor become one: by key, acronym, surname, the tail of a longer name, the noun alone."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.lexicons.gazetteer import fold_name
from truce.records import ActorKind

ACRONYM = re.compile(r"[A-Z][A-Za-z.\-]{0,8}[A-Z.]")
WORDS = re.compile(r"[\w-]+")
# Words that do not tell one group from another.
EMPTY = frozenset(
    """
    the a an of and for s some one two three four five several other more many most local unidentified unknown suspected
    masked armed elite enough least than additional opposing warring foreign heavily around about at his her its their our
    both these those such all hundreds dozens thousands
    """.split()
)
# Nouns that, alone, mean whatever body of that kind the report has named: its army, its police, its government.
BARE = {
    ActorKind.MILITARY: frozenset({"army", "military", "forces", "troops", "soldiers", "force", "navy", "commandos", "units"}),
    ActorKind.ARMED_GROUP: frozenset(
        """
        militants rebels fighters insurgents guerrillas gunmen attackers assailants terrorists extremists militiamen
        separatists islamists group gangs militia jihadists
        """.split()
    ),
    ActorKind.GOVERNMENT: frozenset(
        {"government", "authorities", "police", "cabinet", "parliament", "ministry", "administration"}
    ),
}
# Nouns and adjectives that say of armed men only that they are armed.
ARMED_MEN = BARE[ActorKind.ARMED_GROUP] | frozenset(
    """
    militant rebel insurgent guerrilla extremist terrorist separatist faction factions group groups fighter gunman jihadist
    forces force organizations organisations organization organisation movement movements
    """.split()
)
FAITHFUL = frozenset({"islamist", "islamists"})  # armed men whose adjective is their noun: `Islamists`, `Islamist fighters`
NAMED_BY_NOUN = frozenset({"police", "government", "authorities", "cabinet", "parliament", "ministry", "administration"})
ANYBODYS = frozenset({"government", "army", "military", "troops", "forces", "force", "units", "ministry", "administration"})
# What tells a government or an army from an earlier one, not from another state's.
OF_ANY_STATE = frozenset(
    """
    interim transitional caretaker provisional central federal national unity new current weak elected embattled coalition
    ruling recognized recognised internationally military regular regime loyalist
    """.split()
)
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


def telling_words(mention: Mention) -> list[str]:
    """The words that tell an unnamed actor from others; of armed men only whose: `Norland rebels`, `Norland militant groups`."""
    words = content_words(mention.name)
    if mention.kind is not ActorKind.ARMED_GROUP:
        return words
    whose = [word.removesuffix("s") for word in words if word not in ARMED_MEN or word in FAITHFUL]
    return [*whose, "armed-men"] if whose else words


def content_words(name: str) -> list[str]:
    """The words of a description that tell whom it means."""
    return [word for word in WORDS.findall(name.lower()) if word not in EMPTY and not word.isdigit()]


def is_bare(mention: Mention) -> bool:
    """Whether a mention is no more than `the army`, `police` or `the rebels`."""
    if mention.is_named or mention.kind not in BARE:
        return False
    words = content_words(mention.name)
    return words[-1:] != [] and words[-1] in BARE[mention.kind] and set(words[:-1]) <= OF_ANY_STATE


def join_shorter(parted: dict[str, list[Mention]]) -> None:
    """Give `the Ministry of Health` to the one named body whose name holds these words: `Norland Ministry of Health`."""
    for key in [key for key in parted if key.startswith("body ") and len(key.split()) > 2]:
        words = f" {key.removeprefix('body ')} "
        fuller = [
            other
            for other, group in parted.items()
            if other != key
            and group[0].kind is parted[key][0].kind
            and any(mention.is_named and words in f" {fold_name(mention.name)} " for mention in group)
        ]
        if len(fuller) == 1:
            parted[fuller[0]] += parted.pop(key)


def join_acronyms(parted: dict[str, list[Mention]]) -> None:
    """Give `the International Committee of the Red Cross` to the one body called by its initials, `the ICRC`."""
    for key in [key for key in parted if key.startswith("body ")]:
        group = parted[key]
        initials = {spelt(mention.name) for mention in group if mention.is_named}
        short = [
            other
            for other, others in parted.items()
            if other != key
            and group[0].kind in (others[0].kind, ActorKind.OTHER)
            and any(mention.is_named and mention.name in initials for mention in others)
        ]
        if len(short) == 1:
            parted[short[0]] += parted.pop(key)


def spelt(name: str) -> str:
    """The initials of a name of three capital words or more, as its acronym has them; "" of any other."""
    capitals = [word[0] for word in name.split() if word[:1].isupper()]
    return "".join(capitals) if len(capitals) > 2 else ""  # two letters stand for too much


def join_officials(parted: dict[str, list[Mention]]) -> None:
    """Give `officials` to the officials that the report spoke of last: `Afghan officials`, `hospital officials`."""
    unnamed = [key for key in parted if key.startswith("unnamed ")]
    for key in [key for key in unnamed if len(key.split()) == 2 and key.endswith("s")]:
        noun = key.split()[-1]
        kept = []
        for mention in parted.pop(key):
            before = [other for other in unnamed if other in parted and other.split()[-1] == noun and len(other.split()) > 2]
            before = [other for other in before if parted[other][0].first < mention.first]
            if before:
                parted[max(before, key=lambda other: parted[other][0].first)].append(mention)
            else:
                kept.append(mention)
        if kept:
            parted[key] = kept


def join_tails(parted: dict[str, list[Mention]]) -> None:
    """Give `the security cabinet` to the one named body whose name ends so."""
    for key in [key for key in parted if key.startswith("unnamed ") and len(key.split()) > 2]:
        tail = key.removeprefix("unnamed ")
        fitting = [
            other
            for other, group in parted.items()
            if other != key
            and group[0].kind is parted[key][0].kind
            and any(fold_name(each.name).endswith(f" {tail}") for each in group)
        ]
        if len(fitting) == 1 and parted[key][0].kind is not ActorKind.PERSON:
            parted[fitting[0]] += parted.pop(key)


def join_bare(bare: list[Mention], parted: dict[str, list[Mention]]) -> None:
    """Give each bare mention to the one actor of its kind; where there are several, the mention is nobody's."""
    for mention in bare:
        noun = content_words(mention.name)[-1]
        fitting = [
            key
            for key, group in parted.items()
            if group[0].kind is mention.kind
            and not key.startswith("bare")
            and (noun not in NAMED_BY_NOUN or any(other.name.lower().endswith(noun) for other in group))
        ]
        if (same := f"unnamed {noun.removesuffix('s')} armed-men") in parted:
            parted[same].append(mention)
        elif len(fitting) == 1:
            parted[fitting[0]].append(mention)
        elif mention.speaks or (not fitting and noun not in ANYBODYS):
            parted[f"bare {noun}"].append(mention)


def join_taken_up(parted: dict[str, list[Mention]]) -> None:
    """Give `the freed hostages` to the one group of hostages that the report spoke of before."""
    unnamed = sorted((key for key in parted if key.startswith("unnamed ")), key=lambda key: parted[key][0].first)
    for key in unnamed:
        group = parted[key]
        if not all(mention.name.lower().startswith(("the ", "these ", "those ")) for mention in group):
            continue
        noun = key.split()[-1]
        before = [
            other
            for other in unnamed
            if other != key and other in parted and other.split()[-1] == noun and parted[other][0].first < group[0].first
        ]
        if len(before) == 1 and noun.endswith("s"):
            parted[before[0]] += parted.pop(key)
