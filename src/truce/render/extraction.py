"""What one article says, without a database: a table for each kind of finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from truce.answers import Stored, StoredArticle
from truce.records import Article, Extraction, Published
from truce.render.cells import one_line, published_days
from truce.render.screens import SCREENS
from truce.render.tables import print_table

KINDS = ("claims", "casualties", "dates", "truces")


def print_extraction(console: Console, extraction: Extraction) -> None:
    """Print the findings of one article, kind by kind."""
    article = to_row(extraction.article, extraction.published)
    day = published_days(extraction.published) or "no day known"
    console.print(Text(f"{one_line(article.title or article.name)} ({day}, {extraction.published.basis.value})", "bold"))
    for kind in KINDS:
        rows = numbered(getattr(extraction, kind), article)
        if rows:
            console.print(Text(f"\n{kind}", "bold underline"))
            print_table(console, SCREENS[kind], rows)
    names = ", ".join(one_line(actor.name) for actor in extraction.actors)
    console.print(Text.assemble("\n", ("actors", "bold underline"), f"\n{names or 'none'}\n"))


def numbered(findings: Sequence[Any], article: StoredArticle) -> list[Stored[Any]]:
    """Findings as if they were stored, numbered from 1."""
    return [Stored(number, article, finding) for number, finding in enumerate(findings, start=1)]


def to_row(article: Article, published: Published) -> StoredArticle:
    """An article as a list shows it, without a number of its own."""
    return StoredArticle(
        id=0,
        name=article.id,
        title=article.title,
        url=article.url,
        path=article.path,
        publisher=article.publisher,
        published=published,
        modified=article.modified,
        language=article.language,
        words=len(article.text.split()),
        pages=article.pages,
    )
