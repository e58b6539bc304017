"""Every table of the database.

    runs ─< articles ─┬─< mentions ───> actors ─┬─< aliases
                      ├─< claims ─────────^     ├─< affiliations
                      ├─< casualties ─────^     └─< decisions
                      ├─< dates           └> places ─< place_names, place_containments
                      ├─< truces ─< truce_parties ─> actors
                      └─< evidence_spans
    feeds ─< fetches >─ runs

One row of `mentions`, `claims`, `casualties`, `dates` and `truces` is one record of one article; the words it rests on
are in `evidence_spans`, as offsets only. Columns bear the names of the records' fields. Beside EDTF values stand
`date_start` and `date_end`, ISO days for indexes and filters: the first and the last day that a row is about, NULL
where open; `date_basis` tells whether they are the finding's own, the publication day, or the bounds inferred for it.
"""

from __future__ import annotations

from sqlalchemy import JSON, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMING))):
    """What all tables share: one set of metadata, apart from any other that a program may hold."""


class RunRow(Table, table=True):
    """One ingest, fetch or re-extraction: when, by which extractor, with what result."""

    __tablename__ = "runs"

    id: int | None = Field(default=None, primary_key=True)
    started_at: str
    ended_at: str | None = None
    extractor_version: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0


class ArticleRow(Table, table=True):
    """One version of one article. Its text never changes; a new text of the same `identity` is a new version.

    `published` is what the extraction found, `given_published` what came with the article. `origin_id` is the first
    article with the same words, NULL for an original. `evidence_sha256` seals where all spans stand, with their words.
    """

    __tablename__ = "articles"
    __table_args__ = (UniqueConstraint("identity", "version"), UniqueConstraint("identity", "text_sha256"))

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    title: str | None = None
    url: str | None = Field(default=None, index=True)
    canonical_url: str | None = Field(default=None, index=True)
    path: str | None = Field(default=None, index=True)
    publisher: str | None = None
    authors: list[str] = Field(default_factory=list, sa_type=JSON)
    section: str | None = None
    agency: str | None = None
    language: str | None = None
    words: int
    published: str | None = None
    published_basis: str
    published_not_before: str | None = None
    published_not_after: str | None = None
    published_reasons: list[str] = Field(default_factory=list, sa_type=JSON)
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = None
    date_basis: str | None = None
    modified: str | None = None
    given_published: str | None = None
    given_basis: str
    status: str
    reason: str | None = None
    identity: str
    version: int
    is_current: bool
    origin_id: int | None = Field(default=None, foreign_key="articles.id", index=True, ondelete="SET NULL")
    text: str
    text_sha256: str = Field(index=True)
    raw_sha256: str | None = None
    pages: list[int] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    evidence_sha256: str
    reader: str | None = None
    extractor_version: str
    ingested_at: str
    updated_at: str
    run_id: int | None = Field(default=None, foreign_key="runs.id")


class ActorRow(Table, table=True):
    """An actor across articles. `key` is the lexicon's; `same_as_id` the actor that it was merged into.

    `folded` is the name in small letters without accents and marks, for look-ups. One that a decision told apart from
    another actor `is_split`, and is found by that decision only.
    """

    __tablename__ = "actors"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    kind: str
    key: str | None = Field(default=None, unique=True)
    wikidata: str | None = None
    country: str | None = None
    folded: str = Field(index=True)
    same_as_id: int | None = Field(default=None, foreign_key="actors.id", index=True)
    is_split: bool = False


class AliasRow(Table, table=True):
    """Another name of an actor, from the lexicon (`article_id` NULL) or as an article writes it."""

    __tablename__ = "aliases"

    id: int | None = Field(default=None, primary_key=True)
    actor_id: int = Field(foreign_key="actors.id", index=True, ondelete="CASCADE")
    article_id: int | None = Field(default=None, foreign_key="articles.id", index=True, ondelete="CASCADE")
    name: str
    folded: str = Field(index=True)


class AffiliationRow(Table, table=True):
    """That an actor belongs to another one: by the lexicon or by its very name (`article_id` NULL), or as an article says.

    What an article says binds in that article only: `the ministry` is another's ministry elsewhere. One that `speaks_for`
    the other answers for it; a Lebanese surgeon does not for Lebanon. `since` and `until` are the first and the last day in
    the office of `role`, NULL where open or not known.
    """

    __tablename__ = "affiliations"
    __table_args__ = (Index(None, "actor_id", "article_id"),)

    id: int | None = Field(default=None, primary_key=True)
    actor_id: int = Field(foreign_key="actors.id", ondelete="CASCADE")
    affiliation_id: int = Field(foreign_key="actors.id", index=True, ondelete="CASCADE")
    article_id: int | None = Field(default=None, foreign_key="articles.id", index=True, ondelete="CASCADE")
    role: str | None = None
    since: str | None = None
    until: str | None = None
    speaks_for: bool


class MentionRow(Table, table=True):
    """An actor as one article presents it; its places in the text are spans of the field `mentions`."""

    __tablename__ = "mentions"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    position: int
    actor_id: int = Field(foreign_key="actors.id", index=True)
    name: str
    kind: str
    role: str | None = None
    affiliation: str | None = None
    key: str | None = None
    rule: str = ""


class ClaimRow(Table, table=True):
    """One act of communication, its words in `evidence_spans` or the view `claim_texts`; one `content_key`, the same words."""

    __tablename__ = "claims"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    position: int
    speaker: str | None = None
    speaker_id: int | None = Field(default=None, foreign_key="actors.id", index=True)
    mode: str
    stance: str
    said_on: str | None = None
    addressee: str | None = None
    medium: str | None = None
    condition: str | None = None
    topics: list[str] = Field(default_factory=list, sa_type=JSON)
    content_key: str | None = Field(default=None, index=True)
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = None
    date_basis: str | None = None
    rule: str = ""


