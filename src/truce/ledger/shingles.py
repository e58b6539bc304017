"""A text as its shingles: every run of four words, as numbers, whatever capitals, marks, lines and paragraphs.

Sets of shingles are compared as they are. To find which of many texts are worth comparing, each has a sketch of 32 numbers:
the MinHash of its shingles (Broder 1997, On the resemblance and containment of documents). Two texts share each number
with a probability that is their resemblance, shared shingles to all shingles; so one that is a tenth of the other shares
at least one with a probability of 0.97, half of it with certainty.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datasketch import MinHash

Shingles = NDArray[np.uint64]  # sorted, each once

WORD = re.compile(r"[^\W_]+")
RUN = 4  # words; at 3 stock phrases weigh, at 5 an edited word costs too much
VALUES = 32  # numbers in a sketch
SEED = 1  # of the sketch; another one makes other sketches of the same texts
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: the golden ratio's


def shingles_of(text: str) -> Shingles:
    """The shingles of a text; none where it has fewer than four words.

    >>> one, other = shingles_of("Talks go on in Cairo."), shingles_of("TALKS go on, in\\nCairo")
    >>> len(one), bool((one == other).all())
    (2, True)
    """
    words = np.array([number_of(word) for word in WORD.findall(normalize("NFKC", text).casefold())], dtype=np.uint64)
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint64)
    runs = words[: len(words) - RUN + 1].copy()
    for place in range(1, RUN):
        runs = mixed(runs * FACTOR + words[place : len(words) - RUN + 1 + place])
    return np.unique(runs)


@lru_cache(maxsize=1 << 17)
def number_of(word: str) -> int:
    """A word as 64 bits, the same on every machine and every day."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def mixed(numbers: Shingles) -> Shingles:
    """Numbers whose upper bits depend on all of their bits."""
    return numbers ^ (numbers >> np.uint64(29))


def sketch_of(shingles: Shingles) -> tuple[int, ...]:
    """The sketch: 32 numbers of which texts alike share some; none for a text without shingles."""
    if not len(shingles):
        return ()
    from datasketch import MinHash

    model = blank_sketch()
    sketch = MinHash(num_perm=VALUES, permutations=model.permutations, scheme=model.scheme, hashfunc=int)
    sketch.update_batch((shingles >> np.uint64(32)).tolist())
    return tuple(place << 32 | int(value) for place, value in enumerate(sketch.hashvalues))


@cache
def blank_sketch() -> MinHash:
    """The MinHash that all others have their permutations from: making those takes longer than using them."""
    from datasketch import MinHash

    return MinHash(num_perm=VALUES, seed=SEED, hashfunc=int, scheme="affine32")


def shared(one: Shingles, other: Shingles) -> int:
    """How many shingles two texts share."""
    return len(np.intersect1d(one, other, assume_unique=True))
