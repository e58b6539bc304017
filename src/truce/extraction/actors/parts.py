"""Whether a sentence gives a named state a part, or only names it as a place."""

from __future__ import annotations

from truce.extraction.actors.mentions import POSSESSIVES, SUBJECTS, head_of
from truce.extraction.reading import Reading

OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
# Prepositions behind which a state is somebody: «talks with Iran», «an attack by Israel», «between Israel and Lebanon».
WITH = frozenset({"by", "with", "against", "between", "among", "for", "toward", "towards", "per"})
# Nouns of places and times: «Somalia's capital» names Somalia as a place.
PLACES = frozenset(
    "capital city town border coast south north east west region province village district area airport port territory soil people population "
    "parts part cities towns frontier airspace waters economy history outskirts suburb suburbs side southeast northwest northeast southwest".split()
)
FOLLOWING = frozenset({"conj", "appos", "flat", "compound", "list"})


def has_part(reading: Reading, first: int, last: int, *, is_capital: bool = False) -> bool:
    """Whether the words `first` to `last` stand for somebody who acts, suffers or is dealt with.

    A capital stands for its government only as the subject of an active verb.
    """
    word = head_of(reading, first, last)
    if is_capital:
        return reading.deps[word] == "nsubj" and not has_preposition(reading, first)
    steps = 0
    while reading.deps[word] in FOLLOWING and reading.heads[word] != word and steps < 6:
        word, steps = reading.heads[word], steps + 1
    dep, before = reading.deps[word], reading.lower[first - 1] if first else ""
    if before == "the" and first > 1:
        before = reading.lower[first - 2]
    if before in WITH:
        return True
    if dep in SUBJECTS or dep in OBJECTS:
        return not has_preposition(reading, first)
    if dep == "nmod:poss" or (last < len(reading.words) and reading.words[last] in POSSESSIVES):
        return reading.lemmas[reading.heads[word]] not in PLACES and reading.lower[reading.heads[word]] not in PLACES
    return False


def has_preposition(reading: Reading, first: int) -> bool:
    """Whether a preposition stands right before."""
    before = first - 1
    if before >= 0 and reading.lower[before] == "the":
        before -= 1
    return before >= 0 and reading.tags[before] in ("IN", "TO")
