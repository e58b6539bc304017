"""Stored articles are read again after an upgrade, and what that changed is told.

stored by another extractor, or told so ─ parsed, extracted ─ stored in place of the old findings ─ compared with them
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from truce.answers import Query, Saved, StoredArticle
from truce.errors import EvidenceError, TruceError
from truce.pipeline import Later, Submit, depth_for, fault_of, open_extractor, run_ahead
from truce.records import Extraction

if TYPE_CHECKING:
    from truce.ledger.versions import Comparison
    from truce.store import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles to read again: `articles` by name or number, else those that match `query`, with all their versions.

    Of those only what another extractor version found, unless `is_all` or the article was named.
    """

    articles: tuple[str, ...] = ()
    query: Query = field(default_factory=Query)
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one article: how its findings differ from those before; `failure` why they are still the old ones."""

    article: StoredArticle
    compared: Comparison | None = None
    has_other_changes: bool = False
    failure: TruceError | None = None

    @property
    def is_changed(self) -> bool:
        """Whether anything is found otherwise than before."""
        return self.has_other_changes or (self.compared is not None and not self.compared.is_same)


def reextract_each(choice: Choice, store: Store, *, workers: int = 1) -> Iterator[Reread]:
    """One result for each article, in the order of the store; each is written in a transaction of its own.

    What was written before an interruption is not read again. Decisions about actors stand.
    """
    from truce.copying import update_copies
    from truce.extraction import EXTRACTOR_VERSION

    chosen = choose(choice, store, version=EXTRACTOR_VERSION)
    if not chosen:
        return
    store.begin_run(EXTRACTOR_VERSION)
    changed = failed = 0
    with open_extractor(workers) as submit:
        begun = (begin(article, store, submit=submit, version=EXTRACTOR_VERSION) for article in chosen)
        for finish in run_ahead(begun, depth=depth_for(workers)):
            reread = finish()
            changed += reread.is_changed
            failed += reread.failure is not None
            yield reread
    update_copies(store)
    store.end_run({Saved.UPDATED: changed, Saved.UNCHANGED: len(chosen) - changed - failed}, failed=failed)


def choose(choice: Choice, store: Store, *, version: str) -> Sequence[StoredArticle]:
    """The articles to read again."""
    if choice.articles:
        named = {each.id: each for reference in choice.articles for each in store.versions(reference)}
        return [named[id] for id in sorted(named)]
    return store.stored_versions(choice.query, not_by=None if choice.is_all else version)


def begin(article: StoredArticle, store: Store, *, submit: Submit, version: str) -> Later[Reread]:
    """Start to read one article again; a language that is not read stays unread."""
    before = store.extraction(article.id)
    fault = fault_of(before.article)
    if fault is not None:
        return partial(keep_unread, store, before, article=article, reason=fault.reason, version=version)
    return partial(keep, store, before, submit(before.article), article=article, version=version)


def keep(store: Store, before: Extraction, later: Later[Extraction], *, article: StoredArticle, version: str) -> Reread:
    """Store what was found in place of what was, and compare the two."""
    after = later()
    try:
        store.save(after, extractor_version=version)
    except EvidenceError as error:
        return Reread(article, failure=error)
    return told(article, before, after)


def keep_unread(store: Store, before: Extraction, *, article: StoredArticle, reason: str, version: str) -> Reread:
    """Note that this extractor does not read the article either."""
    store.save_unextracted(before.article, reason, extractor_version=version)
    return told(article, before, store.extraction(article.id))


def told(article: StoredArticle, before: Extraction, after: Extraction) -> Reread:
    """How the findings differ, those too that are only counted: dates, actors, the day of publication."""
    from truce.ledger.versions import compare

    others = [
        (each.dates, each.actors, (each.published.value, each.published.not_before, each.published.not_after))
        for each in (before, after)
    ]
    return Reread(article, compare(before, after), has_other_changes=others[0] != others[1])
