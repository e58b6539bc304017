"""Read the words by which a report takes up somebody it has named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import ActorKind

FILE = "reference"
GROUPS = (
    "titles",
    "offices",
    "unique-offices",
    "own-named",
    "documents",
    "carriers",
    "male",
    "female",
    "helping",
    "fighting",
    "shared-capitals",
)


@dataclass(frozen=True, slots=True)
class ReferenceLexicon:
    """Sets of words in lower case, one for each group of `reference.toml`; `bodies` gives the kinds that a noun can take up."""

    titles: frozenset[str]
    offices: frozenset[str]
    unique_offices: frozenset[str]
    own_named: frozenset[str]
    documents: frozenset[str]
    carriers: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    helping: frozenset[str]
    fighting: frozenset[str]
    shared_capitals: frozenset[str]
    bodies: dict[str, frozenset[ActorKind]]


def read_reference(folder: Path = FOLDER) -> ReferenceLexicon:
    """The words that ship with truce; LexiconError names file, entry and fault of a bad list.

    >>> "spokeswoman" in read_reference().female
    True
    """
    groups = read_groups(FILE, folder=folder)
    for key in GROUPS:
        if key not in groups:
            raise LexiconError(f"{FILE}.toml", key, "the group is missing")
    lists = {key: words_of(key, group) for key, group in groups.items()}
    bodies = {
        word: kinds_of(key, group["kinds"]) for key, group in groups.items() if "kinds" in group for word in sorted(lists[key])
    }
    return ReferenceLexicon(**{key.replace("-", "_"): lists[key] for key in GROUPS}, bodies=bodies)


def words_of(key: str, group: dict[str, Any]) -> frozenset[str]:
    """The words of one group, which must be text in lower case."""
    words = group.get("words", [])
    for word in words:
        if not isinstance(word, str) or word != word.lower() or not word.strip():
            raise LexiconError(f"{FILE}.toml", f"{key}: {word}", "`words` lists words in lower case")
    return frozenset(words)


def kinds_of(key: str, names: list[str]) -> frozenset[ActorKind]:
    """The kinds of actor of one group."""
    try:
        return frozenset(ActorKind(name) for name in names)
    except ValueError as error:
        raise LexiconError(f"{FILE}.toml", key, f"{error}; the kinds are {', '.join(ActorKind)}") from error
