"""`truce ingest`: files and folders go into the database."""

from __future__ import annotations

from typing import Annotated

import typer

from truce.cli.options import DatabaseOption, WorkersOption, database
from truce.cli.outcomes import SOME_FAILED, keep_count, print_summary

HELP = """Store every article of these files and folders, with all that is found in it.

A second time stores nothing new. What cannot be read or is not in English is named, and the rest goes on.

\b
Example:
  truce ingest seeds/
"""
PathsArgument = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - reads standard input.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("ingest", help=HELP, short_help="Store files and folders of articles.")(ingest)


def ingest(ctx: typer.Context, paths: PathsArgument, workers: WorkersOption = 1, db: DatabaseOption = None) -> None:
    """Store articles, say what became of them, exit 3 if some failed."""
    from truce.pipeline import ingest_each
    from truce.sources.files import count_inputs
    from truce.store import Store

    with Store.open(database(ctx)) as store:
        summary = keep_count(ingest_each(paths, store, workers=workers), expected=lambda: count_inputs(paths))
    print_summary(summary, database(ctx))
    if summary.failures:
        raise typer.Exit(SOME_FAILED)
