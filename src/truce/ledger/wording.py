"""Which sentences of a text are others in its next version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from unicodedata import normalize

from rapidfuzz import fuzz

TITLES = "Mr Ms Mrs Dr Gen Col Lt Maj Capt Sgt St No Rep Sen Gov".split()
NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in TITLES)
SENTENCE_END = re.compile(
    rf"""
    (?<=[.!?…]) (?<![A-Z]\.) {NO_TITLE} \s+ (?=["“‘'(\[]?[A-Z0-9])   # Talks failed. They …; not J. Moss, not Gen. Moss
    | (?<=[.!?…]["”’')\]]) \s+ (?=["“‘'(\[]?[A-Z0-9])               # “Talks failed.” They …
    | \s*\n\s*                                                     # a line
    """,
    re.VERBOSE,
)
# What typists and programs write for the same mark.
MARKS = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"}
)
DASHES = re.compile(r"\s*-+\s*")
ALIKE = 55  # of 100: sentences less alike than this are not one sentence put otherwise


class Edit(StrEnum):
    """What happened to a sentence; `typography` where only blanks and the shape of marks differ."""

    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"
    MOVED = "moved"
    TYPOGRAPHY = "typography"


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that is not as it was; `before` is None where it was added, `after` where it was removed."""

    edit: Edit
    before: str | None
    after: str | None


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line ends one.

    >>> sentences_of('Gen. Moss left. "We stay," J. Hall said.\\nTalks go on')
    ['Gen. Moss left.', '"We stay," J. Hall said.', 'Talks go on']
    """
    return [part.strip() for part in SENTENCE_END.split(text) if part and part.strip()]


def plain(sentence: str) -> str:
    """A sentence without what is mere typography: kinds of blanks, quotation marks, dashes, dots.

    >>> plain("“No\\u00a0deal” – yet…") == plain('"No deal" -- yet...')
    True
    """
    return DASHES.sub("-", " ".join(normalize("NFKC", sentence).translate(MARKS).split()))


def compare_wording(before: str, after: str) -> tuple[SentenceChange, ...]:
    """What changed from one text to another, in the order of the later one; what was taken out stands where it was."""
    old, new = sentences_of(before), sentences_of(after)
    changes: list[SentenceChange] = []
    matcher = SequenceMatcher(None, [plain(each) for each in old], [plain(each) for each in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(old[i:j], new[k:m], strict=True)
            changes += [SentenceChange(Edit.TYPOGRAPHY, one, other) for one, other in pairs if one != other]
        else:
            changes += pair_up(old[i:j], new[k:m])
    return tuple(join_moved(changes))


def pair_up(old: Sequence[str], new: Sequence[str]) -> Iterator[SentenceChange]:
    """The sentences of a stretch that differs: each is the one most like it put otherwise, else was added or removed."""
    waiting = list(old)
    for sentence in new:
        alike = [fuzz.ratio(plain(each), plain(sentence)) for each in waiting]
        best = max(range(len(alike)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < ALIKE:
            yield SentenceChange(Edit.ADDED, None, sentence)
        else:
            yield from (SentenceChange(Edit.REMOVED, each, None) for each in waiting[:best])
            yield SentenceChange(Edit.ALTERED, waiting[best], sentence)
            del waiting[: best + 1]
    yield from (SentenceChange(Edit.REMOVED, each, None) for each in waiting)


def join_moved(changes: Sequence[SentenceChange]) -> Iterator[SentenceChange]:
    """The changes, with a sentence taken out here and put in there as one that moved."""
    removed = Counter(plain(each.before or "") for each in changes if each.edit is Edit.REMOVED)
    added = Counter(plain(each.after or "") for each in changes if each.edit is Edit.ADDED)
    moved_from, moved_to = removed & added, removed & added
    for change in changes:
        key = plain(change.before or change.after or "")
        if change.edit is Edit.REMOVED and moved_from[key]:
            moved_from[key] -= 1
        elif change.edit is Edit.ADDED and moved_to[key]:
            moved_to[key] -= 1
            yield SentenceChange(Edit.MOVED, change.after, change.after)
        else:
            yield change


def is_trivial(changes: Sequence[SentenceChange]) -> bool:
    """Whether only typography changed."""
    return all(change.edit is Edit.TYPOGRAPHY for change in changes)
