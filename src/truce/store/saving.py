"""One article with its findings goes into the database, or nothing of it does.

extraction ─ spans checked ─ same text known? ─┬─ as it is: unchanged
                                               ├─ by another extractor, or told otherwise: findings replaced
                                               └─ no: a new version where the identity is known, else a new article
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from truce.answers import Saved
from truce.errors import StoreError
from truce.records import Article, Extraction
from truce.store.days import Days
from truce.store.evidence import all_spans, check_evidence, seal
from truce.store.identity import STDIN, identity_of, sha256_of
from truce.store.registers import Registers
from truce.store.separations import separations_for
from truce.store.tables import ArticleRow
from truce.store.translate_articles import fill_article, new_article, to_article
from truce.store.writing import Writer, erase_findings, id_of

EXTRACTED, NOT_EXTRACTED = "extracted", "not extracted"


@dataclass(frozen=True, slots=True)
class Maker:
    """What made the findings: which extractor, in which run."""

    extractor_version: str
    run_id: int | None = None


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def check(extraction: Extraction) -> None:
    """Refuse what could not be told truly again: spans that do not match, figures that are part of no figure."""
    check_evidence(extraction)
    count = len(extraction.casualties)
    if any(figure.subset_of is not None and not 0 <= figure.subset_of < count for figure in extraction.casualties):
        raise StoreError(f"{extraction.article.id}: a casualty figure is part of one that does not exist; nothing was stored")


def find_same(session: Session, article: Article) -> ArticleRow | None:
    """The stored version of this article that has this very text: by its identity, else of the same file and name.

    A file whose address is only now known is still the same article.
    """
    same_text = select(ArticleRow).where(col(ArticleRow.text_sha256) == sha256_of(article.text))
    found = session.exec(same_text.where(col(ArticleRow.identity) == identity_of(article))).first()
    if found is None and article.url and article.path and article.path != STDIN:
        same_file = same_text.where(col(ArticleRow.path) == article.path, col(ArticleRow.name) == article.id)
        found = session.exec(same_file.where(col(ArticleRow.url).is_(None))).first()
    return found


def stands(row: ArticleRow | None, article: Article, extractor_version: str) -> bool:
    """Whether a stored version needs nothing: same text, same extractor, and the same file tells nothing new about it.

    What a copy under another path tells (another headline, a later reading) does not count: two copies of one page
    would replace each other for ever.
    """
    if row is None or row.extractor_version != extractor_version:
        return False
    return (row.path, row.name) != (article.path, article.id) or to_article(row) == article


def save_article(
    session: Session, extraction: Extraction, registers: Registers, *, maker: Maker, reason: str | None = None
) -> Saved:
    """Write an article with its findings; `reason` says why nothing was looked for in it."""
    article = extraction.article
    row = find_same(session, article)
    if row is not None and stands(row, article, maker.extractor_version):
        return Saved.UNCHANGED
    latest = latest_version(session, article)
    saved = Saved.NEW if row is None and latest is None else Saved.UPDATED
    if row is None:
        row = new_article(article, version=1 if latest is None else latest.version + 1, moment=now())
        row.origin_id = first_with_text(session, article.text)
        become_current(session, row, article, latest)
    else:
        erase_findings(session, id_of(row))
        take_identity(session, row, article)
    fill_article(row, article, extraction.published)
    row.status, row.reason = (EXTRACTED, None) if reason is None else (NOT_EXTRACTED, reason)
    row.extractor_version, row.run_id = maker.extractor_version, maker.run_id
    row.evidence_sha256, row.updated_at = seal(all_spans(extraction)), now()
    session.add(row)
    session.flush()
    write_findings(session, row, extraction, registers)
    return saved


def latest_version(session: Session, article: Article) -> ArticleRow | None:
    """The version of this article that came last."""
    statement = select(ArticleRow).where(col(ArticleRow.identity) == identity_of(article))
    return session.exec(statement.order_by(col(ArticleRow.version).desc())).first()


def first_with_text(session: Session, text: str) -> int | None:
    """The first article with these very words, under whatever address; None where there is none."""
    statement = select(ArticleRow.id, ArticleRow.origin_id).where(col(ArticleRow.text_sha256) == sha256_of(text))
    found = session.exec(statement.order_by(col(ArticleRow.id))).first()
    return None if found is None else found[1] or found[0]


def become_current(session: Session, row: ArticleRow, article: Article, latest: ArticleRow | None) -> None:
    """Let the new version be the one that is shown, unless a version that says it was modified later is known."""
    statement = select(ArticleRow).where(col(ArticleRow.identity) == identity_of(article), col(ArticleRow.is_current))
    shown = session.exec(statement).first() if latest else None
    is_older = shown is not None and bool(article.modified and shown.modified and article.modified < shown.modified)
    row.is_current = not is_older
    if shown is not None and not is_older:
        shown.is_current = False
        session.add(shown)


def take_identity(session: Session, row: ArticleRow, article: Article) -> None:
    """Let a stored version be of the identity that it is now known by, as the latest version of that."""
    if row.identity == identity_of(article):
        return
    latest = latest_version(session, article)
    row.identity, row.version = identity_of(article), 1 if latest is None else latest.version + 1
    become_current(session, row, article, latest)


def write_findings(session: Session, row: ArticleRow, extraction: Extraction, registers: Registers) -> None:
    """Write all findings of an article whose row has none."""
    days = Days(row.date_start, row.date_end, row.date_basis)
    apart = separations_for(session, row.identity)
    Writer(session, id_of(row), days, registers=registers, apart=apart).write(extraction)
