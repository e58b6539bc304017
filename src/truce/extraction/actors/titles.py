"""Ranks and offices before a name."""

from __future__ import annotations

from truce.extraction.reading import Reading
from truce.lexicons import Lexicons

# Titles that are also parts of names: `Sheikh Hasan Sheikh Omar`.
NAMES_TOO = frozenset({"sheikh", "sheik", "haji", "hajji", "mullah", "emir"})


def cut_titles(reading: Reading, first: int, last: int, lexicons: Lexicons) -> tuple[int, int]:
    """The name behind the last rank or office within a run of words."""
    for word in range(last - 2, first - 1, -1):
        if is_title(reading.lower[word], lexicons) and (word == first or reading.lower[word] not in NAMES_TOO):
            return word + 1, last
    return first, last


def is_title(word: str, lexicons: Lexicons) -> bool:
    """Whether a word is a rank or an office before a name."""
    bare = word.rstrip(".")
    return bare in lexicons.actor_nouns.ranks or bare in lexicons.actor_nouns.offices
