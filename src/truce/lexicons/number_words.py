"""Read the words that count without figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import Qualifier

FILE = "number_words"
BEFORE = (Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.UP_TO, Qualifier.ABOUT, Qualifier.EXACT)
AFTER = (Qualifier.AT_LEAST, Qualifier.ABOUT)
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Phrases as tuples of words in small letters, a hyphen standing for a blank."""

    scales: dict[str, int]
    fixed: dict[Phrase, int]
    multiples: dict[str, int]
    vague: dict[Phrase, int | None]  # None: no bound at all
    indefinite: frozenset[str]
    before: dict[Phrase, Qualifier]
    after: dict[Phrase, Qualifier]
    units: frozenset[str]
    openings: frozenset[str] = field(init=False)  # words that a qualifier before a count begins with
    vague_openings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "openings", frozenset(phrase[0] for phrase in self.before))
        object.__setattr__(self, "vague_openings", frozenset(phrase[0] for phrase in (*self.vague, *self.fixed)))


def read_number_words(folder: Path = FOLDER) -> NumberLexicon:
    """The number words that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    for name in ("scales", "fixed", "multiples", "vague", "indefinite", "qualifiers", "not_counts"):
        if name not in groups:
            raise LexiconError(f"{FILE}.toml", name, "the group is missing")
    vague: dict[Phrase, int | None] = {phrase(words): low for words, low in numbers(groups, "vague").items()}
    vague |= {phrase(words): None for words in groups["vague"].get("open", ())}
    said = groups["qualifiers"]
    return NumberLexicon(
        scales=numbers(groups, "scales"),
        fixed={phrase(words): value for words, value in numbers(groups, "fixed").items()},
        multiples=numbers(groups, "multiples"),
        vague=vague,
        indefinite=frozenset(groups["indefinite"].get("words", ())),
        before={phrase(words): kind for kind in BEFORE for words in said.get(kind.value, ())},
        after={phrase(words): kind for kind in AFTER for words in said.get(f"after_{kind.value}", ())},
        units=frozenset(groups["not_counts"].get("units", ())),
    )


def numbers(groups: dict[str, dict[str, Any]], name: str) -> dict[str, int]:
    """The words of a group with the number each stands for."""
    words = groups[name].get("words", {})
    for word, value in words.items():
        if not isinstance(value, int) or value < 1 or word != word.lower():
            raise LexiconError(f"{FILE}.toml", f"{name}: {word}", "a word in small letters stands for a whole number from 1")
    return dict(words)


def phrase(words: str) -> Phrase:
    """The words of a phrase.

    >>> phrase("half-dozen")
    ('half', 'dozen')
    """
    return tuple(words.replace("-", " ").split())
