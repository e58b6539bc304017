"""What is known of an article as a whole, above its text."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from truce.records import Extraction
from truce.render.cells import one_line, published_days


def print_head(console: Console, extraction: Extraction) -> None:
    """Print title, outlet, day with basis, where it was read; only what is known."""
    article, published = extraction.article, extraction.published
    day = published_days(published)
    basis = f", {published.basis.value}" if day else ""
    between = f" (between {published.not_before} and {published.not_after})" if is_between(extraction) else ""
    rows = (
        ("published", f"{day}{basis}{between}" if day else "nobody knows"),
        ("modified", article.modified),
        ("publisher", article.publisher),
        ("agency", article.agency),
        ("authors", ", ".join(article.authors)),
        ("section", article.section),
        ("where", article.url or article.path),
    )
    console.print(Text(one_line(article.title or article.id), "bold"))
    for label, value in rows:
        if value:
            console.print(Text.assemble((f"{label:10}", "dim"), one_line(value)))
    console.print()


def is_between(extraction: Extraction) -> bool:
    """Whether the day is inferred within bounds that say more than the day."""
    published = extraction.published
    return bool(published.value and published.not_before and published.not_before != published.not_after)
