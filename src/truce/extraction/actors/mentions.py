"""What one mention of an actor holds, before mentions are folded into actors."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.reading import Reading
from truce.lexicons.actors import ActorEntry
from truce.records import ActorKind

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
ARTICLES = frozenset({"the", "a", "an"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
Run = tuple[int, int, str]  # a name of the parse: first word, the one after the last, kind
HYPHENS = frozenset({"-", "‑", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `first` to `last` (not included) stand for an actor.

    `name` is how these words name it, without `the`. `entry` is the lexicon's, None where no lexicon knows it. `is_named` is
    false for `a security source`. `acts` says whether the sentence gives the actor a part, so that it is no mere place.
    """

    first: int
    last: int
    name: str
    kind: ActorKind
    rule: str
    entry: ActorEntry | None = None
    is_named: bool = True
    acts: bool = True
    speaks: bool = False

    def covers(self, word: int) -> bool:
        """Whether a word belongs to the mention."""
        return self.first <= word < self.last


def head_of(reading: Reading, first: int, last: int) -> int:
    """The word of a stretch that the parse hangs outside of it; the last one where several do."""
    for word in range(last - 1, first - 1, -1):
        if not first <= reading.heads[word] < last:
            return word
    return last - 1


def plain(reading: Reading, first: int, last: int) -> str:
    """The words of a stretch without `the` before and `'s` behind."""
    while last - first > 1 and reading.lower[first] in ARTICLES:
        first += 1
    while last - first > 1 and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    return reading.span(first, last).text
