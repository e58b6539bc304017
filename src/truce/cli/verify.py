"""`truce verify`: whether everything in the file is as it was stored."""

from __future__ import annotations

from typing import Annotated

import typer

from truce.cli.options import DatabaseOption, database, open_store
from truce.cli.results import counted

VERIFICATION_FAILED = 4
HELP = """Check every span against its text, every hash, every foreign key and the search index. Exit 4 if any fails.

\b
Example:
  truce verify
"""
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print faults only.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("verify", help=HELP, short_help="Check every span, hash and key.")(verify)


def verify(ctx: typer.Context, quiet: QuietOption = False, db: DatabaseOption = None) -> None:
    """Print what is wrong, else that nothing is."""
    with open_store(database(ctx)) as store:
        faults = store.verify()
        count = store.articles().total
    for fault in faults:
        typer.echo(fault.message)
    if faults:
        raise typer.Exit(VERIFICATION_FAILED)
    if not quiet:
        typer.echo(f"{database(ctx)}: {counted('articles', count)}, every span, hash and key as it was stored")
