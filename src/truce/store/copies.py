"""What is worked out about copies, kept: who was compared, who resembles whom, who shares an origin.

Sketches stay in the file and are looked up there, so that the memory taken does not grow with the number of articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, delete

from truce.origins import ComparedArticle, Copy, CopyKind, Likeness
from truce.store.computed_tables import ComparisonRow, CopyRow, LikenessRow, SketchRow
from truce.store.sessions import run

MOST = 50  # articles that one is compared with, those with most of its sketch first
MOST_BY_CHANCE = 3  # of those that share a single value, as any two with a stock phrase in common may

WAITING = """SELECT a.id, a.text, a.text_sha256 FROM articles a
    WHERE NOT EXISTS (SELECT 1 FROM comparisons c WHERE c.article_id = a.id) ORDER BY a.id LIMIT :limit"""
SAME_WORDS = """SELECT a.id, c.shingles FROM articles a JOIN comparisons c ON c.article_id = a.id
    WHERE a.text_sha256 = :sha256 AND a.id < :id ORDER BY a.id LIMIT 1"""
RESEMBLING = """SELECT article_id, count(*) FROM sketches WHERE value IN (SELECT value FROM json_each(:values))
    GROUP BY article_id ORDER BY count(*) DESC, article_id DESC LIMIT :most"""
LIKE_ANOTHER = """SELECT a.id, c.shingles, a.agency, a.publisher, a.date_start, a.date_basis, a.is_current
    FROM articles a JOIN comparisons c ON c.article_id = a.id
    WHERE a.id IN (SELECT article_id FROM likenesses UNION SELECT other_id FROM likenesses) ORDER BY a.id"""
ALL_COPIES = "SELECT article_id, origin_id, kind, share, is_counted FROM copies"
ADD_SKETCH = "INSERT INTO sketches(value, article_id) SELECT value, :id FROM json_each(:values) ORDER BY 1"
ADD_LIKENESS = "INSERT INTO likenesses(article_id, other_id, share, other_share) VALUES (:id, :other, :share, :other_share)"
SHARE_DIGITS = 4  # of a share, so that two ways of working it out give the same


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that was not compared yet; `same` is an earlier one of exactly the same words, `same_shingles` its number."""

    id: int
    text: str
    same: int | None
    same_shingles: int = 0


class CopyShelf:
    """What is known of copies, within one transaction of a store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def waiting(self, limit: int) -> list[Waiting]:
        """The next articles to compare, in the order in which they were stored."""
        return [
            Waiting(row.id, row.text, *self._same_words(row.id, row.text_sha256))
            for row in run(self._session, WAITING, limit=limit).all()
        ]

    def resembling(self, sketch: Sequence[int]) -> list[int]:
        """Compared articles that share some of a sketch, those that share most first, of these the latest."""
        rows = run(self._session, RESEMBLING, values=json.dumps(sketch), most=MOST).all()
        by_chance = [id for id, shared in rows if shared == 1]
        return [id for id, shared in rows if shared > 1] + by_chance[:MOST_BY_CHANCE]

    def text_of(self, id: int) -> str:
        """The words of an article."""
        return str(run(self._session, "SELECT text FROM articles WHERE id = :id", id=id).scalar_one())

    def keep(self, id: int, *, shingles: int, sketch: Iterable[int], likenesses: Iterable[Likeness]) -> None:
        """Note that an article was compared, its sketch, and whom it resembles."""
        run(self._session, "INSERT INTO comparisons(article_id, shingles) VALUES (:id, :shingles)", id=id, shingles=shingles)
        run(self._session, ADD_SKETCH, id=id, values=json.dumps(list(sketch)))
        for each in likenesses:
            shares = {"share": round(each.share, SHARE_DIGITS), "other_share": round(each.other_share, SHARE_DIGITS)}
            run(self._session, ADD_LIKENESS, id=each.id, other=each.other_id, **shares)

    def likenesses(self) -> Iterator[Likeness]:
        """Every likeness."""
        for row in run(self._session, "SELECT article_id, other_id, share, other_share FROM likenesses ORDER BY 1, 2"):
            yield Likeness(*row)

    def resembled(self) -> Iterator[ComparedArticle]:
        """Every article that resembles another."""
        for row in run(self._session, LIKE_ANOTHER):
            day = row.date_start if row.date_basis == "published" else None
            yield ComparedArticle(row.id, row.shingles, row.agency, row.publisher, day, bool(row.is_current))

    def replace_copies(self, copies: Iterable[Copy]) -> int:
        """Let these be all the copies; the number of rows that changed."""
        wanted = {(each.article_id, each.origin_id): each for each in copies}
        stale = []
        for row in run(self._session, ALL_COPIES):
            kept = Copy(row.article_id, row.origin_id, CopyKind(row.kind), row.share, bool(row.is_counted))
            if wanted.get((kept.article_id, kept.origin_id)) == kept:
                del wanted[kept.article_id, kept.origin_id]
            else:
                stale.append((kept.article_id, kept.origin_id))
        for article, origin in stale:
            self._session.exec(delete(CopyRow).where(col(CopyRow.article_id) == article, col(CopyRow.origin_id) == origin))
        for each in wanted.values():
            ids = {"article_id": each.article_id, "origin_id": each.origin_id}
            self._session.add(CopyRow(**ids, kind=each.kind.value, share=each.share, is_counted=each.is_counted))
        self._session.flush()
        return len(set(stale) | set(wanted))

    def forget(self) -> None:
        """Empty all of it, to be worked out again."""
        for table in (CopyRow, LikenessRow, SketchRow, ComparisonRow):
            self._session.exec(delete(table))

    def _same_words(self, id: int, sha256: str) -> tuple[int | None, int]:
        row = run(self._session, SAME_WORDS, sha256=sha256, id=id).first()
        return (None, 0) if row is None else (row.id, row.shingles)
