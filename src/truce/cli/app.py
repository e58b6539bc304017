"""The command line: the app, with the one door that errors go out by."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from truce.cli import actors, diff, extract, feeds, fetch, ingest, queries, reextract, show, verify
from truce.cli.options import DEFAULT_DATABASE
from truce.cli.terminal import close_quietly, say
from truce.errors import TruceError

FAILED = 1


class OneDoor(TyperGroup):
    """A group of commands whose errors are one line each; bugs keep their traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command. An error that the user can mend is said in one line, exit code 1."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except TruceError as error:
            say(f"truce: {error}")
            raise typer.Exit(FAILED) from error
        except BrokenPipeError:  # `truce claims | head`: who reads has seen enough
            close_quietly()
            raise typer.Exit(FAILED) from None


app = typer.Typer(
    name="truce",
    cls=OneDoor,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def print_version(value: bool) -> None:
    """Print the version and leave."""
    if value:
        from importlib.metadata import version

        typer.echo(f"truce {version('truce')}")
        raise typer.Exit


@app.callback()
def truce(
    db: Annotated[str, typer.Option("--db", envvar="TRUCE_DB", metavar="FILE", help="The database.", show_envvar=True)] = (
        DEFAULT_DATABASE
    ),
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Track ceasefire news offline: who said what, how many were killed or hurt, where, when, by whose count.

    Every value keeps the exact words of the article that it rests on.

    \b
    Start with:
      truce ingest seeds/
      truce claims --actor Hezbollah
      truce casualties --since 2024-09

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs failed, 4 verification failed.
    """


ingest.add_to(app)
fetch.add_to(app)
feeds.add_to(app)
extract.add_to(app)
reextract.add_to(app)
queries.add_to(app)
actors.add_to(app)
show.add_to(app)
diff.add_to(app)
verify.add_to(app)
