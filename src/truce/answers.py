"""What a query asks of the stored reports, with what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from truce.origins import CopyKind
from truce.records import ActorKind, Published

Finding = TypeVar("Finding")


class Saved(StrEnum):
    """What became of an article that was handed to the store."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Query:
    """What the commands filter by; None and empty mean no restriction. `since` and `until` are EDTF values.

    `exact` keeps `actor` to that very actor, without those who speak for it. `independent` looks at one article of each
    origin only, the fullest of the copies. `limit` 0 is all.
    """

    actor: str | None = None
    exact: bool = False
    about: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    source: str | None = None
    outcome: str | None = None
    scope: str | None = None
    search: str | None = None
    article: str | None = None
    limit: int = 0
    sort: str | None = None
    independent: bool = False


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as a list shows it; `id` is the store's number, `name` the reader's (a file's stem, a line's id).

    `origin` is the id of the article that this one is a copy of, `not_extracted` why nothing was looked for in this one.
    """

    id: int
    name: str
    title: str | None
    url: str | None
    path: str | None
    publisher: str | None
    published: Published
    modified: str | None
    language: str | None
    words: int
    agency: str | None = None
    origin: int | None = None
    version: int = 1
    not_extracted: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """An article that shares its origin with others, what it is to that origin, and how much of its words others have.

    `is_counted` is the article that stands for its origin when each counts once.
    """

    article: StoredArticle
    origin: int
    kind: CopyKind
    share: float
    is_counted: bool


@dataclass(frozen=True, slots=True)
class StoredActor:
    """An actor across articles, with the number of articles, claims, casualty figures and truces that it has a part in.

    `id` is the store's number, `key` the lexicon's. A figure is an actor's whose the victims are or who counted them.
    """

    id: int
    name: str
    kind: ActorKind
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    articles: int = 0
    claims: int = 0
    figures: int = 0
    truces: int = 0
    key: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Stored(Generic[Finding]):
    """A finding with its number in the store and the article that it stands in.

    `reports` is in how many articles the same is said, `origins` of how many independent origins these are; a claim is the
    same in the same words of the same speaker, a figure with the same count, outcome and place within two days.
    """

    id: int
    article: StoredArticle
    record: Finding
    reports: int = 1
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Found(Generic[Finding]):
    """The answer to a query, with what was left out and what the asker may have meant.

    `undated` counts what matches but bears no date at all, left out because of `since` or `until`. `total` counts the
    rows before the limit. `unknown_actor` is set when no actor of that name is known; `nearest` then names some that are.
    """

    rows: tuple[Finding, ...]
    total: int
    undated: int = 0
    unknown_actor: str | None = None
    nearest: tuple[str, ...] = ()


class DecisionKind(StrEnum):
    """What a person can decide about actors."""

    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about actors, by their names. `undone_at` is None while it holds.

    `merge`: `other` is `actor`. `split`: what is `written` so, or stands in `article`, is `other` and not `actor`; without
    either, `actor` is taken out of its merges.
    """

    id: int
    kind: DecisionKind
    actor: str
    other: str | None
    written: str | None
    article: str | None
    note: str | None
    made_at: str
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that `truce verify` found wrong: which table and row, what is the matter, and the sentence to print."""

    table: str
    row: int
    kind: str
    message: str
