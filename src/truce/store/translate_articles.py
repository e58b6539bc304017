"""An article, and the day it appeared, as a row; and back."""

from __future__ import annotations

from truce.answers import StoredArticle
from truce.records import Article, Basis, Ground, Published
from truce.store.days import published_days
from truce.store.identity import canonical_url, identity_of, sha256_of
from truce.store.tables import ArticleRow


def new_article(article: Article, *, version: int, moment: str) -> ArticleRow:
    """A row for a text that is new: what never changes is filled in."""
    return ArticleRow(
        name=article.id,
        text=article.text,
        text_sha256=sha256_of(article.text),
        words=len(article.text.split()),
        identity=identity_of(article),
        version=version,
        is_current=True,
        published_basis=Basis.UNKNOWN.value,
        given_basis=article.published_basis.value,
        status="",
        evidence_sha256="",
        extractor_version="",
        ingested_at=moment,
        updated_at=moment,
    )


def fill_article(row: ArticleRow, article: Article, published: Published) -> None:
    """Write into a row what may be told otherwise of the same text."""
    row.name, row.title, row.url, row.canonical_url = article.id, article.title, article.url, canonical_url(article.url)
    row.path, row.publisher, row.authors, row.section = article.path, article.publisher, list(article.authors), article.section
    row.agency, row.language, row.modified = article.agency, article.language, article.modified
    row.given_published, row.given_basis = article.published, article.published_basis.value
    row.reader, row.raw_sha256, row.pages = article.reader, article.raw_sha256, list(article.pages)
    row.published, row.published_basis = published.value, published.basis.value
    row.published_not_before, row.published_not_after = published.not_before, published.not_after
    row.published_reasons = list(published.reasons)
    days = published_days(published)
    row.date_start, row.date_end, row.date_basis = days.start, days.end, days.basis


def to_article(row: ArticleRow) -> Article:
    """The article as it came in."""
    return Article(
        id=row.name,
        text=row.text,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.given_published,
        published_basis=Basis(row.given_basis),
        modified=row.modified,
        language=row.language,
        path=row.path,
        authors=tuple(row.authors),
        section=row.section,
        agency=row.agency,
        reader=row.reader,
        raw_sha256=row.raw_sha256,
        pages=tuple(row.pages),
    )


def to_published(row: ArticleRow, grounds: tuple[Ground, ...] = ()) -> Published:
    """The publication day as the extraction found it."""
    return Published(
        value=row.published,
        basis=Basis(row.published_basis),
        not_before=row.published_not_before,
        not_after=row.published_not_after,
        reasons=tuple(row.published_reasons),
        grounds=grounds,
    )


def to_stored_article(row: ArticleRow, *, origin: int | None) -> StoredArticle:
    """The article as a list shows it, without its text; `origin` is the one that it is a copy of."""
    assert row.id is not None
    return StoredArticle(
        id=row.id,
        name=row.name,
        title=row.title,
        url=row.url,
        path=row.path,
        publisher=row.publisher,
        published=to_published(row),
        modified=row.modified,
        language=row.language,
        words=row.words,
        agency=row.agency,
        origin=origin,
        version=row.version,
        not_extracted=row.reason,
        pages=tuple(row.pages),
    )
