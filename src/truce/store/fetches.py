"""The lists that are followed and the addresses that were fetched, as the database remembers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, delete, select

from truce.errors import StoreError
from truce.following import Entry, Feed, FetchStatus, Place, StoredFeed, StoredFetch, Validators
from truce.store.identity import canonical_url
from truce.store.saving import now
from truce.store.tables import FeedRow, FetchRow, RunRow

MOST_TRIES = 3  # runs in which an address that a list named may fail before it is given up
RESUMABLE = timedelta(days=1)  # an older run that was cut short is no reason not to ask again

Door = Callable[[], AbstractContextManager[Session]]


class Fetches:
    """What `truce fetch` and `truce feeds` remember. Each method is a transaction of its own."""

    def __init__(self, reading: Door, writing: Door) -> None:
        self._reading, self._writing = reading, writing

    def feeds(self) -> tuple[StoredFeed, ...]:
        """The lists that are followed, in the order in which they were added."""
        with self._reading() as session:
            rows = session.exec(select(FeedRow).order_by(col(FeedRow.id))).all()
            return tuple(to_feed(session, row) for row in rows)

    def add_feeds(self, feeds: Iterable[Feed]) -> int:
        """Follow these lists; how many of them are new. A title that comes later than the list is taken too."""
        new = 0
        with self._writing() as session:
            for feed in feeds:
                row = session.exec(select(FeedRow).where(col(FeedRow.url) == feed.url)).first()
                new += row is None
                row = row or FeedRow(url=feed.url, added_at=now())
                row.title = row.title or feed.title
                session.add(row)
                session.flush()
        return new

    def remove_feed(self, reference: str) -> StoredFeed:
        """Follow a list no longer, by its address or number; what was fetched stays, what waits is forgotten."""
        with self._writing() as session:
            row = session.exec(select(FeedRow).where(col(FeedRow.url) == reference)).first()
            if row is None and reference.isdecimal():
                row = session.get(FeedRow, int(reference))
            if row is None:
                raise StoreError(f"no list «{reference}» is followed; `truce feeds list` shows those that are")
            feed = to_feed(session, row)
            waits = (col(FetchRow.feed_id) == feed.id, col(FetchRow.status) == FetchStatus.WAITING)
            session.exec(delete(FetchRow).where(*waits))
            session.delete(row)
        return feed

    def note_listing(self, feed_id: int, entries: Iterable[Entry], *, title: str | None, validators: Validators) -> int:
        """What a list holds now: its new and changed reports wait from here on; how many these are."""
        with self._writing() as session:
            row = session.get_one(FeedRow, feed_id)
            row.title = row.title or title
            row.etag, row.last_modified, row.failure = validators.etag, validators.last_modified, None
            row.asked_at = row.fetched_at = now()
            session.add(row)
            return sum(add_entry(session, entry, feed_id=feed_id) for entry in entries)

    def note_feed(self, feed_id: int, failure: str | None = None) -> None:
        """That a list was asked and has not changed, or could not be had."""
        with self._writing() as session:
            row = session.get_one(FeedRow, feed_id)
            row.asked_at, row.failure = now(), failure
            session.add(row)

    def add_entries(self, entries: Iterable[Entry]) -> tuple[StoredFetch, ...]:
        """Let the reports of a list that is not followed wait; all that are still to be fetched, in the list's order."""
        with self._writing() as session:
            found = []
            for entry in entries:
                add_entry(session, entry, feed_id=None)
                row = find_row(session, entry.url)
                if row is not None and is_due(row):
                    found.append(to_fetch(session, row))
            return tuple(found)

    def waiting(self, *, since: str | None = None, limit: int = 0) -> tuple[StoredFetch, ...]:
        """The reports of followed lists that are to be fetched, from the day `since` on, those without a day too."""
        with self._reading() as session:
            rows = session.exec(select(FetchRow).where(col(FetchRow.feed_id).is_not(None), due(since)).order_by(col(FetchRow.id)))
            found = tuple(to_fetch(session, row) for row in rows)
        return found[:limit] if limit else found

    def take(self, url: str) -> StoredFetch:
        """An address that is to be fetched, new or known."""
        with self._writing() as session:
            row = find_row(session, url)
            if row is None:
                row = new_row(url)
                session.add(row)
                session.flush()
            return to_fetch(session, row)

    def note_kept(self, number: int, run: int, *, place: Place, validators: Validators) -> None:
        """That an answer is in the archive, to be read."""
        with self._writing() as session:
            row = touch(session, number, run)
            row.status, row.tries, row.failure, row.fetched_at = FetchStatus.KEPT, 0, None, row.asked_at
            row.archive_file, row.archive_offset = place.file, place.offset
            row.etag, row.last_modified = validators.etag, validators.last_modified

    def note_read(self, number: int, run: int, *, failure: str | None = None) -> None:
        """That the answer in the archive was read; `failure` is why it gave no report."""
        with self._writing() as session:
            row = touch(session, number, run, asked=False)
            row.status, row.failure = FetchStatus.READ, failure

    def note_unchanged(self, number: int, run: int) -> None:
        """That the server says that nothing has changed since the answer in the archive."""
        with self._writing() as session:
            touch(session, number, run).status = FetchStatus.READ

    def note_resumed(self, number: int, run: int) -> None:
        """That a run which goes on where another was cut short counts this address as its own."""
        with self._writing() as session:
            touch(session, number, run, asked=False)

    def note_failed(self, number: int, run: int, failure: str) -> None:
        """That the page could not be had; one that was read earlier stays so, unless a list said that it has changed."""
        with self._writing() as session:
            row = touch(session, number, run)
            row.failure, row.tries = failure, row.tries + 1
            if row.status != FetchStatus.READ:
                row.status = FetchStatus.FAILED


