"""Records put together from their rows, with words cut from the stored articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlmodel import Session, col, select

from truce.answers import Stored
from truce.records import Actor, CasualtyFigure, Claim, DateMention, Extraction, Span, TruceStatement
from truce.store.evidence import Placed
from truce.store.origins import Told, count_reports, origins_of
from truce.store.sessions import run
from truce.store.tables import (
    ArticleRow,
    CasualtyRow,
    ClaimRow,
    ClaimSubjectRow,
    DateRow,
    MentionRow,
    TrucePartyRow,
    TruceRow,
)
from truce.store.translate_articles import to_article, to_published, to_stored_article
from truce.store.translate_findings import Words, to_actor, to_casualty, to_claim, to_date, to_truce

Row = TypeVar("Row", MentionRow, ClaimRow, CasualtyRow, DateRow, TruceRow)
Finding = TypeVar("Finding")
AllWords = Mapping[int, Words]  # by the id of the finding
Read = Callable[[Session, Sequence[Row], AllWords], list[Finding]]
SPANS = """SELECT record_id, field, position, is_ground, start, "end" FROM evidence_spans
    WHERE kind = :kind AND record_id IN (SELECT value FROM json_each(:ids)) ORDER BY record_id, is_ground, position"""
ONCE = Told()
BATCH = 500  # findings put together at a time: the texts of so many articles are in memory at once


def read_actors(session: Session, rows: Sequence[MentionRow], words: AllWords) -> list[Actor]:
    """Actors as their articles present them."""
    return [to_actor(row, words[row.id or 0]) for row in rows]


def read_claims(session: Session, rows: Sequence[ClaimRow], words: AllWords) -> list[Claim]:
    """Claims with whom they are about."""
    about: defaultdict[int, list[str]] = defaultdict(list)
    ids = [row.id for row in rows]
    statement = select(ClaimSubjectRow).where(col(ClaimSubjectRow.claim_id).in_(ids)).order_by(col(ClaimSubjectRow.position))
    for subject in session.exec(statement):
        about[subject.claim_id].append(subject.name)
    return [to_claim(row, words[row.id or 0], about[row.id or 0]) for row in rows]


def read_casualties(session: Session, rows: Sequence[CasualtyRow], words: AllWords) -> list[CasualtyFigure]:
    """Casualty figures, each with the index of the figure that it is part of."""
    wholes = {row.subset_of_id for row in rows if row.subset_of_id is not None}
    statement = select(CasualtyRow.id, CasualtyRow.position).where(col(CasualtyRow.id).in_(wholes))
    positions = {whole or 0: position for whole, position in session.exec(statement)} if wholes else {}
    return [to_casualty(row, words[row.id or 0], positions) for row in rows]


def read_dates(session: Session, rows: Sequence[DateRow], words: AllWords) -> list[DateMention]:
    """Date expressions."""
    return [to_date(row, words[row.id or 0]) for row in rows]


def read_truces(session: Session, rows: Sequence[TruceRow], words: AllWords) -> list[TruceStatement]:
    """Statements about truces with parties and mediators."""
    names: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    ids = [row.id for row in rows]
    statement = select(TrucePartyRow).where(col(TrucePartyRow.truce_id).in_(ids)).order_by(col(TrucePartyRow.position))
    for party in session.exec(statement):
        names[party.truce_id][party.part].append(party.name)
    return [to_truce(row, words[row.id or 0], names[row.id or 0]) for row in rows]


def assemble(
    session: Session,
    table: type[Row],
    ids: Sequence[int],
    read: Read[Row, Finding],
) -> Iterator[Stored[Finding]]:
    """The findings of these ids, in this order, each with its article."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {row.id: row for row in session.exec(select(table).where(col(table.id).in_(batch)))}
        rows = [found[id] for id in batch]
        wanted = {row.article_id for row in rows}
        articles = {a.id: a for a in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(wanted)))}
        texts = {row.id or 0: articles[row.article_id].text for row in rows}
        origins = origins_of(session, articles)
        shown = {id: to_stored_article(article, origin=origins.get(id)) for id, article in articles.items()}
        told = count_reports(session, str(table.__tablename__), batch)
        for row, record in zip(rows, read(session, rows, words_of(session, str(table.__tablename__), texts)), strict=True):
            times = told.get(row.id or 0, ONCE)
            yield Stored(row.id or 0, shown[row.article_id], record, times.reports, times.origins)


def words_of(session: Session, kind: str, texts: Mapping[int, str]) -> AllWords:
    """The words that findings rest on; `texts` has the text of each finding's article."""
    spans: defaultdict[int, list[Placed]] = defaultdict(list)
    for row in run(session, SPANS, kind=kind, ids=json.dumps(list(texts))):
        words = texts[row.record_id][row.start : row.end]
        spans[row.record_id].append(Placed(row.field, row.position, bool(row.is_ground), Span(row.start, row.end, words)))
    return {record_id: Words(spans[record_id]) for record_id in texts}


def assemble_extraction(session: Session, article: ArticleRow) -> Extraction:
    """Everything that was found in one article."""
    article_id = article.id or 0
    grounds = words_of(session, "articles", {article_id: article.text})[article_id].grounds

    def findings(table: type[Row], read: Read[Row, Finding]) -> tuple[Finding, ...]:
        statement = select(table).where(col(table.article_id) == article_id).order_by(col(table.position))
        rows = session.exec(statement).all()
        texts = {row.id or 0: article.text for row in rows}
        return tuple(read(session, rows, words_of(session, str(table.__tablename__), texts)))

    return Extraction(
        article=to_article(article),
        published=to_published(article, grounds),
        actors=findings(MentionRow, read_actors),
        claims=findings(ClaimRow, read_claims),
        casualties=findings(CasualtyRow, read_casualties),
        dates=findings(DateRow, read_dates),
        truces=findings(TruceRow, read_truces),
    )
