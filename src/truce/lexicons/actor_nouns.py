"""Read the nouns that tell what an unnamed actor is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import ActorKind

FILE = "actor_nouns"
LISTS = frozenset({"many", "titles"})


@dataclass(frozen=True)
class ActorNounLexicon:
    """Nouns by the kind of actor they name, ranks before a name, and offices that people hold.

    The nouns are in lower case; some are of two or three words.
    """

    kinds: dict[str, ActorKind]
    ranks: frozenset[str]
    offices: frozenset[str]

    def kind_of(self, words: Sequence[str]) -> ActorKind | None:
        """The kind of the longest noun that ends a phrase, given in lower case; None where none does.

        >>> read_actor_nouns().kind_of(["private", "aid", "agency"])
        <ActorKind.NGO: 'ngo'>
        """
        for size in (3, 2, 1):
            if len(words) >= size and (kind := self.kinds.get(" ".join(words[-size:]))):
                return kind
        return None


def read_actor_nouns(folder: Path = FOLDER) -> ActorNounLexicon:
    """The nouns that ship with truce; LexiconError names file, entry and fault of a bad one."""
    kinds: dict[str, ActorKind] = {}
    titles: dict[str, frozenset[str]] = {}
    for key, group in read_groups(FILE, folder=folder).items():
        if not LISTS & set(group):
            raise LexiconError(f"{FILE}.toml", key, "a group holds nouns for `many` of a `kind`, or `titles`")
        if "titles" in group:
            titles[key] = frozenset(group["titles"])
            continue
        if group.get("kind") not in set(ActorKind):
            raise LexiconError(f"{FILE}.toml", key, f"no kind of actor; the kinds are {', '.join(ActorKind)}")
        for noun in group["many"]:
            kinds.setdefault(check_noun(key, noun), ActorKind(group["kind"]))
    return ActorNounLexicon(kinds, titles.get("ranks", frozenset()), titles.get("offices", frozenset()))


def check_noun(group: str, noun: str) -> str:
    """The noun itself, or LexiconError where it could never match."""
    if noun != noun.lower() or not 1 <= len(noun.split()) <= 3:
        raise LexiconError(f"{FILE}.toml", f"{group}.{noun}", "a noun is one to three words in lower case")
    return noun
