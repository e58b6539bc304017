"""Articles of shared origins as rows: what each is to its origin, how much of it others have."""

from __future__ import annotations

from truce.answers import StoredCopy
from truce.origins import CopyKind
from truce.render import articles
from truce.render.cells import one_line
from truce.render.tables import Column, Screen


def kind(copy: StoredCopy) -> str:
    """`origin`, `copy`, or that it was put together of several; a star where it stands for its origin."""
    word = "put together" if copy.kind is CopyKind.MERGED else copy.kind.value
    return f"{word} *" if copy.is_counted and copy.kind is not CopyKind.MERGED else word


def outlet(copy: StoredCopy) -> str:
    """The publisher, with the agency that it credits."""
    parts = (copy.article.publisher, copy.article.agency and f"({copy.article.agency})")
    return one_line(" ".join(part for part in parts if part))


ORIGIN: Column[StoredCopy] = Column("origin", lambda copy: str(copy.origin), justify="right")
KIND: Column[StoredCopy] = Column("is", kind, "green")
SHARE: Column[StoredCopy] = Column("shared", lambda copy: f"{copy.share:.0%}", justify="right")
NUMBER: Column[StoredCopy] = Column("id", lambda copy: str(copy.article.id), justify="right")
PUBLISHED: Column[StoredCopy] = Column("published", lambda copy: articles.published(copy.article), "cyan", is_long=True)
OUTLET: Column[StoredCopy] = Column("publisher", outlet, is_long=True)
WORDS: Column[StoredCopy] = Column("words", lambda copy: f"{copy.article.words:,}", justify="right")
TITLE: Column[StoredCopy] = Column("title", lambda copy: articles.title(copy.article), "bold", is_long=True)

COPIES: Screen[StoredCopy] = Screen(
    wide=(ORIGIN, KIND, SHARE, NUMBER, PUBLISHED, OUTLET, WORDS, TITLE),
    narrow=(ORIGIN, KIND, SHARE, NUMBER, TITLE, OUTLET),
)
