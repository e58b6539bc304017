"""Read the names of ceasefires with the words for their course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import TruceStatus

FILE = "truce_words"
LISTS = ("verbs", "courses", "nouns", "marks")
NAMES = ("truces", "settlements", "taken_up", "other_things")
ABOVE = ("wishing", "trying", "refusing", "terms")

Words = Mapping[str, tuple[tuple[str, TruceStatus], ...]]  # first word -> its second word ("" for none) with the status


@dataclass(frozen=True)
class TruceLexicon:
    """What truces are called, and which words say where they stand; all in lower case, verbs as lemmas."""

    truces: frozenset[tuple[str, ...]]
    settlements: frozenset[str]
    taken_up: frozenset[str]
    other_things: frozenset[str]
    verbs: Words
    courses: Words
    nouns: Words
    marks: Words
    wishing: frozenset[str]
    trying: frozenset[str]
    refusing: frozenset[str]
    terms: frozenset[str]

    def statuses(self, words: Words, word: str, following: str) -> tuple[TruceStatus, ...]:
        """The statuses that a word means, with the particle behind it where there is one; the particle's come first.

        >>> lexicon = read_truce_words()
        >>> lexicon.statuses(lexicon.verbs, "call", "off")
        (<TruceStatus.ENDED: 'ended'>,)
        """
        entries = words.get(word, ())
        joined = tuple(status for second, status in entries if second and second == following)
        return joined or tuple(status for second, status in entries if not second)


def read_truce_words(folder: Path = FOLDER) -> TruceLexicon:
    """The words that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    if missing := {"names", "above"} - set(groups):
        raise LexiconError(f"{FILE}.toml", sorted(missing)[0], "the group is missing")
    words: dict[str, dict[str, list[tuple[str, TruceStatus]]]] = {name: defaultdict(list) for name in LISTS}
    for key, group in groups.items():
        if key in ("names", "above"):
            continue
        if key not in set(TruceStatus):
            raise LexiconError(f"{FILE}.toml", key, f"no status of a truce; they are {', '.join(TruceStatus)}")
        for name in group.keys() - {"source"}:
            if name not in LISTS:
                raise LexiconError(f"{FILE}.toml", f"{key}.{name}", f"a status has {', '.join(LISTS)}")
            for entry in check_words(f"{key}.{name}", group[name]):
                first, _, second = entry.partition(" ")
                words[name][first].append((second, TruceStatus(key)))
    names = {name: check_words(f"names.{name}", groups["names"].get(name, ())) for name in NAMES}
    above = {name: frozenset(check_words(f"above.{name}", groups["above"].get(name, ()))) for name in ABOVE}
    return TruceLexicon(
        frozenset(tuple(name.replace("-", " ").split()) for name in names["truces"]),
        *(frozenset(names[name]) for name in NAMES[1:]),
        *({first: tuple(entries) for first, entries in words[name].items()} for name in LISTS),
        *(above[name] for name in ABOVE),
    )


def check_words(entry: str, words: Any) -> Iterable[str]:
    """The words themselves, or LexiconError where one could never match."""
    if not isinstance(words, list | tuple):
        raise LexiconError(f"{FILE}.toml", entry, "words stand in a list")
    for word in words:
        if not isinstance(word, str) or not word.strip() or word != word.lower():
            raise LexiconError(f"{FILE}.toml", f"{entry}: {word}", "a word is written in small letters")
    return words
