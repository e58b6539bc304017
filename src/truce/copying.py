"""Which articles are copies: worked out for those that are new, then for all together.

not compared yet ─ sketch ─ those that share some of it ─ exact shares ─> likenesses ─ find_origins ─> copies

The shares of two texts never change, so that each article is compared once, when it is new. Origins are worked out anew each
time from all shares: a new version, day or agency may change them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from truce.origins import ComparedArticle, Likeness

if TYPE_CHECKING:
    from truce.ledger.shingles import Shingles
    from truce.store import Store
    from truce.store.copies import CopyShelf, Waiting

BATCH = 200  # articles compared in one transaction: what an interruption can cost
REMEMBERED = 4096  # articles whose shingles are kept in memory, some 4 kB each
TWIN = 0.95  # what shares this much with another, both ways, needs no sketch: what resembles it resembles its twin


def update_copies(store: Store, *, is_whole: bool = False, batch: int = BATCH) -> int:
    """Bring what is known of copies up to date, for new articles or (`is_whole`) for all; how many rows changed.

    An interruption costs at most the batch under way; the next call goes on from there, with the same result.
    """
    from truce.ledger.copies import find_origins

    if is_whole:
        with store.copy_shelf() as shelf:
            shelf.forget()
    remembered: dict[int, Shingles] = {}
    while compare_next(store, remembered, batch):
        pass
    with store.copy_shelf() as shelf:
        return shelf.replace_copies(find_origins(shelf.resembled(), shelf.likenesses()))


def compare_next(store: Store, remembered: dict[int, Shingles], batch: int) -> int:
    """Compare the next articles in one transaction; how many they were. Nothing is written where none waits."""
    if not store.has_uncompared():
        return 0
    with store.copy_shelf() as shelf:
        waiting = shelf.waiting(batch)
        for article in waiting:
            compare(article, shelf, remembered)
    return len(waiting)


def compare(article: Waiting, shelf: CopyShelf, remembered: dict[int, Shingles]) -> None:
    """Compare one article with those before it that share some of its sketch; keep its likenesses, and its sketch."""
    from truce.ledger.copies import likeness_of
    from truce.ledger.shingles import shared, sketch_of

    if article.same is not None and article.same_shingles:
        twin = Likeness(article.id, article.same, 1.0, 1.0)
        shelf.keep(article.id, shingles=article.same_shingles, sketch=(), likenesses=[twin])
        return
    shingles = recall(article.id, lambda _: article.text, remembered)
    this, sketch, likenesses = ComparedArticle(article.id, len(shingles)), sketch_of(shingles), []
    for id in shelf.resembling(sketch):
        others = recall(id, shelf.text_of, remembered)
        found = likeness_of(this, ComparedArticle(id, len(others)), shared(shingles, others))
        likenesses += [found] if found else []
    has_twin = any(min(each.share, each.other_share) >= TWIN for each in likenesses)
    shelf.keep(article.id, shingles=len(shingles), sketch=() if has_twin else sketch, likenesses=likenesses)


def recall(id: int, text_of: Callable[[int], str], remembered: dict[int, Shingles]) -> Shingles:
    """The shingles of an article, from memory where they are still there; the longest unused are forgotten."""
    from truce.ledger.shingles import shingles_of

    shingles = remembered.pop(id, None)
    remembered[id] = shingles_of(text_of(id)) if shingles is None else shingles
    if len(remembered) > REMEMBERED:
        del remembered[next(iter(remembered))]
    return remembered[id]
