"""Which figures are parts of another: `19 people, including 5 children`.

A part is said (`including`, `among them`, `of them`, `bringing the toll to`), or it is the article's own arithmetic:
figures behind a larger one that add up to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.counted import Counted, forces_of, side_of
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.said_wholes import add_raised_toll, said_whole, whole_of_known, whole_of_others
from truce.extraction.casualties.sums import adding_up, singled_out
from truce.lexicons import Lexicons
from truce.records import Ground, VictimClass


def find_parts(
    drafts: Sequence[Draft],
    bearers: Sequence[Bearer],
    kinds: Sequence[Told[VictimClass | None]],
    sides: Sequence[Told[str | None]],
    *,
    lexicons: Lexicons,
) -> tuple[Told[int | None], ...]:
    """For each figure the index of the one that already counts its victims; None where none does."""
    figures = [
        Counted(draft, bearer, kind.value, side_of(side.value, lexicons), forces_of(bearer, lexicons))
        for draft, bearer, kind, side in zip(drafts, bearers, kinds, sides, strict=True)
    ]
    wholes: dict[int, int] = {}
    for number in range(len(figures)):
        whole = said_whole(figures, number)
        if whole is not None:
            wholes[number] = whole
    add_sums(figures, wholes, adding_up)
    for number in range(len(figures)):
        add_raised_toll(figures, number, wholes)
    add_sums(figures, wholes, adding_up)
    add_sums(figures, wholes, singled_out)
    for number in range(len(figures)):
        whole = whole_of_others(figures, number, wholes)
        whole = whole_of_known(figures, number, wholes) if whole is None else whole
        if whole is not None:
            wholes.setdefault(number, whole)
    return tuple(told(figures, number, wholes) for number in range(len(figures)))


def add_sums(
    figures: Sequence[Counted],
    wholes: dict[int, int],
    parts_of: Callable[[Sequence[Counted], int, dict[int, int]], Iterable[int]],
) -> None:
    """Give each figure that is a part by arithmetic, and has no whole yet, its whole."""
    for number in range(len(figures)):
        for part in parts_of(figures, number, wholes):
            wholes.setdefault(part, number)


def told(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> Told[int | None]:
    """The whole with the words of its figure; nothing where it would lead back to the part."""
    whole = wholes.get(number)
    seen = {number}
    above = whole
    while above is not None:
        if above in seen:
            return Told(None)
        seen.add(above)
        above = wholes.get(above)
    if whole is None:
        return Told(None)
    draft = figures[whole].draft
    return Told(whole, (Ground("subset_of", draft.reading.span(draft.first, draft.last)),))
