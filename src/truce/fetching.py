"""Addresses in, findings out: what comes from the web goes the way of what comes from files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from truce.answers import Saved
from truce.errors import FetchError, InputError, StoreError
from truce.following import Entry, FetchStatus, StoredFeed, StoredFetch, Validators
from truce.pipeline import Later, Outcome, Submit, as_value, begin, finish_run, open_extractor
from truce.sources.archive import Archive
from truce.sources.feeds import Listing, is_listing, read_listing
from truce.sources.messages import Answer, Manners
from truce.sources.pages import Page
from truce.sources.readers import read_page
from truce.sources.web import Fetcher

if TYPE_CHECKING:
    from truce.store import Store

ARCHIVE = "archive"  # the folder beside the database
MOST_LISTS = 20  # lists of one index that are read, the latest first
DEEPEST = 3  # indexes of indexes
LIST_WITHIN = "it is a feed or sitemap, not a report; `truce feeds add` follows it"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be fetched: addresses, and with `feeds` what the followed lists name, from the ISO day `since` on.

    With a `limit`, at most so many pages of lists; the others wait.
    """

    urls: tuple[str, ...] = ()
    feeds: bool = False
    since: str | None = None
    limit: int = 0


def fetch_each(wanted: Wanted, store: Store, *, manners: Manners | None = None, workers: int = 1) -> Iterator[Outcome]:
    """One outcome for each page, as it comes; the answers are kept beside the database before anything else is tried.

    address ─┬─ dealt with by a run that was cut short ──────────────> unchanged
             ├─ in the archive, not yet read ──────────────┐
             ├─ cannot be had ─────────────────────────────│─────────> failure
             ├─ not changed since it was read ─────────────│─────────> unchanged
             └─ answer ─ archive ─┬─ a page ───────────────┴─ read, extracted and stored as from a file
                                  └─ a feed or sitemap ─ each address in it
    """
    from truce.extraction import EXTRACTOR_VERSION

    run = store.begin_run(EXTRACTOR_VERSION)
    with (
        Archive(store.path.parent / ARCHIVE) as archive,
        closing(Fetcher(manners or Manners())) as fetcher,
        open_extractor(workers) as submit,
    ):
        errand = Errand(store, run, archive, fetcher, submit, EXTRACTOR_VERSION)
        yield from finish_run(errand.begin_all(wanted), store, workers=workers)