class ClaimSubjectRow(Table, table=True):
    """Whom a claim is about, in the order of the record's `about`."""

    __tablename__ = "claim_subjects"

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claims.id", index=True, ondelete="CASCADE")
    position: int
    name: str
    actor_id: int | None = Field(default=None, foreign_key="actors.id", index=True)


class CasualtyRow(Table, table=True):
    """One count, outcome and group of victims, as one article states it at one place."""

    __tablename__ = "casualties"
    __table_args__ = (Index(None, "place_id", "outcome", "low"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    position: int
    count: str | None = None
    low: int | None = None
    high: int | None = None
    qualifier: str
    outcome: str = Field(index=True)
    victims: str | None = None
    victim_class: str
    affiliation: str | None = None
    affiliation_id: int | None = Field(default=None, foreign_key="actors.id", index=True)
    place: str | None = None
    place_id: int | None = Field(default=None, foreign_key="places.id")
    source: str | None = None
    source_id: int | None = Field(default=None, foreign_key="actors.id", index=True)
    scope: str
    period: str | None = None
    subset_of_id: int | None = Field(default=None, foreign_key="casualties.id", index=True)
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = None
    date_basis: str | None = None
    rule: str = ""


class DateRow(Table, table=True):
    """An expression that names a day, month, season, year or interval; bounds only where it could be resolved."""

    __tablename__ = "dates"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    position: int
    value: str | None = None
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = None
    date_basis: str | None = None
    rule: str = ""


class TruceRow(Table, table=True):
    """One statement about a ceasefire's course; its parties and mediators stand in `truce_parties`."""

    __tablename__ = "truces"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    position: int
    status: str = Field(index=True)
    duration: str | None = None
    conditions: str | None = None
    in_force_on: str | None = None
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = None
    date_basis: str | None = None
    rule: str = ""


class TrucePartyRow(Table, table=True):
    """One of those between whom a truce is or would be (`party`), or who bring it about (`mediator`)."""

    __tablename__ = "truce_parties"

    id: int | None = Field(default=None, primary_key=True)
    truce_id: int = Field(foreign_key="truces.id", index=True, ondelete="CASCADE")
    part: str
    position: int
    name: str
    actor_id: int | None = Field(default=None, foreign_key="actors.id", index=True)


class PlaceRow(Table, table=True):
    """A place by its main name; `country` is ISO alpha-2."""

    __tablename__ = "places"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)
    country: str | None = None


class PlaceNameRow(Table, table=True):
    """A spelling under which a place was met."""

    __tablename__ = "place_names"

    id: int | None = Field(default=None, primary_key=True)
    place_id: int = Field(foreign_key="places.id", index=True, ondelete="CASCADE")
    name: str
    folded: str = Field(unique=True)


class PlaceContainmentRow(Table, table=True):
    """That a place lies in a wider one; every wider place has its row, not only the next."""

    __tablename__ = "place_containments"
    __table_args__ = (UniqueConstraint("place_id", "within_id"),)

    id: int | None = Field(default=None, primary_key=True)
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE")
    within_id: int = Field(foreign_key="places.id", index=True, ondelete="CASCADE")


class EvidenceSpanRow(Table, table=True):
    """Where the words of one field of one finding stand: code points of the article's text, half-open.

    `kind` is the table and `record_id` the row of the finding. `is_ground` marks words that a value rests on without
    being quoted in the record. The view `evidence` adds the words.
    """

    __tablename__ = "evidence_spans"
    __table_args__ = (Index(None, "kind", "record_id"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    kind: str
    record_id: int
    field: str
    position: int
    start: int
    end: int
    is_ground: bool = False


class DecisionRow(Table, table=True):
    """What a person decided about actors. Computed knowledge follows the decisions that are not undone, in their order.

    `merge`: `other_id` is `actor_id`. `split`: what is written `written` (or all, where that is NULL) in the articles of
    `article_identity` (or in all) is `other_id` and not `actor_id`.
    """

    __tablename__ = "decisions"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    actor_id: int = Field(foreign_key="actors.id")
    other_id: int | None = Field(default=None, foreign_key="actors.id")
    written: str | None = None
    article_identity: str | None = None
    note: str | None = None
    made_at: str
    undone_at: str | None = None


class FeedRow(Table, table=True):
    """A list of reports that is followed: a feed or a sitemap. `fetched_at` is when it last answered with something new."""

    __tablename__ = "feeds"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    title: str | None = None
    added_at: str
    asked_at: str | None = None
    fetched_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failure: str | None = None


class FetchRow(Table, table=True):
    """An address of a page with what became of it; `feed_id` is the list that named it, `published` the day it gave.

    `status` is `waiting`, `kept` (the answer is in the archive and not yet read), `read` or `failed`. The last answer stands
    in `archive_file` from byte `archive_offset` on. `tries` counts the failures since the last answer.
    """

    __tablename__ = "fetches"

    id: int | None = Field(default=None, primary_key=True)
    url: str
    canonical_url: str = Field(unique=True)
    feed_id: int | None = Field(default=None, foreign_key="feeds.id", index=True, ondelete="SET NULL")
    published: str | None = None
    status: str = Field(index=True)
    tries: int = 0
    failure: str | None = None
    found_at: str
    asked_at: str | None = None
    fetched_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    archive_file: str | None = None
    archive_offset: int | None = None
    run_id: int | None = Field(default=None, foreign_key="runs.id")
