"""Articles in, findings out: one way for one article or many, with a database or without."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from truce.answers import Saved
from truce.errors import EvidenceError, InputError, TruceError
from truce.records import Article, Extraction

if TYPE_CHECKING:
    from truce.store import Store

AHEAD = 4  # articles handed to each worker process before the first of them is asked back

Item = TypeVar("Item")
Later = Callable[[], Item]  # what is worked out when its turn comes
Submit = Callable[[Article], Later[Extraction]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `saved` says how it was stored, `failure` why it was not stored or not extracted."""

    origin: str
    saved: Saved | None = None
    failure: TruceError | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did: how many articles were new, updated, unchanged, and what failed, with the reasons."""

    counts: Counter[Saved]
    failures: tuple[TruceError, ...]


def extract(article: Article | str) -> Extraction:
    """Everything that an article or a bare text says, each value with the words it rests on.

    >>> found = extract("Shelling killed 12 people in Tyre, the health ministry said.")
    >>> [(figure.low, figure.outcome.value, figure.evidence.text) for figure in found.casualties]  # doctest: +SKIP
    [(12, 'killed', 'killed 12 people')]
    """
    from truce.extraction import extract as find
    from truce.language.pipeline import parse
    from truce.lexicons import load_lexicons

    whole = Article(id="text", text=article) if isinstance(article, str) else article
    return find(whole, parse(whole.text), load_lexicons())


def ingest(paths: Sequence[str], store: Store, *, workers: int = 1) -> Summary:
    """Store every article in these files and folders, with all that is found in it.

    A second time changes nothing. What fails is in the summary, and the rest goes on. With more than one of `workers`,
    call it from a script that guards its start with `if __name__ == "__main__"`.
    """
    outcomes = list(ingest_each(paths, store, workers=workers))
    counts = Counter(outcome.saved for outcome in outcomes if outcome.saved is not None)
    return Summary(counts, tuple(outcome.failure for outcome in outcomes if outcome.failure is not None))


def ingest_each(paths: Sequence[str], store: Store, *, workers: int = 1) -> Iterator[Outcome]:
    """One outcome for each input, in order; each article is stored in a transaction of its own.

    read ─┬─ cannot be read ───────────────────────────> failure
          ├─ not English ── stored, searchable ────────> saved and failure
          ├─ stored already by this very extractor ────> unchanged
          └─ parsed, extracted ── stored ──────────────> new or updated

    At the end it is worked out which of all stored articles are copies.
    """
    from truce.extraction import EXTRACTOR_VERSION
    from truce.sources.files import read_articles

    store.begin_run(EXTRACTOR_VERSION)
    with open_extractor(workers) as submit:
        begun = (begin(found, store, submit=submit, version=EXTRACTOR_VERSION) for found in read_articles(paths))
        yield from finish_run(begun, store, workers=workers)


def finish_run(begun: Iterable[Later[Outcome | None]], store: Store, *, workers: int) -> Iterator[Outcome]:
    """The outcomes of what was begun, in order, counted for the run; None is work done that is no outcome of its own."""
    from truce.copying import update_copies

    counts: Counter[Saved] = Counter()
    failed = 0
    for finish in run_ahead(begun, depth=depth_for(workers)):
        outcome = finish()
        if outcome is not None:
            counts.update([outcome.saved] if outcome.saved else [])
            failed += outcome.failure is not None
            yield outcome
    update_copies(store)
    store.end_run(counts, failed=failed)


def extract_each(paths: Sequence[str], *, workers: int = 1) -> Iterator[Extraction | InputError]:
    """The findings of each article in these files and folders, in order, without a database; failures are values."""
    from truce.sources.files import read_articles

    with open_extractor(workers) as submit:
        begun = (start(found, submit) for found in read_articles(paths))
        for finish in run_ahead(begun, depth=depth_for(workers)):
            yield finish()


def start(found: Article | InputError, submit: Submit) -> Later[Extraction | InputError]:
    """Start to extract one input; a fault of it is the result."""
    if isinstance(found, InputError):
        return as_value(found)
    fault = fault_of(found)
    return submit(found) if fault is None else as_value(fault)


def begin(found: Article | InputError, store: Store, *, submit: Submit, version: str) -> Later[Outcome]:
    """Start what is to be done with one input; the result is asked for when its turn comes."""
    if isinstance(found, InputError):
        return as_value(Outcome(found.path, failure=found))
    fault = fault_of(found)
    if fault is not None:
        return partial(keep_unextracted, store, found, fault=fault, version=version)
    if store.is_current(found, version):
        return as_value(Outcome(origin_of(found), Saved.UNCHANGED))
    return partial(keep, store, submit(found), origin=origin_of(found), version=version)


def keep(store: Store, later: Later[Extraction], *, origin: str, version: str) -> Outcome:
    """Store an article with its findings; evidence that is not in its text is a failure of this article alone."""
    try:
        return Outcome(origin, store.save(later(), extractor_version=version))
    except EvidenceError as error:
        return Outcome(origin, failure=error)


def keep_unextracted(store: Store, article: Article, *, fault: InputError, version: str) -> Outcome:
    """Store an article in which nothing is looked for, with the reason."""
    saved = store.save_unextracted(article, fault.reason, extractor_version=version)
    return Outcome(origin_of(article), saved, fault)


def fault_of(article: Article) -> InputError | None:
    """Why nothing is to be looked for in an article: it is not in English; else None."""
    from truce.sources.languages import is_foreign

    if not is_foreign(article.language):
        return None
    return InputError(origin_of(article), f"the language is {language_name(article.language or '')}; truce extracts English only")


def origin_of(article: Article) -> str:
    """Where an article came from, with its id where that is not the file's own name."""
    if article.path is None:
        return article.id
    return article.path if PurePath(article.path).stem == article.id else f"{article.path} ({article.id})"


def language_name(code: str) -> str:
    """The English name of a language.

    >>> language_name("fr"), language_name("tlh-x")
    ('French', '«tlh-x»')
    """
    import pycountry

    language = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return str(language.name) if language else f"«{code}»"


def as_value(value: Item) -> Later[Item]:
    """What is known already, in the form of what is worked out later."""
    return lambda: value


def depth_for(workers: int) -> int:
    """How many articles may be under way at once: bounded, so that memory is."""
    return workers * AHEAD if workers > 1 else 0


def run_ahead(items: Iterable[Item], *, depth: int) -> Iterator[Item]:
    """The items in order, each held back until `depth` more have been begun.

    >>> list(run_ahead("abc", depth=2))
    ['a', 'b', 'c']
    """
    waiting: deque[Item] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > depth:
            yield waiting.popleft()
    yield from waiting


@contextmanager
def open_extractor(workers: int) -> Iterator[Submit]:
    """What extracts an article: this process, or several others."""
    if workers <= 1:
        yield lambda article: partial(extract, article)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=prepare_worker)
    try:
        yield lambda article: pool.submit(extract, article).result
    except BrokenProcessPool as error:
        raise TruceError("a worker process died, perhaps for want of memory; run it again with fewer --workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


def prepare_worker() -> None:
    """Leave Ctrl-C to the process that others wait for, and end with it, even where it is killed."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the end of the process that started this one, then end too: nobody is left to ask for anything."""
    import os
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
