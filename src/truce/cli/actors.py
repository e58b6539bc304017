"""`truce actors`: who takes part, and what a person decides about them."""

from __future__ import annotations

from typing import Annotated

import typer

from truce.cli.options import ActorArgument, Asked, DatabaseOption, database, open_store, query_options
from truce.cli.results import print_found
from truce.cli.terminal import open_console

LIST = """List actors across all articles, with how many articles, claims and casualty figures name them.

\b
Example:
  truce actors --search Lebanon
"""
SHOW = """Show one actor: names, part, and what it said last.

\b
Example:
  truce actors show Hezbollah
"""
MERGE = """Let OTHER be ACTOR from now on, in every article. Kept when articles are extracted again; undo takes it back.

\b
Example:
  truce actors merge Hezbollah "Islamic Resistance"
"""
SPLIT = """Take an actor out of its merges, or what is written so, or stands in one article, out of an actor.

\b
Example:
  truce actors split Ahmed --article 12 --name "Ahmed (mayor)"
"""
UNDO = """Take a decision back, by its number in `truce actors decisions`.

\b
Example:
  truce actors undo 1
"""
DECISIONS = """List what was decided about actors, what was taken back too.

\b
Example:
  truce actors decisions
"""
LATEST = 5  # claims and figures shown of one actor
NoteOption = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for those who come after.")]


def add_to(app: typer.Typer) -> None:
    """Add the group to the app."""
    group = typer.Typer(no_args_is_help=False, rich_markup_mode=None)
    group.callback(invoke_without_command=True, help=LIST)(query_options("actors")(list_actors))
    group.command("show", help=SHOW, short_help="Show one actor.")(show)
    group.command("merge", help=MERGE, short_help="Let two actors be one.")(merge)
    group.command("split", help=SPLIT, short_help="Let one actor be two.")(split)
    group.command("undo", help=UNDO, short_help="Take a decision back.")(undo)
    group.command("decisions", help=DECISIONS, short_help="List the decisions.")(decisions)
    app.add_typer(group, name="actors", short_help="List actors; show, merge or split them.")


def list_actors(asked: Asked) -> None:
    """Actors that match, unless a command of the group follows."""
    if asked.is_group:
        return
    with open_store(asked.db) as store:
        print_found("actors", store.actors(asked.query), asked)


def show(ctx: typer.Context, actor: ActorArgument, db: DatabaseOption = None) -> None:
    """One actor with its latest claims and its figures."""
    from truce.answers import Query
    from truce.render.actor_card import print_actor

    with open_store(database(ctx)) as store:
        card = store.actor(actor)
        query = Query(actor=str(card.id), exact=True, limit=LATEST)
        print_actor(open_console(), card, store.claims(query), store.casualties(query))


def merge(
    ctx: typer.Context,
    actor: ActorArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who is no actor of its own.")],
    note: NoteOption = None,
    db: DatabaseOption = None,
) -> None:
    """Let one actor be another."""
    with open_store(database(ctx)) as store:
        made = store.merge_actors(actor, other, note=note)
    typer.echo(f"{made.other} is {made.actor} from now on (decision {made.id})")


def split(
    ctx: typer.Context,
    actor: ActorArgument,
    written: Annotated[str | None, typer.Option(metavar="WORDS", help="What is written so is another.")] = None,
    article: Annotated[str | None, typer.Option(metavar="ARTICLE", help="Who is meant in this article is another.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What the other is called.")] = None,
    note: NoteOption = None,
    db: DatabaseOption = None,
) -> None:
    """Let part of an actor be another."""
    with open_store(database(ctx)) as store:
        made = store.split_actor(actor, written=written, article=article, name=name, note=note)
    typer.echo(f"{made.other or made.actor} stands apart from now on (decision {made.id})")


def undo(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the decision.")],
    db: DatabaseOption = None,
) -> None:
    """Take a decision back."""
    with open_store(database(ctx)) as store:
        undone = store.undo_decision(number)
    typer.echo(f"decision {undone.id} ({undone.kind.value} {undone.actor}) is taken back")


def decisions(ctx: typer.Context, db: DatabaseOption = None) -> None:
    """Every decision."""
    from truce.render.decisions import DECISIONS as SCREEN
    from truce.render.tables import print_table

    with open_store(database(ctx)) as store:
        print_table(open_console(), SCREEN, store.decisions())
