"""`truce show`: one article with its evidence."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from truce.cli.options import ArticleArgument, DatabaseOption, database, open_store
from truce.cli.terminal import open_console
from truce.records import Extraction

HELP = """Print an article with its evidence lit by kind; --why adds the rule and the words behind each finding.

Where there is no colour, each finding stands below the paragraph that it begins in.

\b
Example:
  truce show 1 --why
"""


class ShowFormat(StrEnum):
    """How an article is shown."""

    TEXT = "text"
    JSON = "json"


WhyOption = Annotated[bool, typer.Option("--why", help="Also the rule and the words behind each finding.")]
FormatOption = Annotated[ShowFormat, typer.Option("--format", help="The lit text, or the findings as an object.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("show", help=HELP, short_help="Print an article with its evidence.")(show)


def show(
    ctx: typer.Context,
    article: ArticleArgument,
    why: WhyOption = False,
    form: FormatOption = ShowFormat.TEXT,
    db: DatabaseOption = None,
) -> None:
    """Print an article with its evidence."""
    with open_store(database(ctx)) as store:
        extraction = store.extraction(article)
    if form is ShowFormat.JSON:
        from truce.export.as_json import write_jsonl
        from truce.export.guidelines import to_object

        write_jsonl([to_object(extraction)], sys.stdout)
        return
    print_article(extraction, why=why)


def print_article(extraction: Extraction, *, why: bool) -> None:
    """Print head, lit text and, if asked, the reasons."""
    from truce.render.article_head import print_head
    from truce.render.lit import print_lit
    from truce.render.why import print_why

    console = open_console()
    print_head(console, extraction)
    print_lit(console, extraction)
    if why:
        console.print()
        print_why(console, extraction)
