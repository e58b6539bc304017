"""What is followed on the web, with what became of each address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FetchStatus(StrEnum):
    """How far an address has come; what is `kept` stands in the archive and is not yet read."""

    WAITING = "waiting"
    KEPT = "kept"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer gave to ask «has it changed?» with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer is kept: the file's name in the archive folder, the byte at which its gzip member starts."""

    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of reports to follow, a feed or a sitemap, as OPML has it."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a list names; None where the list does not say.

    `published` is an ISO day, `updated` the last change as ISO moment in UTC to the second.
    """

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """A followed list: how many addresses it named, how many of them wait. `failure` is why the last request failed."""

    id: int
    url: str
    title: str | None
    added_at: str
    asked_at: str | None
    fetched_at: str | None
    failure: str | None
    validators: Validators
    pages: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class StoredFetch:
    """An address with what became of it. `place` is where its last answer is kept, None where there was none.

    `is_resumed` says that a run which was cut short less than a day ago has dealt with it.
    """

    id: int
    url: str
    status: FetchStatus
    published: str | None
    tries: int
    failure: str | None
    validators: Validators
    place: Place | None
    is_resumed: bool
