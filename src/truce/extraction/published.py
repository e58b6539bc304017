"""The day an article appeared, and on what basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.lexicons import Lexicons
from truce.records import Article, Published

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_published(article: Article, doc: Doc, body: Body, lexicons: Lexicons) -> Published:
    """The publication day: given, or inferred from what the text says."""
    if article.published:
        return Published(article.published, article.published_basis, article.published, article.published)
    return Published()
