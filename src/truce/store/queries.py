"""Queries answered: which rows match, how many, how many of them bear no date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import defer
from sqlmodel import col, select

from truce.answers import Found, Query, Stored, StoredArticle
from truce.store.assembling import BATCH, Read, Row, assemble
from truce.store.filters import Conditions, read_filters
from truce.store.ordering import order_by
from truce.store.origins import origins_of
from truce.store.sessions import ReportSession, run
from truce.store.tables import ArticleRow
from truce.store.translate_articles import to_stored_article

Finding = TypeVar("Finding")
WITHOUT_TEXT = defer(ArticleRow.text)  # type: ignore[arg-type] # to the type checker it is a string


@dataclass(frozen=True, slots=True)
class Matches:
    """The ids that match, after the limit, with what the answer says beside them."""

    ids: tuple[int, ...]
    total: int
    undated: int
    asked: Conditions


def find_findings(
    session: ReportSession,
    query: Query,
    table: type[Row],
    read: Read[Row, Finding],
) -> Found[Stored[Finding]]:
    """The findings of one kind that match a query."""
    matches = find_matches(session, str(table.__tablename__), query)
    return to_found(tuple(assemble(session, table, matches.ids, read)), matches)


def find_articles(session: ReportSession, query: Query) -> Found[StoredArticle]:
    """The articles that match a query."""
    matches = find_matches(session, "articles", query)
    return to_found(tuple(articles_of(session, matches.ids)), matches)


def articles_of(session: ReportSession, ids: Sequence[int]) -> Iterator[StoredArticle]:
    """The articles of these ids, in their order."""
    origins = origins_of(session, ids)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        rows = session.exec(select(ArticleRow).options(WITHOUT_TEXT).where(col(ArticleRow.id).in_(batch)))
        found = {row.id: to_stored_article(row, origin=origins.get(row.id)) for row in rows}
        yield from (found[id] for id in batch)


def find_versions(session: ReportSession, identity: str) -> tuple[StoredArticle, ...]:
    """The versions of one article, the current one last."""
    statement = select(ArticleRow).where(col(ArticleRow.identity) == identity)
    rows = session.exec(statement.order_by(col(ArticleRow.is_current), col(ArticleRow.version))).all()
    origins = origins_of(session, [row.id for row in rows])
    return tuple(to_stored_article(row, origin=origins.get(row.id)) for row in rows)


def find_all_versions(session: ReportSession, query: Query, *, not_by: str | None) -> tuple[StoredArticle, ...]:
    """Every version of the articles that match; with `not_by` only those that another extractor version read."""
    asked = read_filters(session, "articles", query)
    where = " AND ".join([*asked.all, *asked.dates])
    same = f"SELECT a.identity FROM articles f JOIN articles a ON a.id = f.id WHERE {where}"
    stale = "" if not_by is None else "AND v.extractor_version != :not_by"
    statement = f"SELECT v.id FROM articles v WHERE v.identity IN ({same}) {stale} ORDER BY v.id"
    ids = tuple(run(session, statement, **asked.values, not_by=not_by).scalars())
    return tuple(articles_of(session, ids))


def find_matches(session: ReportSession, kind: str, query: Query) -> Matches:
    """The rows of a table that match a query, in its order."""
    asked = read_filters(session, kind, query)
    ordered = order_by(kind, query.sort)
    dated = ["f.date_basis IS NOT NULL", *asked.dates] if asked.dates else []
    rows = f"FROM {kind} f JOIN articles a ON a.id = {'f.id' if kind == 'articles' else 'f.article_id'} WHERE "
    where = rows + " AND ".join([*asked.all, *dated])
    limit = f" LIMIT {int(query.limit)}" if query.limit > 0 else ""
    ids = tuple(run(session, f"SELECT f.id {where} ORDER BY {ordered}{limit}", **asked.values).scalars())
    total = run(session, f"SELECT count(*) {where}", **asked.values).scalar_one() if limit else len(ids)
    undated = 0
    if dated:
        without = rows + " AND ".join([*asked.all, "f.date_basis IS NULL"])
        undated = run(session, f"SELECT count(*) {without}", **asked.values).scalar_one()
    return Matches(ids, total, undated, asked)


def to_found(rows: tuple[Finding, ...], matches: Matches) -> Found[Finding]:
    """The answer with all that belongs to it."""
    asked = matches.asked
    return Found(rows, matches.total, matches.undated, unknown_actor=asked.unknown_actor, nearest=asked.nearest)