def find_row(session: Session, url: str) -> FetchRow | None:
    """The row of an address, also under another spelling of it."""
    return session.exec(select(FetchRow).where(col(FetchRow.canonical_url) == (canonical_url(url) or url))).first()


def new_row(url: str) -> FetchRow:
    """A row for an address that is met for the first time."""
    return FetchRow(url=url, canonical_url=canonical_url(url) or url, status=FetchStatus.WAITING, found_at=now())


def add_entry(session: Session, entry: Entry, *, feed_id: int | None) -> bool:
    """Let a report of a list wait, if it is new, or changed since it was fetched; whether it is."""
    row = find_row(session, entry.url)
    is_new = row is None
    row = row or new_row(entry.url)
    row.feed_id = row.feed_id or feed_id
    row.published = row.published or entry.published
    has_changed = bool(entry.updated and row.asked_at and entry.updated > row.asked_at and row.status != FetchStatus.KEPT)
    if has_changed:
        row.status, row.tries = FetchStatus.WAITING, 0
    session.add(row)
    session.flush()
    return is_new or has_changed


def due(since: str | None) -> ColumnElement[bool]:
    """The condition of a row that is to be fetched."""
    is_open = or_(
        col(FetchRow.status).in_([FetchStatus.WAITING, FetchStatus.KEPT]),
        (col(FetchRow.status) == FetchStatus.FAILED) & (col(FetchRow.tries) < MOST_TRIES),
    )
    return is_open & or_(col(FetchRow.published).is_(None), col(FetchRow.published) >= since) if since else is_open


def is_due(row: FetchRow) -> bool:
    """Whether a row is to be fetched."""
    return row.status in (FetchStatus.WAITING, FetchStatus.KEPT) or (row.status == FetchStatus.FAILED and row.tries < MOST_TRIES)


def touch(session: Session, number: int, run: int, *, asked: bool = True) -> FetchRow:
    """The row of a fetch, from now on this run's."""
    row = session.get_one(FetchRow, number)
    row.run_id = run
    if asked:
        row.asked_at = now()
    session.add(row)
    return row


def to_fetch(session: Session, row: FetchRow) -> StoredFetch:
    """A row as the record of an address."""
    assert row.id is not None
    is_kept = row.archive_file is not None and row.archive_offset is not None
    return StoredFetch(
        id=row.id,
        url=row.url,
        status=FetchStatus(row.status),
        published=row.published,
        tries=row.tries,
        failure=row.failure,
        validators=Validators(row.etag, row.last_modified),
        place=Place(row.archive_file or "", row.archive_offset or 0) if is_kept else None,
        is_resumed=was_cut_short(session, row),
    )


def was_cut_short(session: Session, row: FetchRow) -> bool:
    """Whether the run that dealt with an address never came to its end, and was not long ago."""
    if row.run_id is None or row.asked_at is None or row.status not in (FetchStatus.READ, FetchStatus.KEPT):
        return False
    if datetime.now(UTC) - datetime.fromisoformat(row.asked_at) > RESUMABLE:
        return False
    run = session.get(RunRow, row.run_id)
    return run is not None and run.ended_at is None


def to_feed(session: Session, row: FeedRow) -> StoredFeed:
    """A row as the record of a followed list."""
    assert row.id is not None
    count = select(func.count()).select_from(FetchRow).where(col(FetchRow.feed_id) == row.id)
    return StoredFeed(
        id=row.id,
        url=row.url,
        title=row.title,
        added_at=row.added_at,
        asked_at=row.asked_at,
        fetched_at=row.fetched_at,
        failure=row.failure,
        validators=Validators(row.etag, row.last_modified),
        pages=session.exec(count).one(),
        waiting=session.exec(count.where(due(None))).one(),
    )
