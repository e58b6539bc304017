"""Which figures are parts of another: `19 people, including 5 children`."""

from __future__ import annotations

from collections.abc import Sequence

from truce.extraction.casualties.drafts import Draft, Told


def find_parts(drafts: Sequence[Draft]) -> tuple[Told[int | None], ...]:
    """For each figure the index of the one that already counts its victims; None where none does."""
    return tuple(Told(named_whole(drafts, number)) for number in range(len(drafts)))


def named_whole(drafts: Sequence[Draft], number: int) -> int | None:
    """The whole that the sentence itself names: `including`, `among them`, `of whom`."""
    draft = drafts[number]
    whole = draft.link.whole
    if whole is None:
        return None
    for other, candidate in enumerate(drafts):
        is_whole = candidate.scene is draft.scene and candidate.group.first == whole.first
        if other != number and is_whole and candidate.harm.outcome is draft.harm.outcome:
            return other
    return None
