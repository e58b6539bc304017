"""Which words of a phrase tell whom it means."""

from __future__ import annotations

import re

from truce.extraction.actors.mentions import Mention
from truce.records import ActorKind

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
# What tells a government or an army from an earlier one, not from another state's.
OF_ANY_STATE = frozenset(
    """
    interim transitional caretaker provisional central federal national unity new current weak elected embattled coalition
    ruling recognized recognised internationally military regular regime loyalist
    """.split()
)


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