@dataclass(frozen=True, slots=True)
class Errand:
    """One run of fetching, with all that it needs."""

    store: Store
    run: int
    archive: Archive
    fetcher: Fetcher
    submit: Submit
    version: str

    def begin_all(self, wanted: Wanted) -> Iterator[Later[Outcome | None]]:
        """Everything that is wanted: the addresses first, then the lists, then what waits from these."""
        for url in wanted.urls:
            yield from self.begin_address(url, wanted)
        if wanted.feeds:
            for feed in self.store.fetches.feeds():
                yield from self.begin_feed(feed, wanted.since)
            waiting = self.store.fetches.waiting(since=wanted.since, limit=wanted.limit)
            yield from self.begin_waiting(waiting)

    def begin_feed(self, feed: StoredFeed, since: str | None) -> Iterator[Later[Outcome | None]]:
        """Ask a followed list for what is new, all of which waits from here on; only failures are outcomes."""
        failures: list[FetchError] = []
        try:
            answer = self.fetcher.fetch(feed.url, feed.validators)
            if answer.is_unchanged:
                self.store.fetches.note_feed(feed.id)
                return
            self.archive.keep(answer)
            listing = self.expand(answer.url, self.unpack(answer), since, failures)
        except FetchError as error:
            self.store.fetches.note_feed(feed.id, error.reason)
            yield as_value(Outcome(feed.url, failure=error))
            return
        # an index may stay as it is while the lists in it change
        validators = Validators() if listing.lists else answer.validators
        self.store.fetches.note_listing(feed.id, listing.entries, title=listing.title, validators=validators)
        yield from (as_value(Outcome(failure.url, failure=failure)) for failure in failures)

    def expand(self, url: str, body: bytes, since: str | None, failures: list[FetchError], depth: int = 1) -> Listing:
        """A list with what the lists in it hold; of those that cannot be had, the reason is added to the failures."""
        listing = read_listing(url, body)
        entries = list(listing.entries)
        recent = [each for each in listing.lists if is_recent(each, since)]
        latest = sorted(recent, key=lambda each: each.published or "", reverse=True)
        for inner in latest[:MOST_LISTS] if depth < DEEPEST else ():
            try:
                answer = self.fetcher.fetch(inner.url)
                self.archive.keep(answer)
                entries.extend(self.expand(answer.url, self.unpack(answer), since, failures, depth + 1).entries)
            except FetchError as error:
                failures.append(error)
        return replace(listing, entries=tuple(entries))

    def begin_waiting(self, waiting: Iterable[StoredFetch]) -> Iterator[Later[Outcome | None]]:
        """The pages that lists named, the hosts in turn, so that the pause of one is used for the others."""
        for fetch in in_turn(waiting):
            if self.store.fetches.take(fetch.url).status is not FetchStatus.READ:  # else it came under another name
                yield from self.begin_address(fetch.url, None)

    def begin_address(self, url: str, wanted: Wanted | None) -> Iterator[Later[Outcome | None]]:
        """One address: from the archive where its answer is kept there unread, else from the web.

        What a list names, `wanted` being None, is to be a page: one that is a list would lead on for ever.
        """
        fetch = self.store.fetches.take(url)
        if fetch.status is FetchStatus.READ and fetch.is_resumed:
            self.store.fetches.note_resumed(fetch.id, self.run)
            failure = InputError(url, fetch.failure) if fetch.failure else None
            yield as_value(Outcome(url, None if failure else Saved.UNCHANGED, failure))
            return
        try:
            page = (self.kept(fetch) if fetch.status is FetchStatus.KEPT else None) or self.ask(fetch, url)
        except FetchError as error:
            self.store.fetches.note_failed(fetch.id, self.run, error.reason)
            yield as_value(Outcome(url, failure=error))
            return
        if page is None:
            yield as_value(Outcome(url, Saved.UNCHANGED))
        elif wanted and is_listing(page.raw):
            yield from self.begin_listing(fetch, page, wanted)
        else:
            yield from self.begin_page(fetch, page)

    def ask(self, fetch: StoredFetch, url: str) -> Page | None:
        """The page as the server sends it, kept first; None where it is unchanged since it was read.

        What is read again though unchanged: a page that gave no report, for what reads it may have been bettered; and a
        list, of which pages may still wait.
        """
        is_known = fetch.place is not None and fetch.status is not FetchStatus.FAILED
        answer = self.fetcher.fetch(url, fetch.validators if is_known else None)
        if answer.is_unchanged:
            self.store.fetches.note_unchanged(fetch.id, self.run)
            page = self.kept(fetch)
            return page if page and (fetch.failure or is_listing(page.raw)) else None
        place = self.archive.keep(answer)
        self.store.fetches.note_kept(fetch.id, self.run, place=place, validators=answer.validators)
        return Page(self.unpack(answer), answer.url, content_type=answer.content_type, fetched_at=answer.fetched_at)

    def kept(self, fetch: StoredFetch) -> Page | None:
        """The page as it stands in the archive, None where it is not there any more."""
        if fetch.place is None:
            return None
        try:
            kept = self.archive.read(fetch.place, limit=self.fetcher.manners.largest)
        except StoreError:
            return None
        return Page(kept.body, kept.url, content_type=kept.content_type, fetched_at=kept.fetched_at)

    def begin_page(self, fetch: StoredFetch, page: Page) -> Iterator[Later[Outcome | None]]:
        """The reports of a page, and then the note that it was read."""
        failure: str | None = None
        reports = iter([InputError(page.origin, LIST_WITHIN)]) if is_listing(page.raw) else read_page(page)
        for found in reports:
            failure = found.reason if isinstance(found, InputError) else failure
            yield begin(found, self.store, submit=self.submit, version=self.version)
        yield partial(self.store.fetches.note_read, fetch.id, self.run, failure=failure)

    def begin_listing(self, fetch: StoredFetch, page: Page, wanted: Wanted) -> Iterator[Later[Outcome | None]]:
        """The pages of a list that was asked for by its address; it is read when all of them are."""
        failures: list[FetchError] = []
        try:
            listing = self.expand(page.url or fetch.url, page.raw, wanted.since, failures)
        except FetchError as error:
            failures, listing = [error], Listing(())
        yield from (as_value(Outcome(failure.url, failure=failure)) for failure in failures)
        due = self.store.fetches.add_entries(entry for entry in listing.entries if is_recent(entry, wanted.since))
        yield from self.begin_waiting(due[: wanted.limit or None])
        reason = failures[0].reason if failures else None
        yield partial(self.store.fetches.note_read, fetch.id, self.run, failure=reason)

    def unpack(self, answer: Answer) -> bytes:
        """The body of an answer that is in the archive."""
        return answer.unpack(self.fetcher.manners.largest)


def is_recent(entry: Entry, since: str | None) -> bool:
    """Whether a list's entry is from the day `since` on; one without a day is taken."""
    return since is None or entry.published is None or entry.published >= since


def in_turn(waiting: Iterable[StoredFetch]) -> Iterator[StoredFetch]:
    """The addresses so that the hosts take turns."""
    by_host: defaultdict[str, list[StoredFetch]] = defaultdict(list)
    for fetch in waiting:
        by_host[urlsplit(fetch.url).netloc].append(fetch)
    return (fetch for fetch in chain.from_iterable(zip_longest(*by_host.values())) if fetch is not None)
