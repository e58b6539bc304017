"""The record of an actor from its mentions: the best name, office, affiliation, the words they rest on."""

from __future__ import annotations

import re
from dataclasses import replace

from truce.extraction.actors.introductions import Introduction, introduce
from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.telling import content_words
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.lexicons.actors import ActorEntry
from truce.records import Actor, ActorKind, Ground

INSTITUTIONS = ("army", "military", "armed forces", "navy", "government")
ACRONYM = re.compile(r"[A-Z](?:[A-Z]|[.-])+")
POSSESSIVE = re.compile(r"['’]s?\b")
LINKING = frozenset({"of", "for", "and", "the", "in", "al"})
ALIKE = 0.75  # share of words in which spellings of one name agree: `Defence`, `Defense`
TOO_SHORT = 2  # letters: `UN`, `EU` and `IS` are no names to list an actor by


def to_actors(reading: Reading, groups: list[list[Mention]], named: list[Mention], lexicons: Lexicons) -> tuple[Actor, ...]:
    """The actors in the order of first mention; an office that one person of the report holds is that person."""
    introduced = [(group, introduction_of(reading, group, named, lexicons)) for group in groups]
    holders = [(group, introduction) for group, introduction in introduced if group[0].is_named and introduction.role]
    kept: list[tuple[list[Mention], Introduction]] = []
    for group, introduction in introduced:
        holder = holder_of(group, holders, lexicons)
        if holder is None:
            kept.append((group, introduction))
        else:
            holder += group
    actors = [
        to_actor(reading, sorted(group, key=lambda each: each.first), introduction, lexicons) for group, introduction in kept
    ]
    return tuple(sorted(actors, key=lambda actor: actor.mentions[0]))


def with_full_name(introduction: Introduction, full: dict[tuple[int, int], str]) -> Introduction:
    """The introduction, its affiliation by the fullest name that the article gives to it."""
    words = introduction.affiliation_words
    return replace(introduction, affiliation=full[words]) if words in full else introduction


def name_of(group: list[Mention]) -> str:
    """The name under which an actor is listed."""
    main = fullest(group)
    entry = next((mention.entry for mention in group if mention.entry), None)
    if entry and (is_too_short(main.name, entry) or (main.kind is ActorKind.MEDIA and entry.name in main.name)):
        return entry.name
    return main.name


def holder_of(
    group: list[Mention], holders: list[tuple[list[Mention], Introduction]], lexicons: Lexicons
) -> list[Mention] | None:
    """The one person whose office and affiliation an unnamed mention gives: `Lebanon's prime minister`."""
    if group[0].is_named or group[0].kind is not ActorKind.PERSON:
        return None
    words = {state_word(word, lexicons) for word in content_words(group[0].name)}
    found = [
        holder
        for holder, introduction in holders
        if words
        <= {state_word(word, lexicons) for word in content_words(f"{introduction.role} {introduction.affiliation or ''}")}
        and words & set(content_words(introduction.role or ""))
    ]
    definite = group[0].name.lower().startswith("the ") or any("’s" in mention.name or "'s" in mention.name for mention in group)
    return found[0] if len(found) == 1 and definite else None


def state_word(word: str, lexicons: Lexicons) -> str:
    """A word, or the state where it is a people's adjective: `lebanese` and `lebanon` are one."""
    state = lexicons.actors.state_of_demonym(word.capitalize())
    return state.name.lower() if state else word.removesuffix("'s").removesuffix("’s")


def introduction_of(reading: Reading, group: list[Mention], named: list[Mention], lexicons: Lexicons) -> Introduction:
    """The first mention of a person that says office or affiliation."""
    if group[0].kind is not ActorKind.PERSON or not group[0].is_named:
        return Introduction()
    for mention in group:
        found = introduce(reading, mention, named, lexicons)
        if found.role or found.affiliation:
            return found
    return Introduction()


def to_actor(reading: Reading, group: list[Mention], introduction: Introduction, lexicons: Lexicons) -> Actor:
    """The record of one actor."""
    main = fullest(group)
    entry = next((mention.entry for mention in group if mention.entry), None)
    grounds = [
        Ground(field, reading.span(*words))
        for field, words in (("role", introduction.role_words), ("affiliation", introduction.affiliation_words))
        if words
    ]
    return Actor(
        name=name_of(group),
        kind=entry.kind if entry else main.kind,
        mentions=tuple(dict.fromkeys(reading.span(mention.first, mention.last) for mention in group)),
        role=introduction.role,
        affiliation=introduction.affiliation or belongs_to(main, entry, lexicons),
        key=entry.key if entry else None,
        grounds=tuple(grounds),
        rule=main.rule,
    )


def belongs_to(main: Mention, entry: ActorEntry | None, lexicons: Lexicons) -> str | None:
    """The state or group that a body belongs to: by the lexicon, or by a people's adjective at its head."""
    if main.kind is ActorKind.PERSON and entry is None and main.is_named:
        return None
    if entry is not None:
        return lexicons.actors.by_key(entry.affiliation).name if entry.affiliation and main.kind is not ActorKind.PERSON else None
    words = main.name.split()[:4]
    known = (lexicons.actors.find(word) for word in words if not main.is_named)
    if group := next((each for each in known if each and each.kind is ActorKind.ARMED_GROUP), None):
        return group.name
    for first, word in enumerate(words):
        for adjective in (" ".join(words[first : first + 2]), word):
            if adjective[:1].isupper() and (state := lexicons.actors.state_of_demonym(adjective)):
                return state.name
    return None


def is_too_short(name: str, entry: ActorEntry) -> bool:
    """Whether the article has no name but `US` or `U.N.`, so that the lexicon's stands for it."""
    return entry.kind is ActorKind.STATE or sum(mark.isalpha() for mark in name) <= TOO_SHORT


def fullest(group: list[Mention]) -> Mention:
    """The mention that names an actor best.

    The lexicon's own form, unless the article spells out what that form or its own first one is short for; of persons
    and of those whom no lexicon knows the longest name.
    """
    named = [mention for mention in group if mention.is_named]
    if group[0].entry is not None and "." in group[0].entry.key:
        return as_institution(group)
    if not named:
        return max(group, key=lambda mention: len(content_words(mention.name)))
    known = next((mention.entry for mention in named if mention.entry), None)
    if known is None or known.kind is ActorKind.PERSON:
        return max(named, key=lambda mention: len(mention.name))
    best = max(named, key=lambda mention: (likeness(mention.name, known.name) >= ALIKE, mention.name == known.name))
    if ACRONYM.fullmatch(best.name):
        return next((mention for mention in named if is_proper(mention.name)), best)
    return best


def as_institution(group: list[Mention]) -> Mention:
    """The first name of an army or a government by a noun for the whole of it, else the first: `Ukrainian troops`."""
    full = [mention for mention in group if " " in mention.name] or group
    full = [mention for mention in full if mention.name[:1].isupper()] or full  # `Norland's cabinet` before `security cabinet`
    of_state = [mention for mention in full if not POSSESSIVE.search(mention.name)] or full
    whole = (mention for mention in of_state if mention.name.lower().endswith(INSTITUTIONS))
    return next(whole, of_state[0])


def likeness(name: str, other: str) -> float:
    """The share of words that two names have in common."""
    words, others = set(name.casefold().split()), set(other.casefold().split())
    return 2 * len(words & others) / (len(words) + len(others))


def is_proper(name: str) -> bool:
    """Whether a name of several words is written with capitals throughout: `Norland People's Defence Force`."""
    words = [word for word in name.split() if word not in LINKING]
    return len(words) > 1 and all(word[:1].isupper() for word in words)
