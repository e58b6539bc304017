"""The tables of what is worked out from many articles; emptied, they can be worked out again."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from truce.store.tables import Table


class ComparisonRow(Table, table=True):
    """That an article was compared with all before it; `shingles` is how many different runs of words its text has."""

    __tablename__ = "comparisons"

    article_id: int = Field(primary_key=True, foreign_key="articles.id", ondelete="CASCADE")
    shingles: int


class SketchRow(Table, table=True):
    """One value of the MinHash of an article: two articles that share values may share words."""

    __tablename__ = "sketches"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: int = Field(primary_key=True)
    article_id: int = Field(primary_key=True, foreign_key="articles.id", index=True, ondelete="CASCADE")


class LikenessRow(Table, table=True):
    """How much two articles share: `share` of the runs of words of `article_id`, `other_share` of those of `other_id`."""

    __tablename__ = "likenesses"
    __table_args__ = (UniqueConstraint("article_id", "other_id"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", ondelete="CASCADE")
    other_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    share: float
    other_share: float


class CopyRow(Table, table=True):
    """Which origin an article belongs to, one row for each article that shares its origin with another.

    `kind` is `origin` (the article itself), `copy`, or `merged`: then the article was put together of several, and has a row
    for each. `share` of its words stand in the origin. Of the articles of one origin one `is_counted` when each counts once.
    """

    __tablename__ = "copies"
    __table_args__ = (UniqueConstraint("article_id", "origin_id"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id", ondelete="CASCADE")
    origin_id: int = Field(foreign_key="articles.id", index=True, ondelete="CASCADE")
    kind: str
    share: float
    is_counted: bool
