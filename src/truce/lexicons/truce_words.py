"""Read the names of ceasefires with the words for their course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import TruceStatus

FILE = "truce_words"
LISTS = ("verbs", "courses", "nouns", "marks", "phrases")
NAMES = ("truces", "settlements", "taken_up", "unarmed", "other_things")
ABOVE = ("wishing", "trying", "refusing", "terms", "fighting")


class WordTable:
    """Words with the statuses they speak for; some mean it only together with a second word (`call off`)."""

    def __init__(self, entries: Iterable[tuple[str, TruceStatus]]) -> None:
        self._entries: dict[str, list[tuple[str, TruceStatus]]] = defaultdict(list)
        for words, status in entries:
            first, _, second = words.partition(" ")
            self._entries[first].append((second, status))

    def __len__(self) -> int:
        return len(self._entries)

    def statuses(self, word: str, following: str = "") -> tuple[TruceStatus, ...]:
        """The statuses that a word means; those it means with the word behind it come first.

        >>> WordTable([("call for", TruceStatus.CALLED_FOR), ("call off", TruceStatus.ENDED)]).statuses("call", "off")
        (<TruceStatus.ENDED: 'ended'>,)
        """
        alone = tuple(status for second, status in self._entries.get(word, ()) if not second)
        return self.joined(word, following) or alone

    def joined(self, word: str, following: str) -> tuple[TruceStatus, ...]:
        """The statuses that a word means together with this particle or preposition alone."""
        return tuple(status for second, status in self._entries.get(word, ()) if second and second == following)


@dataclass(frozen=True)
class TruceLexicon:
    """What truces are called, and which words say where they stand; all in lower case, verbs as lemmas."""

    truces: frozenset[tuple[str, ...]]
    settlements: frozenset[str]
    taken_up: frozenset[str]
    unarmed: frozenset[str]
    other_things: frozenset[str]
    verbs: WordTable
    courses: WordTable
    nouns: WordTable
    marks: WordTable
    phrases: tuple[tuple[tuple[str, ...], TruceStatus], ...]
    wishing: frozenset[str]
    trying: frozenset[str]
    refusing: frozenset[str]
    terms: frozenset[str]
    fighting: frozenset[str]


def read_truce_words(folder: Path = FOLDER) -> TruceLexicon:
    """The words that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    if missing := {"names", "above"} - set(groups):
        raise LexiconError(f"{FILE}.toml", sorted(missing)[0], "the group is missing")
    words: dict[str, list[tuple[str, TruceStatus]]] = {name: [] for name in LISTS}
    for key, group in groups.items():
        if key in ("names", "above"):
            continue
        if key not in set(TruceStatus):
            raise LexiconError(f"{FILE}.toml", key, f"no status of a truce; they are {', '.join(TruceStatus)}")
        for name in group.keys() - {"source"}:
            if name not in LISTS:
                raise LexiconError(f"{FILE}.toml", f"{key}.{name}", f"a status has {', '.join(LISTS)}")
            words[name] += [(entry, TruceStatus(key)) for entry in check_words(f"{key}.{name}", group[name])]
    names = {name: frozenset(check_words(f"names.{name}", groups["names"].get(name, ()))) for name in NAMES}
    above = {name: frozenset(check_words(f"above.{name}", groups["above"].get(name, ()))) for name in ABOVE}
    tables = {name: WordTable(words[name]) for name in LISTS}
    return TruceLexicon(
        truces=frozenset(tuple(name.replace("-", " ").split()) for name in names["truces"]),
        settlements=names["settlements"],
        taken_up=names["taken_up"],
        unarmed=names["unarmed"],
        other_things=names["other_things"],
        verbs=tables["verbs"],
        courses=tables["courses"],
        nouns=tables["nouns"],
        marks=tables["marks"],
        phrases=tuple((tuple(phrase.split()), status) for phrase, status in words["phrases"]),
        wishing=above["wishing"],
        trying=above["trying"],
        refusing=above["refusing"],
        terms=above["terms"],
        fighting=above["fighting"],
    )


def check_words(entry: str, words: Any) -> Iterable[str]:
    """The words themselves, or LexiconError where one could never match."""
    if not isinstance(words, list | tuple):
        raise LexiconError(f"{FILE}.toml", entry, "words stand in a list")
    for word in words:
        if not isinstance(word, str) or not word.strip() or word != word.lower():
            raise LexiconError(f"{FILE}.toml", f"{entry}: {word}", "a word is written in small letters")
    return words
