"""Which articles and findings are of one origin, as queries see it.

An article that was not compared yet (see `truce.copying`) is of one origin with those of exactly its words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from truce.answers import Found, Query, StoredCopy
from truce.origins import CopyKind
from truce.store.filters import read_filters
from truce.store.sessions import ReportSession, run
from truce.store.tables import ArticleRow
from truce.store.translate_articles import to_stored_article

COPY_OF = """SELECT a.id, coalesce(c.origin_id, CASE WHEN p.article_id IS NULL THEN a.origin_id END) AS origin FROM articles a
    LEFT JOIN comparisons p ON p.article_id = a.id LEFT JOIN copies c ON c.article_id = a.id AND c.kind != 'merged'
    WHERE a.id IN (SELECT value FROM json_each(:ids))"""
COPIES = """SELECT c.article_id, c.origin_id, c.kind, c.share, c.is_counted FROM copies c JOIN articles x ON x.id = c.article_id
    WHERE x.is_current AND c.origin_id IN (
        SELECT m.origin_id FROM copies m JOIN articles a ON a.id = m.article_id JOIN articles f ON f.id = a.id WHERE {where})
    ORDER BY c.origin_id, c.kind != 'origin', c.kind, x.date_start IS NULL, x.date_start, c.article_id"""
# The origin of an article; none for one that is wholly put together of others, which bear witness themselves.
ORIGIN = """CASE WHEN EXISTS (SELECT 1 FROM copies c WHERE c.article_id = {article} AND c.kind = 'merged' AND NOT c.is_counted)
    THEN NULL ELSE coalesce((SELECT c.origin_id FROM copies c WHERE c.article_id = {article} AND c.kind != 'merged'),
    {article}) END"""
ITS_ORIGIN = ORIGIN.format(article="g.article_id")
COUNTED = f"""SELECT f.id, count(DISTINCT g.article_id) AS reports, count(DISTINCT {ITS_ORIGIN}) AS origins
    FROM {{kind}} f JOIN {{kind}} g ON {{same}} JOIN articles a ON a.id = g.article_id AND a.is_current
    WHERE f.id IN (SELECT value FROM json_each(:ids)) GROUP BY f.id"""
NEAR = "(f.date_start IS NULL OR g.date_start IS NULL OR abs(julianday(f.date_start) - julianday(g.date_start)) <= 2)"
SAME_COUNT = """g.outcome = f.outcome AND g.low IS f.low AND g.high IS f.high AND g.qualifier = f.qualifier AND g.scope = f.scope
    AND (g.affiliation_id IS NULL OR f.affiliation_id IS NULL OR g.affiliation_id = f.affiliation_id)"""
SAME: dict[str, tuple[str, ...]] = {
    "claims": (f"g.content_key = f.content_key AND g.speaker_id IS f.speaker_id AND {NEAR}",),
    "casualties": (
        f"g.place_id = f.place_id AND {SAME_COUNT} AND {NEAR}",
        f"""g.place_id IS NULL AND f.place_id IS NULL AND {SAME_COUNT} AND g.article_id IN (
            SELECT o.article_id FROM copies c JOIN copies o ON o.origin_id = c.origin_id WHERE c.article_id = f.article_id)""",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """In how many articles a finding stands, and of how many origins these are."""

    reports: int = 1
    origins: int = 1


def origins_of(session: Session, articles: Iterable[int | None]) -> dict[int | None, int | None]:
    """By each of these articles that is a copy, the article that it is a copy of."""
    rows = run(session, COPY_OF, ids=json.dumps(list(articles)))
    return {row.id: row.origin for row in rows if row.origin not in (None, row.id)}


def count_reports(session: Session, kind: str, ids: Sequence[int]) -> dict[int, Told]:
    """How often each of these claims or figures is told; what stands once is not listed."""
    told = {}
    for same in SAME.get(kind, ()):
        for row in run(session, COUNTED.format(kind=kind, same=same), ids=json.dumps(list(ids))):
            told[row.id] = Told(row.reports, max(row.origins, 1))
    return told


def find_copies(session: ReportSession, query: Query) -> Found[StoredCopy]:
    """Every article of each origin that has several, where one of them matches the query; `limit` counts articles."""
    asked = read_filters(session, "articles", query)
    where = " AND ".join([*asked.all, *asked.dates])
    rows = run(session, COPIES.format(where=where), **asked.values).all()
    shown = rows[: query.limit] if query.limit > 0 else rows
    found = {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_({r.article_id for r in shown})))}
    origins = origins_of(session, found)
    copies = tuple(
        StoredCopy(
            to_stored_article(found[row.article_id], origin=origins.get(row.article_id)),
            row.origin_id,
            CopyKind(row.kind),
            row.share,
            bool(row.is_counted),
        )
        for row in shown
    )
    return Found(copies, len(rows), unknown_actor=asked.unknown_actor, nearest=asked.nearest)
