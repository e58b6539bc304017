"""Articles as rows."""

from __future__ import annotations

from rich.text import Text

from truce.answers import StoredArticle
from truce.records import Basis
from truce.render.cells import one_line, published_days
from truce.render.tables import Column, Screen


def published(article: StoredArticle) -> str:
    """The day it appeared, with what that rests on where nobody gave it."""
    days, basis = published_days(article.published), article.published.basis
    return days if basis is Basis.GIVEN or not days else f"{days}, {basis.value}"


def title(article: StoredArticle) -> Text:
    """The title, else the name; why nothing was looked for in it."""
    text = Text(one_line(article.title or article.name))
    return text.append(f"\nnot extracted: {article.not_extracted}", "not bold yellow") if article.not_extracted else text


NUMBER: Column[StoredArticle] = Column("id", lambda article: str(article.id), justify="right")
PUBLISHED: Column[StoredArticle] = Column("published", published, "cyan", is_long=True)
PUBLISHER: Column[StoredArticle] = Column("publisher", lambda article: one_line(article.publisher or ""), is_long=True)
WORDS: Column[StoredArticle] = Column("words", lambda article: f"{article.words:,}", justify="right")
TITLE: Column[StoredArticle] = Column("title", title, "bold", is_long=True)
WHERE: Column[StoredArticle] = Column("where", lambda article: one_line(article.url or article.path or ""), "dim", is_long=True)

ARTICLES: Screen[StoredArticle] = Screen(
    wide=(NUMBER, PUBLISHED, PUBLISHER, WORDS, TITLE, WHERE),
    narrow=(NUMBER, PUBLISHED, TITLE, PUBLISHER, WORDS),
)
