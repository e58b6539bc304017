"""Checks that everything in the file is as it was stored."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from truce.answers import Fault
from truce.origins import CopyKind
from truce.records import ActorKind, Basis, Mode, Outcome, Qualifier, Scope, Span, Stance, TruceStatus, VictimClass
from truce.store.evidence import Placed, seal
from truce.store.identity import sha256_of
from truce.store.sessions import run

FINDINGS = ("mentions", "claims", "casualties", "dates", "truces")
# What a column may hold, by table.
WORDS: dict[str, dict[str, type[StrEnum]]] = {
    "articles": {"published_basis": Basis, "given_basis": Basis},
    "mentions": {"kind": ActorKind},
    "actors": {"kind": ActorKind},
    "claims": {"mode": Mode, "stance": Stance},
    "casualties": {"qualifier": Qualifier, "outcome": Outcome, "victim_class": VictimClass, "scope": Scope},
    "truces": {"status": TruceStatus},
    "copies": {"kind": CopyKind},
}
LISTS = {"articles": ("authors", "published_reasons"), "claims": ("topics",)}
SPANS = """
    SELECT s.id, s.kind, s.record_id, s.field, s.position, s.is_ground, s.start, s."end", {position} AS record_position
    FROM evidence_spans s WHERE s.article_id = :article"""
POSITION = "CASE s.kind WHEN 'articles' THEN 0 {tables} END".format(
    tables=" ".join(f"WHEN '{table}' THEN (SELECT position FROM {table} WHERE id = s.record_id)" for table in FINDINGS)
)


def find_faults(session: Session) -> tuple[Fault, ...]:
    """Every fault, those of the file itself first."""
    return (
        *file_faults(session),
        *key_faults(session),
        *value_faults(session),
        *version_faults(session),
        *lost_spans(session),
        *article_faults(session),
        *search_faults(session),
    )


def file_faults(session: Session) -> Iterator[Fault]:
    """What SQLite itself finds wrong with the file."""
    for (message,) in run(session, "PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Fault("the file", 0, "file", f"the file is damaged: {message}")


def key_faults(session: Session) -> Iterator[Fault]:
    """Rows that lead to rows which are not there."""
    for table, row, parent, _ in run(session, "PRAGMA foreign_key_check"):
        yield Fault(table, row or 0, "foreign key", f"{table} {row} leads to a row of {parent} that does not exist")


def value_faults(session: Session) -> Iterator[Fault]:
    """Columns that hold a word which the field does not know, or no list where one belongs."""
    for table, columns in WORDS.items():
        for column, words in columns.items():
            known = ", ".join(f"'{word.value}'" for word in words)
            for id, value in run(session, f"SELECT id, {column} FROM {table} WHERE {column} NOT IN ({known})"):
                yield Fault(table, id, "value", f"{table} {id}: {column} is «{value}», which it cannot be")
    for table, lists in LISTS.items():
        for column in lists:
            broken = f"SELECT id FROM {table} WHERE NOT json_valid({column}) OR json_type({column}) != 'array'"
            for id in run(session, broken).scalars():
                yield Fault(table, id, "value", f"{table} {id}: {column} is no list in JSON")


def version_faults(session: Session) -> Iterator[Fault]:
    """Articles of which not exactly one version is shown."""
    counted = "SELECT min(id), identity, sum(is_current) FROM articles GROUP BY identity HAVING sum(is_current) != 1"
    for id, identity, shown in run(session, counted):
        yield Fault("articles", id, "version", f"{identity}: {shown} versions are current, one should be")


def lost_spans(session: Session) -> Iterator[Fault]:
    """Spans whose finding does not exist, or is another article's."""
    owners = " UNION ALL ".join(f"SELECT '{table}' AS kind, id, article_id FROM {table}" for table in FINDINGS)
    lost = f"""SELECT s.id, s.kind, s.record_id FROM evidence_spans s
        LEFT JOIN ({owners} UNION ALL SELECT 'articles', id, id FROM articles) o ON o.kind = s.kind AND o.id = s.record_id
        WHERE o.article_id IS NOT s.article_id"""
    for id, kind, record in run(session, lost):
        yield Fault("evidence_spans", id, "lost span", f"evidence_spans {id}: its article has no row {record} in {kind}")


def article_faults(session: Session) -> Iterator[Fault]:
    """Articles whose text or evidence is not what was stored."""
    for id in run(session, "SELECT id FROM articles ORDER BY id").scalars().all():
        article = run(session, "SELECT name, text, text_sha256, evidence_sha256 FROM articles WHERE id = :id", id=id).one()
        if sha256_of(article.text) != article.text_sha256:
            yield Fault("articles", id, "hash", f"{article.name}: the text is not the one that was stored (SHA-256 differs)")
        yield from span_faults(session, id, article.name, text_of_article=article.text, sealed=article.evidence_sha256)


def span_faults(session: Session, article: int, name: str, *, text_of_article: str, sealed: str) -> Iterator[Fault]:
    """Spans that reach out of the text, or are not those that were stored."""
    spans = []
    for row in run(session, SPANS.format(position=POSITION), article=article):
        if not 0 <= row.start <= row.end <= len(text_of_article):
            yield Fault("evidence_spans", row.id, "span", f"{name}: the span {row.start}:{row.end} reaches out of the text")
        words = text_of_article[max(row.start, 0) : max(row.end, 0)]
        placed = Placed(row.field, row.position, bool(row.is_ground), Span(row.start, row.end, words))
        spans.append((row.kind, -1 if row.record_position is None else row.record_position, placed))
    if seal(spans) != sealed:
        yield Fault("articles", article, "evidence", f"{name}: the evidence is not the one that was stored")


def search_faults(session: Session) -> Iterator[Fault]:
    """Search tables that do not agree with what they search."""
    for table in ("articles_search", "claims_search"):
        try:
            with session.begin_nested():
                run(session, f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
        except DatabaseError as error:
            code = getattr(error.orig, "sqlite_errorname", "") or ""
            if code.startswith("SQLITE_READONLY"):
                return  # the check is a write that changes nothing; a sealed file cannot be asked
            if not code.startswith("SQLITE_CORRUPT"):
                raise
            remedy = f"INSERT INTO {table}({table}) VALUES ('rebuild')"
            yield Fault(table, 0, "search", f"{table} does not agree with what it searches; mend it with: {remedy}")
