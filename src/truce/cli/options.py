"""The options that every query shares, declared once."""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce.answers import Query
from truce.records import Outcome, Scope

if TYPE_CHECKING:
    from truce.store import Store

DEFAULT_DATABASE = "data/truce.db"  # below the current folder
ON_A_TERMINAL = 50  # rows that a person is shown, unless --limit says otherwise


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for on the command line: the query, of which database, in which form."""

    query: Query
    db: str
    format: Format
    is_limit_given: bool
    origins: bool = False  # whether stories with their copies are asked for, not single articles
    is_group: bool = False  # whether a command of a group follows, so that the group itself has nothing to do


def complete_actor(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of actors in the database, for the completion of a shell."""
    from truce.store.completion import actor_names

    return actor_names(database(ctx), incomplete)


def read_day(text: str | None) -> str | None:
    """A date as an EDTF value; wrong usage where it is none."""
    if text is None:
        return None
    from truce.edtf import user_range

    try:
        return user_range(text, date.today())
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


DatabaseOption = Annotated[
    str | None, typer.Option("--db", metavar="FILE", help=f"The database; else TRUCE_DB, else {DEFAULT_DATABASE}.")
]
WorkersOption = Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Processes that extract side by side.")]
ActorArgument = Annotated[
    str,
    typer.Argument(metavar="ACTOR", help="A name, an alias, or the number from `truce actors`.", autocompletion=complete_actor),
]
ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="Its number, its name or the beginning of it, its address or path.")
]

# name: (annotation, default). The names are those of the fields of Query.
FILTERS: dict[str, tuple[Any, Any]] = {
    "actor": (
        Annotated[
            str | None,
            typer.Option(
                metavar="NAME",
                autocompletion=complete_actor,
                help="Only of this actor under any of its names, and of those who speak for it.",
            ),
        ],
        None,
    ),
    "exact": (
        Annotated[bool, typer.Option("--exact", help="With --actor: without those who speak for it.")],
        False,
    ),
    "about": (
        Annotated[str | None, typer.Option(metavar="WORDS", help="Only about this topic, actor or matter.")],
        None,
    ),
    "since": (
        Annotated[
            str | None,
            typer.Option(
                metavar="DATE",
                callback=read_day,
                help="Only what is about this time or later: 2024, 2024-09, 2024-09-15, yesterday, last month.",
            ),
        ],
        None,
    ),
    "until": (
        Annotated[str | None, typer.Option(metavar="DATE", callback=read_day, help="Only what is about this time or earlier.")],
        None,
    ),
    "place": (
        Annotated[str | None, typer.Option(metavar="NAME", help="Only what happened in this place or within it, or names it.")],
        None,
    ),
    "source": (
        Annotated[
            str | None,
            typer.Option(metavar="NAME", help="Only figures that this source gave; else only from this outlet or agency."),
        ],
        None,
    ),
    "outcome": (
        Annotated[Outcome | None, typer.Option(help="Only figures of this outcome; else only articles that report it.")],
        None,
    ),
    "scope": (
        Annotated[
            Scope | None, typer.Option(help="Only figures of incidents, or of running tolls; else only articles with such.")
        ],
        None,
    ),
    "search": (
        Annotated[str | None, typer.Option(metavar="WORDS", help="Only claims or articles with all of these words.")],
        None,
    ),
    "article": (
        Annotated[str | None, typer.Option(metavar="ARTICLE", help="Only from this article: its number, name or address.")],
        None,
    ),
    "independent": (
        Annotated[bool, typer.Option("--independent", help="Count each story once: of its copies only the fullest.")],
        False,
    ),
}
# Of one kind only.
OF_ONE_KIND: dict[str, dict[str, tuple[Any, Any]]] = {
    "articles": {
        "origins": (
            Annotated[bool, typer.Option("--origins", help="Show stories that several articles have, the origin first.")],
            False,
        ),
    },
}


def sort_option(kind: str) -> Any:
    """The option `--sort` of one kind of finding."""
    from truce.store.ordering import sort_names

    names = sort_names(kind)

    def check(value: str | None) -> str | None:
        if value is not None and value.removeprefix("-") not in names:
            raise typer.BadParameter(f"«{value}» is none of {', '.join(names)}, or one of them with - before it")
        return value

    text = f"Sort by {', '.join(names)}; with - before it, the other way round."
    return Annotated[str | None, typer.Option(metavar="NAME", callback=check, help=text)]


def query_options(kind: str) -> Callable[[Callable[[Asked], None]], Callable[..., None]]:
    """Give a command the options of a query; it is handed what was asked for."""
    options = {
        **FILTERS,
        **OF_ONE_KIND.get(kind, {}),
        "sort": (sort_option(kind), None),
        "limit": (
            Annotated[
                int | None,
                typer.Option(
                    metavar="N", min=0, help=f"At most so many; 0 is all. Without it {ON_A_TERMINAL} on a terminal, else all."
                ),
            ],
            None,
        ),
        "format": (Annotated[Format, typer.Option(help="How to write the answer.")], Format.TABLE),
        "db": (DatabaseOption, None),
    }

    def give(command: Callable[[Asked], None]) -> Callable[..., None]:
        return with_options(options, command, lambda ctx, values: command(read_asked(ctx, values)))

    return give


def with_options(
    options: dict[str, tuple[Any, Any]], command: Callable[..., None], handle: Callable[[typer.Context, dict[str, Any]], None]
) -> Callable[..., None]:
    """A command with these options, name: (annotation, default); `handle` is given their values."""

    @functools.wraps(command)
    def run(ctx: typer.Context, **values: Any) -> None:
        handle(ctx, values)

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
    parameters += [
        inspect.Parameter(name, keyword, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def read_asked(ctx: typer.Context, values: dict[str, Any]) -> Asked:
    """The values of the options as one record."""
    form, limit = values["format"], values["limit"]
    asked = {name: values[name] for name in FILTERS}
    default = ON_A_TERMINAL if form is Format.TABLE and sys.stdout.isatty() else 0
    query = Query(**asked, sort=values["sort"], limit=default if limit is None else limit)
    return Asked(
        query,
        database(ctx),
        form,
        is_limit_given=limit is not None,
        origins=values.get("origins", False),
        is_group=ctx.invoked_subcommand is not None,
    )


def database(ctx: typer.Context) -> str:
    """Which database is meant: the command's --db, else that before the command, else TRUCE_DB, else the default."""
    given = ctx.params.get("db") or ctx.find_root().params.get("db")
    return str(given or os.environ.get("TRUCE_DB") or DEFAULT_DATABASE)


def open_store(db: str) -> Store:
    """The database to query; StoreError says to ingest first where there is none."""
    from truce.store import Store

    return Store.open(db, create=False)
